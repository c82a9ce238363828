"""Who moved and who seconded, as printed in a motion or decision.

Conventions: "Proposed by Cllr A, seconded by Cllr B", "Moved: A; seconded: B", "A moved, seconded by B", "A proposed, B
seconded", "On the proposal of A", "Motion to … was made by A", "A made the motion … B seconded the motion"; names
may be initials ("JS"), posts ("the Chair") or surnames. A pattern finds a run of capitalised words beside the verb;
what of it is the name is decided word by word.
"""

from __future__ import annotations

import re
from functools import cache

from minutesparse.facts.people import reference
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary.decisions import HONORIFICS, NOT_NAMES, POSTS

_HONORIFICS = frozenset(word for phrase in HONORIFICS for word in phrase.split())
_PLURALS = frozenset(
    ("cllrs", "councillors", "councilors", "messrs", "trustees", "directors", "supervisors", "commissioners")
)
_NOT_NAMES = frozenset(NOT_NAMES)
_POSTS = frozenset(POSTS)

# One of these stands in every text that names a mover, in lower case.
_MOVES = ("moved", "moves", "mover", "propos", "prop ", "prop.", "nominat", "motion", "suggested", "put forward")

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_WORD = rf"-?(?:(?:van|von|de|der|den|la|le|du|ap|ab)\s+)?[hntm]?{_CAPITAL}(?:[\w'’-]|\.(?=\s)|(?<=\b\w)\.)*+"
_GAP = r"\s{1,12}"

NAME_RUN = rf"(?:[Tt]he\s+(?:[Dd]eputy\s+|[Vv]ice[ -])?\w+ | {_WORD}(?:{_GAP}{_WORD}){{0,6}})"
"""Pattern source (verbose) of capitalised words in a row that may be a person's name, and of "the" with a post."""

_POST = r"(?:,[^.;:]{0,90}?,)?"
_ADVERB = r"(?i:then\s+|also\s+|therefore\s+|has\s+|formally\s+|duly\s+)?"


# Forms of the mover, strongest first, each with the name after or before the verb as its group; compiled on first use.
# They match "Cllr Vale moved", "Proposed by AB", "Moved: Vale"; not "the motion was moved", "proposed by-laws".
_MOVER = (
    rf"""\b(?=[MmNnPpSs])(?i:(?:proposed|moved|nominated|proposal|proposition|motion|made|suggested|put\s+forward|proposer)\s*
    (?:was\s+)?(?:made\s+)?(?:by|of|from)|proposer|mover|(?:proposed|moved|nominated)(?=\s*:))(?!\w)\s*+:?+\s*+
    (?P<after>{NAME_RUN})""",
    rf"""(?:\(proposed|\bProposed\.?|\b(?i:prop\.?))\s*(?P<after>{NAME_RUN}),?\s+(?:and\s+)?(?i:seconded|2nd)\b
    \s*+(?:by\s+)?[:–—-]?+\s*+(?!Agreed|Carried|All|The){_CAPITAL}""",
    rf"""(?<![\w.])(?P<before>{NAME_RUN}){_POST}\s*{_ADVERB}(?i:moved|moves|proposed|proposes|nominated|motioned
    |(?:made|makes)\s+(?:a|the)\s+motion|amended\s+(?:her|his|their|the)\s+motion|put\s+forward)\b""",
    rf"""\b(?=[MmPp])(?i:proposed|moved|motion)\s*+[:–—-]?+\s*+(?P<after>{NAME_RUN})""",
    rf"""(?<![\w.])(?P<before>{NAME_RUN})\b[^.;]{{0,60}}?\b
    (?i:(?:s?he|they)\s+(?:makes?|made)\s+(?:a|the)\s+motion|suggested)\b""",
)

# Forms of the seconder. They match "seconded by Cllr Vale", "Vale seconded it"; not "was seconded to the county".
_SECONDER = (
    rf"""\b(?i:second(?:ed|er)?\s*by|seconder|seconded(?=\s*:))(?!\w)\s*+:?+\s*+(?P<after>{NAME_RUN})""",
    rf"""(?<![\w.])(?P<before>{NAME_RUN}){_POST}\s*{_ADVERB}(?i:seconded|seconds|second)\b""",
    rf"""\b(?i:seconded|2nd)\s*+[:–—-]?+\s*+(?P<after>{NAME_RUN})""",
)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.VERBOSE)


