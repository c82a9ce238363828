"""Declarations of interest: who declared which interest in which item, and whether the person left.

In prose a declaration is told by its verb ("Councillor Ash declared a personal interest in item 5"). Under a title or a
sentence that announces declarations, a list needs no verb ("Cllrs Ash & Birch re 2443"). Whoever is not named is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from minutesparse.block import Block
from minutesparse.facts.attendance_entries import is_shared_title
from minutesparse.facts.declarations_table import read_table
from minutesparse.facts.declarations_terms import Range, interest_in, item_in, left_meeting, listed_item_in
from minutesparse.facts.owners import HONORIFIC, INITIALS, NAME, NAMES, PLURAL, SEPARATOR, TIER
from minutesparse.facts.people import Person, split_people
from minutesparse.facts.sentences import sentences
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary import alternatives, openings
from minutesparse.vocabulary.declarations import ADVERBS, DECLARE_VERBS, NO_NAMES, OWN_VERBS

# Sentences after a declaration in which its person may leave.
FOLLOWING = 3
# Characters before a verb in which its people are looked for, and in which a name without honorific is looked for.
SUBJECT_REACH = 400
NAME_REACH = 80
# Characters before and after a declaration in which its people are looked for under their full names.
NAMESAKE_REACH = 20_000

TITLE_EXAMPLES = (
    ("Declarations of Interest", True),
    ("Disclosure of Pecuniary Interest and General Nature Thereof", True),
    ("Datganiadau Buddiant a Goddefebau", True),
    ("Members' interest in cycling", False),
)
PROSE_EXAMPLES: tuple[tuple[str, list[str]], ...] = (
    ("Councillor A Ash declared a prejudicial interest in Minute PX.04.", ["A Ash"]),
    ("Mrs Ash and Mr Birch declared a pecuniary interest in item 12.", ["Ash", "Birch"]),
    ("Cllr Ash declared on 24/00017/F.", ["Ash"]),
    ("JB noted her interest as a trustee of the hall.", ["JB"]),
    ("A personal interest was declared by Councillor Ash.", ["Ash"]),
    ("Members who were parents declared an interest.", []),
    ("Chair Ash declared the motion carried.", []),
    ("Councillor Ash had no interest to declare.", []),
    ("No declarations were made.", []),
)
LIST_EXAMPLES: tuple[tuple[str, list[str]], ...] = (
    ("Cllrs Ash & Birch re Agenda No. 2443.", ["Ash", "Birch"]),
    ("Councillor Ash \u2013 item 5 \u2013 personal interest", ["Ash"]),
    ("Item 7: Cllr Ash (governor of the school)", ["Ash"]),
    ("Cllr Ash, as a governor of the school.", ["Ash"]),
    ("Cllr Ash asked for advice.", []),
    ("None.", []),
)

BOTH = re.compile(r"\s+(?:both|each)\b")

POST = r"(?:The\s(?:Mayor|Chair\w{0,6}|Leader),\s)"
PERSON = rf"(?:{POST}?(?:{PLURAL}|{TIER}?{HONORIFIC})\s+{NAMES}(?:\s\([^()]{{1,40}}\))?)"
PEOPLE = rf"(?:{PERSON}(?:{SEPARATOR}(?:{PERSON}|{NAMES})){{0,9}})"


@dataclass(slots=True)
class Found:
    """The people of one declaration and where its statement begins within ``[start, end)``."""

    start: int
    end: int
    people: list[Person]
    statement: int
    listed: bool


@cache
def title_pattern() -> re.Pattern[str]:
    """A title or sentence under which declarations stand."""
    return re.compile(
        r"(?:declar|disclos)\w{0,20}+\b.{0,80}\binterests?\b|conflicts?\sof\sinterests?|interests?\sdeclared"
        r"|datgan\w{0,20}+\b.{0,40}\b(?:d?diddordeb|[bf]uddian(?:t|nau))",
        re.I | re.S,
    )


@cache
def _verb() -> re.Pattern[str]:
    """What makes the person before it declare, or the person behind it."""
    starts = openings((*DECLARE_VERBS, *OWN_VERBS, "made", "interest", "declaration"))
    return re.compile(
        rf"""
        \b (?={starts}) (?: (?P<active>
            (?: {"|".join(DECLARE_VERBS)} ) \s+ (?! no\b | nothing\b | that\s+(?:he|she|they|s/he)\s+had\s+no\b )
                (?: [^.;]{{0,100}}? (?: \b(?:interests?|conflicts?)\b | (?-i:\b(?:DPI|NRI|ORI|OSI)s?\b) )
                  | (?: (?:on|in|for|under|re)\s+ (?:agenda\b|items?\b|minutes?\b|applications?\b|planning\b|\d) ) )
          | (?: {"|".join(OWN_VERBS)} ) \s+ (?: (?:that\s+)? (?:he|she|they)\s+ (?:had|has|have)\s+ )?
                (?: an? | his | her | their ) \s+ (?: [\w-]{{3,16}} \s+ (?:and\s+)? ){{0,3}}? (?: interest | conflict )
          | made \s+ (?: an? | the\s+following | declarations? ) \s+ (?: \w+ \s+ )?
                (?: declaration | of\s+ [\w\s]{{0,20}} interest )
        )
        | (?P<passive> (?: interests? | declarations? (?: \s of \s interests? )? ) [^.;]{{0,100}}?
            \b (?: declared | made | received | disclosed | noted ) \s+ (?: by | from ) \s+ )
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{PEOPLE})")


