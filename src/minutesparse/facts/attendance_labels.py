"""Labels of the attendance part: who is listed after "Present:", "Also in attendance:", "Apologies for absence:"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from minutesparse.reader import Reader
from minutesparse.vocabulary import people as vocabulary


@dataclass(slots=True)
class Group:
    """People under one label: the status that it gives them.

    ``named`` says that the label names the body's members; ``roles`` those that an office label ("Chair:") gives.
    """

    status: str
    named: bool = False
    roles: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Label:
    """A label at ``[start, end)``, its closing mark included, and the group that it opens.

    ``firm`` is False for "Staff:" or "Council:", which are labels only within an attendance part.
    """

    start: int
    end: int
    group: Group
    firm: bool


@cache
def _kinds() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for kind, entries in (
        ("plain", vocabulary.LABEL_WORDS),
        ("plain", vocabulary.NUMBER_WORDS),
        ("member", vocabulary.MEMBER_WORDS),
        ("outside", vocabulary.OUTSIDE_WORDS),
        ("present", vocabulary.PRESENT_WORDS),
        ("apologies", vocabulary.APOLOGY_WORDS),
        ("absent", vocabulary.ABSENT_WORDS),
    ):
        for *before, last in map(str.split, entries):  # of a label in several words, the last tells the kind
            kinds[last] = kind
            for word in before:
                kinds.setdefault(word, "plain")
    return kinds


# Marks that a layout puts before and inside a label: bold, headings, table bars, bullets, tags, escaped list numbers.
_LEAD = re.compile(r"(?:<[^<>]{1,80}>|\d{1,3}\\?[.)](?=\s)|\(\d{1,3}\)|[^\w(<\d\[\r\n]|<)*+")
_WORD = re.compile(r"[^\W\d_](?:[\w'\u2019/]|-(?=\w))*+(?:\(s\))?+")
_GAP = re.compile(r"(?:[ \t\u00a0*_]|\(\d{1,3}\)|</?\w{1,8}>)*+")
_CLOSE = re.compile(
    r"(?:[*_]|</?\w{1,8}>)*+\s{0,20}(?::[-\u2013\u2014]?|[-\u2013\u2014]{1,2}(?=\s)|[\u2013\u2014])(?:[*_]|</?\w{1,8}>)*+"
)
_LINE_END = re.compile(r"[*_ \t]*+(?:[\r\n|]|\Z)")
_WIDE = re.compile(r"[*_]*+(?:\t|[ \u00a0]{2})")


# The most words of a label.
MOST_WORDS = 14


def _after_marks(text: str, start: int, end: int) -> int:
    """Where the words begin; most lines have no marks before them."""
    if text[start : start + 1].isalpha():
        return start
    lead = _LEAD.match(text, start, end)
    return lead.end() if lead else start


def label_at(text: str, start: int, end: int) -> Label | None:
    """The label that opens ``[start, end)``, or None.

    A label is a run of known words with one that tells a status, closed by a colon, a dash, the line's end, a wide
    gap, or a verb ("Present were", "Apologies were received from"); in capitals it needs no closing ("PRESENT Mr Ash").
    """
    at = first = _after_marks(text, start, end)
    kinds = _kinds()
    match = _WORD.match(text, at, end)
    if match is None or _word_of(match) not in kinds:
        return None  # most lines
    seen: list[str] = []
    words: list[str] = []
    stops: list[int] = []
    stop = at
    while match is not None and len(words) < MOST_WORDS:
        low = _word_of(match)
        kind = kinds.get(low)
        if kind is None or (kind == "plain" and seen and _begins_name(text, match, first, stop, "present" in seen)):
            break
        words.append(low)
        seen.append(kind)
        stop = match.end()
        stops.append(stop)
        space = _GAP.match(text, stop, end)
        at = space.end() if space else stop
        if space and not ends_line(text[stop:at]) and _LINE_END.match(text, stop, end):
            break
        match = _WORD.match(text, at, end)
    if not words:
        return None
    label = _label(text, first, stop, end, words, seen)
    while label is None and len(words) > 2 and seen[-1] == "member":  # "Apologies from Councillors …"
        del words[-1], seen[-1], stops[-1]
        label = _label(text, first, stops[-1], end, words, seen)
    return label


def _word_of(match: re.Match[str]) -> str:
    """The word as `_kinds` has it."""
    return match[0].lower().replace("(s)", "")


def _begins_name(text: str, match: re.Match[str], first: int, stop: int, told: bool) -> bool:
    """True for a capital in a label that is not in capitals: an initial, or a post once the status is told."""
    if not text[match.start()].isupper() or _shouts(text, first, stop):
        return False
    return len(match.group()) == 1 or (told and len(match.group()) > 3)


def _shouts(text: str, start: int, end: int) -> bool:
    return text[start:end].isupper()


def _label(text: str, first: int, stop: int, end: int, words: list[str], seen: list[str]) -> Label | None:
    """Decide by the words and by what closes them."""
    statuses = {kind for kind in seen if kind in ("present", "apologies", "absent")}
    if not statuses and not ({"member", "outside"} & set(seen)):
        return None
    close = _CLOSE.match(text, stop, end)
    if close is not None and (close.group().rstrip("*_ \t").endswith(":") or not ends_line(close.group())):
        stop = close.end()
    elif (
        _LINE_END.match(text, stop, end)
        or stop >= end
        or _WIDE.match(text, stop, end)
        or (statuses and words[-1] in ("were", "from", "was", "by", "gan", "of"))
        or (statuses and _shouts(text, first, stop))
    ):
        if not statuses and len(words) > 5:
            return None
    else:
        return None
    return Label(first, stop, Group(_status(words, seen), "member" in seen and "outside" not in seen), bool(statuses))


def _status(words: list[str], seen: list[str]) -> str:
    told = " ".join(words)
    if "absent" in seen or ("present" in seen and ("not" in words or "as láthair" in told)):
        return "absent"
    if "apologies" in seen:
        return "apologies"
    in_attendance = "in attendance" in told
    if "outside" in seen or (in_attendance and "member" not in seen):
        return "in_attendance"
    return "present"


def lead_of(text: str, start: int, end: int, label: Label) -> Label | None:
    """The first half of a label that a narrow column broke: "Others" or "Board Members" on the line above "Present:".

    Its end is where the rest of that line begins; its group is that of both halves together. None if there is none.
    """
    second = [word.lower() for word in _WORD.findall(text[label.start : label.end])]
    if len(second) != 1 or second[0] not in vocabulary.PRESENT_WORDS + vocabulary.ABSENT_WORDS:
        return None
    kinds = _kinds()
    words: list[str] = []
    first = at = _after_marks(text, start, end)
    while (match := _WORD.match(text, at, end)) and kinds.get(match.group().lower()) in ("outside", "member"):
        words.append(match.group().lower())
        space = _GAP.match(text, match.end(), end)
        at = space.end() if space else match.end()
    if not words or len(words) > 3 or (at < end and not text[at].isupper()):
        return None
    words += second
    seen = [kinds[word] for word in words]
    return Label(first, at, Group(_status(words, seen), "member" in seen and "outside" not in seen), True)


@cache
def _office_roles() -> dict[str, str]:
    """The role that each office label gives."""
    return {name: role for role, names in vocabulary.OFFICE_LABELS.items() for name in names}


@cache
def _office() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _office_roles()), key=len, reverse=True))
    return re.compile(rf"(?P<office>{names})[*_]*+[ \t]{{0,3}}(?::|(?=[ \t]*+[\r\n]))[*_]*+", re.IGNORECASE)


def office_at(text: str, start: int, end: int) -> Label | None:
    """The label of one office holder ("Chair:", "Clerk:") that opens ``[start, end)``, or None."""
    first = _after_marks(text, start, end)
    if text.find(":", first, end) < 0 and not ends_line(text[first:end]):
        return None  # most lines
    match = _office().match(text, first, end)
    if match is None:
        return None
    role = _office_roles()[match["office"].lower()]
    return Label(first, match.end(), Group("in_attendance" if role == "clerk" else "present", True, [role]), True)


@cache
def _inner() -> re.Pattern[str]:
    """A label in the middle of running text, closed by a colon."""
    return re.compile(
        r"""
        (?<=\s)
        (?: (?: also | others? | officers? | officials? | board | committee | council | staff | members? | councillors?
              | directors? | trustees? | the | public | following ) \s{1,3} ){0,4}+
        (?: (?: in\ attendance | present | attending | absent | apologies (?:\s{1,3}for\s{1,3}absence)?
              | regrets | attendance )
            (?: \s{1,3} (?:were|was|are|in-person|via\ \w{1,20}|virtually|remotely|online) ){0,2} \s{0,3} :
          | (?<=members\s) present \s were\b
          | (?: chair(?:man|person)? | clerk | distribution | venue ) \s{0,3} : )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


