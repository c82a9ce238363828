"""Tab characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Edit, Found, Option, Options, Rule
from minutesparse.checks.rules.once import once

TABS = re.compile(r"\t++")


def _check(page: Page, options: Options) -> Iterator[Found]:
    if "\t" not in page.text:
        return
    width: int = max(1, options["width"])
    places, edits = [], []
    line, column, at = -1, 0, 0
    for match in TABS.finditer(page.text):
        start, end = match.span()
        beginning = page.source.starts[page.source.line_of(start) - 1]
        if beginning != line:
            line, column, at = beginning, 0, beginning
        column += start - at
        stop = (column // width + end - start) * width
        edits.append(Edit(start, end, " " * (stop - column)))
        places.append((start, end))
        column, at = stop, end
    yield from once(places, "a tab", ("set spaces up to the tab stop", edits))


RULE = Rule(
    code="MP807",
    name="tab",
    summary="A tab stands where spaces should",
    why=(
        "Programs set tab stops where they like, so that columns which line up for the clerk are ragged for the "
        "reader, and the indent of a point no longer says what it belongs to."
    ),
    check=_check,
    bad="1. Apologies\nThere were none.\n\n2. Finance\nMowing\t\u00a340.00\n",
    good="1. Apologies\nThere were none.\n\n2. Finance\nMowing  \u00a340.00\n",
    at=(5,),
    options=(Option("width", 8, "Columns from one tab stop to the next, for the fix"),),
    severity="info",
    fix="safe",
)
