"""A date that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.meeting.printed_dates import PrintedDate, dates_in

NEXT_MEETING = re.compile(r"next[ ](?:\w{1,12}[ ]){0,3}meeting|meeting[ ](?:\w{1,12}[ ]){0,3}next|date[ ]of[ ]next")
CLOSING_LINES = 12
AROUND = 200
"""Characters from the words "next meeting" to its date."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    seen: set[int] = set()
    for start, end in _places(page):
        for printed in dates_in(page.text, start, end):
            if not printed.possible and _is_meant(page.text, printed) and printed.start not in seen:
                seen.add(printed.start)
                words = " ".join(page.text[printed.start : printed.end].split())
                yield Found(printed.start, printed.end, f"no calendar has the date {words}")


def _places(page: Page) -> Iterator[tuple[int, int]]:
    """Where dates of meetings stand: the head, the words on the next meeting, the closing lines."""
    head, foot = page.head[1], page.head[1]
    live = [line for line in page.lines[-4 * CLOSING_LINES :] if not line.blank][-CLOSING_LINES:]
    if live:
        foot = max(head, live[0].start)
    yield page.head
    yield from page.opening_titles
    for match in NEXT_MEETING.finditer(page.lowered, head, foot):
        yield match.start(), min(match.end() + AROUND, foot)
    yield foot, len(page.text)


def _is_meant(text: str, printed: PrintedDate) -> bool:
    """False for a house number before a street that is called after a month."""
    return printed.year is not None or printed.weekday is not None or 1 <= printed.day <= 31


RULE = Rule(
    code="MP102",
    name="impossible-date",
    summary="The date of a meeting is one that no calendar has",
    why="The month or the day is wrong, and a reader cannot tell which: the meeting has no date, or the public comes "
    "to the next one on the wrong day.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on 3 June 2024

1. Apologies
There were none.

2. Next meeting
The next meeting is on 31 June 2024.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on 3 June 2024

1. Apologies
There were none.

2. Next meeting
The next meeting is on 30 June 2024.
""",
    at=(8,),
    severity="error",
)
