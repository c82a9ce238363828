"""Outputs in a folder of the local file system; the manifest is a file that is appended to."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import BinaryIO

from minutesparse.batch.lock import locked
from minutesparse.batch.manifest import FILE, FOLDER, Record, Writer, read
from minutesparse.errors import OptionError
from minutesparse.paths import leads_out
from minutesparse.writers.whole import TEMPORARY, whole


class Folder:
    """The store of a folder; see `store.Store`."""

    def __init__(self, path: str) -> None:
        self.shown = path
        self._path = Path(path)
        self._manifest = self._path / FOLDER / FILE
        self._made: set[Path] = set()

    def read(self, name: str) -> bytes:
        """The bytes of an output."""
        return (self._path / name).read_bytes()

    def write(self, name: str, data: bytes) -> None:
        """Write an output, whole or not at all."""
        with self.writing(name) as stream:
            stream.write(data)

    def remove(self, name: str) -> bool:
        """Remove an output, and say whether there was one."""
        path = self._path / name
        if not path.is_file() or leads_out(path.parent, self._path):
            return False
        path.unlink()
        return True

    def writing(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A stream whose content becomes the output when the block ends well."""
        path = self._path / name
        if path.parent not in self._made:
            if leads_out(path.parent, self._path):
                raise OSError(errno.ELOOP, "a link there leads out of the output folder", str(path))
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        return whole(path)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder by a lock that the system takes back when its owner dies."""
        lock = self._manifest.parent / "lock"
        for path in (lock, self._manifest):
            if leads_out(path, self._path):
                raise OptionError(f"{path}: a link there leads out of the output folder")
        self._manifest.parent.mkdir(parents=True, exist_ok=True)
        with locked(lock):
            yield

    def records(self) -> Mapping[str, Record]:
        """The last record of each input, by its name."""
        return read(self._manifest)

    def recorder(self) -> Writer:
        """What adds to the manifest."""
        return Writer(self._manifest)

    def forget(self) -> None:
        """Empty the manifest."""
        self._manifest.unlink(missing_ok=True)

    def sweep(self) -> None:
        """Remove what a run that was killed left half written."""
        for path in self._path.rglob(f"{TEMPORARY}*.tmp"):
            path.unlink(missing_ok=True)
