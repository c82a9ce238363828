"""An item that ends in what was felt, not in what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.reader import Node

# It matches "It was felt that the fence should be mended", "The consensus was that ..."; not "It was felt to be late".
LEAD = re.compile(
    r"(?:it[ ]was[ ](?:generally[ ]|also[ ])?(?:felt|thought|considered|hoped|suggested)"
    r"|the[ ](?:feeling|consensus)[ ]was)"
    r"[ ]that\b[^.\r\n]{0,300}?\b(?:should|ought|be|would)\b",
    re.IGNORECASE,
)
INITIALS = frozenset("iItT")


def _check(page: Page, options: Options) -> Iterator[Found]:
    for item in page.items:
        if item["resolutions"] or item["actions"] or item["items"] or item["truncated"] or not item["content"]:
            continue
        last = item["content"][-1]
        match = _lead(page, last)
        if match is not None:
            yield Found(match.start(), match.end(), "is this a decision? the item ends in it")


def _lead(page: Page, block: Node) -> re.Match[str] | None:
    """The lead of the last sentence of a paragraph."""
    if block["kind"] not in ("paragraph", "point") or block["children"]:
        return None
    start, end = block["span"]["start"], block["span"]["end"]
    begin = max(page.text.rfind(". ", start, end - 2) + 2, start)
    return LEAD.match(page.text, begin, end) if page.text[begin : begin + 1] in INITIALS else None


RULE = Rule(
    code="MP509",
    name="ambiguous-lead",
    summary="An item ends in what was felt or suggested, as if that were its decision",
    why="What was felt binds nobody: either it was decided, and the record should say so, or it was not.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Highways
The ford floods each winter. It was felt that a gauge should be set up there.

2. Next Meeting
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Highways
The ford floods each winter. It was agreed that a gauge should be set up there.

2. Next Meeting
Monday 1 July.
""",
    at=(5,),
    severity="info",
    preview=True,
)
