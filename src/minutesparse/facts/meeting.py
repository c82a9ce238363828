"""The meeting's own data in the head of a document: who met, when, where, and in what state the minutes are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from minutesparse.facts.dates import find_dates, find_times, is_month_first
from minutesparse.facts.meeting_head import LINE, LOOSE, SMALL, TITLE, Head, is_attendance, is_only_when, read_labels
from minutesparse.facts.meeting_names import NOBODY, find_venue, has_venue_word, read_name_line
from minutesparse.facts.meeting_page import read_page_title
from minutesparse.facts.meeting_title import read_before_attendance, read_state, read_statement
from minutesparse.lines import Line
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary import calendar

# A title that runs on into the attendance stands on one of the first lines.
LATEST_RUN_ON = 20


@cache
def _when_start() -> re.Pattern[str]:
    """How a lowered line of nothing but date and time may begin; most lines do not."""
    names = "|".join([*calendar.WEEKDAYS, *(re.escape(name) for names in calendar.MONTHS.values() for name in names)])
    return re.compile(rf"[\W_]*+(?:\d|{SMALL}|noon|midday|midnight|{names})")


def read_head(reader: Reader, lines: Sequence[Line], first: int, last: int, skip: set[int]) -> Node:
    """The meeting's data from ``lines[first:last + 1]`` but those in ``skip`` (attendance).

    Gives ``council``, ``committee``, ``title``, ``date``, ``start_time``, ``end_time``, ``venue``, ``status``,
    ``contacts``, ``printed``, and ``line_indices``, the indices of the lines that ``printed`` holds.
    """
    printed = [line for line in lines[max(0, first) : last + 1] if not line.blank]
    usable = [line for line in printed if line.index not in skip]
    head = Head(reader, _month_first(reader, usable))
    position = 0
    while position < len(usable):
        position += _read_at(head, usable, position)
    for line in printed[:LATEST_RUN_ON]:
        if line.index in skip:
            read_before_attendance(head, line)
    return head.node()


def read_moderngov_head(reader: Reader, lines: Sequence[Line], first: int, last: int) -> Node:
    """As `read_head`, for the page of a committee system: "Anyford Committee - Monday 4 May 2020 10:00am", labels."""
    usable = [
        line
        for line in lines[max(0, first) : last + 1]
        if not line.blank and line.role not in ("furniture", "unplaced")
    ]
    head = Head(reader, month_first=False)
    position = 0
    while position < len(usable):
        used = read_labels(head, usable, position)
        if not used and not head.titled:
            used = read_page_title(head, usable, position)
        position += max(1, used)
    return head.node()


def _month_first(reader: Reader, lines: Sequence[Line]) -> bool:
    return any(is_month_first(reader.text, line.start, line.stop) for line in lines)


def _read_at(head: Head, lines: Sequence[Line], position: int) -> int:
    """Read the line at ``position`` and those that belong to it; gives how many lines that were."""
    line = lines[position]
    if is_attendance(head.lowered, line):
        return 1
    for read in (read_labels, read_state, read_statement, _read_name, _read_when, _read_place):
        used = read(head, lines, position)
        if used:
            return used
    return 1


def _read_name(head: Head, lines: Sequence[Line], position: int) -> int:
    """A line that is the name of a council or committee."""
    line = lines[position]
    body = read_name_line(head.text, line.start, line.stop)
    if body == NOBODY:
        return 0
    head.offer_body(body, TITLE)
    head.hold("committee" if body.council is None else "council", [line])
    return 1


def _read_when(head: Head, lines: Sequence[Line], position: int) -> int:
    """A line of nothing but date and time."""
    text, line = head.text, lines[position]
    if _when_start().match(head.lowered, line.start, line.stop) is None:
        return 0
    dates = find_dates(text, line.start, line.stop, head.month_first)
    times = find_times(text, line.start, line.stop)
    if not (dates or times) or not is_only_when(text, line, [*dates, *times]):
        return 0
    # A stamp in figures alone, or a date above the title, may be the letterhead's.
    rank = LINE if head.titled or "council" in head.best or "committee" in head.best else LOOSE
    if dates:
        head.offer("date", dates[0].value, rank)
    head.offer_times(line.start, line.stop, rank)
    if dates and head.best["date"][1] != dates[0].value:
        return 1
    head.hold("date" if dates else "time", [line])
    return 1


def _read_place(head: Head, lines: Sequence[Line], position: int) -> int:
    """A line of the title area that names a place: "Anyford Village Hall", "MS Teams"."""
    text, line = head.text, lines[position]
    known = head.titled or "council" in head.best or "committee" in head.best
    if not known or "venue" in head.best or not has_venue_word(head.lowered, line.start, line.stop):
        return 0
    if any(is_attendance(head.lowered, other) for other in lines[:position]):
        return 0
    venue = find_venue(text, line.start, line.stop, ())
    if venue is None or not text[venue[0]].isupper() or len(text[line.start : line.stop].split()) > 12:
        return 0
    if text[line.stop - 1] in ".:" or "@" in text[line.start : line.stop]:
        return 0
    head.offer("venue", head.reader.string(*venue), LINE)
    head.hold("venue", [line])
    return 1
