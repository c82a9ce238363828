"""Rows of the attendance part: the lines under a label, their columns, and the entries that they make up."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import dropwhile, takewhile

from minutesparse.facts.attendance_labels import Group, inner_labels, label_at, office_at
from minutesparse.facts.attendance_tokens import JOINER, PLURAL, POSTISH, TIER, TITLE, lexicon
from minutesparse.facts.people import parse_person, split_people
from minutesparse.lines import Line
from minutesparse.reader import Reader
from minutesparse.vocabulary import people as vocabulary

Row = tuple[int, int, int]
"""Start and end of a row's text, and the index of its line."""

_BULLET = re.compile(r"(?:[*\u2022\u00b7\u2013\u2014>|\uf0b7-]++[ \t]++|\d{1,2}[.)][ \t]++(?=[A-Z][a-z]))++")
_OPEN_TITLE = re.compile(r"(?:^|[,;&]|\band)\s+\w{2,12}\.?\Z")
_WORD = re.compile(r"[^\W\d_]++")
_GAP = re.compile(r"[ \u00a0]{3,}+|\t++")


# "Online: Cllrs …" opens a list of its own within a group.
_OWN_LABEL = re.compile(r"[A-Z][\w' -]{2,30}:")

# Rows, and characters of the widest, from which on a list of names and posts may be told to be wrapped text.
FEWEST_FILLED = 4
NARROWEST = 55


@dataclass(slots=True)
class Part:
    """The lines under one label: offsets of each, and its index.

    ``running`` and ``one_a_row`` say what its rows are once somebody has asked (`is_running`, `is_one_a_row`).
    """

    group: Group | None
    label: int
    rows: list[tuple[int, int, int]] = field(default_factory=list)
    running: bool | None = None
    one_a_row: bool | None = None


class Columns:
    """A group in a column of its own to the right of the names ("Apologies:" beside the members present)."""

    __slots__ = ("column", "parts")

    def __init__(self) -> None:
        self.column = 0
        self.parts: list[Part] = []

    def left(self, reader: Reader, line: Line, start: int) -> int:
        """End of a line's left column; what stands to the right is kept under the label that stands above it."""
        text, begin = reader.text, reader.source.starts[reader.source.line_of(line.start) - 1]
        labels = inner_labels(text, start, line.stop) if text.find(":", start, line.stop) >= 0 else []
        if not labels and not self.parts:
            return line.stop
        for gap in _GAP.finditer(text, start, line.stop):
            at = gap.end()
            if at not in labels:
                if self.parts and at - begin >= self.column:
                    self.parts[-1].rows.append((at, line.stop, line.index))
                    return gap.start()
                continue
            label = office_at(text, at, line.stop) or label_at(text, at, line.stop)
            self.column = at - begin
            rows = [(label.end, line.stop, line.index)] if label else []
            self.parts.append(Part(label.group if label else None, line.index, rows))
            return gap.start()
        return line.stop


def stops(reader: Reader, line: Line) -> bool:
    """True for a line that is no longer about who came: a heading, "Venue:", "AGENDA ITEMS", a numbered item."""
    if line.hashes or _stop_line().match(reader.text, line.start, line.stop):
        return True
    numbered = line.label is not None and line.body < line.stop and reader.text[line.label[0]].isdigit()
    return numbered and parse_person(reader, line.body, line.stop) is None


@cache
def _stop_line() -> re.Pattern[str]:
    stops = "|".join(vocabulary.STOP_WORDS)
    return re.compile(rf"[^\w\r\n]*+(?:{stops})\b(?:[ \t]++[\w'\u2019]++){{0,3}}+[ \t*_]*+(?::|\Z|\|)", re.IGNORECASE)


def body(text: str, line: Line) -> int:
    """Offset of a line's words after a bullet or a number."""
    match = _BULLET.match(text, line.start, line.stop)
    return match.end() if match else line.start


def chunks(reader: Reader, part: Part) -> list[list[Row]]:
    """Rows gathered to entries: a row that its neighbour continues is joined with it."""
    entries: list[list[Row]] = []
    fresh = True
    for row in part.rows:
        if row[0] >= row[1] or reader.text[row[0] : row[1]].isspace():
            fresh = True
        elif entries and not fresh and _continues(reader, entries[-1][-1], row, part):
            entries[-1].append(row)
        else:
            entries.append([row])
            fresh = False
    return entries


def is_running(reader: Reader, part: Part) -> bool:
    """True where a row holds a list of several people, so that the rows are lines of running text."""
    if part.running is None:
        part.running = _is_filled(reader, part) or any(
            len(split_people(reader, start, stop)) > (1 if ";" in text else 2)
            for start, stop, _ in part.rows
            if (text := reader.text[start:stop]).count(",") + text.count(";") + text.count(" & ") > 1
        )
    return part.running


def _is_filled(reader: Reader, part: Part) -> bool:
    """True where commas run through rows of one width, as in names and posts that were wrapped: "… Lamps, Ann" "Vale".

    One row at least must open with what is no person, as no list of one person a row does.
    """
    paragraph = list(takewhile(lambda row: row[0] < row[1], dropwhile(lambda row: row[0] >= row[1], part.rows)))
    rows = [reader.text[start:stop].rstrip() for start, stop, _ in paragraph]
    widest = max(map(len, rows), default=0)
    if len(rows) < FEWEST_FILLED or widest < NARROWEST:
        return False
    if any(len(row) < widest * 0.7 or "," not in row for row in rows[:-1]):
        return False
    return any(
        parse_person(reader, start, comma) is None
        for start, stop, _ in paragraph[1:]
        if (comma := reader.text.find(",", start, stop)) > 0
    )


def _continues(reader: Reader, row: Row, following: Row, part: Part) -> bool:
    """True where the text of ``row`` goes on in the row after it, both rows of ``part``."""
    text = reader.text
    if _WORD.search(text, row[1], following[0]):
        return False  # a column on the right stands between
    ending, opening = text[row[0] : row[1]].rstrip(), text[following[0] : following[1]].lstrip(" \t*_")
    label = label_at(text, following[0], following[1])
    if _OWN_LABEL.match(opening) or (label is not None and label.firm):
        return False
    words = _WORD.findall(ending)
    flags = lexicon()
    lead = _WORD.match(opening)
    first = flags.get(lead.group().lower(), 0) if lead else 0
    last = flags.get(words[-1].lower(), 0) if words else 0
    if (
        ending.count("(") > ending.count(")")
        or opening[:1] in ("(", "[", "{")
        or (opening[:1].islower() and not first & TITLE)
    ):
        return True
    if words and (
        (last & JOINER and ending[-1:].isalpha())
        or (last & TITLE and _OPEN_TITLE.search(ending))
        or ending[-2:-1] == " "
        or len(words[-1]) == 1
    ):
        return True
    if first & (TITLE | PLURAL):
        return bool(last & TIER) and ending[-1:].isalpha()
    if ending.endswith((",", ";", "&", "-")) or (not ending.endswith(".") and is_running(reader, part)):
        return True
    if not first & POSTISH or "," in opening:
        return False
    return parse_person(reader, following[0], following[1]) is None


def is_one_a_row(reader: Reader, part: Part) -> bool:
    """True where most rows with more than a name hold one person and a post."""
    if part.one_a_row is None:
        posts = many = 0
        for start, stop, _ in part.rows:
            people = split_people(reader, start, stop)
            if len(people) == 1 and (people[0].post or people[0].organization):
                posts += 1
            elif len(people) > 1:
                many += 1
        part.one_a_row = posts > 0 and posts >= many
    return part.one_a_row
