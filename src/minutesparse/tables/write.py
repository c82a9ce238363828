"""Documents to tables in one of the forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Literal, get_args

from minutesparse.errors import DocumentError
from minutesparse.reader import Node
from minutesparse.tables.rows import Rows, Tabulator

Form = Literal["csv", "parquet", "sqlite"]
FORMS: tuple[Form, ...] = get_args(Form)

Write = Callable[[Rows], None]
"""Takes the rows of a document."""

Refused = Callable[[str, DocumentError], None]
"""Hears of a document that no rows could be made of: its name, and why."""


def write_tables(
    documents: Iterable[tuple[str, Node]], form: Form, target: Path, refused: Refused | None = None
) -> int:
    """Write the tables of ``documents`` to ``target``, a folder or a database, and give how many there were.

    ``documents`` are pairs of the input's name and the document, valid and plain; they are taken one by one. ``target``
    appears whole at the end, in the place of tables that stood there, or not at all. A document that cannot be
    tabulated is left out where somebody hears of it by ``refused``.

    Raises ``OptionError`` where ``target`` is something else than tables or a package is missing, ``DocumentError``
    where a document cannot be tabulated and nobody hears of it, and ``OSError``.
    """
    tabulator = Tabulator()
    count = 0
    with _writer(form, target) as write:
        for name, document in documents:
            try:
                rows = tabulator.rows(name, document)
            except DocumentError as error:
                if refused is None:
                    raise DocumentError(f"{name}: {error}") from error
                refused(name, error)
                continue
            write(rows)
            count += 1
    return count


def _writer(form: Form, target: Path) -> AbstractContextManager[Write]:
    if form == "csv":
        from minutesparse.tables import csv_files

        return csv_files.writing(target)
    if form == "parquet":
        from minutesparse.tables import parquet

        return parquet.writing(target)
    from minutesparse.tables import sqlite

    return sqlite.writing(target)
