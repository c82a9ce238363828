"""``minutesparse validate``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import STDIN, files_argument, source_option

if TYPE_CHECKING:
    from minutesparse.source import Source


@click.command("validate", short_help=COMMANDS["validate"])
@files_argument
@source_option
def command(files: tuple[str, ...], source: str | None) -> int:
    """Check documents (FILE.json, or FILE.jsonl with one a line) against the schema.

    Any schema version 1.x is taken. With --source, spans, line numbers and digest are checked against that text, and
    that the words of each string stand in its span.

    \b
    Example:
      minutesparse validate minutes.json --source minutes.txt
    """
    from minutesparse.cli import FAILED, OK

    if source is not None and (len(files) > 1 or source == files[0]):
        raise click.UsageError("--source goes with one document, and is another file")
    sound = True
    for name in files:
        sound &= _validate(name, source)
    return OK if sound else FAILED


def _validate(name: str, source_name: str | None) -> bool:
    """Say what is wrong with the documents of a file; True where nothing is."""
    from minutesparse.cli import report, report_failure
    from minutesparse.cli.output import print_text
    from minutesparse.errors import DocumentError, MinutesparseError
    from minutesparse.writers.characters import one_line

    sound = True
    try:
        for where, data in _documents(name):
            try:
                findings = _findings(data, source_name)
            except DocumentError as error:
                report(f"{where}: {error}")
                sound = False
                continue
            for finding in findings or ["valid"]:
                print_text(one_line(f"{where}: {finding}"))
            sound &= not findings
    except BrokenPipeError:
        raise
    except (MinutesparseError, OSError) as error:
        report_failure(error)
        sound = False
    return sound


def _documents(name: str) -> Iterator[tuple[str, bytes]]:
    """The JSON texts of a file, each with where it stands."""
    from pathlib import Path

    from minutesparse.cli.options import read_stdin

    data = read_stdin() if name == STDIN else Path(name).read_bytes()
    if not name.endswith(".jsonl"):
        yield name, data
        return
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.strip():
            yield f"{name}:{number}", line


def _findings(data: bytes, source_name: str | None) -> list[str]:
    from minutesparse.validation import check_against_source, check_document

    document, findings = check_document(data)
    if document is None or source_name is None:
        return findings
    return check_against_source(document, _source(source_name, document["source"]["encoding"]))


def _source(name: str, encoding: str | None) -> Source:
    """The text read as the document says that it was."""
    from minutesparse import source as reading
    from minutesparse.cli.options import read_stdin

    if name == STDIN:
        return reading.from_bytes(read_stdin(), name, encoding)
    return reading.from_file(name, encoding)
