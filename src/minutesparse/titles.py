"""The title of an item: where it begins and ends, over one line or several, and where its text begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.headings import (
    LONGEST_TITLE,
    SENTENCE_RUN,
    in_capitals,
    is_broken,
    sentence_words,
    signs,
    tagged_title,
    text_start,
    weight,
)
from minutesparse.lines import CELL, Line, cell_end, trimmed_end
from minutesparse.outline import Entry
from minutesparse.weigher import Weigher

# What is in bold at a line's start is the title, stops within it or not, unless another part in bold goes on with it.
BOLD_OPENING = re.compile(
    r"(?P<mark>\*\*|__)(?P<title>[^*_ \t\r\n:][^*_\r\n]{0,300}?)[ :]*+(?P=mark)[ :\u2013-]*+(?![*_(\w]*[*_(]|[,.a-z])"
)
# What a sentence says of somebody: the verb behind the word that opens it.
SAID = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|agreed|noted|resolved|decided|reported|said|advised|considered)\b"
)
# "TRAINING There were none."
CAPITALS = re.compile(r"[A-Z]{3,}+(?:[ ,&/'\u2019-]{1,3}[A-Z]{2,}+){0,12}+(?=[ ][A-Z]?[a-z])")
# Over the column of titles: "ITEMS", "Items    Action".
COLUMN_HEAD = re.compile(r"(?:agenda[ ])?items(?:[ \t]{2}[^\r\n]*+)?\Z", re.IGNORECASE)
LONGEST_RUN = 6
DASHES = ("-", "\u2013", "\u2014")
MARGIN_CEILING = 1.5  # weight below which a number's own line holds no title


def read_entry(weigher: Weigher, line: Line, level: int) -> Entry:
    """The entry of a heading: its number, its title over one or more lines, where its text begins on the same line."""
    text = weigher.text
    line.role = "item_heading"
    number = line.label if line.marker else weigher.numbers_behind.get(line.index)
    entry = Entry(number, [], level, line.index, line.index)
    first = line
    above = _title_in_text_column(weigher, line)
    if above is not None:
        above.role = "item_heading"
        entry.first = above.index
        entry.title.append((above.start, above.stop))
        entry.body = line.body
        return entry
    if line.marker and line.body == line.stop:
        below = weigher.following[line.index]
        if below is None or below.marker or below.index - line.index > 3 or weigher.weight(line) < 0:
            return entry
        first = below
        first.role = "item_heading"
        entry.last = first.index
    behind = weigher.numbers_behind.get(line.index)
    if text.startswith(CELL, first.start):
        _read_cells(weigher, entry, first)
        return entry
    start, end, body = (first.body, first.stop, None) if behind else split_title(text, first.body, first.stop)
    if line.marker and not behind and (body is None or text[end:body].strip() in DASHES):
        said = _sentence_after(text, start, first.stop)
        if said is None and body is None and _runs_in(weigher, first):
            said = _text_of_run_in(text, start, first.stop)
        if said == start and body is None:  # prose all through: the item has no title
            entry.body = start
            return entry
        if said is not None and said > start:
            end = body = said
    entry.title.append((start, end))
    entry.body = body
    if body is None:
        ends_behind = behind is not None and behind[0] > line.stop
        more_lines = [weigher.lines[line.index + 1]] if ends_behind else _title_goes_on(weigher, first)
        for more in more_lines:
            more.role = "item_heading"
            entry.title.append((more.start, more.stop))
            entry.last = more.index
    return entry


def _text_of_run_in(text: str, start: int, end: int) -> int | None:
    """Where the text begins of an item that runs in, which has its text on the same line: a short one needs less."""
    for title in (SENTENCE_RUN, CAPITALS):
        if (opened := title.match(text, start, end)) is not None:
            return opened.end()
    return start if text[end - 1] == "." and SAID.search(text, start, end) is not None else None


def _runs_in(weigher: Weigher, line: Line) -> bool:
    """True where the item before goes on to the very number, with no line's end between (`run_in`)."""
    if not line.index:
        return False
    between = weigher.text[weigher.lines[line.index - 1].stop : line.start]
    return bool(between) and between.isspace() and "\n" not in between and "\r" not in between


