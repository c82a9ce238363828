"""Times of several ways to do the same work, taken in turn so that a busy machine slows all alike."""

from __future__ import annotations

import gc
import resource
from collections.abc import Callable, Mapping
from statistics import median
from time import process_time


def processor_seconds() -> float:
    """What this process and the processes that it started and that have ended have used of the processor: time that
    others on the same machine take does not count."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def interleaved(contenders: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """Median processor seconds of each contender over ``repeats`` rounds (A B A B …), after one that does not count."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for turn in range(repeats + 1):
        for name, work in contenders.items():
            gc.collect()
            begin = processor_seconds()
            work()
            if turn:
                times[name].append(processor_seconds() - begin)
    return {name: median(seconds) for name, seconds in times.items()}
