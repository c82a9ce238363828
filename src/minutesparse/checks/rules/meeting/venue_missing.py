"""The head says not where the meeting was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.meeting.printed_dates import place_of_date
from minutesparse.facts.meeting_names import has_venue_word

PLACE = re.compile(
    r"""
    \b (?: held[ ](?:in|at|by|via) | venue | location | place | map | remote(?:ly)? | virtual(?:ly)? | online | via
         | hybrid | address | at[ ]the[ ]home | inn | arms | pub | caf\u00e9 | cafe | museum | station | gallery
         | lounge | suite | rooms | (?:street|road|avenue|lane|drive|boulevard|blvd|ave|rd)\b | \d{5}(?:-\d{4})? ) \b
    """,
    re.VERBOSE,
)
"""Other signs of a place than the words for venues."""

FURTHER_DOWN = re.compile(
    r"via[ ](?:zoom|teams|tele|video|web|skype)|boardroom|(?:meeting|conference|committee)[ ]room|council[ ]chamber"
)
"""Signs of the place that may as well stand in the roll call or in the text."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    if page.layout != "document" or page.meeting["venue"] is not None or page.meeting["title"] is None:
        return
    end = page.opening[1]
    if has_venue_word(page.lowered, 0, end) or PLACE.search(page.lowered, 0, end):
        return
    if FURTHER_DOWN.search(page.lowered, end):
        return
    yield Found(*place_of_date(page), "the head does not say where the meeting was held")


RULE = Rule(
    code="MP106",
    name="venue-missing",
    summary="The head does not say where the meeting was held",
    why="Whether the public could come, and whether members were in the room or on a screen, decides whether a meeting "
    "was lawful; the place is what tells it.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting on Monday 3 June 2024 at 7.30 pm

1. Apologies
There were none.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting on Monday 3 June 2024 at 7.30 pm in the village hall

1. Apologies
There were none.
""",
    at=(2,),
    severity="info",
    whole=True,
)
