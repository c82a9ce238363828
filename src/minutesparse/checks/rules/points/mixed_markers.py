"""A list whose points are marked in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.series import forms
from minutesparse.reader import Node

FEWEST = 4  # points of a list
# Bullets of one level. One of the other kind below is as often a list within that lost its indent.
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212*+")
DOTS = frozenset("\u2022\u00b7\u25cf\u2219*")


def _check(page: Page, options: Options) -> Iterator[Found]:
    for run in page.lists:
        points = [point for top in run for point in (top, *top["children"])]
        if len(points) < FEWEST or len({page.line_at(point["span"]["start"]).indent for point in points}) > 1:
            continue
        marks = [_marker(page, point) for point in points]
        (usual, most), *others = Counter(marks).most_common()
        if len(others) != 1 or most != len(points) - 1 or not _of_one_list({usual, others[0][0]}, points):
            continue
        other = points[marks.index(others[0][0])]
        line = page.line_at(other["span"]["start"])
        if other["text"]:
            yield Found(line.start, line.stop, f"this point is marked {others[0][0]}, its list {usual}")
            return


def _of_one_list(marks: set[str], points: list[Node]) -> bool:
    """True for two bullets that stand for the same, and for numbers that count on although they close differently."""
    if all(mark.startswith("#") or mark.startswith("(#") for mark in marks):
        return _counts_on(points)
    return marks <= DASHES or marks <= DOTS


def _marker(page: Page, point: Node) -> str:
    """How a point is marked: its bullet, or what closes its number ("a)" is ``#)``)."""
    line = page.line_at(point["span"]["start"])
    label: str = point["label"]
    if not forms(label):
        return label
    return page.text[line.start : line.body].replace(label, "#", 1).strip().rstrip("\\")


def _counts_on(run: list[Node]) -> bool:
    """True where the numbers of a list count on by one in some form."""
    read = [forms(point["label"]) for point in run]
    return any(
        all(any(way == (form, value + place) for way in ways) for place, ways in enumerate(read))
        for form, value in read[0]
    )


RULE = Rule(
    code="MP403",
    name="mixed-markers",
    summary="The points of one list are marked in two ways",
    why="A reader takes another marker for another list, or for a list within.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Highways
The clerk reported:
- The ford was closed for a day.
- The lamp at the bridge is out.
* Mill Lane was swept.
- The bench was painted.

2. Next Meeting
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Highways
The clerk reported:
- The ford was closed for a day.
- The lamp at the bridge is out.
- Mill Lane was swept.
- The bench was painted.

2. Next Meeting
Monday 1 July.
""",
    at=(8,),
    severity="info",
)
