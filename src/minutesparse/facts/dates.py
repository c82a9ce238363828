"""Dates and times of day as minutes print them, read into ISO 8601 and HH:MM.

Nothing is guessed: a date without a year needs the caller's year, a half of the day that is not printed needs a time
that it must follow, and an impossible date is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from minutesparse.reader import in_lower_case
from minutesparse.vocabulary import by_first_letter, openings
from minutesparse.vocabulary import calendar as words

# Years that two figures stand for begin here: 70 is 1970, 69 is 2069.
PIVOT = 70

HALF_DAY = 12 * 60


@dataclass(slots=True)
class Found:
    """A date (``YYYY-MM-DD``) or time (``HH:MM``) and where it is printed."""

    start: int
    end: int
    value: str


@dataclass(slots=True)
class Clock:
    """A printed time in minutes since midnight; ``settled`` is false where either half of the day may be meant."""

    start: int
    end: int
    minutes: int
    settled: bool


# Every date has one: a cheap look before the pattern of dates.
FIGURE = re.compile(r"\d")

# The most characters of a date before its first figure: a weekday, "the", a month, and the white space between them;
# and how many characters before a date say that it is none.
BEFORE_FIGURE, BEFORE_DATE = 100, 3

MONTH_NUMBERS = {name: number for number, names in enumerate(words.MONTHS.values(), 1) for name in names}


@cache
def _date_pattern() -> re.Pattern[str]:
    """Matches "Tuesday 16 October 2018", "October 16, 2018", "16/10/2018", "16.10.18", "2018-10-16"; not "7/2018".

    For text in lower case: without IGNORECASE `re` is twice as fast.
    """
    month = "|".join(re.escape(name) for name in sorted(MONTH_NUMBERS, key=len, reverse=True))
    weekdays = [day[:2] if day[:2].isalpha() else day[0] for day in words.WEEKDAYS]  # they are sources of patterns
    ending = "|".join(words.ORDINAL_ENDINGS)
    ordinal = rf"(?: \s? (?:\^|<sup>)? (?:{ending})\b (?:</sup>)? )"
    year = r"(?: (?P<{0}>(?:1[89]|20)\d\d) (?!\d) | ['’](?P<{0}short>\d\d)\b )"
    return re.compile(
        rf"""
        (?<![\w£$€/]) (?= [0-9] | {openings((*MONTH_NUMBERS, *weekdays))} ) (?<! \d[.:,] )
        (?: (?P<weekday> {"|".join(words.WEEKDAYS)} ) \b [.,]{{0,2}} \s{{1,20}} (?:the \s{{1,4}})? )?+
        (?: (?P<iso> \d{{4}}-\d\d-\d\d ) (?= t\d | (?! [\w-] | \.\d ) )
          | (?<![.:-]) (?P<one>\d{{1,2}}) (?P<sep>[/.\-]) (?P<two>\d{{1,2}}) (?P=sep) (?P<three>(?:19|20)?\d\d)
            (?! [\w/\-] | [.:]\d )
          | (?P<day>\d{{1,2}}) {ordinal}? (?: [\s\-]{{1,20}} | , \s )
            (?: day \s{{1,4}} )? (?: (?:of|o) \s{{1,4}} )?
            (?P<month>{month}) \b \.? (?: [\s,.\-]{{0,20}} {year.format("year")} )?
          | (?P<usmonth>{month}) \b \.? \s{{1,20}} (?P<usday>\d{{1,2}}) (?!\d|[.:]\d|/) (?P<usdayend>{ordinal})?
            (?: [\s.]{{0,4}} ,? \s{{0,20}} {year.format("usyear")} )?
        )
        """,
        re.VERBOSE,
    )


@cache
def _month_letters() -> re.Pattern[str]:
    """The first letters of the months' names in small letters, which are found sooner than a date."""
    return re.compile(by_first_letter(sorted({name[:3] for name in MONTH_NUMBERS})))


def find_dates(text: str, start: int, end: int, month_first: bool = False, year: int | None = None) -> list[Found]:
    """The dates printed in ``text[start:end]``, in order.

    ``month_first`` says how all-numeric dates are read that may be read both ways; ``year`` is the year of dates that
    print none (they are left out without it).
    """
    first, matches = _dates(text, start, end)
    return [
        Found(first + match.start(), first + match.end(), value)
        for match in matches
        if (value := _date_of(text, first, match, month_first, year)) is not None
    ]


