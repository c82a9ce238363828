"""Archives and files that are meant to do harm, or are broken: each is refused, the others are done, none gets out."""

from __future__ import annotations

import io
import os
import stat
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from tests.archives import make_tar, make_zip
from tests.test_batch import TEXT, Here, batch, outputs

from minutesparse.batch import archives
from minutesparse.batch.archives import Refused, fault, members
from minutesparse.batch.inputs import Wanted
from minutesparse.batch.manifest import read

MINUTES = TEXT.encode()


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a good file of minutes, and a stranger's file that nothing may touch."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("minutesparse.batch.run.Pool", Here)
    (tmp_path / "in").mkdir()
    (tmp_path / "in/good.txt").write_bytes(MINUTES)
    (tmp_path / "up.txt").write_bytes(b"a stranger's")
    return tmp_path


def special(path: Path, kind: bytes, **facts: Any) -> None:
    """A tar archive with a member of a special kind, and a good one."""
    with tarfile.open(path, "w:gz") as archive:
        info = tarfile.TarInfo("a.txt")
        info.type = kind
        for name, value in facts.items():
            setattr(info, name, value)
        archive.addfile(info)
        good = tarfile.TarInfo("good.txt")
        good.size = len(MINUTES)
        archive.addfile(good, io.BytesIO(MINUTES))


def special_zip(path: Path, mode: int = 0, flag: int = 0, method: int | None = None) -> None:
    """A ZIP archive with a member of a special mode, flag or method of packing, and a good one."""
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = (mode | 0o777) << 16 if mode else 0
        archive.writestr(info, b"/etc/passwd")
        archive.writestr("good.txt", MINUTES)
    data = bytearray(path.read_bytes())
    local, central = data.find(b"a.txt") - 30, data.rfind(b"a.txt") - 46
    if flag:
        data[local + 6] |= flag
        data[central + 8] |= flag
    if method is not None:
        data[local + 8 : local + 10] = data[central + 10 : central + 12] = struct.pack("<H", method)
    path.write_bytes(data)


def damaged_zip(path: Path) -> None:
    """A ZIP archive of which the first member cannot be unpacked."""
    make_zip(path, **{"a.txt": MINUTES * 50, "good.txt": MINUTES})
    data = bytearray(path.read_bytes())
    data[35:45] = b"\xff" * 10
    path.write_bytes(data)


def lying_zip(path: Path) -> None:
    """A ZIP archive of which a member is larger than its headers say."""
    make_zip(path, **{"a.txt": b"0" * 5_000_000, "good.txt": MINUTES})
    data = bytearray(path.read_bytes())
    for at in (data.find(b"a.txt") - 30 + 22, data.rfind(b"a.txt") - 46 + 24):
        data[at : at + 4] = struct.pack("<I", 10)
    path.write_bytes(data)


def cut(path: Path, make: Callable[[Path], None]) -> None:
    """An archive of which the end is missing."""
    make(path)
    path.write_bytes(path.read_bytes()[:-200])


NAMES = (
    ("../up.txt", "a path that leads elsewhere"),
    ("../../up.txt", "a path that leads elsewhere"),
    ("a/../../up.txt", "a path that leads elsewhere"),
    ("./../x.txt", "a path that leads elsewhere"),
    ("a/./b.txt", "a path that leads elsewhere"),
    ("a//b.txt", "a path that leads elsewhere"),
    (".hidden/../../up.txt", "a path that leads elsewhere"),
    ("/root.txt", "an absolute path"),
    ("//server/share.txt", "an absolute path"),
    ("C:/win.txt", "an absolute path"),
    ("C:up.txt", "an absolute path"),
    ("\\\\server\\share.txt", "an absolute path"),
    ("a\\..\\b.txt", "a backslash in its path"),
    ("bad\x1bname.txt", "a name with control characters"),
    ("bad\nname.txt", "a name with control characters"),
    ("bad\x7fname.txt", "a name with control characters"),
    ("bad\x9bname.txt", "a name with control characters"),
    ("txt.\u202etxt.txt", "a name with control characters"),
    ("long/" * 500 + "a.txt", "a name of more than 2000 characters"),
)


