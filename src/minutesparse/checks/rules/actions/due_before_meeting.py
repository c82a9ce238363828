"""Tasks that were due before they were given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Found, Options, Rule

YEAR = re.compile(r"\b\d{4}\b|[./-]\d{2}\Z")


def _check(page: Page, options: Options) -> Iterator[Found]:
    met = page.meeting["date"]
    if met is None:
        return
    for action in page.actions:
        due = action["due_date"]
        if due is not None and due < met and YEAR.search(action["due"]):  # without its year the date is a guess
            start, end = place(action)
            at = page.text.find(action["due"], start, end)
            yield Found(
                *((at, at + len(action["due"])) if at >= 0 else (start, end)),
                f"the action is due on {due}, before the meeting of {met}",
            )


RULE = Rule(
    code="MP603",
    name="due-before-meeting",
    summary="An action is due before the meeting that gave it",
    why="The year or month is wrong, most often last year's in January; the task drops out of every list.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 8 January 2024

1. Footbridge

The bridge is worn.

Action: Clerk to write to the county by 14 February 2023.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 8 January 2024

1. Footbridge

The bridge is worn.

Action: Clerk to write to the county by 14 February 2024.
""",
    at=(8,),
)
