"""Jobs done by the workers of a Dask cluster (the extra ``dask``): processes of this machine, or of many.

A task is a partition, some inputs. Workers read inputs and write documents themselves, and return the records. What a
lost worker had is done by another; the documents come to the same bytes.
"""

from __future__ import annotations

import logging
import os
import queue
import secrets
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from minutesparse._version import __version__
from minutesparse.batch import partition
from minutesparse.batch.content import content
from minutesparse.batch.engine import EngineError, Words, chunks
from minutesparse.batch.inputs import Input
from minutesparse.batch.job import Done, Job, OutputError, Setting, given_up
from minutesparse.batch.manifest import FOLDER
from minutesparse.batch.pool import interrupts_ignored
from minutesparse.batch.urls import scheme_of
from minutesparse.errors import MinutesparseError, OptionError, reason_of
from minutesparse.safe_path import safe_path

MOST = 32  # inputs of a partition: some tenths of a second of work, to which a task adds some milliseconds
AHEAD = 2  # partitions that are given out for each thread of a worker, so that it need not wait
CONNECT = 10.0  # seconds within which the scheduler must answer
WORKERS = 60.0  # seconds within which there must be a worker
COUNTED = 5.0  # seconds after which workers are counted anew
TICK = 0.2  # seconds after which the wish to stop is looked at

# What workers and scheduler do for those who watch them; it took a fifth of the time.
QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "500ms",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.scheduler.work-stealing": False,
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
}

MISSING = "--engine dask needs the extra 'dask': pip install 'minutesparse[dask]'"


