"""The unit that the middle stages work on: a block of running text, as offsets."""

from __future__ import annotations

from collections.abc import Iterator


class Block:
    """A paragraph, point, heading, quote, table row or label, by offsets into the text.

    ``[start, end)`` is the block without its children; ``label`` encloses the marker without punctuation (points);
    ``body`` is where its own words begin after the marker; ``first`` and ``last`` are indices of its first and last
    line; ``indent`` the column of its first character; ``gap`` the number of blank lines before it.
    ``taken`` is set by the stage that made a fact of the whole block, so that ``content`` does not repeat it.
    """

    __slots__ = (
        "body",
        "children",
        "end",
        "first",
        "gap",
        "indent",
        "kind",
        "label",
        "last",
        "marker",
        "start",
        "taken",
    )

    def __init__(self, kind: str, start: int, end: int, body: int, first: int, last: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.body = body
        self.first = first
        self.last = last
        self.label: tuple[int, int] | None = None
        self.marker = ""
        self.indent = 0
        self.gap = 0
        self.children: list[Block] = []
        self.taken = False

    @property
    def stop(self) -> int:
        """End offset with all children."""
        return self.children[-1].stop if self.children else self.end

    def walk(self) -> Iterator[Block]:
        """The block and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def __repr__(self) -> str:
        return f"Block({self.kind}, lines {self.first + 1}-{self.last + 1}, {len(self.children)} children)"
