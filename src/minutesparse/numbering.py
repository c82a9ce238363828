"""Number series: what the markers of a document count, fitted over the whole document before any line is decided.

A year, a sum of money or a house number at a line's start belongs to no series that counts on; an item's number does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.lines import CELL, Line

ROMAN = re.compile(r"(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z", re.IGNORECASE)
DIGITS = re.compile(r"\d++")
LONGEST_NUMERAL = 9
CLOSERS = frozenset(".):")
# A date in figures numbers nothing.
DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d\d\Z")

# A step may miss up to two numbers (a page lost, an item withdrawn) and still count on.
STEPS = (1, 2, 3)
MOST_WAITING = 8


class Series:
    """Lines whose markers count on: ``key`` is the shape of the marker, ``steps`` the lines with their values."""

    __slots__ = ("key", "lines", "values")

    def __init__(self, key: str) -> None:
        self.key = key
        self.lines: list[Line] = []
        self.values: list[int] = []

    def add(self, line: Line, value: int) -> None:
        """Append the next line of the series."""
        self.lines.append(line)
        self.values.append(value)

    def __repr__(self) -> str:
        return f"Series({self.key!r}, {self.values})"


Reading = tuple[str, int]
"""The shape of a marker with one place left open, and the value at that place."""


def readings(text: str, line: Line) -> list[Reading]:
    """The ways to read a line's marker.

    ``12.`` is (``#.``, 12); ``CS.02`` is (``CS.#``, 2); ``45/23`` is (``#/23``, 45) and (``45/#``, 23); ``i)`` is
    roman 1 and the ninth letter.
    """
    if line.counts is None:  # asked for by the outline, and again by the blocks of points
        line.counts = _readings(text, line)
    return line.counts


def _readings(text: str, line: Line) -> list[Reading]:
    if line.label is None or line.marker == "bullet":
        return []
    start, end = line.label
    label = text[start:end]
    closer = text[end : end + 1]
    style = "(" if line.marker == "paren" else closer if closer in CLOSERS else ""
    word = "item " if line.word else CELL if text.startswith(CELL, line.start) else ""
    if label.isdecimal():
        return [(f"{word}#{style}", int(label))] if len(label) <= LONGEST_NUMERAL else []
    if label.isalpha():
        found = []
        if ROMAN.match(label):
            found.append((f"{word}{'I' if label.isupper() else 'i'}{style}", roman_value(label)))
        if len(label) == 1:
            found.append((f"{word}{'A' if label.isupper() else 'a'}{style}", ord(label.casefold()) - 96))
        return found
    numerals = list(DIGITS.finditer(label))
    if not numerals or DATE.match(label) or max(len(numeral[0]) for numeral in numerals) > LONGEST_NUMERAL:
        return []
    if len(numerals) == 1:
        numeral = numerals[0]
        # a letter after the number (7a) stands between 7 and 8, and is no step of its own
        return [(f"{word}{label[: numeral.start()]}#{style}", int(numeral[0]))]
    return [
        (f"{word}{label[: numeral.start()]}#{label[numeral.end() :]}{style}", int(numeral[0])) for numeral in numerals
    ]


def roman_value(numeral: str) -> int:
    """The value of a Roman numeral up to 89."""
    total, before = 0, 0
    for letter in reversed(numeral.casefold()):
        value = {"i": 1, "v": 5, "x": 10, "l": 50}[letter]
        total += value if value >= before else -value
        before = max(before, value)
    return total


def fit(text: str, lines: Sequence[Line]) -> list[Series]:
    """All series of the document. A line may stand in several, one a reading; a lone number makes a series of one."""
    ends: dict[tuple[int, str, int], list[Series]] = {}
    found: list[Series] = []
    for line in lines:
        if not line.marker or line.role or line.marker == "bullet":
            continue
        for key, value in readings(text, line):
            for step in STEPS:
                waiting = ends.get((line.hashes, key, value - step))
                if waiting:
                    series = _pick(waiting, line)
                    break
            else:
                series = Series(key)
                found.append(series)
            series.add(line, value)
            ends.setdefault((line.hashes, key, value), []).append(series)
    return found


def _pick(waiting: list[Series], line: Line) -> Series:
    """Take the series that a line goes on from those that wait for its number: the last at its column, or the last.

    An inner list that counts as its items do takes its own numbers and leaves the outer series waiting.
    """
    if len(waiting) == 1:
        return waiting.pop()
    beside = [
        index
        for index in range(max(0, len(waiting) - MOST_WAITING), len(waiting))
        if abs(waiting[index].lines[-1].indent - line.indent) <= 1
    ]
    # a number that stands alone is more likely a figure than the head of the series that waits beside it
    best = max(beside or [len(waiting) - 1], key=lambda index: (len(waiting[index].lines) > 1, index))
    return waiting.pop(best)
