"""Where output goes: standard output in UTF-8, or files that are replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from minutesparse.paths import leads_out
from minutesparse.writers.whole import beside


def to_terminal() -> bool:
    """True where standard output is a terminal."""
    return sys.stdout.isatty()


def in_colour(no_color: bool) -> bool:
    """True where a terminal is written to that may be coloured (https://no-color.org)."""
    return to_terminal() and not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def screened(text: str) -> str:
    """``text`` for standard output: as it is, but for a terminal without control characters."""
    from minutesparse.writers.characters import harmless

    return harmless(text) if to_terminal() else text


def print_text(text: str) -> None:
    """Write ``text`` to standard output, in UTF-8 whatever the locale, with a line end after it."""
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.buffer.flush()


def print_data(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


@contextmanager
def replacing(path: Path, within: Path | None = None) -> Iterator[BinaryIO]:
    """A stream whose content becomes the file ``path`` when the block ends well.

    It is written beside ``path`` and moved over it, so that a reader never sees half a file, and a failure leaves what
    was there. Where nothing is written, nothing is replaced. A device or pipe is written to directly. A link is
    followed, but not to somewhere else than the folder ``within``, where the name is not the user's own choice.
    """
    try:
        if within is not None and leads_out(path, within):
            raise OSError(errno.ELOOP, "a link that leads out of the folder")
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as stream:
                yield stream
            return
        path = Path(os.path.realpath(path))  # a link is kept, what it points to is replaced
        temporary = beside(path)
        # Opened so, and not by tempfile, the file gets the mode that the user's umask gives.
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            with open(descriptor, "wb") as stream:  # noqa: PTH123 - a descriptor
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
                written = stream.tell() > 0
            if written:
                temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error
