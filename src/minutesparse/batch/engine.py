"""What does the jobs of a run: processes of this machine (`pool`), or machines of a cluster (`cluster`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from minutesparse.batch.job import Done, Job
from minutesparse.errors import MinutesparseError

CHUNK_BYTES = 4_000_000  # of bytes that jobs bring with them, given out at once

Words = Mapping[str, tuple[str, ...]]
"""What configuration adds to the vocabulary."""


class EngineError(MinutesparseError):
    """The engine was lost in the middle of a run; what is recorded stands."""


class Engine(Protocol):
    """Does the jobs of one run, by whatever number of workers."""

    def run(self, jobs: Iterator[Job], stopping: Callable[[], bool]) -> Iterator[Done]:
        """The results of all jobs, in the order in which they are done.

        Jobs are taken as they are needed. Once ``stopping`` says so, no further job is begun, and those that workers
        are at are finished. Raises ``OutputError`` where outputs cannot be written.
        """

    def close(self) -> None:
        """End what was started for the run."""


def chunks(jobs: Iterator[Job], most: int) -> Iterator[Sequence[Job]]:
    """Jobs up to ``most`` at a time, fewer where they bring their bytes with them."""
    chunk: list[Job] = []
    size = 0
    for job in jobs:
        chunk.append(job)
        size += len(job.input.data or b"")
        if len(chunk) >= most or size > CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
