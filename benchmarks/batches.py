"""Batches measured: ``make bench-batch``. Whole commands, their start included.

Each file is a text of 10 to 17 KB and a number, so that no two are the same: the texts of that size in the shared
corpus, or where that does not lie beside the repository, fixtures one after another.
"""

from __future__ import annotations

import argparse
import filecmp
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import rivals
from ratios import Row, printed
from texts import SHARED, all_texts

from minutesparse import parse_file
from minutesparse.source import from_file

SMALLEST, LARGEST = 10_000, 17_000  # bytes of a file
FEW, SOME, MANY = 1_000, 10_000, 100_000  # files
FLOOR_SAMPLE = 200  # files whose documents the floor writes; it has no start that would weigh on few


def make_files(shared: Path, folder: Path, count: int) -> list[Path]:
    """``count`` files of minutes, a thousand a folder, from the texts of the ``shared`` folder's corpus."""
    found = [from_file(path).text.encode() for path in all_texts(shared)]
    texts = [text for text in found if SMALLEST <= len(text) <= LARGEST] or _joined(found)
    paths = []
    for number in range(count):
        path = folder / f"{number // 1000:03}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%b\n%d\n" % (texts[number % len(texts)].rstrip(), number))
        paths.append(path)
    return paths


def _joined(texts: list[bytes]) -> list[bytes]:
    """Texts one after another, in such of 10 KB and more."""
    found: list[bytes] = []
    size = 0
    parts: list[bytes] = []
    for text in texts:
        parts.append(text)
        size += len(text)
        if size >= SMALLEST:
            found.append(b"\n\n".join(parts)[:LARGEST])
            size, parts = 0, []
    return found


def batch(source: Path, target: Path, jobs: int, engine: str = "local") -> tuple[float, int]:
    """Seconds of wall time of one batch into a new folder, and the peak of its parent's memory in bytes."""
    shutil.rmtree(target, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "minutesparse",
        "batch",
        str(source),
        "-o",
        str(target),
        "--quiet",
        "-j",
        str(jobs),
        "--engine",
        engine,
    ]
    began = time.perf_counter()
    process = subprocess.Popen(command)
    peak = 0
    while process.poll() is None:
        peak = max(peak, _peak(process.pid))
        time.sleep(0.05)
    assert process.returncode == 0
    return time.perf_counter() - began, peak


def _peak(pid: int) -> int:
    """``VmHWM`` of a process in bytes, where the system has /proc."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    row = next((line for line in status.split("\n") if line.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(row.split()[1]) * 1024


def floor(paths: list[Path]) -> float:
    """Seconds that the floor takes for the files."""
    documents = {path: parse_file(path).to_dict() for path in paths[:FLOOR_SAMPLE]}
    began = time.perf_counter()
    for path, document in documents.items():
        rivals.floor(path, document)
    return (time.perf_counter() - began) / len(documents) * len(paths)


def dask(shared: Path) -> int:
    """10,000 files by two workers of Dask on this machine and by one process, which come to the same."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_files(shared, folder / "some", SOME)
        one, _ = batch(folder / "some", folder / "local", 1)
        two, memory = batch(folder / "some", folder / "dask", 2, "dask")
        same = filecmp.cmpfiles(folder / "local", folder / "dask", _documents(folder / "local"), shallow=False)
        assert not same[1] and not same[2]
        detail = f"{one:.1f} / {two:.1f} s"
        rows = [
            Row("one process / two of Dask, 10,000 files", one / two, 1.6, detail, at_least=True),
            Row("peak MB of the parent", memory / 1e6, 300, "scheduler included"),
        ]
    print(*printed(rows), sep="\n")
    return 0


def _documents(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*.json")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--many", action="store_true", help="also 100,000 files, which takes a quarter of an hour")
    parser.add_argument("--repeats", type=int, default=3, help="rounds, of which the fastest counts (default: 3)")
    parser.add_argument("--dask", action="store_true", help="only two workers of Dask against one process")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder whose corpus the texts are taken from")
    options = parser.parse_args()
    if options.dask:
        return dask(options.shared)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = make_files(options.shared, folder / "few", FEW)
        # in turn, so that a busy machine slows both alike
        rounds = [[batch(folder / "few", folder / "out", jobs) for jobs in (1, 2)] for _ in range(options.repeats)]
        one = min(first[0] for first, _ in rounds)
        two, memory = min(second for _, second in rounds)
        least = floor(paths)
        rows = [
            Row("one job / two jobs, 1,000 files", one / two, 1.7, f"{one:.1f} / {two:.1f} s", at_least=True),
            Row("one job / floor, 1,000 files", one / least, 10, "start included"),
            Row(
                "two jobs / floor, 1,000 files", two / least, 10, "start included; what --jobs auto takes on two cores"
            ),
        ]
        if options.many:
            make_files(options.shared, folder / "many", MANY)
            spent, memory = batch(folder / "many", folder / "out", 2)
            ratio = spent / MANY / (two / FEW)
            rows.append(Row("a file of 100,000 / of 1,000", ratio, 1.25, f"{1e3 * spent / MANY:.2f} ms"))
        rows.append(Row("peak MB of the parent", memory / 1e6, 200))
    print(*printed(rows), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
