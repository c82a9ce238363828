"""How cost grows with length: a ratio measured in one run, never a limit in seconds."""

from __future__ import annotations

import time
from collections.abc import Callable

LONGER = 4
MOST = 2.5  # times the growth of the text that its cost may grow by, on a machine that does other things besides
SHORTEST = 0.004  # seconds; what takes less is repeated until it does


def assert_linear(work: Callable[[str], object], unit: str, size: int) -> None:
    """``work`` on ``unit`` repeated to four times ``size`` characters costs about four times as much."""
    short, long = unit * (size // len(unit)), unit * (LONGER * size // len(unit))
    work(short)
    ratio = min(_seconds(work, long) / _seconds(work, short) for _ in range(3))
    assert ratio <= LONGER * MOST, f"{ratio:.1f} times the cost for {LONGER} times the text"


def _seconds(work: Callable[[str], object], text: str) -> float:
    runs, total = 0, 0.0
    while total < SHORTEST:
        started = time.perf_counter()
        work(text)
        total += time.perf_counter() - started
        runs += 1
    return total / runs
