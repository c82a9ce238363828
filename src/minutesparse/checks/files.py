"""Which files a command is given: folders are walked, and what git ignores is left out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from minutesparse.errors import SourceError, reason_of
from minutesparse.paths import fault_of, fits

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

MOST_STARS = 3  # in one part of a pattern of .gitignore
MOST_RUNS = 2  # of folders, written ** there

INCLUDE = ("*.txt", "*.md")
"""Names of the files that are taken out of a folder."""


Refuse = Callable[[str, str], None]
"""Hears of the path of what is not to be read, and why."""


def _raise(path: str, reason: str) -> None:
    raise SourceError(path, reason)


def listed(
    paths: Sequence[str], include: Sequence[str] = INCLUDE, exclude: Sequence[str] = (), refuse: Refuse = _raise
) -> list[str]:
    """The files that ``paths`` mean, each once, sorted; a file that is named itself is always taken.

    In a folder, files are taken whose name fits ``include``, but for hidden ones, those that git ignores, and those of
    which the path below the folder or the name fits ``exclude``. What does not exist is kept, for its reader to report.
    What is no file, and a link to one outside of the folder, ``refuse`` hears of; by default it is raised as
    ``SourceError``.
    """
    found: dict[str, None] = {}
    for path in paths:
        if not Path(path).is_dir():
            found[os.path.normpath(path)] = None
            continue
        for one in _walked(Path(path), include, exclude):
            if (fault := fault_of(one, path)) is None:
                found[os.path.normpath(one)] = None
            else:
                refuse(os.path.normpath(one), fault)
    return sorted(found)


def shown(path: str) -> str:
    """A path as reports print it: relative to the working directory where it lies below, with ``/``."""
    absolute = Path(path).absolute()
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else Path(path)).as_posix()


def _walked(folder: Path, include: Sequence[str], exclude: Sequence[str]) -> Iterator[str]:
    ignored = _Ignored(folder)

    def fail(error: OSError) -> None:
        raise SourceError(str(error.filename), reason_of(error)) from error

    for where, folders, names in os.walk(folder, onerror=fail):
        at = Path(where)
        ignored.enter(at)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not ignored.holds(at / name, folder=True)
        )
        for name in sorted(names):
            below = (at / name).relative_to(folder).as_posix()
            if (
                not name.startswith(".")
                and any(fnmatchcase(name, pattern) for pattern in include)
                and not fits(below, exclude)
                and not ignored.holds(at / name)
            ):
                yield str(at / name)


def costly(pattern: str) -> bool:
    """True for a pattern of ``.gitignore`` that takes seconds a file: pathspec tries each way to share a path out.

    Such a pattern is passed over, and what it would hide is checked.
    """
    return pattern.count("**") > MOST_RUNS or any(part.count("*") > MOST_STARS for part in pattern.split("/"))


class _Ignored:
    """The ``.gitignore`` files between a repository's root and the folder that is walked."""

    def __init__(self, folder: Path) -> None:
        self._specs: dict[Path, GitIgnoreSpec] = {}
        start = folder.absolute()
        above = [start, *start.parents]
        roots = [one for one in above if (one / ".git").exists()]
        if roots:
            for one in above[: above.index(roots[0]) + 1]:
                self.enter(one)

    def enter(self, folder: Path) -> None:
        """Read the ``.gitignore`` of a folder, where it has one."""
        rules = folder / ".gitignore"
        if folder.absolute() not in self._specs and rules.is_file():
            from pathspec import GitIgnoreSpec

            text = rules.read_text(encoding="utf-8", errors="replace")
            lines = [line for line in text.split("\n") if not costly(line)]
            self._specs[folder.absolute()] = GitIgnoreSpec.from_lines(lines)

    def holds(self, path: Path, folder: bool = False) -> bool:
        """True where git would ignore ``path``: the innermost file that says anything of it decides."""
        absolute = path.absolute()
        for root in absolute.parents:
            spec = self._specs.get(root)
            if spec is None:
                continue
            verdict = spec.check_file(absolute.relative_to(root).as_posix() + "/" * folder).include
            if verdict is not None:
                return verdict
        return False
