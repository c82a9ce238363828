"""Findings that are known and left as they are: a file that a project writes once and works off."""

from __future__ import annotations

import json
from collections.abc import Iterable

from minutesparse.checks.finding import Finding
from minutesparse.errors import OptionError

VERSION = 1


def baseline_text(findings: Iterable[Finding]) -> str:
    """The JSON of a baseline that holds these findings, one a line, so that merges and reviews are easy."""
    rows = sorted({(one.path, one.code, one.fingerprint) for one in findings})
    lines = [
        json.dumps({"path": path, "code": code, "fingerprint": print_}, ensure_ascii=False)
        for path, code, print_ in rows
    ]
    body = ",\n    ".join(lines)
    return f'{{\n  "version": {VERSION},\n  "findings": [\n    {body}\n  ]\n}}\n' if lines else _empty()


def known_fingerprints(text: str, name: str) -> frozenset[str]:
    """The fingerprints that a baseline holds. Raises ``OptionError`` where ``text`` is none."""
    try:
        data = json.loads(text)
        if data["version"] != VERSION:
            raise OptionError(f"{name}: a baseline of version {data['version']!r} cannot be read; write it anew")
        return frozenset(str(row["fingerprint"]) for row in data["findings"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise OptionError(f"{name}: not a baseline; --write-baseline writes one") from error


def without(findings: Iterable[Finding], known: frozenset[str]) -> list[Finding]:
    """The findings that a baseline does not hold."""
    return [one for one in findings if one.fingerprint not in known]


def _empty() -> str:
    return f'{{\n  "version": {VERSION},\n  "findings": []\n}}\n'
