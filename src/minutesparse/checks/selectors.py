"""The codes and names by which rules are chosen, as users write them."""

from __future__ import annotations

from minutesparse.checks.registry import BY_CODE, BY_NAME
from minutesparse.checks.rule import Rule
from minutesparse.errors import OptionError
from minutesparse.spelling import did_you_mean

ALL = "ALL"


def known_selector(written: str) -> str:
    """``ALL``, the beginning of a code, or a rule's name; case does not matter. Raises ``OptionError`` for others."""
    code = written.upper()
    if code == ALL or (code.startswith("MP") and any(known.startswith(code) for known in BY_CODE)):
        return code
    if written.lower() in BY_NAME:
        return written.lower()
    raise OptionError(f"no rule is called {written!r}.{_meant(written)}")


def rule_called(written: str) -> Rule:
    """The rule of a code or name. Raises ``OptionError`` where there is none."""
    rule = BY_CODE.get(written.upper()) or BY_NAME.get(written.lower())
    if rule is None:
        raise OptionError(f"no rule is called {written!r}.{_meant(written)}")
    return rule


def _meant(written: str) -> str:
    meant = did_you_mean(written, [*BY_CODE, *BY_NAME])
    return meant if meant.startswith(" Did") else " 'minutesparse rule --all' lists them."
