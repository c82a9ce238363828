"""A part that stands before the one that it follows in the house style."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.items.parts import found_parts
from minutesparse.reader import Node


def _check(page: Page, options: Options) -> Iterator[Found]:
    before: tuple[str, Node] | None = None
    for part, item in found_parts(page):
        if item is None:
            continue
        if before is not None and item["span"]["start"] < before[1]["span"]["start"]:
            yield Found(*page.heading(item), f"{part} stands before {before[0]}")
            return
        before = part, item


RULE = Rule(
    code="MP311",
    name="part-out-of-order",
    summary="The parts stand in another order than the house style says",
    why="Readers of many minutes look for a part at its place. Set `parts` in the house style to words of the titles, "
    "in their order; without it the rule is silent.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Declarations of interest
There were none.

2. Apologies for absence
There were none.

3. Date of next meeting
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies for absence
There were none.

2. Declarations of interest
There were none.

3. Date of next meeting
Monday 1 July.
""",
    at=(4,),
    settings={"house-style": {"parts": ["Apologies", "Declarations of interest", "Next meeting"]}},
    whole=True,
)
