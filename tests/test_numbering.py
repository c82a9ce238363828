"""Series of numbers: how a marker reads, and which lines count on."""

from __future__ import annotations

import pytest

from minutesparse.lines import classify
from minutesparse.numbering import Series, fit, readings, roman_value
from minutesparse.source import from_text


def readings_of(text: str) -> list[tuple[str, int]]:
    (line,) = classify(from_text(text))
    return list(readings(text, line))


def series_of(text: str) -> list[Series]:
    return fit(text, classify(from_text(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12. Trees", [("#.", 12)]),
        ("12) Trees", [("#)", 12)]),
        ("12 Trees", [("#", 12)]),
        ("(12) Trees", [("#(", 12)]),
        ("HS.02 TREES", [("HS.#", 2)]),
        ("45/23 TREES", [("#/23", 45), ("45/#", 23)]),
        ("4.2 Trees", [("#.2", 4), ("4.#", 2)]),
        ("7a. Trees", [("#.", 7)]),
        ("IV. TREES", [("I.", 4)]),
        ("iv) trees", [("i)", 4)]),
        ("i) trees", [("i)", 1), ("a)", 9)]),
        ("b) trees", [("a)", 2)]),
        ("C. TREES", [("A.", 3)]),
        ("(v) trees", [("i(", 5), ("a(", 22)]),
        ("Item 7", [("item #", 7)]),
        ("- trees", []),
        ("Trees", []),
        ("14/01/2022 was chosen", []),
        ("3.4.24 was chosen", []),
    ],
)
def test_readings(text: str, expected: list[tuple[str, int]]) -> None:
    assert readings_of(text) == expected


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("i", 1), ("iv", 4), ("IX", 9), ("xiv", 14), ("XL", 40), ("xlix", 49), ("LXXXIX", 89)],
)
def test_roman_value(numeral: str, value: int) -> None:
    assert roman_value(numeral) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. a\n2. b\n3. c\n", [("#.", [1, 2, 3])]),
        ("1. a\nprose\n2. b\n", [("#.", [1, 2])]),
        ("1. a\n3. c\n6. f\n", [("#.", [1, 3, 6])]),
        ("1. a\n5. e\n", [("#.", [1]), ("#.", [5])]),
        ("1. a\n2. b\n1. a\n2. b\n", [("#.", [1, 2]), ("#.", [1, 2])]),
        ("1. a\n1) x\n2) y\n2. b\n", [("#.", [1, 2]), ("#)", [1, 2])]),
        ("7. a\n2024. b\n8. c\n", [("#.", [7, 8]), ("#.", [2024])]),
        ("HS.01 A\nHS.02 B\n", [("HS.#", [1, 2])]),
        ("", []),
    ],
)
def test_fit(text: str, expected: list[tuple[str, list[int]]]) -> None:
    assert [(series.key, series.values) for series in series_of(text)] == expected


def test_letter_and_numeral_stand_in_both_series() -> None:
    found = {series.key: series.values for series in series_of("h) x\ni) y\nj) z\n")}
    assert found["a)"] == [8, 9, 10] and found["i)"] == [1]


def test_lines_with_a_role_number_nothing() -> None:
    text = "1. a\n2. b\n"
    lines = classify(from_text(text))
    lines[1].role = "furniture"
    assert [series.values for series in fit(text, lines)] == [[1]]


def test_lines_of_a_series() -> None:
    (series,) = series_of("x\n4. a\ny\n5. b\n")
    assert [line.index for line in series.lines] == [1, 3]
    assert repr(series) == "Series('#.', [4, 5])"


# Two numberings of one shape: what is still read otherwise.
MIXED = {
    "a list within an item": "1. Weir\n2. Mill\n   1. first\n   2. second\n3. Pond\n4. Ford\n",
    "a list under a Markdown heading": "## 1. Weir\n## 2. Mill\n1. first\n2. second\n3. third\n## 3. Pond\n## 4. Ford\n",
}


@pytest.mark.parametrize("text", MIXED.values(), ids=MIXED)
def test_a_list_does_not_take_over_the_series_around_it(text: str) -> None:
    assert [1, 2, 3, 4] in [series.values for series in series_of(text)]
    around = next(series for series in series_of(text) if series.values == [1, 2, 3, 4])
    assert [text[line.body : line.stop] for line in around.lines] == ["Weir", "Mill", "Pond", "Ford"]
