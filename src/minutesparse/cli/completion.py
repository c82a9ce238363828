"""``minutesparse completion``."""

from __future__ import annotations

import click

from minutesparse.cli.group import COMMANDS


@click.command("completion", short_help=COMMANDS["completion"])
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that completes commands and options in SHELL.

    \b
    Example, for ~/.bashrc:
      eval "$(minutesparse completion bash)"
    """
    from click.shell_completion import get_completion_class

    from minutesparse.cli import COMPLETION_VARIABLE, PROGRAM
    from minutesparse.cli.group import commands
    from minutesparse.cli.output import print_text

    script = get_completion_class(shell)
    assert script is not None  # click has one for each choice
    print_text(script(commands, {}, PROGRAM, COMPLETION_VARIABLE).source())
