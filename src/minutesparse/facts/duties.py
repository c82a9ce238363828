"""Plain duties: tasks that a sentence gives to its subject without any mark.

"Clerk to chase.", "The Clerk was asked to write", "Cllr Ash agreed to look", "JB will report": they count only where
a document gives its tasks so throughout, which `has_duties` tells from the forms that are surest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from minutesparse.facts.owners import HONORIFIC, INITIALS, NAME, OwnerList, match_owners
from minutesparse.vocabulary.actions import (
    GROUPS,
    NO_PLEDGES,
    NOT_VERBS,
    PLEDGES,
    PROMISED_VERBS,
    TASK_VERBS,
)

# Plain duties that make them a document's way to give tasks.
PLAIN_DUTIES = 3
# Characters before a pledge in which its owners are looked for.
OWNER_REACH = 90

# "to write", and what else makes an owner's words a plain duty.
INFINITIVE = rf"(?: \s+ to \s+ (?! (?:{'|'.join(NOT_VERBS)})\b ) [a-z]{{2,}} )"
DUTY = rf"""(?: {INFINITIVE} | \s+ (?:was|were) \s+ (?:asked|requested|instructed|tasked) \s+ (?:to|with) \s+ [a-z]
    | (?<=[a-rt-z]) \s+ (?:{"|".join(TASK_VERBS)}) \b )"""

DUTY_EXAMPLES = (
    ("Clerk to chase.", True),
    ("The hedge is overgrown. JB to contact the owner.", True),
    ("Clerk ask for a quotation.", True),
    ("The lamp is out and the Clerk agreed to contact the county.", True),
    ("Cllr Ash offered to paint it.", True),
    ("It was agreed that the Clerk would write to the owner.", True),
    ("JB will report back.", True),
    ("Mr Ash moved, seconded by Mrs Birch to adjourn.", False),
    ("The Clerk to the neighbouring council spoke.", False),
    ("The Parks Committee agreed to buy it.", False),
    ("The councillors agreed to meet in May.", False),
    ("The Chair agreed to be the signatory.", False),
    ("A resident offered to pay.", False),
    ("The Clerk would be pleased.", False),
)


@dataclass(slots=True)
class Mark:
    """Owners beside their task: in the margin, after it, or as the subject of a clause. ``start`` includes the gap."""

    start: int
    owners: OwnerList


@cache
def _evidence() -> re.Pattern[str]:
    """The commonest plain duties, to tell cheaply whether a document has them."""
    return re.compile(
        rf"""[.;:,\n\u2013-] \s{{0,8}}+ (?= [A-Z] ) (?: The\s )?+
            (?: Clerk {DUTY} | (?: {INITIALS} | {HONORIFIC}\s{NAME}(?:[ ]{NAME})? ) {INFINITIVE} )""",
        re.VERBOSE,
    )


@cache
def _clause_pattern() -> re.Pattern[str]:
    """What stands before a clause that may open with an owner; begins with one class, which `re` finds fast."""
    return re.compile(
        r"""
        [.;:!?\u2013\u2014,\n)\u2022\d*_-]
        (?: (?<=[.;:!?\u2013\u2014,\n*_]) \s{0,8}+ | (?<=\s-) \s{1,2}+ | (?<=[)\u2022\d]) \s{1,4}+ )
        (?= [^\W\d_a-z] | clerk )
        """,
        re.VERBOSE,
    )


@cache
def _duty_words() -> re.Pattern[str]:
    return re.compile(DUTY, re.VERBOSE)


@cache
def _pledge() -> re.Pattern[str]:
    """The words after an owner that agreed to a task; what he agreed to is no office or vote."""
    return re.compile(rf"(?:{'|'.join(PLEDGES)})\s+(?:also\s+)?to\s+(?!(?:{'|'.join(NO_PLEDGES)})\b)[a-z]{{2,}}")


@cache
def _promise() -> re.Pattern[str]:
    """The words after an owner that will do a task."""
    return re.compile(
        rf"""\s (?=[awisou]) (?: (?: will | would | should | is\s+to | was\s+to ) \s+ (?:also\s+|now\s+)?
            (?:{"|".join(TASK_VERBS + PROMISED_VERBS)})\b )""",
        re.VERBOSE,
    )


@cache
def _owner_start() -> re.Pattern[str]:
    """Where the words of an owner may begin."""
    return re.compile(r"(?<![\w.'\u2019/-])(?=[A-Z]|the\s|clerk|chair)")


def has_duties(text: str, wanted: int = PLAIN_DUTIES) -> bool:
    """True where the surest plain duties of ``text`` are at least ``wanted``."""
    found = 0
    for _ in pledges(text, 0, len(text)):
        found += 1
        if found >= wanted:
            return True
    for _ in _evidence().finditer(text):
        found += 1
        if found >= wanted:
            return True
    return False


def pledges(text: str, start: int, end: int) -> Iterator[Mark]:
    """Owners who agreed or offered to do something."""
    for word in PLEDGES:
        at = text.find(word, start, end)
        while at >= 0:
            match = _pledge().match(text, at, end)
            if match is not None and (mark := _owners_before(text, start, at)) is not None:
                yield mark
            at = text.find(word, at + len(word), end)


def duty_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Owners as the subject of a plain duty.

    A body is none: that it is "to" do something is as often reported as asked.
    """
    clauses = [clause.end() for clause in _clause_pattern().finditer(text, start, end)]
    if start == 0 and text[:1].isupper():  # the text's first clause
        clauses.insert(0, 0)
    for begin in clauses:
        owners = match_owners(text, begin, end)
        if owners is not None and not owners.bodies and _duty_words().match(text, owners.end, end):
            yield Mark(begin, owners)
    yield from pledges(text, start, end)
    for promise in _promise().finditer(text, start, end):
        mark = _owners_before(text, start, promise.start() + 1)
        if mark is not None:
            yield mark


def _owners_before(text: str, start: int, stop: int) -> Mark | None:
    """The owners whose words end right before ``stop``; a group of people or a body is none."""
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    for word in _owner_start().finditer(text, max(start, stop - OWNER_REACH), stop):
        owners = match_owners(text, word.start(), stop)
        if owners is None or owners.end != stop:
            continue
        words = text[word.start() : stop].split()
        if "The" in words[1:] or any("\u2022" in one for one in words):
            continue
        if owners.bodies or words[-1].lower() in GROUPS or text[max(start, word.start() - 2) : word.start()] == "A ":
            return None
        return Mark(word.start(), owners)
    return None
