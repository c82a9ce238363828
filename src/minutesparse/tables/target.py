"""Where tables are written: a file or folder that appears whole, in the place of what `tables` wrote before."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minutesparse.errors import OptionError

_SUFFIX = ".tables.tmp"


@contextmanager
def becoming(target: Path) -> Iterator[Path]:
    """A path beside ``target`` for the block to make; where the block ends well it becomes ``target``.

    Whatever stands there is replaced: whether it may be is for the caller to find out before. The folder above is made.
    """
    target = Path(os.path.realpath(target))  # a link is kept, what it points to is replaced
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.urandom(8).hex()}{_SUFFIX}")
    try:
        yield beside
        _flush(beside)
        if target.is_dir():  # a folder cannot be renamed over one that is not empty
            old = target.with_name(f".{target.name}.{os.urandom(8).hex()}{_SUFFIX}")
            target.rename(old)
            try:
                beside.rename(target)
            except OSError:
                old.rename(target)
                raise
            shutil.rmtree(old, ignore_errors=True)
        else:
            beside.replace(target)
    finally:
        _remove(beside)


def sweep(target: Path) -> None:
    """Remove what runs for ``target`` that were killed left half written. No other run may be under way."""
    target = Path(os.path.realpath(target))
    if not target.parent.is_dir():
        return
    for path in target.parent.iterdir():
        if path.name.startswith(f".{target.name}.") and path.name.endswith(_SUFFIX):
            _remove(path)


def refuse_foreign_folder(target: Path, names: frozenset[str]) -> None:
    """Raise ``OptionError`` where ``target`` is there and holds other things than files of these ``names``."""
    if not target.exists():
        return
    if not target.is_dir():
        raise OptionError(f"{target}: not a folder; choose another name")
    for path in sorted(target.iterdir()):
        if path.name not in names:
            raise OptionError(f"{target}: holds {path.name}, which is no table; choose an empty or another folder")


def _flush(path: Path) -> None:
    """See that files are on the disk before they get their name."""
    for file in sorted(path.iterdir()) if path.is_dir() else [path]:
        with file.open("rb") as stream:
            os.fsync(stream.fileno())


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    for name in (path, *(path.with_name(path.name + ending) for ending in ("-journal", "-wal", "-shm"))):
        if not name.is_dir():
            name.unlink(missing_ok=True)
