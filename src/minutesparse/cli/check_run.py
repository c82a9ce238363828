"""What ``check`` does, step by step: configuration, files, findings, reports."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Literal

import click

from minutesparse import config
from minutesparse.checks.baseline import baseline_text, known_fingerprints, without
from minutesparse.checks.configuration import CheckConfig, read_check_config
from minutesparse.checks.files import listed, shown
from minutesparse.checks.registry import BY_CODE
from minutesparse.checks.run import Checked, Fixes, Task, check_files
from minutesparse.checks.settings import CheckSettings
from minutesparse.cli.options import STDIN, read_stdin, use_words_below
from minutesparse.cli.output import in_colour, print_data, print_text, replacing, screened, to_terminal
from minutesparse.errors import OptionError, reason_of
from minutesparse.reports import FOR_PEOPLE, Outcome, renderer
from minutesparse.reports.patch import patch
from minutesparse.reports.text import coloured, summary
from minutesparse.source import encoded
from minutesparse.writers.characters import logged

OK = 0
FOUND = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The command line of ``check``."""

    paths: tuple[str, ...]
    select: tuple[str, ...]
    extend_select: tuple[str, ...]
    ignore: tuple[str, ...]
    config_file: str | None
    vocabulary: tuple[str, ...]
    isolated: bool
    form: str
    output: str | None
    mode: Literal["report", "fix", "diff"]
    unsafe: bool
    statistics: bool
    exit_zero: bool
    baseline: str | None
    write_baseline: str | None
    stdin_filename: str | None
    jobs: int
    layout: str | None
    encoding: str | None
    no_color: bool


def run(request: Request) -> int:
    """Check what the request asks for, and give the exit status."""
    configs = Configurations(request.config_file, request.isolated)
    tasks = _tasks(request, configs)
    prepare = partial(use_words_below, request.paths, request.config_file, request.vocabulary, request.isolated)
    checked = list(check_files(tasks, request.jobs, prepare))
    applied = sum(one.applied for one in checked)
    if request.mode == "diff":
        print_data(screened("".join(_patch(one) for one in checked if one.applied)).encode())
        return FOUND if applied and not request.exit_zero else OK
    if request.mode == "fix":
        for one in checked:
            _write_back(one)
    findings = sorted((finding for one in checked for finding in one.findings), key=lambda finding: finding.order)
    if request.write_baseline is not None:
        with replacing(Path(request.write_baseline)) as stream:
            stream.write(baseline_text(findings).encode())
        return OK
    known = _known(request, configs)
    new = without(findings, known)
    outcome = Outcome([task.shown for task in tasks], new, known=len(findings) - len(new), fixed=applied)
    _report(request, outcome)
    return FOUND if new and not request.exit_zero else OK


class Configurations:
    """The configuration that holds for each folder, each file of it read once."""

    def __init__(self, given: str | None, isolated: bool) -> None:
        self.given = given
        self.isolated = isolated
        self._read = cache(self._load)
        self._find = cache(config.find)

    def of(self, folder: Path) -> CheckConfig:
        """The configuration for the files in a folder."""
        path = self._path(folder)
        return self._read(path) if path is not None else CheckConfig(Path())

    def _path(self, folder: Path) -> Path | None:
        if self.given is not None:
            return Path(self.given)
        return None if self.isolated else self._find(folder)

    @staticmethod
    def _load(path: Path) -> CheckConfig:
        loaded = config.load(path)
        return read_check_config(loaded.check, loaded.house_style, str(path), path.parent)


def _tasks(request: Request, configs: Configurations) -> list[Task]:
    """The files that the paths mean, with the settings of each, in the order of their names in reports."""
    fixes: Fixes = "none" if request.mode == "report" else "unsafe" if request.unsafe else "safe"
    tasks: dict[str, Task] = {}
    for path in request.paths:
        if path == STDIN:
            name = request.stdin_filename or STDIN
            settings = _settings(request, configs.of(Path(name).parent), name)
            tasks[name] = Task(STDIN, name, settings, request.layout, request.encoding, read_stdin(), fixes)
            continue
        here = configs.of(Path(path) if Path(path).is_dir() else Path(path).parent)
        refused: dict[str, str] = {}
        for file in (*listed([path], here.include, here.exclude, refuse=refused.__setitem__), *refused):
            name = shown(file)
            settings = _settings(request, configs.of(Path(file).parent), file)
            why = refused.get(file)
            tasks[name] = Task(file, name, settings, request.layout, request.encoding, None, fixes, why)
    return [tasks[name] for name in sorted(tasks)]


def _settings(request: Request, configured: CheckConfig, file: str) -> CheckSettings:
    """The configuration of a file with what the command line adds: its --select takes the place of the other."""
    own = configured.settings
    combined = replace(
        own,
        select=request.select or own.select,
        extend_select=(*own.extend_select, *request.extend_select),
        ignore=(*own.ignore, *request.ignore),
    )
    absolute, root = Path(file).absolute(), configured.root.absolute()
    return combined.of_file((absolute.relative_to(root) if absolute.is_relative_to(root) else Path(file)).as_posix())


def _known(request: Request, configs: Configurations) -> frozenset[str]:
    """The fingerprints of the baseline that is given or configured."""
    configured = configs.of(Path()).baseline
    path = Path(request.baseline) if request.baseline is not None else configured
    if path is None:
        return frozenset()
    try:
        return known_fingerprints(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else "not utf-8"
        raise OptionError(f"{path}: {reason}") from error


def _report(request: Request, outcome: Outcome) -> None:
    if request.statistics:
        text = _statistics(outcome)
    else:
        text = renderer(request.form)(outcome)
        if request.form in FOR_PEOPLE:
            text = logged(text)
        if request.form == "full" and request.output is None and in_colour(request.no_color):
            text = coloured(text)
    if request.output is None or request.output == STDIN:
        # the fixed text of standard input goes to standard output, and nothing else
        beside = request.mode == "fix" and STDIN in request.paths
        if text:
            click.echo(text, err=True) if beside else print_text(text)
    else:
        with replacing(Path(request.output)) as stream:
            stream.write(f"{text}\n".encode())


def _statistics(outcome: Outcome) -> str:
    """How often each rule found something, the most frequent first."""
    counts = Counter(finding.code for finding in outcome.findings)
    width = len(str(max(counts.values(), default=0)))
    rows = [f"{count:>{width}}  {code}  {BY_CODE[code].name}" for code, count in sorted(counts.items(), key=_frequent)]
    return "\n".join([*rows, summary(outcome)])


def _frequent(row: tuple[str, int]) -> tuple[int, str]:
    return -row[1], row[0]


def _write_back(one: Checked) -> None:
    """Write a fixed text in the encoding of its file; standard input's goes to standard output."""
    if one.after is None or (not one.applied and one.path != STDIN):
        return
    data = encoded(one.after, one.encoding)
    if one.path == STDIN:
        print_data(screened(one.after).encode() if to_terminal() else data)
    else:
        with replacing(Path(one.path)) as stream:
            stream.write(data)


def _patch(one: Checked) -> str:
    """What fixes change in a file, as a patch that git applies."""
    assert one.before is not None
    assert one.after is not None
    return patch(one.shown, one.before, one.after)
