"""What a batch costs, and what follows for a million and a hundred million documents: ``make scale``.

Times are those of processors, as the system counts them, so that a busy machine changes them little. With ``--write``
the figures take the place of those in docs/scale.md.
"""

from __future__ import annotations

import argparse
import os
import pickle
import platform
import resource
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

from batches import make_files
from texts import SHARED

from minutesparse.batch import partition
from minutesparse.batch.cluster import MOST
from minutesparse.batch.inputs import Input
from minutesparse.batch.job import Done, Job, Setting
from minutesparse.batch.manifest import FILE, FOLDER, Record, read
from minutesparse.batch.run import Plan, _jobs

DOCS = Path(__file__).parent.parent / "docs" / "scale.md"
BEGIN, END = "<!-- figures: make scale -->\n", "<!-- end of figures -->\n"

FILES = 300
HELD = 50_000  # inputs for which the memory of a run is measured
SCALES = (1_000_000, 100_000_000)
DASK = "json by Dask"
TABLES = ("csv", "parquet", "sqlite")


def command(*arguments: str) -> float:
    """Seconds that processors spent on a command of minutesparse, and on the processes that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "minutesparse", *arguments], check=True, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def size_of(path: Path) -> int:
    """Bytes of a file, or of the files below a folder, hidden ones left out."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file() and FOLDER not in file.parts)


@dataclass(slots=True)
class Costs:
    """Of one document, or of a run: bytes, and seconds of a processor."""

    text: float
    seconds: dict[str, float]
    bytes: dict[str, float]
    starts: dict[str, float]
    manifest: float
    task: float
    answer: float
    held: float
    known: float


def measure(shared: Path, folder: Path) -> Costs:
    """The costs, as means over some hundred files."""
    paths = make_files(shared, folder / "in", FILES)
    one = folder / "one"
    one.mkdir()
    (one / "a.txt").write_bytes(paths[0].read_bytes())
    starts, seconds, sizes = {}, {}, {}
    for name, options in (
        ("json", ("-j", "1")),
        ("yaml", ("-j", "1", "--to", "yaml")),
        (DASK, ("-j", "1", "--engine", "dask")),
    ):
        batch = ("batch", "--quiet", *options)
        out = folder / name.replace(" ", "-")
        starts[name] = command(*batch, str(one), "-o", f"{out}-start")
        seconds[name] = (command(*batch, str(folder / "in"), "-o", str(out)) - starts[name]) / FILES
        sizes[name] = size_of(out) / FILES
    for form in TABLES:
        target = folder / f"tables.{form}"
        starts[form] = command("tables", str(folder / "json-start"), "-o", str(folder / f"start.{form}"), "--to", form)
        spent = command("tables", str(folder / "json"), "-o", str(target), "--to", form)
        seconds[form] = (spent - starts[form]) / FILES
        sizes[form] = size_of(target) / FILES
    manifest = folder / "json" / FOLDER / FILE
    records = list(read(manifest).values())
    jobs = [Job(Input(one.name, str(folder / "in" / one.name)), {}, one.options) for one in records[:MOST]]
    return Costs(
        text=size_of(folder / "in") / FILES,
        seconds=seconds,
        bytes=sizes,
        starts=starts,
        manifest=manifest.stat().st_size / FILES,
        task=len(partition.packed(Setting(str(folder), "json"), {}, jobs)) / MOST,
        answer=len(pickle.dumps([Done(one) for one in records[:MOST]])) / MOST,
        held=held(records[0], resumed=False),
        known=held(records[0], resumed=True),
    )


def held(record: Record, resumed: bool) -> float:
    """Bytes an input that a run keeps as long as it lasts."""
    tracemalloc.start()
    known: dict[str, Record] = {}
    for number in range(HELD if resumed else 0):
        digest, name = f"{number:064x}", _name(number)
        known[name] = replace(record, name=name, input=digest, options=digest[:16], outputs=(f"{digest}",))
    inputs = (Input(_name(number), _name(number)) for number in range(HELD))
    for _ in _jobs(Plan(Setting("out", "json")), inputs, known, []):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / HELD


def _name(number: int) -> str:
    return f"{number // 1000:05}/{number:08}.txt"


def installed(names: Sequence[str], without: Sequence[str]) -> tuple[int, int]:
    """How many packages the names bring, what others bring left out, and their bytes."""
    found = required(names) - required(without)
    total = 0
    for name in found:
        for file in metadata.files(name) or ():
            path = str(file.locate())
            total += os.path.getsize(path) if os.path.isfile(path) else 0  # noqa: PTH113, PTH202
    return len(found), total


