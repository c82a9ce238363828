"""The meeting's own data: head, closing, signature. All councils and people are invented."""

from __future__ import annotations

import random
from typing import Any

import pytest
from tests.growth import assert_linear

from minutesparse.facts.meeting import read_head, read_moderngov_head
from minutesparse.facts.meeting_closing import read_closing
from minutesparse.facts.meeting_names import find_venue, read_body, read_name_line
from minutesparse.facts.meeting_signature import read_signature
from minutesparse.lines import classify
from minutesparse.reader import Node, Reader
from minutesparse.source import from_text


def head(text: str, skip: set[int] | None = None) -> Node:
    source = from_text(text)
    lines = classify(source)
    return read_head(Reader(source), lines, 0, len(lines) - 1, skip or set())


def page(text: str) -> Node:
    source = from_text(text)
    lines = classify(source)
    return read_moderngov_head(Reader(source), lines, 0, len(lines) - 1)


def closing(text: str, held: str | None = None, started: str | None = None) -> Node:
    return read_closing(Reader(from_text(text)), 0, len(text), held, started)


def signature(text: str) -> tuple[Node | None, set[int]]:
    source = from_text(text)
    lines = classify(source)
    return read_signature(Reader(source), lines, 0, len(lines) - 1)


@pytest.mark.parametrize(
    ("text", "council", "committee"),
    [
        ("Minutes of the Annual Wexby Parish Council Meeting held on", "Wexby Parish Council", None),
        ("MINUTES of a meeting of the Cabinet held in", None, "Cabinet"),
        ("OXMERE TOWNSHIP BOARD OF TRUSTEES MEETING", "OXMERE TOWNSHIP", "BOARD OF TRUSTEES"),
        ("Minutes of: AUDIT COMMITTEE - YOUTH PROJECT GROUP", None, "AUDIT COMMITTEE - YOUTH PROJECT GROUP"),
        ("Minutes of the Planning Committee of Wexby Town Council", "Wexby Town Council", "Planning Committee"),
        ("Wexby Borough Council General Purposes Committee", "Wexby Borough Council", "General Purposes Committee"),
        ("Minutes of a meeting of the above Council held", None, None),
        ("SPECIAL COUNCIL MEETING HELD ON 1ST JULY", None, None),
        ("Regular meeting of the Council of the City of Oxmere was held", "Council of the City of Oxmere", None),
        ("Cyfarfod Cyngor Cymuned Aberwen am 7pm", "Cyngor Cymuned Aberwen", None),
        ("Board of Trustees Board Meeting Minutes", None, "Board of Trustees"),
        ("The weather was fine", None, None),
        ("", None, None),
        ("Oak Lodge - recommended for refusal by the Parish Council", None, None),
        ("Oak Lodge refused by Wexby Parish Council", None, None),
        ("Clerk of the Council", None, None),
        ("Minutes - Barton on the Moor and Ash Parish Council", "Barton on the Moor and Ash Parish Council", None),
        ("Cyfarfod Cyffredinol y Cyngor", None, None),
    ],
)
def test_names_of_bodies(text: str, council: str | None, committee: str | None) -> None:
    body = read_body(text, 0, len(text))
    assert [text[part[0] : part[1]] if part else None for part in body] == [council, committee]


@pytest.mark.parametrize(
    ("line", "is_name"),
    [
        ("WEXBY PARISH COUNCIL", True),
        ("**Town of Oxmere**", True),
        ("[Oxmere Water District]", True),
        ("Wexby Parish Council staff and officers", False),
        ("the council", False),
    ],
)
def test_a_line_that_is_a_name(line: str, is_name: bool) -> None:
    assert any(read_name_line(line, 0, len(line))) is is_name


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        (" in the Oak Room, Wexby Hall on", "Oak Room, Wexby Hall"),
        (" at Wexby Village Hall following the Parish Meeting.", "Wexby Village Hall"),
        (" remotely via Zoom", "Zoom"),
        ("Elm Room, Wexby. View directions", "Elm Room, Wexby"),
        (" at St. Agnes Church", "St. Agnes Church"),
        (" on the", None),
    ],
)
def test_venues(text: str, venue: str | None) -> None:
    found = find_venue(text, 0, len(text), ())
    assert (text[found[0] : found[1]] if found else None) == venue


