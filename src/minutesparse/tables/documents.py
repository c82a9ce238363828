"""Documents read back from the files that ``extract`` and ``batch`` wrote."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from minutesparse.errors import DocumentError, MinutesparseError, SourceError, reason_of
from minutesparse.paths import fault_of
from minutesparse.reader import Node

STDIN = "-"
LINES = ".jsonl"
ENDINGS = (".json", LINES, ".yaml", ".yml")
NOT_DOCUMENTS = frozenset({"datapackage.json"})

Failed = Callable[[MinutesparseError], None]
"""Hears of a file, or a line of one, that holds no document."""


def read(paths: Sequence[str], failed: Failed) -> Iterator[tuple[str, Node]]:
    """The documents in files and folders, each with where it stands, in order; folders are walked sorted by name.

    In a folder hidden files and folders, other endings than those of documents and ``datapackage.json`` are passed
    over. ``-`` is JSON Lines from standard input. What holds no document is told to ``failed``.
    """
    for path in paths:
        if path == STDIN:
            yield from _from_lines(path, sys.stdin.buffer, failed)
            continue
        try:
            if not Path(path).is_dir():
                yield from _from_file(path, failed)
                continue
            for name in _walked(path, failed):
                if (fault := fault_of(name, path)) is None:
                    yield from _from_file(name, failed)
                else:
                    failed(SourceError(name, fault))
        except OSError as error:
            failed(_unreadable(path, error))


def _walked(folder: str, failed: Failed) -> Iterator[str]:
    for where, folders, names in os.walk(folder, onerror=lambda error: failed(_unreadable(folder, error))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if may_hold_documents(name):
                yield str(Path(where) / name)


def may_hold_documents(name: str) -> bool:
    """True for the name of a file in a folder that is one of documents, as far as the name tells."""
    return name.endswith(ENDINGS) and not name.startswith(".") and name not in NOT_DOCUMENTS


def _from_file(name: str, failed: Failed) -> Iterator[tuple[str, Node]]:
    try:
        with Path(name).open("rb") as stream:
            yield from from_stream(name, stream, failed)
    except OSError as error:
        failed(_unreadable(name, error))


def from_stream(name: str, stream: BinaryIO, failed: Failed) -> Iterator[tuple[str, Node]]:
    """The documents in what is read, by the ending of its name."""
    if name.endswith(LINES):
        yield from _from_lines(name, stream, failed)
        return
    data = stream.read()
    try:
        values = _from_yaml(data) if name.endswith((".yaml", ".yml")) else [_from_json(data)]
    except DocumentError as error:
        failed(DocumentError(f"{name}: {error}"))
        return
    for number, value in enumerate(values, start=1):
        where = name if len(values) == 1 else f"{name}, document {number}"
        yield from _checked(where, value, failed)


def _from_lines(name: str, stream: BinaryIO, failed: Failed) -> Iterator[tuple[str, Node]]:
    for number, line in enumerate(stream, start=1):
        if not line.isspace():
            where = f"{name}:{number}"
            try:
                value = _from_json(line)
            except DocumentError as error:
                failed(DocumentError(f"{where}: {error}"))
                continue
            yield from _checked(where, value, failed)


def _from_json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"not JSON: {error}") from error


def _from_yaml(data: bytes) -> list[Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # PyYAML may be built without libyaml
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(data, loader)):
            raise DocumentError("a document has no aliases (*name)")
        return list(yaml.load_all(data, loader))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise DocumentError(f"not YAML: {str(error).partition(chr(10))[0]}") from error


def _checked(where: str, value: Any, failed: Failed) -> Iterator[tuple[str, Node]]:
    """The value if it is a document, copied by the schema."""
    from pydantic_core import ValidationError

    from minutesparse.contract import validated

    if not isinstance(value, dict) or "schema_version" not in value:
        failed(DocumentError(f"{where}: not a document of minutes: it has no schema_version"))
        return
    try:
        document = validated(value)
    except ValidationError as error:
        first, *others = error.errors(include_url=False, include_input=False)
        path = ".".join(str(part) for part in first["loc"])
        more = f" (and {len(others)} more; 'minutesparse validate' tells all)" if others else ""
        failed(DocumentError(f"{where}: not a document of minutes: {path}: {first['msg'].lower()}{more}"))
        return
    yield where, document


def _unreadable(name: str, error: OSError) -> SourceError:
    return SourceError(error.filename or name, reason_of(error))
