"""Action tables: a head that names columns for the task and its owner, and a task in each row below.

"| Action | Owner | Due |", or the columns apart by white space. Of a table of the minutes themselves ("| Item | Notes |
Action |") a row is a task where the action column names owners.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from minutesparse.block import Block
from minutesparse.facts.owners import OwnerList, match_owners
from minutesparse.vocabulary.actions import DUE_COLUMNS, NOTES_COLUMNS, OWNER_COLUMNS, TASK_COLUMNS

# Characters of a table's head.
HEAD_WIDTH = 240

# Parts of words one of which a head holds.
HEAD_WORDS = ("ction", "CTION", "ask", "ASK")

HEAD_EXAMPLES = (
    ("| No | Action | Owner | Due |", True),
    ("Task               By whom            Deadline", True),
    ("| Item | Notes | Action |", True),
    ("| Item | Action |", False),
    ("| Payee | Amount | Date |", False),
    ("Action Plan for the owner", False),
)

Cell = tuple[int, int]


@dataclass(slots=True, frozen=True)
class TableHead:
    """Which columns of a table hold the task, its owner and its deadline, by index."""

    task: int
    owner: int
    due: int | None


@dataclass(slots=True)
class Row:
    """A row with a task: the offsets of the row, its task and deadline, and the owners."""

    start: int
    end: int
    task: Cell
    owners: OwnerList
    due: Cell | None


@cache
def _gap() -> re.Pattern[str]:
    """What stands between two columns that no line parts."""
    return re.compile(r"[ ]{2,}+|\t++")


@cache
def _line() -> re.Pattern[str]:
    return re.compile(r"[^\r\n]++")


@cache
def _numbered() -> re.Pattern[str]:
    """The words of a cell without marks of emphasis and what follows them in brackets."""
    return re.compile(r"[*_\s]*+(?P<words>[A-Za-z' ]{2,30}?)\s*+[*_:.]*+\s*+(?:\([^)]{0,30}\))?+\s*+")


def has_columns(text: str, start: int, end: int) -> bool:
    """True where more than one column may stand on the line ``[start, end)``."""
    return any(text.find(gap, start, end) >= 0 for gap in ("|", "  ", "\t"))


def table_head(text: str, start: int, end: int) -> TableHead | None:
    """The columns that the line ``[start, end)`` names, where it heads a table of tasks."""
    if end - start > HEAD_WIDTH or not any(text.find(word, start, end) >= 0 for word in HEAD_WORDS):
        return None
    names = []
    for cell in _cells(text, start, end):
        match = _numbered().fullmatch(text, *cell)
        names.append(match["words"].lower() if match is not None else "")
    owner, task = _column(names, OWNER_COLUMNS), _column(names, TASK_COLUMNS)
    if owner is None and task is not None and text.startswith("|", start):
        # minutes as a table: what the row says is the task of those in the action column
        owner, task = task, _column(names, NOTES_COLUMNS)
    if task is None or owner is None:
        return None
    return TableHead(task, owner, _column(names, DUE_COLUMNS))


def table_rows(text: str, blocks: Sequence[Block], index: int) -> tuple[list[Row], int]:
    """The rows with tasks of the table whose head is the first line of ``blocks[index]``; how many blocks it takes."""
    head: TableHead | None = None
    rows: list[Row] = []
    used = 0
    for block in blocks[index:]:
        found = len(rows)
        for line in _line().finditer(text, block.start, block.stop):
            if head is None:
                head = table_head(text, line.start(), line.end())
                if head is None:
                    return [], 0
            elif (row := _row(text, head, line.start(), line.end())) is not None:
                rows.append(row)
        if used and block.kind != "table" and len(rows) == found:
            break
        used += 1
    return rows, used if rows else 0


def _row(text: str, head: TableHead, start: int, end: int) -> Row | None:
    cells = list(_cells(text, start, end))
    if len(cells) <= max(head.task, head.owner):
        return None
    task, owner = cells[head.task], _trimmed(text, *cells[head.owner], " \t*_")
    owners = match_owners(text, *owner, bare=True)
    if owners is None or task[0] == task[1] or text[owners.end : owner[1]].strip(" .*_)"):
        return None
    due = cells[head.due] if head.due is not None and head.due < len(cells) else None
    return Row(cells[0][0], cells[-1][1], task, owners, due if due is not None and due[0] < due[1] else None)


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    """The cells of a line, without the white space round them."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if text.startswith("|", start, end):
        start += 1
        while start < end:
            stop = text.find("|", start, end)
            stop = end if stop < 0 else stop
            yield _trimmed(text, start, stop)
            start = stop + 1
        return
    for gap in _gap().finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end


def _trimmed(text: str, start: int, end: int, around: str = " \t") -> Cell:
    while start < end and text[start] in around:
        start += 1
    while end > start and text[end - 1] in around:
        end -= 1
    return start, end


def _column(names: Sequence[str], words: Sequence[str]) -> int | None:
    """The index of the column that one of ``words`` heads, the first of them that any does."""
    return next((names.index(word) for word in words if word in names), None)
