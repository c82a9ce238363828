"""Looks for texts that break what must hold for every text: ``python -m tests.fuzz --cases 20000`` (or ``make fuzz``).

Texts are `fuzz_texts`' kinds, made by plain random numbers, or with ``--engine hypothesis`` by that. What each is put to is
`soundness.PROBES`. The smallest text of each fault is kept in ``fixtures/regressions``, where the tests read it from then
on; the search goes on for others and ends with status 1. With ``--record`` a line says how much was tried, at which
commit, and how many faults were found.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from tests.chance import Chance, Seeded, drawn
from tests.fuzz_texts import text_of
from tests.golden import REGRESSIONS, fixtures
from tests.shrink import smallest
from tests.shuffled import LAYOUT_NAMES, LAYOUTS
from tests.soundness import check, kind_of

from minutesparse.parsing import parse_bytes

Maker = Callable[[Chance], str]
COLUMNS = ("date", "commit", "engine", "seed", "cases", "characters", "seconds", "faults")
MOST_FAULTS = 12
"""After as many kinds of fault a search gives up."""


@dataclass(frozen=True)
class Fault:
    """A text that breaks something, as small as it could be made."""

    text: str
    layout: str | None
    error: Exception


@dataclass
class Search:
    """How far a search has come."""

    engine: str
    seed: int
    cases: int = 0
    characters: int = 0
    faults: list[Fault] = field(default_factory=list)
    stopped: bool = False
    commit: str = ""


def random_search(search: Search, cases: int) -> Iterator[Fault]:
    """The faults among ``cases`` texts made by random numbers, one of each kind; ``search`` counts along."""
    known: set[str] = set()
    for number in range(cases):
        if search.stopped or len(known) >= MOST_FAULTS:
            return
        chance = Seeded(f"{search.seed}-{number}")
        text, layout = text_of(chance), chance.one(LAYOUT_NAMES)
        search.cases += 1
        search.characters += len(text)
        error = failure(text, layout, number)
        if error is not None and kind_of(error) not in known:
            known.add(kind_of(error))
            yield smallest_fault(text, layout, error, number)


def hypothesis_search(search: Search, cases: int) -> Iterator[Fault]:
    """The first fault among ``cases`` texts made by hypothesis, which makes it small."""
    last: list[Fault] = []

    @seeded(search.seed)
    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(drawn(text_of), LAYOUTS)
    def run(text: str, layout: str | None) -> None:
        search.cases += 1
        search.characters += len(text)
        error = failure(text, layout, len(text))
        if error is not None:
            last[:] = [Fault(text, layout, error)]
            raise error

    try:
        run()
    except Exception:
        if not last:
            raise
    yield from last


ENGINES = {"random": random_search, "hypothesis": hypothesis_search}


def failure(text: str, layout: str | None, number: int) -> Exception | None:
    """What `check` raises, or None."""
    try:
        check(text, layout, number)
    except Exception as error:
        return error
    return None


def smallest_fault(text: str, layout: str | None, error: Exception, number: int) -> Fault:
    """The fault of a text that fails with ``error``, made small."""
    kind = kind_of(error)

    def fails(some: str) -> bool:
        found = failure(some, layout, number)
        return found is not None and kind_of(found) == kind

    text = smallest(text, fails)
    return Fault(text, layout, failure(text, layout, number) or error)


def keep(text: str, folder: Path = REGRESSIONS) -> Path:
    """Write ``text`` under its digest."""
    data = text.encode("utf-8", "surrogatepass")
    path = folder / f"{hashlib.sha256(data).hexdigest()[:12]}.txt"
    path.write_bytes(data)
    return path


def record(search: Search, seconds: float, file: Path) -> None:
    """Add a line to ``file``, tab-separated; ``seconds`` are of CPU time. A commit with ``+`` had changes beside it."""
    if not file.exists():
        file.write_text("\t".join(COLUMNS) + "\n", encoding="utf-8")
    values = (
        f"{datetime.now(UTC):%Y-%m-%d}", search.commit, search.engine, search.seed, search.cases, search.characters,
        round(seconds), len(search.faults),
    )  # fmt: skip
    with file.open("a", encoding="utf-8") as stream:
        stream.write("\t".join(map(str, values)) + "\n")


def commit() -> str:
    """The commit that is checked out, with ``+`` where the package is changed beside it."""

    def told(*arguments: str) -> str:
        return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False).stdout.strip()

    return told("rev-parse", "--short=9", "HEAD") + ("+" if told("status", "--porcelain", "src") else "")


def main() -> int:
    """1 where a fault was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20000, metavar="N", help="texts to try")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another seed tries other texts")
    parser.add_argument("--engine", choices=ENGINES, default="random")
    parser.add_argument("--record", type=Path, metavar="FILE", help="add a line about this search")
    parser.add_argument("--keep", type=Path, default=REGRESSIONS, metavar="FOLDER", help="where texts of faults go")
    args = parser.parse_args()

    search = Search(args.engine, args.seed, commit=commit())

    def stop(_signal: int, _frame: FrameType | None) -> None:
        search.stopped = True

    signal.signal(signal.SIGTERM, stop)
    for path in fixtures():  # patterns are compiled when first used
        parse_bytes(path.read_bytes())
    gc.freeze()
    gc.set_threshold(100_000)  # documents are trees, no cycles: there is nothing to collect
    begun = time.process_time()
    for fault in ENGINES[args.engine](search, args.cases):
        search.faults.append(fault)
        path = keep(fault.text, args.keep)
        print(f"a fault, kept in {path}", f"layout: {fault.layout}", f"text: {fault.text!r}", sep="\n    ")
        traceback.print_exception(fault.error, file=sys.stdout)
        sys.stdout.flush()
    seconds = time.process_time() - begun
    print(f"{search.cases} texts of {search.characters} characters in {seconds:.0f} s of CPU time,", end=" ")
    print(f"{len(search.faults) or 'no'} fault{'s' * (len(search.faults) != 1)}")
    if args.record:
        record(search, seconds, args.record)
    return int(bool(search.faults))


if __name__ == "__main__":
    sys.exit(main())
