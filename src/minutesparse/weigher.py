"""How much each line weighs as a heading, over the whole document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.habits import DASHES, find_dashed, find_motions, find_numbers_behind, find_speakers
from minutesparse.headings import (
    LONGEST_TITLE,
    letter_kinds,
    line_in_capitals,
    opens_as_title,
    sentence_words,
    signs,
    stands_alone,
    tagged_title,
    text_start,
    title_openings,
    vote_words,
    weight,
)
from minutesparse.lines import Line, cell_end, wrap_width
from minutesparse.vocabulary import AT_WORD, patterns_by_first_letter
from minutesparse.vocabulary.headings import ATTENDANCE_BEFORE, ATTENDANCE_LABELS

# All patterns but the last are for words in lower case, where `re` is several times faster than with IGNORECASE.

# Group labels of the attendance part: these open no item unless the document numbers them.
ATTENDANCE_LABEL = re.compile(
    rf"(?:(?:{patterns_by_first_letter(ATTENDANCE_BEFORE)})[ ]){{0,3}}"
    rf"(?:attendance[ ]\w{{3,9}}\Z|(?:{patterns_by_first_letter(ATTENDANCE_LABELS)})"
    r"\b(?=[ ]*(?:[:\u2013-]|\Z|[(]|[ ]{2})|[ ](?:in[ ]attendance|of[ ]the|also|were|are)\b))"
)
ATTENDED = re.compile(r"(?:[^\W\d_]{2,20}[ ]){1,4}(?:present|absent|in[ ]attendance)[ ]?(?::|\Z)")
# The title of the minutes, a notice or the council's name, wherever they stand.
MEETING_TITLE = re.compile(
    r"(?:draft[ ])?minutes[ ]of\b.{0,60}?\b(?:council|committee|board|district)\b.{0,80}?\b(?:meeting|held)\b"
    r"|(?:draft[ ])?minutes[ ]of[ ](?:the[ ]|a[ ])?(?:special|annual|ordinary|regular)?[ ]?meeting[ ](?:of|held)"
    r"|(?:dréacht)?mh?iontuairisc\w*[ ].{0,60}?\bch?ruinni|cofnodion\b.{0,60}?\b[cg]yfarfod"
    r"|notice[ ]of[ ](?:\w+[ ])?meeting|to[ ]each[ ]member|(?:[\w'&.-]+[ ]){1,4}council\Z",
)
MEETING_TITLE_WORDS = ("minutes of", "notice of", "to each member", "council", "iontuairisc", "cofnodion")
# Titles of items that hold words of the head.
ITEM_WORDS = re.compile(
    r"(?:approv|adopt|confirm|accept|amend)\w*[ ](?:of[ ])?|minutes[ ]of[ ](?:the[ ])?(?:previous|last)"
    r"|minutes(?=[ ]*[:.-])|declarations?[ ]of|call[ ]to[ ]order|apologies",
)
SIGNATURE = re.compile(
    r"(?:chair(?:man|person|woman)?|mayor|clerk|secretary|president|cathaoirleach|ardmh\u00e9ara|signed"
    r"|date|dated)\b[ .:_]*+(?:date[ .:_]*+)?\Z",
)
# Words of the head that look like headings and name the meeting.
_OF_MEETINGS = (
    *("council", "minutes", "meeting", "committee", "board", "district", "held", "draft", "venue", "date", "agenda"),
    *(r"20\d\d", r"19\d\d", "comhairle", "ch?ruinniú", "mh?iontuairiscí"),
    *("cyngor", "cyfarfod", "gyfarfod", "cofnodion"),
)
MEETING_WORDS = re.compile(rf"(?:{patterns_by_first_letter(_OF_MEETINGS, AT_WORD)})\b")
UNDERLINES = "=-_~\u2500\u2550"
MARKUP = "*_# "
BOLD_CLOSERS = ("", *DASHES, "(")
BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<title>[^*_\r\n]{2,120})(?P=mark)[ ]*:?")
HEAD_LINES = 12
LONGEST_HEAD = 30  # lines before the first label of the attendance part
LONGEST_UNNUMBERED = 100
LONGEST_LABEL = 80
SHORTEST_SENTENCE = 40
LONGEST_BARE = 70  # a title without a blank line before it


class Weigher:
    """Weights of lines as headings, each computed once."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self.width = wrap_width(text, lines)
        self.kinds = letter_kinds(text)
        self.following = _following(lines)
        self.numbers_behind = find_numbers_behind(text, lines)
        self.motions = find_motions(text, lines)
        self.speakers = find_speakers(text, lines)
        self.dashed = find_dashed(text, lines)
        self._signs: dict[int, list[str]] = {}
        self._weights: dict[int, float] = {}
        self.attended: dict[int, int] = {}  # what `attendance_end` found, by the line that it looked up to
        self.unnumbered: list[tuple[Line, int]] = []
        """Lines without a marker that stand and read as headings may, each with its place among lines not blank."""
        self.plain: list[tuple[Line, int]] = []
        """Such lines whose weight cannot reach that of a heading, and which need not be weighed."""
        _find_unnumbered(self)

    def plain_lines(self) -> set[int]:
        """Indices of the plain lines that belong neither to the meeting's head nor to its attendance."""
        return {
            line.index
            for line, live in self.plain
            if not _is_of_meeting(self.text[line.start : line.stop].strip("*_# ").lower(), live)
        }

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
        text, index = self.text, line.index
        start, stop = target.body, cell_end(text, target)
        tagged = tagged_title(text, start, stop) if text.startswith("<", start) else None
        if tagged is not None:
            start, stop = tagged.span("title")
        underlined = self.is_underlined(target)
        emphasised = underlined or tagged is not None or line.hashes > 0 or (target.bold and self.is_bold(target))
        found = signs(text, start, stop, emphasised)
        behind = self.numbers_behind.get(index)
        if behind is not None and behind[0] > line.stop and "broken" in found:
            found.remove("broken")  # the title goes on to the line of its number
        if stands_alone(self.lines, index, index + 1 if underlined else index):
            found.append("stands alone")
        elif index == 0 or self.lines[index - 1].blank:
            found.append("opens text" if self.opens_paragraph(line) else "blank before")
        elif line.marker in ("coded", "bare", "dotted") and self.runs_on(line):
            found.append("runs on")
        if index + 1 in self.motions and "title case" in found:
            found.append("over a motion")
        if index in self.dashed:
            found.append("dashed")
        if index in self.speakers:
            found.append("over their words")
        if behind is not None or line.word or line.marker == "coded":
            found.append("counted")
        return found

    def runs_on(self, line: Line) -> bool:
        """True where the line above is text that no stop ends: the number may be a figure of its sentence."""
        above = self.lines[line.index - 1]
        if above.role or above.marker == line.marker:
            return False
        return above.index not in self.numbers_behind and self.text[above.stop - 1] not in ".:;!?"

    def is_bold(self, line: Line) -> bool:
        """True where the line, or the title that it begins with, is set in bold."""
        if not line.bold:
            return False
        found = BOLD.search(self.text, line.start, line.stop)
        return found is not None and (
            found.end() + 3 >= line.stop or self.text[found.end() : found.end() + 2].strip(" :") in BOLD_CLOSERS
        )

    def is_underlined(self, line: Line) -> bool:
        """True where a line that no text stands over is underlined by the next: "Finance" over "=======".

        A rule that is much longer or shorter than the line parts pages or tables.
        """
        below = line.index + 1
        if below == len(self.lines) or self.lines[below].role != "furniture":
            return False
        if line.index and not self.lines[line.index - 1].blank:
            return False
        rule = self.lines[below]
        mark, length = self.text[rule.start], rule.stop - rule.start
        return (
            mark in UNDERLINES
            and length > 2
            and length <= 2 * (line.stop - line.start) <= 4 * length
            and self.text.count(mark, rule.start, rule.stop) == length
        )

    def opens_paragraph(self, line: Line) -> bool:
        """True where a long line follows at once: a title over its text."""
        after = line.index + 1
        if after >= len(self.lines):
            return False
        length = self.lines[after].stop - self.lines[after].start
        return length > 60 and length > line.stop - line.start


