"""What a user would pick instead, on the same texts in one run, with what each finds: ``make bench-peers``.

Each peer runs in a process of its own and all take turns; processor seconds are taken for each text, and their medians
compared over the texts that a peer takes. The peers live in an environment below ``.venv``; one that cannot be
installed or started is told in a line. ``--write`` puts the tables into ``docs/peers.md``.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Any

from machine import machine
from markup import act
from texts import FIXTURES, SHARED, readable

from minutesparse import parse_file
from minutesparse.source import from_file

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "benchmarks" / "peers.txt"
PAGE = ROOT / "docs" / "peers.md"
ENVIRONMENT = ROOT / ".venv" / "peers"
MARKS = ("<!-- measured: make bench-peers -->", "<!-- end -->")
OURS = "minutesparse"
QUIET = {"DO_NOT_TRACK": "1", "SCARF_NO_ANALYTICS": "1", "UNSTRUCTURED_DISABLE_NOTICE": "1", "HF_HUB_OFFLINE": "1"}
KINDS = ("items", "decisions", "actions")
BARS = {"bluebell statement": 3.0, "bluebell act": 15.0}  # how many times as fast this package is to be

# Peers in the order of the table: what is run, whether what is found has its place in the text, and what it is.
WHAT = {
    OURS: ("yes, each field", "items, points, people, decisions with clauses and votes, actions, …"),
    "naive": ("yes", "twenty lists of strings that know nothing of each other"),
    "bluebell statement": ("no", "a paragraph for each line, as Akoma Ntoso"),
    "bluebell act": ("no", "the hierarchy that was marked up by hand, as Akoma Ntoso"),
    "unstructured": ("no", "kinds of passages: title, prose, item of a list"),
    "meeting-decision-ledger": ("line", "decisions, actions, questions, risks"),
    "meet2action": ("no", "actions with owner and date"),
    "meeting-intelligence": ("no", "turns, decisions, actions, questions, topics, a summary"),
    "spacy": ("yes", "sentences (blank English pipeline with its sentence splitter)"),
}
PACKAGES = {"bluebell statement": "bluebell-akn", "bluebell act": "bluebell-akn"}


@dataclass
class Run:
    """A peer's process and what it gave. ``failure`` says why there is nothing."""

    name: str
    process: subprocess.Popen[str] | None = None
    failure: str | None = None
    found: list[dict[str, Any]] = field(default_factory=list)
    ready: float = 0.0
    rounds: list[list[float | None]] = field(default_factory=list)
    peak: int = 0

    @property
    def seconds(self) -> list[float | None]:
        """The median for each text, nothing where it was refused."""
        columns = zip(*self.rounds, strict=True)
        return [None if column[0] is None else median(one for one in column if one is not None) for column in columns]

    @property
    def refused(self) -> int:
        return sum("refused" in one for one in self.found)

    def counted(self, kind: str) -> int | None:
        """How many things of a kind were found in all texts; nothing where the peer knows no such kind."""
        known = [one[kind] for one in self.found if kind in one]
        return sum(one if isinstance(one, int) else len(one) for one in known) if known else None


