"""MP8: what its rules must find beside their examples, and above all what they must leave alone."""

from __future__ import annotations

import pytest
from tests.growth import assert_linear

from minutesparse.checks.finding import Finding
from minutesparse.checks.house_style import HouseStyle
from minutesparse.checks.page import Page
from minutesparse.checks.registry import RULES
from minutesparse.checks.runner import check_source
from minutesparse.checks.settings import CheckSettings
from minutesparse.source import from_text

HEAD = "Oxbow Parish Council\nMinutes of the meeting held on Monday 3 June 2024\n\n1. Footbridge\n"


def found(code: str, text: str, house: HouseStyle | None = None) -> list[Finding]:
    settings = CheckSettings(select=(code,), house_style=house or HouseStyle())
    return check_source(from_text(text), "minutes.txt", settings)


def fixed(finding: Finding, text: str) -> str:
    """The text with the edits of one finding."""
    assert finding.fix is not None
    for edit in reversed(finding.fix.edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    "sentence",
    [
        "The councilor spoke of the planing of the road.",
        "The precious chain was shown; it was conformed that it is gold.",
        "Members apologise.",
        "See www.commitee.example and a@commitee.example.",
        "Resolved, approved, seconded, minuted and noted unanimously.",
    ],
)
def test_no_typing_error(sentence: str) -> None:
    assert found("MP802", HEAD + sentence + "\n") == []


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("Resloved", "Resolved"),
        ("SECONED", "SECONDED"),
        ("comittee", "committee"),
        ("Councilllors", "Councillors"),
        ("Seotember", "September"),
        ("recieved", "received"),
        ("seperate", "separate"),
    ],
)
def test_typing_error(slip: str, word: str) -> None:
    text = f"{HEAD}It was {slip} by all, {slip} again.\n"
    (finding,) = found("MP802", text)
    assert finding.message == f"'{slip}' for '{word}', 2 times"
    assert fixed(finding, text) == text.replace(slip, word)


@pytest.mark.parametrize(
    "line",
    [
        "Next meeting: TBC",
        "The date is to be confirmed.",
        "Why was it closed??",
        "Signed _________________ Chairman",
        "Approved this ____ day of June",
        "[sic]",
        "Article XXX of the standing orders",
        "[The Clerk left the room]",
        "The grant was \u00a3400.",
    ],
)
def test_no_placeholder(line: str) -> None:
    assert found("MP803", HEAD + line + "\n") == []


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        ("TODO ask the surveyor", "TODO"),
        ("The sum of \u00a3XXX was paid.", "\u00a3XXX"),
        ("on XX/XX/2024", "XX/XX/20"),
        ("Proposed by: TBC", "TBC"),
        ("It will cost ?? in all.", "??"),
        ("the letter of [DATE] was read", "[DATE]"),
        ("The Chair read resolution ________ series of 2024", "________"),
    ],
)
def test_placeholder(line: str, quoted: str) -> None:
    text = HEAD + line + "\n"
    (finding,) = found("MP803", text)
    assert quoted.startswith(text[finding.start : finding.end][:8])
    assert finding.line == 5


@pytest.mark.parametrize(
    "body",
    [
        'a plank 6" by 2" and a "long" one',
        "\u201cThat the bridge be closed.\n\n\u201cThat the lane be closed too.\u201d",
        "The Chair\u2019s view, \u2018as before\u2019, was \u201cno\u201d.",
        '"That the \u201cold\u201d bridge be closed."',
        "\u201cThat the bridge be closed.\n\n2. Finance\nand the lane too.\u201d",
        'Birch 4.00\n"     3.00',
    ],
)
def test_closed_quotation(body: str) -> None:
    assert found("MP804", HEAD + body + "\n") == []


@pytest.mark.parametrize("body", ['He read the "notice to all.', "\u201cThat the \u201cold\u201d bridge be closed."])
def test_unclosed_quotation(body: str) -> None:
    (finding,) = found("MP804", HEAD + body + "\n")
    assert finding.line == 5


@pytest.mark.parametrize(
    "body",
    [
        "a) The bridge (old) is closed.\nb) So is the lane.",
        "The bridge (the old\none) is closed.",
        "The bridge (the old one\n\nand the new one) is closed.",
        "the wards (area\n5) and (area 6)",
        "1) [the bridge] is closed :)",
    ],
)
def test_closed_bracket(body: str) -> None:
    assert found("MP805", HEAD + body + "\n") == []


