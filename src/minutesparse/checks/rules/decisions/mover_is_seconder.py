"""A motion that one person moved and seconded."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.reader import Node


def _check(page: Page, options: Options) -> Iterator[Found]:
    for motion in page.resolutions:
        if len(motion["moved_by"]) == len(motion["seconded_by"]) == 1:
            mover, seconder = motion["moved_by"][0], motion["seconded_by"][0]
            if _is_one(page, mover, seconder):
                span = motion["span"]
                yield Found(span["start"], span["end"], f"moved and seconded by {mover['name']}")


def _is_one(page: Page, mover: Node, seconder: Node) -> bool:
    """True for one attendee, or one name with a forename: two of a family share a surname."""
    if mover["person"] is not None or seconder["person"] is not None:
        return bool(mover["person"] == seconder["person"]) and mover["name"] == seconder["name"]
    return bool(mover["name"] == seconder["name"]) and " " in mover["name"]


RULE = Rule(
    code="MP505",
    name="mover-is-seconder",
    summary="One person moved and seconded a motion",
    why="A second shows that somebody else wants the motion discussed; the record names the wrong one of the two.",
    source="Robert's Rules of Order (12th ed.), section 4",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024
Present: Cllr Ann Vale (Chair), Cllr Ian Moss, Cllr Una Reed

1. Minutes
Proposed by Cllr Moss, seconded by Cllr Moss: that the minutes be signed. Carried.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024
Present: Cllr Ann Vale (Chair), Cllr Ian Moss, Cllr Una Reed

1. Minutes
Proposed by Cllr Moss, seconded by Cllr Reed: that the minutes be signed. Carried.
""",
    at=(6,),
)
