"""The wheel with compiled modules: it is made of modules that are there, and of none that it must not compile."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"][
    "wheel"
]["hooks"]["mypyc"]


def test_nobody_gets_compiled_modules_unasked() -> None:
    assert HOOK["enable-by-default"] is False


@pytest.mark.parametrize("pattern", HOOK["include"])
def test_what_is_compiled_is_there(pattern: str) -> None:
    assert list(ROOT.glob(pattern.lstrip("/")))


def test_models_and_commands_are_not_compiled() -> None:
    compiled = {path for pattern in HOOK["include"] for path in ROOT.glob(pattern.lstrip("/"))}
    assert not any(path.name == "model.py" or "cli" in path.parts for path in compiled)
