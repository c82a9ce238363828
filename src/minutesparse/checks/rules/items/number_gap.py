"""Numbers that are left out between two items."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.series import Gap, unnumbered_in

SHORTEST_TO_LOSE = 2  # figures


def _check(page: Page, options: Options) -> Iterator[Found]:
    for series in page.series:
        for gap in page.gaps(series):
            if gap.after.place > gap.before.place + 1 or unnumbered_in(series, gap) is not None:
                continue  # what stands there lacks its number
            if _lost_a_figure(page, gap):
                continue
            first, last = gap.printed[0], gap.printed[-1]
            said = f"{first} is" if first == last else f"{first} to {last} are"
            yield Found(*page.heading(gap.after.item), f"{said} missing after {gap.before.item['number']}")


def _lost_a_figure(page: Page, gap: Gap) -> bool:
    """True where the one missing number most likely stands there without its first or last figure: "1." for "11."."""
    word = gap.printed[0]
    if len(gap.printed) > 1 or len(word) < SHORTEST_TO_LOSE or not word.isdecimal():
        return False
    first, last = (page.source.line_of(step.item["span"]["start"]) for step in (gap.before, gap.after))
    labels = [
        page.text[line.label[0] : line.label[1]] for line in page.lines[first : last - 1] if line.label is not None
    ]
    return any(
        labels.count(rest) == 1 and not {str(int(rest) - 1), str(int(rest) + 1)} & set(labels)  # of no list
        for rest in (word[1:], word[:-1])
    )


RULE = Rule(
    code="MP304",
    name="number-gap",
    summary="A number is left out between two items",
    why="A reader cannot tell whether an item was lost, withdrawn or never there; where it was withdrawn, say so under "
    "its number.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies
There were none.

2. Minutes
The minutes of 6 May were approved.

3. Finance
The balance was £312.

5. Highways
The ford was closed for a day.

6. Next Meeting
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

4. Footpaths
Withdrawn.

5. Highways
The ford was closed for a day.

6. Next Meeting
Monday 1 July.
""",
    at=(13,),
)
