"""Interests of which neither kind nor nature is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import once

# Words that bring the nature of an interest, or its kind in other words.
NATURE = re.compile(
    r"""
    \b (?: as | that | because | since | due | being | owing | owns? | owned | owner | family | friend | wife | husband
         | relative | related | member | trustee | governor | employ\w* | works? | worked | neighbour\w* | resident
         | lives? | living | paid | payments? | director | chair\w* | governance | representative | connection | own
         | business | land | property | pecuniary | financial | prejudicial | personal | registrable | non-\w+ | dpi
         | conflict | continu\w+ | standing ) \b
  | \(
    """,
    re.VERBOSE | re.IGNORECASE,
)
REACH = 200  # characters after a declaration in which its nature may be told


def _check(page: Page, options: Options) -> Iterator[Found]:
    untold, told = [], set()
    for declaration in page.declarations:
        start, end = place(declaration)
        if declaration["interest"] is None and not NATURE.search(page.text, start, _sentence_end(page, end)):
            untold.append((declaration["name"], (start, end)))
        else:
            told.add(declaration["name"])  # elsewhere in the minutes, as at the item itself
    # two who declare in one sentence have one place
    places = sorted({span for name, span in untold if name not in told})
    yield from once(places, "neither the kind nor the nature of the interest is told")


def _sentence_end(page: Page, end: int) -> int:
    """Where a declaration ends that may tell its nature: at a line that closes a sentence, point or paragraph."""
    lines = page.lines
    index = page.line_at(end - 1).index
    while index + 1 < len(lines) and not lines[index + 1].blank and lines[index].stop < end + REACH:
        if lines[index + 1].marker or page.text[lines[index].stop - 1] == ".":
            break
        index += 1
    return min(lines[index].stop, end + REACH)


RULE = Rule(
    code="MP703",
    name="interest-without-kind",
    summary="An interest is declared and neither its kind nor its nature is told",
    why=(
        "Whether a member may stay, speak and vote depends on the kind of interest; the public cannot tell whether "
        "that was kept."
    ),
    source="Localism Act 2011, sections 29 to 31 (England); Local Government Act 2000, Part III (Wales)",
    check=_check,
    bad="""\
1. Apologies
There were none.

2. Declarations of interest
Cllr Mara Birch declared an interest in item 3.

3. Hall
The grant was approved.
""",
    good="""\
1. Apologies
There were none.

2. Declarations of interest
Cllr Mara Birch declared a personal interest in item 3.

3. Hall
The grant was approved.
""",
    at=(5,),
)
