"""Tasks that name nobody."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import once


def _check(page: Page, options: Options) -> Iterator[Found]:
    # Without a lead it was the owner who showed that there is a task.
    places = [place(action) for action in page.actions if action["lead"] is not None and not action["owners"]]
    yield from once(places, "the action has no owner")


RULE = Rule(
    code="MP601",
    name="action-without-owner",
    summary="An action names nobody who is to do it",
    why="What is everybody's task is done by nobody, and the next meeting cannot ask after it.",
    check=_check,
    bad="""\
1. Footbridge

The surveyor gave a report.

Action: That a second survey is commissioned.

Action: Clerk to write to the county.
""",
    good="""\
1. Footbridge

The surveyor gave a report.

Action: Clerk to commission a second survey.

Action: Clerk to write to the county.
""",
    at=(5,),
)
