"""How the decisions of an item belong together, and those under a label. All councils and people are invented."""

from __future__ import annotations

import pytest
from tests.test_decisions import only, read

from minutesparse.block import Block
from minutesparse.facts.decisions import read_decisions
from minutesparse.reader import Node, Reader
from minutesparse.source import from_text


def labelled(*parts: str) -> list[Node]:
    """Decisions of paragraphs and, after "Decision:" and "Minutes:", the paragraphs under these labels."""
    text, blocks = "", []
    for line, part in enumerate(parts):
        start = len(text)
        text += f"{part}\n\n"
        if not part.endswith(":"):
            kind = "point" if part.startswith("(") else "paragraph"
            block = Block(kind, start, start + len(part), start + 4 * (kind == "point"), line * 2, line * 2)
            if kind == "point":
                block.label, block.marker = (start + 1, start + 2), "paren"
            blocks.append(block)
    return read_decisions(Reader(from_text(text)), blocks)


def test_amendment_changes_the_motion_before_it() -> None:
    found, _ = read(
        "Cllr Vale moved, seconded by Cllr Moss, that a bench be bought.",
        "Cllr Hale proposed an amendment, seconded by Cllr Ash, that two be bought. The amendment was lost.",
    )
    assert found[1]["amends"] is found[0]
    assert found[0]["amends"] is None


def test_amendment_without_a_motion() -> None:
    node = only("Cllr Hale proposed an amendment, seconded by Cllr Ash, that two benches be bought.")
    assert node["amends"] is None


def test_decision_under_its_label() -> None:
    found = labelled("Decision:", "That the report be accepted.", "Minutes:", "The officer spoke.")
    assert [(node["text"], node["kind"]) for node in found] == [("That the report be accepted.", "agreed")]


def test_list_under_the_label() -> None:
    (node,) = labelled(
        "Decision:", "(i) to note the answers; and", "(j) to thank the officer.", "Minutes:", "A report."
    )
    assert node["text"] == ""
    assert [clause["label"] for clause in node["clauses"]] == ["i", "j"]


@pytest.mark.parametrize("text", ["There were none.", "None.", "Apologies were received from Cllr Vale."])
def test_nothing_decided_under_the_label(text: str) -> None:
    assert labelled("Decision:", text) == []
    assert read(f"Decision: {text}")[0] == []


def test_label_before_a_lead() -> None:
    node = only("Decision: RESOLVED: That the fee be waived.")
    assert node["kind"] == "resolved"


def test_no_objection_is_a_decision() -> None:
    assert only("Decision: No objections.")["kind"] == "agreed"


def test_decision_printed_twice() -> None:
    found = labelled("Decision:", "That the report be accepted.", "Minutes:", "RESOLVED: That the report be accepted.")
    assert found[1]["same_as"] is found[0]


def test_decisions_that_differ() -> None:
    found = labelled("Decision:", "That the report be accepted.", "Minutes:", "RESOLVED: That the plan be accepted.")
    assert found[1]["same_as"] is None


COVERS = [
    ("It was agreed that consent items 8 to 41 except 10 and 11 be approved.", ["8 to 41 except 10 and 11"]),
    ("Trustee Vale moved, seconded by Trustee Moss, to approve consent items A through H.", ["A through H"]),
    ("It was agreed to approve items 5, 6 and 9 en bloc.", ["5", "6", "9"]),
    ("It was agreed that item 5 be taken first.", []),
    ("It was agreed that items 5 and 6 be deferred.", []),
    ("It was agreed to approve the consent agenda.", []),
]


@pytest.mark.parametrize(("text", "covers"), COVERS)
def test_items_taken_together(text: str, covers: list[str]) -> None:
    assert only(text)["covers"] == covers
