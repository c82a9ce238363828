"""Telephone numbers of private people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import once
from minutesparse.checks.rules.personal.private import is_private, person

# British and Irish numbers with their area codes, North American ones with theirs in brackets.
NUMBER = re.compile(
    r"""
    [+0(] (?<! [\w.,/\u00a3$\#-]. ) (?:
        (?: (?<=\+)44[ ]?(?:\(0\))? | (?<=\()0 | (?<=0) ) [1237]\d{1,4} \)? [ -]? \d{3,4} [ -]? \d{3,4}
      | (?<=\+)353[ ]?\d{1,2}[ ]?\d{3}[ ]?\d{4}
      | (?<=\()\d{3}\)[ ]?\d{3}[-.]\d{4}
    ) (?! [\w/-] | [.,]\d )
    """,
    re.VERBOSE,
)
# A North American number of three groups, which no text with sums in pounds holds.
AMERICAN = re.compile(r"[2-9](?<![\w.,$#-].)\d\d([-.])\d{3}\1\d{4}(?![\w/-]|[.,]\d)")
FEWEST, MOST = 10, 13  # digits
# What somebody is called by or says just before the number.
OWN = re.compile(
    r"\b(?:my|me|his|her|their|home|mobile|cell|resident|parishioner|neighbour|himself|herself)\b", re.IGNORECASE
)
MOBILE = re.compile(r"(?:\+44 ?(?:\(0\))?|\(?0)7")
REACH = 50


def _check(page: Page, options: Options) -> Iterator[Found]:
    places = []
    found = [*NUMBER.finditer(page.text), *(AMERICAN.finditer(page.text) if "\u00a3" not in page.text else ())]
    for match in found:
        digits = sum(map(str.isdigit, match[0]))
        near = max(page.source.starts[max(0, page.line_at(match.start()).index - 1)], match.start() - REACH)
        if (
            FEWEST <= digits <= MOST
            and (
                OWN.search(page.text, near, match.start())
                or person().search(page.text, near, match.start())
                or MOBILE.match(match[0])
            )
            and is_private(page, *match.span())
        ):
            places.append(match.span())
    yield from once(sorted(places), "telephone number of a private person")


RULE = Rule(
    code="MP902",
    name="private-telephone",
    summary="The telephone number of a private person is printed",
    why=(
        "Minutes are published and kept for good. The number of a resident serves nobody who reads them later, and "
        "those who look for numbers to call find it."
    ),
    source="UK GDPR, Article 5(1)(c) (data minimisation)",
    check=_check,
    bad=(
        "1. Apologies\nThere were none.\n\n2. Litter\nVolunteers ring Mrs Birch, 01632 960123, who has the bags.\n\n"
        "3. Lamps\nFaults are told to the council on 01632 960999.\n"
    ),
    good=(
        "1. Apologies\nThere were none.\n\n2. Litter\nVolunteers ring the clerk, who tells them who has the bags.\n\n"
        "3. Lamps\nFaults are told to the council on 01632 960999.\n"
    ),
    at=(5,),
)
