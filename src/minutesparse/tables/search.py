"""Decisions, actions, declarations and items found again in a database of tables."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from minutesparse.errors import OptionError
from minutesparse.writers.characters import encodable

Kind = Literal["resolution", "action", "declaration", "item"]
KINDS: tuple[Kind, ...] = get_args(Kind)

COLUMNS = (
    "kind", "key", "date", "council", "committee", "item_number", "item_title", "text", "people", "outcome",
    "file", "line", "end_line",
)  # fmt: skip
"""Of what is found. ``people``: who moved and seconded, owns or declared it; ``outcome``: result, due or interest."""

# For each kind: table, text, people, outcome, and how its item is called in the join.
_PARTS: dict[Kind, tuple[str, str, str, str, str]] = {
    "resolution": (
        "resolutions",
        "f.full_text",
        "nullif(concat_names(f.moved_by, f.seconded_by), '')",
        "f.result",
        "f.item",
    ),
    "action": ("actions", "f.text", "f.owners", "coalesce(f.due_date, f.due)", "f.item"),
    "declaration": ("declarations", "f.text", "f.name", "f.interest", "f.item"),
    "item": ("items", "f.text", "NULL", "NULL", "f.key"),
}

_ASKED = re.compile(r'"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+)|"')


@dataclass(frozen=True, slots=True)
class Question:
    """What is looked for; ``None`` does not restrict. ``since`` and ``until`` are dates, both included."""

    words: str | None = None
    kinds: tuple[Kind, ...] = KINDS
    person: str | None = None
    since: str | None = None
    until: str | None = None
    council: str | None = None
    limit: int | None = None


def match(words: str) -> str:
    """``words`` in the language of FTS5: all of them must stand there, in any order and form.

    Words in ``"…"`` must stand together, ``fenc*`` is the beginning of a word; no other sign means anything. Raises
    ``OptionError`` where there is no word.
    """
    found = []
    for part in _ASKED.finditer(encodable(words)):
        text = (part["phrase"] or part["word"] or "").replace("\0", "")
        if any(character.isalnum() for character in text):
            beginning = part["word"] is not None and text.endswith("*")
            found.append(f'"{text.rstrip("*") if beginning else text}"{"*" * beginning}')
    if not found:
        raise OptionError(f"no word to look for in {words!r}")
    return " ".join(found)


def find(connection: sqlite3.Connection, question: Question) -> Iterator[tuple[Any, ...]]:
    """What answers a question, a row of `COLUMNS` each: the latest meetings first, in a meeting by line."""
    wanted = match(question.words) if question.words is not None else None
    connection.create_function("concat_names", 2, _concat_names, deterministic=True)
    connection.create_function("names", 3, _names, deterministic=True)
    connection.create_function("holds", 2, _holds, deterministic=True)
    parts = []
    for kind in question.kinds:
        table, text, people, outcome, item = _PARTS[kind]
        tests = ["1"]
        if wanted is not None:
            tests.append(f"f.rowid IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH :words)")
        if question.person is not None:
            tests.append(_person_test(kind))
        tests += [
            test
            for value, test in (
                (question.since, "m.date >= :since"),
                (question.until, "m.date <= :until"),
                (question.council, "holds(m.council, :council)"),
            )
            if value is not None
        ]
        parts.append(
            f"""
            SELECT '{kind}' AS kind, f.key, m.date, m.council, m.committee, i.number AS item_number,
                i.title AS item_title, {text} AS text, {people} AS people, {outcome} AS outcome,
                f.file, f.line, f.end_line
            FROM {table} f JOIN meetings m ON m.key = f.meeting LEFT JOIN items i ON i.key = {item}
            WHERE {" AND ".join(tests)}
            """
        )
    order = "ORDER BY date IS NULL, date DESC, file, line, end_line DESC, key"
    sql = f"SELECT * FROM ({' UNION ALL '.join(parts)}) {order} LIMIT :limit"
    values = {
        "words": wanted,
        "person": _folded(question.person),
        "since": question.since,
        "until": question.until,
        "council": _folded(question.council),
        "limit": -1 if question.limit is None else question.limit,
    }
    yield from connection.execute(sql, values)


def _person_test(kind: Kind) -> str:
    """The condition that somebody of the name has a part in it; in an item, in what it records."""
    named = "names(x.name, x.person_name, :person)"
    if kind != "item":
        return f"f.key IN (SELECT x.key FROM involved x WHERE x.kind = '{kind}' AND {named})"
    of_items = " UNION ALL ".join(
        f"SELECT y.item FROM {_PARTS[other][0]} y JOIN involved x ON x.key = y.key AND x.kind = '{other}' WHERE {named}"
        for other in KINDS
        if other != "item"
    )
    return f"f.key IN ({of_items})"


def _folded(text: str | None) -> str | None:
    return None if text is None else encodable(text).casefold()


def _concat_names(*names: str | None) -> str:
    """Names of several columns, with "; " between."""
    return "; ".join(name for name in names if name)


def _names(printed: str | None, full: str | None, wanted: str) -> bool:
    """True where each word of ``wanted``, which is casefolded, is a word of the name."""
    words = set(re.findall(r"[\w'’-]+", f"{printed or ''} {full or ''}".casefold()))
    return words.issuperset(re.findall(r"[\w'’-]+", wanted))


def _holds(text: str | None, wanted: str) -> bool:
    return wanted in (text or "").casefold()
