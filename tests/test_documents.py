"""Papers an item names, icon words, exemption and truncation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesparse import parse
from minutesparse.facts.documents import (
    EXEMPTION_EXAMPLES,
    ICON_EXAMPLES,
    TRUNCATED_EXAMPLES,
    exemption,
    read_documents,
    strip_icon,
    truncated,
)
from minutesparse.reader import Reader
from minutesparse.source import from_text


def reader_of(text: str) -> Reader:
    return Reader(from_text(text))


@pytest.mark.parametrize(("text", "title"), ICON_EXAMPLES)
def test_icon_words_are_no_part_of_the_title(text: str, title: str) -> None:
    assert text[: strip_icon(text, 0, len(text))] == title


def test_a_list_of_supporting_documents() -> None:
    text = (
        "- Harbour plan, main report_v2, item 9. PDF 222 KB\n"
        "\u2022 Appendix that runs\n  over a line PDF 2 MB\n- [Map](https://quay.example/map.pdf) (PDF, 3.1 MB)\n- Letter\n"
    )
    documents = read_documents(reader_of(text), 0, len(text))
    assert [(d["title"], d["format"], d["size"], d["url"]) for d in documents] == [
        ("Harbour plan, main report_v2, item 9.", "PDF", "222 KB", None),
        ("Appendix that runs over a line", "PDF", "2 MB", None),
        ("Map", "PDF", "3.1 MB", "https://quay.example/map.pdf"),
        ("Letter", None, None, None),
    ]
    assert documents[0]["text"] == "Harbour plan, main report_v2, item 9. PDF 222 KB"
    assert [d["span"]["line"] for d in documents] == [1, 2, 4, 5]


def test_a_heading_with_icon_words_is_one_document() -> None:
    text = "  Quay Repairs pdf icon PDF 151 KB\n"
    (document,) = read_documents(reader_of(text), 0, len(text))
    assert document["title"] == "Quay Repairs"
    assert document["text"] == "Quay Repairs pdf icon PDF 151 KB"
    assert (document["span"]["start"], document["span"]["end"]) == (2, 34)


@pytest.mark.parametrize(("text", "expected"), TRUNCATED_EXAMPLES)
def test_truncation(text: str, expected: bool) -> None:
    assert truncated(reader_of(text), 0, len(text)) is expected


@pytest.mark.parametrize(("text", "words"), EXEMPTION_EXAMPLES)
def test_exemption(text: str, words: str | None) -> None:
    found = exemption(text, 0, len(text))
    assert (found and found.value) == words
    if found is not None:
        assert text[found.start : found.end] == words


EXEMPT_TITLES = [
    ("Waste Contract (exemption paragraph 3)", True),
    ("Waste Contract", False),
    ("Exclusion of the Public under paragraph 3 of Schedule 12A", False),
]


@pytest.mark.parametrize(("title", "exempt"), EXEMPT_TITLES)
def test_an_item_that_its_title_makes_exempt(title: str, exempt: bool) -> None:
    page = f"Agenda and minutes\n\nNo. Item\n\n1. Apologies\n\nMinutes:\n\nNone.\n\n2. {title}\n\nMinutes:\n\nNoted.\n"
    assert [item.exempt for item in parse(page).items] == [False, exempt]


@given(st.text(alphabet="ab PDF()[]12KMB.\n\r\u2022\u200b-", max_size=120))
def test_any_text_keeps_its_words(text: str) -> None:
    for document in read_documents(reader_of(text), 0, len(text)):
        span = document["span"]
        assert 0 <= span["start"] <= span["end"] <= len(text)
        assert (document["title"] or "") in document["text"]
    assert 0 <= strip_icon(text, 0, len(text)) <= len(text)
