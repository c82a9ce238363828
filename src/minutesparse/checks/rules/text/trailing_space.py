"""White space at a line's end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Edit, Found, Options, Rule
from minutesparse.checks.rules.once import once

SPACES = " \t\u00a0"
END = re.compile(f"[\\r\\n](?<=[{SPACES}].)", re.DOTALL)
HARD_BREAK = "  "  # what ends a line of Markdown that is to end there

FRONT_MATTER = re.compile(
    r"""
    \ufeff?+
    (?: (?:---|\+\+\+) [ \t\r]*+ \n )?+
    [a-z][a-z_]*+ [ \t]*+ [:=] [^\n]*+ \n
    (?: [a-z][a-z_]*+ [ \t]*+ [:=] [^\n]*+ \n | [ \t]*+ - [ \t] [^\n]*+ \n )++
    (?: (?:---|\+\+\+) [ \t\r]*+ \n )?+
    """,
    re.VERBOSE,
)
"""Keys and values in YAML or TOML, which the generator of a site writes above Markdown: no part of the minutes."""


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.text
    last = {text[start - 2] for start in page.source.starts if start > 1}
    if last.isdisjoint(SPACES) and "\r" not in text and not text.endswith(tuple(SPACES)):
        return
    front = FRONT_MATTER.match(text)
    markdown = front is not None or "**" in text or "\n# " in text or "\n## " in text
    ends = [match.start() for match in END.finditer(text, front.end() if front else 0)]
    if text[-1:] and text[-1] in SPACES:
        ends.append(len(text))
    places = []
    for end in ends:
        start = end
        while start and text[start - 1] in SPACES:
            start -= 1
        if not (markdown and text[start:end] == HARD_BREAK and text[start - 1 : start] not in ("", "\r", "\n")):
            places.append((start, end))
    yield from once(places, "white space at the line's end", ("remove it", [Edit(*place, "") for place in places]))


RULE = Rule(
    code="MP808",
    name="trailing-space",
    summary="A line ends in spaces or tabs",
    why="Nobody sees it, and each tool that takes it out makes lines differ that say the same.",
    check=_check,
    bad="1. Apologies\nThere were none.  \n\n2. Finance  \nThe accounts were noted.\n",
    good="1. Apologies\nThere were none.\n\n2. Finance\nThe accounts were noted.\n",
    at=(2,),
    severity="info",
    fix="safe",
)
