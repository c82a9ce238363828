"""Offsets to what the document holds: strings cut from the text, and spans with their lines.

This is the one place where text is sliced and white space collapsed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from minutesparse.source import BLANK, BLANKS, Source

ASCII = bytes(range(128))

Node = dict[str, Any]
"""A node of the document before validation: the fields of the contract, with ``span`` as `Reader.span` gives it."""


class Reader:
    """Cuts strings and spans out of one source.

    ``text`` is the source's with spaces for what stands in ``holes``, the ranges of page furniture in order: so no
    pattern finds a word there and no string takes one, while each other character keeps its offset. ``lowered`` is the
    text in lower case, each character at its offset: for substring tests and patterns without IGNORECASE, which `re`
    finds several times faster.
    """

    __slots__ = ("lowered", "source", "text")

    def __init__(self, source: Source, holes: Sequence[tuple[int, int]] = ()) -> None:
        self.source = source
        self.text = _without(source.text, holes) if holes else source.text
        self.lowered = in_lower_case(self.text)

    def string(self, start: int, end: int) -> str:
        """The words of ``[start, end)`` with white space collapsed and furniture left out."""
        words = self.text[start:end].replace("\n", " ")
        if "  " in words or not words.isprintable():  # the one white space that is printable is the space
            return collapsed(words)
        return words.strip(" ")

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
    if words.isascii():  # then no marks without width stand at the ends
        return " ".join(words.split())
    return " ".join(words.strip(BLANK).split())


def in_lower_case(text: str) -> str:
    """``text`` in lower case, each character at its offset: "\u0130", which would be two, stays as it is."""
    if text.isascii():
        return text.lower()
    # str.lower looks each character up where one is not ASCII; bytes.lower is many times as fast
    data = text.encode("utf-8", "surrogatepass")
    lowered = data.lower().decode("utf-8", "surrogatepass")
    for one in set(data.translate(None, ASCII).decode("utf-8", "surrogatepass")):
        low = one.lower()
        if low != one and len(low) == 1:
            lowered = lowered.replace(one, low)
    return lowered


def _without(text: str, holes: Sequence[tuple[int, int]]) -> str:
    """``text`` with a space for each character in ``holes``."""
    parts: list[str] = []
    at = 0
    for start, end in holes:
        parts += (text[at:start], " " * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)
