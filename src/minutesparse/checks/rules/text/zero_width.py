"""Marks without width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Edit, Found, Options, Rule
from minutesparse.checks.rules.once import once

# Zero-width spaces and joiners, direction marks and isolates, a byte order mark that is not the first character.
MARK = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]|(?<!\\A)\ufeff")
FIRST_OTHER_SCRIPT = "\u0590"  # Hebrew; all scripts that need such marks come after it
GENERAL_PUNCTUATION = ("\u1e00", "\u2bff")  # Latin letters, punctuation and symbols of no script


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.text
    places = [
        (at, at + 1)
        for at in page.unusual
        if MARK.match(text, at) and not _needs(text[at - 1 : at]) and not _needs(text[at + 1 : at + 2])
    ]
    if places:
        first = text[places[0][0]]
        edits = [Edit(*place, "") for place in places]
        yield from once(places, f"invisible character U+{ord(first):04X}", ("take it out", edits))


def _needs(neighbour: str) -> bool:
    """True for letters and emoji of a kind that such marks join, part or turn round."""
    low, high = GENERAL_PUNCTUATION
    return neighbour >= FIRST_OTHER_SCRIPT and not low <= neighbour <= high and neighbour != "\ufeff"


RULE = Rule(
    code="MP810",
    name="zero-width",
    summary="The text holds a character without width",
    why=(
        "A word with an invisible character in it is not found by a search, and an address or a name copied from the "
        "minutes does not work. Web pages and office programs put such characters in."
    ),
    check=_check,
    bad="1. Apologies\nThere were no\u200bne.\n",
    good="1. Apologies\nThere were none.\n",
    at=(2,),
    severity="info",
    fix="safe",
)
