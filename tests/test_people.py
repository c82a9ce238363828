"""Persons, lists of persons, references and links."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesparse.facts.attendance_remarks import periods_of, roles_of
from minutesparse.facts.people import Roll, link, parse_person, reference, split_people
from minutesparse.reader import Reader
from minutesparse.source import from_text


def people(text: str) -> list[Any]:
    return split_people(Reader(from_text(text)), 0, len(text))


def person(text: str) -> Any:
    return parse_person(Reader(from_text(text)), 0, len(text))


LISTS = [
    ("Cllr Ann Vale AV WCC Bob Orme BO Lamps Society Cy Teal CT Wexby Village Hall Committee Dot Foss DF",
     ["Ann Vale", "Bob Orme", "Cy Teal", "Dot Foss"]),
    ("Mr B Orme, Mr Abel\n       Foss, MBE, Mrs C Vale", ["B Orme", "Abel Foss", "C Vale"]),
    ("Councillors A Vale, B Orme and the Clerk, Tom Teal", ["A Vale", "B Orme", "Tom Teal"]),
    ("Mr B Orme, Ms C Vale (Head of Roads) and Teal (Acting Accountant)", ["B Orme", "C Vale", "Teal"]),
    ("Mr B Orme and Ms C Vale, NHS Wexshire", ["B Orme", "C Vale"]),
    ("Councillor Ann Vale (in the Chair); Councillor Orme; Councillor J Teal, Councillor Whitlock and Councillor Foss.",
     ["Ann Vale", "Orme", "J Teal", "Whitlock", "Foss"]),
    ("Mr B Orme (Director of Roads), Mrs C Teal, MBE, Sir Abel Foss, CBE and Nell Vale", ["B Orme", "C Teal", "Abel Foss", "Nell Vale"]),
    ("A Vale (Vice Chair, presiding), B Orme, C Teal", ["A Vale", "B Orme", "C Teal"]),
    ("Comhairleoirí K. O’Vale, J.\nOrme, M.R. Foss", ["K. O’Vale", "J. Orme", "M.R. Foss"]),
    ("Cllrs. Ann Vale, Seán Ó hOrme, Joe\nTeal & Moll Foss,", ["Ann Vale", "Seán Ó hOrme", "Joe Teal", "Moll Foss"]),
    ("Chairman Cllr Vale, Cllrs Orme, Teal, County Cllr Foss and the Clerk.", ["Vale", "Orme", "Teal", "Foss"]),
    ("Ann Vale, Bob Orme, Town Manager\nCarl Teal and Executive Assistant Dot Foss.", ["Ann Vale", "Bob Orme", "Carl Teal", "Dot Foss"]),
    ("Selectmen, C. David Vale (Chair) and Bea Orme, Town Manager, Earl Teal", ["C. David Vale", "Bea Orme", "Earl Teal"]),
    ("Ann Vale; Bob Orme, Allotment Association Representative; Cy Teal, Footpath Manager.", ["Ann Vale", "Bob Orme", "Cy Teal"]),
    ("Committee Chair Vale; Directors Orme, Teal, Foss Penn, and Rusk.", ["Vale", "Orme", "Teal", "Foss", "Penn", "Rusk"]),
    ("Committee Chair Vale Directors Orme, Teal\nand Rusk.", ["Vale", "Orme", "Teal", "Rusk"]),
    ("Ann Vale, Chair of Governors, Bob Orme", ["Ann Vale", "Bob Orme"]),
    ("Cllr. Ann Vale - Chairman, Cllr. Bob Orme Cllr. Cy Teal", ["Ann Vale", "Bob Orme", "Cy Teal"]),
    ("County Councillor Ann Vale Borough Councillor Bob Orme", ["Ann Vale", "Bob Orme"]),
    ("Ann Vale (Chair)      AV      Bob Orme   BOr", ["Ann Vale", "Bob Orme"]),
    ("Vice Chairman (Mr. Vale, who took the chair), Mrs. Orme and Messrs Teal and Foss", ["Vale", "Orme", "Teal", "Foss"]),
    ("Cllrs N Vale, Cathaoirleach, M C Mac Giolla Orme, M Mc Teal, J O’ Foss", ["N Vale", "M C Mac Giolla Orme", "M Mc Teal", "J O’ Foss"]),
    ("Ann Vale, Chief Executive, Bob Orme, Director of Parks,\nCulture and Sports", ["Ann Vale", "Bob Orme"]),
    ("Vale, J.; Orme, A. B.", ["Vale, J.", "Orme, A. B."]),
    ("Chief Lane and Board Clerk Orme", ["Lane", "Orme"]),
    ("Mrs C Head (Head of Finance), Mr Head, Mrs B Dean", ["C Head", "Head", "B Dean"]),
    ("Cynghorwyr Alun Vale, Dilwyn Orme a’r Cynghorydd Sir Joseff Teal.", ["Alun Vale", "Dilwyn Orme", "Joseff Teal"]),
    ("Ms. G. van den Orme, Coordinator | Mr. B. Teal", ["G. van den Orme", "B. Teal"]),
    ("Ann Vale, Bob Orme Cy Teal, Dot Foss", ["Ann Vale", "Bob Orme", "Cy Teal", "Dot Foss"]),
    ("Head of Parks and Paths", []),
    ("None", []),
    ("apologies were received", []),
    ("Council Chamber and Online (MS Teams)", []),
    ("NORTH EAST", []),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_split_people_names(text: str, names: list[str]) -> None:
    assert [found.name for found in people(text)] == names


def test_a_title_stays_with_its_name_in_a_list_without_commas() -> None:
    found = people("Cllr Ann Vale AV Chair Cllr Bob Orme BO Cllr Cy Teal CT")
    assert [(one.name, one.honorific) for one in found] == [
        ("Ann Vale", "Cllr"),
        ("Bob Orme", "Cllr"),
        ("Cy Teal", "Cllr"),
    ]


DETAILS = [
    ("Mr B Orme (Director of Roads)", {"honorific": "Mr", "post": "Director of Roads", "roles": []}),
    ("Ann Vale, Interim Director Social Care", {"honorific": None, "post": "Interim Director Social Care"}),
    ("Ann Vale – Democratic Services", {"post": "Democratic Services"}),
    ("Cllr Mrs D Orme (Vice-Chair)", {"honorific": "Cllr Mrs", "roles": ["vice_chair"]}),
    ("Deputy Speaker Councillor Orme", {"honorific": "Councillor", "post": "Deputy Speaker"}),
    ("Mayor Vale", {"honorific": "Mayor", "roles": ["mayor"]}),
    ("Board Clerk Orme", {"honorific": None, "post": "Board Clerk", "roles": ["clerk"]}),
    ("Ann Vale (AVA) Councillor", {"initials": "AVA", "post": "Councillor"}),
    ("Ann Vale (XYC)", {"initials": None, "organization": "XYC"}),
    ("Cllr Ann Vale (Lab)", {"party": "Lab"}),
    ("Cllr Ann Vale (substitute for Cllr B Orme)", {"substitute_for": "Cllr B Orme"}),
    ("Cllr Ann Vale Remotely", {"note": "Remotely", "post": None}),
    ("Cllr Ann Vale (work commitments)", {"note": "work commitments"}),
    ("Cllr Ann Vale Westshire County Council", {"name": "Ann Vale", "organization": "Westshire County Council"}),
    ("Cllr Ann Lay", {"name": "Ann Lay", "post": None}),
    ("Owen Hall", {"name": "Owen Hall", "post": None}),
    ("Ann Vale    AV", {"name": "Ann Vale", "initials": "AV"}),
    ("Hal Teal   Demographer", {"name": "Hal Teal", "post": "Demographer"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), DETAILS)
def test_parse_person_fields(text: str, fields: dict[str, object]) -> None:
    found = person(text)
    assert {name: getattr(found, name) for name in fields} == fields


@pytest.mark.parametrize(
    "text", ["Head of Parks", "The meeting opened at seven", "", "(none)", "12 members of the public"]
)
def test_parse_person_nobody(text: str) -> None:
    assert person(text) is None


def test_shared_title_is_outside_the_text_of_the_others() -> None:
    first, second = people("Councillors Ann Vale and Bob Orme")
    assert (first.honorific, first.shared) == ("Councillors", False)
    assert (second.honorific, second.shared) == ("Councillors", True)


PERIODS = [
    ("arrived at 6:20 p.m.", {"from_time": "18:20"}),
    ("from 7.15pm", {"from_time": "19:15"}),
    ("left at item 5", {"to_item": "5"}),
    ("until 20:30", {"to_time": "20:30"}),
    ("arrived at 12:05 a.m.", {"from_time": "00:05"}),
]


@pytest.mark.parametrize(("text", "fields"), PERIODS)
def test_periods(text: str, fields: dict[str, str]) -> None:
    (period,) = periods_of(text)
    assert {name: value for name, value in period.items() if value and name != "text"} == fields


@pytest.mark.parametrize("text", ["from 7.15", "arrived late", "work commitments", "left at 45.99pm"])
def test_no_periods(text: str) -> None:
    assert periods_of(text) == []


ROLES = [
    ("Vice Chair", ["vice_chair"]),
    ("Councillor/Chairman", ["chair"]),
    ("Board President", ["chair"]),
    ("Leas-Chathaoirleach", ["vice_chair"]),
    ("Deputy Mayor", ["deputy_mayor"]),
    ("Ardmhéara", ["mayor"]),
    ("City Clerk", ["clerk"]),
    ("Deputy Clerk", []),
    ("Chair of the Rowing Club", []),
    ("Chairman of the Council", ["chair"]),
    ("Director of Roads", []),
]


@pytest.mark.parametrize(("text", "roles"), ROLES)
def test_roles(text: str, roles: list[str]) -> None:
    assert roles_of(text) == roles


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Councillor J. Orme", "J. Orme"),
        ("Ann Vale", "Ann Vale"),
        ("Director Teal", "Teal"),
        ("the Clerk", "the Clerk"),
    ],
)
def test_reference(text: str, name: str) -> None:
    found = reference(Reader(from_text(text)), 0, len(text))
    assert (found["name"], found["person"]) == (name, None)


ATTENDEES: list[dict[str, Any]] = [
    {"id": "person-1", "name": "Jane Ashe", "honorific": "Cllr", "initials": "JAs"},
    {"id": "person-2", "name": "M.R. Vale", "honorific": None, "initials": None},
    {"id": "person-3", "name": "Tom Orme", "honorific": None, "initials": None},
    {"id": "person-4", "name": "Tessa Orme", "honorific": None, "initials": None},
    {"id": "person-5", "name": "O’Teal, K.", "honorific": None, "initials": None},
    {"id": "person-6", "name": "A. Van Dorn", "honorific": None, "initials": None},
    {"id": "person-7", "name": "Guy de Marr", "honorific": None, "initials": None},
]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Jane Ashe", "person-1"), ("J Ashe", "person-1"), ("Ashe", "person-1"), ("JA", "person-1"), ("JAs", "person-1"),
        ("Cllr Ashe", "person-1"), ("M Vale", "person-2"), ("MR Vale", "person-2"), ("Tom Orme", "person-3"),
        ("K O'Teal", "person-5"),
        ("Van Dorn", "person-6"), ("Dorn", "person-6"), ("B Van Dorn", None), ("GdM", "person-7"), ("G de Marr", "person-7"),
        ("Orme", None), ("T Orme", None), ("P Ashe", None), ("Foss", None), ("", None), ("XX", None),
    ],
)  # fmt: skip
def test_link(name: str, found: str | None) -> None:
    assert link(name, Roll(ATTENDEES)) == found


def test_an_honorific_tells_which_of_a_name_is_meant() -> None:
    roll = Roll([{"id": "person-1", "name": "J Vale", "honorific": "Mr", "initials": None}])
    assert link("Vale", roll, "Mr") == "person-1"
    assert link("Vale", roll, "Cllr") == "person-1"
    assert link("Vale", roll, "Ms") is None


def test_printed_initials_outweigh_those_that_a_name_makes() -> None:
    other = {"id": "person-6", "name": "Joan Abel", "honorific": None, "initials": "JA"}
    assert link("JA", Roll([*ATTENDEES, other])) == "person-6"


WORDS = st.sampled_from(
    [
        "Ann",
        "Vale",
        "J.",
        "Cllr",
        "Councillors",
        "and",
        ",",
        ";",
        "(Chair)",
        "(",
        "\n",
        "   ",
        "Clerk",
        "-",
        "Mr",
        "of",
        "3",
        "ó",
        "MBE",
        ":",
        "|",
    ]
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_people_stand_in_the_text_in_order(text: str) -> None:
    last = 0
    for found in people(text):
        assert last <= found.start <= found.name_start < found.name_end <= found.end <= len(text)
        assert found.name == " ".join(text[found.name_start : found.name_end].split())
        last = found.end
