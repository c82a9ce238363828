"""MP2: what the rules of the attendance find, and above all where they stay silent."""

from __future__ import annotations

import pytest

from minutesparse.checks.finding import Finding
from minutesparse.checks.house_style import HouseStyle, Member
from minutesparse.checks.members import in_office, members_called
from minutesparse.checks.rules.attendance.names import is_like, surname, title_before
from minutesparse.checks.runner import check_source
from minutesparse.checks.settings import CheckSettings
from minutesparse.source import from_text

HEAD = "Oxbow Parish Council\nMinutes of the meeting held in the village hall on Monday 3 June 2024\n\n"
PRESENT = "Present: Cllr A Hawthorn (Chair), Cllr B Rowan, Cllr C Thorn\n"
FULL = "Present: Cllr Ann Hawthorn (Chair), Cllr Ben Rowan, Cllr Cara Thorn\n"
AWAY = "Apologies: Cllr D Ashby\n"
PATHS = "\n1. Paths\n"


def found(code: str, text: str, **house: int) -> list[Finding]:
    settings = CheckSettings(select=(code,), house_style=HouseStyle(**house))  # type: ignore[arg-type]
    return check_source(from_text(text), "minutes.txt", settings)


def moved(mover: str, seconder: str) -> str:
    return f"RESOLVED: That the stile be mended. Proposed by {mover}, seconded by {seconder}.\n"


SILENT = [
    ("MP201", HEAD + "In attendance were four members and the clerk.\n" + PATHS + "Nothing was reported.\n"),
    ("MP201", HEAD + "**Attendance:**\n" + PATHS + "Nothing was reported.\n"),  # a list that was not read
    (
        "MP201",
        HEAD + "PRESE/T    Ann Hawthorn (Chair)   AH\n           Ben Rowan      BR\n" + PATHS + "Nothing.\n",
    ),  # a scan
    ("MP202", HEAD + "Present: Cllr A Hawthorn, Cllr B Rowan, Cllr C Thorn\n" + PATHS + "Cllr Rowan took the chair.\n"),
    (
        "MP202",
        HEAD + "Present: Cllrs Hawthorn, Rowan and Thorn\n" + PATHS + "Trustee Rowan called the meeting to order.\n",
    ),
    ("MP202", HEAD + "Present: Cllrs Hawthorn, Rowan and Thorn\n" + PATHS + "Election of Chair: Cllr Rowan.\n"),
    # the chair named apart from the list of members
    ("MP203", HEAD + "Chair: Cllr Ann Hawthorn\nPresent: Cllr Ann Hawthorn, Cllr Ben Rowan, Cllr Cara Thorn\n" + PATHS),
    # two of one surname, and one who came late
    ("MP203", HEAD + "Present: Cllr Ann Rowan, Cllr Ben Rowan, Cllr Cara Thorn\nApologies: Cllr Dora Rowan\n" + PATHS),
    ("MP203", HEAD + FULL + "Apologies: Cllr Ben Rowan (for late arrival)\n" + PATHS),
    # an officer whose initial a member shares
    ("MP203", HEAD + "Present: Cllr A Rowan, Cllr B Thorn, Cllr C Birch\nIn attendance: A Rowan (Clerk)\n" + PATHS),
    ("MP204", HEAD + PRESENT + AWAY + "\n1. Apologies\nApologies were received and accepted.\n"),
    ("MP204", HEAD + PRESENT + "\n1. Apologies\nNo apologies were received.\n"),
    ("MP204", HEAD + PRESENT + "\n1. Apologies\nApologies were received from the members listed above.\n"),
    ("MP205", HEAD + PRESENT + AWAY + PATHS + moved("Cllr Rowan", "Cllr Thorn")),
    ("MP205", HEAD + PRESENT + AWAY + PATHS + moved("the Chairman", "Cllr Thorn")),
    ("MP205", HEAD + PRESENT + AWAY + PATHS + moved("Cllr Rowan", "Cllr Hawthron")),  # MP209 says so
    ("MP205", HEAD + PRESENT + AWAY + PATHS + "Cllr Ashby arrived.\n" + moved("Cllr Rowan", "Cllr Ashby")),
    ("MP205", HEAD + PRESENT + PATHS + "Ms Oak was co-opted.\n" + moved("Ms Oak", "Cllr Thorn")),
    # an attendance that is not whole
    ("MP205", HEAD + "Present: Cllr A Hawthorn (Chair)\n" + PATHS + moved("Cllr Rowan", "Cllr Thorn")),
    # whoever called the meeting to order was there, though the list of the members leaves the chair out
    (
        "MP206",
        "Oxbow Town Board\nJune 3, 2024\n\nThe meeting was called to order by\nSupervisor Larch at 7:03 p.m.\n\n"
        "Board members present were: Hawthorn, Rowan and Thorn.\n"
        + PATHS
        + "Moved by Trustee Rowan, seconded by Trustee Thorn. Roll call: Trustee Hawthorn - yes, Trustee Rowan - yes, "
        "Trustee Thorn - yes, Supervisor Larch - yes.\n",
    ),
    (
        "MP206",
        HEAD + PRESENT + AWAY + PATHS + "Moved by Cllr Rowan. For: Cllrs Rowan, Thorn. Absent: Cllr Ashby. Carried.\n",
    ),
    (
        "MP207",
        HEAD
        + PRESENT
        + PATHS
        + "Cllr Rowan declared an interest and left the meeting.\n\n"
        + moved("Cllr Rowan", "Cllr Thorn"),
    ),
    (
        "MP207",
        HEAD
        + PRESENT
        + PATHS
        + "Cllr Rowan left the meeting at 8 pm.\n\n2. Trees\nHe returned.\n\n3. Bins\n"
        + moved("Cllr Rowan", "Cllr Thorn"),
    ),
    (
        "MP207",
        HEAD + PRESENT + PATHS + moved("Cllr Rowan", "Cllr Thorn") + "\n2. End\nCllr Rowan left the meeting at 8 pm.\n",
    ),
    ("MP208", HEAD + PRESENT + PATHS),  # no quorum is set
    # another member, the plural and the genitive, a short name, a namesake of another title
    ("MP209", HEAD + PRESENT + "In attendance: Mrs E Hawthorne\n" + PATHS + "Mrs Hawthorne spoke.\n"),
    ("MP209", HEAD + PRESENT + PATHS + "Cllr Hawthorn's report, and the Hawthorns' letter, were read.\n"),
    ("MP209", HEAD + PRESENT + PATHS + "Cllr Thorne spoke.\n"),
    ("MP209", HEAD + PRESENT + PATHS + "The path from Hawthorne Lane is closed.\n"),
    ("MP209", HEAD + PRESENT + PATHS + "Mr Hawthorne of Mill Lane spoke.\n"),
]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_silent(code: str, text: str) -> None:
    assert found(code, text) == []


