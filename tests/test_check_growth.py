"""No rule of ``check`` costs more for a character of a long text: each rule on each rule's faults, and on odd shapes."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tests.shapes import SHAPES

from minutesparse.checks.house_style_file import read_house_style
from minutesparse.checks.page import Page
from minutesparse.checks.registry import RULES
from minutesparse.checks.rule import Rule
from minutesparse.checks.settings import CheckSettings
from minutesparse.source import from_text

SIZES = (12_000, 96_000)  # characters
MOST_GROWTH = 2.0  # times the cost of a character; work that grows with the square comes to 8
MOST_GROWTH_AT_FIRST = 3.0
LEAST = 0.005  # seconds; what takes less on the long text is not looked at
ATTEMPTS = 3


def test_each_rule_has_an_example_to_repeat() -> None:
    assert [rule.code for rule in RULES if not rule.bad] in ([], ["MP000"])


@pytest.mark.slow
@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.at], ids=lambda rule: rule.code)
def test_cost_grows_with_the_faults_of_a_rule(rule: Rule) -> None:
    _assert_even(lambda size: rule.bad * (size // len(rule.bad)), rule.settings.get("house-style", {}))


@pytest.mark.slow
@pytest.mark.parametrize("name", SHAPES)
def test_cost_grows_with_odd_text(name: str) -> None:
    shape, count = SHAPES[name]
    each = len(shape(count)) / count
    _assert_even(lambda size: shape(int(size / each)), {})


def _assert_even(text: Callable[[int], str], house: Mapping[str, Any]) -> None:
    """No rule costs more for a character of the long text than for one of the short text."""
    style = read_house_style(dict(house), "house-style", Path())
    short, long = (Page(from_text(text(size)), None, style) for size in SIZES)
    longer = len(long.text) / len(short.text)
    # The first time, what rules share is worked out too.
    first = [sum(_seconds(rule, page) for rule in RULES) for page in (short, long) if page.document is not None]
    assert first[1] <= MOST_GROWTH_AT_FIRST * longer * max(first[0], LEAST)
    over = {}
    for rule in RULES:
        growth: list[float] = []
        while len(growth) < ATTEMPTS:
            seconds = _seconds(rule, long)
            growth.append(0 if seconds < LEAST else seconds / max(_seconds(rule, short), LEAST / 20) / longer)
            if growth[-1] <= MOST_GROWTH:
                break
        else:
            over[rule.code] = growth
    assert over == {}


def _seconds(rule: Rule, page: Page) -> float:
    options = {**CheckSettings().options_of(rule), **{k: v for k, v in rule.settings.items() if k != "house-style"}}
    begun = time.process_time()
    list(rule.check(page, options))
    return time.process_time() - begun
