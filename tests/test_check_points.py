"""MP4: lists, and what is no fault of theirs."""

from __future__ import annotations

import pytest

from minutesparse.checks.runner import check_source
from minutesparse.checks.settings import CheckSettings
from minutesparse.source import from_text

HEAD = "Oxbow Parish Council\nMinutes of the meeting held on Monday 3 June 2024\n\n1. Highways\nThe clerk reported:\n"
WORDS = ("The ford was closed.", "The lamp is out.", "Mill Lane was swept.", "The bench was painted.", "A tree fell.")


def messages(code: str, text: str) -> list[str]:
    found = check_source(from_text(HEAD + text), "minutes.txt", CheckSettings(select=(code,)))
    return [finding.message for finding in found]


def points(*markers: str) -> str:
    return "".join(f"{marker} {words}\n" for marker, words in zip(markers, WORDS * 3, strict=False))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (points("a)", "b)", "c)", "a)", "b)"), 1),
        (points("a)", "b)", "c)", "d)", "e)"), 0),
        (points("i)", "ii)", "iii)", "i)", "ii)"), 1),
        (points("a)", "b)", "c)") + "\n" + points("a)", "b)"), 0),  # another list
        (points("a)", "b)", "c)") + "Of the paths she said:\n" + points("a)", "b)"), 0),
        (points("a)", "b)", "c)").replace("swept.", "swept, as asked:") + points("a)", "b)"), 0),
        (points("a)", "b)", "c)", "a)"), 0),  # one alone may be no number
    ],
)
def test_restarts(text: str, found: int) -> None:
    assert len(messages("MP401", text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (points("a)", "b)", "d)", "e)", "f)"), ["c left out before d"]),
        (points("(1)", "(2)", "(3)", "(5)", "(6)"), ["4 left out before 5"]),
        (points("a)", "b)", "c)", "d)"), []),
        (points("a)", "c)", "e)", "g)"), []),  # counts otherwise
        (points("a)", "b)", "d)"), []),  # too few to tell
        (points("a)", "b)", "d)", "e)", "f)").replace("out.", "out. c) The sign is down."), []),
    ],
)
def test_skips(text: str, found: list[str]) -> None:
    assert messages("MP402", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (points("-", "-", "*", "-"), 1),
        (points("-", "-", "-", "-"), 0),
        (points("\u2022", "\u2022", "-", "\u2022", "\u2022"), 0),  # a level below that lost its indent
        (points("\u2022", "\u2022", "o", "\u2022", "\u2022"), 0),
        (points("-", "*", "-", "*"), 0),  # two kinds of points
        (points("1)", "2)", "3.", "4)"), 1),
        (points("-", "-", "*"), 0),
    ],
)
def test_mixed_markers(text: str, found: int) -> None:
    assert len(messages("MP403", text)) == found


LONG = "She told the members that the ford had been closed for the whole"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{LONG}\n\nof the week, and would be so again.\n", 1),
        (f"{LONG}\nof the week, and would be so again.\n", 0),
        (f"{LONG}.\n\nof the week, and would be so again.\n", 0),
        (f"{LONG}:\n\nof the week, and would be so again.\n", 0),
        (f"{LONG}\n\nPage 2 of 3\n\nof the week, and would be so again.\n", 0),  # a page ended
        (f"{LONG}\n\fof the week, and would be so again.\n", 0),
        (f"{LONG}\n\nOf the week, nothing was said.\n", 0),
        (f"{LONG}\n\nii) of the week, nothing was said.\n", 0),
        ("the ford\n\nthe lamp\n\nthe bench\n", 0),  # a list without markers
    ],
)
def test_broken_sentences(text: str, found: int) -> None:
    assert len(messages("MP404", text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (points("-", "-", "-") + "-\n\nThen the meeting closed.\n", 1),
        (points("\u2022", "\u2022", "\u2022") + "-\n", 1),
        ("".join(f"\u2022\n{words}\n" for words in WORDS), 0),  # the text stands on the next line
        (points("-", "-", "-") + "-\nThe bridge is safe.\n", 0),
        ("-\n\n" + points("-"), 0),  # too few to tell
        (points("-", "-", "-") + "-----\n", 0),
        (points("-", "-", "-") + "\n2. Other Business\n-\n\n3. Next Meeting\nMonday 1 July.\n", 0),  # there was none
    ],
)
def test_orphan_markers(text: str, found: int) -> None:
    assert len(messages("MP405", text)) == found
