"""The outline of stand-alone minutes: series of numbers and headings, weighed over the whole document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutesparse.headings import BROKEN, in_capitals, sentence_words, signs, stands_alone, text_start, weight
from minutesparse.lines import Line, wrap_width
from minutesparse.numbering import DIGITS, Series, fit
from minutesparse.outline import Entry, Outline, close_entries, nest
from minutesparse.vocabulary.headings import ATTENDANCE_BEFORE, ATTENDANCE_LABELS

# Group labels of the attendance part: these open no item unless the document numbers them.
ATTENDANCE_LABEL = re.compile(rf"(?:(?:{ATTENDANCE_BEFORE})[ ]){{0,3}}(?:{ATTENDANCE_LABELS})", re.IGNORECASE)
# Titles of items that hold words of the head.
ITEM_WORDS = re.compile(
    r"(?:approv|adopt|confirm|accept|amend)\w*[ ](?:of[ ])?|minutes[ ]of[ ](?:the[ ])?(?:previous|last)"
    r"|declarations?[ ]of|call[ ]to[ ]order|apologies",
    re.IGNORECASE,
)
SIGNATURE = re.compile(
    r"(?:chair(?:man|person|woman)?|mayor|clerk|secretary|president|cathaoirleach|ardmh\u00e9ara|signed"
    r"|date|dated)\b[ .:_]*+(?:date[ .:_]*+)?\Z",
    re.IGNORECASE,
)
# Words of the head that look like headings and name the meeting.
MEETING_WORDS = re.compile(
    r"\b(?:council|minutes|meeting|committee|board|district|held|draft|venue|date|agenda|20\d\d|19\d\d)\b",
    re.IGNORECASE,
)
NUMBER_BEHIND = re.compile(r"[ ]\((?P<number>[A-Z](?:-\d{1,2})?(?:/[A-Z](?:-\d{1,2})?)?|\d{1,2}\.\d{1,2})\)\Z")
BOLD_CLOSERS = ("", "-", "\u2013", "\u2014", "(")
BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<title>[^*_\r\n]{2,120})(?P=mark)[ ]*:?")

NUMBERED_FLOOR = 1.0  # mean weight that makes a series of numbers one of headings
SUBHEADING_FLOOR = 1.5
LONE_FLOOR = 4.0  # weight of the only numbered heading of a document
UNNUMBERED_FLOOR = 3.5  # weight of a heading in a document without numbers
UNNUMBERED_BESIDE = 4.5  # and beside numbered ones
HEAD_LINES = 12
LONGEST_RUN = 6
FEWEST_BEHIND = 4
LONGEST_BEHIND = 16  # characters of such a number with its brackets
PREVAIL = 1.5
LONGEST_UNNUMBERED = 100


class _Weigher:
    """Weights of lines as headings, each computed once."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self.width = wrap_width(text, lines)
        self.following = _following(lines)
        self.numbers_behind = self._numbers_behind()
        self._signs: dict[int, list[str]] = {}
        self._weights: dict[int, float] = {}
        self.unnumbered = list(_unnumbered_candidates(self))

    def _numbers_behind(self) -> dict[int, tuple[int, int]]:
        """Lines that end in a number in brackets, "Closed session (C)", where the document sets its numbers so."""
        found = {}
        text = self.text
        for line in self.lines:
            start, stop = line.start, line.stop
            if 5 < stop - start < LONGEST_UNNUMBERED and text[stop - 1] == ")":
                match = NUMBER_BEHIND.search(text, max(start, stop - LONGEST_BEHIND), stop)
                if match is not None:
                    found[line.index] = match.span("number")
        return found if len(found) >= FEWEST_BEHIND else {}

    def signs(self, line: Line) -> list[str]:
        """The signs of a line as a heading; those of the next line where the number stands alone."""
        if line.index not in self._signs:
            self._signs[line.index] = self._find(line)
        return self._signs[line.index]

    def weight(self, line: Line) -> float:
        """The sum of a line's signs."""
        known = self._weights.get(line.index)
        if known is None:
            known = self._weights[line.index] = weight(self.signs(line))
        return known

    def _find(self, line: Line) -> list[str]:
        target = line
        if line.marker and line.body == line.stop:
            below = self.following[line.index]
            if below is None or below.marker or below.index - line.index > 3:
                return []
            target = below
        found = signs(self.text, target.body, target.stop, emphasised=line.hashes > 0 or self.is_bold(target))
        index = line.index
        if stands_alone(self.lines, index):
            found.append("stands alone")
        elif index == 0 or self.lines[index - 1].blank:
            found.append("opens text" if self.opens_paragraph(line) else "blank before")
        elif line.marker in ("coded", "bare", "dotted") and self.runs_on(line):
            found.append("runs on")
        if line.index in self.numbers_behind or line.word or line.marker == "coded":
            found.append("counted")
        return found

    def runs_on(self, line: Line) -> bool:
        """True where the line above is text that no stop ends: the number may be a figure of its sentence."""
        above = self.lines[line.index - 1]
        return not above.role and above.index not in self.numbers_behind and self.text[above.stop - 1] not in ".:;!?"

    def is_bold(self, line: Line) -> bool:
        """True where the line, or the title that it begins with, is set in bold."""
        if not line.bold:
            return False
        found = BOLD.search(self.text, line.start, line.stop)
        return found is not None and (
            found.end() + 3 >= line.stop or self.text[found.end() : found.end() + 2].strip(" :") in BOLD_CLOSERS
        )

    def opens_paragraph(self, line: Line) -> bool:
        """True where a long line follows at once: a title over its text."""
        after = line.index + 1
        if after >= len(self.lines):
            return False
        length = self.lines[after].stop - self.lines[after].start
        return length > 60 and length > line.stop - line.start


