"""A page number or running head in the middle of a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Edit, Fix, Found, Options, Rule
from minutesparse.lines import Line

SENTENCE_ENDS = ".:;!?"
SHORTEST_BEFORE = 30
"""Characters of a line that a sentence goes on from; a shorter one may be a heading or an entry of a list."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    if page.layout != "document":
        return
    places = list(_interruptions(page))
    if not places:
        return
    edits = [Edit(before.stop, after.start, _line_end(page, before)) for before, _, after in places]
    whole = _within_paragraphs(page, edits)
    first = places[0][1]
    words = " ".join(page.text[first.start : first.stop].split())
    times = f", the first of {len(places)} places" if len(places) > 1 else ""
    fix = Fix("take the page's header or footer out of the sentence", tuple(whole)) if whole else None
    yield Found(first.start, first.stop, f'"{words}" of the page stands in the middle of a sentence{times}', fix)


def _interruptions(page: Page) -> Iterator[tuple[Line, Line, Line]]:
    """The line before, the first line of furniture, and the line after, where a sentence goes on around furniture."""
    text = page.text
    live = page.live
    if not any(line.role == "furniture" for line in live):
        return
    kept = [(position, line) for position, line in enumerate(live) if line.role != "furniture"]
    for (at, before), (to, after) in pairwise(kept):
        if (
            to > at + 1
            and not after.marker
            and text[after.start].islower()
            and before.stop - before.start >= SHORTEST_BEFORE
            and text[before.stop - 1] not in SENTENCE_ENDS
        ):
            yield before, live[at + 1], after


def _within_paragraphs(page: Page, edits: list[Edit]) -> list[Edit]:
    """The edits inside a paragraph or decision, which alone are sure to leave all as it is; they are in order."""
    starts = [edit.start for edit in edits]
    kept: set[int] = set()
    for node in (*page.blocks, *page.resolutions):
        start, end = place(node)
        index = bisect_right(starts, start)
        while index < len(edits) and edits[index].end < end:
            kept.add(index)
            index += 1
    return [edits[index] for index in sorted(kept)]


def _line_end(page: Page, line: Line) -> str:
    """What ends the line: LF, CRLF or CR."""
    return page.text[line.stop : page.source.starts[line.index + 1]].lstrip(" \t\f\xa0") or "\n"


RULE = Rule(
    code="MP110",
    name="furniture-in-text",
    summary="A page's header, footer or number stands in the middle of a sentence",
    why="It was taken along when the minutes were copied out of a paginated file: searches for the sentence miss it, "
    "and whoever quotes it quotes the page number too.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

1. Footpaths
The clerk reported that the landowner had agreed to mend the stile on the path

Page 1 of 2

by the mill before the end of the summer.

2. Trees
The clerk reported that three trees had been felled in the storm of 20 May, and

Page 2 of 2

that the wood was to be sold.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

1. Footpaths
The clerk reported that the landowner had agreed to mend the stile on the path
by the mill before the end of the summer.

2. Trees
The clerk reported that three trees had been felled in the storm of 20 May, and
that the wood was to be sold.
""",
    at=(7,),
    severity="info",
    fix="unsafe",
)
