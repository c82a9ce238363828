"""A member who acts after having left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.attendance.mover_absent import movers
from minutesparse.checks.rules.attendance.names import HERE, WORD, place_of_name, surname
from minutesparse.checks.rules.attendance.voter_absent import voters
from minutesparse.reader import Node

LEFT = re.compile(r"left[ ](?:the[ ])?(?:meeting|chamber|call)\b")
FOR_A_WHILE = re.compile(
    r"\b(?:interest|during|while|whilst|consideration|for\s+(?:this|that|the)\s+item|briefly|return\w*|re-?join\w*|re-?enter\w*)\b"
)
BACK = re.compile(r"\b(?:return\w*|re-?join\w*|re-?enter\w*|resum\w*|came\s+back|arriv\w*|reconven\w*)\b")
"""What may bring somebody back."""

BREAK = re.compile(r"(?<!\bcllr)(?<!\b[a-z]r)(?<!\bmrs)(?<!\bms)(?<!\b[a-z])[.;:]\s|\n\s*\n")
LONGEST = 160
AFTER = 120


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.lowered
    acts: dict[str, list[tuple[Node, Node]]] | None = None
    here: dict[str, list[Node]] = {}
    for match in LEFT.finditer(text):
        if FOR_A_WHILE.search(text, max(0, match.start() - LONGEST), match.end() + AFTER):
            continue
        here = here or _here(page)
        person = _who(page, here, match.start())
        if person is None:
            continue
        acts = _acts(page) if acts is None else acts
        for reference, resolution in acts.pop(person["id"], []):
            if resolution["span"]["start"] > match.end():
                start, end = place_of_name(page, reference["name"], resolution)
                if not BACK.search(text, match.end(), start):
                    line = page.source.line_of(match.start())
                    yield Found(start, end, f"{person['name']} acts here, having left the meeting (line {line})")
                break


def _here(page: Page) -> dict[str, list[Node]]:
    """Those who were there, by surname."""
    here: dict[str, list[Node]] = {}
    for person in page.document["attendance"]:
        if person["status"] in HERE:
            here.setdefault(surname(person["name"]), []).append(person)
    return here


def _acts(page: Page) -> dict[str, list[tuple[Node, Node]]]:
    """The references by which each attendee moves, seconds or votes, with the decisions, in order."""
    acts: dict[str, list[tuple[Node, Node]]] = {}
    for reference, resolution in (*movers(page), *voters(page)):
        if reference["person"] is not None:
            acts.setdefault(reference["person"], []).append((reference, resolution))
    for pairs in acts.values():
        pairs.sort(key=lambda pair: int(pair[1]["span"]["start"]))
    return acts


def _who(page: Page, here: dict[str, list[Node]], end: int) -> Node | None:
    """The one attendee, by his surname one of ``here``, who is named between the sentence's start and ``end``."""
    start = max(0, end - LONGEST)
    for boundary in BREAK.finditer(page.lowered, start, end):
        start = boundary.end()
    named = {word[0] for word in WORD.finditer(page.lowered, start, end)} & here.keys()
    people = here[named.pop()] if len(named) == 1 else []
    return people[0] if len(people) == 1 else None


RULE = Rule(
    code="MP207",
    name="voted-after-leaving",
    summary="Somebody moves, seconds or votes after having left the meeting",
    why="Either the departure or the vote is wrong; if the vote is, the count is too, and perhaps the quorum.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn

1. Paths
The clerk reported on the paths.
Cllr Rowan left the meeting at 8.15 pm.

2. Trees
RESOLVED: That the oak be felled. Proposed by Cllr Rowan, seconded by Cllr Thorn.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn

1. Paths
The clerk reported on the paths.
Cllr Rowan left the meeting at 8.15 pm.

2. Trees
RESOLVED: That the oak be felled. Proposed by Cllr Birch, seconded by Cllr Thorn.
""",
    at=(11,),
    whole=True,
)
