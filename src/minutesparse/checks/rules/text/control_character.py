"""Control characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Edit, Found, Options, Rule
from minutesparse.checks.rules.once import once

# C0 (what minutes need of it is not `unusual`), DEL, and what other programs take for line ends.
CONTROL = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]")


def _check(page: Page, options: Options) -> Iterator[Found]:
    places = [(at, at + 1) for at in page.unusual if CONTROL.match(page.text, at)]
    if places:
        first = page.text[places[0][0]]
        edits = [Edit(start, end, " " if page.text[start].isspace() else "") for start, end in places]
        yield from once(places, f"control character U+{ord(first):04X}", ("take it out", edits))


RULE = Rule(
    code="MP809",
    name="control-character",
    summary="The text holds a control character",
    why=(
        "It shows as nothing, as a box or as a new line, depending on the program, and XML cannot hold it at all. Word "
        "processors and scanners leave such characters behind."
    ),
    check=_check,
    bad="1. Apologies\nThere were none.\x0bThe Chair thanked all.\n",
    good="1. Apologies\nThere were none. The Chair thanked all.\n",
    at=(2,),
    fix="safe",
)
