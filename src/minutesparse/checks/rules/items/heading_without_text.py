"""A numbered heading, and the next heading right below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.series import Series
from minutesparse.reader import Node

FEWEST_WITH_TEXT = 0.75  # of the items beside it, else the genre prints titles alone
LONGEST = 60  # characters; a longer title says what there is to say
MOST_WORDS = 8
# A title that reports ("Apologies: none", "Correspondence noted") is its own text, as is one with a date or a sum.
REPORTS = re.compile(
    r"""
    [:;.,\u2013\u2014~] | \s-\s | \d
    | \b(?: none | nil | no | not | noted | was | were | is | are | has | have | had | agreed | approved | received
          | deferred | withdrawn | adopted | accepted | circulated | read | closed | taken | item | as | see ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
PARTS = ("content", "resolutions", "actions", "declarations", "documents", "items")


def _check(page: Page, options: Options) -> Iterator[Found]:
    if page.layout != "document":
        return  # committee pages list items whose text stands on pages of their own
    for series in page.series:
        if series.siblings is not page.document["items"]:
            continue  # lists of what one decision took together (a consent calendar)
        numbered = [step for step in series.steps if step.value is not None]
        bare = [step for step in numbered if _is_bare(page, step.item) and _numbered_after(series, step.place)]
        if bare and len(bare) <= (1 - FEWEST_WITH_TEXT) * len(numbered):
            more = f"; so have {len(bare) - 1} more" if len(bare) > 1 else ""
            yield Found(*page.heading(bare[0].item), f"item {bare[0].item['number']} has a title and no text{more}")


def _is_bare(page: Page, item: Node) -> bool:
    title = item["title"]
    if not title or any(item[part] for part in PARTS) or item["purpose"] or item["report_of"] or item["truncated"]:
        return False
    if len(title) > LONGEST or len(title.split()) > MOST_WORDS or REPORTS.search(title) is not None:
        return False
    return len(page.text[item["span"]["start"] : item["span"]["end"]].split()) <= len(title.split()) + 2


def _numbered_after(series: Series, place: int) -> bool:
    """True where a numbered item comes next: one without number may be the text, misread."""
    return place + 1 < len(series.siblings) and series.siblings[place + 1]["number"] is not None


RULE = Rule(
    code="MP305",
    name="heading-without-text",
    summary="An item has a title and says nothing",
    why="The record does not say whether the item was taken, put off or forgotten; one word (None, Deferred) does.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies
There were none.

2. Minutes
The minutes of 6 May were approved.

3. Footpaths

4. Highways
The ford was closed for a day.

5. Next Meeting
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies
There were none.

2. Minutes
The minutes of 6 May were approved.

3. Footpaths
There was nothing to report.

4. Highways
The ford was closed for a day.

5. Next Meeting
Monday 1 July.
""",
    at=(10,),
)
