"""Where invented texts take their choices from: plain random numbers, hypothesis, or the bytes of a coverage-guided fuzzer.

The grammars (`grammar`, `damage`, `shuffled`) ask a `Chance`, so that each engine tries the same texts. Random numbers are
some thirty times faster than hypothesis, which in turn finds the smallest text of a fault.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Chance(Protocol):
    """Makes choices."""

    def one(self, values: Sequence[T]) -> T:
        """One of ``values``."""

    def number(self, least: int, most: int) -> int:
        """A number from ``least`` to ``most``."""

    def many(self, make: Callable[[Chance], T], least: int, most: int) -> list[T]:
        """From ``least`` to ``most`` things that ``make`` makes."""


class Seeded:
    """Choices of a generator of random numbers: the same for the same seed."""

    def __init__(self, seed: int | str) -> None:
        self._random = Random(seed).random

    def one(self, values: Sequence[T]) -> T:
        return values[int(self._random() * len(values))]

    def number(self, least: int, most: int) -> int:
        return least + int(self._random() * (most - least + 1))

    def many(self, make: Callable[[Chance], T], least: int, most: int) -> list[T]:
        return [make(self) for _ in range(self.number(least, most))]


class Drawn:
    """Choices of hypothesis."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def one(self, values: Sequence[T]) -> T:
        return self._draw(st.sampled_from(values))

    def number(self, least: int, most: int) -> int:
        return self._draw(st.integers(least, most))

    def many(self, make: Callable[[Chance], T], least: int, most: int) -> list[T]:
        return self._draw(st.lists(drawn(make), min_size=least, max_size=most))


class Spelled:
    """Choices that bytes spell, two for each; zeros where they are used up."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def one(self, values: Sequence[T]) -> T:
        return values[self.number(0, len(values) - 1)]

    def number(self, least: int, most: int) -> int:
        spelled = int.from_bytes(self._data[self._at : self._at + 2], "little")
        self._at += 2
        return least + spelled % (most - least + 1)

    def many(self, make: Callable[[Chance], T], least: int, most: int) -> list[T]:
        return [make(self) for _ in range(self.number(least, most))]


def drawn(make: Callable[[Chance], T]) -> st.SearchStrategy[T]:
    """A strategy for what ``make`` makes."""

    @st.composite
    def made(draw: st.DrawFn) -> Any:
        return make(Drawn(draw))

    return made()


def several(chance: Chance, values: Sequence[T], least: int, most: int) -> list[T]:
    """From ``least`` to ``most`` of ``values``, one perhaps several times."""
    return chance.many(lambda chance: chance.one(values), least, most)
