"""The search for faults finds one, keeps its smallest text, and finds none where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import strategies as st
from tests import fuzz


def test_finds_no_fault_in_sound_texts() -> None:
    assert fuzz.search(fuzz.STRATEGIES["minutes"], 40, 1) is None


def test_finds_and_keeps_the_smallest_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def check(text: str, _layout: str | None) -> None:
        if "b" in text:
            raise fuzz.UnsoundError("a b")

    monkeypatch.setattr(fuzz, "check", check)
    found = fuzz.search(st.text(alphabet="ab\n"), 200, 1)
    assert found is not None
    assert found[0] == "b" and str(found[2]) == "a b"
    path = fuzz.keep(found[0], tmp_path)
    assert path.read_bytes() == b"b" and path.suffix == ".txt"