def read_movers(reader: Reader, ranges: list[tuple[int, int]]) -> tuple[list[Node], list[Node]]:
    """References to the mover and to the seconder named in ``ranges``; each list is empty where nobody is named."""
    text = reader.text
    words = " ".join(text[start:end] for start, end in ranges).lower()
    mover = _first(text, ranges, _MOVER) if any(stem in words for stem in _MOVES) else None
    seconder = None
    if "second" in words or (mover is not None and "2nd" in words):
        ways = _SECONDER
        if mover is None or mover[0] not in (2, 4):
            # "Moved A, seconded B" prints both names after their words; "A moved, B seconded" before them.
            ways = (ways[0], ways[2], ways[1])
        seconder = _first(text, ranges, ways)
    return (
        [reference(reader, *span) for span in mover[1]] if mover else [],
        [reference(reader, *span) for span in seconder[1]] if seconder else [],
    )


def _first(
    text: str, ranges: list[tuple[int, int]], sources: tuple[str, ...]
) -> tuple[int, list[tuple[int, int]]] | None:
    """Which pattern finds a name first, and where the names stand."""
    for way, source in enumerate(sources):
        pattern = _pattern(source)
        for start, end in ranges:
            for match in pattern.finditer(text, start, end):
                if match.lastgroup == "after":
                    spans = _several(text, *match.span("after"), end)
                else:
                    spans = [span] if (span := name_before(text, *match.span("before"))) else []
                if spans:
                    return way, spans
    return None


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\S+")


def is_title(word: str) -> bool:
    """True for a title before a name ("Cllr", "Mrs."), with or without its full stop."""
    return word.rstrip(".").lower() in _HONORIFICS


def _ends_sentence(word: str) -> bool:
    """True where a full stop after ``word`` is no part of an initial or a title."""
    return word.endswith(".") and len(word.rstrip(".")) > 2 and not is_title(word)


def name_after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name at the beginning of a run of capitalised words, or None."""
    words = [match.span() for match in _word().finditer(text, start, end)]
    if words and text[words[0][0] : words[0][1]].lower() == "the":
        return _post(text, words)
    stop = begin = 0
    for first, last in words:
        word = text[first:last].strip("-")
        if (
            word.rstrip(".") in _NOT_NAMES
            or (stop and word == "A")
            or (stop and is_title(word) and not is_title(text[begin:stop]))
        ):
            break
        begin, stop = first, last
        if _ends_sentence(word):
            stop = last - 1
            break
    if not stop or (is_title(text[begin:stop].strip("-")) and len(words) > 1 and begin == words[0][0]):
        return None
    return (start + (text[start] == "-"), stop)


def name_before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name at the end of a run of capitalised words, or None."""
    words = [match.span() for match in _word().finditer(text, start, end)]
    if words and text[words[0][0] : words[0][1]].lower() == "the":
        return _post(text, words)
    begin = None
    titled = False
    for first, last in reversed(words):
        word = text[first:last].strip("-")
        title = is_title(word)
        if word.rstrip(".") in _NOT_NAMES or (begin is not None and _ends_sentence(word)) or (titled and not title):
            break
        begin, titled = first, title
    return None if begin is None else (begin, words[-1][1])


def _post(text: str, words: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The span of "the Chair" and its like, or None where the words name no post."""
    for count in (3, 2):
        if len(words) >= count:
            phrase = " ".join(text[first:last] for first, last in words[1:count]).lower()
            if phrase in _POSTS:
                return words[0][0], words[count - 1][1]
    return None


@cache
def _next_name() -> re.Pattern[str]:
    return re.compile(rf"(?:,\s?(?:and\s)?|\s+(?:and|&)\s+)(?P<name>{NAME_RUN})", re.VERBOSE)


def _several(text: str, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    """The name at ``start``, and those after it where a title in the plural opens them ("Cllrs A and B")."""
    span = name_after(text, start, end)
    if span is None:
        return []
    spans = [span]
    opener = _word().match(text, start)
    while opener and opener[0].rstrip(".").lower() in _PLURALS and len(spans) < 8:
        match = _next_name().match(text, spans[-1][1], limit)
        further = name_after(text, *match.span("name")) if match else None
        if further is None:
            break
        spans.append(further)
    return spans
