"""Outputs as objects of a bucket, each put at once; the manifest is an object for each thousand records or so."""

from __future__ import annotations

import errno
import io
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, cast

from minutesparse.batch.lease import Lease, leased
from minutesparse.batch.manifest import FOLDER, Record, line_of, records_of
from minutesparse.batch.remote import RemoteError, opened, told
from minutesparse.batch.urls import check_writable, shown

MANIFEST = "manifest"
MOST = 1_000  # records of an object
LONGEST = 10.0  # seconds that a record waits for its object
AT_ONCE = 32  # objects of the manifest that are read at a time


class Bucket:
    """The store of a URL; see `store.Store`."""

    def __init__(self, url: str) -> None:
        """Raises ``OptionError`` where it takes no outputs, or a package is missing."""
        check_writable(url)
        self.shown = shown(url)
        self._system, self._root = opened(url)
        self._state = f"{self._root}/{FOLDER}"
        self._lease: Lease | None = None

    def read(self, name: str) -> bytes:
        """The bytes of an output."""
        with told(f"{self.shown}/{name}"):
            return cast("bytes", self._system.cat_file(f"{self._root}/{name}"))

    def write(self, name: str, data: bytes) -> None:
        """Put an output."""
        with self._writing(name):
            self._system.pipe_file(f"{self._root}/{name}", data)

    def remove(self, name: str) -> bool:
        """Remove an output, and say whether there was one."""
        path = f"{self._root}/{name}"
        with told(f"{self.shown}/{name}"):
            if not self._system.isfile(path):
                return False
            self._system.rm_file(path)
        return True

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """A stream whose content becomes the output when the block ends well; until then it is on this machine."""
        with TemporaryDirectory(prefix="minutesparse-") as folder:
            path = Path(folder) / "output"
            with path.open("wb") as stream:
                yield stream
            with self._writing(name):
                self._system.put_file(str(path), f"{self._root}/{name}")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the bucket by a lock that is given up for dead when its owner is."""
        with leased(self._system, self._state, self.shown) as self._lease:
            yield

    def records(self) -> Mapping[str, Record]:
        """The last record of each input, by its name."""
        found: dict[str, Record] = {}
        with told(self.shown):
            parts = self._parts()
            for first in range(0, len(parts), AT_ONCE):
                data = self._system.cat(parts[first : first + AT_ONCE])
                for path in sorted(data):
                    found |= {record.name: record for record in records_of(io.BytesIO(data[path]))}
        return found

    def recorder(self) -> ObjectWriter:
        """What adds to the manifest."""
        lease = self._lease
        assert lease is not None

        def put(number: int, data: bytes) -> None:
            if lease.lost:
                reason = "another run has taken this one for dead; --resume goes on"
                raise RemoteError(errno.EIO, reason, self.shown)
            # in the order of the runs, and of a run's objects
            self.write(f"{FOLDER}/{MANIFEST}/{lease.number:08}-{number:08}.jsonl", data)

        return ObjectWriter(put)

    def forget(self) -> None:
        """Empty the manifest."""
        with told(self.shown):
            for path in self._parts():
                self._system.rm_file(path)

    def sweep(self) -> None:
        """Nothing is left half written: an object appears when all of it is there."""

    def _parts(self) -> list[str]:
        try:
            return sorted(self._system.ls(f"{self._state}/{MANIFEST}", detail=False))
        except FileNotFoundError:
            return []

    @contextmanager
    def _writing(self, name: str) -> Iterator[None]:
        """What fails is a store that cannot be written to; only of a name that is too long is the next not like it."""
        try:
            with told(f"{self.shown}/{name}"):
                yield
        except RemoteError as error:
            if error.errno != errno.ENOENT:
                raise
            raise RemoteError(errno.EIO, "no such bucket", error.filename) from None


class ObjectWriter:
    """Gathers records to objects. A run that is killed does again what was not yet put."""

    def __init__(self, put: Callable[[int, bytes], None]) -> None:
        self._put = put
        self._lines: list[bytes] = []
        self._since = 0.0
        self._number = 0

    def write(self, record: Record) -> None:
        """Add one record."""
        if not self._lines:
            self._since = time.monotonic()
        self._lines.append(line_of(record))
        if len(self._lines) >= MOST or time.monotonic() - self._since >= LONGEST:
            self.close()

    def close(self) -> None:
        """Put what is gathered."""
        if self._lines:
            self._number += 1
            self._put(self._number, b"".join(self._lines))
            self._lines = []
