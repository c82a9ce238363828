"""Where private people live."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import once
from minutesparse.checks.rules.personal.private import is_private

STREETS = (
    "road", "street", "lane", "avenue", "close", "drive", "way", "court", "crescent", "terrace", "gardens", "grove",
    "place", "square", "hill", "rise", "row", "green", "park", "view", "walk", "boulevard", "rd", "st", "ave", "dr",
)  # fmt: skip
HOME = re.compile(
    rf"""
    M (?<! \w. ) (?: rs? | s | iss | x ) \b \.? [ ] (?: [A-Z][\w.'\u2019-]{{0,24}} [ ]? ){{1,3}}
    (?: , \s? | \s (?: of | at ) \s | \s \( ) (?: who [ ] lives [ ] at \s )?
    (?P<home> \d{{1,4}}[A-Za-z]? ,? \s (?: [A-Z][\w'\u2019-]{{1,20}} \s ){{1,3}}? (?i: {"|".join(STREETS)} ) \b )
    """,
    re.VERBOSE,
)
# Applications for planning or a licence are public with the applicant's address, by law.
APPLIED = re.compile(
    r"\b(?:applications?|planning|applicants?|licen[cs]\w*|extension|erection|dwelling|conservatory|garage|plot"
    r"|payments?|invoice|cheque|tender)\b|\d/\d{3,}",
    re.IGNORECASE,
)
REACH = 300


def _check(page: Page, options: Options) -> Iterator[Found]:
    places = [
        match.span("home")
        for match in HOME.finditer(page.text)
        if not APPLIED.search(page.text, max(0, match.start() - REACH), match.end() + REACH)
        and is_private(page, *match.span())
    ]
    yield from once(places, "postal address of a private person")


RULE = Rule(
    code="MP903",
    name="private-address",
    summary="The postal address of a private person is printed",
    why=(
        "Whoever asks the council for something did not ask that all may read where they live. Planning and licensing "
        "applications, which are public with their addresses, are left alone."
    ),
    source="UK GDPR, Article 5(1)(c) (data minimisation)",
    check=_check,
    bad=(
        "1. Apologies\nThere were none.\n\n"
        "2. Open forum\nMrs Mara Birch of 14 Mill Lane said that the lamp outside her house was broken.\n"
    ),
    good=(
        "1. Apologies\nThere were none.\n\n"
        "2. Open forum\nA resident of Mill Lane said that the lamp outside her house was broken.\n"
    ),
    at=(5,),
)
