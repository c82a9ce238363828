"""The outline of committee pages, read from their labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.layouts import LONGEST_LABEL, label_key
from minutesparse.layouts.base import Layout
from minutesparse.lines import Line
from minutesparse.outline import Entry, Outline, close_entries

# "Item 7", "Agenda item 12": a second item on the page of the first.
ITEM_LINE = re.compile(r"(?:agenda[ ])?item[ ](?:no\.?[ ])?(\d{1,3}[a-z]?)[.:]?\Z", re.IGNORECASE)
REPORT_OF = re.compile(r"(?:joint[ ])?reports?[ ](?:of|by|from)\b", re.IGNORECASE)
PRIVATE_PART = re.compile(
    r"\(?(?:part[ ](?:two|ii|2|b)\b|(?:confidential|exempt|private)[ ](?:items|session|business|part)\b"
    r"|all[ ]reports[ ]in[ ]this[ ]section)",
    re.IGNORECASE,
)
EXEMPTION = re.compile(r"[(\[][^()\[\]\r\n]{0,40}?\b(?:exempt|paragraph)", re.IGNORECASE)


class _Reader:
    """Walks over the lines of a page once and builds entries; the label last seen tells what a line is."""

    def __init__(self, text: str, lines: Sequence[Line], layout: Layout) -> None:
        self.text = text
        self.lines = lines
        self.layout = layout
        self.entries: list[Entry] = []
        self.head = len(lines)
        self.private = False
        self.part = "head"  # head, title, front, minutes, decision, documents

    def words(self, line: Line) -> str:
        return self.text[line.start : line.stop]

    def label(self, line: Line) -> str:
        if line.stop - line.start > LONGEST_LABEL or line.marker not in ("", "bullet"):
            return ""
        return self.layout.labels.get(label_key(self.text, line), "")

    def open(self, line: Line, number: tuple[int, int] | None, title: list[tuple[int, int]]) -> None:
        self.head = min(self.head, line.index)
        self.entries.append(Entry(number, title, 1, line.index, line.index, exempt=self.private))
        line.role = "item_heading"

    def add_title(self, line: Line, start: int | None = None) -> None:
        self.entries[-1].title.append((line.start if start is None else start, line.stop))
        line.role = "item_heading"

    def front(self, line: Line) -> None:
        """A line between title and minutes."""
        words = self.words(line)
        if PRIVATE_PART.match(words):
            self.private = True
            line.role = "heading"
        elif REPORT_OF.match(words):
            line.role = "report_of"
        elif EXEMPTION.match(words) and len(words) <= LONGEST_LABEL * 2:
            self.add_title(line)
        else:
            line.role = "purpose"


def outline_item_page(text: str, lines: Sequence[Line], layout: Layout) -> Outline:
    """The outline of a page of one agenda item (or of a few set one after another)."""
    page = _Reader(text, lines, layout)
    if not any(page.label(line) == "item" for line in lines if not line.blank):
        page.part = "title"
    for line in lines:
        if line.blank:
            continue
        label = page.label(line)
        match = ITEM_LINE.match(page.words(line)) if not label and len(page.words(line)) <= LONGEST_LABEL else None
        if label == "item":
            line.role, page.part = "label", "title"
        elif label == "furniture" and page.part in ("head", "title", "front"):
            line.role = "furniture"
        elif label in ("minutes", "decision", "documents"):
            line.role, page.part = "label", label
        elif match is not None and page.part in ("minutes", "decision"):
            page.open(line, (line.start + match.start(1), line.start + match.end(1)), [(line.start, line.stop)])
        elif page.part == "title":
            page.open(line, None, [(line.start, line.stop)])
            page.part = "front"
        elif page.part == "front":
            page.front(line)
        elif page.part == "documents":
            line.role = "document"
    return _finish(page)


def outline_meeting_page(text: str, lines: Sequence[Line], layout: Layout) -> Outline:
    """The outline of a meeting page: head, then a table of items whose number stands on its own line."""
    page = _Reader(text, lines, layout)
    expected: int | None = None
    for line in lines:
        if line.blank:
            continue
        label = page.label(line)
        number = _item_number(text, lines, line, expected)
        if label == "head":
            line.role = "label"
        elif label == "furniture" and page.part in ("head", "title", "front"):
            line.role = "furniture"
        elif label in ("minutes", "decision", "documents") and page.entries:
            line.role, page.part = "label", label
        elif number is not None:
            assert line.label is not None
            if page.entries and number + 1 == expected and page.part == "title":
                _announce_again(page, line)
            else:
                title = [] if line.body == line.stop else [(line.body, line.stop)]
                page.open(line, line.label, title)
                page.part = "title"
            expected = number + 1
        elif page.part == "title":
            _title_line(page, line)
        elif page.part == "front":
            page.front(line)
        elif page.part == "documents":
            _after_documents(page, line)
    return _finish(page)


def _item_number(text: str, lines: Sequence[Line], line: Line, expected: int | None) -> int | None:
    """The number of a line that opens an item: alone on its line, or announced there and set on a later line."""
    if line.marker not in ("closed", "bare") or line.label is None:
        return None
    digits = text[line.label[0] : line.label[1]]
    if not digits.isdecimal() or len(digits) > 4:
        return None
    value = int(digits)
    alone = line.body == line.stop
    if alone and line.marker == "closed":
        return value if expected is None or value in (expected - 1, expected, expected + 1, expected + 2) else None
    if line.marker == "closed" and value == expected and _is_announced(text, lines, line, digits):
        return value
    return None


def _is_announced(text: str, lines: Sequence[Line], line: Line, digits: str) -> bool:
    """True where the next line that is not blank is the same number alone: the item is announced, then set."""
    following = next((after for after in lines[line.index + 1 : line.index + 12] if not after.blank), None)
    return following is not None and text[following.start : following.stop].rstrip(".") == digits


def _announce_again(page: _Reader, line: Line) -> None:
    """An item announced twice, "27. Title" then "27." and the title: one item, the second printing names it."""
    entry = page.entries[-1]
    entry.number = line.label
    entry.title = [] if line.body == line.stop else [(line.body, line.stop)]
    line.role = "item_heading"


def _title_line(page: _Reader, line: Line) -> None:
    """The title is the first paragraph after the number; what follows a blank line is the item's front matter."""
    entry = page.entries[-1]
    continues = bool(entry.title) and not page.lines[line.index - 1].blank
    if REPORT_OF.match(page.words(line)):
        page.part = "front"
        page.front(line)
    elif not entry.title or continues:
        page.add_title(line)
    else:
        page.part = "front"
        page.front(line)


def _after_documents(page: _Reader, line: Line) -> None:
    """Documents stand one a line below their label, each with icon words or in the same run of lines."""
    line.role = "document"


def _finish(page: _Reader) -> Outline:
    if not page.entries:
        for line in page.lines:
            if line.role in ("document", "purpose", "report_of", "heading"):
                line.role = ""
    close_entries(page.entries, page.lines, len(page.lines))
    return Outline(page.entries, min(page.head, len(page.lines)), len(page.lines))
