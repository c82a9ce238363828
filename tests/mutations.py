"""Changes of a text of minutes that do not change what it says, and what of its document they may change.

A mutation gives the changed text, or None where the text holds nothing that it could change. Positions come from the
document of the unchanged text.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from minutesparse import parse
from minutesparse.source import LINE_END

Node = dict[str, Any]

WIDTH = 78  # columns of a page that is wrapped anew
NARROWER = 24  # columns at most
WIDEST = 140  # columns; longer lines were not wrapped
FULL = 0.8  # of the width, at least, takes a line that ends because of the width
LINES_A_PAGE = 14
FEWEST_PAGE_BREAKS = 2  # what is seen once is no running head
PROSE = ("paragraph", "point", "quote", "resolution", "clause", "reason", "action")
NUMBERED = ("point", "clause", "resolution")
DROPPED = ("generator", "source", "layout", "lines", "printed", "span", "message")


COLUMNS = re.compile(r"[^\W\d_]{2} {3,}\S")


@dataclass(frozen=True)
class Page:
    """A text and its document; ``lines`` are without line ends."""

    text: str
    document: Node

    @cached_property
    def lines(self) -> list[str]:
        return LINE_END.split(self.text)

    @cached_property
    def roles(self) -> dict[int, str]:
        """Indices of lines that are not blank to their roles."""
        return {entry["line"] - 1: entry["role"] for entry in self.document["lines"]}

    @cached_property
    def nodes(self) -> list[Node]:
        """All nodes with a span, outer ones first."""
        return [node for node in _nodes(self.document) if isinstance(node.get("span"), dict)]

    @cached_property
    def openings(self) -> set[int]:
        """Indices of lines at which a block, clause, item, person or fact that is no part of a paragraph begins."""
        blocks = [node["span"] for node in self.nodes if "children" in node and not node["children"]]
        found = set()
        for node in self.nodes:
            start = node["span"]["start"]
            if "children" in node or not any(span["start"] <= start < span["end"] for span in blocks):
                found.add(node["span"]["line"] - 1)
        return found

    @cached_property
    def units(self) -> list[range]:
        """Runs of lines that are one paragraph, point, clause or the like, wrapped."""
        width = min(max(map(len, self.lines)), WIDEST)
        found: list[range] = []
        for index in sorted(self.roles):
            goes_on = found and found[-1].stop == index and index not in self.openings
            if goes_on and self.roles[index] == self.roles[found[-1].start] and self._is_full(index - 1, width):
                found[-1] = range(found[-1].start, index + 1)
            else:
                found.append(range(index, index + 1))
        return found

    @cached_property
    def has_columns(self) -> bool:
        """Whether words stand beside each other in columns, so that widths mean something."""
        words = (self.lines[index] for index, role in self.roles.items() if role not in ("meeting", "signature"))
        return any(map(COLUMNS.search, words))

    def _is_full(self, index: int, width: int) -> bool:
        """Whether the next line's first word had no room on this one, which leads up to nothing."""
        return (
            not self.lines[index].rstrip().endswith(":")
            and len(self.lines[index]) + 1 + len(self.lines[index + 1].split()[0]) >= width * FULL
        )

    def mapped(self, change: Callable[[int, str], str]) -> str:
        """The text with each line changed."""
        return "\n".join(change(index, line) for index, line in enumerate(self.lines))


def page_of(text: str) -> Page:
    """A text with the document that is made of it."""
    return Page(text, parse(text, lines=True).to_dict())


def _nodes(value: Any) -> Iterator[Node]:
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _nodes(child)


