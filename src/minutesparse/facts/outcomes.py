"""What became of a motion, as printed: carried, lost, withdrawn or deferred."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from minutesparse.facts.sentences import holds_any

# How far before an outcome the words may begin that make it a motion's, in characters.
_NEAR = 64

# The widest margin before a word of outcome that stands at the right end of a line of its own, in characters.
_MARGIN = 120

# What became of a motion by the word for it; all others say that it was carried.
_RESULTS = {
    "lost": "lost", "defeated": "lost", "failed": "lost", "fails": "lost", "withdrawn": "withdrawn",
    "deferred": "deferred",
}  # fmt: skip

# One of these stands in every text that says what became of a motion, in lower case.
_OUTCOMES = ("carr", "pass", "lost", "defeat", "fail", "withdrawn", "deferred", "m/s/c", "not a", "not s")


def line_start(text: str, start: int) -> int:
    """``start`` moved back over blanks to the line end before it, so that a pattern sees that a line begins there."""
    while start and text[start - 1] in " \t*":
        start -= 1
    return max(0, start - 1)


@cache
def _outcome() -> re.Pattern[str]:
    """A word for what became of a motion, for text in lower case."""
    return re.compile(
        r"""
        [cpldfwn] (?:  # `re` skips to one of a set of letters fast, and from there to the branch with the next letter
            arrie(?<=\bcarrie)[ds] | (?<=\bm/s/c) | asse(?<=\bpasse)s
          | assed(?<=\bpassed)(?!\s+(?:to|by|on|for|a|the|his|her|away|declaration)\b)
          | ost(?<=\blost) | efeated(?<=\bdefeated) | efe(?<=\bdefe)rred
          | ail(?<=\bfail)(?:s|ed(?!\s+to)) | ithdrawn(?<=\bwithdrawn)
          | ot(?<=\bnot)\s+(?:carried|passed|agreed|approved|adopted|supported) )\b
        """,
        re.VERBOSE,
    )


@cache
def _before_outcome() -> re.Pattern[str]:
    """What stands before such a word where it tells of a motion.

    Matches before "motion CARRIED", "it carried", "and carried unanimously", "motion was defeated"; not before "he
    carried a bag".
    """
    return re.compile(
        r"""
        (?: \b(?:motion|amendment|resolution|proposal|vote)s?\s++
            (?:(?:as\s+amended|was|were|is|has\s+been|been|duly|then|declared|to\s+be|therefore)\s++){0,4}+
          | \bit\s++(?:was\s++)?+ | \band\s++(?:was\s++)?+(?:duly\s++)?+ | \bunanimously\s++ | \bwas\s++(?:duly\s++)?+
          | (?:[.;:,–—(*\r\n-]|\A)[\s*]{0,40}+ | \bm/s/ ) \Z
        """,
        re.VERBOSE,
    )


def _at_right_end(lowered: str, stop: int) -> bool:
    """True where nothing but the blanks of a wide margin stands before ``stop`` on its line."""
    return lowered[max(0, stop - _MARGIN) : stop].rstrip(" \t").endswith(("\n", "\r"))


def read_result(text: str, ranges: list[tuple[int, int]]) -> str | None:
    """``carried``, ``lost``, ``withdrawn`` or ``deferred`` where printed in ``ranges``; the last one counts."""
    found: str | None = None
    for start, end in ranges:
        for match in _outcomes(text, start, end):
            found = "lost" if match[0].startswith("not") else _RESULTS.get(match[0], "carried")
    return found


def outcome_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the word stands that `read_result` counts, or ``None``."""
    begin, found = line_start(text, start), None
    for match in _outcomes(text, start, end):
        found = begin + match.start(), begin + match.end()
    return found


def _outcomes(text: str, start: int, end: int) -> Iterable[re.Match[str]]:
    """The words of outcome in ``[start, end)``, matched in lower case from its `line_start` on."""
    lowered = text[line_start(text, start) : end].lower()
    if not holds_any(lowered, _OUTCOMES):
        return ()
    return [
        match
        for match in _outcome().finditer(lowered)
        if _before_outcome().search(lowered, max(0, match.start() - _NEAR), match.start())
        or _at_right_end(lowered, match.start())
    ]


def names_outcome(text: str, start: int, end: int) -> bool:
    """True where ``[start, end)`` says what became of a motion."""
    return read_result(text, [(start, end)]) is not None
