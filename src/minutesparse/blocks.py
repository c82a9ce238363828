"""Lines to blocks: paragraphs, points with their nesting, tables; broken lines joined by offsets, not by copying."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.block import Block
from minutesparse.lines import CELL, Line
from minutesparse.numbering import ROMAN, Reading, readings

# Words that open a block of their own although no blank line stands before them: what records print at a line's start.
LEAD = re.compile(
    r"(?:\*\*|__)?(?:"
    r"(?:it[ ]was[ ])?(?:resolved|agreed|recommended)\b|decision\b[ ]?[:\u2013-]|actions?\b[ ]?[:\u2013-]|action\b"
    r"|reasons?\b[^:\r\n]{0,30}:|motion\b|moved\b|proposed[ ]?(?:by\b|:)|seconded[ ]?(?:by\b|:)|carried\b"
    r"|ayes?\b|nays?\b|noes\b|for:|against:|abst|absent\b|roll[ ]call"
    r")",
    re.IGNORECASE,
)
# The first two letters of each.
_OPENINGS = {"a": "bcgy", "c": "a", "d": "e", "f": "o", "i": "t", "m": "o", "n": "ao", "p": "r", "r": "eo", "s": "e"}
LEAD_OPENINGS = frozenset(
    letters
    for first, seconds in {**_OPENINGS, "*": "*", "_": "_"}.items()
    for second in seconds
    for letters in (first + second, first.upper() + second, first.upper() + second.upper(), first + second.upper())
)
TERMINAL = re.compile(r"[.!?:;][\"'\u201d\u2019)\]*_]*+\Z")
FULL = 0.9  # a line longer than this share of the width was broken where the next word found no room
LOWEST_FULL = 0.6  # a line shorter than this share of the width ended where its paragraph ended


class Grouper:
    """Groups the lines of one item into blocks.

    ``width`` is the column that the text was wrapped at, 0 where each paragraph is a line.
    """

    def __init__(self, text: str, lines: Sequence[Line], width: int) -> None:
        self.text = text
        self.lines = lines
        self.width = width
        self.paged = "\f" in text or any(line.role == "furniture" for line in lines)
        self.cut: list[Block] = []  # points that stand deeper than the document holds

    def group(self, members: Sequence[Line]) -> list[Block]:
        """Blocks of ``members`` (lines in order, blank ones and furniture left out), points nested in their lists."""
        flat: list[Block] = []
        lists = _Lists()
        before: Line | None = None
        current: Block | None = None
        for line in members:
            gap = 0 if before is None or line.index == before.index + 1 else self._gap(before, line)
            counted = readings(self.text, line) if line.marker else []
            if line.role == "heading":
                current = self._new("heading", line, line.start, gap)
                flat.append(current)
                lists.reset()
            elif line.marker and self._opens_point(line, counted, lists, current, gap):
                current = self._point(line, gap)
                flat.append(current)
                lists.enter(counted)
            elif (
                current is not None
                and before is not None
                and (self._rejoins(line, current, gap) if gap else self._continues(line, before, current))
            ):
                current.end = line.stop
                current.last = line.index
            else:
                kind = "table" if self.text.startswith("|", line.start) else "paragraph"
                current = self._new(kind, line, line.start, gap)
                flat.append(current)
            before = line
        return self._nest(flat) if lists.entered else flat

    def _gap(self, before: Line, line: Line) -> int:
        """Blank lines between two lines; furniture does not count, a page break is no gap."""
        gap = 0
        for between in self.lines[before.index + 1 : line.index]:
            if between.role == "furniture":
                return 0 if not self._ended(before) else 1
            gap += between.blank
        return gap

    def _ended(self, line: Line) -> bool:
        last = self.text[line.stop - 1]
        if last.isalnum() or last == ",":  # as most do
            return False
        return TERMINAL.search(self.text, max(line.start, line.stop - 8), line.stop) is not None

    def _leads(self, line: Line) -> bool:
        """True where a line opens with a word of `LEAD`; few begin with the letters of one."""
        text, start = self.text, line.start
        return text[start : start + 2] in LEAD_OPENINGS and LEAD.match(text, start, line.stop) is not None

    def _opens_point(
        self, line: Line, counted: Sequence[Reading], lists: _Lists, current: Block | None, gap: int
    ) -> bool:
        if line.marker == "bullet":
            return True
        if self.text[line.start] == CELL:
            return False
        if line.word or self._after_code(line):  # "Item 4.1" and "22-117   1. Name": no entry of a list
            return False
        if line.body == line.stop and line.marker in ("coded", "bare"):
            return False
        if lists.fits(counted):
            return True
        if line.marker in ("coded", "bare"):
            return False
        if line.marker == "closed" and _is_initial(self.text, line):
            return False
        if gap or current is None:
            return line.marker != "closed" or _starts_list(self.text, line) or lists.open
        return _starts_list(self.text, line)

    def _after_code(self, line: Line) -> bool:
        """True where the number that opens the line stands behind a code in the margin."""
        assert line.label is not None
        return line.marker == "closed" and any(map(str.isalnum, self.text[line.start : line.label[0]]))

    def _continues(self, line: Line, before: Line, current: Block) -> bool:
        """True where the line goes on in the paragraph or point of the line before."""
        first = self.text[line.start]
        if current.kind in ("table", "heading") or first == "|":
            return False
        lower = first.islower()
        if not self.width and not lower:  # most lines of a text that is not wrapped
            return False
        full = before.indent + before.stop - before.start >= self.width * FULL
        if self._leads(line) and not (lower and full and self.width and not self._ended(before)):
            return False
        if not self.width:
            return not self._ended(before)
        if current.kind == "point" and current.marker == "bullet" and before.body == before.stop:
            return True  # a bullet alone on its line: its text stands on the next
        short = before.indent + before.stop - before.start < self.width * LOWEST_FULL
        if short and not lower and (self._ended(before) or (first.isupper() and self._had_room(line, before, current))):
            return False
        if current.kind == "point":
            return lower or not short or line.indent > current.indent
        return line.indent + FIRST_LINE_INDENT >= current.indent or before is not self.lines[current.first]

    def _had_room(self, line: Line, before: Line, current: Block) -> bool:
        """True where the first word of a line would have stood on the line before, had they been one paragraph.

        A paragraph's first line is measured by the text's width, the others by the line above, as columns are narrow.
        """
        if self.text.startswith("That ", line.start):  # the words of the motion whose mover stands above
            return False
        width = self.width
        if before.index > current.first:
            above = self.lines[before.index - 1]
            width = min(width, above.indent + above.stop - above.start)
        space = self.text.find(" ", line.start, line.stop)
        word = (space if space >= 0 else line.stop) - line.start
        return before.indent + before.stop - before.start + 1 + word < width * LOWEST_FULL

    def _rejoins(self, line: Line, current: Block, gap: int) -> bool:
        """True where a sentence that a blank line broke goes on in small letters."""
        if gap > LONGEST_BREAK or not self.text[line.start].islower() or line.marker:
            return False
        if current.kind not in ("point", "paragraph") or LEAD.match(self.text, line.start) is not None:
            return False
        return TERMINAL.search(self.text, max(current.start, current.end - 8), current.end) is None

    def _new(self, kind: str, line: Line, body: int, gap: int) -> Block:
        block = Block(kind, line.start, line.stop, body, line.index, line.index)
        block.indent = line.indent
        block.gap = gap
        return block

    def _point(self, line: Line, gap: int) -> Block:
        block = self._new("point", line, line.body, gap)
        block.label = line.label
        block.marker = line.marker
        return block

    def _nest(self, flat: Sequence[Block]) -> list[Block]:
        """Points under the points that they belong to: a deeper indent or another marker below an open point."""
        roots: list[Block] = []
        path: list[Block] = []
        styles: list[str] = []
        for block in flat:
            if block.kind != "point":
                roots.append(block)
                path, styles = [], []
                continue
            style = _style(block, self.text, path)
            depth = self._depth(block, style, path, styles)
            if depth >= DEEPEST:
                self.cut.append(block)
                depth = DEEPEST - 1
            del path[depth:], styles[depth:]
            (path[-1].children if path else roots).append(block)
            path.append(block)
            styles.append(style)
        return roots

    def _depth(self, block: Block, style: str, path: Sequence[Block], styles: Sequence[str]) -> int:
        """How many points stand above a point."""
        for depth in range(len(path) - 1, -1, -1):
            same = styles[depth] == style
            deeper = block.indent - path[depth].indent
            if same and block.marker == "bullet" and deeper > 1 and self._may_hold(path[depth]):
                return depth + 1
            if same and abs(deeper) <= SAME_COLUMN:
                return depth
            if same and block.marker != "bullet" and deeper <= DEEPER:
                return depth
            if deeper < -SAME_COLUMN:
                continue
            if not same and (deeper > SAME_COLUMN or style not in styles):
                return depth + 1
        if path and style in styles:
            return styles.index(style)
        return 0 if not path or block.indent < path[0].indent else len(path)

    def _may_hold(self, point: Block) -> bool:
        """True where deeper bullets of the same kind belong under ``point``: pages of a PDF shift whole columns."""
        return not self.paged or self.text[point.end - 1] == ":"


LONGEST_BREAK = 3
FIRST_LINE_INDENT = 8
DEEPEST = 12  # levels of points; deeper ones are set at the last


class _Lists:
    """The lists that are open, and whether a marker is the next of one of them."""

    def __init__(self) -> None:
        self.next: dict[str, int] = {}
        self.entered = False  # by any point

    @property
    def open(self) -> bool:
        return bool(self.next)

    def reset(self) -> None:
        self.next.clear()

    def enter(self, counted: Sequence[Reading]) -> None:
        self.entered = True
        self.next.update(counted)

    def fits(self, counted: Sequence[Reading]) -> bool:
        return any(0 < value - self.next.get(key, -9) <= 3 for key, value in counted)


def _starts_list(text: str, line: Line) -> bool:
    """True for the first marker of a list: 1, a, i, A, I, or a dotted, bracketed or compound number (13i)."""
    if line.marker in ("dotted", "paren"):
        return True
    assert line.label is not None
    label = text[line.label[0] : line.label[1]]
    return label.casefold() in ("1", "a", "i") or (label[0].isdecimal() and label[-1].isalpha())


def _is_initial(text: str, line: Line) -> bool:
    """A capital with a full stop and a name behind it is an initial: "J. Smith"."""
    assert line.label is not None
    label = text[line.label[0] : line.label[1]]
    return len(label) == 1 and label.isupper() and text.startswith(". ", line.label[1]) and label not in "AI"


def _style(block: Block, text: str, path: Sequence[Block]) -> str:
    """What markers of one list have in common."""
    assert block.label is not None
    label = text[block.label[0] : block.label[1]]
    if block.marker == "bullet":
        return label[:1]
    if label.isdecimal():
        return f"{block.marker}#"
    if "." in label:
        return "." * (1 + label.count("."))
    case = "A" if label.isupper() else "a"
    if ROMAN.match(label) and not _follows_letter(label, path, text):
        case = "I" if label.isupper() else "i"
    closer = text[block.label[1] : block.label[1] + 1]
    return f"{block.marker}{case}{closer}"


def _follows_letter(label: str, path: Sequence[Block], text: str) -> bool:
    """True for an i after h, a v after u: the next letter of an open list, and no Roman numeral."""
    before = chr(ord(label[0]) - 1)
    return len(label) == 1 and any(point.label is not None and text[slice(*point.label)] == before for point in path)


SAME_COLUMN = 2
DEEPER = 8
