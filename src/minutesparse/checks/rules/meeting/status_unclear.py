"""Neither draft nor confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.vocabulary import meeting as words

STATE = re.compile(rf"\b(?:{'|'.join((*words.DRAFT, *words.CONFIRMED))}|signed)\b")
NEAR_END = 600
"""Characters at the end of the text in which a signature or a note on the state stands."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    meeting = page.meeting
    if page.layout != "document" or meeting["status"] is not None or meeting["signed_by"] is not None:
        return
    if not STATE.search(page.lowered, max(0, len(page.text) - NEAR_END)):
        yield Found(*page.first, "nothing says whether these minutes are a draft or have been confirmed and signed")


RULE = Rule(
    code="MP109",
    name="status-unclear",
    summary="Nothing says whether the minutes are a draft or have been confirmed",
    why="Minutes are evidence once they are signed at the next meeting; until then they may still be changed, and a "
    "reader has to know which of the two he has before him.",
    source="Local Government Act 1972, Schedule 12, paragraph 41",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

1. Apologies
There were none.
""",
    good="""\
Oxbow Parish Council
DRAFT minutes of the meeting held in the village hall on Monday 3 June 2024

1. Apologies
There were none.
""",
    at=(1,),
    severity="info",
    preview=True,
    whole=True,
)
