"""``minutesparse check``."""

from __future__ import annotations

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import (
    STDIN,
    complete_file,
    encoding_option,
    isolated_option,
    layout_option,
    no_color_option,
    use_words_below,
    vocabulary_option,
)
from minutesparse.reports import FORMS


def _codes(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Codes and names as the user wrote them, separated by commas or given several times."""
    return tuple(one.strip() for part in given for one in part.split(",") if one.strip())


def _known(option: str, written: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of ``option``, each of a rule that there is. Loads the rules, and with them the vocabulary."""
    if not written:
        return ()
    from minutesparse.checks.selectors import known_selector
    from minutesparse.errors import OptionError

    try:
        return tuple(known_selector(one) for one in written)
    except OptionError as error:
        raise click.BadParameter(str(error), param_hint=f"'{option}'") from error


@click.command("check", short_help=COMMANDS["check"])
@click.argument("paths", metavar="[PATH]...", nargs=-1, shell_complete=complete_file)
@click.option("--select", metavar="CODES", multiple=True, callback=_codes, help="Run these rules and no others.")
@click.option("--extend-select", metavar="CODES", multiple=True, callback=_codes, help="Run these rules too.")
@click.option("--ignore", metavar="CODES", multiple=True, callback=_codes, help="Leave these rules out.")
@click.option("--config", "config_file", metavar="FILE", shell_complete=complete_file, help="Take this configuration.")
@vocabulary_option
@isolated_option
@click.option(
    "--output-format", "form", type=click.Choice(list(FORMS)), help="The form of the report; by default full."
)
@click.option("-o", "--output", metavar="FILE", help="Write the report to this file, whole or not at all.")
@click.option("--fix", is_flag=True, help="Put right what can be put right safely, and report the rest.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also what may change what the minutes say.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, as a patch, and change nothing.")
@click.option("--statistics", is_flag=True, help="Print how often each rule found something.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("--baseline", metavar="FILE", shell_complete=complete_file, help="Leave out the findings in this file.")
@click.option("--write-baseline", metavar="FILE", help="Write all findings to this file, for --baseline.")
@click.option("--stdin-filename", metavar="PATH", help="What reports and configuration call standard input ('-').")
@click.option("-j", "--jobs", type=click.IntRange(0), default=0, help="Processes; 0, the default, is one a core.")
@layout_option
@encoding_option
@no_color_option
def command(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    config_file: str | None,
    vocabulary: tuple[str, ...],
    isolated: bool,
    form: str | None,
    output: str | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    statistics: bool,
    exit_zero: bool,
    baseline: str | None,
    write_baseline: str | None,
    stdin_filename: str | None,
    jobs: int,
    layout: str | None,
    encoding: str | None,
    no_color: bool,
) -> int:
    """Tell what is wrong with minutes, by file, line and rule. PATH is a file, a folder to walk, or '-'.

    Without PATH the working directory is walked. 'minutesparse rule --all' lists the rules. Exit status: 0 nothing
    found, 1 something found (an unreadable file is a finding), 2 wrong usage or configuration.

    \b
    Examples:
      minutesparse check minutes/
      minutesparse check --select MP1,MP5 --output-format concise minutes/june.txt
      minutesparse check --fix minutes/
    """
    if config_file is not None and isolated:
        raise click.UsageError("--config and --isolated exclude each other.")
    if baseline is not None and write_baseline is not None:
        raise click.UsageError("--baseline and --write-baseline exclude each other.")
    if fix and diff:
        raise click.UsageError("--fix and --diff exclude each other.")
    if stdin_filename is not None and STDIN not in paths:
        raise click.UsageError("--stdin-filename goes with '-'.")
    paths = paths or (".",)
    use_words_below(paths, config_file, vocabulary, isolated)
    from minutesparse.cli.check_run import Request, run

    return run(
        Request(
            paths=paths,
            select=_known("--select", select),
            extend_select=_known("--extend-select", extend_select),
            ignore=_known("--ignore", ignore),
            config_file=config_file,
            vocabulary=vocabulary,
            isolated=isolated,
            form=form or "full",
            output=output,
            mode="fix" if fix else "diff" if diff else "report",
            unsafe=unsafe_fixes,
            statistics=statistics,
            exit_zero=exit_zero,
            baseline=baseline,
            write_baseline=write_baseline,
            stdin_filename=stdin_filename,
            jobs=jobs,
            layout=layout,
            encoding=encoding,
            no_color=no_color,
        )
    )
