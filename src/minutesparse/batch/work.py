"""One input to its output: what a worker process does, and what it tells of it."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from minutesparse._version import __version__
from minutesparse.batch.content import content
from minutesparse.batch.job import Done, Job, OutputError, Setting, output_name
from minutesparse.batch.manifest import Record
from minutesparse.batch.store import Store, store_at
from minutesparse.batch.urls import scheme_of
from minutesparse.contract import document_json, validated
from minutesparse.corrections import Correction, beside, load
from minutesparse.errors import MinutesparseError, reason_of
from minutesparse.reader import Node
from minutesparse.source import from_bytes
from minutesparse.stages import collector_at_rest, to_node, to_nodes
from minutesparse.writers.characters import encodable

# What will befall the next output as well: no space, no right to write, a broken disk.
HOPELESS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO)


class _TimeUpError(Exception):
    pass


@dataclass(slots=True)
class Worker:
    """Does jobs in one process, with the same setting for all.

    ``parent`` is the process that it works for: when that is gone nothing more is written, since another run may have
    begun. Raises ``EOFError`` then.
    """

    setting: Setting
    parent: int | None = None
    _store: Store = field(init=False)

    def __post_init__(self) -> None:
        self._store = store_at(self.setting.output)

    def do_one(self, job: Job) -> Done:
        """Read, parse and write one input, unless its output is there and right. Raises ``OutputError``."""
        began = time.perf_counter()
        digest = None
        size = 0
        try:
            data = content(job.input, self.setting.largest)
            here = job.input.data is None and scheme_of(job.input.path) is None
            corrections = beside(job.input.path) if here else None
            digest, size = _digest(data, corrections), len(data)
            if job.known is not None and self._still_right(job, digest):
                return Done(job.known, again=False)
            with _time_limit(self.setting.timeout):
                texts = self._texts(data, job, load(corrections) if corrections is not None else ())
        except (MinutesparseError, _TimeUpError) as error:
            reason = error.reason if hasattr(error, "reason") else str(error)
        except OSError as error:
            reason = reason_of(error)
        except Exception as error:  # a defect met in one file is no reason to leave the others undone
            reason = f"internal error, {type(error).__name__}: {error}"
        else:
            return self._written(job, texts, digest, size, began)
        if job.input.refused is None:  # else its name is no path, or that of another input
            self._remove_from(job, 1)
        return Done(self._record(job, digest, size, began, reason=reason))

    def _written(self, job: Job, texts: list[str], digest: str, size: int, began: float) -> Done:
        """Write the outputs of a job."""
        if self.parent is not None and os.getppid() != self.parent:
            raise EOFError
        try:
            outputs = tuple(
                self._write(output_name(job.input.name, number, self.setting), encodable(text).encode())
                for number, text in enumerate(texts, 1)
            )
        except OSError as error:
            if error.errno in HOPELESS:
                where = error.filename or self.setting.output  # to write tells of no name
                raise OutputError(f"{where}: {reason_of(error)}") from error
            reason = f"cannot be written: {reason_of(error)}"
            return Done(self._record(job, digest, size, began, reason=reason))
        if self.setting.split:
            self._remove_from(job, len(texts) + 1)
        return Done(self._record(job, digest, size, began, outputs))

    def _remove_from(self, job: Job, number: int) -> None:
        """Remove what an earlier run made of the input from its ``number``-th output on, when it was another text."""
        with suppress(OSError):
            while self._store.remove(output_name(job.input.name, number, self.setting)) and self.setting.split:
                number += 1

    def _still_right(self, job: Job, digest: str) -> bool:
        """True where input, options and version are those of the record, and the outputs are as they were written."""
        known = job.known
        assert known is not None
        if (known.status, known.input, known.options, known.version) != ("done", digest, job.options, __version__):
            return False
        for number, wanted in enumerate(known.outputs, 1):
            try:
                data = self._store.read(output_name(job.input.name, number, self.setting))
                if hashlib.sha256(data).hexdigest() != wanted:
                    return False
            except OSError:
                return False
        return True

    def _texts(self, data: bytes, job: Job, corrections: Sequence[Correction]) -> list[str]:
        source = from_bytes(data, job.input.name, self.setting.encoding)
        with collector_at_rest():
            if self.setting.split:
                nodes = to_nodes(source, self.setting.layout, job.metadata, False, corrections)
            else:
                nodes = [to_node(source, self.setting.layout, job.metadata, False, corrections)]
            return [self._text(node) for node in nodes]

    def _text(self, node: Node) -> str:
        node.pop("lines", None)
        document = validated(node)
        if self.setting.form == "yaml":
            from minutesparse.writers.yaml import yaml_text

            return yaml_text(document)
        return document_json(document) + "\n"

    def _write(self, name: str, data: bytes) -> str:
        """Write an output whole or not at all, and give its digest."""
        self._store.write(name, data)
        return hashlib.sha256(data).hexdigest()

    def _record(
        self,
        job: Job,
        digest: str | None,
        size: int,
        began: float,
        outputs: tuple[str, ...] = (),
        reason: str | None = None,
    ) -> Record:
        return Record(
            name=job.input.name,
            status="done" if reason is None else "failed",
            input=digest,
            options=job.options,
            version=__version__,
            outputs=outputs,
            size=size,
            seconds=round(time.perf_counter() - began, 4),
            reason=reason,
        )


def _digest(data: bytes, corrections: Path | None) -> str:
    """The digest of an input, and of what a reader has put right in it."""
    digest = hashlib.sha256(data)
    if corrections is not None:
        digest.update(corrections.read_bytes())
    return digest.hexdigest()


@contextmanager
def _time_limit(seconds: float | None) -> Iterator[None]:
    """Raises ``_TimeUpError`` in the block after so many seconds, where the system has such a timer."""
    if seconds is None or not hasattr(signal, "setitimer"):
        yield
        return

    def up(signum: int, frame: object) -> None:
        raise _TimeUpError(f"took longer than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
