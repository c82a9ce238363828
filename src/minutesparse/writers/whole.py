"""Files that appear whole or not at all: written under a temporary name in their folder, and renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

TEMPORARY = ".minutesparse-"
"""What the names of files begin with that are being written; they end in ``.tmp``."""


def beside(path: Path) -> Path:
    """A name in the folder of ``path`` that no other run takes, for what is to become it."""
    return path.with_name(f"{TEMPORARY}{os.urandom(8).hex()}.tmp")


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A stream whose content becomes the file ``path`` when the block ends well; else what was there stays."""
    temporary = beside(path)
    try:
        with temporary.open("xb") as stream:
            yield stream
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
