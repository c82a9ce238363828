"""What holds for every document, whatever the text: nothing lost, nothing invented, the same input the same bytes.

The checks are `grounding`'s, which share no code with the parser. Texts are the fixtures, any text, any bytes,
shuffled lines, and whole minutes that were damaged.
"""

from __future__ import annotations

import gc
import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.damage import MUTATED
from tests.golden import FIXTURES, REGRESSIONS, fixtures
from tests.grounding import Violation, violations
from tests.growth import MOST_GROWTH, Measure, calls_made, lines_run
from tests.shuffled import LAYOUTS, SHUFFLED
from tests.soundness import check

from minutesparse.errors import SourceError
from minutesparse.model import Minutes
from minutesparse.parsing import parse, parse_bytes
from minutesparse.source import from_bytes, from_text
from minutesparse.validation import check_against_source

# The quick run is the same each time; the slow one looks for what is new.
QUICK = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
SLOW = settings(QUICK, max_examples=6000, derandomize=False)


def checked(text: str, layout: str | None = None) -> Minutes:
    """The document of ``text``, sound by `grounding.violations`, and by what `validate` checks."""
    document = parse(text, layout=layout, lines=True)
    node = document.to_dict()
    assert_sound(violations(node, text))
    assert not check_against_source(node, from_text(text))
    return document


def assert_sound(found: list[Violation]) -> None:
    assert not found, "\n".join(map(str, found[:8]))


def comparable(document: Minutes) -> dict[str, Any]:
    """A document without ``source``, which alone may know of blank lines at the end."""
    return {key: value for key, value in document.to_dict().items() if key != "source"}


@lru_cache(maxsize=1)
def document_of(text: str) -> dict[str, Any]:
    """What `comparable` has of ``text``: several tests in turn compare with it."""
    return comparable(parse(text, lines=True))


@pytest.fixture(params=fixtures(), ids=lambda path: f"{path.parent.name}/{path.stem}", scope="module")
def fixture_bytes(request: pytest.FixtureRequest) -> bytes:
    data: bytes = request.param.read_bytes()
    return data


