"""People as minutes print them: one person, a list of people, a reference to one, and whose name it is.

A list is cut into segments; a segment is a person, a post that belongs to the person before it, letters such as MBE, or
nothing. What is neither capitalised like a name nor introduced by a title is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from minutesparse.facts.attendance_entries import (
    Person,
    extend,
    finish,
    has_post_bracket,
    is_initials,
    is_inverted,
    is_plural,
    is_shared_title,
    person_of,
    precede,
)
from minutesparse.facts.attendance_tokens import (
    INITIALS,
    LINK,
    POST,
    POSTISH,
    TITLE,
    Segment,
    lexicon,
    segments_of,
    tokens_of,
)
from minutesparse.reader import Node, Reader
from minutesparse.source import from_text
from minutesparse.vocabulary import people as vocabulary

__all__ = ["Person", "link", "matching", "parse_person", "reference", "split_people"]


def parse_person(reader: Reader, start: int, end: int) -> Person | None:
    """The one person printed in ``[start, end)``, all that follows the name read as post or remark; None if nobody.

    "Ms A Vale, Head of Parks and Paths" is a person with a post; "Head of Parks" is none.
    """
    tokens = tokens_of(reader.text, start, end)
    person: Person | None = None
    for segment in segments_of(tokens):
        if person is None:
            person = person_of(reader, segment) or person
            if person is None and not all(token.flags & POSTISH for token in segment.tokens):
                return None
        elif segment.tokens[0].kind != "number":
            person.end = max(person.end, segment.tokens[-1].end)
    if person is not None:
        finish(reader, person, tokens)
    return person


def split_people(reader: Reader, start: int, end: int) -> list[Person]:
    """The people of a list in ``[start, end)``; line ends count as spaces.

    Separators are ``;`` ``,`` ``|`` "and" "&", dashes, wide gaps, and a title after a name. A title in the plural holds
    for the names after it; a post after a comma, a dash or in brackets belongs to the person before it, and to the
    person after it where the list begins with a post.
    """
    tokens = tokens_of(reader.text, start, end)
    segments = segments_of(tokens)
    people = _List(reader, sum([segment.sep == ";" for segment in segments]) > 1)
    for segment in segments:
        people.take(segment)
    found = list(_parted(reader, people.found))
    for person in found:
        finish(reader, person, tokens)
    return found


# The most characters of `INITIALS`.
MOST_INITIALS = 6

# A body after a titled name ("Ms A Vale, NHS Wexshire"), not a person's initials.
ACRONYM = re.compile(r"[A-Z]{3,6} (?![A-Z]+\Z)")


class _List:
    """A list of people as far as it is read.

    ``shared`` is the plural title that holds for the names to come; ``waiting`` are posts that no person precedes;
    ``posts_first`` says that this list prints posts before names; ``semicolons`` that commas part no people.
    """

    __slots__ = ("found", "posts_first", "reader", "semicolons", "shared", "since_semicolon", "waiting")

    def __init__(self, reader: Reader, semicolons: bool) -> None:
        self.reader = reader
        self.semicolons = semicolons
        self.found: list[Person] = []
        self.shared: str | None = None
        self.waiting: list[Segment] = []
        self.posts_first = False
        self.since_semicolon = 0

    def take(self, segment: Segment) -> None:
        """Read one segment: a person of its own, or something of the last one."""
        if segment.sep == ";":
            self.since_semicolon = 0
        if segment.labelled:
            self.waiting.clear()
            return
        last = self.found[-1] if self.found else None
        if last is not None and last.single and not last.titled and is_inverted(segment):
            last.end = last.name_end = segment.tokens[-1].end
            last.name = self.reader.string(last.name_start, last.name_end)
        elif last is not None and segment.sep == "dash" and not segment.tokens[0].flags & TITLE:
            extend(last, segment)
        elif (person := person_of(self.reader, segment)) is not None and self._stands(person, segment, last):
            self._add(person, segment)
        elif last is not None and _announces(segment):
            self.waiting.append(segment)
        elif last is None or (self.posts_first and segment.sep != "gap" and not is_initials(segment)):
            self.posts_first = self.posts_first or last is None
            self.waiting.append(segment)
        else:
            extend(last, segment)

    def _stands(self, person: Person, segment: Segment, last: Person | None) -> bool:
        """False for what looks like a name but is part of a post: a lone word, an entry within semicolons."""
        if person.titled or self.shared:
            return True
        if last is None:
            return not (person.single and self.waiting)
        if last.titled and ACRONYM.match(person.name):
            return False
        if person.single and not last.single:
            return has_post_bracket(self.reader, segment)
        return not (self.semicolons and self.since_semicolon and segment.sep in (",", "and"))

    def _add(self, person: Person, segment: Segment) -> None:
        if person.tier and self.shared and segment.sep == "and":
            person.tier = False  # "Councillors A, B and County Councillor C": counted among the members
        if person.titled:
            self.shared = person.honorific if is_plural(segment) else None
        elif self.shared:
            person.honorific, person.shared = self.shared, True
        taken = self.found[-1].end if self.found else 0  # the person before may have grown over what waited
        waiting = [wait for wait in self.waiting if wait.tokens[0].start >= taken]
        self.waiting = []
        if waiting and all(token.flags & (POSTISH | LINK) for wait in waiting for token in wait.tokens):
            precede(self.reader, person, waiting)
            person.shared, self.shared = False, None
            if is_plural(waiting[-1]):
                self.shared = person.honorific
        self.since_semicolon += 1
        self.found.append(person)


def _announces(segment: Segment) -> bool:
    """True for "and the Clerk", a post whose holder comes after it."""
    tokens = segment.tokens
    return (
        segment.sep == "and"
        and tokens[0].text == "the"
        and tokens[-1].flags & POST != 0
        and all(token.flags & (POSTISH | LINK) for token in tokens)
    )


def _parted(reader: Reader, people: list[Person]) -> Iterator[Person]:
    """The people, with two names that lost the comma between them taken apart.

    Four full forenames and surnames in a row are two people; so are two surnames in a list of surnames.
    """
    singles = sum([person.single for person in people])
    for person in people:
        name = reader.text[person.name_start : person.name_end]
        parts = name.split()
        surnames = person.shared and person.end == person.name_end and 2 < singles >= len(people) - 2
        if (len(parts) == 4 or (len(parts) == 2 and surnames)) and all(
            len(part.rstrip(".")) > 1 and part.lower() not in vocabulary.PARTICLES for part in parts
        ):
            second = person.name_start + name.index(parts[len(parts) // 2], len(parts[0]))
            yield from _halves(reader, person, second)
        else:
            yield person


def _halves(reader: Reader, person: Person, second: int) -> tuple[Person, Person]:
    """Two people of one whose name is two; the second begins at offset ``second`` and has what follows the name."""
    start, end = reader.trim(person.name_start, second)
    left = replace(person, name_end=end, end=end, name=reader.string(start, end), roles=list(person.roles), periods=[])
    right = replace(
        person,
        start=second,
        name_start=second,
        name=reader.string(second, person.name_end),
        roles=[],
        periods=[],
        post=None,
    )
    right.titled = right.tier = False
    if not person.shared:
        right.shared = is_shared_title(person.honorific)
        right.honorific = person.honorific if right.shared else None
    return left, right


def reference(reader: Reader, start: int, end: int) -> Node:
    """A reference to the person printed in ``[start, end)``: the name without honorific, to be linked later.

    The honorific is kept beside it, since "Ms" tells which of two of a name is meant.
    """
    first, stop, honorific = _name_within(reader.text[start:end])
    return {"name": reader.string(start + first, start + stop), "person": None, "honorific": honorific}


@lru_cache(maxsize=2048)
def _name_within(printed: str) -> tuple[int, int, str | None]:
    """Where the first name stands in what is printed, and its honorific; all of it if there is none.

    Votes print the same names often.
    """
    person = parse_person(Reader(from_text(printed)), 0, len(printed))
    return (person.name_start, person.name_end, person.honorific) if person is not None else (0, len(printed), None)


class Roll:
    """Attendees by the last word of their names and by their initials, so that no name is held against them all."""

    def __init__(self, attendees: Iterable[Node] = ()) -> None:
        self._by_last: dict[str, list[Node]] = {}
        self._by_initials: dict[str, list[Node]] = {}
        self._waiting: list[Node] = []  # who is not yet in `_by_initials`: few texts print names as initials
        for attendee in attendees:
            self.add(attendee)

    def add(self, attendee: Node) -> None:
        """Take an attendee in, after those that are there."""
        have = _letters(attendee["name"])
        if have:
            self._by_last.setdefault(have[-1], []).append(attendee)
            self._waiting.append(attendee)

    def matching(self, name: str, honorific: str | None = None) -> list[Node]:
        """As the function `matching`, of all that are in the roll."""
        wanted = _letters(name)
        if not wanted:
            return []
        fit = list(self._by_last.get(wanted[-1], ()))
        letters = _printed_initials(name)
        if letters:
            fit += [one for one in self._with_initials(letters) if all(one is not other for other in fit)]
        return _fitting(wanted, letters, fit, honorific)

    def _with_initials(self, letters: str) -> list[Node]:
        """Those whose initials, printed or made of the name, are ``letters``."""
        for attendee in self._waiting:
            for initials in {_initials(_letters(attendee["name"])), attendee.get("initials") or ""}:
                self._by_initials.setdefault(initials, []).append(attendee)
        self._waiting.clear()
        named = self._by_initials.get(letters, [])
        if letters.isupper():
            return named
        return named + [one for one in self._by_initials.get(letters.upper(), ()) if all(one is not n for n in named)]


def link(name: str, roll: Roll, honorific: str | None = None) -> str | None:
    """Id of the one attendee that a printed name or initials mean, or None where nobody or more than one fits.

    "J Ashe", "Ashe" and "Jane Ashe" fit "Jane Ashe"; "JA" fits who has these initials printed or made of the name.
    """
    found = roll.matching(name, honorific)
    return found[0]["id"] if len(found) == 1 else None


def matching(name: str, attendees: Iterable[Node], honorific: str | None = None) -> list[Node]:
    """The attendees that a printed name may mean, those with the very name before others; "Mr" is never a "Ms"."""
    wanted = _letters(name)
    if not wanted:
        return []
    letters = _printed_initials(name)
    surname = "" if letters else wanted[-1].rpartition("'")[2]
    # most have another surname, so that they are sorted out before anything else is asked
    fit = [attendee for attendee in attendees if surname in attendee["name"].lower()]
    return _fitting(wanted, letters, fit, honorific)


def _printed_initials(name: str) -> str:
    """``name`` where it is no more than initials, else nothing."""
    bare = name.strip()
    return bare if len(bare) <= MOST_INITIALS and INITIALS.match(bare) else ""


def _fitting(wanted: tuple[str, ...], letters: str, attendees: Iterable[Node], honorific: str | None) -> list[Node]:
    exact: list[Node] = []
    loose: list[Node] = []
    printed: list[Node] = []
    for attendee in attendees:
        have = _letters(attendee["name"])
        if not have or _contradict(honorific, attendee["honorific"]):
            continue
        if wanted == have:
            exact.append(attendee)
        elif letters and letters == attendee.get("initials"):
            printed.append(attendee)  # outweighs those that somebody's name only would make
        elif _compatible(wanted, have) or (letters and letters.upper() == _initials(have)):
            loose.append(attendee)
    return exact or printed or loose


def _contradict(one: str | None, other: str | None) -> bool:
    """True where one title is a man's and the other a woman's."""
    if not one or not other:
        return False
    titles = {title.lower().strip(".") for title in (one, other)}
    return bool(titles & {"mr", "sir"}) and bool(titles & {"mrs", "ms", "miss", "dame", "lady"})


@cache
def _splitter() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_](?:[\w'\u2019-])*+")


@lru_cache(maxsize=1024)
def _letters(name: str) -> tuple[str, ...]:
    """The words of a name in lower case; "M.R." and "MR" before a surname are two initials."""
    found: list[str] = []
    for word in _splitter().findall(name):
        if 1 < len(word) <= 3 and word.isupper() and len(name) > len(word) and "'" not in word:
            found.extend(word.lower())
        else:
            found.append(word.lower().replace("\u2019", "'"))
    known = lexicon()
    while len(found) > 1 and known.get(found[0], 0) & TITLE:
        del found[0]
    if "," in name:  # "Ashe, J."
        found = found[1:] + found[:1]
    return tuple(found)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words).upper()


def _compatible(one: Sequence[str], other: Sequence[str]) -> bool:
    """True where two names have the same surname and no forename of one contradicts the other."""
    if one[-1] != other[-1]:
        return False
    return all(
        a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))
        for a, b in zip(_forenames(one), _forenames(other), strict=False)
    )


def _forenames(words: Sequence[str]) -> Sequence[str]:
    """The words before the surname, whose particles are its own: none of "Van Moss", one of "A. van der Moss"."""
    stop = len(words) - 1
    while stop and words[stop - 1] in vocabulary.PARTICLES:
        stop -= 1
    return words[:stop]
