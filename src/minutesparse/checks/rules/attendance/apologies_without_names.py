"""Apologies, but nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule

RECEIVED = re.compile(
    r"""
    apolog(?:y|ies) (?:[ ]for[ ]absence|[ ]of[ ]absence|[ ]for[ ]non-attendance)?
    [ ] (?:were|was|had[ ]been|have[ ]been|has[ ]been|being) [ ] (?:also[ ]|duly[ ])?
    (?:received|accepted|noted|given|tendered|recorded|made|sent|read) (?:[ ]and[ ](?:accepted|noted|approved))?
    \s*+ (?:[.;]|$)
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Matches "Apologies for absence were received and accepted." in lowered text; not "... from Cllr Birch"."""

ELSEWHERE = re.compile(r"\b(?:above|below|listed|following|as\s+follows|no\s+apologies|none|nil)\b")
NONE = re.compile(r"\bno\s+(?:formal\s+)?\Z")
AROUND = 200
MANY = 3


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.lowered
    if any(person["status"] in ("apologies", "absent") for person in page.document["attendance"]):
        return
    if text.count("apolog") + text.count("regrets") > MANY:  # the names stand by one of the other places
        return
    match = RECEIVED.search(text)
    if match is None or NONE.search(text[max(0, match.start() - 12) : match.start()]):
        return
    if ELSEWHERE.search(text, max(0, match.start() - AROUND), match.end() + AROUND):
        return
    yield Found(match.start(), match.end(), "apologies were received, but not from whom")


RULE = Rule(
    code="MP204",
    name="apologies-without-names",
    summary="Apologies were received, but the minutes do not say from whom",
    why="A member who attends no meeting for six months without a reason that the council approves loses the seat; the "
    "record of apologies is what shows that there was one, and whose.",
    source="Local Government Act 1972, section 85",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn

1. Apologies for absence
Apologies for absence were received and accepted.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn

1. Apologies for absence
Apologies for absence were received and accepted from Cllr D Ashby.
""",
    at=(7,),
    whole=True,
)