def outline_document(text: str, lines: Sequence[Line]) -> Outline:
    """The outline of stand-alone minutes."""
    weigher = _Weigher(text, lines)
    series = fit(text, lines)
    main = _main_series(weigher, series)
    if main and _unnumbered_prevail(weigher, main):
        main = []
    levels: dict[int, tuple[int, Line]] = {}
    for chosen in main:
        for line in chosen.lines:
            levels[line.index] = (1, line)
    _add_unnumbered(weigher, levels, bool(main))
    if levels:
        for line in _subheadings(weigher, series, main):
            levels.setdefault(line.index, (2, line))
    entries: list[Entry] = []
    for _, (level, line) in sorted(levels.items()):
        if not line.role:  # else it is the title of a number above it
            entries.append(_entry(weigher, line, level))
    tail = _tail(lines, entries[-1].first if entries else 0)
    for line in lines[:tail]:
        if line.role == "signature":  # an item begins below it, so it closes nothing
            line.role = ""
    close_entries(entries, lines, tail)
    head = entries[0].first if entries else tail
    return Outline(nest(entries), head, tail, _gaps(main))


def _tail(lines: Sequence[Line], after: int) -> int:
    """The first line of the signature below the last heading; what stands under it belongs to no item."""
    return next((line.index for line in lines[after:] if line.role == "signature"), len(lines))


def _following(lines: Sequence[Line]) -> list[Line | None]:
    """For each line the next one that is neither blank nor furniture."""
    following: list[Line | None] = [None] * len(lines)
    below: Line | None = None
    for line in reversed(lines):
        following[line.index] = below
        if not line.blank and line.role != "furniture":
            below = line
    return following


def _main_series(weigher: _Weigher, series: Sequence[Series]) -> list[Series]:
    """The series that number the items: the best one, and those of its shape that go on elsewhere."""
    worth: list[tuple[float, Series]] = []
    alone: list[Series] = []
    for one in series:
        mean = _mean(weigher, one)
        floor = NUMBERED_FLOOR if len(one.lines) > 2 else SUBHEADING_FLOOR
        if len(one.lines) == 1 and mean >= LONE_FLOOR:
            alone.append(one)
        if mean < floor or (len(one.lines) == 1 and not _speaks_for_itself(one)):
            continue
        content = _content_share(weigher, one)
        worth.append((mean * len(one.lines) * (0.2 + content), one))
    if not worth:
        return alone[:1]
    best = max(worth, key=lambda pair: pair[0])[1]
    chosen = [best]
    first, last = best.lines[0].index, best.lines[-1].index
    for _, one in worth:
        outside = one.lines[0].index > last or one.lines[-1].index < first
        if one is not best and _shape(one.key) == _shape(best.key) and outside and _content_share(weigher, one) >= 0.5:
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.lines[0].index)


