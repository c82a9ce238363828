"""How a document gives its tasks: the patterns of leads, action columns and plain duties, and which of them it uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from minutesparse.facts.duties import Mark, has_duties
from minutesparse.facts.owners import match_owners
from minutesparse.lines import Line
from minutesparse.reader import Reader
from minutesparse.vocabulary.actions import LONE_OWNERS, MONTHS, OUTCOMES, WEEKDAYS

# Owners in the margin that make a column without a header line above them.
COLUMN_MARKS = 3
# Characters of text that a line has before an owner in the margin of a column without header.
TASK_WIDTH = 30
# What stands between a line's text and the margin.
GAP = "     "
# Characters beside an owner in which the gap before it and the end of its line are looked for.
GAP_REACH = 200
# How far left of its header an owner in the column may end, and of another owner's end.
COLUMN_SLACK = 12
RAGGED = 4

# What follows an owner in the margin: the line's end or another owner.
LONE_END = r"[ \t]*(?:[\r\n]|\Z) | \s?[/,&]"

LEAD_EXAMPLES = (
    ("Action: Clerk to write to the county.", True),
    ("ACTION \u2013 JB", True),
    ("Actions:", True),
    ("AP1: The Chair to report back.", True),
    ("**Action point 3:** Officers to revise the map.", True),
    ("Action Plan: progress was noted.", False),
    ("Action-oriented work was praised.", False),
)
COLUMN_EXAMPLES = (
    ("Repairs to the bench were agreed.          JB/Clerk", True),
    ("The statement was read.          Noted", False),
    ("Hire of hall          40.00", False),
)


@dataclass(slots=True, frozen=True)
class ActionStyle:
    """How a document gives its tasks.

    ``marked``: some lead stands in it. ``column``: least column where an owner at the right margin ends, or None.
    ``initials``: the column holds initials too, since a header names it. ``trailing``: owners stand after the task's
    full stop, at the end of its last line or on the next. ``duties``: plain duties count.
    """

    marked: bool = False
    column: int | None = None
    initials: bool = False
    trailing: bool = False
    duties: bool = False


@cache
def lead_pattern() -> re.Pattern[str]:
    """The lead at the start of a block; ``stop`` is where it ends."""
    return re.compile(
        r"""[*_]{0,2} \(? (?P<lead>
            (?: (?:Agreed\s)? (?:Actions?|ACTIONS?) (?: \s(?:points?|items?|required|agreed|by|POINTS?|AGREED|BY) )?
              | AP )
            (?: \s? (?:No\.?\s?)? \d{1,3} (?: [./]\d{1,3} )? [a-z]? )?
            [*_]{0,2} \s{0,2} (?: : | [-\u2013\u2014] (?=\s) ) [*_]{0,2} )
            \s*""",
        re.VERBOSE,
    )


# Characters that a lead begins with.
LEAD_STARTS = "*_(A"


def holds_lead(text: str, start: int, end: int) -> bool:
    """False where no lead stands in ``[start, end)``."""
    return (
        text.find("Action", start, end) >= 0 or text.find("ACTION", start, end) >= 0 or text.find("AP", start, end) >= 0
    )


@cache
def inline_pattern() -> re.Pattern[str]:
    """The lead within a paragraph."""
    return re.compile(
        r"(?<![\w-]) [(\[]?+ [*_]{0,2} (?: Actions? | ACTIONS? ) (?:\s(?:by|BY|point|POINT))? [*_]{0,2} \s? (?: : "
        r" | [\u2013\u2014] | -(?=\s) ) [*_]{0,2} \s*",
        re.VERBOSE,
    )


@cache
def mark_pattern() -> re.Pattern[str]:
    """A lead anywhere: what tells whether the document marks its actions."""
    return re.compile(
        r"""A (?: (?<![\w-]A) (?: ctions? | CTIONS? ) (?: \s(?:points?|items?|required|agreed|by) )? (?: \s?\d{1,3} )?
                  [*_]{0,2} \s{0,2} (?: : | [\u2013\u2014] | -(?=\s) )
                | (?<=\nA) P\s?\d{1,3} \s? [:.\u2013\u2014-] ) [*_]{0,2} \s*""",
        re.VERBOSE,
    )


@cache
def _gap_pattern() -> re.Pattern[str]:
    """The gap before words that stand alone at the right end of a line, or deep in an empty line."""
    return re.compile(
        r"""[ ]{5} (?: (?<=\S[ ]{5}) | (?<=[\r\n][ ]{40}) ) [ ]*+
            (?= (?P<rest> [^\W\d_] [^\r\n]{0,60}+ ) (?:[\r\n]|\Z) )""",
        re.VERBOSE,
    )


@cache
def _stop_pattern() -> re.Pattern[str]:
    """What stands between a task's full stop and words that close its line or make up the next."""
    return re.compile(
        r"""(?<=[.!?:;]) (?: [ ]{1,3} | [ \t]{0,8} (?:\r\n?|\n) [ \t]{0,40} )
            (?= (?P<rest> [^\W\d_] [^\r\n]{0,60}+ ) (?:[\r\n]|\Z) )""",
        re.VERBOSE,
    )


@cache
def _lone_role() -> re.Pattern[str]:
    """The owners whose words alone show an action column."""
    return re.compile(
        rf"""(?:The\s)? (?:Parish\s|Town\s|Community\s)? (?:{"|".join(LONE_OWNERS)})
            (?= {LONE_END} )""",
        re.VERBOSE,
    )


@cache
def _lone_end() -> re.Pattern[str]:
    return re.compile(LONE_END, re.VERBOSE)


@cache
def header_pattern() -> re.Pattern[str]:
    """The head of an action column at the end of a line."""
    return re.compile(r"A (?:ction|CTION) s? (?:\s(?i:by|date|owner))? (?= [ \t|]* (?:[\r\n]|\Z) )", re.VERBOSE)


@cache
def outcome_pattern() -> re.Pattern[str]:
    """Words after the lead that record what was decided."""
    return re.compile(rf"(?i:{'|'.join(OUTCOMES)})\b(?!\s+to\b)")


@cache
def due_pattern() -> re.Pattern[str]:
    """A deadline as printed, its preposition included."""
    month, day = rf"(?:{'|'.join(MONTHS)})\b\.?", rf"(?:{'|'.join(WEEKDAYS)})"
    return re.compile(
        rf"""\b (?: by | before | until | no\s+later\s+than | prior\s+to | in\s+time\s+for | due(?:\s+date)?:?
            | deadline:? ) \s+
        (?: (?:the\s+)? end \s+ (?:of\s+)? (?:the\s+)?
            (?: {month} (?:\s+\d{{4}})? | week | month | year | financial\s+year | \d{{4}} )
          | (?:the\s+)? (?: next | following | {month} ) \s+ (?:\w+\s+){{0,3}} meeting
          | (?:{day},?\s+)? (?:the\s+)? \d{{1,2}} (?:st|nd|rd|th)? (?:\s+(?:of\s+)?|,) {month} ,? (?:\s+\d{{4}}\b)?
          | (?:{day},?\s+)? {month} \s+ \d{{1,2}} (?:st|nd|rd|th)? \b (?:,?\s+\d{{4}}\b)?
          | (?:{day},?\s+)? \d{{1,2}} [./-] \d{{1,2}} [./-] \d{{2,4}} \b
          | \d{{4}}-\d{{2}}-\d{{2}} \b
          | (?:(?:early|mid|late)[\s-]+)? {month} (?:\s+\d{{4}}\b)?
          | (?:next\s+)? (?: {day} | week | month ) \b
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


def margin_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Owners alone at the right end of a line."""
    if text.find(GAP, start, end) >= 0:
        yield from _lone(text, _gap_pattern().finditer(text, start, end))


def trailing_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Owners alone after a full stop, at the end of its line or on the next line."""
    yield from _lone(text, _stop_pattern().finditer(text, start, end))


def _lone(text: str, gaps: Iterator[re.Match[str]]) -> Iterator[Mark]:
    for gap in gaps:
        line_end = gap.end("rest")
        owners = match_owners(text, gap.end(), line_end)
        # A name that ends with an initial goes on in the next line: no mark but prose.
        if owners is not None and text[owners.end - 1] != "." and not text[owners.end : line_end].strip():
            yield Mark(gap.start(), owners)


def action_style(reader: Reader, lines: Sequence[Line]) -> ActionStyle:
    """How this document gives its tasks, from one look at the whole text."""
    text = reader.text
    marked = _is_marked(text)
    header = _header_column(reader, lines)
    owners = _lone_owners(text)
    column = _column(reader, header, owners)
    trailing = column is None and not marked and _trails(text, owners)
    duties = not marked and (header is not None or has_duties(text))
    return ActionStyle(marked, column, header is not None, trailing, duties)


def _is_marked(text: str) -> bool:
    """True where leads stand in the text and most of them open a task, not a record of what was decided."""
    if "Action" not in text and "ACTION" not in text and "\nAP" not in text:
        return False
    tasks = outcomes = 0
    for match in mark_pattern().finditer(text):
        if outcome_pattern().match(text, match.end()):
            outcomes += 1
        else:
            tasks += 1
    return tasks > outcomes


def _header_column(reader: Reader, lines: Sequence[Line]) -> int | None:
    """Column of "Action" at the right end of a line, or of "Action by" on a line of its own; None without."""
    text = reader.text
    if "ction" not in text and "ACTION" not in text:
        return None
    for match in header_pattern().finditer(text):
        line = lines[reader.source.line_of(match.start()) - 1]
        before = text[line.start : match.start()]
        if (not before and " " in match.group().strip()) or before.endswith(GAP) or before.rstrip().endswith("|"):
            return match.start() - reader.source.starts[line.index]
    return None


def _column(reader: Reader, header: int | None, owners: Sequence[tuple[int, int]]) -> int | None:
    """Least column where an owner in the margin ends, where the document has such a column."""
    text, starts, line_of = reader.text, reader.source.starts, reader.source.line_of
    if GAP not in text:
        return None
    if header is not None:
        least = max(0, header - COLUMN_SLACK)
        ends = (mark.owners.end for mark in margin_marks(text, 0, len(text)))
        return least if any(end - starts[line_of(end - 1) - 1] >= least for end in ends) else None
    columns = []
    for start, end in _lone_roles(text, owners, _gap_pattern()):
        begin = starts[line_of(start) - 1]
        if len(text[begin:start].strip()) >= TASK_WIDTH:
            columns.append(end - begin)
    return min(columns) - RAGGED if len(columns) >= COLUMN_MARKS else None


def _trails(text: str, owners: Sequence[tuple[int, int]]) -> bool:
    if not any(text[end : end + 1] in ("\r", "\n") for _, end in owners):
        return False
    return sum(1 for _ in _lone_roles(text, owners, _stop_pattern())) >= COLUMN_MARKS


def _lone_owners(text: str) -> list[tuple[int, int]]:
    """Where one of the `LONE_OWNERS` closes a line or a list."""
    found = []
    for word in LONE_OWNERS:
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if _lone_end().match(text, end):
                found.append((start, end))
            start = text.find(word, end)
    return found


def _lone_roles(text: str, owners: Sequence[tuple[int, int]], gaps: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where the gap before each of ``owners`` that stands alone begins, and where the owner ends."""
    for start, end in owners:
        for gap in gaps.finditer(text, max(0, start - GAP_REACH), min(end + GAP_REACH, len(text))):
            role = _lone_role().match(text, gap.end())
            if role is not None and role.end() == end:
                yield gap.start(), end
                break
