"""A database of tables, opened for reading alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minutesparse.errors import OptionError

APPLICATION = 0x4D505442
"""``PRAGMA application_id`` of the databases that `tables` writes: "MPTB"."""

_HEADER = b"SQLite format 3\0"
_AT = slice(68, 72)  # where the header has the application's id (https://www.sqlite.org/fileformat.html)

# SQLite asks by these before it does anything: all that reads, and nothing that opens another file.
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE})
# What the full-text index asks when it is searched, and what tells of columns.
_ALLOWED_PRAGMAS = frozenset({"data_version", "table_info", "table_list", "foreign_key_list", "index_list"})
_STEPS = 100_000  # of SQLite's machine, after which Python may see that Ctrl-C was pressed


def is_ours(path: Path) -> bool:
    """True where the file is a database that `tables` wrote."""
    with path.open("rb") as stream:
        header = stream.read(100)
    return header.startswith(_HEADER) and header[_AT] == APPLICATION.to_bytes(4, "big")


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that can do nothing but read. Raises ``OptionError`` where the file is no database of tables.

    What SQLite objects to in the block is raised as ``OptionError`` too.
    """
    if not is_ours(path):
        raise OptionError(f"{path}: not a database that `tables --to sqlite` wrote")
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")  # a view of the file may call no function of ours
        connection.execute("SELECT count(*) FROM sqlite_master")
        connection.set_progress_handler(lambda: 0, _STEPS)
        yield connection
    except (sqlite3.Error, sqlite3.Warning) as error:
        if str(error) == "interrupted":
            raise KeyboardInterrupt from error
        raise OptionError(f"{path}: {error}") from error
    finally:
        if connection is not None:
            connection.close()


def lock_down(connection: sqlite3.Connection) -> None:
    """Let a connection read this database and do nothing else, whatever statement it is given."""

    def allow(action: int, first: str | None, *others: object) -> int:
        harmless = action in _ALLOWED or (action == sqlite3.SQLITE_PRAGMA and first in _ALLOWED_PRAGMAS)
        return sqlite3.SQLITE_OK if harmless else sqlite3.SQLITE_DENY

    # A full-text index is set up when it is first named, by statements that would not be allowed then.
    indexes = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    for (name,) in connection.execute(indexes).fetchall():
        quoted = name.replace('"', '""')
        connection.execute(f'SELECT 1 FROM "{quoted}" LIMIT 0')
    connection.set_authorizer(allow)
