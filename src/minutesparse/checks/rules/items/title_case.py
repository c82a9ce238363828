"""Headings that are set in other letters than the house style asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import such

WORD = re.compile(r"[^\W\d_](?:[\w'\u2019-])*+")
# Words that stand in small letters within a title: articles, conjunctions and prepositions, in lower case.
SMALL = frozenset(
    ("a", "an", "the", "and", "or", "nor", "but", "for", "of", "on", "in", "at", "to", "by", "with", "from", "as", "is",
     "if", "per", "via", "into", "under", "over", "until", "up", "vs")
)  # fmt: skip

# Words that have a capital with the name after them.
BEFORE_NAMES = frozenset(("Councillor", "Councillors", "Cllr", "Cllrs", "Mr", "Mrs", "Ms", "Miss", "Dr", "Mayor", "St"))


def _check(page: Page, options: Options) -> Iterator[Found]:
    fits = FORMS.get(page.house.titles or "")
    if fits is None:
        return
    wrong = [item for item in page.items if item["title"] and item["number"] and not fits(WORD.findall(item["title"]))]
    if wrong:
        more = such(len(wrong), "titles")
        yield Found(*page.heading(wrong[0]), f"the title is not in {page.house.titles} case{more}")


def _is_upper(words: list[str]) -> bool:
    return all(word.upper() == word for word in words)


def _is_title(words: list[str]) -> bool:
    """True where each word but small ones has a capital, and not each letter is one."""
    return all(word[0].isupper() or word in SMALL for word in words) and not _shouts(words)


def _is_sentence(words: list[str]) -> bool:
    """True where the first word has a capital and most others, which may be names, have none."""
    others = [
        word
        for before, word in pairwise(words)
        if word.lower() not in SMALL and word not in BEFORE_NAMES and before not in BEFORE_NAMES
    ]
    capitals = sum(word[0].isupper() for word in others)
    return words[:1] == [] or (words[0][0].isupper() and not _shouts(words) and capitals <= len(others) / 2)


def _shouts(words: list[str]) -> bool:
    """True where all words are in capitals; a single short one is an abbreviation ("AOB")."""
    return all(word.isupper() for word in words) and max(map(len, words), default=0) > LONGEST_ABBREVIATION


LONGEST_ABBREVIATION = 5
FORMS: dict[str, Callable[[list[str]], bool]] = {"upper": _is_upper, "title": _is_title, "sentence": _is_sentence}


RULE = Rule(
    code="MP307",
    name="title-case",
    summary="A title is set in other letters than the house style says",
    why="Headings that look alike are found at a glance; one that does not looks like text. Set `titles` in the house "
    "style to `title`, `sentence` or `upper`; without it the rule is silent.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies for Absence
There were none.

2. DATE OF NEXT MEETING
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies for Absence
There were none.

2. Date of Next Meeting
Monday 1 July.
""",
    at=(7,),
    settings={"house-style": {"titles": "title"}},
    severity="info",
)
