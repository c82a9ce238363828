"""Text, bytes or a file to `Minutes`.

The stages are imported when the first text is read: until then, a user's words can be added to the vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minutesparse import source as reading
from minutesparse.corrections import Correction, load
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

    Where the file holds several meetings they are the first one's, and the lines of the others are in ``unplaced``.
    Raises ``SourceError`` where the file cannot be read or is no text, ``OptionError`` where corrections do not fit.
    """
    known = load(corrections) if corrections is not None else ()
    return _run(reading.from_file(path, encoding), layout, metadata, lines, known)


def parse_all(
    path: str | Path,
    *,
    encoding: str | None = None,
    layout: str | None = None,
    metadata: Mapping[str, str] | None = None,
    lines: bool = False,
    corrections: str | Path | None = None,
) -> list[Minutes]:
    """Minutes of each meeting in a file, in order; one where the file holds one. Arguments and errors as `parse_file`.

    Spans, line numbers and ``source`` are the whole file's; the span of diagnostic MP012 tells a part's lines.
    """
    from minutesparse.model import Minutes
    from minutesparse.stages import to_nodes

    known = load(corrections) if corrections is not None else ()
    nodes = to_nodes(reading.from_file(path, encoding), layout, metadata, lines, known)
    return [Minutes.model_validate(node) for node in nodes]


def _run(
    source: Source,
    layout: str | None,
    metadata: Mapping[str, str] | None,
    lines: bool,
    corrections: Sequence[Correction] = (),
) -> Minutes:
    from minutesparse.model import Minutes  # building the models takes longer than parsing a page
    from minutesparse.stages import collector_at_rest, to_node

    with collector_at_rest():
        return Minutes.model_validate(to_node(source, layout, metadata, lines, corrections))
