"""How cost grows with length: by counted work, and by the processor's time for what cannot be counted."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import CodeType
from typing import Any

Work = Callable[[str], object]
Measure = Callable[[Work, str], int]

MOST_GROWTH = 2.2  # times the counted work for twice the text

# What happens inside one call of the standard library, a pattern's search above all, cannot be counted. Its time is this
# thread's on the processor, which other processes hardly change, and the bar lies half way to quadratic cost.
LONGER = 8
MOST_TIME = 24.0
ATTEMPTS = 5
SHORTEST = 0.004  # seconds; what takes less is repeated until it does


def assert_linear(work: Work, unit: str, size: int) -> None:
    """``work`` on ``unit`` repeated to ``size`` characters costs twice as much on twice as many."""
    short, double, long = (unit * (times * size // len(unit)) for times in (1, 2, LONGER))
    work(short)
    for measure in (calls_made, lines_run):
        costs = measure(work, short), measure(work, double)
        assert costs[1] <= costs[0] * MOST_GROWTH, (measure.__name__, costs)
    ratios: list[float] = []
    while not ratios or (min(ratios) > MOST_TIME and len(ratios) < ATTEMPTS):
        ratios.append(_seconds(work, long) / _seconds(work, short))
    assert min(ratios) <= MOST_TIME, f"{min(ratios):.1f} times the time for {LONGER} times the text"


def calls_made(work: Work, text: str) -> int:
    """Number of calls, of functions of Python and of the library's, while ``work`` runs on ``text``."""
    count = 0

    def profile(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        work(text)
    finally:
        sys.setprofile(before)
    return count


def lines_run(work: Work, text: str) -> int:
    """Number of source lines of this package executed while ``work`` runs on ``text``."""
    count = 0
    ours: dict[CodeType, bool] = {}

    def trace(frame: Any, event: str, _argument: Any) -> Any:
        nonlocal count
        code = frame.f_code
        if not ours.setdefault(code, "minutesparse" in code.co_filename):
            return None
        if event == "line":
            count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work(text)
    finally:
        sys.settrace(before)
    return count


def _seconds(work: Work, text: str) -> float:
    """The processor's time for one run."""
    runs, total = 0, 0.0
    while total < SHORTEST:
        started = time.thread_time()
        work(text)
        total += time.thread_time() - started
        runs += 1
    return total / runs
