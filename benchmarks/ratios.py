"""Measured ratios beside their bars: printed, kept in ``ratios.md``, and held against what is kept there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

WORSE = 1.25  # times the kept ratio that one which misses its bar may come to before it fails a build
ROW = re.compile(r"^\| (?P<name>[^|]+) \| (?P<ratio>[\d.]+) \| [≤≥]", re.MULTILINE)

Shares = Mapping[str, Mapping[str, float]]
"""Layouts to the share of the time, from 0 to 1, that each stage takes."""


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

    @property
    def told_bar(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.bar:g}"

    def fails(self, kept: float | None) -> bool:
        """Whether a build fails: a stable ratio misses its bar, and is clearly worse than the one that is kept."""
        if not self.stable or self.passed:
            return False
        if kept is None:
            return True
        return kept / self.ratio > WORSE if self.at_least else self.ratio / kept > WORSE


def kept(page: str) -> dict[str, float]:
    """Names to ratios of a page that `page_of` wrote."""
    return {match["name"].strip(): float(match["ratio"]) for match in ROW.finditer(page)}


def page_of(head: str, rows: Sequence[Row], shares: Shares, sizes: Mapping[str, float]) -> str:
    """Both tables as Markdown under a line that says on what they were measured; ``sizes`` are in 10^6 bytes."""
    lines = [
        "# Ratios",
        "",
        f"Written by `make bench`: {head}",
        "",
        "| ratio | | bar | | |",
        "| --- | --: | --: | --- | --- |",
    ]
    for row in rows:
        passed = "PASS" if row.passed else "FAIL"
        lines.append(f"| {row.name} | {row.ratio:.2f} | {row.told_bar} | {passed} | {row.detail} |")
    lines += ["", "Share of the time that each stage takes, in percent:", ""]
    layouts = list(shares)
    lines.append("| stage | " + " | ".join(f"{layout}, {sizes[layout]:.2f} MB" for layout in layouts) + " |")
    lines.append("| --- |" + " --: |" * len(layouts))
    for name, values in by_share(shares):
        lines.append(f"| {name} | " + " | ".join(f"{100 * value:.1f}" for value in values) + " |")
    return "\n".join(lines) + "\n"


def printed(rows: Sequence[Row]) -> Iterator[str]:
    """The ratios as lines of a terminal."""
    width = max(len(row.name) for row in rows)
    yield f"{'ratio':<{width}}  {'':>7}  {'bar':>7}"
    for row in rows:
        passed = "PASS" if row.passed else "FAIL"
        yield f"{row.name:<{width}}  {row.ratio:7.2f}  {row.told_bar:>7}  {passed}  {row.detail}"


def printed_shares(shares: Shares, sizes: Mapping[str, float]) -> Iterator[str]:
    """The stages as lines of a terminal."""
    stages = by_share(shares)
    width = max(len(name) for name, _ in stages)
    heads = [f"{layout} ({sizes[layout]:.2f} MB)" for layout in shares]
    yield f"{'share of the time':<{width}}  " + "  ".join(heads)
    for name, values in stages:
        cells = (f"{100 * value:{len(head)}.1f}" for head, value in zip(heads, values, strict=True))
        yield f"{name:<{width}}  " + "  ".join(cells)


def by_share(shares: Shares) -> list[tuple[str, list[float]]]:
    """Stages with their share in each layout, that with the largest share in any of them first."""
    names = dict.fromkeys(name for one in shares.values() for name in one)
    rows = [(name, [one.get(name, 0.0) for one in shares.values()]) for name in names]
    return sorted(rows, key=lambda row: -max(row[1]))
