"""Dates as they are printed, with their weekday, whether the calendar knows them or not."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from minutesparse.checks.page import Page
from minutesparse.checks.rules.signs import matches_at
from minutesparse.facts.dates import find_dates
from minutesparse.vocabulary import calendar as words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_WEEKDAYS = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}
MONTHS = {name: number for number, names in enumerate(words.MONTHS.values(), 1) for name in names}

LEAP_YEAR = 2024
"""Tells how many days a month may have where no year is printed."""


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date with the name of its month, as printed in ``[start, end)``; weekdays count from Monday, 0."""

    start: int
    end: int
    weekday: int | None
    day: int
    month: int
    year: int | None

    @property
    def possible(self) -> bool:
        """True where the month has such a day."""
        return 1 <= self.day <= monthrange(self.year or LEAP_YEAR, self.month)[1]

    @property
    def actual_weekday(self) -> int | None:
        """The day of the week that the date was; ``None`` without a year or for an impossible date."""
        return date(self.year, self.month, self.day).weekday() if self.year and self.possible else None


@cache
def months_without(day: int) -> tuple[str, ...]:
    """What the names of the months begin with, in lower case, in which there is no such day."""
    names = [name for name, month in MONTHS.items() if not 1 <= day <= monthrange(LEAP_YEAR, month)[1]]
    return tuple(dict.fromkeys(name[:SHORTEST_MONTH] for name in names))


SHORTEST_MONTH = 3


@cache
def _pattern() -> re.Pattern[str]:
    """Matches "Tuesday, 16th October 2018", "16 October", "October 16, 2018"; not "7 March Road"."""
    month = "|".join(re.escape(name) for name in sorted(MONTHS, key=len, reverse=True))
    ending = "|".join(words.ORDINAL_ENDINGS)
    year = r"(?P<{0}>(?:19|20)\d\d)(?![\w/-])"
    return re.compile(
        rf"""
        \b (?: (?P<weekday> (?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun) (?:day)? )
               \b [.,]{{0,2}} \s{{1,9}} (?:the \s{{1,4}})? )?+
        (?: (?P<day>\d{{1,2}}) (?:\s?(?:{ending})\b)? (?:\s{{1,9}}|,\s) (?:day\s{{1,4}})? (?:of\s{{1,4}})?
            (?P<month>{month}) \b \.? (?: [\s,]{{0,9}} {year.format("year")} )?
          | (?P<usmonth>{month}) \b \.? \s{{1,9}} (?P<usday>\d{{1,2}}) (?!\d|[.:/]\d) (?:{ending})?
            (?: \s? ,? \s{{0,9}} {year.format("usyear")} )? (?![\w%])
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def place_of_date(page: Page) -> tuple[int, int]:
    """Where the head prints the meeting's date, or else its first line: where to say that something is missing."""
    held = page.meeting["date"]
    found = next((date for date in find_dates(page.text, *page.opening) if date.value == held), None)
    return (found.start, found.end) if found is not None else page.first


def dates_in(text: str, start: int, end: int) -> Iterator[PrintedDate]:
    """The dates with a month's name in ``text[start:end]``, in order."""
    for match in _pattern().finditer(text, start, end):
        yield _date(match)


DAY = re.compile(r"day\b[.,]{0,2}\s{1,9}")
"""What each full name of a weekday ends in, in lowered text."""

LONGEST_OPENING = len("wednes")


def weekday_dates(page: Page) -> Iterator[PrintedDate]:
    """The dates of a page that print a full weekday before them, in order."""
    text = page.text
    for day in matches_at("day", DAY, page.lowered):
        start = day.start()
        while start > 0 and day.start() - start < LONGEST_OPENING and text[start - 1].isalpha():
            start -= 1
        match = _pattern().match(text, start)
        if match is not None and match["weekday"]:
            yield _date(match)


def _date(match: re.Match[str]) -> PrintedDate:
    weekday, year = match["weekday"], match["year"] or match["usyear"]
    return PrintedDate(
        match.start(),
        match.end(),
        SHORT_WEEKDAYS[weekday[:3].lower()] if weekday else None,
        int(match["day"] or match["usday"]),
        MONTHS[(match["month"] or match["usmonth"]).lower()],
        int(year) if year else None,
    )