@dataclass(frozen=True)
class Mutation:
    """One kind of change.

    ``words`` are pairs of a pattern and what it stands for, applied to each string of both documents before they are
    compared; ``labels`` are pairs of labels, applied to those of the unchanged text. ``titles`` may change in case.
    """

    name: str
    kind: str
    change: Callable[[Page], str | None]
    words: tuple[tuple[re.Pattern[str], str], ...] = ()
    labels: dict[str, str] = field(default_factory=dict)
    capitals: bool = False

    def difference(self, page: Page) -> list[str] | None:
        """What the mutation changes in the document: paths with the values before and after. None: not applicable."""
        changed = self.change(page)
        if changed is None or changed == page.text:
            return None
        before = self._comparable(page.document, self.labels)
        after = self._comparable(parse(changed).to_dict(), {})
        return list(_differences(before, after, ""))

    def _comparable(self, value: Any, labels: dict[str, str], key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self._comparable(child, labels, name) for name, child in value.items() if name not in DROPPED}
        if isinstance(value, list):
            return [self._comparable(child, labels, key) for child in value]
        if not isinstance(value, str):
            return value
        if key == "label":
            return labels.get(value, value)
        for pattern, word in self.words:
            value = pattern.sub(word, value)
        if self.words and key == "lead":
            value = value.casefold().strip(" :\u2013-")
        if self.capitals and key in ("title", "text"):
            value = value.casefold()
        return " ".join(value.split())


def _differences(before: Any, after: Any, path: str) -> Iterator[str]:
    if isinstance(before, dict) and isinstance(after, dict):
        for name in before:
            yield from _differences(before[name], after.get(name), f"{path}.{name}" if path else name)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for index, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from _differences(one, other, f"{path}[{index}]")
    elif before != after:
        yield f"{path}: {_short(before)} became {_short(after)}"


def _short(value: Any) -> str:
    if isinstance(value, list):
        heads = [
            next((one[key] for key in ("text", "title", "name", "code") if one.get(key)), "…")
            for one in value
            if isinstance(one, dict)
        ]
        return f"{len(value)} × {[str(head)[:40] for head in heads]}"
    return repr(value)[:100]


def wrapped(page: Page) -> str | None:
    """Prose that is wrapped, or too long for a line of wrapped text, at another width."""
    return _reflowed(page, WIDTH)


def unwrapped(page: Page) -> str | None:
    """Each wrapped paragraph on one line."""
    return _reflowed(page, 100_000)


def _reflowed(page: Page, width: int) -> str | None:
    if page.has_columns:
        return None
    lines: list[str | None] = list(page.lines)
    for unit in page.units:
        is_wrapped = len(unit) > 1 and page.roles[unit.start] in (*PROSE, "attendance")
        is_long = len(page.lines[unit.start]) > WIDTH and page.roles[unit.start] in PROSE
        if is_wrapped or is_long:
            alone = not "".join(page.lines[unit.stop : unit.stop + 1]).strip()
            lines[unit.start] = "\n".join(_paragraph([page.lines[index] for index in unit], width, alone))
            lines[unit.start + 1 : unit.stop] = [None] * (len(unit) - 1)
    return "\n".join(line for line in lines if line is not None)


def _paragraph(lines: list[str], width: int, alone: bool) -> list[str]:
    """A paragraph at this width; at a lesser one where only a short last line tells where it ends."""
    indents = [line[: len(line) - len(line.lstrip())] for line in lines]
    words = " ".join(map(str.strip, lines))
    for columns in range(width, width - NARROWER, -1):
        new = textwrap.wrap(
            words,
            columns,
            initial_indent=indents[0],
            subsequent_indent=indents[min(1, len(lines) - 1)],
            break_long_words=False,
            break_on_hyphens=False,
        )
        if alone or len(new) == 1 or len(new[-1]) < width * FULL / 2:
            break
    return new


def indented(page: Page) -> str | None:
    """All lines further right."""
    return page.mapped(lambda index, line: f"    {line}" if index in page.roles else line)


BULLETS = {"-": "\u2022", "\u2022": "*", "*": "-"}
BULLET = re.compile(r"(\s*)([-\u2022*])(?=\s+\S)")


def other_bullets(page: Page) -> str | None:
    """Another character for each kind of bullet."""

    def change(index: int, line: str) -> str:
        if page.roles.get(index) not in NUMBERED:
            return line
        return BULLET.sub(lambda match: match[1] + BULLETS[match[2]], line, count=1) if BULLET.match(line) else line

    return page.mapped(change)


NUMBER = re.compile(r"(?P<indent>\s*)\(?(?P<number>\d{1,2}|[a-z]|[ivx]{1,5})(?:\.|\))(?P<gap>\s+)(?=\S)")


