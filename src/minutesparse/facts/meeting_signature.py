"""The signature that closes the minutes: who signed, as what, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from minutesparse.facts.dates import find_dates
from minutesparse.facts.meeting_names import NOBODY, any_of, read_name_line
from minutesparse.lines import Line
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary import by_first_letter
from minutesparse.vocabulary import meeting as words

# A signature stands within this many lines from the end that are not blank.
LAST_LINES = 25

# A line of a signature has no more characters than this, white space between columns included.
LONGEST_LINE = 200

# What opens with the word has no more words than this: "Signed as a true record ………", not a sentence.
LONGEST_SIGNED = 8

SIGNED = re.compile(
    rf"[\W_]*(?:{'|'.join(words.SIGNED)})\b(?P<by>\s+(?:by|gan))?[\s:]{{0,4}}",
    re.IGNORECASE,
)
"""What opens a signature; not "Signed copies were sent"."""

RULE = re.compile(r"[._…‥–—-]{5,}")
"""A line to sign on, drawn with dots or strokes."""

RULES = "_.…"
"""What such a line may begin with."""

GAP = re.compile(r"[ \t\xa0]{3,}|[._…‥–—-]{3,}|[\t|]")

HONORIFIC = re.compile(rf"(?:(?:{'|'.join(words.SIGNATURE_TITLES)})\b\.?\s{{0,3}})+", re.IGNORECASE)

PERSON = re.compile(
    r"""
    (?: [A-Z][\w'’.-]*+ | [“"(][A-Za-z]++[”")] )
    (?: \ (?: [A-Z][\w'’.-]*+ | [“"(][A-Za-z]++[”")] | de | van | von | der | ap ) ){1,4}+
    """,
    re.VERBOSE,
)
"""A name of two to five words: "Ann B. Example", "ANN “NAN” EXAMPLE"."""

TITLED = re.compile(r"(?P<role>(?i:mayor|reeve|president|provost))\s+(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\Z")
"""A name behind the post: "Mayor Example"."""

# Words that no name holds: capitals alone do not make "DRAFT UNTIL SIGNED BY THE CHAIR" a person.
NO_NAMES = frozenset(
    {"the", "by", "of", "until", "signed", "and", "for", "to", "draft", "minutes", "meeting", "no", "page"}
)

SENTENCE = re.compile(r"\w{4}\.\Z")

DATE_LABEL = re.compile(r"[\W_]*(?:dated?|date signed)[\W_]*\Z", re.IGNORECASE)


@cache
def _role() -> re.Pattern[str]:
    """The post of a signatory as a whole piece: "Chair", "Town Clerk", "General Manager/Board Secretary"."""
    post = any_of(words.SIGNATORIES)
    return re.compile(
        rf"""
        (?: \w+ \s+ and \s+ )? (?: (?:the|acting|board|committee|council|town|parish|plenary) \s+ ){{0,3}}+ {post}
        (?: \s* [/&,] \s* [\w'\ ]{{3,30}}
          | \s+ (?:to|of) \s+ (?: the\s | (?-i:[^\W\d_a-z]) ) [\w'\ ]{{2,40}} )? [\W_]*+ \Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def read_signature(
    reader: Reader, lines: Sequence[Line], first: int, last: int, month_first: bool = False
) -> tuple[Node | None, set[int]]:
    """The signature that closes the document in ``lines[first:last + 1]``, and the indices of its lines.

    The node has ``name`` (without honorific), ``role``, ``date`` and ``span``; what is not printed is ``None``.
    """
    text = reader.source.text
    printed = (
        line
        for line in reversed(lines[max(0, first) : last + 1])
        if not line.blank and (line.role != "furniture" or _is_rule(text, line))
    )
    block = _block(text, list(islice(printed, LAST_LINES))[::-1])
    if not block:
        return None, set()
    name = role = day = None
    for line in block:
        for start, end in _pieces(text, line):
            found_name, found_role = _signer(text, start, end)
            name, role = name or found_name, role or found_role
        dates = find_dates(text, line.start, line.stop, month_first)
        if dates and day is None and not text[line.start : dates[0].start].lower().rstrip().endswith("meeting"):
            day = dates[0].value
    node = {"name": name, "role": role, "date": day, "span": reader.span(block[0].start, block[-1].stop)}
    return node, {line.index for line in block}


def _block(text: str, lines: Sequence[Line]) -> list[Line]:
    """The last run of lines that look signed with one that is sure to be a signature."""
    for sure in range(len(lines) - 1, -1, -1):
        if not _may_be_sure(text, lines[sure]) or not _is_sure(text, lines[sure]):
            continue
        if sure > 0 and _goes_on(text, lines[sure - 1], lines[sure]):
            continue
        first, last = sure, sure + 1
        while first > 0 and _may_belong(text, lines[first - 1]):
            first -= 1
        while last < len(lines) and _may_belong(text, lines[last]):
            last += 1
        return list(lines[first:last])
    return []


def _goes_on(text: str, above: Line, line: Line) -> bool:
    """True for "the Chairman." below "… were signed by": the end of a paragraph, not a signature."""
    return (
        line.index == above.index + 1
        and text[line.start].islower()
        and text[above.stop - 1].isalpha()
        and not _may_belong(text, above)
    )


def _may_be_sure(text: str, line: Line) -> bool:
    """False for the many lines that hold nothing of what makes a signature sure: the word, the rule, the post."""
    if line.stop - line.start > LONGEST_LINE:
        return False
    return text[line.start] in RULES or _sure_word().search(text[line.start : line.stop].lower()) is not None


@cache
def _sure_word() -> re.Pattern[str]:
    return re.compile(by_first_letter(words.SIGNATURE_PARTS))


def _is_sure(text: str, line: Line) -> bool:
    """True for a line that only a signature has: the word, the rule, a post beside nothing but names and dates."""
    if line.stop - line.start > LONGEST_LINE or line.marker == "bullet":
        return False
    if SIGNED.match(text, line.start, line.stop):
        return len(text[line.start : line.stop].split()) <= LONGEST_SIGNED
    pieces = list(_pieces(text, line))
    if not pieces:
        return text[line.start] in RULES and RULE.search(text, line.start, line.stop) is not None
    posted = False
    others = []
    for piece in pieces:
        name, role = _signer(text, *piece)
        posted = posted or role is not None
        if not (name or role):
            others.append(piece)
    return posted and all(_is_date(text, *piece) for piece in others)


def _may_belong(text: str, line: Line) -> bool:
    """True for a line that is sure, or that may stand beside one: a name, a date."""
    if _is_sure(text, line):
        return True
    if line.stop - line.start > LONGEST_LINE or line.marker == "bullet" or SIGNED.match(text, line.start, line.stop):
        return False
    pieces = list(_pieces(text, line))
    if pieces and all(_signer(text, *piece)[0] or _is_date(text, *piece) for piece in pieces):
        return True
    return bool(pieces) and read_name_line(text, line.start, line.stop) != NOBODY


def _is_rule(text: str, line: Line) -> bool:
    """True for a rule to sign on, with no words: it is furniture, and yet part of a signature."""
    return text[line.start] in RULES and not any(map(str.isalnum, text[line.start : line.stop]))


def _is_date(text: str, start: int, end: int) -> bool:
    if DATE_LABEL.match(text, start, end):
        return True
    dates = find_dates(text, start, end)
    return bool(dates) and len(text[start : dates[0].start].split()) + len(text[dates[0].end : end].split()) <= 1


def _pieces(text: str, line: Line) -> Iterator[tuple[int, int]]:
    """The parts of a line between wide gaps and rules, without the word that says "signed"."""
    signed = SIGNED.match(text, line.start, line.stop)
    position = signed.end() if signed else line.start
    for match in [*GAP.finditer(text, position, line.stop), None]:
        end = match.start() if match else line.stop
        while position < end and not (text[position].isalnum() or text[position] in '“"('):
            position += 1
        while end > position and not (text[end - 1].isalnum() or text[end - 1] in '.)”"'):
            end -= 1
        if position < end:
            yield position, end
        position = match.end() if match else line.stop


def _signer(text: str, start: int, end: int) -> tuple[str | None, str | None]:
    """Name and post in a piece: "Ann Example, Clerk", "Cllr A Example", "Chair"."""
    piece = " ".join(text[start:end].split())
    if _role().match(piece):
        return None, piece.strip("() ")
    if (titled := TITLED.match(piece)) is not None:
        return titled["name"], titled["role"]
    honorific = HONORIFIC.match(piece)
    rest = piece[honorific.end() :] if honorific else piece
    person = PERSON.match(rest)
    if person is None or not NO_NAMES.isdisjoint(person[0].lower().split()) or SENTENCE.search(person[0]):
        return None, None
    after = rest[person.end() :].strip(" ,-–(:)")
    if not after:
        return person[0], None
    posts = after.split(",")
    post = next((part.strip() for part in posts if _role().match(part.strip())), None)
    return (person[0], post) if post else (None, None)
