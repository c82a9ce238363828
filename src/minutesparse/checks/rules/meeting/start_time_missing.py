"""Nothing says when the meeting began, in a record that tells other times."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Option, Options, Rule
from minutesparse.checks.rules.meeting.printed_dates import place_of_date
from minutesparse.facts.dates import find_clocks

ALWAYS = "always"


def _check(page: Page, options: Options) -> Iterator[Found]:
    if page.layout != "document" or page.meeting["start_time"] is not None or page.meeting["title"] is None:
        return
    if not (options[ALWAYS] or page.meeting["end_time"] is not None or page.meeting["adjournments"]):
        return  # the house tells no times: some councils leave them to the agenda
    start, end = page.opening
    closing = page.printed("end_time")
    before = min(end, closing[0]) if closing else end
    if find_clocks(page.text, start, before) or "following the" in page.lowered[:before]:
        return
    yield Found(*place_of_date(page), "nothing says when the meeting began")


RULE = Rule(
    code="MP107",
    name="start-time-missing",
    summary="The minutes tell when the meeting ended, but not when it began",
    why="Whether the meeting was called for the hour that was made public, and who came late, can only be told from "
    "the time that it began. A record that tells no time at all is most often the habit of the house.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

1. Apologies
There were none.

The meeting closed at 9.10 pm.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024 at 7.30 pm

1. Apologies
There were none.

The meeting closed at 9.10 pm.
""",
    at=(2,),
    options=(Option(ALWAYS, False, "Report it also where the minutes tell no time at all"),),
    severity="info",
    whole=True,
)
