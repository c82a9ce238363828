"""Members of ZIP and tar archives, read one by one and never unpacked; what is meant to do harm is refused.

Bounds stand against bombs: how many members, how much they hold together, and how many times more than the archive.
"""

from __future__ import annotations

import os
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from lzma import LZMAError
from typing import IO, BinaryIO, Self, cast

from minutesparse.batch.urls import scheme_of
from minutesparse.errors import reason_of

ZIP = (".zip",)
TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
ARCHIVES = (*ZIP, *TAR)

MOST_MEMBERS = 1_000_000
MOST_BYTES = 20_000_000_000  # of all members of one archive, unpacked
MOST_TIMES = 200  # text packs to a tenth or so; what packs to less than this is no text
SMALL = 1_000_000  # below this the ratio is not asked for: one line repeated packs to almost nothing
LONGEST_NAME = 2_000  # characters; systems take paths of some thousand bytes
LONGEST_HEADER = 1_000_000  # bytes of a header of tar that holds a long name or attributes; it is read at once

CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
DRIVE = re.compile(r"[A-Za-z]:")
# What Windows takes for a device or a stream of another file, and the ends of names that it drops.
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
WINDOWS = re.compile(
    r"""
    (?: con | prn | aux | nul | com[0-9¹²³] | lpt[0-9¹²³] ) (?: \. | \Z )
    | [^<>:"|?*]*+ [<>:"|?*]
    | .* [.\ ] \Z
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
# Hidden, as what macOS and git add to archives is; "." and ".." hide nothing.
HIDDEN = re.compile(r"(?:\A|/)\.(?!\.?(?:/|\Z))")

# What the readers of archives raise where one is damaged, or packed in a way that they do not know.
BROKEN = (
    OSError, EOFError, zipfile.BadZipFile, tarfile.TarError, zlib.error, LZMAError, ValueError, NotImplementedError
)  # fmt: skip


class Refused(Exception):  # noqa: N818 - it says what was done
    """Why an archive, or the rest of it, is not read; one line."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member that is wanted: its name within the archive, and its bytes, or why it is refused."""

    name: str
    data: bytes | None = None
    refused: str | None = None


def members(path: str, wanted: Callable[[str], bool], largest: int) -> Iterator[Member]:
    """The wanted members of an archive, in its order. Folders are passed over; archives in archives are not opened.

    Raises ``Refused`` where the archive cannot be read, or goes beyond what an archive of texts may hold.
    """
    reading = _zip_members if path.lower().endswith(ZIP) else _tar_members
    seen: set[str] = set()
    try:
        with _opened(path) as stream:
            size = stream.seek(0, os.SEEK_END)
            stream.seek(0)
            for member in reading(stream, size, wanted, largest):
                if member.refused is None and member.name.casefold() in seen:
                    member = Member(member.name, refused="a second member of this name")
                seen.add(member.name.casefold())
                yield member
    except BROKEN as error:
        raise Refused(f"the archive cannot be read: {_reason(error)}") from error


def fault(name: str, windows: bool = os.name == "nt") -> str | None:
    """What is wrong with a member's name, ``None`` where it stays below the folder that it would be unpacked to.

    ``windows`` says whether names must be files on Windows too.
    """
    if not name or CONTROLS.search(name):
        return "a name with control characters"
    if len(name) > LONGEST_NAME:
        return f"a name of more than {LONGEST_NAME} characters"
    if name.startswith(("/", "\\")) or DRIVE.match(name):
        return "an absolute path"
    if "\\" in name:
        return "a backslash in its path"
    if any(part in ("..", ".", "") for part in name.split("/")):
        return "a path that leads elsewhere"
    if windows and any(WINDOWS.match(part) for part in name.split("/")):
        return "no name of a file on Windows"
    return None


def _reason(error: Exception) -> str:
    reason = reason_of(error) if isinstance(error, OSError) else str(error).lower()
    return reason or type(error).__name__.lower()


class _Budget:
    """What may still be read of an archive that holds ``packed`` bytes."""

    def __init__(self, packed: int) -> None:
        self.packed = packed
        self.count = 0
        self.bytes = 0

    def member(self) -> None:
        """Take a further member into account."""
        self.count += 1
        if self.count > MOST_MEMBERS:
            raise Refused(f"more than {MOST_MEMBERS} members")

    def read(self, size: int) -> None:
        """Take ``size`` unpacked bytes into account."""
        self.bytes += size
        if self.bytes > MOST_BYTES:
            raise Refused(f"more than {MOST_BYTES} bytes when unpacked")
        if self.bytes > max(SMALL, MOST_TIMES * self.packed):
            raise Refused(f"more than {MOST_TIMES} times its size when unpacked")


def _opened(path: str) -> BinaryIO:
    if scheme_of(path) is not None:
        from minutesparse.batch.remote import reading

        return reading(path)
    return open(path, "rb")  # noqa: PTH123 - the caller closes it


def _zip_members(stream: BinaryIO, size: int, wanted: Callable[[str], bool], largest: int) -> Iterator[Member]:
    with zipfile.ZipFile(stream) as archive:
        budget = _Budget(size)
        for info in archive.infolist():
            budget.member()
            name = info.filename
            # a name is cut at a NUL character when it is read, which the original shows
            if info.is_dir() or not wanted(name):
                continue
            mode = info.external_attr >> 16
            if (what := fault(info.orig_filename)) is None and HIDDEN.search(name):
                continue
            if what is not None:
                yield Member(shown_name(info.orig_filename), refused=what)
            elif mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
                yield Member(name, refused="a link or device")
            elif info.flag_bits & 1:
                yield Member(name, refused="encrypted")
            else:
                try:
                    with archive.open(info) as content:
                        member = _read(name, content, largest)
                except BROKEN as error:  # the members that follow can be found all the same
                    member = Member(name, refused=f"cannot be unpacked: {_reason(error)}")
                budget.read(len(member.data) if member.data is not None else min(info.file_size, largest))
                yield member


def _tar_members(stream: BinaryIO, size: int, wanted: Callable[[str], bool], largest: int) -> Iterator[Member]:
    budget = _Budget(size)
    with _unpacked(stream) as unpacked:
        # Read as a stream, all that is unpacked passes the budget: headers, and members that nobody wants.
        counted = cast("BinaryIO", _Counted(unpacked, budget))
        with tarfile.open(fileobj=counted, mode="r|", tarinfo=_Header) as archive:
            for info in archive:
                budget.member()
                archive.members = []  # type: ignore[attr-defined]  # of a long archive it would keep each header
                name = info.name.removeprefix("./")
                if info.isdir() or not wanted(name):
                    continue
                if (what := fault(name)) is None and HIDDEN.search(name):
                    continue
                if not info.isfile():
                    yield Member(shown_name(name), refused="a link or device")
                elif what is not None:
                    yield Member(shown_name(name), refused=what)
                elif info.issparse():
                    yield Member(name, refused="a file with holes")
                else:
                    content = archive.extractfile(info)
                    assert content is not None  # it is a file
                    yield _read(name, content, largest)


class _Header(tarfile.TarInfo):
    """A header of a member; one with a long name or attributes is refused where it is no such thing by its size."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """The header in a block of the archive."""
        header = super().frombuf(buf, encoding, errors)
        if header.type in _LONG and header.size > LONGEST_HEADER:
            raise Refused(f"a header of more than {LONGEST_HEADER} bytes")
        return header


_LONG = (
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE
)  # fmt: skip


class _Counted:
    """A stream of which each byte that is read is taken into account."""

    def __init__(self, stream: BinaryIO, budget: _Budget) -> None:
        self._stream = stream
        self._budget = budget

    def read(self, size: int) -> bytes:
        """The next ``size`` bytes, or what is left."""
        data = self._stream.read(size)
        self._budget.read(len(data))
        return data


def _unpacked(stream: BinaryIO) -> BinaryIO:
    """The stream that a tar archive unpacks to; how it is packed is seen by how it begins, whatever its name."""
    magic = stream.read(6)
    stream.seek(0)
    if magic.startswith(b"\x1f\x8b"):
        import gzip

        return cast("BinaryIO", gzip.open(stream))
    if magic.startswith(b"BZh"):
        import bz2

        return cast("BinaryIO", bz2.open(stream))
    if magic.startswith((b"\xfd7zXZ", b"\x5d\x00\x00")):
        import lzma

        return cast("BinaryIO", lzma.open(stream))
    return stream


def _read(name: str, stream: IO[bytes], largest: int) -> Member:
    """The member's bytes, where there are no more than ``largest``; what a header says of its size is not believed."""
    data = stream.read(largest + 1)
    if len(data) > largest:
        return Member(name, refused=f"larger than {largest} bytes")
    return Member(name, data)


def shown_name(name: str) -> str:
    """A name that is refused, as it may be printed and recorded: no part of it is ever used as a path."""
    return CONTROLS.sub("\ufffd", name[:200]).replace("\\", "/").replace("..", "\u2025").strip("/") or "\ufffd"
