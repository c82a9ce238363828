"""What was to be filled in and was not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.lines import Line

PLACEHOLDER = re.compile(
    r"""
    \[ \s? (?: (?i: insert | enter | add | fill[ ]in | to[ ]be[ ](?:inserted|completed|added|confirmed|checked) ) \b
             | (?i: tbc | tbd | tba | todo | xx+ | name | date | time | venue | amount | number | figure )
               \s? (?= \] ) ) [^\[\]\r\n]{0,80} \]
  | < (?i: insert | enter | name | date | venue | amount ) (?: \s [^<>\r\n]{1,60} )? >
  | \b (?: TODO | FIXME ) \b
  | (?<! [\w.] ) (?: X{4,12} | 20XX | \u00a3 \s? [Xx]{1,6} (?: \.[Xx]{2} )?
                   | [Xx]{2} [/.] [Xx]{2} [/.] (?: [Xx]{2,4} | \d{4} ) ) \b
  | \?{2,8}
  | (?i: \b lorem[ ]ipsum \b )
  """,
    re.VERBOSE,
)
# What makes any of these possible; tested first because most texts hold none.
SIGNS = ("[", "<", "TODO", "FIXME", "XX", "??", "\u00a3x", "\u00a3X", "xx", "orem ipsum", "OREM IPSUM", "\u00a3 X")
# "Minutes taken by: TBC". The next meeting's date and place may well be unknown, so its labels are none of these.
LABELLED = re.compile(
    r"""
    (?i: present | apologies | chair(?:man|person|woman)? | in[ ]the[ ]chair | clerk | minutes[ ](?:taken[ ])?by
       | proposed(?:[ ]by)? | proposer | moved(?:[ ]by)? | mover | seconded(?:[ ]by)? | seconder | resolved | decision
       | votes?(?:[ ]for)? | owner | action )
    \s? : \s* (?P<left> (?i: tbc | tbd | tba | to[ ]be[ ](?:confirmed|completed|added) ) | \? ) \.? \Z
    """,
    re.VERBOSE,
)
# A blank to be filled in by hand within a sentence; forms to be signed have theirs at a line's end or after a label.
BLANK = re.compile(r"(?<=[a-z,] )_{3,}+(?= [a-z]{2,})")
SIGNING = re.compile(r"\bsign|\bdated?\b|\bday of\b|\bwitness", re.IGNORECASE)


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.text
    if any(sign in text for sign in SIGNS):
        for match in PLACEHOLDER.finditer(text):
            if match[0][0] != "?" or _is_gap(text, *match.span()):
                yield Found(*match.span(), f"'{match[0]}' was to be filled in")
    labels = any(sign in text for sign in ("TB", "tb", "To be", "to be", ": ?", ":?"))
    blanks = " ___" in text
    if not labels and not blanks:
        return
    for line in page.lines:
        if line.blank:
            continue
        if labels and line.stop - line.start < 60 and (left := LABELLED.match(text, line.start, line.stop)):
            yield Found(*left.span("left"), f"'{left['left']}' was to be filled in")
        if blanks and (blank := BLANK.search(text, line.start, line.stop)) and not SIGNING.search(text, *_of(line)):
            yield Found(*blank.span(), "a blank was to be filled in")


def _of(line: Line) -> tuple[int, int]:
    return line.start, line.stop


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
