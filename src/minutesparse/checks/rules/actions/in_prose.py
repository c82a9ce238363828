"""Tasks that only a sentence tells of."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import once


def _check(page: Page, options: Options) -> Iterator[Found]:
    places = [
        place(action)
        for action in page.actions
        if action["lead"] is None and all(owner["name"] in action["text"] for owner in action["owners"])
    ]
    yield from once(places, "the action stands in prose, without a mark")


RULE = Rule(
    code="MP605",
    name="action-in-prose",
    summary="An action stands within prose and nothing marks it",
    why="Whoever has a task must read all of the minutes to find it; a lead or a column shows it at once.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Footbridge
The bridge is worn. The Clerk agreed to write to the county.

2. Hall
The roof leaks. Cllr Ash agreed to obtain a price.

3. Lamps
Two lamps are out. The Clerk agreed to report them.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Footbridge
The bridge is worn.

Action: Clerk to write to the county.

2. Hall
The roof leaks.

Action: Cllr Ash to obtain a price.

3. Lamps
Two lamps are out.

Action: Clerk to report them.
""",
    at=(5,),
    severity="info",
    preview=True,
)
