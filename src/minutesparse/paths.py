"""Paths and the patterns that users choose them by."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase


def fits(path: str, patterns: Iterable[str]) -> bool:
    """True where one of the patterns fits a path with ``/`` as a whole, or its last part."""
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path, pattern) or fnmatchcase(name, pattern) for pattern in patterns)
