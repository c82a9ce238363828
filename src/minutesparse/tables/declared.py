"""The tables, column by column: writers, ``datapackage.json`` and ``docs/tables.md`` are made from this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "boolean", "date"]

VERSION = 1
"""Of these declarations; a column that changes its meaning raises it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``required``: never null; ``references``: the table whose key its values are."""

    name: str
    kind: Kind
    description: str
    required: bool = False
    references: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table; its first column is its key. ``searched`` are the columns of its full-text index in SQLite."""

    name: str
    description: str
    columns: tuple[Column, ...]
    searched: tuple[str, ...] = ()


def _key(of: str) -> Column:
    return Column("key", "text", of, required=True)


def _to(table: str, description: str, name: str | None = None, required: bool = False) -> Column:
    return Column(name or table.removesuffix("s"), "text", description, required, table)


def _where() -> Iterator[Column]:
    yield Column("file", "text", "`source.name` of the document: the minutes that this was read from", required=True)
    yield Column("line", "integer", "first line of it in that file, from 1", required=True)
    yield Column("end_line", "integer", "last line of it in that file", required=True)


def _who(of: str) -> Iterator[Column]:
    yield Column("name", "text", f"{of}, as printed, without honorific", required=True)
    yield Column("attendee", "text", "who of the attendance it is, or null", references="attendance")
    yield Column("person", "text", "that attendee's row in `people`, or null", references="people")


_MEETING = _to("meetings", "the meeting", required=True)
_ITEM = _to("items", "the item that it stands in, or null outside of all items")

_TITLE = Column("item_title", "text", "title of that item, so that its words find what it records")

