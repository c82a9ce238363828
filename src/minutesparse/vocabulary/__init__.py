"""Words as data: what records call things, a TOML file a theme.

The module of each theme is made from its file by ``make vocabulary``; `tables` reads the files, `additions` holds what
a user's files add.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def openings(words: Iterable[str]) -> str:
    """Pattern source of the first two letters of ``words``: a look ahead that spares a long pattern most words."""
    seconds: dict[str, set[str]] = {}
    for word in words:
        seconds.setdefault(word[0], set()).add(re.escape(word[1:2]))
    return "|".join(
        re.escape(first) + ("" if "" in letters else f"[{''.join(sorted(letters))}]")
        for first, letters in sorted(seconds.items())
    )


def by_first_letter(words: Iterable[str]) -> str:
    """Pattern source that finds one of ``words`` in about half the time of `alternatives`, which has more branches."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(
        re.escape(first) + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})") for first, rest in rests.items()
    )


def alternatives(words: Iterable[str]) -> str:
    """Pattern source that matches one of ``words`` as they stand, also with `re.VERBOSE`."""
    return "|".join(map(re.escape, words))
