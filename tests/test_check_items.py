"""MP3: numbers, headings and references of items, and what is no fault of theirs."""

from __future__ import annotations

import pytest

from minutesparse.checks.house_style import HouseStyle
from minutesparse.checks.runner import check_source
from minutesparse.checks.series import forms, series_of, strays
from minutesparse.checks.settings import CheckSettings
from minutesparse.errors import OptionError
from minutesparse.source import from_text

HEAD = "Oxbow Parish Council\nMinutes of the meeting held on Monday 3 June 2024\n\n"
TITLES = ("Apologies", "Minutes", "Finance", "Highways", "Footpaths", "Allotments", "Grants", "Next Meeting")


def messages(code: str, text: str, house: HouseStyle | None = None) -> list[str]:
    settings = CheckSettings(select=(code,), house_style=house or HouseStyle())
    return [finding.message for finding in check_source(from_text(HEAD + text), "minutes.txt", settings)]


def minutes(*numbers: str, text: str = "There was nothing to report.") -> str:
    return "".join(f"{number} {title}\n{text}\n\n" for number, title in zip(numbers, TITLES, strict=False))


def item(number: str | None, *items: dict[str, object]) -> dict[str, object]:
    return {"id": f"item-{number}", "number": number, "items": list(items)}


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("CS.02", [("CS.#", 2)]),
        ("45/23", [("#/23", 45), ("45/#", 23)]),
        ("IV", [("I", 4)]),
        ("C", [("A", 3)]),
        ("V", [("I", 5), ("A", 22)]),
        ("(7)", [("#", 7)]),
        ("12345678", []),
        ("45\u201323", [("#-23", 45), ("45-#", 23)]),
    ],
)
def test_forms(number: str, read: list[tuple[str, int]]) -> None:
    assert list(forms(number)) == read


@pytest.mark.parametrize(
    ("numbers", "form"),
    [
        (("1", "2", "3", "4"), "#"),
        (("1", "2", "3"), None),  # too few
        (("41/24", "42/24", "43/24", "44/24"), "#/24"),
        (("7.0", "8.0", "9.0", "10.0"), "#.0"),
        (("14", "3", "22", "8"), None),  # counts nothing
        (("I", "II", "III", "IV", "V"), "I"),
        (("1", "2", "2a", "3", "4"), "#"),
    ],
)
def test_series(numbers: tuple[str, ...], form: str | None) -> None:
    series = series_of([item(number) for number in numbers])
    assert (series and series.form) == form


@pytest.mark.parametrize(
    ("numbers", "wanted"),
    [
        (("1/24", "2/24", "3/14", "4/24", "5/24"), [3]),
        (("21", "2.2", "2.3", "2.4", "2.5"), [1]),
        (("1", "2", "7", "4", "5"), [3]),
        (("1", "2", "4", "5", "6"), []),
        (("1", "2", "3", "2", "3", "4"), []),
    ],
)
def test_strays(numbers: tuple[str, ...], wanted: list[int]) -> None:
    series = series_of([item(number) for number in numbers])
    assert series is not None
    assert [stray.wanted for stray in strays(series)] == wanted


def test_a_stray_below_its_neighbour() -> None:
    series = series_of([item("1/16"), item("2/16", item("3/6")), item("4/16"), item("5/16"), item("6/16")])
    assert series is not None
    assert [(stray.item["number"], stray.wanted) for stray in strays(series)] == [("3/6", 3)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (minutes("1.", "2.", "4.", "5.", "6."), ["3 is missing after 2"]),
        (minutes("1.", "2.", "5.", "6.", "7.", "8."), ["3 to 4 are missing after 2"]),
        (minutes("CS.01", "CS.02", "CS.04", "CS.05", "CS.06"), ["CS.3 is missing after CS.02"]),
        (minutes("I.", "II.", "IV.", "V.", "VI."), ["III is missing after II"]),
        (minutes("1.", "2.", "3.", "4.", "5."), []),
        (minutes("41.", "42.", "43.", "44."), []),  # the council's own count goes on from meeting to meeting
        (minutes("1.", "2.", "12.", "13.", "14.", "15."), []),  # no gap, a page lost
        (minutes("A.", "B.", "D.", "E.", "F."), []),  # an agenda's codes
        # The missing number opens a line, or stands in one: it was misread, not left out.
        (minutes("1.", "2.", "4.", "5.", "6.").replace("Minutes\n", "Minutes\n3. finance was deferred\n"), []),
        (minutes("1.", "2.", "4.", "5.", "6.").replace("Minutes\n", "Minutes approved. 3. Finance\n"), []),
    ],
)
def test_gaps(text: str, found: list[str]) -> None:
    assert messages("MP304", text) == found


def test_a_gap_whose_number_lost_a_figure() -> None:
    """A "1." between 10 and 12 was an 11; where a 2 follows it, it opens a list, and 11 is missing."""
    text = minutes("8.", "9.", "10.", "12.", "13.", "14.")
    last = text.index("12. ")
    assert messages("MP304", text) == ["11 is missing after 10"]
    assert not messages("MP304", f"{text[:last]}1. Library\n\nThe roof was mended.\n\n{text[last:]}")
    listed = f"{text[:last]}1. the roof\n2. the gutters\n\n{text[last:]}"
    assert messages("MP304", listed) == ["11 is missing after 10"]


