"""Looks for texts whose document breaks an invariant: ``python -m tests.fuzz --cases 20000`` (or ``make fuzz``).

Texts are whole minutes (`grammar`) with `damage`, `shuffled` lines, and any characters. The smallest text of a fault is kept in
``fixtures/regressions``, where the tests read it from then on, and the search ends with status 1.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import traceback
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from tests.damage import MUTATED
from tests.golden import REGRESSIONS
from tests.grounding import violations
from tests.shuffled import LAYOUTS, SHUFFLED

from minutesparse.parsing import parse
from minutesparse.source import from_text
from minutesparse.validation import check_against_source, check_document

STRATEGIES = {"minutes": MUTATED, "shuffled lines": SHUFFLED, "any text": st.text(max_size=300)}
SHARES = {"minutes": 0.5, "shuffled lines": 0.4, "any text": 0.1}


class UnsoundError(AssertionError):
    """A document breaks an invariant."""


def check(text: str, layout: str | None) -> None:
    """Raises where the document of ``text`` cannot be made, is not sound, not valid, or not the same twice."""
    document = parse(text, layout=layout, lines=True)
    found = violations(document.to_dict(), text)
    if found:
        raise UnsoundError("\n".join(map(str, found[:8])))
    printed = document.to_json()
    if parse(text, layout=layout, lines=True).to_json() != printed:
        raise UnsoundError("not the same bytes twice")
    node, findings = check_document(printed.encode("utf-8"))
    if node is not None:
        findings += check_against_source(node, from_text(text))
    if findings:
        raise UnsoundError("\n".join(findings[:8]))
    json.loads(printed)


def search(strategy: st.SearchStrategy[str], cases: int, seed: int) -> tuple[str, str | None, Exception] | None:
    """The smallest text that `check` refuses among ``cases`` texts, its layout and why; None where it refuses none."""
    last: list[tuple[str, str | None, Exception]] = []

    @seeded(seed)
    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        report_multiple_bugs=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy, LAYOUTS)
    def run(text: str, layout: str | None) -> None:
        try:
            check(text, layout)
        except Exception as error:
            last[:] = [(text, layout, error)]
            raise

    try:
        run()
    except Exception:
        if not last:
            raise
    return last[0] if last else None


def keep(text: str, folder: Path = REGRESSIONS) -> Path:
    """Write ``text`` under its digest."""
    data = text.encode("utf-8", "surrogatepass")
    path = folder / f"{hashlib.sha256(data).hexdigest()[:12]}.txt"
    path.write_bytes(data)
    return path


def main() -> int:
    """1 where a fault was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20000, metavar="N", help="texts to try")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another seed tries other texts")
    args = parser.parse_args()

    faults = 0
    for name, strategy in STRATEGIES.items():
        cases = max(1, round(args.cases * SHARES[name]))
        found = search(strategy, cases, args.seed)
        if found is None:
            print(f"{name}: {cases} texts, no fault", flush=True)
            continue
        text, layout, error = found
        faults += 1
        print(
            f"{name}: a fault, kept in {keep(text)}", f"layout: {layout}", f"text: {text!r}", sep="\n    ", flush=True
        )
        traceback.print_exception(error)
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
