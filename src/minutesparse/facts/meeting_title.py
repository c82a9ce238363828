"""Titles and sentences of the head: "Minutes of the meeting of the Anyford Committee held in the Town Hall on"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from minutesparse.facts.dates import find_dates
from minutesparse.facts.meeting_head import HELD, LABELLED, TITLE, Head, is_attendance, labels_in, offer_state
from minutesparse.facts.meeting_names import (
    NOBODY,
    any_of,
    find_venue,
    has_venue_word,
    read_body,
    read_name_line,
)
from minutesparse.lines import Line
from minutesparse.vocabulary import meeting as words

# A title has no more words than this unless it says that a meeting was held.
LONGEST_TITLE = 16

# Where a whole document stands on one line, only this many characters of it are its head; such a line is not held.
LONGEST_LINE = 600

# A statement that a meeting was held goes on over no more lines than this.
LONGEST_STATEMENT = 6


@cache
def _held() -> re.Pattern[str]:
    """The verb of "a meeting was held on"; not "the post that he held"."""
    return re.compile(rf"\b(?:{'|'.join(words.HELD)})\b(?=\W+(?:\w+\W+){{0,9}}?(?:on|at|in|via|by|am|remotely|\d))")


@cache
def _held_letters() -> re.Pattern[str]:
    """`_held` without regard to where words end; most lines fail here, and soon."""
    return re.compile("|".join(words.HELD))


@cache
def _title_letters() -> re.Pattern[str]:
    return re.compile("|".join(words.TITLE_PARTS))


def find_held(lowered: str, start: int, end: int) -> re.Match[str] | None:
    """The verb that says in the lowered text that a meeting was held, or ``None``."""
    if _held_letters().search(lowered, start, end) is None:
        return None
    return _held().search(lowered, start, end)


# The patterns of words below are for lowered text: matching without regard to case costs several times as much.


@cache
def _title_start() -> re.Pattern[str]:
    """The first words of a title line: "Draft minutes", "Annual general meeting", "MEETING 4th MAY"."""
    kinds = any_of((*words.KINDS, *words.KINDS_BEFORE_MEETING))
    state = any_of((*words.DRAFT, *words.CONFIRMED))
    return re.compile(
        rf"""
        [\W_]* (?: (?:extract \s+ of \s+)? (?:the \s+)? (?:{state} \W+ | {kinds} \s+ ){{0,4}}+
          (?: {any_of(words.RECORDS)} | meeting | agm ) \b
          | (?:the \s+)? [\w'’ ]{{3,60}}? \b meeting \s+ (?:was \s+)? (?:held|convened) \b )
        """,
        re.VERBOSE,
    )


@cache
def _title_end() -> re.Pattern[str]:
    """The last words of a title line: "… Board meeting", "… Council minutes", "… meeting report"."""
    return re.compile(r"\b(?:meeting|minutes|agm|session)(?:\s+(?:minutes|report|notes))?[\W_]*\Z")


@cache
def _state_line() -> re.Pattern[str]:
    """A line that says no more than the state of the minutes."""
    state = any_of((*words.DRAFT, *words.CONFIRMED))
    return re.compile(
        rf"""
        [\W_]*+ (?: (?:these \s++)? (?:meeting \s++)? (?:minutes|notes) \s++ (?: (?:were|are|not \s++ yet) \s*+ )?
            | final \s++ )?
        {state} \b (?! \s+ minutes \s+ (?:of|for) \b )
        """,
        re.VERBOSE,
    )


SENTENCE_END = re.compile(r"[.:][\s*_]*\Z")
CONTINUED = re.compile(r"[\W_]*(?:(?:meeting\s+)?held|at|on|in|and|of)\b")
OPEN_END = re.compile(r"(?:\b(?:of|the|for|in|and|at|on)|,)\s*\Z")
RUN_ON_ATTENDANCE = re.compile(
    r"\b(?:(?:(?:with\s+)?the\s+following|those|(?:\w+\s+)?(?:members|directors|councillors))\s+)?+"
    r"(?:present(?:\s+were)?|attendance|attending)\s{0,2}:"
)
OTHER_MINUTES = re.compile(
    r"\bminutes\b.{0,80}\b(?:were|was|read|circulated|proposed)\b(?!\s+held)|\b(?:last|previous)\s+meeting\b"
)
"""A sentence about the minutes of an earlier meeting."""

MINUTES_APPROVED = re.compile(r"\bminutes\W+(?:approved|adopted|confirmed|ratified)\b")
"""When and by whom these minutes were approved: "Draft minutes approved by the Board: 4 May 2020"."""

METADATA = re.compile(r"\w+\s?[:=]\s")
PAGE = re.compile(r"[\W_]*pag[eo]\s+\d")


def read_statement(head: Head, lines: Sequence[Line], position: int) -> int:
    """A title or a sentence that a meeting was held, with the lines that it goes on over."""
    text, line = head.text, lines[position]
    low = head.lowered[line.start : line.stop]
    present = None
    if ":" in low:
        present = RUN_ON_ATTENDANCE.search(head.lowered, line.start, min(line.stop, line.start + LONGEST_LINE))
    if line.stop - line.start > LONGEST_LINE or (present is not None and present.end() < line.stop):
        return _read_run_on(head, line, present)
    if line.label is not None or (("minutes" in low or "meeting" in low) and OTHER_MINUTES.search(low)):
        return 0
    held = find_held(head.lowered, line.start, line.stop)
    starts = _title_start().match
    words_here = len(text[line.start : line.stop].split())
    if held is None:
        if _title_letters().search(low) is None:
            return 0
        ends = _title_end().search(low) and _is_capitalised(text[line.start : line.stop])
        named = _opens_with_name(head, line)
        if not (starts(low) or (ends and words_here <= LONGEST_TITLE) or named):
            return 0
    elif not _is_about_meeting(head, lines, position, held.start()):
        return 0
    used = _statement_length(head, lines, position)
    if held is None and used == 1 and words_here > 2 * LONGEST_TITLE and not starts(head.lowered, line.start):
        return 0
    _read_statement_text(head, line.start, lines[position + used - 1].stop)
    head.hold("title", lines[position : position + used])
    return used


def _read_run_on(head: Head, line: Line, present: re.Match[str] | None) -> int:
    """A title that runs on into the attendance; its facts are taken up to there, and the line is not held."""
    if present is None or head.titled:
        return 0
    named = read_body(head.text, line.start, present.start()) != NOBODY
    if not named and _title_start().match(head.lowered, line.start, present.start()) is None:
        return 0
    _read_statement_text(head, line.start, present.start())
    return 1


def read_before_attendance(head: Head, line: Line) -> None:
    """The title or sentence that runs on into the attendance, on a line that the attendance part holds."""
    if is_attendance(head.lowered, line) or head.lowered.find("present", line.start, line.stop) < 0:
        return
    present = RUN_ON_ATTENDANCE.search(head.lowered, line.start, min(line.stop, line.start + LONGEST_LINE))
    if present is None:
        return
    held = find_held(head.lowered, line.start, present.start())
    if held is not None and "meeting" in head.lowered[line.start : held.start()]:
        _read_statement_text(head, line.start, present.start())
    else:
        _read_run_on(head, line, present)


def is_title(text: str, line: Line) -> bool:
    """True where a line is shaped as a title of minutes, and is no sentence about those of an earlier meeting."""
    low = text[line.start : line.stop].lower()
    if not _title_start().match(low) and not (
        _title_end().search(low) and _is_capitalised(text[line.start : line.stop])
    ):
        return False
    return OTHER_MINUTES.search(low) is None and MINUTES_APPROVED.search(low) is None


def is_state(lowered: str) -> bool:
    """True where a line, lowered, says no more than the state of the minutes."""
    return len(lowered.split()) <= 4 and _state_line().match(lowered) is not None


def _is_capitalised(line: str) -> bool:
    """True where the long words of a line begin with capitals, as those of a heading do; not "Category: Minutes"."""
    long_words = [word for word in re.findall(r"[^\W\d_]{5,}", line) if not word.isspace()]
    small = sum(word[0].islower() for word in long_words)
    return bool(long_words) and 3 * small <= len(long_words) and METADATA.match(line) is None


def _opens_with_name(head: Head, line: Line) -> bool:
    """True for "Anyford Parish Council – Ordinary Meeting Monday 4 May 2020"."""
    window = head.text[line.start : min(line.stop, line.start + 120)]
    if "eeting" not in window and "EETING" not in window and "inutes" not in window:
        return False
    body = read_body(head.text, line.start, line.stop)
    first = min((part[0] for part in body if part), default=line.stop)
    return first <= line.start + 3 and bool(find_dates(head.text, line.start, line.stop, head.month_first, 2000))


def _is_about_meeting(head: Head, lines: Sequence[Line], position: int, held: int) -> bool:
    """True where what was held is a meeting: the words before say so, or the line opens with the verb after a title."""
    text, line = head.text, lines[position]
    before = text[line.start : held].lower()
    if any(word in before for word in words.OCCASIONS):
        return True
    if not any(letter.isalnum() for letter in before):
        return head.titled or position == 0 or text[held].isupper()
    following = text[held : min(line.stop, held + 40)].lower()
    return "meeting" in following or read_body(text, line.start, held) != NOBODY or "nomination" in before


def _statement_length(head: Head, lines: Sequence[Line], position: int) -> int:
    text, low, used = head.text, head.lowered, 1
    while used < LONGEST_STATEMENT and position + used < len(lines):
        last, following = lines[position + used - 1], lines[position + used]
        if following.index != last.index + 1 or _breaks(head, following):
            break
        so_far = find_held(head.lowered, lines[position].start, last.stop)
        ended = SENTENCE_END.search(text[max(last.start, last.stop - 4) : last.stop]) is not None
        joins = CONTINUED.match(low, following.start, following.stop) or OPEN_END.search(low[last.start : last.stop])
        # A date closes a title; what follows must say that it goes on.
        dated = text[last.stop - 4 : last.stop].isdigit()
        held_next = not dated and find_held(head.lowered, following.start, following.stop)
        if not (joins or (so_far and not ended and not dated) or held_next):
            break
        used += 1
    return used


def _breaks(head: Head, line: Line) -> bool:
    """True where the line cannot go on a statement."""
    text = head.text
    starts = _title_start().match(head.lowered, line.start, line.stop)
    return bool(
        is_attendance(head.lowered, line)
        or PAGE.match(head.lowered, line.start, line.stop)
        or any(labels_in(text, line))
        or _state_line().match(head.lowered, line.start, line.stop)
        or read_name_line(text, line.start, line.stop) != NOBODY
        or (starts and not CONTINUED.match(head.lowered, line.start, line.stop))
    )


def _read_statement_text(head: Head, start: int, end: int) -> None:
    text, reader = head.text, head.reader
    held = find_held(head.lowered, start, end)
    rank = HELD if held else TITLE
    dates = find_dates(text, held.end() if held else start, end, head.month_first)
    if dates:
        head.offer("date", dates[0].value, rank)
    times = head.offer_times(held.end() if held else start, end, rank)
    body = read_body(text, start, held.start() if held and held.start() > start + 3 else end)
    head.offer_body(body, LABELLED)
    cuts = sorted((found.start, found.end) for found in [*dates, *times])
    # Welsh puts the verb first: "Cynhaliwyd cyfarfod Cyngor Anyford am 7pm yn y Neuadd".
    begin = max([held.end(), *(part[1] for part in body if part)]) if held else (cuts[0][0] if cuts else end)
    cuts = [cut for cut in cuts if cut[0] >= begin]
    venue = find_venue(text, begin, end, cuts)
    # "a meeting will be held in the next few weeks" names no place
    named = venue is not None and bool(held) and not text[venue[0]].islower()
    if venue is not None and (named or has_venue_word(head.lowered, *venue)):
        head.offer("venue", reader.string(*venue), rank)
    offer_state(head, start, held.start() if held else end)
    title = reader.string(start, end).strip("#*_ ")
    recorded = any(word in title[:60].lower() for word in ("minutes", "summary", "record"))
    head.offer("title", title, (HELD if held else LABELLED) if recorded else TITLE)
    head.titled = True


def read_state(head: Head, lines: Sequence[Line], position: int) -> int:
    """Such as "DRAFT UNTIL SIGNED", "(unapproved)", "Approved Minutes", "ADOPTED: 4/5/2020"."""
    line = lines[position]
    if (
        not _state_line().match(head.lowered, line.start, line.stop)
        or len(head.text[line.start : line.stop].split()) > 12
    ):
        return 0
    if line.stop - line.start > 100 or _is_dated_title(head, line):
        return 0
    offer_state(head, line.start, line.stop)
    head.hold("status", [line])
    return 1


def _is_dated_title(head: Head, line: Line) -> bool:
    """True for "Draft minutes 4 May 2020": state and title in one."""
    return bool(_title_start().match(head.lowered, line.start, line.stop)) and bool(
        find_dates(head.text, line.start, line.stop, head.month_first) or find_held(head.lowered, line.start, line.stop)
    )
