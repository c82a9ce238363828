"""What copying, converting and editing do to a text of minutes."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from tests.chance import Chance, drawn, several
from tests.grammar import whole


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _every(change: Callable[[Chance, str], str]) -> Callable[[Chance, str], str]:
    """``change`` on some of the lines."""

    def changed(chance: Chance, text: str) -> str:
        step = chance.number(1, 5)
        return "\n".join(change(chance, line) if n % step == 0 else line for n, line in enumerate(_lines(text)))

    return changed


def _truncated(chance: Chance, text: str) -> str:
    return text[: chance.number(0, len(text))]


def _swapped(chance: Chance, text: str) -> str:
    lines = _lines(text)
    one, other = chance.number(0, len(lines) - 1), chance.number(0, len(lines) - 1)
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _dropped(chance: Chance, text: str) -> str:
    lines = _lines(text)
    del lines[chance.number(0, len(lines) - 1)]
    return "\n".join(lines)


ODD = [
    *("\u200b", "\u00a0", "\ufeff", "\u2028", "\x85", "\x0b", "\u0130", "ß", "\u0301", "²", "٣", "\U0001f4c4", "\ud800", "ﬁ"),
    *("\x00", "\t", "\x0c", "*", "_", "|", ":", ".", "(", ")", "[", "]", "“", '"', "-", "–", "#", "&", "/", ",", "\n", " "),
]  # fmt: skip


def _odd(chance: Chance, text: str) -> str:
    """One odd character somewhere."""
    at = chance.number(0, len(text))
    odd = chance.one(ODD)
    return text[:at] + odd + text[at:]


def _cut_out(chance: Chance, text: str) -> str:
    """Some characters are lost, at times a line's end alone."""
    at = chance.number(0, len(text))
    if chance.number(0, 1):
        at = max(0, text.find("\n", at))
        return text[:at] + text[at + 1 :]
    return text[:at] + text[at + chance.number(1, 60) :]


def _repeated(chance: Chance, text: str) -> str:
    """A line is printed again, right below or somewhere else."""
    lines = _lines(text)
    line = chance.one(lines)
    lines.insert(chance.number(0, len(lines)), line)
    return "\n".join(lines)


def _paged(chance: Chance, text: str) -> str:
    """Page numbers and a running head every so many lines, in the middle of anything."""
    every, lines, pages = chance.number(3, 12), _lines(text), []
    foot = chance.one(["Page {n}", "{n}", "Page {n} of 9", "- {n} -", "A Ashlark, Chair"])
    head = chance.one(["", "Wexmoor Parish Council", "Councillor Firth", "Minutes - 4 May 2023", "________"])
    for n, start in enumerate(range(0, len(lines), every), 1):
        pages.append("\n".join([*lines[start : start + every], foot.format(n=n)]))
    return f"\n\x0c{head}\n".join(pages)


MUTATIONS: list[Callable[[Chance, str], str]] = [
    lambda chance, text: text.replace("\n", chance.one(["\r\n", "\r"])),
    lambda chance, text: re.sub(r"\n\n+", chance.one(["\n", "\n\n\n", "\n \t\n"]), text),
    lambda chance, text: text.replace("\n", "\n\n"),
    _every(lambda chance, line: chance.one(["    ", "\t", " ", "\u00a0", "> "]) + line),
    _every(lambda chance, line: line + chance.one(["  ", "\u00a0", ".", ":", " -"])),
    _every(lambda chance, line: line.upper()),
    _every(lambda chance, line: f"**{line}**" if line else line),
    _every(lambda chance, line: f"| {line} |" if line else line),
    lambda chance, text: "\n".join(textwrap.fill(line, chance.number(12, 80)) for line in _lines(text)),
    _truncated,
    _swapped,
    _dropped,
    _odd,
    _cut_out,
    _cut_out,
    _repeated,
    _paged,
]


def damaged(chance: Chance, text: str, most: int = 3) -> str:
    """``text`` with up to ``most`` kinds of damage."""
    for change in several(chance, MUTATIONS, 0, most):
        text = change(chance, text)
    return text


def damaged_minutes(chance: Chance) -> str:
    """Minutes of the grammar with damage."""
    return damaged(chance, whole(chance))


MUTATED = drawn(damaged_minutes)
