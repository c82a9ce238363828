"""More votes than there were members."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule

FEWEST_PRESENT = 3  # fewer were not read as members
COUNTS = ("for_count", "against_count", "abstain_count")


def _check(page: Page, options: Options) -> Iterator[Found]:
    here = [person for person in page.document["attendance"] if person["status"] not in ("apologies", "absent")]
    members = sum(person["status"] == "present" for person in here)
    if members < FEWEST_PRESENT:
        return
    for motion in page.resolutions:
        vote = motion["vote"]
        if vote is None or vote["counted_from"] != "printed":
            continue
        cast = sum(vote[count] or 0 for count in COUNTS)
        if cast > len(here):
            span = vote["span"]
            yield Found(span["start"], span["end"], f"{cast} votes are recorded, {members} members were present")


RULE = Rule(
    code="MP506",
    name="votes-exceed-present",
    summary="More votes are recorded than members were present",
    why="Either the count or the attendance is wrong, and with it whether the motion was carried.",
    source="Local Government Act 1972, Schedule 12, paragraphs 39 and 40",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024
Present: Cllr Ann Vale (Chair), Cllr Ian Moss, Cllr Una Reed, Cllr Tom Ash

1. Grants
Proposed by Cllr Moss, seconded by Cllr Reed: that the village hall be given £200.
Motion carried with 5 votes for and 2 against.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024
Present: Cllr Ann Vale (Chair), Cllr Ian Moss, Cllr Una Reed, Cllr Tom Ash

1. Grants
Proposed by Cllr Moss, seconded by Cllr Reed: that the village hall be given £200.
Motion carried with 3 votes for and 1 against.
""",
    at=(7,),
    whole=True,
)
