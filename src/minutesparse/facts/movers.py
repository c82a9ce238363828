"""Who moved and who seconded, as printed in a motion or decision.

Conventions: "Proposed by Cllr A, seconded by Cllr B", "Moved: A; seconded: B", "A moved, seconded by B", "A proposed, B
seconded", "On the proposal of A", "Motion to … was made by A", "A made the motion … B seconded the motion"; names
may be initials ("JS"), posts ("the Chair") or surnames. A pattern finds a run of capitalised words beside the verb;
what of it is the name is decided word by word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from minutesparse.facts.people import reference
from minutesparse.facts.sentences import holds_any
from minutesparse.reader import Node, Reader
from minutesparse.source import from_text
from minutesparse.vocabulary import alternatives
from minutesparse.vocabulary.decisions import HONORIFICS, MOVERS, NOT_NAMES, PLURAL_HONORIFICS, POSTS, SECONDERS

_HONORIFICS = frozenset(word for phrase in HONORIFICS for word in phrase.split())
_PLURALS = frozenset(PLURAL_HONORIFICS)
_NOT_NAMES = frozenset(NOT_NAMES)
_POSTS = frozenset(POSTS)

# One of these stands in every text that names a mover, in lower case.
_MOVES_STEMS = (
    *("moved", "moves", "mover", "propos", "prop ", "prop.", "nominat", "motion", "suggested", "put forward"),
    *MOVERS,
)

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-Ž]"
_WORD = rf"-?(?:(?:van|von|de|der|den|la|le|du|ap|ab)\s+)?[hntmgbd]?{_CAPITAL}(?:[\w'’-]|\.(?=\s)|(?<=\b\w)\.)*+"
_GAP = r"\s{1,12}"

NAME_RUN = rf"(?<![^\W\d_])(?:[Tt]he\s+(?:[Dd]eputy\s+|[Vv]ice[ -])?\w+ | {_WORD}(?:{_GAP}{_WORD}){{0,6}})"
"""Pattern source (verbose) of capitalised words in a row that may be a person's name, and of "the" with a post.

