"""Actions: tasks that the minutes give to somebody.

Four conventions of the genre, told apart once for a document by `action_style`:

- a paragraph that opens with the lead ("Action: The Clerk to write …"), or a list under it;
- the lead with the owner at a task's end ("… to be repaired. Action: Clerk");
- an action column: the owner alone at the right margin of the task's line;
- plain duties ("Clerk to chase."), taken only where the document gives its tasks so throughout.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from operator import itemgetter

from minutesparse.block import Block
from minutesparse.facts.action_style import (
    LEAD_STARTS,
    ActionStyle,
    action_style,
    due_pattern,
    holds_lead,
    inline_pattern,
    lead_pattern,
    margin_marks,
    outcome_pattern,
    trailing_marks,
)
from minutesparse.facts.dates import find_date
from minutesparse.facts.duties import Mark, duty_marks
from minutesparse.facts.owners import bracketed_owners, listed_owners, references, subject_owners
from minutesparse.facts.sentences import sentences
from minutesparse.reader import Node, Reader

# Characters before a paragraph's first word in which its line end or marker stands.
OPENING = 9
# White space between a task's last line and a mark on the next.
INDENT = 48

__all__ = ["ActionStyle", "action_style", "read_actions"]


def read_actions(
    reader: Reader, blocks: Sequence[Block], style: ActionStyle, meeting_date: date | None = None
) -> list[Node]:
    """The actions of one item, in order, as contract nodes.

    Blocks that are an action of their own become ``taken``. ``meeting_date`` tells the year of a deadline that
    prints none: the first such day on or after it.
    """
    if not blocks:
        return []
    marked = style.marked and holds_lead(reader.text, blocks[0].start, blocks[-1].stop)
    if not marked and style.column is None and not style.trailing and not style.duties:
        return []
    actions = _Actions(reader, style, marked, meeting_date)
    actions.read(blocks)
    return sorted(actions.nodes, key=lambda node: (node["span"]["start"], node["span"]["end"]))


class _Actions:
    """Collects the actions of one item."""

    def __init__(self, reader: Reader, style: ActionStyle, marked: bool, meeting_date: date | None) -> None:
        self.reader = reader
        self.text = reader.text
        self.style = style
        self.marked = marked  # some lead stands in this item
        self.meeting_date = meeting_date
        self.nodes: list[Node] = []

    def read(self, blocks: Sequence[Block]) -> None:
        """Read sibling blocks and what stands below them: what is set apart, or else the views of it."""
        index = 0
        while index < len(blocks):
            block = blocks[index]
            used = self._set_apart(blocks, index) if self.marked and not block.taken else 0
            if not used:
                if block.kind != "heading":
                    self._views(block, blocks[index - 1] if index else None)
                self.read(block.children)
            index += used or 1

    def _set_apart(self, blocks: Sequence[Block], index: int) -> int:
        """Take the block at ``index`` if it opens with the lead; how many blocks that used."""
        block = blocks[index]
        match = self._lead_at(block.start, block.end)
        if match is None and block.body > block.start:
            match = self._lead_at(block.body, block.end)
        if match is None or outcome_pattern().match(self.text, match.end(), block.end):
            return 0
        lead, (start, end) = match.span("lead"), self.reader.trim(match.end(), block.stop)
        points = _points_after(blocks, index)
        if start >= end:
            return self._listed(block, lead, points, blocks[index + 1 : index + 2])
        owners, stop = listed_owners(self.reader, start, end)
        if owners and not self.text[stop:end].strip(" .)*_"):
            self._mark_alone(blocks, index, lead, owners, end)
            return 1
        if self.text[end - 1] == ":" and points:
            end = points[-1].stop
        else:
            points = []
        for taken in (block, *points):
            taken.taken = True
        self._add(lead[0], end, [(start, end)], self._task_owners(start, end), lead)
        return 1 + len(points)

    def _lead_at(self, start: int, end: int) -> re.Match[str] | None:
        return lead_pattern().match(self.text, start, end) if self.text[start] in LEAD_STARTS else None

    def _listed(self, block: Block, lead: tuple[int, int], points: list[Block], following: Sequence[Block]) -> int:
        """A lead on a line of its own: each point below is an action, or the one paragraph that follows."""
        entries = points or [other for other in following if other.kind == "paragraph" and not other.taken]
        if block.children:
            entries = block.children
        if not entries:
            return 0
        block.taken = True
        for position, entry in enumerate(entries):
            entry.taken = True
            first = position == 0
            self._add(
                lead[0] if first else entry.start,
                entry.stop,
                [(entry.body, entry.stop)],
                self._task_owners(entry.body, entry.stop),
                lead if first else None,
            )
        return 1 if block.children else 1 + len(entries)

    def _mark_alone(
        self, blocks: Sequence[Block], index: int, lead: tuple[int, int], owners: list[Node], end: int
    ) -> None:
        """A block that holds the lead and owners only: its task is the sentence before it."""
        before = blocks[index - 1] if index else None
        if before is None or before.kind == "heading" or lead_pattern().match(self.text, before.start, before.end):
            blocks[index].taken = True
            self._add(lead[0], end, [(lead[1], end)], owners, lead)
            return
        for start, stop in sentences(self.text, before.body, before.stop)[-1:]:
            self._add(start, end, [(start, stop)], owners, lead)

    def _views(self, block: Block, before: Block | None) -> None:
        found = len(self.nodes)
        if self.marked and holds_lead(self.text, block.body, block.end):
            self._inline(block)
        if (self.style.column is not None or self.style.trailing) and len(self.nodes) == found:
            self._margin(block, before)
        if self.style.duties and len(self.nodes) == found:
            self._duties(block)

    def _inline(self, block: Block) -> None:
        """Leads within the paragraph, the owner after each and the task before it."""
        begin = block.body
        bounds: list[tuple[int, int]] = []
        for match in inline_pattern().finditer(self.text, block.body, block.end):
            start = match.end()
            if match.start() < begin or start >= block.end or outcome_pattern().match(self.text, start, block.end):
                continue
            bounds = bounds or sentences(self.text, block.body, block.end)
            stop = sentence_at(bounds, start)[1]
            owners = subject_owners(self.reader, start, stop)
            listed, listed_end = listed_owners(self.reader, start, block.end)
            if listed and not owners:
                last_word = self.reader.trim(begin, match.start())[1] - 1
                task = max(begin, sentence_at(bounds, last_word)[0]), match.start()
                stop = listed_end
                self._add(task[0], stop, [task], listed, match.span())
            else:
                self._add(match.start(), stop, [(start, stop)], owners, match.span())
            begin = stop

    def _margin(self, block: Block, before: Block | None) -> None:
        """Owners in the margin; those on lines that follow each other belong to one task."""
        groups: list[list[Mark]] = []
        last = -1
        for mark in self._marks(block):
            line = self.reader.source.line_of(mark.owners.end - 1)
            if groups and line == last + 1:
                groups[-1].append(mark)
            else:
                groups.append([mark])
            last = line
        bounds = sentences(self.text, block.body, block.end) if len(groups) > 1 else []
        for group in groups:
            if group[0].start < block.start and before is not None:
                self._margin_action(group, *sentences(self.text, before.body, before.stop)[-1])
            elif len(groups) == 1:
                self._margin_action(group, block.body, block.end)
            else:
                # The task is the sentence in which the mark's line ends, or that ends before the mark.
                last_word = self.reader.trim(block.body, group[0].start)[1] - 1
                self._margin_action(group, *sentence_at(bounds, last_word))

    def _marks(self, block: Block) -> Iterator[Mark]:
        if self.style.trailing:
            # A block of its own may hold the mark; the line end before it belongs to the mark.
            opening = block.start
            while opening and self.text[opening - 1].isspace() and block.start - opening < INDENT:
                opening -= 1
            yield from (mark for mark in trailing_marks(self.text, opening, block.end) if not mark.owners.bodies)
            return
        starts, line_of = self.reader.source.starts, self.reader.source.line_of
        for mark in margin_marks(self.text, block.start, block.end):
            end = mark.owners.end
            if end - starts[line_of(end - 1) - 1] < (self.style.column or 0):
                continue
            if self.style.initials or not (mark.owners.bodies or self.text[slice(*mark.owners.ranges[0])].isupper()):
                yield mark

    def _margin_action(self, group: list[Mark], start: int, stop: int) -> None:
        """One action of the task ``[start, stop)`` and the marks of its owners within or behind it."""
        owners = [owner for mark in group for owner in references(self.reader, mark.owners)]
        pieces, begin = [], start
        for mark in group:
            pieces.append((begin, min(stop, mark.start)))
            begin = mark.owners.end
        pieces.append((begin, max(begin, stop)))
        self._add(start, max(group[-1].owners.end, stop), pieces, owners, None)

    def _duties(self, block: Block) -> None:
        """Plain duties, one action a sentence."""
        # The line end or marker before the paragraph's first word opens its first clause.
        opening = max(0, block.body - OPENING)
        if block.body == block.start:
            opening = max(opening, *(self.text.rfind(end, opening, block.body) for end in "\r\n"))
        duties = list(duty_marks(self.text, opening, block.end))
        if not duties:
            return
        bounds = list(self._tasks(block))
        of_sentence: dict[tuple[int, int], dict[str, Node]] = {}
        for mark in duties:
            owners = of_sentence.setdefault(sentence_at(bounds, mark.start), {})
            owners.update((owner["name"], owner) for owner in references(self.reader, mark.owners))
        for bound, owners in of_sentence.items():
            self._add(*bound, [bound], list(owners.values()), None)

    def _tasks(self, block: Block) -> Iterator[tuple[int, int]]:
        """The sentences of a block, cut at bullets that stand within a line too."""
        for start, stop in sentences(self.text, block.body, block.end):
            for bullet in _run_in_bullet().finditer(self.text, start, stop):
                if start < bullet.start():
                    yield start, bullet.start()
                start = bullet.end()
            if start < stop:
                yield start, stop

    def _task_owners(self, start: int, end: int) -> list[Node]:
        """Owners of a set-apart task: its subject, what stands before a dash, or in brackets at its end."""
        stop = next((stop for _, stop in sentences(self.text, start, end)), end)
        owners = subject_owners(self.reader, start, stop)
        if owners:
            return owners
        owners, stop = listed_owners(self.reader, start, end)
        if owners and self.text[stop:end].lstrip()[:1] in ("-", "\u2013", "\u2014", ":", "."):
            return owners
        return bracketed_owners(self.reader, start, end)

    def _add(
        self,
        start: int,
        end: int,
        pieces: list[tuple[int, int]],
        owners: list[Node],
        lead: tuple[int, int] | None,
    ) -> None:
        string = self.reader.string
        due = self._due(pieces)
        self.nodes.append(
            {
                "id": "",
                "lead": string(*lead).strip(" *_([") if lead is not None else None,
                "text": " ".join(filter(None, (string(*piece) for piece in pieces))),
                "owners": owners,
                "due": string(*due) if due is not None else None,
                "due_date": self._due_date(due) if due is not None else None,
                "resolution": None,
                "span": self.reader.span(start, end),
            }
        )

    def _due(self, pieces: list[tuple[int, int]]) -> tuple[int, int] | None:
        for piece in pieces:
            match = due_pattern().search(self.text, *piece)
            if match is not None:
                return match.start(), match.end() - (self.text[match.end() - 1] == ".")
        return None

    def _due_date(self, due: tuple[int, int]) -> str | None:
        """ISO date of a deadline that prints its day; without a year, the first on or after the meeting."""
        found = find_date(self.text, *due)
        if found is None and self.meeting_date is not None:
            for year in (self.meeting_date.year, self.meeting_date.year + 1):
                found = find_date(self.text, *due, year=year)
                if found is None or found.value >= self.meeting_date.isoformat():
                    break
        return found.value if found is not None else None


@cache
def _run_in_bullet() -> re.Pattern[str]:
    """A bullet within a line, where the lines of a list were joined."""
    return re.compile(r"\s[\u2022\u00b7\u25cf\uf0b7]\s++")


def sentence_at(bounds: Sequence[tuple[int, int]], offset: int) -> tuple[int, int]:
    """Of the sentences ``bounds`` the one that holds ``offset``, or the nearest before it."""
    return bounds[max(0, bisect_right(bounds, offset, key=itemgetter(0)) - 1)]


def _points_after(blocks: Sequence[Block], index: int) -> list[Block]:
    """The points that follow ``blocks[index]`` without anything between."""
    points = []
    for block in blocks[index + 1 :]:
        if block.kind != "point" or block.taken or blocks[index].kind == "point":
            break
        points.append(block)
    return points