def installed(wanted: Sequence[str]) -> dict[str, str]:
    """Packages that are not in the peers' environment and could not be put there, to the reason."""
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    there = subprocess.run([str(python), "-m", "pip", "freeze"], capture_output=True, text=True, check=True).stdout
    have = {line.strip().lower().replace("_", "-") for line in there.splitlines()}
    failures = {}
    for package in wanted:
        if package.lower() in have:
            continue
        print(f"installing {package}", file=sys.stderr, flush=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", package]
        done = subprocess.run(pip, capture_output=True, text=True, check=False)
        if done.returncode:
            failures[package.partition("==")[0]] = last_line(done.stderr)
    return failures


def started(name: str, path: Path) -> Run:
    """A peer's process, its first answer read."""
    python = sys.executable if name in (OURS, "naive") else str(ENVIRONMENT / "bin" / "python")
    command = [python, str(Path(__file__).with_name("peer.py")), name, str(path)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, **QUIET},
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        _, errors = process.communicate()
        return Run(name, failure=f"does not start: {last_line(errors)}")
    return Run(name, process, **json.loads(line))


def take_turns(runs: list[Run], rounds: int, seconds: float) -> None:
    """All peers over all texts, one after another, again and again; the first round does not count."""
    end = monotonic() + seconds
    for turn in range(rounds + 1):
        for run in runs:
            assert run.process is not None
            assert run.process.stdin is not None
            assert run.process.stdout is not None
            print("go", file=run.process.stdin, flush=True)
            answer = json.loads(run.process.stdout.readline())
            if turn:
                run.rounds.append(answer["seconds"])
            run.peak = answer["peak"]
        if turn and monotonic() > end:
            return


def speed(run: Run, sizes: Sequence[int]) -> float:
    """Characters a second over the texts that the peer takes."""
    pairs = [(size, spent) for size, spent in zip(sizes, run.seconds, strict=True) if spent]
    return sum(size for size, _ in pairs) / sum(spent for _, spent in pairs)


def times_as_fast(
    ours: Run, peer: Run, sizes: Sequence[int], theirs: Sequence[int], chosen: Sequence[bool] | None = None
) -> float:
    """Our characters a second over the peer's, on the texts that it takes, or those of them that are ``chosen``. Sizes
    differ where the text is marked up."""
    rows = [
        row[:4]
        for row in zip(ours.seconds, peer.seconds, sizes, theirs, chosen or [True] * len(sizes), strict=True)
        if row[1] and row[4]
    ]
    mine, its, size, other = (sum(column) for column in zip(*rows, strict=True))
    return (size / mine) / (other / its)


def overlap(wanted: list[dict[str, Any]], found: list[list[int]]) -> tuple[int, int, int, int]:
    """How many of what was found share a line with an answer and how many were found, how many of the answers that are
    demanded share a line with what was found and how many there are."""
    spans = [(one["line"], one.get("end") or one["line"]) for one in wanted]
    right = sum(any(start <= last and first <= end for start, end in spans) for first, last in found)
    demanded = [span for one, span in zip(wanted, spans, strict=True) if not one.get("optional")]
    met = sum(any(start <= last and first <= end for first, last in found) for start, end in demanded)
    return right, len(found), met, len(demanded)


def accuracy(run: Run, kind: str, answers: Sequence[dict[str, Any] | None]) -> tuple[float, float] | None:
    """Recall and precision by shared lines over the texts that have answers; nothing where the peer tells no lines."""
    total = [0, 0, 0, 0]
    for answer, facts in zip(answers, run.found, strict=True):
        if answer is None or not isinstance(facts.get(kind), list):
            continue
        ignored = [range(first, last + 1) for first, last in answer.get("ignore", [])]
        wanted = [
            one for one in answer["resolutions" if kind == "decisions" else kind] if not inside(one["line"], ignored)
        ]
        if kind == "items":
            wanted = [{**one, "end": one["line"]} for one in wanted]
        found = [one for one in facts[kind] if not inside(one[0], ignored)]
        total = [sum(pair) for pair in zip(total, overlap(wanted, found), strict=True)]
    right, found_all, met, demanded = total
    return (met / demanded, right / found_all) if found_all and demanded else None


def inside(line: int, ranges: Sequence[range]) -> bool:
    return any(line in one for one in ranges)


def last_line(printed: str) -> str:
    lines = [line for line in printed.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "it said nothing"


def table(rows: list[list[str]]) -> Iterator[str]:
    """Rows as Markdown, the first as the head."""
    head, *body = rows
    yield "| " + " | ".join(head) + " |"
    yield "| " + " | ".join("---" if number in (0, len(head)) else "--:" for number in range(len(head))) + " |"
    for row in body:
        yield "| " + " | ".join(row) + " |"


def speeds(runs: list[Run], texts: Texts, sizes: list[int], marked: list[int]) -> Iterator[str]:
    ours = runs[0]
    rows = [
        [
            "",
            "characters a second",
            "minutesparse: times as fast",
            "bar",
            "on committee pages",
            "start, s",
            "peak MB",
            "refused",
        ]
    ]
    for run in runs:
        theirs = marked if run.name == "bluebell act" else sizes
        times = times_as_fast(ours, run, sizes, theirs)
        bar = BARS.get(run.name)
        pages = times_as_fast(ours, run, sizes, theirs, texts.pages)
        told = ["", ""] if run is ours else [f"{times:.2f}", f"{pages:.2f}"]
        passed = "" if bar is None else f"≥ {bar:g} {'PASS' if times >= bar else 'FAIL'}"
        rate = f"{speed(run, theirs):,.0f}".replace(",", " ")
        cells = [rate, told[0], passed, told[1], f"{run.ready:.2f}", f"{run.peak / 1e6:.0f}", str(run.refused)]
        rows.append([run.name, *cells])
    yield from table(rows)


def findings(runs: list[Run]) -> Iterator[str]:
    rows = [["", "passages", "people", *KINDS, "place in the text", "what comes out"]]
    for run in runs:
        counts = [run.counted(kind) for kind in ("passages", "people", *KINDS)]
        rows.append([run.name, *("–" if not count else str(count) for count in counts), *WHAT[run.name]])
    yield from table(rows)


def accuracies(runs: list[Run], answers: Sequence[dict[str, Any] | None]) -> Iterator[str]:
    rows = [["", *(f"{kind}: {figure}" for kind in KINDS for figure in ("recall", "precision"))]]
    for run in runs:
        cells: list[str] = []
        for kind in KINDS:
            figures = accuracy(run, kind, answers)
            cells += ["–", "–"] if figures is None else [f"{100 * one:.0f} %" for one in figures]
        if set(cells) != {"–"}:
            rows.append([run.name, *cells])
    yield from table(rows)


def report(runs: list[Run], failed: list[Run], texts: Texts) -> str:
    """What is written between the marks."""
    sizes, marked = ([len(text) for text in group] for group in (texts.plain, texts.marked))
    asked = sum(answer is not None for answer in texts.answers)
    lines = [
        f"{machine(ROOT)}. {len(sizes)} texts, {sum(sizes)} characters; as acts {sum(marked)}. Medians of "
        f"{len(runs[0].rounds)} rounds of processor time.",
        "",
        *speeds(runs, texts, sizes, marked),
        "",
        "What each finds in these texts:",
        "",
        *findings(runs),
    ]
    if asked:
        lines += ["", f"Against the answers to {asked} of the texts, by shared lines:", ""]
        lines += accuracies(runs, texts.answers)
    lines += [line for run in failed for line in ("", f"Not measured: {run.name}: {run.failure}.")]
    return "\n".join(lines)


@dataclass(frozen=True)
class Texts:
    """Texts, the same marked up as acts, which are pages of committee systems, and for those that have them answers."""

    plain: list[str]
    marked: list[str]
    pages: list[bool]
    answers: list[dict[str, Any] | None]


def texts_of(shared: Path) -> Texts:
    """The fixtures, and the answered texts of the shared folder."""
    answered = shared / "corpus" / "text"
    paths = [path for folder in (FIXTURES, answered) for path in sorted(folder.rglob("*.txt")) if readable(path)]
    answers: list[dict[str, Any] | None] = []
    for path in paths:
        gold = path.parent.parent / "gold" / f"{path.stem}.json"
        known = path.is_relative_to(answered) and gold.is_file()
        answers.append(json.loads(gold.read_text(encoding="utf-8")) if known else None)
    documents = [parse_file(path).to_dict() for path in paths]
    pages = [one["layout"] != "document" for one in documents]
    return Texts([from_file(path).text for path in paths], [act(one) for one in documents], pages, answers)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of answered texts")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds that count (5)")
    parser.add_argument("--seconds", type=float, default=180, metavar="N", help="begin no round after so long (180)")
    parser.add_argument("--only", action="append", metavar="NAME", help="this peer and minutesparse alone")
    parser.add_argument("--write", action="store_true", help=f"write the tables into {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    wanted = [line.strip() for line in LIST.read_text(encoding="utf-8").splitlines() if line[:1] not in ("#", "")]
    missing = installed(wanted)
    names = [name for name in WHAT if not options.only or name in (OURS, *options.only)]
    texts = texts_of(options.shared)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps({"texts": texts.plain, "marked": texts.marked}), encoding="utf-8")
        runs = [
            Run(name, failure=f"not installed: {missing[package]}")
            if (package := PACKAGES.get(name, name)) in missing
            else started(name, path)
            for name in names
        ]
    live = [run for run in runs if run.failure is None]
    try:
        take_turns(live, options.rounds, options.seconds)
    finally:
        for run in live:
            assert run.process is not None
            run.process.kill()
            run.process.communicate()
    printed = report(live, [run for run in runs if run.failure is not None], texts)
    print(printed)
    if options.write:
        begin, end = MARKS
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
        page = f"{before}{begin}\n{printed}\n{end}{rest.partition(end)[2]}"
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