HEADS: list[tuple[str, dict[str, Any]]] = [
    (
        "Minutes of: HOUSING COMMITTEE - RENTS GROUP\n\nDate of Meeting: Tuesday 16 October 2018\n",
        {"committee": "HOUSING COMMITTEE - RENTS GROUP", "date": "2018-10-16", "council": None, "venue": None},
    ),
    (
        "WEXSHIRE COUNTY COUNCIL\n\n CABINET\nMINUTES of a meeting of the Cabinet held in the Long Room, Wex\n"
        "House, Wexby on Thursday, 9 January 2025.\n",
        {
            "council": "WEXSHIRE COUNTY COUNCIL",
            "committee": "Cabinet",
            "date": "2025-01-09",
            "venue": "Long Room, Wex House, Wexby",
        },
    ),
    (
        "Wexby Parish Council\nMinutes of a Meeting held on Tuesday 6th October 2015 at 7.00pm in Wexby Hall\n",
        {"council": "Wexby Parish Council", "date": "2015-10-06", "start_time": "19:00", "venue": "Wexby Hall"},
    ),
    (
        "OXMERE LIBRARY DISTRICT\nMINUTES OF THE REGULAR BOARD OF TRUSTEES MEETING\nWEDNESDAY, AUGUST 21, 2019\n",
        {"council": "OXMERE LIBRARY DISTRICT", "committee": "BOARD OF TRUSTEES", "date": "2019-08-21"},
    ),
    (
        "MINUTES OF SPECIAL MEETING OF WEXBY CITY COUNCIL\nHELD ON TUESDAY 20th FEBRUARY 2024\n",
        {
            "council": "WEXBY CITY COUNCIL",
            "date": "2024-02-20",
            "title": "MINUTES OF SPECIAL MEETING OF WEXBY CITY COUNCIL HELD ON TUESDAY 20th FEBRUARY 2024",
        },
    ),
    (
        "Title: Council Minutes\nDate: 2020-01-22 00:00\n\n(unapproved)\n\n**OXMERE COMMUNITY COUNCIL**\n\n"
        "Unapproved Minutes January 22, 2020 6:30-8:30 P.M.\n\nOxmere School Library\n",
        {
            "council": "OXMERE COMMUNITY COUNCIL",
            "date": "2020-01-22",
            "start_time": "18:30",
            "end_time": "20:30",
            "venue": "Oxmere School Library",
            "status": "draft",
        },
    ),
    (
        "ADOPTED: 8/6/2024\nMinutes of Meeting\nOXMERE BOARD OF SELECTMEN\nJuly 30, 2024\n"
        "The Selectmen's Meeting convened at 4:01 pm at Oxmere Town Hall with the following present:\n",
        {"date": "2024-07-30", "start_time": "16:01", "venue": "Oxmere Town Hall", "status": "confirmed"},
    ),
    (
        "Date held:    17th January 2014   Time: 19:00  Venue: All Saints, Wexby\n",
        {"date": "2014-01-17", "start_time": "19:00", "venue": "All Saints, Wexby"},
    ),
    (
        "Wexby Community Council held their meeting at 7.30pm on the 11th October 2017 at the Reading\nRoom, Wexby.\n",
        {"council": "Wexby Community Council", "date": "2017-10-11", "venue": "Reading Room, Wexby"},
    ),
    (
        "MINUTES OF WEXBY PARISH COUNCIL MEETING HELD AT THE HALL Tuesday 4th October 2016\n\nDRAFT UNTIL SIGNED\n",
        {"council": "WEXBY PARISH COUNCIL", "date": "2016-10-04", "venue": "HALL", "status": "draft"},
    ),
    (
        "CITY OF OXMERE   MINUTES OF A MEETING OF THE COUNCIL HELD THIS 3RD DAY OF JUNE, 2009 AT 6:30 P.M. THOSE PRESENT"
        " WERE: Mayor Example, Commissioners Ash and Birch\n",
        {"date": "2009-06-03", "start_time": "18:30"},
    ),
    (
        "Minutes of the meeting held on 4 May 2020\nA further meeting would be held in the next few weeks.\n",
        {"date": "2020-05-04", "venue": None},
    ),
    ("title: 2003 AGM\ndate: 2022-08-26 12:03:03 UTC+12:00\n", {"date": None}),
    ("A. Example, B. Example\n\nThe road was closed.\n", {"council": None, "title": None, "date": None}),
]


