"""What a batch is to read: folders, files, lists of files, and the members of archives, each under one name.

A name is the path below the input's folder (or below one root for all) with ``/``, for a member of an archive the
archive's name and the path within it. Names decide what outputs are called, which shard an input belongs to, and what a
manifest knows.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutesparse.batch.archives import ARCHIVES, Refused, members, shown_name
from minutesparse.batch.archives import fault as fault_of_name
from minutesparse.batch.urls import BUCKETS, name_of, scheme_of
from minutesparse.errors import reason_of
from minutesparse.paths import fault_of, fits

GLOB = ("*.[tT][xX][tT]", "*.[mM][dD]")


@dataclass(frozen=True, slots=True)
class Input:
    """One text to read: a file, or bytes that an archive held. ``refused`` says why it is not to be read at all."""

    name: str
    path: str
    data: bytes | None = None
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files of a folder or archive are taken: names or paths that fit ``glob`` and none of ``exclude``.

    What lies below the folder ``output`` is never taken. ``root`` is the folder that all names are paths below.
    """

    glob: tuple[str, ...] = GLOB
    exclude: tuple[str, ...] = ()
    root: str | None = None
    output: str | None = None

    def takes(self, name: str) -> bool:
        """True for a path below the input that is to be read."""
        return fits(name, self.glob) and not fits(name, self.exclude)

    def opens(self, name: str) -> bool:
        """True for a path below the input that is to be read, or looked into as an archive."""
        return not fits(name, self.exclude) if is_archive(name) else self.takes(name)


def is_archive(name: str) -> bool:
    """True for a name that ends as those of archives do."""
    return name.lower().endswith(ARCHIVES)


def inputs(paths: Sequence[str], wanted: Wanted, largest: int) -> Iterator[Input]:
    """The inputs that ``paths`` mean, in the order of the paths and of the names in each folder.

    A file that is named itself is always taken. ``largest`` bounds what is read of a member of an archive, in bytes.
    """
    for path in paths:
        if scheme_of(path) is not None:
            yield from _at_url(path, wanted, largest)
            continue
        try:
            name = _name(path, wanted.root)
        except ValueError as error:
            yield Input(os.path.basename(path) or path, path, refused=str(error))  # noqa: PTH119
            continue
        # of a hundred thousand paths, a Path each costs more than the question
        if os.path.isdir(path):  # noqa: PTH112
            yield from _folder(path, "" if wanted.root is None or name == os.curdir else f"{name}/", wanted, largest)
        elif is_archive(path):
            yield from _archive(path, name, wanted, largest)
        else:
            yield Input(name, path)


def names_from(stream: bytes, zeros: bool) -> list[str]:
    """The paths in a list of files, one a line, or each before a NUL character."""
    separator = b"\0" if zeros else b"\n"
    return [os.fsdecode(one if zeros else one.rstrip(b"\r")) for one in stream.split(separator) if one.strip()]


def in_shard(name: str, number: int, count: int) -> bool:
    """True where a name belongs to shard ``number`` (from 1) of ``count``: by its digest, so that none is in two."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).digest()
    return int.from_bytes(digest[:8], "big") % count == number - 1


def _folder(folder: str, above: str, wanted: Wanted, largest: int) -> Iterator[Input]:
    """What lies below a folder, sorted; hidden files and folders are left out, links to folders not followed.

    Names begin with ``above``. What is no file, a link to one outside of the folder, and a folder that cannot be read
    are refused.
    """
    unreadable: list[OSError] = []
    own = os.path.realpath(wanted.output) if wanted.output is not None else None
    for where, folders, names in os.walk(folder, onerror=unreadable.append):
        below = os.path.relpath(where, folder)
        prefix = "" if below == os.curdir else below.replace(os.sep, "/") + "/"
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if own is not None:
            folders[:] = [name for name in folders if os.path.realpath(os.path.join(where, name)) != own]  # noqa: PTH118
        for name in sorted(names):
            if name.startswith("."):
                continue
            inner = f"{prefix}{name}"
            if not wanted.opens(inner):
                continue
            path = os.path.join(where, name)  # noqa: PTH118
            if (fault := fault_of(path, folder)) is not None:
                yield Input(above + inner, path, refused=fault)
            elif is_archive(name):
                yield from _archive(path, above + inner, wanted, largest)
            else:
                yield Input(above + inner, path)
    for error in unreadable:
        path = os.fsdecode(error.filename)
        name = path if path == folder else above + os.path.relpath(path, folder).replace(os.sep, "/")
        yield Input(name, path, refused=f"the folder cannot be read: {reason_of(error)}")


def _at_url(url: str, wanted: Wanted, largest: int) -> Iterator[Input]:
    """What a URL of a file, an archive or a folder of a bucket means."""
    from minutesparse.batch import remote

    name = name_of(url)
    if scheme_of(url) in BUCKETS and (url.endswith("/") or remote.is_folder(url)):
        for inner, place in remote.walk(url):
            if not wanted.opens(inner):
                continue
            if (what := fault_of_name(inner)) is not None:  # a key may be anything
                yield Input(shown_name(inner), place, refused=what)
            elif is_archive(inner):
                yield from _archive(place, inner, wanted, largest)
            else:
                yield _object(inner, place, largest)
    elif (what := fault_of_name(name)) is not None:
        yield Input(shown_name(name), url, refused=what)
    elif is_archive(name):
        yield from _archive(url, name.rpartition("/")[2], wanted, largest)
    else:
        yield _object(name, url, largest)


def _object(name: str, url: str, largest: int) -> Input:
    """An input at a URL, with its bytes where they lie in this process."""
    if scheme_of(url) != "memory":
        return Input(name, url)
    from minutesparse.batch.remote import read

    try:
        return Input(name, url, read(url, largest + 1))
    except OSError as error:
        return Input(name, url, refused=reason_of(error))


def _archive(path: str, name: str, wanted: Wanted, largest: int) -> Iterator[Input]:
    """The members of an archive; what is refused of it is an input that says so."""
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        yield Input(name, path, refused="not a file but a pipe or device")
        return
    try:
        for member in members(path, wanted.takes, largest):
            yield Input(f"{name}/{member.name}", path, member.data, member.refused)
    except Refused as error:
        yield Input(name, path, refused=str(error))


def _name(path: str, root: str | None) -> str:
    """The name of what was named itself: its path below ``root``, or below the working folder, else its last part.

    Raises ``ValueError`` where it does not lie below ``root``.
    """
    if "\0" in path:
        raise ValueError("a name with a NUL character")
    if root is not None:
        below = os.path.relpath(path, root)
        if _leads_up(below):
            raise ValueError(f"does not lie below {root}")
        return below.replace(os.sep, "/")
    normal = os.path.normpath(path)
    if os.path.isabs(normal) or _leads_up(normal):  # noqa: PTH117
        return os.path.basename(normal)  # noqa: PTH119
    return normal.replace(os.sep, "/")


def _leads_up(path: str) -> bool:
    return path == os.pardir or path.startswith(os.pardir + os.sep)
