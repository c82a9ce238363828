"""Strings and spans cut from a text: white space collapsed, furniture left out, ends on characters that are not blank."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesparse.reader import Reader
from minutesparse.source import from_text


def reader_of(text: str, *holes: str) -> Reader:
    """A reader whose furniture is each of ``holes``, in order."""
    ranges = [(text.index(hole), text.index(hole) + len(hole)) for hole in holes]
    return Reader(from_text(text), ranges)


@pytest.mark.parametrize(
    ("text", "string"),
    [
        ("two  words", "two words"),
        (" over\r\n  two\tlines ", "over two lines"),
        ("no\u00a0break\u2003space\u2028here\x0c", "no break space here"),
        ("\u200b\ufeffmarks\u200d", "marks"),
        ("a cut-\noff word", "a cut- off word"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
        (" \n\u00a0", ""),
        ("", ""),
    ],
)
def test_string(text: str, string: str) -> None:
    assert reader_of(text).string(0, len(text)) == string


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("The ROOF", "the roof"),
        ("\u00c9COLE \u2019S \u00d1", "\u00e9cole \u2019s \u00f1"),
        ("\u0130zmir ROOF", "\u0130zmir roof"),
        ("lone \ud800 \u00c9", "lone \ud800 \u00e9"),
    ],
)
def test_lowered(text: str, lowered: str) -> None:
    assert reader_of(text).lowered == lowered


class TestHoles:
    TEXT = "The roof\nPage 1\nleaks over\nPage 2\nthe hall"

    @pytest.mark.parametrize(
        ("first", "last", "string"),
        [
            ("The", "hall", "The roof leaks over the hall"),
            ("roof", "leaks", "roof leaks"),
            ("leaks", "over", "leaks over"),
            ("1", "over", "leaks over"),
            ("Page 1", "Page 1", ""),
            ("over", "Page 2", "over"),
            ("The", "Pag", "The roof"),
        ],
    )
    def test_no_words_of_furniture(self, first: str, last: str, string: str) -> None:
        reader = reader_of(self.TEXT, "Page 1", "Page 2")
        start = self.TEXT.index(first)
        assert reader.string(start, self.TEXT.index(last, start) + len(last)) == string


class TestSpan:
    TEXT = "one\r\n\r\n  two \u200b\n\u00a0three"

    @pytest.mark.parametrize(
        ("start", "end", "span"),
        [
            (0, 3, (0, 3, 1, 1)),
            (0, 10, (0, 10, 1, 3)),
            (3, 15, (9, 12, 3, 3)),
            (10, 21, (10, 21, 3, 4)),
        ],
    )
    def test_drawn_in_to_its_words(self, start: int, end: int, span: tuple[int, int, int, int]) -> None:
        assert tuple(reader_of(self.TEXT).span(start, end).values()) == span

    def test_of_an_empty_text(self) -> None:
        assert reader_of("").span(0, 0) == {"start": 0, "end": 0, "line": 1, "end_line": 1}

    @given(st.text(st.sampled_from("ab \n\r\u00a0\u200b")), st.data())
    def test_of_any_range(self, text: str, data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        reader = reader_of(text)
        span = reader.span(start, end)
        inside = text[span["start"] : span["end"]]
        assert inside == text[start:end].strip(" \n\r\u00a0\u200b")
        assert span["end_line"] - span["line"] == len(inside.replace("\r\n", "\n").replace("\r", "\n").split("\n")) - 1
