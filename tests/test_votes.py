"""Votes and outcomes. All people are invented."""

from __future__ import annotations

import pytest

from minutesparse.facts.outcomes import read_result
from minutesparse.facts.votes import read_vote, states_vote
from minutesparse.reader import Node, Reader
from minutesparse.source import from_text


def vote(text: str) -> Node | None:
    return read_vote(Reader(from_text(text)), [(0, len(text))])


COUNTS = [
    ("Motion carried 6-0.", (6, 0, None), "printed"),
    ("MOTION CARRIED 4-0-3", (4, 0, 3), "printed"),
    ("The board voted 6-1 to accept", (6, 1, None), "printed"),
    ("The board voted 7 to 0", (7, 0, None), "printed"),
    ("The resolution was defeated by 9 votes to 4", (4, 9, None), "printed"),
    ("carried by 22 votes to one, with two abstentions", (22, 1, 2), "printed"),
    ("Motion carried; 7:0", (7, 0, None), "printed"),
    ("Moved by Vale and seconded by Moss. (Y-5; N-1)", (5, 1, None), "printed"),
    ("3 Votes For - 3 Abstentions - Carried", (3, None, 3), "printed"),
    ("For (14)\nMr Vale\nAgainst (45)\nMr Moss\nAbstain (4)", (14, 45, 4), "printed"),
    ("Four (4) voted in favour", (4, None, None), "printed"),
    ("seven were in favour and one abstained", (7, None, 1), "printed"),
    ("passed with 10 members in favor and 0 against", (10, 0, None), "printed"),
    (
        "VOTING IN FAVOUR: Mayor Vale, Councillors Moss and Hale (3)\nVOTING AGAINST: (0)\nCARRIED",
        (3, 0, None),
        "printed",
    ),
    ("Ayes — Trustees Vale, Moss and Hale\nNays — none", (3, 0, None), "names"),
    ("Vale – aye, Moss – aye, and Hale – nay.", (2, 1, None), "names"),
    ("Vale yea, Ann Moss yea", (2, None, None), "names"),
    ("[AYES: Vale, Moss; NOES: Hale; ABSTAIN: None]", (2, 1, 0), "names"),
    ("taken with 2 votes in favor\n(Vale, Moss) and 1 against\n(Hale).", (2, 1, None), "printed"),
]


@pytest.mark.parametrize(("text", "counts", "counted_from"), COUNTS)
def test_counts(text: str, counts: tuple[int | None, ...], counted_from: str) -> None:
    found = vote(text)
    assert found is not None
    assert (found["for_count"], found["against_count"], found["abstain_count"]) == counts
    assert found["counted_from"] == counted_from


NO_VOTE = ["The minutes were approved.", "a grant for 2019-20", "Page 2 of the plan for June", "No one spoke", ""]


@pytest.mark.parametrize("text", NO_VOTE)
def test_no_vote(text: str) -> None:
    assert vote(text) is None


UNANIMOUS = [
    ("The motion carried unanimously.", True),
    ("All were in favour.", True),
    ("and agreed by all", True),
    ("All Councillors agreed to the rules", True),
    ("Ayes — all", True),
    ("carried nem con", True),
    ("Motion carried on a show of hands", None),
    ("As all agreed that he is able, 3 in favour", None),
]


@pytest.mark.parametrize(("text", "unanimous"), UNANIMOUS)
def test_unanimous(text: str, unanimous: bool | None) -> None:
    found = vote(text)
    assert found is not None
    assert found["unanimous"] is unanimous
    if unanimous:
        assert found["for_count"] is None
        assert found["voters"] == []


def test_voters_and_method() -> None:
    text = "Roll call vote:\nAyes — Cllrs. Vale and Moss\nAbsent — Cllr Hale"
    found = vote(text)
    assert found is not None
    assert [(voter["name"], voter["option"]) for voter in found["voters"]] == [
        ("Vale", "for"),
        ("Moss", "for"),
        ("Hale", "absent"),
    ]
    assert found["method"] == "roll call"


ROLLS = [
    ("Abstain (2)\n\nMr Vale, Mrs Moss\n\n        Amendment lost.", ["Vale", "Moss"]),
    ("Abstain (1)\nMr Vale\n        Substantive motion lost.", ["Vale"]),
    ("For (3)\nMr Vale, OBE, Sir Ian Moss, CBE, Mrs\nHale", ["Vale", "Ian Moss", "Hale"]),
    ("For: JV, KC, MD, RM", ["JV", "KC", "MD", "RM"]),  # initials that are honours too
    ("In favour: Mayor Vale, Councillors, Moss and Hale (3)", ["Vale", "Moss", "Hale"]),
    ("Against (0)\n\nAbstain (2)\n\nMr B Vale, Mr D Moss", ["B Vale", "D Moss"]),
    ("Ayes: those at the tableCllr Vale, Moss", ["Vale", "Moss"]),  # no name begins inside a word
]


@pytest.mark.parametrize(("text", "names"), ROLLS)
def test_voters_of_a_roll(text: str, names: list[str]) -> None:
    found = vote(text)
    assert found is not None
    assert [voter["name"] for voter in found["voters"]] == names


def test_voters_in_brackets() -> None:
    found = vote("A vote was taken with 2 votes in favor (Vale, O\u2019Dare) and 1 against (Hale).")
    assert found is not None
    assert [(voter["name"], voter["option"]) for voter in found["voters"]] == [
        ("Vale", "for"),
        ("O\u2019Dare", "for"),
        ("Hale", "against"),
    ]
    carried = vote("MOTION CARRIED UNANIMOUSLY [Vale, Moss,\nHale].")
    assert carried is not None
    assert [voter["name"] for voter in carried["voters"]] == ["Vale", "Moss", "Hale"]
    assert carried["for_count"] is None
    remark = vote("The motion carried unanimously (Item 7 of the agenda).")
    assert remark is not None
    assert remark["voters"] == []


def test_span_is_that_of_the_vote() -> None:
    text = "That the fee be waived. All in favour."
    found = vote(text)
    assert found is not None
    assert text[found["span"]["start"] : found["span"]["end"]] == "All in favour"


RESULTS = [
    ("The motion carried.", "carried"),
    ("seconded by Vale and carried unanimously", "carried"),
    ("Motion Defeated", "lost"),
    ("AMENDMENT LOST", "lost"),
    ("declared the motion PASSED", "carried"),
    ("The motion was withdrawn", "withdrawn"),
    ("The item was deferred", "deferred"),
    ("M/S/C: to pay", "carried"),
    ("AGAINST: (0)\n" + " " * 90 + "CARRIED", "carried"),
    ("The amendment was not carried", "lost"),
    ("The change was not agreed", "lost"),
    ("Mr Vale carried a bag", None),
    ("The law passed on Monday", None),
]


@pytest.mark.parametrize(("text", "result"), RESULTS)
def test_result(text: str, result: str | None) -> None:
    assert read_result(text, [(0, len(text))]) == result


STATEMENTS = [
    ("Motion carried.", True),
    ("All in favour.", True),
    ("And agreed by all.", True),
    ("Unanimously agreed", True),
    ("AYES: Vale, Moss", True),
    ("Resolved 16/4", True),
    ("Roll call was taken as follows:", True),
    ("Chair Vale declared the motion PASSED.", True),
    ("Agreed that a bench be bought", False),
    ("All members were asked to help", False),
    ("For some time the road has been shut", False),
    ("The clerk spoke.", False),
]


@pytest.mark.parametrize(("text", "states"), STATEMENTS)
def test_statement(text: str, states: bool) -> None:
    assert states_vote(text, 0, len(text)) is states
