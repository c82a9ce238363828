"""A finding with its place in the file: what reports print and baselines remember."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from minutesparse.checks.rule import Fix, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. Lines and columns count from 1 (columns in characters), the end is exclusive.

    ``item`` is the number of the item around it as printed, ``quote`` the text of its first line. ``fingerprint`` stays
    the same while the file, the rule and the words found are the same, wherever the lines move.
    """

    path: str
    code: str
    severity: Severity
    message: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    item: str | None
    quote: str
    fingerprint: str
    fix: Fix | None = None
    safe: bool = False  # whether --fix alone applies it

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What findings are sorted by: path, place, code."""
        return self.path, self.start, self.end, self.code, self.message


def fingerprint(path: str, code: str, words: str, occurrence: int) -> str:
    """16 hexadecimal digits for a finding; ``occurrence`` tells equal ones of a file apart, in order."""
    key = "\0".join((path, code, " ".join(words.split()), str(occurrence)))
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
