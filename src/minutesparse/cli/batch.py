"""``minutesparse batch``."""

from __future__ import annotations

import re

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import (
    STDIN,
    complete_file,
    encoding_option,
    isolated_option,
    layout_option,
    meta_option,
    vocabulary_option,
)

SHARD = re.compile(r"([1-9]\d{0,5})/([1-9]\d{0,5})\Z")


def _shard(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[int, int] | None:
    if value is None:
        return None
    match = SHARD.match(value)
    if match is None or int(match[1]) > int(match[2]):
        raise click.BadParameter(f"{value!r} is no shard such as 2/8", ctx, param)
    return int(match[1]), int(match[2])


def _jobs(ctx: click.Context, param: click.Parameter, value: str) -> int:
    """The number of processes; ``auto`` is one a core."""
    if value == "auto":
        from minutesparse.cores import cores

        return cores()
    if not value.isdecimal() or not 1 <= int(value) <= 1024:
        raise click.BadParameter(f"{value!r} is neither a number of processes nor 'auto'", ctx, param)
    return int(value)


@click.command("batch", short_help=COMMANDS["batch"])
@click.argument("paths", metavar="[INPUT]...", nargs=-1, shell_complete=complete_file)
@click.option("-o", "--output", metavar="OUT", required=True, help="The folder that outputs are written to.")
@click.option("--to", "form", type=click.Choice(["json", "yaml", "jsonl"]), default="json", show_default=True)
@click.option("--glob", metavar="PATTERN", multiple=True, help="Which files to take; by default *.txt, *.md.")
@click.option("--exclude", metavar="PATTERN", multiple=True, help="Which files to leave out.")
@click.option("--files-from", metavar="FILE", help="Take the inputs that FILE lists, one a line ('-': standard input).")
@click.option("-0", "--null", "zeros", is_flag=True, help="The names in --files-from end in NUL characters.")
@click.option("--root", metavar="DIR", help="Call each input by its path below DIR, wherever it was found.")
@click.option("--resume", is_flag=True, help="Skip what an earlier run has done and what has not changed since.")
@click.option("-j", "--jobs", metavar="N", default="auto", callback=_jobs, help="Processes; 'auto' is one a core.")
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Processes of this machine, or the workers of a Dask cluster (extra 'dask').",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Dask's scheduler, as tcp://HOST:8786; without it, workers of this machine."
)
@click.option("--shard", metavar="K/N", callback=_shard, help="Only the K-th of N parts of the inputs.")
@click.option("--timeout", type=click.FloatRange(min=0.001), metavar="SECONDS", help="Give a file up after so long.")
@click.option(
    "--max-bytes", type=click.IntRange(min=1), default=100_000_000, help="Refuse larger files; by default 100 MB."
)
@click.option("--split", is_flag=True, help="A document for each meeting of a file that holds several.")
@layout_option
@encoding_option
@meta_option
@click.option("--meta-from", metavar="FILE.csv", help="Facts of each file: a column of paths, then one for each key.")
@vocabulary_option
@isolated_option
@click.option("--progress/--no-progress", default=True, help="Say how far it is, on standard error.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
@click.option(
    "--tables", type=click.Choice(["csv", "parquet", "sqlite"]), help="Then write what was done as tables, in OUT."
)
@click.option("--summary", metavar="FILE", help="Write what came of it to this file, as JSON.")
def command(
    paths: tuple[str, ...],
    output: str,
    form: str,
    glob: tuple[str, ...],
    exclude: tuple[str, ...],
    files_from: str | None,
    zeros: bool,
    root: str | None,
    resume: bool,
    jobs: int,
    engine: str,
    scheduler: str | None,
    shard: tuple[int, int] | None,
    timeout: float | None,
    max_bytes: int,
    split: bool,
    layout: str | None,
    encoding: str | None,
    metadata: dict[str, str],
    meta_from: str | None,
    vocabulary: tuple[str, ...],
    isolated: bool,
    progress: bool,
    quiet: bool,
    tables: str | None,
    summary: str | None,
) -> int:
    """Write the minutes in each INPUT (a file, a folder, a ZIP or tar archive) as documents below the folder OUT.

    A file that cannot be read is reported, and the others are done. Each output appears whole or not at all; a run that
    was stopped or killed is taken up with --resume. Exit status: 0 all done, 1 some failed, 2 wrong usage, 130
    interrupted.

    \b
    Examples:
      minutesparse batch minutes/ -o documents/
      minutesparse batch archive.zip -o documents/ --to jsonl --resume
      find . -name '*.txt' -print0 | minutesparse batch --files-from - -0 -o documents/
    """
    from minutesparse.cli.batch_run import Request, run

    if not paths and files_from is None:
        raise click.UsageError("give an INPUT, or --files-from.")
    if scheduler is not None and engine != "dask":
        raise click.UsageError("--scheduler goes with --engine dask.")
    if zeros and files_from is None:
        raise click.UsageError("--null goes with --files-from.")
    if STDIN in paths:
        raise click.UsageError("standard input is no file of minutes here; --files-from - reads names from it.")
    return run(
        Request(
            paths=paths,
            output=output,
            form=form,
            glob=glob,
            exclude=exclude,
            files_from=files_from,
            zeros=zeros,
            root=root,
            resume=resume,
            jobs=jobs,
            engine=engine,
            scheduler=scheduler,
            shard=shard,
            timeout=timeout,
            largest=max_bytes,
            split=split,
            layout=layout,
            encoding=encoding,
            metadata=metadata,
            meta_from=meta_from,
            vocabulary=vocabulary,
            isolated=isolated,
            progress=progress and not quiet,
            quiet=quiet,
            tables=tables,
            summary=summary,
        )
    )
