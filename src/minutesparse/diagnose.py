"""What reading and parsing have to say about a text: the findings of `diagnostics`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutesparse.blocks import DEEPEST
from minutesparse.diagnostics import RULES
from minutesparse.interpret import Draft
from minutesparse.lines import Line
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
TURN = re.compile(r"(?:[A-Z][\w.'\u2019-]+[ ]?){1,4}:[ ]")
MEETING_HEAD = re.compile(
    r"\bminutes\b[^\r\n]{0,80}?\b(?:meeting|held)\b[^\r\n]{0,120}?\b(?:19|20)\d\d\b", re.IGNORECASE
)

FEWEST_TURNS = 12


def diagnose(reader: Reader, lines: Sequence[Line], outline: Outline, draft: Draft, language: str | None) -> list[Node]:
    """The diagnostics of one document, in the order of their codes."""
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
    found += _several_meetings(reader, lines)
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


def _several_meetings(reader: Reader, lines: Sequence[Line]) -> list[Node]:
    """Heads of further meetings: a title line of minutes with another date, below the first one."""
    text = reader.text
    heads = [
        line
        for line in lines
        if text[line.start : line.start + 1] in ("M", "m") and line.stop - line.start < 200 and _is_head(reader, line)
    ]
    if len(heads) < 2:
        return []
    first = _head_date(reader, heads[0])
    others = [line for line in heads[1:] if _head_date(reader, line) != first]
    if not others:
        return []
    where = ", ".join(str(line.index + 1) for line in others[:5])
    span = reader.span(others[0].start, others[0].stop)
    return [_node("several-meetings", f"another meeting begins at line {where}", span)]


def _is_head(reader: Reader, line: Line) -> bool:
    match = MEETING_HEAD.match(reader.text, line.start, line.stop)
    return match is not None and line.role in ("meeting", "heading", "item_heading", "paragraph", "")


def _head_date(reader: Reader, line: Line) -> str | None:
    from minutesparse.facts.dates import find_date

    found = find_date(reader.text, line.start, line.stop)
    return found.value if found else None
