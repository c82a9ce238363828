"""Running text of the attendance part: lists under a label, and sentences that say who came, went or stayed away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutesparse.facts.attendance_labels import Group, inner_labels, label_at, office_at, public_spans
from minutesparse.facts.attendance_remarks import periods_of, roles_of
from minutesparse.facts.attendance_substitutes import substitute_of, substitutes_in
from minutesparse.facts.attendance_tokens import SUFFIX, TITLE, lexicon
from minutesparse.facts.people import Person, parse_person, split_people
from minutesparse.reader import Reader
from minutesparse.vocabulary import people as vocabulary

Found = tuple[Person, Group]
"""A person and the group that the text puts the person in."""


# Characters between a name without a title and the verb that says that the person came or went.
FARTHEST_MOVE = 40

# "Ann Vale, of the County, present." after the list itself.
_ALSO_PRESENT = re.compile(r",\s(?:also\s)?(?:present|in\sattendance)\.?\s*\Z")


_WHO = re.compile(r"[,\s]\s{0,40}+(?:who|both|all)\s*+\Z")


@cache
def _full_stop() -> re.Pattern[str]:
    # one set of characters to look for, which is found several times as fast as two openings
    return re.compile(r"[(.!?](?:(?<=\()[^()]{0,200}\)|(?<=(?P<stop>[.!?]))[\"\u201d)*_]{0,3}(?=\s|\Z))")


_WORD = re.compile(r"\w++")
_BRACKET_OR_WORD = re.compile(r"\([^()]{0,200}\)|\w++")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(vocabulary.SENTENCE_VERBS)


def _first_verb(text: str, start: int, end: int) -> int | None:
    """Offset of the first verb in small letters that stands in no brackets, or None."""
    verbs = _verbs()  # looked up in a set: an alternation of so many words tries each at every word
    if verbs.isdisjoint(_WORD.findall(text, start, end)):
        return None  # most lists
    for match in _BRACKET_OR_WORD.finditer(text, start, end):
        if match[0] in verbs:
            return match.start()
    return None


@cache
def _came_or_not() -> re.Pattern[str]:
    """What a sentence says of the people that it opens with."""
    return re.compile(
        r"""
        \s*+ (?: (?:was|were|is|are|had|have|has|been|being) \s+ ){0,3}+
        (?: (?:also|both|all|now|there|then) \s+ ){0,2}+
        (?: (?P<absent>absent|not\s+present|excused|not\s+in\s+attendance)
          | (?P<attending>in\s+attendance) | (?P<present>present|attended|participated|sworn)
          | (?P<moved>arriv\w+|joined|entered|left|departed)
          | (?P<apologies>(?:sent|gave|given|submit\w*|tendered|offered|extended|apologised|made)\b
                          [^.]{0,60}?(?:apolog\w+|\Z)
                        | (?:cannot|could\s+not|unable\s+to|not\s+able\s+to)\s+(?:attend|be\s+present) ) )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _chairing() -> re.Pattern[str]:
    """Who took the chair, after the words."""
    return re.compile(
        r"""
        (?: meeting \s+ was \s+ chaired \s+ by | chair \s+ was \s+ taken \s+ by | presided \s+ over \s+ by
          | called \s+ to \s+ order \s+ (?:at \s+ \d[\d:.]{0,4} \s* [ap]\.?m\.? \s+)? by ) \s+ (?: the \s+)?
        (?P<who>.{2,80}?) (?=\s+(?:at|on|in|who|and)\b|[.,;(]|\Z)
        """,
        re.VERBOSE | re.IGNORECASE | re.DOTALL,
    )


@cache
def _chaired() -> re.Pattern[str]:
    """Who took the chair, before the words."""
    return re.compile(
        r"""
        (?P<who>.{2,80}?) \s+
        (?: (?:was|were) \s+ in \s+ the \s+ chair | (?:took|assumed|occupied|held) \s+ the \s+ chair | presided
            | chaired\b | called \s+ (?:the \s+ (?:\w+ \s+){0,4}?meeting \s+)? to \s+ order )
        """,
        re.VERBOSE | re.IGNORECASE | re.DOTALL,
    )


@cache
def _one_item() -> re.Pattern[str]:
    """Words after which nobody is the meeting's chair: "took the Chair for this item"."""
    return re.compile(
        r"\b(?:chair(?:ed)?|presided)\b[^.;]{0,60}?\b(?:for|during|on|until)\s+(?:this|that|items?|agenda|minute|the\s+"
        r"(?:next|following|remainder|rest|discussion|consideration|item|election|arrival|return))\b",
        re.IGNORECASE,
    )


