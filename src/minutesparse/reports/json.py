"""Reports for programs: ``json`` and ``jsonl``."""

from __future__ import annotations

from typing import Any

from minutesparse.checks.finding import Finding
from minutesparse.checks.registry import BY_CODE
from minutesparse.reports import Outcome
from minutesparse.writers.json import json_text, terminal_json


def json(outcome: Outcome) -> str:
    """An array of findings."""
    return terminal_json(json_text([node(finding) for finding in outcome.findings], indent=2))


def jsonl(outcome: Outcome) -> str:
    """A finding a line; nothing where there is none."""
    return terminal_json("\n".join(json_text(node(finding)) for finding in outcome.findings))


def node(finding: Finding) -> dict[str, Any]:
    """A finding as plain values. Offsets count code points from 0, lines and columns from 1; ends are exclusive."""
    fix = finding.fix
    return {
        "path": finding.path,
        "code": finding.code,
        "name": BY_CODE[finding.code].name,
        "severity": finding.severity,
        "message": finding.message,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "start": finding.start,
        "end": finding.end,
        "item": finding.item,
        "fingerprint": finding.fingerprint,
        "fix": None
        if fix is None
        else {
            "message": fix.message,
            "safe": finding.safe,
            "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits],
        },
    }
