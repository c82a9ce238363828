"""The smallest text of a fault."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")
SECONDS = 20.0
"""How long one text is made smaller, in CPU time."""


def smallest(text: str, fails: Callable[[str], bool], seconds: float = SECONDS) -> str:
    """``text`` without the lines and characters that it takes none of for ``fails`` to hold.

    Runs of lines are left out, then runs of characters, ever shorter ones, until no run of one can go.
    """
    until = time.process_time() + seconds
    while True:
        before = text
        for parts in (LINE.findall(text), list(text)):
            text = "".join(_least(parts, lambda some: fails("".join(some)), until))
        if text == before or time.process_time() > until:
            return text


def _least(parts: list[str], fails: Callable[[list[str]], bool], until: float) -> list[str]:
    step = max(1, len(parts) // 2)
    while True:
        at = 0
        while at < len(parts) and time.process_time() < until:
            fewer = parts[:at] + parts[at + step :]
            if fails(fewer):
                parts = fewer
            else:
                at += step
        if step == 1 or time.process_time() > until:
            return parts
        step //= 2
