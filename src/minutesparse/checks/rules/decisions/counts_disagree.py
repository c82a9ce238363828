"""A count of votes that is not that of the names, or not that of the outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.reader import Node

COUNTS = (
    ("for_count", "for", "for"),
    ("against_count", "against", "against"),
    ("abstain_count", "abstain", "abstaining"),
)
# Where one of these stands, more than most votes may have been needed, or the chair had one more.
OTHER_MAJORITY = re.compile(r"casting|two[- ]thirds|three[- ]quarters|super|majority of the|2/3|3/4", re.IGNORECASE)


def _check(page: Page, options: Options) -> Iterator[Found]:
    for motion in page.resolutions:
        vote = motion["vote"]
        if vote is None or vote["counted_from"] != "printed":
            continue
        message = _of_names(vote) or _of_outcome(page, motion)
        if message is not None:
            span = vote["span"] or motion["span"]
            yield Found(span["start"], span["end"], message)


def _of_names(vote: Node) -> str | None:
    for count, option, word in COUNTS:
        names = [voter for voter in vote["voters"] if voter["option"] == option]
        if vote[count] is None or not names:
            continue
        # What stands for nobody who was there may be no name ("CBE"), and a long one two that lack their comma.
        known = sum(voter["person"] is not None for voter in names)
        others = sum(1 + (" " in voter["name"]) for voter in names if voter["person"] is None)
        if not known <= vote[count] <= known + others:
            return f"{vote[count]} {word} are counted, {len(names)} are named"
    return None


def _of_outcome(page: Page, motion: Node) -> str | None:
    vote = motion["vote"]
    ayes, noes = vote["for_count"], vote["against_count"]
    words = page.text[motion["span"]["start"] : motion["span"]["end"]]
    if ayes is None or noes is None or ayes == noes or OTHER_MAJORITY.search(words) is not None:
        return None
    if motion["result"] == ("lost" if ayes > noes else "carried"):
        return f"the motion was {motion['result']} with {ayes} for and {noes} against"
    return None


RULE = Rule(
    code="MP507",
    name="counts-disagree",
    summary="A vote's counts are not those of its names or of its outcome",
    why="One of the two is wrong, and nobody can tell which once memory has gone.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024
Present: Cllr Ann Vale (Chair), Cllr Ian Moss, Cllr Una Reed, Cllr Tom Ash

1. Grants
Proposed by Cllr Moss, seconded by Cllr Reed: that the village hall be given £200.
Motion carried with 1 vote for and 3 against.
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
)
