"""Lines to blocks: what a paragraph takes in, what opens a point, which point stands under which."""

from __future__ import annotations

from typing import Any

import pytest

from minutesparse.block import Block
from minutesparse.blocks import LEAD, LEAD_OPENINGS, Grouper
from minutesparse.lines import classify, wrap_width
from minutesparse.reader import Reader
from minutesparse.source import from_text


def grouped(text: str, width: int = 0, furniture: str | None = None) -> list[Any]:
    """Blocks of text that was wrapped at ``width``: ``kind: words``, ``label words`` for points, children as a list."""
    source = from_text(text)
    lines = classify(source)
    for line in lines:
        if furniture is not None and text[line.start : line.stop] == furniture:
            line.role = "furniture"
    members = [line for line in lines if not line.blank and not line.role]
    reader = Reader(source, [(line.start, line.stop) for line in lines if line.role == "furniture"])
    return [written for block in Grouper(text, lines, width).group(members) for written in written_out(reader, block)]


def written_out(reader: Reader, block: Block) -> list[Any]:
    words = reader.string(block.body, block.end)
    label = reader.string(*block.label) if block.label else ""
    head = f"{label} {words}".strip() if block.kind == "point" else f"{block.kind}: {words}"
    children = [written for child in block.children for written in written_out(reader, child)]
    return [head, children] if children else [head]


LONG = "The committee heard at length about the weir and about the sluice below it,"
WIDTH = len(LONG)

CASES = {
    "paragraphs of one line each": ("First thing was said.\nSecond thing was said.\n", ["paragraph: First thing was said.", "paragraph: Second thing was said."]),
    "a blank line divides": ("One.\n\nTwo.\n", ["paragraph: One.", "paragraph: Two."]),
    "a sentence goes on after a blank line": ("- That the service which\n\nbegan in May be kept\n- That it be shown\n", ["- That the service which began in May be kept", "- That it be shown"]),
    "but not after a full stop": ("- That is all.\n\nthe end\n", ["- That is all.", "paragraph: the end"]),
    "bullets": ("- one\n- two\n", ["- one", "- two"]),
    "replies under remarks": ("- asked\no replied\no replied again\n- asked too\no replied\n", ["- asked", ["o replied", "o replied again"], "- asked too", ["o replied"]]),
    "letters under numbers": ("1. one\n   a) inner\n   b) inner too\n2. two\n", ["1 one", ["a inner", "b inner too"], "2 two"]),
    "three levels": ("1. one\n  (a) two\n    - three\n    - three\n  (b) two\n2. one\n", ["1 one", ["a two", ["- three", "- three"], "b two"], "2 one"]),
    "a lone marker": ("- one\n-\n", ["- one", "-"]),
    "a list that prose interrupts": ("1. one\n\nProse between.\n\n2. two\n", ["1 one", "paragraph: Prose between.", "2 two"]),
    "an initial is no marker": ("Those who came:\nJ. Birch\nD. Elm\n", ["paragraph: Those who came:", "paragraph: J. Birch", "paragraph: D. Elm"]),
    "a lead opens a block of its own": ("Talk was had.\nResolved: to stop.\nAction: clerk\n", ["paragraph: Talk was had.", "paragraph: Resolved: to stop.", "paragraph: Action: clerk"]),
    "rows of a table": ("| a | b |\n| 1 | 2 |\nProse.\n", ["table: | a | b |", "table: | 1 | 2 |", "paragraph: Prose."]),
    "nothing": ("", []),
}  # fmt: skip


