"""A name with and without a letter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, islice

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.attendance.names import (
    SHORTEST_LIKE,
    is_like,
    places_of_word,
    surname,
    title_before,
)
from minutesparse.facts.attendance_tokens import KNOWN, lexicon

NAME = re.compile(rf"[A-Z](?:[\w'\u2019-]){{{SHORTEST_LIKE - 1},}}+")
PART = SHORTEST_LIKE // 2
"""Letters of half a name; one letter that is wrong leaves the first or the last ones as they were."""

MOST_RARE = 3
"""A spelling that stands more often is another person's name."""

MOST_NEAR = 60
MOST_ASKED = 200
"""Names that a word is compared with, and pairs that are looked up: a list of numbered people is long."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    names = {surname(person["name"]) for person in page.document["attendance"]}
    likely = [name for name in sorted(names) if len(name) >= SHORTEST_LIKE and not lexicon().get(name, 0) & KNOWN]
    if not likely:
        return
    by_first: dict[str, list[str]] = defaultdict(list)
    by_last: dict[str, list[str]] = defaultdict(list)
    for name in likely:
        by_first[name[:PART]].append(name)
        by_last[name[-PART:]].append(name)
    asked = MOST_ASKED
    for spelling in dict.fromkeys(NAME.findall(page.text)):
        word = spelling.lower()
        begun, ended = by_first.get(word[:PART], []), by_last.get(word[-PART:], [])
        if not (begun or ended):
            continue
        word = word.replace("\u2019", "'")
        if word in names or word.removesuffix("'s") in names or word.rstrip("'") in names:
            continue
        like = [name for name in islice(chain(begun, ended), MOST_NEAR) if is_like(word, name)]
        for name in like[:asked]:
            asked -= 1
            if _is_misspelt(page, word, name):
                yield _found(page, word, name)
                break


def _found(page: Page, word: str, name: str) -> Found:
    start, right = (next(places_of_word(page.lowered, one)) for one in (word, name))
    wrong, other = page.text[start : start + len(word)], page.text[right : right + len(name)]
    message = f'"{wrong}", but "{other}" on line {page.source.line_of(right)}'
    return Found(start, start + len(word), message)


def _is_misspelt(page: Page, word: str, name: str) -> bool:
    """True where the rarer spelling stands behind the same title, or the same forename or initials, as the other."""
    places = list(places_of_word(page.lowered, word))
    if not 0 < len(places) <= MOST_RARE or word + "s" == name or name + "s" == word:
        return False
    others = list(places_of_word(page.lowered, name))
    if len(others) < len(places):
        return False
    before = {_before(page.text, place) for place in others} - {None}
    return all((own := _before(page.text, place)) is not None and own in before for place in places)


FORENAME = re.compile(r"(?P<forename>[A-Z](?:[.]|[\w'\u2019-]{0,20}+))[ \t]\Z")


def _before(text: str, place: int) -> str | None:
    """The title or else the forename or initial that stands before a surname; ``None`` where neither does."""
    title = title_before(text, place)
    if title is not None and title not in COMMON_TITLES:
        return "title"
    match = FORENAME.search(text[max(0, place - 20) : place])
    return match["forename"].rstrip(".").lower() if match is not None else title


COMMON_TITLES = ("mr", "mrs", "ms", "miss", "dr")
"""Titles that anybody has; those of members are few, so that two names behind them are the more likely one."""


RULE = Rule(
    code="MP209",
    name="name-spelled-two-ways",
    summary="A name of the attendance is spelled with another letter elsewhere",
    why="A search for the member's name misses the motion or the vote, and a reader may take them for two people.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Hawthorn (Chair), Cllr B Rowan, Cllr C Thorn

1. Paths
RESOLVED: That the stile be mended. Proposed by Cllr Hawthorn, seconded by Cllr Rowan.

2. Trees
Cllr Hawthron reported on the oak.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Hawthorn (Chair), Cllr B Rowan, Cllr C Thorn

1. Paths
RESOLVED: That the stile be mended. Proposed by Cllr Hawthorn, seconded by Cllr Rowan.

2. Trees
Cllr Hawthorn reported on the oak.
""",
    at=(10,),
    whole=True,
)
