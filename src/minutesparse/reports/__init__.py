"""Findings in the forms that people and services read: a module a form, listed here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from minutesparse.checks.finding import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run of ``check`` has to report.

    ``files`` are the paths that were checked, in order; ``findings`` are sorted by path and place. ``known`` counts the
    findings that a baseline holds, and ``fixed`` those that were put right; neither are among the findings.
    """

    files: Sequence[str]
    findings: Sequence[Finding]
    known: int = 0
    fixed: int = 0


Render = Callable[[Outcome], str]

FORMS = {
    "full": "Each finding with its line, the place underlined.",
    "concise": "A line for each finding.",
    "grouped": "A line for each finding, under the name of its file.",
    "json": "One array.",
    "jsonl": "A JSON object for each finding, one a line.",
    "github": "Workflow commands of GitHub Actions, which annotate the changed lines.",
    "gitlab": "A Code Quality report of GitLab.",
    "sarif": "SARIF 2.1.0, for code scanning.",
    "junit": "JUnit XML, a test suite for each file.",
}
"""The forms of a report, and what each is."""

FOR_PEOPLE = ("full", "concise", "grouped")


def renderer(form: str) -> Render:
    """The function that writes a report in one of `FORMS`."""
    if form in FOR_PEOPLE:
        name = "text"
    elif form == "jsonl":
        name = "json"
    else:
        name = form
    render: Render = getattr(import_module(f"minutesparse.reports.{name}"), form)
    return render
