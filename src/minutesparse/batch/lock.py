"""One run at a time on one output folder: a lock that the operating system takes back when its owner dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minutesparse.errors import OptionError


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file ``path``. Raises ``OptionError`` where another process holds it."""
    with path.open("a+b") as stream:
        if not _take(stream.fileno()):
            raise OptionError(f"{path.parent.parent}: another run is writing there")
        yield


if os.name == "nt":  # pragma: no cover
    import msvcrt

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
