"""Tables as Parquet files, through pyarrow (the extra ``parquet``)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from minutesparse.errors import OptionError
from minutesparse.tables.declared import TABLES, Table
from minutesparse.tables.rows import Row, Rows
from minutesparse.tables.target import becoming, refuse_foreign_folder
from minutesparse.tables.write import Write

GROUP = 5_000
"""Rows that are written at a time."""


@contextmanager
def writing(target: Path) -> Iterator[Write]:
    """Write the rows that it is given to the folder ``target``. Raises ``OptionError`` where pyarrow is missing."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        message = "Parquet needs the extra 'parquet': pip install 'minutesparse[parquet]'"
        raise OptionError(message) from error
    refuse_foreign_folder(target, frozenset(f"{table.name}.parquet" for table in TABLES))
    with becoming(target) as folder:
        folder.mkdir()
        with ExitStack() as files:
            writers = {
                table.name: files.enter_context(
                    parquet.ParquetWriter(folder / f"{table.name}.parquet", _schema(pyarrow, table), compression="zstd")
                )
                for table in TABLES
            }
            waiting: dict[str, list[Row]] = {table.name: [] for table in TABLES}

            def flush(table: Table) -> None:
                rows = waiting[table.name]
                if rows:
                    writers[table.name].write_table(_table(pyarrow, table, rows))
                    waiting[table.name] = []

            def write(rows: Rows) -> None:
                for table in TABLES:
                    waiting[table.name].extend(rows.get(table.name, ()))
                    if len(waiting[table.name]) >= GROUP:
                        flush(table)

            yield write
            for table in TABLES:
                flush(table)


def _schema(pyarrow: Any, table: Table) -> Any:
    types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }
    fields = [
        pyarrow.field(column.name, types[column.kind], not column.required, {"description": column.description})
        for column in table.columns
    ]
    return pyarrow.schema(fields, {"description": table.description})


def _table(pyarrow: Any, table: Table, rows: list[Row]) -> Any:
    schema = _schema(pyarrow, table)
    arrays = []
    for column, field, values in zip(table.columns, schema, zip(*rows, strict=True), strict=True):
        if column.kind == "date":
            values = tuple(None if value is None else date.fromisoformat(str(value)) for value in values)
        arrays.append(pyarrow.array(values, field.type))
    return pyarrow.Table.from_arrays(arrays, schema=schema)
