"""The attendance part at the head, items about attendance, and their union."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.growth import assert_linear

from minutesparse.facts.attendance import Attendance, is_attendance_title, merge, read_attendance, read_attendance_item
from minutesparse.facts.attendance_labels import label_at
from minutesparse.facts.attendance_substitutes import (
    BRACKET_EXAMPLES,
    SENTENCE_EXAMPLES,
    substitute_of,
    substitutes_in,
)
from minutesparse.facts.people import split_people
from minutesparse.lines import classify
from minutesparse.parsing import parse
from minutesparse.reader import Reader
from minutesparse.source import from_text

P, I, A, X = "present", "in_attendance", "apologies", "absent"  # noqa: E741


def head(text: str) -> Attendance:
    source = from_text(text)
    lines = classify(source)
    return read_attendance(Reader(source), lines, 0, len(lines) - 1)


def item(text: str, title: str) -> list[dict[str, Any]]:
    return read_attendance_item(Reader(from_text(text)), 0, len(text), title)


def pairs(nodes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(node["name"], node["status"]) for node in nodes]


HEADS = {
    "officers in a column beside titled members": (
        "MEMBERS PRESENT\n\nCouncillor Vale\n\nMr. B. Orme, Deputy City Clerk\n\nCouncillor Teal\n\nCouncillor Foss\n",
        [("Vale", P), ("B. Orme", I), ("Teal", P), ("Foss", P)],
    ),
    "names and posts in wrapped text": (
        "IN ATTENDANCE\nAnn Vale, Chief Executive, Bob Orme, Director of Housing, Carl\n"
        "Teal, Senior Engineer, Housing Capital, Dot Foss, Divisional\nManager, Housing and Lamps, Ed Rusk, Senior Planner, Flo\n"
        "Penn, Staff Officer, Roads and Lamps, Guy Elm, Press Officer, Hal\nOak, Staff Officer.\n",
        [(name, I) for name in (
            "Ann Vale", "Bob Orme", "Carl Teal", "Dot Foss", "Ed Rusk", "Flo Penn", "Guy Elm", "Hal Oak")],
    ),
    "a bracket over two lines": (
        "IN ATTENDANCE: Mr B Orme (Area Education\nOfficer - West), Ms C Teal (Clerk)\n",
        [("B Orme", I), ("C Teal", I)],
    ),
    "a list of its own within the group": (
        "MEMBERS PRESENT\nCllrs A Vale, B Orme, C Teal and D Foss\nOnline: Cllrs E Rusk, F Penn\n",
        [("A Vale", P), ("B Orme", P), ("C Teal", P), ("D Foss", P), ("E Rusk", P), ("F Penn", P)],
    ),
    "two who share a title": (
        "APOLOGIES\nCllrs Ann Vale and Bob Orme\nDiscussion\nCllr Teal spoke.\n",
        [("Ann Vale", A), ("Bob Orme", A)],
    ),
    "sentences": (
        "Westshire Council\n\nPresent: Councillor Ann Vale (in the Chair); Councillor Orme and Councillor Teal.\n\n"
        "Also in attendance: Dot Foss, Director of Roads\nEd Rusk – Democratic Services\n\nApologies for absence:\n",
        [("Ann Vale", P), ("Orme", P), ("Teal", P), ("Dot Foss", I), ("Ed Rusk", I)],
    ),
    "one a line": (
        "PRESENT:\n\nCouncillor A. Vale, Cathaoirleach\n\n\nCouncillor B. Orme\n1\nCouncillor C. Teal\n\nIN ATTENDANCE:\n"
        "Mr. D. Foss, Chief Executive.\n\nThe Cathaoirleach read a letter about the mill.\n",
        [("A. Vale", P), ("B. Orme", P), ("C. Teal", P), ("D. Foss", I)],
    ),
    "columns of initials": (
        "Present     Ann Vale           AV      Bob Orme        BO\n            Cy Teal (XYC)      CT      Dot Foss        DF\n"
        "\nThe meeting was chaired by Bob Orme.\n\n   ITEMS          Action\n",
        [("Ann Vale", P), ("Bob Orme", P), ("Cy Teal", P), ("Dot Foss", P)],
    ),
    "a column of apologies": (
        "Present:\nAnn Vale (AVA)   Clerk            Apologies:    Bob Orme (BOR)\nCy Teal (CTE)    Councillor                     Di Penn (DPE)\n"
        "Dot Foss (DFO)   Councillor       Chair:        Cy Teal\n",
        [("Ann Vale", I), ("Cy Teal", P), ("Dot Foss", P), ("Bob Orme", A), ("Di Penn", A)],
    ),
    "wards between": (
        "PRESENT          Comhairleoir A. Vale.\n\nNORTH EAST\nComhairleoirí B. Orme, C. Teal, D.\nFoss, E. Rusk.\n\nSOUTH\n"
        "Comhairleoirí F. Penn, G. Ayre.\n\nAPOLOGIES\n\nComhairleoir H. Lund.\n",
        [("A. Vale", P), ("B. Orme", P), ("C. Teal", P), ("D. Foss", P), ("E. Rusk", P), ("F. Penn", P), ("G. Ayre", P), ("H. Lund", A)],
    ),
    "names and posts in columns": (
        "BOARD OF DIRECTORS\nAnn Vale                 President\nBob Orme                 Director\n\n"
        "WEST WATER MANAGEMENT AND STAFF\nCy Teal          Legal Counsel\n\nOTHER ATTENDEES\nDot Foss\nEd Rusk          Demographer\n",
        [("Ann Vale", P), ("Bob Orme", P), ("Cy Teal", I), ("Dot Foss", I), ("Ed Rusk", I)],
    ),
    "a mixed group": (
        "District Attendees\nAnn Vale - Board President\nBob Orme - Board Member\nCy Teal - Finance Manager\n\nOther Attendees\n\nAbsent\n\n-----\n\nAGENDA ITEMS\n",
        [("Ann Vale", P), ("Bob Orme", P), ("Cy Teal", I)],
    ),
    "a broken label": (
        "Council: Mayor Vale Councillor B. Orme\nCouncillor C. Teal (arrived at 6:20 p.m.)\nRegrets: Councillor D. Foss\n"
        "Staff: Mr. E. Rusk, City Clerk\nOthers Ms. F. Penn, Director of Roads\nPresent: Mr. G. Ayre, Vice Chair of the Board of Mills\n",
        [],
    ),
    "a label in a sentence": (
        "The Board met at 7 pm with the following present:\nAnn Vale, Bob Orme, Cy Teal, Town Manager\nDot Foss and Clerk Ed Rusk.\n",
        [("Ann Vale", P), ("Bob Orme", P), ("Cy Teal", P), ("Dot Foss", I), ("Ed Rusk", I)],
    ),
    "sentences that follow": (
        "Board members present were: Vale, Orme and Teal. Foss was absent. Clerk Rusk\nwas also present.\n\nA hymn was sung.\n",
        [("Vale", P), ("Orme", P), ("Teal", P), ("Foss", X), ("Rusk", I)],
    ),
    "councillors of other councils": (
        "Those Attending: Cllr A Vale (Chairman), Cllr Mrs B Orme, Borough Councillor C Teal, Mrs D Foss (Clerk), 12 Members of the Public.\n",
        [("A Vale", P), ("B Orme", P), ("C Teal", I), ("D Foss", I)],
    ),
    "Irish and Welsh": (
        "I láthair: Comhairleoir A. Vale\n\nPRESENNOL\nCynghorwyr Alun Orme, Bryn Teal a’r Cynghorydd Sir Carys Foss.\n",
        [("A. Vale", P), ("Alun Orme", P), ("Bryn Teal", P), ("Carys Foss", P)],
    ),
    "posts at the beginning of lines": (
        "PRESENT:\nMayor A. Vale\nDeputy Mayor B. Orme\nCouncillor C. Teal\n\nSTAFF:\nD. Foss, Head of Roads &\nParks\nE. Rusk, Clerk\n",
        [("A. Vale", P), ("B. Orme", P), ("C. Teal", P), ("D. Foss", I), ("E. Rusk", I)],
    ),
    "no attendance": ("Westshire Council\nMinutes of the Parks Committee\nHeld in the Old Hall, Long Lane\n", []),
    "an agenda": ("Apologies\n1. Minutes of the last meeting\n2. Matters Arising\n", []),
    "nobody": ("Present: None\nApologies: None received\n", []),
    "empty": ("", []),
}  # fmt: skip


@pytest.mark.parametrize(
    "name",
    [
        name
        for name, (_, wanted) in HEADS.items()
        if wanted or name in ("no attendance", "an agenda", "nobody", "empty")
    ],
)
def test_head(name: str) -> None:
    text, wanted = HEADS[name]
    assert sorted(pairs(head(text).attendees)) == sorted(wanted)


def test_broken_label_within_an_attendance_part() -> None:
    found = head("Attendance\n" + HEADS["a broken label"][0])
    assert pairs(found.attendees) == [
        ("Vale", P), ("B. Orme", P), ("C. Teal", P), ("D. Foss", A), ("E. Rusk", I), ("F. Penn", I), ("G. Ayre", I),
    ]  # fmt: skip
    teal = found.attendees[2]
    assert teal["periods"] == [
        {"from_time": "18:20", "to_time": None, "from_item": None, "to_item": None, "text": "arrived at 6:20 p.m."}
    ]


def test_roles() -> None:
    found = head(
        "Councillors present: A Vale (Vice Chair), B Orme\n\nCouncillors absent: C Teal (Chair)\n\nOthers present: Clerk D Foss\n"
    )
    assert [(node["name"], node["roles"]) for node in found.attendees] == [
        ("A Vale", ["vice_chair"]), ("B Orme", []), ("C Teal", ["chair"]), ("D Foss", ["clerk"]),
    ]  # fmt: skip


def test_a_post_that_is_only_a_role() -> None:
    found = head("Present: Cllr A Vale (Chair), B Orme in the chair, C Teal (Town Mayor), and the Clerk, D Foss.\n")
    assert [(node["name"], node["post"]) for node in found.attendees] == [
        ("A Vale", None), ("B Orme", None), ("C Teal", "Town Mayor"), ("D Foss", "Clerk"),
    ]  # fmt: skip
    assert found.attendees[-1]["roles"] == ["clerk"]


def test_the_chair_of_one_item_is_not_the_chair() -> None:
    found = head("Present: Ann Vale, Bob Orme\n\nBob Orme took the Chair for this item.\n")
    assert [node["roles"] for node in found.attendees] == [[], []]


@pytest.mark.parametrize(("text", "wanted"), SENTENCE_EXAMPLES)
def test_substitutes_in_a_sentence(text: str, wanted: list[tuple[str, str | None]]) -> None:
    found = substitutes_in(Reader(from_text(text)), 0, len(text))
    assert [(person.name, person.substitute_for) for person in found] == wanted


@pytest.mark.parametrize(("text", "name"), BRACKET_EXAMPLES)
def test_substitutes_in_a_bracket(text: str, name: str | None) -> None:
    reader = Reader(from_text(text))
    found = substitute_of(reader, split_people(reader, 0, len(text))[0])
    assert (found.name if found else None) == name


def test_substitutes_in_an_item() -> None:
    text = (
        "Apologies were received from Mr D Orme (Ms H Vale attended as substitute) and Councillor Teal.\n\n"
        "The following advised that they would be substituting:\n\nCouncillor Foss for Councillor Teal\n"
    )
    found = item(text, "Apologies for absence")
    assert sorted(pairs(found)) == [("D Orme", A), ("Foss", P), ("H Vale", P), ("Teal", A)]


def test_what_joined_far_from_a_name_is_no_arrival() -> None:
    text = (
        "Yew Cottage, a plan that was seen before, with a shed behind the house and more that was joined to the wall.\n"
    )
    assert item(text, "Apologies for absence") == []


def test_chair_told_in_a_sentence() -> None:
    found = head("Present: Ann Vale, Bob Orme\n\nThe meeting was chaired by Bob Orme.\n")
    assert [node["roles"] for node in found.attendees] == [[], ["chair"]]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Present: Cllr A Vale and five members of the public.\n", 5),
        ("Present: Cllr A Vale\n\n12 members of the public\n", 12),
        ("Present: Cllr A Vale\nMembers of the Public: 6\n", 6),
        ("Present: Cllr A Vale\n", None),
    ],
)
def test_public(text: str, count: int | None) -> None:
    found = head(text)
    assert (found.public["count"] if found.public else None) == count
    assert pairs(found.attendees) == [("A Vale", P)]


def test_lines_of_the_part() -> None:
    found = head("Westshire Council\nPresent:\nCllr A Vale\n\nCllr B Orme\nVenue: Old Hall\n")
    assert found.line_indices == {1, 2, 4}


ITEMS = [
    ("Apologies", "Apologies were received from Councillors Ann Vale and Bob Orme.", [("Ann Vale", A), ("Bob Orme", A)]),
    ("Apologies for Absence", "The Committee Officer reported apologies from Mr Vale, Mr\nOrme and Mrs Teal.", [("Vale", A), ("Orme", A), ("Teal", A)]),
    ("Apologies", "Cllr. A. Vale opened the meeting. Apologies received from Cllrs Bob Orme\nand Cy Teal.", [("Bob Orme", A), ("Cy Teal", A)]),
    ("Apologies", "Cllr A Vale (work commitments) and Cllr B Orme (unwell)", [("A Vale", A), ("B Orme", A)]),
    ("Apologies", "Apologies were received from Cllr Ann Vale who was unable to attend that evening.", [("Ann Vale", A)]),
    ("Apologies", "Ann Vale submits her apologies.", [("Ann Vale", A)]),
    ("Apologies", "No apologies were received.", []),
    ("Apologies", "There were none. The Clerk noted that Mill Lane is closed.", []),
    ("ROLL CALL", "Present: Vale, Orme, Teal and Foss. Absent:\n Rusk. Penn arrived at 8:05 a.m.", [("Vale", P), ("Orme", P), ("Teal", P), ("Foss", P), ("Rusk", X), ("Penn", P)]),
    ("CALL TO ORDER", "The meeting was called to order at 7:00 pm by President Vale. Board members present: Vale, Orme and Teal. Staff present: Chief Lane and Board Clerk Foss.", [("Vale", P), ("Orme", P), ("Teal", P), ("Lane", I), ("Foss", I)]),
    ("Roll Call of Directors", "Present\n– Ann Vale; Bob Orme, Mill Representative; Cy\nTeal, Footpath Manager. Dot Foss, our liaison from the Museum, present.", [("Ann Vale", P), ("Bob Orme", P), ("Cy Teal", P), ("Dot Foss", I)]),
    ("Call to order", "The meeting was called to order. Presenters participated by telephone.", []),
    ("Roll call", "", []),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "wanted"), ITEMS)
def test_item(title: str, text: str, wanted: list[tuple[str, str]]) -> None:
    assert pairs(item(text, title)) == wanted


def test_attendance_in_items_of_a_document() -> None:
    found = parse(
        "Westshire Parish Council\nMinutes of the meeting held on 4 May 2022\n\n"
        "1. Those attending\n\nMr A Vale (Chairman), Mrs B Orme (Clerk) 7 members of the public\n\n"
        "2. Apologies were received from Mrs Teal and PC Foss\n\n3. Accounts\n\nThe accounts were read.\n"
    )
    assert [(one.name, one.status) for one in found.attendance] == [
        ("A Vale", P),
        ("B Orme", I),
        ("Teal", A),
        ("Foss", A),
    ]
    assert found.public is not None
    assert found.public.count == 7


def test_who_calls_to_order_is_chair_only_with_the_office() -> None:
    with_office = item(
        "The meeting was called to order by President Vale. Members present: Vale, Orme, Teal.", "Call to order"
    )
    assert with_office[0]["roles"] == ["chair"]
    without = item("Supervisor Vale called the meeting to order. Members present: Vale, Orme, Teal.", "Call to order")
    assert without[0]["roles"] == []


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Apologies for absence", True), ("Roll Call of Directors", True), ("PRESENT", True), ("Call to Order (6:00 p.m.)", True),
        ("Agenda, as presented", False), ("Attendance at conference", False), ("Representation", False),
    ],
)  # fmt: skip
def test_attendance_titles(title: str, wanted: bool) -> None:
    assert is_attendance_title(title) is wanted


def test_merge_drops_repeats_and_keeps_contradictions() -> None:
    first = head("Present: Mr J Vale, Ms K Orme, Cllr Ann Teal\n").attendees
    later = item("Apologies were received from Mr Orme, Cllr Lund and Cllr Ann Teal.", "Apologies")
    assert pairs(merge(first, later)) == [("J Vale", P), ("K Orme", P), ("Ann Teal", P), ("Orme", A), ("Lund", A)]


LABELS = [
    ("Present:", P, False), ("PRESENT Mr Vale", P, False), ("Councillors present: A Vale", P, True), ("Also in attendance:", I, False),
    ("OFFICIALS IN ATTENDANCE", I, False), ("Apologies for absence:", A, False), ("Apologies were received from A Vale", A, False),
    ("Board members absent: Vale", X, True), ("ALSO ATTENDING: A Vale", I, False), ("**Members Present**", P, True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "named"), LABELS)
def test_labels(text: str, status: str, named: bool) -> None:
    label = label_at(text, 0, len(text))
    assert label is not None
    assert (label.group.status, label.group.named) == (status, named)


@pytest.mark.parametrize(
    "text", ["Presentation: roads", "Mr Vale presented a report", "", "Councillor A Vale", "12 March"]
)
def test_no_labels(text: str) -> None:
    assert label_at(text, 0, len(text)) is None


PIECES = st.sampled_from(
    ["Present:", "Apologies", "Also", "in attendance:", "\n", "\n\n", "\r\n", "Cllr", "Ann Vale", "Bob Orme", ",", ";", " and ", "(Chair)", "   ", ".",
     "was absent.", "NORTH", "3 members of the public", "- ", "1. ", "**", "\u200b", "Clerk", "arrived at 7.15pm", "Chair:", "(", "|", "<b>", "İ"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_string_stands_in_its_span(text: str) -> None:
    nodes = head(text).attendees + item(text, "Apologies")
    for node in nodes:
        chunk = " ".join(text[node["span"]["start"] : node["span"]["end"]].split())
        for name in ("name", "honorific", "post", "organization", "party", "note", "text"):
            assert node[name] is None or (node[name] and node[name] in chunk)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "A ",
        "Mr ",
        "(",
        "Present: ",
        "Ann Vale (Chair) ",
        "members of the public ",
        "x was ",
        "A-\n",
        "called to order ",
    ],
)
def test_cost_grows_with_the_length(unit: str) -> None:
    def work(text: str) -> None:
        head(text)
        item(text, "Apologies")

    assert_linear(work, unit, 4_000)
