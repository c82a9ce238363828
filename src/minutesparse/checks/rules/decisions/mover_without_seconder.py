"""A motion that names who moved it, and nobody who seconded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.decisions.motions import around, is_custom
from minutesparse.reader import Node

# It matches "moved by", "proposed"; what somebody suggests or puts forward is no motion.
MOVED = re.compile(r"\b(?:moved|proposed|mover|proposer|motion)\b|\bprop\b\.?", re.IGNORECASE)
SECONDED = re.compile(r"second|\b2nd\b|\bM/S", re.IGNORECASE)
# A motion from the chair, and one that a committee brings, needs no seconder.
NEEDS_NONE = re.compile(r"\b(?:chair\w*|mayor|president|speaker|committee|cathaoirleach)\b", re.IGNORECASE)


def _check(page: Page, options: Options) -> Iterator[Found]:
    if not is_custom(page):
        return
    alone = [one for one in page.resolutions if one["moved_by"] and not one["seconded_by"] and _lacks(page, one)]
    if alone:
        more = f"; {len(alone) - 1} more motions have none" if len(alone) > 1 else ""
        span = alone[0]["span"]
        yield Found(span["start"], span["end"], f"moved by {alone[0]['moved_by'][0]['name']}, seconded by nobody{more}")


def _lacks(page: Page, motion: Node) -> bool:
    mover = motion["moved_by"][0]
    words = page.text[motion["span"]["start"] : motion["span"]["end"]]
    if mover["person"] is None or "chair" in page.people[mover["person"]]["roles"] or NEEDS_NONE.search(mover["name"]):
        return False
    return MOVED.search(words) is not None and SECONDED.search(around(page, motion)) is None


RULE = Rule(
    code="MP503",
    name="mover-without-seconder",
    summary="A motion has a mover and no seconder, in minutes that else name both",
    why="Most standing orders let no motion be put that nobody has seconded: the record or the vote is wrong.",
    source="Robert's Rules of Order (12th ed.), section 4",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024
Present: Cllr Ann Vale (Chair), Cllr Ian Moss, Cllr Una Reed

1. Minutes
Proposed by Cllr Moss, seconded by Cllr Reed: that the minutes be signed. Carried.

2. Grants
Proposed by Cllr Reed: that the village hall be given £200. Carried.

3. Highways
Proposed by Cllr Reed, seconded by Cllr Moss: that the ford be closed for a day. Carried.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024
Present: Cllr Ann Vale (Chair), Cllr Ian Moss, Cllr Una Reed

1. Minutes
Proposed by Cllr Moss, seconded by Cllr Reed: that the minutes be signed. Carried.

2. Grants
Proposed by Cllr Reed, seconded by Cllr Moss: that the village hall be given £200. Carried.

3. Highways
Proposed by Cllr Reed, seconded by Cllr Moss: that the ford be closed for a day. Carried.
""",
    at=(9,),
)
