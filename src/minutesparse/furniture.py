"""Page furniture of stand-alone minutes: page numbers, rules, running heads and feet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutesparse.lines import Line

# A page number as word processors print it; in brackets or an HTML comment where a converter kept it.
PAGE_NUMBER = re.compile(
    r"""
    (?: <!--[ ]* | [\[(\-\u2013|][ ]*+ )?+
    (?: (?:page|pg\.?|p\.|tudalen|leathanach)[ ]*+ (?:no\.?[ ]*+)? \d{1,4} (?: [ ]*+(?:of|/)[ ]*+ \S{1,4} )?+
      | \d{1,4}[ ]*+(?:of|/)[ ]*+\d{1,4} )
    [ ]*+ (?: --> | [\])\-\u2013|] )?+ \Z
    """,
    re.VERBOSE | re.IGNORECASE,
)

# A page number at one end of a running head or foot, words at the other; "Page 2" and "Page 2 of 9" are such numbers.
FOOT = re.compile(
    r"""
    (?P<first>\d{1,3})[ ]{3,}+(?P<after>\S.*)\Z
    | (?P<before>\S.*\S)[ ]{3,}(?:page[ ])?(?P<last>\d{1,3})(?:[ ]of[ ]\d{1,3})?\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)

FOOT_GAP = "   "
PAGE_NUMBER_INITIALS = frozenset("<[(-\u2013|pPtTlL0123456789")

# What a record repeats for its own reasons, at page breaks or not.
SPOKEN = re.compile(r"resol|agreed|carried|moved|second|noted|against|absent|present:|action|report|none|vote")

DIGITS = re.compile(r"\d++")

LONGEST_PAGE_NUMBER = 24
LONGEST_RUNNING_LINE = 90
LONGEST_FOOT = 180  # with the gap before its number
SHORTEST_PAGE = 6  # lines that are not blank
PAGE_BREAK = "\f"


def mark_furniture(text: str, lines: Sequence[Line]) -> None:
    """Give the role ``furniture`` to lines that belong to the page and not to the minutes.

    A running head or foot is a short line that stands, digits aside, at two or more page breaks; a page break is a form
    feed or a page number.
    """
    breaks: list[int] = []
    live = [line for line in lines if not line.blank]
    next_break = _page_break(text, 0)
    for position, line in enumerate(live):
        start = line.start
        first = text[start]
        if line.stop - start <= LONGEST_PAGE_NUMBER or not first.isalnum():
            words = text[start : line.stop]
            if not (first.isalnum() or any(map(str.isalnum, words))):
                if not line.marker:
                    line.role = "furniture"
                    continue
            elif _is_page_number(words):
                line.role = "furniture"
                breaks.append(position)
                continue
        if next_break < start:
            if line.index and PAGE_BREAK in text[lines[line.index - 1].stop : start]:
                breaks.append(position)
            next_break = _page_break(text, start)
    breaks = [at for before, at in zip([-9, *breaks], breaks, strict=False) if at > before + 3]
    if breaks:
        _mark_running_lines(text, live, breaks)
    if breaks or (live and text[live[0].start : live[0].stop] == "1"):
        _mark_bare_page_numbers(text, live)
    _mark_counted_pages(text, live)
    _mark_counted_feet(text, live)


def furniture_kind(text: str, line: Line) -> str:
    """What made a line of stand-alone minutes furniture, by the name of the rule in `explain`."""
    words = text[line.start : line.stop]
    if not any(map(str.isalnum, words)):
        return "page-rule"
    if _is_page_number(words):
        return "page-number"
    return "page-count" if line.marker == "bare" and line.body == line.stop else "running-line"


def _page_break(text: str, start: int) -> int:
    """Where the next form feed stands, or the end of the text."""
    found = text.find(PAGE_BREAK, start)
    return len(text) if found < 0 else found


def _is_page_number(words: str) -> bool:
    if len(words) > LONGEST_PAGE_NUMBER or not (words[0] in PAGE_NUMBER_INITIALS or words[0].isdecimal()):
        return False
    return PAGE_NUMBER.match(words) is not None


