"""Lines: what opens them, how far they are indented, where their own words begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.grounding import is_blank

from minutesparse.lines import BULLETS, PLAIN, PLAIN_OPENINGS, Line, classify, label_span, trimmed_end, wrap_width
from minutesparse.source import from_text


def line_of(text: str) -> Line:
    (line,) = classify(from_text(text))
    return line


def marker_of(text: str) -> tuple[str, str, str]:
    """Kind of marker, label, and words behind it."""
    line = line_of(text)
    label = text[slice(*line.label)] if line.label else ""
    return line.marker, label, text[line.body : line.stop]


MARKERS = [
    # bullets
    ("- That", "bullet", "-", "That"),
    ("-That", "bullet", "-", "That"),
    ("– dash", "bullet", "–", "dash"),
    ("* star", "bullet", "*", "star"),
    ("o reply", "bullet", "o", "reply"),
    ("o\u00a0reply", "bullet", "o", "reply"),
    ("•\ttab", "bullet", "•", "tab"),
    ("•close", "bullet", "•", "close"),
    ("·       wide", "bullet", "·", "wide"),
    ("\uf0b7 private", "bullet", "\uf0b7", "private"),
    ("-", "bullet", "-", ""),
    # numbers and letters with a closing mark
    ("1. Apologies", "closed", "1", "Apologies"),
    ("1.Apologies", "closed", "1", "Apologies"),
    ("1.", "closed", "1", ""),
    ("7a. Grants", "closed", "7a", "Grants"),
    ("12) Close", "closed", "12", "Close"),
    ("a) first", "closed", "a", "first"),
    ("IV. BUSINESS", "closed", "IV", "BUSINESS"),
    ("iii) third", "closed", "iii", "third"),
    ("1: Welcome", "closed", "1", "Welcome"),
    ("0024. Roads", "closed", "0024", "Roads"),
    # in brackets
    ("(a) apply", "paren", "a", "apply"),
    ("(iv) fourth", "paren", "iv", "fourth"),
    ("(12) twelfth", "paren", "12", "twelfth"),
    # dotted
    ("4.1 Police", "dotted", "4.1", "Police"),
    ("4.1.2 Police", "dotted", "4.1.2", "Police"),
    ("4.1. Police", "dotted", "4.1", "Police"),
    ("10.2", "dotted", "10.2", ""),
    # with a prefix or a year
    ("HS.04 GARAGES", "coded", "HS.04", "GARAGES"),
    ("45/23 MINUTES", "coded", "45/23", "MINUTES"),
    ("FC12 Finance", "coded", "FC12", "Finance"),
    ("2023/117: Trees", "coded", "2023/117", "Trees"),
    # bare
    ("3  Police report", "bare", "3", "Police report"),
    ("18", "bare", "18", ""),
    # none
    ("The clerk reported", "", "", "The clerk reported"),
    ("of the council", "", "", "of the council"),
    ("7.30pm start", "", "", "7.30pm start"),
    ("£5.00 was paid", "", "", "£5.00 was paid"),
    ("-£5 was lost", "", "", "-£5 was lost"),
    ("2nd reading", "", "", "2nd reading"),
    ("(see below)", "", "", "(see below)"),
    ("I am here", "", "", "I am here"),
    ("only one", "", "", "only one"),
    ("e Census of the ferry", "bullet", "e", "Census of the ferry"),
    ("\u00a2 Rope", "bullet", "\u00a2", "Rope"),
    ("e crew", "", "", "e crew"),
    ("| 3. | Roads | |", "closed", "3", "Roads | |"),
    ("| | --- | --- | | 12 | Roads |", "bare", "12", "Roads |"),
    ("| 3. Roads |", "", "", "| 3. Roads |"),
    ("| Roads | 12 |", "", "", "| Roads | 12 |"),
    ("Østby reported", "", "", "Østby reported"),
    ("über den Fluss", "", "", "über den Fluss"),
]


def test_a_line_at_another_index_is_the_same_in_all_else() -> None:
    line = line_of("## **Item 7. Grants**")
    line.role, line.counts = "heading", [("number", 7)]
    other = line.at_index(3)
    assert other.index == 3 and line.index == 0
    assert all(getattr(other, name) == getattr(line, name) for name in Line.__slots__ if name != "index")
    other.role = ""
    assert line.role == "heading"


@pytest.mark.parametrize(("text", "kind", "label", "words"), MARKERS, ids=[case[0] for case in MARKERS])
def test_marker(text: str, kind: str, label: str, words: str) -> None:
    assert marker_of(text) == (kind, label, words)


@pytest.mark.parametrize("text", ["7.30 pm the meeting opened"])
def test_no_marker(text: str) -> None:
    assert marker_of(text) == ("", "", text)


@pytest.mark.parametrize("bullet", BULLETS)
def test_every_bullet(bullet: str) -> None:
    assert marker_of(f"{bullet} hedge") == ("bullet", bullet, "hedge")


@pytest.mark.parametrize(
    ("text", "word", "label"),
    [
        ("Item 7", True, "7"),
        ("Agenda item 7a. Grants", True, "7a"),
        ("ITEM NO. 12", True, "12"),
        ("Minute 45/23", True, "45/23"),
        ("Motion #4", True, "4"),
        ("Item seven", False, ""),
        ("Items 7", False, ""),
    ],
)
def test_number_word(text: str, word: bool, label: str) -> None:
    line = line_of(text)
    assert (line.word, text[slice(*line.label)] if line.label else "") == (word, label)


@pytest.mark.parametrize(
    ("text", "hashes", "bold", "marker", "words"),
    [
        ("## Roads", 2, False, "", "Roads"),
        ("# 3. Roads", 1, False, "closed", "Roads"),
        ("**3. Roads**", 0, True, "closed", "Roads**"),
        ("__Roads__", 0, True, "", "Roads__"),
        ("#Roads", 0, False, "", "#Roads"),
        ("####### Roads", 0, False, "", "####### Roads"),
    ],
)
def test_emphasis(text: str, hashes: int, bold: bool, marker: str, words: str) -> None:
    line = line_of(text)
    assert (line.hashes, line.bold, line.marker) == (hashes, bold, marker)
    assert text[line.body : line.stop] == words


@pytest.mark.parametrize(
    ("text", "indent", "words"),
    [
        ("flush", 0, "flush"),
        ("    four", 4, "four"),
        ("\ttab", 8, "tab"),
        ("  \ttwo and tab", 8, "two and tab"),
        ("\u00a0\u00a0no-break", 2, "no-break"),
        ("\u200bmark", 1, "mark"),
        ("\x0cnew page", 1, "new page"),
        ("trailing \u00a0\u200b\t", 0, "trailing"),
    ],
)
def test_indent(text: str, indent: int, words: str) -> None:
    line = line_of(text)
    assert (line.indent, text[line.start : line.stop]) == (indent, words)


@pytest.mark.parametrize("text", ["\n", " \t\n", "\u00a0\n", "\u200b\ufeff\n", "\x0c\r\n", "\u2028\r", "\x85\n"])
def test_blank(text: str) -> None:
    line = line_of(text)
    assert line.blank and not line.marker


@pytest.mark.parametrize(
    ("text", "label"),
    [("7.", "7"), ("(a)", "a"), ("1.):", "1"), ("CS.02", "CS.02"), (".", "."), ("(", "("), ("·", "·")],
)
def test_label_span(text: str, label: str) -> None:
    assert text[slice(*label_span(text, 0, len(text)))] == label


def test_trimmed_end() -> None:
    assert trimmed_end("word \u00a0\u200b", 0, 7) == 4
    assert trimmed_end("   ", 1, 3) == 1


@pytest.mark.parametrize(
    ("widths", "wrapped"),
    [([], 0), ([5, 9], 0), ([70] * 9 + [30], 70), ([400, 700, 300], 0), ([72] * 20 + [500], 72)],
)
def test_wrap_width(widths: list[int], wrapped: int) -> None:
    text = "".join("x" * width + "\n" for width in widths)
    assert wrap_width(text, classify(from_text(text))) == wrapped


PIECES = st.sampled_from(
    [
        "\n",
        "\r\n",
        "\r",
        " ",
        "\t",
        "\u00a0",
        "\u200b",
        "\u2028",
        "1.",
        "(a)",
        "-",
        "o",
        "x",
        "CS.",
        "/",
        "**",
        "# ",
        "Item ",
        "9",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_offsets_of_any_text(text: str) -> None:
    source = from_text(text)
    lines = classify(source)
    assert len(lines) == source.line_count
    for number, line in enumerate(lines):
        begin, limit = source.starts[number], source.starts[number + 1]
        assert begin <= line.start <= line.body <= line.stop <= limit
        assert line.blank == is_blank(text[begin:limit])
        if line.label is not None:
            assert line.start <= line.label[0] < line.label[1] <= line.body or line.body == line.stop


@pytest.mark.parametrize("end", ["", "\n", " \n", "at", "e", "T.", " 7"])
def test_plain_openings_open_plain_words(end: str) -> None:
    """Two letters tell no more than the pattern that they save: no marker, no indent, nothing but words."""
    for letters in PLAIN_OPENINGS:
        assert PLAIN.match(f"{letters}{end}"), letters
