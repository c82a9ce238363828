"""Fewer members than the quorum."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule


def _check(page: Page, options: Options) -> Iterator[Found]:
    quorum = page.house.quorum
    if quorum is None:
        return
    present = [person for person in page.document["attendance"] if person["status"] == "present"]
    if 0 < len(present) < quorum:
        start = present[0]["span"]["start"]
        were = "member is" if len(present) == 1 else "members are"
        message = f"{len(present)} {were} recorded as present, and the quorum is {quorum}"
        yield Found(start, page.line_at(start).stop, message)


RULE = Rule(
    code="MP208",
    name="quorum-not-met",
    summary="Fewer members are recorded as present than the quorum of the house style",
    why="No business may be transacted without a quorum: what was decided is void, or the attendance is not complete.",
    source="Local Government Act 1972, Schedule 12, paragraphs 6, 12, 28 and 45",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan

1. Paths
The clerk reported on the paths.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn

1. Paths
The clerk reported on the paths.
""",
    at=(4,),
    settings={"house-style": {"quorum": 3}},
    severity="error",
    whole=True,
)
