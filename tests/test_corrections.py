"""Corrections: what their file may hold, and what they do to lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutesparse.corrections import Correction, apply, beside, load
from minutesparse.errors import OptionError
from minutesparse.lines import classify
from minutesparse.source import from_text

TEXT = "Weirdale Parish Council\n\nBus shelter\nThe roof leaks.\n\nRT ring the roofer\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "minutes.txt.corrections.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_load(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "- {lines: 3, text: Bus shelter, role: heading}\n- {lines: 6-6, text: RT  ring, role: unplaced}\n",
    )
    assert load(path) == [Correction(3, 3, "Bus shelter", "heading"), Correction(6, 6, "RT ring", "unplaced")]
    assert beside(tmp_path / "minutes.txt") == path
    assert beside(tmp_path / "other.txt") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: b", "not a list"),
        ("- [", "not YAML"),
        ("- 3", "wants lines, text and role"),
        ("- {lines: 3, text: a}", "wants lines, text and role"),
        ("- {lines: x, text: a, role: text}", "no line or range"),
        ("- {lines: 4-3, text: a, role: text}", "no line or range"),
        ("- {lines: 3, text: a, role: title}", "no role 'title'"),
        ("- {lines: 3, text: ' ', role: text}", "quotes nothing"),
    ],
)
def test_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(OptionError, match=says):
        load(written(tmp_path, text))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="no such file"):
        load(tmp_path / "none.yaml")


def test_apply() -> None:
    lines = classify(from_text(TEXT))
    forced = apply(
        [
            Correction(3, 3, "Bus", "heading"),
            Correction(4, 5, "The roof", "text"),
            Correction(6, 6, "RT ring", "unplaced"),
        ],
        TEXT,
        lines,
    )
    assert forced == {2: True, 3: False}
    assert [line.role for line in lines] == ["", "", "", "", "", "unplaced"]


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (Correction(3, 3, "Bus stop", "heading"), "line 3 does not begin with 'Bus stop'"),
        (Correction(7, 9, "x", "heading"), "line 9, but the text has 6 lines"),
    ],
)
def test_text_that_has_changed(one: Correction, says: str) -> None:
    with pytest.raises(OptionError, match=says):
        apply([one], TEXT, classify(from_text(TEXT)))
