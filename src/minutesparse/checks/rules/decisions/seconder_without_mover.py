"""A motion that names who seconded it, and nobody who moved."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.decisions.motions import around, is_custom

# "Approved by A and seconded by B" names a mover too, by another word.
MOVED = re.compile(r"mov|propos|nominat|\bprop\b|motion|approv|accept|adopt|suggest|\bM/S", re.IGNORECASE)


def _check(page: Page, options: Options) -> Iterator[Found]:
    if not is_custom(page):
        return
    alone = [
        one
        for one in page.resolutions
        if one["seconded_by"] and not one["moved_by"] and one["seconded_by"][0]["person"] is not None
        if MOVED.search(around(page, one)) is None
    ]
    if alone:
        more = f"; {len(alone) - 1} more motions have none" if len(alone) > 1 else ""
        span = alone[0]["span"]
        name = alone[0]["seconded_by"][0]["name"]
        yield Found(span["start"], span["end"], f"seconded by {name}, moved by nobody{more}")


RULE = Rule(
    code="MP504",
    name="seconder-without-mover",
    summary="A motion has a seconder and no mover, in minutes that else name both",
    why="Nobody can second what nobody has moved; the mover's name was lost from the record.",
    source="Robert's Rules of Order (12th ed.), section 4",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024
Present: Cllr Ann Vale (Chair), Cllr Ian Moss, Cllr Una Reed

1. Minutes
Proposed by Cllr Moss, seconded by Cllr Reed: that the minutes be signed. Carried.

2. Grants
Resolved: that the village hall be given £200.
Seconded by Cllr Reed.

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
Resolved: that the village hall be given £200.
Proposed by Cllr Moss, seconded by Cllr Reed.

3. Highways
Proposed by Cllr Reed, seconded by Cllr Moss: that the ford be closed for a day. Carried.
""",
    at=(9,),
)
