"""Tables as CSV files, with a Frictionless Tabular Data Package beside them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from minutesparse.tables.declared import TABLES, Column, Table
from minutesparse.tables.rows import Rows, Value
from minutesparse.tables.target import becoming, refuse_foreign_folder
from minutesparse.tables.write import Write

PACKAGE = "datapackage.json"
PROFILE = "tabular-data-package"

# What a spreadsheet may take for a formula (OWASP, "CSV injection"), and the sign that makes it none.
_FORMULA = re.compile(r"['=+\-@\t\r\n＝＋－＠]")

_TYPES = {"text": "string", "integer": "integer", "boolean": "boolean", "date": "date"}


def cell(value: Value) -> str | int | None:
    """A value as it stands in CSV: no text of it is a formula, and no two are the same."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and _FORMULA.match(value):
        return f"'{value}"
    return value


def text_of(cell: str) -> str:
    """The text that stands in a cell of CSV: what `cell` undoes."""
    return cell.removeprefix("'")


@contextmanager
def writing(target: Path) -> Iterator[Write]:
    """Write the rows that it is given to the folder ``target``."""
    names = frozenset([PACKAGE, *(f"{table.name}.csv" for table in TABLES)])
    refuse_foreign_folder(target, names)
    with becoming(target) as folder:
        folder.mkdir()
        with ExitStack() as files:
            writers = {}
            for table in TABLES:
                path = folder / f"{table.name}.csv"
                stream = files.enter_context(path.open("x", encoding="utf-8", newline=""))
                # By its line end the writer knows that a CR in a cell is to be quoted.
                writers[table.name] = csv.writer(stream, lineterminator="\r\n")
                writers[table.name].writerow(column.name for column in table.columns)

            def write(rows: Rows) -> None:
                for name, entries in rows.items():
                    writers[name].writerows(map(cell, row) for row in entries)

            yield write
        (folder / PACKAGE).write_text(package(), encoding="utf-8", newline="\n")


def package() -> str:
    """The text of ``datapackage.json``."""
    from minutesparse.writers.json import json_text

    node = {
        "profile": PROFILE,
        "name": "minutes",
        "title": "Minutes of councils",
        "description": "Text that begins with a sign of a formula has ' in front; so has text that begins with '.",
        "resources": [_resource(table) for table in TABLES],
    }
    return json_text(node, indent=2) + "\n"


def _resource(table: Table) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": table.columns[0].name,
    }
    if keys := [_foreign_key(table, column) for column in table.columns if column.references]:
        schema["foreignKeys"] = keys
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _foreign_key(table: Table, column: Column) -> dict[str, object]:
    """A reference; that of a table to itself has an empty name."""
    resource = "" if column.references == table.name else column.references
    return {"fields": column.name, "reference": {"resource": resource, "fields": "key"}}


def _field(table: Table, column: Column) -> dict[str, object]:
    field: dict[str, object] = {"name": column.name, "type": _TYPES[column.kind], "description": column.description}
    constraints = {}
    if column.required:
        constraints["required"] = True
    if column is table.columns[0]:
        constraints["unique"] = True
    if constraints:
        field["constraints"] = constraints
    return field
