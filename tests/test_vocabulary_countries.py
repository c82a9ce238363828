"""Words of the countries whose minutes are read: each as minutes print it, with what it makes of its text."""

from __future__ import annotations

import pytest

from minutesparse import parse
from minutesparse.model import Minutes

STATUSES = [
    ("Present: Reeve Tom Ward", "present"),
    ("Regrets: Councillor Tom Ward", "apologies"),
    ("Leave of absence: Cr Tom Ward", "apologies"),
    ("Excused: Selectman Tom Ward", "apologies"),
    ("Absent: Alderman Tom Ward", "absent"),
    ("I láthair: Comhairleoir Tom Ward", "present"),
    ("I láthair freisin: Tom Ward, Rúnaí", "in_attendance"),
    ("As láthair: Comhairleoir Tom Ward", "absent"),
    ("Leithscéalta: Comhairleoir Tom Ward", "apologies"),
    ("Yn bresennol: Cynghorydd Tom Ward", "present"),
    ("Hefyd yn bresennol: Tom Ward, Clerc", "in_attendance"),
    ("Ymddiheuriadau am absenoldeb: Cynghorydd Tom Ward", "apologies"),
    ("Yn absennol: Cynghorydd Tom Ward", "absent"),
    ("Ngā Tamōtanga | Apologies: Tom Ward", "apologies"),
]

ROLES = [
    ("Reeve", ["chair"]),
    ("Deputy Reeve", ["vice_chair"]),
    ("Footpath Warden", []),
    ("Shire President", ["chair"]),
    ("Deputy Shire President", ["vice_chair"]),
    ("President Pro Tem", ["vice_chair"]),
    ("Mayor Pro Tem", ["deputy_mayor"]),
    ("Vice Mayor", ["deputy_mayor"]),
    ("First Selectman", ["chair"]),
    ("Depute Provost", ["vice_chair"]),
    ("Presiding Member", ["chair"]),
    ("Cathaoirleach", ["chair"]),
    ("Leas-Chathaoirleach", ["vice_chair"]),
    ("Méara", ["mayor"]),
    ("Leas-Mhéara", ["deputy_mayor"]),
    ("Cadeirydd", ["chair"]),
    ("Is-gadeirydd", ["vice_chair"]),
    ("Maer", ["mayor"]),
    ("Dirprwy Faer", ["deputy_mayor"]),
    ("Clerc", ["clerk"]),
]

TITLES = [
    "Acknowledgement of Country",
    "Land Acknowledgement",
    "Karakia Timatanga",
    "Leave of Absence",
    "Orders of the Day",
    "Questions with Notice",
    "Good of the Order",
    "Executive Session",
    "Comhfhreagras",
    "Aon Ghnó Eile",
    "Datgan Buddiannau",
    "Unrhyw Fater Arall",
]

MOVERS = [
    ("Moved by Reeve Ward, seconded by Deputy Reeve Birch, that it be paid. CARRIED", "motion", "Ward", "Birch"),
    ("Selectman Ward moved to pay it, seconded by Alderman Birch. Motion carried.", "motion", "Ward", "Birch"),
    ("Ar mholadh Cllr Ward, cuidithe ag Cllr Birch, glacadh leis an tuarascáil.", "agreed", "Ward", "Birch"),
    ("Arna mholadh ag an gComhairleoir Ward, arna chuidiú ag Cllr Birch, socraíodh é.", "agreed", "Ward", "Birch"),
    ("Ar mholadh Cllr Ward, cuidithe ag Cllr Birch, it was agreed that it be paid.", "agreed", "Ward", "Birch"),
    ("Cynigiwyd gan y Cyng. Ward, eiliwyd gan y Cyng. Birch, a derbyniwyd hyn.", "motion", "Ward", "Birch"),
]

VERBS = [
    ("Penderfynwyd talu'r bil.", "resolved"),
    ("PENDERFYNWYD: Talu'r bil.", "resolved"),
    ("Cymeradwywyd y cais.", "agreed"),
    ("Cadarnhawyd y cofnodion.", "agreed"),
    ("Nodwyd: yr adroddiad.", "noted"),
    ("Comhaontaíodh an bille a íoc.", "agreed"),
    ("Nótáladh: an tuarascáil.", "noted"),
    ("RÚN: an bille a íoc.", "resolved"),
]

