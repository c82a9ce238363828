"""White space at a line's end."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Edit, Found, Options, Rule
from minutesparse.checks.rules.once import once

SPACES = " \t\u00a0"
HARD_BREAK = "  "  # what ends a line of Markdown that is to end there


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.text
    if not any(f"{space}\n" in text or f"{space}\r" in text for space in SPACES) and text[-1:] not in SPACES:
        return
    starts = page.source.starts
    markdown = "**" in text or "\n# " in text or "\n## " in text
    places = []
    for line, limit in zip(page.lines, starts[1:], strict=True):
        end = limit
        while end > starts[line.index] and text[end - 1] in "\r\n":
            end -= 1
        start = end
        while start > starts[line.index] and text[start - 1] in SPACES:
            start -= 1
        if start < end and not (markdown and not line.blank and text[start:end] == HARD_BREAK):
            places.append((start, end))
    yield from once(places, "white space at the line's end", ("remove it", [Edit(*place, "") for place in places]))


RULE = Rule(
    code="MP808",
    name="trailing-space",
    summary="A line ends in spaces or tabs",
    why="Nobody sees it, and each tool that takes it out makes lines differ that say the same.",
    check=_check,
    bad="1. Apologies\nThere were none.  \n\n2. Finance  \nThe accounts were noted.\n",
    good="1. Apologies\nThere were none.\n\n2. Finance\nThe accounts were noted.\n",
    at=(2,),
    severity="info",
    fix="safe",
)
