"""Corrections: what their file may hold, and what they do to lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.golden import FIXTURES
from tests.grounding import violations

from minutesparse.corrections import ROLES, Correction, apply, beside, load
from minutesparse.errors import OptionError
from minutesparse.lines import classify
from minutesparse.source import from_bytes, from_text
from minutesparse.stages import to_node

TEXT = "Weirdale Parish Council\n\nBus shelter\nThe roof leaks.\n\nRT ring the roofer\n"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "minutes.txt.corrections.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_load(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "- {lines: 3, text: Bus shelter, role: heading}\n- {lines: 6-6, text: RT  ring, role: unplaced}\n",
    )
    assert load(path) == [Correction(3, 3, "Bus shelter", "heading"), Correction(6, 6, "RT ring", "unplaced")]
    assert beside(tmp_path / "minutes.txt") == path
    assert beside(tmp_path / "other.txt") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: b", "not a list"),
        ("- [", "not YAML"),
        ("- 3", "wants lines, text and role"),
        ("- {lines: 3, text: a}", "wants lines, text and role"),
        ("- {lines: x, text: a, role: text}", "no line or range"),
        ("- {lines: 4-3, text: a, role: text}", "no line or range"),
        ("- {lines: 3, text: a, role: title}", "no role 'title'"),
        ("- {lines: 3, text: ' ', role: text}", "quotes nothing"),
    ],
)
def test_refused(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(OptionError, match=says):
        load(written(tmp_path, text))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="no such file"):
        load(tmp_path / "none.yaml")


def test_apply() -> None:
    lines = classify(from_text(TEXT))
    forced = apply(
        [
            Correction(3, 3, "Bus", "heading"),
            Correction(4, 5, "The roof", "text"),
            Correction(6, 6, "RT ring", "unplaced"),
        ],
        TEXT,
        lines,
    )
    assert forced == {2: True, 3: False}
    assert [line.role for line in lines] == ["", "", "", "", "", "unplaced"]


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (Correction(3, 3, "Bus stop", "heading"), "line 3 does not begin with 'Bus stop'"),
        (Correction(7, 9, "x", "heading"), "line 9, but the text has 6 lines"),
    ],
)
def test_text_that_has_changed(one: Correction, says: str) -> None:
    with pytest.raises(OptionError, match=says):
        apply([one], TEXT, classify(from_text(TEXT)))


MEETING = """Agenda and minutes
Elmstow Committee - Monday 4 May 2020 10:00am
No. Item
1.
Apologies
Minutes:
There were none.
2019 was a wet year
The pond flooded.
2.
Paths
Minutes:
Resolved to mend them.
RT ring Birch
"""
ITEM = """Agenda item
Pond
To consider the pond.
Minutes:
The pond is low.
Ducks
They have left.
Supporting documents:
Pond plan
"""
ISSUE = """Issue - meetings
Pond
Meeting: 04/05/2020 - Elmstow Committee (Item 3)
3 Pond
Minutes:
The pond is low.
Ducks
They have left.
"""


@pytest.mark.parametrize(
    ("text", "corrections", "titles", "content"),
    [
        # a heading that the page does not mark as one, with its number or without
        (MEETING, [(8, "2019 was", "heading")], ["Apologies", "2019 was a wet year", "Paths"], "The pond flooded."),
        (MEETING, [(9, "The pond", "heading")], ["Apologies", "The pond flooded.", "Paths"], "2019 was a wet year"),
        (ITEM, [(6, "Ducks", "heading")], ["Pond", "Ducks"], "They have left."),
        (ISSUE, [(7, "Ducks", "heading")], ["Pond", "Ducks"], "They have left."),
        # one that is none
        (MEETING, [(10, "2.", "text")], ["Apologies"], "Paths"),
        (MEETING, [(10, "2.", "text"), (11, "Paths", "heading")], ["Apologies", "Paths"], "Resolved"),
        (ITEM, [(2, "Pond", "text")], ["To consider the pond."], "The pond is low."),
        (ITEM, [(3, "To consider", "text")], ["Pond"], "To consider the pond."),
        (ISSUE, [(4, "3 Pond", "text")], [], ""),
        # the other two roles
        (MEETING, [(14, "RT ring", "unplaced")], ["Apologies", "Paths"], "Resolved"),
        (ITEM, [(2, "Pond", "furniture")], ["To consider the pond."], "The pond is low."),
        (ITEM, [(9, "Pond plan", "unplaced")], ["Pond"], "The pond is low."),
    ],
)
def test_committee_pages(text: str, corrections: list[tuple[int, str, str]], titles: list[str], content: str) -> None:
    known = [Correction(line, line, words, role) for line, words, role in corrections]
    node = to_node(from_text(text), None, None, True, known)
    assert node["layout"].startswith("moderngov-")
    assert [item["title"] for item in node["items"]] == titles
    assert content in str([(item["content"], item["resolutions"]) for item in node["items"]])
    assert not violations(node, text)
    for line, words, role in corrections:
        if role in ("unplaced", "furniture"):
            assert {"line": line, "role": role} in node["lines"]
            assert (
                words not in str(node["items"]).replace("the pond", "").replace("The pond", "") or role == "furniture"
            )


@pytest.mark.parametrize(
    "name", ["item-page/harbour", "item-page-flat/lighting", "meeting-page/scrutiny", "parish/wellow"]
)
@pytest.mark.parametrize("role", list(ROLES))
@pytest.mark.parametrize("step", [5, pytest.param(1, marks=pytest.mark.slow)])
def test_a_correction_of_any_line_leaves_the_document_sound(name: str, role: str, step: int) -> None:
    source = from_bytes((FIXTURES / f"{name}.txt").read_bytes())
    for line in classify(source):
        if not line.blank and line.index % step == 0:
            one = Correction(line.index + 1, line.index + 1, "", role)
            found = violations(to_node(source, None, None, True, [one]), source.text)
            assert [one for one in found if role != "furniture" or one.line != line.index + 1] == [], line


@pytest.mark.parametrize(
    ("text", "line", "role"),
    [
        ("        Ponds and Paths\nItem 7\n        None. Noted.\n", 2, "heading"),  # the title above has not its word
        (
            "Agenda and minutes\n1.\nRESOLVED that\n\n\tPonds (i)Paths:\n\n\n\t0099.  I.  Last meeting\n",
            3,
            "text",
        ),  # a title below text
        ("# Ponds\n\nThey are low.\n\n_____ Mayor Maple Birch\n\nClerk\n", 5, "furniture"),  # a rule with a name
    ],
)
def test_what_once_failed(text: str, line: int, role: str) -> None:
    layout = "moderngov-meeting" if text.startswith("Agenda") else None
    node = to_node(from_text(text), layout, None, True, [Correction(line, line, "", role)])
    assert [one for one in violations(node, text) if role != "furniture" or one.kind != "not placed"] == []
