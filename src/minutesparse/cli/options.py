"""Arguments and options that several commands take."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from minutesparse.corrections import Correction
    from minutesparse.model import Minutes
    from minutesparse.reader import Node
    from minutesparse.source import Source

STDIN = "-"
"""The file name that stands for standard input."""


def complete_file(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
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


def _metadata(ctx: click.Context, param: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    """The pairs of --meta as a dict."""
    metadata: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not key or not equals:
            raise click.BadParameter(f"{pair!r} is not KEY=VALUE", ctx, param)
        if key in metadata:
            raise click.BadParameter(f"{key!r} is given twice", ctx, param)
        metadata[key] = value
    return metadata


# Whether a file can be read is found when its turn comes, so that the others are done.
files_argument = click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, callback=_stdin_once, shell_complete=complete_file
)
source_option = click.option(
    "--source",
    metavar="FILE",
    shell_complete=complete_file,
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
    shell_complete=complete_file,
    help="What a reader has put right; by default FILE.corrections.yaml beside the file.",
)
vocabulary_option = click.option(
    "--vocabulary",
    metavar="FILE",
    multiple=True,
    shell_complete=complete_file,
    help="Add the words in this TOML file to the vocabulary; repeatable.",
)
isolated_option = click.option("--isolated", is_flag=True, help="Ignore configuration files.")
meta_option = click.option(
    "--meta",
    "metadata",
    metavar="KEY=VALUE",
    multiple=True,
    callback=_metadata,
    help="Pass a fact through to source.metadata, untouched; repeatable.",
)
no_color_option = click.option("--no-color", is_flag=True, help="No colours on a terminal (as with NO_COLOR set).")


def corrections_for(name: str, given: str | None) -> str | Path | None:
    """The corrections file of an input: the one that was given, or the one beside it."""
    from minutesparse.corrections import beside

    return given if given is not None or name == STDIN else beside(name)


def use_words(inputs: Sequence[str], files: Sequence[str], isolated: bool) -> None:
    """Add the words of ``files``, and of the inputs' configuration unless ``isolated``, to the vocabulary.

    Comes before the first text is read. Raises ``OptionError`` where a file is wrong, or where inputs of one run want
    different words: a process reads its vocabulary once.
    """
    words = added_words(inputs, files, isolated)
    if words:
        from minutesparse.vocabulary.additions import add

        add(words)


def added_words(inputs: Sequence[str], files: Sequence[str], isolated: bool) -> Mapping[str, tuple[str, ...]]:
    """What `use_words` adds to the vocabulary, by list; nothing is added yet. Raises ``OptionError`` as that does."""
    found = {} if isolated else _configured_words(inputs)
    if not files:
        return found
    from minutesparse.vocabulary.tables import merged, read_additions

    return merged([found, *map(read_additions, files)])


def inside(path: str) -> str:
    """A path whose parent is the folder that the configuration of ``path`` is looked for in."""
    return str(Path(path) / STDIN) if Path(path).is_dir() else path


def use_words_below(paths: Sequence[str], config_file: str | None, files: Sequence[str], isolated: bool) -> None:
    """As `use_words` for files and folders, with ``config_file`` in place of the configuration files found."""
    if config_file is None:
        use_words([inside(path) for path in paths], files, isolated)
        return
    from minutesparse import config
    from minutesparse.vocabulary.additions import add
    from minutesparse.vocabulary.tables import merged, read_additions

    add(merged([config.load(Path(config_file)).vocabulary, *map(read_additions, files)]))


def _configured_words(inputs: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """The words that the configuration of all inputs adds; none where they have no configuration."""
    from minutesparse import config

    folders = {Path() if name == STDIN else Path(name).parent: name for name in inputs}
    names = {config.find(folder): name for folder, name in folders.items()}
    words = [(name, config.load(path).vocabulary if path else {}) for path, name in names.items()]
    if not words:
        return {}
    first, wanted = words[0]
    for other, further in words[1:]:
        if further != wanted:
            from minutesparse.errors import OptionError

            raise OptionError(
                f"{first} and {other} have different vocabularies by their configuration files; "
                "run them apart, or ignore those files with --isolated"
            )
    return wanted


def read_minutes(
    name: str, layout: str | None = None, encoding: str | None = None, corrections: str | None = None
) -> Minutes:
    """The minutes in the file ``name``, or in standard input for ``-``.

    Raises ``SourceError``, and ``OptionError`` where the corrections do not fit.
    """
    from minutesparse.model import Minutes
    from minutesparse.stages import to_node

    known = read_corrections(name, corrections)
    return Minutes.model_validate(to_node(read_source(name, encoding), layout, None, False, known))


def read_document(
    name: str,
    layout: str | None = None,
    encoding: str | None = None,
    metadata: dict[str, str] | None = None,
    lines: bool = False,
    corrections: str | None = None,
) -> Node:
    """The document of `read_minutes` as a plain, validated dict, without the models and the time that they take."""
    from minutesparse import stages
    from minutesparse.contract import validated

    source, known = read_source(name, encoding), read_corrections(name, corrections)
    with stages.collector_at_rest():
        document = stages.to_node(source, layout, metadata, lines, known)
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
    from minutesparse import stages
    from minutesparse.contract import validated

    source, known = read_source(name, encoding), read_corrections(name, corrections)
    with stages.collector_at_rest():
        documents = stages.to_nodes(source, layout, metadata, lines, known)
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

    if name == STDIN:
        return reading.from_bytes(reading.bounded(read_stdin(reading.MOST_BYTES + 1), name), name, encoding)
    return reading.from_file(name, encoding)


def read_stdin(most: int = -1) -> bytes:
    """Standard input, all of it or ``most`` bytes."""
    return sys.stdin.buffer.read(most)
