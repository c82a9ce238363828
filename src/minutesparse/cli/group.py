"""The group of commands, each imported when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from minutesparse._version import __version__
from minutesparse.spelling import did_you_mean

COMMANDS = {
    "extract": "Write minutes as JSON, JSON Lines or YAML.",
    "show": "Show minutes for reading in a terminal.",
    "explain": "Tell why each line is what it is.",
    "batch": "Write the documents of many files, folders and archives.",
    "merge": "Merge the output folders of several batches.",
    "tables": "Write documents as tables: CSV, Parquet or SQLite.",
    "query": "Find decisions and actions in the tables.",
    "check": "Tell what is wrong with minutes, in CI and before.",
    "rule": "Print what a rule of check looks for, and why.",
    "house-style": "Write a council's house style from its past minutes.",
    "config": "Show the configuration that holds.",
    "validate": "Check documents against the schema and their source.",
    "clean": "Write a text without the damage that conversion did to it.",
    "schema": "Print the JSON Schema of the documents.",
    "layouts": "List the layouts that are recognised.",
    "completion": "Print the completion script of a shell.",
}
"""What each command does, in the order of the help; it is the attribute ``command`` of the module of its name."""


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"minutesparse.cli.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not ctx.resilient_parsing:
            ctx.fail(f"No such command {name!r}.{did_you_mean(name, COMMANDS)}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0; 1 where a file was refused or a check failed; 2 wrong usage; 130 interrupted.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def commands() -> None:
    """Plain-text council minutes in, validated structured data out.

    \b
    Example:
      minutesparse extract minutes.txt
    """
