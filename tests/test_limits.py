"""What exceeds a bound is refused in one line, and what comes close to one is read: see docs/limits.md."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from minutesparse import cli, corrections, source
from minutesparse.checks.rules.items import number_form
from minutesparse.errors import MinutesparseError, OptionError, SourceError
from minutesparse.lines import classify
from minutesparse.paths import fits
from minutesparse.source import from_text
from minutesparse.stages import to_node
from minutesparse.vocabulary import tables

ROOT = Path(__file__).parent.parent
HEAD = "Elmstow Parish Council\nMinutes of the meeting held on 3 May 2023\n\n"


def refusal(work: Callable[[], Any]) -> str:
    with pytest.raises(MinutesparseError) as caught:
        work()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_minutes_larger_than_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 100)
    (tmp_path / "a.txt").write_bytes(b"x" * 100)
    (tmp_path / "b.txt").write_bytes(b"x" * 101)
    assert len(source.from_file(tmp_path / "a.txt").text) == 100
    assert "larger than 100 bytes" in refusal(lambda: source.from_file(tmp_path / "b.txt"))


def test_a_device_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 1_000)
    with pytest.raises(SourceError, match="larger than 1000 bytes"):
        source.from_file("/dev/zero")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# " + "x" * tables.MOST_CHARACTERS, "longer than"),
        ("x" + ".a" * (tables.MOST_PARTS + 1) + " = 1", "a key of more than"),
        ("[" + " . 'b'" * 40 + "]", "a key of more than"),
        ("x = " + "[" * 5_000 + "]" * 5_000, "nested too deeply"),
        ("x = " + "9" * 5_000, "not TOML"),
    ],
)
def test_a_settings_file(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "minutesparse.toml"
    path.write_text(text, encoding="utf-8")
    assert words in refusal(lambda: tables.read_toml(path))


def test_settings_that_are_long_but_sound(tmp_path: Path) -> None:
    path = tmp_path / "minutesparse.toml"
    names = ", ".join(f'"A. B. Elm{at}"' for at in range(500))
    path.write_text(f'members = [{names}]\nnote = "......{". " * 100}"\n[a.b.c]\n', encoding="utf-8")
    assert len(tables.read_toml(path)["members"]) == 500


def test_added_words() -> None:
    words = [f"elmward{at}" for at in range(tables.MOST_WORDS + 1)]
    theme, lists = next(iter(tables.packaged().items()))
    name = next(name for name, one in lists.items() if not one.fixed and not one.sorted_by_meaning)
    assert "more than" in refusal(lambda: tables.check_additions("a.toml", {theme: {name: words}}))
    assert tables.check_additions("a.toml", {theme: {name: words[1:]}})


def test_corrections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text('- {lines: 1, text: "Elm", role: text}\n' * 3, encoding="utf-8")
    assert len(corrections.load(path)) == 3
    monkeypatch.setattr(corrections, "MOST_ENTRIES", 2)
    assert "more than 2 corrections" in refusal(lambda: corrections.load(path))
    monkeypatch.setattr(corrections, "MOST_CHARACTERS", 20)
    assert "longer than 20 characters" in refusal(lambda: corrections.load(path))


def test_corrections_over_the_same_lines() -> None:
    text = HEAD + "1. Pond\n" * 50
    lines = classify(from_text(text))
    one = corrections.Correction(1, len(lines), "Elmstow", "text")
    corrections.apply([one] * corrections.MOST_TIMES, text, lines)
    assert "cover the lines" in refusal(lambda: corrections.apply([one] * (corrections.MOST_TIMES + 1), text, lines))


def test_a_pattern_of_numbers_has_one_time_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each number alone would take less than the time allowed."""
    monkeypatch.setattr(number_form, "monotonic", count(step=number_form.SECONDS / 4).__next__)
    assert number_form._fitting("a+", [{"number": "aa"}] * 3) == [True] * 3
    with pytest.raises(OptionError, match="takes too long"):
        number_form._fitting("a+", [{"number": "aa"}] * 4)


def test_patterns_of_paths_do_not_run_away() -> None:
    begun = time.process_time()
    assert not fits("a" * 200 + "c", ["*a" * 50 + "b", "[" * 50 + "*"])
    assert time.process_time() - begun < 2


NUMERAL = "9" * 5_000


@pytest.mark.parametrize(
    "text",
    [
        f"{NUMERAL}. Pond\nDug.\n",
        f"{NUMERAL}/23 Pond\nDug.\n",
        f"Item {NUMERAL} Pond\n",
        f"1. Pond\n\nCarried {NUMERAL} votes to {NUMERAL}.\nFor: {NUMERAL} Against ({NUMERAL})\n",
        f"{NUMERAL} members of the public attended.\nPublic: {NUMERAL}\n",
        f"\x0c{NUMERAL}\n\x0cPage {NUMERAL} of {NUMERAL}\n",
        f"Date: {NUMERAL} May {NUMERAL}\nTime: {NUMERAL}.{NUMERAL}pm\n{NUMERAL}/{NUMERAL}/{NUMERAL}\n",
        f"1. Pond\n\nRESOLVED: That items 1 to {NUMERAL} be noted.\n",
        f"1. Pond\n\nRESOLVED: That items 1 to 999999999 be noted.\n({NUMERAL}) the first;\n{NUMERAL}) the next.\n",
        "1. Pond\n\n" + "".join(f"{'  ' * at}- p\n" for at in range(200)),
        "1. Pond\n\n" + "i" * 2_000 + ") deep\n" + "x" * 2_000 + ". ten\n",
        ".".join(["1"] * 3_000) + " Pond\nDug.\n",
        "#" * 3_000 + " Pond\n" + ">" * 3_000 + " Pond\n",
    ],
)
def test_numerals_and_nesting_in_minutes(text: str) -> None:
    to_node(from_text(HEAD + text), None, None, False)


def test_the_page_states_the_bounds_that_hold() -> None:
    page = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    for most in (
        source.MOST_BYTES,
        tables.MOST_CHARACTERS,
        tables.MOST_PARTS,
        tables.MOST_WORDS,
        corrections.MOST_ENTRIES,
        corrections.MOST_TIMES,
    ):
        assert f"{most:,}" in page


def test_standard_input_larger_than_the_bound(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    import io
    import sys

    monkeypatch.setattr(source, "MOST_BYTES", 10)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 11)))
    assert cli.main(["extract", "-"]) == 1
    assert capsys.readouterr().err == "minutesparse: -: larger than 10 bytes; part it first\n"