def required(names: Sequence[str]) -> set[str]:
    """Packages, and what they require on this machine."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = "".join(c if c.isalnum() or c in "-_." else " " for c in waiting.pop()).split()[0]
        name = name.lower().replace("_", "-").replace(".", "-")
        if name in found:
            continue
        try:
            lines = metadata.requires(name) or []
        except metadata.PackageNotFoundError:  # for another system or version of Python
            continue
        found.add(name)
        waiting += [line.partition(";")[0] for line in lines if "extra ==" not in line]
    return found


def figures(costs: Costs) -> str:
    """The figures as tables in Markdown."""
    local = costs.seconds["json"]
    lines = [
        f"Python {platform.python_version()}; {FILES} files of {costs.text / 1e3:.1f} KB; times of one processor.",
        "",
        "| of a document | |",
        "| --- | --- |",
        f"| text to JSON | {1e3 * local:.2f} ms, {1e6 * local / costs.text:.3f} s a MB |",
        f"| text to YAML | {1e3 * costs.seconds['yaml']:.2f} ms |",
        f"| text to JSON by Dask, all its processes | {1e3 * costs.seconds[DASK]:.2f} ms |",
        *(f"| tables, {form} | {1e3 * costs.seconds[form]:.2f} ms |" for form in TABLES),
        f"| JSON | {costs.bytes['json'] / 1e3:.1f} KB |",
        f"| YAML | {costs.bytes['yaml'] / 1e3:.1f} KB |",
        *(f"| tables, {form} | {costs.bytes[form] / 1e3:.1f} KB |" for form in TABLES),
        f"| a line of the manifest | {costs.manifest:.0f} bytes |",
        f"| given to a worker by Dask | {costs.task:.0f} bytes |",
        f"| given back | {costs.answer:.0f} bytes |",
        f"| kept in memory by a run | {costs.held:.0f} bytes |",
        f"| with --resume | {costs.known:.0f} bytes |",
        "",
        "| start of a run of one file | |",
        "| --- | --- |",
        f"| local engine | {costs.starts['json']:.2f} s |",
        f"| Dask, one worker on this machine | {costs.starts[DASK]:.2f} s |",
        "",
        "| installed beside minutesparse | |",
        "| --- | --- |",
    ]
    for extra, names in (("dask", ("distributed", "cryptography")), ("remote", ("s3fs", "fsspec", "aiohttp"))):
        count, size = installed(names, ["minutesparse"])
        lines.append(f"| extra `{extra}` | {count} packages, {size / 1e6:.0f} MB |")
    lines += ["", "| documents | " + " | ".join(f"{scale:,}" for scale in SCALES) + " |", "| --- " * 3 + "|"]

    def row(what: str, of_one: float, unit: str) -> str:
        values = [scale * of_one for scale in SCALES]
        told = [f"{value:,.1f}" if value >= 1 else f"{value:.2g}" for value in values]
        return f"| {what} | " + " | ".join(f"{one} {unit}" for one in told) + " |"

    lines += [
        row("texts", costs.text / 1e9, "GB"),
        row("hours of a processor, local", local / 3600, "h"),
        row("hours of a processor, Dask", costs.seconds[DASK] / 3600, "h"),
        row("days on 2 processors, local", local / 86400 / 2, "d"),
        row("hours on 64 processors, Dask", costs.seconds[DASK] / 3600 / 64, "h"),
        row("JSON", costs.bytes["json"] / 1e9, "GB"),
        row("YAML", costs.bytes["yaml"] / 1e9, "GB"),
        *(row(f"tables, {form}", costs.bytes[form] / 1e9, "GB") for form in TABLES),
        *(row(f"hours of a processor, tables, {form}", costs.seconds[form] / 3600, "h") for form in TABLES),
        row("manifest", costs.manifest / 1e9, "GB"),
        row("tasks", 1e-3 / MOST, "thousand"),
        row("through Dask's scheduler", (costs.task + costs.answer) / 1e9, "GB"),
        row("memory of one run", costs.held / 1e9, "GB"),
        row("memory of one run with --resume", costs.known / 1e9, "GB"),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="put the figures into docs/scale.md")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder whose corpus the texts are taken from")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = figures(measure(options.shared, Path(folder)))
    print(text)
    if options.write:
        page = DOCS.read_text(encoding="utf-8")
        before, rest = page.split(BEGIN)
        after = rest.split(END)[1]
        DOCS.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
