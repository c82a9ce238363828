"""Workflow commands of GitHub Actions.

See docs.github.com, "Workflow commands for GitHub Actions". A step shows ten annotations of each severity and drops the
rest without a word, so the rest is counted in plain lines.
"""

from __future__ import annotations

from collections import Counter

from minutesparse.checks.finding import Finding
from minutesparse.checks.registry import BY_CODE
from minutesparse.reports import Outcome
from minutesparse.reports.text import summary
from minutesparse.writers.characters import harmless

LIMIT = 10
COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github(outcome: Outcome) -> str:
    """The first findings of each severity as annotations, then how many more there are of which rule."""
    shown: Counter[str] = Counter()
    rest: Counter[str] = Counter()
    lines = []
    for finding in outcome.findings:
        if shown[finding.severity] < LIMIT:
            shown[finding.severity] += 1
            lines.append(_command(finding))
        else:
            rest[finding.code] += 1
    lines += [f"not annotated: {code} {BY_CODE[code].name}, {count} more" for code, count in sorted(rest.items())]
    return "\n".join([*lines, summary(outcome)])


def _command(finding: Finding) -> str:
    places = {
        "file": finding.path,
        "line": str(finding.line),
        "endLine": str(finding.end_line),
        "title": f"{finding.code} {BY_CODE[finding.code].name}",
    }
    if finding.line == finding.end_line:  # columns of several lines are refused
        places["col"], places["endColumn"] = str(finding.column), str(finding.end_column)
    properties = ",".join(f"{name}={_property(value)}" for name, value in places.items())
    return f"::{COMMANDS[finding.severity]} {properties}::{_data(finding.message)}"


def _data(value: str) -> str:
    return harmless(value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
