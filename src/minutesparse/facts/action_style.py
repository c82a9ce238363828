"""How a document gives its tasks: the patterns of leads, action columns and plain duties, and which of them it uses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from minutesparse.facts.action_leads import lists_tasks, tasks_marked
from minutesparse.facts.action_tables import HEAD_WIDTH, HEAD_WORDS, has_columns
from minutesparse.facts.dates import places_of
from minutesparse.facts.duties import PLAIN_DUTIES, Mark, has_duties
from minutesparse.facts.owners import INITIALS, OwnerList, match_owners
from minutesparse.facts.sentences import holds_any
from minutesparse.lines import Line
from minutesparse.reader import Reader
from minutesparse.vocabulary.actions import LEADS, LONE_OWNERS, NO_INITIALS

# Plain duties for each lead beside which they count too.
DUTIES_TO_MARKS = 3
# Owners in the margin that make a column without a header line above them.
COLUMN_MARKS = 3
# Characters of text that a line has before an owner in the margin of a column without header.
TASK_WIDTH = 30
# What stands between a line's text and the margin.
GAP = "     "
# Characters beside an owner in which the gap before it and the end of its line are looked for.
GAP_REACH = 200
# Line ends between a task and owners on a line of their own.
BLANK_LINES = 12
# How far left of its header an owner in the column may end, and of another owner's end.
COLUMN_SLACK = 12
RAGGED = 4

# What follows an owner in the margin: the line's end or another owner.
LONE_END = r"[.)\]*_]{0,3} [^\S\r\n]*+ (?:[\r\n]|\Z) | \s?[/,&]"
# Characters of the text's head in which names are looked for that introduce initials.
HEAD_LENGTH = 9000
# Characters before a line's end in which its initials stand.
INITIALS_REACH = 4
# Characters of a name before its initials.
NAME_REACH = 80

COLUMN_EXAMPLES = (
    ("Repairs to the bench were agreed.          JB/Clerk", True),
    ("The statement was read.          Noted", False),
    ("Hire of hall          40.00", False),
)


@dataclass(slots=True, frozen=True)
class ActionStyle:
    """How a document gives its tasks.

    ``marked``: some lead stands in it. ``column``: least column where an owner at the right margin ends, or None.
    ``trailing``: owners stand behind the task's full stop, at the end of its last line or on the next. ``initials``:
    they may be initials too, since a header names the column or the text's head the initials. ``duties``: plain duties
    count. ``lists``: some line is the title of a list of tasks. ``tables``: some line
    may head a table of them.
    """

    marked: bool = False
    column: int | None = None
    initials: bool = False
    trailing: bool = False
    duties: bool = False
    lists: bool = False
    tables: bool = False


@cache
def vote_pattern() -> re.Pattern[str]:
    """A sentence that says who moved or how the vote went."""
    return re.compile(r"(?:Prop|Proposed|Sec|Seconded|Moved|2nd|All\s(?:in|agreed)|Carried|Unanimous)\b")


# What may stand round owners in the margin.
AROUND_OWNERS = " \t\u00a0.)]*_"
# Words that stand alone up to the line's end, and what may open them.
ALONE = r"[*_(\[]{0,3} (?= (?P<rest> [^\W\d_] [^\r\n]{0,60}+ ) [^\S\r\n]*+ (?:[\r\n]|\Z) )"


@cache
def _gap_pattern() -> re.Pattern[str]:
    """The gap before words that stand alone at the right end of a line, or deep in an empty line."""
    return re.compile(rf"[ ]{{5}} (?: (?<=\S[ ]{{5}}) | (?<=[\r\n][ ]{{40}}) ) [ ]*+ {ALONE}", re.VERBOSE)


@cache
def _stop_pattern() -> re.Pattern[str]:
    """What stands between a task's full stop, or its vote, and words that close its line or make up the next."""
    return re.compile(
        rf"""\s (?: (?<=[.!?:;)\u2019\u201d]\s) | (?<=favour\s) | (?<=against\s) | (?<=[Aa]greed\s) | (?<=carried\s) )
            (?: [^\S\r\n]{{0,40}} (?:\r\n?|\n) ){{0,{BLANK_LINES}}} [^\S\r\n]{{0,40}} {ALONE}""",
        re.VERBOSE,
    )


@cache
def _line_end_initials() -> re.Pattern[str]:
    """The end of a line that closes with initials; begins with a literal, which `re` finds fast."""
    return re.compile(
        r"\n (?<=[A-Z\s]\n) (?: (?<=\W[A-Z]{2}\n) | (?<=\W[A-Z]{3}\n) | (?<=\W[A-Z]{2}\s\n) | (?<=\W[A-Z]{3}\s\n) )",
        re.VERBOSE,
    )


