"""The difference that fixes make, as a patch that ``git apply`` and ``patch -p1`` take."""

from __future__ import annotations

import difflib
import re

# In the name of a file these would end the line, or the name.
QUOTED = re.compile(r'[\x00-\x1f\x7f"\\]')
CONTEXT = 3
NO_FINAL_LINE_END = "\\ No newline at end of file"
# Lines as diff counts them: they end at LF alone, and a CR before it belongs to the line.
LINE = re.compile(r"[^\n]*\n|[^\n]+")


def patch(path: str, before: str, after: str) -> str:
    """A unified diff of one file; nothing where both texts are the same."""
    if before == after:
        return ""
    name = path.removeprefix("./").lstrip("/")
    names = quoted(f"a/{name}"), quoted(f"b/{name}")
    lines = difflib.unified_diff(LINE.findall(before), LINE.findall(after), *names, n=CONTEXT)
    return "".join(line if line.endswith("\n") else f"{line}\n{NO_FINAL_LINE_END}\n" for line in lines)


def quoted(name: str) -> str:
    """The name of a file as it stands in the head of a patch.

    One with a line end or its like is written as git does (``core.quotePath``), so that it cannot add a patch of its
    own.
    """
    if not QUOTED.search(name):
        return name
    return '"' + QUOTED.sub(lambda match: f"\\{ord(match[0]):03o}", name) + '"'