@pytest.mark.parametrize(("text", "wanted"), HEADS)
def test_heads(text: str, wanted: dict[str, Any]) -> None:
    found = head(text)
    assert {name: found[name] for name in wanted} == wanted


def test_printed_holds_whole_lines_and_attendance_is_left() -> None:
    text = "WEXBY PARISH COUNCIL\nPresent: A Example\nMinutes of the meeting held on 4 May 2020\nA stray note\n"
    found = head(text, skip={1})
    assert found["line_indices"] == {0, 2}
    assert [entry["field"] for entry in found["printed"]] == ["council", "title"]
    for entry in found["printed"]:
        assert entry["text"] == text[entry["span"]["start"] : entry["span"]["end"]]


def test_a_title_before_the_attendance_of_its_line() -> None:
    text = (
        "Wexby Parish Council met at 7 pm on 4 May 2020 in Wexby Hall with the following present:\nA Example, B Ash\n"
    )
    found = head(text, skip={0, 1})
    assert (found["date"], found["venue"], found["line_indices"]) == ("2020-05-04", "Wexby Hall", set())
    assert head("Present: A Example met us\n", skip={0})["date"] is None


def test_a_sentence_about_earlier_minutes_is_no_title() -> None:
    found = head("Wexby Parish Council\n4 May 2020\nThe minutes of the meeting held on 6 April 2020 were agreed.\n")
    assert found["date"] == "2020-05-04"


def test_a_page_of_a_committee_system() -> None:
    found = page(
        "Agenda and minutes\n\nYouth Overview Committee - Thursday 1st September 2022 10:00am\n\n"
        "Venue: Elm Room, Wex Hall, Wexby. View directions\n\n"
        "Contact: Ann Example  Email: a.example@wexby.example Tel: 01234 567890\n"
    )
    assert (found["committee"], found["date"], found["start_time"]) == (
        "Youth Overview Committee",
        "2022-09-01",
        "10:00",
    )
    assert found["venue"] == "Elm Room, Wex Hall, Wexby"
    contact = found["contacts"][0]
    assert (contact["name"], contact["email"]) == ("Ann Example", "a.example@wexby.example")
    assert contact["telephone"] == "01234 567890"
    assert found["line_indices"] == {2, 4, 6}


PAGES: list[tuple[str, dict[str, Any]]] = [
    (
        "Cabinet\nThursday 18th November, 2021 6.30 pm\n",
        {"committee": "Cabinet", "date": "2021-11-18", "start_time": "18:30", "line_indices": {0, 1}},
    ),
    (
        "Moved from 9th October 2018, Cabinet - Tuesday, 2nd October, 2018 2.00 pm\n",
        {"committee": "Cabinet", "date": "2018-10-02", "start_time": "14:00"},
    ),
    ("Planning - Monday, 4th May, 2020 7.00 pm\n", {"committee": "Planning", "council": None}),
    ("Council - Monday, 4th May, 2020 7.00 pm\n", {"committee": None, "council": None, "date": "2020-05-04"}),
    (
        "Pwyllgor Craffu - Dydd Iau, 10fed Hydref, 2019 10.00 am\n\nLleoliad: Neuadd Wexby\n",
        {"committee": "Pwyllgor Craffu", "date": "2019-10-10", "venue": "Neuadd Wexby"},
    ),
    ("Venue: THIS WILL BE A VIRTUAL MEETING\n", {"venue": "THIS WILL BE A VIRTUAL MEETING"}),
    ("Venue: Elm Room, Wexby\n", {"venue": "Elm Room, Wexby", "title": None, "date": None}),
    (
        "Meeting: 04/07/2012 - Audit Committee (Item 39)\n",
        {"committee": "Audit Committee", "date": "2012-07-04", "line_indices": {0}},
    ),
    ("Meeting: 04/07/2012 - Council (Item 39)\n", {"committee": None, "date": "2012-07-04"}),
    ("Ann Example spoke on 4 May 2020, as she had before.\n", {"committee": None, "date": None}),
]


