"""``minutesparse house-style``."""

from __future__ import annotations

from pathlib import Path

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import complete_file


@click.group("house-style", short_help=COMMANDS["house-style"])
def command() -> None:
    """The form that a council gives its minutes, declared in its configuration.

    \b
    Example:
      minutesparse house-style infer minutes/
    """


@command.command("infer", short_help="Write a house style from past minutes.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, shell_complete=complete_file)
@click.option("-o", "--output", metavar="FILE", help="Write to this file, whole or not at all.")
def infer(paths: tuple[str, ...], output: str | None) -> int:
    """Write [house-style] as most of the minutes in PATH (files and folders) have it, with how sure each line is.

    What the minutes do not agree on is written as a comment.

    \b
    Example:
      minutesparse house-style infer minutes/ -o house-style.toml
    """
    from minutesparse.checks.files import listed
    from minutesparse.checks.house_style_infer import Evidence, inferred
    from minutesparse.checks.page import Page
    from minutesparse.cli import FAILED, OK, report_failure
    from minutesparse.cli.output import print_text, replacing
    from minutesparse.errors import SourceError
    from minutesparse.source import from_file

    evidence = Evidence()
    failed = False

    def refuse(path: str, reason: str) -> None:
        nonlocal failed
        failed = True
        report_failure(SourceError(path, reason))

    for path in listed(paths, refuse=refuse):
        try:
            page = Page(from_file(path))
        except SourceError as error:
            report_failure(error)
            failed = True
            continue
        evidence.add(page)
    text = inferred(evidence)
    if output is None:
        print_text(text)
    else:
        with replacing(Path(output)) as stream:
            stream.write(f"{text}\n".encode())
    return FAILED if failed else OK
