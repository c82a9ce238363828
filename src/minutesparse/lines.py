"""Text to classified lines, in one pass of one pattern.

A line knows where it stands, how far it is indented, and which marker opens it. Nothing here knows what minutes are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from string import ascii_lowercase

from minutesparse.source import BLANKS, ZERO_WIDTH, Source

_START = attrgetter("start")

# White space within a line: all that str.isspace knows but the line ends, and the marks without width.
SPACE = rf"(?:[^\S\r\n]|[{ZERO_WIDTH}])"

# Bullets as word processors, PDF fonts (U+F0B7 and its like) and keyboards print them. `o`, `e` and `§` stand for
# Word's hollow, OCR's misread and Wingdings' square bullets; they need a space after them.
BULLETS = (
    "\u00b7\u2022\u25e6\u25aa\u25cf\u25cb\u25a0\u25a1\u2023\u2043\u2219\u2211\u27a2\u2713\u2756"
    "\uf0b7\uf0a7\uf02d\uf0d8\uf0a8\uf0fc\uf076\uf06e\uf0e0"
)
LETTER_BULLETS = "*+o\u00d8\u00fc\u00a7\u00a4\u2666>"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\\-"

# English, Irish and Welsh; not of the vocabulary, since no line is read without them.
NUMBER_WORDS = (
    *("agenda[ ]item", "item", "minute", "minute[ ]ref", "motion"),
    *("m\u00edr", "uimhir"),
    *("eitem", "cofnod", "rhif"),
)
WORDS_BEFORE_NUMBERS = rf"(?:{'|'.join(NUMBER_WORDS)})(?:[ ](?:no|number)\b\.?:?|[ ]\#)?"

_NUMBER_WORD_STARTS = sorted({start for word in NUMBER_WORDS for start in re.findall(r"\A\w{1,3}", word)})

# A time at a line's start numbers nothing.
_TIME = rf"\d{{1,2}}[.:]\d{{2}} {SPACE}*+ (?:am|pm|hrs?|a\.m|p\.m|noon|AM|PM)\b"

_MARKER = rf"""
    (?P<bullet> [{BULLETS}]++ | [{DASHES}{LETTER_BULLETS}] (?={SPACE}|[\r\n]|\Z) | [{DASHES}](?=[^\W\d_])
                  | [e\u00a2](?=[ ]{{1,3}}[A-Z]) )
  | (?P<paren>  \( (?: \d{{1,3}} | [ivxIVX]{{1,5}} | [a-zA-Z]{{1,2}} ) \) (?=\W|\Z) )
  | (?P<closed> (?: \d{{1,4}}(?:[ivx]{{2,5}}|[a-z])?+ | [ivxlIVXL]{{1,6}} | [a-zA-Z] )
                (?: \\?+\.\)?+ | \)\.?+ | :(?=\s) ) (?=\D|\Z) )
  | (?P<dotted> \d{{1,3}} (?: \.\d{{1,3}} ){{1,6}}+ (?: (?:[ivx]{{2,5}}|[a-z]) (?![A-Z]) )?+ (?:\)|\.(?!\d))?+
                (?=[\s{ZERO_WIDTH}A-Z]|\Z) )
  | (?P<coded>  (?! (?:19|20)\d\d-(?:(?:19|20)\d\d|\d\d)\b ) (?: [A-Z]{{1,5}}[ .\-/]? )?
                \d{{1,4}} (?: [/.\-]\d{{1,4}} ){{1,3}}+ [a-z]?[.):]?+ (?=[\s{ZERO_WIDTH}]|\Z)
              | [A-Z]{{1,4}}[ .\-]? \d{{1,4}}[a-z]?[.):]?+ (?=[\s{ZERO_WIDTH}]|\Z) )
  | (?P<bare>   \d{{1,3}}[a-z]? (?=[\s{ZERO_WIDTH}]|\Z) | \d{{3,4}} (?=[A-Z][a-z]) )
