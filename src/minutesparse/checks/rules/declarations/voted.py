"""Votes of members with a pecuniary interest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.reader import Node

KINDS = ("pecuniary", "disclosable_pecuniary")
# Who left, or was allowed to stay, told anywhere in the item or the declaration.
ALLOWED = re.compile(
    r"\b(?:left|leaves?|leaving|withdr[ae]w\w*|vacated|retired|dispensation|exemption|returned|re-?joined"
    r"|took no (?:further )?part|take no part|not take part|did not vote|abstain\w*)\b",
    re.IGNORECASE,
)
TAKES_PART = ("for", "against")


def _check(page: Page, options: Options) -> Iterator[Found]:
    numbers = Counter(item["number"] for item in page.items) if page.declarations else Counter[str | None]()
    for declaration in page.declarations:
        number, person = declaration["item"], declaration["person"]
        if (
            declaration["interest"] not in KINDS
            or number is None
            or person is None
            or declaration["left_meeting"]
            or ALLOWED.search(page.text, *place(declaration))
        ):
            continue
        if numbers[number] != 1:
            continue
        item = next(item for item in page.items if item["number"] == number)
        if ALLOWED.search(page.text, *place(item)):
            continue
        for resolution in item["resolutions"]:
            part = _part(resolution, person)
            if part is not None:
                name = declaration["name"]
                yield Found(*place(resolution), f"{name}, who declared a pecuniary interest in item {number}, {part}")
                break


def _part(resolution: Node, person: str) -> str | None:
    """What the person did for a decision: moved, seconded or voted; None if nothing."""
    if any(mover["person"] == person for mover in resolution["moved_by"]):
        return "moved the decision on it"
    if any(seconder["person"] == person for seconder in resolution["seconded_by"]):
        return "seconded the decision on it"
    vote = resolution["vote"]
    voters = vote["voters"] if vote else ()
    if any(voter["person"] == person and voter["option"] in TAKES_PART for voter in voters):
        return "voted on it"
    return None


RULE = Rule(
    code="MP704",
    name="pecuniary-interest-voted",
    summary="A member with a pecuniary interest moved, seconded or voted",
    why=(
        "Without a dispensation it is an offence to take part in the vote on business in which one has a disclosable "
        "pecuniary interest, and the decision can be challenged."
    ),
    source="Localism Act 2011, sections 31 and 34",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

Present: Cllr Mara Birch (Chair), Cllr Tom Ash, Cllr Jo Elm

1. Declarations of interest
Cllr Mara Birch declared a pecuniary interest in item 2.

2. Hall
Resolved: That the hall be let. Proposed by Cllr Mara Birch, seconded by Cllr Tom Ash. Carried.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

Present: Cllr Mara Birch (Chair), Cllr Tom Ash, Cllr Jo Elm

1. Declarations of interest
Cllr Mara Birch declared a pecuniary interest in item 2.

2. Hall
Resolved: That the hall be let. Proposed by Cllr Jo Elm, seconded by Cllr Tom Ash. Carried.
""",
    at=(10,),
)
