"""What a worker of a cluster does: the jobs of a partition, by a process beside it, as the local engine has them.

A process apart, since a cluster may serve other runs with other words, time limits need a thread that takes signals,
and a text that ends a process shall not end the cluster's worker, which may be at others' work.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from minutesparse._version import __version__
from minutesparse.batch.engine import Words
from minutesparse.batch.job import Done, Job, OutputError, Setting
from minutesparse.batch.pool import Pool

IDLE = 60.0  # seconds after which the processes of a run that gives no more work are ended

_guard = threading.Lock()
_starting = threading.Lock()  # starting a process changes what all threads share
_waiting: dict[str, list[tuple[Pool, float]]] = {}  # by run, each with the time since when it waits for work
_stopped: set[str] = set()
_reaper: threading.Thread | None = None


def packed(setting: Setting, words: Words, jobs: Sequence[Job]) -> bytes:
    """A partition as it is sent: the cluster's scheduler and its logs see bytes."""
    return pickle.dumps((setting, dict(words), list(jobs)))


def do(run: str, partition: bytes) -> bytes:
    """Do the jobs of a partition of this run, but for those that are not begun when it is stopped.

    Gives what `unpacked` takes.
    """
    setting, words, jobs = pickle.loads(partition)
    if run in _stopped:
        return pickle.dumps([])
    pool = _borrowed(run, setting, words)
    try:
        done = list(pool.run(iter(jobs), lambda: run in _stopped))
    except OutputError as error:
        pool.close()
        return pickle.dumps(error)
    except BaseException:
        pool.close()
        raise
    _give_back(run, pool)
    return pickle.dumps(done)


def unpacked(answer: bytes) -> list[Done]:
    """The results in an answer. Raises ``OutputError`` where outputs cannot be written."""
    done: list[Done] | OutputError = pickle.loads(answer)
    if isinstance(done, OutputError):
        raise done
    return done


def stop(run: str) -> None:
    """Have no further job of this run begun here, and end the processes that wait for one."""
    with _guard:
        _stopped.add(run)
    _end_waiting(run)


def version() -> str:
    """The version that works here."""
    return __version__


def sees(path: str, content: bytes) -> bool:
    """True where the file is found here with this content."""
    try:
        return Path(path).read_bytes() == content
    except OSError:
        return False


def stamp(path: str) -> tuple[int, int] | None:
    """Size and time of a file, by which it is known for the same elsewhere; ``None`` where it is not found here."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a Path each costs time
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns


def _borrowed(run: str, setting: Setting, words: Words) -> Pool:
    with _guard:
        if waiting := _waiting.get(run):
            return waiting.pop()[0]
    with _starting:
        process = multiprocessing.current_process()
        if process.daemon:  # Dask's nannies start their workers so, and those may have no children
            process.daemon = False
        return Pool(1, setting, words)


def _give_back(run: str, pool: Pool) -> None:
    global _reaper
    with _guard:
        if run not in _stopped:
            _waiting.setdefault(run, []).append((pool, time.monotonic()))
            if _reaper is None:
                _reaper = threading.Thread(target=_reap, daemon=True)
                _reaper.start()
            return
    pool.close()


def _reap() -> None:
    """End the pools that have waited long, until none waits."""
    global _reaper
    while True:
        time.sleep(IDLE)
        with _guard:
            latest = time.monotonic() - IDLE
            old = [pool for pools in _waiting.values() for pool, since in pools if since < latest]
            for run, pools in list(_waiting.items()):
                _waiting[run] = [one for one in pools if one[1] >= latest]
                if not _waiting[run]:
                    del _waiting[run]
            none = not _waiting
            if none:
                _reaper = None
        for pool in old:
            pool.close()
        if none:
            return


def _end_waiting(run: str) -> None:
    with _guard:
        pools = _waiting.pop(run, [])
    for pool, _ in pools:
        pool.close()
