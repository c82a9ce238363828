"""``minutesparse tables``."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import complete_file

if TYPE_CHECKING:
    from minutesparse.errors import DocumentError, MinutesparseError
    from minutesparse.reader import Node
    from minutesparse.tables.write import Form


@click.command("tables", short_help=COMMANDS["tables"])
@click.argument("paths", metavar="DOCS...", nargs=-1, required=True, shell_complete=complete_file)
@click.option("-o", "--output", metavar="OUT", required=True, help="The database, or the folder of files, to write.")
@click.option(
    "--to",
    "form",
    type=click.Choice(["csv", "parquet", "sqlite"]),
    required=True,
    help="A folder of CSV files with datapackage.json, a folder of Parquet files, or an SQLite database.",
)
def command(paths: tuple[str, ...], output: str, form: Form) -> int:
    """Write the documents in DOCS (.json, .jsonl and .yaml files, and folders of them) as tables.

    The tables are meetings, people, attendance, items, points, resolutions, clauses, votes, actions, declarations,
    diagnostics and what belongs to them; docs/tables.md describes each column. OUT appears whole or not at all. A file
    that is no document is reported, and the others are done. '-' reads JSON Lines from standard input.

    \b
    Examples:
      minutesparse tables documents/ -o minutes.db --to sqlite
      minutesparse extract *.txt | minutesparse tables - -o tables/ --to csv
    """
    from minutesparse.cli import FAILED, OK, report, report_failure
    from minutesparse.cli.options import STDIN
    from minutesparse.tables.documents import read
    from minutesparse.tables.write import write_tables

    if paths.count(STDIN) > 1:
        raise click.UsageError("standard input ('-') can be read only once")
    if any(os.path.realpath(path) == os.path.realpath(output) for path in paths):
        raise click.UsageError("OUT is one of DOCS; choose another name")
    failed = False

    def fail(error: MinutesparseError) -> None:
        nonlocal failed
        failed = True
        report_failure(error)

    def refused(name: str, error: DocumentError) -> None:
        nonlocal failed
        failed = True
        report(f"{name}: {error}")

    documents = read(paths, fail)
    first = next(documents, None)
    if first is None:
        if not failed:
            report(f"{', '.join(paths)}: no documents (.json, .jsonl, .yaml)")
        return FAILED
    write_tables(_again(first, documents), form, Path(output), refused)
    return FAILED if failed else OK


def _again(first: tuple[str, Node], others: Iterator[tuple[str, Node]]) -> Iterator[tuple[str, Node]]:
    yield first
    yield from others
