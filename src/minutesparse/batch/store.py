"""Where a run writes its outputs and keeps its manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from typing import BinaryIO, Protocol

from minutesparse.batch.manifest import Record
from minutesparse.batch.urls import scheme_of


class Recorder(Protocol):
    """Takes the records of a run into the manifest."""

    def write(self, record: Record) -> None:
        """Add one record."""

    def close(self) -> None:
        """See that all that was added is kept."""


class Store(Protocol):
    """A place for outputs, whose names are paths below it with ``/``. What fails raises ``OSError``.

    ``shown`` is what messages call the place.
    """

    shown: str

    def read(self, name: str) -> bytes:
        """The bytes of an output."""

    def write(self, name: str, data: bytes) -> None:
        """Write an output, whole or not at all."""

    def remove(self, name: str) -> bool:
        """Remove an output, and say whether there was one."""

    def writing(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A stream whose content becomes the output when the block ends well; else what was there stays."""

    def held(self) -> AbstractContextManager[None]:
        """Hold the place for one run; it is made if need be. Raises ``OptionError`` where another run holds it."""

    def records(self) -> Mapping[str, Record]:
        """The last record of each input in the manifest, by its name. The place must be held."""

    def recorder(self) -> Recorder:
        """What adds to the manifest. The place must be held."""

    def forget(self) -> None:
        """Empty the manifest. The place must be held."""

    def sweep(self) -> None:
        """Remove what runs that were killed left half written. The place must be held."""


def store_at(place: str) -> Store:
    """The store at a path or URL. Raises ``OptionError`` where none can be, or a package is missing."""
    if scheme_of(place) is not None:
        from minutesparse.batch.bucket import Bucket

        return Bucket(place)
    from minutesparse.batch.folder import Folder

    return Folder(place)


def below(place: str, parts: Sequence[str]) -> str:
    """The place that is called so below another."""
    return "/".join((place.rstrip("/"), *parts))
