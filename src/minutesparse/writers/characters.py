"""Characters that a file or a terminal cannot take.

A lone surrogate (half of a UTF-16 pair: it comes in with file names, arguments and text from other programs) has no
UTF-8 form and becomes U+FFFD, which keeps lengths and offsets.
"""

from __future__ import annotations

import os
import re
from typing import Any

_SURROGATES = re.compile(r"[\ud800-\udfff]")

# C0 and C1 controls and DEL start terminal sequences; embeddings, overrides and isolates reorder what is on the line.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

# What the log of a GitHub job takes for a command (actions/runner, ActionCommand.cs): "::" that opens a line, or "##["
# anywhere.
_COMMANDS = re.compile(r"^(?P<blank>[^\S\n]*+):(?=:)|##(?=\[)", re.MULTILINE)


def encodable(text: str) -> str:
    """``text`` with U+FFFD for each lone surrogate."""
    try:
        text.encode()  # an eighth of the time that a search takes
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


def encodable_value(value: Any) -> Any:
    """A JSON value with U+FFFD for each lone surrogate in its strings and keys."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {encodable_value(key): encodable_value(child) for key, child in value.items()}
    if isinstance(value, list):
        return [encodable_value(child) for child in value]
    return value


def harmless(text: str) -> str:
    """``text`` as a terminal may show it: no control character but tab and line feed, no lone surrogate."""
    return CONTROLS.sub("\ufffd", encodable(text))


def one_line(text: str) -> str:
    """As `harmless`, and without line ends: a file's name cannot make up lines of its own."""
    return harmless(text).replace("\n", " ")


def logged(text: str) -> str:
    """``text`` as a job of GitHub may log it: there nothing of it is a workflow command."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return text
    return _COMMANDS.sub(lambda match: "## " if match["blank"] is None else f"{match['blank']}: ", text)
