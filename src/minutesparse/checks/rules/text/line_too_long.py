"""Lines over the set width."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Option, Options, Rule
from minutesparse.checks.rules.once import once

NAME = "line-length"


def _check(page: Page, options: Options) -> Iterator[Found]:
    width: int = options[NAME]
    starts = page.source.starts
    places = [(starts[line.index] + width, line.stop) for line in page.lines if line.stop - starts[line.index] > width]
    yield from once(places, f"the line is longer than {width} characters")


RULE = Rule(
    code="MP811",
    name="line-too-long",
    summary="A line is longer than the set width",
    why=(
        "Where minutes are wrapped, a change shows in the one line that it is in. Texts that keep a paragraph on one "
        "line have no use for this rule."
    ),
    check=_check,
    bad="1. Apologies\nThere were none.\n\n2. Finance\nThe accounts were noted and the clerk thanked.\n",
    good="1. Apologies\nThere were none.\n\n2. Finance\nThe accounts were noted\nand the clerk thanked.\n",
    at=(5,),
    settings={NAME: 40},
    options=(Option(NAME, 120, "Most characters in a line"),),
    severity="info",
    preview=True,
)
