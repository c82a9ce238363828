"""A number that does not count on as its neighbours do."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import such
from minutesparse.checks.series import strays


def _check(page: Page, options: Options) -> Iterator[Found]:
    for series in page.series:
        found = strays(series)
        if not found:
            continue
        item, wanted = found[0].item, series.printed(found[0].wanted)
        expected = f", here {wanted} is expected" if series.counts_figures else ""
        more = such(len(found), "numbers")
        yield Found(*page.heading(item), f"the number {item['number']} is out of the series{expected}{more}")


RULE = Rule(
    code="MP303",
    name="number-out-of-series",
    summary="An item's number does not count on from the one before",
    why="A mistyped number sends each reference to it elsewhere, and the right one to nothing.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

41/24 Apologies
There were none.

42/24 Minutes
The minutes of 6 May were approved.

43/14 Finance
The balance was £312.

44/24 Highways
The ford was closed for a day.

45/24 Next Meeting
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

41/24 Apologies
There were none.

42/24 Minutes
The minutes of 6 May were approved.

43/24 Finance
The balance was £312.

44/24 Highways
The ford was closed for a day.

45/24 Next Meeting
Monday 1 July.
""",
    at=(10,),
)
