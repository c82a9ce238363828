"""Minutes that record nobody as present."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule

PRESENCE = re.compile(
    r"""
    (?:^|\n)[\W_]*(?:(?:also|members|councillors|directors|board|those|others?)[ ](?:\w+[ ])?)?
        (?:present|attend\w*|roll[ ]?call|sederunt|quorum)\b
    | \b(?:were|was|are|being)[ ](?:\w+[ ])?present\b | \bin[ ]attendance\b | \battended\b | \battendees\b | \bpresent:
    | \b(?:those|members|councillors|everyone|all|persons|people)[ ]present\b
    | \broll[ ]call\b | \bl\u00e1thair\b | \bpresennol\b
    """,
    re.VERBOSE,
)
"""Words that record who was there, read or not."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    if page.layout != "document" or any(person["status"] == "present" for person in page.document["attendance"]):
        return
    if not PRESENCE.search(page.lowered):
        yield Found(*page.first, "nothing says who was present")


RULE = Rule(
    code="MP201",
    name="nobody-present",
    summary="Nothing says who was present",
    why="The names of the members present have to be recorded: without them nobody can tell whether there was a "
    "quorum, who decided, and whose six months without attending have begun.",
    source="Local Government Act 1972, Schedule 12, paragraph 40, and section 85",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

1. Paths
The clerk reported on the paths.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn

1. Paths
The clerk reported on the paths.
""",
    at=(1,),
    whole=True,
)
