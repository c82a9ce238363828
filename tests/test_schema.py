"""The schema as an independent validator reads it."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

import minutesparse
from minutesparse.contract import document_json, validated
from minutesparse.errors import OptionError
from minutesparse.model import Minutes
from minutesparse.schema import document_schema, part_schema, references, schema_of_models

SCHEMA = document_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)

WRONG = [
    (("schema_version",), "2.0"),
    (("items", 0, "level"), 0),
    (("items", 0, "exempt"), None),
    (("items", 0, "resolutions", 0, "kind"), "decreed"),
    (("items", 0, "resolutions", 0, "clauses"), None),
    (("items", 0, "span", "start"), -1),
    (("meeting", "date"), 2024),
    (("attendance", 0, "status"), "late"),
]
"""Places in a document and what must not stand there."""


def changed(document: dict[str, Any], path: tuple[Any, ...], value: object) -> dict[str, Any]:
    """The document with ``value`` at ``path``."""
    copied = copy.deepcopy(document)
    node: Any = copied
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    return copied


def test_is_a_schema_with_a_stable_id() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["$id"] == "urn:minutesparse:schema:1:minutes"


def test_takes_a_document(document: dict[str, Any]) -> None:
    VALIDATOR.validate(document)
    VALIDATOR.validate({**document, "lines": [{"line": 1, "role": "meeting"}]})


@pytest.mark.parametrize("text", ["", " \n", "Notes\n", "1. Budget\n\nRESOLVED: That it be approved.\n"])
def test_takes_what_is_parsed(text: str) -> None:
    VALIDATOR.validate(minutesparse.parse(text).to_dict())
    VALIDATOR.validate(minutesparse.parse(text, lines=True).to_dict())


def test_allows_fields_of_a_later_version(document: dict[str, Any]) -> None:
    document["items"][0]["mood"] = "calm"
    VALIDATOR.validate({**document, "schema_version": "1.7", "minuted_by": None})


def test_every_key_but_lines_is_required() -> None:
    assert set(SCHEMA["properties"]) - set(SCHEMA["required"]) == {"lines"}
    for name, part in SCHEMA["$defs"].items():
        assert set(part["required"]) == set(part["properties"]), name


@pytest.mark.parametrize(("path", "value"), WRONG)
def test_refuses(document: dict[str, Any], path: tuple[Any, ...], value: object) -> None:
    assert not VALIDATOR.is_valid(changed(document, path, value))


def test_the_file_is_what_the_models_give() -> None:
    assert schema_of_models() == SCHEMA, "run python -m minutesparse.schema"


class TestContract:
    """Documents validated by the schema file come out as those validated by the models do."""

    def test_same_as_the_models(self, document: dict[str, Any]) -> None:
        shuffled = {**dict(reversed(document.items())), "mood": "calm"}
        minutes = Minutes.model_validate(document)
        for indent in (None, 2):
            assert document_json(validated(shuffled), indent) == minutes.to_json(indent)
        with_lines = {**document, "lines": [{"line": 1, "role": "meeting"}]}
        assert document_json(validated(with_lines)) == Minutes.model_validate(with_lines).to_json()

    @pytest.mark.parametrize(("path", "value"), WRONG)
    def test_refuses(self, document: dict[str, Any], path: tuple[Any, ...], value: object) -> None:
        with pytest.raises(ValidationError):
            validated(changed(document, path, value))

    def test_lone_surrogates(self, document: dict[str, Any]) -> None:
        document["layout"] = "\ud800"
        assert json.loads(document_json(validated(document)))["layout"] == "\ufffd"


class TestParts:
    def test_holds_what_it_refers_to(self, document: dict[str, Any]) -> None:
        schema = part_schema("Resolution")
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema["$id"] == "urn:minutesparse:schema:1:resolution"
        assert set(references(schema)) <= set(schema["$defs"])
        validator = jsonschema.Draft202012Validator(schema)
        validator.validate(document["items"][0]["resolutions"][0])
        assert not validator.is_valid({"id": "resolution-1"})

    @pytest.mark.parametrize("name", ["Minutes", *SCHEMA["$defs"]])
    def test_each_is_a_schema(self, name: str) -> None:
        schema = part_schema(name)
        jsonschema.Draft202012Validator.check_schema(schema)
        assert set(references(schema)) <= set(schema.get("$defs", ()))

    def test_unknown_name(self) -> None:
        with pytest.raises(OptionError, match=r"'resolutoin'\. Did you mean 'Resolution'\?"):
            part_schema("resolutoin")
