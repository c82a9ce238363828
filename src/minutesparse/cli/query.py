"""``minutesparse query``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import complete_file

if TYPE_CHECKING:
    from minutesparse.tables.search import Kind

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_MOST = 7  # columns of a table
_WIDTH = 120  # of a table that goes to no terminal


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A date, or the first (``--since``) or last (``--until``) day of a year or month."""
    if value is None:
        return None
    from calendar import monthrange
    from datetime import date

    last = param.name == "until"
    try:
        match = _DATE.fullmatch(value)
        if match is None:
            raise ValueError
        year, month = int(match[1]), int(match[2] or (12 if last else 1))
        return date(year, month, int(match[3] or (monthrange(year, month)[1] if last else 1))).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date such as 2024-03-05, 2024-03 or 2024", ctx, param) from error


@click.command("query", short_help=COMMANDS["query"])
@click.argument("database", metavar="DB", shell_complete=complete_file)
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(["resolution", "action", "declaration", "item"]),
    multiple=True,
    help="What to look for; repeatable. By default all.",
)
@click.option("--person", metavar="NAME", help="Only what this person moved, seconded, voted on, owns or declared.")
@click.option("--since", metavar="DATE", callback=_day, help="Only meetings from this day, month or year on.")
@click.option("--until", metavar="DATE", callback=_day, help="Only meetings until this day, month or year.")
@click.option("--council", metavar="NAME", help="Only councils with this in their name.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="No more than N.")
@click.option("--sql", metavar="SELECT", help="Ask this instead, in SQL (docs/tables.md describes the tables).")
@click.option("-f", "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
def command(
    database: str,
    words: tuple[str, ...],
    kinds: tuple[Kind, ...],
    person: str | None,
    since: str | None,
    until: str | None,
    council: str | None,
    limit: int | None,
    sql: str | None,
    form: str,
) -> int:
    """Find decisions, actions, declarations and items in DB, a database that `tables --to sqlite` wrote.

    All WORDS must stand in what is found or in its item's title, in any form ('repair' finds "repaired"); "two words"
    in quotation marks stand together, and fenc* is the beginning of a word. Each is given with file and line, the
    latest meetings first.

    \b
    Examples:
      minutesparse query minutes.db 'bus shelter' --kind resolution --since 2019
      minutesparse query minutes.db --person Okafor -f csv
      minutesparse query minutes.db --sql 'SELECT * FROM open_actions'
    """
    from minutesparse.cli import OK
    from minutesparse.errors import OptionError
    from minutesparse.tables import database as access
    from minutesparse.tables.search import COLUMNS, KINDS, Question, find

    asked = " ".join(words) if words else None
    narrowed = (person, since, until, council)
    if sql is not None and (asked or kinds or limit or any(value is not None for value in narrowed)):
        raise click.UsageError("--sql takes neither words nor other conditions.")
    if sql is None and asked is None and not kinds and all(value is None for value in narrowed):
        raise click.UsageError("give words to look for, a condition such as --person, or --sql.")
    with access.reading(Path(database)) as connection:
        if sql is not None:
            access.lock_down(connection)
            cursor = connection.execute(sql)
            if cursor.description is None:
                raise OptionError(f"{database}: {sql!r} asks for nothing")
            _print(form, [about[0] for about in cursor.description], cursor)
        else:
            question = Question(asked, kinds or KINDS, person, since, until, council, limit)
            rows = find(connection, question)
            if form == "table":
                _print_table(["date", "kind", "item", "text", "where"], map(_short, rows))
            else:
                _print(form, COLUMNS, rows)
    return OK


def _short(row: Sequence[Any]) -> tuple[str, ...]:
    """The columns of something found that a table on a screen has room for."""
    kind, _, date, _, _, number, title, text, people, outcome, file, line, _ = row
    told = "; ".join(part for part in (people, outcome) if part)
    item = " ".join(part for part in (number, title) if part)
    return date or "", kind, item, f"{text or ''}{f' ({told})' if told else ''}", f"{file}:{line}"


def _print(form: str, columns: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    if form == "json":
        _print_json(columns, rows)
    elif form == "csv":
        _print_csv(columns, rows)
    elif len(columns) > _MOST:
        _print_records(columns, rows)
    else:
        _print_table(columns, (["" if value is None else str(value) for value in row] for row in rows))


def _print_json(columns: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    """An array of an object each, written as they come; of two columns of one name the second is ``name_2``."""
    from minutesparse.cli.output import print_data, print_text
    from minutesparse.writers.json import json_text, terminal_json

    names: list[str] = []
    for column in columns:
        name, number = column, 2
        while name in names:
            name, number = f"{column}_{number}", number + 1
        names.append(name)
    before = "["
    for row in rows:
        values = [value.hex() if isinstance(value, bytes) else value for value in row]
        print_data(f"{before}\n{terminal_json(json_text(dict(zip(names, values, strict=True))))}".encode())
        before = ","
    print_text("[]" if before == "[" else "\n]")


def _print_csv(columns: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    """CSV in which what could be a formula has ``'`` in front, as `tables` writes it, with the line ends of a shell."""
    import csv
    import io

    from minutesparse.cli.output import print_text, screened
    from minutesparse.tables.csv_files import cell
    from minutesparse.writers.characters import encodable

    for row in ([*columns], *rows):
        text = io.StringIO()
        values = [value.hex() if isinstance(value, bytes) else cell(value) for value in row]
        csv.writer(text, lineterminator="\r\n").writerow(values)  # by its line end it knows to quote a CR
        print_text(screened(encodable(text.getvalue().removesuffix("\r\n"))))


def _print_records(columns: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
    """Rows that have too many columns to stand beside each other: a line for each value that there is."""
    from minutesparse.cli.output import print_text
    from minutesparse.writers.characters import harmless

    between = ""
    for row in rows:
        told = [f"{column}: {value}" for column, value in zip(columns, row, strict=True) if value is not None]
        print_text(harmless(between + "\n".join(told)))
        between = "\n"


def _print_table(columns: Sequence[str], rows: Iterator[Sequence[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from minutesparse.cli import report
    from minutesparse.cli.output import print_text, to_terminal
    from minutesparse.writers.characters import harmless

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(Text(harmless(column)), overflow="fold", ratio=3 if column == "text" else None)
    for row in rows:
        table.add_row(*(Text(harmless(value)) for value in row))
    if not table.rows:
        report("nothing found")
        return
    console = Console(no_color=True, highlight=False, width=None if to_terminal() else _WIDTH)
    with console.capture() as shown:
        console.print(table)
    print_text("\n".join(line.rstrip() for line in shown.get().rstrip("\n").split("\n")))