DATES = [
    "Dé Luain, 3ú Meitheamh 2024",
    "nos Lun, 3ydd Mehefin 2024",
    "dydd Llun 3 Fehefin 2024",
    "Monday, June 3, 2024",
]

LAST_LINES = [
    ("Síniú: ____________ Cathaoirleach", "Cathaoirleach"),
    ("Llofnodwyd: ____________ Cadeirydd", "Cadeirydd"),
    ("Signed: ____________ Deputy Reeve", "Deputy Reeve"),
    ("Signed: ____________ Presiding Member", "Presiding Member"),
]


NUMBERS = ["Item 1", "Minute No. 1", "Mír 1", "Uimhir 1", "Eitem 1", "Cofnod 1", "Rhif 1"]


def minutes(head: str, body: str = "The clerk spoke.", last: str = "") -> Minutes:
    return parse(f"ANYFORD COUNCIL\n\n{head}\n\n1. Fence\n{body}\n\n2. Trees\nThe clerk spoke again.\n\n{last}\n")


@pytest.mark.parametrize(("line", "status"), STATUSES)
def test_labels_give_a_status(line: str, status: str) -> None:
    assert [(person.name, person.status) for person in minutes(line).attendance] == [("Tom Ward", status)]


@pytest.mark.parametrize(("post", "roles"), ROLES)
def test_posts_give_a_role(post: str, roles: list[str]) -> None:
    (first, _) = minutes(f"Present: Mr Tom Ward ({post}), Mrs Ann Birch").attendance
    assert (first.name, first.roles) == ("Tom Ward", roles)


@pytest.mark.parametrize("title", TITLES)
def test_titles_open_items_without_a_number(title: str) -> None:
    document = parse(
        f"ANYFORD COUNCIL\n\nPresent: Mr Tom Ward\n\n{title}\n\nThe clerk spoke of it at some length.\n\n"
        "Correspondence\n\nA letter was read from a resident about the hedge.\n"
    )
    assert [item.title for item in document.items] == [title, "Correspondence"]


@pytest.mark.parametrize(("text", "kind", "mover", "seconder"), MOVERS)
def test_movers_and_seconders(text: str, kind: str, mover: str, seconder: str) -> None:
    (one,) = minutes("Present: Mr Tom Ward", text).items[0].resolutions
    assert one.kind == kind
    assert [reference.name for reference in one.moved_by] == [mover]
    assert [reference.name for reference in one.seconded_by] == [seconder]


@pytest.mark.parametrize(("text", "kind"), VERBS)
def test_verbs_and_leads_decide(text: str, kind: str) -> None:
    assert [one.kind for one in minutes("Present: Mr Tom Ward", text).items[0].resolutions] == [kind]


@pytest.mark.parametrize("when", DATES)
def test_dates_of_the_meeting(when: str) -> None:
    document = parse(f"ANYFORD COUNCIL\n\nMinutes of the meeting held on {when}\n\nPresent: Mr Tom Ward\n")
    assert str(document.meeting.date) == "2024-06-03"


@pytest.mark.parametrize(("line", "role"), LAST_LINES)
def test_signatures(line: str, role: str) -> None:
    signed = minutes("Present: Mr Tom Ward", last=line).meeting.signed_by
    assert signed is not None
    assert signed.role == role


def test_who_moved_that_apologies_be_accepted_sent_none() -> None:
    document = parse(
        "ANYFORD COUNCIL\n\nPresent: Cr A Birch, Cr J Elm\n\n1. Apologies\nMoved: Cr Elm  Seconded: Cr Birch\n"
        "That they be accepted.\nCARRIED\n"
    )
    assert [person.status for person in document.attendance] == ["present", "present"]


@pytest.mark.parametrize("name", ["Gail Reeve", "Ann Warden", "Tom Provost"])
def test_surnames_that_are_offices_too_stay_names(name: str) -> None:
    (one,) = minutes("Present: Mr Tom Ward", f"Proposed by {name}, seconded by Ben Orme. Agreed.").items[0].resolutions
    assert [reference.name for reference in one.moved_by] == [name]


@pytest.mark.parametrize("number", NUMBERS)
def test_words_before_numbers(number: str) -> None:
    text = f"ANYFORD COUNCIL\n\nPresent: Mr Tom Ward\n\n{number} Fence\nThe clerk spoke.\n\n"
    document = parse(text + number.replace("1", "2") + " Trees\nThe clerk spoke again.\n")
    assert [(item.number, item.title) for item in document.items] == [("1", "Fence"), ("2", "Trees")]
