"""The cost of a character does not grow with the text, whatever shape it has: measured by the clock, so behind `slow`."""

from __future__ import annotations

import time

import pytest
from tests.shapes import SHAPES

from minutesparse.source import from_text
from minutesparse.stages import to_node

# The cost of a character in a text of sixteen times the length, compared. An even cost leaves room for a busy machine
# and for what the caches hold of a short text; work that grows with the square comes to several times this.
MOST_GROWTH = 1.8
LONGER = 16
ATTEMPTS = 3
# Seconds under which a measurement says nothing.
LEAST = 0.004


def cost(text: str) -> float:
    """Seconds of this process a character, the best of two runs."""
    source = from_text(text)
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        to_node(source, None, None, False)
        best = min(best, time.process_time() - begun)
    return max(best, LEAST) / len(text)


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPES)
def test_cost_of_a_character_does_not_grow(name: str) -> None:
    shape, count = SHAPES[name]
    to_node(from_text(shape(10)), None, None, False)  # patterns are compiled when first used
    growth: list[float] = []
    while not growth or (min(growth) > MOST_GROWTH and len(growth) < ATTEMPTS):
        short = cost(shape(count // LONGER))
        growth.append(cost(shape(count)) / short)
    assert min(growth) <= MOST_GROWTH
