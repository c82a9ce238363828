"""More than one meeting in a file."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.diagnostics import RULES as DIAGNOSTICS

CODE = DIAGNOSTICS["several-meetings"].code


def _check(page: Page, options: Options) -> Iterator[Found]:
    for diagnostic in page.document["diagnostics"]:
        if diagnostic["code"] == CODE:
            span = diagnostic["span"]
            start, end = (span["start"], span["end"]) if span else page.first
            yield Found(start, end, diagnostic["message"])
            return


RULE = Rule(
    code="MP111",
    name="several-meetings-in-one-file",
    summary="The file holds the minutes of more than one meeting",
    why="Whoever looks for the second meeting does not find it, and items, people and votes of two meetings are easily "
    "taken for one; a file for each can be named, signed and corrected on its own.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

1. Apologies
There were none.

2. Paths
The clerk reported.

Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 1 July 2024

1. Apologies
There were none.

2. Trees
The clerk reported.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

1. Apologies
There were none.

2. Paths
The clerk reported.
""",
    at=(10,),
)