TABLES: tuple[Table, ...] = (
    Table(
        "meetings",
        "A meeting each: a document.",
        (
            _key("`m` and 16 hexadecimal digits: digest of `source.name`, `source.sha256` and, of several meetings "
                 "in one file, where this one begins"),
            Column("file", "text", "`source.name`: the minutes that this was read from", required=True),
            Column("sha256", "text", "digest of that file"),
            Column("encoding", "text", "how that file was decoded"),
            Column("language", "text", "BCP 47 tag"),
            Column("characters", "integer", "length of that file", required=True),
            Column("lines", "integer", "lines of that file", required=True),
            Column("layout", "text", "the kind of document", required=True),
            Column("council", "text", "the authority"),
            Column("committee", "text", "the body that met where it is not the council itself"),
            Column("title", "text", "as printed"),
            Column("date", "date", "when it met"),
            Column("start_time", "text", "HH:MM"),
            Column("end_time", "text", "HH:MM"),
            Column("venue", "text", "where it met"),
            Column("status", "text", "`draft` or `confirmed`"),
            Column("public_count", "integer", "members of the public, where they are counted"),
            Column("next_date", "date", "when the body meets next"),
            Column("next_time", "text", "HH:MM"),
            Column("next_venue", "text", "where the body meets next"),
            Column("signed_by", "text", "who signed the minutes"),
            Column("signed_as", "text", "as what"),
            Column("signed_on", "date", "when"),
            Column("line", "integer", "first line that one of these was read from, or null"),
            Column("end_line", "integer", "last line of the entry that begins there"),
        ),
    ),
    Table(
        "meta",
        "What the user said of a file (`--meta`, `--meta-from`), apart from all that the minutes say.",
        (
            _key("key of the meeting, `-meta-`, number"),
            _MEETING,
            Column("name", "text", "the key that was given", required=True),
            Column("value", "text", "its value, untouched"),
        ),
    ),
    Table(
        "people",
        "A name each that the attendance lists of one council print. Names are compared as they stand: two people of "
        "one name are one row, one person printed in two ways is two.",
        (
            _key("`p` and 16 hexadecimal digits: digest of the name and the council (unknown: the meeting)"),
            Column("council", "text", "the authority"),
            Column("name", "text", "as printed, without honorific and post", required=True),
        ),
    ),
    Table(
        "attendance",
        "A person each of a meeting's attendance part.",
        (
            _key("key of the meeting, `-`, `id` of the attendee"),
            _MEETING,
            Column("person", "text", "the row of this name", required=True, references="people"),
            Column("name", "text", "as printed, without honorific and post", required=True),
            Column("honorific", "text", '"Councillor"'),
            Column("status", "text", "`present`, `in_attendance`, `apologies` or `absent`", required=True),
            Column("roles", "text", "`chair`, `vice_chair`, `mayor`, `deputy_mayor`, `clerk`, with spaces between"),
            Column("post", "text", "the post of an officer"),
            Column("organization", "text", "whom a guest stands for"),
            Column("party", "text", "political group"),
            Column("substitute_for", "text", "whose place was taken"),
            Column("note", "text", "what else is printed beside the name"),
            Column("text", "text", "as printed"),
            *_where(),
        ),
    ),
    Table(
        "periods",
        "A recorded arrival or departure each.",
        (
            _key("key of the attendee, `-period-`, number"),
            _MEETING,
            _to("attendance", "whose", "attendee", required=True),
            Column("from_time", "text", "HH:MM"),
            Column("to_time", "text", "HH:MM"),
            Column("from_item", "text", "number of an item"),
            Column("to_item", "text", "number of an item"),
            Column("text", "text", "as printed"),
            *_where(),
        ),
    ),
    Table(
        "items",
        "An item of business each, sub-items too.",
        (
            _key("key of the meeting, `-`, `id` of the item"),
            _MEETING,
            _to("items", "the item that it is part of, or null", "parent"),
            Column("number", "text", "as printed, without closing punctuation"),
            Column("title", "text", "its heading"),
            Column("level", "integer", "1 for the outermost", required=True),
            Column("purpose", "text", 'the agenda\'s own words ("To receive …")'),
            Column("report_of", "text", "who reports"),
            Column("exempt", "boolean", "in the private part", required=True),
            Column("exemption", "text", '"paragraph 2"'),
            Column("truncated", "boolean", "the page leaves words out", required=True),
            Column("text", "text", "its own paragraphs and points, one a line; those of sub-items are theirs"),
            *_where(),
        ),
        ("number", "title", "purpose", "text"),
    ),
    Table(
        "papers",
        "A document each that an item names.",
        (
            _key("key of the item, `-paper-`, number"),
            _MEETING,
            _to("items", "the item", required=True),
            Column("title", "text", "its title"),
            Column("format", "text", '"PDF"'),
            Column("size", "text", "as printed"),
            Column("url", "text", "where it lies"),
            Column("text", "text", "as printed"),
            *_where(),
        ),
    ),
    Table(
        "points",
        "A marked or numbered entry of a list in running text each.",
        (
            _key("key of the meeting, `-`, `id` of the point"),
            _MEETING,
            _ITEM,
            _to("points", "the point that it stands below, or null", "parent"),
            Column("part", "text", "`item`, `attendance_text`, `front_matter`, `back_matter` or `unplaced`",
                   required=True),
            Column("label", "text", "its marker as printed"),
            Column("text", "text", "its words, those below it not among them"),
            *_where(),
        ),
    ),
    Table(
        "resolutions",
        "A recorded decision each.",
        (
            _key("key of the meeting, `-`, `id` of the resolution"),
            _MEETING,
            _ITEM,
            _TITLE,
            Column("kind", "text", "`resolved`, `agreed`, `recommended`, `noted` or `motion`", required=True),
            Column("is_amendment", "boolean", "an amendment to a motion", required=True),
            Column("lead", "text", '"Resolved:"'),
            Column("text", "text", "its words without lead and clauses"),
            Column("full_text", "text", "`text`, then each clause with its label, one a line"),
            Column("moved_by", "text", "names, with `; ` between; each has a row in `movers`"),
            Column("seconded_by", "text", "the same of those who seconded"),
            Column("result", "text", "`carried`, `lost`, `withdrawn` or `deferred`, only where printed"),
            Column("reason", "text", "the printed reason"),
            Column("reason_line", "integer", "first line of the reason"),
            _to("resolutions", "the motion that this amendment changes", "amends"),
            _to("resolutions", "the decision that this one repeats word for word", "same_as"),
            Column("covers", "text", "numbers of the items that it takes together, with `; ` between"),
            *_where(),
        ),
        ("item_title", "full_text", "moved_by", "seconded_by"),
    ),
    Table(
        "clauses",
        "A marked part of a decision each.",
        (
            _key("key of the meeting, `-`, `id` of the clause"),
            _MEETING,
            _to("resolutions", "the decision", required=True),
            _to("clauses", "the clause that it stands below, or null", "parent"),
            Column("label", "text", "its marker as printed"),
            Column("text", "text", "its words, those below it not among them"),
            *_where(),
        ),
    ),
    Table(
        "movers",
        "A person each who moved or seconded a decision.",
        (
            _key("key of the decision, `-moved-` or `-seconded-`, number"),
            _MEETING,
            _to("resolutions", "the decision", required=True),
            Column("part", "text", "`moved` or `seconded`", required=True),
            *_who("who"),
            *_where(),
        ),
    ),
    Table(
        "votes",
        "A vote each.",
        (
            _key("key of the decision, `-vote`"),
            _MEETING,
            _to("resolutions", "the decision", required=True),
            Column("for_count", "integer", "votes for it"),
            Column("against_count", "integer", "votes against it"),
            Column("abstain_count", "integer", "abstentions"),
            Column("unanimous", "boolean", "true where the text says so, else null"),
            Column("counted_from", "text", "`printed` counts, or the `names` of a roll"),
            Column("method", "text", '"show of hands"'),
            *_where(),
        ),
    ),
    Table(
        "voters",
        "A name of a printed roll each.",
        (
            _key("key of the vote, `-voter-`, number"),
            _MEETING,
            _to("votes", "the vote", required=True),
            _to("resolutions", "the decision", required=True),
            Column("option", "text", "`for`, `against`, `abstain`, `absent`, `recused`, `present_not_voting` or "
                   "`paired`", required=True),
            *_who("who"),
            *_where(),
        ),
    ),
    Table(
        "actions",
        "A task each.",
        (
            _key("key of the meeting, `-`, `id` of the action"),
            _MEETING,
            _ITEM,
            _TITLE,
            _to("resolutions", "the decision that it stands under, or null"),
            Column("lead", "text", '"Action:"'),
            Column("text", "text", "its words"),
            Column("owners", "text", "names, with `; ` between; each has a row in `owners`"),
            Column("due", "text", "as printed"),
            Column("due_date", "date", "where it can be told"),
            *_where(),
        ),
        ("item_title", "text", "owners"),
    ),
    Table(
        "owners",
        "A person or body each who is to do a task.",
        (
            _key("key of the action, `-owner-`, number"),
            _MEETING,
            _to("actions", "the action", required=True),
            *_who("who"),
            *_where(),
        ),
    ),
    Table(
        "declarations",
        "A declared interest each.",
        (
            _key("key of the meeting, `-`, `id` of the declaration"),
            _MEETING,
            _ITEM,
            _TITLE,
            *_who("who declared it"),
            Column("honorific", "text", '"Councillor"'),
            Column("interest", "text", "`disclosable_pecuniary`, `pecuniary`, `prejudicial`, `personal`, "
                   "`non_pecuniary` or `other`"),
            Column("item_number", "text", "number of the item that it concerns, as it names it"),
            Column("left_meeting", "boolean", "true where the text says so, else null"),
            Column("text", "text", "its words"),
            *_where(),
        ),
        ("item_title", "name", "text"),
    ),
    Table(
        "diagnostics",
        "What reading had to say of a file.",
        (
            _key("key of the meeting, `-diagnostic-`, number"),
            _MEETING,
            Column("code", "text", "`MP` and three digits", required=True),
            Column("severity", "text", "`error`, `warning` or `info`", required=True),
            Column("message", "text", "in words"),
            Column("file", "text", "`source.name` of the document", required=True),
            Column("line", "integer", "first line that it concerns, or null for the whole file"),
            Column("end_line", "integer", "last line that it concerns"),
        ),
    ),
)  # fmt: skip
"""Each table after those that it refers to."""

BY_NAME = {table.name: table for table in TABLES}
