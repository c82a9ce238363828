"""Speed, memory and start-up as ratios measured in one run: ``make bench``.

Seconds differ from machine to machine; ratios of work done in turn on the same one hardly do, and those of processor
time hardly where others use it too. Each ratio stands beside its bar; `benchmarks/README.md` says what each means.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

import processes
import rivals
import stages
from machine import machine
from ratios import Row, kept, page_of, printed, printed_shares
from texts import ROOT, SHARED, all_texts, by_layout, main_texts, megabytes, sample
from timing import interleaved

from minutesparse import parse_bytes, parse_file
from minutesparse.checks.runner import check_source
from minutesparse.checks.settings import CheckSettings
from minutesparse.contract import document_json, validated
from minutesparse.source import from_file
from minutesparse.stages import collector_at_rest, to_node

PAGE = ROOT / "benchmarks" / "ratios.md"
REPETITIONS = 16
LEAST_SIZE = 400_000  # bytes that are read for one repeat of a measurement of speed, in several rounds if need be
MOST_ROUNDS = 10
GROWTH_SIZE = 200_000  # bytes of texts that are repeated
LONG_SIZE = 10_000_000  # characters of the text whose memory is measured
SHORT_SIZE = 6_000  # characters of the text that start-up is measured with


def speeds(groups: Mapping[str, list[Path]], repeats: int) -> list[Row]:
    """Files to validated JSON against the floor and the naive script, for the texts of each layout and for all."""
    total: dict[str, float] = {}
    rows: list[Row] = []
    for layout, paths in groups.items():
        seconds = speed(paths, repeats)
        rows += speed_rows(layout, seconds, megabytes(paths))
        total = {name: spent + total.get(name, 0.0) for name, spent in seconds.items()}
    return rows + speed_rows("all", total, sum(map(megabytes, groups.values())))


def speed(paths: list[Path], repeats: int) -> dict[str, float]:
    """Seconds that each way takes for ``paths``; a few short texts take more rounds to be measured."""
    documents = {path: parse_file(path).to_dict() for path in paths}
    rounds = min(MOST_ROUNDS, max(1, round(LEAST_SIZE / 1e6 / megabytes(paths))))
    return interleaved(
        {
            "ours": lambda: [extract(path) for path in paths],
            "floor": lambda: [rivals.floor(path, documents[path]) for path in paths],
            "naive": lambda: [rivals.naive(path) for path in paths],
        },
        repeats * rounds,
    )


def speed_rows(name: str, seconds: Mapping[str, float], size: float) -> list[Row]:
    """The ratios of such seconds for ``size`` MB of texts that ``name`` calls together."""
    rate = {way: f"{size / spent:.2f} MB/s" for way, spent in seconds.items()}
    return [
        Row(
            f"files to JSON / floor, {name}",
            seconds["ours"] / seconds["floor"],
            8,
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="stable ratios alone; fail where one is clearly worse")
    parser.add_argument("--write", action="store_true", help=f"keep the tables in {PAGE.name}")
    parser.add_argument("--repeats", type=int, default=5, help="rounds of each measurement (default: 5)")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder whose corpus is read too")
    parser.add_argument(
        "--main", action="append", default=[], metavar="PREFIX", help="name of main files of the corpus"
    )
    options = parser.parse_args()
    if options.check and not (options.shared / "corpus").is_dir():
        print(f"bench: {options.shared} has no corpus; the ratios in {PAGE.name} are of its texts, so none is judged")
        return 0
    paths = all_texts(options.shared)
    main_paths = main_texts(options.shared, options.main)
    groups = by_layout(paths)
    head = f"{machine(ROOT)}; {len(paths)} texts, {megabytes(paths):.2f} MB."
    print(f"{head}\n", flush=True)
    rows = [
        *(speed_rows("main files", speed(main_paths, options.repeats), megabytes(main_paths)) if main_paths else ()),
        *speeds(groups, options.repeats),
        *checking(paths, options.repeats),
        *growth(paths, options.repeats),
        *memory(paths),
        *([] if options.check else start_up(3 * options.repeats, paths)),
    ]
    for line in printed(rows):
        print(line)
    if options.check:
        before = kept(PAGE.read_text(encoding="utf-8"))
        failed = [row for row in rows if row.fails(before.get(row.name))]
        for row in failed:
            print(f"{row.name}: {row.ratio:.2f} misses {row.told_bar}; kept in {PAGE.name}: {before.get(row.name)}")
        return int(bool(failed))
    shares = {layout: stages.measure(group, options.repeats) for layout, group in groups.items()}
    sizes = {layout: megabytes(group) for layout, group in groups.items()}
    for line in ["", *printed_shares(shares, sizes)]:
        print(line)
    if options.write:
        PAGE.write_text(page_of(head, rows, shares, sizes), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
