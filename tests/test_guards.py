"""SECURITY.md, the guards and the tests name each other, and `make guards` can take each guard out."""

from __future__ import annotations

import re

import pytest
from tests.guards import ROOT, Guard, changed, guards

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
TABLES = [line for line in PAGE.split("\n") if line.startswith("|")]
TESTS = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("test_*.py"))


@pytest.mark.parametrize("guard", guards(), ids=lambda guard: guard.threat)
def test_a_guard_stands_where_it_is_said_to(guard: Guard) -> None:
    assert changed(guard) != (ROOT / guard.file).read_text(encoding="utf-8")
    path, _, name = guard.test.partition("::")
    for part in name.partition("[")[0].split("::"):
        assert re.search(rf"^ *(?:class|def) {part}\b", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE)
        assert part in PAGE


def test_the_page_names_what_there_is() -> None:
    for name in re.findall(r"\btest_\w+(?!\.py)\b(?!\.py)", "\n".join(TABLES)):
        assert f"def {name}(" in TESTS or (ROOT / "tests" / f"{name}.py").exists(), name
    for name in re.findall(r"`([\w./-]+\.(?:py|yml|yaml|toml))`", PAGE):
        places = (ROOT / name, ROOT / "src" / "minutesparse" / name, ROOT / "tests" / f"test_security{name}")
        assert any(place.exists() for place in places) or "/" not in name, name


def test_each_threat_has_a_test_and_the_count_is_true() -> None:
    assert all("test_" in line for line in TABLES if re.search(r"\.(?:py|yml)`", line))
    assert f"of {len(guards())} guards" in PAGE
