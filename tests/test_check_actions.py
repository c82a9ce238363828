"""MP6 and MP7: tasks and declarations that are in order, and what is wrong beside the examples of the rules."""

from __future__ import annotations

import pytest

from minutesparse.checks.runner import check_source
from minutesparse.checks.settings import CheckSettings
from minutesparse.source import from_text

HEAD = """\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

Present: Cllr Mara Birch MB (Chair), Cllr Tom Ash TA, Cllr Jo Elm JE
Apologies: Cllr Ann Reed AR

"""
ITEMS = "2. Footbridge\nNoted.\n\n3. Hall\nNoted.\n\n4. Lamps\nNoted.\n"
TASKS = "1. Footbridge\nMB to write to the county.\nTA to ask the owner.\nJE to order the paint.\n"


def messages(code: str, text: str) -> list[str]:
    found = check_source(from_text(HEAD + text), "minutes.txt", CheckSettings(select=(code,)))
    return [finding.message for finding in found]


def declared(sentence: str) -> str:
    return f"1. Declarations of interest\n{sentence}\n\n{ITEMS}"


@pytest.mark.parametrize(
    ("due", "found"),
    [
        ("by 14 May 2024", True),
        ("by 3 June 2024", False),
        ("by 14 June 2024", False),
        ("by 14 May", False),
        ("by the next meeting", False),
        ("by 14/05/24", True),
    ],
)
def test_due(due: str, found: bool) -> None:
    assert (
        bool(messages("MP603", f"1. Footbridge\nIt is worn.\n\nAction: Clerk to write to the county {due}.\n")) == found
    )


@pytest.mark.parametrize(
    ("task", "found"),
    [
        ("MX to open the hall.", True),
        ("AR to open the hall.", False),
        ("Clerk to open the hall.", False),
        ("Mr Oak to open the hall.", False),
        ("NCC to mend the road.", False),
        ("ML to open the hall. Mary Larch was thanked.", False),
        ("MX to open the hall. MX has the key, as MX said.", False),
    ],
)
def test_owner_unknown(task: str, found: bool) -> None:
    assert bool(messages("MP604", f"{TASKS}\n2. Hall\n{task}\n")) == found


def test_initials_of_unknown_people_throughout_are_no_fault() -> None:
    assert messages("MP604", "1. Hall\nXX to open it.\nYY to close it.\nZZ to paint it.\nQQ to sell it.\n") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Cllr Tom Ash declared a personal interest in item 9.", True),
        ("Cllr Tom Ash declared a personal interest in item 3.", False),
        ("Cllr Tom Ash declared a personal interest in Minute 9.", False),
        ("Cllr Tom Ash declared a personal interest in item 29.", False),
        ("Cllr Tom Ash declared a personal interest in item 3.2.", False),
        ("Cllr Tom Ash declared a personal interest in application 24/00123/F.", False),
    ],
)
def test_declared_item(sentence: str, found: bool) -> None:
    assert bool(messages("MP701", declared(sentence))) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Cllr Ann Reed declared a personal interest in item 3.", True),
        ("Cllr Vera Larch declared a personal interest in item 3.", True),
        ("Cllr Jo Elm declared a personal interest in item 3.", False),
        ("Cllr Tom Ashe declared a personal interest in item 3.", False),
        ("Cllr Birch declared a personal interest in item 3.", False),
        ("Vera Larch came in. Cllr Vera Larch declared a personal interest in item 3.", False),
        ("ZZ declared a personal interest in item 3.", False),
    ],
)
def test_declarant(sentence: str, found: bool) -> None:
    assert bool(messages("MP702", declared(sentence))) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Cllr Jo Elm declared an interest in item 3.", True),
        ("Cllrs Elm & Ash re item 3.", True),
        ("Cllr Jo Elm declared an interest in item 3 as a trustee of the hall.", False),
        ("Cllr Jo Elm declared an interest in item 3 (family connection).", False),
        ("Cllr Jo Elm declared an interest in item 3\nbecause her brother runs the hall.", False),
        ("Cllr Jo Elm declared a non-pecuniary interest in item 3.", False),
        ("There were none.", False),
    ],
)
def test_kind_of_interest(sentence: str, found: bool) -> None:
    assert bool(messages("MP703", declared(sentence))) == found


@pytest.mark.parametrize(
    ("sentence", "decision", "found"),
    [
        ("pecuniary interest in item 3", "Resolved: That it be let. Proposed by Cllr Elm, seconded by Cllr Ash.", True),
        ("pecuniary interest in item 3", "Resolved: That it be let. Proposed by Cllr Ash, seconded by Cllr Elm.", True),
        ("personal interest in item 3", "Resolved: That it be let. Proposed by Cllr Elm, seconded by Cllr Ash.", False),
        (
            "pecuniary interest in item 4",
            "Resolved: That it be let. Proposed by Cllr Elm, seconded by Cllr Ash.",
            False,
        ),
        (
            "pecuniary interest in item 3 and left the room for it",
            "Resolved: That it be let. Proposed by Cllr Elm, seconded by Cllr Ash.",
            False,
        ),
        (
            "pecuniary interest in item 3, for which she has a dispensation",
            "Resolved: That it be let. Proposed by Cllr Elm, seconded by Cllr Ash.",
            False,
        ),
        ("pecuniary interest in item 3", "Cllr Elm left.\nResolved: That it be let. Proposed by Cllr Ash.", False),
    ],
)
def test_voted(sentence: str, decision: str, found: bool) -> None:
    text = f"1. Declarations of interest\nCllr Jo Elm declared a {sentence}.\n\n2. Footbridge\nNoted.\n\n3. Hall\n{decision}\n"
    assert bool(messages("MP704", text)) == found
