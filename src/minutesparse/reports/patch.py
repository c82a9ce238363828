"""The difference that fixes make, as a patch that ``git apply`` and ``patch -p1`` take."""

from __future__ import annotations

import difflib
import re

CONTEXT = 3
NO_FINAL_LINE_END = "\\ No newline at end of file"
# Lines as diff counts them: they end at LF alone, and a CR before it belongs to the line.
LINE = re.compile(r"[^\n]*\n|[^\n]+")


def patch(path: str, before: str, after: str) -> str:
    """A unified diff of one file; nothing where both texts are the same."""
    if before == after:
        return ""
    name = path.removeprefix("./").lstrip("/")
    lines = difflib.unified_diff(LINE.findall(before), LINE.findall(after), f"a/{name}", f"b/{name}", n=CONTEXT)
    return "".join(line if line.endswith("\n") else f"{line}\n{NO_FINAL_LINE_END}\n" for line in lines)
