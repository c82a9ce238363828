"""Tasks without a date."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import once


def _check(page: Page, options: Options) -> Iterator[Found]:
    places = [place(action) for action in page.actions if action["due"] is None]
    yield from once(places, "the action says nothing of when it is due")


RULE = Rule(
    code="MP602",
    name="action-without-due-date",
    summary="An action does not say when it is due",
    why="With a date, a task can be followed up. Many councils take the next meeting for granted and print none.",
    check=_check,
    bad="1. Footbridge\n\nThe bridge is worn.\n\nAction: Clerk to write to the county.\n",
    good="1. Footbridge\n\nThe bridge is worn.\n\nAction: Clerk to write to the county by 14 June 2024.\n",
    at=(5,),
    severity="info",
    preview=True,
)
