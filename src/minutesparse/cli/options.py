"""Arguments and options that several commands take."""

from __future__ import annotations

import codecs
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pathlib import Path

    from click.shell_completion import CompletionItem

    from minutesparse.corrections import Correction
    from minutesparse.model import Minutes
    from minutesparse.reader import Node
    from minutesparse.source import Source

STDIN = "-"
"""The file name that stands for standard input."""


def _complete_file(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Leaves file names to the shell."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def _complete_layout(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from minutesparse.layouts import LAYOUTS

    found = (layout for layout in LAYOUTS.values() if layout.name.startswith(incomplete))
    return [CompletionItem(layout.name, help=layout.summary) for layout in found]


def _known_layout(ctx: click.Context, param: click.Parameter, name: str | None) -> str | None:
    if name is None:
        return None
    from minutesparse.layouts import LAYOUTS
    from minutesparse.spelling import did_you_mean

    if name not in LAYOUTS:
        raise click.BadParameter(f"no layout is called {name!r}.{did_you_mean(name, LAYOUTS)}", ctx, param)
    return name


def _known_encoding(ctx: click.Context, param: click.Parameter, name: str | None) -> str | None:
    try:
        codecs.lookup(name or "utf-8")
    except (LookupError, ValueError) as error:
        message = f"no encoding is called {name!r}; try utf-8, windows-1252 or utf-16"
        raise click.BadParameter(message, ctx, param) from error
    return name


def _stdin_once(ctx: click.Context, param: click.Parameter, names: tuple[str, ...]) -> tuple[str, ...]:
    if names.count(STDIN) > 1:
        raise click.BadParameter("standard input ('-') can be read only once", ctx, param)
    return names


# Whether a file can be read is found when its turn comes, so that the others are done.
files_argument = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, callback=_stdin_once, shell_complete=_complete_file
)
source_option = click.option(
    "--source",
    metavar="FILE",
    shell_complete=_complete_file,
    help="The text that the document was made from: check spans and words.",
)
layout_option = click.option(
    "--layout",
    metavar="NAME",
    callback=_known_layout,
    shell_complete=_complete_layout,
    help="Take the text for this layout ('layouts' lists them).",
)
encoding_option = click.option(
    "--encoding", metavar="NAME", callback=_known_encoding, help="Decode as this, whatever the bytes look like."
)
corrections_option = click.option(
    "--corrections",
    metavar="FILE",
    shell_complete=_complete_file,
    help="What a reader has put right; by default FILE.corrections.yaml beside the file.",
)
no_color_option = click.option("--no-color", is_flag=True, help="No colours on a terminal (as with NO_COLOR set).")


def corrections_for(name: str, given: str | None) -> str | Path | None:
    """The corrections file of an input: the one that was given, or the one beside it."""
    from minutesparse.corrections import beside

    return given if given is not None or name == STDIN else beside(name)


def read_minutes(name: str, layout: str | None = None, encoding: str | None = None) -> Minutes:
    """The minutes in the file ``name``, or in standard input for ``-``. Raises ``SourceError``."""
    import minutesparse

    if name == STDIN:
        return minutesparse.parse_bytes(read_stdin(), name=STDIN, layout=layout, encoding=encoding)
    return minutesparse.parse_file(name, layout=layout, encoding=encoding, corrections=corrections_for(name, None))


def read_document(
    name: str,
    layout: str | None = None,
    encoding: str | None = None,
    metadata: dict[str, str] | None = None,
    lines: bool = False,
    corrections: str | None = None,
) -> Node:
    """The document of `read_minutes` as a plain, validated dict, without the models and the time that they take."""
    from minutesparse import parsing
    from minutesparse.contract import validated

    document = parsing.to_node(
        read_source(name, encoding), layout, metadata, lines, read_corrections(name, corrections)
    )
    if not lines:
        document.pop("lines", None)
    return validated(document)


def read_documents(
    name: str,
    layout: str | None = None,
    encoding: str | None = None,
    metadata: dict[str, str] | None = None,
    lines: bool = False,
    corrections: str | None = None,
) -> list[Node]:
    """As `read_document`, one for each meeting in the file."""
    from minutesparse import parsing
    from minutesparse.contract import validated

    documents = parsing.to_nodes(
        read_source(name, encoding), layout, metadata, lines, read_corrections(name, corrections)
    )
    for document in documents:
        if not lines:
            document.pop("lines", None)
    return [validated(document) for document in documents]


def read_corrections(name: str, given: str | None) -> list[Correction]:
    """The corrections of an input, none where it has no file of them. Raises ``OptionError``."""
    path = corrections_for(name, given)
    if path is None:
        return []
    from minutesparse.corrections import load

    return load(path)


def read_source(name: str, encoding: str | None = None) -> Source:
    """The decoded text of the file ``name``, or of standard input for ``-``. Raises ``SourceError``."""
    from minutesparse import source as reading

    return reading.from_bytes(read_stdin(), name, encoding) if name == STDIN else reading.from_file(name, encoding)


def read_stdin() -> bytes:
    """All of standard input."""
    return sys.stdin.buffer.read()
