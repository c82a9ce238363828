"""Words that a user's files add to the vocabulary.

The modules of words beside this one ask for additions while they are imported, and the stages compile their patterns
from them once. So additions hold for the whole process and come before the first text is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from minutesparse.errors import OptionError

_added: dict[str, tuple[str, ...]] = {}
_asked: set[str] = set()


def add(additions: Mapping[str, Iterable[str]]) -> None:
    """Add words to lists, which are named like ``decisions.abbreviations`` and ``decisions.leads.agreed``.

    Raises ``OptionError`` where a list is in use without them.
    """
    merged = {name: tuple(dict.fromkeys((*_added.get(name, ()), *words))) for name, words in additions.items()}
    late = sorted(name for name, words in merged.items() if words != _added.get(name, ()) and _asked)
    if late:
        raise OptionError(
            f"words for {late[0]} come too late: a vocabulary is read once a process, before the first text is parsed"
        )
    _added.update(merged)


def printed(*lists: str) -> tuple[str, ...]:
    """The words added to ``lists``, as their files print them."""
    _asked.update(lists)
    if not _added:
        return ()
    return tuple(dict.fromkeys(word for name in lists for word in _added.get(name, ())))


def words(*lists: str) -> tuple[str, ...]:
    """The words added to ``lists``, in lower case."""
    return tuple(word.lower() for word in printed(*lists))


def parts(*lists: str) -> tuple[str, ...]:
    """The words added to ``lists`` as parts of patterns for lower case: whatever they hold stands for itself."""
    return tuple(re.escape(word) for word in words(*lists))


def printed_parts(*lists: str) -> tuple[str, ...]:
    """The words added to ``lists`` as parts of patterns for the text as printed."""
    return tuple(re.escape(word) for word in printed(*lists))
