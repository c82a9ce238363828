"""``minutesparse config``."""

from __future__ import annotations

from pathlib import Path

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import complete_file


@click.group("config", short_help=COMMANDS["config"])
def command() -> None:
    """The configuration of a project: minutesparse.toml, or [tool.minutesparse] in pyproject.toml.

    \b
    Example:
      minutesparse config show
    """


@command.command("show", short_help="Print the configuration that holds for a path.")
@click.argument("path", default=".", shell_complete=complete_file)
def show(path: str) -> int:
    """Print the configuration that holds for PATH, by default for the working directory, with its defaults.

    Where there is none, that is said on standard error, and the defaults are printed.

    \b
    Example:
      minutesparse config show minutes/
    """
    from minutesparse import config
    from minutesparse.checks.configuration import CheckConfig, read_check_config
    from minutesparse.checks.configuration_text import configuration_text
    from minutesparse.cli import report
    from minutesparse.cli.output import print_text
    from minutesparse.writers.characters import one_line

    folder = Path(path) if Path(path).is_dir() else Path(path).parent
    found = config.find(folder)
    if found is None:
        report(f"no configuration for {path}; these are the defaults")
        print_text(configuration_text(CheckConfig(folder), {}))
        return 0
    loaded = config.load(found)
    read = read_check_config(loaded.check, loaded.house_style, str(found), found.parent)
    print_text(f"# {one_line(str(found))}\n{configuration_text(read, loaded.vocabulary)}")
    return 0
