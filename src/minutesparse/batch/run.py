"""A batch from its inputs to its outputs, its manifest and its summary."""

from __future__ import annotations

import hashlib
import json
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field, replace
from typing import Literal

from minutesparse.batch.engine import Engine, Words
from minutesparse.batch.inputs import Input
from minutesparse.batch.job import PARTS, Done, Job, Setting, output_name
from minutesparse.batch.manifest import FOLDER, Record
from minutesparse.batch.pool import Alone, Pool
from minutesparse.batch.store import Store, below, store_at
from minutesparse.batch.urls import scheme_of
from minutesparse.errors import OptionError

STREAM = "minutes.jsonl"


@dataclass(slots=True)
class Summary:
    """What a run came to. ``done`` were parsed now, ``unchanged`` in an earlier run; ``seconds`` is wall time."""

    done: int = 0
    unchanged: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    bytes: int = 0
    seconds: float = 0.0
    interrupted: bool = False

    def add(self, one: Done) -> None:
        """Take the result of one input into account."""
        self.bytes += one.record.size
        if one.record.status == "failed":
            self.failed.append((one.record.name, one.record.reason or "failed"))
        elif one.again:
            self.done += 1
        else:
            self.unchanged += 1

    def to_json(self) -> str:
        """The summary as JSON."""
        node = {
            "done": self.done,
            "unchanged": self.unchanged,
            "failed": [{"name": name, "reason": reason} for name, reason in sorted(self.failed)],
            "bytes": self.bytes,
            "seconds": round(self.seconds, 3),
            "interrupted": self.interrupted,
        }
        return json.dumps(node, ensure_ascii=False, indent=2)


EngineName = Literal["local", "dask"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is to do. ``metadata`` holds for all inputs, ``own_metadata`` for one, by its name."""

    setting: Setting
    stream: bool = False  # one file of JSON Lines in the order of the inputs, and not a file each
    metadata: Mapping[str, str] = field(default_factory=dict)
    own_metadata: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    words: Words = field(default_factory=dict)
    resume: bool = False
    jobs: int = 1
    engine: EngineName = "local"
    scheduler: str | None = None  # the address of Dask's; without one, workers on this machine


Listener = Callable[[Done], None]


def run(plan: Plan, inputs: Iterator[Input], listener: Listener = lambda one: None) -> Summary:
    """Do what is planned; ``listener`` hears of each input as it is done.

    Raises ``OptionError`` where another run holds the output, ``OutputError`` where outputs cannot be written, and
    ``OSError`` where the output folder cannot be made. Ctrl-C lets what is in hand be finished, and says so in the
    summary.
    """
    began = time.monotonic()
    store = store_at(plan.setting.output)
    if plan.stream:
        plan = replace(plan, setting=replace(plan.setting, output=below(plan.setting.output, (FOLDER, PARTS))))
    summary = Summary()
    order: list[str] = []
    with store.held(), _asked_to_stop() as stopping:
        known = store.records() if plan.resume else {}
        store.sweep()
        if not plan.resume:
            store.forget()
        good: dict[str, Record] = {}
        with closing(store.recorder()) as recorder, closing(_engine(plan)) as engine:
            for one in engine.run(_jobs(plan, inputs, known, order), stopping):
                if one.again:
                    recorder.write(one.record)
                if plan.stream and one.record.status == "done":
                    good[one.record.name] = one.record
                summary.add(one)
                listener(one)
        summary.interrupted = stopping()
        if plan.stream and not summary.interrupted:
            _write_stream(store, plan.setting, [good[name] for name in order if name in good])
    summary.seconds = time.monotonic() - began
    return summary


def _engine(plan: Plan) -> Engine:
    """What does the jobs of this run."""
    here = scheme_of(plan.setting.output) == "memory"
    if plan.engine == "dask" and here:
        raise OptionError(f"{plan.setting.output}: the memory of one process is no output of several")
    if plan.engine == "dask":
        from minutesparse.batch.cluster import Cluster

        return Cluster(plan.setting, plan.words, plan.jobs, plan.scheduler)
    if here:
        return Alone(plan.setting, plan.words)
    return Pool(plan.jobs, plan.setting, plan.words)


def options_digest(setting: Setting, metadata: Mapping[str, str], words: Words) -> str:
    """The digest of all that decides on an output beside the input's bytes and the version."""
    decisive = {key: value for key, value in asdict(setting).items() if key not in ("output", "timeout", "largest")}
    node = [decisive, sorted(metadata.items()), sorted((name, list(added)) for name, added in words.items())]
    return hashlib.sha256(json.dumps(node, sort_keys=True).encode()).hexdigest()[:16]


def _jobs(plan: Plan, inputs: Iterator[Input], known: Mapping[str, Record], order: list[str]) -> Iterator[Job]:
    """A job for each input; the second of two that would get one output is refused. ``order`` takes their names."""
    common = options_digest(plan.setting, plan.metadata, plan.words)
    taken: set[str] = set()
    for one in inputs:
        own = plan.own_metadata.get(one.name)
        metadata = {**plan.metadata, **own} if own else plan.metadata
        options = options_digest(plan.setting, metadata, plan.words) if own else common
        name = one.name.casefold()
        if name in taken and one.refused is None:
            one = replace(one, data=None, refused="another input has the same name; --root names them by folder")
        taken.add(name)
        order.append(one.name)
        yield Job(one, metadata, options, known.get(one.name))


def _write_stream(store: Store, setting: Setting, records: Sequence[Record]) -> None:
    """The documents of a stream in order, as one file that appears whole."""
    parts = store_at(setting.output)
    with store.writing(STREAM) as stream:
        for record in records:
            for number in range(1, len(record.outputs) + 1):
                stream.write(parts.read(output_name(record.name, number, setting)))


@contextmanager
def _asked_to_stop() -> Iterator[Callable[[], bool]]:
    """Says whether Ctrl-C was pressed since; pressed once more it ends at once, as it does elsewhere."""
    asked = False

    def hear(signum: int, frame: object) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, before)
