"""What was weighed for a line: kept only when somebody asks (`explain`), never part of the facts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weighing:
    """A line as a heading: ``signs`` with their weights, the ``floor`` that they had to reach, the ``rule`` that asked.

    ``chosen`` tells whether the line became a heading.
    """

    rule: str
    signs: tuple[tuple[str, float], ...]
    floor: float
    chosen: bool

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(weight for _, weight in self.signs)
