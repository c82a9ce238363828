"""Fixes: edits of the text, applied together where they do not overlap, each verified by parsing again."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from minutesparse.checks.finding import Finding
from minutesparse.checks.page import Page
from minutesparse.checks.registry import BY_CODE
from minutesparse.checks.rule import Edit
from minutesparse.checks.runner import check_page
from minutesparse.checks.settings import CheckSettings
from minutesparse.errors import SourceError
from minutesparse.source import Source, encoded, from_text

# One fix may uncover another; more rounds than this would mean that two undo each other.
MOST_ROUNDS = 16

# What a document says of the text as a file, which each edit changes.
OUTER = ("source", "generator", "diagnostics", "lines", "layout")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A source after its fixes: what is still found in it, how many were applied, and those that were refused."""

    source: Source
    findings: list[Finding]
    applied: int
    refused: tuple[Finding, ...]


def fixed(
    source: Source, path: str, settings: CheckSettings, layout: str | None = None, *, unsafe: bool = False
) -> Fixed:
    """Apply the fixes of what is found in ``source``, again and again until there is none left to apply.

    Only safe fixes are applied, unless ``unsafe`` adds the others. A fix after which the document says something else
    than before, beyond the fields that its rule changes, is refused, and so is one that needs a character which the
    file's encoding lacks. Line ends are kept.
    """
    page = Page(source, layout, settings.house_style)
    findings = check_page(page, path, settings)
    applied = 0
    refused: dict[str, Finding] = {}
    for _ in range(MOST_ROUNDS):
        wanted = [one for one in findings if one.fix and (one.safe or unsafe) and one.fingerprint not in refused]
        if not wanted:
            break
        # Fixes that may change different fields are applied in rounds of their own, each held to its own rule's fields.
        fields = BY_CODE[wanted[0].code].changes
        chosen = _apart([one for one in wanted if BY_CODE[one.code].changes == fields])
        if not chosen:  # the first is at odds with itself
            refused[wanted[0].fingerprint] = wanted[0]
            continue
        after, kept = _verified(page, chosen, settings, layout)
        if kept:
            refused.clear()  # what changed facts before, or together with others, may change none now
        else:
            refused |= {one.fingerprint: one for one in chosen}
        applied += len(kept)
        page = after
        findings = check_page(page, path, settings)
    return Fixed(page.source, findings, applied, tuple(refused.values()))


def edited(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with edits that do not overlap, in any order."""
    parts = []
    at = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def _apart(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, by place, whose edits overlap none that was chosen before."""
    chosen: list[Finding] = []
    taken: list[tuple[int, int]] = []
    for finding in findings:
        assert finding.fix is not None
        spans = [(edit.start, edit.end) for edit in finding.fix.edits]
        if spans and not _meet([*taken, *spans]):
            chosen.append(finding)
            taken += spans
    return chosen


def _meet(spans: Iterable[tuple[int, int]]) -> bool:
    """True where two of the ranges overlap, or both insert at one place."""
    return any(after[0] < before[1] or after[0] == before[0] for before, after in pairwise(sorted(spans)))


def _verified(
    page: Page, findings: Sequence[Finding], settings: CheckSettings, layout: str | None
) -> tuple[Page, list[Finding]]:
    """The page after those of the fixes that change no more than they may, and these.

    All are tried at once; only where that changes too much, one by one.
    """

    def attempt(some: Sequence[Finding]) -> Page | None:
        edits = [edit for one in some if one.fix for edit in one.fix.edits]
        after = Page(_with_text(page.source, edited(page.text, edits)), layout, settings.house_style)
        if not _can_be_written(after.source):
            return None
        may = BY_CODE[some[0].code].changes
        return after if facts(page.document, may) == facts(after.document, may) else None

    if (after := attempt(findings)) is not None:
        return after, list(findings)
    kept = [one for one in findings if attempt([one]) is not None]
    while kept:
        if (after := attempt(kept)) is not None:
            return after, kept
        kept.pop()  # each alone is harmless, together they are not
    return page, []


def _can_be_written(source: Source) -> bool:
    try:
        encoded(source.text, source.encoding)
    except SourceError:
        return False
    return True


def facts(node: Any, without: Iterable[str] = ()) -> Any:
    """What a document says: no spans, no ids of the file, strings without white space and invisible characters."""
    left_out = {*OUTER, "span", *without}
    if isinstance(node, dict):
        return {key: facts(value) for key, value in node.items() if key not in left_out}
    if isinstance(node, list):
        return [facts(value) for value in node]
    if isinstance(node, str):
        return "".join(one for one in node if not one.isspace() and unicodedata.category(one)[0] != "C")
    return node


def _with_text(source: Source, text: str) -> Source:
    """The source with another text, read as the first was."""
    return replace(from_text(text, source.name), encoding=source.encoding)
