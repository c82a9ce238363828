"""``minutesparse explain``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import (
    corrections_option,
    encoding_option,
    isolated_option,
    layout_option,
    read_corrections,
    read_source,
    use_words,
    vocabulary_option,
)

if TYPE_CHECKING:
    from minutesparse.explain import Explanation

RANGE = re.compile(r"([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?\Z")
WIDEST_TEXT = 72


def _line_range(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[int, int] | None:
    if value is None:
        return None
    match = RANGE.match(value)
    if match is None or (match[2] and int(match[2]) < int(match[1])):
        raise click.BadParameter(f"{value!r} is no range of lines such as 12-20", ctx, param)
    return int(match[1]), int(match[2] or match[1])


@click.command("explain", short_help=COMMANDS["explain"])
@click.argument("file", metavar="FILE")
@click.option("--line", type=click.IntRange(min=1), metavar="N", help="Only this line.")
@click.option("--lines", "span", metavar="A-B", callback=_line_range, help="Only these lines.")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@layout_option
@encoding_option
@corrections_option
@vocabulary_option
@isolated_option
def command(
    file: str,
    line: int | None,
    span: tuple[int, int] | None,
    form: str,
    layout: str | None,
    encoding: str | None,
    corrections: str | None,
    vocabulary: tuple[str, ...],
    isolated: bool,
) -> None:
    """Tell why each line of FILE is what it is: its role, the rule, the signs for and against, the runner-up.

    \b
    Example:
      minutesparse explain minutes.txt --lines 12-20
    """
    if line is not None and span is not None:
        raise click.UsageError("--line and --lines exclude each other")
    use_words([file], vocabulary, isolated)
    from minutesparse.cli.output import print_text
    from minutesparse.explain import explain
    from minutesparse.writers.json import json_text, terminal_json

    first, last = (line, line) if line is not None else span or (1, 10**9)
    explained = explain(read_source(file, encoding), layout, read_corrections(file, corrections))
    chosen = [one for one in explained if first <= one.line <= last]
    if form == "json":
        print_text(terminal_json(json_text([one.to_dict() for one in chosen], indent=2)))
    else:
        for one in chosen:
            print_text("\n".join(_described(one)))


def _described(one: Explanation) -> Iterator[str]:
    from minutesparse.explain import RULES
    from minutesparse.writers.characters import harmless

    text = harmless(one.text)
    yield f"{one.line}: {one.role}  {text if len(text) <= WIDEST_TEXT else text[: WIDEST_TEXT - 1] + '…'}"
    words = f" {harmless(one.words)!r}" if one.words else ""
    yield f"    rule: {one.rule}{words} ({RULES[one.rule]})"
    if one.weighing is not None:
        signs = ", ".join(f"{name} {weight:+g}" for name, weight in one.weighing.signs) or "none"
        verdict = "heading" if one.weighing.chosen else "no heading"
        yield f"    weighed as {one.weighing.rule}: {signs}"
        yield f"    total {one.weighing.total:g}, floor {one.weighing.floor:g}: {verdict}; else {one.runner_up}"
    for fact in one.facts:
        signs = ", ".join(f"{sign.name} {harmless(sign.words)!r} (line {sign.line})" for sign in fact.signs)
        yield f"    {fact.id}: {signs}"
    if one.nodes:
        yield f"    in: {', '.join(one.nodes)}"
