"""Documents to the rows of the tables."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from minutesparse.errors import DocumentError
from minutesparse.reader import Node
from minutesparse.tables.declared import TABLES
from minutesparse.writers.characters import encodable

Value = str | int | bool | None
Row = tuple[Value, ...]
Rows = Mapping[str, Sequence[Row]]
"""The rows of each table by its name; a table that has none may be missing."""

BETWEEN = "; "
LARGEST = 2**63 - 1

PARTS = ("attendance_text", "front_matter", "back_matter", "unplaced")
PART_OF_FILE = "MP012"
"""The diagnostic whose span is that of one of several meetings in a file."""

_SHAPES: Mapping[str, Callable[[Node], Row]] = {
    table.name: itemgetter(*(column.name for column in table.columns)) for table in TABLES
}
_CHECKED = {
    table.name: tuple(
        (position, column.name, column.kind)
        for position, column in enumerate(table.columns)
        if column.kind in ("date", "integer")
    )
    for table in TABLES
}


class Tabulator:
    """Makes the rows of one document after the other, and knows whose rows there are already.

    It keeps a number for each document and each person, and nothing else of what went before.
    """

    def __init__(self) -> None:
        self._meetings: set[int] = set()
        self._people: set[int] = set()

    def rows(self, name: str, document: Node) -> Rows:
        """The rows of a valid document; ``name`` is what its minutes are called where it has no name itself.

        Raises ``DocumentError`` where its ids or references are not sound, a date is none, it came before, or is nested
        too deeply.
        """
        try:
            document_rows = _Document(name, document)
            key = _number(document_rows.key)
            if key in self._meetings:
                raise DocumentError("the same minutes came before under the same name")
            found = document_rows.rows()
        except RecursionError as error:
            raise DocumentError("nested too deeply") from error
        people = [row for row in found["people"] if _number(row[0]) not in self._people]
        self._meetings.add(key)
        self._people.update(_number(row[0]) for row in people)
        return {**found, "people": people}


def _number(key: Value) -> int:
    return int(str(key)[1:], 16)


def _digest(letter: str, parts: Iterable[object]) -> str:
    text = json.dumps(list(parts), ensure_ascii=True)
    return letter + hashlib.sha256(text.encode()).hexdigest()[:16]


def document_key(name: str, document: Node) -> str:
    """The key of a document: of its source's name and digest, and where in the file its meeting begins.

    Without a digest (a text that came from no file) what the document says takes its place.
    """
    source = document["source"]
    content = source["sha256"]
    if content is None:
        told = {key: value for key, value in document.items() if key not in ("generator", "source", "diagnostics")}
        content = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    spans = (entry["span"] for entry in document["diagnostics"] if entry["code"] == PART_OF_FILE)
    starts = [span["start"] for span in spans if span is not None]
    return _digest("m", (source["name"] or name, content, *starts[:1]))


class _Document:
    """One document on its way into rows."""

    def __init__(self, name: str, document: Node) -> None:
        self.document = document
        self.file = document["source"]["name"] or name
        self.key = document_key(name, document)
        self.council = document["meeting"]["council"]
        self.found: dict[str, list[Row]] = {table.name: [] for table in TABLES}
        self.keys: dict[str, set[str]] = {table.name: set() for table in TABLES}
        self.titles: dict[str | None, str | None] = {}  # of items, by their keys
        self.persons: dict[str, str] = {}  # the row in `people` of an attendee's id

    def rows(self) -> dict[str, list[Row]]:
        self._meeting()
        self._attendance()
        items = list(self._items(self.document["items"], None))
        for part in PARTS:
            self._points(self.document[part], part, None, None)
        holders: list[tuple[str | None, Node]] = [(None, self.document), *items]
        self._resolutions([(item, one) for item, holder in holders for one in holder["resolutions"]])
        for item, holder in holders:
            for action in holder["actions"]:
                self._action(item, action)
            for declaration in holder["declarations"]:
                self._declaration(item, declaration)
        for number, entry in enumerate(self.document["diagnostics"], start=1):
            span = entry["span"] or {"line": None, "end_line": None}
            self._add("diagnostics", {**entry, "key": f"{self.key}-diagnostic-{number}", **self._place(span)})
        return self.found

    def _add(self, table: str, row: Node) -> None:
        """Put a row into its table, its values checked; ``row`` may hold more than its columns."""
        row["meeting"] = self.key
        values = _SHAPES[table](row)
        for position, column, kind in _CHECKED[table]:
            value = values[position]
            if value is not None and not (_is_date(value) if kind == "date" else -LARGEST <= value <= LARGEST):  # type: ignore[operator]
                raise DocumentError(f"{table}.{column}: {value!r} is no {kind} that a table can hold")
        key = row["key"]
        if key in self.keys[table]:
            raise DocumentError(f"{table}: two of them have the id {self._id(key)!r}")
        self.keys[table].add(key)
        self.found[table].append(
            tuple(encodable(value) if isinstance(value, str) and not value.isascii() else value for value in values)
        )

    def _own(self, node_id: str) -> str:
        return f"{self.key}-{node_id}"

    def _id(self, key: str) -> str:
        return key.removeprefix(f"{self.key}-")

    def _place(self, span: Node) -> Node:
        return {"file": self.file, "line": span["line"], "end_line": span["end_line"]}

    def _known(self, table: str, node_id: str | None, of: str) -> str | None:
        """The key of the node that an id refers to."""
        if node_id is None:
            return None
        key = self._own(node_id)
        if key not in self.keys[table]:
            raise DocumentError(f"{of}: nothing in {table} has the id {node_id!r}")
        return key

    def _who(self, reference: Node, of: str) -> Node:
        """Columns of a reference to a person."""
        person = reference["person"]
        return {
            "name": reference["name"],
            "attendee": self._known("attendance", person, of),
            "person": None if person is None else self.persons[person],
        }

    def _meeting(self) -> None:
        document = self.document
        meeting, source = document["meeting"], document["source"]
        ahead = meeting["next_meeting"] or dict.fromkeys(["date", "time", "venue"])
        signed = meeting["signed_by"] or dict.fromkeys(["name", "role", "date"])
        first = min((entry["span"] for entry in meeting["printed"]), key=itemgetter("start"), default=None)
        row = {
            **source,
            **meeting,
            "key": self.key,
            "layout": document["layout"],
            "public_count": document["public"] and document["public"]["count"],
            "next_date": ahead["date"],
            "next_time": ahead["time"],
            "next_venue": ahead["venue"],
            "signed_by": signed["name"],
            "signed_as": signed["role"],
            "signed_on": signed["date"],
            **self._place(first or {"line": None, "end_line": None}),
        }
        self._add("meetings", row)
        for number, (name, value) in enumerate(sorted(source["metadata"].items()), start=1):
            self._add("meta", {"key": f"{self.key}-meta-{number}", "name": name, "value": value})

    def _attendance(self) -> None:
        for attendee in self.document["attendance"]:
            name = attendee["name"]
            person = _digest("p", (self.council, name) if self.council else (None, name, self.key))
            self.persons[attendee["id"]] = person
            if person not in self.keys["people"]:
                self._add("people", {"key": person, "council": self.council, "name": name})
            place = self._place(attendee["span"])
            key = self._own(attendee["id"])
            self._add(
                "attendance", {**attendee, "key": key, "person": person, "roles": " ".join(attendee["roles"]), **place}
            )
            for number, period in enumerate(attendee["periods"], start=1):
                self._add("periods", {**period, "key": f"{key}-period-{number}", "attendee": key, **place})

    def _items(self, items: Sequence[Node], parent: str | None) -> Iterator[tuple[str, Node]]:
        """Put items and what is part of them into their tables; gives each with its key, in the document's order."""
        for item in items:
            key = self._own(item["id"])
            place = self._place(item["span"])
            self.titles[key] = item["title"]
            self._add("items", {**item, "key": key, "parent": parent, "text": _text(item["content"]), **place})
            for number, paper in enumerate(item["documents"], start=1):
                where = self._place(paper["span"])
                self._add("papers", {**paper, "key": f"{key}-paper-{number}", "item": key, **where})
            self._points(item["content"], "item", key, None)
            yield key, item
            yield from self._items(item["items"], key)

    def _points(self, blocks: Sequence[Node], part: str, item: str | None, parent: str | None) -> None:
        for block in blocks:
            key = parent
            if block["id"] is not None:
                key = self._own(block["id"])
                place = self._place(block["span"])
                self._add("points", {**block, "key": key, "part": part, "item": item, "parent": parent, **place})
            self._points(block["children"], part, item, key)

    def _resolutions(self, resolutions: Sequence[tuple[str | None, Node]]) -> None:
        """All decisions, which may refer to later ones."""
        ids = {one["id"] for _, one in resolutions}
        for item, one in resolutions:
            for field in ("amends", "same_as"):
                if one[field] is not None and one[field] not in ids:
                    raise DocumentError(f"resolutions.{field}: nothing in resolutions has the id {one[field]!r}")
            key = self._own(one["id"])
            place = self._place(one["span"])
            row = {
                **one,
                "key": key,
                "item": item,
                "item_title": self.titles.get(item),
                "full_text": "\n".join([one["text"], *_clause_lines(one["clauses"])]).strip("\n"),
                "moved_by": _names(one["moved_by"]),
                "seconded_by": _names(one["seconded_by"]),
                "reason": one["reason"] and one["reason"]["text"],
                "reason_line": one["reason"] and one["reason"]["span"]["line"],
                "amends": one["amends"] and self._own(one["amends"]),
                "same_as": one["same_as"] and self._own(one["same_as"]),
                "covers": BETWEEN.join(one["covers"]) or None,
                **place,
            }
            self._add("resolutions", row)
            self._clauses(one["clauses"], key, None)
            for part in ("moved", "seconded"):
                for number, person in enumerate(one[f"{part}_by"], start=1):
                    who = self._who(person, f"resolutions.{part}_by")
                    mover = {"key": f"{key}-{part}-{number}", "resolution": key, "part": part, **who, **place}
                    self._add("movers", mover)
            if one["vote"]:
                self._vote(one["vote"], key)

    def _clauses(self, clauses: Sequence[Node], resolution: str, parent: str | None) -> None:
        for clause in clauses:
            key = self._own(clause["id"])
            place = self._place(clause["span"])
            self._add("clauses", {**clause, "key": key, "resolution": resolution, "parent": parent, **place})
            self._clauses(clause["clauses"], resolution, key)

    def _vote(self, vote: Node, resolution: str) -> None:
        key = f"{resolution}-vote"
        place = self._place(vote["span"])
        self._add("votes", {**vote, "key": key, "resolution": resolution, **place})
        for number, voter in enumerate(vote["voters"], start=1):
            who = self._who(voter, "resolutions.vote.voters")
            row = {"key": f"{key}-voter-{number}", "vote": key, "resolution": resolution, "option": voter["option"]}
            self._add("voters", {**row, **who, **place})

    def _action(self, item: str | None, action: Node) -> None:
        key = self._own(action["id"])
        place = self._place(action["span"])
        decision = self._known("resolutions", action["resolution"], "actions.resolution")
        row = {
            **action,
            "key": key,
            "item": item,
            "item_title": self.titles.get(item),
            "resolution": decision,
            "owners": _names(action["owners"]),
            **place,
        }
        self._add("actions", row)
        for number, owner in enumerate(action["owners"], start=1):
            who = self._who(owner, "actions.owners")
            self._add("owners", {"key": f"{key}-owner-{number}", "action": key, **who, **place})

    def _declaration(self, item: str | None, declaration: Node) -> None:
        row = {
            **declaration,
            **self._who(declaration, "declarations.person"),
            "key": self._own(declaration["id"]),
            "item_number": declaration["item"],
            "item": item,
            "item_title": self.titles.get(item),
            **self._place(declaration["span"]),
        }
        self._add("declarations", row)


def _is_date(value: Any) -> bool:
    try:
        return len(value) == 10 and date.fromisoformat(value) is not None
    except ValueError:
        return False


def _names(references: Sequence[Node]) -> str | None:
    return BETWEEN.join(reference["name"] for reference in references) or None


def _labelled(node: Node) -> str:
    return " ".join(part for part in (node["label"], node["text"]) if part)


def _text(blocks: Sequence[Node]) -> str:
    """The words of blocks and those below them, a line each."""
    return "\n".join(_lines(blocks))


def _lines(blocks: Sequence[Node]) -> Iterator[str]:
    for block in blocks:
        yield _labelled(block)
        yield from _lines(block["children"])


def _clause_lines(clauses: Sequence[Node]) -> Iterator[str]:
    for clause in clauses:
        yield _labelled(clause)
        yield from _clause_lines(clause["clauses"])
