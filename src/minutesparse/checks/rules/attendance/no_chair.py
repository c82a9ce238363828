"""Nobody is recorded as in the chair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.attendance.names import FEWEST_PRESENT

SIGNS = (
    "chair", "presid", "elected", "order", "mayor", "called", "opened", "welcomed", "leader", "started", "began",
    "cathaoirleach", "conven", "provost", "supervisor", "speaker", "reeve", "election",
)  # fmt: skip
REACH = 120
"""Characters around such a word in which the rest of the sign stands."""

PRESIDING = ("chair", "vice_chair", "mayor", "deputy_mayor")


@cache
def _chaired() -> re.Pattern[str]:
    """Signs that the text tells who was in the chair, however it is put."""
    post = r"(?:chair(?:man|woman|person)?|mayor|president|cathaoirleach|conven[eo]r|provost|supervisor|speaker|leader)"
    title = r"(?:(?:councillors?|cllrs?|cr|mr|mrs|ms|miss|dr|sir)\.?\s{1,3})?"
    name = rf"{title}(?-i:(?!(?:The|This|That|An?|Any|As|In|On|It|No|At)\b)[A-Z](?:\.|[\w'\u2019-]+))"
    return re.compile(
        rf"""
        \b (?: (?:in|to|took|taking|taken|take|assumed|occupied)\s(?:the\s)?chair\b | chaired | chairing
             | presid(?:ed|ing) | elect(?:ion|ed)\s(?:as\s|of\s)?(?:the\s|a\s)?(?:new\s)?{post} | be\s(?:re-?)?elected
             | to\s{{1,3}}order\s{{1,3}}by
             | {name}\s{{1,3}}(?:then\s)?(?:called|opened|started|began|welcomed)\b
             | (?:{post}|reeve)[\ ,:;\u2013\u2014(-]{{1,4}}(?:was\s|is\s)?{name}
             | (?:vice|deputy)\W{{0,2}}{post}\W{{1,3}}{name} )
        | {name} (?: [\ ]{{1,4}} | \ ?[,:\u2013\u2014(-]\ ? (?:the\s|as\s|plenary\s|council\s|board\s){{0,2}} ) {post}\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _signs(lowered: str) -> Iterator[int]:
    """Where one of the words stands of which each of those signs has one."""
    for sign in SIGNS:
        at = lowered.find(sign)
        while at >= 0:
            yield at
            at = lowered.find(sign, at + len(sign))


def _check(page: Page, options: Options) -> Iterator[Found]:
    attendees = page.document["attendance"]
    present = [person for person in attendees if person["status"] == "present"]
    if page.layout != "document" or len(present) < FEWEST_PRESENT:
        return
    if any(role in PRESIDING for person in attendees for role in person["roles"]):
        return
    signed = page.meeting["signed_by"]
    if signed is not None and signed["name"] is not None:
        return
    if not any(_chaired().search(page.text, max(0, at - REACH), at + REACH) for at in _signs(page.lowered)):
        start = present[0]["span"]["start"]
        yield Found(start, page.line_at(start).stop, "nothing says who was in the chair")


RULE = Rule(
    code="MP202",
    name="no-chair",
    summary="Nothing says who was in the chair",
    why='Whoever presides has the casting vote, rules on order and signs; minutes in which only "the Chair" acts do '
    "not say who that was, least of all on the day that a deputy stood in.",
    source="Local Government Act 1972, Schedule 12, paragraphs 39(2) and 41",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch, Cllr B Rowan, Cllr C Thorn

1. Paths
The Chair reported on the paths.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn

1. Paths
The Chair reported on the paths.
""",
    at=(4,),
    whole=True,
)
