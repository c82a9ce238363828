"""SARIF 2.1.0 (OASIS), as code scanning services read it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from minutesparse._version import __version__
from minutesparse.checks.finding import Finding
from minutesparse.checks.registry import BY_CODE, RULES
from minutesparse.checks.rule import Rule
from minutesparse.checks.rule_page import markdown
from minutesparse.reports import Outcome
from minutesparse.writers.json import json_text, terminal_json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
FINGERPRINT = "minutesparse/v1"

Node = dict[str, Any]


def sarif(outcome: Outcome) -> str:
    """One run, with the rules that found something and their help, and the fix of each finding that has one."""
    codes = {finding.code for finding in outcome.findings}
    rules = [rule for rule in RULES if rule.code in codes]
    index = {rule.code: place for place, rule in enumerate(rules)}
    run: Node = {
        "tool": {
            "driver": {
                "name": "minutesparse",
                "semanticVersion": __version__,
                "version": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "artifacts": [{"location": _location(path)} for path in outcome.files],
        "results": [_result(finding, index[finding.code]) for finding in outcome.findings],
    }
    return terminal_json(json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2))


def _rule(rule: Rule) -> Node:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.summary}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.why, "markdown": markdown(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": not rule.preview},
    }


def _result(finding: Finding, index: int) -> Node:
    result: Node = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[BY_CODE[finding.code].severity],
        "message": _message(finding.message),
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _location(finding.path),
                    "region": {
                        "startLine": finding.line,
                        "startColumn": finding.column,
                        "endLine": finding.end_line,
                        "endColumn": finding.end_column,
                        "charOffset": finding.start,
                        "charLength": finding.end - finding.start,
                        "snippet": {"text": finding.quote},
                    },
                }
            }
        ],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }
    if finding.fix is not None:
        result["fixes"] = [
            {
                "description": _message(finding.fix.message),
                "artifactChanges": [
                    {
                        "artifactLocation": _location(finding.path),
                        "replacements": [
                            {
                                "deletedRegion": {"charOffset": edit.start, "charLength": edit.end - edit.start},
                                "insertedContent": {"text": edit.text},
                            }
                            for edit in finding.fix.edits
                        ],
                    }
                ],
            }
        ]
    return result


def _message(text: str) -> Node:
    """A message that quotes the minutes: no words of theirs are a link (SARIF 2.1.0, section 3.11.6)."""
    return {"text": text.replace("](", "] (")}


def _location(path: str) -> Node:
    return {"uri": quote(path)}
