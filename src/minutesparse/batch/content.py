"""The bytes of an input, wherever it is."""

from __future__ import annotations

import os
import stat

from minutesparse.batch.inputs import Input
from minutesparse.batch.urls import scheme_of
from minutesparse.errors import MinutesparseError


def content(one: Input, largest: int) -> bytes:
    """What an input holds.

    Raises ``MinutesparseError`` where it is refused, is no file, or holds more than ``largest`` bytes, and ``OSError``
    where it cannot be read.
    """
    if one.refused is not None:
        raise MinutesparseError(one.refused)
    if one.data is not None:
        data: bytes | None = one.data
    elif scheme_of(one.path) is not None:
        from minutesparse.batch.remote import read

        data = read(one.path, largest + 1)
    else:
        with open(one.path, "rb", buffering=0, opener=_opened) as stream:
            about = os.fstat(stream.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise MinutesparseError("not a file but a pipe or device")
            data = stream.read() if about.st_size <= largest else None
    if data is None or len(data) > largest:
        raise MinutesparseError(f"larger than {largest} bytes")
    return data


def _opened(path: str, flags: int) -> int:
    """Open a file; a pipe that nobody writes into is not waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
