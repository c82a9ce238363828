"""The invariants of the contract, checked on one document beside its text, without any code of the parser.

`violations` gives what a document breaks, one entry each; none means that it is sound. A string is compared by its words
(case folded, runs of letters and digits), as a reader would compare them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Node = dict[str, Any]
Placed = tuple[str, str, Node | None]
"""The path of a string, the string, and the nearest span around it."""

LINE_END = re.compile(r"\r\n|\r|\n")
WORD = re.compile(r"[^\W\d_]+|\d+")  # letters and digits apart, for "7a" holds the number 7
DIGITS = re.compile(r"\d+")
ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

# Keys whose strings are the program's, not the text's: enumerations, ids, references, normalised dates and times.
NOT_FROM_TEXT = frozenset(
    {
        "schema_version", "id", "kind", "status", "code", "severity", "layout", "role", "roles", "interest", "option",
        "result", "counted_from", "method", "person", "amends", "same_as", "resolution", "field", "date", "start_time",
        "end_time", "from_time", "to_time", "due_date", "time", "sha256", "encoding", "language",
    }
)  # fmt: skip
NOT_OF_THE_TEXT = ("schema_version", "generator", "source", "layout", "diagnostics", "lines")

# Lists whose nodes stand within the span of the node that holds them.
NESTED = ("items", "content", "children", "resolutions", "clauses", "actions", "declarations")
COUNTED = ("person", "point", "resolution", "clause", "action", "declaration")

ROLES = frozenset(
    {
        "meeting", "attendance", "item_heading", "purpose", "report_of", "document", "heading", "paragraph", "point",
        "quote", "table", "resolution", "clause", "reason", "vote", "action", "declaration", "signature", "label",
        "furniture", "unplaced",
    }
)  # fmt: skip
EXEMPT_ROLES = ("label", "furniture")
LONGEST_FURNITURE = 15  # words of a line that may be left out although it stands once in the document


@dataclass(frozen=True)
class Violation:
    """What is broken (``kind``), at which line of the text, and where in the document."""

    kind: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.kind}, line {self.line}: {self.message}"


CONTAINERS = (dict, list)


class Text:
    """A text with its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        if len(self.starts) > 1 and self.starts[-1] == len(text):
            self.starts.pop()
        self.lines = [
            text[start:end].rstrip("\r\n")
            for start, end in zip(self.starts, [*self.starts[1:], len(text)], strict=True)
        ]

    def line_of(self, offset: int) -> int:
        return bisect_right(self.starts, offset)


def violations(document: Node, text: str) -> list[Violation]:
    """All that ``document``, made of ``text`` with its line map, breaks."""
    source = Text(text)
    body = {key: value for key, value in document.items() if key not in NOT_OF_THE_TEXT}
    nodes = walk(body)
    found = list(_spans([*nodes, *walk(document["diagnostics"], "diagnostics")], source))
    if found:
        return found  # the other checks rely on them
    strings = list(_strings_below(body, None, ""))
    return [
        *_nesting(body, None, "document"),
        *_ids(nodes),
        *_strings(strings, source),
        *_roles(document, source),
        *_placed(document, strings, source),
    ]


def norm(text: str) -> str:
    """The words of ``text``, case folded, one space between them."""
    return " ".join(WORD.findall(text.casefold()))


def stands_in(string: str, chunk: str) -> bool:
    """True where the words of ``string`` stand in ``chunk`` in this order."""
    if string in chunk:  # which says the same of its words
        return True
    wanted, held = norm(string), norm(chunk)
    if wanted.replace(" ", "") in held.replace(" ", ""):
        return True
    words = iter(held.split())
    return all(any(word == other for other in words) for word in wanted.split())


def is_blank(text: str) -> bool:
    return all(character.isspace() or character in ZERO_WIDTH for character in text)


def walk(value: Any, path: str = "") -> list[tuple[str, Node]]:
    """Every dict in ``value`` with its path, parents first."""
    found: list[tuple[str, Node]] = []
    _walk(value, path, found)
    return found


def _walk(value: Any, path: str, found: list[tuple[str, Node]]) -> None:
    if isinstance(value, dict):
        found.append((path, value))
        for key, child in value.items():
            if isinstance(child, CONTAINERS):
                _walk(child, f"{path}.{key}" if path else key, found)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            if isinstance(child, CONTAINERS):
                _walk(child, f"{path}[{index}]", found)


def spanned(nodes: Iterable[tuple[str, Node]]) -> list[tuple[str, Node]]:
    """Those of ``nodes`` that have a span."""
    return [(path, node) for path, node in nodes if isinstance(node.get("span"), dict)]


def _spans(nodes: Iterable[tuple[str, Node]], source: Text) -> Iterator[Violation]:
    """Spans begin and end on characters that are not blank, and name the lines of these."""
    text = source.text
    for path, node in spanned(nodes):
        span = node["span"]
        start, end = span["start"], span["end"]
        if not 0 <= start <= end <= len(text):
            yield Violation("span outside", span["line"], f"{path}: {start}:{end} of {len(text)}")
        elif start == end:
            yield Violation("span empty", span["line"], path)
        elif is_blank(text[start]) or is_blank(text[end - 1]):
            yield Violation("span blank end", span["line"], f"{path}: {text[start:end][:40]!r}")
        elif (source.line_of(start), source.line_of(end - 1)) != (span["line"], span["end_line"]):
            yield Violation("span line", span["line"], f"{path}: {span}")


