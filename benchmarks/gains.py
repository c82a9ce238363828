"""What this version of the package finds that another did not, and the other way round: ``make gains BASE=…``.

The commit is unpacked into a temporary folder; it and the files as they stand here read each text in turn, each in a
process of its own with the same installed packages, so that the ratio of processor times is fair. Printed are the
fields that differ, a total a field, the ratio, and where the texts have answers the score of both.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic
from types import TracebackType
from typing import Any

import score_record
from differences import Difference, differences, tally

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = [ROOT.parent / "shared" / "corpus", ROOT / "fixtures"]
FEWEST = 3  # differences of a document that are shown, however many documents have some


@dataclass
class Comparison:
    """One text read by both versions. ``failures``: why a version gave no document."""

    path: Path
    found: list[Difference] = field(default_factory=list)
    failures: tuple[str | None, str | None] = (None, None)
    seconds: tuple[float, float] | None = None
    documents: tuple[Any, Any] | None = None

    @property
    def changed(self) -> bool:
        return bool(self.found) or self.failures[0] != self.failures[1]


class Version:
    """A process that reads documents with the package below ``src``."""

    def __init__(self, src: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(src), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-P", str(Path(__file__).with_name("reading.py"))]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, encoding="utf-8"
        )
        home = self._answer()
        if home is None or not Path(home).resolve().is_relative_to(src.resolve()):
            self.__exit__(None, None, None)
            raise SystemExit(f"gains: {src}: the package does not start" if home is None else f"gains: {home} was used")

    def read(self, path: Path, rounds: int) -> dict[str, Any]:
        """What `reading` gives for the file; a failure where the process ended."""
        try:
            print(json.dumps([str(path), rounds]), file=self._process.stdin, flush=True)
            answer = self._answer()
        except BrokenPipeError:
            answer = None
        return {"failure": "the process ended"} if answer is None else answer

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        return json.loads(line) if line else None

    def __enter__(self) -> Version:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.communicate()


def commit_of(name: str, root: Path) -> str | None:
    """The commit that ``name`` stands for in the repository at ``root``."""
    command = ["git", "-C", str(root), "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or None


@contextmanager
def unpacked(commit: str, root: Path) -> Iterator[Path]:
    """The folder ``src`` of a commit, for as long as it is needed."""
    archive = subprocess.run(["git", "-C", str(root), "archive", commit, "src"], stdout=subprocess.PIPE, check=True)
    with (
        TemporaryDirectory(prefix="minutesparse-gains-") as folder,
        tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar,
    ):
        tar.extractall(folder, filter="data")
        yield Path(folder) / "src"


def compared(paths: list[Path], before: Version, now: Version, rounds: int, seconds: float) -> list[Comparison]:
    """Each text read by both versions, in turn and with turns about; texts left when ``seconds`` are over are not."""
    end = monotonic() + seconds
    done: list[Comparison] = []
    for number, path in enumerate(paths):
        if monotonic() > end:
            break
        turn = [before, now] if number % 2 else [now, before]
        answers = {version: version.read(path, rounds) for version in turn}
        done.append(comparison(path, answers[before], answers[now]))
    return done


def comparison(path: Path, before: dict[str, Any], now: dict[str, Any]) -> Comparison:
    """What two answers of `reading` for one file differ in."""
    if "failure" in before or "failure" in now:
        return Comparison(path, failures=(before.get("failure"), now.get("failure")))
    return Comparison(
        path,
        differences(before["document"], now["document"]),
        seconds=(before["seconds"], now["seconds"]),
        documents=(before["document"], now["document"]),
    )


def shown_documents(changed: list[Comparison], most: int, folders: list[Path]) -> Iterator[str]:
    """Lines for the documents that changed, about ``most`` in all, shared out among them."""
    for number, one in enumerate(changed):
        if most < 2:
            yield f"… and {len(changed) - number} documents more"
            return
        share = max(FEWEST, most // (len(changed) - number) - 2)
        yield name_of(one.path, folders)
        for failure, word in zip(one.failures, ("before", "now"), strict=True):
            if failure is not None:
                yield f"  ! {word}: {failure}"
        yield from (f"  {difference}" for difference in one.found[:share])
        if len(one.found) > share:
            yield f"  … and {len(one.found) - share} differences more"
        most -= min(share, len(one.found)) + 1


def shown_totals(found: list[Difference]) -> Iterator[str]:
    """The table of fields."""
    totals = tally(found)
    width = max(map(len, totals))
    yield f"{'field':<{width}}  gained  lost  changed"
    for name, counts in totals.items():
        yield f"{name:<{width}}  {counts['gained']:6}  {counts['lost']:4}  {counts['changed']:7}"


def shown_times(results: list[Comparison]) -> Iterator[str]:
    """The ratio of processor times."""
    times = [one.seconds for one in results if one.seconds is not None]
    if not times:
        return
    before, now = (sum(column) for column in zip(*times, strict=True))
    middle = median(new / old for old, new in times if old)
    yield f"processor time now / before: {now / before:.3f} ({now:.2f} / {before:.2f} s; median of texts {middle:.3f})"


def shown_scores(results: list[Comparison]) -> Iterator[str]:
    """The score of both versions on the texts that have answers beside them, in the folders of the shared corpus."""
    pairs: list[tuple[score_record.Scored, score_record.Scored]] = []
    shared: Path | None = None
    for one in results:
        answers = one.path.parent.parent / "gold" / f"{one.path.stem}.json"
        script = answers.parents[2] / "score" / "score.py"
        if one.documents is not None and answers.is_file() and script.is_file():
            shared = answers.parents[2]
            before, now = (judged(one.path, document, answers, shared) for document in one.documents)
            pairs.append((before, now))
    if shared is None:
        return
    for before, now in pairs:
        scores = [score_record.scores_of(one.tallies, shared) for one in (before, now)]
        if abs(scores[1]["mean"] - scores[0]["mean"]) >= score_record.LEAST_CHANGE:
            yield score_record.told(now.slug, scores[1], scores[0])
    first, second = (
        score_record.scores_of(score_record.pooled(list(column), shared), shared) for column in zip(*pairs, strict=True)
    )
    yield f"score before {first['mean']:.4f}"
    yield score_record.told(f"all {len(pairs)} answered texts", second, first)


def judged(path: Path, document: Any, answers: Path, shared: Path) -> score_record.Scored:
    """One document held against its answers."""
    judge = score_record.judge(shared)
    data = path.read_bytes()
    tallies: score_record.Tallies = defaultdict(judge.Tally)
    gold = json.loads(answers.read_text(encoding="utf-8"))
    judge.score_document(document, gold, judge.Source(data.decode("utf-8")), tallies, [])
    return score_record.Scored(path.stem, hashlib.sha256(data).hexdigest()[: score_record.DIGITS], dict(tallies))


def name_of(path: Path, folders: list[Path]) -> str:
    """The path below the folder that it was found in."""
    folder = next(folder for folder in folders if path.is_relative_to(folder))
    return path.relative_to(folder).as_posix()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", nargs="?", default="", help="the commit to compare with (default: the one before HEAD)")
    parser.add_argument("--folder", type=Path, action="append", metavar="DIR", help="texts; *.txt at any depth")
    parser.add_argument("--most", type=int, default=150, metavar="N", help="lines shown about documents (150)")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="readings of a text that are timed (3)")
    parser.add_argument("--seconds", type=float, default=240, metavar="N", help="stop reading after so long (240)")
    options = parser.parse_args()
    folders = [folder.resolve() for folder in options.folder or FOLDERS if folder.is_dir()]
    paths = [path for folder in folders for path in sorted(folder.rglob("*.txt"))]
    if not paths:
        parser.error("no *.txt in " + ", ".join(map(str, options.folder or FOLDERS)))
    commit = commit_of(options.base or "HEAD~1", ROOT)
    if commit is None:
        print(f"gains: no commit {options.base or 'before this one'} in this clone, so nothing to compare with")
        return 2 if options.base else 0
    with ExitStack() as stack:
        before = stack.enter_context(Version(stack.enter_context(unpacked(commit, ROOT))))
        now = stack.enter_context(Version(ROOT / "src"))
        results = compared(paths, before, now, options.rounds, options.seconds)
    changed = [one for one in results if one.changed]
    for line in shown_documents(changed, options.most, folders):
        print(line)
    if any(one.found for one in changed):
        print()
        for line in shown_totals([difference for one in changed for difference in one.found]):
            print(line)
        print()
    print(f"{len(changed)} of {len(results)} documents differ from those of {commit[:12]}")
    if len(results) < len(paths):
        print(f"{len(paths) - len(results)} texts were not read in {options.seconds:g} s")
    for line in [*shown_scores(results), *shown_times(results)]:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
