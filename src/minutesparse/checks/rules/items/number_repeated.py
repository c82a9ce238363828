"""Two items under one number."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.series import Series, strays
from minutesparse.lines import Line
from minutesparse.reader import Node

LONGEST_TITLE = 80
NAMED = 24  # characters of a title that tell it from another


def _check(page: Page, options: Options) -> Iterator[Found]:
    for series in page.series:
        repeated = _repeated(series)
        if repeated:
            first, item = repeated[0]
            others = len(repeated) - 1
            more = f"; so {'is' if others == 1 else 'are'} {others} more" if others else ""
            yield _found(page.heading(item), first, more)
        else:
            yield from _at_once(page, series)


def _found(place: tuple[int, int], first: Node, more: str = "") -> Found:
    line = first["span"]["line"]
    return Found(*place, f"the number {first['number']} was given before, in line {line}{more}")


def _at_once(page: Page, series: Series) -> Iterator[Found]:
    """The first heading that gives the number of its item once more, and so was read as a paragraph of it."""
    for step in series.steps:
        opening = page.line_at(step.item["span"]["start"])
        for block in step.item["content"]:
            line = page.line_at(block["span"]["start"])
            if block["kind"] != "paragraph" or line is opening or line.label is None or line.body == line.stop:
                continue
            if page.text[slice(*line.label)] == step.item["number"] and _heads(page, line, opening):
                yield _found((line.start, line.stop), step.item)
                return


def _heads(page: Page, line: Line, opening: Line) -> bool:
    """True where a line looks as the heading of its item does: its marker, a blank line above, a short title."""
    title = page.text[line.body : line.stop]
    return (
        page.text[line.start : line.body] == page.text[opening.start : opening.body]
        and page.lines[line.index - 1].blank
        and len(title) <= LONGEST_TITLE
        and title[0].isupper()
        and title[-1] not in ".;,!?"
    )


def _repeated(series: Series) -> list[tuple[Node, Node]]:
    """Pairs of items that share a number, the first one first."""
    wrong = {stray.item["id"] for stray in strays(series)}
    seen: dict[int, Node] = {}
    found = []
    for step in series.steps:
        if step.value is None or step.item["id"] in wrong:
            continue
        first = seen.setdefault(step.value, step.item)
        if first is not step.item:
            found.append((first, step.item))
    if found and found[0][1]["number"] == series.steps[0].item["number"] and not _printed_twice(found):
        return []  # a list of its own that begins at the first number again
    # A page that lists its items and takes some up again below prints their numbers and titles twice.
    if all(_title(first) == _title(item) for first, item in found) and len(found) < len(seen):
        return []
    return found


def _printed_twice(pairs: list[tuple[Node, Node]]) -> bool:
    """True where the items that come again are the same ones: a file that holds its minutes twice."""
    return len(pairs) > 1 and all(_title(first) == _title(item) for first, item in pairs)


def _title(item: Node) -> str:
    return (item["title"] or "").casefold()[:NAMED]


RULE = Rule(
    code="MP302",
    name="number-repeated",
    summary="A number is given to two items",
    why="A reference to the number means either of them; most often a paragraph was copied, or the count slipped back.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies
There were none.

2. Minutes
The minutes of 6 May were approved.

3. Finance
The balance was £312.

3. Highways
The ford was closed for a day.

4. Next Meeting
Monday 1 July.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

1. Apologies
There were none.

2. Minutes
The minutes of 6 May were approved.

3. Finance
The balance was £312.

4. Highways
The ford was closed for a day.

5. Next Meeting
Monday 1 July.
""",
    at=(13,),
)
