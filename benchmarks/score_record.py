"""The score of each answered document beside the last recorded one: ``make score`` and ``make score-folds``.

The judge is ``score.py`` of the shared folder, loaded by its path; each document is given to the command as there. The
record keys documents by the first 12 digits of their text's SHA-256; names appear on the screen alone.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import importlib.util
import json
import shlex
import subprocess
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "benchmarks" / "score.json"
SHARED = ROOT.parent / "shared"
WORKERS = 2
SECONDS = 120  # longest run of the command on one document, as in the judge
DIGITS = 12  # of a digest
DECIMALS = 4  # of a recorded score
LEAST_CHANGE = 0.0005  # below this two scores count as equal
CHANGES_SHOWN = 4

Tallies = dict[str, Any]
"""Categories to the judge's ``Tally``."""
Scores = dict[str, float]
"""``mean`` and F1 of each category that a document has."""


@dataclass(frozen=True)
class Scored:
    """One document that was judged. ``failure`` says why there was nothing to judge."""

    slug: str
    digest: str
    tallies: Tallies
    failure: str | None = None


@cache
def judge(shared: Path) -> ModuleType:
    """The judge's script as a module."""
    path = shared / "score" / "score.py"
    spec = importlib.util.spec_from_file_location("minutesparse_judge", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: no such script")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # tallies are pickled by the name of their module
    spec.loader.exec_module(module)
    return module


def scored(slug: str, shared: Path, command: str) -> Scored:
    """Run the command on one document and judge what it writes. A document that breaks it scores nothing."""
    score = judge(shared)
    path = shared / "corpus" / "text" / f"{slug}.txt"
    data = path.read_bytes()
    gold = json.loads((shared / "corpus" / "gold" / f"{slug}.json").read_text(encoding="utf-8"))
    source = score.Source(data.decode("utf-8"))
    digest = hashlib.sha256(data).hexdigest()[:DIGITS]
    tallies: Tallies = defaultdict(score.Tally)
    try:
        run = subprocess.run([*shlex.split(command), str(path)], capture_output=True, timeout=SECONDS, check=False)
        score.score_document(json.loads(run.stdout), gold, source, tallies, [])
    except Exception as error:  # whatever the command did wrong is its failure, as in the judge
        tallies = defaultdict(score.Tally)
        score.score_document({}, gold, source, tallies, [])
        tallies["meeting"].right = 0
        return Scored(slug, digest, dict(tallies), f"{type(error).__name__}: {error}")
    return Scored(slug, digest, dict(tallies))


def score_all(slugs: list[str], shared: Path, command: str) -> list[Scored]:
    """Judge documents, two at a time."""
    judge(shared)  # what workers send back is of its classes
    with ProcessPoolExecutor(WORKERS) as pool:
        return list(pool.map(partial(scored, shared=shared, command=command), slugs))


def pooled(results: list[Scored], shared: Path) -> Tallies:
    """The tallies of several documents added up, as the judge does."""
    total: Tallies = defaultdict(judge(shared).Tally)
    for result in results:
        for category, tally in result.tallies.items():
            total[category].add(tally.right, tally.found, tally.wanted)
    return total


def scores_of(tallies: Tallies, shared: Path) -> Scores:
    """Mean and F1 of each category that was asked for or found."""
    score = judge(shared)
    live = {
        name: tallies[name].f1
        for name in score.ORDER
        if name in tallies and (tallies[name].wanted or tallies[name].found)
    }
    return {
        name: round(value, DECIMALS)
        for name, value in {"mean": score.mean_of(defaultdict(score.Tally, tallies)), **live}.items()
    }


def changes(now: Scores, before: Scores) -> list[tuple[str, float]]:
    """Categories whose score changed and by how much, the largest change first."""
    found = [(name, value - before.get(name, 1.0)) for name, value in now.items() if name != "mean"]
    return sorted((one for one in found if abs(one[1]) >= LEAST_CHANGE), key=lambda one: (-abs(one[1]), one[0]))


def told(slug: str, now: Scores, before: Scores | None) -> str:
    """One document's line: score, change since the record, and the categories that won or lost."""
    line = f"{now['mean']:6.3f}"
    if before is None:
        return f"{line}     new  {slug}"
    change = now["mean"] - before["mean"]
    mark = "  won " if change >= LEAST_CHANGE else "  LOST" if change <= -LEAST_CHANGE else "      "
    number = f"{change:+7.3f}" if mark.strip() else " " * 7
    parts = [f"{name} {by:+.3f}" for name, by in changes(now, before)[:CHANGES_SHOWN]]
    return f"{line}{number}{mark}  {slug}" + (f"  ({', '.join(parts)})" if parts else "")


def show_categories(now: Scores) -> None:
    """Print each category, six a line."""
    names = [name for name in now if name != "mean"]
    for start in range(0, len(names), 6):
        print("  " + "  ".join(f"{name} {now[name]:.3f}" for name in names[start : start + 6]))


def councils(shared: Path) -> dict[str, str]:
    """Slugs of answered documents to the council that they are of: the body without committee and kind of meeting."""
    found = {}
    with (shared / "corpus" / "SOURCES.tsv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[Path(row["file"]).stem] = row["body"].partition("(")[0].partition(",")[0].strip()
    return found


def folds_of(slugs: list[str], council_of: dict[str, str], count: int) -> list[list[str]]:
    """Documents in ``count`` parts of about as many councils each, by the digest of the council: none is in two."""
    by_digest = sorted({council_of[slug] for slug in slugs}, key=lambda name: hashlib.sha256(name.encode()).digest())
    fold = {council: position * count // len(by_digest) for position, council in enumerate(by_digest)}
    return [[slug for slug in slugs if fold[council_of[slug]] == number] for number in range(count)]


def short_of(now: Scores, floors: list[str]) -> list[str]:
    """Floors (``CATEGORY=F1``) that are not reached."""
    missed = []
    for floor in floors:
        name, _, least = floor.partition("=")
        if now.get(name, 1.0) < float(least):
            missed.append(f"{name} {now.get(name, 1.0):.4f} < {least}")
    return missed


def recorded() -> dict[str, Any]:
    """What `write` wrote last."""
    if not RECORD.exists():
        return {"all": None, "documents": {}}
    record: dict[str, Any] = json.loads(RECORD.read_text(encoding="utf-8"))
    return record


def write(results: list[Scored], shared: Path, whole: bool) -> None:
    """Record the scores; ``whole`` where these are all documents, else the others keep what they had."""
    record = {"all": None, "documents": {}} if whole else recorded()
    record["documents"].update({result.digest: scores_of(result.tallies, shared) for result in results})
    if whole:
        record["all"] = scores_of(pooled(results, shared), shared)
    record["documents"] = dict(sorted(record["documents"].items()))
    RECORD.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8", newline="\n")


def show_folds(results: list[Scored], shared: Path, count: int) -> None:
    """Print the scores of each part of the councils."""
    by_slug = {result.slug: result for result in results}
    council_of = councils(shared)
    for number, slugs in enumerate(folds_of(list(by_slug), council_of, count), 1):
        now = scores_of(pooled([by_slug[slug] for slug in slugs], shared), shared)
        of = len({council_of[slug] for slug in slugs})
        print(f"{now['mean']:6.3f}  fold {number}: {of} councils, {len(slugs)} documents")
        show_categories(now)
        print("  " + ", ".join(slugs))


def show_documents(results: list[Scored], shared: Path, whole: bool) -> Scores:
    """Print each document's score, the lowest first, and that of all; gives the latter."""
    record = recorded()
    rows = [(scores_of(result.tallies, shared), result) for result in results]
    for now, result in sorted(rows, key=lambda row: row[0]["mean"]):
        print(told(result.slug, now, record["documents"].get(result.digest)))
    together = scores_of(pooled(results, shared), shared)
    print(told(f"all {len(results)}", together, record["all"] if whole else None))
    show_categories(together)
    return together


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of judge and answered texts")
    parser.add_argument("--run", default="minutesparse extract --lines", help="command; the file is its last argument")
    parser.add_argument("--doc", action="append", default=[], metavar="PART", help="only documents named so")
    parser.add_argument("--min", action="append", default=[], metavar="CATEGORY=F1", help="fail below this")
    parser.add_argument("--folds", type=int, metavar="K", help="print the scores of K parts of the councils instead")
    parser.add_argument("--write", action="store_true", help="record the scores")
    args = parser.parse_args()

    shared = args.shared.resolve()
    slugs = sorted(path.stem for path in (shared / "corpus" / "gold").glob("*.json"))
    chosen = [slug for slug in slugs if not args.doc or any(part in slug for part in args.doc)]
    if not chosen:
        parser.error("no answered document is named so")
    results = score_all(chosen, shared, args.run)
    for result in results:
        if result.failure is not None:
            print(f"failed: {result.slug}: {result.failure}", file=sys.stderr)
    if args.folds:
        show_folds(results, shared, args.folds)
        return 0
    whole = chosen == slugs
    missed = short_of(show_documents(results, shared, whole), args.min)
    if args.write:
        write(results, shared, whole)
    if missed:
        print("falls short: " + "; ".join(missed))
    return 1 if missed or any(result.failure for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
