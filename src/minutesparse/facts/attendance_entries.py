"""Entries of a list of people: what in a segment is title, name, post, letters and remark."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter

from minutesparse.facts.attendance_remarks import periods_of, roles_of
from minutesparse.facts.attendance_tokens import (
    AWAY,
    CAPITAL,
    HONOUR,
    INITIAL,
    INITIALS,
    JOINER,
    KNOWN,
    LINK,
    OFFICE,
    OTHER,
    PARTICLE,
    PLURAL,
    POST,
    POSTISH,
    SUFFIX,
    SURNAME,
    TIER,
    TITLE,
    TITLED,
    Segment,
    Token,
    segments_of,
    tokens_of,
)
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary import people as vocabulary

_START = attrgetter("start")

LONGEST_NAME = 6  # words; a longer run of capitals is a heading


@dataclass(slots=True)
class Person:
    """One person as printed in ``[start, end)``; ``[name_start, name_end)`` is the bare name.

    ``shared`` marks an honorific that stands once before several names, and so outside this person's text.
    """

    start: int
    end: int
    name_start: int
    name_end: int
    name: str
    honorific: str | None = None
    post: str | None = None
    organization: str | None = None
    party: str | None = None
    roles: list[str] = field(default_factory=list)
    initials: str | None = None
    substitute_for: str | None = None
    note: str | None = None
    periods: list[Node] = field(default_factory=list)
    titled: bool = False
    shared: bool = False
    tier: bool = False
    single: bool = False


def is_initials(segment: Segment) -> bool:
    """True for a segment of one word such as "JB"."""
    return len(segment.tokens) == 1 and bool(INITIALS.match(segment.tokens[0].text))


def has_post_bracket(reader: Reader, segment: Segment) -> bool:
    """True for "Alder (Acting Head of Parks)": a word whose bracket holds a post."""
    last = segment.tokens[-1]
    return last.kind == "bracket" and any(
        token.flags & POST for token in tokens_of(reader.text, last.start + 1, last.end - 1)
    )


def is_inverted(segment: Segment) -> bool:
    """True for the initials of "Ashe, J. K."."""
    return segment.sep == "," and all(token.flags & INITIAL for token in segment.tokens)


def is_plural(segment: Segment) -> bool:
    """True for a segment with a title in the plural ("Councillors")."""
    return any(token.flags & (PLURAL | TITLE) == PLURAL for token in segment.tokens)


def is_shared_title(honorific: str | None) -> bool:
    """True for a title in the plural."""
    return honorific is not None and honorific.lower().rstrip(".") in vocabulary.PLURAL_TITLES


def _postish(tokens: list[Token], index: int) -> bool:
    """True where the token belongs to a title or post: known as such, or a small word between two that are."""
    token = tokens[index]
    flags = token.flags
    if not flags & (POSTISH | LINK) or (flags & INITIAL and len(token.text) < 3 and not flags & TITLED):
        return False
    return bool(flags & POSTISH) or (0 < index < len(tokens) - 1 and _postish(tokens, index + 1))


def person_of(reader: Reader, segment: Segment) -> Person | None:
    """The person of a segment: titles and posts, the name, what follows it. None if the segment is something else."""
    tokens = segment.tokens
    first = 0
    while first < len(tokens) - 1 and (tokens[first].flags & (JOINER | LINK) and not tokens[first].flags & CAPITAL):
        first += 1
    at = first
    while at < len(tokens) and _postish(tokens, at):
        at += 1
    if at == len(tokens) or tokens[at].kind == "bracket":
        if (
            at - first > 1
            and tokens[at - 2].flags & TITLED
            and tokens[at - 1].flags & CAPITAL
            and (tokens[at - 1].flags & SURNAME or not tokens[at - 1].flags & (TITLED | POST))
        ):
            at -= 1
        else:
            return _bracketed(reader, segment, first, at)
    prefix = tokens[first:at]
    titled = bool(prefix) and bool(prefix[-1].flags & (TITLED | POST))
    stop, whole = _name_end(tokens, at, titled)
    if stop == at or stop - at > LONGEST_NAME or not whole:
        return None
    if not titled and prefix and not prefix[-1].flags & (POST | OFFICE):
        return None
    name_start, name_end = tokens[at].start, tokens[stop - 1].end
    if reader.text[name_end - 1] == "." and not tokens[stop - 1].flags & (SUFFIX | INITIAL):
        name_end -= 1
    person = Person(tokens[first].start, name_end, name_start, name_end, reader.string(name_start, name_end))
    if not _follow(person, tokens[stop:]):
        return None
    if (
        titled and stop - at > 2 and stop < len(tokens) and tokens[stop].flags & TIER
    ):  # "Cllr Ann Vale Westshire County Council"
        stop -= 1
        person.name_end = tokens[stop - 1].end
        person.name = reader.string(name_start, person.name_end)
    person.titled = bool(prefix)
    person.single = stop - at == 1
    if prefix:
        person.tier = any(
            token.flags & TIER and (index or not token.flags & TITLE) for index, token in enumerate(prefix)
        ) and any(token.flags & TITLE for token in prefix)
        _title(reader, person, prefix)
    return person


def _name_end(tokens: list[Token], at: int, titled: bool) -> tuple[int, bool]:
    """Index after the name that begins at ``at``, and whether it holds more than initials."""
    whole = 0
    index = at
    while index < len(tokens) and tokens[index].kind == "word":
        token = tokens[index]
        flags = token.flags
        if flags == CAPITAL and whole < 2:  # a plain name, as most words here
            whole += 1
            index += 1
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) and tokens[index + 1].kind == "word" else None
        if _binds(token, following, whole) or (whole and flags & CAPITAL and flags & SUFFIX):
            index += 1
            continue
        if not flags & CAPITAL or (whole and flags & HONOUR and token.text.rstrip(".").isupper()):
            break
        if flags & KNOWN and not _surname(token, following, whole, titled, index > at):
            break
        if whole > 1 and not flags & KNOWN and _own_initials(token, tokens[at], tokens[index - 1]):
            break
        whole += 1
        index += 1
    if not whole and index - at == 1 and titled and len(tokens[at].text) > 1 and "." not in tokens[at].text:
        whole = 1
    return index, bool(whole)


def _binds(token: Token, following: Token | None, whole: int) -> bool:
    """True for an initial or a particle, which belong to a name but do not make one."""
    if token.flags & INITIAL and not (whole and token.flags & HONOUR):
        return not whole or len(token.text.rstrip(".")) == 1
    return bool(token.flags & PARTICLE) and following is not None and bool(following.flags & (CAPITAL | PARTICLE))


def _surname(token: Token, following: Token | None, whole: int, titled: bool, begun: bool) -> bool:
    """True where a word known from posts or places is a surname: "Mrs B Dean", "Owen Hall", "Cllr Ann Lay"."""
    last = following is None or bool(following.flags & (KNOWN | HONOUR))
    if whole == 1 and last and token.flags & SURNAME:
        return True
    if not (begun or titled) or (token.flags & TITLED and not token.flags & SURNAME):
        return False
    return not whole or (whole == 1 and titled and last and not token.flags & (TITLED | POST | AWAY | OTHER))


def _own_initials(token: Token, first: Token, before: Token) -> bool:
    """True where a mixed-case name is followed by its initials ("Ann Vale AV")."""
    return bool(INITIALS.match(token.text)) and token.text[0] == first.text[0] and not before.text.isupper()


def _title(reader: Reader, person: Person, prefix: list[Token]) -> None:
    """Honorific and post of the words before a name: "Deputy Speaker Councillor" is both, "Town Manager" a post."""
    text = reader.string(prefix[0].start, prefix[-1].end)
    person.roles = roles_of(text)
    title = 0
    while title < len(prefix) and not prefix[title].flags & (TITLE | PLURAL):
        title += 1
    if title == len(prefix):
        if len(prefix) == 1 and prefix[0].flags & OFFICE:
            person.honorific = text
        else:
            person.post = text
        return
    while title > 0 and prefix[title - 1].flags & TIER:
        title -= 1
    person.honorific = reader.string(prefix[title].start, prefix[-1].end) if title else text
    if title:
        person.post = reader.string(prefix[0].start, prefix[title - 1].end)


def _bracketed(reader: Reader, segment: Segment, first: int, at: int) -> Person | None:
    """The person of "Vice Chairman (Mr. Alder, who took the chair)": a post whose bracket holds a titled name."""
    if at >= len(segment.tokens) or at == first:
        return None
    bracket = segment.tokens[at]
    inside = segments_of(tokens_of(reader.text, bracket.start + 1, bracket.end - 1))
    if not inside or any(token.flags & AWAY for part in inside for token in part.tokens):
        return None
    person = person_of(reader, inside[0])
    if person is None or not person.titled:
        return None
    remark = roles_of(reader.string(bracket.start, bracket.end))
    post = (segment.tokens[first].start, segment.tokens[at - 1].end)
    person.post = reader.string(*post)
    person.roles = roles_of(person.post)
    person.roles += [role for role in remark if role not in person.roles]
    person.start, person.end = post[0], bracket.end
    return person


def _follow(person: Person, rest: list[Token]) -> bool:
    """Take what follows the name; False where it is the middle of a sentence, so that the segment is no list entry."""
    begun = False
    for token in rest:
        if token.kind == "word" and not begun:
            if token.flags & (HONOUR | AWAY) or INITIALS.match(token.text):
                continue
            if not token.flags & (POSTISH | LINK) and not (token.text.isupper() and not person.name.isupper()):
                return False
            begun = True
        elif token.kind == "number":
            return begun
    if rest:
        person.end = rest[-1].end
    return True


def extend(person: Person, segment: Segment) -> None:
    """Give the person before it a segment that is nobody: a post, letters, initials."""
    first = segment.tokens[0]
    if first.kind == "number" or segment.sep == "stop" or (segment.sep == "and" and first.text == "the"):
        return
    if (
        any(token.text.lower() == "public" for token in segment.tokens)
        and first.text.lower() in vocabulary.NUMBER_WORDS
    ):
        return
    known = [token for token in segment.tokens if token.flags & (POSTISH | HONOUR | AWAY) or token.kind == "bracket"]
    if known or segment.sep == "dash" or is_initials(segment) or person.end > person.name_end:
        person.end = max(person.end, segment.tokens[-1].end)


def precede(reader: Reader, person: Person, waiting: list[Segment]) -> None:
    """Give a person the title or post that stands as an entry of its own before it ("Town Manager, Ann Vale")."""
    first, last = waiting[-1].tokens[0], waiting[-1].tokens[-1]
    if first.text == "the" and first is not last:
        first = waiting[-1].tokens[1]
    text = reader.string(first.start, last.end)
    if is_plural(waiting[-1]):
        person.honorific = person.honorific or text
    else:
        if not person.titled:
            person.honorific = None
        person.post = person.post or text
        person.roles = roles_of(text) + [role for role in person.roles if role not in roles_of(text)]
    person.start = first.start


def finish(reader: Reader, person: Person, printed: Sequence[Token]) -> None:
    """Read what stands after the name: post, brackets, initials, how somebody took part.

    ``printed`` are the tokens of the list that the person stands in.
    """
    if person.end <= person.name_end:
        return
    tokens = _after_name(reader, person, printed)
    post: tuple[int, int] | None = None
    open_post = True
    for token in tokens:
        if token.kind == "bracket":
            _read_bracket(reader, person, token)
            open_post = open_post and post is None
        elif token.kind not in ("word", "number"):
            continue
        elif (
            post is None and person.initials is None and INITIALS.match(token.text) and token.text[0] == person.name[0]
        ):
            person.initials = token.text
        elif token.flags & AWAY and (post is None or token is tokens[-1]):
            person.note = person.note or reader.string(token.start, token.end)
        elif post is None and token.flags & (HONOUR | JOINER) and not token.flags & TITLED:
            continue
        elif open_post:
            post = (post[0] if post else token.start, token.end)
    if post is None:
        return
    text = reader.string(*post)
    person.roles += [role for role in roles_of(text) if role not in person.roles]
    if (
        any(token.flags & (POST | OFFICE) for token in tokens)
        or person.organization
        or not _organization().search(text)
    ):
        person.post = person.post or text
    else:
        person.organization = text


def _after_name(reader: Reader, person: Person, printed: Sequence[Token]) -> list[Token]:
    first = bisect_left(printed, person.name_end, key=_START)
    if first and printed[first - 1].kind == "bracket" and printed[first - 1].end > person.name_end:
        tokens = tokens_of(reader.text, person.name_end, person.end)  # the name stands in a bracket
    else:
        tokens = list(printed[first : bisect_left(printed, person.end, first, key=_START)])
    return [token for token in tokens if token.kind != "stop"]


@cache
def _organization() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:council|district|association|authority|society|trust|board|club|ltd|limited|agency|company|university|college|[A-Z]{2,6}\Z)\b",
        re.IGNORECASE,
    )


@cache
def _substitute() -> re.Pattern[str]:
    return re.compile(r"(?:substitut\w+|sub|deputi[sz]ing|standing\s+in|in\s+place)\s+(?:for|of)\s+", re.IGNORECASE)


def _read_bracket(reader: Reader, person: Person, token: Token) -> None:
    """Initials, party, substitution, post, arrival or departure, body or remark of a bracket after a name."""
    text = reader.string(token.start + 1, token.end - 1)
    low = text.lower()
    if INITIALS.match(text) and text[0] == person.name[0]:
        person.initials = person.initials or text
    elif low in vocabulary.PARTIES:
        person.party = text
    elif match := _substitute().match(text):
        person.substitute_for = text[match.end() :]
    elif periods := periods_of(text):
        person.periods = periods
        person.note = person.note or text
    elif any(part.flags & (POST | OFFICE) for part in tokens_of(reader.text, token.start + 1, token.end - 1)):
        person.post = person.post or text
        person.roles += [role for role in roles_of(text) if role not in person.roles]
    elif roles := roles_of(text):
        person.roles += [role for role in roles if role not in person.roles]
    elif text.isupper() and len(text) <= 6:
        person.organization = text
    elif text:
        person.note = person.note or text
