"""The head gives no date."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.meeting.printed_dates import dates_in
from minutesparse.facts.dates import find_date


def _check(page: Page, options: Options) -> Iterator[Found]:
    if page.meeting["date"] is not None or page.printed("date") is not None:
        return
    if any(find_date(page.text, *place) is not None for place in (page.head, *page.opening_titles)):
        return
    printed = next(dates_in(page.text, *page.head), None)
    if printed is None:
        yield Found(*page.first, "no date of the meeting in the head")
    elif printed.possible:  # else another rule says so
        yield Found(printed.start, printed.end, "the date of the meeting has no year")


RULE = Rule(
    code="MP101",
    name="meeting-date-missing",
    summary="The head of the minutes gives no date of the meeting",
    why="Without the date nobody can tell which meeting decided, when it took effect, or which minutes follow these.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall

1. Apologies
There were none.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on 3 June 2024

1. Apologies
There were none.
""",
    at=(1,),
    whole=True,
)