class Hostile(NamedTuple):
    """An archive: how it is called and made, why it is refused, and whether its good member is done all the same."""

    label: str
    name: str
    make: Callable[[Path], None]
    reason: str
    good: bool = True


def of_name(name: str, reason: str) -> list[Hostile]:
    label = ascii(name)[1:30]
    return [
        Hostile(f"zip {label}", "bad.zip", lambda path: make_zip(path, **{name: MINUTES, "good.txt": MINUTES}), reason),
        Hostile(
            f"tar {label}", "bad.tgz", lambda path: make_tar(path, [(name, MINUTES), ("good.txt", MINUTES)]), reason
        ),
    ]


BOMB = b"0" * 2_000_000
HOSTILE = (
    *(one for name, reason in NAMES for one in of_name(name, reason)),
    Hostile("link", "bad.tgz", lambda path: special(path, tarfile.SYMTYPE, linkname="/etc/passwd"), "a link or device"),
    Hostile("link up", "bad.tgz", lambda path: special(path, tarfile.SYMTYPE, linkname="../up.txt"), "a link or device"),
    Hostile("hard link", "bad.tgz", lambda path: special(path, tarfile.LNKTYPE, linkname="up.txt"), "a link or device"),
    Hostile("pipe", "bad.tgz", lambda path: special(path, tarfile.FIFOTYPE), "a link or device"),
    Hostile("disk", "bad.tgz", lambda path: special(path, tarfile.BLKTYPE, devmajor=8), "a link or device"),
    Hostile("terminal", "bad.tgz", lambda path: special(path, tarfile.CHRTYPE, devmajor=1), "a link or device"),
    Hostile("zip link", "bad.zip", lambda path: special_zip(path, stat.S_IFLNK), "a link or device"),
    Hostile("zip pipe", "bad.zip", lambda path: special_zip(path, stat.S_IFIFO), "a link or device"),
    Hostile("zip device", "bad.zip", lambda path: special_zip(path, stat.S_IFCHR), "a link or device"),
    Hostile("encrypted", "bad.zip", lambda path: special_zip(path, flag=1), "encrypted"),
    Hostile("method", "bad.zip", lambda path: special_zip(path, method=9), "cannot be unpacked"),
    Hostile("damaged", "bad.zip", damaged_zip, "cannot be unpacked"),
    Hostile("lying", "bad.zip", lying_zip, "cannot be unpacked"),
    Hostile(
        "twice", "bad.tgz",
        lambda path: make_tar(path, [("good.txt", MINUTES), ("GOOD.txt", MINUTES)]), "a second member of this name",
    ),
    Hostile("zip bomb", "bad.zip", lambda path: make_zip(path, **{"a.txt": BOMB}), "200 times its size", False),
    Hostile("tar bomb", "bad.tgz", lambda path: make_tar(path, [("a.txt", BOMB)]), "200 times its size", False),
    Hostile("tar bomb unread", "bad.tgz", lambda path: make_tar(path, [("a", BOMB)]), "200 times its size", False),
    Hostile(
        "long name", "bad.tgz",
        lambda path: make_tar(path, [("a" * 1_000_001, b"")], tarfile.GNU_FORMAT), "a header of more than", False,
    ),
    Hostile(
        "attributes", "bad.tgz",
        lambda path: make_tar(path, [("a" * 1_000_001, b"")]), "a header of more than", False,
    ),
    Hostile("cut zip", "bad.zip", lambda path: cut(path, damaged_zip), "the archive cannot be read", False),
    Hostile(
        "cut tar", "bad.tgz",
        lambda path: cut(path, lambda path: make_tar(path, [("a.txt", os.urandom(1000))])), "the archive cannot be", False,
    ),
    Hostile("no zip", "bad.zip", lambda path: path.write_bytes(b"PK\x03\x04 no") and None, "the archive cannot be", False),
    Hostile("no gzip", "bad.tar.gz", lambda path: path.write_bytes(b"\x1f\x8b no") and None, "the archive cannot", False),
    Hostile("no xz", "bad.tar.xz", lambda path: path.write_bytes(b"\xfd7zXZ no") and None, "the archive cannot", False),
    Hostile("no bzip2", "bad.tar.bz2", lambda path: path.write_bytes(b"BZh9 no") and None, "the archive cannot", False),
    Hostile("no tar", "bad.tar", lambda path: path.write_bytes(b"x" * 600) and None, "the archive cannot be", False),
    Hostile("empty", "bad.tar", lambda path: path.write_bytes(b"") and None, "the archive cannot be", False),
    Hostile("a pipe", "bad.zip", os.mkfifo, "not a file", False),
)  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="files and pipes that Windows has not")
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: one.label)
def test_hostile_archives(tree: Path, hostile: Hostile, capsys: pytest.CaptureFixture[str]) -> None:
    path = tree / "in" / hostile.name
    hostile.make(path)
    before = sorted(found.relative_to(tree) for found in tree.rglob("*"))
    assert batch("in", "-o", "out") == 1
    err = capsys.readouterr().err
    first, last = err.strip("\n").split("\n")
    assert first.startswith(f"minutesparse: {hostile.name}") and hostile.reason in first
    assert "\x1b" not in err and len(first) < 500
    assert last.startswith(f"minutesparse: {1 + hostile.good} done, 1 failed")
    assert set(outputs(tree / "out")) == {"good.txt.json", *([f"{hostile.name}/good.txt.json"] * hostile.good)}
    assert (
        sorted(found.relative_to(tree) for found in tree.rglob("*") if not found.is_relative_to(tree / "out")) == before
    )
    assert (tree / "up.txt").read_bytes() == b"a stranger's"
    assert not Path("/root.txt").exists()
    assert sum(record.status == "failed" for record in read(tree / "out/.minutesparse/manifest.jsonl").values()) == 1