def test_one_name_is_one_finding() -> None:
    text = (
        HEAD
        + PRESENT
        + AWAY
        + PATHS
        + moved("Cllr Rowan", "Cllr Ashby")
        + "\n2. Trees\n"
        + moved("Cllr Ashby", "Cllr Thorn")
    )
    (finding,) = found("MP205", text)
    assert finding.message == "Ashby moved or seconded but sent apologies"


def test_a_name_of_no_list() -> None:
    (finding,) = found(
        "MP205",
        HEAD + PRESENT + PATHS + moved("Cllr Rowan", "Cllr Elder") + "\n2. Trees\n" + moved("Cllr Rowan", "Cllr Thorn"),
    )
    assert finding.message == "Elder moved or seconded but is in no list of the attendance"


def test_twice_in_one_list() -> None:
    (finding,) = found(
        "MP203", HEAD + "Present:\nCllr Ann Hawthorn (Chair)\nCllr Ben Rowan\nCllr Cara Thorn\nCllr Ben Rowan\n" + PATHS
    )
    assert (finding.line, finding.message) == (8, "Ben Rowan stands twice in one list")


def test_quorum() -> None:
    (finding,) = found("MP208", HEAD + "Present: Cllr A Hawthorn (Chair)\n" + PATHS, quorum=3)
    assert finding.message == "1 member is recorded as present, and the quorum is 3"
    assert found("MP208", HEAD + PRESENT + PATHS, quorum=3) == []


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("hawthorn", "hawthron", True),
        ("hawthorn", "hawthorne", True),
        ("hawthorn", "hawtorn", True),
        ("hawthorn", "hawthirn", True),
        ("hawthorn", "hawthorn", False),
        ("hawthorn", "hawthirne", False),
        ("rowan", "rowen", False),  # short
    ],
)
def test_likeness(one: str, other: str, like: bool) -> None:
    assert is_like(one, other) is is_like(other, one) is like


def test_surnames() -> None:
    assert [surname(name) for name in ("Ann O\u2019Birch", "A. Rowan OBE", "Rowan Jr", "van Thorn", "")] == [
        "o'birch",
        "rowan",
        "rowan",
        "thorn",
        "",
    ]


def test_titles_before_surnames() -> None:
    text = "by Cllr. A B Rowan and Mrs Rowan, then Rowan"
    places = [at for at in range(len(text)) if text.startswith("Rowan", at)]
    assert [title_before(text, place) for place in places] == ["cllr", "mrs", None]


@pytest.mark.parametrize(
    ("printed", "known"),
    [("B Rowan", "Béa Rowan"), ("Bea Rowan Lee", "Béa Rowan-Lee"), ("J. Smith", "Smith, Jane"), ("Rowan", "Bea Rowan")],
)
def test_members_are_known_by_the_forms_of_their_names(printed: str, known: str) -> None:
    assert members_called(printed, [Member("Carl Thorn"), Member(known)]) == [Member(known)]


@pytest.mark.parametrize(("printed", "known"), [("C Rowan", "Bea Rowan"), ("B Rowen", "Bea Rowan")])
def test_other_names_are_nobody(printed: str, known: str) -> None:
    assert members_called(printed, [Member(known)]) == []


@pytest.mark.parametrize(
    ("member", "was"),
    [
        (Member("A"), True),
        (Member("A", since="2024-06-03", until="2024-06-03"), True),
        (Member("A", since="2024-06-04"), False),
        (Member("A", until="2024-06-02"), False),
    ],
)
def test_terms_of_office(member: Member, was: bool) -> None:
    assert in_office(member, "2024-06-03") is was
