"""What only a fresh process shows: start-up and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from timing import interleaved

IMPORT_CLICK = "import click"
IMPORT_MODELS = """
import click
from pydantic import BaseModel
class M1(BaseModel):
    start: int
    end: int
""" + "".join(
    f"class M{number}(BaseModel):\n    id: str\n    name: str | None\n    parts: list[M{number - 1}]\n    span: M1\n"
    for number in range(2, 13)
)

# VmHWM, the peak of this process's own memory, where the system tells it: ru_maxrss begins with the parent's.
MEMORY = """
import resource, sys
def peak():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
from minutesparse import parse, parse_file
parse("Minutes of a meeting").to_json()
before = peak()
minutes = parse_file(sys.argv[1])
json = minutes.to_json()
print((peak() - before) / minutes.source.characters)
"""


def memory_per_character(texts: Sequence[str], size: int) -> float:
    """Peak bytes a character above the process after its imports, for ``texts`` one after another up to ``size``."""
    joined = "\n\n".join(texts)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        path.write_text((joined + "\n\n") * max(1, round(size / len(joined))), encoding="utf-8", newline="")
        return float(_run([sys.executable, "-c", MEMORY, str(path)]))


def start_up(text: str, repeats: int) -> dict[str, float]:
    """Median seconds from start to end of processes: two sets of imports, and the command doing little."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "short.txt"
        path.write_text(text, encoding="utf-8", newline="")
        # Modules stand compiled, as on a user's machine; the round that does not count compiles them.
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-m", "minutesparse"]
        processes = {
            "import click": [sys.executable, "-c", IMPORT_CLICK],
            "--help": [*command, "--help"],
            "--version": [*command, "--version"],
            "import click, 12 models": [sys.executable, "-c", IMPORT_MODELS],
            "extract": [*command, "extract", str(path)],
        }
        contenders: Mapping[str, Callable[[], str]] = {
            name: _runner(line, environment) for name, line in processes.items()
        }
        return interleaved(contenders, repeats)


def _runner(command: Sequence[str], environment: Mapping[str, str]) -> Callable[[], str]:
    return lambda: _run(command, environment)


def _run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8")
    return done.stdout
