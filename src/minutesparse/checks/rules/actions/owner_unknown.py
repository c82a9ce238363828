"""Initials in the action column that are nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Found, Options, Rule

# Longer ones are bodies ("SBC") as often as people, and tasks are given to people outside too, by their names.
INITIALS = re.compile(r"[A-Z]{2}\Z")
FEWEST_KNOWN = 3  # owners whose initials are known, before the file is taken to call its people so
MOST_TIMES = 2  # what stands more often is somebody whom all know


def _check(page: Page, options: Options) -> Iterator[Found]:
    short = [(action, owner) for action in page.actions for owner in action["owners"] if INITIALS.match(owner["name"])]
    if len({owner["name"] for _, owner in short if owner["person"] is not None}) < FEWEST_KNOWN:
        return
    for action, owner in short:
        name: str = owner["name"]
        if owner["person"] is None and not _stands_for_something(page, name):
            start, end = place(action)
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