def _following(lines: Sequence[Line]) -> list[Line | None]:
    """For each line the next one that is neither blank nor furniture."""
    following: list[Line | None] = [None] * len(lines)
    below: Line | None = None
    for line in reversed(lines):
        following[line.index] = below
        if not line.blank and line.role != "furniture":
            below = line
    return following


def _find_unnumbered(weigher: Weigher) -> None:
    """Fill ``weigher.unnumbered`` and ``weigher.plain``, whatever the lines weigh."""
    text, kinds = weigher.text, weigher.kinds
    noted = weigher.speakers | weigher.dashed | weigher.numbers_behind.keys() | {one - 1 for one in weigher.motions}
    length, openings = title_openings()
    live = 0
    flush = False  # with text on the line above
    for line in weigher.lines:
        if line.blank:
            flush = False
            continue
        if not line.role:
            live += 1
            if not line.marker:
                words = text[line.start : line.stop]
                set_apart = not flush or line.bold or line.hashes or words[0] == "<"
                # most lines below text are prose: no more is asked of them
                prose = not set_apart and not (
                    line.index in noted
                    or words[:length].lower() in openings
                    or kinds.count(b"a", line.start, line.stop) * 10 <= len(words)
                )
                if not prose and (set_apart or _may_stand_flush(weigher, line, words)):
                    _sort_unnumbered(weigher, line, words, live, flush)
        flush = True


