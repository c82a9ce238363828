"""Owners of a task: whom "Clerk and Cllr Ash to write", "For the Panel to consider" and "JB/Clerk" name.

Names come as printed: a leading article is left out, an honorific by the caller of `people.reference`. What is not
clearly a person, post or body is no owner.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from minutesparse.facts.people import reference as person_reference
from minutesparse.facts.sentences import sentences
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary.actions import (
    BODIES,
    NO_OWNER,
    NOT_VERBS,
    OWNER_HONORIFICS,
    OWNER_JOINTS,
    PLURAL_HONORIFICS,
    POSTS,
    THING_VERBS,
)

# Owners of one task, and characters of a bracket that holds them.
MOST_OWNERS = 9
BRACKET_REACH = 80

OWNER_ROLES = frozenset((*POSTS, *BODIES, *(f"{word}s" for word in POSTS + BODIES)))

CAPITAL = r"[A-Z\u00c0-\u00d6\u00d8-\u00de]"
NAME = rf"(?:{CAPITAL}\.(?:\s?{CAPITAL}\.){{0,2}}|{CAPITAL}[\w'\u2019-]*+)"
NAMES = rf"(?:{NAME}(?:[ ]{NAME}){{0,2}})"
INITIALS = r"(?-i:[A-Z](?:[A-Z][a-z]?){1,3})(?![\w'\u2019])"
HONORIFIC = rf"(?:(?:{'|'.join(OWNER_HONORIFICS)})\b\.?)"
TIER = r"(?:(?:County|District|Borough|Town|Parish)\s)"
PLURAL = rf"(?:(?:{'|'.join(PLURAL_HONORIFICS)})\b\.?)"
SEPARATOR = r"(?:\s{0,40}+[/;,&+]\s*+(?:and\s++)?|\s{1,40}+(?:and|ac|a['\u2019]r)\s++)"

SUBJECT_EXAMPLES: tuple[tuple[str, list[str]], ...] = (
    ("Clerk to write to the county.", ["Clerk"]),
    ("For the Parks Panel to consider the plan.", ["Parks Panel"]),
    ("Chair, Vice Chair, Chair of Harbour Board and Scrutiny Officer to meet.", [
        "Chair", "Vice Chair", "Chair of Harbour Board", "Scrutiny Officer"]),
    ("Health and Safety Officer to inspect the quay.", ["Health and Safety Officer"]),
    ("Cllr. A. Ash will contact the owner.", ["A. Ash"]),
    ("Jane to phone the school.", ["Jane"]),
    ("That a workshop is to take place.", []),
    ("In relation to lamps.", []),
    ("Write to the county.", []),
    ("Report to come back in June.", []),
    ("Letter to be sent.", []),
    ("The meeting was long.", []),
)  # fmt: skip


@cache
def _predicate() -> re.Pattern[str]:
    """An owner phrase of at most 200 characters, then what makes it the subject of a task."""
    return re.compile(
        r"""(?: (?P<for> For\s++ ) )? (?P<owners> .{2,200}? ) \s{1,40}+
        (?: to | will | would | shall | should | must | (?:is|are|was|were)\s+(?:asked\s+|requested\s+)?to
          | (?:agreed|undertook|offered)\s+to )
        \s+ (?P<verb> [\w'\u2019-]+ )""",
        re.VERBOSE | re.DOTALL,
    )


@cache
def _owner() -> re.Pattern[str]:
    """One owner where nothing marks its end: a name with honorific, a post or body with its last word, initials."""
    # By first letter, so that a word without a role is not tried against each of them.
    by_letter: dict[str, list[str]] = {}
    for word in sorted(POSTS + BODIES, key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    roles = "|".join(f"[{first.upper()}{first}](?:{'|'.join(rest)})" for first, rest in by_letter.items())
    return re.compile(
        rf"""(?: [Tt]he\s++ )?+ (?P<who>
            (?<!/) (?P<plural> {PLURAL} ) \s++ {NAMES}
          | {TIER}? {HONORIFIC}\s++ {NAMES}
          | (?: {NAME}\s++ ){{0,3}} (?P<role> {roles} ) s? (?![\w'\u2019-])
            (?: \s++of\s++(?:the\s++)?{NAME}(?: [ ] {NAME}){{0,3}} )?
          | {INITIALS} )""",
        re.VERBOSE,
    )


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?P<who>{NAMES})")


@cache
def _separator() -> re.Pattern[str]:
    return re.compile(SEPARATOR)


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"(?:{PLURAL}|{TIER}?{HONORIFIC})\s+{NAME}")


