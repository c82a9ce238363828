"""Is this JSON a document of the contract, and do its spans and strings stand in the source?

Both give findings, one line each, in the order of the document; none means that all is well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from minutesparse.errors import DocumentError
from minutesparse.model import Minutes
from minutesparse.reader import Node
from minutesparse.source import ZERO_WIDTH, Source
from minutesparse.writers.characters import encodable

# Fields that nest by span: what they hold stands within the node that holds them.
NESTED = ("items", "content", "children", "resolutions", "clauses", "actions", "declarations")

# Fields whose words are the program's, not the text's: enumerations, ids, references, normalised dates and times.
NOT_FROM_TEXT = frozenset(
    """
    id kind status roles severity code role interest option result counted_from method person amends same_as
    resolution field date start_time end_time from_time to_time due_date time
    """.split()  # noqa: SIM905 - a list of words reads better
)

# Parts of a document that do not come from its text.
_ABOUT = frozenset({"schema_version", "generator", "source", "layout", "diagnostics", "lines"})

# Letters and digits apart, for "Item7" holds the number 7.
_WORD = re.compile(r"[^\W\d_]++|\d++")

# What may be read of the source, in all, to find words: a string is looked for in its span, and a document that means
# harm can give each of thousands the whole text for a span.
MOST_TIMES = 32
FREE = 1_000_000

Place = tuple[int | str, ...]
"""Keys and indices that lead to a value."""


def check_document(data: bytes) -> tuple[Node | None, list[str]]:
    """The document in JSON ``data``, or None, and what is against the schema.

    Any 1.x is taken. Raises ``DocumentError`` where ``data`` is no JSON, or a projection.
    """
    from json import loads

    try:
        text = data.decode("utf-8-sig")
        value = loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"not JSON: {error}") from error
    if not isinstance(value, dict) or "schema_version" not in value:
        raise DocumentError("a projection, not a document: it has no schema_version (--select, or other JSON)")
    try:
        Minutes.model_validate_json(text, strict=True)
    except ValidationError as error:
        if _spans_left_out(error) and not _holds_spans(value):
            raise DocumentError("a projection, not a document: its spans are left out (--no-spans)") from error
        return None, [_finding(entry["loc"], entry["msg"]) for entry in error.errors(include_url=False)]
    return value, []


def _spans_left_out(error: ValidationError) -> bool:
    return any(entry["type"] == "missing" and entry["loc"][-1] == "span" for entry in error.errors())


def _holds_spans(value: Any) -> bool:
    if isinstance(value, dict):
        return "span" in value or any(_holds_spans(child) for child in value.values())
    return isinstance(value, list) and any(_holds_spans(child) for child in value)


def _finding(where: Place, message: str) -> str:
    path = ".".join(str(part) for part in where)
    return f"{path}: {message[:1].lower()}{message[1:]}" if path else message


def check_against_source(document: Node, source: Source) -> list[str]:
    """What in a valid ``document`` does not fit ``source``: its digest and size, spans, and words not in their span."""
    about = document["source"]
    findings = [
        f"source.{field}: {about[field]!r} in the document, {have!r} in the source"
        for field, have in (
            ("sha256", source.sha256),
            ("characters", len(source.text)),
            ("lines", source.line_count),
        )
        if about[field] is not None and have is not None and about[field] != have
    ]
    checker = _SpanChecker(source)
    for key, value in document.items():
        if key not in _ABOUT:
            findings.extend(checker.check(value, (key,), None))
        elif key == "diagnostics":
            findings.extend(
                finding
                for index, entry in enumerate(value)
                if entry["span"] is not None
                for finding in checker.span(entry["span"], (key, index, "span"))
            )
    return findings


class _SpanChecker:
    """Walks a document beside its source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = encodable(source.text)
        self.left = MOST_TIMES * len(self.text) + FREE

    def check(self, value: Any, place: Place, span: Node | None) -> Iterator[str]:
        """Findings about ``value`` and all below it; ``span`` is the nearest one around it, None for the whole text."""
        if isinstance(value, list):
            for index, child in enumerate(value):
                yield from self.check(child, (*place, index), span)
        elif isinstance(value, dict):
            yield from self._node(value, place, span)
        elif isinstance(value, str) and self.left > 0:
            stands = self._stands(value, span)
            if self.left <= 0:
                yield _finding(place, f"no words are looked for from here on: spans hold {MOST_TIMES} times the text")
            elif not stands:
                yield _finding(place, f"words are not in order in the span: {value[:60]!r}")

    def _node(self, node: Node, place: Place, outer: Node | None) -> Iterator[str]:
        span = node.get("span")
        if span is not None:
            yield from self.span(span, (*place, "span"))
            held = place[-2] if isinstance(place[-1], int) else place[-1]
            if held in NESTED and outer is not None and not _within(span, outer):
                yield _finding((*place, "span"), "not within the span of the node that holds it")
        for key, child in node.items():
            if key != "span" and key not in NOT_FROM_TEXT and child is not None:
                yield from self.check(child, (*place, key), span or outer)

    def span(self, span: Node, place: Place) -> Iterator[str]:
        """Findings about one span: order, bounds, blank ends, line numbers."""
        start, end = span["start"], span["end"]
        if not start <= end <= len(self.text):
            yield _finding(place, f"{start}:{end} is not in the text of {len(self.text)} characters")
            return
        if start < end and (_blank(self.text[start]) or _blank(self.text[end - 1])):
            yield _finding(place, f"{start}:{end} begins or ends on white space")
        lines = self.source.line_of(start), self.source.line_of(max(start, end - 1))
        if lines != (span["line"], span["end_line"]):
            yield _finding(place, f"lines {span['line']} to {span['end_line']} should be {lines[0]} to {lines[1]}")

    def _stands(self, string: str, span: Node | None) -> bool:
        """True where the words of ``string`` stand in this order in the text of ``span``."""
        size = len(self.text)
        start, end = (min(span["start"], size), min(span["end"], size)) if span else (0, size)
        found = self.text.find(string, start, end)
        if found >= 0 and not self._within_word(found, found + len(string)):
            return True  # as a rule the text has the string as it is
        wanted = _WORD.findall(string)
        at = 0
        last = end
        for match in _WORD.finditer(self.text, start, end):
            if at == len(wanted):
                last = match.start()
                break
            at += match[0] == wanted[at]
        self.left -= max(0, last - start)
        return at == len(wanted)

    def _within_word(self, start: int, end: int) -> bool:
        """True where a letter or digit stands right before or after the range."""
        return self.text[max(0, start - 1) : start].isalnum() or self.text[end : end + 1].isalnum()


def _within(inner: Node, outer: Node) -> bool:
    return bool(outer["start"] <= inner["start"] and inner["end"] <= outer["end"])


def _blank(character: str) -> bool:
    return character.isspace() or character in ZERO_WIDTH
