"""The outline of committee pages, read from their labels."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from minutesparse.headings import BROKEN, title_words
from minutesparse.layouts import LONGEST_LABEL, label_key
from minutesparse.layouts.base import Layout
from minutesparse.lines import Line
from minutesparse.numbering import DIGITS
from minutesparse.outline import Entry, Outline, close_entries, nest

# "Item 7", "Agenda item 12": a second item on the page of the first.
ITEM_LINE = re.compile(r"(?:agenda[ ])?item[ ](?:no\.?[ ])?(\d{1,3}[a-z]?)[.:]?\Z", re.IGNORECASE)
# "Meeting: 14/02/2013 - Resources Committee (Item 73)" opens a meeting's part of an issue page.
MEETING_LINE = re.compile(r"Meeting:[ ]\S")
REPORT_OF = re.compile(r"(?:joint[ ])?reports?[ ](?:of|by|from)\b", re.IGNORECASE)
PRIVATE_PART = re.compile(
    r"\(?(?:part[ ](?:two|ii|2|b)\b|(?:confidential|exempt|private)[ ](?:items|session|business|part)\b"
    r"|all[ ]reports[ ]in[ ]this[ ]section)",
    re.IGNORECASE,
)
EXEMPTION = re.compile(r"[(\[][^()\[\]\r\n]{0,40}?\b(?:exempt|paragraph)", re.IGNORECASE)
# What the agenda says is to be done; what the minutes say was done stands in other words.
PURPOSE = re.compile(r"(?:to|for[ ]the)[ ][a-z]")
# A label that its text follows on the same line.
INLINE_LABEL = re.compile(r"(?:\*\*)?(?P<label>minutes|decisions?)(?:\*\*)?:(?:\*\*)?[ ]+(?=\S)", re.IGNORECASE)
DECIDED = re.compile(
    r"(?:it[ ]was[ ])?(?:resolved|agreed|moved[ ]by|moved,)|(?:un)?animously[ ]resolved|proposed[ ]by"
    r"|apologies[ ](?:for[ ]absence[ ])?were"
    r"|(?:councillor|cllr)s?\b[^\r\n]{0,80}?\b(?:moved|proposed|seconded)\b",
    re.IGNORECASE,
)

ITEM_PARTS = ("minutes", "decision", "documents")
NUMBERED = ("closed", "bare", "coded", "dotted")
LONGEST_TITLE = 200
FRONT_LINES = 3  # lines that stand between a title that a reader has named and its label
NEAR = 12  # lines within which an item's labels follow its title


class _Page:
    """Walks over the lines of a page once and builds entries; the label last seen tells what a line is.

    Lines that have a role already have it from a reader, and are passed over; ``forced`` is what he has said of others.
    """

    def __init__(self, text: str, lines: Sequence[Line], layout: Layout, forced: Mapping[int, bool] | None) -> None:
        self.text = text
        self.lines = lines
        self.layout = layout
        self.forced = forced or {}
        self.live = [line for line in lines if not line.blank and not line.role]
        self.entries: list[Entry] = []
        self.private = False
        self.part = "head"  # then title, front, minutes, decision, documents
        self.labels = {line.index: self._label(line) for line in self.live}
        self.flat = sum(line.blank for line in lines) * 5 < len(lines)
        self.bodiless = not {"minutes", "decision"} & set(self.labels.values())

    def words(self, line: Line) -> str:
        return self.text[line.start : line.stop]

    def _label(self, line: Line) -> str:
        if line.stop - line.start > LONGEST_LABEL or line.marker not in ("", "bullet"):
            return ""
        return self.layout.labels.get(label_key(self.text, line), "")

    def label(self, line: Line) -> str:
        """What the line opens. Where a title is due, "Minutes" and "Decision" need their colon to be labels."""
        found = self.labels[line.index]
        if self.part == "title" and not self.entries[-1].title and found in ("minutes", "decision"):
            return found if self.words(line).rstrip("* ").endswith(":") else ""
        return found

    def opens_body(self, line: Line) -> str:
        """The part that a label with its text on the same line opens, or nothing."""
        match = INLINE_LABEL.match(self.text, line.start, line.stop)
        return "" if match is None else "minutes" if match["label"].lower() == "minutes" else "decision"

    def open(self, line: Line, number: tuple[int, int] | None, title: list[tuple[int, int]], level: int = 1) -> None:
        self.entries.append(Entry(number, title, level, line.index, line.index, exempt=self.private))
        line.role = "item_heading"
        self.part = "title"

    def corrected(self, line: Line) -> bool:
        """True where a reader has said that the line opens an item, or none; it is done with then."""
        opens = self.forced.get(line.index)
        if opens is None:
            return False
        if opens:
            number = line.label if line.marker in NUMBERED else None
            title = [] if number and line.body == line.stop else [(line.body if number else line.start, line.stop)]
            self.open(line, number, title)
        awaits = opens and (not self.entries[-1].title or self.has_body_label(line))
        if self.part in ("title", "front") and not awaits:
            self.part = "minutes"  # below text no title is looked for
        return True

    def add_title(self, line: Line) -> None:
        self.entries[-1].title.append((line.start, line.stop))
        line.role = "item_heading"

    def title_line(self, line: Line) -> None:
        """The title is the first paragraph after the number; what follows a blank line is the item's front matter."""
        title = self.entries[-1].title
        if not title or (not REPORT_OF.match(self.words(line)) and self._continues_title(line)):
            self.add_title(line)
        else:
            self.front(line)

    def _continues_title(self, line: Line) -> bool:
        """True where the line goes on in the title of the line above; a page without blank lines needs a broken one."""
        if self.lines[line.index - 1].blank or PURPOSE.match(self.words(line).casefold()):
            return False
        above = self.words(self.lines[line.index - 1])
        return not self.flat or BROKEN.search(above) is not None or self.words(line)[:1].islower()

    def front(self, line: Line) -> None:
        """A line between title and minutes: the agenda's words, unless the page prints no label before its minutes."""
        words = self.words(line)
        self.part = "front"
        if PRIVATE_PART.match(words):
            self.private = True
            line.role = "heading"
        elif REPORT_OF.match(words):
            line.role = "report_of"
        elif line.marker:
            return  # a list of the agenda's own: points
        elif EXEMPTION.match(words) and len(words) <= LONGEST_LABEL * 2:
            self.add_title(line)
        elif self.bodiless and (DECIDED.match(words) or not PURPOSE.match(words.casefold())):
            self.part = "minutes"
        else:
            line.role = "purpose"

    def item_line(self, line: Line, label: str) -> None:
        """A line below an item's heading: a label of its parts, or a line of the part that is open."""
        if not self.entries:
            return
        inline = "" if label in ITEM_PARTS else self.opens_body(line)
        if label in ITEM_PARTS:
            line.role, self.part = "label", label
        elif inline:
            self.part = inline
        elif self.part == "title":
            self.title_line(line)
        elif self.part == "front":
            self.front(line)
        elif self.part == "documents":
            line.role = "document"

    def followed_by_label(self, line: Line) -> bool:
        """True where one of the labels of an item's body stands within the next lines."""
        for after in self.lines[line.index + 1 : line.index + 1 + NEAR * 2]:
            if after.blank:
                continue
            if self.labels.get(after.index) in ("minutes", "decision", "documents", "share") or self.opens_body(after):
                return True
        return False

    def has_body_label(self, line: Line) -> bool:
        """True where the label of a body follows within a few lines, before the next number."""
        at = bisect_left(self.live, line.index, key=attrgetter("index")) + 1
        for below in self.live[at : at + FRONT_LINES]:
            if self.labels[below.index] in ("minutes", "decision") or self.opens_body(below):
                return True
            if below.marker in NUMBERED:
                break
        return False

    def finish(self) -> Outline:
        close_entries(self.entries, self.lines, len(self.lines))
        head = self.entries[0].first if self.entries else len(self.lines)
        return Outline(nest(self.entries), head, len(self.lines))


