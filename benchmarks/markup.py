"""A document as an act in the marked-up text of bluebell-akn: its full grammar is measured on the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]

INDENT = "  "
SPECIAL = re.compile(r"([\\*/_{}\[\]])")  # opens or closes what stands within a line
NAME = re.compile(r"[A-Z]+\b")  # a line's first word might be the name of an element


def act(document: Node) -> str:
    """Items as sections, points as numbered paragraphs, all else as lines of text."""
    lines = ["BODY", ""]
    for item in document["items"]:
        lines += _section(item, 0)
    for block in (*document["front_matter"], *document["attendance_text"], *document["back_matter"]):
        lines += _block(block, 0)
    return "\n".join(lines) + "\n"


def _section(item: Node, depth: int) -> Iterator[str]:
    margin = INDENT * depth
    yield f"{margin}{'SUBSECTION' if depth else 'SECTION'} {item['number'] or ''} - {_escaped(item['title'] or '')}"
    yield ""
    for field in ("purpose", "report_of"):
        if item[field]:
            yield from _line(item[field], depth + 1)
    for block in item["content"]:
        yield from _block(block, depth + 1)
    for resolution in item["resolutions"]:
        yield from _resolution(resolution, depth + 1)
    for inner in item["items"]:
        yield from _section(inner, depth + 1)


def _block(block: Node, depth: int) -> Iterator[str]:
    if block["kind"] != "point":
        yield from _line(block["text"], depth)
    else:
        yield f"{INDENT * depth}PARA ({block['label'] or '-'})"
        yield from _line(block["text"], depth + 1)
    for child in block["children"]:
        yield from _block(child, depth + 1)


def _resolution(resolution: Node, depth: int) -> Iterator[str]:
    yield from _line(" ".join(filter(None, (resolution["lead"], resolution["text"]))), depth)
    for clause in resolution["clauses"]:
        yield f"{INDENT * depth}PARA ({clause['label'] or '-'})"
        yield from _line(clause["text"], depth + 1)


def _line(text: str | None, depth: int) -> Iterator[str]:
    if text:
        guard = "\\" if NAME.match(text) else ""
        yield f"{INDENT * depth}{guard}{_escaped(text)}"
        yield ""


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)
