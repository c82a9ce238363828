"""The titles of a committee system's pages: "Anyford Committee - Monday, 4th May, 2020 10.00 am" and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from minutesparse.facts.dates import find_dates, find_times
from minutesparse.facts.meeting_head import TITLE, Head, is_only_when, labels_in, offer_meeting
from minutesparse.facts.meeting_names import any_of
from minutesparse.lines import Line
from minutesparse.vocabulary import meeting as words

# A body's name on a line of its own is no longer than this.
LONGEST_BODY = 100

DASHES = ("-", "–", "—", ",")


@cache
def _qualifier() -> re.Pattern[str]:
    """What a page prints before the body when a meeting was moved or added: "Moved from 9th May, 2020, Cabinet"."""
    return re.compile(rf"\s*{any_of(words.MOVED)}\b", re.IGNORECASE)


def read_page_title(head: Head, lines: Sequence[Line], position: int) -> int:
    """The page's title, on one line or with the date on the next; gives how many lines that were."""
    line = lines[position]
    if line.role:
        return 0
    text, start = head.text, line.start
    dates = find_dates(text, start, line.stop)
    if not dates:
        return _read_two_lines(head, lines, position)
    moved = _qualifier().match(text, start, dates[0].start) if len(dates) > 1 else None
    if moved is not None:
        start = dates[0].end
        dates = dates[1:]
    if text[start : dates[0].start].rstrip()[-1:] not in DASHES:
        return 0
    head.titled = True
    offer_meeting(head, (start, dates[0].start), dates[0], line.stop)
    head.hold("title", [line])
    head.offer("title", head.reader.string(line.start, line.stop), TITLE)
    return 1


def _read_two_lines(head: Head, lines: Sequence[Line], position: int) -> int:
    """The body's name and, right below, a line of nothing but date and time."""
    if position + 1 == len(lines):
        return 0
    text, (line, below) = head.text, lines[position : position + 2]
    if below.role or line.stop - line.start > LONGEST_BODY or not text[line.start].isupper():
        return 0
    if below.index > line.index + 2 or any(labels_in(text, line)) or text[line.stop - 1] in ".:;":
        return 0
    dates = find_dates(text, below.start, below.stop)
    if not dates or not is_only_when(text, below, [*dates, *find_times(text, below.start, below.stop)]):
        return 0
    head.titled = True
    offer_meeting(head, (line.start, line.stop), dates[0], below.stop)
    head.hold("title", [line, below])
    head.offer("title", head.reader.string(line.start, below.stop), TITLE)
    return 2
