"""Names of councils and committees, and venues, cut out of the title lines of minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from minutesparse.vocabulary import by_first_letter, calendar
from minutesparse.vocabulary import meeting as words

Range = tuple[int, int]


class Body(NamedTuple):
    """Offsets of the council's and of the committee's name; a generic name ("the Parish Council") is none."""

    council: Range | None
    committee: Range | None


NOBODY = Body(None, None)

SPACE = re.compile(r"(?<!\\) ")

# A name of a body has no more words than this.
LONGEST_NAME = 18


def any_of(alternatives: Sequence[str]) -> str:
    """A pattern of alternatives, the longest first, with spaces that `re.VERBOSE` keeps."""
    return SPACE.sub(r"\\ ", "(?:" + "|".join(sorted(alternatives, key=len, reverse=True)) + ")")


@cache
def _lead() -> re.Pattern[str]:
    """What stands before a name in a title: "Draft minutes of the special meeting of the"."""
    return re.compile(
        rf"""
        (?: [\W_]++
          | (?: {any_of(words.RECORDS)} | meetings? | sessions? | of | for | from | a | an | the | {any_of(words.DRAFT)}
              | extract | {any_of(words.KINDS)} | held | cynhaliwyd | cyfarfod ) \b (?!['’])
          | {any_of(words.KINDS_BEFORE_MEETING)} (?= \s+ (?: [\w-]+ \s+ )? (?: meeting | session | minutes ) \b )
        )*+
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _stop() -> re.Pattern[str]:
    """What ends a name in a title: "… meeting", "… held", a date."""
    return re.compile(
        rf"""
        \b(?: meetings? | sessions? | workshops? | held | convened | {any_of(words.RECORDS)} | as | agm | am
          | was | were
          | {any_of(words.KINDS)} | (?:{"|".join(calendar.WEEKDAYS)}) (?!\w) ) \b (?!['’])
        | \d | [.;:] (?=\s|\Z) | \|
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _authority() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of(words.AUTHORITIES)}\b(?!\s+(?:(?:and|&)\s+\w+\s+)?(?:council|authority|association)\b)",
        re.IGNORECASE,
    )


@cache
def _place_first() -> re.Pattern[str]:
    """Matches "Town of Anyford" and "Comhairle Chontae Anyford"."""
    return re.compile(
        rf"""
        (?: (?:council \s+ of \s+ the \s+)? {any_of(words.PLACES)} \s+ of | {any_of(words.CELTIC_AUTHORITIES)} )
        (?: \s+ [\w'’.-]+ ){{1,7}}
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _body() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words.BODIES)}(?!\w|['’]s?\b)(?:\s*\([^()\r\n]{{1,20}}\))?", re.IGNORECASE)


@cache
def _board_of() -> re.Pattern[str]:
    return re.compile(r"(?:\A|\b)(?=board\s+of\s+\w)", re.IGNORECASE)


# "Board of Trustees Board Meeting": the second word tells the kind of meeting.
SECOND_BOARD = re.compile(r"\s{1,40}+board\b", re.IGNORECASE)


def read_body(text: str, start: int, end: int) -> Body:
    """The body named in ``text[start:end]``, a title such as "Minutes of the Anyford Parish Council meeting held"."""
    if _name_part().search(text[start:end].lower()) is None:
        return NOBODY
    start, end = name_range(text, start, end)
    return _split(text, start, end) if start < end else NOBODY


@cache
def _name_part() -> re.Pattern[str]:
    return re.compile(by_first_letter(words.NAME_PARTS))


def name_range(text: str, start: int, end: int) -> Range:
    """``[start, end)`` without the words of a title before and after the name."""
    match = _lead().match(text, start, end)
    start = match.end() if match else start
    stop = _stop().search(text, start, end)
    return start, _trimmed(text, start, stop.start() if stop else end)


def read_name_line(text: str, start: int, end: int) -> Body:
    """The body that a line names where it holds nothing but the name."""
    while start < end and not text[start].isalnum():
        start += 1
    close = _trimmed(text, start, end)
    if not text[start : start + 1].isupper() or len(text[start:close].split()) > LONGEST_NAME:
        return NOBODY
    body = read_body(text, start, close)
    last = max((part[1] for part in body if part), default=0)
    first = min((part[0] for part in body if part), default=0)
    return body if last >= close - 1 and first == start else NOBODY


def _split(text: str, start: int, end: int) -> Body:
    if (place := _place_first().match(text, start, end)) is not None:
        return Body((start, _trimmed(text, start, place.end())), None)
    board = _board_of().search(text, start, end)
    if board is not None:
        twice = SECOND_BOARD.search(text, board.end() + 5, end)
        before = _named(text, start, _trimmed(text, start, board.start())) if board.start() > start else None
        return Body(before, (board.end(), twice.start() if twice else end))
    bodies = list(_body().finditer(text, start, end))
    authority = _authority().search(text, start, end)
    if authority is None:
        return Body(None, (start, bodies[-1].end())) if bodies and _has_words(text, start, end) else NOBODY
    if bodies and bodies[0].end() < authority.start() and " of " in text[bodies[0].end() : authority.start()].lower():
        begin = _lead().match(text, bodies[0].end(), authority.start())
        named = _named(text, begin.end() if begin else bodies[0].end(), authority.end())
        return Body(named, (start, bodies[0].end()))
    rest = authority.end()
    while rest < end and not text[rest].isalnum():
        rest += 1
    committee = (rest, bodies[-1].end()) if bodies and bodies[-1].start() >= rest else None
    return Body(_named(text, start, authority.end()), committee)


# A dash between spaces, with what stands before it.
BEFORE_DASH = re.compile(r".*\s[\u2013\u2014-]\s+", re.DOTALL)

WORD = re.compile(r"\w[\w'\u2019-]*+")


def _named(text: str, start: int, end: int) -> Range | None:
    """The range where it names a council in particular, behind a dash if one is there; else ``None``.

    "the Parish Council" names none, nor does "Oak Lodge refused by the Parish Council" or "Clerk of the Council".
    """
    dash = BEFORE_DASH.match(text, start, end)
    start = dash.end() if dash else start
    printed = WORD.findall(text[start:end])
    lowered = [word.lower() for word in printed]
    specific = [word for word in lowered if word not in words.GENERIC]
    strange = any(
        low in words.NO_COUNCILS
        or (word == low and word.isalpha() and low not in words.NAME_LINKS and low not in words.GENERIC)
        for word, low in zip(printed, lowered, strict=True)
    )
    return (start, end) if specific and not strange and len(specific) <= LONGEST_NAME else None


def _has_words(text: str, start: int, end: int) -> bool:
    return 0 < len(text[start:end].split()) <= LONGEST_NAME


def _trimmed(text: str, start: int, end: int) -> int:
    """``end`` moved back over what is no part of a name."""
    while end > start and not text[end - 1].isalnum() and text[end - 1] != ")":
        end -= 1
    return end


# --- venues -----------------------------------------------------------------------------------------------------------


@cache
def _before_venue() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?: [\W_]++
          | (?: in | at | on | via | by | through | the | held | from | commencing | starting | remotely | and | yn | yr
              | ar | am | y | yng | i | ag
              | virtually | online | using | of | their | this | today | was | were | be | will | to
              | take | place | meetings? (?! \s+ room) ) \b )*+
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _after_venue() -> re.Pattern[str]:
    return re.compile(
        rf"""
        [\s,;(]{{0,20}}+ \b{any_of(words.AFTER_VENUE)}\b
        | (?<=\w{{4}}) \.{{1,3}} (?=\s|\Z) | (?<=\)) \. | (?>\r\n?|\n)[ \t]*+(?>\r\n?|\n)
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _dangling() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?<![\s,;:.&*_–—@-])[\s,;:.&*_–—@-]++|\b(?:on|at|from|and|the|in|commencing|starting|via|ar)\b){1,40}+\Z",
        re.IGNORECASE,
    )


@cache
def _venue_word() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of((*words.VENUES, *words.ONLINE))}\b")


def has_venue_word(lowered: str, start: int, end: int) -> bool:
    """True where a word of ``[start, end)`` of the lowered text names a kind of place or a meeting service."""
    return _venue_word().search(lowered, start, end) is not None


def find_venue(text: str, start: int, end: int, cuts: Sequence[Range]) -> Range | None:
    """The venue among the words after "held" in ``text[start:end]``; ``cuts`` are the dates and times in it, in order.

    The venue is the first piece between them that is more than prepositions.
    """
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        if left < right and (venue := _venue_in(text, left, right)) is not None:
            return venue
    return None


SENTENCE = re.compile(r"[\W_]*(?:this|the|all)\b[^.\r\n]{0,40}?\b(?:will|is|was)\b", re.IGNORECASE)
"""A venue that is told in a sentence: "This will be a virtual meeting"."""


def read_venue(text: str, start: int, end: int) -> Range | None:
    """The venue behind its label in ``text[start:end]``; a sentence is it as a whole."""
    if SENTENCE.match(text, start, end) is None:
        return _venue_in(text, start, end)
    while start < end and not text[start].isalnum():
        start += 1
    return _venue_until_end(text, start, end)


def _venue_in(text: str, start: int, end: int) -> Range | None:
    lead = _before_venue().match(text, start, end)
    return _venue_until_end(text, lead.end() if lead else start, end)


def _venue_until_end(text: str, start: int, end: int) -> Range | None:
    """The range without what follows a venue in its sentence; ``None`` where that is more or less than a name."""
    after = _after_venue().search(text, start, end)
    if after is not None:
        end = after.start()
    dangling = _dangling().search(text[start:end])
    if dangling is not None:
        end = start + dangling.start()
    letters = sum(character.isalpha() for character in text[start:end])
    return (start, end) if letters > 2 and len(text[start:end].split()) <= LONGEST_NAME else None
