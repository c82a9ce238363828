"""Nothing says when the meeting began."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.meeting.printed_dates import place_of_date
from minutesparse.facts.dates import find_clocks


def _check(page: Page, options: Options) -> Iterator[Found]:
    if page.layout != "document" or page.meeting["start_time"] is not None or page.meeting["title"] is None:
        return
    if find_clocks(page.text, *page.opening) or "following the" in page.lowered[: page.opening[1]]:
        return
    yield Found(*place_of_date(page), "nothing says when the meeting began")


RULE = Rule(
    code="MP107",
    name="start-time-missing",
    summary="Nothing says when the meeting began",
    why="Whether the meeting was called for the hour that was made public, and who came late, can only be told from "
    "the time that it began.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

1. Apologies
There were none.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024 at 7.30 pm

1. Apologies
There were none.
""",
    at=(2,),
    severity="info",
    whole=True,
)