def _points_numbered(style: str) -> Callable[[Page], str | None]:
    """Numbers and letters of points and clauses in this form."""

    def change(page: Page) -> str | None:
        def renumbered(index: int, line: str) -> str:
            match = NUMBER.match(line) if page.roles.get(index) in NUMBERED and index in page.openings else None
            if match is None:
                return line
            return match["indent"] + style.format(match["number"]) + match["gap"] + line[match.end() :]

        return page.mapped(renumbered)

    return change


ITEM_NUMBER = re.compile(r"(\s*\d{1,3})\.(\s+)(?=\S)")


def bare_item_numbers(page: Page) -> str | None:
    """Items' numbers without their full stop, where all have one."""
    headings = {node["span"]["line"] - 1 for node in page.nodes if node.get("number") and "report_of" in node}
    if not headings or not all(ITEM_NUMBER.match(page.lines[index]) for index in headings):
        return None
    return page.mapped(lambda index, line: ITEM_NUMBER.sub(r"\1\2", line, count=1) if index in headings else line)


def windows_line_ends(page: Page) -> str | None:
    """CRLF."""
    return "\r\n".join(page.lines)


def page_furniture(page: Page) -> str | None:
    """A page number, a form feed and a running head at the end of a paragraph every so often."""
    if page.document["layout"] != "document" or "furniture" in page.roles.values():
        return None  # a web page, or paged already
    breaks: list[int] = []
    for index, line in enumerate(page.lines):
        full = index - (breaks[-1] if breaks else 0) >= LINES_A_PAGE
        if full and not line.strip() and index - 1 in page.roles and index + 1 in page.roles:
            breaks.append(index)
    if len(breaks) < FEWEST_PAGE_BREAKS:
        return None
    head = f"{page.document['meeting']['council'] or 'Council'} - minute book"
    number = {index: position for position, index in enumerate(breaks, 1)}

    def change(index: int, line: str) -> str:
        if index not in number:
            return line
        return f"\n{' ' * 30}Page {number[index]} of {len(breaks) + 1}\n\f{head}\n"

    return page.mapped(change)


def capital_headings(page: Page) -> str | None:
    """Titles of items in capitals."""
    text = page.text
    for node in page.nodes:
        if "report_of" in node and node["title"]:
            words = re.compile(r"\s+".join(map(re.escape, node["title"].split())))
            match = words.search(text, node["span"]["start"])
            if match is not None and len(match[0].upper()) == len(match[0]):
                text = text[: match.start()] + match[0].upper() + text[match.end() :]
    return text


def more_blank_lines(page: Page) -> str | None:
    """Two blank lines for one."""
    return page.mapped(lambda index, line: line if index in page.roles else f"{line}\n")


def trailing_spaces(page: Page) -> str | None:
    """Spaces at the end of each line."""
    return page.mapped(lambda index, line: f"{line}  ")


MARKER_GAP = re.compile(r"(\s*(?:\(?[\w.]{1,6}[.)]|[-\u2022*\u00b7]))[ \u00a0]{2,}(?=\S)")


def tabs(page: Page) -> str | None:
    """Tabs for indents and for wide gaps behind a marker, where no columns stand beside each other."""
    if page.has_columns:
        return None
    depths = {len(line) - len(line.lstrip(" ")) for index, line in enumerate(page.lines) if index in page.roles}
    level = {depth: position for position, depth in enumerate(sorted(depths - {0}), 1)} | {0: 0}

    def change(index: int, line: str) -> str:
        if index not in page.roles:
            return line
        body = line.lstrip(" ")
        return "\t" * level[len(line) - len(body)] + MARKER_GAP.sub(r"\1" + "\t", body, count=1)

    return page.mapped(change)


@dataclass(frozen=True)
class Swap:
    """A word for its synonym: what is looked for, what is put, and the words that count as the same."""

    name: str
    find: str
    put: str
    same: str
    word: str

    def mutation(self) -> Mutation:
        find = re.compile(self.find, re.MULTILINE)

        def change(page: Page) -> str | None:
            return find.sub(self.put, page.text)

        return Mutation(self.name, "vocabulary", change, ((re.compile(self.same), self.word),))


