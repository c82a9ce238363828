"""Offsets to what the document holds: strings cut from the text, and spans with their lines.

This is the one place where text is sliced and white space collapsed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from minutesparse.source import BLANK, BLANKS, Source

Node = dict[str, Any]
"""A node of the document before validation: the fields of the contract, with ``span`` as `Reader.span` gives it."""


class Reader:
    """Cuts strings and spans out of one source.

    ``holes`` are the ranges of page furniture, in order; no string takes words from them. ``lowered`` is the text in
    lower case, each character at its offset: for substring tests and patterns without IGNORECASE, which `re` finds
    several times faster.
    """

    __slots__ = ("_hole_starts", "holes", "lowered", "source", "text")

    def __init__(self, source: Source, holes: Sequence[tuple[int, int]] = ()) -> None:
        self.source = source
        self.text = source.text
        self.holes = list(holes)
        self._hole_starts = [hole[0] for hole in self.holes]
        self.lowered = _lowered(source.text)

    def string(self, start: int, end: int) -> str:
        """The words of ``[start, end)`` with white space collapsed and furniture left out."""
        if self.holes:
            index = bisect_right(self._hole_starts, start)
            if index and self.holes[index - 1][1] > start:
                index -= 1
            if index < len(self.holes) and self.holes[index][0] < end:
                return self._around_holes(start, end, index)
        words = self.text[start:end].replace("\n", " ")
        if "  " in words or not words.isprintable():  # the one white space that is printable is the space
            return collapsed(words)
        return words.strip(" ")

    def _around_holes(self, start: int, end: int, index: int) -> str:
        parts = []
        while start < end and index < len(self.holes) and self.holes[index][0] < end:
            parts.append(self.text[start : self.holes[index][0]])
            start = self.holes[index][1]
            index += 1
        if start < end:
            parts.append(self.text[start:end])
        return collapsed(" ".join(parts))

    def span(self, start: int, end: int) -> dict[str, int]:
        """The span of ``[start, end)`` drawn in to its first and last character that is not blank."""
        text, starts = self.text, self.source.starts
        if start >= end or text[start] in BLANKS or text[end - 1] in BLANKS:
            start, end = self.trim(start, end)
        line = bisect_right(starts, start)
        if line == len(starts):  # at the end of the text: on its last line
            line = max(1, line - 1)
        end_line = line if end <= starts[line] else bisect_right(starts, end - 1, line)
        return {"start": start, "end": end, "line": line, "end_line": end_line}

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """``[start, end)`` without white space and marks without width at its ends."""
        text = self.text
        while start < end and text[start] in BLANKS:
            start += 1
        while end > start and text[end - 1] in BLANKS:
            end -= 1
        return start, end


def collapsed(words: str) -> str:
    """``words`` with each run of white space as one space, and none at the ends."""
    return " ".join(words.strip(BLANK).split())


def _lowered(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # "\u0130" in lower case is two characters: it stays as it is
        lowered = "".join([low if len(low := one.lower()) == 1 else one for one in text])
    return lowered
