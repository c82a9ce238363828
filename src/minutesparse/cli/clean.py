"""``minutesparse clean``."""

from __future__ import annotations

from pathlib import Path

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import STDIN, encoding_option, files_argument, read_source


@click.command("clean", short_help=COMMANDS["clean"])
@files_argument
@click.option("-o", "--output", metavar="FILE", help="Write to this file, whole or not at all.")
@click.option("--output-dir", metavar="DIR", help="Write one file for each input there, with the input's name.")
@click.option("--diff", is_flag=True, help="Print what would change, and write no text.")
@encoding_option
def command(
    files: tuple[str, ...], output: str | None, output_dir: str | None, diff: bool, encoding: str | None
) -> int:
    """Write the text of each FILE ('-' is standard input) without the damage that conversion did to it, in UTF-8.

    Repaired are characters decoded twice, HTML, ligatures, special spaces, marks without width, words broken at a
    line's end (where the whole word stands elsewhere in the text) and Markdown's backslashes; other words stay as they
    are. How much of each was repaired is said on standard error.

    \b
    Examples:
      minutesparse clean dump.txt -o minutes.txt
      minutesparse clean --diff *.txt
    """
    from minutesparse.cleaning import clean
    from minutesparse.cli import FAILED, OK, report, report_failure
    from minutesparse.errors import MinutesparseError

    targets = _targets(files, output, output_dir, diff)
    folder = None if output_dir is None else Path(output_dir)
    failed = False
    for name in files:
        try:
            source = read_source(name, encoding)
            cleaned = clean(source.text)
        except MinutesparseError as error:
            report_failure(error)
            failed = True
            continue
        repairs = ", ".join(f"{kind} {count}" for kind, count in cleaned.repairs.items())
        report(f"{name}: {repairs or 'nothing to repair'}")
        _write(_difference(name, source.text, cleaned.text) if diff else cleaned.text, targets.get(name), folder)
    return FAILED if failed else OK


def _targets(files: tuple[str, ...], output: str | None, output_dir: str | None, diff: bool) -> dict[str, Path]:
    """The output file of each input, none where standard output is written to.

    A usage error where options exclude each other, two inputs would get one file, or an input would be replaced.
    """
    if [output is not None, output_dir is not None, diff].count(True) > 1:
        raise click.UsageError("--output, --output-dir and --diff exclude each other.")
    if len(files) > 1 and output_dir is None and not diff:
        raise click.UsageError("several files go with --output-dir or --diff.")
    targets: dict[str, Path] = {}
    if output is not None and output != STDIN:
        targets[files[0]] = Path(output)
    elif output_dir is not None:
        folder = Path(output_dir)
        targets = {name: folder / ("stdin.txt" if name == STDIN else Path(name).name) for name in files}
    if len({str(target).casefold() for target in targets.values()}) < len(targets):
        raise click.UsageError("two inputs of the same name would be written to one file.")
    inputs = {Path(name).resolve() for name in files if name != STDIN}
    for target in targets.values():
        if target.resolve() in inputs:
            raise click.UsageError(f"{str(target)!r} is an input; it is not overwritten.")
    if output_dir is not None:
        Path(output_dir).mkdir(parents=True, exist_ok=True)
    return targets


def _write(text: str, target: Path | None, folder: Path | None) -> None:
    """Write a text as it is, with no line end added; no link leads it out of ``folder``."""
    import sys

    from minutesparse.cli.output import replacing, screened
    from minutesparse.writers.characters import encodable

    if target is None:
        sys.stdout.buffer.write(screened(encodable(text)).encode())
        sys.stdout.buffer.flush()
    else:
        with replacing(target, folder) as stream:
            stream.write(encodable(text).encode())


def _difference(name: str, before: str, after: str) -> str:
    """A unified diff in the form of ``diff -u``."""
    import difflib

    from minutesparse.reports.patch import quoted
    from minutesparse.source import LINE_END

    names = quoted(name), quoted(f"{name} (cleaned)")
    lines = difflib.unified_diff(LINE_END.split(before), LINE_END.split(after), *names, lineterm="")
    return "".join(f"{line}\n" for line in lines)
