"""Brackets that are opened and never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule

BRACKET = re.compile(r"[()\[\]]")
REACH = 3_000  # characters below a paragraph in which a bracket of it may still be closed
NEAR = 80  # characters in which "(area" at a line's end and "5)" at the next one's start belong together


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.text
    if "(" not in text and "[" not in text:
        return
    markers = {line.label[1] for line in page.lines if line.label}  # the bracket of "a)" closes nothing
    for start, end in page.paragraphs:
        opened: list[int] = []
        for match in BRACKET.finditer(text, start, end):
            if match[0] in "([":
                opened.append(match.start())
            elif opened and (match.start() not in markers or match.start() - opened[-1] < NEAR):
                opened.pop()
        if opened and not _closed_below(text, end, markers):
            for at in opened:
                yield Found(at, min(at + 40, page.line_at(at).stop), "the bracket is opened and never closed")


def _closed_below(text: str, end: int, markers: set[int]) -> bool:
    """True where the next bracket below a paragraph is a closing one."""
    for match in BRACKET.finditer(text, end, end + REACH):
        if match.start() not in markers:
            return match[0] in ")]"
    return False


RULE = Rule(
    code="MP805",
    name="unclosed-bracket",
    summary="A bracket is opened and never closed",
    why="It is not clear what the remark in brackets takes in, and something may have been lost.",
    check=_check,
    bad="1. Finance\nThe grant (of \u00a3400.00 to the hall was paid.\n\na) The accounts (page 2) were noted.\n",
    good="1. Finance\nThe grant (of \u00a3400.00) to the hall was paid.\n\na) The accounts (page 2) were noted.\n",
    at=(2,),
)
