"""Motions and what became of them where paragraphs part them. All councils and people are invented."""

from __future__ import annotations

import pytest
from tests.test_decisions import only, read


def test_outcome_below_its_motion() -> None:
    found, _ = read(
        ("1.", "The fee be waived for a year.\n**PASSED**"), ("2.", "The hall be let."), "CARRIED", "CARRIED"
    )
    assert [(node["text"], node["result"]) for node in found] == [
        ("The fee be waived for a year. **PASSED**", "carried"),
    ]


def test_outcome_below_a_bare_motion() -> None:
    node = only("That the hall be let.", "CARRIED")
    assert (node["text"], node["result"]) == ("That the hall be let. CARRIED", "carried")


MOVED_AFTERWARDS = [
    "A bench be bought. Prop. AB, 2nd CD, All in favour.",
    "It was agreed that a bench be bought. Prop. AB, 2nd CD, All in favour.",
    "It was agreed that a bench be bought. It will stand by the pond. Prop AB, 2nd CD, All in favour",
]


@pytest.mark.parametrize("text", MOVED_AFTERWARDS)
def test_movers_after_the_decision(text: str) -> None:
    node = only(text)
    assert node["text"] == text
    assert [reference["name"] for reference in node["moved_by"] + node["seconded_by"]] == ["AB", "CD"]
    assert node["vote"]["unanimous"] is True


def test_next_decision_after_movers() -> None:
    found, _ = read("The fee be waived. Prop. AB, 2nd CD, All in favour.", "It was agreed that a bench be bought.")
    assert [node["kind"] for node in found] == ["motion", "agreed"]


def test_text_below_the_movers() -> None:
    node = only("Proposed by Ann Vale, seconded by Ian Moss.", "The minutes of 3 June be confirmed and signed.")
    assert node["text"].endswith("signed.")


def test_resolved_below_the_movers() -> None:
    node = only("Councillor Vale proposed, Councillor Moss seconded and it was", "RESOLVED: That the fee be waived.")
    assert node["kind"] == "resolved"


def test_amendment_and_substantive_motion() -> None:
    found, _ = read(
        "An amendment was moved by Councillor Ann Vale and seconded by Councillor Ian Moss",
        "“That a fund be set up.”",
        "The amendment was declared to be LOST.",
        "The substantive motion was declared to be CARRIED.",
    )
    assert [(node["is_amendment"], node["result"]) for node in found] == [(True, "lost"), (False, "carried")]


def test_motion_whose_vote_stands_on_lines() -> None:
    node = only(
        "Councillor Vale moved and Councillor Moss seconded that the order be changed.",
        "A vote was taken on the order, with the following result:",
        "For: 3",
        "Against: 5",
        "Abstention: 0",
        "The change was not agreed.",
    )
    assert (node["vote"]["for_count"], node["vote"]["against_count"], node["result"]) == (3, 5, "lost")


def test_vote_that_paragraphs_part_from_its_motion() -> None:
    found, _ = read(
        "Moved by Councillor Vale\nSeconded by Councillor Moss",
        "Report on the hall",
        "The hall stands by the pond.",
        "VOTING IN FAVOUR: Councillors Vale and Moss (2)\nVOTING AGAINST: (0)\nCARRIED",
    )
    assert [(node["result"], node["vote"]["for_count"]) for node in found] == [("carried", 2)]


def test_quoted_amendment_with_a_list() -> None:
    node = only(
        "An amendment was moved by Councillor Vale and seconded by Councillor Moss",
        "“Set aside a sum. To be paid for by",
        ("i)", "a saving, and"),
        ("ii)", "a grant.”"),
        "The amendment was declared to be CARRIED.",
    )
    assert len(node["clauses"]) == 2
    assert node["result"] == "carried"


ROLL = (
    (
        "12)",
        "After the debate, the Chairman put to the vote the amendment in paragraph 11 and the voting was as follows:",
    ),
    "For (2)",
    "Mr Vale, Mrs Moss",
    "Against (1)",
    "Mr Hale",
    "Abstain (0)",
)


@pytest.mark.parametrize("closing", [("Amendment carried.",), ("Abstain (1)", "Mr Fenn\n      Amendment carried.")])
def test_roll_below_a_motion_with_labels(closing: tuple[str, ...]) -> None:
    node = only(
        ("11)", "Mr Vale proposed, and Mrs Moss seconded the following amendment:"),
        "Proposed Purpose:",
        "“Set aside a sum for hedges. It will be spent by June.”",
        "Proposed Funding Source:",
        "“The general reserve.”",
        *ROLL[: -1 if len(closing) > 1 else None],
        *closing,
    )
    assert node["is_amendment"] is True
    assert [reference["name"] for reference in node["moved_by"]] == ["Vale"]
    assert (node["vote"]["for_count"], node["vote"]["against_count"]) == (2, 1)
    assert [voter["name"] for voter in node["vote"]["voters"]][:3] == ["Vale", "Moss", "Hale"]
    assert node["result"] == "carried"
