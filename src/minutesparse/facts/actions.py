"""Actions: tasks that the minutes give to somebody.

Conventions of the genre, told apart once for a document by `action_style`:

- a paragraph that opens with the lead ("Action: The Clerk to write …"), or a list under it;
- the lead with the owner at a task's end ("… to be repaired. Action: Clerk");
- an action column: the owner alone at the right margin of the task's line, or below its full stop;
- a list under the title "Actions", and tables with columns for the task and its owner;
- plain duties ("Clerk to chase."), taken only where the document gives its tasks so throughout.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter

from minutesparse.block import Block
from minutesparse.facts.action_leads import (
    LEAD_STARTS,
    holds_lead,
    inline_pattern,
    is_list_title,
    lead_pattern,
    lead_words,
    outcome_pattern,
    owners_after,
)
from minutesparse.facts.action_style import (
    AROUND_OWNERS,
    ActionStyle,
    action_style,
    margin_marks,
    trailing_marks,
    vote_pattern,
)
from minutesparse.facts.action_tables import table_rows
from minutesparse.facts.deadlines import due_date, find_due
from minutesparse.facts.duties import Mark, duty_marks, task_sentences
from minutesparse.facts.owners import entry_owners, listed_owners, references, subject_owners, task_owners
from minutesparse.facts.sentences import sentences
from minutesparse.reader import Node, Reader

# Characters before a paragraph's first word in which its line end or marker stands.
OPENING = 9
# White space between a task's last line and a mark on the next.
INDENT = 120
# Characters before an item's first block in which the last line of its title stands.
TITLE_REACH = 160

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
    if not (marked or style.column is not None or style.trailing or style.duties or style.lists or style.tables):
        return []
    actions = _Actions(reader, style, marked, meeting_date)
    actions.read_item(blocks)
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
        self.margined: Node | None = None  # the last action whose owners stand in the margin

    def read_item(self, blocks: Sequence[Block]) -> None:
        """Read the blocks of one item, whose title may be that of a list."""
        title = self.reader.trim(max(0, blocks[0].start - TITLE_REACH), blocks[0].start)
        start = max(self.text.rfind("\n", *title), self.text.rfind("\r", *title)) + 1
        if self.style.lists and start and is_list_title(self.text, start, title[1]):
            blocks = blocks[self._list(blocks) :]
        self.read(blocks)

    def read(self, blocks: Sequence[Block]) -> None:
        """Read sibling blocks and what stands below them: what is set apart, or else the views of it."""
        index = 0
        while index < len(blocks):
            block = blocks[index]
            used = self._set_apart(blocks, index) if self.marked and not block.taken else 0
            if not used and self.style.tables:
                used = self._table(blocks, index)
            if not used and self.style.lists and is_list_title(self.text, block.start, block.end):
                used = 1 + self._list(blocks[index + 1 :])
            if not used:
                if block.kind != "heading":
                    self._views(block, blocks[index - 1] if index else None)
                self.read(block.children)
            index += used or 1

    def _table(self, blocks: Sequence[Block], index: int) -> int:
        """The tasks of a table whose head is the block at ``index``; how many blocks that used."""
        rows, used = table_rows(self.text, blocks, index)
        for row in rows:
            self._add(row.start, row.end, [row.task], references(self.reader, row.owners), None, row.due)
        return used

    def _list(self, blocks: Sequence[Block]) -> int:
        """The tasks under the title of a list: points, or the duties of paragraphs up to the first without any."""
        used = 0
        for block in blocks:
            found = len(self.nodes)
            if block.kind == "point":
                owners = entry_owners(self.reader, block.body, block.stop)
                if owners:
                    self._add(block.body, block.stop, [(block.body, block.stop)], owners, None)
            elif block.kind == "paragraph":
                self._duties(block)
            if block.kind != "point" and len(self.nodes) == found:
                break
            used += 1
        return used

    def _set_apart(self, blocks: Sequence[Block], index: int) -> int:
        """Take the block at ``index`` if it opens with the lead; how many blocks that used."""
        block = blocks[index]
        match = self._lead_at(block.start, block.end)
        if match is None and block.body > block.start:
            match = self._lead_at(block.body, block.end)
        if match is None and self._bare_lead(blocks, index):
            return 1
        if match is None or outcome_pattern().match(self.text, match.end(), block.end):
            return 0
        lead, (start, end) = match.span("lead"), self.reader.trim(match.end(), block.stop)
        if block.has_word_label(self.text):
            lead = block.start, lead[1]  # "(4) Action:"
        points = _points_after(blocks, index)
        if start >= end:
            return self._listed(block, lead, points, blocks[index + 1 : index + 2])
        owners, stop = listed_owners(self.reader, start, end)
        if owners and not self.text[stop:end].strip(AROUND_OWNERS):
            self._mark_alone(blocks, index, lead, owners, end)
            return 1
        if self.text[end - 1] == ":" and points:
            end = points[-1].stop
        else:
            points = []
        for taken in (block, *points):
            taken.take()
        self._add(lead[0], end, [(start, end)], task_owners(self.reader, start, end), lead)
        return 1 + len(points)

    def _bare_lead(self, blocks: Sequence[Block], index: int) -> bool:
        """Take a block that holds a lead without colon and owners only ("ACTION Clerk")."""
        block = blocks[index]
        match = inline_pattern().match(self.text, block.start, block.end)
        if match is None or match["bare"] is None or not owners_after(self.text, match, block.end):
            return False
        owners, stop = listed_owners(self.reader, match.end(), block.end)
        if self.text[stop : block.end].strip(AROUND_OWNERS):
            return False
        self._mark_alone(blocks, index, match.span("lead"), owners, block.end)
        return True

    def _lead_at(self, start: int, end: int) -> re.Match[str] | None:
        if start >= end or self.text[start] not in LEAD_STARTS:  # a bullet may stand alone
            return None
        return lead_pattern().match(self.text, start, end)

    def _listed(self, block: Block, lead: tuple[int, int], points: list[Block], following: Sequence[Block]) -> int:
        """A lead on a line of its own: each point below is an action, or the one paragraph that follows."""
        entries = points or [other for other in following if other.kind == "paragraph" and not other.taken]
        if block.children:
            entries = block.children
        if not entries:
            return 0
        block.taken = True
        for position, entry in enumerate(entries):
            entry.take()
            first = position == 0
            start = lead[0] if first else entry.start
            numbered = entry.has_word_label(self.text)
            opening = (start, entry.body if numbered else lead[1]) if first or numbered else None
            owners = task_owners(self.reader, entry.body, entry.stop)
            self._add(start, entry.stop, [(entry.body, entry.stop)], owners, opening)
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
            if not owners_after(self.text, match, block.end):
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
                self._margin_below(group, before)
            elif len(groups) == 1:
                self._margin_action(group, block.body, block.end)
            else:
                # The task is the sentence in which the mark's line ends, or that ends before the mark.
                last_word = self.reader.trim(block.body, group[0].start)[1] - 1
                self._margin_action(group, *sentence_at(bounds, last_word))

    def _margin_below(self, group: list[Mark], before: Block) -> None:
        """Owners on a line below their task: the duties of the block above, or its last sentence."""
        if before.kind == "heading" or not self.text[before.body : before.stop].strip():
            return
        start, stop = self._task_before(before)
        owners, last = self._named(group), self.margined
        begin = last["span"]["end"] if last is not None else before.start
        if last is not None and last["span"]["start"] >= before.start and begin > start:
            last["owners"] = _distinct(last["owners"] + owners)
            last["span"] = self.reader.span(last["span"]["start"], group[-1].owners.end)
            return
        duties: list[Node] = []
        while self.nodes and self.nodes[-1]["span"]["start"] >= max(begin, before.start):
            duties.append(self.nodes.pop())
        if duties:
            start, stop = duties[-1]["span"]["start"], duties[0]["span"]["end"]
        self._margin_action(group, start, stop)

    def _task_before(self, before: Block) -> tuple[int, int]:
        """The sentence of ``before`` that its owners below belong to: the last that is no vote."""
        bounds = sentences(self.text, before.body, before.stop)
        for start, stop in reversed(bounds):
            if not vote_pattern().match(self.text, start, stop):
                return start, stop
        return bounds[-1]

    def _marks(self, block: Block) -> Iterator[Mark]:
        if self.style.trailing:
            # A block of its own may hold the mark; the line end before it belongs to the mark.
            opening = block.start
            while opening and self.text[opening - 1].isspace() and block.start - opening < INDENT:
                opening -= 1
            for mark in trailing_marks(self.text, opening, block.end):
                if not mark.owners.bodies and (mark.start >= block.start or block.start == block.body):
                    yield mark
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
        pieces, begin = [], start
        for mark in group:
            pieces.append((begin, min(stop, mark.start)))
            begin = mark.owners.end
        pieces.append((begin, max(begin, stop)))
        pieces = [piece for piece in pieces if self.text[slice(*piece)].strip(AROUND_OWNERS)]
        if pieces:
            self._add(start, max(group[-1].owners.end, stop), pieces, self._named(group), None)
            self.margined = self.nodes[-1]

    def _named(self, group: list[Mark]) -> list[Node]:
        """References to the owners of marks, each once."""
        return _distinct([owner for mark in group for owner in references(self.reader, mark.owners)])

    def _duties(self, block: Block) -> None:
        """Plain duties, one action a sentence."""
        # The line end or marker before the paragraph's first word opens its first clause.
        opening = max(0, block.body - OPENING)
        if block.body == block.start:
            opening = max(opening, *(self.text.rfind(end, opening, block.body) for end in "\r\n"))
        duties = list(duty_marks(self.text, opening, block.end))
        if not duties:
            return
        bounds = list(task_sentences(self.text, block.body, block.end))
        of_sentence: dict[tuple[int, int], dict[str, Node]] = {}
        for mark in duties:
            owners = of_sentence.setdefault(sentence_at(bounds, mark.start), {})
            owners.update((owner["name"], owner) for owner in references(self.reader, mark.owners))
        for bound, owners in of_sentence.items():
            self._add(*bound, [bound], list(owners.values()), None)

    def _add(
        self,
        start: int,
        end: int,
        pieces: list[tuple[int, int]],
        owners: list[Node],
        lead: tuple[int, int] | None,
        due: tuple[int, int] | None = None,
    ) -> None:
        string = self.reader.string
        due = due if due is not None else find_due(self.text, pieces)
        self.nodes.append(
            {
                "id": "",
                "lead": lead_words(string(*lead)) if lead is not None else None,
                "text": " ".join(filter(None, (string(*piece) for piece in pieces))),
                "owners": owners,
                "due": string(*due) if due is not None else None,
                "due_date": due_date(self.text, due, self.meeting_date) if due is not None else None,
                "resolution": None,
                "span": self.reader.span(start, end),
            }
        )


def _distinct(owners: list[Node]) -> list[Node]:
    """Owners without those that are named twice."""
    return list({owner["name"]: owner for owner in owners}.values())


def sentence_at(bounds: Sequence[tuple[int, int]], offset: int) -> tuple[int, int]:
    """Of the sentences ``bounds`` the one that holds ``offset``, or the nearest before it."""
    return bounds[max(0, bisect_right(bounds, offset, key=itemgetter(0)) - 1)]


def _points_after(blocks: Sequence[Block], index: int) -> list[Block]:
    """The points that follow ``blocks[index]`` without anything between."""
    points = []
    for at in range(index + 1, len(blocks)):
        block = blocks[at]
        if block.kind != "point" or block.taken or blocks[index].kind == "point":
            break
        points.append(block)
    return points
