"""JSON text of plain values, and the same text coloured for a terminal."""

from __future__ import annotations

import json
import re
from typing import Any

from minutesparse.writers.characters import encodable

INDENT = 2
"""Spaces a level of pretty JSON."""

# The controls that JSON leaves as they are; within a string each may be written as an escape.
_RAW_CONTROLS = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

# A string is a key where a colon follows it.
_TOKEN = re.compile(
    r"""
    (?P<key>    "(?:[^"\\]++|\\.)*+" (?=:) )
  | (?P<string> "(?:[^"\\]++|\\.)*+ (?:"|\Z) )
  | (?P<word>   -?\d[\d.eE+\-]*+ | true | false | null )
    """,
    re.VERBOSE,
)
_COLOURS = {"key": "\x1b[1;34m", "string": "\x1b[32m", "word": "\x1b[36m"}
_PLAIN = "\x1b[0m"


def json_text(value: Any, indent: int | None = None) -> str:
    """``value`` as JSON without a final line end: on one line, or indented. Non-ASCII is kept as it is."""
    separators = (",", ":") if indent is None else (",", ": ")
    # A lone surrogate stands only in strings, so that replacing it in the text is replacing it in the value.
    return encodable(json.dumps(value, ensure_ascii=False, indent=indent, separators=separators))


def terminal_json(text: str) -> str:
    """JSON ``text`` of the same value in which no control character stands but line ends."""
    return _RAW_CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def coloured_json(text: str) -> str:
    """JSON ``text`` with keys, strings and other values in ANSI colours."""
    return _TOKEN.sub(lambda match: f"{_COLOURS[str(match.lastgroup)]}{match[0]}{_PLAIN}", text)
