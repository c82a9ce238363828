"""Minutes that are out to do harm, and command lines run in this process: for the tests of SECURITY.md's threats."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.command import Result, run

from minutesparse import parse
from minutesparse.tables.write import write_tables

HOSTILE = """\
Oxbow \x1b[31mParish\x1b[0m Council

Minutes of the meeting held on Tuesday 5 March 2024 at 7.30 pm in the \x1b]0;owned\x07 Hall

Present: Cllr \x9b31mAda Pell (Chair), Cllr Tom Reed

1. \x1b]8;;https://example.org\x1b\\Fences\x1b]8;;\x1b\\ and \u202egates
The clerk\u2066 reported TBC.

RESOLVED: That the [red]gate[/red] and \u202afence\u202c be \x1b[2Jrepaired.

Action: Clerk to \x7forder \x85the work by 29 March 2024.
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "dumb")  # so that nothing is coloured
    return tmp_path


@pytest.fixture
def call(here: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command line in this process."""

    def call(*arguments: str, stdin: bytes = b"", terminal: bool = False) -> Result:
        return run(monkeypatch, arguments, stdin, terminal, terminal)

    return call


@pytest.fixture
def minutes(here: Path) -> Path:
    """Minutes that are out to do harm."""
    path = here / "minutes.txt"
    path.write_text(HOSTILE, encoding="utf-8", newline="")
    return path


@pytest.fixture(scope="session")
def tables(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The database of these minutes."""
    path = tmp_path_factory.mktemp("tables") / "minutes.db"
    write_tables([("minutes.json", parse(HOSTILE).to_dict())], "sqlite", path)
    return path.read_bytes()


@pytest.fixture
def database(tables: bytes, minutes: Path) -> str:
    """The name of a file with it."""
    minutes.with_name("minutes.db").write_bytes(tables)
    return "minutes.db"
