"""Speed, memory and start-up as ratios measured in one run: ``make bench``.

Seconds differ from machine to machine; ratios of work done in turn on the same one hardly do. Each ratio stands beside
its bar; `benchmarks/README.md` says what each means.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import processes
import rivals
import stages
from texts import all_texts, by_layout, megabytes, sample
from timing import interleaved

from minutesparse import parse_bytes, parse_file
from minutesparse.checks.runner import check_source
from minutesparse.checks.settings import CheckSettings
from minutesparse.contract import document_json, validated
from minutesparse.source import from_file
from minutesparse.stages import collector_at_rest, to_node

REPETITIONS = 16
GROWTH_SIZE = 400_000  # bytes of texts that are repeated
LONG_SIZE = 10_000_000  # characters of the text whose memory is measured
SHORT_SIZE = 6_000  # characters of the text that start-up is measured with


@dataclass(frozen=True)
class Row:
    """One measured ratio. It passes where it is at most ``bar``, or at least, where ``at_least`` says so.

    ``stable`` ratios repeat from run to run and may fail a build.
    """

    name: str
    ratio: float
    bar: float
    detail: str = ""
    at_least: bool = False
    stable: bool = True

    @property
    def passed(self) -> bool:
        return self.ratio >= self.bar if self.at_least else self.ratio <= self.bar


def speed(name: str, paths: list[Path], repeats: int) -> list[Row]:
    """Files to validated JSON against the floor and the naive script, for the texts that ``name`` calls together."""
    documents = {path: parse_file(path).to_dict() for path in paths}
    seconds = interleaved(
        {
            "ours": lambda: [extract(path) for path in paths],
            "floor": lambda: [rivals.floor(path, documents[path]) for path in paths],
            "naive": lambda: [rivals.naive(path) for path in paths],
        },
        repeats,
    )
    size = megabytes(paths)
    rate = {name: f"{size / spent:.2f} MB/s" for name, spent in seconds.items()}
    return [
        Row(
            f"files to JSON / floor, {name}",
            seconds["ours"] / seconds["floor"],
            10,
            f"{rate['ours']} / {rate['floor']}",
        ),
        Row(
            f"twenty findall / files to JSON, {name}",
            seconds["naive"] / seconds["ours"],
            2,
            f"{rate['naive']} / {rate['ours']}",
            at_least=True,
        ),
    ]


def growth(paths: list[Path], repeats: int) -> list[Row]:
    """What a MB costs in a text that is repeated, against the same text once."""
    once = {path.name: path.read_bytes() for path in sample(paths, GROWTH_SIZE)}
    often = {name: (data + b"\n\n") * REPETITIONS for name, data in once.items()}
    seconds = interleaved(
        {
            "once": lambda: [parse_bytes(data).to_json() for data in once.values()],
            "often": lambda: [parse_bytes(data).to_json() for data in often.values()],
        },
        repeats,
    )
    ratio = seconds["often"] / seconds["once"] / REPETITIONS
    size = sum(map(len, once.values())) / 1e6
    detail = f"{size * REPETITIONS / seconds['often']:.2f} / {size / seconds['once']:.2f} MB/s"
    return [Row(f"a MB of the text {REPETITIONS} times / once", ratio, 1.25, detail)]


def checking(paths: list[Path], repeats: int) -> list[Row]:
    """``check`` on the same files as ``extract``, in one process each, without what either prints."""
    settings = CheckSettings()
    seconds = interleaved(
        {
            "check": lambda: [check_source(from_file(path), path.name, settings) for path in paths],
            "extract": lambda: [extract(path) for path in paths],
        },
        repeats,
    )
    size = megabytes(paths)
    detail = " / ".join(f"{size / seconds[name]:.2f} MB/s" for name in ("check", "extract"))
    return [Row("check / extract, all", seconds["check"] / seconds["extract"], 1.25, detail)]


def memory(paths: list[Path]) -> list[Row]:
    """Peak memory on a long file."""
    texts = [from_file(path).text for path in paths]
    used = processes.memory_per_character(texts, LONG_SIZE)
    return [Row("peak bytes / character, 10 MB", used, 60, "above the process after its imports")]


def start_up(repeats: int, paths: list[Path]) -> list[Row]:
    """Commands against the imports that they cannot do without."""
    seconds = processes.start_up(from_file(paths[0]).text[:SHORT_SIZE], repeats)

    def row(command: str, base: str) -> Row:
        detail = f"{seconds[command] * 1e3:.0f} / {seconds[base] * 1e3:.0f} ms"
        return Row(f"{command} / {base}", seconds[command] / seconds[base], 1.3, detail, stable=False)

    return [
        row("extract", "import click, 12 models"),
        row("--help", "import click"),
        row("--version", "import click"),
    ]


def extract(path: Path) -> str:
    """What is measured, and what the command does: a file to the JSON of its validated document."""
    source = from_file(path)
    with collector_at_rest():
        document = validated(to_node(source, None, None, False))
    return document_json(document)


def print_rows(rows: list[Row]) -> None:
    width = max(len(row.name) for row in rows)
    print(f"{'ratio':<{width}}  {'':>7}  {'bar':>7}")
    for row in rows:
        bar = f"{'≥' if row.at_least else '≤'} {row.bar:g}"
        print(f"{row.name:<{width}}  {row.ratio:7.2f}  {bar:>7}  {'PASS' if row.passed else 'FAIL'}  {row.detail}")


def print_stages(shares: dict[str, dict[str, float]], sizes: dict[str, float]) -> None:
    """The stages by their largest share in any layout."""
    most: dict[str, float] = {}
    for one in shares.values():
        for name, share in one.items():
            most[name] = max(share, most.get(name, 0))
    width = max(map(len, most))
    heads = [f"{layout} ({sizes[layout]:.2f} MB)" for layout in shares]
    print(f"\n{'share of the time':<{width}}  " + "  ".join(heads))
    for name in sorted(most, key=lambda name: -most[name]):
        cells = (f"{100 * one.get(name, 0):{len(head)}.1f}" for head, one in zip(heads, shares.values(), strict=True))
        print(f"{name:<{width}}  " + "  ".join(cells))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail where a stable ratio misses its bar")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the result as JSON")
    parser.add_argument("--repeats", type=int, default=5, help="rounds of each measurement (default: 5)")
    options = parser.parse_args()
    paths = all_texts()
    groups = by_layout(paths)
    print(f"{len(paths)} texts, {megabytes(paths):.2f} MB; Python {platform.python_version()}\n", flush=True)
    rows = [
        *(row for name, group in [*groups.items(), ("all", paths)] for row in speed(name, group, options.repeats)),
        *checking(paths, options.repeats),
        *growth(paths, options.repeats),
        *memory(paths),
        *start_up(3 * options.repeats, paths),
    ]
    print_rows(rows)
    shares = {layout: stages.measure(group, options.repeats) for layout, group in groups.items()}
    print_stages(shares, {layout: megabytes(group) for layout, group in groups.items()})
    if options.json is not None:
        result: dict[str, Any] = {
            "python": platform.python_version(),
            "texts": len(paths),
            "megabytes": megabytes(paths),
            "ratios": [{**asdict(row), "passed": row.passed} for row in rows],
            "stages": shares,
        }
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    return int(options.check and any(row.stable and not row.passed for row in rows))


if __name__ == "__main__":
    sys.exit(main())
