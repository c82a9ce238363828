"""A list that leaves out a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import such
from minutesparse.checks.series import forms, printed
from minutesparse.reader import Node

FEWEST = 4  # points; of fewer nobody can say how they count
MOST_SKIPPED = 2


def _check(page: Page, options: Options) -> Iterator[Found]:
    found = [gap for run in page.lists if len(run) >= FEWEST for gap in _skips(page, run)]
    if found:
        point, missing = found[0]
        line = page.line_at(point["span"]["start"])
        more = such(len(found), "places")
        yield Found(line.start, line.stop, f"{' and '.join(missing)} left out before {point['label']}{more}")


def _skips(page: Page, run: Sequence[Node]) -> Iterator[tuple[Node, list[str]]]:
    """Points before which a number is left out, with those numbers, in a list that else counts on by one."""
    read = [dict(forms(point["label"])) for point in run]
    form = max(read[0], key=lambda form: sum(form in ways for ways in read), default=None)
    if form is None or not all(form in ways for ways in read):
        return
    values = [ways[form] for ways in read]
    skips = [place for place, (before, after) in enumerate(pairwise(values), 1) if after != before + 1]
    if len(skips) > (len(run) - 1) / FEWEST:
        return
    for place in skips:
        missing = [printed(form, value) for value in range(values[place - 1] + 1, values[place])]
        if 0 < len(missing) <= MOST_SKIPPED and _alike(page, run[place - 1], run[place]):
            between = page.text[run[place - 1]["span"]["start"] : run[place]["span"]["start"]].casefold()
            if not any(f"{label.casefold()}{closer}" in between for label in missing for closer in ").:"):
                yield run[place], missing


def _alike(page: Page, before: Node, point: Node) -> bool:
    """True where two points stand at one indent, their markers closed alike."""
    one, other = page.line_at(before["span"]["start"]), page.line_at(point["span"]["start"])
    return one.indent == other.indent and one.marker == other.marker


RULE = Rule(
    code="MP402",
    name="numbering-skips",
    summary="A list leaves out a number",
    why="A reader cannot tell whether a point was lost, or there was none.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Highways
The clerk reported:
a) The ford was closed for a day.
b) The lamp at the bridge is out.
d) Mill Lane was swept.
e) The bench was painted.
f) The sign was cleaned.

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
    at=(8,),
)