@cache
def _gap() -> re.Pattern[str]:
    """What may stand between the person and the verb: adverbs, a bracket, a clause between commas."""
    return re.compile(
        rf"(?:\s*,[^,;]{{1,120}},)?\s*(?:\([^()]{{0,80}}\)\s*)?(?:(?:{'|'.join(ADVERBS)})\s+){{0,2}}\Z", re.I
    )


@cache
def _bare_subject() -> re.Pattern[str]:
    """Initials or a name without honorific right before the verb."""
    one = rf"(?:{INITIALS}|{NAME}[ ]{NAMES})"
    return re.compile(rf"(?<!\w)(?P<people>{one}(?:{SEPARATOR}{one}){{0,5}})\s+(?:(?:{'|'.join(ADVERBS)})\s+){{0,2}}\Z")


# What may follow the name in an entry of a list.
AFTER_NAME = r"""
    [\u2013\u2014:|(] | -\s
    | ,?\s*+ (?: (?: re | regarding | in\s+(?:respect|relation|regard|item|agenda|minute|application) | on | for
        | as\s+an? | being | agenda | e?items? | minutes? | personal | prejudicial | pecuniary | non | disclosable
        | other ) \b | \d )
"""


@cache
def _listed() -> re.Pattern[str]:
    """An entry of a list: a person, then a dash, colon, bracket or preposition, or nothing; or the item before it."""
    return re.compile(
        rf"""[|*\s]{{0,4}} (?: (?P<before> [^.\r\n]{{1,100}}? ) \s? [\u2013\u2014:|-] \s+ )? (?P<people> {PEOPLE} )
        (?= \s*+ (?: [.]?\s*+\Z | {AFTER_NAME} ) )""",
        re.VERBOSE,
    )


@cache
def _bare_listed() -> re.Pattern[str]:
    """An entry below a sentence that announces a list, in which a name needs no honorific: "A Ash - Trustee"."""
    return re.compile(
        rf"""{_listed().pattern}
        | [|*\s]{{0,4}} (?! (?i: {alternatives(NO_NAMES)} ) \b )
          (?! [^\r\n\u2013\u2014-]{{0,40}} \b(?i: interest | declar ) )
          (?P<bare> {NAMES} (?: {SEPARATOR}{NAMES} ){{0,5}} ) (?= \s++ [\u2013\u2014-] \s | \s*+ \( )""",
        re.VERBOSE,
    )


@cache
def _line_start() -> re.Pattern[str]:
    return re.compile(r"[\r\n]\s*")


@cache
def _pronouns(people: int) -> re.Pattern[str]:
    """Words at the start of a sentence that mean the person who declared, or all of several."""
    one = r"He|She|They|The\s(?:councillor|member|officer)"
    return re.compile(rf"(?:{one if people == 1 else 'They|Both'})\b", re.IGNORECASE)