def _shape(key: str) -> str:
    """What the keys of one numbering have in common: digits and closing punctuation aside."""
    return DIGITS.sub("0", key).rstrip(".):")


def _unnumbered_prevail(weigher: _Weigher, main: Sequence[Series]) -> bool:
    """True where headings without numbers weigh more than the best series of numbers."""
    numbered = sum(weigher.weight(line) for one in main for line in one.lines)
    weights = (weigher.weight(line) for line, _ in weigher.unnumbered)
    return sum(one for one in weights if one >= UNNUMBERED_FLOOR) > PREVAIL * numbered


def _speaks_for_itself(one: Series) -> bool:
    """A single number with a word or a prefix ("Item 7", "CS.01") needs no neighbours; nor does a first item "1."."""
    if one.key == "#." and one.values == [1]:
        return True
    return one.key.startswith("item ") or (len(one.key) > 2 and one.key[:1].isupper() and "#" in one.key)


def _mean(weigher: _Weigher, one: Series) -> float:
    total = 0.0
    for line in one.lines:
        total += weigher.weight(line)
    return total / len(one.lines)


def _content_share(weigher: _Weigher, one: Series) -> float:
    """How many entries of a series have text below them; an agenda's list has none."""
    if len(one.lines) == 1:
        return 1.0
    filled = 0
    for line, after in zip(one.lines, one.lines[1:], strict=False):
        below = weigher.following[line.index]
        filled += (below is not None and below is not after) or "run in" in weigher.signs(line)
    return filled / (len(one.lines) - 1)


def _subheadings(weigher: _Weigher, series: Sequence[Series], main: Sequence[Series]) -> list[Line]:
    """Numbered headings within the items: dotted numbers of the item's own, and lists that head text of their own."""
    taken = {line.index for one in main for line in one.lines}
    start = main[0].lines[0].index if main else 0
    shares: dict[str, list[float]] = {}
    inner: list[Series] = []
    for one in series:
        if one.lines[0].index < start or any(line.index in taken for line in one.lines):
            one = _without(one, taken, start)
        if not one.lines or (main and one.key == main[0].key):
            continue
        if _mean(weigher, one) >= SUBHEADING_FLOOR and all(weigher.weight(line) > 0 for line in one.lines):
            inner.append(one)
            shares.setdefault(one.key, []).append(_content_share(weigher, one))
    found = []
    for one in inner:
        share = shares[one.key]
        strong = len(one.lines) > 1 or _mean(weigher, one) >= 2 * SUBHEADING_FLOOR
        if sum(share) / len(share) >= 0.5 and _content_share(weigher, one) > 0 and strong:
            found += one.lines
    return found


def _without(one: Series, taken: set[int], start: int) -> Series:
    rest = Series(one.key)
    for line, value in zip(one.lines, one.values, strict=True):
        if line.index >= start and line.index not in taken:
            rest.add(line, value)
    return rest


def _add_unnumbered(weigher: _Weigher, levels: dict[int, tuple[int, Line]], numbered: bool) -> None:
    """Headings without a number. Beside numbered ones they must be strong, and stand after the first of them."""
    start = min(levels, default=0)
    floor = UNNUMBERED_BESIDE if numbered else UNNUMBERED_FLOOR
    attended = _attendance_end(weigher, start if numbered else len(weigher.lines))
    least_hashes = min((line.hashes for line, _ in weigher.unnumbered if line.hashes > 1), default=1)
    for line, live in weigher.unnumbered:
        if line.index in levels or (numbered and line.index < start and live <= HEAD_LINES):
            continue
        if line.index < attended and "vocabulary" not in weigher.signs(line):
            continue
        if weigher.weight(line) >= floor:
            level = 2 if numbered and line.index > start else 1
            levels[line.index] = (level + max(0, line.hashes - least_hashes), line)


def _unnumbered_candidates(weigher: _Weigher) -> Iterator[tuple[Line, int]]:
    """Lines without a marker that stand and read as headings may, whatever they weigh; and each one's place among the
    lines that are not blank.
    """
    live = 0
    for line in weigher.lines:
        if line.blank or line.role:
            continue
        live += 1
        if not line.marker and _may_be_unnumbered_heading(weigher, line, live):
            yield line, live


