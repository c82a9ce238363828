"""What a user may have meant by a name that does not exist."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of an error message: " Did you mean 'document'?", or all the names that there are."""
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), by_lower, n=1)
    if close:
        return f" Did you mean {by_lower[close[0]]!r}?"
    return f" There are: {', '.join(by_lower.values())}."
