"""Faults that repeat: one cause is one finding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutesparse.checks.rule import Edit, Fix, Found


def once(
    places: Sequence[tuple[int, int]], message: str, fix: tuple[str, Sequence[Edit]] | None = None
) -> Iterator[Found]:
    """The one finding for all ``places``, at the first of them; none where there is none.

    The message says how many more there are. ``fix`` is what its edits do, and the edits of all places.
    """
    if not places:
        return
    others = len(places) - 1
    if others:
        message = f"{message}, here and at {others} other place{'s' if others > 1 else ''}"
    yield Found(*places[0], message, Fix(fix[0], tuple(fix[1])) if fix else None)


def such(count: int, what: str) -> str:
    """The end of a message that stands for ``count`` faults of a kind; nothing where there is one."""
    return f" ({count} such {what})" if count > 1 else ""
