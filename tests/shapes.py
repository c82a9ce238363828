"""Shapes of text that may cost more than their length: what repeats, nests and never ends."""

from __future__ import annotations

from collections.abc import Callable

Shape = Callable[[int], str]

HEAD = "Elmstow Parish Council\n\n1. Pond\n"


def nested(count: int) -> str:
    return "".join("  " * (at % 100) + f"{'abcdefgh'[at % 8]}) point\n" for at in range(count))


def people(count: int) -> str:
    names = [f"Name{at}" for at in range(count)]
    moved = "".join(f"Moved by Cllr {name} and carried.\n" for name in names)
    return "Present:\n" + "".join(f"Cllr A {name}\n" for name in names) + "1. Pond\n" + moved


# Each with the number of its repetitions; the first are the issue's own.
SHAPES: dict[str, tuple[Shape, int]] = {
    "100,000 markers on a line": (lambda n: HEAD + "1. " * n, 100_000),
    "100,000 markers in brackets": (lambda n: HEAD + "(a) " * n, 100_000),
    "100,000 items on a line": (lambda n: HEAD + "".join(f"{at}. Item " for at in range(n)), 100_000),
    "1,000,000 blank lines": (lambda n: HEAD + "\n" * n + "Resolved to go.\n", 1_000_000),
    "a line of 10 MB": (lambda n: HEAD + "The clerk reported that the pump had been mended. " * n, 200_000),
    "10,000 nested markers": (nested, 10_000),
    "10,000 markers in each other on a line": (lambda n: HEAD + "1. " + "a) i) (1) " * n, 10_000),
    "actions on a line": (lambda n: HEAD + "Action: Clerk to go. " * n, 40_000),
    "actions apart": (lambda n: HEAD + "Action: Clerk to go.\n\n" * n, 20_000),
    "actions under decisions": (lambda n: HEAD + "RESOLVED that it go.\n\nAction: Clerk to go.\n\n" * n, 6_000),
    "decisions on a line": (lambda n: HEAD + "It was agreed to go. " * n, 20_000),
    "movers and votes": (lambda n: HEAD + "Moved by Elm. Ayes: Birch. Noes: None. Carried 2-0. " * n, 10_000),
    "a roll of names": (lambda n: HEAD + "Moved by Elm.\nAyes: " + "Birch, Elm, " * n, 40_000),
    "as many people as movers": (people, 4_000),
    "attendance on a line": (lambda n: "Present: " + "Cllr A Birch, " * n, 30_000),
    "declarations": (lambda n: "1. Declarations of interest\n" + "Cllr Elm declared an interest.\n" * n, 10_000),
    "times and dates": (lambda n: HEAD + "The meeting was adjourned at 7.30pm until 3 May 2023. " * n, 10_000),
    "lists that begin again and miss a number": (
        lambda n: "1. Pond Works\nDug.\n\n2. Weir\nMended.\n\n4. Ferry Fares\nKept.\n\n" * n,
        4_000,
    ),
    "rows of a Markdown table": (lambda n: "| 1. | Pond Works | Dug. |\n" * n, 20_000),
    "titles and dashes": (lambda n: "".join(f"Pond {at} — No report\n\n" for at in range(n)), 20_000),
    "names over speeches": (lambda n: HEAD + "Ann Elm\nMs Elm said that the pump had been mended.\n" * n, 10_000),
    "headings alone": (lambda n: "# Pond\n" * n, 40_000),
    "page breaks": (lambda n: "\x0cPage 1\nMinutes of Elmstow\n" * n, 20_000),
    "meetings": (
        lambda n: "".join(f"Minutes of 3 May {at + 1000}\nPresent: A\n{HEAD}Closed.\n" for at in range(n)),
        6_000,
    ),
    "an item page": (lambda n: "Agenda item\nPond\nMinutes:\n" + "Resolved: That it be done.\n" * n, 20_000),
    "a meeting page": (lambda n: "Agenda and minutes\nNo. Item\n1.\n" + "Pond\n" * n, 60_000),
    "words, each on a line": (lambda n: HEAD + "pond\n" * n, 100_000),
    "other words, each on a line": (lambda n: HEAD + "".join(f"pond{at}\n" for at in range(n)), 30_000),
    "words apart": (lambda n: HEAD + "Pond\n\n" * n, 20_000),
    "bullets ever deeper": (lambda n: HEAD + "".join(" " * at + "- p\n" for at in range(n)), 1_000),
    "10,000 bullets in each other": (lambda n: HEAD + "".join(" " * (at % 200) + "- p\n" for at in range(n)), 10_000),
    "100,000 names on a line": (lambda n: "Present: " + "".join(f"Cllr A Elm{at}, " for at in range(n)), 100_000),
    "names on lines": (lambda n: "Present:\n" + "".join(f"Ann Elm{at}\n" for at in range(n)) + "1. Pond\n", 15_000),
    "10,000 movers": (
        lambda n: HEAD + "".join(f"Moved by Cllr Elm{at}, seconded by Cllr Ash{at}. Carried.\n" for at in range(n)),
        10_000,
    ),
    "a roll call on lines": (
        lambda n: HEAD + "Motion carried.\n" + "".join(f"Cllr Elm{at} - aye\n" for at in range(n)),
        15_000,
    ),
    "headings in capitals": (lambda n: "".join(f"POND {at}\n\n" for at in range(n)), 20_000),
    "100,000 numbered headings": (lambda n: "".join(f"{at}. Pond\n\n" for at in range(1, n + 1)), 100_000),
    "dotted headings": (lambda n: "".join(f"{at // 9}.{at % 9} Pond\n\n" for at in range(9, n + 9)), 20_000),
    "bold headings": (lambda n: "".join(f"**Pond {at}**\n\n" for at in range(n)), 15_000),
    "roman headings": (lambda n: "".join(f"{'xvi'[at % 3]}. Pond\n\n" for at in range(n)), 20_000),
    "tables of actions": (
        lambda n: HEAD + "| Action | Owner | Date |\n| --- | --- | --- |\n| Dig pond | Clerk | May |\n\n" * n,
        4_000,
    ),
    "rows of actions": (lambda n: HEAD + "| Action | Owner |\n" + "| Dig pond | Clerk |\n" * n, 12_000),
    "cells of a row": (lambda n: HEAD + "| a " * n + "|\n", 80_000),
    "columns apart": (lambda n: HEAD + "Action    Owner    Date\n" + "Dig pond    Clerk    May\n" * n, 12_000),
    "clauses": (lambda n: HEAD + "RESOLVED: That\n" + "".join(f"({at % 999}) it go;\n" for at in range(n)), 15_000),
    "dates on lines": (lambda n: HEAD + "3 May 2023\n" * n, 25_000),
    "links": (lambda n: HEAD + "[Pond](http://a.example/c) " * n, 14_000),
    "documents": (lambda n: "Agenda item\nPond\nAdditional documents:\n" + "Pond PDF 20 KB\n" * n, 18_000),
    "signatures": (lambda n: HEAD + "Signed: ________ Chairman\n" * n, 12_000),
    "owners": (lambda n: HEAD + "Action: Clerk, Chair, Dr Elm and Pond Committee to dig by 3 May.\n" * n, 4_000),
    "times of closing": (lambda n: HEAD + "The meeting closed at 9pm.\n" * n, 11_000),
    "next meetings": (lambda n: HEAD + "Next meeting: 3 May 2023 at 7pm in the Hall.\n" * n, 7_000),
    "departures": (lambda n: "Present: Cllr A Elm\n" + HEAD + "Cllr Elm left the meeting at 7pm.\n" * n, 9_000),
    "attendance labels": (lambda n: "Apologies: Cllr A Elm\n" * n, 14_000),
}


def of_one_character(character: str) -> Shape:
    """A line of nothing but ``character``, and one of it with words between."""
    return lambda n: HEAD + character * n + "\n" + (character + " A") * (n // 3) + "\n"


ODD = "aA1 .,:;-()\t_*|/'\"&#<>\u00e9\u2019\u2013\u00a0@\u00a3?[]{}\\\r\x0c\u200b\u2028\x01\ue000\U0001f525"
SHAPES |= {f"1 MB of {character!a}": (of_one_character(character), 500_000) for character in ODD}