@pytest.mark.parametrize(("text", "wanted"), PAGES)
def test_heads_of_pages(text: str, wanted: dict[str, Any]) -> None:
    found = page(text)
    assert {name: found[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        ("Contact: Ann Example, telephone or email a@wexby.example", ("Ann Example", "a@wexby.example", None)),
        ("Contact: Ann Example  Principal Officer", ("Ann Example", None, None)),
        ("Contact: Ann Example  01200 000027", ("Ann Example", None, "01200 000027")),
        ("Cyswllt: Ann Example  Ffôn: 01200 000027", ("Ann Example", None, "01200 000027")),
        ("Contact: Services Unit ", ("Services Unit", None, None)),
    ],
)
def test_contacts(text: str, contact: tuple[str, str | None, str | None]) -> None:
    found = page(text)["contacts"][0]
    assert (found["name"], found["email"], found["telephone"]) == contact


@pytest.mark.parametrize(
    ("text", "start_time", "end_time"),
    [
        ("(Note: the meeting started at 5.30pm and ended at 7pm)", "17:30", "19:00"),
        ("The meeting closed at 8.50pm", None, "20:50"),
        ("The meeting was called to order at 6:01 pm by President Example.", "18:01", None),
        ("Call to Order (6:00 p.m.)\nAdjournment (7:01 p.m.)", "18:00", "19:01"),
        ("Chair Example opened the meeting at 7:00pm", "19:00", None),
        ("meeting stands adjourned at 7:40 p.m.", None, "19:40"),
        ("At 8:35 p.m., there being no further business, the regular meeting was adjourned.", None, "20:35"),
        ("Trustee Example moved to adjourn the meeting at 7:36 p.m.", None, "19:36"),
        ("Cllr Example arrived at the meeting at 7:32 pm.", None, None),
        ("The next meeting will be held at 7pm on 4 May.", None, None),
        ("The public hearing was closed at 7:15 pm.", None, None),
        ("The road will be closed at 9pm.", None, None),
        ("Meeting opened at 7:45\n\nMeeting closed at 9:52pm.", "19:45", "21:52"),
    ],
)
def test_start_and_end(text: str, start_time: str | None, end_time: str | None) -> None:
    found = closing(text)
    assert (found["start_time"], found["end_time"]) == (start_time, end_time)


def test_a_bare_closing_time_follows_the_start() -> None:
    assert closing("There being no further business the meeting closed at 9.20", started="19:30")["end_time"] == "21:20"
    assert closing("There being no further business the meeting closed at 9.20")["end_time"] is None


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("The meeting was adjourned at 15:56 and resumed at 16:04.", [("15:56", "16:04")]),
        ("The Board took a recess at 6:05 p.m. and returned at 6:18 p.m.", [("18:05", "18:18")]),
        ("The meeting closed at 9pm.", []),
    ],
)
def test_adjournments(text: str, breaks: list[tuple[str, str]]) -> None:
    found = closing(text)
    assert [(entry["start_time"], entry["end_time"]) for entry in found["adjournments"]] == breaks
    if breaks:
        assert found["end_time"] is None


