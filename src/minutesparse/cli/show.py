"""``minutesparse show``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import (
    corrections_option,
    encoding_option,
    files_argument,
    isolated_option,
    layout_option,
    no_color_option,
    read_minutes,
    use_words,
    vocabulary_option,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text
    from rich.tree import Tree

    from minutesparse.model import Action, Clause, Declaration, Item, Meeting, Minutes, Reference, Resolution, Vote

    Fact = Declaration | Resolution | Action

STATUSES = {"present": "Present", "in_attendance": "In attendance", "apologies": "Apologies", "absent": "Absent"}


@click.command("show", short_help=COMMANDS["show"])
@files_argument
@layout_option
@encoding_option
@corrections_option
@vocabulary_option
@isolated_option
@no_color_option
def command(
    files: tuple[str, ...],
    layout: str | None,
    encoding: str | None,
    corrections: str | None,
    vocabulary: tuple[str, ...],
    isolated: bool,
    no_color: bool,
) -> int:
    """Show what is read from each FILE ('-' is standard input): meeting, attendance, items, decisions, actions.

    \b
    Example:
      minutesparse show minutes.txt | less
    """
    from minutesparse.cli import FAILED, OK, report_failure
    from minutesparse.cli.output import print_text
    from minutesparse.errors import MinutesparseError

    if corrections is not None and len(files) > 1:
        raise click.UsageError("--corrections is for one file.")
    use_words(files, vocabulary, isolated)
    console = _console(no_color)
    failed = False
    for name in files:
        try:
            minutes = read_minutes(name, layout, encoding, corrections)
        except MinutesparseError as error:
            report_failure(error)
            failed = True
        else:
            with console.capture() as shown:
                _print(console, minutes)
            print_text("\n".join(line.rstrip() for line in shown.get().split("\n")))
    return FAILED if failed else OK


def _console(no_color: bool) -> Console:
    from rich.console import Console

    from minutesparse.cli.output import in_colour

    return Console(
        no_color=not in_colour(no_color),
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )


def _print(console: Console, minutes: Minutes) -> None:
    from rich.padding import Padding

    _print_heading(console, minutes.meeting)
    if minutes.attendance or minutes.public:
        console.print(Padding(_attendance(minutes), (1, 0, 0, 0)))
    if minutes.items or _facts(minutes):
        console.print(Padding(_items(minutes), (1, 0, 0, 0)))
    for entry in minutes.diagnostics:
        where = f"line {entry.span.line}: " if entry.span else ""
        console.print(_text(f"{entry.severity}: {where}{entry.message} ({entry.code})", "yellow"))


def _text(words: str | None, style: str = "") -> Text:
    """Words of the minutes for the terminal, free of control characters."""
    from rich.text import Text

    from minutesparse.writers.characters import harmless

    return Text(harmless(words or ""), style=style)


def _print_heading(console: Console, meeting: Meeting) -> None:
    names = [name for name in (meeting.council, meeting.committee) if name]
    console.print(_text(" – ".join(names) or meeting.title or "Minutes", "bold"))
    times = " to ".join(time for time in (meeting.start_time, meeting.end_time) if time)
    for part in (", ".join(word for word in (meeting.date, times) if word), meeting.venue):
        if part:
            console.print(_text(part))


def _attendance(minutes: Minutes) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in ("Attendance", "Name", "Role or post"):
        table.add_column(heading, overflow="fold")
    for status, title in STATUSES.items():
        for person in minutes.attendance:
            if person.status == status:
                name = " ".join(part for part in (person.honorific, person.name) if part)
                roles = [role.replace("_", " ") for role in person.roles]
                told = ", ".join(word for word in (*roles, person.post, person.organization, person.party) if word)
                table.add_row(title, _text(name), _text(told))
                title = ""
    if minutes.public:
        table.add_row("Public", _text(minutes.public.text), "")
    return table


def _items(minutes: Minutes) -> Tree:
    from rich.tree import Tree

    tree = Tree(_text("Items", "bold"), guide_style="dim")
    for item in minutes.items:
        _add_item(tree, item)
    _add_facts(tree, _facts(minutes))
    return tree


def _add_item(tree: Tree, item: Item) -> None:
    label = _text(" ".join(part for part in (item.number, item.title) if part) or "(untitled)", "bold")
    for shown, words in ((item.exempt, "exempt"), (item.truncated, "truncated")):
        if shown:
            label.append(f" [{words}]", style="yellow")
    branch = tree.add(label)
    _add_facts(branch, _facts(item))
    for child in item.items:
        _add_item(branch, child)


def _facts(node: Minutes | Item) -> list[Fact]:
    """What an item, or the document outside of its items, records, in the order of the text."""
    facts: list[Fact] = [*node.declarations, *node.resolutions, *node.actions]
    return sorted(facts, key=lambda fact: fact.span.start)


def _add_facts(tree: Tree, facts: list[Fact]) -> None:
    """A branch for each fact; an action stands under its decision."""
    from minutesparse.model import Action, Resolution

    branches: dict[str, Tree] = {}
    for fact in facts:
        if isinstance(fact, Resolution):
            branches[fact.id] = _add_resolution(tree, fact)
        elif isinstance(fact, Action):
            _add_action(branches.get(fact.resolution or "", tree), fact)
        else:
            interest = (fact.interest or "").replace("_", " ")
            told = ", ".join(part for part in (interest, f"item {fact.item}" if fact.item else "") if part)
            tree.add(_text(f"◆ declared: {fact.name}" + (f" ({told})" if told else "")))


def _add_resolution(tree: Tree, resolution: Resolution) -> Tree:
    lost = resolution.result in ("lost", "withdrawn")
    label = _text("✘ " if lost else "✔ ", "red" if lost else "green")
    label.append(resolution.kind, style="bold")
    label.append_text(_text(f" {resolution.text}" if resolution.text else ""))
    branch = tree.add(label)
    for clause in resolution.clauses:
        _add_clause(branch, clause)
    if told := "; ".join(_circumstances(resolution)):
        branch.add(_text(told, "dim"))
    return branch


def _add_clause(tree: Tree, clause: Clause) -> None:
    branch = tree.add(_text(f"{clause.label or '•'} {clause.text}"))
    for child in clause.clauses:
        _add_clause(branch, child)


def _circumstances(resolution: Resolution) -> Iterator[str]:
    """Who moved and seconded, how the vote went, what came of it."""
    if resolution.moved_by:
        yield f"moved {_names(resolution.moved_by)}"
    if resolution.seconded_by:
        yield f"seconded {_names(resolution.seconded_by)}"
    if resolution.vote:
        yield from _vote(resolution.vote)
    if resolution.result:
        yield resolution.result


def _vote(vote: Vote) -> Iterator[str]:
    if vote.unanimous:
        yield "unanimous"
    counts = ((vote.for_count, "for"), (vote.against_count, "against"), (vote.abstain_count, "abstaining"))
    if told := ", ".join(f"{count} {option}" for count, option in counts if count is not None):
        yield told


def _add_action(tree: Tree, action: Action) -> None:
    label = _text("→ ", "cyan")
    label.append_text(_text(action.text))
    told = [_names(action.owners)] if action.owners else []
    if due := action.due or action.due_date:
        told.append(f"due {due}")
    if told:
        label.append_text(_text(f" ({'; '.join(told)})", "dim"))
    tree.add(label)


def _names(references: list[Reference]) -> str:
    return ", ".join(reference.name for reference in references)
