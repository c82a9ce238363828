"""Lines to items: their numbers, titles, levels and extents, in stand-alone minutes and on committee pages."""

from __future__ import annotations

from typing import Any

import pytest

from minutesparse.furniture import mark_furniture
from minutesparse.layouts import LAYOUTS, by_name, recognise
from minutesparse.lines import classify
from minutesparse.outline import Entry, Outline
from minutesparse.outline_document import outline_document
from minutesparse.outline_pages import outline_item_page, outline_meeting_page
from minutesparse.source import from_text


def outlined(text: str) -> Outline:
    """The outline of a text in the layout that it is recognised as."""
    lines = classify(from_text(text))
    layout = recognise(text, lines)
    if layout.name == "moderngov-item":
        return outline_item_page(text, lines, layout)
    if layout.name == "moderngov-meeting":
        return outline_meeting_page(text, lines, layout)
    mark_furniture(text, lines)
    return outline_document(text, lines)


def written_out(text: str, entries: list[Entry]) -> list[Any]:
    """Entries as (number, title, first and last line), the children of one in a list behind it."""
    written: list[Any] = []
    for entry in entries:
        number = text[slice(*entry.number)] if entry.number else None
        title = " ".join(text[start:end] for start, end in entry.title) or None
        written.append((number, title, entry.first + 1, entry.last + 1))
        if entry.children:
            written.append(written_out(text, entry.children))
    return written


def items_of(text: str) -> list[Any]:
    return written_out(text, outlined(text).items)


# As many lines as the head of minutes has.
_HEAD = "The board of Weirdale and of its ferry came to sit at noon\n" * 13 + "\n"

