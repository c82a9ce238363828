"""Survival of the fixtures' documents under `mutations`: ``python -m tests.mutate`` (or ``make mutate-text``).

A document survives a change of its text that says the same if it is the same but for what `mutations` lets differ.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict

from tests.golden import FIXTURES, fixtures
from tests.mutations import MUTATIONS, Mutation, Page, page_of

from minutesparse.source import from_file

BARS = {"layout": 0.90, "vocabulary": 0.80}
DIFFERENCES_SHOWN = 3


def pages(part: str = "") -> dict[str, Page]:
    """The fixtures whose names hold ``part``."""
    found = {path.relative_to(FIXTURES).with_suffix("").as_posix(): path for path in fixtures()}
    return {name: page_of(from_file(path).text) for name, path in found.items() if part in name}


def smallest(mutation: Mutation, page: Page) -> Page:
    """A page with as few of its lines as still do not survive."""
    size = len(page.lines)
    while size:
        start = 0
        while start < len(page.lines):
            fewer = page_of("\n".join(page.lines[:start] + page.lines[start + size :]))
            if mutation.difference(fewer):
                page = fewer
            else:
                start += size
        size //= 2
    return page


def rate(survived: list[bool]) -> str:
    """How many of how many, and the share."""
    return (
        f"{sum(survived):3} of {len(survived):3}  {sum(survived) / len(survived):5.0%}" if survived else "       none"
    )


def main() -> int:
    """Print the table, and what did not survive with its first differences; 1 where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fixture", default="", metavar="PART", help="only fixtures named so")
    parser.add_argument("--mutation", default="", metavar="PART", help="only mutations named so")
    parser.add_argument("--smallest", action="store_true", help="print the fewest lines that do not survive")
    args = parser.parse_args()

    by_mutation: dict[str, list[bool]] = defaultdict(list)
    by_fixture: dict[str, list[bool]] = defaultdict(list)
    by_kind: dict[str, list[bool]] = defaultdict(list)
    chosen = [mutation for mutation in MUTATIONS if args.mutation in mutation.name]
    for name, page in pages(args.fixture).items():
        for mutation in chosen:
            differences = mutation.difference(page)
            if differences is None:
                continue
            for table, key in ((by_mutation, mutation.name), (by_fixture, name), (by_kind, mutation.kind)):
                table[key].append(not differences)
            if differences:
                print(f"{name}: {mutation.name}")
                shown = smallest(mutation, page) if args.smallest else page
                for line in (mutation.difference(shown) or [])[:DIFFERENCES_SHOWN]:
                    print(f"    {line}")
                if args.smallest:
                    print(*(f"    > {line}" for line in shown.lines), sep="\n")
    print()
    for mutation in chosen:
        print(f"{rate(by_mutation[mutation.name])}  {mutation.kind:10}  {mutation.name}")
    print()
    for name, survived in sorted(by_fixture.items()):
        print(f"{rate(survived)}  {name}")
    print()
    missed = False
    for kind, bar in BARS.items():
        survived = by_kind[kind]
        low = bool(survived) and sum(survived) < bar * len(survived)
        missed |= low
        print(f"{rate(survived)}  {kind}, bar {bar:.0%}{': missed' if low else ''}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
