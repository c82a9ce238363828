"""National Insurance numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import once

# Two letters, six digits and a letter from A to D. HMRC's manual (NIM39110): neither of the first two letters is D, F,
# I, Q, U or V, the second is not O, and some prefixes are not given out.
NUMBER = re.compile(
    r"""
    [ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z] (?<! BG | GB | NK | KN | TN | NT | ZZ ) (?<! [\w/-].. )
    [ ]? \d\d [ ]? \d\d [ ]? \d\d [ ]? [A-D] (?! [\w/-] )
    """,
    re.VERBOSE,
)


def _check(page: Page, options: Options) -> Iterator[Found]:
    yield from once([match.span() for match in NUMBER.finditer(page.text)], "National Insurance number")


RULE = Rule(
    code="MP905",
    name="national-insurance-number",
    summary="A National Insurance number is printed",
    why="It stays with somebody for life, and opens accounts and claims in that name; no record of a meeting needs it.",
    source="UK GDPR, Article 5(1)(c) and (f); format: HMRC, National Insurance Manual, NIM39110",
    check=_check,
    bad="1. Staff\nThe form of Mr Ash (AA 12 34 56 C) was signed.\n",
    good="1. Staff\nThe form of Mr Ash was signed.\n",
    at=(2,),
    severity="error",
)