def _nesting(node: Any, outer: Node | None, path: str) -> Iterator[Violation]:
    """Items, blocks, clauses, resolutions, actions and declarations stand within the node that holds them."""
    span: Node | None = node.get("span") or outer
    for key, children in node.items():
        if not isinstance(children, list) or not children or not isinstance(children[0], dict):
            continue
        for index, child in enumerate(children):
            place = f"{path}.{key}[{index}]"
            inner = child.get("span")
            if (
                span is not None
                and inner is not None
                and key in NESTED
                and not span["start"] <= inner["start"] <= inner["end"] <= span["end"]
            ):
                yield Violation("span not nested", inner["line"], f"{place}: {inner} in {span}")
            yield from _nesting(child, span, place)


def _ids(everything: list[tuple[str, Node]]) -> Iterator[Violation]:
    """Ids are unique; those that count do so in document order; every reference names one that is there."""
    nodes = [(path, node) for path, node in spanned(everything) if node.get("id") is not None]
    for name, count in Counter(node["id"] for _, node in nodes).items():
        if count > 1:
            yield Violation("id repeated", 0, f"{name}: {count} times")
    counted: dict[str, list[Node]] = defaultdict(list)
    for _, node in nodes:
        prefix, _, number = node["id"].rpartition("-")
        if number.isdecimal():
            counted[prefix].append(node)
    for prefix in COUNTED:
        mine = counted[prefix]
        # people are numbered in the order of the attendance list
        ordered = mine if prefix == "person" else sorted(mine, key=lambda n: (n["span"]["start"], -n["span"]["end"]))
        expected = [f"{prefix}-{number}" for number in range(1, len(mine) + 1)]
        if [node["id"] for node in ordered] != expected:
            line = next((n["span"]["line"] for n, e in zip(ordered, expected, strict=True) if n["id"] != e), 0)
            yield Violation("ids out of order", line, prefix)
    known = {node["id"] for _, node in nodes}
    for path, node in everything:
        for key in ("person", "amends", "same_as", "resolution"):
            if isinstance(node.get(key), str) and node[key] not in known:
                yield Violation("reference to nothing", 0, f"{path}.{key}: {node[key]}")


def _strings(strings: list[Placed], source: Text) -> Iterator[Violation]:
    """The words of each string stand in order in the nearest span around it; white space in it is collapsed."""
    for path, string, span in strings:
        line = span["line"] if span else 0
        chunk = source.text[span["start"] : span["end"]] if span else source.text
        if not stands_in(string, chunk):
            yield Violation("not grounded", line, f"{path}: {string[:80]!r}")
        if string != " ".join(string.split()) or (not string and not path.endswith(".text")):
            yield Violation("white space", line, f"{path}: {string[:80]!r}")


def _strings_below(value: Any, span: Node | None, path: str) -> Iterator[Placed]:
    """Strings of the text below ``value``: path, string, nearest span."""
    if isinstance(value, dict):
        span = value.get("span") or span
        for key, child in value.items():
            if key not in NOT_FROM_TEXT and (isinstance(child, str) or (child and isinstance(child, CONTAINERS))):
                yield from _strings_below(child, span, f"{path}.{key}")
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _strings_below(child, span, f"{path}[{index}]")
    elif isinstance(value, str):
        yield path, value, span


def _roles(document: Node, source: Text) -> Iterator[Violation]:
    """Each line that is not blank has one entry with a role of the contract."""
    entries = [(entry["line"], entry["role"]) for entry in document["lines"] or ()]
    live = [number for number, line in enumerate(source.lines, 1) if not is_blank(line)]
    if [line for line, _ in entries] != live:
        wrong = sorted(set(live) ^ {line for line, _ in entries}) or [0]
        yield Violation("line map", wrong[0], f"lines {wrong[:9]} stand not once in the map")
    for line, role in entries:
        if role not in ROLES:
            yield Violation("role unknown", line, repr(role))


def _placed(document: Node, strings: list[Placed], source: Text) -> Iterator[Violation]:
    """The words of each line are in strings of nodes whose span covers it; labels and furniture are exempt."""
    covering: dict[int, set[str]] = defaultdict(set)
    joined: dict[int, list[str]] = defaultdict(list)
    for span, own in _by_span(strings):
        words = [norm(string) for string in own]
        held = {word for string in words for word in string.split()}
        run = "".join(string.replace(" ", "") for string in words)
        for number in range(span["line"], span["end_line"] + 1):
            covering[number] |= held
            joined[number].append(run)
    roles = {entry["line"]: entry["role"] for entry in document["lines"] or ()}
    lines = [norm(line) for line in source.lines]
    shapes = Counter(DIGITS.sub("0", line) for line in lines)
    for number, line in enumerate(lines, 1):
        words = line.split()
        if not words or (
            roles.get(number) in EXEMPT_ROLES and (len(words) <= LONGEST_FURNITURE or shapes[DIGITS.sub("0", line)] > 1)
        ):
            continue
        lost = [
            word
            for word in words
            if word not in covering[number] and not (len(word) > 3 and any(word in run for run in joined[number]))
        ]
        if lost:
            yield Violation(
                "not placed",
                number,
                f"{roles.get(number)}: {' '.join(lost)[:60]!r} of {source.lines[number - 1].strip()[:60]!r}",
            )


def _by_span(placed: list[Placed]) -> Iterator[tuple[Node, list[str]]]:
    """Each span with the strings that belong to it."""
    strings: dict[int, tuple[Node, list[str]]] = {}
    for _, string, span in placed:
        if span is not None:
            strings.setdefault(id(span), (span, []))[1].append(string)
    return iter(strings.values())
