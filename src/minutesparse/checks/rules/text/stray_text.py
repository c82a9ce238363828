"""Drafting notes and other text that belongs to no part of the minutes."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule

NOWHERE = "to no part of the minutes, as drafting notes do"


def _check(page: Page, options: Options) -> Iterator[Found]:
    for start, end in _runs(page):
        first, last = page.source.line_of(start), page.source.line_of(end - 1)
        if last > first:
            yield Found(start, end, f"lines {first} to {last} belong {NOWHERE}")
        elif page.layout != "document":  # where a lone line is most often a sentence that the reader could not place
            yield Found(start, end, f"the line belongs {NOWHERE}")


def _runs(page: Page) -> Iterator[tuple[int, int]]:
    """Offsets of the unplaced text, blocks together that only blank lines part."""
    start = end = last = None
    for block in page.document["unplaced"]:
        span = block["span"]
        if last is not None and all(line.blank for line in page.lines[last : span["line"] - 1]):
            end, last = span["end"], span["end_line"]
            continue
        if start is not None and end is not None:
            yield start, end
        start, end, last = span["start"], span["end"], span["end_line"]
    if start is not None and end is not None:
        yield start, end


RULE = Rule(
    code="MP801",
    name="stray-text",
    summary="Text belongs to no part of the minutes, as drafting notes do",
    why=(
        "Notes that were meant for the writer become part of the public record, unfinished and unchecked, and may say "
        "of people what was never meant to be published."
    ),
    check=_check,
    bad="""\
Agenda item

Footbridge over the Mill Stream

To consider the report.

Minutes:

The surveyor gave a report on the footbridge. The Committee asked how long it would be closed.

Resolved: That the footbridge be closed until it is repaired.




JT handrail chase again

timber prise list
""",
    good="""\
Agenda item

Footbridge over the Mill Stream

To consider the report.

Minutes:

The surveyor gave a report on the footbridge. The Committee asked how long it would be closed.

Resolved: That the footbridge be closed until it is repaired.
""",
    at=(16,),
)
