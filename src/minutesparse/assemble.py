"""Ids and links over a finished draft, and the document's outer fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from minutesparse.facts.people import Roll, link
from minutesparse.interpret import Draft, walk_clauses
from minutesparse.reader import Node

NOT_IN_ID = re.compile(r"[^0-9a-z]+")


def number_and_link(draft: Draft) -> None:
    """Give every node its id, in document order, and every reference the attendee that it names."""
    _count(draft.attendance, "person")
    _number_items(draft.items)
    items = list(walk_items(draft.items))
    resolutions = _in_order([*draft.resolutions, *(node for item in items for node in item["resolutions"])])
    actions = _in_order([*draft.actions, *(node for item in items for node in item["actions"])])
    declarations = _in_order([*draft.declarations, *(node for item in items for node in item["declarations"])])
    blocks = [
        *draft.front_matter,
        *draft.back_matter,
        *draft.unplaced,
        *(node for item in items for node in item["content"]),
    ]
    _count(_in_order(block for block in walk_blocks(blocks) if block["kind"] == "point"), "point")
    _count(resolutions, "resolution")
    _count(_in_order(clause for resolution in resolutions for clause in walk_clauses(resolution["clauses"])), "clause")
    _count(actions, "action")
    _count(declarations, "declaration")
    for action in actions:
        if action["resolution"] is not None:
            action["resolution"] = action["resolution"]["id"]
    for resolution in resolutions:
        for field in ("amends", "same_as"):
            if isinstance(resolution[field], dict):
                resolution[field] = resolution[field]["id"]
    _link(draft, resolutions, actions, declarations)


def _link(draft: Draft, resolutions: Iterable[Node], actions: Iterable[Node], declarations: Iterable[Node]) -> None:
    references: list[Node] = []
    for resolution in resolutions:
        references += [*resolution["moved_by"], *resolution["seconded_by"]]
        if resolution["vote"] is not None:
            references += resolution["vote"]["voters"]
    for action in actions:
        references += action["owners"]
    references += declarations
    known: dict[tuple[str, str | None], str | None] = {}
    roll = Roll(draft.attendance)
    for reference in references:
        printed = reference["name"], reference.get("honorific")
        if printed not in known:
            known[printed] = link(printed[0], roll, printed[1])
        reference["person"] = known[printed]


def walk_items(items: Iterable[Node]) -> Iterator[Node]:
    """All items, parents first."""
    for item in items:
        yield item
        if item["items"]:
            yield from walk_items(item["items"])


def walk_blocks(blocks: Iterable[Node]) -> Iterator[Node]:
    """All blocks, parents first."""
    for block in blocks:
        yield block
        if block["children"]:
            yield from walk_blocks(block["children"])


def _in_order(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=lambda node: (node["span"]["start"], -node["span"]["end"]))


def _count(nodes: Iterable[Node], prefix: str) -> None:
    for number, node in enumerate(nodes, 1):
        node["id"] = f"{prefix}-{number}"


def _number_items(items: Iterable[Node]) -> None:
    """Ids of items: the number in lower case with hyphens, or the count of unnumbered ones; repeats get ``--2``."""
    seen: dict[str, int] = {}
    unnumbered = 0
    for item in walk_items(items):
        slug = NOT_IN_ID.sub("-", item["number"].casefold()).strip("-") if item["number"] else ""
        if not slug:
            unnumbered += 1
            slug = f"at-{unnumbered}"
        seen[slug] = seen.get(slug, 0) + 1
        item["id"] = f"item-{slug}" if seen[slug] == 1 else f"item-{slug}--{seen[slug]}"


def document_node(draft: Draft, outer: dict[str, Any]) -> Node:
    """The whole document as the contract orders its fields."""
    return {
        "schema_version": outer["schema_version"],
        "generator": outer["generator"],
        "source": outer["source"],
        "layout": outer["layout"],
        "meeting": draft.meeting,
        "attendance": draft.attendance,
        "attendance_text": draft.attendance_text,
        "public": draft.public,
        "items": draft.items,
        "front_matter": draft.front_matter,
        "back_matter": draft.back_matter,
        "resolutions": draft.resolutions,
        "actions": draft.actions,
        "declarations": draft.declarations,
        "unplaced": draft.unplaced,
        "diagnostics": outer["diagnostics"],
        "lines": outer["lines"],
    }
