"""``[house-style]``, and the list of members that it names."""

from __future__ import annotations

import re
from datetime import date
from math import prod
from pathlib import Path

from minutesparse.checks.house_style import HouseStyle, Member
from minutesparse.checks.tables import Table, typed
from minutesparse.config import named
from minutesparse.errors import OptionError
from minutesparse.vocabulary.tables import read_toml

KEYS = ("series", "decision-lead", "decisions", "quorum", "spelling", "titles", "parts", "members")
MEMBER_KEYS = ("name", "aliases", "party", "since", "until")
LONGEST_PATTERN = 200
MOST_REPEATS = 1_000
REPEAT = re.compile(r"\{(\d*+)(?:,(\d*+))?\}")
SPELLINGS = ("Councillor", "Cllr")
TITLES = ("title", "sentence", "upper")


def read_house_style(data: object, where: str, root: Path) -> HouseStyle:
    """The house style that a table states; ``members`` is a file relative to ``root``, or the list itself.

    Raises ``OptionError``, with file and key, for what is unknown or wrong.
    """
    table = Table(data, where, KEYS)
    quorum = table.optional("quorum", int)
    if quorum is not None and quorum < 1:
        raise OptionError(f"{where}.quorum must be at least 1, not {quorum}")
    return HouseStyle(
        series=_pattern(table.optional("series", str), f"{where}.series"),
        decision_lead=table.optional("decision-lead", str),
        decisions=table.value("decisions", bool, False),
        quorum=quorum,
        spelling=_one_of(table.optional("spelling", str), SPELLINGS, f"{where}.spelling"),
        titles=_one_of(table.optional("titles", str), TITLES, f"{where}.titles"),
        parts=table.strings("parts"),
        members=_members(table, root),
    )


def _one_of(value: str | None, known: tuple[str, ...], where: str) -> str | None:
    if value is not None and value not in known:
        raise OptionError(f"{where} must be one of {', '.join(known)}, not {value!r}")
    return value


def _pattern(pattern: str | None, where: str) -> str | None:
    if pattern is None:
        return None
    import regex

    # to compile a repeat of a repeat takes as much memory as they come to
    times = prod(int(most or least or 1) for least, most in REPEAT.findall(pattern))
    if len(pattern) > LONGEST_PATTERN or times > MOST_REPEATS:
        raise OptionError(f"{where} is too long, or repeats more than {MOST_REPEATS} times")
    try:
        regex.compile(pattern)
    except (regex.error, RecursionError) as error:
        raise OptionError(f"{where} is no regular expression: {error}") from error
    return pattern


def _members(table: Table, root: Path) -> tuple[Member, ...]:
    given = table.data.get("members", [])
    where = f"{table.where}.members"
    if isinstance(given, str):
        path = named(root, given, where)
        where = str(path)
        given = read_toml(path).get("members", [])
    return tuple(_member(one, f"{where}[{place}]") for place, one in enumerate(typed(given, list, where)))


def _member(given: object, where: str) -> Member:
    table = Table({"name": given} if isinstance(given, str) else given, where, MEMBER_KEYS)
    name = table.value("name", str, "")
    if not name.strip():
        raise OptionError(f"{where}.name is missing")
    return Member(
        name,
        table.strings("aliases"),
        table.optional("party", str),
        _day(table.data.get("since"), f"{where}.since"),
        _day(table.data.get("until"), f"{where}.until"),
    )


def _day(value: object, where: str) -> str | None:
    """A date as TOML has it, or ISO 8601 in a string."""
    if value is None or isinstance(value, date):
        return value.isoformat()[:10] if value is not None else None
    try:
        return date.fromisoformat(typed(value, str, where)).isoformat()
    except ValueError as error:
        raise OptionError(f"{where} must be a date such as 2024-05-06, not {value!r}") from error
