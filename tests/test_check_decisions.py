"""MP5: decisions, movers and votes, and what is no fault of theirs."""

from __future__ import annotations

import pytest

from minutesparse.checks.house_style import HouseStyle
from minutesparse.checks.runner import check_source
from minutesparse.checks.settings import CheckSettings
from minutesparse.source import from_text

HEAD = """\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024
Present: Cllr Ann Vale (Chair), Cllr Ian Moss, Cllr Una Reed, Cllr Tom Ash

"""
BOTH = """\
1. Minutes
Proposed by Cllr Moss, seconded by Cllr Reed: that the minutes be signed. Carried.

2. Highways
Proposed by Cllr Reed, seconded by Cllr Ash: that the ford be closed for a day. Carried.

3. Grants
"""


def messages(code: str, text: str, house: HouseStyle | None = None) -> list[str]:
    settings = CheckSettings(select=(code,), house_style=house or HouseStyle())
    return [finding.message for finding in check_source(from_text(HEAD + text), "minutes.txt", settings)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Grants\nResolved:\n\n2. Paths\nNone.\n", 1),
        ("1. Grants\nRESOLVED that\n\n2. Paths\nNone.\n", 1),
        ("1. Grants\nIt was agreed:\n", 1),
        ("1. Grants\nResolved:\n\nThat the hall be given £200.\n\n2. Paths\nNone.\n", 0),
        ("1. Grants\nResolved:\n(a) That the hall be given £200.\n", 0),
        ("1. Grants\nThe report was read.\nAgreed.\n\n2. Paths\nNone.\n", 0),
        ("1. Grants\nThe report was read.\nAGREED\n\n2. Paths\nNone.\n", 0),
    ],
)
def test_leads_without_text(text: str, found: int) -> None:
    assert len(messages("MP502", text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (BOTH + "Proposed by Cllr Reed: that the hall be given £200. Carried.\n", 1),
        (BOTH + "Proposed by Cllr Reed: that the hall be given £200. This was seconded by Cllr Moss. Carried.\n", 0),
        (BOTH + "Proposed by Cllr Reed: that the hall be given £200. There was no seconder.\n", 0),
        (BOTH + "Proposed by Cllr Vale: that the hall be given £200. Carried.\n", 0),  # from the chair
        (BOTH + "Proposed by the Chairman: that the hall be given £200. Carried.\n", 0),
        (BOTH + "Cllr Reed suggested that the hall be given £200. Agreed.\n", 0),
        # Minutes that name no seconders at all.
        ("1. Grants\nMoved by Reed to give the hall £200. Motion carried.\n", 0),
    ],
)
def test_movers_without_seconder(text: str, found: int) -> None:
    assert len(messages("MP503", text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (BOTH + "Resolved: that the hall be given £200.\nSeconded by Cllr Reed.\n", 1),
        (BOTH + "The accounts were approved by Cllr Moss and seconded by Cllr Reed.\n", 0),
        (BOTH + "Proposed by Cllr Moss, seconded by Cllr Reed: that the hall be given £200.\n", 0),
    ],
)
def test_seconders_without_mover(text: str, found: int) -> None:
    assert len(messages("MP504", text)) == found


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Cllr Moss", "Cllr Moss"), 1),
        (("Cllr Moss", "Cllr Ash"), 0),
        (("Cllr Brook", "Cllr Brook"), 0),  # two of a family who were not listed
        (("Cllr Jo Brook", "Cllr Jo Brook"), 1),
        (("Cllr Jo Brook", "Cllr Max Brook"), 0),
    ],
)
def test_mover_is_seconder(names: tuple[str, str], found: int) -> None:
    text = f"1. Grants\nProposed by {names[0]}, seconded by {names[1]}: that the hall be given £200. Carried.\n"
    assert len(messages("MP505", text)) == found


@pytest.mark.parametrize(
    ("vote", "exceed", "disagree"),
    [
        ("Motion carried with 3 votes for and 1 against.", 0, 0),
        ("Motion carried with 4 votes for and 3 against.", 1, 0),
        ("Motion carried with 1 vote for and 3 against.", 0, 1),
        ("Motion lost with 3 votes for and 1 against.", 0, 1),
        ("Motion lost with 3 votes for and 1 against, two thirds being needed.", 0, 0),
        ("Motion carried with 2 votes for and 2 against on the Chair's casting vote.", 0, 0),
    ],
)
def test_counts(vote: str, exceed: int, disagree: int) -> None:
    text = f"1. Grants\nProposed by Cllr Moss, seconded by Cllr Reed: that the hall be given £200.\n{vote}\n"
    assert len(messages("MP506", text)) == exceed
    assert len(messages("MP507", text)) == disagree


ROLL = "1. Grants\nProposed by Cllr Moss, seconded by Cllr Reed: that the hall be given £200.\n"


@pytest.mark.parametrize(
    ("roll", "found"),
    [
        ("For (3): Cllr Moss, Cllr Reed, Cllr Ash\nAgainst (1): Cllr Vale\nMotion carried.\n", 0),
        ("For (3): Cllr Moss, Cllr Reed\nAgainst (1): Cllr Vale\nMotion carried.\n", 1),
        ("For (2): Cllr Moss, Cllr Reed, Cllr Ash\nAgainst (1): Cllr Vale\nMotion carried.\n", 1),
    ],
)
def test_counts_and_names(roll: str, found: int) -> None:
    assert len(messages("MP507", ROLL + roll)) == found


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("(a)", "(b)", "(d)"), ["clause c is left out before d"]),
        (("(i)", "(ii)", "(ii)", "(iii)"), ["clause ii is given twice"]),
        (("(a)", "(b)", "(c)"), []),
        (("(b)", "(d)", "(e)"), []),  # clauses of a longer list
    ],
)
def test_clauses(labels: tuple[str, ...], found: list[str]) -> None:
    clauses = "".join(f"{label} that the hall be given £{50 * place};\n" for place, label in enumerate(labels, 1))
    assert messages("MP508", f"1. Grants\nResolved: That\n{clauses}") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It was felt that the fence should be mended.", 1),
        ("The consensus was that a letter should be sent.", 1),
        ("It was felt that the fence should be mended. This was agreed.", 0),
        ("Cllr Reed felt that the fence should be mended.", 0),
        ("It was felt that the fence should be mended. The clerk had a price.", 0),
    ],
)
def test_ambiguous_leads(sentence: str, found: int) -> None:
    assert len(messages("MP509", f"1. Fence\n{sentence}\n\n2. Paths\nNone.\n")) == found


def test_decisions_are_asked_for_by_the_house_style_alone() -> None:
    text = "1. Paths\nThe clerk spoke of a stile.\n\n2. Apologies\nCllr Ash was away.\n\n3. Lamps\nThis was noted.\n"
    assert messages("MP501", text) == []
    assert messages("MP501", text, HouseStyle(decisions=True)) == ["the item neither decides nor notes anything"]


def test_decision_lead() -> None:
    text = "1. Grants\nRESOLVED: That the hall be given £200.\n\n2. Paths\nIt was agreed to mend the stile.\n"
    assert messages("MP510", text) == []
    assert messages("MP510", text, HouseStyle(decision_lead="RESOLVED")) == ["the decision does not open in RESOLVED"]
