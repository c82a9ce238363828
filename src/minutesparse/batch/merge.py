"""Output folders of several shards as one: the same, whatever is merged first."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from minutesparse.batch.folder import Folder
from minutesparse.batch.manifest import FILE, FOLDER, Record, line_of, read
from minutesparse.batch.outputs import PLACES, names
from minutesparse.batch.run import STREAM
from minutesparse.errors import OptionError, SourceError, reason_of
from minutesparse.paths import leads_out
from minutesparse.writers.whole import whole


def merge(folders: Sequence[Path], into: Path) -> int:
    """Copy the outputs of batches into a new or merged folder, and give how many inputs it holds then.

    Each output is held against its digest. Raises ``OptionError`` where a folder is none of a batch, an output is not
    what its manifest says, or two batches have made different outputs of one input; then nothing was copied.
    """
    state = into / FOLDER
    store = Folder(str(into))
    with store.held():
        store.sweep()
        merged = read(state / FILE)
        copies: list[tuple[Path, str]] = []
        for folder in folders:
            records = _records(folder)
            for record in records.values():
                there = merged.get(record.name)
                if there is not None and _essence(there) != _essence(record):
                    raise OptionError(f"{folder}: {record.name!r} came to something else in another of the folders")
                if there is None or record.seconds < there.seconds:  # of two that agree, always the same one
                    merged[record.name] = record
                copies += [(folder, name) for name in _outputs(folder, record, into)]
        for folder, name in copies:
            _copy(folder / name, into / name)
        with whole(state / FILE) as stream:
            stream.writelines(line_of(merged[name]) for name in sorted(merged))
        _write_stream(into, (merged[name] for name in sorted(merged)))
    return len(merged)


def _records(folder: Path) -> dict[str, Record]:
    path = folder / FOLDER / FILE
    if not path.is_file():
        raise OptionError(f"{folder}: not the output of a batch")
    return read(path)


def _essence(record: Record) -> tuple[object, ...]:
    return record.status, record.input, record.options, record.version, record.outputs


def _outputs(folder: Path, record: Record, into: Path) -> list[str]:
    """The names of a record's outputs, each found right and to stay in its folder when copied ``into`` another."""
    found = names(folder, record)
    if not found and record.outputs:
        raise OptionError(f"{folder}: the output of {record.name!r} is not there")
    for name in found:
        # a manifest comes from another machine: what it calls an input is not believed
        if leads_out(folder / name, folder) or leads_out(into / name, into):
            raise OptionError(f"{folder}: {name!r} leads out of the folder")
    for name, wanted in zip(found, record.outputs, strict=True):
        try:
            digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise SourceError(str(folder / name), reason_of(error)) from error
        if digest != wanted:
            raise OptionError(f"{folder / name}: changed since it was written")
    return found


def _write_stream(into: Path, records: Iterable[Record]) -> None:
    """The documents of a stream as one file, in the order of ``records``; none where no batch wrote a stream."""
    parts = [name for record in records for name in names(into, record) if name.startswith(PLACES[1])]
    if parts:
        with whole(into / STREAM) as stream:
            for name in parts:
                stream.write((into / name).read_bytes())


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as read, whole(target) as written:
        shutil.copyfileobj(read, written)