# The most characters of a label before the word that every one holds: four words and the white space after each.
BEFORE_INNER = 70


@cache
def _inner_word() -> re.Pattern[str]:
    """A word that every `_inner` holds, to be found soon in small letters."""
    return re.compile("attend|present|absent|apologies|regrets|chair|clerk|distribution|venue")


def inner_labels(text: str, start: int, end: int) -> list[int]:
    """Offsets in ``(start, end)`` where a further label with its colon begins ("… Apologies: none")."""
    if text.find(":", start, end) < 0 and text.find("were", start, end) < 0 and text.find("WERE", start, end) < 0:
        return []
    word = _inner_word().search(text[start:end].lower())
    if word is None:
        return []
    begin = max(start, start + word.start() - BEFORE_INNER)
    return [match.start() for match in _inner().finditer(text, begin, end) if match.start() > start]


@cache
def _public() -> re.Pattern[str]:
    number = "|".join(vocabulary.NUMBER_WORDS)
    return re.compile(
        rf"""
        \b (?: (?P<before>\d{{1,4}}|{number}) (?:[ ]\(\d{{1,4}}\))? \s+ (?:other[ ]|local[ ])?
               (?: members? \s+ of \s+ (?:the \s+)? (?:public|press|village|community) (?: \s+ and \s+ press)?
                 | (?:parishioners|electors|residents) \b )
             | (?: members? \s+ of \s+ (?:the \s+)? public | public \s+ members? )
               (?: \s+ (?:present|in\s+attendance|attending) )?+ \s{{0,12}} [:\u2013-]?
               \s{{0,60}} (?P<after>\d{{1,4}}|{number})\b (?: [ ]number )?+ )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _public_word() -> re.Pattern[str]:
    """A word that every `_public` holds, to be found soon in small letters."""
    return re.compile("public|press|village|community|parishioners|electors|residents")


def public_of(reader: Reader, start: int, end: int) -> dict[str, object] | None:
    """The contract's ``public`` of "5 members of the public" or "Public: three" in ``[start, end)``, or None."""
    text = reader.text
    if _public_word().search(text[start:end].lower()) is None:
        return None
    match = _public().search(text, start, end)
    if match is None:
        return None
    printed = (match["before"] or match["after"]).lower()
    count = int(printed) if printed.isdigit() else vocabulary.NUMBER_WORDS.index(printed)
    return {"count": count, "text": reader.string(*match.span()), "span": reader.span(*match.span())}


def public_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where unnamed members of the public are counted."""
    return [match.span() for match in _public().finditer(text, start, end)]


def ends_line(text: str) -> bool:
    """True where a line ends within ``text``."""
    return "\n" in text or "\r" in text