class Cluster:
    """The engine of a Dask cluster; see `engine.Engine`."""

    def __init__(self, setting: Setting, words: Words, count: int, scheduler: str | None) -> None:
        """Connect to the scheduler at that address, or start ``count`` workers on this machine.

        Raises ``OptionError`` where Dask is missing, no such scheduler answers, or its workers cannot do the run.
        """
        distributed = distributed_package()
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is lost is told as failures of inputs
        local = scheme_of(setting.output) is None
        self._setting = replace(setting, output=str(Path(setting.output).absolute())) if local else setting
        self._words = words
        self._run = secrets.token_hex(8)
        self._shared: dict[str, bool] | None = None if scheduler is None else {}
        self._hand: dict[str, tuple[Any, Sequence[Job]]] = {}
        self._again: deque[Sequence[Job]] = deque()
        self._answers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._given = 0
        self._threads = (0, -COUNTED)
        with ExitStack() as started:
            cluster: Any = scheduler
            if scheduler is None:
                started.enter_context(safe_path())  # as long as a worker may be started in the place of a lost one
                with interrupts_ignored():
                    cluster = _local_cluster(distributed, count)
                started.callback(_ended, cluster)
            self._client = _client(distributed, cluster)
            started.callback(_ended, self._client)
            self._examine(scheduler or "the local cluster")
            self._started = started.pop_all()

    def run(self, jobs: Iterator[Job], stopping: Callable[[], bool]) -> Iterator[Done]:
        """The results of all jobs, in the order in which they are done."""
        waiting = chunks(map(self._sent, jobs), MOST)
        told = False
        while True:
            if stopping() and not told:
                told = True
                self._again.clear()
                self._everywhere(partition.stop, self._run)
            if not told:
                self._feed(waiting)
            if not self._hand or (told and not self._worker_threads()):
                return
            try:
                future = self._answers.get(timeout=TICK)
            except queue.Empty:
                if self._client.status not in ("running", "connecting"):
                    raise EngineError("the connection to the scheduler was lost; --resume goes on") from None
                continue
            yield from self._taken(future, told)

    def close(self) -> None:
        """End what workers are at, and the local cluster."""
        with suppress(Exception):
            self._everywhere(partition.stop, self._run)
        self._started.close()

    def _feed(self, waiting: Iterator[Sequence[Job]]) -> None:
        most = AHEAD * max(1, self._worker_threads())
        while len(self._hand) < most:
            chunk = self._again.popleft() if self._again else next(waiting, None)
            if chunk is None:
                return
            self._given += 1
            key = f"minutesparse-{self._run}-{self._given}"
            packed = partition.packed(self._setting, self._words, chunk)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # that members of an archive are large
                future = self._client.submit(partition.do, self._run, packed, key=key, pure=False)
            self._hand[key] = future, chunk
            future.add_done_callback(self._answers.put)

    def _taken(self, future: Any, told: bool) -> Iterator[Done]:
        """The results of a partition that was done, or was lost with several workers."""
        _, chunk = self._hand.pop(future.key)
        if future.status == "finished":
            try:
                answer = future.result()
            except Exception as lost:
                raise EngineError(f"the workers' answer was lost ({type(lost).__name__}); --resume goes on") from lost
            yield from partition.unpacked(answer)
            return
        error = future.exception() if future.status == "error" else None
        if type(error).__name__ != "KilledWorker":
            what = "was stopped" if error is None else f"failed ({type(error).__name__})"
            raise EngineError(f"the cluster's work {what}; --resume goes on") from error
        if len(chunk) > 1:
            # by itself none of them costs the others
            if not told:
                self._again.extend([job] for job in chunk)
            return
        (job,) = chunk
        yield given_up(job, "each of the workers that took it was lost")

    def _worker_threads(self) -> int:
        """How many threads the cluster's workers have, as of some seconds ago."""
        threads, counted = self._threads
        now = time.monotonic()
        if now - counted >= COUNTED:
            with suppress(Exception):  # it is found lost when an answer is waited for
                threads = sum(self._client.nthreads().values())
            self._threads = threads, now
        return threads

    def _everywhere(self, function: Callable[..., Any], *arguments: object) -> list[Any]:
        """What a function gives on each worker."""
        return list(self._client.run(function, *arguments).values())

    def _examine(self, called: str) -> None:
        """See that there are workers, that they are of this version, and that they reach the output."""
        try:
            self._client.wait_for_workers(1, timeout=WORKERS)
            versions = set(self._everywhere(partition.version))
        except TimeoutError as error:
            raise OptionError(f"{called}: no worker came within {WORKERS:g} seconds") from error
        except Exception as error:
            message = f"{called}: its workers cannot run minutesparse {__version__} ({type(error).__name__})"
            raise OptionError(message) from error
        if versions != {__version__}:
            others = ", ".join(sorted(versions - {__version__}))
            raise OptionError(f"{called}: its workers have minutesparse {others}, this is {__version__}")
        if self._shared is None or scheme_of(self._setting.output):
            return
        probe = Path(self._setting.output) / FOLDER / f"probe-{self._run}"
        content = secrets.token_bytes(16)
        probe.parent.mkdir(parents=True, exist_ok=True)
        try:
            probe.write_bytes(content)
            reached = all(self._everywhere(partition.sees, str(probe), content))
        except OSError as error:
            raise OutputError(f"{probe}: {reason_of(error)}") from error
        finally:
            probe.unlink(missing_ok=True)
        if not reached:
            where = f"its workers do not see {self._setting.output}"
            raise OptionError(f"{called}: {where}; choose a folder that all share, or an s3:// URL")

    def _sent(self, job: Job) -> Job:
        """A job as a worker can do it: where it cannot reach the file, with the bytes."""
        one = job.input
        if one.data is not None or one.refused is not None or scheme_of(one.path):
            return job
        path = os.path.abspath(one.path)  # noqa: PTH100 - of a hundred thousand paths, a Path each costs more
        if self._shared is None or self._is_shared(path):
            return replace(job, input=replace(one, path=path))
        return replace(job, input=_with_bytes(one, self._setting.largest))

    def _is_shared(self, path: str) -> bool:
        """True where the workers see the folder of a file as it is here; one file of each folder is looked at."""
        assert self._shared is not None
        folder = os.path.dirname(path)  # noqa: PTH120
        known = self._shared.get(folder)
        if known is None:
            own = partition.stamp(path)
            known = own is not None and all(other == own for other in self._everywhere(partition.stamp, path))
            self._shared[folder] = known
        return known


def distributed_package() -> Any:
    """Dask's package ``distributed``. Raises ``OptionError`` where it is missing."""
    try:
        import distributed
    except ImportError as error:
        raise OptionError(MISSING) from error
    return distributed


def _local_cluster(distributed: Any, count: int) -> Any:
    """Worker processes of this machine; who does not have the keys made for this run can give them no work."""
    import dask

    try:
        with dask.config.set(QUIET), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return distributed.LocalCluster(
                n_workers=count,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                protocol="tls://",
                security=True,
                dashboard_address="127.0.0.1:0",
                scheduler_kwargs={"dashboard": False},
                memory_limit=0,
                silence_logs=logging.CRITICAL,
            )
    except ImportError as error:  # of what makes the keys
        raise OptionError(MISSING) from error


def _client(distributed: Any, scheduler: Any) -> Any:
    try:
        return distributed.Client(scheduler, timeout=CONNECT, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:  # TimeoutError is an OSError; an address may be none
        raise OptionError(f"{scheduler}: no scheduler answers there") from error


def _ended(started: Any) -> None:
    """End a cluster or a client of one; what it says of that is of no use to anybody."""
    with suppress(Exception):
        started.close(timeout=CONNECT)


def _with_bytes(one: Input, largest: int) -> Input:
    """An input with what its file holds, or why it cannot be read."""
    try:
        return replace(one, data=content(one, largest))
    except OSError as error:
        return replace(one, refused=reason_of(error))
    except MinutesparseError as error:
        return replace(one, refused=str(error))
