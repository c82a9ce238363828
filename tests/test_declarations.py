"""Declarations of interest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesparse.block import Block
from minutesparse.facts.declarations import (
    LIST_EXAMPLES,
    PROSE_EXAMPLES,
    TITLE_EXAMPLES,
    is_declarations_title,
    read_declarations,
)
from minutesparse.facts.declarations_table import COLUMN_EXAMPLES, column_pattern
from minutesparse.reader import Node, Reader
from minutesparse.source import from_text

TITLE = "Declarations of Interest"


def blocks_of(text: str) -> list[Block]:
    """A block for each paragraph; one that opens with "- " is a point."""
    blocks, start = [], 0
    for part in text.split("\n\n"):
        kind = "point" if part.startswith("- ") else "paragraph"
        blocks.append(Block(kind, start, start + len(part), start + (2 if kind == "point" else 0), 0, 0))
        start += len(part) + 2
    return blocks


def declared(text: str, title: str | None = None) -> list[Node]:
    return read_declarations(Reader(from_text(text)), blocks_of(text), title)


@pytest.mark.parametrize(("title", "expected"), TITLE_EXAMPLES)
def test_titles(title: str, expected: bool) -> None:
    assert is_declarations_title(title) is expected


@pytest.mark.parametrize(("text", "names"), PROSE_EXAMPLES)
def test_prose(text: str, names: list[str]) -> None:
    assert [node["name"] for node in declared(text)] == names


@pytest.mark.parametrize(("text", "names"), LIST_EXAMPLES)
def test_lists_under_a_title(text: str, names: list[str]) -> None:
    assert [node["name"] for node in declared(text, TITLE)] == names
    assert declared(text) == []


def test_the_span_covers_what_the_person_did_then() -> None:
    text = (
        "Councillor J Ash declared a prejudicial interest in Minute PX.04 below, Quay Repairs, as its landlord. "
        "Councillor Ash left the meeting during consideration of this item. The report was noted."
    )
    (node,) = declared(text)
    assert (node["honorific"], node["interest"], node["item"], node["left_meeting"]) == (
        "Councillor",
        "prejudicial",
        "PX.04",
        True,
    )
    assert node["text"].endswith("during consideration of this item.")
    assert text[node["span"]["end"] :] == " The report was noted."


@pytest.mark.parametrize(
    ("words", "interest"),
    [
        ("a disclosable pecuniary interest", "disclosable_pecuniary"),
        ("a pecuniary interest", "pecuniary"),
        ("a personal and prejudicial interest", "prejudicial"),
        ("a personal, non-prejudicial interest", "personal"),
        ("a non-pecuniary interest", "non_pecuniary"),
        ("an other registrable interest", "other"),
        ("an interest", None),
    ],
)
def test_kinds_of_interest(words: str, interest: str | None) -> None:
    (node,) = declared(f"Mrs Birch declared {words} in agenda item 7a.")
    assert (node["interest"], node["item"]) == (interest, "7a")


@pytest.mark.parametrize(
    ("then", "left"),
    [
        ("and withdrew from the room", True),
        ("and remained in the room", False),
        ("but did not leave the meeting", False),
        ("and would leave the Chamber", None),
        ("and did not vote", None),
    ],
)
def test_leaving(then: str, left: bool | None) -> None:
    (node,) = declared(f"Cllr Birch declared an interest in item 3 {then}.")
    assert node["left_meeting"] is left


def test_entries_of_a_list_are_taken_and_prose_is_not() -> None:
    text = "- Cllr Ash \u2013 item 5 \u2013 personal interest\n\n- Cllr Birch: item 6\n\nThe officer said that no more were needed."
    blocks = blocks_of(text)
    nodes = read_declarations(Reader(from_text(text)), blocks, TITLE)
    assert [(node["name"], node["item"], node["interest"]) for node in nodes] == [
        ("Ash", "5", "personal"),
        ("Birch", "6", None),
    ]
    assert [block.taken for block in blocks] == [True, True, False]
    prose = blocks_of("Cllr Ash declared an interest in item 5.")
    read_declarations(Reader(from_text("Cllr Ash declared an interest in item 5.")), prose, TITLE)
    assert not prose[0].taken


def test_a_welsh_list_names_the_item_first() -> None:
    text = "Eitem Agenda 10, tir y cei \u2013 Cynghorydd A. Onnen a\u2019r Cynghorydd B. Bedwen"
    nodes = declared(text, "Datganiadau o Ddiddordeb")
    assert [(node["name"], node["item"]) for node in nodes] == [("A. Onnen", "10"), ("B. Bedwen", "10")]


@pytest.mark.parametrize(("cell", "expected"), COLUMN_EXAMPLES)
def test_titles_of_columns(cell: str, expected: bool) -> None:
    assert (column_pattern().match(cell) is not None) is expected


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Councillor\n\nMinute Number\n\nNature of Interest\n\nJ.A. Elm\n\n8 - Lamps\n\nPersonal, as a neighbour"
            "\n\nOak\n\n9 - Paths\n\nLandlord",
            [("J.A. Elm", "8", "personal"), ("Oak", "9", None)],
        ),
        (
            "Member | Item | Interest\n\n---|---|---\n\nCllr Elm | Item 9 | Pecuniary\n\nThe rest declared nothing.",
            [("Elm", "9", "pecuniary")],
        ),
        ("Name\n\nItem\n\nNature of interest\n\nNone\n\n-\n\n-", []),
        ("Councillor\n\nMinute Number\n\nJ.A. Elm", []),
        ("Councillor\n\nJ.A. Elm\n\nLamps", []),
    ],
)
def test_tables(text: str, rows: list[tuple[str, str | None, str | None]]) -> None:
    assert [(node["name"], node["item"], node["interest"]) for node in declared(text, TITLE)] == rows


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Members declared interests in minute 9 as follows:\n\nA Elm  -  Trustee\n\nOak - Employee", ["A Elm", "Oak"]),
        ("Members declared interests as follows:-\n\nPersonal Interests - None\n\nNone - all", []),
        ("Members were welcomed.\n\nA Elm - Trustee", []),
        ("Councillors George and Judith Elm both declared an interest in item 4.", ["George Elm", "Judith Elm"]),
        (
            "Councillors George and Judith Elm declared an interest. Councillor George Elm left.",
            ["George Elm", "Judith Elm"],
        ),
        ("Councillors Ash and Judith Elm declared an interest in item 4.", ["Ash", "Judith Elm"]),
        ("Councillors Ash and Judith Elm both declared an interest. Mr Ash left.", ["Ash", "Judith Elm"]),
    ],
)
def test_names_without_honorific_and_shared_surnames(text: str, names: list[str]) -> None:
    assert [node["name"] for node in declared(text, TITLE)] == names


def test_a_sentence_announces_a_list() -> None:
    text = "The following declarations of interest were made:\n\n- Cllr Ash, item 5\n\n- Cllr Birch re item 6\n\nCllr Elm: hello."
    assert [node["name"] for node in declared(text)] == ["Ash", "Birch"]


@given(st.text(alphabet="Cllr Ash declared an interest,.;:()\n\r\u200b\u2013 9", max_size=160))
def test_any_text_is_read(text: str) -> None:
    for node in declared(text, TITLE):
        assert node["name"] in text
        assert 0 <= node["span"]["start"] < node["span"]["end"] <= len(text)
