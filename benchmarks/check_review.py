"""Findings on real minutes, drawn at random for reading, and what was judged of them: ``check-review.tsv``.

    .venv/bin/python benchmarks/check_review.py --shared ../shared [--seed N] [--draw]

Without ``--draw`` it tells how many of the drawn findings were judged right. With it, each finding is printed with its
file and text, to be read; only digest and line go into the record, since the texts are other people's.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from pathlib import Path

from minutesparse.checks.finding import Finding
from minutesparse.checks.runner import check_source
from minutesparse.checks.settings import CheckSettings
from minutesparse.source import from_file

RECORD = Path(__file__).with_name("check-review.tsv")
SEED = 5
COUNT = 100
DIGEST = 12  # hexadecimal digits by which a text is known

Key = tuple[str, str, str]  # digest, line, code


def findings(shared: Path) -> list[tuple[Key, Finding]]:
    """All findings of the default rules on all texts, in a stable order."""
    found = []
    for path in sorted((shared / "corpus").glob("*/*.txt")):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:DIGEST]
        for one in check_source(from_file(path), str(path), CheckSettings()):
            found.append(((digest, str(one.line), one.code), one))
    return sorted(found, key=lambda pair: pair[0])


def drawn(found: list[tuple[Key, Finding]], seed: int) -> list[tuple[Key, Finding]]:
    """`COUNT` of the findings, or all where there are fewer: those whose digests with the seed come first.

    So drawn, a sample keeps most of its findings when others come or go.
    """

    def chance(pair: tuple[Key, Finding]) -> str:
        return hashlib.sha256("\0".join((str(seed), *pair[0])).encode()).hexdigest()

    return sorted(sorted(found, key=chance)[:COUNT], key=lambda pair: pair[0])


def verdicts(seed: int) -> dict[Key, str]:
    """What was judged of each finding that the record holds for this seed."""
    if not RECORD.exists():
        return {}
    with RECORD.open(encoding="utf-8", newline="") as stream:
        rows = csv.DictReader(stream, delimiter="\t")
        return {(row["digest"], row["line"], row["code"]): row["verdict"] for row in rows if row["seed"] == str(seed)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--draw", action="store_true", help="print the drawn findings with their text")
    options = parser.parse_args()
    found = findings(options.shared)
    texts = len(list((options.shared / "corpus").glob("*/*.txt")))
    print(f"{len(found)} findings on {texts} texts, {len(found) / texts:.2f} each")
    sample = drawn(found, options.seed)
    if options.draw:
        for key, one in sample:
            print(
                "\t".join([str(options.seed), *key]),
                f"{one.path}:{one.line}:{one.column}",
                one.message,
                one.quote,
                sep="\t",
            )
        return 0
    judged = verdicts(options.seed)
    said = [judged.get(key, "not read") for key, _ in sample]
    print(", ".join(f"{said.count(verdict)} {verdict}" for verdict in sorted(set(said))), f"of {len(said)} drawn")
    return 0


if __name__ == "__main__":
    sys.exit(main())
