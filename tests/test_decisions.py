"""Decisions: what opens one, what belongs to it, what is none. All councils and people are invented."""

from __future__ import annotations

from typing import Any

import pytest

from minutesparse.block import Block
from minutesparse.facts import deciding, voting
from minutesparse.facts.decisions import read_decisions
from minutesparse.facts.sentences import sentences, trigger_places
from minutesparse.reader import Node, Reader
from minutesparse.source import from_text
from minutesparse.vocabulary.decisions import TRIGGERS


def read(*parts: str | tuple[str, str]) -> tuple[list[Node], list[Block]]:
    """Decisions of blocks: a string is a paragraph, a pair a point's marker and text."""
    text, blocks, line = "", [], 0
    for part in parts:
        marker, words = ("", part) if isinstance(part, str) else part
        start = len(text)
        text += f"{marker} {words}" if marker else words
        kind = "point" if marker else "paragraph"
        body = start + len(marker) + 1 if marker else start
        block = Block(kind, start, len(text), body, line, line + words.count("\n"))
        if marker:
            block.label = (start, start + len(marker.rstrip(".)")))
            block.marker = "closed" if marker[0].isalnum() else "bullet"
        blocks.append(block)
        line = block.last + 2
        text += "\n\n"
    return read_decisions(Reader(from_text(text)), blocks), blocks


def only(*parts: str | tuple[str, str]) -> Node:
    found, _ = read(*parts)
    assert len(found) == 1, [node["text"] for node in found]
    return found[0]


EXAMPLES = (*deciding.EXAMPLES, *voting.EXAMPLES)
FORMS = [(form, text, True) for form, good, _ in EXAMPLES for text in good]
FORMS += [(form, text, False) for form, _, bad in EXAMPLES for text in bad]


@pytest.mark.parametrize(("form", "text", "matches"), FORMS, ids=lambda value: getattr(value, "__name__", None))
def test_forms(form: Any, text: str, matches: bool) -> None:
    assert (form().search(text) is not None) is matches


DECISIONS = [
    ("Resolved: That the fee be waived.", "resolved", "Resolved:"),
    ("RESOLVED – That the fee be waived.", "resolved", "RESOLVED –"),
    ("Recommended: That the fee be waived.", "recommended", "Recommended:"),
    ("Agreed that a bench be bought.", "agreed", "Agreed"),
    ("It was agreed that a bench be bought.", "agreed", None),
    ("It was resolved to buy a bench.", "resolved", None),
    ("Members agreed to buy a bench.", "agreed", None),
    ("The minutes of the last meeting were approved and signed.", "agreed", None),
    ("The minutes were taken as read.", "agreed", None),
    ("The accounts were presented and accepted for payment.", "agreed", None),
    ("Cllr Moss proposed, seconded by Cllr Vale, that a bench be bought.", "motion", None),
    ("All were in favour of a proposal to buy a bench.", "motion", None),
    ("M/S/C to support the fair.", "motion", None),
    ("NOTED", "noted", "NOTED"),
    ("resolved: That the fee be waived.", "resolved", "resolved:"),
    ("RESOLVED,   that the fee be waived.", "resolved", "RESOLVED"),
    ("UNANIMOUSLY RESOLVED that the fee be waived.", "resolved", "UNANIMOUSLY RESOLVED"),
    ("**Resolved:** That the fee be waived.", "resolved", "Resolved:"),
    ("It was, Resolved: to waive the fee.", "resolved", "It was, Resolved:"),
    ("Resolution: That the fee be waived.", "resolved", "Resolution:"),
    ("ORDERED: That the report be filed.", "agreed", "ORDERED:"),
    ("DEFERRED: to the next meeting.", "agreed", "DEFERRED:"),
    ("RESOLVED (16 for, 2 against): That the fee be waived.", "resolved", "RESOLVED (16 for, 2 against):"),
    ("Proposed Cllr Ash, seconded Cllr Birch, and resolved: to waive the fee.", "resolved", None),
    ("Cllr Moss was declared elected as Chairman.", "motion", None),
    ("PENDERFYNWYD anfon llythyr.", "resolved", "PENDERFYNWYD"),
    ("Approval was given for the accounts.", "agreed", None),
    ("Cllr Moss was duly elected Chairman for the year.", "motion", None),
    ("The amendment was not carried.", "motion", None),
    ("A vote was taken on the amendment, which was lost.", "motion", None),
    ("A motion was made by Trustee Moss, seconded by Trustee Vale, that the fee be waived.", "motion", None),
    ("The item was deferred to the next meeting.", "agreed", None),
]


