"""No pattern costs more than its share for twice the text, and no pattern is left out of that test."""

from __future__ import annotations

import re

import pytest
from tests.patterns import FIRST, MODULES, all_patterns, unreached
from tests.pump import MOST_RATIO, attacks, ratio, worst

SLOW_PATTERNS = (
    (r"(?:a+)+b", "match"),
    (r"\s*,", "search"),
    (r"[\w.]+[\w,]+!", "match"),
    (r"x.*y", "search"),
    (r"(?:[A-Z][\w.]+[ ]?){1,4}:", "match"),
)
EVEN_PATTERNS = (
    (r"(?:a++)++b", "match"),
    (r"\s{0,9}+,", "search"),
    (r"(?<!\w)\w++,", "search"),
    (r"(?P<mark>['*])[^'*]++(?P=mark)", "finditer"),
)


@pytest.mark.slow
@pytest.mark.parametrize(("source", "method"), SLOW_PATTERNS)
def test_a_pattern_that_grows_is_found_out(source: str, method: str) -> None:
    assert worst(re.compile(source), {method})[0] > MOST_RATIO


@pytest.mark.slow
@pytest.mark.parametrize(("source", "method"), EVEN_PATTERNS)
def test_a_pattern_that_does_not_grow_is_not_accused(source: str, method: str) -> None:
    assert worst(re.compile(source), {method})[0] <= MOST_RATIO


@pytest.mark.parametrize(
    "source", [r"a\s*(?:b|[c-e]{2,9}x)?$", r"(?=x)(?P<q>[^\"])(?P=q){3,}", r"(?i:a|b)*?.(?(1)c|d)()"]
)
def test_texts_against_a_pattern_are_the_same_each_time(source: str) -> None:
    found = attacks(re.compile(source))
    assert found
    assert found == attacks(re.compile(source))


def test_texts_reach_the_repeat_and_go_round_in_it() -> None:
    units = {unit for before, unit, _ in attacks(re.compile(r"lost by \s*(?:\d+)x")) if before.startswith("lost by ")}
    assert {" ", "1"} <= units


@pytest.mark.slow
def test_each_compiled_pattern_is_found() -> None:
    left = {module: lines for module in MODULES if (lines := unreached(module))}
    assert left == {}  # give what the functions of these lines are called with in `patterns.ARGUMENTS`


@pytest.mark.slow
def test_the_methods_are_those_that_the_code_calls() -> None:
    methods = {(one.module, one.name): one.methods for one in all_patterns()}
    assert methods["lines", "LINE"] <= FIRST
    assert "match" not in methods["source", "LINE_END"]


@pytest.mark.slow
def test_twice_the_text_is_at_most_so_much_more_work_for_each_pattern() -> None:
    over = {}
    for one in all_patterns():
        rate, method, attack = worst(one.compiled, one.methods)
        while rate > MOST_RATIO and ratio(one.compiled, method, attack) > MOST_RATIO:
            over[f"{one.module}.{one.name}"] = (round(rate, 1), method, attack)
            break
    assert over == {}
