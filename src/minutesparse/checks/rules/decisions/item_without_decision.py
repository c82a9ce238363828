"""An item that ends in no decision, where the house style asks for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.reader import Node

# Words that close an item as well as a decision does, and those of items that decide nothing.
CLOSED = re.compile(
    r"\b(?:not(?:ed|ified)|received|none|nil|nothing"
    r"|no[ ](?:apologies|declarations?|interests?|items?|business|questions?)"
    r"|deferred|withdrawn|adjourned|closed|concluded|agreed|resolved|accepted|approved|declared|apologies)\b",
    re.IGNORECASE,
)
FORMAL = re.compile(
    r"\b(?:present|attendance|apolog|declaration|interest|welcome|next[ ]meeting|date[ ]of|close|closure|adjourn"
    r"|public[ ](?:forum|participation|question)|call[ ]to[ ]order|roll[ ]call)",
    re.IGNORECASE,
)


def _check(page: Page, options: Options) -> Iterator[Found]:
    if not page.house.decisions:
        return
    open_ = [item for item in page.document["items"] if item["title"] and not _is_closed(page, item)]
    if open_:
        more = f"; {len(open_) - 1} more items do neither" if len(open_) > 1 else ""
        yield Found(*page.heading(open_[0]), f"the item neither decides nor notes anything{more}")


def _is_closed(page: Page, item: Node) -> bool:
    if FORMAL.search(item["title"]) is not None:
        return True
    inside = [item]
    for one in inside:
        if one["resolutions"] or one["truncated"]:
            return True
        inside += one["items"]
    return CLOSED.search(page.text, page.heading(item)[1], item["span"]["end"]) is not None


RULE = Rule(
    code="MP501",
    name="item-without-decision",
    summary="An item ends in no decision, and says of nothing that it was noted",
    why="The minutes are the record of what was decided; readers of an item without an end cannot tell what became of "
    "it. Set `decisions` in the house style where each item has to have one; without it the rule is silent.",
    source="Local Government Act 1972, Schedule 12, paragraph 41(1)",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Footpaths
The clerk spoke of the stile at Mill Lane.

2. Grants
Resolved: That the village hall be given £200.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Footpaths
The clerk spoke of the stile at Mill Lane. Her report was noted.

2. Grants
Resolved: That the village hall be given £200.
""",
    at=(4,),
    settings={"house-style": {"decisions": True}},
)
