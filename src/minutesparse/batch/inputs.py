"""What a batch is to read: folders, files, lists of files, and the members of archives, each under one name.

A name is the path below the input's folder with ``/``, for a member of an archive the archive's name and the path
within it. Names decide what outputs are called, which shard an input belongs to, and what a manifest knows.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from minutesparse.batch.archives import ARCHIVES, Refused, members
from minutesparse.paths import fault_of, fits

GLOB = ("*.txt", "*.md")


@dataclass(frozen=True, slots=True)
class Input:
    """One text to read: a file, or bytes that an archive held. ``refused`` says why it is not to be read at all."""

    name: str
    path: str
    data: bytes | None = None
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files of a folder or archive are taken: names or paths that fit ``glob`` and none of ``exclude``."""

    glob: tuple[str, ...] = GLOB
    exclude: tuple[str, ...] = ()

    def takes(self, name: str) -> bool:
        """True for a path below the input that is to be read."""
        return fits(name, self.glob) and not fits(name, self.exclude)


def inputs(paths: Sequence[str], wanted: Wanted, largest: int) -> Iterator[Input]:
    """The inputs that ``paths`` mean, in the order of the paths and of the names in each folder.

    A file that is named itself is always taken. ``largest`` bounds what is read of a member of an archive, in bytes.
    """
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - of a hundred thousand paths, a Path each costs more than the question
            yield from _folder(path, wanted, largest)
        elif path.lower().endswith(ARCHIVES):
            yield from _archive(path, os.path.basename(path), wanted, largest)  # noqa: PTH119
        else:
            yield Input(_plain_name(path), path)


def names_from(stream: bytes, zeros: bool) -> list[str]:
    """The paths in a list of files, one a line, or each before a NUL character."""
    separator = b"\0" if zeros else b"\n"
    return [os.fsdecode(one if zeros else one.rstrip(b"\r")) for one in stream.split(separator) if one.strip()]


def in_shard(name: str, number: int, count: int) -> bool:
    """True where a name belongs to shard ``number`` (from 1) of ``count``: by its digest, so that none is in two."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest()
    return int.from_bytes(digest[:8], "big") % count == number - 1


def _folder(folder: str, wanted: Wanted, largest: int) -> Iterator[Input]:
    """What lies below a folder, sorted; hidden files and folders are left out, links to folders not followed.

    What is no file, and a link to one outside of the folder, is refused.
    """

    def unreadable(error: OSError) -> None:
        raise error

    for where, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        below = os.path.relpath(where, folder)
        prefix = "" if below == os.curdir else below.replace(os.sep, "/") + "/"
        for name in sorted(names):
            if name.startswith("."):
                continue
            inner = f"{prefix}{name}"
            archive = name.lower().endswith(ARCHIVES)
            if fits(inner, wanted.exclude) if archive else not wanted.takes(inner):
                continue
            path = os.path.join(where, name)  # noqa: PTH118
            if (fault := fault_of(path, folder)) is not None:
                yield Input(inner, path, refused=fault)
            elif archive:
                yield from _archive(path, inner, wanted, largest)
            else:
                yield Input(inner, path)


def _archive(path: str, name: str, wanted: Wanted, largest: int) -> Iterator[Input]:
    """The members of an archive; what is refused of it is an input that says so."""
    try:
        for member in members(path, wanted.takes, largest):
            yield Input(f"{name}/{member.name}", path, member.data, member.refused)
    except Refused as error:
        yield Input(name, path, refused=str(error))


def _plain_name(path: str) -> str:
    """The name of a file that was named itself: its path below the working folder, elsewhere its last part."""
    normal = os.path.normpath(path)
    if Path(normal).is_absolute() or Path(normal).parts[0] == os.pardir:
        return Path(normal).name
    return normal.replace(os.sep, "/")
