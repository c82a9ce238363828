"""Words as data: what records call things, a TOML file a theme.

The module of each theme is made from its file by ``make vocabulary``; `tables` reads the files, `additions` holds what
a user's files add.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# That a word begins with the character before: it stands behind a first letter that is given, by which `re` finds the
# few places where to look. A boundary in front of the letter would be asked for at each character.
AT_WORD = r"(?<!\w.)"

# A pattern that begins with a group of alternatives without groups of their own, and one that begins with a letter.
_GROUP_FIRST = re.compile(r"\(\?:(?P<words>[^()]+)\)(?P<rest>(?![?*+{]).*)", re.DOTALL)
_LETTER_FIRST = re.compile(r"[^\W_](?![?*+{])")


def openings(words: Iterable[str]) -> str:
    """Pattern source of the first two letters of ``words``: a look ahead that spares a long pattern most words."""
    seconds: dict[str, set[str]] = {}
    for word in words:
        seconds.setdefault(word[0], set()).add(re.escape(word[1:2]))
    return "|".join(
        re.escape(first) + ("" if "" in letters else f"[{''.join(sorted(letters))}]")
        for first, letters in sorted(seconds.items())
    )


def by_first_letter(words: Iterable[str], behind: str = "") -> str:
    """Pattern source that finds one of ``words`` in about half the time of `alternatives`, which has more branches.

    ``behind`` is pattern source that stands behind each first letter.
    """
    return _grouped(((word[0], re.escape(word[1:])) for word in words), behind)


def patterns_by_first_letter(patterns: Iterable[str], behind: str = "") -> str:
    """The same of words that are patterns. Their order is lost; none may hold a bar outside its brackets."""
    found: list[tuple[str, str]] = []
    for pattern in patterns:
        group = _GROUP_FIRST.match(pattern)
        for one in [f"{word}{group['rest']}" for word in group["words"].split("|")] if group else [pattern]:
            found.append((one[0], one[1:]) if _LETTER_FIRST.match(one) else ("", one))
    return _grouped(found, behind)


def _grouped(words: Iterable[tuple[str, str]], behind: str) -> str:
    """Alternatives by their beginning; those without one stand last."""
    rests: dict[str, list[str]] = {}
    for first, rest in words:
        rests.setdefault(first, []).append(rest)
    others = rests.pop("", [])
    grouped = (
        f"{re.escape(first)}{behind}" + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})")
        for first, rest in rests.items()
    )
    return "|".join([*grouped, *others])


def alternatives(words: Iterable[str]) -> str:
    """Pattern source that matches one of ``words`` as they stand, also with `re.VERBOSE`."""
    return "|".join(map(re.escape, words))