No run begins inside a word: not in "paidCllr Vale", where a line's end was lost, nor at the end of "bathe".
"""


@cache
def name_run() -> re.Pattern[str]:
    """`NAME_RUN` as a pattern."""
    return _pattern(NAME_RUN)


# What may stand between a name and its verb.
_TO_VERB = r"(?:,[^.;:]{0,90}?,)?\s*(?i:then\s+|also\s+|therefore\s+|has\s+|formally\s+|duly\s+)?"
_BEFORE = rf"(?<![\w.])(?P<before>{NAME_RUN}){_TO_VERB}\Z"
_FAR_BEFORE = rf"(?<![\w.])(?P<before>{NAME_RUN})\b[^.;]{{0,60}}?\Z"

# How far before its verb a name is looked for, in characters.
_REACH = 160

# Verbs are sought in the text in lower case, then names beside them in the text as printed. Patterns of verbs begin
# with a set of letters, then another, and look back from there: `re` skips to letters fast and soon sees the second.

# Verbs with a name after them. They match "moved by", "proposer:", "motion of"; not "removed by".
_MOVED_BY = r"""[mnps] (?:
    (?: o(?:ved(?<=\bmoved)|tion(?<=\bmotion)) | ade(?<=\bmade) | ropos(?<=\bpropos)(?:ed|al|ition|er)
      | ut(?<=\bput)\s+forward | ominated(?<=\bnominated) | uggested(?<=\bsuggested)
    ) \s* (?:was\s+)?(?:made\s+)?(?:by|of|from)(?!\w)\s*+:?+\s*+
  | (?: roposer(?<=\bproposer) | over(?<=\bmover) )(?!\w)\s*+:?+\s*+
  | (?: roposed(?<=\bproposed) | oved(?<=\bmoved) | ominated(?<=\bnominated) )\s*:\s*+ )"""
_MOVED = r"[mp] (?: roposed(?<=\bproposed) | o(?<=\bmo)(?:ved|tion) ) \s*+[:–—-]?+\s*+"
_SECONDED_BY = r"""second(?<=\bsecond) (?:
    (?:ed|er)?\s*by(?!\w)\s*+:?+\s*+ | er(?!\w)\s*+:?+\s*+ | ed\s*:\s*+ )"""
_SECONDED = r"[s2] (?: (?<=\bs)econded | (?<=\b2)nd ) \s*+[:–—-]?+\s*+"

# Verbs with a name before them. They match "Vale moved", "Vale made the motion"; not "Vale removed".
_MOVES = r"""[mpna] (?: o(?:ve(?<=\bmove)[ds]|tioned(?<=\bmotioned)) | a(?<=\bma)(?:de|kes)\s+(?:a|the)\s+motion
      | ropose(?<=\bpropose)[ds] | ut(?<=\bput)\s+forward | ominated(?<=\bnominated)
      | mended(?<=\bamended)\s+(?:her|his|their|the)\s+motion )\b"""
_SUGGESTS = r"""[hst] (?: (?: (?<=\bh)e | (?<=\bs)he | (?<=\bt)hey ) \s+(?:makes?|made)\s+(?:a|the)\s+motion
      | (?<=\bs)uggested )\b"""
_SECONDS = r"second(?<=\bsecond)(?:ed|s)?\b"

# A mover whose verb lacks "by", known by the seconder after him. It matches "Proposed Ann Vale, seconded Ian Moss".
_PAIR = rf"""[(Pp] (?: (?<=\()proposed | (?<=\bP)(?:roposed|ROPOSED) | (?<=\b[Pp])[Rr][Oo][Pp] )\b\.?
    \s*(?P<after>{NAME_RUN}),?
    \s+(?:and\s+)?(?i:seconded|2nd)\b\s*+(?:by\s+)?[:–—-]?+\s*+(?!Agreed|Carried|All|The){_CAPITAL}"""

# A mover after "by" at the end of what is moved, known by the seconder after him.
_BY = rf"\bby\s+(?P<after>{NAME_RUN}),?\s+(?:and\s+|was\s+)?(?i:seconded|second)\b"

Spans = list[tuple[int, int]]


@cache
def _phrases(phrases: tuple[str, ...]) -> str:
    """Pattern source of words that names follow."""
    return rf"\b(?:{alternatives(phrases)})(?!\w)\s*+:?+\s*+(?:(?:an|y|yr)\s++)?+"


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source, re.VERBOSE)


def read_movers(reader: Reader, ranges: Spans) -> tuple[list[Node], list[Node]]:
    """References to the mover and to the seconder named in ``ranges``; each list is empty where nobody is named."""
    lowered = reader.lowered
    words = " ".join([lowered[start:end] for start, end in ranges])
    before = False
    mover: Spans = []
    if holds_any(words, _MOVES_STEMS):
        mover = _after(reader, ranges, _MOVED_BY)
        if not mover and holds_any(words, MOVERS):
            mover = _after(reader, ranges, _phrases(MOVERS))
        if not mover and "prop" in words and ("seconded" in words or "2nd" in words):
            mover = _paired(reader, ranges, _PAIR)
        if not mover:
            mover = _before(reader, ranges, _MOVES, _BEFORE)
            before = bool(mover)
        if not mover:
            mover = _after(reader, ranges, _MOVED)
            if mover and _qualifies(reader, *mover[0]):
                mover = []
        if not mover and "second" in words and "motion" in words:
            mover = _paired(reader, ranges, _BY)
        if not mover:
            mover = _before(reader, ranges, _SUGGESTS, _FAR_BEFORE)
            before = bool(mover)
    seconder: Spans = []
    if holds_any(words, SECONDERS):
        seconder = _after(reader, ranges, _phrases(SECONDERS))
    elif "second" in words or (mover and "2nd" in words):
        seconder = _after(reader, ranges, _SECONDED_BY)
        if not seconder and before:
            seconder = _before(reader, ranges, _SECONDS, _BEFORE) or _after(reader, ranges, _SECONDED)
        elif not seconder:
            # "Moved A, seconded B" prints both names after their words; "A moved, B seconded" before them.
            seconder = _after(reader, ranges, _SECONDED) or _before(reader, ranges, _SECONDS, _BEFORE)
    if mover and not seconder:
        seconder = _after_slash(reader.text, mover[-1][1], ranges)
    return [named(reader, *span) for span in mover], [named(reader, *span) for span in seconder]


def _after(reader: Reader, ranges: Spans, verb: str) -> Spans:
    """The names after the first verb that names follow."""
    text = reader.text
    for start, end in ranges:
        for match in _pattern(verb).finditer(reader.lowered, start, end):
            run = name_run().match(text, match.end(), end)
            if run and (spans := _several(text, *run.span(), end)):
                return spans
    return []


def _qualifies(reader: Reader, start: int, end: int) -> bool:
    """True where "proposed" before the words ``[start, end)`` is said of a thing: "Proposed Lighting for the Green"."""
    if not reader.lowered[max(0, start - 12) : start].rstrip().endswith("proposed"):
        return False
    return _of_thing().match(reader.lowered, end) is not None and not is_title(reader.text[start:end].split()[0])


@cache
def _of_thing() -> re.Pattern[str]:
    return re.compile(r"\s+(?:for|of|at|in|on|from|near|along|between)\s")


def _after_slash(text: str, position: int, ranges: Spans) -> Spans:
    """The seconder of "Moved Ash/Birch", where a mover's name ends at ``position``."""
    if not text.startswith(("/", " /"), position):
        return []
    limit = next((end for start, end in ranges if start <= position < end), position)
    match = _pattern(rf"\s?/\s?(?P<after>{NAME_RUN})").match(text, position, limit)
    span = name_after(text, *match.span("after")) if match else None
    return [span] if span else []


def _paired(reader: Reader, ranges: Spans, form: str) -> Spans:
    """The names before "seconded" that ``form`` finds."""
    for start, end in ranges:
        for match in _pattern(form).finditer(reader.text, start, end):
            if spans := _several(reader.text, *match.span("after"), end):
                return spans
    return []


def _before(reader: Reader, ranges: Spans, verb: str, form: str) -> Spans:
    """The name before the first verb that a name stands before; ``form`` is what of it may stand between."""
    text = reader.text
    for start, end in ranges:
        for match in _pattern(verb).finditer(reader.lowered, start, end):
            stop = match.start()
            found = _pattern(form).search(text, max(start, stop - _REACH), stop)
            if found and (span := name_before(text, *found.span("before"))):
                return [span]
    return []


def named(reader: Reader, start: int, end: int) -> Node:
    """A reference to the person named in ``[start, end)``; names come again and again in votes, so they are kept."""
    words = reader.text[start:end]
    if words.isalpha():  # one word is all of the name
        return {"name": words, "person": None}
    if words != reader.string(start, end):  # broken by a line's or a page's end
        return reference(reader, start, end)
    name, honorific = _bare_name(words)
    return {"name": name, "person": None, "honorific": honorific}


@lru_cache(maxsize=1024)
def _bare_name(words: str) -> tuple[str, str | None]:
    """The name in ``words`` without its honorific, and that."""
    found = reference(Reader(from_text(words)), 0, len(words))
    return found["name"], found["honorific"]


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
    found = _leading_name(text[start:end])
    return (start + found[0], start + found[1]) if found else None


@lru_cache(maxsize=1024)
def _leading_name(run: str) -> tuple[int, int] | None:
    """Where in a run of capitalised words its first name stands; the same names come in vote after vote."""
    words = [match.span() for match in _word().finditer(run)]
    if words and run[words[0][0] : words[0][1]].lower() == "the":
        return _post(run, words)
    stop = begin = 0
    for first, last in words:
        word = run[first:last].strip("-")
        if (
            word.rstrip(".") in _NOT_NAMES
            or (stop and word == "A" and not is_title(run[begin:stop]))
            or (stop and is_title(word) and not is_title(run[begin:stop]))
        ):
            break
        begin, stop = first, last
        if _ends_sentence(word):
            stop = last - 1
            break
    if not stop or (begin == words[0][0] and not _stands_alone(run[begin:stop].strip("-"), len(words))):
        return None
    return (int(run.startswith("-")), stop)


def _stands_alone(word: str, count: int) -> bool:
    """True where the first of ``count`` capital words may be all of a name: "Vale", "Mayor"; not "Councillors"."""
    return not is_title(word) or (count == 1 and word.rstrip(".").lower() not in _PLURALS)


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
