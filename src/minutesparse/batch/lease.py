"""One run at a time on a bucket: a lock made of objects that are created only where there is none.

Each run has a number, one more than the last, and holds the object of that number. As long as it runs it writes it anew
every few seconds; who finds that it no longer changes takes the next number. Of two who do, one creates it. No clock
but one's own is looked at, and a run that is killed holds nothing for longer than half a minute.
"""

from __future__ import annotations

import errno
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from minutesparse.batch.remote import RemoteError, code_of, told
from minutesparse.errors import OptionError

RENEW = 8.0  # seconds after which a run says that it still runs
PATIENCE = 30.0  # seconds without that, after which it is taken for dead
POLL = 1.0  # seconds after which a lock is looked at again

RELEASED = b"released\n"

# What S3 calls it that there is an object already, or that somebody is creating it.
_EXISTS = frozenset({"PreconditionFailed", "ConditionalRequestConflict", "412", "409"})


class Lease:
    """What a run holds: its ``number``, and whether another has taken it for dead."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.lost = False


@contextmanager
def leased(system: Any, folder: str, shown: str) -> Iterator[Lease]:
    """Hold the locks in a folder of a bucket.

    Raises ``OptionError`` where another run does, or there can be no lock, and ``RemoteError``.
    """
    with told(shown):
        names = _locks(system, folder)
        if names and _is_held(system, f"{folder}/{names[-1]}"):
            raise OptionError(f"{shown}: another run is writing there")
        number = int(names[-1].rpartition("-")[2]) + 1 if names else 1
        path = f"{folder}/lock-{number:08}"
        if not _create(system, path, shown):
            raise OptionError(f"{shown}: another run is writing there")
        if _create(system, path, shown):
            system.rm_file(path)
            what = "the store creates objects also where there is one, so that no run can be alone"
            raise OptionError(f"{shown}: {what}; write to a folder or another store")
        for name in names:
            system.rm_file(f"{folder}/{name}")
    lease = Lease(number)
    ended = threading.Event()
    renewing = threading.Thread(target=_renew, args=(system, folder, path, lease, ended), daemon=True)
    renewing.start()
    try:
        yield lease
    finally:
        ended.set()
        renewing.join()
        if not lease.lost:
            with suppress(Exception):  # it is taken for dead soon
                system.pipe_file(path, RELEASED)


def _renew(system: Any, folder: str, path: str, lease: Lease, ended: threading.Event) -> None:
    count = 0
    while not ended.wait(RENEW):
        count += 1
        with suppress(Exception):  # the next time, perhaps
            if _locks(system, folder)[-1:] != [path.rpartition("/")[2]]:
                lease.lost = True
                return
            system.pipe_file(path, _owner(count))


def _locks(system: Any, folder: str) -> list[str]:
    """The names of the locks, the one that counts last."""
    try:
        found = system.ls(folder, detail=False)
    except FileNotFoundError:
        return []
    return sorted(name for path in found if (name := path.rpartition("/")[2]).startswith("lock-"))


def _is_held(system: Any, path: str) -> bool:
    """True where the lock's owner is seen to live; that takes until it says so."""
    first = system.cat_file(path)
    began = time.monotonic()
    while first != RELEASED and time.monotonic() - began < PATIENCE:
        time.sleep(POLL)
        if system.cat_file(path) not in (first, RELEASED):
            return True
    return False


def _create(system: Any, path: str, shown: str) -> bool:
    """Create an object, ``False`` where there is one."""
    try:
        system.pipe_file(path, _owner(0), mode="create")
    except FileExistsError:
        return False
    except FileNotFoundError:
        raise RemoteError(errno.EIO, "no such bucket", shown) from None
    except OSError as error:
        if code_of(error) in _EXISTS:
            return False
        raise
    return True


def _owner(count: int) -> bytes:
    """Who holds a lock, for a person who looks, and a number that changes."""
    return f"{socket.gethostname()} {os.getpid()} {count}\n".encode()
