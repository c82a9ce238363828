"""What README and docs say is true: their examples run, their tables are made from the code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from minutesparse.diagnostics import RULES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[str]:
    """The fenced blocks of one kind in the README."""
    return [match["body"] for match in BLOCK.finditer(README) if match["kind"] == kind]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds the README's minutes."""
    (tmp_path / "minutes.txt").write_text(blocks("text")[0], encoding="utf-8")
    return tmp_path


def sessions() -> list[list[tuple[str, str]]]:
    """Each console block as commands with what they print."""
    found = []
    for body in blocks("console"):
        parts = re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]
        found.append([(command, printed) for command, _, printed in (part.partition("\n") for part in parts)])
    return found


@pytest.mark.parametrize("session", sessions())
def test_console_examples(session: list[tuple[str, str]], folder: Path) -> None:
    for command, printed in session:
        assert command.startswith("minutesparse ")
        run = subprocess.run(
            [sys.executable, "-m", *command.split()], cwd=folder, capture_output=True, text=True, encoding="utf-8"
        )
        assert (run.returncode, run.stderr, run.stdout) == (0, "", printed), command


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_script_for_an_archive(folder: Path) -> None:
    (script,) = (body for body in blocks("sh") if body.startswith("#!"))
    assert len(script.strip().split("\n")) == 5
    (folder / "minutes/2024").mkdir(parents=True)
    (folder / "minutes.txt").rename(folder / "minutes/2024/march.txt")
    (folder / "script").write_text(script, encoding="utf-8")
    commands = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for _ in range(2):
        run = subprocess.run(
            ["sh", "script"],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PATH": commands},
        )
        assert (run.returncode, run.stderr, run.stdout) == (0, "", blocks("text")[1])


@pytest.mark.parametrize("code", blocks("python"))
def test_python_examples(code: str, folder: Path) -> None:
    run = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[0] == "2024-03-05 BUS SHELTER"


def test_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_dependencies_have_their_reasons() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = tomllib.loads(project)["project"]
    names = [re.split(r"[^\w-]", one)[0] for one in declared["dependencies"]]
    extras = [name for name in declared["optional-dependencies"] if name != "dev"]
    tables = README.partition("## Dependencies")[2].partition("\n## ")[0]
    assert sorted([*names, *extras]) == sorted(
        set(re.findall(r"^\| `?([a-z][\w-]+)`? \|", tables, re.MULTILINE)) - {"package", "extra"}
    )


def test_diagnostics_page_is_made_from_the_rules() -> None:
    page = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    rows = "\n".join(f"| {rule.code} | {rule.name} | {rule.severity} | {rule.summary} |" for rule in RULES.values())
    assert rows in page
    for rule in RULES.values():
        assert rule.example in page
