"""Plain duties: tasks that a sentence gives to its subject without any mark.

"Clerk to chase.", "The Clerk was asked to write", "Cllr Ash agreed to look", "JB will report": they count only where
a document gives its tasks so throughout, which `has_duties` tells from the forms that are surest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from minutesparse.facts.owners import HONORIFIC, NAME, OwnerList, match_owners
from minutesparse.facts.sentences import sentences
from minutesparse.vocabulary import alternatives
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

# Characters before an owner in which his clause may begin.
CLAUSE_REACH = 14

# "to write", and what else makes an owner's words a plain duty.
INFINITIVE = rf"(?: \s+ to \s+ (?! (?:{alternatives(NOT_VERBS)})\b ) [a-z]{{2,}} )"
DUTY = rf"""(?: {INFINITIVE} | \s+ (?:was|were) \s+ (?:asked|requested|instructed|tasked) \s+ (?:to|with) \s+ [a-z]
    | (?<=[a-rt-z]) \s+ (?:{"|".join(TASK_VERBS)}) \b )"""
# "will write", and what else says that somebody took on a task.
PROMISE = rf"""(?: \s (?=[awisouh]) (?: will | would | should | is\s+to | was\s+to | has\s+been\s+asked\s+to ) \s+
    (?:also\s+|now\s+)? (?:{"|".join(TASK_VERBS + PROMISED_VERBS)})\b )"""

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
def _titled() -> re.Pattern[str]:
    """The clerk, or somebody with an honorific."""
    return re.compile(rf"(?P<clerk>Clerk)|{HONORIFIC}\s{NAME}(?:[ ]{NAME})?+")


@cache
def _titles() -> tuple[re.Pattern[str], ...]:
    """What `_titled` may begin with; a pattern that opens with one capital is found several times as fast as words."""
    return re.compile("C(?:lerk|llr|ouncillor )"), re.compile("Mr")


@cache
def _infinitive() -> re.Pattern[str]:
    return re.compile(INFINITIVE, re.VERBOSE)


@cache
def _initials_duty() -> re.Pattern[str]:
    """The same of two or three initials; begins with a literal, which `re` finds fast."""
    return re.compile(r" to\s(?<=[A-Z] to\s)(?:(?<=\W[A-Z]{2} to\s)|(?<=\W[A-Z]{3} to\s))")


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
    return re.compile(rf"(?:{alternatives(PLEDGES)})\s+(?:also\s+)?to\s+(?!(?:{'|'.join(NO_PLEDGES)})\b)[a-z]{{2,}}")


@cache
def _promise() -> re.Pattern[str]:
    """The words after an owner that will do a task."""
    return re.compile(PROMISE, re.VERBOSE)


@cache
def _owner_start() -> re.Pattern[str]:
    """Where the words of an owner may begin."""
    return re.compile(r"(?<![\w.'\u2019/-])(?=[A-Z]|the\s|clerk|chair)")


def has_duties(text: str, wanted: int = PLAIN_DUTIES) -> bool:
    """True where the surest plain duties of ``text`` are at least ``wanted``."""
    return sum(1 for _ in islice(_evidence(text), wanted)) == wanted


def _evidence(text: str) -> Iterator[int]:
    """Where the surest plain duties stand, found by words that `re` finds fast."""
    for mark in pledges(text, 0, len(text)):
        yield mark.start
    for pattern in _titles():
        for title in pattern.finditer(text):
            at = title.start()
            owner = _titled().match(text, at)
            if owner is not None and _has_task(text, owner) and _opens_clause(text, at):
                yield at
    for match in _initials_duty().finditer(text):
        if _duty_words().match(text, match.start()) and _opens_clause(text, _word_begin(text, match.start())):
            yield match.start()


def _has_task(text: str, owner: re.Match[str]) -> bool:
    """True where a plain duty follows an owner; compiles the long patterns only where they may match."""
    end = owner.end()
    after = text[end + 1 : end + 2]
    if after == "t" and _infinitive().match(text, end):
        return True
    if after in ("w", "s", "i", "h") and _promise().match(text, end):
        return True
    return owner["clerk"] is not None and after.islower() and _duty_words().match(text, end) is not None


def _word_begin(text: str, end: int) -> int:
    while end and text[end - 1].isalpha():
        end -= 1
    return end


def _opens_clause(text: str, at: int) -> bool:
    """True where a line or a clause begins at ``at``, or with an article before it."""
    before = text[max(0, at - CLAUSE_REACH) : at]
    if before.endswith(("The ", "The\n")):
        before = before[:-4]
    words = before.rstrip()
    return not words or "\n" in before[len(words) :] or words[-1] in ".;:,*_\u2013-"


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


def task_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``[start, end)``, cut at bullets that stand within a line too."""
    for begin, stop in sentences(text, start, end):
        for bullet in _run_in_bullet().finditer(text, begin, stop):
            if begin < bullet.start():
                yield begin, bullet.start()
            begin = bullet.end()
        if begin < stop:
            yield begin, stop


@cache
def _run_in_bullet() -> re.Pattern[str]:
    """A bullet within a line, where the lines of a list were joined."""
    return re.compile(r"\s[\u2022\u00b7\u25cf\uf0b7]\s++")


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