def long_name(folder: Path) -> None:
    (folder / f"{'n' * 250}.txt").write_bytes(MINUTES)


FILES: tuple[tuple[str, Callable[[Path], object], str], ...] = (
    ("pipe", lambda folder: os.mkfifo(folder / "a.txt"), "a.txt: not a file but a pipe or device"),
    ("device", lambda folder: (folder / "a.txt").symlink_to("/dev/zero"), "a.txt: a link that leads out"),
    ("link to nothing", lambda folder: (folder / "a.txt").symlink_to("nowhere"), "a.txt: no such file or directory"),
    ("link to itself", lambda folder: (folder / "a.txt").symlink_to("a.txt"), "a.txt: too many levels of symbolic"),
    ("long name", long_name, "n.txt: cannot be written: file name too long"),
    ("terminal sequence", lambda folder: (folder / "a\x1b[2J.txt").write_bytes(b"\0"), "a\ufffd[2J.txt: not plain text"),
    ("line end", lambda folder: (folder / "a\nb.txt").write_bytes(b"\0\0"), "a b.txt: not plain text"),
    ("binary", lambda folder: (folder / "a.txt").write_bytes(b"\x7fELF\0\0"), "a.txt: not plain text"),
)  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="files and pipes that Windows has not")
@pytest.mark.parametrize(("make", "reason"), [one[1:] for one in FILES], ids=[one[0] for one in FILES])
def test_hostile_files(
    tree: Path, make: Callable[[Path], object], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tree / "in")
    assert batch("in", "-o", "out") == 1
    first, last = capsys.readouterr().err.strip("\n").split("\n")
    assert reason in first
    assert last.startswith("minutesparse: 1 done, 1 failed")
    assert list(outputs(tree / "out")) == ["good.txt.json"]


def test_names_that_are_no_text(tree: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tree / "in" / name).write_bytes(MINUTES)
    except OSError:
        pytest.skip("the file system takes no such names")
    assert batch("in", "-o", "out", "--tables", "sqlite") == 0
    assert f"{name}.json" in os.listdir(tree / "out")  # noqa: PTH208
    assert batch("in", "-o", "out", "--resume") == 0


