"""Plain documents held to the published schema without building the models.

pydantic's core takes a schema of its own; the few keywords of ``schema.json`` are put into its terms here. Importing
pydantic and building the models for one short file would take longer than all the rest.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from minutesparse.reader import Node
from minutesparse.schema import Schema, document_schema

if TYPE_CHECKING:
    from pydantic_core import SchemaValidator

_SCALARS = {"string": "str", "integer": "int", "boolean": "bool"}
_BOUNDS = {"pattern": "pattern", "minimum": "ge"}


def validated(document: Node) -> Node:
    """A copy of ``document``, keys in the schema's order. Raises ``ValidationError`` where it breaks the schema."""
    checked: Node = _validator().validate_python(document)
    return checked


def document_json(document: Any, indent: int | None = None) -> str:
    """What ``Minutes.to_json`` gives for the same document, or the JSON of a part of it."""
    from pydantic_core import PydanticSerializationError, to_json

    try:
        return to_json(document, indent=indent).decode()
    except PydanticSerializationError:  # a lone surrogate
        from minutesparse.writers.json import json_text

        return json_text(document, indent)


@cache
def _validator() -> SchemaValidator:
    from pydantic_core import SchemaValidator

    schema = document_schema()
    definitions = [{**_core(part), "ref": name} for name, part in schema["$defs"].items()]
    core: Any = {"type": "definitions", "schema": _core(schema), "definitions": definitions}
    return SchemaValidator(core)


def _core(schema: Schema) -> dict[str, Any]:
    """The schema of one field or node in the terms of pydantic's core."""
    if "$ref" in schema:
        return {"type": "definition-ref", "schema_ref": schema["$ref"].rpartition("/")[2]}
    if "anyOf" in schema:  # the contract has no other unions than with null
        (present,) = (option for option in schema["anyOf"] if option.get("type") != "null")
        return {"type": "nullable", "schema": _core(present)}
    if "enum" in schema:
        return {"type": "literal", "expected": schema["enum"]}
    if "properties" in schema:
        required = schema.get("required", ())
        fields = {
            name: {"type": "typed-dict-field", "schema": _core(field), "required": name in required}
            for name, field in schema["properties"].items()
        }
        return {"type": "typed-dict", "fields": fields}
    kind = schema["type"]
    if kind == "array":
        return {"type": "list", "items_schema": _core(schema["items"])}
    if kind == "object":
        return {"type": "dict", "values_schema": _core(schema["additionalProperties"])}
    bounds = {core: schema[keyword] for keyword, core in _BOUNDS.items() if keyword in schema}
    return {"type": _SCALARS[kind], **bounds}
