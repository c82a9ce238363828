"""Leads of actions: "Action:", "ACTION – Clerk", "Action 3:", and titles of lists of tasks."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.facts.owners import match_owners
from minutesparse.vocabulary import alternatives
from minutesparse.vocabulary.actions import LEADS, NO_INITIALS, OUTCOMES

# Characters of a line that is the title of a list.
TITLE_WIDTH = 80

LEAD_EXAMPLES = (
    ("Action: Clerk to write to the county.", True),
    ("ACTION \u2013 JB", True),
    ("Actions:", True),
    ("AP1: The Chair to report back.", True),
    ("**Action point 3:** Officers to revise the map.", True),
    ("Action Plan: progress was noted.", False),
    ("Action-oriented work was praised.", False),
)

# Letters that leads begin with; "AP" is one.
_INITIALS = "".join(sorted({"A", *(word[0] for word in LEADS)}))

# What a lead says after its first word, and how it ends.
LEAD_REST = r"(?: \s(?: items? | (?i:points?|required|requested|agreed|by|to|for|owners?) ) )?"
LEAD_END = r"[*_]{0,3} \s{0,2} (?: : | [-\u2013\u2014] (?=\s) ) [*_]{0,3}"


@cache
def lead_pattern() -> re.Pattern[str]:
    """The lead at the start of a block."""
    return re.compile(
        rf"""[*_]{{0,3}} [(\[]? (?P<lead>
            (?: (?: (?:Agreed\s)? (?:{alternatives(LEADS)})[sS]? {LEAD_REST} | For\s[Aa]ction | FOR\sACTION | AP )
                (?: \s? (?:No\.?\s?)? \d{{1,3}} (?: [./]\d{{1,3}} )? [a-z]? )? )
            {LEAD_END} | AP\s?\d{{1,3}}\.(?=\s) )
            \s*""",
        re.VERBOSE,
    )


# Characters that a lead begins with.
LEAD_STARTS = "*_([F" + _INITIALS
# Words one of which each lead holds.
LEAD_WORDS = (*LEADS, "AP", "For action")


def holds_lead(text: str, start: int, end: int) -> bool:
    """False where no lead stands in ``[start, end)``."""
    return any(text.find(word, start, end) >= 0 for word in LEAD_WORDS)


@cache
def inline_pattern() -> re.Pattern[str]:
    """The lead within a paragraph; it ends with a colon or dash, or right before owners (``bare``)."""
    return re.compile(
        rf"""(?<![\w-]) (?<![Ff]or\s) [(\[]?+ [*_]{{0,3}} (?P<lead> (?:{alternatives(LEADS)})[sS]? {LEAD_REST}
            (?: \s?\d{{1,3}}[a-z]? )? )
            (?: [*_]{{0,3}} \s? (?: : | [\u2013\u2014] | -(?=\s) ) [*_]{{0,3}} \s*
              | [*_]{{0,3}} [ ]{{1,3}} [*_]{{0,3}} (?P<bare>) (?=[A-Z]|the\s) )""",
        re.VERBOSE,
    )


@cache
def mark_pattern() -> re.Pattern[str]:
    """A lead anywhere: what tells whether the document marks its actions; begins with letters that `re` finds."""
    rests = "|".join(rf"(?<={word[0]}){re.escape(word[1:])}" for word in LEADS)
    return re.compile(
        rf"""[{_INITIALS}] (?: (?<![\w-].) (?<![Ff]or\s.) (?: {rests} )[sS]? {LEAD_REST} (?: \s?\d{{1,3}} )?
                  (?: {LEAD_END} | [*_]{{0,3}} [ ]{{1,3}} [*_]{{0,3}} (?P<bare>) (?=[A-Z]) )
                | (?<=\nA) P\s?\d{{1,3}} \s? [:.\u2013\u2014-] [*_]{{0,2}} ) \s*""",
        re.VERBOSE,
    )


@cache
def _action_word() -> re.Pattern[str]:
    return re.compile(r"A(?:ction|CTION)(?P<line>[^\r\n]{0,80}+)(?=[\r\n]|\Z)")


@cache
def list_title() -> re.Pattern[str]:
    """A line that says that tasks follow."""
    return re.compile(
        r"""[*_#\s]{0,8} (?: \d{1,3}[.)]? \s{1,4} )?
            (?: Summary\sof\s | List\sof\s | Agreed\s | Outstanding\s | For\s )? (?i: actions? )
            (?: \s(?i:points?|list|log|table|arising|agreed|required|summary|outstanding
                | from\sth(?:e|is)\smeeting | to\s(?:take|carry)\sforward | for\s[a-z]{2,12}) ){0,3}
            \s? [:.]? [*_\s]{0,8}""",
        re.VERBOSE,
    )


def lead_words(words: str) -> str:
    """A lead without marks of emphasis, and without a bracket that it does not close."""
    words = words.strip(" *_")
    return words[1:] if words.startswith(("(", "[")) and not any(closing in words for closing in ")]") else words


def owners_after(text: str, match: re.Match[str], end: int) -> bool:
    """True for a lead with a colon or dash, and for one without where owners follow it up to their line's end.

    What opens its line, or follows a full stop or bracket, alone may be such a lead: "open government Action Team".
    """
    if match.group("bare") is None:
        return True
    before = text[max(0, match.start() - 3) : match.start()].rstrip(" \t*_([")
    if before and before[-1] not in ".!?;:)\r\n":
        return False
    owners = match_owners(text, match.end(), end)
    if owners is None or any(text[slice(*owner)] in NO_INITIALS for owner in owners.ranges):
        return False
    return _line_end().match(text, owners.end, end) is not None


@cache
def _line_end() -> re.Pattern[str]:
    return re.compile(r"[.)\]*_ \t]{0,20}+(?:[\r\n]|\Z)")


@cache
def outcome_pattern() -> re.Pattern[str]:
    """Words after the lead that record what was decided."""
    return re.compile(rf"(?i:{'|'.join(OUTCOMES)})\b(?!\s+to\b)")


def tasks_marked(text: str) -> int:
    """How many leads open a task, 0 where no fewer open a record of what was decided."""
    tasks = outcomes = 0
    for match in mark_pattern().finditer(text):
        if outcome_pattern().match(text, match.end()):
            outcomes += 1
        elif owners_after(text, match, len(text)):
            tasks += 1
    return tasks if tasks > outcomes else 0


def lists_tasks(text: str) -> bool:
    """True where a line is the title of a list of tasks."""
    for match in _action_word().finditer(text):
        start = max(text.rfind("\n", 0, match.start()), text.rfind("\r", 0, match.start())) + 1
        if is_list_title(text, start, match.end("line")):
            return True
    return False


def is_list_title(text: str, start: int, end: int) -> bool:
    """True where the line ``[start, end)`` is the title of a list of tasks."""
    return end - start <= TITLE_WIDTH and list_title().fullmatch(text, start, end) is not None