def test_folders_that_cannot_be_read(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tree / "in/closed").mkdir()
    scandir = os.scandir

    def refusing(path: str) -> Any:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    assert batch("in", "-o", "out") == 1
    assert "closed: the folder cannot be read: permission denied" in capsys.readouterr().err
    assert list(outputs(tree / "out")) == ["good.txt.json"]


@pytest.mark.parametrize("name", ["a.txt", "2020/a b.txt", "..a/b..txt", "é.txt", "Motion: roads?.txt", "aux.txt"])
def test_good_names(name: str) -> None:
    assert fault(name, windows=False) is None


@pytest.mark.parametrize(
    "name", ["aux.txt", "NUL", "2020/com1.txt", "a./b.txt", "a .txt ", "a.txt:b.txt", "what?.txt", "a|b.txt"]
)
def test_names_that_windows_has_not(name: str) -> None:
    assert fault(name, windows=True) == "no name of a file on Windows"
    assert fault("2020/console.txt", windows=True) is None


@pytest.mark.parametrize("suffix", ["zip", "tgz"])
def test_hidden_members_are_passed_over(tree: Path, suffix: str) -> None:
    path = tree / f"in/a.{suffix}"
    files = {"__MACOSX/._a.txt": b"\0\5", ".git/b.txt": b"\0", "./2020/a.txt": MINUTES, "..a.txt": MINUTES}
    files = {name.removeprefix("./"): data for name, data in files.items()}
    make_zip(path, **files) if suffix == "zip" else make_tar(path, list(files.items()))
    assert batch("in", "-o", "out") == 0
    assert set(outputs(tree / "out")) == {"good.txt.json", f"a.{suffix}/2020/a.txt.json"}


@pytest.mark.parametrize("suffix", ["zip", "tgz"])
def test_archives_in_archives_are_not_opened(tree: Path, suffix: str) -> None:
    make_zip(tree / "inner.zip", **{"a.txt": MINUTES})
    inner = (tree / "inner.zip").read_bytes()
    path = tree / f"in/a.{suffix}"
    make_zip(path, **{"inner.zip": inner}) if suffix == "zip" else make_tar(path, [("inner.zip", inner)])
    assert batch("in", "-o", "out") == 0
    assert set(outputs(tree / "out")) == {"good.txt.json"}


def test_bounds_on_count_and_size(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_zip(tree / "a.zip", **{f"{n}.txt": os.urandom(1000) for n in range(5)})
    make_tar(tree / "a.tgz", [(f"{n}.txt", os.urandom(1000)) for n in range(5)])
    for name in ("a.zip", "a.tgz"):
        monkeypatch.setattr(archives, "MOST_MEMBERS", 4)
        with pytest.raises(Refused, match="more than 4 members"):
            list(members(name, Wanted().takes, 10**6))
        monkeypatch.setattr(archives, "MOST_MEMBERS", 5)
        monkeypatch.setattr(archives, "MOST_BYTES", 4000)
        with pytest.raises(Refused, match="more than 4000 bytes"):
            list(members(name, Wanted().takes, 10**6))
        monkeypatch.undo()
        monkeypatch.chdir(tree)


def test_members_that_are_too_large(tree: Path) -> None:
    make_tar(tree / "a.tgz", [("a.txt", b"x" * 100), ("b.txt", b"x")])
    make_zip(tree / "a.zip", **{"a.txt": b"x" * 100, "b.txt": b"x"})
    for name in ("a.zip", "a.tgz"):
        found = [(member.name, member.refused) for member in members(name, Wanted().takes, 50)]
        assert found == [("a.txt", "larger than 50 bytes"), ("b.txt", None)]


def test_an_output_folder_below_the_input_is_not_read(tree: Path) -> None:
    for _ in range(2):
        assert batch(".", "-o", "out", "--glob", "*", "--exclude", "up.txt") == 0
        assert list(outputs(tree / "out")) == ["in/good.txt.json"]
