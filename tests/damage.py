"""Strategies for what copying, converting and editing do to a text of minutes."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from hypothesis import strategies as st
from tests.grammar import WHOLE, Draw, one


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _every(change: Callable[[Draw, str], str]) -> Callable[[Draw, str], str]:
    """``change`` on some of the lines."""

    def changed(draw: Draw, text: str) -> str:
        step = draw(st.integers(1, 5))
        return "\n".join(change(draw, line) if n % step == 0 else line for n, line in enumerate(_lines(text)))

    return changed


def _truncated(draw: Draw, text: str) -> str:
    return text[: draw(st.integers(0, len(text)))]


def _swapped(draw: Draw, text: str) -> str:
    lines = _lines(text)
    one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _dropped(draw: Draw, text: str) -> str:
    lines = _lines(text)
    del lines[draw(st.integers(0, len(lines) - 1))]
    return "\n".join(lines)


def _odd(draw: Draw, text: str) -> str:
    """One odd character somewhere."""
    at = draw(st.integers(0, len(text)))
    odd = one(
        draw,
        [
            "\u200b",
            "\u00a0",
            "\ufeff",
            "\u2028",
            "\x85",
            "\x0b",
            "\u0130",
            "ß",
            "\u0301",
            "²",
            "٣",
            "\U0001f4c4",
            "\ud800",
            "ﬁ",
            "\x00",
        ],
    )
    return text[:at] + odd + text[at:]


def _paged(draw: Draw, text: str) -> str:
    """Page numbers and a running head every so many lines, in the middle of anything."""
    every, lines, pages = draw(st.integers(3, 12)), _lines(text), []
    foot = one(draw, ["Page {n}", "{n}", "Page {n} of 9", "- {n} -", "A Ashlark, Chair"])
    head = one(draw, ["", "Wexmoor Parish Council", "Councillor Firth", "Minutes - 4 May 2023", "________"])
    for n, start in enumerate(range(0, len(lines), every), 1):
        pages.append("\n".join([*lines[start : start + every], foot.format(n=n)]))
    return f"\n\x0c{head}\n".join(pages)


MUTATIONS: list[Callable[[Draw, str], str]] = [
    lambda draw, text: text.replace("\n", one(draw, ["\r\n", "\r"])),
    lambda draw, text: re.sub(r"\n\n+", one(draw, ["\n", "\n\n\n", "\n \t\n"]), text),
    lambda draw, text: text.replace("\n", "\n\n"),
    _every(lambda draw, line: one(draw, ["    ", "\t", " ", "\u00a0", "> "]) + line),
    _every(lambda draw, line: line + one(draw, ["  ", "\u00a0", ".", ":", " -"])),
    _every(lambda draw, line: line.upper()),
    _every(lambda draw, line: f"**{line}**" if line else line),
    _every(lambda draw, line: f"| {line} |" if line else line),
    lambda draw, text: "\n".join(textwrap.fill(line, draw(st.integers(12, 80))) for line in _lines(text)),
    _truncated,
    _swapped,
    _dropped,
    _odd,
    _paged,
]


@st.composite
def mutated(draw: Draw, texts: st.SearchStrategy[str]) -> str:
    text = draw(texts)
    for change in draw(st.lists(st.sampled_from(MUTATIONS), max_size=3)):
        text = change(draw, text)
    return text


MUTATED = mutated(WHOLE)
