"""Words as alternatives of a pattern, grouped by their first letters."""

from __future__ import annotations

import re

import pytest

from minutesparse.alternatives import AT_WORD, branched, by_initial
from minutesparse.vocabulary.headings import ATTENDANCE_BEFORE, ATTENDANCE_LABELS, NO_TITLES


def test_by_initial() -> None:
    assert by_initial(("be", "do", "been")) == "b(?:een|e)|d(?:o)"


def test_at_word() -> None:
    words = re.compile(by_initial(("be", "been", "do"), AT_WORD))
    assert [match.span() for match in words.finditer("do maybe, be (been) to\u00e9do")] == [(0, 2), (10, 12), (14, 18)]


@pytest.mark.parametrize(
    ("patterns", "source"),
    [
        (("mayor", "moved"), "m(?:ayor|oved)"),
        (("(?:chair|clerk)s?", "date"), "c(?:hairs?|lerks?)|d(?:ate)"),
        (("(?:old )?chair", r"\d+", "a?b"), r"(?:old )?chair|\d+|a?b"),
    ],
)
def test_branched(patterns: tuple[str, ...], source: str) -> None:
    assert branched(patterns) == source


def test_alternatives_hold_no_bar_outside_brackets() -> None:
    """What `branched` asks of them, since it puts the first letter of each before a group of the rest."""
    for pattern in (*NO_TITLES, *ATTENDANCE_BEFORE, *ATTENDANCE_LABELS):
        bare = pattern
        while (less := re.sub(r"\((?:\?:|\?!)?[^()]*\)|\[[^]]*\]", "", bare)) != bare:
            bare = less
        assert "|" not in bare
