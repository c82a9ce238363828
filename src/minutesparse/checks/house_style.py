"""The form that a council has given its minutes, as its configuration declares it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Member:
    """Someone of the members list: the name, other forms of it, party, and term of office as ISO dates."""

    name: str
    aliases: tuple[str, ...] = ()
    party: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """``[house-style]`` of the configuration; what is ``None`` or empty is not asked for."""

    series: str | None = None  # a pattern that each item number matches whole, such as ``CS\\.\\d\\d``
    decision_lead: str | None = None  # the word that opens a decision, such as ``RESOLVED``
    decisions: bool = False  # each item ends in a decision or says that something was noted
    quorum: int | None = None
    spelling: str | None = None  # ``Councillor`` or ``Cllr``
    titles: str | None = None  # how headings are set: ``title``, ``sentence`` or ``upper``
    parts: tuple[str, ...] = ()  # titles of items that must be there, in this order
    members: tuple[Member, ...] = ()
