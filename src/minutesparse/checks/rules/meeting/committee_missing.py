"""The head names no body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.vocabulary import meeting as words

# Bodies that the parser does not look for, since no council is called so; here they are sign enough of a name.
OTHER_BODIES = ("society", "trust", "club", "union", "federation", "company", "college", "partnership", "governors")
KINDS = ("AGM", "EGM", "MINUTES", "MEETING", "ANNUAL", "GENERAL", "SPECIAL", "HELD", "ON", "THE", "OF", "AT", "DRAFT")
ROOM = re.compile(r"\b\w{1,20}\s(?:hall|chambers?|offices?|buildings?|centre|room|house|library)\b")
"""A place is called after a village or council, which it is not."""

ACRONYM = re.compile(r"\b[A-Z]{2,8}\b")


def _check(page: Page, options: Options) -> Iterator[Found]:
    meeting = page.meeting
    # Where there is no title either, that is the one thing to say.
    if meeting["council"] is not None or meeting["committee"] is not None or meeting["title"] is None:
        return
    opening = ROOM.sub("", page.lowered[: page.opening[1]])
    if any(part in opening for part in (*words.NAME_PARTS, *words.CELTIC_AUTHORITIES, *OTHER_BODIES)):
        return
    title: str = meeting["title"]
    if title.lower().lstrip("*_# ").startswith("held"):
        return
    if not title.isupper() and any(word not in KINDS for word in ACRONYM.findall(title)):
        return
    yield Found(*page.first, "the head names neither a council nor a committee")


RULE = Rule(
    code="MP105",
    name="committee-missing",
    summary="The head names neither a council nor a committee",
    why="The reader cannot tell whose minutes these are, and a file that is moved or sent on loses its owner.",
    check=_check,
    bad="""\
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: A Birch (Chair), B Rowan

1. Apologies
There were none.
""",
    good="""\
Minutes of the meeting of Oxbow Parish Council held in the village hall on Monday 3 June 2024

Present: A Birch (Chair), B Rowan

1. Apologies
There were none.
""",
    at=(1,),
    whole=True,
)
