"""Items that run into the line before: "The gate was shut. 7. Finance The clerk …", as lost line ends leave them.

A number inside a paragraph opens an item only where the series of the items demands exactly that number there: those at
the beginnings of lines go from 6 to 8, or numbers that bear the year ("45/23") count on without a gap.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter

from minutesparse.lines import LINE, Line, line_of_match, trimmed_end
from minutesparse.numbering import Series, readings

SHORTEST = 90  # characters of a line that may hold an item behind its first sentence
FEWEST = 3  # numbers that make a series
YEAR = re.compile(r"\#/\d{2}(?:\d\d)?\.?\Z")
YEAR_WITHIN = re.compile(r"/\d{2}(?:\d\d)?\.?[ \t]+[A-Z0-9]")
MOST_LABELS = 8
_AT = attrgetter("at")
STOPS = '.!?:;)"\u201d\u2019'


@cache
def _number() -> re.Pattern[str]:
    """A number within a line that a capital or, behind a year, a digit follows."""
    return re.compile(
        r"""
        (?P<digits> [0-9](?<=[ \t][0-9]) [0-9]{0,2} ) (?P<shape> \.0 | /\d{2}(?:\d\d)? | ) (?P<closer> \.? )
        [ \t]+ (?= (?P<word> [A-Z0-9][\w'\u2019/&-]*+ ) )""",
        re.VERBOSE,
    )


@cache
def _label() -> re.Pattern[str]:
    """What opens a list of people within a line."""
    return re.compile(
        r"(?<=[ \t])(?:(?:present|attendance|in[ ]attendance|apologies|absent)[ ]?:"
        r"|also,?[ ](?:present|in[ ]attendance)\b)",
        re.IGNORECASE,
    )


class _Number:
    """A number and where it stands: the line that it opens or stands within, and its offset."""

    __slots__ = ("at", "line", "opens", "value")

    def __init__(self, line: Line, at: int, value: int, opens: bool) -> None:
        self.line = line
        self.at = at
        self.value = value
        self.opens = opens


def part_lines(text: str, lines: Sequence[Line], series: Sequence[Series]) -> Sequence[Line]:
    """``lines`` with those parted that an item runs into; the same sequence where there is none.

    ``series`` are those at the beginnings of the lines (`numbering.fit`). A new line has an index of its own, so that
    those after it count on; its offsets tell which it was.
    """
    series = [one for one in series if len(one.lines) >= FEWEST]
    if not any(map(_has_gap, series)) and YEAR_WITHIN.search(text) is None:
        return lines
    inner = _inner(text, lines)
    if not inner:
        return lines
    found: dict[int, list[int]] = {}
    opening = _opening(text, lines, inner)
    for key in inner:
        numbers = _by_year(opening.get(key, []), inner[key]) if YEAR.match(key) else _missing(key, series, inner[key])
        for number in numbers:
            found.setdefault(number.line.index, []).append(number.at)
        if numbers and YEAR.match(key):
            _add_labels(text, lines, numbers[0], found)
    return _parted(text, lines, found) if found else lines


def _has_gap(one: Series) -> bool:
    return any(following > value + 1 for value, following in pairwise(one.values))


def _inner(text: str, lines: Sequence[Line]) -> dict[str, list[_Number]]:
    """Numbers within lines that may open an item, by the shape that `readings` gives them."""
    found: dict[str, list[_Number]] = {}
    for line in lines:
        if line.stop - line.start < SHORTEST or line.role:
            continue
        for match in _number().finditer(text, line.body + 1, line.stop):
            shape = match["shape"] + match["closer"]
            if not shape or (match["word"][0].isdigit() and not match["shape"].startswith("/")):
                continue
            key = f"#{shape}"
            before = text[max(0, match.start() - 2) : match.start()].rstrip()
            ended = (before and before[-1] in STOPS) or (len(match["word"]) > 2 and match["word"].isupper())
            if not ended and not YEAR.match(key):
                continue
            found.setdefault(key, []).append(_Number(line, match.start(), int(match["digits"]), False))
    return found


def _opening(text: str, lines: Sequence[Line], keys: Collection[str]) -> dict[str, list[_Number]]:
    """Numbers with a year that open lines, by their shape."""
    found: dict[str, list[_Number]] = {}
    for line in lines:
        for key, value in readings(text, line) if line.marker == "coded" and not line.role else ():
            if key in keys:
                found.setdefault(key, []).append(_Number(line, line.start, value, True))
    return found


def _missing(key: str, series: Sequence[Series], inner: Sequence[_Number]) -> list[_Number]:
    """The numbers within lines that fill a gap of a series at the beginnings of lines, all of it."""
    found: list[_Number] = []
    for one in series:
        if one.key != key:
            continue
        for (line, value), (after, following) in pairwise(zip(one.lines, one.values, strict=True)):
            if following > value + 1:
                first = bisect_left(inner, line.start, key=_AT)
                found += _filling(inner[first : bisect_left(inner, after.start, first, key=_AT)], value, following)
    return found


def _filling(between: Sequence[_Number], value: int, following: int) -> list[_Number]:
    """The numbers that lead from one to the next, or none; an inner list that counts up to them leads nowhere."""
    chain: list[_Number] = []
    for one in between:
        if one.value == value:
            return []  # "6. …" again inside item 6: a list of its own
        if one.value == value + len(chain) + 1 < following:
            chain.append(one)
    return chain if len(chain) == following - value - 1 else []


def _by_year(opening: Sequence[_Number], inner: Sequence[_Number]) -> list[_Number]:
    """The numbers with a year that count on from one to the next, those at the beginnings of lines among them."""
    numbers = sorted([*opening, *inner], key=_AT)
    values = {one.value for one in numbers}
    chain: list[_Number] = []
    for one in numbers:
        last = chain[-1].value if chain else None
        begins = last is None and (one.opens or one.value + 1 in values)
        if begins or (last is not None and (one.value == last + 1 or (one.opens and one.value > last))):
            chain.append(one)
    return [one for one in chain if not one.opens] if len(chain) >= FEWEST else []


def _add_labels(text: str, lines: Sequence[Line], first: _Number, found: dict[int, list[int]]) -> None:
    """Part the head before the first item where all of it is on the item's line: at "Present:" and its like."""
    if all(line.blank for line in lines[: first.line.index]):
        places = [match.start() for match in _label().finditer(text, first.line.start + 1, first.at)]
        found[first.line.index] += places[:MOST_LABELS]


def _parted(text: str, lines: Sequence[Line], found: dict[int, list[int]]) -> list[Line]:
    parted: list[Line] = []
    for line in lines:
        stop = line.stop
        starts = sorted(found.get(line.index, ()))
        opening = line.at_index(len(parted))
        parted.append(opening)
        for begin, limit in pairwise([*starts, stop] if starts else ()):
            parted[-1].stop = trimmed_end(text, parted[-1].start, begin)
            match = LINE.match(text, begin, limit)
            assert match is not None  # every part of the pattern may be empty
            inner = line_of_match(len(parted), text, match, limit)
            inner.indent = line.indent
            parted.append(inner)
    return parted