class TestFixtures:
    def test_sound(self, fixture_bytes: bytes) -> None:
        text = from_bytes(fixture_bytes).text
        assert_sound(violations(parse_bytes(fixture_bytes, lines=True).to_dict(), text))

    def test_same_bytes_twice(self, fixture_bytes: bytes) -> None:
        assert parse_bytes(fixture_bytes, lines=True).to_json() == parse_bytes(fixture_bytes, lines=True).to_json()

    def test_text_gives_the_same_document(self, fixture_bytes: bytes) -> None:
        from_data, from_string = parse_bytes(fixture_bytes), parse(from_bytes(fixture_bytes).text)
        without_encoding = [one for one in from_data.diagnostics if one.code != "MP001"]
        assert from_string.diagnostics == without_encoding
        assert {**comparable(from_string), "diagnostics": 0} == {**comparable(from_data), "diagnostics": 0}

    @pytest.mark.parametrize("end", ["\n", "\n\n\n", "\r\n \t\r\n", "\n\u00a0\n\u200b\n"])
    def test_blank_lines_at_the_end_change_nothing(self, fixture_bytes: bytes, end: str) -> None:
        text = from_bytes(fixture_bytes).text
        assert comparable(parse(text + end, lines=True)) == document_of(text)

    @pytest.mark.parametrize("layout", ["document", "moderngov-item", "moderngov-meeting"])
    def test_sound_in_every_layout(self, fixture_bytes: bytes, layout: str) -> None:
        checked(from_bytes(fixture_bytes).text, layout)

    @pytest.mark.parametrize("end", ["\r\n", "\r"])
    def test_line_ends_change_nothing_but_offsets(self, fixture_bytes: bytes, end: str) -> None:
        text = from_bytes(fixture_bytes).text.replace("\r\n", "\n").replace("\r", "\n")
        assert without_offsets(parse(text.replace("\n", end))) == without_offsets(parse(text))

    def test_lines_cut_short(self, fixture_bytes: bytes) -> None:
        text = from_bytes(fixture_bytes).text
        for share in (3, 5, 8):
            checked(text[: len(text) * share // 9])


@pytest.mark.parametrize("layout", [None, "document", "moderngov-item", "moderngov-meeting"])
@pytest.mark.parametrize("path", sorted(REGRESSIONS.glob("*.txt")), ids=lambda path: path.stem)
def test_what_once_failed(path: Path, layout: str | None) -> None:
    text = path.read_bytes().decode("utf-8", "surrogatepass")
    check(text, layout, 0 if layout is None else 1)


def without_offsets(document: Minutes) -> str:
    return re.sub(r'"(?:start|end)":\d+', "", document.model_dump_json(exclude={"source"}))


class TestAnyText:
    @QUICK
    @given(st.text(max_size=200), LAYOUTS)
    @example("", None)
    @example("\ufeff", None)
    @example("1.", None)
    @example("1.\n1.\n1.\n", None)
    def test_text(self, text: str, layout: str | None) -> None:
        checked(text, layout)

    @QUICK
    @given(st.binary(max_size=200))
    def test_bytes_are_read_or_refused(self, data: bytes) -> None:
        try:
            document = parse_bytes(data, lines=True)
        except SourceError as refusal:
            assert "\n" not in str(refusal)
            return
        assert_sound(violations(document.to_dict(), from_bytes(data).text))

    @QUICK
    @given(SHUFFLED, LAYOUTS)
    def test_minutes(self, text: str, layout: str | None) -> None:
        checked(text, layout)

    @QUICK
    @given(MUTATED, LAYOUTS)
    @pytest.mark.slow
    def test_whole_minutes(self, text: str, layout: str | None) -> None:
        checked(text, layout)

    @QUICK
    @given(SHUFFLED, st.sampled_from(["\n", "\n \n", "\r\n\r\n", "\n\u200b\n"]))
    def test_blank_lines_at_the_end(self, text: str, end: str) -> None:
        assert comparable(parse(text + end, lines=True)) == comparable(parse(text + "\n", lines=True))


@pytest.mark.slow
class TestMuchText:
    @SLOW
    @given(st.text(max_size=400), LAYOUTS)
    def test_text(self, text: str, layout: str | None) -> None:
        checked(text, layout)

    @SLOW
    @given(SHUFFLED, LAYOUTS)
    def test_minutes(self, text: str, layout: str | None) -> None:
        checked(text, layout)

    @settings(SLOW, max_examples=2000)
    @given(MUTATED, LAYOUTS)
    def test_whole_minutes(self, text: str, layout: str | None) -> None:
        checked(text, layout)


@pytest.mark.parametrize("measure", [calls_made, lines_run], ids=["calls", "lines"])
@pytest.mark.parametrize(
    "name",
    [
        "item-page/harbour",
        "meeting-page/scrutiny",
        "parish/wellow",
        "us-board/brandt",
        "paged/tollbridge",
        "town-markdown/saltby",
    ],
)
def test_twice_the_text_costs_twice_the_work(name: str, measure: Measure) -> None:
    text = (FIXTURES / f"{name}.txt").read_text(encoding="utf-8") + "\n"
    parse(text * 2)  # patterns are compiled when first used
    costs = [measure(parse, text * times) for times in (2, 4, 8)]
    growth = [after / before for before, after in pairwise(costs)]
    assert max(growth) <= MOST_GROWTH, costs


@pytest.mark.parametrize(
    "line",
    [
        "1. Item\n",
        "- point\n",
        "RESOLVED that it be done.\n",
        "WORDS IN CAPITALS\n",
        "Moved by Birch\n",
        "Present: A Birch, C Dale\n",
        "word " * 40 + "\n",
        "\n",
        "x",
        "(",
        "Cllr Birch, ",
        "\x0cPage 1\nHead of page\ntext\n",
    ],
    ids=lambda line: repr(line)[:30],
)
def test_one_line_repeated_costs_in_proportion(line: str) -> None:
    parse(line * 50)
    costs = [lines_run(parse, line * times) for times in (120, 240)]
    assert costs[1] <= costs[0] * MOST_GROWTH, costs


class TestCollector:
    """Parsing puts the collector of cycles off, which is sound as long as it makes none."""

    @pytest.mark.parametrize("on", [True, False])
    def test_it_is_left_as_it_was(self, on: bool) -> None:
        was = gc.isenabled()
        try:
            (gc.enable if on else gc.disable)()
            parse("1. Finance\nIt was agreed that a bench be bought.\n")
            assert gc.isenabled() is on
        finally:
            (gc.enable if was else gc.disable)()

    def test_no_cycles_are_made(self) -> None:
        texts = [path.read_bytes() for path in fixtures()[:20]]
        for text in texts:  # what is made once for all
            parse_bytes(text)
        was = gc.isenabled()
        gc.collect()
        gc.disable()
        try:
            for text in texts:
                parse_bytes(text)
            assert gc.collect() == 0
        finally:
            if was:
                gc.enable()
