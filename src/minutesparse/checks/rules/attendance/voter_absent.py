"""A voter who was not there."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.attendance.mover_absent import message, movers
from minutesparse.checks.rules.attendance.names import surname, unlisted
from minutesparse.reader import Node

VOTED = ("for", "against", "abstain")


def voters(page: Page) -> Iterator[tuple[Node, Node]]:
    """Each reference to somebody who cast a vote, with the decision."""
    for resolution in page.resolutions:
        if resolution["vote"] is not None:
            for voter in resolution["vote"]["voters"]:
                if voter["option"] in VOTED:
                    yield voter, resolution


def _check(page: Page, options: Options) -> Iterator[Found]:
    found = unlisted(page, voters(page))
    if not found:
        return
    movers_too = {surname(one.name) for one in unlisted(page, movers(page))}  # of whom another rule tells
    for one in found:
        if surname(one.name) not in movers_too:
            yield Found(*one.places[0], message(one, "voted"))


RULE = Rule(
    code="MP206",
    name="voter-not-present",
    summary="Somebody whose vote is recorded is not recorded as present",
    why="A vote counts only if the member was there. Either the attendance or the roll of the vote is wrong, and a "
    "close result may hang on it.",
    source="Local Government Act 1972, Schedule 12, paragraphs 39 and 40",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn
Apologies: Cllr D Ashby

1. Paths
Moved by Cllr Birch, seconded by Cllr Rowan, that the stile be mended.
For: Cllrs Birch, Rowan and Ashby
Against: Cllr Thorn
Motion carried.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn
Apologies: Cllr D Ashby

1. Paths
Moved by Cllr Birch, seconded by Cllr Rowan, that the stile be mended.
For: Cllrs Birch and Rowan
Against: Cllr Thorn
Motion carried.
""",
    at=(9,),
    whole=True,
)
