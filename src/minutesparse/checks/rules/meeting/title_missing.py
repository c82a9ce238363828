"""The minutes have no title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule

TITLED = re.compile(
    r"\b(?:minutes?|meeting|notes|summary|record|proceedings|session|agm|miontuairisc\w*|cofnodion|cruinni\w*|cyfarfod)\b"
)
"""A word that tells what this is the record of."""

BUSINESS = re.compile(r"\b(?:previous|last|next|matters|arising|approv\w*|confirm\w*|accept\w*|open\w*|held)\b")
"""A word of headings and sentences about other minutes, or about the meeting's course."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    title = page.meeting["title"]
    if title is not None and not title.lower().lstrip("*_# ").startswith("held"):
        return
    if TITLED.search(page.lowered, *page.head) or any(
        _is_title(page.lowered[slice(*it)]) for it in page.opening_titles
    ):
        return
    yield Found(*page.first, "no title says that these are the minutes of a meeting, and of which")


def _is_title(line: str) -> bool:
    return len(line.split()) > 1 and TITLED.search(line) is not None and BUSINESS.search(line) is None


RULE = Rule(
    code="MP104",
    name="title-missing",
    summary="No title says that these are the minutes of a meeting, and of which",
    why="A page that is printed, quoted or found by a search stands alone: its title is all that tells it from an "
    "agenda, a report, or another body's minutes.",
    check=_check,
    bad="""\
Held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan

1. Apologies
There were none.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan

1. Apologies
There were none.
""",
    at=(1,),
    whole=True,
)
