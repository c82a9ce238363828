"""Files with the minutes of several meetings: where each begins, and what a document of one of them holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.golden import FIXTURES, fixtures
from tests.grounding import violations
from tests.growth import MOST_GROWTH, lines_run

from minutesparse.corrections import Correction, apply, within
from minutesparse.layouts import recognise
from minutesparse.lines import classify
from minutesparse.meetings import find_parts
from minutesparse.parsing import parse, parse_all
from minutesparse.source import from_bytes, from_text
from minutesparse.stages import to_node, to_nodes
from minutesparse.validation import check_against_source

BOOK = FIXTURES / "edge/minute-book.txt"

FIRST = """ELMSTOW PARISH COUNCIL
Minutes of the meeting held on 3 May 2023
Present: Cllr A Birch, Cllr B Cedar
1. Apologies
None.
2. Pond
Resolved to clear it.
"""
SECOND = FIRST.replace("3 May", "7 June")
CLOSED = "The meeting closed at 8 pm.\n"
PLAIN = FIRST.replace("1. ", "").replace("2. ", "")  # without numbers, only its closing tells the end


def firsts(text: str) -> list[int]:
    """The numbers of the lines that open a meeting."""
    return [part.first + 1 for part in find_parts(text, classify(from_text(text)), {})]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [1]),
        (FIRST, [1]),
        (FIRST + SECOND, [1, 8]),
        (FIRST + CLOSED + SECOND, [1, 9]),
        (FIRST + "\n\n" + SECOND + "\n" + FIRST.replace("2023", "2024"), [1, 10, 18]),
        # the page or the names above the title belong to its head, the signature and the page's foot do not
        (FIRST + "Signed ............ Clerk\n\x0cClerk: P Lark, 2 Mill Lane\n" + SECOND, [1, 9]),
        (FIRST + "Signed ............ Clerk\nPage 3 of 3\n" + SECOND, [1, 10]),
        (FIRST + CLOSED + "DRAFT\n" + SECOND, [1, 9]),
        # the date on the line below, or above; the attendance in a sentence
        (FIRST + CLOSED + "ELMSTOW PARISH COUNCIL\nMINUTES\n7 June 2023\nPresent: Cllr A Birch\n", [1, 9]),
        (FIRST + CLOSED + "7 June 2023\nMinutes of the Finance Committee\nThose attending: Cllr A Birch\n", [1, 9]),
        (FIRST + CLOSED + "Minutes of a meeting held on 7 June 2023\nThe following were present: A Birch\n", [1, 9]),
        # numbers without a stop
        (FIRST.replace(". ", " ") + SECOND.replace(". ", " "), [1, 8]),
        # no attendance but its apologies
        ("Minutes of a meeting held on 3 May 2023\n1. Apologies\nNone.\n2. Pond\n" + SECOND, [1, 5]),
        (FIRST + "Minutes of a meeting held on 7 June 2023\n1. Apologies\nNone.\n2. Pond\nNone.\n", [1, 8]),
        # the month first in the one and in the other
        (
            "Town Board\nRegular Meeting Minutes\nMay 3, 2023\nPresent: A Birch\nMeeting adjourned at 9 pm.\n"
            "Town Board\nRegular Meeting Minutes\nJune 7, 2023\nPresent: A Birch\n",
            [1, 6],
        ),
    ],
)
def test_begin(text: str, expected: list[int]) -> None:
    assert firsts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        FIRST + FIRST,  # the same date: a page's head
        FIRST + CLOSED + "Minutes of the meeting held on 7 June 2023\n3. Roads\nNone.\n",  # without attendance
        PLAIN + SECOND.replace("1. ", "").replace("2. ", ""),  # nothing closed
        # earlier minutes: approved, quoted in full before the numbers go on, annexed
        FIRST + "3. Minutes\nMinutes of the meeting held on 7 June 2023 were approved.\nPresent: all\n" + CLOSED,
        FIRST + SECOND.replace("2. Pond\nResolved to clear it.\n", "") + "3. Roads\nNone.\n" + CLOSED,
        FIRST + CLOSED + "Appendix A\n" + SECOND,
        FIRST + CLOSED + "Extract from the\n" + SECOND,
        # an agenda and the minutes of the meeting before; minutes and the summons to the next meeting
        "ELMSTOW PARISH COUNCIL\nMeeting to be held on 5 July 2023\nAGENDA\n1. Apologies\n2. Pond\n" + CLOSED + SECOND,
        FIRST + CLOSED + "NOTICE OF MEETING\nA meeting will be held on 7 June 2023\nPresent: to be noted\n",
        FIRST + CLOSED + "Date of next meeting: 7 June 2023\nPresent at the pond: Cllr A Birch\n",
        FIRST + "Draft minutes approved by the Board: 7 June 2023\nPresent: Cllr A Birch\n" + CLOSED,
        # what is marked as a point
        FIRST + CLOSED + "- Minutes of the meeting held on 7 June 2023\nPresent: Cllr A Birch\n",
    ],
)
def test_one_meeting(text: str) -> None:
    assert firsts(text) == [1]


def test_a_correction_says_that_none_begins() -> None:
    text = FIRST + SECOND
    lines = classify(from_text(text))
    forced = apply([Correction(9, 9, "Minutes of", "text")], text, lines)
    assert len(find_parts(text, lines, forced)) == 1


@pytest.mark.parametrize("path", fixtures(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_fixtures_hold_one_meeting(path: Path) -> None:
    source = from_bytes(path.read_bytes())
    lines = classify(source)
    count = {"minute-book": 3, "two-meetings": 2}.get(path.stem, 1)
    if recognise(source.text, lines).name == "document":
        assert len(find_parts(source.text, lines, {})) == count
    assert len(to_nodes(source, None, None, True)) == count


def test_the_document_is_of_the_first_meeting() -> None:
    text = BOOK.read_text(encoding="utf-8")
    document = parse(text, lines=True)
    (finding,) = document.diagnostics
    assert finding.code == "MP007"
    assert "3 meetings" in finding.message and "lines 23-43, 45-58" in finding.message
    assert (document.meeting.date, [item.title for item in document.items][2:]) == ("2024-01-09", ["Footbridge"])
    assert next(entry.line for entry in document.lines or () if entry.role == "unplaced") == 23
    assert document.unplaced[0].text == "OTTERFORD PARISH COUNCIL"
    assert not violations(document.to_dict(), text)


def test_each_meeting_is_a_document() -> None:
    documents = parse_all(BOOK, lines=True, metadata={"book": "7"})
    assert [one.meeting.date for one in documents] == ["2024-01-09", "2024-02-13", "2024-05-14"]
    assert [[item.title for item in one.items] for one in documents][2] == ["Election of Chairman", "Apologies"]
    source = from_bytes(BOOK.read_bytes(), str(BOOK))
    for number, one in enumerate(documents, start=1):
        assert (one.source.characters, one.source.lines, one.source.sha256) == (len(source.text), 58, source.sha256)
        assert one.source.metadata == {"book": "7"}
        assert check_against_source(one.to_dict(), source) == []
        part = one.diagnostics[-1]
        assert (part.code, part.severity) == ("MP012", "info")
        assert part.message.startswith(f"meeting {number} of 3 in the file, lines ")
        lines = [entry.line for entry in one.lines or ()]
        assert part.span is not None
        assert (lines[0], lines[-1]) == (part.span.line, part.span.end_line)


def test_one_meeting_split_is_the_same_document() -> None:
    source = from_text(FIRST)
    assert to_nodes(source, None, None, True) == [to_node(source, None, None, True)]


def test_corrections_of_parts() -> None:
    source = from_text(FIRST + SECOND)
    corrections = [Correction(7, 7, "Resolved", "unplaced"), Correction(14, 14, "Resolved", "unplaced")]
    first, second = to_nodes(source, None, None, True, corrections)
    assert [first["unplaced"][0]["span"]["line"], second["unplaced"][0]["span"]["line"]] == [7, 14]
    assert first["items"][1]["resolutions"] == second["items"][1]["resolutions"] == []


def test_within() -> None:
    across = Correction(5, 12, "2. Pond", "unplaced")
    assert within([across], 0, 7) == [Correction(5, 7, "2. Pond", "unplaced")]
    assert within([across], 7, 14) == [Correction(1, 5, "", "unplaced")]
    assert within([across], 14, 20) == []


PARTS = st.lists(
    st.tuples(
        st.sampled_from([FIRST, PLAIN, FIRST + "\x0c", BOOK.read_text(encoding="utf-8"), "word\n", "\n\n", CLOSED]),
        st.sampled_from(["3 May", "7 June", "5 July", "2 August"]),
        st.sampled_from(["\n", "\r\n", "\r", "\n\u200b\n"]),
    ),
    max_size=6,
).map(lambda parts: "".join(text.replace("3 May", day).replace("\n", end) for text, day, end in parts))


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(PARTS)
@pytest.mark.slow
def test_the_parts_hold_each_line_once(text: str) -> None:
    source = from_text(text)
    whole = to_node(source, "document", None, True)
    assert not violations(whole, text)
    placed: list[dict[str, Any]] = []
    for node in to_nodes(source, "document", None, True):
        assert check_against_source(node, source) == []
        placed += node["lines"]
        lines = {entry["line"] for entry in node["lines"]}
        others = [one for one in violations(node, text) if one.kind == "not placed" and one.line in lines]
        assert not others
    assert [entry["line"] for entry in placed] == [entry["line"] for entry in whole["lines"]]


def test_cost_grows_with_the_length() -> None:
    """Many meetings, many titles that open none, and many numbers above them."""
    for text in (
        lambda times: "".join(FIRST.replace("2023", str(1900 + year)) + CLOSED for year in range(times)),
        lambda times: "".join(f"Minutes of the meeting held on 3 May {1000 + n}\nPresent: A\n" for n in range(times)),
        lambda times: FIRST + "3. Roads\n" * times + "Minutes of the meeting held on 3 May 2022\nPresent: A\n" * times,
    ):
        costs = [lines_run(firsts, text(times)) for times in (50, 100)]
        assert costs[1] <= costs[0] * MOST_GROWTH, costs
