"""Many words as one pattern that `re` is quick with: it passes over those whose first letter is not the text's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter

# A pattern that begins with a group of alternatives without groups of their own, and one that begins with a letter.
GROUP_FIRST = re.compile(r"\(\?:(?P<words>[^()]+)\)(?P<rest>(?![?*+{]).*)", re.DOTALL)
LETTER_FIRST = re.compile(r"[^\W_](?![?*+{])")
# That a word begins with the character before. It stands behind a first letter that is given, by which `re` finds the
# few places where to look; a boundary before the letter would be asked for at each character.
AT_WORD = r"(?<!\w.)"


def by_initial(words: Iterable[str], behind: str = "") -> str:
    """Pattern source of alternatives, grouped by their first letter, the longest of each group first.

    ``behind`` is pattern source that stands behind each first letter.
    """
    return "|".join(
        f"{re.escape(initial)}{behind}(?:"
        + "|".join(re.escape(word[1:]) for word in sorted(group, key=len, reverse=True))
        + ")"
        for initial, group in groupby(sorted(words), key=itemgetter(0))
    )


def branched(patterns: Iterable[str], behind: str = "") -> str:
    """Pattern source of alternatives that are patterns, those that begin with a letter or digit grouped by it.

    `re` passes over an alternative in no time if its first letter is not the text's. The order of alternatives is lost;
    none may hold a bar outside its brackets. ``behind`` is pattern source that stands behind each first letter.
    """
    letters: dict[str, list[str]] = {}
    others: list[str] = []
    for pattern in patterns:
        group = GROUP_FIRST.match(pattern)
        for one in [f"{word}{group['rest']}" for word in group["words"].split("|")] if group else [pattern]:
            if LETTER_FIRST.match(one):
                letters.setdefault(one[0], []).append(one[1:])
            else:
                others.append(one)
    return "|".join([*(f"{letter}{behind}(?:{'|'.join(rest)})" for letter, rest in letters.items()), *others])
