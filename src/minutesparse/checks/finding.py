"""A finding with its place in the file: what reports print and baselines remember."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from minutesparse.checks.rule import Fix, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. Lines and columns count from 1 (columns in characters), the end is exclusive.

    ``item`` is the number of the item around it as printed. ``quote`` is the text of its first line from column
    ``quoted_from`` on: all of it, or of a very long one the part around the place. ``fingerprint`` stays the same while
    the file, the rule and the words found are the same, wherever the lines move.
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
    quoted_from: int = 1

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What findings are sorted by: path, place, code."""
        return self.path, self.start, self.end, self.code, self.message


class Fingerprints:
    """Makes the fingerprints of the findings in one file: 16 hexadecimal digits, equal findings told apart in order.

    The words of a line are gone through once for each rule, however many findings of it the line has.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._begun: dict[tuple[str, str], tuple[Any, int]] = {}  # a digest of all but the number, and that

    def following(self, code: str, words: str) -> str:
        """The fingerprint of the next finding of a rule on a line of these words."""
        begun, occurrence = self._begun.get((code, words), (None, 0))
        if begun is None:
            key = "\0".join((self._path, code, " ".join(words.split()), ""))
            begun = hashlib.sha256(key.encode("utf-8", "surrogatepass"))
        self._begun[code, words] = begun, occurrence + 1
        whole = begun.copy()
        whole.update(str(occurrence).encode())
        digits: str = whole.hexdigest()[:16]
        return digits
