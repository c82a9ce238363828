"""A weekday that the date was not."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.meeting.printed_dates import WEEKDAYS, PrintedDate, weekday_dates


def _check(page: Page, options: Options) -> Iterator[Found]:
    wrong: dict[tuple[int | None, int, int, int | None], list[PrintedDate]] = {}
    for printed in weekday_dates(page):
        actual = printed.actual_weekday
        if actual is not None and actual != printed.weekday:
            wrong.setdefault((printed.weekday, printed.day, printed.month, printed.year), []).append(printed)
    for places in wrong.values():
        first = places[0]
        assert first.weekday is not None and first.actual_weekday is not None
        times = f" (printed {len(places)} times)" if len(places) > 1 else ""
        date = " ".join(page.text[first.start : first.end].split())
        yield Found(first.start, first.end, f"{date} was a {WEEKDAYS[first.actual_weekday]}{times}")


RULE = Rule(
    code="MP103",
    name="weekday-mismatch",
    summary="The weekday printed with a date is not the one that it was",
    why="Either the day or the date is wrong, and where it is the head's nobody can say for certain when the meeting "
    "was.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Tuesday 3 June 2024

1. Apologies
There were none.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

1. Apologies
There were none.
""",
    at=(2,),
)
