"""One person twice in the attendance, or under two statuses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.reader import Node

LABELS = re.compile(
    r"\b(?:(?P<apologies>apolog\w*|regrets|excused)|(?P<absent>absent\w*)|(?P<in_attendance>in[ ]attendance|also"
    r"|officers?|others?|guests?|visitors?|staff)|(?P<present>present|attendance|attendees|attending|members|councillors))\b"
)
"""The words over or before a list of people, which give its status, in lowered text."""

OFFICE = re.compile(
    r"\b(?:chair\w*|vice|mayor|presid\w*|cathaoir\w*|clerk|minutes?|secretary|substitut\w*|proxy|deputis\w*|on[ ]behalf"
    r"|arriv\w*|left|late|until|from|joined|part|item\w*|representing|moved|seconded|proposed|session)\b"
)
"""Words of a line that names somebody once more for a reason: an office, an arrival, a motion."""

GOES_ON = re.compile(r"[\w'\u2019-]")
"""What makes the last word of a name the beginning of another."""

SAID = {"present": "present", "in_attendance": "in attendance", "apologies": "sending apologies", "absent": "absent"}
AWAY = ("apologies", "absent")
LABEL_BEFORE = 400
"""Characters in which the label of a list is looked for."""

MOST_LISTED = 250
"""People of an attendance, each of whom is looked for; more are no meeting's."""

MOST_REPEATED = 2
"""More people twice are a second list: of a closed session, of another committee."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    if len(page.document["attendance"]) > MOST_LISTED:
        return
    parts = list(_parts(page))
    found = []
    for person in page.document["attendance"]:
        if " " not in person["name"] or person["periods"] or person["note"] or person["substitute_for"]:
            continue
        if (one := _again(page, person, parts)) is not None:
            found.append(one)
        if len(found) > MOST_REPEATED:
            return
    yield from found


def _parts(page: Page) -> Iterator[tuple[int, int]]:
    """The runs of lines that record attendance."""
    start = end = -1
    for line in page.live:
        if line.role == "attendance":
            start, end = (line.start if start < 0 else start), line.stop
        elif start >= 0:
            yield start, end
            start = -1
    if start >= 0:
        yield start, end


def _again(page: Page, person: Node, parts: Sequence[tuple[int, int]]) -> Found | None:
    """Where one of the ``parts`` names a person apart from his own entry, if that is a fault."""
    name, own = person["name"], person["span"]
    for begin, end in parts:
        place = page.text.find(name, begin, end)
        while place >= 0:
            stop = place + len(name)
            is_own = own["start"] <= place < own["end"]
            if not is_own and not page.text[place - 1 : place].isalnum() and not GOES_ON.match(page.text, stop):
                message = _fault(page, person, place, _status(page.lowered, begin, place))
                if message is not None:
                    return Found(place, stop, message)
            place = page.text.find(name, stop, end)
    return None


def _fault(page: Page, person: Node, place: int, status: str | None) -> str | None:
    """What is wrong where a list of ``status`` names a person once more at ``place``."""
    line, own = page.line_at(place), page.line_at(person["span"]["start"])
    if status is None or OFFICE.search(page.lowered, line.start, line.stop):
        return None
    if (status in AWAY) != (person["status"] in AWAY):
        return f"{person['name']} is recorded both as {SAID[person['status']]} and as {SAID[status]}"
    if status != person["status"] or line is own or OFFICE.search(page.lowered, own.start, own.stop):
        return None
    return None if len(person["name"].split()[0].rstrip(".")) < 3 else f"{person['name']} stands twice in one list"


def _status(lowered: str, start: int, place: int) -> str | None:
    """The status of the list around ``place``, by the last label before it; ``None`` where none is near."""
    status = None
    for match in LABELS.finditer(lowered, max(start, place - LABEL_BEFORE), place):
        status = match.lastgroup
    return status


RULE = Rule(
    code="MP203",
    name="person-twice",
    summary="One person stands twice in the attendance, or both as present and as absent",
    why="Attendance is counted for the quorum and published for each member; a name that stands in two lists makes "
    "both counts wrong, and often stands for somebody else.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr Ann Birch (Chair), Cllr Ben Rowan, Cllr Cara Thorn
Apologies: Cllr Ben Rowan

1. Paths
The clerk reported on the paths.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr Ann Birch (Chair), Cllr Cara Thorn
Apologies: Cllr Ben Rowan

1. Paths
The clerk reported on the paths.
""",
    at=(5,),
    whole=True,
)
