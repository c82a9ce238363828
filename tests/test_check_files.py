"""Which files a folder holds for a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutesparse.checks.files import listed, shown
from minutesparse.errors import SourceError


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.md",
        "c.pdf",
        ".hidden.txt",
        "drafts/d.txt",
        "2019/e.txt",
        "2019/keep.txt",
        "2019/deep/f.txt",
        ".cache/g.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


def names(tree: Path, **options: tuple[str, ...]) -> list[str]:
    return [Path(path).relative_to(tree).as_posix() for path in listed([str(tree)], **options)]


def test_folders_are_walked(tree: Path) -> None:
    assert names(tree) == ["2019/deep/f.txt", "2019/e.txt", "2019/keep.txt", "a.md", "b.txt", "drafts/d.txt"]


def test_include_and_exclude(tree: Path) -> None:
    assert names(tree, include=("*.md",)) == ["a.md"]
    assert names(tree, exclude=("2019/*", "b.txt")) == ["a.md", "drafts/d.txt"]


def test_gitignore_counts_in_a_repository_and_below(tree: Path) -> None:
    (tree / ".git").mkdir()
    (tree / ".gitignore").write_text("drafts/\n2019/*.txt\n", encoding="utf-8")
    (tree / "2019" / ".gitignore").write_text("!keep.txt\n", encoding="utf-8")
    assert names(tree) == ["2019/deep/f.txt", "2019/keep.txt", "a.md", "b.txt"]
    assert [Path(path).name for path in listed([str(tree / "2019")])] == ["f.txt", "keep.txt"]


def test_a_named_file_is_always_taken_once(tree: Path) -> None:
    pdf = str(tree / "c.pdf")
    assert listed([pdf, pdf, str(tree / "." / "c.pdf"), "missing.txt"]) == sorted([pdf, "missing.txt"])


def test_shown_is_relative_to_the_working_folder(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    assert shown(str(tree / "2019" / "e.txt")) == shown("./2019/e.txt") == "2019/e.txt"
    assert shown("../other.txt") == "../other.txt"


def test_a_folder_that_cannot_be_read(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(tree))

    monkeypatch.setattr("os.scandir", fail)
    with pytest.raises(SourceError, match="permission denied"):
        listed([str(tree)])