def find_date(text: str, start: int, end: int, month_first: bool = False, year: int | None = None) -> Found | None:
    """The first date of `find_dates`, or ``None``."""
    first, matches = _dates(text, start, end)
    for match in matches:
        value = _date_of(text, first, match, month_first, year)
        if value is not None:
            return Found(first + match.start(), first + match.end(), value)
    return None


def is_month_first(text: str, start: int, end: int) -> bool:
    """True where the first date with a month's name has the month before the day, as the United States print it."""
    if _month_letters().search(text[start:end].lower()) is None:
        return False
    for match in _dates(text, start, end)[1]:
        if match["usmonth"] and match["usyear"]:
            return True
        if match["month"]:
            return False
    return False


def _dates(text: str, start: int, end: int) -> tuple[int, Iterator[re.Match[str]]]:
    """What is set as dates are, as matches in a part of the text in lower case, and where that part begins.

    Each date holds a figure, so that the search begins where the first date with one may.
    """
    figure = FIGURE.search(text, start, end)
    if figure is None:
        return start, iter(())
    begin = max(start, figure.start() - BEFORE_FIGURE)
    first = max(0, begin - BEFORE_DATE)
    return first, _date_pattern().finditer(in_lower_case(text[first:end]), begin - first)


def _date_of(text: str, first: int, match: re.Match[str], month_first: bool, default: int | None) -> str | None:
    """The date of a match in the part of ``text`` that begins at ``first``."""
    if match["iso"]:
        return _iso(*map(int, match["iso"].split("-")))
    if match["one"]:
        return _numeric(text, first, match, month_first)
    american = match["usmonth"] is not None
    day, name = (match["usday"], match["usmonth"]) if american else (match["day"], match["month"])
    full, short = (match["usyear"], match["usyearshort"]) if american else (match["year"], match["yearshort"])
    if not match["weekday"] and _is_number_of_something(text, first + match.start()):
        return None
    if full or short:
        number = int(full) if full else _century(int(short))
    elif default is not None and _is_capital(text, first, match) and not (american and _goes_on(text, first, match)):
        number = default
    else:
        return None
    return _iso(number, MONTH_NUMBERS[name], int(day))


def _is_capital(text: str, first: int, match: re.Match[str]) -> bool:
    """True where the month is printed with a capital: "May", not the verb."""
    return text[first + match.start("usmonth" if match["usmonth"] else "month")].isupper()


def _numeric(text: str, first: int, match: re.Match[str], month_first: bool) -> str | None:
    one, two, year = int(match["one"]), int(match["two"]), match["three"]
    if len(year) == 2:
        # "1.2.13" numbers a paragraph, "20-05-69" a bank's sort code.
        if match["sep"] == "-" or (match["sep"] == "." and len(match["two"]) == 1):
            return None
        if _is_number_of_something(text, first + match.start()):
            return None
    number = int(year) if len(year) == 4 else _century(int(year))
    likely, other = ((one, two), (two, one)) if month_first else ((two, one), (one, two))
    return _iso(number, *likely) or _iso(number, *other) if max(one, two) > 12 else _iso(number, *likely)


def _goes_on(text: str, first: int, match: re.Match[str]) -> bool:
    """True where a month and number without year run on into a phrase ("May 20 people"), so that no day is meant."""
    if match["usdayend"]:
        return False
    rest = text[first + match.end() : first + match.end() + 12].lstrip()
    return rest[:1].isalnum() and not re.match(r"(?:at|and|in|to|from|for)\b", rest)


def _is_number_of_something(text: str, start: int) -> bool:
    before = re.search(r"(\w{1,16}+)\.?\s{1,2}\Z", text[max(0, start - 16) : start])
    return before is not None and before[1].lower() in words.NUMBERED_THINGS


def _century(year: int) -> int:
    return year + (1900 if year >= PIVOT else 2000)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


# --- times of day -----------------------------------------------------------------------------------------------------


def _half_letters() -> str:
    """First letters of what may tell the half of the day; few figures have one after them, which is soon seen."""
    first = {pattern[0] for pattern in (*words.FORENOON, *words.AFTERNOON, *words.HOURS, "noon", "midnight")}
    return "".join(sorted(first | {letter.upper() for letter in first}))


