"""MP1: what the rules of the meeting's head find, and above all where they stay silent."""

from __future__ import annotations

import pytest

from minutesparse.checks.finding import Finding
from minutesparse.checks.runner import check_source
from minutesparse.checks.settings import CheckSettings
from minutesparse.source import from_text

HEAD = "Oxbow Parish Council\nMinutes of the meeting held in the village hall on Monday 3 June 2024 at 7.30 pm\n\n"
PRESENT = "Present: Cllr A Birch (Chair), Cllr B Rowan, Cllr C Thorn\n\n"
BODY = "1. Apologies\nThere were none.\n\n2. Paths\nThe clerk reported on the paths.\n"
CLOSED = "\nThe meeting closed at 9.10 pm.\n"


def found(code: str, text: str) -> list[Finding]:
    return check_source(from_text(text), "minutes.txt", CheckSettings(select=(code,)))


SILENT = [
    # a date of its own below a board that a letterhead lists, which reads like an attendance
    ("MP101", "Oxbow Water District\nChair: Ann Birch\nBoard: Ben Rowan\n\nBOARD MEETING\nJune 3, 2024\n\n" + BODY),
    ("MP101", "# Minutes\n\nDate: 03/06/2024\n\n" + PRESENT + BODY),
    ("MP101", "Oxbow Parish Council\nMinutes of the meeting held on 31 June 2024\n\n" + BODY),  # MP102 says so
    # the house number of a street called after a month, and a day that only leap years have
    (
        "MP102",
        HEAD + "1. Paths\nThe lamp at 45 May Street is out.\n\n2. Next meeting\nThe next meeting is on 29 February.\n",
    ),
    ("MP102", HEAD + "1. Call to order\nThe Chair opened the meeting at 5:31 p.m. in March.\n"),
    # dates of the record's business are quoted as the letters had them
    (
        "MP102",
        HEAD
        + PRESENT
        + "1. Letters\nA letter of 31 June from the owner of the mill, about the path that leads over his field to the lane, was read.\n\n2. Trees\n"
        + "It was read.\n\n" * 30,
    ),
    ("MP103", HEAD + BODY),
    ("MP103", HEAD + "1. Paths\nThe path is closed from Tuesday 3 June, and on Sundays 10 to 12 of June 2024.\n"),
    ("MP103", HEAD + "1. Paths\nOn the Monday, 20 people came; a holiday on 3 June 2024.\n"),
    ("MP104", "OXBOW WATER DISTRICT\nBoard: Ann Birch, Ben Rowan\n\n## ACTION SUMMARY MINUTES\n\n" + BODY),
    ("MP105", "Minutes of OTRA annual general meeting on 3 June 2024\n\n" + BODY),  # an association by its initials
    ("MP105", "Held in the village hall on 3 June 2024\n\n" + BODY),  # no title at all: MP104 says so
    ("MP105", "Minutes of the Oxbow Sailing Club held on 3 June 2024\n\n" + BODY),
    ("MP106", "Oxbow Parish Council\nMinutes of the meeting on 3 June 2024\n12 Mill Road, Oxbow\n\n" + BODY),
    ("MP106", "# Minutes of the meeting on 3 June 2024\n\n[G.02](http://oxbow.example/map?G02)\n\n" + BODY),
    ("MP106", "Oxbow Parish Council\nMinutes of the meeting on 3 June 2024\n\n1. Roll call\nAll joined via Zoom.\n"),
    (
        "MP107",
        "Oxbow Parish Council\nMinutes of the annual meeting on 3 June 2024 following the parish meeting\n\n"
        + BODY
        + CLOSED,
    ),
    (
        "MP107",
        HEAD.replace(" at 7.30 pm", "")
        + "1. Call to order\nThe Chair called the meeting to order at 7.30 pm.\n"
        + CLOSED,
    ),
    ("MP107", HEAD.replace(" at 7.30 pm", "") + BODY),  # a house that tells no times
    ("MP108", HEAD + BODY + "\nThe meeting closed at 12.20 am.\n"),  # past midnight
    ("MP108", HEAD + BODY + "\nThe meeting closed at 9.20.\n"),
    # between paragraphs, and between two entries of a list, a page number cuts no sentence
    (
        "MP110",
        HEAD + "1. Paths\nThe clerk reported on the paths by the mill and the lane.\n\nPage 1 of 2\n\nand then sat.\n",
    ),
    (
        "MP110",
        HEAD + "1. Paths\nThe clerk reported on the paths by the mill and\n\nPage 1 of 2\n\n2. Trees\nNothing.\n",
    ),
    # the minutes that this meeting approves are quoted, not held in the same file
    ("MP111", HEAD + "1. Minutes\nMinutes of the meeting held on Monday 6 May 2024 were read and signed.\n\n" + BODY),
]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_silent(code: str, text: str) -> None:
    assert found(code, text) == []


def test_no_start_by_option() -> None:
    text = HEAD.replace(" at 7.30 pm", "") + BODY
    settings = CheckSettings(select=("MP107",), options={"start-time-missing": {"always": True}})
    assert [one.line for one in check_source(from_text(text), "minutes.txt", settings)] == [2]
    assert [one.line for one in found("MP107", text + CLOSED)] == [2]


def test_a_date_without_year_is_pointed_to() -> None:
    (finding,) = found("MP101", "Oxbow Parish Council. Meeting 17th January at 19:00\n\n" + BODY)
    assert (finding.line, finding.message) == (1, "the date of the meeting has no year")


@pytest.mark.parametrize(
    ("date", "actual"),
    [
        ("Tuesday, 3rd June, 2024", "Monday"),
        ("Sunday the 3rd of June 2024", "Monday"),
        ("TUESDAY JUNE 3RD 2024", "Monday"),
        ("Monday, February 29, 2024", "Thursday"),
    ],
)
def test_weekdays(date: str, actual: str) -> None:
    (finding,) = found("MP103", HEAD.replace("Monday 3 June 2024", date) + BODY)
    assert finding.message == f"{date} was a {actual}"


def test_a_weekday_printed_on_each_page_is_one_finding() -> None:
    text = HEAD.replace("Monday", "Tuesday") + BODY + "\nMinutes of Tuesday 3 June 2024\n"
    (finding,) = found("MP103", text)
    assert finding.message.endswith("(printed 2 times)")


def test_furniture_on_many_pages_is_one_finding_with_one_fix() -> None:
    pages = """\
1. Paths
The clerk reported that the stile by the old mill

Page 1 of 3

had been mended by the landowner.

2. Trees
Cllr Rowan asked that the oak beside the church

Page 2 of 3

might be looked at before the winter.

3. Play area
It was noted that the swing in the upper field

Page 3 of 3

needs a new chain.
"""
    (finding,) = found("MP110", HEAD + pages)
    assert "the first of 3 places" in finding.message
    assert finding.fix is not None and len(finding.fix.edits) == 3 and not finding.safe
