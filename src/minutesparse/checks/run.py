"""Many files through the rules, by as many processes as are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Literal

from minutesparse.checks.finding import Finding
from minutesparse.checks.fixing import fixed
from minutesparse.checks.runner import check_source, unreadable
from minutesparse.checks.settings import CheckSettings
from minutesparse.cores import cores
from minutesparse.errors import SourceError
from minutesparse.safe_path import safe_path
from minutesparse.source import Source, from_bytes, from_file

# A process costs about as much to start as some dozen files take to check.
FEWEST_A_PROCESS = 16
CHUNK = 8

Fixes = Literal["none", "safe", "unsafe"]


@dataclass(frozen=True, slots=True)
class Task:
    """One file: where it is, what reports call it, its settings, and how it is to be read.

    ``data`` are its bytes where there is no file to read (standard input); ``fixes`` says which are to be applied,
    ``refused`` why it is not to be read at all.
    """

    path: str
    shown: str
    settings: CheckSettings
    layout: str | None = None
    encoding: str | None = None
    data: bytes | None = None
    fixes: Fixes = "none"
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one file: what was found, or is left, and with fixes the text before and after them."""

    path: str
    shown: str
    findings: list[Finding]
    applied: int = 0
    before: str | None = None
    after: str | None = None
    encoding: str | None = None


def processes(jobs: int, files: int) -> int:
    """How many processes check ``files`` files, where at most ``jobs`` are allowed (0: as many as there are cores)."""
    return max(1, min(jobs or cores(), files // FEWEST_A_PROCESS))


def check_files(tasks: Sequence[Task], jobs: int, prepare: Callable[[], None] | None = None) -> Iterator[Checked]:
    """What came of each file, in the order of ``tasks``; a file that cannot be read is itself a finding.

    ``prepare`` runs first in each process.
    """
    count = processes(jobs, len(tasks))
    if count == 1:
        yield from map(check_file, tasks)
        return
    with ProcessPoolExecutor(count, initializer=prepare) as pool:
        try:
            with safe_path():
                checked = pool.map(check_file, tasks, chunksize=CHUNK)
            yield from checked
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def check_file(task: Task) -> Checked:
    """The findings in one file, after its fixes where they are wanted."""
    try:
        source = _read(task)
    except SourceError as error:
        return Checked(task.path, task.shown, [unreadable(error, task.shown)])
    if task.fixes == "none":
        return Checked(task.path, task.shown, check_source(source, task.shown, task.settings, task.layout))
    after = fixed(source, task.shown, task.settings, task.layout, unsafe=task.fixes == "unsafe")
    return Checked(
        task.path, task.shown, after.findings, after.applied, source.text, after.source.text, source.encoding
    )


def _read(task: Task) -> Source:
    if task.refused is not None:
        raise SourceError(task.path, task.refused)
    if task.data is not None:
        return from_bytes(task.data, task.path, task.encoding)
    return from_file(task.path, task.encoding)
