"""Items that run into the line before, where line ends were lost. All councils and people are invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.growth import assert_linear

from minutesparse import parse
from minutesparse.lines import Line, classify
from minutesparse.numbering import fit
from minutesparse.run_in import part_lines
from minutesparse.source import from_text

LONG = "The clerk had written to the county about the bridge, and no answer had come by the day of the meeting."


def opened(text: str) -> list[str]:
    """The first words of the lines that were parted from another."""
    starts = {line.start for line in classify(from_text(text))}
    return [text[line.start : line.start + 11] for line in parted(text) if line.start not in starts]


def parted(text: str) -> Sequence[Line]:
    lines = classify(from_text(text))
    return part_lines(text, lines, fit(text, lines))


CASES = [
    # the series at the lines' beginnings goes from 1 to 3
    (f"1. Bridge {LONG} 2. Finance The accounts were read.\n3. Trees\n4. Close\n", ["2. Finance "]),
    (f"1.0 Bridge\n\n{LONG} 2.0 Finance\n\n3.0 Trees\n\n4.0 Close\n", ["2.0 Finance"]),
    (f"1. Bridge {LONG} £31.12 2. FINANCE None.\n3. Trees\n4. Close\n", ["2. FINANCE "]),
    # nothing is missing, or not all of what is
    (f"1. Bridge {LONG} 2. Finance The accounts were read.\n2. Trees\n3. Close\n", []),
    (f"1. Bridge {LONG} 2. Finance\n4. Trees\n5. Close\n", []),
    # a list inside an item, and a number that a sentence mentions
    (f"1. Bridge {LONG} 1. Ask again. 2. Write to the mill.\n3. Trees\n4. Close\n", []),
    (f"1. Bridge {LONG} They came to 2. Finance took long.\n3. Trees\n4. Close\n", []),
    # numbers with the year count on by themselves
    (f"40/23 Bridge {LONG} 41/23 Finance None. 42/23 Trees\n\n44/23 Close\n", ["41/23 Finan", "42/23 Trees"[:11]]),
    (f"40/23 Bridge {LONG} See 12/23 Roads and 41/23 Finance\n\n43/23 Trees\n", ["41/23 Finan"]),
    (
        f"Wexby Parish Council 40/23 Bridge {LONG} 41/23 Finance None. 42/23 Trees",
        ["40/23 Bridg", "41/23 Finan", "42/23 Trees"[:11]],
    ),
    (f"The report {LONG} 42/23 Trees", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_opens_an_item_within_a_line(text: str, expected: list[str]) -> None:
    assert opened(text) == expected


def test_nothing_to_part_leaves_the_lines() -> None:
    text = f"1. Bridge\n{LONG}\n2. Trees\n"
    lines = classify(from_text(text))
    assert part_lines(text, lines, fit(text, lines)) is lines


MINUTES = (
    "Wexby Parish Council\nMinutes of the meeting held on 4 May 2020\nPresent: Cllr A Vale, Cllr B Moss\n\n"
    f"1. BRIDGE REPAIRS {LONG} It was agreed to write again. 2. FINANCE REPORT The accounts were read. 3. The minutes were agreed as true.\n\n"
    "4. Village Trees\n\nTwo oaks were felled.\n\n5. Close of Meeting\n\nThe meeting closed at 9 pm.\n"
)


def test_items_of_a_paragraph() -> None:
    found = parse(MINUTES, lines=True)
    assert [(item.number, item.title, item.span.line) for item in found.items][:3] == [
        ("1", "BRIDGE REPAIRS", 5),
        ("2", "FINANCE REPORT", 5),
        ("3", None, 5),
    ]
    assert [len(item.resolutions) for item in found.items][:3] == [1, 0, 1]
    assert found.items[1].span.end < found.items[2].span.start
    assert found.lines is not None
    assert [line.line for line in found.lines] == [1, 2, 3, 5, 7, 9, 11, 13]


def test_a_meeting_on_one_line() -> None:
    text = (
        "Wexby Parish Council Minutes of the meeting held on 4 May 2020 at 7 pm Present: Cllr Ann Vale (Chair) Cllr Bo Moss "
        f"40/20 BRIDGE REPAIRS The chair spoke. 41/20 FINANCE REPORT {LONG} 42/20 VILLAGE TREES None were felled."
    )
    found = parse(text)
    assert [item.number for item in found.items] == ["40/20", "41/20", "42/20"]
    assert [person.name for person in found.attendance] == ["Ann Vale", "Bo Moss"]
    assert found.meeting.date == "2020-05-04"


@pytest.mark.parametrize(
    "unit", [f"1. BRIDGE REPAIRS {LONG} 2. Fin ", "4/23 Bridge 5/23 Trees ", f"{LONG} 7. Ash\n1. Ash\n3. Elm\n"]
)
def test_cost_grows_with_the_length(unit: str) -> None:
    assert_linear(parted, unit, 20_000)


def test_a_title_does_not_end_in_a_small_word() -> None:
    text = f"40/20 BRIDGE {LONG} 41/20 To Receive Letters from Cllr Ash The clerk read two letters. 42/20 VILLAGE TREES None."
    assert parse(text).items[1].title == "To Receive Letters from Cllr Ash"


def test_facts_below_keep_their_lines() -> None:
    """A line that was parted is several, so that the number of one below is not its place among them."""
    text = f"40/23 Bridge {LONG} 41/23 Finance None. 42/23 Trees\nThe ash is ill.\n\nRESOLVED: That it be\nfelled.\n\n44/23 Close\n"
    document = parse(text, lines=True)
    roles = {line.line: line.role for line in document.lines or ()}
    assert roles[4] == roles[5] == "resolution"
    assert not document.unplaced
