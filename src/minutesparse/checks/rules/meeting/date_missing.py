"""The head gives no date."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule


def _check(page: Page, options: Options) -> Iterator[Found]:
    if page.meeting["date"] is None and page.printed("date") is None:
        yield Found(*page.first, "no date of the meeting in the head")


RULE = Rule(
    code="MP101",
    name="meeting-date-missing",
    summary="The head of the minutes gives no date of the meeting",
    why="Without the date nobody can tell which meeting decided, when it took effect, or which minutes follow these.",
    source="Local Government Act 1972, Schedule 12, paragraph 41(1)",
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