WRAPPED = {
    "a paragraph is joined": (f"{LONG}\nand that both had to be seen to.\n", [f"paragraph: {LONG} and that both had to be seen to."]),
    "a short last line ends it": (f"{LONG}\nand more.\nThen the mill.\n", [f"paragraph: {LONG} and more.", "paragraph: Then the mill."]),
    "a point is joined": (f"1. {LONG}\n   and that both had to be seen to.\n2. Close\n", [f"1 {LONG} and that both had to be seen to.", "2 Close"]),
    "a bullet alone on its line": ("•\nThe weir leaks.\n•\nThe sluice sticks.\n", ["• The weir leaks.", "• The sluice sticks."]),
    "a number in running text opens no point": (f"{LONG} in\n1850. It fell.\n", [f"paragraph: {LONG} in 1850. It fell."]),
    "a lead opens a block": (f"{LONG}\nMoved by Birch\n", [f"paragraph: {LONG}", "paragraph: Moved by Birch"]),
}  # fmt: skip
# What is still read otherwise.
GAPS = {
    "the same bullet, deeper": ("- one\n    - inner\n- two\n", ["- one", ["- inner"], "- two"]),
    "numerals under letters": (
        "(a) one\n    (i) two\n    (ii) two\n(b) one\n",
        ["a one", ["i two", "ii two"], "b one"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WRAPPED.values(), ids=WRAPPED)
def test_group_of_wrapped_text(text: str, expected: list[Any]) -> None:
    assert grouped(text, WIDTH) == expected


@pytest.mark.parametrize(("text", "expected"), GAPS.values(), ids=GAPS)
def test_nesting_that_only_the_indent_tells(text: str, expected: list[Any]) -> None:
    assert grouped(text) == expected


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_group(text: str, expected: list[Any]) -> None:
    assert grouped(text) == expected


def test_a_word_of_motions_in_the_middle_of_a_sentence_opens_no_block() -> None:
    text = (
        "The plan had been sent round before the meeting and so it was quickly\n"
        "agreed that it be adopted.\n"
        "The plan was read.\n"
        "Carried\n"
    )
    first, second, third = grouped(text, width=72)
    assert first.endswith("quickly agreed that it be adopted.")
    assert (second, third) == ("paragraph: The plan was read.", "paragraph: Carried")


def test_a_paragraph_goes_on_over_furniture() -> None:
    text = f"{LONG}\nabout the bridge and about\n\nPage 3\n\nthe road that leads over it to the mill on the other bank of it.\n"
    assert grouped(text, WIDTH, furniture="Page 3") == [
        f"paragraph: {LONG} about the bridge and about the road that leads over it to the mill on the other bank of it."
    ]


def test_offsets() -> None:
    text = "  1. Weir\n      a) sluice\n"
    lines = classify(from_text(text))
    (block,) = Grouper(text, lines, 0).group(lines)
    (child,) = block.children
    assert text[block.start : block.end] == "1. Weir"
    assert text[block.start : block.stop] == text.strip()
    assert (text[child.body : child.end], child.indent, child.first, child.last) == ("sluice", 6, 1, 1)
    assert [one.marker for one in block.walk()] == ["closed", "closed"]
    assert repr(block) == "Block(point, lines 1-1, 1 children)"


def test_a_line_with_the_role_heading() -> None:
    text = "Part two\nText follows.\n"
    lines = classify(from_text(text))
    lines[0].role = "heading"
    assert [block.kind for block in Grouper(text, lines, 0).group(lines)] == ["heading", "paragraph"]


@pytest.mark.parametrize("depth", [3, 40, 400])
def test_many_levels(depth: int) -> None:
    text = "".join(" " * (3 * level) + f"{'-*o•'[level % 4]} point\n" for level in range(depth))
    lines = classify(from_text(text))
    blocks = Grouper(text, lines, wrap_width(text, lines)).group(lines)
    assert blocks and blocks[0].kind == "point"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("EDNA LOW\nChair\n", ["paragraph: EDNA LOW", "paragraph: Chair"]),
        ("PRESENT\nMs T Ring, Mr B Hollow\n", ["paragraph: PRESENT", "paragraph: Ms T Ring, Mr B Hollow"]),
        (
            "late, as it was told, came the\nchair of the weir, who knew of it\nby her Director Hugh Ashlark\nMaple.\n",
            ["paragraph: late, as it was told, came the chair of the weir, who knew of it by her Director Hugh Ashlark Maple."],
        ),
        (f"{LONG}\nSluice Lane included\n", [f"paragraph: {LONG} Sluice Lane included"]),
    ],
    ids=["a name and its post", "a label", "a narrow column", "a full line"],
)  # fmt: skip
def test_a_line_with_room_for_the_next_word_ends_its_paragraph(text: str, expected: list[str]) -> None:
    assert grouped(text, WIDTH) == expected


@pytest.mark.parametrize(
    "words",
    [
        "it was resolved",
        "resolved",
        "agreed",
        "recommended",
        "decision:",
        "action",
        "reason:",
        "motion",
        "moved",
        "proposed by",
        "seconded by",
        "carried",
        "ayes",
        "nays",
        "noes",
        "for:",
        "against:",
        "abstained",
        "absent",
        "roll call",
        "**resolved",
        "__agreed",
    ],
)
def test_each_lead_begins_as_leads_do(words: str) -> None:
    for printed in (words, words.upper(), words.capitalize()):
        assert LEAD.match(printed)
        assert printed[:2] in LEAD_OPENINGS
