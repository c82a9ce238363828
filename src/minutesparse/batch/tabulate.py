"""The documents that a manifest tells of, as tables beside them."""

from __future__ import annotations

import errno
import hashlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from minutesparse.batch.manifest import Record
from minutesparse.batch.outputs import candidates, names
from minutesparse.batch.store import Store, below, store_at
from minutesparse.batch.urls import scheme_of
from minutesparse.errors import MinutesparseError, SourceError, reason_of
from minutesparse.reader import Node
from minutesparse.tables.documents import from_stream, read
from minutesparse.tables.target import sweep
from minutesparse.tables.write import Form, write_tables

Failed = Callable[[MinutesparseError], None]


def tabulate(output: str, form: Form, failed: Failed) -> None:
    """Write the documents in ``output`` as tables there. ``failed`` hears of what is no document.

    Raises what `write_tables` raises. In a bucket each table is put when all are made.
    """
    name = "minutes.db" if form == "sqlite" else "tables"
    store = store_at(output)
    records = store.records()
    if scheme_of(output) is None:
        folder = Path(output)
        sweep(folder / name)
        paths = [str(folder / file) for key in sorted(records) for file in names(folder, records[key])]
        write_tables(read(paths, failed), form, folder / name, lambda name, error: failed(error))
        return
    from minutesparse.batch.remote import put

    with TemporaryDirectory(prefix="minutesparse-") as made:
        target = Path(made) / name
        documents = (one for key in sorted(records) for one in _documents(store, records[key], failed))
        write_tables(documents, form, target, lambda name, error: failed(error))
        for file in sorted(target.iterdir()) if target.is_dir() else [target]:
            put(file, below(output, file.relative_to(made).parts))


def _documents(store: Store, record: Record, failed: Failed) -> Iterator[tuple[str, Node]]:
    """The documents of a record in a bucket: those of the names that hold what the record says."""
    for called in candidates(record):
        for file, wanted in zip(called, record.outputs, strict=True):
            try:
                data = store.read(file)
            except OSError as error:
                if error.errno == errno.ENOENT:
                    break
                failed(SourceError(f"{store.shown}/{file}", reason_of(error)))
                return
            if hashlib.sha256(data).hexdigest() != wanted:
                break
            yield from from_stream(f"{store.shown}/{file}", io.BytesIO(data), failed)
        else:
            return