"""

# The opening of a line; the last group that matched names the kind of marker, and what follows are the line's words.
# In a row of a Markdown table the first cell that is not empty may hold the number: "| 3. | Finance | |".
LINE = re.compile(
    rf"""
    (?P<indent> (?: [\ \t] | {SPACE} )*+ )
    (?P<cells> \|[ |:\-]*+ )?+
    (?P<hash> \#{{1,6}}[ ]++ | \#{{2,6}}(?=\w) )?+
    (?P<bold> \*\*\*? | __ )?+
    (?: (?P<word> (?i:{WORDS_BEFORE_NUMBERS}) [ ]*+ ) (?=[(]? (?:(?<!\w)[A-Z]{{1,3}})? [ .]? \d) )?+
    (?: (?! {_TIME} ) (?: {_MARKER} ) (?:\*\*|__)?+ {SPACE}*+ (?(cells) \| {SPACE}*+ ) )?+
    """,
    re.VERBOSE,
)

# The start of a line that opens with a plain word, as most do, or holds nothing but spaces. Left to `LINE` are words
# that may be Roman numerals and those that begin as the words before a number do ("Item 7").
PLAIN = re.compile(
    rf"""
    [\ \u00a0]*+ (?! (?i: {"|".join(_NUMBER_WORD_STARTS)} ) )
          (?= [B-DF-HJKN-UWYZb-df-hjkn-uwyz][a-z] | [Aa][a-fh-z] | [Ee][a-hj-z] | [Ii] (?: [fnrs] | t(?![Ee]) )
            | [LlVv][a-hjkm-uwyz] | [Mm][a-hj-np-z] | [\r\n] )
    """,
    re.VERBOSE,
)

# The first two letters that are enough to tell it of most: first letters, and what may stand behind each.
PLAIN_OPENINGS = frozenset(
    first + second
    for firsts, seconds in (
        ("BDFGHJKNOPQSTWYZbdfghjknopqstwyz", ascii_lowercase),
        *(("Aa", "bcdflnprstvw"), ("Cc", "aehilruy"), ("Ee", "acdlmnpqstvx"), ("Ii", "fnrs"), ("LVlv", "aeouy")),
        *(("Mm", "aersuy"), ("Rr", "aeiouy"), ("Uu", "lnprst")),
    )
    for first in firsts
    for second in seconds
)

SECOND = re.compile(rf"{SPACE}{{2,40}}+(?P<number>\d{{1,3}}[.)]){SPACE}++")

# Wider than a page of the smallest print: such lines were not wrapped, each is a paragraph.
WIDEST_WRAP = 140
SHORTEST_WRAPPED = 20
FEWEST_RUNNING_ON = 25

CELL = "|"  # what separates the cells of a Markdown table
KINDS = ("bullet", "paren", "closed", "dotted", "coded", "bare")


class Line:
    """One line: offsets into the text, and what opens it.

    ``start`` and ``stop`` enclose the characters that are not blank (equal on a blank line); ``body`` is the offset
    after the marker. ``blank`` is true where the line holds nothing but white space. ``marker`` is one of `KINDS` or
    empty; ``label`` encloses the marker without punctuation; ``counts`` are its `numbering.readings`, once asked for.
    """

    __slots__ = (
        "blank",
        "body",
        "bold",
        "counts",
        "hashes",
        "indent",
        "index",
        "label",
        "marker",
        "role",
        "start",
        "stop",
        "word",
    )

    def __init__(self, index: int, start: int, stop: int, indent: int) -> None:
        self.index = index
        self.start = start
        self.stop = stop
        self.blank = start == stop
        self.indent = indent
        self.body = start
        self.marker = ""
        self.label: tuple[int, int] | None = None
        self.counts: list[tuple[str, int]] | None = None
        self.hashes = 0
        self.bold = False
        self.word = False
        self.role = ""

    def at_index(self, index: int) -> Line:
        """The same line at another index; what is done to it is not done to this one."""
        other = Line(index, self.start, self.stop, self.indent)
        other.blank, other.body, other.marker, other.label = self.blank, self.body, self.marker, self.label
        other.counts, other.hashes, other.bold = self.counts, self.hashes, self.bold
        other.word, other.role = self.word, self.role
        return other

    def __repr__(self) -> str:
        return f"Line({self.index + 1}, {self.start}:{self.stop}, {self.marker or '-'})"


def index_at(lines: Sequence[Line], offset: int) -> int:
    """The index among ``lines``, or parts of them, of the one that the character at ``offset`` stands in."""
    return bisect_right(lines, offset, key=_START) - 1


def classify(source: Source) -> list[Line]:
    """The lines of a source, in order."""
    text, starts = source.text, source.starts
    lines: list[Line] = []
    plain_at, line_at = PLAIN.match, LINE.match
    begin = 0
    for index, limit in enumerate(starts[1:]):
        opening = text[begin : begin + 2]
        if opening in PLAIN_OPENINGS:
            stop = limit
            while text[stop - 1] in BLANKS:  # not before the letters
                stop -= 1
            line = Line(index, begin, stop, 0)
        elif opening[:1] in "\r\n":  # or nothing, in an empty text
            line = Line(index, begin, begin, 0)
        elif (plain := plain_at(text, begin, limit)) is not None:
            start = plain.end()
            line = Line(index, start, trimmed_end(text, start, limit), start - begin)
        else:
            match = line_at(text, begin, limit)
            assert match is not None  # every part of the pattern may be empty
            line = line_of_match(index, text, match, limit)
        lines.append(line)
        begin = limit
    return lines


def line_of_match(index: int, text: str, match: re.Match[str], limit: int) -> Line:
    """The line that `LINE` matched, up to the offset ``limit``."""
    indent, start = match["indent"], match.end("indent")
    stop = trimmed_end(text, start, limit)
    line = Line(index, start, stop, len(indent.expandtabs(8)) if "\t" in indent else len(indent))
    opened = match.lastgroup
    if start == stop or opened in ("indent", "cells"):
        return line
    if match["cells"] is not None and opened not in KINDS:
        return line
    hashes, bold, word = match.group("hash", "bold", "word")
    if hashes is not None:
        line.hashes = len(hashes.rstrip())
    line.bold = bold is not None
    line.word = word is not None and opened in KINDS
    # The word before a number is no part of a marker where none follows: "Item7As agreed".
    line.body = min(match.end() if word is None or line.word else match.start("word"), stop)
    if opened in KINDS:
        line.marker = opened
        line.label = label_span(text, *match.span(opened))
        if opened == "coded" and (second := SECOND.match(text, match.end(opened), stop)) is not None:
            # a code in the margin before the item's own number: "22-0417   3.   ROLL CALL"
            line.marker = "closed"
            line.label = label_span(text, *second.span("number"))
            line.body = min(second.end(), stop)
    return line


def cell_end(text: str, line: Line) -> int:
    """Where the cell ends that a line's words begin in, on a row of a Markdown table; else where the line ends."""
    if not text.startswith(CELL, line.start):
        return line.stop
    found = text.find(CELL, line.body, line.stop)
    return line.stop if found < 0 else found


def label_span(text: str, start: int, end: int) -> tuple[int, int]:
    """A marker without the punctuation that encloses it; a bullet is its own label."""
    while end - start > 1 and text[end - 1] in ".):\\":
        end -= 1
    while end - start > 1 and text[start] == "(":
        start += 1
    return start, end


def trimmed_end(text: str, start: int, end: int) -> int:
    """``end`` moved back over white space and marks without width, not before ``start``."""
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    return end


def wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The column at which the text was wrapped: that of its long lines, or 0 where each paragraph is one line.

    In wrapped text at least one line of twenty goes on in small letters on the next.
    """
    widths = [line.indent + length for line in lines if (length := line.stop - line.start) > SHORTEST_WRAPPED]
    if not widths or not _runs_on(text, lines, len(widths) / FEWEST_RUNNING_ON):
        return 0
    width = sorted(widths)[len(widths) * 9 // 10]
    return width if width <= WIDEST_WRAP else 0


def _runs_on(text: str, lines: Sequence[Line], fewest: float) -> bool:
    """True where at least ``fewest`` long lines go on in small letters on the next."""
    runs_on = 0
    for before, line in pairwise(lines):
        if (
            before.stop - before.start > SHORTEST_WRAPPED
            and not line.blank
            and not line.marker
            and text[line.start].islower()
            and text[before.stop - 1] not in ".:;!?"
        ):
            runs_on += 1
            if runs_on >= fewest:
                return True
    return False
