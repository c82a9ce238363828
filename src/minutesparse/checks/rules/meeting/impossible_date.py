"""A date that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.meeting.printed_dates import PrintedDate, dates_in, months_without
from minutesparse.checks.rules.signs import matches_at

NEXT = re.compile(r"next\b")
CLOSING_LINES = 12
SUSPECT = re.compile(r"[02-9]\d?(?!\d)")
"""A figure that may be the day of no month: few texts have one near a month, so that few dates need be read."""

LONGEST_EVER = 29
"""Each month has the days before this one."""

NO_DAY_AFTER = frozenset("0123456789.:/\u00a3$\u20ac")
"""What makes the figure after it a time, a sum, or part of a longer number."""

WINDOW = len("Wednesday the 31st day of September, 2024")
BEFORE = len("date of the meeting, ")
AROUND = 200
"""Characters from the words "next meeting" to its date."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    seen: set[int] = set()
    for start, end in _places(page):
        for suspect in SUSPECT.finditer(page.text, start, end):
            if 0 < int(suspect[0]) < LONGEST_EVER or page.text[suspect.start() - 1] in NO_DAY_AFTER:
                continue
            first, last = max(start, suspect.start() - WINDOW), min(end, suspect.end() + WINDOW)
            if not any(page.lowered.find(month, first, last) >= 0 for month in months_without(int(suspect[0]))):
                continue
            for printed in dates_in(page.text, first, last):
                if printed.possible or printed.end in seen or not _is_meant(printed):
                    continue
                seen.add(printed.end)
                words = " ".join(page.text[printed.start : printed.end].split())
                yield Found(printed.start, printed.end, f"no calendar has the date {words}")


def _places(page: Page) -> Iterator[tuple[int, int]]:
    """Where dates of meetings stand: the head, the words on the next meeting, the closing lines."""
    head, foot = page.head[1], page.head[1]
    live = [line for line in page.lines[-4 * CLOSING_LINES :] if not line.blank][-CLOSING_LINES:]
    if live:
        foot = max(head, live[0].start)
    yield page.head
    yield from (place for place in page.opening_titles if place[0] >= head)
    for match in matches_at("next", NEXT, page.lowered, head, foot):
        end = min(match.end() + AROUND, foot)
        if page.lowered.find("meeting", max(head, match.start() - BEFORE), end) >= 0:
            yield match.start(), end
    yield foot, len(page.text)


def _is_meant(printed: PrintedDate) -> bool:
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
