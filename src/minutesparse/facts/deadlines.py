"""Deadlines of tasks: "by 5 May", "before the next meeting"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from minutesparse.facts.dates import find_date
from minutesparse.vocabulary.actions import MONTHS, WEEKDAYS


@cache
def due_pattern() -> re.Pattern[str]:
    """A deadline as printed, its preposition included."""
    month, day = rf"(?:{'|'.join(MONTHS)})\b\.?", rf"(?:{'|'.join(WEEKDAYS)})"
    return re.compile(
        rf"""\b (?: by | before | until | no\s+later\s+than | prior\s+to | in\s+time\s+for | due(?:\s+date)?:?
            | deadline:? ) \s+
        (?: (?:the\s+)? end \s+ (?:of\s+)? (?:the\s+)?
            (?: {month} (?:\s+\d{{4}})? | week | month | year | financial\s+year | \d{{4}} )
          | (?:the\s+)? (?: next | following | {month} ) \s+ (?:\w+\s+){{0,3}} meeting
          | (?:{day},?\s+)? (?:the\s+)? \d{{1,2}} (?:st|nd|rd|th)? (?:\s+(?:of\s+)?|,) {month} ,? (?:\s+\d{{4}}\b)?
          | (?:{day},?\s+)? {month} \s+ \d{{1,2}} (?:st|nd|rd|th)? \b (?:,?\s+\d{{4}}\b)?
          | (?:{day},?\s+)? \d{{1,2}} [./-] \d{{1,2}} [./-] \d{{2,4}} \b
          | \d{{4}}-\d{{2}}-\d{{2}} \b
          | (?:(?:early|mid|late)[\s-]+)? {month} (?:\s+\d{{4}}\b)?
          | (?:next\s+)? (?: {day} | week | month ) \b
        ) (?!\w)""",
        re.VERBOSE | re.IGNORECASE,
    )


def find_due(text: str, pieces: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Where a deadline stands in the pieces of a task."""
    for piece in pieces:
        match = due_pattern().search(text, *piece)
        if match is not None:
            return match.start(), match.end() - (text[match.end() - 1] == ".")
    return None


def due_date(text: str, due: tuple[int, int], meeting_date: date | None) -> str | None:
    """ISO date of a deadline that prints its day; without a year, the first on or after the meeting."""
    found = find_date(text, *due)
    if found is None and meeting_date is not None:
        for year in (meeting_date.year, meeting_date.year + 1):
            found = find_date(text, *due, year=year)
            if found is None or found.value >= meeting_date.isoformat():
                break
    return found.value if found is not None else None
