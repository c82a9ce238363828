"""What is said between a run and its workers: what is to be done, how, and what came of it.

Nothing here loads the parser: a worker adds words to the vocabulary before it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from minutesparse._version import __version__
from minutesparse.batch.inputs import Input
from minutesparse.batch.manifest import Record

PARTS = "documents"  # below the manifest's folder, where a stream's documents wait for their order


@dataclass(frozen=True, slots=True)
class Job:
    """One input with all that decides on its output; ``known`` is what the manifest says of it."""

    input: Input
    metadata: Mapping[str, str]
    options: str  # digest of what decides on the output beside the input's bytes
    known: Record | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all inputs of a run. ``timeout`` is in seconds, ``largest`` in bytes."""

    output: str  # a place that `store.store_at` takes
    form: str  # json or yaml
    layout: str | None = None
    encoding: str | None = None
    split: bool = False
    timeout: float | None = None
    largest: int = 100_000_000


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a job; ``again`` is false where the output of an earlier run was still right."""

    record: Record
    again: bool = True


def given_up(job: Job, reason: str) -> Done:
    """What came of a job whose worker was lost with it."""
    return Done(Record(job.input.name, "failed", None, job.options, __version__, (), 0, 0.0, reason))


class OutputError(Exception):
    """The output cannot be written: nothing that follows could be. ``str`` is one line."""


def output_name(name: str, number: int, setting: Setting) -> str:
    """Where the output of an input goes, below the output folder: its whole name and the form, so that no two meet."""
    return f"{name}-{number}.{setting.form}" if setting.split else f"{name}.{setting.form}"
