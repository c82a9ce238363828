"""What explain says of each line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minutesparse.explain import RULES, explain
from minutesparse.source import from_bytes, from_text

TEXT = """Weirdale Parish Council

1. Apologies for absence
Cllr Birch sent his apologies.

2. Bus shelter
RESOLVED: That the roof be mended.

2024 was a wet year.
"""
FIXTURES = sorted((Path(__file__).parent.parent / "fixtures").rglob("*.txt"))


def by_line(text: str) -> dict[int, Any]:
    return {one.line: one for one in explain(from_text(text))}


def test_a_heading_tells_its_signs() -> None:
    one = by_line(TEXT)[3]
    assert (one.role, one.weighing.rule, one.weighing.chosen) == ("item_heading", "series #.", True)
    assert ("vocabulary", 2.0) in one.weighing.signs
    assert one.weighing.total >= one.weighing.floor
    assert one.runner_up == "paragraph or point"
    assert one.nodes == ("item-1",)


def test_a_decision_tells_its_nodes() -> None:
    one = by_line(TEXT)[7]
    assert (one.role, one.rule, one.nodes) == ("resolution", RULES["resolution"], ("item-2", "resolution-1"))


def test_a_year_is_weighed_and_refused() -> None:
    one = by_line(TEXT)[9]
    assert one.role == "paragraph"
    assert one.weighing is None or not one.weighing.chosen


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_line_is_explained(path: Path) -> None:
    source = from_bytes(path.read_bytes())
    for one in explain(source):
        assert one.rule == RULES[one.role]
        json.dumps(one.to_dict())


def test_command(tmp_path: Path, run: Callable[..., Any]) -> None:
    (tmp_path / "minutes.txt").write_text(TEXT, encoding="utf-8")
    shown = run("explain", str(tmp_path / "minutes.txt"), "--line", "3")
    assert shown.returncode == 0
    assert "weighed as series #.:" in shown.stdout
    some = run("explain", str(tmp_path / "minutes.txt"), "--lines", "3-7", "-f", "json")
    assert [one["line"] for one in json.loads(some.stdout)] == [3, 4, 6, 7]
    assert run("explain", str(tmp_path / "minutes.txt"), "--lines", "7-3").returncode == 2
    assert run("explain", str(tmp_path / "minutes.txt"), "--lines", "3-7", "--line", "3").returncode == 2
    assert run("explain", str(tmp_path / "none.txt")).returncode == 1
