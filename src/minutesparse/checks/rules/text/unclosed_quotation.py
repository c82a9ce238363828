"""Quotations that are opened and never closed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule

MARK = re.compile('["\u201c\u201d]')
BEFORE = "([*_/-\u2013\u2014\u2018"  # beside white space, what stands before an opening mark
AFTER = ").,;:]*_?!-\u2013\u2014\u2019"  # and after a closing one
# What stands between a line's start and the mark that opens a further paragraph of a quotation.
PARAGRAPH_SIGNS = " \t*>\u2022-\f"
WIDEST_SIGN = 20
MOST_MARKS = 40  # that are looked at to see whether one is closed


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.text
    if "\u201c" not in text and text.count('"') < 1:
        return
    marks = [(match.start(), _opens(text, match.start(), match[0])) for match in MARK.finditer(text)]
    boundaries = sorted({int(item["span"]["start"]) for item in page.items})
    for index, (at, opens) in enumerate(marks):
        if opens and _unclosed(page, marks, index, boundaries):
            line = page.line_at(at)
            yield Found(at, min(line.stop, at + 40), "the quotation is opened and never closed")


def _opens(text: str, at: int, mark: str) -> bool | None:
    """True for an opening mark, False for a closing one, None where it may be either, or neither (inches, ditto)."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    opening = not before or before.isspace() or before in BEFORE
    closing = not after or after.isspace() or after in AFTER
    if opening == closing:
        return None
    if mark == '"':
        return opening
    return opening if (mark == "\u201c") == opening else None


def _unclosed(page: Page, marks: Sequence[tuple[int, bool | None]], index: int, boundaries: Sequence[int]) -> bool:
    """True where no mark up to the item's end closes the one at ``index``; marks that may be either close it."""
    at = marks[index][0]
    following = bisect_right(boundaries, at)
    limit = boundaries[following] if following < len(boundaries) else len(page.text)
    depth = 1
    for position, opens in marks[index + 1 : index + 1 + MOST_MARKS]:
        if position >= limit:
            return opens is True  # one that is closed in the next item shows that no item begins there
        start = page.line_at(position).start
        if opens and position - start < WIDEST_SIGN and not page.text[start:position].strip(PARAGRAPH_SIGNS):
            return False  # each paragraph of a long quotation is opened, the last one is closed
        depth += 1 if opens else -1
        if depth == 0:
            return False
    return True


RULE = Rule(
    code="MP804",
    name="unclosed-quotation",
    summary="A quotation is opened and never closed",
    why="Nobody can tell where the words of a motion or a letter end and those of the minutes begin.",
    check=_check,
    bad=(
        "1. Footbridge\nThe Chair read out the \u201cNotice of closure to the meeting.\n\n"
        "2. Finance\nThe \u201cReserves\u201d line was noted.\n"
    ),
    good=(
        "1. Footbridge\nThe Chair read out the \u201cNotice of closure\u201d to the meeting.\n\n"
        "2. Finance\nThe \u201cReserves\u201d line was noted.\n"
    ),
    at=(2,),
)
