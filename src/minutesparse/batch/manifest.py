"""What is done: a file of JSON Lines beside the outputs, appended to and never changed, each line with its checksum.

A run that was killed leaves at most one torn line at the end; it is left out when read, and a line end is put behind it
before more is written.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal

FOLDER = ".minutesparse"
FILE = "manifest.jsonl"

Status = Literal["done", "failed"]


@dataclass(frozen=True, slots=True)
class Record:
    """What came of one input.

    ``input`` is the digest of its bytes and of the corrections beside it, ``options`` that of all that decides on the
    output beside them, ``outputs`` those of the output files, in order; they are ``None`` and empty where the input
    failed, for the ``reason`` given.
    """

    name: str
    status: Status
    input: str | None
    options: str
    version: str
    outputs: tuple[str, ...]
    size: int
    seconds: float
    reason: str | None = None


def line_of(record: Record) -> bytes:
    """A record as a line of the manifest."""
    body = json.dumps(asdict(record), ensure_ascii=True, separators=(",", ":"))
    return f'{body[:-1]},"check":"{zlib.crc32(body.encode()):08x}"}}\n'.encode()


def record_of(line: bytes) -> Record | None:
    """The record in a line, ``None`` where the line is torn or was changed."""
    body, mark, check = line.rstrip(b"\n").rpartition(b',"check":"')
    body += b"}"
    if not mark or not line.endswith(b"\n") or check != f'{zlib.crc32(body):08x}"}}'.encode():
        return None
    try:
        fields: dict[str, Any] = json.loads(body)
        return Record(**{**fields, "outputs": tuple(fields["outputs"])})
    except (ValueError, TypeError, KeyError):
        return None


def read(path: Path) -> dict[str, Record]:
    """The last record of each input by its name; nothing where there is no manifest."""
    try:
        with path.open("rb") as stream:
            return {record.name: record for record in records_of(stream)}
    except FileNotFoundError:
        return {}


def records_of(stream: BinaryIO) -> Iterator[Record]:
    """The records in a manifest, without lines that are torn or were changed."""
    for line in stream:
        record = record_of(line)
        if record is not None:
            yield record


class Writer:
    """Appends records; each is with the operating system when `write` returns, so that a kill loses none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stream = path.open("a+b", buffering=0)
        if self._stream.seek(0, os.SEEK_END):
            self._stream.seek(-1, os.SEEK_END)
            if self._stream.read(1) != b"\n":
                self._stream.write(b"\n")

    def write(self, record: Record) -> None:
        """Append one record. Raises ``OSError`` where the disk is full."""
        left = memoryview(line_of(record))
        try:
            while left:  # of a disk that is nearly full, a part may be taken; what is left then fails
                left = left[self._stream.write(left) :]
        except OSError as error:  # which tells of no name
            raise OSError(error.errno, error.strerror, str(self._path)) from error

    def close(self) -> None:
        """Close the file."""
        self._stream.close()
