"""A meeting that ended before it began."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule

LATEST_NIGHT, EARLIEST_EVENING = "04:00", "16:00"
"""An evening meeting may end in the small hours."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    start, end = page.meeting["start_time"], page.meeting["end_time"]
    if start is None or end is None or end >= start or (end < LATEST_NIGHT and start >= EARLIEST_EVENING):
        return
    place = page.printed("end_time") or page.printed("time") or page.first
    yield Found(*place, f"the meeting ended at {end}, before it began at {start}")


RULE = Rule(
    code="MP108",
    name="end-before-start",
    summary="The meeting ended before it began",
    why="One of the two times is wrong, most often a.m. for p.m.; decisions and departures are timed by them.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024 at 7.30 pm

1. Apologies
There were none.

The meeting closed at 6.40 pm.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024 at 7.30 pm

1. Apologies
There were none.

The meeting closed at 8.40 pm.
""",
    at=(7,),
)
