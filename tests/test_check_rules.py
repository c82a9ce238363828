"""Each rule finds its planted fault, at the right line, and is silent once that is put right."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from minutesparse.checks import runner
from minutesparse.checks.finding import Finding
from minutesparse.checks.house_style_file import read_house_style
from minutesparse.checks.registry import BY_CODE, BY_NAME, RULES
from minutesparse.checks.rule import Rule
from minutesparse.checks.runner import check_source
from minutesparse.checks.settings import CheckSettings
from minutesparse.source import from_bytes, from_text


def alone(rule: Rule) -> CheckSettings:
    """Settings with which nothing but this rule runs, as its examples ask for."""
    given = dict(rule.settings)
    house = given.pop("house-style", {})
    style = read_house_style(house, "house-style", Path())
    return CheckSettings(select=(rule.code,), options={rule.name: given}, house_style=style)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.at], ids=lambda rule: rule.code)
def test_examples(rule: Rule) -> None:
    found = check_source(from_bytes(rule.bad.encode(rule.encoding)), "bad.txt", alone(rule))
    assert tuple(finding.line for finding in found) == rule.at
    assert check_source(from_text(rule.good), "good.txt", alone(rule)) == []


def test_order_of_rules_and_files_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = CheckSettings(select=("ALL",))
    texts = [rule.bad for rule in RULES]

    def found(texts: list[str]) -> dict[str, list[Finding]]:
        return {text: check_source(from_text(text), "minutes.txt", settings) for text in texts}

    expected = found(texts)
    shuffled = Random(5).sample
    for rules in (RULES[::-1], tuple(shuffled(RULES, len(RULES)))):
        monkeypatch.setattr(runner, "RULES", rules)
        assert found(shuffled(texts, len(texts))) == expected


def test_codes_and_names_are_unique_and_in_order() -> None:
    assert len(BY_CODE) == len(BY_NAME) == len(RULES)
    assert list(BY_CODE) == sorted(BY_CODE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_declaration(rule: Rule) -> None:
    assert rule.at or rule.code == "MP000", "an example with a finding"
    assert rule.summary[0].isupper() and not rule.summary.endswith(".")
    assert rule.why.endswith(".")
    assert set(rule.settings) <= {"house-style", *(option.name for option in rule.options)}
    assert not rule.changes or rule.fix