@cache
def _article() -> re.Pattern[str]:
    return re.compile(r"(?:both\s+|all\s+)?the\s+", re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    """What shows a bare name to be complete: the sentence's end, a dash, the marker of the next point."""
    return re.compile(r"\s*(?:[.)\]:\u2013\u2014]|\s-\s|\s(?:[ivx]{1,4}|[a-z]|\d{1,2})[.)]\s|\Z)")


@dataclass(slots=True)
class OwnerList:
    """The ranges of owners that stand in a list, and where it ends; ``bodies`` where one of them is a body."""

    ranges: list[tuple[int, int]]
    end: int
    bodies: bool = False


def match_owners(text: str, start: int, end: int, bare: bool = False) -> OwnerList | None:
    """The list of owners that begins at ``start``, or None.

    With ``bare``, names without honorific count too, where a separator or `_ending` shows that they are complete.
    """
    found = OwnerList([], start)
    at, shared = start, False
    while len(found.ranges) < MOST_OWNERS:
        match = _owner().match(text, at, end)
        if match is not None:
            shared = match.group("plural") is not None
            found.bodies = found.bodies or (match.group("role") or "").lower() in BODIES
        elif shared or bare:
            match = _names().match(text, at, end)
            if match is not None and bare and not shared:
                match = _complete(text, match, end, bool(found.ranges))
        if match is None:
            break
        found.ranges.append(match.span("who"))
        found.end = match.end()
        separator = _separator().match(text, match.end(), end)
        if separator is None:
            break
        at = separator.end()
    return found if found.ranges else None


def _complete(text: str, match: re.Match[str], end: int, is_last: bool) -> re.Match[str] | None:
    """A bare name that is complete; its first word alone where it closes a list and the text goes on."""
    if match.group().split()[0].lower() in NO_OWNER:
        return None
    if _ending().match(text, match.end(), end) or _separator().match(text, match.end(), end):
        return match
    if not is_last:
        return None
    return _names().match(text, match.start(), match.start() + len(match.group().split()[0]))


def subject_owners(reader: Reader, start: int, end: int) -> list[Node]:
    """Owners named as the subject of the task in ``[start, end)``; none where the subject is no owner."""
    match = _predicate().match(reader.text, start, end)
    if match is None:
        return []
    verb = match.group("verb")
    if verb.lower() in NOT_VERBS or verb[0].isupper() or verb[0].isdigit():
        return []
    parts = split_owners(reader, match.start("owners"), match.end("owners"))
    named = [_is_owner(reader.text[a:b]) for a, b in parts]
    if not all(named):
        return []
    if verb in THING_VERBS and len(parts) == 1 and not _has_role(reader.text[slice(*parts[0])]):
        return []
    if verb == "be":
        return []
    return [_reference(reader, a, b) for a, b in parts]


def listed_owners(reader: Reader, start: int, end: int) -> tuple[list[Node], int]:
    """Owners that stand alone after a lead ("Clerk", "JB/Clerk", "Ash; Birch"), and where they end."""
    found = match_owners(reader.text, start, end, bare=True)
    return ([], start) if found is None else (references(reader, found), found.end)


def bracketed_owners(reader: Reader, start: int, end: int) -> list[Node]:
    """Owners in brackets at the end of a task: "Write to the county (Clerk)"."""
    text = reader.text
    start, end = reader.trim(max(start, end - BRACKET_REACH), end)
    if end > start and text[end - 1] == ".":
        end -= 1
    if end <= start or text[end - 1] not in ")]":
        return []
    opening = max(text.rfind("(", start, end), text.rfind("[", start, end))
    found = match_owners(text, opening + 1, end - 1) if opening >= 0 else None
    return references(reader, found) if found is not None and found.end == end - 1 else []


def task_owners(reader: Reader, start: int, end: int) -> list[Node]:
    """Owners of a set-apart task: its subject, what stands before a dash, or in brackets at its end."""
    stop = next((stop for _, stop in sentences(reader.text, start, end)), end)
    owners = subject_owners(reader, start, stop)
    if owners:
        return owners
    owners, stop = listed_owners(reader, start, end)
    if owners and reader.text[stop:end].lstrip()[:1] in ("-", "\u2013", "\u2014", ":", "."):
        return owners
    return bracketed_owners(reader, start, end)


def entry_owners(reader: Reader, start: int, end: int) -> list[Node]:
    """Owners of an entry in a list of tasks: as `task_owners`, but no name without honorific."""
    stop = next((stop for _, stop in sentences(reader.text, start, end)), end)
    owners = subject_owners(reader, start, stop)
    if owners:
        return owners
    found = match_owners(reader.text, start, end)
    if found is not None and reader.text[found.end : end].lstrip()[:1] in ("-", "\u2013", "\u2014", ":"):
        return references(reader, found)
    return bracketed_owners(reader, start, end)


def references(reader: Reader, owners: OwnerList) -> list[Node]:
    """A reference for each owner of a list."""
    return [_reference(reader, start, end) for start, end in owners.ranges]


def split_owners(reader: Reader, start: int, end: int) -> list[tuple[int, int]]:
    """The ranges of a list's owners without leading articles."""
    parts = []
    begin = start
    for match in _separator().finditer(reader.text, start, end):
        before, after = reader.text[begin : match.start()], reader.text[match.end() : end]
        if "and" in match.group() and _joins_one_post(before, after):
            continue
        parts.append((begin, match.start()))
        begin = match.end()
    parts.append((begin, end))
    return [part for part in (_without_article(reader, a, b) for a, b in parts) if part[0] < part[1]]


def _without_article(reader: Reader, start: int, end: int) -> tuple[int, int]:
    start, end = reader.trim(start, end)
    article = _article().match(reader.text, start, end)
    return (article.end() if article else start), end


def _joins_one_post(before: str, after: str) -> bool:
    """True in "Health and Safety Officer": one bare word, then words that end in a post."""
    words, rest = before.split(), after.split()
    if words[:1] == ["the"] or words[:1] == ["The"]:
        words = words[1:]
    return (
        len(words) == 1
        and not words[0].isupper()
        and words[0].lower() not in OWNER_ROLES
        and 2 <= len(rest) <= 4
        and all(word[0].isupper() for word in rest)
        and rest[-1].lower() in OWNER_ROLES
    )


def _reference(reader: Reader, start: int, end: int) -> Node:
    """A post or body keeps all its words; a name loses its honorific."""
    if _titled().match(reader.text, start, end):
        return person_reference(reader, start, end)
    return {"name": reader.string(start, end), "person": None}


def _first_word(phrase: str) -> str:
    words = phrase.split(None, 1)
    return words[0].lower().rstrip(".,") if words else ""


def _has_role(phrase: str) -> bool:
    return any(word.lower() in OWNER_ROLES for word in phrase.split()) or phrase.isupper()


def _is_owner(phrase: str) -> bool:
    """True for a post, body, initials or name: its words are capitalised but for joints and roles."""
    words = phrase.split()
    if not 0 < len(words) <= 9 or _first_word(phrase) in NO_OWNER or not any(c.isalpha() for c in phrase):
        return False
    if len(words) == 1 and words[0].lower() in OWNER_ROLES:
        return True
    return all(w[0].isupper() or w in OWNER_JOINTS or w.lower() in OWNER_ROLES for w in words) and words[0][0].isupper()
