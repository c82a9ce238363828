"""Names of the attendance against names of the text: surnames, titles before them, where a reference stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from minutesparse.checks.page import Page
from minutesparse.facts.attendance_tokens import HONOUR, KNOWN, SUFFIX, TITLED, lexicon
from minutesparse.facts.people import matching
from minutesparse.reader import Node

WORD = re.compile(r"[^\W\d_](?:[\w'\u2019-])*+")

AWAY = ("apologies", "absent")
HERE = ("present", "in_attendance")

FEWEST_PRESENT = 3
"""An attendance of fewer members was most likely not read, or not printed, as a whole."""

MOST_UNLISTED = 5
SHORTEST_SURNAME = 3

COMES = re.compile(
    r"\b(?:arriv\w*|join\w*|late|enter\w*|return\w*|remote\w*|online|zoom|teams|video|telephone|phone|co-?opt\w*|elect\w*"
    r"|appoint\w*|to[ ]order|presid(?:ed|ing)|sworn|oath|acceptance[ ]of[ ]office|substitut\w*|attend\w*)\b"
)
"""Words by which somebody who is in no list was there all the same."""

NEAR = 160


@dataclass(slots=True)
class Unlisted:
    """Somebody who acts at the meeting and is not recorded as there; ``places`` are where the text names him."""

    name: str
    status: str | None  # that of the attendance: ``apologies`` or ``absent``; ``None`` where no list has the name
    places: list[tuple[int, int]] = field(default_factory=list)


@lru_cache(maxsize=1024)  # the same few people act throughout a file
def surname(name: str) -> str:
    """The last word of a name in lower case, honours and "Jr" left out; empty where there is no word."""
    known = lexicon()
    found = [word for word in WORD.findall(name) if not known.get(word.lower(), 0) & (HONOUR | SUFFIX)]
    return found[-1].lower().replace("\u2019", "'") if found else ""


def unlisted(page: Page, references: Iterable[tuple[Node, Node]]) -> list[Unlisted]:
    """Those of the references (with the node around each) that the attendance does not know as there.

    Silent where the attendance can hardly be whole: few members, many who are in no list, or more than a third of all.
    """
    attendees = page.document["attendance"]
    if sum([person["status"] == "present" for person in attendees]) < FEWEST_PRESENT:
        return []
    listed: dict[str, list[Node]] = {}
    for person in attendees:
        listed.setdefault(surname(person["name"]), []).append(person)
    found: dict[str, Unlisted] = {}
    names = strangers = 0
    for reference, around in references:
        last = surname(reference["name"])
        if len(last) < SHORTEST_SURNAME:
            continue
        names += 1
        same = listed.get(last, [])
        if any(person["status"] in HERE for person in same) or (same and not matching(reference["name"], same)):
            continue
        strangers += not same
        one = found.setdefault(last, Unlisted(reference["name"], same[0]["status"] if same else None))
        one.places.append(place_of_name(page, reference["name"], around))
    if strangers * 3 > names or len(found) > MOST_UNLISTED:
        return []
    return [one for last, one in found.items() if _is_surely_absent(page, last, one)]


def _is_surely_absent(page: Page, last: str, one: Unlisted) -> bool:
    """True for a name that the text gives a title, that no list prints in another form, and that nobody saw arrive."""
    if any(lexicon().get(word.lower(), 0) & KNOWN for word in WORD.findall(one.name)):
        return False
    start, end = _lists(page)
    titled = False
    for place in places_of_word(page.lowered, last):
        if one.status is None and start <= place < end:
            return False
        if COMES.search(page.lowered, max(0, place - NEAR // 2), place + NEAR) and not start <= place < end:
            return False
        titled = titled or title_before(page.text, place) is not None
    return titled and not any(is_like(last, surname(person["name"])) for person in page.document["attendance"])


def _lists(page: Page) -> tuple[int, int]:
    """Offsets from the first to the last attendee, with the line around."""
    spans = [person["span"] for person in page.document["attendance"]]
    last = page.line_at(max(span["end"] for span in spans) - 1)
    return min(span["start"] for span in spans), last.stop


def places_of_word(text: str, word: str) -> Iterator[int]:
    """Where a whole word stands in a text."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not (text[place - 1 : place].isalpha() or text[end : end + 1].isalpha()):
            yield place
        place = text.find(word, end)


FORENAMES = 2
"""Most forenames and initials that stand between a title and a surname."""


def title_before(text: str, place: int) -> str | None:
    """The title in lower case that stands before a surname, initials or forenames between; ``None`` without one."""
    before = text[max(0, place - 40) : place].split()
    for word in before[: -FORENAMES - 2 : -1]:
        title = word.lower().rstrip(".")
        if lexicon().get(title, 0) & TITLED:
            return title
        if not word[0].isupper() or word[-1] in ",;:":
            return None
    return None


def place_of_name(page: Page, name: str, around: Node) -> tuple[int, int]:
    """Where a name stands in the node that refers to it, or the node's first line."""
    start, end = around["span"]["start"], around["span"]["end"]
    found = page.text.find(name, start, end)
    if found < 0:
        name = name.split()[-1]
        found = page.text.find(name, start, end)
    return (found, found + len(name)) if found >= 0 else (start, min(end, page.line_at(start).stop))


SHORTEST_LIKE = 6
"""Shorter names are one letter apart by right: Brown and Browne are two people, Hall and Hill two names."""


def is_like(one: str, other: str) -> bool:
    """True for two long words that one letter put in, left out, changed, or two swapped, make the same."""
    if one == other or min(len(one), len(other)) < SHORTEST_LIKE or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    return (
        rest[1:] == other_rest[1:]
        or rest[1:] == other_rest
        or rest == other_rest[1:]
        or (rest[:2] == other_rest[:2][::-1] and rest[2:] == other_rest[2:])
    )