def test_marker_closes_no_bracket() -> None:
    body = "The bridge (the old one and all that belongs to it, planks, posts and the two gates at its ends\nb) The lane.\n"
    (finding,) = found("MP805", HEAD + body)
    assert finding.line == 5


def test_replaced_characters() -> None:
    text = f"{HEAD}\uf0b7 The Chair\x92s view\n\uf0b7 The lane\n\ufffd\n"
    (finding,) = found("MP806", text)
    assert finding.line == 5
    assert "at 3 other places" in finding.message
    assert fixed(finding, text) == f"{HEAD}\u2022 The Chair\u2019s view\n\u2022 The lane\n\ufffd\n"


def test_tabs_become_spaces_up_to_the_stop() -> None:
    text = f"{HEAD}\tMowing\t\t40.00\nab\t\t1\n"
    (finding,) = found("MP807", text)
    assert fixed(finding, text).split("\n")[4:6] == [line.expandtabs(8) for line in text.split("\n")[4:6]]


def test_trailing_space_is_one_finding_a_file() -> None:
    (finding,) = found("MP808", "1. Apologies \nNone.\t\n \r\nend \u00a0")
    assert finding.line == 1
    assert "3 other places" in finding.message


def test_hard_break_of_markdown_is_no_trailing_space() -> None:
    assert found("MP808", "**Present**  \nMara Birch  \n") == []
    assert found("MP808", '+++\ntitle = "Minutes"\ntags = []\n+++\n<b>Present</b>:  \nMara Birch  \n') == []
    assert found("MP808", "\ufeff---\ntitle: Minutes\ntags: \n- Roads \n---\nPresent\n") == []
    assert len(found("MP808", "---\ntitle: Minutes\ntags: \n---\nPresent \n")) == 1


def test_a_lone_line_that_was_not_placed() -> None:
    """In minutes it is most often a sentence that the reader missed; several lines are notes."""
    text = HEAD + "It was agreed to go on.\nJT handrail again\n"
    start, line = text.index("It was"), HEAD.count("\n") + 1
    (rule,) = [rule for rule in RULES if rule.code == "MP801"]
    for lines, expected in ((1, 0), (2, 1)):
        page = Page(from_text(text), None, HouseStyle())
        end = len(text) - 1 if lines == 2 else text.index("\n", start)
        span = {"start": start, "end": end, "line": line, "end_line": line + lines - 1}
        page.document["unplaced"] = [{"kind": "paragraph", "text": text[start:end], "span": span}]
        assert len(list(rule.check(page, {}))) == expected


@pytest.mark.parametrize(
    "text", ["\ufeff1. Apologies\nNone.\n", "a\u200db", "\u0644\u200c\u0645", "\u2600\ufe0f\u200d\U0001f525"]
)
def test_marks_that_stay(text: str) -> None:
    assert [one.start for one in found("MP810", text)] == ([1] if text.startswith("a") else [])


def test_form_feed_is_no_fault() -> None:
    assert found("MP809", f"{HEAD}The bridge.\n\x0cThe lane.\n") == []


def test_house_spelling() -> None:
    text = HEAD + "Cllr Ash and Cllrs Birch and Elm spoke; the councillors agreed, as Councillor vacancies are few.\n"
    assert found("MP812", text) == []
    assert len(found("MP812", text, HouseStyle(spelling="Councillor"))) == 1
    assert found("MP812", text, HouseStyle(spelling="Cllr")) == []


UNITS = (
    "(",
    "\u201ca ",
    "a ___ b",
    "x ??",
    "Mr A, 3 High St ",
    "07700 900123 ",
    "a@gmail.com ",
    "Resloved \t",
    "\u200b. \n",
)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.slow
def test_cost_grows_with_the_text(unit: str) -> None:
    rules = [rule for rule in RULES if rule.group in ("MP8", "MP9")]

    def work(text: str) -> None:
        page = Page(from_text(text))
        for rule in rules:
            list(rule.check(page, CheckSettings().options_of(rule)))

    assert_linear(work, unit, 6_000)
