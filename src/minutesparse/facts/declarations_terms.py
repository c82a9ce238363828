"""What a declaration says beside the person: which interest, in which item, and whether the person left."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from minutesparse.vocabulary.declarations import INTEREST_KINDS, PLACES

Range = tuple[int, int]


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        r"""\b (?: agenda | minute | e?item )s? (?: \s+ (?: items? | agenda ) )? \s*
            (?: (?:no|number|nos|ref|rhif)\b [.:]{0,2} \s* | \# )?
            (?P<number> (?-i: [A-Z]{1,4}[.\s/-]? )? \d{1,4} (?: [./-]\d{1,4} ){0,3} [a-z]?\b (?: \([a-z]{1,3}\) )? )""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _listed_item() -> re.Pattern[str]:
    """In a list the number alone, after "re" or a dash."""
    return re.compile(
        r"(?:\b(?:re|on|in|regarding)\s+|[\u2013\u2014:|-]\s*)(?P<number>\d{1,4}(?:\.\d{1,3})?[a-z]?)(?![\w/.]*[/\w])"
    )


@cache
def _cell_item() -> re.Pattern[str]:
    return re.compile(r"[|*\s]{0,4}(?P<number>\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?\b)")


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile("|".join(words), re.IGNORECASE)) for kind, words in INTEREST_KINDS.items())


@cache
def _left() -> re.Pattern[str]:
    place = rf"[^.;]{{0,40}}\b(?:{'|'.join(PLACES)})\b"
    return re.compile(
        rf"""\b (?: (?P<stayed> (?: did | do | does )\s+not\s+(?:leave|withdraw){place}
                    | (?: remained | stayed ) \s+ (?:in|for|within|at) {place} )
              | (?P<left> left{place} | vacated{place} | withdrew\b | retired\s+from{place}
                    | left\s+(?:during|while|for|before)\b ) )""",
        re.VERBOSE | re.IGNORECASE,
    )


def interest_in(text: str, start: int, end: int) -> str | None:
    """The kind of interest that the words name."""
    for kind, words in _kinds():
        if words.search(text, start, end):
            return kind
    return None


def item_in(text: str, start: int, end: int) -> Range | None:
    """Where the number of the item stands that the words name ("agenda item 5", "Minute PX.04")."""
    match = _item().search(text, start, end)
    return match.span("number") if match else None


def listed_item_in(text: str, start: int, end: int) -> Range | None:
    """As `item_in`, for an entry of a list, where the number may stand alone ("re 2443")."""
    match = _listed_item().search(text, start, end)
    return match.span("number") if match else None


def item_of_cell(text: str, start: int, end: int) -> Range | None:
    """As `item_in`, for the cell of a table, where the number opens it ("8 - Homes")."""
    match = _cell_item().match(text, start, end)
    return match.span("number") if match else item_in(text, start, end)


def left_meeting(text: str, ranges: Iterable[Range]) -> bool | None:
    """Whether the person left, as the first of the ranges that says so tells; ``None`` where none does."""
    for start, end in ranges:
        match = _left().search(text, start, end)
        if match is not None:
            return match.start("left") >= 0
    return None