@pytest.mark.parametrize("code", ["MP301", "MP302", "MP303", "MP304"])
def test_one_cause_gives_one_finding(code: str) -> None:
    """A missing number is no gap beside, a stray is no gap and no repeat."""
    unnumbered = minutes("1.", "2.", "3.", "4.", "5.").replace("3. Finance", "Finance")
    assert len(messages("MP301", unnumbered)) == 1 and not messages("MP304", unnumbered)
    stray = minutes("1/24", "2/24", "3/14", "4/24", "5/24")
    assert len(messages(code, stray)) == (code == "MP303")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (minutes("1.", "2.", "3.", "4.", "3.", "4.", "5.", "6."), 1),
        # A list of its own within the minutes begins at one.
        (minutes("1.", "2.", "3.", "4.", "5.") + "Appendix\n\n1. Rules\nNone.\n\n2. Fees\nNone.\n", 0),
        (minutes("1.", "2.", "3.", "4.", "5.") * 2, 1),  # the file holds its minutes twice
        (minutes("1.", "2.", "3.", "4.", "5."), 0),
    ],
)
def test_repeated(text: str, found: int) -> None:
    assert len(messages("MP302", text)) == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Footpaths", 1),
        ("Footpaths: none", 0),
        ("Correspondence noted", 0),
        ("Footpaths - nothing to report", 0),
        ("Next meeting 4 July", 0),
        ("The clerk read out the letter of the school", 0),
    ],
)
def test_headings_without_text(title: str, found: int) -> None:
    text = minutes("1.", "2.", "3.", "4.", "5.").replace("3. Finance\nThere was nothing to report.\n", f"3. {title}\n")
    assert len(messages("MP305", text)) == found


def test_genres_of_bare_titles_are_left_alone() -> None:
    assert messages("MP305", minutes("1.", "2.", "3.", "4.", "5.", text="")) == []


def test_consent_lists_are_left_alone() -> None:
    listed = "".join(f"   {number}. {title}\n" for number, title in enumerate(TITLES[1:6], 1))
    text = minutes("I.", "II.", "III.", "IV.").replace("II. Minutes\n", f"II. Consent Calendar\n{listed}\n")
    assert messages("MP305", text) == []


REFERRED = minutes("FP.01", "FP.02", "FP.03", "FP.04")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("She declared an interest in Minute FP.07 below.", 1),
        ("This is dealt with under item FP.05.", 1),
        ("She declared an interest in Minute FP.03 below.", 0),
        ("It was dealt with in Minute FP.09 of the last meeting.", 0),
        ("The action of minute FP.09 dated 6 May was done.", 0),
        ("The action of minute FP.09 (6.5.24) was done.", 0),
        ("The action of minute CS.07 was done.", 0),  # another committee's series
        ("See item 9 of the agenda.", 0),
        ("It stood in item 9 for years.", 0),  # an agenda's number
        ("Item FP.07 Grants were deferred.", 0),  # opens an item
        ("The item 45 pence too dear was sent back.", 0),
    ],
)
def test_references(sentence: str, found: int) -> None:
    assert len(messages("MP308", REFERRED + sentence + "\n")) == found


def test_references_to_earlier_minutes_are_left_alone() -> None:
    text = minutes("41/24", "42/24", "43/24", "44/24")
    assert messages("MP308", text + "The clerk spoke on minute 12/24 and minute 97/23.\n") == []
    assert messages("MP308", text + "The clerk spoke on minute 97/24.\n") == [
        "there is no item 97/24, items end at 44/24"
    ]


@pytest.mark.parametrize(
    ("form", "titles", "found"),
    [
        ("title", "Date of Next Meeting", 0),
        ("title", "Date of next meeting", 1),
        ("title", "AOB", 0),
        ("sentence", "Date of next meeting", 0),
        ("sentence", "Report of Councillor Vale", 0),
        ("sentence", "DATE OF NEXT MEETING", 1),
        ("upper", "DATE OF NEXT MEETING", 0),
        ("upper", "Date of next meeting", 1),
    ],
)
def test_title_case(form: str, titles: str, found: int) -> None:
    text = f"1. {titles}\nThere was nothing to report.\n"
    assert len(messages("MP307", text, HouseStyle(titles=form))) == found


def test_number_form_guards_its_pattern() -> None:
    text = minutes("1.", "2.", "3.", "4.")
    assert messages("MP309", text) == []
    with pytest.raises(OptionError, match="not a pattern"):
        messages("MP309", text, HouseStyle(series="(["))


def test_parts_are_found_by_words_of_their_titles() -> None:
    text = minutes("1.", "2.", "3.", "4.")
    assert messages("MP310", text, HouseStyle(parts=("apologies", "Minutes", "FINANCE"))) == []
    assert messages("MP310", text, HouseStyle(parts=("Nance", "Grants"))) == ["no item for Nance, Grants"]
    assert messages("MP311", text, HouseStyle(parts=("Finance", "Grants", "Apologies"))) == [
        "Apologies stands before Finance"
    ]
