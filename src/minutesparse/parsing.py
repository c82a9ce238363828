"""Text, bytes or a file to `Minutes`: the stages in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minutesparse import source as reading
from minutesparse._version import SCHEMA_VERSION, __version__
from minutesparse.assemble import document_node, number_and_link
from minutesparse.diagnose import diagnose
from minutesparse.facts.meeting_signature import read_signature
from minutesparse.furniture import mark_furniture
from minutesparse.interpret import Interpreter
from minutesparse.language import detect
from minutesparse.layouts import by_name, recognise
from minutesparse.layouts.base import Layout
from minutesparse.lines import Line, classify
from minutesparse.outline import Outline
from minutesparse.outline_document import outline_document
from minutesparse.outline_pages import outline_item_page, outline_meeting_page
from minutesparse.reader import Node, Reader
from minutesparse.source import Source

if TYPE_CHECKING:
    from minutesparse.model import Minutes


def parse(
    text: str, *, layout: str | None = None, metadata: Mapping[str, str] | None = None, lines: bool = False
) -> Minutes:
    """Minutes of decoded text.

    ``layout`` overrides the recognition (`layouts.LAYOUTS` has the names; ``OptionError`` for others), ``metadata`` is
    passed through in ``source.metadata``, ``lines`` adds the role of each line.
    """
    return _run(reading.from_text(text), layout, metadata, lines)


def parse_bytes(
    data: bytes,
    *,
    name: str | None = None,
    encoding: str | None = None,
    layout: str | None = None,
    metadata: Mapping[str, str] | None = None,
    lines: bool = False,
) -> Minutes:
    """Minutes of undecoded bytes; ``encoding`` overrides the guess. Raises ``SourceError`` where they are no text."""
    return _run(reading.from_bytes(data, name, encoding), layout, metadata, lines)


def parse_file(
    path: str | Path,
    *,
    encoding: str | None = None,
    layout: str | None = None,
    metadata: Mapping[str, str] | None = None,
    lines: bool = False,
) -> Minutes:
    """Minutes of a file. Raises ``SourceError`` where it cannot be read or is no text."""
    return _run(reading.from_file(path, encoding), layout, metadata, lines)


def _run(source: Source, layout: str | None, metadata: Mapping[str, str] | None, lines: bool) -> Minutes:
    from minutesparse.model import Minutes  # building the models takes longer than parsing a page

    return Minutes.model_validate(to_node(source, layout, metadata, lines))


def to_node(source: Source, layout_name: str | None, metadata: Mapping[str, str] | None, with_lines: bool) -> Node:
    """The document of one source as a plain node, before validation."""
    text = source.text
    lines = classify(source)
    layout = recognise(text, lines) if layout_name is None else by_name(layout_name)
    if layout.name == "document":
        mark_furniture(text, lines)
    reader = Reader(source, [(line.start, line.stop) for line in lines if line.role == "furniture"])
    signature, signed = read_signature(reader, lines, 0, len(lines) - 1) if layout.name == "document" else (None, set())
    for index in signed:
        if not lines[index].role:
            lines[index].role = "signature"
    outline = _outline(text, lines, layout)
    if not any(lines[index].role == "signature" for index in signed):
        signature = None
    draft = Interpreter(reader, lines, layout, outline, signature).draft()
    number_and_link(draft)
    language = detect(text)
    outer = {
        "schema_version": SCHEMA_VERSION,
        "generator": {"name": "minutesparse", "version": __version__},
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "encoding": source.encoding,
            "characters": len(text),
            "lines": source.line_count,
            "language": language,
            "metadata": dict(metadata or {}),
        },
        "layout": layout.name,
        "diagnostics": diagnose(reader, lines, outline, draft, language),
        "lines": [{"line": line.index + 1, "role": line.role} for line in lines if not line.blank]
        if with_lines
        else None,
    }
    return document_node(draft, outer)


def _outline(text: str, lines: Sequence[Line], layout: Layout) -> Outline:
    if layout.name == "moderngov-item":
        return outline_item_page(text, lines, layout)
    if layout.name == "moderngov-meeting":
        return outline_meeting_page(text, lines, layout)
    return outline_document(text, lines)