def _mark_running_lines(text: str, live: list[Line], breaks: list[int]) -> None:
    """Short lines that stand at half of the page breaks or more, and nowhere else but at the top of the first page."""
    near = {at for position in breaks for at in range(max(0, position - 3), min(len(live), position + 4))}
    top = live[:6]
    near.update(range(len(top)))
    shapes = {at: _shape(text, live[at]) for at in near if _may_run(live[at])}
    found: dict[str, list[Line]] = {}
    for at, shape in sorted(shapes.items()):
        found.setdefault(shape, []).append(live[at])
    repeated = {
        shape: group
        for shape, group in found.items()
        if len(group) > 1 and len(group) * 2 >= len(breaks) and len(shape) > 3 and not SPOKEN.search(shape)
    }
    if not repeated:
        return
    openings = {shape[0] for shape in repeated}
    for at, line in enumerate(live):
        first = text[line.start]
        if ("0" if first.isdecimal() else first.casefold()[0]) in openings and at not in near and _may_run(line):
            repeated.pop(_shape(text, line), None)
    for group in repeated.values():
        for line in group:
            if line not in top:  # there it is the title, and holds the meeting's data
                line.role = "furniture"


def _may_run(line: Line) -> bool:
    return not line.role and line.stop - line.start <= LONGEST_RUNNING_LINE


def _shape(text: str, line: Line) -> str:
    """The words of a line with each number as one digit."""
    words = " ".join(text[line.start : line.stop].split()).casefold()
    return words if DIGITS.search(words) is None else DIGITS.sub("0", words)  # to replace nothing costs more


def _mark_bare_page_numbers(text: str, live: list[Line]) -> None:
    """Numbers alone on a line that count the pages: 1, 2, 3 in document order, next to a page break."""
    expected = None
    for before, line, after in zip([None, *live], live, [*live[1:], None], strict=False):
        if line.role or line.marker != "bare" or line.body != line.stop or line.label is None:
            continue
        digits = text[line.label[0] : line.label[1]]
        if not digits.isdecimal():
            continue
        broken = (
            before is None
            or PAGE_BREAK in text[before.stop : line.start]
            or (after is not None and PAGE_BREAK in text[line.stop : after.start])
        )
        if broken or int(digits) == expected:
            line.role = "furniture"
            expected = int(digits) + 1


def _mark_counted_pages(text: str, live: list[Line]) -> None:
    """Numbers of two digits or more, alone on their lines and pages apart, that count on: a minute book's folios."""
    alone = [
        (position, int(text[line.start : line.stop]))
        for position, line in enumerate(live)
        if not line.role and 1 < line.stop - line.start < 5 and text[line.start : line.stop].isdecimal()
    ]
    if len(alone) < 2 or any(
        value != before + 1 or position < at + SHORTEST_PAGE for (at, before), (position, value) in pairwise(alone)
    ):
        return
    for position, _ in alone:
        live[position].role = "furniture"


def _mark_counted_feet(text: str, live: list[Line]) -> None:
    """Lines alike but for a number set apart at one end, which counts the pages: "3     14 May", "14 May   Page 3".

    The number may have "Page" before it and the count of all pages behind.
    """
    feet: dict[str, list[tuple[int, int]]] = {}
    if FOOT_GAP not in text:
        return
    for position, line in enumerate(live):
        start, stop = line.start, line.stop
        if not (text[stop - 1].isdecimal() or text[start].isdecimal()) or line.role or stop - start > LONGEST_FOOT:
            continue
        if text.find(FOOT_GAP, start, stop) >= 0 and (foot := FOOT.match(text, start, stop)) is not None:
            words = foot["after"] or foot["before"]
            feet.setdefault(words, []).append((position, int(foot["first"] or foot["last"])))
    for counted in feet.values():
        if len(counted) > 1 and _count_pages(counted):
            for position, _ in counted:
                live[position].role = "furniture"


def _count_pages(counted: list[tuple[int, int]]) -> bool:
    """True where numbers, each with its place, go up by one from page to page."""
    return all(
        value == before + 1 and position >= at + SHORTEST_PAGE for (at, before), (position, value) in pairwise(counted)
    )
