"""What reading and parsing have to say about a text: the findings of `diagnostics`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.blocks import DEEPEST
from minutesparse.diagnostics import RULES
from minutesparse.interpret import Draft
from minutesparse.lines import Line
from minutesparse.meetings import Part
from minutesparse.outline import Outline
from minutesparse.reader import Node, Reader

# What windows-1252 makes of the two or three UTF-8 bytes of curly quotes, dashes and accented letters.
DOUBLE_ENCODED = re.compile(
    "\u00e2\u20ac[\u2018-\u201d\u2122\u0153\u009d\u00a6\u00a2\u02dc]|\u00c3[\u00a0-\u00bf]|\u00c2[\u00a3\u00a0\u00b7]"
)
DOUBLE_ENCODED_MARKS = ("\u00e2\u20ac", "\u00c3", "\u00c2")
SUMMONS = re.compile(
    r"\b(?:summoned[ ]to|hereby[ ](?:summoned|given)|notice[ ]of[ ]meeting|you[ ]are[ ]invited"
    r"|will[ ]be[ ]held[ ]on)\b",
    re.IGNORECASE,
)
RECORDED = re.compile(
    r"\b(?:resolved|agreed|noted|carried|were[ ]approved|was[ ]approved|seconded|minutes[ ]of|apologies[ ]were"
    r"|reported|informed|advised)\b",
    re.IGNORECASE,
)
# A speaker's name and a colon, as transcripts open each turn.
TURN = re.compile(r"(?:[A-Z][\w.'\u2019-]++[ ]?+){1,4}+:[ ]")

FEWEST_TURNS = 12


def diagnose(
    reader: Reader,
    lines: Sequence[Line],
    outline: Outline,
    draft: Draft,
    language: str | None,
    whole: Reader,
    others: Sequence[Part],
) -> list[Node]:
    """The diagnostics of one document, in the order of their codes; ``others`` are further meetings in its file."""
    source = reader.source
    found: list[Node] = []
    if source.encoding == "windows-1252":
        found.append(_node("not-utf-8", "the bytes are not UTF-8; read as windows-1252"))
    match = DOUBLE_ENCODED.search(reader.text) if any(mark in reader.text for mark in DOUBLE_ENCODED_MARKS) else None
    if match is not None:
        found.append(_node("double-encoded", f"double-encoded text ({match[0]!r})", reader.span(*match.span())))
    live = sum([not line.blank for line in lines])
    if not live:
        return [*found, _node("empty", "the file holds no text")]
    if not outline.items:
        found.append(_node("no-heading", "no heading found, so there are no items"))
    kind = _other_kind(reader, lines, live, draft)
    if kind is not None:
        found.append(_node("not-minutes", f"this looks like {kind}, not like minutes"))
    if language not in (None, "en"):
        found.append(_node("not-english", f"the text is not in English ({language})"))
    if others:
        found.append(_several_meetings(whole, others))
    for index in outline.gaps:
        line = lines[index]
        number = reader.string(*line.label) if line.label else ""
        found.append(
            _node("out-of-series", f"item number {number} is out of series", reader.span(line.start, line.stop))
        )
    for block in draft.unplaced:
        found.append(_node("unplaced", "text that no rule claims", block["span"]))
    for item in draft.items:
        if item["truncated"]:
            found.append(_node("truncated", f"the page cuts item {item['number'] or item['id']} short", item["span"]))
    if draft.cut:
        first = draft.cut[0]
        message = f"{len(draft.cut)} points are nested deeper than {DEEPEST} levels"
        found.append(_node("nesting-cut", message, reader.span(first.start, first.end)))
    return found


def _node(name: str, message: str, span: Node | None = None) -> Node:
    rule = RULES[name]
    return {"code": rule.code, "severity": rule.severity, "message": message, "span": span}


def _other_kind(reader: Reader, lines: Sequence[Line], live: int, draft: Draft) -> str | None:
    """What the text is if it is not minutes: an agenda announces and records nothing, a transcript is all turns."""
    text = reader.text
    fewest = max(FEWEST_TURNS, live / 3)
    if (
        text.count(":") >= fewest  # one character is counted faster than two
        and text.count(": ") >= fewest
        and sum(TURN.match(text, line.start, line.stop) is not None for line in lines) >= fewest
    ):
        return "a transcript"
    decided = draft.resolutions or any(item["resolutions"] for item in draft.items)
    if not decided and not RECORDED.search(text) and SUMMONS.search(text):
        return "an agenda"
    return None


def _several_meetings(reader: Reader, others: Sequence[Part]) -> Node:
    """That the file holds ``others`` beside the meeting read, and on which lines; ``reader`` is of the whole file."""
    starts = reader.source.starts
    spans = [reader.span(starts[part.first], starts[part.stop]) for part in others]
    where = ", ".join(f"{span['line']}-{span['end_line']}" for span in spans)
    message = f"the file holds {len(others) + 1} meetings; this is the first, the others are lines {where}"
    return _node("several-meetings", message, reader.span(starts[others[0].first], starts[others[-1].stop]))


def part_of_file(reader: Reader, part: Part, number: int, count: int) -> Node:
    """That a document is of one meeting of ``count`` in the file, with its span; ``reader`` is of the whole file."""
    span = reader.span(reader.source.starts[part.first], reader.source.starts[part.stop])
    message = f"meeting {number} of {count} in the file, lines {span['line']}-{span['end_line']}"
    return _node("part-of-file", message, span)
