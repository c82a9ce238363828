"""One source to plain nodes: the stages in order."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from minutesparse._version import SCHEMA_VERSION, __version__
from minutesparse.assemble import document_node, number_and_link
from minutesparse.corrections import Correction, apply, within
from minutesparse.diagnose import diagnose, part_of_file
from minutesparse.evidence import Weighing
from minutesparse.facts.meeting_signature import read_signature
from minutesparse.furniture import mark_furniture
from minutesparse.interpret import Draft, Interpreter
from minutesparse.language import detect
from minutesparse.layouts import by_name, recognise
from minutesparse.layouts.base import Layout
from minutesparse.lines import Line, classify, index_at
from minutesparse.meetings import Part, find_parts, moved, paragraphs, part_of
from minutesparse.numbering import Series, fit
from minutesparse.outline import Outline
from minutesparse.outline_document import outline_document
from minutesparse.outline_pages import outline_issue_page, outline_item_page, outline_meeting_page
from minutesparse.reader import Node, Reader
from minutesparse.run_in import part_lines
from minutesparse.source import Source


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """The collector of cycles put off: parsing makes trees, which it would go through time and again for nothing.

    It costs a twentieth of the time while the stages run, and as much again if it starts before they are gone. Who
    validates a document lets it rest until that is done, or it goes through all nodes in between.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@collector_at_rest()  # until the stages are gone, which hold more than the node
def to_node(
    source: Source,
    layout_name: str | None,
    metadata: Mapping[str, str] | None,
    with_lines: bool,
    corrections: Sequence[Correction] = (),
) -> Node:
    """The document of one source as a plain node, before validation; of its first meeting where it holds several."""
    return read_stages(source, layout_name, None, corrections).node(metadata, with_lines)


@collector_at_rest()
def to_nodes(
    source: Source,
    layout_name: str | None,
    metadata: Mapping[str, str] | None,
    with_lines: bool,
    corrections: Sequence[Correction] = (),
) -> list[Node]:
    """A document as `to_node` gives it for each meeting of one source."""
    lines, layout, parts = _survey(source, layout_name, corrections)
    if len(parts) == 1:
        return [_read(source, lines, layout, None, corrections).node(metadata, with_lines)]
    nodes: list[Node] = []
    for part in parts:
        stages = _read_part(source, layout, part, None, corrections)
        node: Node = moved(stages.node(metadata, with_lines), source.starts[part.first], part.first)
        node["diagnostics"].append(part_of_file(Reader(source), part, len(nodes) + 1, len(parts)))
        nodes.append(node)
    return nodes


@dataclass(slots=True)
class Stages:
    """What the stages made of one source, up to the finished draft.

    ``source`` is the file's; where that holds several meetings, ``reader`` and ``own`` lines are those of one, and
    ``others`` and ``rest`` are the other meetings and their lines.
    """

    source: Source
    reader: Reader
    own: list[Line]
    layout: Layout
    outline: Outline
    draft: Draft
    others: list[Part] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """All lines of the source."""
        return [*self.own, *self.rest] if self.rest else self.own

    def node(self, metadata: Mapping[str, str] | None, with_lines: bool) -> Node:
        """The document as a plain node; ``with_lines`` adds the role of each line."""
        source = self.source
        whole = Reader(source) if self.rest else self.reader
        language = detect(self.reader.text)
        of_file = detect(source.text) if self.reader.source is not source else language
        outer = {
            "schema_version": SCHEMA_VERSION,
            "generator": {"name": "minutesparse", "version": __version__},
            "source": {
                "name": source.name,
                "sha256": source.sha256,
                "encoding": source.encoding,
                "characters": len(source.text),
                "lines": source.line_count,
                "language": of_file,
                "metadata": dict(metadata or {}),
            },
            "layout": self.layout.name,
            "diagnostics": diagnose(self.reader, self.own, self.outline, self.draft, language, whole, self.others),
            "lines": line_roles(self.lines) if with_lines else None,
        }
        node = document_node(self.draft, outer)
        if self.rest:
            node["unplaced"] = [*node["unplaced"], *paragraphs(whole, self.rest)]
        return node