def outline_item_page(
    text: str, lines: Sequence[Line], layout: Layout, forced: Mapping[int, bool] | None = None
) -> Outline:
    """The outline of a page of one agenda item (or of a few set one after another)."""
    page = _Page(text, lines, layout, forced)
    titled = "item" not in page.labels.values()
    for line in page.live:
        label = page.label(line)
        match = ITEM_LINE.match(page.words(line)) if not label and len(page.words(line)) <= LONGEST_LABEL else None
        if page.corrected(line):
            titled = titled and not page.entries
        elif label == "item":
            line.role, titled = "label", True
        elif label in ("furniture", "share"):
            line.role = "furniture"
        elif label in ("minutes", "decision", "documents"):
            line.role, page.part = "label", label
        elif match is not None and page.part in ("minutes", "decision"):
            page.open(line, (line.start + match.start(1), line.start + match.end(1)), [(line.start, line.stop)])
            page.part = "minutes"
        elif page.opens_body(line) and page.entries:
            page.part = page.opens_body(line)
        elif titled:
            page.open(line, None, [(line.start, line.stop)])
            titled = False
        elif page.part == "title":
            page.title_line(line)
        elif page.part == "front":
            page.front(line)
        elif page.part == "documents" and page.entries:
            line.role = "document"
    return page.finish()


def outline_issue_page(
    text: str, lines: Sequence[Line], layout: Layout, forced: Mapping[int, bool] | None = None
) -> Outline:
    """The outline of an issue page: for each meeting that took the issue its line, the title, decision and minutes."""
    page = _Page(text, lines, layout, forced)
    titled = False
    for line in page.live:
        label = page.label(line)
        opens = not label and MEETING_LINE.match(page.words(line)) is not None
        if page.corrected(line):
            titled = False
        elif label == "head":
            line.role = "label"
        elif label in ("furniture", "share"):
            line.role = "furniture"
        elif opens:
            titled = True
        elif titled:
            numbered = line.marker in ("bare", "closed", "coded") and line.body < line.stop
            page.open(line, line.label if numbered else None, [(line.body if numbered else line.start, line.stop)])
            titled = False
        else:
            page.item_line(line, label)
    return page.finish()


