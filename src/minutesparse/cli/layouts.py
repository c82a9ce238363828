"""``minutesparse layouts``."""

from __future__ import annotations

import click

from minutesparse.cli.group import COMMANDS


@click.command("layouts", short_help=COMMANDS["layouts"])
def command() -> None:
    """List the layouts that are recognised, by the names that --layout takes.

    \b
    Example:
      minutesparse layouts
    """
    from minutesparse.cli.output import print_text
    from minutesparse.layouts import LAYOUTS

    width = max(map(len, LAYOUTS))
    for layout in LAYOUTS.values():
        print_text(f"{layout.name:<{width}}  {layout.summary}")
