"""Times of several ways to do the same work, taken in turn so that a busy machine slows all alike."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import perf_counter


def interleaved(contenders: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Median seconds of each contender over ``repeats`` rounds (A B A B …), after one round that does not count."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(repeats + 1):
        for name, work in contenders.items():
            gc.collect()
            begin = perf_counter()
            work()
            if turn:
                times[name].append(perf_counter() - begin)
    return {name: median(seconds) for name, seconds in times.items()}
