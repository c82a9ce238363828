"""What was to be filled in and was not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule

# Each with the signs that a text must hold before it is searched, the one that is found fastest first.
PLACEHOLDERS = (
    (
        ("[",),
        re.compile(
            r"""
            \[ \s? (?: (?i: insert | enter | add | fill[ ]in | to[ ]be[ ](?:inserted|completed|added) ) \b
                     | (?i: tbc | tbd | tba | todo | xx+ | name | date | time | venue | amount | number | figure )
                       \s? (?= \] ) ) [^\[\]\r\n]{0,80} \]
            """,
            re.VERBOSE,
        ),
    ),
    (("<",), re.compile(r"<(?i:insert|enter|name|date|venue|amount)(?:\s[^<>\r\n]{1,60})?>")),
    (("TODO",), re.compile(r"\bTODO\b")),
    (("X", "FIXME"), re.compile(r"\bFIXME\b")),
    (("X", "XX"), re.compile(r"(?<![\w.])(?:X{4,12}|20XX)\b")),
    (("X", "XX/"), re.compile(r"(?<![\w.])XX/XX/(?:X{2,4}|\d{4})\b")),
    (("X", "\u00a3X"), re.compile("\u00a3X{1,6}(?:\\.XX)?\\b")),
    (("x", "\u00a3", "\u00a3x"), re.compile("\u00a3x{1,6}(?:\\.xx)?\\b")),
    (("?", "??"), re.compile(r"\?{2,8}")),
    (("orem ipsum",), re.compile(r"\b[Ll]orem ipsum\b")),
)
# "Minutes taken by: TBC". The next meeting's date and place may well be unknown, so its labels are none of these.
LEFT = re.compile(r":[ \t]*+(?P<left>(?i:tbc|tbd|tba|to be (?:confirmed|completed|added))|\?)\.?[ \t]*+(?=[\r\n]|\Z)")
LABEL = re.compile(
    r"""
    (?: present | apologies | chair(?:man|person|woman)? | in[ ]the[ ]chair | clerk | minutes[ ](?:taken[ ])?by
      | proposed(?:[ ]by)? | proposer | moved(?:[ ]by)? | mover | seconded(?:[ ]by)? | seconder | resolved | decision
      | votes?(?:[ ]for)? | owner | action ) \s?
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A blank to be filled in by hand within a sentence; forms to be signed have theirs at a line's end or after a label.
BLANK = re.compile(r"_{3,80}+(?= [a-z]{2,})")
REACH = 120
SIGNING = re.compile(r"\bsign|\bdated?\b|\bday of\b|\bwitness", re.IGNORECASE)


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.text
    for signs, pattern in PLACEHOLDERS:
        for match in pattern.finditer(text) if all(sign in text for sign in signs) else ():
            if signs[0] != "?" or _is_gap(text, *match.span()):
                yield Found(*match.span(), f"'{match[0]}' was to be filled in")
    for match in LEFT.finditer(text):
        if LABEL.fullmatch(text, page.line_at(match.start()).start, match.start()):
            yield Found(*match.span("left"), f"'{match['left']}' was to be filled in")
    for match in BLANK.finditer(text) if "_" in text and " ___" in text else ():
        before = text[match.start() - 2 : match.start()]
        if (
            before[1:] == " "
            and (before[0].islower() or before[0] == ",")
            and not SIGNING.search(text, *_of(page, match))
        ):
            yield Found(*match.span(), "a blank was to be filled in")


def _of(page: Page, match: re.Match[str]) -> tuple[int, int]:
    """The line around a blank, as far as a label may stand from it."""
    line = page.line_at(match.start())
    return max(line.start, match.start() - REACH), min(line.stop, match.end() + REACH)


def _is_gap(text: str, start: int, end: int) -> bool:
    """True where question marks stand for what the writer did not know: they close no question."""
    before, after = text[start - 1 : start], text[end : end + 2]
    return before in ("", "(", "[", "\n", "\u00a3") or (before == " " and after[:1] == " " and after[1:].islower())


RULE = Rule(
    code="MP803",
    name="placeholder",
    summary="Something was to be filled in and was not",
    why="The record lacks a name, a date or a sum, and shows that nobody read it before it was published.",
    check=_check,
    bad="1. Finance\nThe clerk's salary of [insert sum] was noted.\n",
    good="1. Finance\nThe clerk's salary of \u00a3412.00 was noted.\n",
    at=(2,),
)
