"""Substitutes, who came in a member's place: "Councillor A for Councillor B", "(Ms C attended as substitute)"."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.facts.owners import HONORIFIC, NAMES, TIER
from minutesparse.facts.people import Person, parse_person
from minutesparse.reader import Reader
from minutesparse.vocabulary import people as vocabulary

SENTENCE_EXAMPLES: tuple[tuple[str, list[tuple[str, str | None]]], ...] = (
    ("Councillor Ann Vale for Councillor Ben Orme; and", [("Ann Vale", "Ben Orme")]),
    ("Cllr Vale was substituting for Cllr Orme and Cllr Elm for Cllr Oak", [("Vale", "Orme"), ("Elm", "Oak")]),
    ("Ms H Vale attended as substitute for Mr D Orme.", [("H Vale", "D Orme")]),
    ("Councillor Vale spoke for Councillor Orme.", []),
    ("Councillor Vale for the second time", []),
    ("Apologies from Councillor Vale on behalf of Councillor Orme", []),
)
BRACKET_EXAMPLES: tuple[tuple[str, str | None], ...] = (
    ("Mr D Orme (Ms H Vale attended as substitute)", "H Vale"),
    ("Mr D Orme (substitute: Ms H Vale)", "H Vale"),
    ("Mr D Orme (Dr C Vale, Medical Director attended in his absence)", "C Vale"),
    ("Councillor Orme (Councillor Vale substituting)", "Vale"),
    ("Mr D Orme (Head of Parks)", None),
    ("Mr D Orme (represented the Board)", None),
)

ONE = rf"(?:{TIER}?{HONORIFIC}\s+(?:Mrs?\.?\s+|Ms\.?\s+|Miss\s+|Dr\.?\s+)?{NAMES})"


@cache
def _for() -> re.Pattern[str]:
    """One person, what is said of the part taken, "for", and the other person."""
    return re.compile(
        rf"""(?P<who> {ONE} ) (?: \s* \( [^()]{{0,40}} \) )? ,? \s+
        (?P<link> (?: [a-z]+ \s+ ){{0,6}}? (?: for | of ) ) \s+ (?P<whom> {ONE} )""",
        re.VERBOSE,
    )


@cache
def _bracket() -> re.Pattern[str]:
    """A bracket that names who came in somebody's place."""
    words = "|".join(vocabulary.SUBSTITUTE_WORDS)
    return re.compile(
        rf"""\( (?= [^()]* \b(?i: {words} ) )
        (?: (?i: with | substitut\w+ | sub | deputy | represented \s+ by ) [\s.:\u2013-]{{1,3}} (?:by\s+|was\s+)? )?
        (?P<who> {ONE} ) [^()]*+ \)""",
        re.VERBOSE,
    )


@cache
def _substitute_word() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary.SUBSTITUTE_WORDS))


def substitutes_in(reader: Reader, start: int, end: int) -> list[Person]:
    """The people of a sentence who came for others; "A for B" alone says so too in a part about who came."""
    text = reader.text
    found = []
    for match in _for().finditer(text, start, end):
        link = match["link"]
        if link != "for" and _substitute_word().search(link) is None:
            continue
        person = parse_person(reader, *match.span("who"))
        other = parse_person(reader, *match.span("whom"))
        if person is None or other is None:
            continue
        person.substitute_for = other.name
        person.start, person.end = match.span()
        found.append(person)
    return found


def substitute_of(reader: Reader, absent: Person) -> Person | None:
    """The person who came in place of ``absent``, named in a bracket behind the name."""
    text = reader.text
    if text.find("(", absent.name_end, absent.end) < 0:
        return None
    match = _bracket().search(text, absent.name_end, absent.end)
    person = parse_person(reader, *match.span("who")) if match is not None else None
    if match is None or person is None:
        return None
    person.substitute_for = absent.name
    person.start, person.end = absent.start, match.end()
    return person
