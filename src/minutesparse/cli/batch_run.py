"""What ``batch`` does with its command line: inputs, progress, the last line, the exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from minutesparse.batch import progress
from minutesparse.batch.inputs import GLOB, Input, Wanted, in_shard, inputs, names_from
from minutesparse.batch.job import Done, OutputError, Setting
from minutesparse.batch.metadata import read_metadata
from minutesparse.batch.run import Plan, Summary
from minutesparse.batch.run import run as run_plan
from minutesparse.batch.urls import check_readable, check_writable, scheme_of
from minutesparse.cli import FAILED, INTERRUPTED, OK, report
from minutesparse.cli.options import STDIN, added_words, inside, read_stdin
from minutesparse.cli.output import replacing
from minutesparse.errors import MinutesparseError, OptionError, reason_of

if TYPE_CHECKING:
    from minutesparse.tables.write import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The command line of ``batch``."""

    paths: tuple[str, ...]
    output: str
    form: str
    glob: tuple[str, ...]
    exclude: tuple[str, ...]
    files_from: str | None
    zeros: bool
    root: str | None
    resume: bool
    jobs: int
    engine: str
    scheduler: str | None
    shard: tuple[int, int] | None
    timeout: float | None
    largest: int
    split: bool
    layout: str | None
    encoding: str | None
    metadata: Mapping[str, str]
    meta_from: str | None
    vocabulary: tuple[str, ...]
    isolated: bool
    progress: bool
    quiet: bool
    tables: str | None
    summary: str | None


def run(request: Request) -> int:
    """Run the batch, and give the exit status."""
    paths = [*request.paths, *_listed(request)]
    check_writable(request.output)
    for path in paths:
        check_readable(path)
    plan = Plan(
        setting=Setting(
            output=request.output,
            form="yaml" if request.form == "yaml" else "json",
            layout=request.layout,
            encoding=request.encoding,
            split=request.split,
            timeout=request.timeout,
            largest=request.largest,
        ),
        stream=request.form == "jsonl",
        metadata=request.metadata,
        own_metadata=read_metadata(Path(request.meta_from)) if request.meta_from else {},
        words=added_words(_places(paths), request.vocabulary, request.isolated),
        resume=request.resume,
        jobs=request.jobs,
        engine="dask" if request.engine == "dask" else "local",
        scheduler=request.scheduler,
    )
    if plan.engine == "dask":
        from minutesparse.batch.cluster import distributed_package

        distributed_package()  # before anything is written
    strangers = set(plan.own_metadata)
    found = partial(_inputs, request, paths, strangers)
    try:
        with _progress(request, paths, found) as tell:

            def hear(one: Done) -> None:
                tell(one)
                if one.record.status == "failed":
                    report(f"{one.record.name}: {one.record.reason}")

            summary = run_plan(plan, found(), hear)
    except OutputError as error:
        report(str(error))
        return FAILED
    _tell(request, summary)
    if summary.interrupted:
        return INTERRUPTED
    if strangers and not request.quiet and request.shard is None:
        more = f" (and {len(strangers) - 1} more)" if len(strangers) > 1 else ""
        report(f"{request.meta_from}: no input is called {min(strangers)!r}{more}")
    refused = _write_tables(request) if request.tables is not None else 0
    return FAILED if summary.failed or refused else OK


def _write_tables(request: Request) -> int:
    """Write the documents that the manifest tells of as tables, and give how many could not be taken."""
    from minutesparse.batch.tabulate import tabulate

    refused: list[str] = []

    def fail(error: MinutesparseError) -> None:
        refused.append(str(error))
        report(str(error))

    tabulate(request.output, cast("Form", request.tables), fail)
    return len(refused)


def _listed(request: Request) -> list[str]:
    """The names in --files-from."""
    if request.files_from is None:
        return []
    if request.files_from == STDIN:
        return names_from(read_stdin(), request.zeros)
    try:
        return names_from(Path(request.files_from).read_bytes(), request.zeros)
    except OSError as error:
        raise OptionError(f"{request.files_from}: {reason_of(error)}") from error


def _places(paths: list[str]) -> list[str]:
    """Of paths of which there may be a hundred thousand, one in each of their folders."""
    return list({os.path.dirname(one): one for one in map(inside, paths)}.values())  # noqa: PTH120


def _inputs(request: Request, paths: list[str], strangers: set[str]) -> Iterator[Input]:
    """What is to be read; their names are taken out of ``strangers``."""
    wanted = Wanted(request.glob or GLOB, request.exclude, request.root, request.output)
    for one in inputs(paths, wanted, request.largest):
        strangers.discard(one.name)
        if request.shard is None or in_shard(one.name, *request.shard):
            yield one


def _progress(request: Request, paths: list[str], found: partial[Iterator[Input]]) -> progress.Shown:
    if not request.progress:
        return progress.silent()
    shown = progress.bar if sys.stderr.isatty() else progress.lines
    # to list a bucket takes as long as much of the work, and is not done twice
    remote = any(scheme_of(path) for path in paths)
    return shown(None if remote else _total(found))


def _total(found: partial[Iterator[Input]]) -> int | None:
    """How many inputs there are, ``None`` where counting them would unpack an archive."""
    count = 0
    for one in found():
        if one.data is not None:
            return None
        count += 1
    return count


def _tell(request: Request, summary: Summary) -> None:
    if request.summary is not None:
        with replacing(Path(request.summary)) as stream:
            stream.write(f"{summary.to_json()}\n".encode())
    if request.quiet:
        return
    said = [f"{summary.done} done", f"{len(summary.failed)} failed"]
    if summary.unchanged:
        said.insert(1, f"{summary.unchanged} unchanged")
    end = "; interrupted, --resume goes on" if summary.interrupted else ""
    if not (summary.done or summary.unchanged or summary.failed or summary.interrupted):
        patterns = ", ".join(request.glob) or "*.txt, *.md"
        end = f"; no file fits {patterns}" + (" in this shard" if request.shard else "")
    report(f"{', '.join(said)} in {summary.seconds:.1f} s{end}")
