"""Councillor and Cllr."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import once

TITLE = re.compile(r"\b(Councillor|Cllr|Clr|Cllor|Coun|Cr)(?=s?\b\.?[ \t]+(?:[A-Z]\.|[A-Z]\w))")


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.text
    if "C" not in text:
        return
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in TITLE.finditer(text):
        found[match[1]].append(match.span())
    wanted = page.house.spelling
    if wanted is not None:
        places = sorted(place for form, places in found.items() if form != wanted for place in places)
        yield from once(places, f"the house style writes '{wanted}'")
    elif len(found) > 1:
        # the form that is used less, the later one where both are used as often
        usual = max(found, key=lambda form: (len(found[form]), -found[form][0][0]))
        places = sorted(place for form, places in found.items() if form != usual for place in places)
        yield from once(places, f"'{text[slice(*places[0])]}', elsewhere '{usual}'")


RULE = Rule(
    code="MP812",
    name="councillor-spelling",
    summary="Councillor is spelled in two ways, or not as the house style has it",
    why="One form throughout reads better, and a search for a member finds all that the member said.",
    check=_check,
    bad="1. Apologies\nCllr Birch and Cllr Tom Ash sent theirs.\n\n2. Finance\nCouncillor Ash's claim was noted.\n",
    good="1. Apologies\nCllr Birch and Cllr Tom Ash sent theirs.\n\n2. Finance\nCllr Ash's claim was noted.\n",
    at=(5,),
    severity="info",
    preview=True,
)
