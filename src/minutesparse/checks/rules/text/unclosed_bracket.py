"""Brackets that are opened and never closed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule

# A bracket, or two with what stands between them in one line, not so far apart that the second may mark a point.
BRACKET = re.compile(r"\((?:[^()\[\]\r\n]{0,78}+\))?+|[)\[\]]")
NEAR = 80  # characters in which "(area" at a line's end and "5)" at the next one's start belong together


def _check(page: Page, options: Options) -> Iterator[Found]:
    ends: list[int] = []
    stop = 0
    opened: list[int] = []
    for match in BRACKET.finditer(page.text):
        at = match.start()
        if opened and at >= stop:
            yield from _unclosed(page, opened, at)
            opened = []
        if match[0] in ("(", "["):
            if not opened:
                ends = ends or [*(end for _, end in page.paragraphs), len(page.text)]
                stop = ends[bisect_right(ends, at)]  # of the paragraph
            opened.append(at)
        elif match[0] in (")", "]") and opened and (at - opened[-1] < NEAR or not _marks(page, at)):
            opened.pop()
    yield from _unclosed(page, opened, len(page.text))


def _marks(page: Page, at: int) -> bool:
    """True for the bracket of "a)" at a line's start, which closes nothing."""
    label = page.line_at(at).label
    return label is not None and label[1] == at


def _unclosed(page: Page, opened: Sequence[int], following: int) -> Iterator[Found]:
    """Findings for the brackets that a paragraph leaves open, unless the next one below it closes."""
    text = page.text
    if opened and (text[following : following + 1] not in (")", "]") or _marks(page, following)):
        for at in opened:
            yield Found(at, min(at + 40, page.line_at(at).stop), "the bracket is opened and never closed")


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