@cache
def _time_pattern() -> re.Pattern[str]:
    """Matches "7.30 p.m.", "7pm", "19:30", "1930 hrs", "7" of "7-8pm"; begins with a figure, which `re` finds fast."""
    am, pm, hours = "|".join(words.FORENOON), "|".join(words.AFTERNOON), "|".join(words.HOURS)
    half = rf"""(?i: (?P<am>{am}) | (?P<pm>{pm}) | (?P<noon>noon|midday)\b | (?P<midnight>midnight)\b
                   | (?P<hours>{hours})\b )"""
    return re.compile(
        rf"""
        (?P<hour>[0-9](?<![0-9].)[0-9]?)  # no later figure of a year or a price is tried
        (?: [ ]?(?P<sep>[:.;])[ ]?(?P<minute>[0-5][0-9]) (?![0-9]) (?: \.?\s{{0,3}} {half} )?
          | \s{{0,3}}+ (?=[{_half_letters()}]) {half.replace("(?P<", "(?P<bare_")}
          | (?P<military>[0-5][0-9]) (?=\s{{0,2}}(?i:{hours})\b)
          | (?= \s?(?:[-–—]|to)\s? [0-9]{{1,2}} (?:[:.][0-5][0-9])? \s? (?i:{am}|{pm}) )
        )
        """,
        re.VERBOSE,
    )


@cache
def _word_pattern() -> re.Pattern[str]:
    """Matches "noon" and "midnight" without figures; not "afternoon"."""
    return re.compile(r"[MNmn](?<!\w.)(?i:oon|idday|(?P<midnight>idnight))\b")


HOUR = re.compile(
    r"""
    [1-9] (?: (?<=[Aa][Tt]\ [1-9]) | (?<=@[1-9]) | (?<=@\ [1-9]) ) [0-2]? (?![0-9])
    (?= \s? (?: [.;)] (?![0-9]) | o['’]?clock\b | and\b | in\ the\b | \Z | [\r\n] ) )
    """,
    re.VERBOSE,
)
"""Matches the figure of "at 7." and "at 7 o'clock"; not that of "at 7 High Street"."""

# Where `HOUR` may match in lowered text; a pattern that opens with letters is found several times as fast.
AT_HOUR, AT_SIGN_HOUR = re.compile(r"at [1-9]"), re.compile(r"@ ?[1-9]")


@cache
def _lead_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{'|'.join(words.TIME_LEADS)})\b|@)\W{{0,3}}\Z", re.IGNORECASE)


@cache
def _measure_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{'|'.join(words.MEASURES)})(?!\w)", re.IGNORECASE)


RANGE = re.compile(r"\s?(?:[-–—]|to|until)\s?", re.IGNORECASE)


def find_times(text: str, start: int, end: int, after: str | None = None) -> list[Found]:
    """The times of day printed in ``text[start:end]``, in order, as ``HH:MM`` of 24 hours.

    A single-figure hour without a.m. or p.m. is left out unless ``after`` is given: it is then the first such time
    after it (a meeting that began at 19:30 and closed "at 9.20" closed at 21:20).
    """
    found = []
    for clock in find_clocks(text, start, end):
        minutes = clock.minutes
        if not clock.settled:
            if after is not None:
                minutes = first_after(minutes, minutes_of(after))
            elif minutes < 10 * 60:
                continue
        found.append(Found(clock.start, clock.end, clock_value(minutes)))
    return found


def first_after(minutes: int, after: int) -> int:
    """Of ``minutes`` and twelve hours later, the one that follows ``after`` next."""
    return min((minutes % HALF_DAY, minutes % HALF_DAY + HALF_DAY), key=lambda time: (time - after) % (2 * HALF_DAY))


def minutes_of(value: str) -> int:
    """``HH:MM`` as minutes since midnight."""
    return int(value[:2]) * 60 + int(value[3:5])


def clock_value(minutes: int) -> str:
    """Minutes since midnight as ``HH:MM``."""
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def find_clocks(text: str, start: int, end: int, lowered: str | None = None) -> list[Clock]:
    """Every printed time of day in ``text[start:end]`` with its half of the day, where one is printed.

    ``lowered`` is the text in lower case with the same offsets, where the caller has it.
    """
    clocks = [clock for match in _time_pattern().finditer(text, start, end) if (clock := _clock(match)) is not None]
    # A range prints its half of the day once, at the end: "6:30-8:30 p.m.".
    for clock, following in pairwise(clocks):
        if not clock.settled and following.settled and RANGE.fullmatch(text, clock.end, following.start):
            late = clock.minutes % HALF_DAY + (following.minutes >= HALF_DAY) * HALF_DAY
            clock.minutes = late if late < following.minutes else clock.minutes % HALF_DAY
            clock.settled = True
    # A bare hour is known by the "at" before it, which may stand before the range.
    first = 0 if lowered is not None else max(0, start - len("at "))
    low = lowered if lowered is not None else in_lower_case(text[first:end])
    extra = [*_word_clocks(text, start, end, low, first), *_bare_hours(text, start, end, low, first)]
    if extra:
        taken = {clock.start for clock in clocks}
        clocks += [clock for clock in extra if clock.start not in taken]
        clocks.sort(key=lambda clock: clock.start)
    return clocks


