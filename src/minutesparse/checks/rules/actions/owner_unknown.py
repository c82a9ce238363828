"""Initials in the action column that are nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Found, Options, Rule

# Longer ones are bodies ("SBC") as often as people, and tasks are given to people outside too, by their names.
INITIALS = re.compile(r"[A-Z]{2}\Z")
FEWEST_KNOWN = 3  # owners whose initials are known, before the file is taken to call its people so
MOST_UNKNOWN = 2  # more of them show that the people were not read, or are not listed
MOST_TIMES = 2  # what stands more often is somebody whom all know


def _check(page: Page, options: Options) -> Iterator[Found]:
    known: set[str] = set()
    unknown: dict[str, tuple[int, int]] = {}
    for action in page.actions:
        for owner in action["owners"]:
            name = owner["name"]
            if INITIALS.match(name) and owner["person"] is not None:
                known.add(name)
            elif INITIALS.match(name):
                unknown.setdefault(name, place(action))
    if len(known) < FEWEST_KNOWN or len(unknown) > MOST_UNKNOWN:
        return
    for name, (start, end) in unknown.items():
        if name not in known and not _stands_for_something(page, name):
            at = page.text.rfind(name, start, end)
            yield Found(
                *((at, at + len(name)) if at >= 0 else (start, end)), f"'{name}' is nobody who is named in the minutes"
            )


def _stands_for_something(page: Page, name: str) -> bool:
    """True where two words with these initials stand side by side, or the initials stand in more places."""
    word = r"[\w'\u2019-]*+"
    named = rf"\b{name[0]}{word}\.?[ ](?:[\w'\u2019(-]++\.?[ ])?{name[1]}[a-z'\u2019]"
    return len(re.findall(rf"\b{name}\b", page.text)) > MOST_TIMES or re.search(named, page.text) is not None


RULE = Rule(
    code="MP604",
    name="owner-unknown",
    summary="The initials of an action's owner are nobody's who is named in the minutes",
    why="A slip in the initials gives a task to nobody, and who was meant cannot be told afterwards.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

Present: Mara Birch (MB), Tom Ash (TA), Jo Elm (JE)

1. Footbridge
MB to write to the county.
TA to ask the owner.

2. Hall
JE to order the paint.
ME to open the hall.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

Present: Mara Birch (MB), Tom Ash (TA), Jo Elm (JE)

1. Footbridge
MB to write to the county.
TA to ask the owner.

2. Hall
JE to order the paint.
MB to open the hall.
""",
    at=(12,),
)
