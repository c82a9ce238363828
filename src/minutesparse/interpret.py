"""The outline's lines to the document: blocks of each item, the facts in them, ids and links.

The stages before decided what each line is; here each line's words find their node.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate, groupby
from operator import attrgetter

from minutesparse.block import Block, left
from minutesparse.blocks import Grouper
from minutesparse.facts.actions import ActionStyle, action_style, read_actions
from minutesparse.facts.attendance import Attendance, is_attendance_title, merge, read_attendance, read_attendance_item
from minutesparse.facts.attendance_labels import public_of
from minutesparse.facts.decisions import read_decisions
from minutesparse.facts.declarations import read_declarations
from minutesparse.facts.documents import (
    exemption,
    may_be_exempt,
    may_be_truncated,
    read_documents,
    strip_icon,
    truncated,
)
from minutesparse.facts.meeting import read_head, read_moderngov_head
from minutesparse.facts.meeting_closing import read_closing
from minutesparse.facts.sentences import trigger_places
from minutesparse.layouts.base import Layout
from minutesparse.lines import Line, index_at, wrap_width
from minutesparse.outline import Entry, Outline
from minutesparse.reader import Node, Reader
from minutesparse.stray import stray_blocks

WORD = re.compile(r"[^\W_]++")

# Roles of the lines that hold an item's running text.
BODY_ROLES = ("", "heading")
# Roles of the lines that a committee page sets apart from it.
APART_ROLES = ("purpose", "report_of", "document")
# What a heading prints between its number and its title.
AROUND_NUMBER = " .:)-\u2013"
# What it prints behind the title.
BEHIND_TITLE = " .:*-\u2013\u2014"
# What the title of the public item says that resolves to go into private.
EXCLUDING = "exclu"


@dataclass(slots=True)
class Draft:
    """What the body of the document holds before ids are given."""

    meeting: Node
    attendance: list[Node] = field(default_factory=list)
    attendance_text: list[Node] = field(default_factory=list)
    public: Node | None = None
    items: list[Node] = field(default_factory=list)
    front_matter: list[Node] = field(default_factory=list)
    back_matter: list[Node] = field(default_factory=list)
    resolutions: list[Node] = field(default_factory=list)
    actions: list[Node] = field(default_factory=list)
    declarations: list[Node] = field(default_factory=list)
    unplaced: list[Node] = field(default_factory=list)
    cut: list[Block] = field(default_factory=list)  # points deeper than the document holds


class Interpreter:
    """Reads the facts of one document."""

    def __init__(
        self, reader: Reader, lines: Sequence[Line], layout: Layout, outline: Outline, signature: Node | None
    ) -> None:
        self.reader = reader
        self.text = reader.text
        self.lines = lines
        self.layout = layout
        self.outline = outline
        width = wrap_width(reader.text, lines) if outline.width is None else outline.width
        self.grouper = Grouper(reader.text, lines, width)
        self.style: ActionStyle = action_style(reader, lines)
        self.signature = signature
        self.day: date | None = None  # of the meeting, once the head is read
        self.triggers = trigger_places(reader.lowered, 0, len(reader.text))
        self.may_be_exempt = may_be_exempt(reader)
        self.may_be_truncated = may_be_truncated(reader)

    def draft(self) -> Draft:
        """The document without ids."""
        corrected = [line for line in self.lines if line.role == "unplaced"]
        draft = self._head()
        draft.unplaced.extend(self._block_node(block) for block in self.grouper.group(corrected))
        for entry in self.outline.items:
            draft.items.append(self._item(entry, draft))
        self._tail(draft)
        self._meeting_facts(draft)
        self._claim_rest(draft)
        draft.cut = self.grouper.cut
        return draft

    # head and tail

    def _head(self) -> Draft:
        last = self.outline.head - 1
        attendance = Attendance()
        if self.layout.name == "document":
            attendance = read_attendance(self.reader, self.lines, 0, last)
            meeting = read_head(self.reader, self.lines, 0, last, attendance.line_indices)
        else:
            meeting = read_moderngov_head(self.reader, self.lines, 0, last)
        held = meeting.pop("line_indices")
        self.day = date.fromisoformat(meeting["date"]) if meeting["date"] else None
        for index in attendance.line_indices:
            self._mark(index, index, "attendance")
        for index in held:
            self._mark(index, index, "meeting")
        draft = Draft(meeting, attendance.attendees, public=attendance.public)
        draft.attendance_text = self._attendance_blocks(sorted(attendance.line_indices))
        rest = [line for line in self.lines[: last + 1] if not line.blank and not line.role]
        blocks = self.grouper.group(rest)
        draft.front_matter, draft.resolutions, draft.actions, draft.declarations = self._facts(blocks)
        return draft

    def _attendance_blocks(self, indices: Sequence[int]) -> list[Node]:
        """The attendance part as printed, a block for each paragraph."""
        printed = [self.lines[index] for index in indices]
        lines = [line for line in printed if not line.blank and line.role != "furniture"]
        return [
            self._block_node(Block("paragraph", block.start, block.stop, block.start, block.first, block.last))
            for block in self.grouper.group(lines)
        ]

    def _tail(self, draft: Draft) -> None:
        """What stands after the last item: signature, closing note."""
        start = self.outline.tail if self.outline.items else self.outline.head
        rest = [line for line in self.lines[start:] if not line.blank and line.role in ("", "signature")]
        for line in rest:
            line.role = line.role or "paragraph"
        blocks = self.grouper.group(rest)
        draft.back_matter = [self._block_node(block) for block in blocks]

    def _meeting_facts(self, draft: Draft) -> None:
        """Times, adjournments, the next meeting: wherever the text says them."""
        meeting = draft.meeting
        start = self.lines[0].start if self.lines else 0
        month_first = meeting.pop("month_first")
        closing = read_closing(self.reader, start, len(self.text), meeting["date"], meeting["start_time"], month_first)
        for name in ("start_time", "end_time"):
            # when the meeting was called to order says more than the hour that it was called for
            meeting[name] = closing[name] or meeting[name]
        meeting["printed"] += closing["printed"]
        meeting["adjournments"] = closing["adjournments"]
        meeting["next_meeting"] = closing["next_meeting"]
        meeting["signed_by"] = self.signature

    # items

    def _item(self, entry: Entry, draft: Draft) -> Node:
        own = self._own_lines(entry)
        body = [line for line in own if line.role in BODY_ROLES]
        apart = [line for line in own if line.role in APART_ROLES] if len(body) < len(own) else []
        number = self.reader.string(*entry.number) if entry.number else None
        title, documents = self._title(entry)
        exempted = self._exemption(entry)
        if apart:
            documents += self._listed_documents(own)
        blocks = self._stray(self.grouper.group(self._body_lines(entry, body)), entry, apart, draft)
        content, resolutions, actions, declarations = self._facts(blocks, title)
        self._read_attendance_item(entry, title, blocks, draft)
        content = self._heading_words(entry, number or "", title) + content
        start = self.lines[entry.first].start
        end = self.lines[entry.last].stop
        return {
            "id": "",
            "number": number,
            "title": title,
            "level": entry.level,
            "purpose": self._joined(apart, "purpose") if apart else None,
            "report_of": self._joined(apart, "report_of") if apart else None,
            "documents": documents,
            "exempt": entry.exempt or (exempted is not None and EXCLUDING not in (title or "").lower()),
            "exemption": exempted,
            "truncated": self.may_be_truncated
            and any(truncated(self.reader, block.body, block.stop) for block in blocks),
            "content": content,
            "resolutions": resolutions,
            "actions": actions,
            "declarations": declarations,
            "items": [self._item(child, draft) for child in entry.children],
            "span": self.reader.span(start, end),
        }

    def _own_lines(self, entry: Entry) -> list[Line]:
        """The lines of an item that are neither blank nor a child's."""
        own: list[Line] = []
        at = entry.first
        for child in entry.children:
            own += self.lines[at : child.first]
            at = child.last + 1
        own += self.lines[at : entry.last + 1]
        return [line for line in own if not line.blank]

    def _title(self, entry: Entry) -> tuple[str | None, list[Node]]:
        """The title without icon words, and the documents that the icon words announce."""
        parts: list[str] = []
        documents: list[Node] = []
        for start, end in entry.title:
            stop = strip_icon(self.text, start, end)
            parts.append(self.reader.string(start, stop))
            if stop != end:
                documents += read_documents(self.reader, start, end)
        return " ".join(part for part in parts if part) or None, documents

    def _listed_documents(self, own: Sequence[Line]) -> list[Node]:
        """The papers below a documents label; each run of lines is read at once, since entries wrap."""
        nodes: list[Node] = []
        for role, run in groupby(own, key=attrgetter("role")):
            if role == "document":
                listed = list(run)
                nodes += read_documents(self.reader, listed[0].start, listed[-1].stop)
        return nodes

    def _body_lines(self, entry: Entry, body: list[Line]) -> list[Line]:
        if entry.body is None:
            return body
        # The heading runs into its text: the rest of its line is the first line of the body.
        heading = next(line for line in self.lines[entry.first : entry.last + 1] if line.stop >= entry.body)
        start, stop = self.reader.trim(entry.body, heading.stop)
        if start == stop:
            return body
        rest = Line(heading.index, start, stop, heading.indent)
        return [rest, *body]

    def _heading_words(self, entry: Entry, number: str, title: str | None) -> list[Node]:
        """The heading as printed, where number and title do not hold all its words ("Item 7: Finance")."""
        line = last = self.lines[entry.first]
        stop = entry.body if entry.body is not None and entry.body <= line.stop else line.stop
        if entry.number and entry.number[0] > line.stop:  # announced twice, and the second printing names it
            for above in self.lines[entry.first + 1 : entry.last + 1]:
                if above.stop >= entry.number[0]:
                    break
                if above.role == "item_heading":
                    last, stop = above, above.stop
        printed = self.reader.string(line.start, stop)
        before, _, behind = printed.partition(title) if title else (printed, "", "")
        if before.strip(AROUND_NUMBER) == number and not before[-1:].isalnum() and not behind.strip(BEHIND_TITLE):
            return []
        held = set(words_of(f"{number} {title or ''}"))
        if any(line.start <= start < stop for start, _ in entry.title):  # then its documents hold the icon words
            printed = printed[: strip_icon(printed, 0, len(printed))]
        if held.issuperset(words_of(printed)):
            return []
        return [self._block_node(Block("heading", line.start, stop, line.start, line.index, last.index))]

    def _joined(self, lines: Sequence[Line], role: str) -> str | None:
        """The words of the lines of one role."""
        return " ".join([self.reader.string(line.start, line.stop) for line in lines if line.role == role]) or None

    def _exemption(self, entry: Entry) -> str | None:
        if not self.may_be_exempt:
            return None
        for start, end in entry.title:
            found = exemption(self.text, start, end)
            if found is not None:
                return self.reader.string(found.start, found.end)
        return None

    def _stray(self, blocks: list[Block], entry: Entry, apart: Sequence[Line], draft: Draft) -> list[Block]:
        """Blocks without the drafting notes among them, which go to ``unplaced``; the item ends with what is left."""
        if self.layout.name == "document":
            return blocks
        strays = stray_blocks(self.reader, blocks)
        for block in strays:
            self._mark(block.first, block.last, "unplaced")
            draft.unplaced.append(self._block_node(block))
        if strays:
            notes = set(strays)
            kept = [block for block in blocks if block not in notes]
            if kept and kept[-1].stop < strays[0].start:
                last = [one.last for block in kept for one in block.walk()] + [child.last for child in entry.children]
                entry.last = max(entry.first, *last, *(line.index for line in apart))
            return kept
        return blocks

    def _read_attendance_item(self, entry: Entry, title: str | None, blocks: Sequence[Block], draft: Draft) -> None:
        if title is None or not is_attendance_title(title):
            return
        found: list[Node] = []
        for start, end in entry.title:  # "Apologies were received from Mr Vale" as a heading
            if self.reader.lowered.find(" from ", start, end) >= 0:
                found += read_attendance_item(self.reader, start, end, title)
        if blocks:
            start, end = blocks[0].start, blocks[-1].stop
            found += read_attendance_item(self.reader, start, end, title)
            draft.public = draft.public or public_of(self.reader, start, end)
        draft.attendance = merge(draft.attendance, found)

    def _claim_rest(self, draft: Draft) -> None:
        """Lines that no stage claimed go to ``unplaced``: nothing is ever dropped."""
        rest = [line for line in self.lines if not line.blank and not line.role]
        for block in self.grouper.group(rest):
            draft.unplaced += [self._block_node(block)]
        for line in rest:
            line.role = "unplaced"

    # blocks and facts

    def _facts(
        self, blocks: list[Block], title: str | None = None
    ) -> tuple[list[Node], list[Node], list[Node], list[Node]]:
        """Content, resolutions, actions and declarations of one run of blocks."""
        resolutions = read_decisions(self.reader, blocks, self.triggers)
        actions = read_actions(self.reader, blocks, self.style, self.day)
        declarations = read_declarations(self.reader, blocks, title)
        for block in walk_blocks(blocks):
            if not block.taken or block.kind == "label":
                self._mark(block.first, block.last, block.kind)
        self._mark_facts(resolutions, actions, declarations)
        _tie_actions(actions, resolutions)
        return [self._block_node(block) for block in left(blocks)], resolutions, actions, declarations

    def _mark_facts(self, resolutions: list[Node], actions: list[Node], declarations: list[Node]) -> None:
        for resolution in resolutions:
            for clause in walk_clauses(resolution["clauses"]):
                self._mark_span(clause["span"], "clause")
            if resolution["reason"] is not None:
                self._mark_span(resolution["reason"]["span"], "reason")
        for nodes, role in ((actions, "action"), (declarations, "declaration"), (resolutions, "resolution")):
            for node in nodes:
                self._mark_span(node["span"], role)

    def _mark_span(self, span: dict[str, int], role: str) -> None:
        # the number of its line is no index where items run in
        self._mark(index_at(self.lines, span["start"]), index_at(self.lines, span["end"] - 1), role)

    def _mark(self, first: int, last: int, role: str) -> None:
        """Give lines their role, by index from ``first`` to ``last``, but for those that have one."""
        for line in self.lines[first : last + 1]:
            if not line.role and not line.blank:
                line.role = role

    def _block_node(self, block: Block) -> Node:
        reader = self.reader
        return {
            "kind": block.kind,
            "id": "" if block.kind == "point" else None,
            "label": reader.string(*block.label) if block.label else None,
            "text": reader.string(block.body, block.end),
            "children": [self._block_node(child) for child in left(block.children)] if block.children else [],
            "span": reader.span(block.start, block.stop),
        }


def words_of(text: str) -> list[str]:
    """The words of a string without case and punctuation."""
    return WORD.findall(text.casefold())


def walk_blocks(blocks: Iterable[Block]) -> list[Block]:
    """All blocks, parents first."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        if block.children:
            found += walk_blocks(block.children)
    return found


def walk_clauses(clauses: Iterable[Node]) -> Iterator[Node]:
    """All clauses, parents first."""
    for clause in clauses:
        yield clause
        yield from walk_clauses(clause["clauses"])


def _tie_actions(actions: list[Node], resolutions: list[Node]) -> None:
    """An action that is set under a decision, with nothing but actions between, belongs to it; ids come later."""
    if not (actions and resolutions):
        return
    begun = sorted((resolution["span"]["start"], at) for at, resolution in enumerate(resolutions))
    starts = [start for start, _ in begun]
    last = list(accumulate((at for _, at in begun), max))
    for action in actions:
        above = bisect_right(starts, action["span"]["start"])
        action["resolution"] = resolutions[last[above - 1]] if above else None
