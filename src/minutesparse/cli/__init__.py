"""The command line: `main`, and what each way of ending means to the shell.

This module and `group` import click and nothing else, so that help and completion are quick; each command imports
what it uses when it runs.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

import click

from minutesparse.errors import MinutesparseError, OptionError

PROGRAM = "minutesparse"
COMPLETION_VARIABLE = "_MINUTESPARSE_COMPLETE"
"""What the scripts of ``completion`` set when they ask for completions."""

OK = 0
FAILED = 1
USAGE = 2
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (by default the process's own) and give its exit status. No exception leaves it."""
    # Looking for plug-ins that observe validation takes pydantic a tenth of the start-up; none is wanted here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # What is loaded and parsed stays until it is written: collecting every 700 objects finds nothing and takes time.
    gc.set_threshold(100_000)
    try:
        status = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
        return status
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        _show(error)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return OK
    except OptionError as error:
        report(str(error))
        return USAGE
    except Exception as error:
        report_failure(error)
        return FAILED


def _run(arguments: list[str]) -> int:
    """The part of ``click.Command.main`` without its handling of exceptions, which gives a closed pipe status 1."""
    from minutesparse.cli.group import commands

    if instruction := os.environ.get(COMPLETION_VARIABLE):
        from click.shell_completion import shell_complete

        return shell_complete(commands, {}, PROGRAM, COMPLETION_VARIABLE, instruction)
    with commands.make_context(PROGRAM, arguments) as context:
        return int(commands.invoke(context) or OK)


def report(message: str) -> None:
    """One line to the user on standard error, without control characters."""
    from minutesparse.writers.characters import logged, one_line

    click.echo(f"minutesparse: {logged(one_line(message))}", err=True)


def _show(error: click.ClickException) -> None:
    """Print what click has to say of the command line, which may be the name of a file, without control characters."""
    from io import StringIO

    from minutesparse.writers.characters import harmless

    said = StringIO()
    error.show(said)
    click.echo(harmless(said.getvalue()), err=True, nl=False)


def report_failure(error: Exception, name: str | None = None) -> None:
    """Say in one line what went wrong (with ``name``, the file it went wrong with).

    With MINUTESPARSE_DEBUG=1 the traceback of a defect is printed too.
    """
    if isinstance(error, MinutesparseError):
        report(str(error))
    elif isinstance(error, OSError) and error.strerror:
        name = name or (None if error.filename is None else os.fsdecode(error.filename))
        report(": ".join(part for part in (name, error.strerror.lower()) if part))
    else:
        what = f"{type(error).__name__}: {error}".rstrip(": ")
        where = f"{name}: " if name else ""
        report(f"{where}internal error, {what} (a defect: MINUTESPARSE_DEBUG=1 shows where)")
        if os.environ.get("MINUTESPARSE_DEBUG") == "1":
            import traceback

            traceback.print_exception(error)


def _discard_output() -> None:
    """Let the interpreter flush what is left for a reader that has gone away into nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
