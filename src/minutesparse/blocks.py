"""Lines to blocks: paragraphs, points with their nesting, tables; broken lines joined by offsets, not by copying."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.block import Block
from minutesparse.lines import Line
from minutesparse.numbering import ROMAN, readings

# Words that open a block of their own although no blank line stands before them: what records print at a line's start.
LEAD = re.compile(
    r"(?:\*\*|__)?(?:"
    r"(?:it[ ]was[ ])?(?:resolved|agreed|recommended)\b|decision\b[ ]?[:\u2013-]|actions?\b[ ]?[:\u2013-]|action\b"
    r"|reasons?\b[^:\r\n]{0,30}:|motion\b|moved\b|proposed[ ]?(?:by\b|:)|seconded[ ]?(?:by\b|:)|carried\b"
    r"|ayes?\b|nays?\b|noes\b|for:|against:|abst|absent\b|roll[ ]call"
    r")",
    re.IGNORECASE,
)
TERMINAL = re.compile(r"[.!?:;][\"'\u201d\u2019)\]*_]*+\Z")
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
        lists = _Lists(self.text)
        before: Line | None = None
        for line in members:
            gap = 0 if before is None else self._gap(before, line)
            current = flat[-1] if flat else None
            if line.role == "heading":
                flat.append(self._new("heading", line, line.start, gap))
                lists.reset()
            elif line.marker and self._opens_point(line, lists, current, gap):
                flat.append(self._point(line, gap))
                lists.enter(flat[-1], line)
            elif (
                current is not None
                and before is not None
                and (self._continues(line, before, current, gap) or self._rejoins(line, current, gap))
            ):
                self._extend(current, line)
            else:
                kind = "table" if self.text.startswith("|", line.start) else "paragraph"
                flat.append(self._new(kind, line, line.start, gap))
            before = line
        return self._nest(flat)

    def _gap(self, before: Line, line: Line) -> int:
        """Blank lines between two lines; furniture does not count, a page break is no gap."""
        gap = 0
        for between in self.lines[before.index + 1 : line.index]:
            if between.role == "furniture":
                return 0 if not self._ended(before) else 1
            gap += between.blank
        return gap

    def _ended(self, line: Line) -> bool:
        return TERMINAL.search(self.text, max(line.start, line.stop - 8), line.stop) is not None

    def _opens_point(self, line: Line, lists: _Lists, current: Block | None, gap: int) -> bool:
        if line.marker == "bullet":
            return True
        if line.word:  # "Item 4.1" alone is no entry of a list
            return False
        if line.body == line.stop and line.marker in ("coded", "bare"):
            return False
        fits = lists.fits(line)
        if fits:
            return True
        if line.marker in ("coded", "bare"):
            return False
        if line.marker == "closed" and _is_initial(self.text, line):
            return False
        if gap or current is None:
            return line.marker != "closed" or _starts_list(self.text, line) or lists.open
        return _starts_list(self.text, line)

    def _continues(self, line: Line, before: Line, current: Block, gap: int) -> bool:
        """True where the line goes on in the paragraph or point of the line before."""
        if gap:
            return False
        if current.kind in ("table", "heading") or self.text.startswith("|", line.start):
            return False
        if LEAD.match(self.text, line.start, line.stop):
            return False
        lower = self.text[line.start].islower()
        if not self.width:
            return lower and not self._ended(before)
        if current.kind == "point" and current.marker == "bullet" and before.body == before.stop:
            return True  # a bullet alone on its line: its text stands on the next
        short = before.indent + before.stop - before.start < self.width * LOWEST_FULL
        if self._ended(before) and short and not lower:
            return False
        if current.kind == "point":
            return lower or not short or line.indent > current.indent
        return line.indent + FIRST_LINE_INDENT >= current.indent or before is not self.lines[current.first]

    def _rejoins(self, line: Line, current: Block, gap: int) -> bool:
        """True where a sentence that a blank line broke goes on in small letters."""
        if gap == 0 or gap > LONGEST_BREAK or not self.text[line.start].islower() or line.marker:
            return False
        ended = TERMINAL.search(self.text, max(current.start, current.end - 8), current.end)
        return ended is None and current.kind in ("point", "paragraph") and LEAD.match(self.text, line.start) is None

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

    def _extend(self, block: Block, line: Line) -> None:
        block.end = line.stop
        block.last = line.index

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

    def __init__(self, text: str) -> None:
        self.text = text
        self.next: dict[str, int] = {}

    @property
    def open(self) -> bool:
        return bool(self.next)

    def reset(self) -> None:
        self.next.clear()

    def enter(self, block: Block, line: Line) -> None:
        for key, value in readings(self.text, line):
            self.next[key] = value

    def fits(self, line: Line) -> bool:
        return any(0 < value - self.next.get(key, -9) <= 3 for key, value in readings(self.text, line))


def _starts_list(text: str, line: Line) -> bool:
    """True for the first marker of a list: 1, a, i, A, I, or a dotted or bracketed number."""
    if line.marker in ("dotted", "paren"):
        return True
    assert line.label is not None
    return text[line.label[0] : line.label[1]].casefold() in ("1", "a", "i")


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
