"""The lead of a decision, and no decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.lines import Line

# It matches a whole line "Resolved:", "RESOLVED that", "It was agreed:"; not "Agreed." or "Noted", which say all.
LEAD = re.compile(
    r"(?:\*\*|__)?+(?:it[ ]was[ ])?+(?:unanimously[ ])?+(?:resolved|agreed|recommended|decision|resolution|ordered)"
    r"(?:[ ]that)?+[ ]?+(?:\*\*|__)?+[ ]?+(?::[-\u2013]?+|[-\u2013\u2014])?+(?:\*\*|__)?+\Z",
    re.IGNORECASE,
)
LONGEST = 40


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.text
    live = [line for line in page.lines if not line.blank and line.role != "furniture"]
    for place, line in enumerate(live):
        if line.stop - line.start > LONGEST or text[line.start] not in "*_iIrRaAdDoOuU":
            continue
        if LEAD.match(text, line.start, line.stop) is not None and _nothing_follows(text, live, place):
            yield Found(line.start, line.stop, "nothing follows this lead")


def _nothing_follows(text: str, live: Sequence[Line], place: int) -> bool:
    """True where the line opens a decision, and the text ends there or the next item begins."""
    line = live[place]
    opens = text[line.stop - 1] in ":-\u2013\u2014*_" or text[line.stop - 4 : line.stop].lower() == "that"
    return opens and (place + 1 == len(live) or live[place + 1].role == "item_heading")


RULE = Rule(
    code="MP502",
    name="lead-without-text",
    summary="A lead such as Resolved stands there and nothing follows",
    why="Something was decided and the record does not say what.",
    source="Local Government Act 1972, Schedule 12, paragraph 41(1)",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Grants
The village hall asked for £200.
Resolved:

2. Highways
The ford was closed for a day.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Grants
The village hall asked for £200.
Resolved: That the village hall be given £200.

2. Highways
The ford was closed for a day.
""",
    at=(6,),
    severity="error",
)