def _sort_unnumbered(weigher: Weigher, line: Line, words: str, live: int, flush: bool) -> None:
    text = weigher.text
    tagged = words[0] == "<"
    bold = line.bold or (tagged and tagged_title(text, line.start, line.stop) is not None)
    behind = line.index in weigher.numbers_behind
    if len(words) > LONGEST_UNNUMBERED and not (
        bold or behind or (len(words) <= LONGEST_TITLE and _in_capitals(weigher, line))
    ):
        if ":" not in words[: LONGEST_UNNUMBERED // 2 + 1]:
            return
        split = text_start(text, line.start, line.stop)
        if split is None or split[0] - line.start > LONGEST_UNNUMBERED // 2 or text[split[0]] != ":":
            return
    marked_up = line.hashes > 0 or weigher.is_underlined(line)
    emphasised = bold or marked_up
    if flush and tagged and not emphasised and not _may_stand_flush(weigher, line, words):
        return
    bare = words.strip(MARKUP).lower()
    if not emphasised and _is_plain(weigher, line, words, bare):
        weigher.plain.append((line, live))
    elif (
        not _is_of_meeting(bare, live)
        or (marked_up and live > HEAD_LINES and SIGNATURE.match(bare))
        or (live > LONGEST_HEAD and line.index in weigher.dashed)
    ):
        weigher.unnumbered.append((line, live))


def _is_of_meeting(bare: str, live: int) -> bool:
    """True for words, in lower case, that belong to a signature, to the attendance or to the head of the minutes."""
    if SIGNATURE.match(bare) or _is_attendance_label(bare) or _is_meeting_title(bare):
        return True
    return live <= HEAD_LINES and MEETING_WORDS.search(bare) is not None and ITEM_WORDS.match(bare) is None


def _is_plain(weigher: Weigher, line: Line, words: str, bare: str) -> bool:
    """True where a line without emphasis can have no signs of a heading but "title case", "short" and a blank line."""
    return not (
        bare.endswith(":")
        or opens_as_title(bare)
        or _in_capitals(weigher, line)
        or line.word
        or line.index + 1 in weigher.motions
        or line.index in weigher.speakers
        or line.index in weigher.numbers_behind
        or weigher.opens_paragraph(line)
        or text_start(weigher.text, line.start, line.stop) is not None
    )


def _may_stand_flush(weigher: Weigher, line: Line, words: str) -> bool:
    """True where a line below text may be a heading: the text has ended, the line is set or worded as titles are."""
    text, above = weigher.text, weigher.lines[line.index - 1]
    if line.index in weigher.speakers:
        return True
    if line.index in weigher.dashed and text[above.stop - 1] in ".:;!?":
        return True
    short = len(words) <= LONGEST_BARE and words[-1] not in ".,;"
    over_motion = line.index + 1 in weigher.motions and words[-1] not in ".,;"
    worded = over_motion or line.index in weigher.numbers_behind or (short and opens_as_title(words.lower()))
    if not worded and not _in_capitals(weigher, line):
        return False
    return (
        text[above.stop - 1] in ".:;!?)"
        or above.role == "furniture"
        or vote_words().match(text[above.start : above.stop].lower()) is not None
        or _says_sentence(weigher, line.index + 1)
    )


def _in_capitals(weigher: Weigher, line: Line) -> bool:
    return line_in_capitals(weigher.text, weigher.kinds, line.start, line.stop)


def _is_attendance_label(lowered: str) -> bool:
    if ATTENDANCE_LABEL.match(lowered):
        return True
    if "present" in lowered or "absent" in lowered or "attendance" in lowered:
        return ATTENDED.match(lowered) is not None
    return False


def _is_meeting_title(lowered: str) -> bool:
    for words in MEETING_TITLE_WORDS:
        if words in lowered:
            return MEETING_TITLE.match(lowered) is not None
    return False


def _says_sentence(weigher: Weigher, index: int) -> bool:
    """True where the line at ``index`` holds a verb of reporting and begins with a capital: text under a title."""
    if index >= len(weigher.lines):
        return False
    line, text = weigher.lines[index], weigher.text
    return (
        text[line.start : line.start + 1].isupper() and sentence_words().search(text, line.start, line.stop) is not None
    )


def attendance_end(weigher: Weigher, limit: int) -> int:
    """The line where the attendance part of the head ends: the paragraph of the first sentence after its labels.

    Until there wards, groups and names stand in capitals on lines of their own, and are no headings.
    """
    known = weigher.attended.get(limit)
    if known is None:  # asked for twice, most often up to the same line
        known = weigher.attended[limit] = _attendance_end(weigher, limit)
    return known


def _attendance_end(weigher: Weigher, limit: int) -> int:
    inside = False
    start = live = 0
    for line in weigher.lines[:limit]:
        if line.blank:
            continue
        live += 1
        if not inside and live > LONGEST_HEAD:
            return 0
        if line.index and weigher.lines[line.index - 1].blank:
            start = line.index
        long = line.stop - line.start > SHORTEST_SENTENCE
        if inside and not long:
            continue
        opening = weigher.text[line.start : min(line.stop, line.start + LONGEST_LABEL)]
        if _is_attendance_label(opening.strip(MARKUP).lower()):
            inside = True
        elif inside and long and sentence_words().search(weigher.text, line.start, line.stop):
            return start
    return 0 if not inside else start
