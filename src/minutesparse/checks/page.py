"""One file as the rules see it: its document, its lines, and the questions that several of them ask."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby, islice
from operator import itemgetter

from minutesparse.checks.house_style import HouseStyle
from minutesparse.checks.series import Gap, Series, gaps, series_of
from minutesparse.lines import Line
from minutesparse.reader import Node
from minutesparse.source import Source
from minutesparse.stages import read_stages

OPENING = re.compile(r"[^\w\r\n]{0,8}(?:[A-Za-z]{0,6}[ ./-]?\d[\w./-]{0,12}|[IVXLivxl]{1,7}\b)")
STOPS = " .,:;()[]*_#|\\-"
# Control characters, separators, marks without width or of direction, private use, the replacement character.
UNUSUAL = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ue000-\uf8ff\ufeff\ufffd]"
)

WHOLE_LAYOUTS = ("document", "moderngov-meeting")

OPENING_LINES = 25
"""A head takes no more lines than these."""
FEWEST_HEAD_LINES = 3
LONGEST_TITLE = 90


class Page:
    """The document of one source (a plain node of the contract), with its lines.

    Rules read it and never change it; what costs time is computed once, when first asked for.
    """

    def __init__(self, source: Source, layout: str | None = None, house: HouseStyle | None = None) -> None:
        stages = read_stages(source, layout)
        self.source = source
        self.text = source.text
        self.lines: list[Line] = stages.lines
        self.layout = stages.layout.name
        self.document: Node = stages.node(None, False)
        self.house = house or HouseStyle()

    @property
    def meeting(self) -> Node:
        """The document's meeting."""
        meeting: Node = self.document["meeting"]
        return meeting

    @property
    def whole(self) -> bool:
        """True where the text records a meeting, not one item of it."""
        return self.layout in WHOLE_LAYOUTS

    @cached_property
    def items(self) -> list[Node]:
        """All items, in order, an item before its sub-items."""
        return list(_walk(self.document["items"], "items"))

    @cached_property
    def series(self) -> list[Series]:
        """The series that items beside each other are numbered in, the outermost first."""
        groups = [self.document["items"], *(item["items"] for item in self.items)]
        return [series for group in groups if (series := series_of(group)) is not None]

    def gaps(self, series: Series) -> list[Gap]:
        """The numbers that a series leaves out."""
        return gaps(series, lambda: self.openings, self.text)

    @cached_property
    def openings(self) -> frozenset[str]:
        """What lines open with, as far as it may be a number: "4", "CS.02", "iv", without closing punctuation."""
        found: set[str] = set()
        for line in self.lines:
            if not line.blank and (opening := OPENING.match(self.text, line.start, line.stop)) is not None:
                printed = opening[0].strip(STOPS)
                found.update((printed, printed.partition(".")[0]))
                if line.label is not None:
                    found.add(self.text[line.label[0] : line.label[1]])
        return frozenset(found)

    @cached_property
    def resolutions(self) -> list[Node]:
        """All resolutions, in order of their place."""
        return self._facts("resolutions")

    @cached_property
    def actions(self) -> list[Node]:
        """All actions, in order of their place."""
        return self._facts("actions")

    @cached_property
    def declarations(self) -> list[Node]:
        """All declarations, in order of their place."""
        return self._facts("declarations")

    @cached_property
    def blocks(self) -> list[Node]:
        """All blocks of front matter, items and back matter, nested ones after their parents."""
        tops = [self.document["front_matter"], *(item["content"] for item in self.items), self.document["back_matter"]]
        return [block for top in tops for block in _walk(top, "children")]

    @cached_property
    def unusual(self) -> list[int]:
        """Where characters stand that print nothing or that no font for text shows; not tabs, line and page ends."""
        return [match.start() for match in UNUSUAL.finditer(self.text)]

    @cached_property
    def live(self) -> list[Line]:
        """The lines that are not blank."""
        return [line for line in self.lines if not line.blank]

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Where text stands between blank lines; page furniture parts it too."""
        found: list[tuple[int, int]] = []
        start = end = -1
        for line in self.lines:
            if line.blank or line.role == "furniture":
                if start >= 0:
                    found.append((start, end))
                start = -1
            else:
                start, end = (line.start, line.stop) if start < 0 else (start, line.stop)
        if start >= 0:
            found.append((start, end))
        return found

    @cached_property
    def lists(self) -> list[list[Node]]:
        """The points that stand beside each other with nothing between them, two or more."""
        document = self.document
        tops = [document["front_matter"], *(item["content"] for item in self.items), document["back_matter"]]
        groups = [*tops, *(block["children"] for block in self.blocks if block["children"])]
        return [run for group in groups for run in _runs(group) if len(run) > 1]

    @cached_property
    def people(self) -> dict[str, Node]:
        """The attendees by their ids."""
        return {person["id"]: person for person in self.document["attendance"]}

    @cached_property
    def first(self) -> tuple[int, int]:
        """The first line that is not blank: where to point to when something is missing from the head."""
        return next(((line.start, line.stop) for line in self.lines if not line.blank), (0, 0))

    @cached_property
    def opening(self) -> tuple[int, int]:
        """Offsets of the first lines that are not blank, where a head stands if there is one."""
        live = [line for line in islice(self.lines, 4 * OPENING_LINES) if not line.blank][:OPENING_LINES]
        return (live[0].start, live[-1].stop) if live else (0, 0)

    @cached_property
    def head(self) -> tuple[int, int]:
        """Offsets of the head itself: what stands before the attendance and the items, three lines at least."""
        start, end = self.opening
        live = [line for line in islice(self.lines, 4 * OPENING_LINES) if not line.blank][:FEWEST_HEAD_LINES]
        below = [node["span"]["start"] for node in (*self.document["attendance"], *self.document["items"][:1])]
        return start, min(end, max([live[-1].stop, min(below)])) if below and live else end

    @cached_property
    def opening_titles(self) -> list[tuple[int, int]]:
        """The short lines of the opening, among which a title or a date of its own stands wherever the head ends."""
        start, end = self.opening
        return [
            (line.start, line.stop)
            for line in islice(self.lines, 4 * OPENING_LINES)
            if start <= line.start < line.stop <= end and line.stop - line.start <= LONGEST_TITLE
        ]

    @cached_property
    def lowered(self) -> str:
        """The text in lower case, each character at its offset."""
        lowered = self.text.lower()
        if len(lowered) == len(self.text):
            return lowered
        return "".join([low if len(low := one.lower()) == 1 else one for one in self.text])

    def printed(self, field: str) -> tuple[int, int] | None:
        """Where the head prints a field of the meeting, such as ``date``."""
        for printed in self.meeting["printed"]:
            if printed["field"] == field:
                return printed["span"]["start"], printed["span"]["end"]
        return None

    def line_at(self, offset: int) -> Line:
        """The line that holds the character at ``offset``."""
        return self.lines[self.source.line_of(offset) - 1]

    def heading(self, item: Node) -> tuple[int, int]:
        """The line of an item's heading."""
        line = self.line_at(item["span"]["start"])
        return line.start, line.stop

    def item_at(self, offset: int) -> Node | None:
        """The innermost item around ``offset``."""
        place = bisect_right(self._item_starts, offset) - 1
        while place >= 0 and self.items[place]["span"]["end"] <= offset:
            place = self._parents[place]
        return self.items[place] if place >= 0 else None

    @cached_property
    def _item_starts(self) -> list[int]:
        return [item["span"]["start"] for item in self.items]

    @cached_property
    def _parents(self) -> list[int]:
        """For each item the place of the item around it in `items`, -1 for outermost ones."""
        parents: list[int] = []
        around: list[int] = []
        for place, item in enumerate(self.items):
            while around and self.items[around[-1]]["span"]["end"] <= item["span"]["start"]:
                around.pop()
            parents.append(around[-1] if around else -1)
            around.append(place)
        return parents

    def _facts(self, kind: str) -> list[Node]:
        found = [*self.document[kind], *(fact for item in self.items for fact in item[kind])]
        return sorted(found, key=lambda fact: int(fact["span"]["start"]))


def place(node: Node) -> tuple[int, int]:
    """Offsets of a node's span."""
    return node["span"]["start"], node["span"]["end"]


def _runs(blocks: list[Node]) -> Iterator[list[Node]]:
    """The points of a list of blocks, parted where another block stands between."""
    for kind, run in groupby(blocks, key=itemgetter("kind")):
        if kind == "point":
            yield list(run)


def _walk(nodes: list[Node], below: str) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node[below], below)