def _word_clocks(text: str, start: int, end: int, low: str, first: int) -> Iterator[Clock]:
    """Noon and midnight in words; ``low`` is the text from ``first`` in lower case."""
    for word in ("noon", "mid"):  # "midday", "midnight"
        for place in places_of(low, word, start - first, end - first):
            match = _word_pattern().match(text, first + place, end)
            if match is None:
                continue
            before = text[max(0, match.start() - 3) : match.start()]
            if not any(figure.isdigit() for figure in before):
                yield Clock(match.start(), match.end(), 0 if match["midnight"] else HALF_DAY, True)


def places_of(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Where ``word`` begins in ``text[start:end]``."""
    place = text.find(word, start, end)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word), end)


def _bare_hours(text: str, start: int, end: int, low: str, first: int) -> Iterator[Clock]:
    """Bare hours after "at"; ``low`` is the text from ``first`` in lower case."""
    begin = max(0, start - first - len("at "))
    for sign, pattern in (("at ", AT_HOUR), ("@", AT_SIGN_HOUR)):
        if low.find(sign, begin, end - first) < 0:
            continue
        for place in pattern.finditer(low, begin, end - first):
            match = HOUR.match(text, first + place.end() - 1, end)
            if match is not None and match.start() >= start and int(match[0]) <= 12:
                yield Clock(match.start(), match.end(), int(match[0]) * 60, False)


def _clock(match: re.Match[str]) -> Clock | None:
    text, start = match.string, match.start()
    if start and _joined(text, start) and (text[start - 1] != "-" or not match["minute"]):
        return None  # "6:30-8:30" is the one figure that a hyphen may join to another
    hour, minute = int(match["hour"]), int(match["minute"] or match["military"] or 0)
    if hour > 24 or (hour == 24 and minute):
        return None
    hour %= 24
    end = match.end()
    if match["military"]:
        return Clock(start, end, hour * 60 + minute, True)
    if match["midnight"] or match["bare_midnight"]:
        return Clock(start, end, 0, True)
    morning, evening = match["am"] or match["bare_am"], match["pm"] or match["bare_pm"]
    if morning or evening or match["noon"] or match["bare_noon"]:
        if hour > 12:
            return Clock(start, end, hour * 60 + minute, True)
        return Clock(start, end, hour % 12 * 60 + minute + (0 if morning else HALF_DAY), True)
    if match["bare_hours"]:
        return None  # "3 hours" is how long, not when
    settled = bool(match["hours"]) or hour > 12 or (match["hour"][0] == "0" and match["sep"] == ":")
    if match["minute"] and match["hours"] is None and not _stands_as_time(match):
        return None
    return Clock(start, end, hour * 60 + minute, settled)


def _joined(text: str, start: int) -> bool:
    """True where the figure at ``start`` belongs to a word, a price or a longer number."""
    before = text[start - 1]
    return before.isalnum() or before in "£$€_/" or (before in ".:,-" and text[start - 2 : start - 1].isdigit())


def _stands_as_time(match: re.Match[str]) -> bool:
    """A bare "7.30" needs a word that leads to a time; a colon is sign enough, but not in a stamp with seconds."""
    text, end = match.string, match.end()
    if text[end : end + 1] in (":", "/") or (text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit()):
        return False
    if _measure_pattern().match(text, end):
        return False
    if match["sep"] == ":" and text[match.start("sep") - 1] != " " and text[match.end("sep")] != " ":
        return True
    window = text[max(0, match.start() - 20) : match.start()]
    return _lead_pattern().search(window) is not None or _is_range(text, end)


def _is_range(text: str, end: int) -> bool:
    """True where "-8.30pm" follows: the bare time is the first of a range."""
    match = RANGE.match(text, end)
    following = _time_pattern().match(text, match.end()) if match else None
    groups = ("am", "pm", "bare_am", "bare_pm")
    return following is not None and any(following[group] for group in groups)
