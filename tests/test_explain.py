"""What explain says of each line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minutesparse.corrections import Correction
from minutesparse.explain import RULES, explain
from minutesparse.parsing import parse
from minutesparse.signs import SIGNS
from minutesparse.source import from_bytes, from_text

TEXT = """Weirdale Parish Council

1. Apologies for absence
Cllr Birch sent his apologies.

2. Bus shelter
RESOLVED: That the roof be mended.

2024 was a wet year.
"""
FIXTURES = sorted((Path(__file__).parent.parent / "fixtures").rglob("*.txt"))


def by_line(text: str) -> dict[int, Any]:
    return {one.line: one for one in explain(from_text(text))}


def test_a_heading_tells_its_signs() -> None:
    one = by_line(TEXT)[3]
    assert (one.role, one.weighing.rule, one.weighing.chosen) == ("item_heading", "series #.", True)
    assert ("vocabulary", 2.0) in one.weighing.signs
    assert one.weighing.total >= one.weighing.floor
    assert one.runner_up == "paragraph or point"
    assert one.nodes == ("item-1",)


def test_a_decision_tells_its_nodes() -> None:
    one = by_line(TEXT)[7]
    assert (one.role, one.rule, one.words) == ("resolution", "decision-lead", "RESOLVED:")
    assert one.nodes == ("item-2", "resolution-1")
    assert [(fact.id, [sign.to_dict() for sign in fact.signs]) for fact in one.facts] == [
        ("resolution-1", [{"name": "decision-lead", "words": "RESOLVED:", "line": 7}])
    ]


def test_the_label_of_a_reason_is_a_word_of_the_layout() -> None:
    text = "1. Shelter\n\nRESOLVED: That it be mended.\n\nReason for decision:\n\nThe roof leaks.\n"
    lines = by_line(text)
    assert [(lines[at].role, lines[at].rule) for at in (5, 7)] == [("label", "reason-lead"), ("reason", "reason-lead")]
    assert not parse(text).unplaced


BOOK = """ELMSTOW PARISH COUNCIL
Minutes of the meeting held on 3 May 2023
Present: Cllr A Birch
In attendance: D Fir
Page 1
1. Apologies
There were none.
2. Declarations of interest
Cllr Birch declared a personal interest in item 3.
3. Pond
- The pond is low.
It was agreed to clear it. Proposed by Cllr Birch, seconded by Cllr Cedar.
Carried by 3 votes to 1.
RESOLVED: That
(a) the clerk be thanked; and
(b) a pump be bought.
Reason for decision: It is old.
Action: Clerk to order it by 5 May 2023.
4. Paths
The report was noted.
The meeting closed at 8 pm.
Signed ............ Chairman
Page 2
ELMSTOW PARISH COUNCIL
Minutes of the meeting held on 7 June 2023
Present: Cllr A Birch
"""


@pytest.mark.parametrize(
    ("line", "rule", "words"),
    [
        (1, "head-data", "council"),
        (2, "head-data", "title"),
        (3, "attendance-label", "Present:"),
        (4, "attendance-label", "In attendance:"),
        (5, "page-number", None),
        (6, "weighed-heading", None),
        (7, "running-text", None),
        (11, "list-marker", None),
        (12, "decision-word", "It was agreed"),
        (13, "outcome-word", "Carried"),
        (14, "decision-lead", "RESOLVED:"),
        (15, "clause", None),
        (18, "action-lead", "Action:"),
        (20, "report-noted", "The report was noted."),
        (22, "signature", None),
        (24, "other-meeting", None),
    ],
)
def test_rules_and_words(line: int, rule: str, words: str | None) -> None:
    one = by_line(BOOK)[line]
    assert (one.rule, one.words) == (rule, words)


def test_signs_of_facts() -> None:
    found = {
        fact.id: [(sign.name, sign.words) for sign in fact.signs]
        for one in by_line(BOOK).values()
        for fact in one.facts
    }
    assert found["person-1"] == [("attendance-label", "Present:")]
    assert found["person-2"] == [("attendance-label", "In attendance:")]
    assert found["declaration-1"] == [("declaration-words", "declared a personal interest")]
    assert found["resolution-1"] == [
        ("decision-word", "It was agreed"),
        ("mover-phrase", "Proposed"),
        ("seconder-phrase", "seconded"),
        ("outcome-word", "Carried"),
        ("vote-statement", "by 3 votes to 1"),
    ]
    assert found["action-1"] == [("action-lead", "Action:"), ("deadline", "by 5 May 2023")]


@pytest.mark.parametrize(
    ("task", "sign", "words"),
    [
        ("The pond be cleared. Action: Clerk", "action-lead", "Action:"),
        ("Cllr Birch to ring the roofer.", "duty-phrase", "Cllr Birch"),
    ],
)
def test_signs_of_actions(task: str, sign: str, words: str) -> None:
    text = f"Minutes\n\n1. Pond\n{task}\n\n2. Paths\nMr A Ash to mow.\nClerk to write.\nCllr Elm to look.\n"
    found = [sign for fact in by_line(text)[4].facts for sign in fact.signs]
    assert [(one.name, one.words) for one in found] == [(sign, words)]


def test_pages_and_corrections() -> None:
    page = "Agenda item\nPond\nTo consider the pond.\nMinutes:\nThe pond is low.\nShare this item\nnote to self\n"
    note = [Correction(7, 7, "note", "unplaced")]
    assert [one.rule for one in explain(from_text(page), None, note)] == [
        "layout-label", "page-title", "agenda-purpose", "layout-label", "running-text", "page-navigation", "correction",
    ]  # fmt: skip


def test_the_page_of_rules_lists_them_all() -> None:
    page = (Path(__file__).parent.parent / "docs/explain.md").read_text(encoding="utf-8")
    page = page.partition("## Rules")[2]
    assert re.findall(r"^\| `([a-z-]+)` \| (.+) \|$", page, re.MULTILINE) == list(RULES.items())


def test_a_year_is_weighed_and_refused() -> None:
    one = by_line(TEXT)[9]
    assert one.role == "paragraph"
    assert one.weighing is None or not one.weighing.chosen


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_line_is_explained(path: Path) -> None:
    source = from_bytes(path.read_bytes())
    for one in explain(source):
        assert one.rule in RULES
        data = one.to_dict()
        assert json.loads(json.dumps(data)) == data
        text = source.text.casefold()
        for sign in (sign for fact in one.facts for sign in fact.signs):
            assert sign.name in SIGNS
            assert sign.words.split()[0].casefold() in text


def test_command(tmp_path: Path, run: Callable[..., Any]) -> None:
    (tmp_path / "minutes.txt").write_text(TEXT, encoding="utf-8")
    shown = run("explain", str(tmp_path / "minutes.txt"), "--line", "3")
    assert shown.returncode == 0
    assert "weighed as series #.:" in shown.stdout
    some = run("explain", str(tmp_path / "minutes.txt"), "--lines", "3-7", "-f", "json")
    assert [one["line"] for one in json.loads(some.stdout)] == [3, 4, 6, 7]
    assert run("explain", str(tmp_path / "minutes.txt"), "--lines", "7-3").returncode == 2
    assert run("explain", str(tmp_path / "minutes.txt"), "--lines", "3-7", "--line", "3").returncode == 2
    assert run("explain", str(tmp_path / "none.txt")).returncode == 1