@cache
def _apologies_from() -> re.Pattern[str]:
    return re.compile(
        r"""\b (?: apolog(?:y|ies) \b [^.;:]{0,80}? (?: \b(?:from|by|for\s+(?!absence|non|not)) \s+ | :\s* )
                 | (?:received|provided|accepted|tendered|noted|given) \s+ (?:from|for|by|on\s+behalf\s+of) \s+
                 | ymddiheuriadau \s+ gan \s+ (?:y\s+)? )""",
        re.VERBOSE | re.IGNORECASE,
    )


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``[start, end)``; full stops after initials and titles end none, a label begins one."""
    breaks = []
    known = lexicon()
    printed = text[start:end]
    stopped = "." in printed or "!" in printed or "?" in printed
    for match in _full_stop().finditer(text, start, end) if stopped else ():
        if match.start("stop") < 0:
            continue
        stop = match.start("stop")
        word = stop
        while word > start and (text[word - 1].isalnum() or text[word - 1] in ".'\u2019"):
            word -= 1
        low = text[word:stop].lower()
        if (
            len(low) < 2
            or (known.get(low, 0) & (TITLE | SUFFIX))
            or low == "st"
            or ("." in low and text[word].isupper())
        ):
            continue
        breaks.append(match.end())
    breaks.extend(inner_labels(text, start, end))
    begin = start
    for at in sorted(breaks):
        if at > begin:
            yield begin, at
            begin = at
    if begin < end:
        yield begin, end


def read_text(reader: Reader, start: int, end: int, group: Group | None) -> tuple[list[Found], Group | None]:
    """The people of running text, and the group that holds at its end.

    ``group`` holds until a label or a sentence about something else ends it; without one only labelled lists and
    sentences about coming and going count.
    """
    found: list[Found] = []
    low = reader.lowered
    told = low.find(" for ", start, end) >= 0 or low.find(" of ", start, end) >= 0
    for first, last in sentences(reader.text, start, end):
        substitutes = substitutes_in(reader, first, last) if told and group is not None else []
        if substitutes:
            found.extend((person, Group("present", True)) for person in substitutes)
            last = substitutes[0].start
        label = office_at(reader.text, first, last) or label_at(reader.text, first, last)
        if label is not None and (label.firm or group is not None):
            if group is not None and group.named and label.group.status == "present":
                label.group.named = True
            group = label.group
            first = label.end
        verb = _first_verb(reader.text, first, last)
        if verb is None:
            if group is not None:
                own = Group("in_attendance") if _ALSO_PRESENT.search(reader.text, first, last) else group
                found.extend((person, own) for person in read_list(reader, first, last))
            continue
        said = list(_sentence(reader, first, last, verb, group))
        if label is not None and not said and group is not None:
            said = [(person, group) for person in read_list(reader, first, verb)]
        if not said and group is not None and group.status != "apologies":
            group = None
        found.extend(said)
    for person, own in list(found):
        if own.status == "apologies" and (other := substitute_of(reader, person)) is not None:
            found.append((other, Group("present", True)))
    return found, group


def read_list(reader: Reader, start: int, end: int) -> list[Person]:
    """The people of a list, counts of the public left out."""
    spans = (
        public_spans(reader.text, start, end)
        if "ubli" in reader.text[start:end] or "UBLI" in reader.text[start:end]
        else []
    )
    people: list[Person] = []
    for first, last in spans:
        people.extend(split_people(reader, start, first))
        start = last
    return people + split_people(reader, start, end)


def _sentence(reader: Reader, start: int, end: int, verb: int, group: Group | None) -> Iterator[Found]:
    text = reader.text
    low = text[start:end].lower()
    if "apolog" in low or "ymddiheur" in low or (group is not None and group.status == "apologies"):
        match = _apologies_from().search(text, start, end)
        if match is not None and not re.search(r"\bno\s+apolog", low):
            later = _first_verb(text, match.end(), end)
            people = read_list(reader, match.end(), end if later is None else later)
            yield from ((person, Group("apologies")) for person in people)
            return
    said = _came_or_not().match(text, verb, end)
    if said is not None:
        status = (
            "present"
            if said.lastgroup in ("present", "moved")
            else (said.lastgroup or "present").replace("attending", "in_attendance")
        )
        relative = _WHO.search(text, start, verb)
        for person in read_list(reader, start, relative.start() if relative else verb):
            if person.single and not person.titled and person.name.lower() in vocabulary.OUTSIDE_WORDS:
                continue  # "Presenters participated by telephone"
            if said.lastgroup == "moved" and not person.titled and verb - person.name_end > FARTHEST_MOVE:
                continue
            if said.lastgroup in ("present", "moved") and (
                person.roles == ["clerk"] or (not person.titled and group is None and "also" in said.group())
            ):
                status = "in_attendance"
            if said.lastgroup == "moved":
                remark = reader.string(verb, end)
                if len(remark) < 80:
                    person.note = person.note or remark.rstrip(". ")
                person.periods = person.periods or periods_of(remark)
                person.end = max(person.end, end)
            yield person, Group(status, status == "present")
        return
    if "chair" in low or "to order" in low or "presided" in low:
        match = _chairing().search(text, start, end) or _chaired().match(text, start, end)
        if match is not None and _one_item().search(text, match.start(), end) is None:
            yield from _chair(reader, match)
        return
    tail = text[verb:end]
    if re.match(r"\w+\s+(?:the\s+)?following\b", tail) or ":" not in tail:
        return
    colon = verb + tail.index(":") + 1
    before = text[start:colon].lower()
    if "present" in before or "attendance" in before:
        yield from ((person, Group("present", True)) for person in read_list(reader, colon, end))


def _chair(reader: Reader, match: re.Match[str]) -> Iterator[Found]:
    start, end = match.span("who")
    people = read_list(reader, start, end)
    person = people[-1] if people else parse_person(reader, start, end)
    if person is None:
        return
    if "to order" in match.group().lower() and not set(roles_of(reader.string(start, end))) & {"chair", "vice_chair"}:
        return
    role = "vice_chair" if "vice_chair" in person.roles else "chair"
    yield person, Group("present", True, [role])
