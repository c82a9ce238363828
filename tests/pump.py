"""Does twice the text cost a pattern twice the work? ``python -m tests.pump [WORD]`` prints the worst ratio of each.

Texts against a pattern are made from the pattern itself. Its sets of characters tell which characters differ to it; for
each repeat there are texts that reach it, go round in it many times with each of these characters, and then fail; and
for methods that try one place after the other, texts in which many places begin what the pattern looks for.

The cost of one call is this thread's time on the processor, the least of several runs. It is compared over `DOUBLINGS`
of the text, so that the bar lies far from what a busy machine does to a time: 2 a doubling is linear, 4 quadratic.
"""

from __future__ import annotations

import random
import re
import re._constants as op  # type: ignore[import-not-found,unused-ignore]
import re._parser as parser  # type: ignore[import-not-found,unused-ignore]
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from tests.patterns import EACH, Pattern, all_patterns

MOST_RATIO = 2.5  # times the time for twice the text
SHORT = 1_500  # characters
DOUBLINGS = 3
LONGEST = 200_000  # characters; a pattern with wide bounds is linear only from where these are spent
STEADY = 0.000_05  # seconds; what takes less is not looked at further
PATIENCE = 2.0  # seconds for the calls of one comparison; what takes longer counts as without bound
ENDS = ("", "\n", "\x00", " x")
# One of each kind that patterns tell apart, before the pattern's own literals.
KINDS = " aA1.,:;-()\n\t_*|/'\"&#<>\x00é\u2019\u2013\u00a0@£?"


class EndlessError(Exception):
    """A call took longer than `PATIENCE`."""


