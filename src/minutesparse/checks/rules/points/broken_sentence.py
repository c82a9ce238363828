"""A sentence that a blank line or a new point breaks in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Edit, Fix, Found, Options, Rule
from minutesparse.checks.rules.once import such
from minutesparse.lines import Line

# The last word before the break, and the first one after it, in small letters both: "the whole | of the work".
LAST = re.compile(r"(?<![\w.-])[a-z][a-z'\u2019-]+,?\Z|\b(?:a|I)\Z")
FIRST = re.compile(r"(?:(?![ivx]++\b)[a-z][a-z'\u2019-]+|a),?[ ](?=\w)")
# What a point cannot end in, whatever its list looks like.
OPEN = re.compile(r"\b(?:the|an|a|of|from|their|our|its|which|between)\Z")
SHORTEST = 40  # characters of a line that a sentence can be told from
WIDEST_GAP = 4  # blank lines; more part what does not belong together
REACH = 24
ROLES = ("paragraph", "point", "resolution")


def _check(page: Page, options: Options) -> Iterator[Found]:
    found = [
        (before, line)
        for before, line in pairwise(page.live)
        if (line.marker or line.index > before.index + 1)
        and line.role in ROLES
        and before.role == line.role
        and _breaks(page.text, before, line)
    ]
    if not found:
        return
    before, line = found[0]
    what = "a blank line" if line.index > before.index + 1 else "a new point"
    more = such(len(found), "places")
    starts = page.source.starts
    edits = tuple(Edit(starts[one.index + 1], starts[other.index], "") for one, other in found if not other.marker)
    fix = Fix("take out the blank lines", edits) if edits else None
    yield Found(line.start, line.stop, f"{what} breaks a sentence{more}", fix)


def _breaks(text: str, before: Line, line: Line) -> bool:
    gap = line.index - before.index - 1
    if gap > WIDEST_GAP or before.stop - before.start < SHORTEST or text[before.stop - 1] in ".:;!?":
        return False
    if "\f" in text[before.stop : line.start + 1]:
        return False  # a page ends here, not a paragraph
    last = max(before.body, before.stop - REACH)
    if line.marker in ("paren", "closed"):
        return before.role == "point" and OPEN.search(text, last, before.stop) is not None
    if line.marker or FIRST.match(text, line.start, line.stop) is None:
        return False
    return LAST.search(text, last, before.stop) is not None


RULE = Rule(
    code="MP404",
    name="broken-sentence",
    summary="A blank line or a new point breaks a sentence",
    why="Programs take the second half for a paragraph of its own, and a decision that is quoted loses its end.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Highways
The clerk reported that the ford had been closed for a day by the

contractor, and that the lamp at the bridge is out.

2. Next Meeting
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Highways
The clerk reported that the ford had been closed for a day by the
contractor, and that the lamp at the bridge is out.

2. Next Meeting
Monday 1 July.
""",
    at=(7,),
    fix="unsafe",
    changes=("items", "front_matter", "back_matter", "resolutions", "actions", "declarations", "unplaced"),
)