@pytest.mark.parametrize(
    ("text", "date", "hour", "venue"),
    [
        (
            "The next meeting would be held at 7.00pm on Tuesday, 3rd November 2015 in Wexby\nHall.",
            "2015-11-03",
            "19:00",
            "Wexby Hall",
        ),
        ("That the next meeting of the Group be held on 8 January 2016, to consider rents", "2016-01-08", None, None),
        ("Date of next meeting: 26th October.", "2015-10-26", None, None),
        ("12. Next Meeting\n\nTuesday 6 January at 7.30pm in the Hall", "2016-01-06", "19:30", "Hall"),
        ("Friday 4 December 2015 at 2.30pm was agreed as the date of the next meeting.", "2015-12-04", "14:30", None),
        ("Next meeting Wednesday 21st October. The meeting closed at 8.45pm.", "2015-10-21", None, None),
    ],
)
def test_next_meeting(text: str, date: str, hour: str | None, venue: str | None) -> None:
    found = closing(text, held="2015-10-06")["next_meeting"]
    assert (found["date"], found["time"], found["venue"]) == (date, hour, venue)


@pytest.mark.parametrize(
    "text",
    [
        "The matter was deferred to the next meeting on 4 May 2016.",
        "Next Meeting: TBD",
        "their next meeting is 4 May 2016",
        "Ms Vale reported that the next meeting of the Signs Committee is scheduled for 4 May 2016.",
    ],
)
def test_no_next_meeting(text: str) -> None:
    assert closing(text, held="2015-10-06")["next_meeting"] is None


@pytest.mark.parametrize(
    ("text", "name", "role", "date"),
    [
        ("COUNCILLOR A EXAMPLE\nChair\n\n(Note: the meeting ended at 7pm)\n", "A EXAMPLE", "Chair", None),
        ("Signed: ________ Chairman   Date: ________\n", None, "Chairman", None),
        ("It was agreed.\n\nAnn Example, President\n", "Ann Example", "President", None),
        ("Respectfully submitted,\n\nAnn B. Example\nTown Clerk\n", "Ann B. Example", "Town Clerk", None),
        ("Ann Example, Clerk to the Board\n", "Ann Example", "Clerk to the Board", None),
        ("      ………………8 November 2017\n      CHAIRPERSON\n", None, "CHAIRPERSON", "2017-11-08"),
        ("_______________\nMayor Example\n", "Example", "Mayor", None),
    ],
)
def test_signatures(text: str, name: str | None, role: str | None, date: str | None) -> None:
    found, indices = signature(text)
    assert found is not None and indices
    assert (found["name"], found["role"], found["date"]) == (name, role, date)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The meeting closed at 9pm.\n",
        "DRAFT UNTIL SIGNED BY THE CHAIR\n",
        "Passed Unanimously.\n",
        "The minutes were agreed as a true record and signed by\nthe Chairman.\n",
        "2. Paths\nThe Clerk to write to the County Council.\n",
    ],
)
def test_no_signature(text: str) -> None:
    assert signature(text) == (None, set())


PIECES = ["Minutes of ", "held ", "Council ", "at 7.30", " pm", "\n", "\n\n", "next meeting ", "4 May 2020", "Date: ", "|",
          "\u200b", "\ufeff", "İ", "ß", "……", "____", "Signed: ", "Chair", "12", ":", ".", " ", "\t", "\u2028", "é", "£", "(", "\x0c"]  # fmt: skip


def test_any_text_is_read_without_error() -> None:
    chance = random.Random(7)
    for _ in range(300):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randrange(60)))
        found = head(text)
        page(text)
        signature(text)
        closing(text, "2020-05-04", "19:30")
        for entry in found["printed"]:
            assert entry["text"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["a ", "1", "| ", "held at ", "next ", "at 7.", "\n", " ", "Minutes ", "_", "1 May ", "Date: "]
)
def test_cost_grows_with_the_length(piece: str) -> None:
    def work(text: str) -> None:
        head(text)
        closing(text)
        signature(text)

    assert_linear(work, piece, 8_000)