@contextmanager
def _limited() -> Iterator[None]:
    def stop(_number: int, _frame: Any) -> None:
        if time.process_time() - begun >= PATIENCE / 2:  # not the signal of the comparison before
            raise EndlessError

    begun = time.process_time()
    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def attacks(pattern: re.Pattern[str]) -> list[tuple[str, str, str]]:
    """Texts that may cost ``pattern`` much, each as what comes first, what is repeated, and what comes last."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    letters = _kinds(tree, pattern)
    found: dict[tuple[str, str, str], None] = {}
    units = [*letters, *(letter + " " for letter in letters if letter != " ")]
    for unit in units:
        for end in ENDS[::2]:
            found["", unit, end] = None
    for seed in range(3):
        maker = _Maker(random.Random(seed), letters, pattern)
        for before, body in maker.repeats(list(tree), ""):
            for unit in dict.fromkeys(body):
                for end in ENDS:
                    found[before, unit, end] = None
        for start in dict.fromkeys(maker.starts(list(tree), "")):
            for unit in (start, start + " ", " " + start, start + "\n"):
                found["", unit, ""] = None
    return [attack for attack in found if attack[1]]


def _kinds(tree: Any, pattern: re.Pattern[str]) -> list[str]:
    """One character for each way in which the sets of characters of a pattern can answer."""
    sets = list(dict.fromkeys(_sets(tree)))
    tests = [re.compile(source, pattern.flags & ~re.VERBOSE) for source in sets]
    found: dict[tuple[bool, ...], str] = {}
    for letter in KINDS:
        found.setdefault(tuple(test.match(letter) is not None for test in tests), letter)
    return list(found.values())


def _sets(tree: Any) -> Iterator[str]:
    """The sets of characters of a parsed pattern, as patterns."""
    for code, argument in tree:
        source = _source_of_set(code, argument)
        if source is not None:
            yield source
        for part in _parts(code, argument):
            yield from _sets(part)


def _source_of_set(code: Any, argument: Any) -> str | None:
    if code is op.ANY:
        return "."
    if code is op.NOT_LITERAL:
        return f"[^{re.escape(chr(argument))}]"
    if code is not op.IN:
        return None
    names = {
        op.CATEGORY_DIGIT: r"\d",
        op.CATEGORY_NOT_DIGIT: r"\D",
        op.CATEGORY_SPACE: r"\s",
        op.CATEGORY_NOT_SPACE: r"\S",
        op.CATEGORY_WORD: r"\w",
        op.CATEGORY_NOT_WORD: r"\W",
    }
    parts = []
    for kind, value in argument:
        if kind is op.NEGATE:
            parts.append("^")
        elif kind is op.LITERAL:
            parts.append(re.escape(chr(value)))
        elif kind is op.RANGE:
            parts.append(f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}")
        elif kind is op.CATEGORY:
            parts.append(names[value])
    return f"[{''.join(parts)}]"


def _parts(code: Any, argument: Any) -> list[Any]:
    """The patterns inside a node."""
    if code is op.BRANCH:
        return list(argument[1])
    if code is op.SUBPATTERN:
        return [argument[3]]
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return [argument[2]]
    if code in (op.ASSERT, op.ASSERT_NOT):
        return [argument[1]]
    if code is op.ATOMIC_GROUP:
        return [argument]
    if code is op.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part is not None]
    return []


class _Maker:
    """Makes texts that a parsed pattern accepts, with choices by chance."""

    def __init__(self, chance: random.Random, letters: list[str], pattern: re.Pattern[str]) -> None:
        self.chance = chance
        self.letters = letters
        self.flags = pattern.flags & ~re.VERBOSE
        self.groups: dict[int, str] = {}

    def accepted(self, code: Any, argument: Any) -> list[str]:
        """Characters that a set accepts."""
        source = _source_of_set(code, argument)
        assert source is not None
        found = [letter for letter in self.letters if re.match(source, letter, self.flags | re.DOTALL)]
        if not found and code is op.IN:
            kind, value = next(((k, v) for k, v in argument if k in (op.LITERAL, op.RANGE)), (op.LITERAL, 97))
            found = [chr(value if kind is op.LITERAL else value[0])]
        return found or ["x"]

    def text(self, tree: Iterable[Any]) -> str:
        """A text that the nodes accept, looks ahead and back left out."""
        return "".join(self.node(code, argument) for code, argument in tree)

    def node(self, code: Any, argument: Any) -> str:
        """A text that a node accepts."""
        if code is op.LITERAL:
            return chr(argument)
        if code in (op.IN, op.NOT_LITERAL, op.ANY):
            return self.chance.choice(self.accepted(code, argument))
        if code is op.BRANCH:
            return self.text(self.chance.choice(argument[1]))
        if code is op.SUBPATTERN:
            found = self.text(argument[3])
            self.groups[argument[0]] = found
            return found
        if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            least, most, body = argument
            return "".join(self.text(body) for _ in range(max(least, min(1, most, self.chance.randrange(2)))))
        if code is op.ATOMIC_GROUP:
            return self.text(argument)
        if code is op.GROUPREF:
            return self.groups.get(argument, "")
        return ""

    def repeats(self, tree: list[Any], before: str) -> Iterator[tuple[str, list[str]]]:
        """For each repeat, a text that reaches it and texts that go round in it."""
        for code, argument in tree:
            if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
                body = list(argument[2])
                if argument[1] > 3:
                    yield before, self.rounds(body)
            for part in _parts(code, argument):
                yield from self.repeats(list(part), before)
            before += self.node(code, argument)

    def rounds(self, body: list[Any]) -> list[str]:
        """Texts that one round of a repeat accepts: each kind of character, or some by chance."""
        if len(body) == 1 and body[0][0] in (op.IN, op.NOT_LITERAL, op.ANY):
            return self.accepted(*body[0])
        return [self.text(body) for _ in range(3)]

    def starts(self, tree: list[Any], before: str) -> Iterator[str]:
        """Beginnings of what the nodes accept, each one node longer."""
        for code, argument in tree[:12]:
            before += self.node(code, argument)
            yield before


def worst(pattern: re.Pattern[str], methods: Iterable[str]) -> tuple[float, str, tuple[str, str, str]]:
    """The ratio of times a doubling of the first text that is over the bar, else the largest; its method and parts."""
    found = (0.0, "", ("", "", ""))
    for method in sorted({"finditer" if name in EACH - {"search"} else name for name in methods}):
        for attack in attacks(pattern):
            found = max(found, (ratio(pattern, method, attack), method, attack))
            if found[0] > MOST_RATIO:
                return found
    return found


def ratio(pattern: re.Pattern[str], method: str, attack: tuple[str, str, str]) -> float:
    """Times the time for twice the text; 0 where the time is too short to matter; infinite where there is no end."""
    before, unit, end = attack

    def seconds(size: int, runs: int) -> float:
        text = before + unit * (size // len(unit)) + end
        return min(_once(pattern, method, text) for _ in range(runs))

    rate = float("inf")
    try:
        with _limited():
            size = SHORT
            if seconds(2 * size, 1) < STEADY / 2 and seconds(size << DOUBLINGS, 1) < STEADY:
                return 0.0
            while True:
                rate = (seconds(size << DOUBLINGS, 1) / seconds(size, 2)) ** (1 / DOUBLINGS)
                if rate > MOST_RATIO:  # measured again: the machine may have been busy
                    rate = min(rate, (seconds(size << DOUBLINGS, 2) / seconds(size, 1)) ** (1 / DOUBLINGS))
                if rate <= MOST_RATIO or size << DOUBLINGS > LONGEST:
                    return rate
                size *= 2
    except EndlessError:
        return rate


def _once(pattern: re.Pattern[str], method: str, text: str) -> float:
    call = getattr(pattern, method)
    started = time.thread_time()
    if method == "finditer":
        for _ in call(text):
            pass
    else:
        call(text)
    return time.thread_time() - started


def table(patterns: Iterable[Pattern]) -> Iterator[tuple[float, Pattern, str, tuple[str, str, str]]]:
    """Each pattern with its worst ratio, the method and the parts of the text."""
    for pattern in patterns:
        rate, method, attack = worst(pattern.compiled, pattern.methods)
        yield rate, pattern, method, attack


def main(words: list[str]) -> int:
    """Print the table of the patterns whose module or name holds one of ``words``; 1 where one is over the bar."""
    chosen = [p for p in all_patterns() if not words or any(word in f"{p.module}.{p.name}" for word in words)]
    status = 0
    for rate, pattern, method, attack in table(chosen):
        mark = "OVER" if rate > MOST_RATIO else ""
        status |= bool(mark)
        before, unit, end = attack
        print(f"{rate:5.2f} {mark:4} {pattern.module}.{pattern.name} {method}", end=" ")
        print(f"{before[:40]!r} + {unit[:60]!r} * n + {end!r}" if mark else "", flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
