"""A mover or seconder who was not there."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.attendance.names import Unlisted, unlisted
from minutesparse.reader import Node


def movers(page: Page) -> Iterator[tuple[Node, Node]]:
    """Each reference to a mover or seconder, with the decision that it stands in."""
    for resolution in page.resolutions:
        for reference in (*resolution["moved_by"], *resolution["seconded_by"]):
            yield reference, resolution


def message(one: Unlisted, what: str) -> str:
    """What to say of somebody who acts without being recorded as there."""
    where = {"apologies": "sent apologies", "absent": "is recorded as absent"}.get(
        one.status or "", "is in no list of the attendance"
    )
    return f"{one.name} {what} but {where}"


def _check(page: Page, options: Options) -> Iterator[Found]:
    for one in unlisted(page, movers(page)):
        yield Found(*one.places[0], message(one, "moved or seconded"))


RULE = Rule(
    code="MP205",
    name="mover-not-present",
    summary="Somebody who moved or seconded is not recorded as present",
    why="Only a member who is there can move or second. Either the attendance or the name is wrong, and whoever "
    "contests the decision will ask which.",
    source="Local Government Act 1972, Schedule 12, paragraph 40",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn
Apologies: Cllr D Ashby

1. Paths
RESOLVED: That the stile be mended. Proposed by Cllr Rowan, seconded by Cllr Ashby.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn
Apologies: Cllr D Ashby

1. Paths
RESOLVED: That the stile be mended. Proposed by Cllr Rowan, seconded by Cllr Thorn.
""",
    at=(8,),
    whole=True,
)
