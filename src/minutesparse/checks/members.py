"""Whom of the members list a printed name means."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from minutesparse.checks.house_style import Member
from minutesparse.facts.people import matching

DASHES = str.maketrans(dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014", " "))


def members_called(name: str, members: Sequence[Member]) -> list[Member]:
    """The members that a name may mean, by name or alias: initials, dashes, double spaces and accents do not matter."""
    forms = [
        {"id": str(place), "name": _folded(form), "honorific": None}
        for place, member in enumerate(members)
        for form in (member.name, *member.aliases)
    ]
    return [members[place] for place in sorted({int(form["id"]) for form in matching(_folded(name), forms)})]


def in_office(member: Member, day: str) -> bool:
    """True where an ISO date lies within the member's term; an end that is not stated is open."""
    return (member.since is None or member.since <= day) and (member.until is None or day <= member.until)


def _folded(name: str) -> str:
    """A name without accents and dashes."""
    apart = unicodedata.normalize("NFKD", name)
    return " ".join("".join(one for one in apart if not unicodedata.combining(one)).translate(DASHES).split())
