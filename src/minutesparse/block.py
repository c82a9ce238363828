"""The unit that the middle stages work on: a block of running text, as offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Block:
    """A paragraph, point, heading, quote, table row or label, by offsets into the text.

    ``[start, end)`` is the block without its children; ``label`` encloses the marker without punctuation (points);
    ``body`` is where its own words begin after the marker; ``first`` and ``last`` are indices of its first and last
    line; ``indent`` the column of its first character; ``gap`` the number of blank lines before it.
    ``taken`` is set by the stage that made a fact of the whole block, so that ``content`` does not repeat it; the
    blocks below it stay unless they are taken too.
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

    def has_word_label(self, text: str) -> bool:
        """True where the marker holds a letter or digit, a word that must not be lost with its block: "4.", "o"."""
        return self.label is not None and any(map(str.isalnum, text[slice(*self.label)]))

    def walk(self) -> Iterator[Block]:
        """The block and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def take(self) -> None:
        """Mark the block and all below it as ``taken``."""
        for block in self.walk():
            block.taken = True

    def __repr__(self) -> str:
        return f"Block({self.kind}, lines {self.first + 1}-{self.last + 1}, {len(self.children)} children)"


def left(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that no fact took, and those below one that was taken without them."""
    for block in blocks:
        if not block.taken:
            yield block
        elif block.children:
            yield from left(block.children)
