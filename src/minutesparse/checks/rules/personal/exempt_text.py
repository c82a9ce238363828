"""Exempt text in public minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.reader import Node

# The heading that papers kept from the public carry, alone on its line.
MARKED = re.compile(
    r"[*#\s_]*(?:(?:strictly[ ])?(?:private[ ](?:and|&)[ ])?confidential(?:[ ]minutes?)?|not[ ]for[ ]publication"
    r"|exempt[ ](?:minutes?|appendix|annex)|confidential[ ](?:appendix|annex|minutes?))[*_:.\s]*\Z",
    re.IGNORECASE,
)
MARKS = ("confidential", "not for publication", "exempt ")
LONGEST_MARK = 40
# What a public record says of business in private: that it was, and what came of it.
FEWEST_WORDS = 25
FORMAL = re.compile(
    r"\W*(?:resolved|agreed|that|note|the[ ](?:minutes|record)|this[ ](?:item|minute)|exempt|by[ ]virtue|all[ ]reports"
    r"|reasons?|it[ ]was[ ](?:resolved|agreed)|members[ ]of[ ]the[ ](?:press|public))\b",
    re.IGNORECASE,
)


def _check(page: Page, options: Options) -> Iterator[Found]:
    marked = min((at for mark in MARKS for at in _marked(page, mark)), default=None)
    if marked is not None:
        line = page.line_at(marked)
        yield Found(line.start, line.stop, "a paper marked as kept from the public is in this file")
    for item in page.items:
        told = _told(item) if item["exempt"] else None
        if told is not None:
            message = f"the debate of an exempt item is told{_paragraph(item)}"
            yield Found(told["span"]["start"], told["span"]["end"], message)


def _marked(page: Page, mark: str) -> Iterator[int]:
    """Where ``mark`` stands in a line that is nothing but the heading of such a paper."""
    at = page.lowered.find(mark)
    while at >= 0:
        line = page.line_at(at)
        if line.stop - line.start <= LONGEST_MARK and MARKED.match(page.text, line.start, line.stop):
            yield at
        at = page.lowered.find(mark, line.stop)


def _told(item: Node) -> Node | None:
    """The first paragraph that tells of the debate itself."""
    for block in item["content"]:
        text: str = block["text"]
        if block["kind"] != "heading" and text.count(" ") >= FEWEST_WORDS and not FORMAL.match(text):
            found: Node = block
            return found
    return None


def _paragraph(item: Node) -> str:
    return f" ({item['exemption']} of Schedule 12A)" if item["exemption"] else ""


RULE = Rule(
    code="MP906",
    name="exempt-text-public",
    summary="Public minutes tell of the debate on an exempt item, or hold a paper marked confidential",
    why=(
        "What is said after the public has left is kept out of the minutes that they can read, where it would tell "
        "what was exempt; they get a summary or the decision alone."
    ),
    source="Local Government Act 1972, section 100C and Schedule 12A",
    check=_check,
    bad="""\
Agenda and minutes

Oxbow Cabinet
Monday, 3rd June, 2024 2.00 pm

Venue: Town Hall

Items
No. Item

1.

Apologies

Minutes:

There were none.

2.

Exclusion of the Public

Part Two

(All reports in this section are exempt)

Minutes:

RESOLVED - That the public be excluded from the meeting for the following items of business.

3.

Sale of the Boathouse (exemption paragraph 3)

Minutes:

The surveyor said that two offers had been made, the higher one by a firm that wanted to keep the slipway open and \
asked for two years to find the money for it.

Resolved: That the sale be approved.
""",
    good="""\
Agenda and minutes

Oxbow Cabinet
Monday, 3rd June, 2024 2.00 pm

Venue: Town Hall

Items
No. Item

1.

Apologies

Minutes:

There were none.

2.

Exclusion of the Public

Part Two

(All reports in this section are exempt)

Minutes:

RESOLVED - That the public be excluded from the meeting for the following items of business.

3.

Sale of the Boathouse (exemption paragraph 3)

Minutes:

Resolved: That the sale be approved.
""",
    at=(37,),
)