@cache
def _apart() -> re.Pattern[str]:
    """Words of a sentence about a person who takes no part, whether or not the person leaves."""
    return re.compile(
        r"\b(?:left|leave|withdrew|withdraw|vacated|retired|remained|stayed|(?:took|take)\s+no\s+part|not\s+(?:take\s+part|vote|participate"
        r"|speak)|abstain\w*|interest)\b",
        re.IGNORECASE,
    )


def declaring_words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words stand by which somebody declares an interest in ``[start, end)``, or ``None``."""
    match = _verb().search(text, start, end)
    return match.span() if match is not None else None


def is_declarations_title(title: str) -> bool:
    """True for the title of the item in which interests are declared."""
    lowered = title.lower()
    return ("ntere" in lowered or "dordeb" in lowered or "uddian" in lowered) and title_pattern().search(
        title
    ) is not None


def read_declarations(reader: Reader, blocks: Sequence[Block], title: str | None = None) -> list[Node]:
    """The declarations of one item, in order, as contract nodes; several people in one sentence give one each.

    Under a ``title`` that announces declarations, and in a list below a sentence that does ("The following interests
    were declared:"), entries without a verb count too; such blocks, if they hold nothing else, become ``taken``.
    """
    under_title = title is not None and is_declarations_title(title)
    if not blocks or not (under_title or _may_declare(reader.text, blocks[0].start, blocks[-1].stop)):
        return []
    listing = _listed() if under_title else None
    nodes: list[Node] = []
    flat = [block for top in blocks for block in top.walk() if block.kind != "heading"]
    at = 0
    while at < len(flat):
        block = flat[at]
        following = flat[at + 1] if at + 1 < len(flat) else None
        rows, after = read_table(reader, flat, at) if under_title else ([], at)
        if rows:
            nodes += rows
            at = after
            continue
        at += 1
        if not _goes_on(reader, block, listing, under_title):
            listing = _listed() if under_title else None
        if listing is None and not _may_declare(reader.text, block.body, block.end):
            continue
        nodes += _read_block(reader, block, following, listing)
        if _announces(reader, block):
            listing = _bare_listed()
    return nodes


def _goes_on(reader: Reader, block: Block, listing: re.Pattern[str] | None, under_title: bool) -> bool:
    """True where a list that a sentence announced has the block as an entry; below a title it may be a paragraph."""
    if block.kind in ("point", "table"):
        return True
    return under_title and listing is not None and listing.match(reader.text, block.body, block.end) is not None


def _may_declare(text: str, start: int, end: int) -> bool:
    return (
        text.find("nterest", start, end) >= 0
        or text.find("declar", start, end) >= 0
        or text.find("isclos", start, end) >= 0
    )


def _announces(reader: Reader, block: Block) -> bool:
    """True where the block ends with a colon after a sentence about declarations: "as follows:", ":-"."""
    if ":" not in reader.text[max(block.body, block.end - 4) : block.end]:
        return False
    return title_pattern().search(reader.text, block.body, block.end) is not None


def _entries(reader: Reader, block: Block, listing: re.Pattern[str]) -> list[tuple[int, int]]:
    """The sentences of a list; a line that opens with a person begins one too, as entries have no full stop."""
    units: list[tuple[int, int]] = []
    for start, end in sentences(reader.text, block.body, block.end):
        begin = start
        for match in _line_start().finditer(reader.text, start, end):
            if listing.match(reader.text, match.end(), end):
                units.append((begin, match.start()))
                begin = match.end()
        units.append((begin, end))
    return [unit for unit in (reader.trim(*unit) for unit in units) if unit[0] < unit[1]]


def _read_block(reader: Reader, block: Block, following: Block | None, listing: re.Pattern[str] | None) -> list[Node]:
    text = reader.text
    if listing is None and _verb().search(text, block.body, block.end) is None:
        return []
    units = _entries(reader, block, listing) if listing is not None else sentences(text, block.body, block.end)
    own = len(units)
    if following is not None:
        units += sentences(text, following.body, following.end)[:FOLLOWING]
    nodes: list[Node] = []
    covered = entries = 0
    for index, unit in enumerate(units[:own]):
        found = _prose(reader, *unit) or (_entry(reader, *unit, listing) if listing is not None else None)
        if found is None:
            continue
        entries += found.listed
        covered += 1
        later: set[int] = set()
        for person in found.people:
            last = _last_about(reader, units, index, person, _pronouns(len(found.people)))
            later.update(range(index + 1, min(last + 1, own)))
            nodes.append(_node(reader, found, person, units[index + 1 : last + 1]))
        covered += len(later)
    # A number would be lost with its block.
    if entries and covered == own and not block.children and not block.has_word_label(text):
        block.taken = True
    return nodes


def _prose(reader: Reader, start: int, end: int) -> Found | None:
    """A declaration told by its verb."""
    text = reader.text
    for verb in _verb().finditer(text, start, end):
        if verb.start("passive") >= 0:
            subject = _subject().match(text, verb.end(), end)
            if subject is not None:
                return _found(reader, start, end, subject.span(), start)
            continue
        last = None
        for subject in _subject().finditer(text, max(start, verb.start() - SUBJECT_REACH), verb.start()):
            last = subject
        if last is not None and _gap().match(text, last.end(), verb.start()):
            return _found(reader, start, end, last.span(), verb.start())
        bare = _bare_subject().search(text, max(start, verb.start() - NAME_REACH), verb.start())
        if bare is not None:
            return _found(reader, start, end, bare.span("people"), verb.start())
    return None


def _entry(reader: Reader, start: int, end: int, listing: re.Pattern[str]) -> Found | None:
    """An entry of a list of declarations."""
    match = listing.match(reader.text, start, end)
    if match is None:
        return None
    people = match.span("people") if match["people"] else match.span("bare")
    found = _found(reader, start, end, people, start)
    if found is not None:
        found.listed = True
    return found


def _found(reader: Reader, start: int, end: int, people: tuple[int, int], statement: int) -> Found | None:
    persons = split_people(reader, *people)
    if len(persons) == 2:
        _share_surname(reader, persons, end)
    return Found(start, end, persons, statement, False) if persons else None


def _share_surname(reader: Reader, persons: list[Person], end: int) -> None:
    """Give the first of "Councillors George and Judith Ash both" the surname that the two share.

    That it is one is told by "both" or "each" behind a text that prints no "Councillor George", or by "George Ash".
    """
    first, second = persons
    parts = second.name.split()
    if not first.single or len(parts) != 2 or not (second.shared or is_shared_title(first.honorific)):
        return
    text = reader.text[max(0, first.start - NAMESAKE_REACH) : end + NAMESAKE_REACH]
    whole = f"{first.name} {parts[1]}"
    both = BOTH.match(reader.text, second.name_end, end) is not None
    if whole in text or (both and not re.search(rf"\w\.?[ ]{re.escape(first.name)}\b(?! and)", text)):
        first.name = whole


def _last_about(
    reader: Reader, units: Sequence[tuple[int, int]], index: int, person: Person, pronouns: re.Pattern[str]
) -> int:
    """Index of the last unit after ``index`` that says what this person did about the interest."""
    surname = person.name.split()[-1] if person.name else ""
    last = index
    for later in range(index + 1, min(index + 1 + FOLLOWING, len(units))):
        start, end = units[later]
        about = pronouns.match(reader.text, start, end) if later == last + 1 else None
        if about is None and (not surname or reader.text.find(surname, start, end) < 0):
            continue
        if _apart().search(reader.text, start, end) is None or _verb().search(reader.text, start, end):
            break
        last = later
    return last


def _node(reader: Reader, found: Found, person: Person, later: Sequence[tuple[int, int]]) -> Node:
    ranges = [(found.statement, found.end), *later]
    end = later[-1][1] if later else found.end
    item = _item_of(reader.text, found)
    return {
        "id": "",
        "name": person.name,
        "person": None,
        "honorific": person.honorific,
        "interest": interest_in(reader.text, found.start, found.end),
        "item": reader.string(*item) if item else None,
        "left_meeting": left_meeting(reader.text, ranges),
        "text": reader.string(found.start, end),
        "span": reader.span(found.start, end),
    }


def _item_of(text: str, found: Found) -> Range | None:
    for start in dict.fromkeys((found.statement, found.start)):
        item = item_in(text, start, found.end)
        if item is None and found.listed:
            item = listed_item_in(text, start, found.end)
        if item is not None:
            return item
    return None