def _read_cells(weigher: Weigher, entry: Entry, line: Line) -> None:
    """The title of an item whose heading is a row of a Markdown table: its cell, and the cells after it as its text."""
    text = weigher.text
    stop = cell_end(text, line)
    start, end, body = split_title(text, line.body, trimmed_end(text, line.body, stop))
    if start < end:
        entry.title.append((start, end))
    if body is None and any(map(str.isalnum, text[stop : line.stop])):
        body = stop + 1
    entry.body = body


def _title_in_text_column(weigher: Weigher, line: Line) -> Line | None:
    """The title above a number that stands in the margin column: "     Co-option" over "4    The council agreed"."""
    if line.marker != "bare" or line.index == 0 or weigher.weight(line) >= MARGIN_CEILING:
        return None
    if line.label is not None and line.label[0] > line.start:  # "Item 7": a word with its number, no margin
        return None
    text, above = weigher.text, weigher.lines[line.index - 1]
    alone = line.index < 2 or weigher.lines[line.index - 2].blank
    if above.blank or above.role or above.marker or not alone or above.indent <= line.indent:
        return None
    if COLUMN_HEAD.match(text, above.start, above.stop) is not None:
        return None
    return above if weight(signs(text, above.start, above.stop, emphasised=False)) > 0 else None


def split_title(text: str, start: int, end: int) -> tuple[int, int, int | None]:
    """A heading line as title and text: where the title begins and ends, and where its text begins, if it does."""
    tagged = tagged_title(text, start, end)
    if tagged is not None:
        return *tagged.span("title"), tagged.end() if text[tagged.end() : end].strip() else None
    bold = BOLD_OPENING.match(text, start, end) if text.startswith(("**", "__"), start) else None
    if bold is not None:
        body = bold.end() if bold.end() < end else None
        if body is None or text_start(text, *bold.span("title")) is None:
            return *bold.span("title"), body
    while start < end and text[start] in "*_# \t":
        start += 1
    split = text_start(text, start, end)
    stop, body = (end, None) if split is None else split
    while stop > start and text[stop - 1] in "*_:- \t\u2013\u2014":
        stop -= 1
    return start, stop, body


def _sentence_after(text: str, start: int, end: int) -> int | None:
    """Where a sentence begins behind the title on a numbered line, with no stop between.

    ``start`` where all of a long line is prose, ``None`` where the line holds no sentence.
    """
    opened = SENTENCE_RUN.match(text, start, end) if text[end - 1] == "." else None
    if (
        opened is not None
        and SAID.search(text, opened.end(), end) is not None
        and sentence_words().search(text, start, opened.end()) is None
    ):
        return opened.end()
    prose = end - start > LONGEST_TITLE and sentence_words().search(text, start, end) is not None
    return start if prose else None


def _title_goes_on(weigher: Weigher, line: Line) -> list[Line]:
    """The lines that a title runs over after its first."""
    text = weigher.text
    run = _run_below(weigher.lines, line)
    if _is_full_title(weigher, [line, *run]):
        return run
    more: list[Line] = []
    before = line
    capitals = in_capitals(text[line.body : line.stop])
    for after in run if capitals else run[:2]:
        words, above = text[after.start : after.stop], text[before.start : before.stop]
        if above.rstrip(" -\u2013\u2014").endswith(":"):
            break
        wants_more = is_broken(above) or words[:1].islower() or above.endswith(("-", "\u2013"))
        if not (wants_more or (capitals and in_capitals(words))):
            break
        if capitals and above.endswith(DASHES):  # "CORRESPONDENCE -" over "ANNOUNCEMENTS -": nothing under the first
            break
        more.append(after)
        before = after
    return more


def _run_below(lines: Sequence[Line], line: Line) -> list[Line]:
    """The lines that follow without a blank line, a marker or a role between."""
    run: list[Line] = []
    for after in lines[line.index + 1 : line.index + 1 + LONGEST_RUN]:
        if after.blank or after.role or after.marker or after.hashes:
            break
        run.append(after)
    return run


def _is_full_title(weigher: Weigher, run: Sequence[Line]) -> bool:
    """A paragraph of lines that fill the width but the last, and that no full stop closes: all of it is the title."""
    if not 1 < len(run) < LONGEST_RUN or weigher.width == 0:
        return False
    full = all((line.indent + line.stop - line.start) * 4 >= weigher.width * 3 for line in run[:-1])
    words = weigher.text[run[0].start : run[-1].stop]
    if not full or words.endswith((":", ";")):
        return False
    return sentence_words().search(words) is None if words.endswith(".") else True
