"""GitLab's Code Quality report (docs.gitlab.com, "Code Quality report format")."""

from __future__ import annotations

from minutesparse.checks.registry import BY_CODE
from minutesparse.reports import Outcome
from minutesparse.writers.json import json_text, terminal_json

SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def gitlab(outcome: Outcome) -> str:
    """An array with the keys that GitLab reads."""
    issues = [
        {
            "description": f"{finding.code} {finding.message}",
            "check_name": BY_CODE[finding.code].name,
            "fingerprint": finding.fingerprint,
            "severity": SEVERITIES[finding.severity],
            "location": {"path": finding.path, "lines": {"begin": finding.line, "end": finding.end_line}},
        }
        for finding in outcome.findings
    ]
    return terminal_json(json_text(issues, indent=2))
