"""A list that counts from one again, with nothing between."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import such
from minutesparse.checks.series import forms
from minutesparse.reader import Node


def _check(page: Page, options: Options) -> Iterator[Found]:
    found = [point for run in page.lists for point in _restarts(page, run)]
    if found:
        line = page.line_at(found[0]["span"]["start"])
        more = such(len(found), "points")
        yield Found(line.start, line.stop, f"the list begins again at {found[0]['label']}{more}")


def _restarts(page: Page, run: list[Node]) -> Iterator[Node]:
    for place, (before, point) in enumerate(pairwise(run), 1):
        for form, first in forms(point["label"]):
            last = dict(forms(before["label"])).get(form, 0) if first == 1 else 0
            if last < 2 or place + 1 >= len(run) or (form, 2) not in forms(run[place + 1]["label"]):
                continue
            if _beside(page, before, point) and _beside(page, run[place - 2] if place > 1 else before, before):
                yield point


def _beside(page: Page, before: Node, point: Node) -> bool:
    """True where one point follows another without a blank line, at the same indent, and does not lead in to it."""
    above, line = page.line_at(before["span"]["end"] - 1), page.line_at(point["span"]["start"])
    opening = page.line_at(before["span"]["start"])
    return before is point or (
        line.index - above.index <= 1 and opening.indent == line.indent and page.text[above.stop - 1] != ":"
    )


RULE = Rule(
    code="MP401",
    name="numbering-restarts",
    summary="A list begins to count again in its middle",
    why="Two points of one list carry the same number, and a reference to it means either of them.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Highways
The clerk reported:
a) The ford was closed for a day.
b) The lamp at the bridge is out.
c) Mill Lane was swept.
a) The bench was painted.
b) The sign was cleaned.

2. Next Meeting
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Highways
The clerk reported:
a) The ford was closed for a day.
b) The lamp at the bridge is out.
c) Mill Lane was swept.
d) The bench was painted.
e) The sign was cleaned.

2. Next Meeting
Monday 1 July.
""",
    at=(9,),
)
