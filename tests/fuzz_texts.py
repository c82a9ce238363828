"""Texts to search for faults in: invented minutes, shuffled lines, and what is made of fixtures and kept texts."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from tests.chance import Chance
from tests.damage import damaged, damaged_minutes
from tests.golden import REGRESSIONS, fixtures
from tests.shuffled import shuffled, shuffled_few, shuffled_line

from minutesparse.source import from_bytes

MOST_LINES = 16
"""Of a piece of a fixture: small texts are many in a second, and a fault seldom needs more."""


@cache
def kept() -> list[list[str]]:
    """The lines of each fixture and of each text that once failed."""
    texts = [from_bytes(path.read_bytes()).text for path in fixtures()]
    texts += [path.read_bytes().decode("utf-8", "surrogatepass") for path in sorted(REGRESSIONS.glob("*.txt"))]
    return [text.split("\n") for text in texts]


def pieces(chance: Chance) -> str:
    """Some lines of one to three texts, one behind the other, damaged."""
    return damaged(chance, "\n".join(chance.many(_piece, 1, 3)))


def _piece(chance: Chance) -> str:
    lines = chance.one(kept())
    begin = chance.number(0, len(lines) - 1)
    return "\n".join(lines[begin : begin + chance.number(1, MOST_LINES)])


def mixed(chance: Chance) -> str:
    """Shuffled lines among those of a piece, which stays in order."""
    lines = _piece(chance).split("\n")
    for other in chance.many(shuffled_few, 1, 3):
        lines.insert(chance.number(0, len(lines)), other)
    return damaged(chance, "\n".join(lines), 1)


def several_meetings(chance: Chance) -> str:
    """Minutes of one to three meetings in one file."""
    return "\n\n".join(chance.many(damaged_minutes, 2, 3))


def any_characters(chance: Chance) -> str:
    """Characters of any kind, often ones that mean something to minutes."""
    return "".join(chance.many(_character, 0, 80))


def _character(chance: Chance) -> str:
    if chance.number(0, 3):
        return chance.one(TELLING)
    point = chance.number(0, 0xFFFF)
    return chr(point)


TELLING = [
    *"\n\n\n\r\t  .:;,-–—()[]|*_#&/\"'1234567890abivxIVABCWR£•",
    "\r\n",
    "Cllr ",
    "RESOLVED",
    "that ",
    "Action: ",
    "Moved by ",
]


def monotonous(chance: Chance) -> str:
    """One word, line or piece again and again, up to some 10 KB: what takes ever longer would show."""
    unit = chance.one([_character, _character, shuffled_line, shuffled_line, _piece])(chance) or " "
    return chance.one(["", HEAD]) + unit * max(1, chance.number(200, 10_000) // len(unit))


HEAD = "Wexmoor Parish Council\n\n1. Pond\n"

# A kind of text is as often tried as it stands here.
KINDS: list[Callable[[Chance], str]] = [
    *[damaged_minutes] * 8,
    *[pieces] * 18,
    *[shuffled_few] * 18,
    *[mixed] * 8,
    *[shuffled] * 2,
    *[several_meetings] * 2,
    *[any_characters] * 4,
    monotonous,
]


def text_of(chance: Chance) -> str:
    """A text of any kind."""
    return chance.one(KINDS)(chance)
