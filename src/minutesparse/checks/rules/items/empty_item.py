"""A number with nothing behind it."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.items.heading_without_text import PARTS


def _check(page: Page, options: Options) -> Iterator[Found]:
    for series in page.series:
        for step in series.steps:
            item = step.item
            if step.value is not None and item["title"] is None and not any(item[part] for part in PARTS):
                yield Found(*page.heading(item), f"item {item['number']} has neither title nor text")


RULE = Rule(
    code="MP306",
    name="empty-item",
    summary="A number stands alone, without title and text",
    why="It is most often what is left of an item that was moved or cut, and takes a number that others refer to.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies
There were none.

2. Minutes
The minutes of 6 May were approved.

3.

4. Highways
The ford was closed for a day.

5. Next Meeting
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies
There were none.

2. Minutes
The minutes of 6 May were approved.

3. Footpaths
There was nothing to report.

4. Highways
The ford was closed for a day.

5. Next Meeting
Monday 1 July.
""",
    at=(10,),
)
