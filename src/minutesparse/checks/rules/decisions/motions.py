"""Questions that the rules of movers and seconders share."""

from __future__ import annotations

from minutesparse.checks.page import Page
from minutesparse.reader import Node

FEWEST = 2  # motions with both names, before their absence tells anything
REACH = 240  # characters round a motion in which the other name may stand


def is_custom(page: Page) -> bool:
    """True where the minutes name a mover and a seconder as a rule: some boards record no seconder at all."""
    both = sum(bool(one["moved_by"] and one["seconded_by"]) for one in page.resolutions)
    one_only = sum(bool(one["moved_by"]) != bool(one["seconded_by"]) for one in page.resolutions)
    return both >= FEWEST and both > one_only


def around(page: Page, motion: Node) -> str:
    """The text of a motion and what stands near it in its item."""
    start, end = motion["span"]["start"], motion["span"]["end"]
    item = page.item_at(start)
    first, last = (item["span"]["start"], item["span"]["end"]) if item else (0, len(page.text))
    return page.text[max(first, start - REACH) : min(last, end + REACH)]
