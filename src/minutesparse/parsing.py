"""Text, bytes or a file to `Minutes`: the stages in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from minutesparse import source as reading
from minutesparse._version import SCHEMA_VERSION, __version__
from minutesparse.assemble import document_node, number_and_link
from minutesparse.corrections import Correction, apply, load
from minutesparse.diagnose import diagnose
from minutesparse.evidence import Weighing
from minutesparse.facts.meeting_signature import read_signature
from minutesparse.furniture import mark_furniture
from minutesparse.interpret import Draft, Interpreter
from minutesparse.language import detect
from minutesparse.layouts import by_name, recognise
from minutesparse.layouts.base import Layout
from minutesparse.lines import Line, classify
from minutesparse.outline import Outline
from minutesparse.outline_document import outline_document
from minutesparse.outline_pages import outline_issue_page, outline_item_page, outline_meeting_page
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
    corrections: str | Path | None = None,
) -> Minutes:
    """Minutes of a file; ``corrections`` is the file of what a reader has put right (`corrections.beside` finds it).

    Raises ``SourceError`` where the file cannot be read or is no text, ``OptionError`` where corrections do not fit.
    """
    known = load(corrections) if corrections is not None else ()
    return _run(reading.from_file(path, encoding), layout, metadata, lines, known)


def _run(
    source: Source,
    layout: str | None,
    metadata: Mapping[str, str] | None,
    lines: bool,
    corrections: Sequence[Correction] = (),
) -> Minutes:
    from minutesparse.model import Minutes  # building the models takes longer than parsing a page

    return Minutes.model_validate(to_node(source, layout, metadata, lines, corrections))


def to_node(
    source: Source,
    layout_name: str | None,
    metadata: Mapping[str, str] | None,
    with_lines: bool,
    corrections: Sequence[Correction] = (),
) -> Node:
    """The document of one source as a plain node, before validation."""
    return read_stages(source, layout_name, None, corrections).node(metadata, with_lines)


@dataclass(slots=True)
class Stages:
    """What the stages made of one source, up to the finished draft."""

    reader: Reader
    lines: list[Line]
    layout: Layout
    outline: Outline
    draft: Draft

    def node(self, metadata: Mapping[str, str] | None, with_lines: bool) -> Node:
        """The document as a plain node; ``with_lines`` adds the role of each line."""
        source = self.reader.source
        language = detect(source.text)
        outer = {
            "schema_version": SCHEMA_VERSION,
            "generator": {"name": "minutesparse", "version": __version__},
            "source": {
                "name": source.name,
                "sha256": source.sha256,
                "encoding": source.encoding,
                "characters": len(source.text),
                "lines": source.line_count,
                "language": language,
                "metadata": dict(metadata or {}),
            },
            "layout": self.layout.name,
            "diagnostics": diagnose(self.reader, self.lines, self.outline, self.draft, language),
            "lines": line_roles(self.lines) if with_lines else None,
        }
        return document_node(self.draft, outer)


def read_stages(
    source: Source,
    layout_name: str | None,
    evidence: dict[int, Weighing] | None = None,
    corrections: Sequence[Correction] = (),
) -> Stages:
    """Run the stages over one source.

    ``evidence``, where given, takes what was weighed for each line; ``corrections`` are what a reader has put right.
    """
    text = source.text
    lines = classify(source)
    layout = recognise(text, lines) if layout_name is None else by_name(layout_name)
    if layout.name == "document":
        mark_furniture(text, lines)
    forced = apply(corrections, text, lines)
    reader = Reader(source, [(line.start, line.stop) for line in lines if line.role == "furniture"])
    signature, signed = read_signature(reader, lines, 0, len(lines) - 1) if layout.name == "document" else (None, set())
    for index in signed:
        if not lines[index].role:
            lines[index].role = "signature"
    outline = _outline(text, lines, layout, evidence, forced)
    if not any(lines[index].role == "signature" for index in signed):
        signature = None
    draft = Interpreter(reader, lines, layout, outline, signature).draft()
    number_and_link(draft)
    return Stages(reader, lines, layout, outline, draft)


def line_roles(lines: Sequence[Line]) -> list[Node]:
    """The line map: the role of each line that is not blank."""
    return [{"line": line.index + 1, "role": line.role} for line in lines if not line.blank]


def _outline(
    text: str,
    lines: Sequence[Line],
    layout: Layout,
    evidence: dict[int, Weighing] | None,
    forced: Mapping[int, bool],
) -> Outline:
    if layout.name == "moderngov-item":
        return outline_item_page(text, lines, layout)
    if layout.name == "moderngov-meeting":
        return outline_meeting_page(text, lines, layout)
    if layout.name == "moderngov-issue":
        return outline_issue_page(text, lines, layout)
    return outline_document(text, lines, evidence, forced)
