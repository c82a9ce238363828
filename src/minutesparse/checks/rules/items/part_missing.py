"""A part that the house style asks for, and no item is."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.items.parts import found_parts


def _check(page: Page, options: Options) -> Iterator[Found]:
    missing = [part for part, item in found_parts(page) if item is None]
    if missing:
        yield Found(*page.first, f"no item for {', '.join(missing)}")


RULE = Rule(
    code="MP310",
    name="part-missing",
    summary="A part that the house style asks for is missing",
    why="What each meeting has to deal with is missed most easily where it is not on the page. Set `parts` in the "
    "house style to words of the titles; without it the rule is silent.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies for absence
There were none.

2. Date of next meeting
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
    at=(1,),
    settings={"house-style": {"parts": ["Apologies", "Declarations of interest", "Next meeting"]}},
    whole=True,
)