def outline_meeting_page(
    text: str, lines: Sequence[Line], layout: Layout, forced: Mapping[int, bool] | None = None
) -> Outline:
    """The outline of a meeting page: head, then a table of items, numbered or not."""
    page = _Page(text, lines, layout, forced)
    numbers = _item_numbers(page)
    untitled = numbers if numbers else _unnumbered_titles(page)
    before: Line | None = None
    for line in page.live:
        label = page.label(line)
        if page.corrected(line):
            before = None
        elif label == "head":
            line.role = "label"
        elif label == "share" or (label == "furniture" and page.part in ("head", "title", "front")):
            line.role = "furniture"
        elif line.index in untitled:
            if before is not None and page.part == "title" and _announced_again(page, before, line):
                _name_again(page, line)
            else:
                title = [] if line.body == line.stop else [(line.body if numbers else line.start, line.stop)]
                page.open(line, line.label if numbers else None, title, untitled[line.index])
            before = line if numbers else None
        else:
            page.item_line(line, label)
    return page.finish()


def _item_numbers(page: _Page) -> dict[int, int]:
    """Lines that open an item by its number, and their level: 5.1 stands below 5.

    A number opens an item where it stands alone on its line, or where the item's labels follow; and where it counts on
    in the shape of the first.
    """
    found: dict[int, int] = {}
    shape = ""
    last: list[int] = []
    for line in page.live:
        if line.marker not in NUMBERED or line.label is None or line.index in page.forced:
            continue
        label = page.text[slice(*line.label)]
        alone = line.body == line.stop
        if line.marker == "bare" and not alone:
            continue
        values = [int(one) for one in DIGITS.findall(label) if len(one) < 10]
        if not values or (not alone and (not page.followed_by_label(line) or line.stop - line.body > LONGEST_TITLE)):
            continue
        sub = line.marker == "dotted" and last and values[:-1] == last[: len(values) - 1]
        mine = DIGITS.sub("0", label)
        if sub:
            found[line.index] = 2
        elif not shape or (mine == shape and _counts_on(last, values)):
            shape = shape or mine
            found[line.index] = 1
            last = values
    return found


def _counts_on(last: Sequence[int], values: Sequence[int]) -> bool:
    """True where one of the numbers goes up by a little, or the item is announced a second time."""
    steps = [new - old for old, new in zip(last, values, strict=False)]
    return len(last) == len(values) and all(step >= 0 for step in steps) and max(steps) <= MOST_MISSING


MOST_MISSING = 3


def _announced_again(page: _Page, before: Line, line: Line) -> bool:
    """True where number and title of the open item are printed a second time; the title may run over other lines."""
    assert before.label is not None
    assert line.label is not None
    if line.word or page.text[slice(*before.label)] != page.text[slice(*line.label)]:
        return False
    first = " ".join(" ".join(page.text[start:stop] for start, stop in page.entries[-1].title).split()).casefold()
    words = page.text[line.body : line.stop].split()
    at = bisect_left(page.live, line.index, key=attrgetter("index")) + 1
    for below in page.live[at : at + NEAR]:
        if page.labels[below.index]:
            break
        words += page.words(below).split()
    again = " ".join(words).casefold()
    return again.startswith(first) and not (first and again[len(first) :][:1].isalnum()) and bool(again)


def _unnumbered_titles(page: _Page) -> dict[int, int]:
    """Titles of a page without numbers: a short line after a blank one, with the agenda's words or a label below."""
    found: dict[int, int] = {}
    seen_head = False
    for at, line in enumerate(page.live):
        label = page.labels[line.index]
        if label == "head" or (label == "furniture" and not found):
            seen_head = True
            continue
        words = page.words(line)
        fits = len(words) <= LONGEST_TITLE and not line.marker and words[-1] not in ".:;,"
        if not (seen_head and fits and words[0].isupper()) or at == 0 or not page.lines[line.index - 1].blank:
            continue
        if at + 1 == len(page.live) or (label and words.endswith(":")):
            continue
        below = page.live[at + 1]
        purpose = PURPOSE.match(page.words(below).casefold()) is not None and page.words(below)[:1].isupper()
        labelled = page.labels[below.index] in ("minutes", "decision", "documents", "share")
        known = title_words().match(words) is not None and len(words) <= LONGEST_LABEL and bool(found)
        if purpose or labelled or known:
            found[line.index] = 1
    return found


def _name_again(page: _Page, line: Line) -> None:
    """An item announced twice, "27. Title" then "27." and the title: one item, the second printing names it."""
    entry = page.entries[-1]
    entry.number = line.label
    entry.title = [] if line.body == line.stop else [(line.body, line.stop)]
    line.role = "item_heading"
