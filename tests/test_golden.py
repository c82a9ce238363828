"""Every fixture gives its golden document, and between them they fill each field of the contract and leave it null."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel
from tests.golden import FIXTURES, document_of, fixtures

from minutesparse.model import Minutes

# Fields that no fixture can fill or leave null, each with its reason.
NEVER_NULL: dict[str, str] = {
    "SourceInfo.name": "golden documents are named",
    "SourceInfo.sha256": "golden documents are made of bytes",
    "SourceInfo.encoding": "golden documents are made of bytes",
    "Minutes.lines": "golden documents hold the line map",
    "Clause.label": "not read yet: clauses without a marker (english-district/transport)",
    "Item.title": "not read yet: numbered paragraphs as items (numbered-paragraphs/plain)",
    "Public.count": "not read yet: uncounted members of the public (english-district/transport)",
}
NEVER_FILLED: dict[str, str] = {}
# Values of enumerations that no rule gives yet, though a fixture holds them.
NEVER_SHOWN = {"quote"}  # town-markdown/saltby


@pytest.mark.parametrize("path", fixtures(), ids=lambda path: f"{path.parent.name}/{path.stem}")
class TestFixture:
    def test_gives_its_golden_document(self, path: Path) -> None:
        golden = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert document_of(path) == golden, "run `make golden` and read the difference"

    def test_says_what_it_shows(self, path: Path) -> None:
        readme = (path.parent / "README.md").read_text(encoding="utf-8")
        alone = len(list(path.parent.glob("*.txt"))) == 1
        assert len(readme.split()) >= 5 and (alone or f"`{path.name}`" in readme)


def test_no_golden_document_without_fixture() -> None:
    assert {path.with_suffix(".txt") for path in FIXTURES.glob("*/*.json")} <= set(FIXTURES.glob("*/*.txt"))


@pytest.fixture(scope="module")
def seen() -> dict[str, set[bool]]:
    """For each nullable field whether golden documents fill it (True) and leave it null (False)."""
    found: dict[str, set[bool]] = {}
    for path in fixtures():
        golden = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        for name, value in nullable_values(Minutes, golden):
            found.setdefault(name, set()).add(value is not None)
    return found


def nullable_values(model: type[BaseModel], node: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """``Model.field`` and value of each field of ``node``, and of all below it, that may be null."""
    for name, field in model.model_fields.items():
        if name not in node:
            continue
        if may_be_null(field.annotation):
            yield f"{model.__name__}.{name}", node[name]
        inner = model_in(field.annotation)
        if inner is not None and node[name] is not None:
            for child in node[name] if isinstance(node[name], list) else [node[name]]:
                yield from nullable_values(inner, child)


def may_be_null(annotation: Any) -> bool:
    return isinstance(annotation, UnionType) and NoneType in get_args(annotation)


def model_in(annotation: Any) -> type[BaseModel] | None:
    """The model that an annotation holds, as it is, in a list, or beside None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) is list or isinstance(annotation, UnionType):
        return next((found for one in get_args(annotation) if (found := model_in(one)) is not None), None)
    return None


def nullable_fields(model: type[BaseModel], done: set[type[BaseModel]]) -> Iterator[str]:
    if model in done:
        return
    done.add(model)
    for name, field in model.model_fields.items():
        if may_be_null(field.annotation):
            yield f"{model.__name__}.{name}"
        inner = model_in(field.annotation)
        if inner is not None:
            yield from nullable_fields(inner, done)


@pytest.mark.parametrize("name", sorted(nullable_fields(Minutes, set())))
def test_field_is_filled_and_left_null(name: str, seen: dict[str, set[bool]]) -> None:
    states = seen.get(name, set())
    assert (True in states) != (name in NEVER_FILLED), "no fixture fills it"
    assert (False in states) != (name in NEVER_NULL), "no fixture leaves it null"


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("layout", {"moderngov-item", "moderngov-meeting", "document"}),
        ("block.kind", {"paragraph", "point", "heading", "quote", "table"}),
        ("attendee.status", {"present", "in_attendance", "apologies", "absent"}),
        ("attendee.roles", {"chair", "vice_chair", "mayor", "deputy_mayor", "clerk"}),
        ("resolution.kind", {"resolved", "agreed", "recommended", "noted", "motion"}),
        ("resolution.result", {"carried", "lost", "withdrawn", "deferred"}),
        ("voter.option", {"for", "against", "abstain", "absent"}),
        ("flags", {"exempt", "truncated", "is_amendment", "unanimous", "left_meeting"}),
    ],
)
def test_values_of_enumerations_are_shown(field: str, values: set[str]) -> None:
    shown: set[str] = set()
    for path in fixtures():
        golden = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        shown |= {value for name, value in enumerated(golden) if name == field}
    assert values - shown == values & NEVER_SHOWN


def enumerated(golden: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Names and values of enumerations in a golden document."""
    yield "layout", golden["layout"]
    for attendee in golden["attendance"]:
        yield "attendee.status", attendee["status"]
        yield from (("attendee.roles", role) for role in attendee["roles"])
    for node in nodes(golden):
        for flag in ("exempt", "truncated", "is_amendment", "unanimous", "left_meeting"):
            if node.get(flag) is True:
                yield "flags", flag
        if "children" in node:
            yield "block.kind", node["kind"]
        if "is_amendment" in node:
            yield "resolution.kind", node["kind"]
            yield "resolution.result", node["result"]
        if "option" in node:
            yield "voter.option", node["option"]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every dict of a document."""
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(child)
