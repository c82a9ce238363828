"""A reference to an item that these minutes do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.signs import matches_at
from minutesparse.checks.series import Series, forms

# In lowered text they match "minute cs.06", "minute no. 45/23", "item c/7 below".
NUMBER = r"""
    s? \b (?: [ ] (?: no | number | ref | reference )\b \.? )?+ :? \s
    (?P<number> [a-z]{0,5} [ ./-]? \d{1,4} (?: [./-] \d{1,4} ){0,3} )
    (?! [\w/-] | \.\d )
    (?P<where> \s (?: above | below )\b )?+
    """
REFERENCES = {
    "item": re.compile(rf"item (?<! \w item ) {NUMBER}", re.VERBOSE),
    "minute": re.compile(rf"minute (?<! \w minute ) (?! [ ]item) {NUMBER}", re.VERBOSE),
}
KINDS = ("agenda ", "minute ")  # before "item"
# Words after a reference that send it to the minutes of another meeting, and a date right after it.
ELSEWHERE = re.compile(
    r"\bdated\b|\b(?:of|from|at|in|on)\b[^.;\r\n]{0,40}?\b(?:meeting|minutes|last|previous|agenda|report|act|\d{4})\b",
    re.IGNORECASE,
)
DATE = re.compile(r"\W{0,3}(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:19|20)\d\d\b|\d{1,2}(?:st|nd|rd|th)?[ ][A-Z][a-z]{2})")
REACH = 60  # characters after a reference in which such words stand


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.text
    outer = [series for series in page.series if series.siblings is page.document["items"] and series.counts_figures]
    if not outer:
        return
    series = outer[0]
    values = {step.value for step in series.steps}
    first, last = min(_known(series)), max(_known(series))
    found = [match for sign, pattern in REFERENCES.items() for match in matches_at(sign, pattern, page.lowered)]
    for match in found:
        number = text[slice(*match.span("number"))]
        plain = series.form == "#" and number.isdecimal()
        if plain and match["where"] is None:
            continue  # agendas number their items apart from the minutes
        value = next((value for form, value in forms(number) if form == series.form), None)
        if value is None or value in values or value < first or not _in_sentence(page, match.start()):
            continue
        if _is_elsewhere(text, match.end()) or number in page.openings:
            continue
        ends = series.steps[-1].item["number"] if value > last else None
        why = f", items end at {ends}" if ends else ""
        yield Found(match.start("number"), match.end("number"), f"there is no item {number}{why}")


def _in_sentence(page: Page, start: int) -> bool:
    """True where words of a sentence stand before; else "Item 45/23" opens an item of its own."""
    start -= next((len(kind) for kind in KINDS if page.lowered.endswith(kind, 0, start)), 0)
    before = page.text[max(0, start - 2) : start].strip(" (")[-1:]
    return before.islower() or before == ","


def _is_elsewhere(text: str, end: int) -> bool:
    """True where the words after a reference say that it goes to other minutes."""
    return DATE.match(text, end) is not None or ELSEWHERE.search(text, end, end + REACH) is not None


def _known(series: Series) -> list[int]:
    return [step.value for step in series.steps if step.value is not None]


RULE = Rule(
    code="MP308",
    name="unknown-item-reference",
    summary="The text refers to an item that these minutes do not have",
    why="Whoever follows the reference finds nothing; most often items were renumbered after it was written.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

FP.01 Declarations of interest
Cllr Ann Vale declared an interest in Minute FP.05 below.

FP.02 Minutes
The minutes of 6 May were approved.

FP.03 Grants
The village hall was given £200.

FP.04 Next Meeting
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

FP.01 Declarations of interest
Cllr Ann Vale declared an interest in Minute FP.03 below.

FP.02 Minutes
The minutes of 6 May were approved.

FP.03 Grants
The village hall was given £200.

FP.04 Next Meeting
Monday 1 July.
""",
    at=(5,),
)
