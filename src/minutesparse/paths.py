"""Paths, what they lead to, and the patterns that users choose them by."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from fnmatch import fnmatchcase


def fits(path: str, patterns: Iterable[str]) -> bool:
    """True where one of the patterns fits a path with ``/`` as a whole, or its last part."""
    name = path.rpartition("/")[2]
    return any(fnmatchcase(path, pattern) or fnmatchcase(name, pattern) for pattern in patterns)


def leads_out(path: str | os.PathLike[str], folder: str | os.PathLike[str]) -> bool:
    """True where ``path``, its links followed, is neither ``folder`` nor below it. It need not exist."""
    real = os.path.realpath(folder)
    return os.path.commonpath([real, os.path.realpath(path)]) != real


def fault_of(path: str, folder: str) -> str | None:
    """Why what was found below a folder is not to be opened, ``None`` for a file and for what is not there.

    Opening a pipe may take for ever, and a link to a file elsewhere would show what the folder does not hold.
    """
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISLNK(mode):
            if leads_out(path, folder):
                return "a link that leads out of the folder"
            mode = os.stat(path).st_mode  # noqa: PTH116 - as above
    except OSError:
        return None  # its reader says what is wrong
    return None if stat.S_ISREG(mode) else "not a file but a pipe or device"
