"""How a document sets its headings throughout: what one line shows only together with others or with its neighbour.

Each function takes the text and its lines and gives the indices of the lines that show the habit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from minutesparse.headings import is_broken, text_start, vote_words
from minutesparse.lines import Line
from minutesparse.vocabulary import calendar

MOVED = re.compile(r"(?:it[ ]was[ ])?(?:moved|proposed)(?:[ ]by\b|[ ]?:)|it[ ]is[ ]recommended\b", re.IGNORECASE)
MOVED_OPENINGS = frozenset(
    letters for word in ("it", "mo", "pr") for letters in (word, word.title(), word.upper(), word[0] + word[1].upper())
)
_NAME_WORD = r"[A-Z\u00c0-\u00de][\w'\u2019-]++"
_HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Cllr|Councillor|Ald|Alderman|Trustee|Director|Commissioner)\.?[ ]++"
NAME = re.compile(rf"(?:{_HONORIFIC})?+(?P<name>{_NAME_WORD}(?:[ ](?:[A-Z]\.?[ ])?+{_NAME_WORD}){{0,3}})[.:]?\Z")
NAMED = re.compile(rf"(?:{_HONORIFIC})?+(?P<name>{_NAME_WORD})(?=[ ])")
LONGEST_NAME = 40
LATEST_DATE = 30  # lines that are not blank within which the meeting's date stands in its title
LONGEST_DATE = 60
MEETS = re.compile(r"meeting|minutes|session", re.IGNORECASE)
ABOUT_OTHERS = re.compile(r"(?:approv|adopt|confirm|accept|amend|sign)|\b(?:last|previous)\b", re.IGNORECASE)
OVER_DATE = 4  # lines of a title over its date
DASH = re.compile(r"[ ][-\u2013\u2014][ ]")
DASHES = ("-", "\u2013", "\u2014")
ANSWER = re.compile(r"[ ]*+(?:yes|no|aye|nay|absent|abstain)\b(?![ ])", re.IGNORECASE)  # of a roll call
LONGEST_DASHED = 60
FEWEST_DASHED = 6
NUMBER_BEHIND = re.compile(r"[ ]\((?P<number>[A-Z](?:-\d{1,2})?(?:/[A-Z](?:-\d{1,2})?)?|\d{1,2}\.\d{1,2})\)\Z")
FEWEST_BEHIND = 4
LONGEST_NUMBERED_BEHIND = 140
LONGEST_BEHIND = 16  # characters of such a number with its brackets


def find_motions(text: str, lines: Sequence[Line]) -> set[int]:
    """Lines that move something: "7. Moved by Councillor Ash"."""
    return {
        line.index
        for line in lines
        if text[line.body : line.body + 2] in MOVED_OPENINGS and MOVED.match(text, line.body, line.stop)
    }


@cache
def _date_line() -> re.Pattern[str]:
    """A lowered line of nothing but a date in words, and the hour: "Thursday, 5 May 2022 at 7 pm"."""
    months = "|".join(re.escape(name) for names in calendar.MONTHS.values() for name in names)
    return re.compile(
        rf"""
        [\W_]*+ (?: [^\W\d_]{{3,10}} ,?[ ]+ )?  # the day of the week
        (?: (?:{months})[ ]+\d{{1,2}}(?:st|nd|rd|th)? | \d{{1,2}}(?:st|nd|rd|th)?[ ]+(?:{months}) ) ,?[ ]+ \d{{4}}
        (?: ,?[ ]{{1,3}} (?:at[ ]|[@\u2013-][ ]?)? \d{{1,2}} (?:[:.]\d\d)? [ ]?[ap]?\.?m?\.? )? [\W_]*+ \Z
        """,
        re.VERBOSE,
    )


def find_title_date(text: str, lines: Sequence[Line]) -> int:
    """The line with the date that closes the title of the minutes, "REGULAR MEETING" over "4 May 2022"; 0 if none.

    What stands above it is the letterhead, its emphasis or capitals notwithstanding.
    """
    live: list[Line] = []
    for line in lines:
        if line.blank or line.role:
            continue
        if len(live) == LATEST_DATE:
            return 0
        words = text[line.start : line.stop].lower()
        if len(words) < LONGEST_DATE and _date_line().match(words) is not None:
            over = [text[one.start : one.stop] for one in live[-OVER_DATE:]]
            titled = any(MEETS.search(one) for one in over) and not any(ABOUT_OTHERS.search(one) for one in over)
            return line.index if titled else 0
        live.append(line)
    return 0


def find_speakers(text: str, lines: Sequence[Line]) -> set[int]:
    """Lines that hold a name and no more, over a line that begins with it: "Ann Birch" over "Ms Birch said …"."""
    found = set()
    for line, below in pairwise(lines):
        length = line.stop - line.start
        if (
            5 < length < LONGEST_NAME < below.stop - below.start
            and not line.marker
            and not below.marker
            and (name := NAME.match(text, line.start, line.stop)) is not None
            and (said := NAMED.match(text, below.start, below.stop)) is not None
            and said["name"] in name["name"].split()
        ):
            found.add(line.index)
    return found


def find_dashed(text: str, lines: Sequence[Line]) -> set[int]:
    """Lines on which a dash parts a title from its text, where the document sets its headings so."""
    dashes = [match.start() for match in DASH.finditer(text)]
    if len(dashes) < FEWEST_DASHED:
        return set()
    starts = [line.start for line in lines]
    found = set()
    begun = 0
    seen = -1
    for at in dashes:
        index = bisect_right(starts, at) - 1
        line = lines[index]
        if index == seen or line.marker or at - line.start > LONGEST_DASHED or not text[line.start].isupper():
            continue
        seen = index
        split = text_start(text, line.start, line.stop)
        if (
            split is not None
            and text[split[0] : split[1]].strip() in DASHES
            and vote_words().match(text[line.start : at].lower()) is None
            and ANSWER.match(text, split[1], line.stop) is None
        ):
            found.add(index)
            begun += index == 0 or lines[index - 1].blank
    return found if begun >= FEWEST_DASHED else set()


def find_numbers_behind(text: str, lines: Sequence[Line]) -> dict[int, tuple[int, int]]:
    """Titles that end in a number in brackets, "Closed session (C)", by the line where they begin.

    Empty where fewer than `FEWEST_BEHIND` do.
    """
    found = {}
    for line in lines:
        start, stop = line.start, line.stop
        if 5 < stop - start < LONGEST_NUMBERED_BEHIND and text[stop - 1] == ")":
            match = NUMBER_BEHIND.search(text, max(start, stop - LONGEST_BEHIND), stop)
            if match is not None:
                found[_first_of_title(text, lines, line)] = match.span("number")
    return found if len(found) >= FEWEST_BEHIND else {}


def _first_of_title(text: str, lines: Sequence[Line], line: Line) -> int:
    """The index of the line that a title begins on whose last line is ``line``: that, or the one above."""
    above = line.index - 1
    if above < 0 or lines[above].blank or (above and not lines[above - 1].blank):
        return line.index
    opening = lines[above]
    return above if not opening.marker and is_broken(text[opening.start : opening.stop]) else line.index
