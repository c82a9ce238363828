"""JSON Schema (2020-12) of the contract.

It is made from the models and kept in the package as ``schema.json``, so that the commands need not build the models to
know it; ``python -m minutesparse.schema`` writes it anew, and a test compares the two.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from minutesparse.errors import OptionError
from minutesparse.spelling import did_you_mean

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE = Path(__file__).with_name("schema.json")

Schema = dict[str, Any]


def document_schema() -> Schema:
    """The schema of a whole document. Fields that a later 1.x adds are allowed."""
    schema: Schema = json.loads(FILE.read_text(encoding="utf-8"))
    return schema


def schema_of_models() -> Schema:
    """The same, made from the models."""
    from minutesparse.model import SCHEMA_ID, Minutes

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
    schema = {"$schema": DIALECT, "$id": f"{whole['$id'].rpartition(':')[0]}:{name.lower()}", **parts[name]}
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


if __name__ == "__main__":
    FILE.write_text(json.dumps(schema_of_models(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
