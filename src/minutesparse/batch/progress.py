"""How far a batch is: a bar on a terminal, elsewhere one plain line every few seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from minutesparse.batch.job import Done

INTERVAL = 5.0  # seconds between plain lines

Tell = Callable[[Done], None]
Shown = AbstractContextManager[Tell]


@contextmanager
def silent() -> Iterator[Tell]:
    """No progress."""
    yield lambda one: None


@contextmanager
def lines(total: int | None) -> Iterator[Tell]:
    """A line on standard error every few seconds."""
    began = last = time.monotonic()
    files = failures = size = 0

    def tell(one: Done) -> None:
        nonlocal last, files, failures, size
        files += 1
        size += one.record.size
        failures += one.record.status == "failed"
        now = time.monotonic()
        if now - last >= INTERVAL:
            last = now
            of = f" of {total}" if total is not None else ""
            rate = size / 1e6 / (now - began)
            left = f", {_duration((now - began) / files * (total - files))} left" if total is not None else ""
            line = f"minutesparse: {files}{of} files, {rate:.2f} MB/s{left}, {failures} failed"
            print(line, file=sys.stderr, flush=True)

    yield tell


def _duration(seconds: float) -> str:
    """Seconds as hours, minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"


@contextmanager
def bar(total: int | None) -> Iterator[Tell]:
    """A bar on standard error: files, MB/s, time left, failures."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]:.2f} MB/s"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failures]} failed"),
    )
    began = time.monotonic()
    size = failures = 0
    with Progress(*columns, console=Console(stderr=True), refresh_per_second=4) as shown:
        task = shown.add_task("files", total=total, rate=0.0, failures=0)

        def tell(one: Done) -> None:
            nonlocal size, failures
            size += one.record.size
            failures += one.record.status == "failed"
            rate = size / 1e6 / max(time.monotonic() - began, 1e-3)
            shown.update(task, advance=1, rate=rate, failures=failures)

        yield tell