_RESOLVED = r"(?i:it was resolved|resolved)(?=\s*[:\u2013]|$)\s*[:\u2013]?"
_AGREED = r"(?i:it was agreed|agreed)(?=\s*[:\u2013]|$)\s*[:\u2013]?"
_AND_SECONDED = r"[^\n]{1,80}\n?[^\n]{0,20}\b[Ss]econded"
_MOVED = r"\b(?:[Pp]roposed|[Mm]oved) by"
_APOLOGIES = r"Apologies(?: for absence)?:"
_ACTION = r"A(?:ction|CTION)(?::| –)"
_COUNCILLOR = r"\b(?:Councillor|Cllr)(s?)\b\.?"

# fmt: off
SWAPS = (
    Swap("Resolved: to RESOLVED –", r"^(\s*)(?:It was resolved|Resolved|RESOLVED):", r"\1RESOLVED –", _RESOLVED, "resolved"),
    Swap("Resolved: to It was resolved:", r"^(\s*)(?:Resolved|RESOLVED)(?::| –)", r"\1It was resolved:", _RESOLVED, "resolved"),
    Swap("It was resolved: to Resolved:", r"^(\s*)It was (?:resolved|RESOLVED):", r"\1Resolved:", _RESOLVED, "resolved"),
    Swap("Agreed: to It was agreed:", r"^(\s*)(?:Agreed|AGREED):", r"\1It was agreed:", _AGREED, "agreed"),
    Swap("It was agreed: to Agreed:", r"^(\s*)It was agreed:", r"\1Agreed:", _AGREED, "agreed"),
    Swap("Proposed by to Moved by", rf"\bProposed by(?={_AND_SECONDED})", "Moved by", _MOVED, "moved by"),
    Swap("Moved by to Proposed by", rf"\bMoved by(?={_AND_SECONDED})", "Proposed by", _MOVED, "moved by"),
    Swap("Apologies: to Apologies for absence:", r"^(\s*)Apologies:", r"\1Apologies for absence:", _APOLOGIES, "Apologies:"),
    Swap("Apologies for absence: to Apologies:", r"^(\s*)Apologies for absence:", r"\1Apologies:", _APOLOGIES, "Apologies:"),
    Swap("Action: to ACTION –", r"^(\s*)A(?:ction|CTION):", r"\1ACTION –", _ACTION, "action"),
    Swap("ACTION – to Action:", r"^(\s*)A(?:ction|CTION) –", r"\1Action:", _ACTION, "action"),
    Swap("Councillor to Cllr", r"\bCouncillor(s?)\b(?!\()", r"Cllr\1", _COUNCILLOR, r"Cllr\1"),
    Swap("Cllr to Councillor", r"\bCllr(s?)\b\.?", r"Councillor\1", _COUNCILLOR, r"Cllr\1"),
    Swap("unanimously to nem con", r"\bunanimously(?=[.,;:]|\s+that\b|\s+to\b|$)", "nem con", r"\b(?:unanimously|nem con)\b", "nem con"),
)
# fmt: on

LAYOUT = (
    Mutation("wrapped", "layout", wrapped),
    Mutation("unwrapped", "layout", unwrapped),
    Mutation("indented", "layout", indented),
    Mutation("other bullets", "layout", other_bullets, labels=BULLETS),
    Mutation("points as 1.", "layout", _points_numbered("{}.")),
    Mutation("points as 1)", "layout", _points_numbered("{})")),
    Mutation("points as (1)", "layout", _points_numbered("({})")),
    Mutation("items as 1", "layout", bare_item_numbers),
    Mutation("CRLF", "layout", windows_line_ends),
    Mutation("page furniture", "layout", page_furniture),
    Mutation("capital headings", "layout", capital_headings, capitals=True),
    Mutation("more blank lines", "layout", more_blank_lines),
    Mutation("trailing spaces", "layout", trailing_spaces),
    Mutation("tabs", "layout", tabs),
)

MUTATIONS = (*LAYOUT, *(swap.mutation() for swap in SWAPS))
