"""What the body of the minutes says of the meeting's course: its start and end, breaks, the next meeting.

Each event has a printed time, so the times are found first, and only the words round a time are looked at.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from minutesparse.facts.dates import (
    Clock,
    clock_value,
    find_clocks,
    find_date,
    find_times,
    first_after,
    minutes_of,
    places_of,
)
from minutesparse.facts.meeting_names import any_of, find_venue
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary import meeting as words

# How many characters before and after a time its verb is looked for.
BEFORE, AFTER = 220, 160

# Characters between a verb and what it is said of.
NEAR = 70

# The words of the next meeting's date, time and venue take no more characters than this.
NEXT_LENGTH = 320

# A sitting is shorter than this, in minutes; it tells which half of the day a bare "9.20" means.
LONGEST_SITTING = 12 * 60


@dataclass(slots=True)
class Event:
    """The printed time of an opening, closing, pausing or resuming, with the sentence that tells it."""

    kind: str
    clock: Clock
    start: int
    end: int


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(
        rf"""\b(?: (?P<elsewhere>{any_of(words.ELSEWHERE)}) | (?P<resume>{any_of(words.RESUMING)})
               | (?P<open>{any_of(words.OPENING)}) | (?P<pause>{any_of(words.PAUSING)})
               | (?P<close>{any_of(words.CLOSING)}) )\b""",
        re.VERBOSE,
    )


@cache
def _sitting() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words.SITTINGS)}\b|\badjourn|\bto\s+order\b|\brecess")


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words.PARTS_OF_SITTINGS)}\b")


# Where a sentence or paragraph begins: after a full stop before a capital, after a blank line.
BREAK = re.compile(
    r"""
    [.!?;\r\n|]  # one set of characters to look for, which is found several times as fast as three openings
    (?: (?<=[.!?;]) (?<![.\s][A-Za-z].) [)"'”’*]{0,2} \s+ (?=[A-Z("“])
      | (?: (?<=\r)\n?+ | (?<=\n) ) [ \t|]*+ (?>\r\n?|\n)
      | (?<=\|) [ |]*\| )
    """,
    re.VERBOSE,
)

BLANK = re.compile(r"(?>\r\n?|\n)[ \t]*+(?>\r\n?|\n)")


def read_closing(
    reader: Reader,
    start: int,
    end: int,
    held: str | None = None,
    started: str | None = None,
    month_first: bool = False,
) -> Node:
    """``start_time``, ``end_time``, ``adjournments``, ``next_meeting`` and ``printed`` as ``[start, end)`` tells them.

    ``held`` is the meeting's date, which gives a next meeting its year; ``started`` the start that the head prints,
    which tells the half of the day of a bare closing time.
    """
    events = _events(reader, start, end)
    opening = next((event for event in events if event.kind == "open"), None)
    closing = _closing_event(events)
    opened, closed = _settle(opening, closing, started)
    printed = [
        {"field": name, "text": reader.string(event.start, event.end), "span": reader.span(event.start, event.end)}
        for name, event in (("start_time", opening if opened else None), ("end_time", closing if closed else None))
        if event is not None
    ]
    return {
        "start_time": opened,
        "end_time": closed,
        "adjournments": _adjournments(reader, events, closing, opened or started),
        "next_meeting": _next_meeting(reader, start, end, held, month_first),
        "printed": printed,
    }


def _events(reader: Reader, start: int, end: int) -> list[Event]:
    events = []
    for clock in find_clocks(reader.text, start, end, reader.lowered):
        event = _event_at(reader.text, reader.lowered, clock, start, end)
        if event is not None:
            events.append(event)
    return events


def _event_at(text: str, lowered: str, clock: Clock, start: int, end: int) -> Event | None:
    """What happened at a time: the last verb before it in its sentence, or the first after it where it opens one."""
    begin = max(start, clock.start - BEFORE)
    for boundary in BREAK.finditer(text, begin, clock.start):
        begin = boundary.end()
    stop = min(end, clock.end + AFTER)
    boundary_after = BREAK.search(text, clock.end - 1, stop)
    if boundary_after is not None:
        stop = max(boundary_after.start() + 1, clock.end)
    verb = next(iter(deque(_verbs().finditer(lowered, begin, clock.start), maxlen=1)), None)
    if verb is None and len(text[begin : clock.start].split()) <= 3:
        verb = _verbs().search(lowered, clock.end, stop)
    if verb is None or verb.lastgroup in (None, "elsewhere"):
        return None
    near = _sitting().search(lowered, max(begin, verb.start() - NEAR), min(stop, verb.end() + NEAR))
    if near is None or _part().search(lowered, begin, stop):
        return None
    assert verb.lastgroup is not None
    return Event(verb.lastgroup, clock, begin, stop)


def _closing_event(events: Sequence[Event]) -> Event | None:
    """The last closing that nothing resumed."""
    closing = None
    for event in events:
        if event.kind == "close":
            closing = event
        elif event.kind == "resume":
            closing = None
    return closing


def _settle(opening: Event | None, closing: Event | None, started: str | None) -> tuple[str | None, str | None]:
    """Start and end as ``HH:MM``; a bare hour takes the half of the day that makes the sitting the shorter."""
    opened = minutes_of(started) if started else None
    if opening is not None and (opening.clock.settled or opened is None):
        opened = opening.clock.minutes if opening.clock.settled else None
    elif opening is not None and opened is not None:
        opened = min(
            (opening.clock.minutes, opening.clock.minutes + LONGEST_SITTING),
            key=lambda minutes: abs(minutes - minutes_of(started or "00:00")),
        )
    closed = closing.clock.minutes if closing is not None and closing.clock.settled else None
    if closing is not None and closed is None and opened is not None:
        closed = first_after(closing.clock.minutes, opened)
    if opening is not None and opened is None and closed is not None:
        opened = (closed - (closed - opening.clock.minutes) % LONGEST_SITTING) % (2 * LONGEST_SITTING)
    return (
        clock_value(opened) if opening is not None and opened is not None else None,
        clock_value(closed) if closed is not None else None,
    )


def _adjournments(reader: Reader, events: Sequence[Event], closing: Event | None, started: str | None) -> list[Node]:
    """Breaks of the sitting: from a pause, or a closing that is taken back, to the next resuming."""
    breaks: list[Node] = []
    pause: Event | None = None
    for event in events:
        if event is closing or event.kind == "open":
            continue
        if event.kind in ("pause", "close"):
            if pause is not None and pause.kind == "pause":
                breaks.append(_break(reader, pause, None, started))
            pause = event
        elif pause is not None:
            breaks.append(_break(reader, pause, event, started))
            pause = None
    if pause is not None and pause.kind == "pause":
        breaks.append(_break(reader, pause, None, started))
    return breaks


def _break(reader: Reader, pause: Event, resumed: Event | None, started: str | None) -> Node:
    def value(event: Event) -> str | None:
        if event.clock.settled:
            return clock_value(event.clock.minutes)
        return clock_value(first_after(event.clock.minutes, minutes_of(started))) if started else None

    end = resumed.end if resumed is not None and resumed.start - pause.end < BEFORE else pause.end
    return {
        "start_time": value(pause),
        "end_time": value(resumed) if resumed is not None else None,
        "span": reader.span(pause.start, end),
    }


# --- the next meeting -------------------------------------------------------------------------------------------------


@cache
def _next() -> re.Pattern[str]:
    """Matches "next ordinary meeting of the Council"; looked for where "next" stands."""
    return re.compile(
        r"""
        next\s+ (?: [\w'’&/-]+\s+ ){0,5}? (?: meetings? | agm )\b
        (?P<said> \W+ (?: \w+\W+ ){0,9}? (?: held | will | would | is | arranged | scheduled | on )\b )?
        """,
        re.VERBOSE | re.IGNORECASE,
    )


NEXT = ("next", "Next", "NEXT")
HEADING = re.compile(
    r"""
    [^a-z]* (?: (?: fix | confirm | the | a | to | note | agree | item )\s+ )*+
    (?: dates?\b .{0,25}? | venue .{0,20} )? (?: \bof\s+ )? (?: the\s+ )? \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What may stand before "next meeting" in a heading: "12. Date and time of"."""
AS_DATE_OF = re.compile(r"\bdate\s+(?:of|for)\s+(?:the\s+|our\s+)?\Z", re.IGNORECASE)
VENUE_LEAD = re.compile(r"\b(?:in|at|via)\W+(?:the\W+)?\Z", re.IGNORECASE)
SOMEONE_ELSES = re.compile(
    r"\b(?:their|its|his|her|whose|at the|to the|by the|for the|before the|agenda of)\s+\Z", re.IGNORECASE
)


OTHER_BODY = re.compile(
    r"\W++of\W++(?:the|our|that)\W++(?P<body>(?:[\w'’&/-]++[^\w'’&/-]++){1,5}?(?:(?:sub-?)?committee|group|panel|force|forum))\b"
)
"""A body that is not the whole council, behind "next meeting"; in small letters."""

HEAD = 800
"""The characters at a document's beginning within which its own body is named."""


def _next_meeting(reader: Reader, start: int, end: int, held: str | None, month_first: bool) -> Node | None:
    """The next meeting as the last heading or sentence about it gives it."""
    text = reader.text
    best: tuple[int, Node] | None = None
    for place in places_of(reader.lowered, "next", start, end):
        match = _next().match(text, place, end) if text[place : place + 4] in NEXT else None
        if match is None:
            continue
        rank = _next_rank(text, match, start)
        other = OTHER_BODY.match(reader.lowered, match.start("said") if match["said"] else match.end(), end)
        if rank == 1 and other is not None and reader.lowered.find(other["body"], start, min(start + HEAD, place)) < 0:
            continue
        if rank and (best is None or rank >= best[0]):
            node = _next_node(reader, match, rank, end, held, month_first)
            if node is not None:
                best = (rank, node)
    return best[1] if best else None


def _next_rank(text: str, match: re.Match[str], start: int) -> int:
    """2 for a heading or "the next meeting will be held", 1 for a mention with a date, 0 for another body's meeting."""
    before = text[max(start, match.start() - 60) : match.start()]
    line = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]
    if HEADING.match(line):
        return 2
    said = match["said"]
    if SOMEONE_ELSES.search(before):
        return 0
    return 2 if said and re.search(r"\b(?:held|will|would)\b", said) else 1


def _next_node(
    reader: Reader, match: re.Match[str], rank: int, end: int, held: str | None, month_first: bool
) -> Node | None:
    text = reader.text
    stop = min(end, match.end() + NEXT_LENGTH)
    blank = BLANK.search(text, match.end(), stop)
    if blank is not None and rank == 2 and not text[match.end() : blank.start()].strip(" *:#\t\r\n-<>/span"):
        blank = BLANK.search(text, reader.trim(blank.end(), stop)[0], stop)
    stop = blank.start() if blank is not None else stop
    year = int(held[:4]) if held else None
    found = find_date(text, match.end(), stop, month_first, year)
    if found is None and rank == 1:
        return _dated_before(reader, match, month_first, year)
    if found is not None and found.start - match.end() > NEXT_LENGTH // 2:
        return None
    value = _following(found.value, held, text[found.start : found.end]) if found else None
    if value is not None and held is not None and value < held:
        return None
    sentence = BREAK.search(text, found.end - 1 if found else match.end(), stop)
    stop = sentence.start() + 1 if sentence else stop
    clocks = find_clocks(text, match.end(), stop)[:2]
    if found is None and not clocks:
        return None
    cuts = sorted([(clock.start, clock.end) for clock in clocks] + ([(found.start, found.end)] if found else []))
    venue = find_venue(text, cuts[0][0], stop, cuts)
    if venue is not None and not VENUE_LEAD.search(text, max(0, venue[0] - 12), venue[0]):
        venue = None
    return {
        "date": value,
        "time": next((clock_value(clock.minutes) for clock in clocks if clock.settled), None),
        "venue": reader.string(*venue) if venue else None,
        "span": reader.span(match.start(), max(cuts[-1][1], venue[1] if venue else 0)),
    }


def _dated_before(reader: Reader, match: re.Match[str], month_first: bool, year: int | None) -> Node | None:
    """Such as "Friday 4 May at 7pm was agreed as the date of the next meeting"."""
    text, begin = reader.text, max(0, match.start() - NEXT_LENGTH // 2)
    if not AS_DATE_OF.search(text, begin, match.start()):
        return None
    for boundary in BREAK.finditer(text, begin, match.start()):
        begin = boundary.end()
    found = find_date(text, begin, match.start(), month_first, year)
    if found is None:
        return None
    times = find_times(text, found.end, match.start())
    return {
        "date": found.value,
        "time": times[0].value if times else None,
        "venue": None,
        "span": reader.span(found.start, match.end()),
    }


def _following(value: str, held: str | None, printed: str) -> str | None:
    """A date printed without year is the first such day after the meeting."""
    if held is None or re.search(r"\d{4}|['’/.-]\d\d\b", printed) or value >= held:
        return value
    try:
        return date.fromisoformat(value).replace(year=int(held[:4]) + 1).isoformat()
    except ValueError:
        return None
