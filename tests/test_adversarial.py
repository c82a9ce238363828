"""The cost of a character does not grow with the text, whatever shape it has: measured by the clock, so behind `slow`."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from minutesparse.source import from_text
from minutesparse.stages import to_node

Shape = Callable[[int], str]

# The cost of a character in a text of four times the length, compared; an even cost leaves room for a busy machine.
MOST_GROWTH = 1.8
# Seconds under which a measurement says nothing.
LEAST = 0.02

HEAD = "Elmstow Parish Council\n\n1. Pond\n"


def nested(count: int) -> str:
    return "".join("  " * (at % 100) + f"{'abcdefgh'[at % 8]}) point\n" for at in range(count))


def people(count: int) -> str:
    names = [f"Name{at}" for at in range(count)]
    moved = "".join(f"Moved by Cllr {name} and carried.\n" for name in names)
    return "Present:\n" + "".join(f"Cllr A {name}\n" for name in names) + "1. Pond\n" + moved


# Each with the number of its repetitions; the first are the issue's own.
SHAPES: dict[str, tuple[Shape, int]] = {
    "100,000 markers on a line": (lambda n: HEAD + "1. " * n, 100_000),
    "100,000 markers in brackets": (lambda n: HEAD + "(a) " * n, 100_000),
    "100,000 items on a line": (lambda n: HEAD + "".join(f"{at}. Item " for at in range(n)), 100_000),
    "1,000,000 blank lines": (lambda n: HEAD + "\n" * n + "Resolved to go.\n", 1_000_000),
    "a line of 10 MB": (lambda n: HEAD + "The clerk reported that the pump had been mended. " * n, 200_000),
    "10,000 nested markers": (nested, 10_000),
    "10,000 markers in each other on a line": (lambda n: HEAD + "1. " + "a) i) (1) " * n, 10_000),
    "actions on a line": (lambda n: HEAD + "Action: Clerk to go. " * n, 40_000),
    "actions apart": (lambda n: HEAD + "Action: Clerk to go.\n\n" * n, 20_000),
    "actions under decisions": (lambda n: HEAD + "RESOLVED that it go.\n\nAction: Clerk to go.\n\n" * n, 6_000),
    "decisions on a line": (lambda n: HEAD + "It was agreed to go. " * n, 20_000),
    "movers and votes": (lambda n: HEAD + "Moved by Elm. Ayes: Birch. Noes: None. Carried 2-0. " * n, 10_000),
    "a roll of names": (lambda n: HEAD + "Moved by Elm.\nAyes: " + "Birch, Elm, " * n, 40_000),
    "as many people as movers": (people, 4_000),
    "attendance on a line": (lambda n: "Present: " + "Cllr A Birch, " * n, 30_000),
    "declarations": (lambda n: "1. Declarations of interest\n" + "Cllr Elm declared an interest.\n" * n, 10_000),
    "times and dates": (lambda n: HEAD + "The meeting was adjourned at 7.30pm until 3 May 2023. " * n, 10_000),
    "lists that begin again and miss a number": (
        lambda n: "1. Pond Works\nDug.\n\n2. Weir\nMended.\n\n4. Ferry Fares\nKept.\n\n" * n,
        4_000,
    ),
    "rows of a Markdown table": (lambda n: "| 1. | Pond Works | Dug. |\n" * n, 20_000),
    "titles and dashes": (lambda n: "".join(f"Pond {at} — No report\n\n" for at in range(n)), 20_000),
    "names over speeches": (lambda n: HEAD + "Ann Elm\nMs Elm said that the pump had been mended.\n" * n, 10_000),
    "headings alone": (lambda n: "# Pond\n" * n, 40_000),
    "page breaks": (lambda n: "\x0cPage 1\nMinutes of Elmstow\n" * n, 20_000),
    "meetings": (
        lambda n: "".join(f"Minutes of 3 May {at + 1000}\nPresent: A\n{HEAD}Closed.\n" for at in range(n)),
        6_000,
    ),
    "an item page": (lambda n: "Agenda item\nPond\nMinutes:\n" + "Resolved: That it be done.\n" * n, 20_000),
    "a meeting page": (lambda n: "Agenda and minutes\nNo. Item\n1.\n" + "Pond\n" * n, 60_000),
}


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
    quarter = cost(shape(count // 4))
    assert cost(shape(count)) <= quarter * MOST_GROWTH
