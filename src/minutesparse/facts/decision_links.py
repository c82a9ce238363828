"""What ties the decisions of one item to each other and to other items: amendments, repetitions, consent agendas."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.facts.sentences import holds_any
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary.decisions import CONSENT, DISCUSSION_LABELS

# A repetition has at least so many words: two of "Motion carried." are no repetition.
_WORDS = 4


def link_decisions(reader: Reader, nodes: list[Node]) -> None:
    """Fill ``amends``, ``same_as`` (the earlier node itself, its id comes later) and ``covers`` of an item's decisions.

    An amendment changes the motion before it; a decision repeats an earlier one where the label "Minutes:" stands
    between them and the words are the same.
    """
    for index, node in enumerate(nodes):
        span = node["span"]
        words = reader.lowered[span["start"] : span["end"]]
        if "item" in words and holds_any(words, CONSENT):
            node["covers"] = _covered(reader, span["start"], span["end"])
        if not index:
            continue
        if node["is_amendment"]:
            node["amends"] = next((one for one in reversed(nodes[:index]) if one["moved_by"] and _is_motion(one)), None)
        earlier = nodes[index - 1]
        between = reader.lowered[earlier["span"]["end"] : span["start"]]
        if holds_any(between, DISCUSSION_LABELS):
            said = _words_of(node)
            if len(said) >= _WORDS:
                node["same_as"] = next((one for one in nodes[:index] if _words_of(one) == said), None)


def _is_motion(node: Node) -> bool:
    return node["kind"] == "motion" and not node["is_amendment"]


def _words_of(node: Node) -> list[str]:
    """The words of a decision and its clauses without case and punctuation."""
    parts = [node["text"], *_clause_texts(node["clauses"])]
    return re.findall(r"[^\W_]+", " ".join(parts).casefold())


def _clause_texts(clauses: list[Node]) -> list[str]:
    texts: list[str] = []
    for clause in clauses:
        texts += [clause["text"], *_clause_texts(clause["clauses"])]
    return texts


@cache
def _numbers() -> re.Pattern[str]:
    """The numbers or letters of items that a decision names, with those it leaves out.

    Matches "items 8 to 41 except 10 and 11", "Consent items A, B and D"; not "items of business".
    """
    number = r"(?:\d{1,3}(?:\.\d{1,2}){0,2}[a-z]?|[A-Z]\d{0,2})\b"
    joint = r"(?:\s*(?:,|&|[-–—])\s*(?:and\s+)?|\s+(?:and|to|through|thru)\s+)"
    listed = rf"{number}(?:{joint}{number}){{1,40}}"
    return re.compile(
        rf"""
        \b[Ii]tems?\s+ (?:(?:[Nn]umber|[Nn]o)s?\.?\s+)? (?P<all>{listed})
        (?P<but> ,?\s+ (?:except(?:ing)?|excluding|with\s+the\s+exception\s+of|other\s+than|save)
            (?:\s+for)? (?:\s+[Ii]tems?)? (?:\s+[Nn]os?\.?)? \s+ {number}(?:{joint}{number}){{0,20}} )?
        """,
        re.VERBOSE,
    )


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r"\s{0,20}(?:,\s{0,20}+and\s|,|&|\sand\s)\s*+")


def _covered(reader: Reader, start: int, end: int) -> list[str]:
    """The items that a decision takes together, as printed: each by itself, a range or an exception as one."""
    match = _numbers().search(reader.text, start, end)
    if match is None:
        return []
    if match["but"]:
        return [reader.string(match.start("all"), match.end("but"))]
    return [part for part in _joint().split(reader.string(*match.span("all"))) if part]
