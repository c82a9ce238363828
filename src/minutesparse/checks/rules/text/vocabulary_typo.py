"""Typing errors in the words of the genre."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Edit, Fix, Found, Options, Rule

# Words of minutes that are long enough for a slip to be told from another word.
WORDS = (
    "accepted", "accounts", "achieved", "addressed", "adjourned", "agreement", "amendment", "amendments",
    "announcements", "apologies", "application", "applications", "appointed", "appointment", "approval", "approved",
    "attendance", "attended", "authorised", "authorized", "business", "chairman", "chairperson", "circulated",
    "comments", "committee", "committees", "community", "confidential", "confirmed", "considered", "consultation",
    "continued", "correspondence", "councillor", "councillors", "december", "decision", "declaration", "declarations",
    "declared", "department", "development", "disclosure", "discussed", "discussion", "discussions", "distributed",
    "election", "electoral", "expenditure", "february", "financial", "following", "footpath", "footpaths", "forwarded",
    "government", "governor", "governors", "highways", "improvement", "improvements", "information", "insurance",
    "interest", "interests", "investigate", "maintenance", "management", "meeting", "meetings", "minutes",
    "neighbourhood", "nominated", "november", "objection", "objections", "october", "partnership", "payments",
    "pecuniary", "permission", "planning", "presented", "previous", "progress", "proposal", "proposed", "provision",
    "receipts", "received", "recommendation", "recommendations", "recommended", "recorded", "reported",
    "representative", "representatives", "requested", "residents", "resolution", "resolutions", "resolved",
    "responsibility", "safeguarding", "scrutiny", "seconded", "secretary", "september", "subcommittee", "submitted",
    "suggested", "thursday", "treasurer", "trustee", "trustees", "unanimous", "unanimously", "wednesday", "welcomed",
)  # fmt: skip

# Slips that `_slips` does not make, and slips in other words of the language that are never right.
OTHERS = {
    "accomodate": "accommodate", "accomodation": "accommodation", "adjurned": "adjourned", "apologys": "apologies",
    "appologies": "apologies", "attendence": "attendance", "begining": "beginning", "comenced": "commenced",
    "commited": "committed", "correspondance": "correspondence", "corespondance": "correspondence",
    "definately": "definitely", "enviroment": "environment", "enviromental": "environmental", "greatful": "grateful",
    "independant": "independent", "liason": "liaison", "maintainance": "maintenance", "maintenence": "maintenance",
    "maintainence": "maintenance", "neccesary": "necessary", "neccessary": "necessary",
    "necesary": "necessary", "occurance": "occurrence", "occured": "occurred", "occurence": "occurrence",
    "reccommended": "recommended", "recieve": "receive", "recieving": "receiving", "refered": "referred",
    "seperate": "separate", "seperately": "separately", "unaminous": "unanimous", "unaminously": "unanimously",
    "unanimosly": "unanimously", "untill": "until",
}  # fmt: skip

# What `_slips` makes and is a word, a spelling of another country or a name.
REAL = frozenset((
    "apologise", "apologues", "conformed", "councilor", "councilors", "meting", "neighborhood", "panning", "pervious",
    "planing", "precious", "recoded",
))  # fmt: skip

# Keys beside each other on the keyboard of English-speaking countries.
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

# Bytes of letters in lower case, all others as spaces: what parts a text into words fastest.
LETTERS = bytes(byte | 32 if chr(byte).isalpha() and byte < 128 else 32 for byte in range(256))
# Not part of an address, a file name or a hyphenated word.
WORD = re.compile(r"(?<![\w@./-])[A-Za-z]{6,20}+(?![\w@/-])")


@cache
def _typos() -> dict[str, str]:
    """Slips in lower case, with the word that was meant."""
    found = {slip: word for word in WORDS for slip in _slips(word)}
    found.update(OTHERS)
    for word in (*WORDS, *REAL):
        found.pop(word, None)
    return found


@cache
def _as_bytes() -> frozenset[bytes]:
    return frozenset(slip.encode("ascii") for slip in _typos())


def _slips(word: str) -> Iterator[str]:
    """Two letters swapped, one left out, typed twice or struck on the key beside it; the first and last are right."""
    beside = _beside()
    for at in range(1, len(word)):
        before, after = word[:at], word[at + 1 :]
        yield before + word[at] + word[at:]
        if after:
            yield before + after
            yield before + after[0] + word[at] + after[1:]
            yield from [before + key + after for key in beside[word[at]]]


@cache
def _beside() -> dict[str, str]:
    return {key: row[max(0, at - 1) : at] + row[at + 1 : at + 2] for row in ROWS for at, key in enumerate(row)}


def _check(page: Page, options: Options) -> Iterator[Found]:
    if page.document["source"]["language"] not in (None, "en"):
        return
    typos = _typos()
    if _as_bytes().isdisjoint(page.text.encode("ascii", "replace").translate(LETTERS).split()):
        return
    stray = [place(block) for block in page.document["unplaced"]]  # MP801 speaks of these
    seen: dict[str, list[re.Match[str]]] = {}
    for match in WORD.finditer(page.text):
        word = match[0].lower()
        if word in typos and not any(start <= match.start() < end for start, end in stray):
            seen.setdefault(word, []).append(match)
    for word, matches in seen.items():
        first = matches[0]
        edits = tuple(Edit(*match.span(), _cased(typos[word], match[0])) for match in matches)
        others = f", {len(matches)} times" if len(matches) > 1 else ""
        yield Found(
            *first.span(), f"'{first[0]}' for '{edits[0].text}'{others}", Fix(f"write '{edits[0].text}'", edits)
        )


def _cased(word: str, like: str) -> str:
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[0].isupper() else word


RULE = Rule(
    code="MP802",
    name="vocabulary-typo",
    summary="A word that minutes often use is mistyped",
    why="A search for decisions misses one that was 'Resloved', and a reader doubts the care that the rest was given.",
    check=_check,
    bad="1. Finance\nResloved: That the accounts be approved.\n",
    good="1. Finance\nResolved: That the accounts be approved.\n",
    at=(2,),
    fix="unsafe",
    changes=(
        "attendance", "attendance_text", "meeting", "items", "front_matter", "back_matter", "unplaced", "resolutions",
        "actions", "declarations", "public",
    ),
)  # fmt: skip