@pytest.mark.parametrize(("text", "kind", "lead"), DECISIONS)
def test_decision(text: str, kind: str, lead: str | None) -> None:
    node = only(text)
    assert (node["kind"], node["lead"]) == (kind, lead)
    assert node["span"]["start"] == 0
    assert node["span"]["end"] == len(text)


NONE = [
    "Audio Recording – Session 1 – 56 Seconds",
    "Nodwyd na chafwyd cais.",
    "Mr Vale was elected to Parliament.",
    "CARRIED",
    "The minutes were read. It was proposed by Cllr Vale. Nobody spoke.",
    "Plans for the hall had been agreed in the spring.",
    "It was agreed at the last meeting that a bench be bought.",
    "It will be agreed next year.",
    "It could be agreed if funds allow.",
    "Officers agreed to look at the drains.",
    "It was noted that the road is shut.",
    "The plans were approved by the Borough Council.",
    "If two names are proposed and seconded, a vote is taken.",
    "The Clerk suggested a bench.",
    "Cllr Moss proposed a bench.",
    "Approved: 3 May",
    "Ms Vale agreed.",
    "The chairman said the members of the panel resolved to wait.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_no_decision(text: str) -> None:
    assert read(text)[0] == []


def test_text_in_the_next_paragraph() -> None:
    found, blocks = read("It was agreed:", "That the update be noted.", "The chair thanked all.")
    assert found[0]["lead"] == "It was agreed:"
    assert found[0]["text"] == "That the update be noted."
    assert found[0]["kind"] == "agreed"
    assert [block.taken for block in blocks] == [True, True, False]


def test_clauses_after_a_lead() -> None:
    found, blocks = read(
        "Resolved: That:", ("a)", "a bench be bought; and"), ("b)", "the hedge be cut."), "Next business."
    )
    clauses = found[0]["clauses"]
    assert [(clause["label"], clause["text"]) for clause in clauses] == [
        ("a", "a bench be bought; and"),
        ("b", "the hedge be cut."),
    ]
    assert found[0]["text"] == "That:"
    assert found[0]["span"]["end_line"] == 5
    assert [block.taken for block in blocks] == [True, True, True, False]


def test_clauses_after_an_announced_text() -> None:
    node = only("It was agreed:", "That the next meeting consider:", ("-", "the budget"), ("-", "the fair"))
    assert node["text"] == "That the next meeting consider:"
    assert len(node["clauses"]) == 2


def test_list_of_a_point_ends_with_the_next_outer_point() -> None:
    found, _ = read(
        ("7.", "RESOLVED that Cabinet:"), ("1.", "Agree the plan"), ("2.", "Note the cost"), ("8.", "The clerk spoke.")
    )
    assert [clause["label"] for clause in found[0]["clauses"]] == ["1", "2"]


def test_nested_clauses() -> None:
    text = "Resolved that:\n1. Buy\na) one bench\n"
    lead = Block("paragraph", 0, 14, 0, 0, 0)
    outer = Block("point", 15, 21, 18, 1, 1)
    outer.label, outer.marker = (15, 16), "closed"
    inner = Block("point", 22, 34, 25, 2, 2)
    inner.label, inner.marker = (22, 23), "closed"
    outer.children.append(inner)
    node = read_decisions(Reader(from_text(text)), [lead, outer])[0]
    assert node["clauses"][0]["clauses"][0]["text"] == "one bench"
    assert node["clauses"][0]["span"]["end_line"] == 3
    assert outer.taken
    assert inner.taken


def test_actions_are_not_clauses() -> None:
    found, blocks = read(
        "Resolved: The Committee voted unanimously to approve the following actions:", "Action: Clerk to write."
    )
    assert found[0]["clauses"] == []
    assert not blocks[1].taken


def test_motion_over_several_blocks() -> None:
    found, blocks = read(
        "MOTION: Trustee Vale moved to approve the agenda. Trustee Moss seconded.",
        "Roll call vote:",
        "Ayes — Trustees Vale, Moss and Hale",
        "Nays — none",
        "Motion carried",
        "The clerk spoke.",
    )
    assert len(found) == 1
    assert found[0]["result"] == "carried"
    assert found[0]["vote"]["for_count"] == 3
    assert found[0]["span"]["end_line"] == 9
    assert [block.taken for block in blocks] == [True] * 5 + [False]


def test_mover_lines_before_the_text() -> None:
    node = only(
        "Proposed by Cllr. A. Vale\nSeconded by Cllr. B. Moss\nAnd agreed following a show of hands.\n“That the loan be approved.”"
    )
    assert node["kind"] == "agreed"
    assert node["text"].endswith("“That the loan be approved.”")
    assert node["vote"]["method"] == "show of hands"


def test_lead_after_the_mover() -> None:
    node = only(
        "It was moved by Councillor Vale, seconded by Councillor Moss and", "RESOLVED THAT:", "The fee be waived."
    )
    assert node["kind"] == "resolved"
    assert node["text"].endswith("The fee be waived.")


def test_discussion_between_motion_and_vote() -> None:
    found, blocks = read(
        "Director Vale made the motion to sell the barn. Director Moss seconded the motion.",
        "Director Hale spoke of the roof.",
        "The motion passed with 3 members in favor and 1 against.",
    )
    assert len(found) == 1
    assert "roof" not in found[0]["text"]
    assert found[0]["result"] == "carried"
    assert [block.taken for block in blocks] == [True, False, True]


def test_decision_inside_a_paragraph_is_a_view() -> None:
    found, blocks = read("The clerk spoke of the bench. It was agreed that it be sold. He thanked all.")
    assert found[0]["text"] == "It was agreed that it be sold."
    assert not blocks[0].taken


def test_agreement_in_passing_beside_a_resolution() -> None:
    found, _ = read("The plan was set out. It was agreed that more be heard.", "Resolved: That the plan be welcomed.")
    assert [node["kind"] for node in found] == ["resolved"]


def test_two_decisions_in_one_paragraph() -> None:
    found, _ = read(
        "Motion by Ann Vale, second by Bo Moss to approve it. Motion carried. Motion by Bo Moss, second by Cy Hale to pay. Motion carried."
    )
    assert [node["moved_by"][0]["name"] for node in found] == ["Ann Vale", "Bo Moss"]


def test_closing_note() -> None:
    found, blocks = read(
        "Members asked about the roof.",
        "The annual report of the trust was noted.",
        "The meeting was adjourned at 15:10.",
    )
    assert [node["kind"] for node in found] == ["noted"]
    assert blocks[1].taken


def test_note_that_does_not_close_the_item() -> None:
    assert read("The annual report was noted.", "Members asked about the roof.")[0] == []


def test_amendment() -> None:
    node = only(
        "Mr Vale proposed and Mr Moss seconded the following amendment to the motion:",
        "“Add a bench.”",
        "Amendment lost.",
    )
    assert node["is_amendment"]
    assert node["result"] == "lost"


def test_reason() -> None:
    found, blocks = read(
        "RESOLVED: That the fee be waived.", "Reason for decision:", "To help small clubs.", "The clerk spoke."
    )
    assert found[0]["reason"]["text"] == "To help small clubs."
    assert [block.taken for block in blocks] == [True, True, True, False]
    inline, _ = read("RESOLVED: That the fee be waived.", "REASON – To help small clubs.")
    assert inline[0]["reason"]["text"] == "To help small clubs."


def test_quotation_is_read_to_its_end() -> None:
    node = only("It was agreed that “the fee be waived. The club be told.” The chair closed the item.")
    assert node["text"].endswith("The club be told.”")


def test_every_key_is_present() -> None:
    node = only("Resolved: That the fee be waived.")
    assert set(node) == {
        "id",
        "kind",
        "is_amendment",
        "lead",
        "text",
        "clauses",
        "moved_by",
        "seconded_by",
        "result",
        "vote",
        "reason",
        "amends",
        "same_as",
        "covers",
        "span",
    }


SENTENCES = [
    ("Cllr. A. Vale spoke. He sat.", ["Cllr. A. Vale spoke.", "He sat."]),
    ("It cost £4.50 in all. Agreed.", ["It cost £4.50 in all.", "Agreed."]),
    ("The fee be waived.\nCARRIED\nNext", ["The fee be waived.", "CARRIED", "Next"]),
    ("as needed. MOTION\nCARRIED", ["as needed.", "MOTION\nCARRIED"]),
    ("Seen by the clerk\nMoved by AB", ["Seen by the clerk", "Moved by AB"]),
    ("", []),
    (" \n ", [" \n "]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff",
        "İ agreed",
        "agreed" * 2000,
        "Moved by " * 500,
        "(" * 3000 + " agreed",
        "“That " * 900 + "\nMotion carried",
    ],
)
def test_odd_text_does_no_harm(text: str) -> None:
    for node in read(text, ("a)", text), text)[0]:
        assert node["span"]["end"] >= node["span"]["start"]


def test_sentence_broken_by_a_page() -> None:
    found, blocks = read("After debate it was agreed that the item would", "be tabled until spring. The clerk spoke.")
    assert found[0]["text"].endswith("would be tabled until spring.")
    assert [block.taken for block in blocks] == [False, False]


def test_mover_lines_in_blocks_of_their_own() -> None:
    node = only(
        "Proposed by Cllr. A. Vale,", "Seconded by Cllr. B. Moss,", "It was agreed:-\n“That the loan be approved.”"
    )
    assert (node["kind"], node["moved_by"][0]["name"], node["seconded_by"][0]["name"]) == (
        "agreed",
        "A. Vale",
        "B. Moss",
    )


@pytest.mark.parametrize(
    "text",
    [
        "After discussion, it was the consensus of the Board to wait for the survey.",
        "The risk plan, as circulated earlier to Councillors, was unanimously approved.",
        "The accounts, which had been circulated, were approved.",
    ],
)
def test_decisions_in_prose(text: str) -> None:
    assert only(text)["kind"] == "agreed"


def test_the_count_of_a_vote_a_blank_line_before_its_outcome() -> None:
    found = only(
        "Director Vale moved to adopt the plan.\nDirector Moss seconded the motion.",
        "VOTE ON\nMOTION:",
        "An electronic vote was taken with\n14 votes in favor and 0 against.\nDirector Hale was absent.",
        "Chair Ashe declared the motion\nPASSED.",
    )
    assert (found["vote"]["for_count"], found["vote"]["against_count"]) == (14, 0)


@pytest.mark.parametrize("word", TRIGGERS)
def test_each_trigger_word_is_found_where_it_stands(word: str) -> None:
    """Words are searched for by the letters that they share; none may be lost in its group."""
    places = trigger_places(f"tea {word} tea {word}", 0, 2 * len(word) + 9)
    assert {(4, 4 + len(word)), (9 + len(word), 9 + 2 * len(word))} <= set(places)