@collector_at_rest()
def read_stages(
    source: Source,
    layout_name: str | None,
    evidence: dict[int, Weighing] | None = None,
    corrections: Sequence[Correction] = (),
) -> Stages:
    """Run the stages over one source, or over its first meeting where it holds several.

    ``evidence``, where given, takes what was weighed for each line; ``corrections`` are what a reader has put right.
    """
    lines, layout, parts = _survey(source, layout_name, corrections)
    if len(parts) == 1:
        return _read(source, lines, layout, evidence, corrections)
    stages = _read_part(source, layout, parts[0], evidence, corrections)
    stages.others, stages.rest = parts[1:], lines[parts[0].stop :]
    for line in stages.rest:
        line.role = "unplaced"
    return stages


def _survey(
    source: Source, layout_name: str | None, corrections: Sequence[Correction]
) -> tuple[list[Line], Layout, list[Part]]:
    """The lines of a source, its layout, and the meetings in it."""
    text = source.text
    lines = classify(source)
    layout = recognise(text, lines) if layout_name is None else by_name(layout_name)
    if layout.name != "document":
        return lines, layout, [Part(0, len(lines))]
    return lines, layout, find_parts(text, lines, apply(corrections, text, lines))


def _read_part(
    source: Source,
    layout: Layout,
    part: Part,
    evidence: dict[int, Weighing] | None,
    corrections: Sequence[Correction],
) -> Stages:
    """The stages of one meeting of several, with offsets and lines counted from its beginning."""
    own = part_of(source, part)
    stages = _read(own, classify(own), layout, evidence, within(corrections, part.first, part.stop))
    return replace(stages, source=source)


def _read(
    source: Source,
    lines: list[Line],
    layout: Layout,
    evidence: dict[int, Weighing] | None,
    corrections: Sequence[Correction],
) -> Stages:
    text = source.text
    if layout.name == "document":
        mark_furniture(text, lines)
    forced = apply(corrections, text, lines)
    printed = lines
    series = fit(text, lines) if layout.name == "document" else None
    if series is not None and (parted := part_lines(text, lines, series)) is not lines:
        lines, series = list(parted), None
        forced = {index_at(lines, printed[index].start): opens for index, opens in forced.items()}
    reader = Reader(source, [(line.start, line.stop) for line in lines if line.role == "furniture"])
    signature, signed = read_signature(reader, lines, 0, len(lines) - 1) if layout.name == "document" else (None, set())
    for index in signed:
        if not lines[index].role:
            lines[index].role = "signature"
            if lines[index].marker:
                series = None  # in which the line may stand
    outline = _outline(text, lines, layout, evidence, forced, series)
    if not any(lines[index].role == "signature" for index in signed):
        signature = None
    draft = Interpreter(reader, lines, layout, outline, signature).draft()
    number_and_link(draft)
    if lines is not printed:
        _put_together(printed, lines, outline, evidence)
    return Stages(source, reader, printed, layout, outline, draft)


def _put_together(
    printed: Sequence[Line], parted: Sequence[Line], outline: Outline, evidence: dict[int, Weighing] | None
) -> None:
    """Give the lines as printed what the stages found of their parts: the role and the evidence of the first."""
    rows: list[int] = []
    for line in printed:
        begin = len(rows)
        while len(rows) < len(parted) and (len(rows) == begin or parted[len(rows)].start < line.stop):
            rows.append(line.index)
        line.role = parted[begin].role
    outline.gaps = [rows[index] for index in outline.gaps if index == 0 or rows[index - 1] != rows[index]]
    if evidence is not None:
        weighed = dict(evidence)
        evidence.clear()
        for index, weighing in sorted(weighed.items()):
            evidence.setdefault(rows[index], weighing)


def line_roles(lines: Sequence[Line]) -> list[Node]:
    """The line map: the role of each line that is not blank."""
    return [{"line": line.index + 1, "role": line.role} for line in lines if not line.blank]


def _outline(
    text: str,
    lines: Sequence[Line],
    layout: Layout,
    evidence: dict[int, Weighing] | None,
    forced: Mapping[int, bool],
    series: Sequence[Series] | None,
) -> Outline:
    if layout.name == "moderngov-item":
        return outline_item_page(text, lines, layout, forced)
    if layout.name == "moderngov-meeting":
        return outline_meeting_page(text, lines, layout, forced)
    if layout.name == "moderngov-issue":
        return outline_issue_page(text, lines, layout, forced)
    return outline_document(text, lines, evidence, forced, series)
