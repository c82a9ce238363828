"""Worker processes, each fed by its own pipe, so that it is known which input each is at.

A worker that dies or takes too long costs the one input that it was at: the others go to the one that takes its place.
When the parent dies, its workers find their pipes closed and end.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import takewhile
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from minutesparse.batch.engine import EngineError, Words, chunks
from minutesparse.batch.job import Done, Job, OutputError, Setting, given_up
from minutesparse.errors import MinutesparseError
from minutesparse.safe_path import safe_path

# Started anew and not forked: a fork would hold the lock of a parent that was killed.
CONTEXT = multiprocessing.get_context("spawn")

FEW = 8  # a worker with fewer jobs gets more, so that it need not wait for them
GRACE = 5.0  # seconds beyond the time limit before a worker that does not react is ended
PIPE = 64_000  # bytes that a pipe takes before who sends them waits for who reads them
TICK = 0.2  # seconds after which time limits and the wish to stop are looked at


@dataclass(slots=True)
class _Slot:
    """A worker process and the jobs that it has, the one that it is at first; ``ready`` once it has said so."""

    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    jobs: deque[Job] = field(default_factory=deque)
    since: float = field(default_factory=time.monotonic)


class Pool:
    """``count`` worker processes of this machine for one run; see `engine.Engine`."""

    def __init__(self, count: int, setting: Setting, words: Words) -> None:
        self._setting = setting
        self._words = words
        self._slots = [self._start() for _ in range(count)]
        self._returned: deque[Sequence[Job]] = deque()

    def run(self, jobs: Iterator[Job], stopping: Callable[[], bool]) -> Iterator[Done]:
        """The results of all jobs, in the order in which they are done."""
        waiting = chunks(jobs, FEW)
        told = False
        while True:
            if stopping() and not told:
                told = True
                for slot in self._slots:
                    self._send(slot, None)
            if not told:
                self._feed(waiting)
            busy = [slot for slot in self._slots if slot.jobs]
            if not busy:
                return
            ready = wait([slot.pipe for slot in busy], timeout=TICK)
            for slot in busy:
                if slot.pipe in ready:
                    yield from self._receive(slot, told)
                elif self._is_late(slot):
                    slot.process.kill()
                    yield self._replace(slot, f"took longer than {self._setting.timeout:g} seconds", told)

    def close(self) -> None:
        """End the workers."""
        for slot in self._slots:
            slot.pipe.close()
        for slot in self._slots:
            slot.process.join(GRACE)
            if slot.process.is_alive():
                slot.process.kill()
                slot.process.join()

    def _start(self) -> _Slot:
        ours, theirs = CONTEXT.Pipe()
        process = CONTEXT.Process(target=_serve, args=(theirs, self._setting, self._words), daemon=True)
        with interrupts_ignored(), safe_path():
            process.start()
        theirs.close()
        return _Slot(process, ours)

    def _feed(self, waiting: Iterator[Sequence[Job]]) -> None:
        for slot in sorted(self._slots, key=lambda one: len(one.jobs)):
            if len(slot.jobs) >= FEW:
                return
            chunk = self._returned.popleft() if self._returned else next(waiting, None)
            if chunk is None:
                return
            if slot.jobs and sum(len(job.input.data or b"") for job in chunk) > PIPE:
                # to send it would wait for the end of the job that the worker is at, which may be one without end
                self._returned.appendleft(chunk)
                return
            if not slot.jobs:
                slot.since = time.monotonic()
            slot.jobs.extend(chunk)
            self._send(slot, list(chunk))

    @staticmethod
    def _send(slot: _Slot, message: list[Job] | None) -> None:
        with suppress(ConnectionError):  # it is found dead when its answer is waited for
            slot.pipe.send(message)

    def _receive(self, slot: _Slot, told: bool) -> Iterator[Done]:
        try:
            answer: Done | Exception | str | None = slot.pipe.recv()
        except (EOFError, ConnectionError):
            slot.process.join()
            code = slot.process.exitcode
            how = f"signal {-code}" if code is not None and code < 0 else f"status {code}"
            if not slot.ready:  # another in its place would fare no better
                raise EngineError(f"the worker processes cannot be started ({how}); --resume goes on") from None
            yield self._replace(slot, f"the worker process ended ({how})", told)
            return
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, str):
            slot.ready = True
            slot.since = time.monotonic()
            return
        if answer is None:  # told to stop: what it had left is not begun
            slot.jobs.clear()
            return
        slot.jobs.popleft()
        slot.since = time.monotonic()
        yield answer

    def _is_late(self, slot: _Slot) -> bool:
        limit = self._setting.timeout
        return limit is not None and slot.ready and time.monotonic() - slot.since > limit + GRACE

    def _replace(self, slot: _Slot, reason: str, told: bool) -> Done:
        """A new worker in the place of one that is lost, and the failure of the job that it was at."""
        lost = slot.jobs.popleft()
        slot.pipe.close()
        slot.process.join()
        if slot.jobs and not told:
            self._returned.append(list(slot.jobs))
        self._slots[self._slots.index(slot)] = self._start()
        return given_up(lost, reason)


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """A block that starts processes which Ctrl-C does not end, though it reaches all processes of a terminal.

    What is ignored stays ignored in a new process from its first moment.
    """
    if threading.current_thread() is not threading.main_thread():  # which alone may say what is to be done of signals
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class Alone:
    """Does the jobs in this process, where their output can be in no other; see `engine.Engine`."""

    def __init__(self, setting: Setting, words: Words) -> None:
        _learn(words)
        from minutesparse.batch.work import Worker

        self._worker = Worker(setting)

    def run(self, jobs: Iterator[Job], stopping: Callable[[], bool]) -> Iterator[Done]:
        """The results of all jobs."""
        return map(self._worker.do_one, takewhile(lambda job: not stopping(), jobs))

    def close(self) -> None:
        """Nothing was started."""


def _learn(words: Words) -> None:
    """Add words to the vocabulary, before what is made of it is loaded."""
    if words:
        from minutesparse.vocabulary.additions import add

        add(words)


def _serve(pipe: Connection, setting: Setting, words: Words) -> None:
    """A worker process: jobs come in by the pipe in lists, results go back one by one; ``None`` says stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _learn(words)
    from minutesparse.batch.work import Worker

    parent = multiprocessing.parent_process()
    try:
        worker = Worker(setting, parent.pid if parent is not None else None)
    except MinutesparseError as error:  # a package is missing on this machine
        with suppress(EOFError, ConnectionError):
            pipe.recv()
            pipe.send(OutputError(str(error)))
        return
    waiting: deque[Job] = deque()
    try:
        pipe.send("ready")
        while True:
            while not waiting or pipe.poll():
                message: list[Job] | None = pipe.recv()
                if message is None:
                    pipe.send(None)
                    return
                waiting.extend(message)
            try:
                pipe.send(worker.do_one(waiting.popleft()))
            except OutputError as error:
                pipe.send(error)
                return
    except (EOFError, ConnectionError):
        return  # the parent is gone, or wants no more
