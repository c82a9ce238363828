"""A bullet with nothing behind it."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Edit, Fix, Found, Options, Rule
from minutesparse.checks.rules.once import such

FEWEST_WITH_TEXT = 3  # bullets for each one that stands alone; else a conversion has put all their text elsewhere


def _check(page: Page, options: Options) -> Iterator[Found]:
    bullets = [line for line in page.lines if line.marker == "bullet" and line.role != "furniture"]
    alone = [line for line in bullets if line.body >= line.stop and not _is_rule(page.text[line.start : line.stop])]
    if not alone or len(bullets) - len(alone) < FEWEST_WITH_TEXT * len(alone):
        return
    alone = [line for line in alone if _is_left_over(page, line.index)]
    if not alone:
        return
    starts = page.source.starts
    edits = tuple(Edit(starts[line.index], starts[line.index + 1], "") for line in alone)
    more = such(len(alone), "markers")
    fix = Fix("remove the line", edits)
    yield Found(alone[0].start, alone[0].stop, f"a marker without text{more}", fix)


def _is_left_over(page: Page, index: int) -> bool:
    """True where no text follows right below, nor a heading stands right above: a dash under it says "nothing"."""
    above, below = page.lines[index - 1 : index], page.lines[index + 1 : index + 2]
    while above and above[0].blank:
        above = page.lines[above[0].index - 1 : above[0].index]
    return all(line.blank for line in below) and not any(line.role in ("item_heading", "heading") for line in above)


def _is_rule(printed: str) -> bool:
    """True for a line of the page's design, such as a row of bullets."""
    return len(printed) > 1


RULE = Rule(
    code="MP405",
    name="orphan-marker",
    summary="A bullet stands alone on its line",
    why="It is what is left of a point that was moved or not written; readers cannot tell whether text is missing.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Highways
The clerk reported:
- The ford was closed for a day.
- The lamp at the bridge is out.
- Mill Lane was swept.
-

2. Next Meeting
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Highways
The clerk reported:
- The ford was closed for a day.
- The lamp at the bridge is out.
- Mill Lane was swept.

2. Next Meeting
Monday 1 July.
""",
    at=(9,),
    fix="unsafe",
    changes=("items", "front_matter", "back_matter", "unplaced"),
)
