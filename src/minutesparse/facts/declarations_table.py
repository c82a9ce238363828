"""Declarations set as a table: columns in a row, or, where the page lost them, a line for each cell.

A row of column titles ("Councillor", "Minute Number", "Nature of Interest") says what follows; each row after it opens
with a name, and the first that does not ends the table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from minutesparse.block import Block
from minutesparse.facts.declarations_terms import Range, interest_in, item_of_cell, left_meeting
from minutesparse.facts.people import parse_person
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary.declarations import ITEM_COLUMNS, NO_NAMES, PERSON_COLUMNS, REASON_COLUMNS

# Characters of a title of a column, and of a name.
LONGEST_TITLE = 40
LONGEST_NAME = 60

COLUMN_EXAMPLES = (
    ("Councillor", True),
    ("Minute Number", True),
    ("Nature of Interest", True),
    ("Councillor Ash", False),
    ("Interest was shown", False),
)

CELL_END = re.compile(r"[ \u00a0]*+\|[|\s]*+|[ \u00a0]{3,}+|\t++")


@cache
def column_pattern() -> re.Pattern[str]:
    """A cell that is the title of a column; the group tells what stands below it."""
    return re.compile(
        rf"""[\W_]*+ (?: (?P<person> {"|".join(PERSON_COLUMNS)} ) | (?P<item> {"|".join(ITEM_COLUMNS)} )
            | (?P<reason> {"|".join(REASON_COLUMNS)} ) ) [\W_]*+ \Z""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _person_column() -> re.Pattern[str]:
    """How a row of titles begins; most blocks do not."""
    return re.compile(rf"[\W_]*+(?:{'|'.join(PERSON_COLUMNS)})", re.IGNORECASE)


def read_table(reader: Reader, blocks: Sequence[Block], first: int) -> tuple[list[Node], int]:
    """The rows of the table whose titles begin at ``blocks[first]``, and the index after them; none if it is no table.

    The blocks of the rows become ``taken``.
    """
    block = blocks[first]
    if block.end - block.body > 4 * LONGEST_TITLE or not _person_column().match(reader.text, block.body, block.end):
        return [], first
    cells = cells_of(reader.text, block.body, block.end)
    if len(cells) > 1:
        return _read_rows(reader, blocks, first, _columns(reader.text, cells))
    titles = []
    for cell in blocks[first : first + 5]:
        kind = _column(reader.text, (cell.body, cell.end))
        if not kind:
            break
        titles.append(kind)
    return _read_cells(reader, blocks, first, titles)


def cells_of(text: str, start: int, end: int) -> list[Range]:
    """The cells of a row that pipes, tabs or wide gaps part, the empty ones left out."""
    cells = []
    at = start
    for match in [*CELL_END.finditer(text, start, end), None]:
        stop = match.start() if match else end
        if text[at:stop].strip():
            cells.append((at, stop))
        at = match.end() if match else end
    return cells


def _columns(text: str, cells: Sequence[Range]) -> list[str]:
    kinds = [_column(text, cell) for cell in cells]
    return kinds if all(kinds) else []


def _column(text: str, cell: Range) -> str:
    if cell[1] - cell[0] > LONGEST_TITLE:
        return ""
    match = column_pattern().match(text, *cell)
    return (match.lastgroup or "") if match else ""


def _is_table(titles: Sequence[str]) -> bool:
    return len(titles) > 1 and titles[0] == "person" and "person" not in titles[1:]


def _read_cells(reader: Reader, blocks: Sequence[Block], first: int, titles: Sequence[str]) -> tuple[list[Node], int]:
    """Rows whose cells are blocks of their own."""
    width, at = len(titles), first + len(titles)
    rows: list[Node] = []
    while _is_table(titles) and at + width <= len(blocks):
        cells = [(block.body, block.end) for block in blocks[at : at + width]]
        row = _row(reader, cells, titles)
        if row is None:
            break
        rows.append(row)
        for block in blocks[at : at + width]:
            block.taken = not block.children
        at += width
    return rows, at if rows else first


def _read_rows(reader: Reader, blocks: Sequence[Block], first: int, titles: Sequence[str]) -> tuple[list[Node], int]:
    """Rows that are a block each; a rule of dashes below the titles is passed over."""
    at = first + 1
    rows: list[Node] = []
    while _is_table(titles) and at < len(blocks):
        block = blocks[at]
        cells = cells_of(reader.text, block.body, block.end)
        row = _row(reader, cells, titles) if len(cells) == len(titles) else None
        if row is not None:
            rows.append(row)
            block.taken = not block.children
        elif any(letter.isalnum() for letter in reader.text[block.body : block.end]):
            break
        at += 1
    return rows, at if rows else first


def _row(reader: Reader, cells: Sequence[Range], titles: Sequence[str]) -> Node | None:
    start, end = cells[0]
    if end - start > LONGEST_NAME or reader.string(start, end).lower().strip(".") in NO_NAMES:
        return None
    person = parse_person(reader, start, end)
    if person is None:
        return None
    end = cells[-1][1]
    item = item_of_cell(reader.text, *cells[titles.index("item")]) if "item" in titles else None
    return {
        "id": "",
        "name": person.name,
        "person": None,
        "honorific": person.honorific,
        "interest": interest_in(reader.text, start, end),
        "item": reader.string(*item) if item else None,
        "left_meeting": left_meeting(reader.text, [(start, end)]),
        "text": reader.string(start, end),
        "span": reader.span(start, end),
    }
