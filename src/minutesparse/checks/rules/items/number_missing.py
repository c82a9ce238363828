"""An item without a number among numbered ones."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.series import unnumbered_in


def _check(page: Page, options: Options) -> Iterator[Found]:
    for series in page.series:
        for gap in page.gaps(series):
            item = unnumbered_in(series, gap)
            if item is not None:
                wanted = f", {gap.printed[0]} is free" if series.counts_figures else ""
                yield Found(*page.heading(item), f"the item has no number{wanted}")


RULE = Rule(
    code="MP301",
    name="number-missing",
    summary="One item has no number where all others have one",
    why="Nobody can refer to an item without a number, and those who count the items find one more than the minutes.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies
There were none.

2. Minutes
The minutes of 6 May were approved.

Finance
The balance was £312.

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

3. Finance
The balance was £312.

4. Highways
The ford was closed for a day.

5. Next Meeting
Monday 1 July.
""",
    at=(10,),
)
