"""Tables as one SQLite database, through sqlite-utils."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.db import Table as DatabaseTable

from minutesparse.errors import OptionError
from minutesparse.tables.database import APPLICATION, is_ours
from minutesparse.tables.declared import TABLES, VERSION
from minutesparse.tables.rows import Row, Rows
from minutesparse.tables.target import becoming
from minutesparse.tables.views import VIEWS
from minutesparse.tables.write import Write

GROUP = 5_000
"""Rows of a table that are inserted at a time."""

TOKENS = "porter unicode61 remove_diacritics 2"
"""How the words of minutes are told apart: "repairs" is found by "repair", "Siân" by "Sian"."""

_TYPES: dict[str, type] = {"text": str, "integer": int, "boolean": int, "date": str}


@contextmanager
def writing(target: Path) -> Iterator[Write]:
    """Write the rows that it is given to the database ``target``."""
    _refuse_other(target)
    with becoming(target) as path:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            # Until it is renamed nobody reads it, and a half of it is thrown away: no journal, no waiting for the disk.
            for setting in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"):
                connection.execute(f"PRAGMA {setting}")
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
            database = Database(connection, execute_plugins=False)
            _create(database)
            waiting: dict[str, list[Row]] = {table.name: [] for table in TABLES}

            def flush(name: str) -> None:
                rows = waiting[name]
                if rows:
                    marks = ", ".join("?" * len(rows[0]))
                    connection.execute("BEGIN")
                    connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
                    connection.execute("COMMIT")
                    waiting[name] = []

            def write(rows: Rows) -> None:
                for name, entries in rows.items():
                    waiting[name].extend(entries)
                    if len(waiting[name]) >= GROUP:
                        flush(name)

            yield write
            for table in TABLES:
                flush(table.name)
            _finish(database)
        except sqlite3.Error as error:
            raise OSError(errno.EIO, str(error), str(target)) from error
        finally:
            connection.close()


def _refuse_other(target: Path) -> None:
    """Raise ``OptionError`` where ``target`` is something that `tables` did not write, or is in use."""
    if not target.exists():
        return
    if not target.is_file() or (target.stat().st_size and not is_ours(target)):
        raise OptionError(f"{target}: is there and is no database of tables; choose another name")
    for ending in ("-wal", "-journal"):
        if target.with_name(target.name + ending).exists():
            raise OptionError(f"{target}: another program has it in use ({target.name}{ending} is there)")


def _create(database: Database) -> None:
    for table in TABLES:
        _table(database, table.name).create(
            {column.name: _TYPES[column.kind] for column in table.columns},
            pk=table.columns[0].name,
            foreign_keys=[(column.name, column.references, "key") for column in table.columns if column.references],
            not_null={column.name for column in table.columns if column.required},
        )


def _finish(database: Database) -> None:
    """What is made of all the rows: indexes, full text, views, and statistics for the planner of queries."""
    for table in TABLES:
        made = _table(database, table.name)
        for column in table.columns:
            if column.references:
                made.create_index([column.name])
        if table.searched:
            made.enable_fts(list(table.searched), tokenize=TOKENS)
    _table(database, "meetings").create_index(["date"])
    for view in VIEWS:
        database.create_view(view.name, view.sql)
    database.execute("ANALYZE")


def _table(database: Database, name: str) -> DatabaseTable:
    return database.table(name)
