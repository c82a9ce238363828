"""The texts that are measured: the fixtures of this repository and, where it lies beside it, the shared corpus."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from minutesparse import MinutesparseError, parse_file

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"


def all_texts(shared: Path) -> list[Path]:
    """Every text file that can be read as minutes, in order of path: the fixtures and the shared folder's corpus."""
    folders = [FIXTURES, shared / "corpus" / "text", shared / "corpus" / "unlabelled"]
    return [path for folder in folders for path in sorted(folder.rglob("*.txt")) if readable(path)]


def main_texts(shared: Path, prefixes: Sequence[str]) -> list[Path]:
    """Those answered texts of the shared folder's corpus whose names begin with one of ``prefixes``."""
    return [path for prefix in prefixes for path in sorted((shared / "corpus" / "text").glob(f"{prefix}*.txt"))]


def by_layout(paths: list[Path]) -> dict[str, list[Path]]:
    """The same paths grouped by the layout that they are recognised as."""
    groups: dict[str, list[Path]] = {}
    for path in paths:
        groups.setdefault(parse_file(path).layout, []).append(path)
    return dict(sorted(groups.items()))


def megabytes(paths: list[Path]) -> float:
    """Their size in 10^6 bytes."""
    return sum(path.stat().st_size for path in paths) / 1e6


def sample(paths: list[Path], size: int) -> list[Path]:
    """Paths spread evenly over the list, about ``size`` bytes in all."""
    step = max(1, int(megabytes(paths) * 1e6 // size))
    return paths[::step]


def readable(path: Path) -> bool:
    """False for fixtures of input that is refused."""
    try:
        parse_file(path)
    except MinutesparseError:
        return False
    return True
