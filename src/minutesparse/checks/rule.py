"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from minutesparse.checks.page import Page

Severity = Literal["error", "warning", "info"]
Options = Mapping[str, Any]
"""The options of one rule by name, defaults filled in."""


@dataclass(frozen=True, slots=True)
class Edit:
    """``[start, end)`` of the text becomes ``text``; offsets as everywhere, an empty range inserts."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that belong together and put one finding right. ``message`` says what they do, in the imperative."""

    message: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule yields: where, and what is wrong, in one line without a full stop."""

    start: int
    end: int
    message: str
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of one rule. Its type is that of ``default``; ``summary`` is one line for the rule's page."""

    name: str
    default: bool | int | str | tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check, with everything that its page, its tests and the reports say of it.

    ``bad`` is a text in which the rule finds something on the lines ``at`` (from 1) and nowhere else; ``good`` is the
    same text put right. ``settings`` is the configuration that both examples need, as it stands in the file.
    """

    code: str
    name: str
    summary: str  # one line: what is wrong where the rule finds something
    why: str  # why it matters, a paragraph
    check: Callable[[Page, Options], Iterator[Found]] = field(repr=False)
    bad: str = field(repr=False)
    good: str = field(repr=False)
    at: tuple[int, ...]
    encoding: str = "utf-8"  # of the bytes of ``bad``
    source: str | None = None  # the Act, regulation, standing order or style guide that asks for it
    settings: Mapping[str, Any] = field(default_factory=dict, repr=False)
    options: tuple[Option, ...] = ()
    severity: Severity = "warning"
    preview: bool = False  # right less than nine times in ten on real minutes, or a matter of taste: off by default
    whole: bool = False  # asks for the record of a whole meeting: not for the page of one item
    fix: Literal["safe", "unsafe"] | None = None
    # What of the document a fix may change, by top-level fields; without any, all strings must stay as they are but
    # for white space and marks without width.
    changes: tuple[str, ...] = ()
    since: str = "0.2.0"

    @property
    def group(self) -> str:
        """The first three characters of the code, by which rules are chosen together."""
        return self.code[:3]
