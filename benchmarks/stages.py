"""Where the time goes, stage by stage.

A stage is a module that `stages` or `interpret` calls. Its functions are wrapped for the time of the measurement; a
wrapper counts its own time and takes off that of the wrapped functions below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from types import FunctionType
from typing import Any

from minutesparse import blocks, interpret, model, source
from minutesparse import stages as pipeline

WALKS = ("walk_clauses", "walk_blocks", "walk_items")  # generators: their time is their reader's


class Stages:
    """Seconds a stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inner: list[float] = []

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """``function``, its time added to ``stage``."""

        def timed(*arguments: Any, **options: Any) -> Any:
            self._inner.append(0.0)
            begin = process_time()
            try:
                return function(*arguments, **options)
            finally:
                spent = process_time() - begin
                self.seconds[stage] = self.seconds.get(stage, 0.0) + spent - self._inner.pop()
                if self._inner:
                    self._inner[-1] += spent

        return timed

    def shares(self) -> dict[str, float]:
        """Share of each stage, the largest first."""
        total = sum(self.seconds.values())
        return {name: seconds / total for name, seconds in sorted(self.seconds.items(), key=lambda pair: -pair[1])}


def measure(paths: list[Path], repeats: int) -> dict[str, float]:
    """Share of the time that each stage takes from files to JSON."""
    stages = Stages()
    with _wrapped(stages):
        for _ in range(repeats):
            for path in paths:
                text = stages.timed("source", source.from_bytes)(path.read_bytes(), path.name)
                node = stages.timed("stages", pipeline.to_node)(text, None, None, False)
                minutes = stages.timed("model (validation)", model.Minutes.model_validate)(node)
                stages.timed("model (JSON)", minutes.to_json)()
    return stages.shares()


@contextmanager
def _wrapped(stages: Stages) -> Iterator[None]:
    """Wrap what `stages` and `interpret` import from other modules, and the two classes that do a stage's work."""
    places: list[tuple[Any, str, str]] = [
        (blocks.Grouper, "group", "blocks"),
        (interpret.Interpreter, "draft", "interpret"),
    ]
    for module in (pipeline, interpret):
        for name, value in vars(module).items():
            if isinstance(value, FunctionType) and value.__module__ != module.__name__ and name not in WALKS:
                _, _, stage = value.__module__.partition(".")
                if stage:
                    places.append((module, name, stage))
    before = [(owner, name, getattr(owner, name)) for owner, name, _ in places]
    for owner, name, stage in places:
        setattr(owner, name, stages.timed(stage, getattr(owner, name)))
    try:
        yield
    finally:
        for owner, name, value in before:
            setattr(owner, name, value)
