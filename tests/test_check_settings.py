"""Which rules run, which findings are known, and what a configuration may say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from minutesparse.checks.baseline import baseline_text, known_fingerprints, without
from minutesparse.checks.configuration import read_check_config
from minutesparse.checks.house_style import HouseStyle, Member
from minutesparse.checks.registry import BY_CODE
from minutesparse.checks.rule import Option
from minutesparse.checks.runner import check_source
from minutesparse.checks.selectors import known_selector, rule_called
from minutesparse.checks.settings import CheckSettings, Ignore
from minutesparse.errors import OptionError
from minutesparse.source import from_text

DATE = BY_CODE["MP101"]
TASTE = replace(DATE, code="MP199", name="taste", preview=True, options=(Option("width", 120, "how wide"),))


@pytest.mark.parametrize(
    ("select", "extend", "ignore", "runs"),
    [
        ((), (), (), True),
        ((), (), ("MP1",), False),
        (("MP1",), (), ("MP101",), False),
        (("MP101",), (), ("MP1",), True),
        (("MP101",), (), ("MP101",), False),
        (("MP2",), (), (), False),
        (("MP2",), ("MP1",), (), True),
        (("meeting-date-missing",), (), (), True),
        ((), (), ("meeting-date-missing",), False),
        (("ALL",), (), (), True),
    ],
)
def test_the_longer_selector_counts(
    select: tuple[str, ...], extend: tuple[str, ...], ignore: tuple[str, ...], runs: bool
) -> None:
    assert CheckSettings(select=select, extend_select=extend, ignore=ignore).runs(DATE) is runs


@pytest.mark.parametrize(
    ("select", "runs"),
    [((), False), (("MP1",), False), (("MP199",), True), (("taste",), True), (("ALL",), True)],
)
def test_preview_is_asked_for_by_name(select: tuple[str, ...], runs: bool) -> None:
    assert CheckSettings(select=select).runs(TASTE) is runs
    assert CheckSettings(extend_select=select).runs(TASTE) is runs


def test_options_have_defaults() -> None:
    assert CheckSettings().options_of(TASTE) == {"width": 120}
    assert CheckSettings(options={"taste": {"width": 80}}).options_of(TASTE) == {"width": 80}


@pytest.mark.parametrize("written", ["MP1", "mp101", "MEETING-date-missing", "all"])
def test_known_selectors(written: str) -> None:
    assert known_selector(written)


@pytest.mark.parametrize("written", ["", "M", "MP19X", "E501", "meeting-date-mising"])
def test_unknown_selectors(written: str) -> None:
    with pytest.raises(OptionError, match="no rule is called"):
        known_selector(written)


def test_a_misspelt_name_is_guessed() -> None:
    with pytest.raises(OptionError, match="Did you mean 'meeting-date-missing'"):
        rule_called("meeting-date-mising")


UNDATED = from_text("Oxbow Parish Council\nMinutes of the meeting held in the hall\n\n1. Fences\nThere were none.\n")
ONE = CheckSettings(select=("MP101",))


def test_per_file_ignores_fit_path_or_name() -> None:
    for pattern in ("old/*", "a.txt", "*.txt"):
        settings = replace(ONE, per_file_ignores={pattern: ("MP1",)})
        assert check_source(UNDATED, "a.txt", settings.of_file("old/a.txt")) == []
        assert len(check_source(UNDATED, "b.md", settings.of_file("new/b.md"))) == 1


def test_ignores() -> None:
    (found,) = check_source(UNDATED, "a.txt", ONE)
    for ignore, left in (
        (Ignore("MP101"), 0),
        (Ignore("MP101", file="b.txt"), 1),
        (Ignore("MP101", fingerprint=found.fingerprint), 0),
        (Ignore("MP101", fingerprint="0"), 1),
        (Ignore("MP101", item="1"), 1),
        (Ignore("MP102"), 1),
    ):
        settings = replace(ONE, ignores=(ignore,))
        assert len(check_source(UNDATED, "a.txt", settings.of_file("a.txt"))) == left


def test_baseline_holds_when_lines_move() -> None:
    found = check_source(UNDATED, "a.txt", ONE)
    known = known_fingerprints(baseline_text(found), "known.json")
    moved = check_source(from_text(f"\n\n{UNDATED.text}"), "a.txt", ONE)
    assert moved[0].line == found[0].line + 2
    assert without(moved, known) == []
    assert len(without(check_source(UNDATED, "b.txt", ONE), known)) == 1


def test_empty_baseline() -> None:
    assert known_fingerprints(baseline_text([]), "known.json") == frozenset()


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 1}', '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}']
)
def test_no_baseline(text: str) -> None:
    with pytest.raises(OptionError, match=r"known\.json"):
        known_fingerprints(text, "known.json")


def read(check: Any, house: Any = None, root: Path = Path()) -> Any:
    return read_check_config(check, house or {}, "minutesparse.toml", root)


def test_configuration(tmp_path: Path) -> None:
    (tmp_path / "members.toml").write_text(
        '[[members]]\nname = "Jane Holt"\naliases = ["J Holt"]\nsince = 2023-05-04\n[[members]]\nname = "Raj Dean"\nuntil = "2024-05-06"\n',
        encoding="utf-8",
    )
    config = read(
        {
            "select": ["mp1"],
            "ignore": ["meeting-date-missing"],
            "exclude": ["old/*"],
            "baseline": "known.json",
            "per-file-ignores": {"2019-*.txt": ["MP3"]},
            "ignores": [{"code": "meeting-date-missing", "item": "7", "reason": "withdrawn"}],
        },
        {"series": r"CS\.\d\d", "quorum": 3, "spelling": "Cllr", "parts": ["Apologies"], "members": "members.toml"},
        tmp_path,
    )
    assert config.baseline == tmp_path / "known.json"
    assert config.settings.select == ("MP1",)
    assert config.settings.ignores == (Ignore("MP101", item="7", reason="withdrawn"),)
    assert config.settings.house_style == HouseStyle(
        series=r"CS\.\d\d",
        quorum=3,
        spelling="Cllr",
        parts=("Apologies",),
        members=(Member("Jane Holt", ("J Holt",), since="2023-05-04"), Member("Raj Dean", until="2024-05-06")),
    )


@pytest.mark.parametrize(
    ("check", "house", "said"),
    [
        ({"selct": []}, {}, "check: no setting is called 'selct'. Did you mean 'select'?"),
        ([], {}, "check must be a table"),
        ({"select": "MP1"}, {}, "check.select must be a list"),
        ({"select": ["MP1", 3]}, {}, "check.select must be a string, not 3"),
        ({"select": ["XX"]}, {}, "check.select: no rule is called 'XX'"),
        ({"per-file-ignores": {"*": ["MP1", "no"]}}, {}, "per-file-ignores.*: no rule is called 'no'"),
        ({"ignores": [{"code": "MP101", "line": 3}]}, {}, "ignores[0]: no setting is called 'line'"),
        ({"ignores": [{"item": "3"}]}, {}, "no rule is called ''"),
        ({"rules": {"line-too-lung": {}}}, {}, "no setting is called 'line-too-lung'"),
        ({}, {"quorum": True}, "house-style.quorum must be a whole number, not True"),
        ({}, {"quorum": 0}, "house-style.quorum must be at least 1"),
        ({}, {"series": "("}, "house-style.series is no regular expression"),
        ({}, {"spelling": "Coun."}, "house-style.spelling must be one of Councillor, Cllr"),
        ({}, {"members": "none.toml"}, "none.toml: no such file"),
        ({}, {"members": [{"name": " "}]}, "members[0].name is missing"),
        ({}, {"members": [{"name": "A Holt", "since": "May"}]}, "members[0].since must be a date"),
    ],
)
def test_mistakes_in_a_configuration(check: Any, house: Any, said: str) -> None:
    with pytest.raises(OptionError) as raised:
        read(check, house)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)
