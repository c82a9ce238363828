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

from minutesparse.errors import reason_of

ZIP = (".zip",)
TAR = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
ARCHIVES = (*ZIP, *TAR)

MOST_MEMBERS = 1_000_000
MOST_BYTES = 20_000_000_000  # of all members of one archive, unpacked
MOST_TIMES = 200  # text packs to a tenth or so; what packs to less than this is no text
SMALL = 1_000_000  # below this the ratio is not asked for: one line repeated packs to almost nothing

CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
DRIVE = re.compile(r"[A-Za-z]:")


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
        for member in reading(path, wanted, largest):
            if member.refused is None and member.name.casefold() in seen:
                member = Member(member.name, refused="a second member of this name")
            seen.add(member.name.casefold())
            yield member
    except (OSError, EOFError, zipfile.BadZipFile, tarfile.TarError, zlib.error, LZMAError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error).lower()
        raise Refused(f"the archive cannot be read: {reason or type(error).__name__.lower()}") from error


def fault(name: str) -> str | None:
    """What is wrong with a member's name, ``None`` where it stays below the folder that it would be unpacked to."""
    if not name or CONTROLS.search(name):
        return "a name with control characters"
    if name.startswith(("/", "\\")) or DRIVE.match(name):
        return "an absolute path"
    if "\\" in name:
        return "a backslash in its path"
    if any(part in ("..", ".", "") for part in name.split("/")):
        return "a path that leads elsewhere"
    return None


class _Budget:
    """What may still be read of an archive."""

    def __init__(self, packed: int) -> None:
        self.packed = packed
        self.count = 0
        self.bytes = 0

    def member(self) -> None:
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


def _zip_members(path: str, wanted: Callable[[str], bool], largest: int) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        budget = _Budget(os.path.getsize(path))  # noqa: PTH202
        for info in archive.infolist():
            budget.member()
            name = info.filename
            # a name is cut at a NUL character when it is read, which the original shows
            if info.is_dir() or not wanted(name):
                continue
            mode = info.external_attr >> 16
            if (what := fault(info.orig_filename)) is not None:
                yield Member(_shown(info.orig_filename), refused=what)
            elif mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
                yield Member(name, refused="a link or device")
            elif info.flag_bits & 1:
                yield Member(name, refused="encrypted")
            else:
                with archive.open(info) as stream:
                    yield _read(name, stream.read, largest, budget)


def _tar_members(path: str, wanted: Callable[[str], bool], largest: int) -> Iterator[Member]:
    with tarfile.open(path, mode="r|*") as archive:
        budget = _Budget(os.path.getsize(path))  # noqa: PTH202
        for info in archive:
            budget.member()
            name = info.name.removeprefix("./")
            if not info.isfile():
                # passed over without being read, but a link is said to be one
                if not info.isdir() and wanted(name):
                    yield Member(_shown(name), refused="a link or device")
                budget.read(info.size if info.isfile() else 0)
                continue
            if not wanted(name):
                budget.read(info.size)
            elif (what := fault(name)) is not None:
                yield Member(_shown(name), refused=what)
            else:
                stream = archive.extractfile(info)
                assert stream is not None  # it is a file
                yield _read(name, stream.read, largest, budget)


def _read(name: str, read: Callable[[int], bytes], largest: int, budget: _Budget) -> Member:
    """The member's bytes, where there are no more than ``largest``; what a header says of its size is not believed."""
    data = read(largest + 1)
    budget.read(len(data))
    if len(data) > largest:
        return Member(name, refused=f"larger than {largest} bytes")
    return Member(name, data)


def _shown(name: str) -> str:
    """A name that is refused, as it may be printed and recorded: no part of it is ever used as a path."""
    return CONTROLS.sub("\ufffd", name).replace("\\", "/").replace("..", "\u2025").strip("/") or "\ufffd"