@cache
def _initials_run() -> re.Pattern[str]:
    """Initials with marks or nothing but space between them: "JB/NC", "JB NC"."""
    return re.compile(rf"{INITIALS} (?: (?: \s?[/,;&+]\s? | \s ) {INITIALS} ){{0,8}}+", re.VERBOSE)


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(INITIALS)


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


def margin_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Owners alone at the right end of a line."""
    if text.find(GAP, start, end) >= 0:
        yield from _lone(text, _gap_pattern().finditer(text, start, end))


def trailing_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Owners alone after a full stop, at the end of its line or on the next line."""
    yield from _lone(text, _stop_pattern().finditer(text, start, end))


def _lone(text: str, gaps: Iterator[re.Match[str]]) -> Iterator[Mark]:
    for gap in gaps:
        start, line_end = gap.end(), gap.end("rest")
        run = _initials_run().match(text, start, line_end)
        if run is not None and not text[run.end() : line_end].strip(AROUND_OWNERS):
            ranges = [one.span() for one in _initials().finditer(text, start, run.end())]
            if not any(text[slice(*one)] in NO_INITIALS for one in ranges):
                yield Mark(gap.start(), OwnerList(ranges, run.end()))
            continue
        owners = match_owners(text, start, line_end)
        # A name that ends with an initial goes on in the next line: no mark but prose.
        if owners is not None and text[owners.end - 1] != "." and not text[owners.end : line_end].strip(AROUND_OWNERS):
            yield Mark(gap.start(), owners)


def action_style(reader: Reader, lines: Sequence[Line]) -> ActionStyle:
    """How this document gives its tasks, from one look at the whole text."""
    text = reader.text
    named = holds_any(text, LEADS)  # what titles of lists and heads of columns are made of too
    tasks = tasks_marked(text) if named or "\nAP" in text else 0
    marked = tasks > 0
    header = _header_column(reader) if named else None
    owners = [] if marked and (header is not None or GAP not in text) else _lone_owners(text)
    column = _column(reader, header, owners)
    initials = column is None and not marked and _initials_trail(text)
    trailing = initials or (column is None and not marked and _trails(text, owners))
    duties = (header is not None and not marked) or has_duties(text, max(PLAIN_DUTIES, DUTIES_TO_MARKS * tasks))
    return ActionStyle(
        marked,
        column,
        header is not None or initials,
        trailing,
        duties,
        named and lists_tasks(text),
        named and _may_hold_table(reader, lines),
    )


def _may_hold_table(reader: Reader, lines: Sequence[Line]) -> bool:
    """False where no line with a word of a table's head has a second column, as in most documents."""
    if not has_columns(reader.text, 0, len(reader.text)):
        return False
    for word in HEAD_WORDS:
        for place in places_of(reader.text, word, 0, len(reader.text)):
            line = lines[bisect_right(lines, place, key=attrgetter("start")) - 1]
            if has_columns(reader.text, max(line.start, place - HEAD_WIDTH), min(line.stop, place + HEAD_WIDTH)):
                return True
    return False


def _header_column(reader: Reader) -> int | None:
    """Column of "Action" at the right end of a line, or of "Action by" on a line of its own; None without."""
    text = reader.text
    for match in header_pattern().finditer(text):
        begin = reader.source.starts[reader.source.line_of(match.start()) - 1]
        before = text[begin : match.start()].lstrip()
        if (not before and " " in match.group().strip()) or before.endswith(GAP) or before.rstrip().endswith("|"):
            return match.start() - begin
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
    return len(owners) >= COLUMN_MARKS and sum(1 for _ in _lone_roles(text, owners, _stop_pattern())) >= COLUMN_MARKS


def _initials_trail(text: str) -> bool:
    """True where initials that the text's head introduces stand alone behind tasks."""
    ends = [match.start() for match in _line_end_initials().finditer(text)]
    if len(ends) < COLUMN_MARKS:
        return False
    known: dict[str, bool] = {}
    found = 0
    for end in ends:
        word = text[max(0, end - INITIALS_REACH) : end].rstrip()
        initials = word[-3:] if word[-3:].isalpha() else word[-2:]
        if initials not in known:
            known[initials] = _introduced(text, initials)
        if known[initials] and any(trailing_marks(text, max(0, end - GAP_REACH), end)):
            found += 1
            if found == COLUMN_MARKS:
                return True
    return False


def _introduced(text: str, initials: str) -> bool:
    """True where the head of the text prints a name with its initials behind it: "Ann May Birch (AMB)"."""
    at = text.find(initials, 0, HEAD_LENGTH)
    while at >= 0:
        words = text[max(0, at - NAME_REACH) : at].rstrip(" \t\u00a0([\u2013-").split()[-3:]
        if len(words) > 1 and words[-1][0] == initials[-1] and initials[0] in (words[-2][0], words[0][0]):
            return True
        at = text.find(initials, at + len(initials), HEAD_LENGTH)
    return False


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
