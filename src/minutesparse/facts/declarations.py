"""Declarations of interest: who declared which interest in which item, and whether the person left.

In prose a declaration is told by its verb ("Councillor Ash declared a personal interest in item 5"). Under a title or a
sentence that announces declarations, a list needs no verb ("Cllrs Ash & Birch re 2443"). Whoever is not named is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from minutesparse.block import Block
from minutesparse.facts.owners import HONORIFIC, INITIALS, NAME, NAMES, PLURAL, SEPARATOR, TIER
from minutesparse.facts.people import Person, split_people
from minutesparse.facts.sentences import sentences
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary.declarations import ADVERBS, DECLARE_VERBS, INTEREST_KINDS, OWN_VERBS, PLACES

# Sentences after a declaration in which its person may leave.
FOLLOWING = 3
# Characters before a verb in which its people are looked for, and in which a name without honorific is looked for.
SUBJECT_REACH = 400
NAME_REACH = 80

TITLE_EXAMPLES = (
    ("Declarations of Interest", True),
    ("Disclosure of Pecuniary Interest and General Nature Thereof", True),
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
    ("Cllr Ash asked for advice.", []),
    ("None.", []),
)

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
        r"(?:declar|disclos)\w*\b.{0,80}\binterests?\b|conflicts?\sof\sinterests?|interests?\sdeclared"
        r"|datgan\w*\b.{0,40}\bd?diddordeb",
        re.I | re.S,
    )


@cache
def _verb() -> re.Pattern[str]:
    """What makes the person before it declare, or the person behind it."""
    return re.compile(
        rf"""
        \b (?: (?P<active>
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
    return re.compile(PEOPLE)


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
    return re.compile(rf"(?P<people>{one}(?:{SEPARATOR}{one}){{0,5}})\s+(?:(?:{'|'.join(ADVERBS)})\s+){{0,2}}\Z")


@cache
def _listed() -> re.Pattern[str]:
    """An entry of a list: a person, then a dash, colon, bracket or preposition, or nothing; or the item before it."""
    return re.compile(
        rf"""[|*\s]{{0,4}} (?: (?P<before> [^.\r\n]{{1,100}}? ) \s? [\u2013\u2014:|-] \s+ )? (?P<people> {PEOPLE} )
        (?= \s* (?: [.]?\s*\Z | [\u2013\u2014:|(] | -\s
          | ,?\s* (?: (?: re | regarding | in\s+(?:respect|relation|regard|item|agenda|minute|application) | on
                | for | agenda | items? | minutes? | personal | prejudicial | pecuniary | non | disclosable | other ) \b
            | \d ) ) )""",
        re.VERBOSE,
    )


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        r"""\b (?: agenda | minute | e?item )s? (?: \s+ (?: items? | agenda ) )? \s*
            (?: (?:no|number|nos|ref)\b [.:]{0,2} \s* | \# )?
            (?P<number> (?-i: [A-Z]{1,4}[.\s/-]? )? \d{1,4} (?: [./-]\d{1,4} ){0,3} [a-z]?\b (?: \([a-z]{1,3}\) )? )""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _listed_item() -> re.Pattern[str]:
    """In a list the number alone, after "re" or a dash."""
    return re.compile(
        r"(?:\b(?:re|on|in|regarding)\s+|[\u2013\u2014:|-]\s*)(?P<number>\d{1,4}(?:\.\d{1,3})?[a-z]?)(?![\w/.]*[/\w])"
    )


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in INTEREST_KINDS)


@cache
def _line_start() -> re.Pattern[str]:
    return re.compile(r"[\r\n]\s*")


@cache
def _pronouns(people: int) -> re.Pattern[str]:
    """Words at the start of a sentence that mean the person who declared, or all of several."""
    one = r"He|She|They|The\s(?:councillor|member|officer)"
    return re.compile(rf"(?:{one if people == 1 else 'They|Both'})\b", re.IGNORECASE)


@cache
def _left() -> re.Pattern[str]:
    place = rf"[^.;]{{0,40}}\b(?:{'|'.join(PLACES)})\b"
    return re.compile(
        rf"""\b (?: (?P<stayed> (?: did | do | does )\s+not\s+(?:leave|withdraw){place}
                    | (?: remained | stayed ) \s+ (?:in|for|within|at) {place} )
              | (?P<left> left{place} | vacated{place} | withdrew\b | retired\s+from{place}
                    | left\s+(?:during|while|for|before)\b ) )""",
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _apart() -> re.Pattern[str]:
    """Words of a sentence about a person who takes no part, whether or not the person leaves."""
    return re.compile(
        r"\b(?:left|leave|withdrew|withdraw|vacated|retired|remained|stayed|(?:took|take)\s+no\s+part|not\s+(?:take\s+part|vote|participate"
        r"|speak)|abstain\w*|interest)\b",
        re.IGNORECASE,
    )


def is_declarations_title(title: str) -> bool:
    """True for the title of the item in which interests are declared."""
    return ("ntere" in (lowered := title.lower()) or "dordeb" in lowered) and title_pattern().search(title) is not None


def read_declarations(reader: Reader, blocks: Sequence[Block], title: str | None = None) -> list[Node]:
    """The declarations of one item, in order, as contract nodes; several people in one sentence give one each.

    Under a ``title`` that announces declarations, and in a list below a sentence that does ("The following interests
    were declared:"), entries without a verb count too; such blocks, if they hold nothing else, become ``taken``.
    """
    under_title = title is not None and is_declarations_title(title)
    if not blocks or not (under_title or _may_declare(reader.text, blocks[0].start, blocks[-1].stop)):
        return []
    listing = under_title
    nodes: list[Node] = []
    flat = [block for top in blocks for block in top.walk() if block.kind != "heading"]
    for index, block in enumerate(flat):
        if not under_title:
            listing = listing and block.kind in ("point", "table")
            if not listing and not _may_declare(reader.text, block.body, block.end):
                continue
        following = flat[index + 1] if index + 1 < len(flat) else None
        nodes += _read_block(reader, block, following, listing)
        listing = listing or _announces(reader, block)
    return nodes


def _may_declare(text: str, start: int, end: int) -> bool:
    return (
        text.find("nterest", start, end) >= 0
        or text.find("declar", start, end) >= 0
        or text.find("isclos", start, end) >= 0
    )


def _announces(reader: Reader, block: Block) -> bool:
    """True where the block ends with a colon after a sentence about declarations."""
    if not reader.text.endswith(":", block.body, block.end):
        return False
    return title_pattern().search(reader.text, block.body, block.end) is not None


def _entries(reader: Reader, block: Block) -> list[tuple[int, int]]:
    """The sentences of a list; a line that opens with a person begins one too, as entries have no full stop."""
    units: list[tuple[int, int]] = []
    for start, end in sentences(reader.text, block.body, block.end):
        begin = start
        for match in _line_start().finditer(reader.text, start, end):
            if _listed().match(reader.text, match.end(), end):
                units.append((begin, match.start()))
                begin = match.end()
        units.append((begin, end))
    return [unit for unit in (reader.trim(*unit) for unit in units) if unit[0] < unit[1]]


def _read_block(reader: Reader, block: Block, following: Block | None, listing: bool) -> list[Node]:
    text = reader.text
    if not listing and _verb().search(text, block.body, block.end) is None:
        return []
    units = _entries(reader, block) if listing else sentences(text, block.body, block.end)
    own = len(units)
    if following is not None:
        units += sentences(text, following.body, following.end)[:FOLLOWING]
    nodes: list[Node] = []
    covered = entries = 0
    for index, unit in enumerate(units[:own]):
        found = _prose(reader, *unit) or (_entry(reader, *unit) if listing else None)
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
    if entries and covered == own and not block.children:
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


def _entry(reader: Reader, start: int, end: int) -> Found | None:
    """An entry of a list of declarations."""
    match = _listed().match(reader.text, start, end)
    if match is None:
        return None
    found = _found(reader, start, end, match.span("people"), start)
    if found is not None:
        found.listed = True
    return found


def _found(reader: Reader, start: int, end: int, people: tuple[int, int], statement: int) -> Found | None:
    persons = split_people(reader, *people)
    return Found(start, end, persons, statement, False) if persons else None


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
    return {
        "id": "",
        "name": person.name,
        "person": None,
        "honorific": person.honorific,
        "interest": _interest(reader.text, found.start, found.end),
        "item": _item_number(reader, found),
        "left_meeting": _left_meeting(reader.text, ranges),
        "text": reader.string(found.start, end),
        "span": reader.span(found.start, end),
    }


def _interest(text: str, start: int, end: int) -> str | None:
    for kind, words in _kinds():
        if words.search(text, start, end):
            return kind
    return None


def _item_number(reader: Reader, found: Found) -> str | None:
    for start in dict.fromkeys((found.statement, found.start)):
        match = _item().search(reader.text, start, found.end)
        if match is None and found.listed:
            match = _listed_item().search(reader.text, start, found.end)
        if match is not None:
            return reader.string(*match.span("number"))
    return None


def _left_meeting(text: str, ranges: Iterable[tuple[int, int]]) -> bool | None:
    for start, end in ranges:
        match = _left().search(text, start, end)
        if match is not None:
            return match.start("left") >= 0
    return None
