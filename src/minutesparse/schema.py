"""JSON Schema (2020-12) of the contract, made from the models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from minutesparse.errors import OptionError
from minutesparse.model import SCHEMA_ID, Minutes
from minutesparse.spelling import did_you_mean

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def document_schema() -> Schema:
    """The schema of a whole document. Fields that a later 1.x adds are allowed."""
    return {"$schema": DIALECT, "$id": SCHEMA_ID, **Minutes.model_json_schema(mode="serialization")}


def part_schema(name: str) -> Schema:
    """The schema of one model (``Resolution``) with what it refers to; its ``$id`` ends in the name, in lower case.

    Raises ``OptionError`` where the document has no such model.
    """
    whole = document_schema()
    if name == "Minutes":
        return whole
    parts: dict[str, Schema] = whole["$defs"]
    if name not in parts:
        raise OptionError(f"no part of the document is called {name!r}.{did_you_mean(name, ['Minutes', *parts])}")
    schema = {"$schema": DIALECT, "$id": f"{SCHEMA_ID.rpartition(':')[0]}:{name.lower()}", **parts[name]}
    if needed := _referred(parts[name], parts):
        schema["$defs"] = {part: parts[part] for part in sorted(needed)}
    return schema


def _referred(schema: Schema, parts: dict[str, Schema]) -> set[str]:
    """Names of all parts that ``schema`` refers to, directly or through others."""
    found: set[str] = set()
    pending = list(references(schema))
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending.extend(references(parts[name]))
    return found


def references(schema: Any) -> Iterator[str]:
    """Names of the parts that stand as ``$ref`` anywhere in ``schema``."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        for value in schema.values():
            yield from references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from references(value)
