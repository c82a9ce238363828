"""Minutes that record nobody as present."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule

LABEL = re.compile(
    r"[\W_]{0,9}(?:(?:also|members|councillors|directors|board|those|others?)\ (?:\w+\ )?)?"
    r"(?:present|attend\w*|roll\ ?call|sederunt|quorum)\b"
)
"""The opening of a line that lists who was there, read or not."""

IN_HEAD = re.compile(r"\bprese[^n\s]|\(chair|\bchair(?:man|person|woman)?\)")
"""Signs of a list in the head whose label a scan has spoilt."""

SENTENCE = re.compile(
    r"""
    \b (?: (?:were|was|are|being)[ ](?:\w+[ ])?present | in[ ]attendance | attended | attendees | present: | roll[ ]call
        | (?:those|members|councillors|everyone|all|persons|people)[ ]present | l\u00e1thair | presennol )
    """,
    re.VERBOSE,
)
"""Words of a sentence that tells who was there."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    if page.layout != "document" or any(person["status"] == "present" for person in page.document["attendance"]):
        return
    text = page.lowered
    if IN_HEAD.search(text, *page.opening):
        return
    if SENTENCE.search(text) or any(LABEL.match(text, line.start, line.stop) for line in page.lines if not line.blank):
        return
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