CASES = {
    "numbers with a stop": (
        "Weirdale Parish Council met in the hall at noon, with all of its members there but one.\n\n1. Apologies for absence\nCllr Birch sent his apologies.\n\n2. Finance\nThe clerk reported.\n",
        [("1", "Apologies for absence", 3, 4), ("2", "Finance", 6, 7)],
    ),
    "a coded series": (
        "Minutes\n\nHS.01 APOLOGIES\nThere were none.\n\nHS.02 GARAGES\nThe report was noted.\n",
        [("HS.01", "APOLOGIES", 3, 4), ("HS.02", "GARAGES", 6, 7)],
    ),
    "a number with its year": (
        "Minutes\n\n45/23 APOLOGIES\nThere were none.\n\n46/23 FINANCE\nThe accounts were passed.\n",
        [("45/23", "APOLOGIES", 3, 4), ("46/23", "FINANCE", 6, 7)],
    ),
    "a number repeated by mistake": (
        "Minutes\n\n1 Police Report\nNone.\n\n2 Correspondence\nA letter was read.\n\n1 Any Other Business\nNone.\n\n3 Next Meeting\nIn May.\n",
        [
            ("1", "Police Report", 3, 4),
            ("2", "Correspondence", 6, 7),
            ("1", "Any Other Business", 9, 10),
            ("3", "Next Meeting", 12, 13),
        ],
    ),
    "the head of a column over the first item": (
        "Minutes\n\n    ITEMS\n1   Police Report\n    None.\n\n2   Correspondence\n    A letter was read.\n\n3   Next Meeting\n    In May.\n",
        [("1", "Police Report", 4, 5), ("2", "Correspondence", 7, 8), ("3", "Next Meeting", 10, 11)],
    ),
    "numerals": (
        "BOARD MINUTES\n\nI. CALL TO ORDER\nThe chair called the meeting to order.\n\nII. ROLL CALL\nAll were there.\n\nIII. NEW BUSINESS\nThere was none.\n",
        [("I", "CALL TO ORDER", 3, 4), ("II", "ROLL CALL", 6, 7), ("III", "NEW BUSINESS", 9, 10)],
    ),
    "a number alone on its line": (
        "Minutes\n\n1.\nApologies for absence\nThere were none.\n\n2.\nFinance report\nThe clerk reported.\n",
        [("1", "Apologies for absence", 3, 5), ("2", "Finance report", 7, 9)],
    ),
    "a title that runs into its text": (
        "Minutes\n\n1. Apologies: none were received.\n2. Finance: the clerk reported a balance of two pounds.\n3. Planning: nothing was reported.\n",
        [("1", "Apologies", 3, 3), ("2", "Finance", 4, 4), ("3", "Planning", 5, 5)],
    ),
    "Markdown headings": (
        "# Weirdale Council\n\n## Planning\n\nNone.\n\n## Finance\n\nThe clerk reported.\n",
        [(None, "Planning", 3, 5), (None, "Finance", 7, 9)],
    ),
    "headings without numbers, attendance apart": (
        "Weirdale Parish Meeting\n\nPresent: ten electors\n\nAPOLOGIES\n\nMrs Elm had sent hers.\n\nCORRESPONDENCE\n\nA letter was read.\n\nVILLAGE GREEN\n\nThe posts had been mended.\n",
        [(None, "CORRESPONDENCE", 9, 11), (None, "VILLAGE GREEN", 13, 15)],
    ),
    "a number is missing": (
        "Minutes\n\n1. Apologies\nNone.\n\n2. Finance\nThe clerk reported.\n\n4. Planning\nNo applications.\n",
        [("1", "Apologies", 3, 4), ("2", "Finance", 6, 7), ("4", "Planning", 9, 10)],
    ),
    "numbered points are no items": (
        "Minutes\n\n1. Apologies\nNone.\n\n2. Finance\nThree quotes were received:\n(a) from the mill;\n(b) from the smith.\n\n3. Planning\nNo applications.\n",
        [("1", "Apologies", 3, 4), ("2", "Finance", 6, 9), ("3", "Planning", 11, 12)],
    ),
    "rows of a Markdown table": (
        "Minutes\n\n| | --- | --- | | 1. | Apologies | |\n\n| | | Cllr Birch. | |\n\n| | 2. | Finance | The clerk reported. |\n\n| | 3. | Planning | |\n\n| | | None | |\n",
        [("1", "Apologies", 3, 5), ("2", "Finance", 7, 7), ("3", "Planning", 9, 11)],
    ),
    "names over what their bearers said": (
        "Minutes\n\n1. Apologies\nNone.\n\n2. Candidates\nThe chair asked each of them to speak in turn.\nAnn Birch\nMs Birch said that she had mended the weir and would keep it.\nCarl Dorn\nCarl Dorn spoke about the ferry and of what it costs to run.\n\n3. Vote\nThere was none.\n",
        [
            ("1", "Apologies", 3, 4),
            ("2", "Candidates", 6, 11),
            [(None, "Ann Birch", 8, 9), (None, "Carl Dorn", 10, 11)],
            ("3", "Vote", 13, 14),
        ],
    ),
    "numbers behind the titles, one over two lines": (
        "Board of Weirdale\n\nRoll Call (A)\nAll were there.\n\nYearly Choices: Chair, Clerk, Treasurer,\nand Times of Sitting (B)\nMs Birch was chosen.\n\nMill Lease (C-1)\nIt was granted.\n\nWage Scale: Ferry Crew (C-2)\nIt was raised.\n",
        [
            ("A", "Roll Call (A)", 3, 4),
            ("B", "Yearly Choices: Chair, Clerk, Treasurer, and Times of Sitting (B)", 6, 8),
            ("C-1", "Mill Lease (C-1)", 10, 11),
            ("C-2", "Wage Scale: Ferry Crew (C-2)", 13, 14),
        ],
    ),
    "underlined titles, and a rule that is none": (
        "Weirdale Council\n\nMinutes of a meeting held at noon with all of the members there but one of them.\n\nFerry Fares\n===========\n\nThey stay.\n\nMill Race\n---------\n\nIt was dredged.\n\nThe end of it\n-----------------------------------------------\n\nNext week.\n",
        [(None, "Ferry Fares", 5, 8), (None, "Mill Race", 10, 18)],
    ),
    "Markdown headings with numbers and nothing below": (
        "# Weirdale Council\n\n## 1. Minutes\n\n### A. Minutes of 6 May\n\n### B. Minutes of 3 June\n\n##2. Ferry\n\nIt was mended.\n",
        [
            ("1", "Minutes", 3, 7),
            [("A", "Minutes of 6 May", 5, 5), ("B", "Minutes of 3 June", 7, 7)],
            ("2", "Ferry", 9, 11),
        ],
    ),
    "an item taken out of its turn": (
        "Minutes\n\n1. Apologies\nNone.\n\n2. Finance\nThe clerk reported.\n\n4. Planning\nNo applications.\n\n3. Ferry\nIt was mended.\n\n5. Roads\nThree quotes:\n1. the mill\n2. the smith\n\n6. Close\nAt nine.\n",
        [
            ("1", "Apologies", 3, 4),
            ("2", "Finance", 6, 7),
            ("4", "Planning", 9, 10),
            ("3", "Ferry", 12, 13),
            ("5", "Roads", 15, 18),
            ("6", "Close", 20, 21),
        ],
    ),
    "numbers that leave a place for those below them": (
        "Minutes\n\n1.0 Apologies\nNone.\n\n2.0 Ferry\n2.1 Fares\nThey stay.\n\n2.2 Crew\nTwo were taken on.\n\n2.3 Rope\nIt was spliced.\n\n3.0 Roads\nNothing was said.\n",
        [
            ("1.0", "Apologies", 3, 4),
            ("2.0", "Ferry", 6, 14),
            [("2.1", "Fares", 7, 8), ("2.2", "Crew", 10, 11), ("2.3", "Rope", 13, 14)],
            ("3.0", "Roads", 16, 17),
        ],
    ),
    "numbered paragraphs below an item are of one kind": (
        "Minutes\n\n1.0 Apologies\n\n1.1 None were received.\n\n2.0 Ferry\n\n2.1 The fares were discussed and it was agreed that they stay.\n\n2.2 Ferry Crew – two were taken on.\n\n2.3 It was noted that the rope is old.\n\n3.0 Roads\n\n3.1 Nothing was said of them.\n",
        [("1.0", "Apologies", 3, 5), ("2.0", "Ferry", 7, 13), ("3.0", "Roads", 15, 17)],
    ),
    "a title and a sentence on one line without a stop": (
        "Minutes\n\n1/24 Apologies None.\n\n2/24 To Approve a Ferry Plan The clerk agreed to write it.\n\n3/24 To note Weir House – Grade 2 Listed This was noted.\n\n4/24 The accounts were presented and passed, with cheques for the smith (forty pounds), the mill (six pounds), the ferry (two pounds) and the crew (ten pounds).\n",
        [
            ("1/24", "Apologies None.", 3, 3),
            ("2/24", "To Approve a Ferry Plan", 5, 5),
            ("3/24", "To note Weir House – Grade 2 Listed", 7, 7),
            ("4/24", None, 9, 9),
        ],
    ),
    "titles that a dash parts from their text": (
        "BOARD MINUTES\n\nREPORTS:\n\nFerry Crew — No report\n\nMill Race — Two boards were bought.\nWeir House — See attached\n\nRoads — None\n\nOsier Beds — The rods were cut in March.\n\nFord — No report\n\nRope Walk — No report\n",
        [
            (None, "REPORTS", 3, 16),
            [
                (None, "Ferry Crew", 5, 5),
                (None, "Mill Race", 7, 7),
                (None, "Weir House", 8, 8),
                (None, "Roads", 10, 10),
                (None, "Osier Beds", 12, 12),
                (None, "Ford", 14, 14),
                (None, "Rope Walk", 16, 16),
            ],
        ],
    ),
    "a heading between two numbers of a list that begins again": (
        _HEAD
        + "**REPORTS**\n\n1. **Chair's Report**\nNothing.\n\n**FERRY REPORT**\nIt was mended.\n\n2. **Clerk's Report**\nNothing.\n\n**BUSINESS**\n\n1. **Ferry Fares**\nThey stay.\n\n2. **Mill Race**\nIt was dredged.\n\n**OPEN FORUM**\n\n**CLOSED SESSION**\n\n**ADJOURNMENT**\n",
        [
            (None, "REPORTS", 15, 24),
            [("1", "Chair's Report", 17, 21), [(None, "FERRY REPORT", 20, 21)], ("2", "Clerk's Report", 23, 24)],
            (None, "BUSINESS", 26, 32),
            [("1", "Ferry Fares", 28, 29), ("2", "Mill Race", 31, 32)],
            (None, "OPEN FORUM", 34, 34),
            (None, "CLOSED SESSION", 36, 36),
            (None, "ADJOURNMENT", 38, 38),
        ],
    ),
    "a long lettered list inside an item": (
        "Minutes\n\n1. Apologies\nNone.\n\n2. Matters Arising\n\n"
        + "".join(f"{letter}) Ferry Lane - the clerk had written about it.\n\n" for letter in "abcdefghij")
        + "3. Planning\nNo applications.\n",
        [("1", "Apologies", 3, 4), ("2", "Matters Arising", 6, 26), ("3", "Planning", 28, 29)],
    ),
    "titles over what is recommended": (
        _HEAD
        + "Ferry Fares Agreement\nIt is recommended by the crew that the board of Weirdale sign it.\nMotion:\nThe crew moved it.\nMill Race Agreement for the Whole of Next Year and for the Years that Follow It\nIt is recommended by the miller that the board of Weirdale sign it.\n",
        [
            (None, "Ferry Fares Agreement", 15, 18),
            (None, "Mill Race Agreement for the Whole of Next Year and for the Years that Follow It", 19, 20),
        ],
    ),
    "names in bold are of the attendance": (
        "**WEIRDALE COUNCIL**\n\n**Attendance:**\n\n**Cllr Ann Birch AB Chair**\n\n**Cllr Carl Dorn CD**\n\n**Also in attendance:**\n\n**Eve Fell EF Clerk**\n\nThe chair opened the meeting and welcomed all of them.\n\n**Ferry Fares**\n\nThey stay.\n",
        [(None, "Ferry Fares", 15, 17)],
    ),
    "titles that come back are labels": (
        "Minutes\n\n1. Ferry\n\nNext Meeting: Monday at noon in the mill.\n\n2. Weir\n\nNext Meeting: Tuesday at noon in the mill.\n\n3. Ford\n\nNext Meeting: Friday at noon in the mill.\n\nQuestions: none were asked of the crew.\n",
        [("1", "Ferry", 3, 5), ("2", "Weir", 7, 9), ("3", "Ford", 11, 15), [(None, "Questions", 15, 15)]],
    ),
    "acronyms among topics that a dash parts from their text": (
        "Minutes\n\nMANAGER REPORT\n\nFerry Lane – Ms Birch reported that all of the work is done there.\n\nWRESA – Ms Birch reported that all of the work is done there.\n\nMill Race – Ms Birch reported that all of the work is done there.\n\nOld Weir – Ms Birch reported that all of the work is done there.\n\nLOMWE – Ms Birch reported that all of the work is done there.\n\nFord Road – Ms Birch reported that all of the work is done there.\n\nADJOURNMENT\n\nThe chair closed the meeting at nine.\n",
        [
            (None, "MANAGER REPORT", 3, 15),
            [
                (None, "Ferry Lane", 5, 5),
                (None, "WRESA", 7, 7),
                (None, "Mill Race", 9, 9),
                (None, "Old Weir", 11, 11),
                (None, "LOMWE", 13, 13),
                (None, "Ford Road", 15, 15),
            ],
            (None, "ADJOURNMENT", 17, 19),
        ],
    ),
    "a letterhead over the date of the meeting": (
        "Weirdale Water Board\n\n**ANN BIRCH**\n**Chief Engineer**\n\nREGULAR MEETING\n\nThursday, May 5, 2022\n\nCALL TO ORDER\nThe chair called the meeting to order.\n\nBUDGET\nThe board heard the plan.\n",
        [(None, "CALL TO ORDER", 10, 11), (None, "BUDGET", 13, 14)],
    ),
    "the date of earlier minutes closes no letterhead": (
        "Weirdale Water Board\n\nAPPROVAL OF THE MINUTES OF THE LAST MEETING\nMay 5, 2022\nThe board approved them.\n\nBUDGET\nThe board heard the plan.\n",
        [(None, "APPROVAL OF THE MINUTES OF THE LAST MEETING", 3, 5), (None, "BUDGET", 7, 8)],
    ),
    "prose": ("The council met and talked about the weir.\n", []),
    "nothing": ("", []),
    "blank lines": (" \n\u00a0\n", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_outline_of_stand_alone_minutes(text: str, expected: list[Any]) -> None:
    assert items_of(text) == expected


def test_a_short_line_below_a_title_is_text() -> None:
    text = "Weirdale Council\n\n1. Apologies for absence\nCllr Birch sent his apologies.\n\n2. Finance\nThe clerk reported.\n"
    assert items_of(text) == [("1", "Apologies for absence", 3, 4), ("2", "Finance", 6, 7)]


def test_gaps_of_a_series() -> None:
    text, _ = CASES["a number is missing"]
    assert outlined(text).gaps == [8]


def test_head_ends_where_the_first_item_begins() -> None:
    text, _ = CASES["numbers with a stop"]
    assert outlined(text).head == 2
    assert outlined("One line.\n").head == 1


PAGE = """\
Agenda item

Weir Repairs

To consider the repair of the weir.

Report of the Engineer.

Minutes:

The Engineer spoke.

Resolved: That it be done.

Item 9

The Treasurer spoke.

Supporting documents:

Weir plan PDF 9 KB
"""


def test_outline_of_an_item_page() -> None:
    assert items_of(PAGE) == [(None, "Weir Repairs", 3, 13), ("9", "Item 9", 15, 21)]


def test_roles_of_an_item_page() -> None:
    lines = classify(from_text(PAGE))
    outline_item_page(PAGE, lines, LAYOUTS["moderngov-item"])
    roles = {line.index + 1: line.role for line in lines if line.role}
    assert roles == {
        1: "label", 3: "item_heading", 5: "purpose", 7: "report_of", 9: "label", 15: "item_heading", 19: "label", 21: "document",
    }  # fmt: skip


MEETING = """\
Agenda and minutes

Weir Committee - Monday 3rd June 2024 2:00pm

Venue: Mill Room. View directions

No. Item

7.

Apologies

Minutes:

There were none.

8.

Weir Repairs
and the sluice

Report of the Engineer

Minutes:

2024 had been dry.

Part Two

(private)

9. Sale of the mill (exemption paragraph 3)

9.

Sale of the mill
(exemption paragraph 3)

Minutes:

Resolved: That it be sold.
"""


def test_outline_of_a_meeting_page() -> None:
    found = [(number, title) for number, title, *_ in items_of(MEETING)]
    assert found[:2] == [("7", "Apologies"), ("8", "Weir Repairs and the sluice")]
    assert [number for number, _ in found] == ["7", "8", "9"]
    assert found[2][1].startswith("Sale of the mill")


@pytest.mark.parametrize(
    "text", ["", "Minutes:\n", "Agenda item\n", "1.\n", "Item 4\n", "Supporting documents:\n", "Part Two\n"]
)
@pytest.mark.parametrize("name", LAYOUTS)
def test_scraps_in_every_layout(text: str, name: str) -> None:
    lines = classify(from_text(text))
    make = {"moderngov-item": outline_item_page, "moderngov-meeting": outline_meeting_page}.get(name)
    outline = make(text, lines, by_name(name)) if make else outline_document(text, lines)
    for entry in (one for root in outline.items for one in root.walk()):
        assert 0 <= entry.first <= entry.last < len(lines)


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        (PAGE, "moderngov-item"),
        (MEETING, "moderngov-meeting"),
        ("Minutes\n\n1. Apologies\nNone.\n", "document"),
        ("", "document"),
    ],
    ids=["item page", "meeting page", "minutes", "empty"],
)
def test_recognise(text: str, layout: str) -> None:
    assert recognise(text, classify(from_text(text))).name == layout
