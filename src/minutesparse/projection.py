"""Parts of a document: the values at a path, or everything but the spans. These are projections, not documents."""

from __future__ import annotations

from typing import Any

from minutesparse.errors import OptionError
from minutesparse.schema import Schema, document_schema, references
from minutesparse.spelling import did_you_mean

Path = tuple[str, ...]


def parse_path(path: str) -> Path:
    """The field names of a dotted path such as ``items.resolutions``, each checked against the schema.

    Raises ``OptionError`` where there is no such field.
    """
    schema = document_schema()
    parts: dict[str, Schema] = schema["$defs"]
    names = tuple(path.split("."))
    for position, name in enumerate(names):
        schema = _node_schema(schema, parts)
        fields: dict[str, Schema] = schema.get("properties", {})
        if name in fields:
            schema = fields[name]
        elif name and isinstance(schema.get("additionalProperties"), dict):
            schema = schema["additionalProperties"]
        elif fields:
            raise OptionError(f"no field {name!r}{_below(names[:position])}.{did_you_mean(name, fields)}")
        else:
            raise OptionError(f"{'.'.join(names[:position])!r} has no fields below it")
    return names


def _below(names: Path) -> str:
    return f" in {'.'.join(names)!r}" if names else ""


def _node_schema(schema: Schema, parts: dict[str, Schema]) -> Schema:
    """The schema of the objects that a field holds, through lists, null and references."""
    for name in references(schema) if "properties" not in schema else ():
        return parts[name]
    return schema


def select(document: Any, path: Path) -> Any:
    """The value at ``path``; where it leads through lists, the list of all values in order.

    Below null stands null, as in jq, so that ``items.resolutions.vote.method`` has an entry for each resolution.
    """
    value = document
    for name in path:
        value = _field(value, name)
    return value


def _field(value: Any, name: str) -> Any:
    if isinstance(value, list):
        found: list[Any] = []
        for child in value:
            inner = _field(child, name)
            found.extend(inner) if isinstance(inner, list) else found.append(inner)
        return found
    return None if value is None else value.get(name)


def without_spans(value: Any) -> Any:
    """``value`` without any ``span``."""
    if isinstance(value, dict):
        return {key: without_spans(child) for key, child in value.items() if key != "span"}
    if isinstance(value, list):
        return [without_spans(child) for child in value]
    return value
