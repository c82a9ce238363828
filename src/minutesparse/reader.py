"""Offsets to what the document holds: strings cut from the text, and spans with their lines.

This is the one place where text is sliced and white space collapsed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from minutesparse.source import BLANK, ZERO_WIDTH, Source

Node = dict[str, Any]
"""A node of the document before validation: the fields of the contract, with ``span`` as `Reader.span` gives it."""


class Reader:
    """Cuts strings and spans out of one source.

    ``holes`` are the ranges of page furniture, in order; no string takes words from them.
    """

    __slots__ = ("_hole_starts", "holes", "source", "text")

    def __init__(self, source: Source, holes: Sequence[tuple[int, int]] = ()) -> None:
        self.source = source
        self.text = source.text
        self.holes = list(holes)
        self._hole_starts = [hole[0] for hole in self.holes]

    def string(self, start: int, end: int) -> str:
        """The words of ``[start, end)`` with white space collapsed and furniture left out."""
        if self.holes:
            index = bisect_right(self._hole_starts, start)
            if index and self.holes[index - 1][1] > start:
                index -= 1
            if index < len(self.holes) and self.holes[index][0] < end:
                return self._around_holes(start, end, index)
        return " ".join(self.text[start:end].strip(BLANK).split())

    def _around_holes(self, start: int, end: int, index: int) -> str:
        parts = []
        while start < end and index < len(self.holes) and self.holes[index][0] < end:
            parts.append(self.text[start : self.holes[index][0]])
            start = self.holes[index][1]
            index += 1
        if start < end:
            parts.append(self.text[start:end])
        return " ".join(" ".join(parts).strip(BLANK).split())

    def span(self, start: int, end: int) -> dict[str, int]:
        """The span of ``[start, end)`` drawn in to its first and last character that is not blank."""
        start, end = self.trim(start, end)
        line = self.source.line_of(start)
        end_line = line if end <= self.source.starts[line] else self.source.line_of(end - 1)
        return {"start": start, "end": end, "line": line, "end_line": end_line}

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """``[start, end)`` without white space and marks without width at its ends."""
        text = self.text
        while start < end and (text[start].isspace() or text[start] in ZERO_WIDTH):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ZERO_WIDTH):
            end -= 1
        return start, end
