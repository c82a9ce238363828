"""Decisions that open in another word than the house style's."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import such

KINDS = ("resolved", "agreed", "recommended")


def _check(page: Page, options: Options) -> Iterator[Found]:
    lead = page.house.decision_lead
    if not lead:
        return
    text = page.text
    other = [
        decision
        for decision in page.resolutions
        if decision["kind"] in KINDS and not text.startswith(lead, _opening(text, decision["span"]["start"]))
    ]
    if other:
        more = such(len(other), "decisions")
        span = other[0]["span"]
        yield Found(span["start"], span["end"], f"the decision does not open in {lead}{more}")


def _opening(text: str, start: int) -> int:
    """``start`` moved over the marks of bold print."""
    while text.startswith(("*", "_"), start):
        start += 1
    return start


RULE = Rule(
    code="MP510",
    name="decision-lead",
    summary="A decision does not open in the word that the house style asks for",
    why="Decisions that all open in one word are found by eye and by machine. Set `decision_lead` in the house style; "
    "without it the rule is silent.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Grants
It was agreed that the village hall be given £200.

2. Highways
RESOLVED: That the ford be closed for a day.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Grants
RESOLVED: That the village hall be given £200.

2. Highways
RESOLVED: That the ford be closed for a day.
""",
    at=(5,),
    settings={"house-style": {"decision-lead": "RESOLVED"}},
    severity="info",
)
