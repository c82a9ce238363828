"""Interests declared in items that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Found, Options, Rule

NUMBER = re.compile(r"(?P<prefix>[A-Z]{0,4}[ .-]?)(?P<count>\d{1,4})\Z")
FEWEST = 4  # items in the series that the number would go on with
FARTHEST = 10  # from its last item, else the number counts something else


def _check(page: Page, options: Options) -> Iterator[Found]:
    if not page.declarations:
        return
    counts: dict[str, set[int]] = {}
    for item in page.items:
        if item["number"] and (match := NUMBER.match(item["number"])):
            counts.setdefault(match["prefix"], set()).add(int(match["count"]))
    for declaration in page.declarations:
        number = declaration["item"]
        match = NUMBER.match(number) if number else None
        if match is None or _names_minute(declaration["text"], number):
            continue
        series = counts.get(match["prefix"], set())
        count = int(match["count"])
        # a series with gaps was not read whole, and one that begins late is not what an agenda's numbers count
        if (
            len(series) >= FEWEST
            and max(series) - min(series) == len(series) - 1
            and max(series) < count <= max(series) + FARTHEST
            and (min(series) == 1 or match["prefix"] or count > FARTHEST + FEWEST)
        ):
            start, end = place(declaration)
            at = page.text.find(number, start, end)
            last = f"{match['prefix']}{max(series)}"
            yield Found(
                *((at, at + len(number)) if at >= 0 else (start, end)),
                f"an interest is declared in item {number}, the last item is {last}",
            )


def _names_minute(text: str, number: str) -> bool:
    """True for "Minute 7": a reference like any other, which MP308 follows."""
    return re.search(rf"\bminutes?\b[ ](?:no\.?[ ])?{re.escape(number)}", text, re.IGNORECASE) is not None


RULE = Rule(
    code="MP701",
    name="declared-item-unknown",
    summary="An interest is declared in an item that the minutes do not have",
    why="The public cannot tell which business the member had a stake in, nor whether the member took part in it.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies
There were none.

2. Declarations of interest
Cllr Mara Birch declared a personal interest in item 7 as a trustee of the hall.

3. Footbridge
The report was noted.

4. Hall
The grant was approved.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies
There were none.

2. Declarations of interest
Cllr Mara Birch declared a personal interest in item 4 as a trustee of the hall.

3. Footbridge
The report was noted.

4. Hall
The grant was approved.
""",
    at=(8,),
)