def _attendance_end(weigher: _Weigher, limit: int) -> int:
    """The line where the attendance part of the head ends: the paragraph of the first sentence after its labels.

    Until there wards, groups and names stand in capitals on lines of their own, and are no headings.
    """
    inside = False
    start = 0
    for line in weigher.lines[:limit]:
        if line.blank:
            continue
        if line.index and weigher.lines[line.index - 1].blank:
            start = line.index
        if ATTENDANCE_LABEL.match(weigher.text, line.start, line.stop):
            inside = True
        elif inside and line.stop - line.start > 40 and sentence_words().search(weigher.text, line.start, line.stop):
            return start
    return 0 if not inside else start


def _may_be_unnumbered_heading(weigher: _Weigher, line: Line, live: int) -> bool:
    words = weigher.text[line.start : line.stop]
    if line.index and not weigher.lines[line.index - 1].blank and not line.hashes and not line.bold:
        above = weigher.lines[line.index - 1]
        ended = weigher.text[above.stop - 1] in ".:;!?" or above.role == "furniture"
        if not (ended and in_capitals(words)):
            return False
    if len(words) > LONGEST_UNNUMBERED and not line.bold:
        split = text_start(weigher.text, line.start, line.stop)
        if split is None or split[0] - line.start > LONGEST_UNNUMBERED // 2 or weigher.text[split[0]] != ":":
            return False
    bare = words.strip("*_# ")
    if SIGNATURE.match(bare) or ATTENDANCE_LABEL.match(bare):
        return False
    return live > HEAD_LINES or MEETING_WORDS.search(bare) is None or ITEM_WORDS.match(bare) is not None


def _entry(weigher: _Weigher, line: Line, level: int) -> Entry:
    """The entry of a heading: its number, its title over one or more lines, where its text begins on the same line."""
    text = weigher.text
    line.role = "item_heading"
    number = line.label if line.marker else weigher.numbers_behind.get(line.index)
    entry = Entry(number, [], level, line.index, line.index)
    first = line
    if line.marker and line.body == line.stop:
        below = weigher.following[line.index]
        if below is None or below.marker or below.index - line.index > 3 or weigher.weight(line) < 0:
            return entry
        first = below
        first.role = "item_heading"
        entry.last = first.index
    start, end, body = split_title(text, first.body, first.stop)
    entry.title.append((start, end))
    entry.body = body
    if body is None:
        for more in _title_goes_on(weigher, first):
            more.role = "item_heading"
            entry.title.append((more.start, more.stop))
            entry.last = more.index
    return entry


def split_title(text: str, start: int, end: int) -> tuple[int, int, int | None]:
    """A heading line as title and text: where the title begins and ends, and where its text begins, if it does."""
    while start < end and text[start] in "*_# \t":
        start += 1
    split = text_start(text, start, end)
    stop, body = (end, None) if split is None else split
    while stop > start and text[stop - 1] in "*_:- \t\u2013\u2014":
        stop -= 1
    return start, stop, body


def _title_goes_on(weigher: _Weigher, line: Line) -> list[Line]:
    """The lines that a title runs over after its first."""
    text = weigher.text
    run = _run_below(weigher.lines, line)
    if _is_full_title(weigher, [line, *run]):
        return run
    more: list[Line] = []
    before = line
    capitals = in_capitals(text[line.body : line.stop])
    for after in run[:2]:
        words, above = text[after.start : after.stop], text[before.start : before.stop]
        if above.endswith(":"):
            break
        wants_more = BROKEN.search(above) is not None or words[:1].islower() or above.endswith(("-", "\u2013"))
        if not (wants_more or (capitals and in_capitals(words))):
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


def _is_full_title(weigher: _Weigher, run: Sequence[Line]) -> bool:
    """A paragraph of lines that fill the width but the last, and that no full stop closes: all of it is the title."""
    if not 1 < len(run) < LONGEST_RUN or weigher.width == 0:
        return False
    full = all((line.indent + line.stop - line.start) * 4 >= weigher.width * 3 for line in run[:-1])
    words = weigher.text[run[0].start : run[-1].stop]
    if not full or words.endswith((":", ";")):
        return False
    return sentence_words().search(words) is None if words.endswith(".") else True


def _gaps(main: Sequence[Series]) -> list[int]:
    """Lines whose number does not follow the one before."""
    return [
        line.index
        for one in main
        for line, before, value in zip(one.lines[1:], one.values, one.values[1:], strict=False)
        if value != before + 1
    ]
