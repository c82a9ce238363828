"""Lines to a tree of items: what each stage below it calls an outline.

An entry is one item: where its number and title stand, which lines it holds, and what kind each line is. Committee
pages say so with labels (`outline_pages`); stand-alone minutes by their series and headings (`outline_document`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutesparse.lines import Line


@dataclass(slots=True)
class Entry:
    """One item, by offsets and line indices.

    ``number`` encloses the number without punctuation; ``title`` the parts of the title, one a line; ``first`` and
    ``last`` are its first and last line with all children; ``body`` is where its own text begins on a heading line that
    runs into its text, or ``None``.
    """

    number: tuple[int, int] | None
    title: list[tuple[int, int]]
    level: int
    first: int
    last: int
    body: int | None = None
    exempt: bool = False
    children: list[Entry] = field(default_factory=list)

    def walk(self) -> Iterator[Entry]:
        """The entry and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class Outline:
    """The items of a document. ``head`` and ``tail`` are the first line after the head and the first of the tail."""

    items: list[Entry]
    head: int
    tail: int
    gaps: list[int] = field(default_factory=list)  # lines whose number breaks the series
    width: int | None = None  # `lines.wrap_width`, where the outline needed it


def nest(entries: Sequence[Entry]) -> list[Entry]:
    """A flat list of entries in document order as a tree by level; each extends to its last child."""
    roots: list[Entry] = []
    path: list[Entry] = []
    for entry in entries:
        while path and path[-1].level >= entry.level:
            path.pop()
        (path[-1].children if path else roots).append(entry)
        path.append(entry)
    for root in roots:
        _settle(root, 1)
    return roots


def _settle(entry: Entry, level: int) -> int:
    entry.level = level
    for child in entry.children:
        entry.last = max(entry.last, _settle(child, level + 1))
    return entry.last


def close_entries(entries: Sequence[Entry], lines: Sequence[Line], tail: int) -> None:
    """Set each entry's last line: the last that is neither blank nor furniture before the next entry or ``tail``."""
    starts = [entry.first for entry in entries[1:]]
    for entry, following in zip(entries, [*starts, tail], strict=False):
        last = entry.first
        for index in range(following - 1, entry.first, -1):
            if not lines[index].blank and lines[index].role not in ("furniture", "unplaced", "signature"):
                last = index
                break
        entry.last = max(entry.last, last)
