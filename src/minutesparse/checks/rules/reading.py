"""MP0: what reading the file had to say; `diagnostics` declares these.

Of those, MP007 to MP009 are left to the rules of MP1, MP3 and MP8, which say the same with more care.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.diagnostics import RULES as DIAGNOSTICS


def _reported(code: str) -> Callable[[Page, Options], Iterator[Found]]:
    def check(page: Page, options: Options) -> Iterator[Found]:
        for diagnostic in page.document["diagnostics"]:
            if diagnostic["code"] == code:
                span = diagnostic["span"]
                start, end = (span["start"], span["end"]) if span else page.first
                yield Found(start, end, diagnostic["message"])

    return check


def _rule(name: str, why: str, bad: str, good: str, at: tuple[int, ...], encoding: str = "utf-8") -> Rule:
    diagnostic = DIAGNOSTICS[name]
    return Rule(
        code=diagnostic.code,
        name=name,
        summary=diagnostic.summary.rstrip("."),
        why=why,
        check=_reported(diagnostic.code),
        bad=bad,
        good=good,
        at=at,
        encoding=encoding,
        since="0.1.0",
    )


GOOD = """\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies
There were none.
"""

UNREADABLE = Rule(
    code="MP000",
    name="unreadable",
    summary="The file cannot be read as text",
    why="A file that is missing, locked, binary or a PDF was not checked, and says nothing to those who come after.",
    check=lambda page, options: iter(()),  # the run reports it: there is no text that a rule could see
    bad="%PDF-1.7\n",
    good=GOOD,
    at=(),
    severity="error",
)

RULES = (
    UNREADABLE,
    _rule(
        "not-utf-8",
        "A file in another encoding is guessed at by each program that opens it, and pound signs and accents are the "
        "first to go; `minutesparse clean` writes it in UTF-8.",
        GOOD.replace("There were none.", "The caf\u00e9 lease was renewed."),
        GOOD,
        (1,),
        "windows-1252",
    ),
    _rule(
        "double-encoded",
        "Readers see signs for which no one can tell the word that was meant, and searches miss it.",
        GOOD.replace("There were none.", "The Chair\u00e2\u20ac\u2122s apologies were noted."),
        GOOD.replace("There were none.", "The Chair\u2019s apologies were noted."),
        (5,),
    ),
    _rule("empty", "An empty file is no record; most often a conversion failed.", "\n", GOOD, (1,)),
    _rule(
        "no-heading",
        "Without headings nobody can refer to an item, and no tool can tell one from the next.",
        "Minutes of the meeting held on Monday 3 June 2024\n\nthe council met and it was resolved to mend it.\n",
        GOOD,
        (1,),
    ),
    _rule(
        "not-minutes",
        "An agenda or a transcript in the place of the minutes records no decision.",
        "You are summoned to a meeting that will be held on Monday 3 June 2024\n\n1. Apologies\n2. Finance\n",
        GOOD,
        (1,),
    ),
    _rule(
        "not-english",
        "Words in another language are not read, so that other findings would mean nothing.",
        (
            "Cynhaliwyd cyfarfod o'r cyngor yn y neuadd ac yr oedd y cadeirydd yn bresennol gyda'r aelodau i gyd yno.\n"
            * 5
        ),
        GOOD,
        (1,),
    ),
    _rule(
        "truncated",
        "What the page leaves out is no part of what is published here.",
        "Agenda and minutes\nOxbow Cabinet\nMonday, 3rd June, 2024 2.00 pm\n\nVenue: Town Hall\n\nItems\nNo. Item\n\n"
        "1.\n\nLeases\n\nMinutes:\n\nThe Leader spoke of the leases ... view the full minutes text for item 1.\n",
        GOOD,
        (10,),
    ),
)
