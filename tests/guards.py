"""`make guards`: each guard that SECURITY.md names is taken out of a copy of the tree, and its test must fail there.

    python -m tests.guards [WORDS]

tries all, or those in whose threat or file one of the WORDS stands. Exit status 1 where a test passes without its
guard, or a guard is no longer found in its file.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
NEEDED = (
    ".ci",
    "SECURITY.md",
    "src",
    "tests",
    "ci",
    "docs",
    "fixtures",
    "action.yml",
    ".pre-commit-hooks.yaml",
    "pyproject.toml",
)
LONGEST = 120  # seconds of a test, beyond which it failed: some guards stand against what never ends


@dataclass(frozen=True, slots=True)
class Guard:
    """A guard: the threat that it stands against, where it is, how it is taken out, and the test that then fails."""

    threat: str
    file: str
    old: str
    new: str
    test: str


def guards() -> list[Guard]:
    """Those that are declared in ``guards.toml``."""
    declared = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return [Guard(**one) for one in declared["guard"]]


def changed(guard: Guard, root: Path = ROOT) -> str:
    """The file without the guard. Raises ``ValueError`` where the guard does not stand there as it is declared."""
    text = (root / guard.file).read_text(encoding="utf-8")
    if guard.old not in text:
        raise ValueError(f"{guard.threat}: {guard.old!r} is not in {guard.file}")
    return text.replace(guard.old, guard.new)


def tested(tests: list[str], tree: Path) -> subprocess.CompletedProcess[str]:
    """What came of running tests in a copy of the tree. Raises ``TimeoutExpired``."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-m", "", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(tree / "src")}
    return subprocess.run(command, cwd=tree, env=environment, capture_output=True, timeout=LONGEST, text=True)


def fails_without(guard: Guard, tree: Path) -> bool:
    """True where the guard's test fails in ``tree``, a copy, when it is taken out there. The copy is put right again."""
    path = tree / guard.file
    before = path.read_text(encoding="utf-8")
    path.write_text(changed(guard), encoding="utf-8")
    try:
        done = tested([guard.test], tree)
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(before, encoding="utf-8")
    if done.returncode not in (0, 1):  # 1: a test failed; what is more is no answer
        raise ValueError(f"{guard.threat}: {guard.test} cannot be run\n{done.stdout}{done.stderr}")
    return done.returncode == 1


def main(words: list[str]) -> int:
    """Try the guards that are meant, and give the exit status."""
    chosen = [one for one in guards() if not words or any(word in f"{one.threat} {one.file}" for word in words)]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        for name in NEEDED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            copy(ROOT / name, tree / name)
        whole = tested(sorted({one.test for one in chosen}), tree)
        if whole.returncode != 0:
            print(f"the tests fail with all guards in place\n{whole.stdout}{whole.stderr}")
            return 1
        for guard in chosen:
            try:
                said = "" if fails_without(guard, tree) else "ITS TEST PASSES WITHOUT IT"
            except ValueError as error:
                said = str(error)
            wrong += bool(said)
            print(f"{guard.threat:<45} {said or 'its test fails without it'}", flush=True)
    print(f"{len(chosen)} guards taken out, {wrong} not missed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
