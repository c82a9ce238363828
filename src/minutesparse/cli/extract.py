"""``minutesparse extract``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import (
    STDIN,
    corrections_option,
    encoding_option,
    files_argument,
    isolated_option,
    layout_option,
    meta_option,
    no_color_option,
    read_document,
    read_documents,
    use_words,
    vocabulary_option,
)

# The name of a file that --split writes.
NUMBERED = re.compile(r"(.*)-[1-9]\d*\Z", re.DOTALL)

if TYPE_CHECKING:
    from minutesparse.reader import Node

    Render = Callable[[Node], str]
    Write = Callable[[str, int, str], None]
    """Takes the name of an input, which document of it this is (from 1), and the text made of it."""


@click.command("extract", short_help=COMMANDS["extract"])
@files_argument
@click.option("-f", "--format", "form", type=click.Choice(["json", "yaml", "jsonl"]), default="json", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write to this file, whole or not at all.")
@click.option("--output-dir", metavar="DIR", help="Write one file for each input there, named like the input.")
@layout_option
@encoding_option
@corrections_option
@vocabulary_option
@isolated_option
@meta_option
@click.option("--split", is_flag=True, help="Write a document for each meeting in a file, not for the first alone.")
@click.option("--lines", is_flag=True, help="Add the role of each line.")
@click.option("--pretty/--compact", default=None, help="Indented JSON or none; by default indented on a terminal.")
@click.option("--no-spans", is_flag=True, help="Leave the spans out (a projection, not a document).")
@click.option("--select", metavar="PATH", help="Write what stands at a dotted path, such as items.resolutions.")
@click.option("--strict", is_flag=True, help="Print warnings and errors about the text, and fail where there are any.")
@no_color_option
def command(
    files: tuple[str, ...],
    form: str,
    output: str | None,
    output_dir: str | None,
    layout: str | None,
    encoding: str | None,
    corrections: str | None,
    vocabulary: tuple[str, ...],
    isolated: bool,
    metadata: dict[str, str],
    split: bool,
    lines: bool,
    pretty: bool | None,
    no_spans: bool,
    select: str | None,
    strict: bool,
    no_color: bool,
) -> int:
    """Write the minutes in each FILE ('-' is standard input) as structured data.

    One file gives one document, several give JSON Lines (with -f yaml, a stream of YAML documents), or one file each
    with --output-dir. A file that is no text is refused in one line, and the others are still done.

    Where a file holds the minutes of several meetings, the document is of the first and a diagnostic names the lines of
    the others. With --split each meeting gives a document, in JSON Lines or in numbered files.

    \b
    Examples:
      minutesparse extract minutes.txt
      minutesparse extract --select items.resolutions minutes.txt
      minutesparse extract --output-dir out/ -f yaml *.txt
      minutesparse extract --split --output-dir out/ minute-book.txt
    """
    from minutesparse.cli import FAILED, OK, report_failure
    from minutesparse.errors import MinutesparseError

    if output is not None and output_dir is not None:
        raise click.UsageError("--output and --output-dir exclude each other.")
    several = split or len(files) > 1
    if form == "json" and several and output_dir is None:
        form = "jsonl"
    if form == "jsonl" and pretty:
        raise click.UsageError("--pretty does not go with JSON Lines, which has one line for each document.")
    if form == "yaml" and pretty is not None:
        raise click.UsageError("--pretty and --compact are for JSON.")
    if corrections is not None and len(files) > 1:
        raise click.UsageError("--corrections is for one file.")
    use_words(files, vocabulary, isolated)
    if output == STDIN:
        output = None
    path = _selected_path(select)
    on_screen = output is None and output_dir is None
    render = _renderer(form, _indent(form, pretty, on_screen), path, no_spans)
    destination = _destination(files, form, output, output_dir, split, no_color)
    failed = False
    with destination as write:
        for name in files:
            try:
                asked = (name, layout, encoding, metadata, lines or path[:1] == ("lines",), corrections)
                documents = read_documents(*asked) if split else [read_document(*asked)]
                texts = [render(document) for document in documents]
            except MinutesparseError as error:
                report_failure(error)
                failed = True
            except Exception as error:  # a defect met in one file is no reason to leave the others undone
                report_failure(error, name)
                failed = True
            else:
                for number, (document, text) in enumerate(zip(documents, texts, strict=True), start=1):
                    write(name, number, text)
                    failed |= strict and _complain(document, name)
    return FAILED if failed else OK


def _selected_path(select: str | None) -> tuple[str, ...]:
    if select is None:
        return ()
    from minutesparse.errors import OptionError
    from minutesparse.projection import parse_path

    try:
        return parse_path(select)
    except OptionError as error:
        raise click.BadParameter(str(error), param_hint="--select") from error


def _indent(form: str, pretty: bool | None, on_screen: bool) -> int | None:
    """Spaces a level of JSON, None for one line."""
    from minutesparse.cli.output import to_terminal
    from minutesparse.writers.json import INDENT

    if pretty is None:
        pretty = form == "json" and on_screen and to_terminal()
    return INDENT if pretty else None


def _renderer(form: str, indent: int | None, path: tuple[str, ...], no_spans: bool) -> Render:
    """The text of one document in the format asked for, without a final line end."""
    from minutesparse.contract import document_json

    def written(value: Any) -> str:
        if form == "yaml":
            from minutesparse.writers.yaml import yaml_text

            return yaml_text(value).rstrip("\n")
        return document_json(value, indent)

    if not path and not no_spans:
        return written

    from minutesparse.projection import select, without_spans

    def projected(document: Node) -> str:
        value = select(document, path)
        return written(without_spans(value) if no_spans else value)

    return projected


@contextmanager
def _destination(
    files: tuple[str, ...], form: str, output: str | None, output_dir: str | None, split: bool, no_color: bool
) -> Iterator[Write]:
    """A function that takes each text where it belongs."""
    from minutesparse.cli.output import in_colour, print_text, replacing, to_terminal
    from minutesparse.writers.json import coloured_json, terminal_json

    opening = "---\n" if form == "yaml" and (split or len(files) > 1) and output_dir is None else ""
    if output_dir is not None:
        folder = Path(output_dir)
        stems = _stems(files, form, folder, split)
        folder.mkdir(parents=True, exist_ok=True)

        def write_own_file(name: str, number: int, text: str) -> None:
            stem = f"{stems[name]}-{number}" if split else stems[name]
            with replacing(folder / f"{stem}.{form}", folder) as stream:
                stream.write(f"{text}\n".encode())

        yield write_own_file
    elif output is not None:
        _refuse_inputs(files, [Path(output)])
        with replacing(Path(output)) as stream:

            def write_shared_file(name: str, number: int, text: str) -> None:
                stream.write(f"{opening}{text}\n".encode())

            yield write_shared_file
    elif form != "yaml" and to_terminal():
        colour = coloured_json if in_colour(no_color) else str
        yield lambda name, number, text: print_text(colour(terminal_json(text)))
    else:
        yield lambda name, number, text: print_text(opening + text)


def _stems(files: tuple[str, ...], form: str, folder: Path, split: bool) -> dict[str, str]:
    """The name of each input's output file without suffix; with ``split``, ``-1``, ``-2``, … are put behind it.

    A usage error where two inputs would get the same file, or an input be replaced.
    """
    stems: dict[str, str] = {}
    taken: dict[str, str] = {}
    for name in files:
        stem = "stdin" if name == STDIN else Path(name).stem
        key = stem.casefold()  # some file systems do not tell case
        if key in taken:
            target = folder / f"{stem}.{form}"
            raise click.UsageError(f"{taken[key]!r} and {name!r} would both be written to {str(target)!r}.")
        taken[key] = name
        stems[name] = stem
    if split:
        numbered = [name for name in files if (match := NUMBERED.match(Path(name).stem)) and match[1] in stems.values()]
        _refuse_inputs(files, [folder / f"{Path(name).stem}.{form}" for name in numbered])
    else:
        _refuse_inputs(files, [folder / f"{stem}.{form}" for stem in stems.values()])
    return stems


def _refuse_inputs(files: tuple[str, ...], targets: list[Path]) -> None:
    inputs = {Path(name).resolve() for name in files if name != STDIN}
    for target in targets:
        if target.resolve() in inputs:
            raise click.UsageError(f"{str(target)!r} is an input; it is not overwritten.")


def _complain(document: Node, name: str) -> bool:
    """Print the diagnostics that --strict minds; True where there are any."""
    from minutesparse.writers.characters import one_line

    minded = [entry for entry in document["diagnostics"] if entry["severity"] in ("warning", "error")]
    for entry in minded:
        where = f"{name}:{entry['span']['line']}" if entry["span"] else name
        click.echo(one_line(f"{where}: {entry['code']} {entry['message']}"), err=True)
    return bool(minded)
