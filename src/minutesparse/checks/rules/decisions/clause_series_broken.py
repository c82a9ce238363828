"""The clauses of a decision leave out a number, or give one twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.series import forms, printed
from minutesparse.reader import Node

FEWEST = 3


def _check(page: Page, options: Options) -> Iterator[Found]:
    for decision in page.resolutions:
        if decision["is_amendment"]:
            continue  # what it strikes out stands beside what it puts in
        groups = [decision["clauses"]]
        for clauses in groups:
            groups += [clause["clauses"] for clause in clauses if clause["clauses"]]
            if len(clauses) >= FEWEST and (broken := _broken(page, clauses)) is not None:
                clause, message = broken
                line = page.line_at(clause["span"]["start"])
                yield Found(line.start, line.stop, message)
                break


def _broken(page: Page, clauses: Sequence[Node]) -> tuple[Node, str] | None:
    """The clause whose number does not count on while all others do, and what is wrong with it."""
    read = [dict(forms(clause["label"] or "")) for clause in clauses]
    form = next((form for form in read[0] if all(form in ways for ways in read)), None)
    if form is None:
        return None
    values = [ways[form] for ways in read]
    breaks = [place for place, (before, after) in enumerate(pairwise(values), 1) if after != before + 1]
    if len(breaks) != 1 or values[0] != 1:
        return None
    place = breaks[0]
    before, after = values[place - 1], values[place]
    label = clauses[place]["label"]
    if after == before:
        return clauses[place], f"clause {label} is given twice"
    between = page.text[clauses[place - 1]["span"]["start"] : clauses[place]["span"]["start"]]
    missing = printed(form, before + 1)
    if after == before + 2 and not any(f"{missing}{closer}" in between for closer in ").:"):
        return clauses[place], f"clause {missing} is left out before {label}"
    return None


RULE = Rule(
    code="MP508",
    name="clause-series-broken",
    summary="The clauses of a decision leave out a number or give one twice",
    why="Decisions are cited by their clauses; a clause that is missing may have been decided and lost.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Grants
Resolved: That
(a) the village hall be given £200;
(b) the school be given £100; and
(d) the clerk tell both of them.

2. Highways
The ford was closed for a day.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Grants
Resolved: That
(a) the village hall be given £200;
(b) the school be given £100; and
(c) the clerk tell both of them.

2. Highways
The ford was closed for a day.
""",
    at=(8,),
)
