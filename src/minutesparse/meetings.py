"""Where the minutes of further meetings begin in a file that holds several, and what becomes of a part of a file.

A further meeting opens as the first did: a title of minutes with another date, and below it the attendance. As earlier
minutes may be quoted so, the meeting above must also have closed, or its numbers begin again and do not go on
afterwards. In doubt a file holds one meeting.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from minutesparse.facts.dates import find_date, find_times
from minutesparse.facts.meeting_head import is_only_when
from minutesparse.facts.meeting_names import NOBODY, read_name_line
from minutesparse.facts.meeting_title import is_state, is_title
from minutesparse.lines import Line
from minutesparse.reader import Node, Reader
from minutesparse.source import Source

# Parts of the words that a title of minutes has, and of those that open the attendance.
TITLE_PARTS = ("inutes", "INUTES", "eeting", "EETING")
ATTENDED_PARTS = ("resen", "RESEN", "ttend", "TTEND", "polog", "POLOG", "elcome", "WELCOME", "rder", "RDER", "lection")

# A title line is no longer than this, in characters; its word stands near its beginning.
LONGEST_TITLE = 200
LATEST_TITLE_WORD = 90

# Within how many lines that are not blank: the first title stands, a title's date and its attendance follow, a head
# begins above its title, the meeting above has closed.
FIRST_TITLE = 30
DATE_BELOW = 5
ATTENDANCE_BELOW = 14
HEAD_ABOVE = 8
CLOSED_ABOVE = 12

# From its title to its attendance a head has no more characters than this.
LONGEST_HEAD = 1500

# A meeting has at least this many lines; most texts that print a title twice do so at their top.
FEWEST_LINES = 5

# Numbers begin again where others have counted to this before; years and sums are longer.
FEWEST_NUMBERS = 2
LONGEST_NUMBER = 3

ATTENDED = re.compile(
    r"[\W_]*(?:(?:also|others?|members?|councillors?|directors?|board members?|those|in|roll)\s+)?"
    r"(?:present|attendance|attending|attendees|call|presennol)\b"
)
# The first item of those that number their attendance or leave it out.
OPENS_BUSINESS = re.compile(r"[\W_]*(?:to receive )?(?:apolog|welcome|call(?:ed)? to order|election of|opening\b)")
# Earlier minutes that are annexed to later ones, and papers that announce a meeting.
ANNEXED = re.compile(r"[\W_]*(?:appendix|appendices|annex(?:e|ure)?|schedule|attachment|enclosure|copy|extract)\b")
ANNOUNCED = re.compile(
    r"agenda[\W_]*+\Z|\b(?:summoned|hereby given|notice of|you are invited|will be held|to be held)\b"
)
CLOSED = re.compile(
    r"""
    (?= [acefmnprst_.…] ) (?:  # none begins with another letter
    \b(?:meeting|session|sitting|chair\w*|mayor) \b [^.\r\n]{0,60} \b (?:clos|end|conclud|adjourn|finish|terminat|rose)
  | \b(?:closed|ended|concluded|adjourned|adjournment|closure|finished) \b [^.\r\n]{0,40} \b (?:meeting|at \s \d)
  | \b (?:no \s (?:further|other|more)|any \s other) \s business
  | \b next \s (?:\w+ \s){0,3} meeting | \b meeting \s dates
  | (?:signed|submitted|respectfully|chair(?:man|person)?['’]?s \s signature) \b
  | \b (?:taken|recorded|prepared|submitted|minuted) \s by \b
  | _{6} | \.{8} | …{3} )
    """,
    re.VERBOSE,
)
LETTERHEAD = re.compile(r"@|\bwww\.|\btel(?:ephone)?\b|\bclerk\W{0,3}[:–-]")
ATTENDED_IN_SENTENCE = re.compile(r"\b(?:following(?:\s\w+)?\spresent|were\spresent|present\swere)\b|\bpresent\s?:")
PAGE_NUMBER = re.compile(r"[\W_]*page\s\d{1,4}(?:\s(?:of|/)\s\d{1,4})?[\W_]*\Z")
PAGE_BREAK = "\f"


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one meeting in a file: indices of its first line and of the line after its last."""

    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class _Head:
    """A title of minutes: its position among the lines that are not blank, and the date that it gives.

    Dates serve to tell meetings apart, so it does not matter which of two figures is the month.
    """

    position: int
    date: str


def part_of(source: Source, part: Part) -> Source:
    """The text of a part as a source of its own; digest, name and encoding are the file's."""
    begin, end = source.starts[part.first], source.starts[part.stop]
    starts = [start - begin for start in source.starts[part.first : part.stop + 1]]
    return Source(source.text[begin:end], starts, source.name, source.sha256, source.encoding)


def moved(value: Any, offset: int, lines: int) -> Any:
    """A node of a part with its spans and line numbers counted from the beginning of the file."""
    if isinstance(value, list):
        return [moved(one, offset, lines) for one in value]
    if not isinstance(value, dict):
        return value
    node = {key: moved(one, offset, lines) if isinstance(one, dict | list) else one for key, one in value.items()}
    if "end_line" in node:
        node["start"] += offset
        node["end"] += offset
        node["end_line"] += lines
    if "line" in node:
        node["line"] += lines
    return node


def paragraphs(reader: Reader, lines: Sequence[Line]) -> list[Node]:
    """The lines that are not blank as blocks, one for each run of them."""
    nodes: list[Node] = []
    for blank, run in groupby(lines, key=lambda line: line.blank):
        if not blank:
            held = list(run)
            start, stop = held[0].start, held[-1].stop
            words, span = reader.string(start, stop), reader.span(start, stop)
            nodes.append({"kind": "paragraph", "id": None, "label": None, "text": words, "children": [], "span": span})
    return nodes


def find_parts(text: str, lines: Sequence[Line], forced: Mapping[int, bool]) -> list[Part]:
    """The meetings of stand-alone minutes, in order; one `Part` where the file holds one. Each line is in one part.

    ``forced`` is what a reader has said of lines, by index: one that opens no item opens no meeting either.
    """
    firsts = [0, *_further_meetings(text, lines, forced)]
    return [Part(first, stop) for first, stop in zip(firsts, [*firsts[1:], len(lines)], strict=True)]


def _further_meetings(text: str, lines: Sequence[Line], forced: Mapping[int, bool]) -> list[int]:
    """Indices of the lines that open each meeting but the first."""
    live = [line for line in lines if not line.blank]
    titles = [at for at in _title_positions(text, live) if forced.get(live[at].index, True) and not live[at].role]
    if len(titles) < 2 or titles[0] > FIRST_TITLE:
        return []
    search = _Search(text, live)
    later = [at for at in titles if at >= titles[0] + FEWEST_LINES and search.is_attended(at)]
    if not later:
        return []
    first = next((head for at in titles if at <= FIRST_TITLE and (head := search.head(at))), None)
    if first is None or not search.is_attended(first.position) or search.is_announced(first.position):
        return []
    found: list[int] = []
    known, begin = {first.date}, 0
    heads = [head for at in later if at > first.position and (head := search.head(at))]
    counted, reached = 0, 0  # how far numbers count from `begin` on, and up to where that is known
    for head, following in zip(heads, [*heads[1:], None], strict=False):
        if head.date in known or search.is_announced(head.position):
            continue
        start = max(reached, search.start_of(head.position))
        counted, reached = _count(search.numbers(reached, start), counted), start
        numbers = search.numbers(head.position, following.position if following else len(live))
        if start > begin and (search.has_closed(begin, start) or _begins_again(numbers, counted)):
            known.add(head.date)
            found.append(live[start].index)
            begin, counted = start, 0
    return found


def _title_positions(text: str, live: Sequence[Line]) -> list[int]:
    """Positions of the lines that may be titles of minutes, in order."""
    starts = [line.start for line in live]
    hits: set[int] = set()
    for part in TITLE_PARTS:
        at = text.find(part)
        while at >= 0:
            position = bisect_right(starts, at) - 1
            line = live[position]
            if (
                at - line.start <= LATEST_TITLE_WORD
                and line.stop - line.start <= LONGEST_TITLE
                and not line.marker
                and not text[line.start].islower()
                and is_title(text, line)
            ):
                hits.add(position)
            at = text.find(part, max(at + 1, line.stop))
    return sorted(hits)


class _Search:
    """Looks at the lines round the titles of one text; each look is at a few lines, or at those up to the last head."""

    def __init__(self, text: str, live: Sequence[Line]) -> None:
        self.text = text
        self.live = live

    def low(self, position: int) -> str:
        line = self.live[position]
        return self.text[line.start : min(line.stop, line.start + LONGEST_TITLE)].lower()

    def head(self, position: int) -> _Head | None:
        """The title at ``position`` with its date: on its own line, on those below, or right above."""
        for at in self._dated_places(position):
            line = self.live[at]
            found = find_date(self.text, line.start, min(line.stop, line.start + LONGEST_TITLE))
            if found is not None:
                return _Head(position, found.value)
        return None

    def _dated_places(self, position: int) -> Iterator[int]:
        yield position
        for at in range(position + 1, min(len(self.live), position + 1 + DATE_BELOW)):
            if self.live[at].marker not in ("", "bare") or ATTENDED.match(self.low(at)):
                break
            yield at
        yield from (at for at in (position - 1, position - 2) if at >= 0 and self._is_dated(at))

    def is_attended(self, position: int) -> bool:
        """True where the attendance follows, as a label of the head or as the first item, or other opening business."""
        last = min(len(self.live), position + 1 + ATTENDANCE_BELOW)
        begin = self.live[position].start
        end = min(self.live[last - 1].stop, begin + LONGEST_HEAD)
        if not any(self.text.find(part, begin, end) >= 0 for part in ATTENDED_PARTS):
            return False
        for at in range(position, last):
            line, low = self.live[at], self.low(at)
            if ATTENDED.match(low, line.body - line.start) or ("present" in low and ATTENDED_IN_SENTENCE.search(low)):
                return True
            if at > position and (line.marker in ("closed", "paren", "dotted", "coded") or CLOSED.search(low)):
                return bool(line.marker) and OPENS_BUSINESS.match(low, line.body - line.start) is not None
        return False

    def is_announced(self, position: int) -> bool:
        """True where the title announces a meeting, or heads minutes that are annexed to others."""
        below = range(position, min(len(self.live), position + 1 + DATE_BELOW))
        near = range(max(0, position - 3), below.stop)
        return any(ANNOUNCED.search(self.low(at)) for at in below) or any(ANNEXED.match(self.low(at)) for at in near)

    def start_of(self, position: int) -> int:
        """Where the head begins that has its title at ``position``: the names and letterhead above, or the page."""
        start = position
        for at in range(position - 1, max(-1, position - 1 - HEAD_ABOVE), -1):
            line = self.live[at]
            low = self.low(at)
            if PAGE_BREAK in self.text[line.stop : self.live[at + 1].start] or PAGE_NUMBER.match(low):
                return at + 1
            if len(low) > LATEST_TITLE_WORD or line.marker not in ("", "bare") or low[-1] in ".;" or CLOSED.search(low):
                break
            if self._is_of_head(at):
                start = at
        return start

    def _is_of_head(self, position: int) -> bool:
        """True for the name of a body, the state of the minutes, a date, an address."""
        line, low = self.live[position], self.low(position)
        return bool(
            line.hashes
            or read_name_line(self.text, line.start, line.stop) != NOBODY
            or is_state(low)
            or LETTERHEAD.search(low)
            or self._is_dated(position)
        )

    def _is_dated(self, position: int) -> bool:
        """True for a line of nothing but date and time."""
        line = self.live[position]
        if line.stop - line.start > LATEST_TITLE_WORD:
            return False
        found = find_date(self.text, line.start, line.stop)
        times = find_times(self.text, line.start, line.stop) if found else []
        return found is not None and is_only_when(self.text, line, [found, *times])

    def has_closed(self, begin: int, stop: int) -> bool:
        """True where the last lines of ``live[begin:stop]`` close a meeting."""
        return any(CLOSED.search(self.low(at)) for at in range(max(begin, stop - CLOSED_ABOVE), stop))

    def numbers(self, start: int, stop: int) -> Iterator[int]:
        """The whole numbers that open the lines of ``live[start:stop]``."""
        for line in self.live[start:stop]:
            titled = line.marker == "closed" or (line.marker == "bare" and line.body < line.stop)
            if titled and line.label is not None:
                digits = self.text[slice(*line.label)]
                if digits.isdecimal() and len(digits) <= LONGEST_NUMBER:
                    yield int(digits)


def _count(numbers: Iterator[int], last: int) -> int:
    """How far ``numbers`` count on from ``last``."""
    for number in numbers:
        last += number == last + 1
    return last


def _begins_again(numbers: Iterator[int], counted: int) -> bool:
    """True where ``numbers`` count from 1 after others counted to ``counted``, and these never go on."""
    if counted < FEWEST_NUMBERS or next(numbers, None) != 1:
        return False
    last = 1
    for number in numbers:
        if number == last + 1:
            last = number
        elif number == counted + 1 and last < counted:
            return False
    return True
