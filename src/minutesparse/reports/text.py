"""Reports for people: ``full``, ``concise`` and ``grouped``."""

from __future__ import annotations

import re
from itertools import groupby
from operator import attrgetter
from unicodedata import category, east_asian_width

from minutesparse.checks.finding import Finding
from minutesparse.checks.registry import BY_CODE
from minutesparse.reports import Outcome
from minutesparse.writers.characters import harmless, one_line

WIDTH = 100  # columns of a line that are shown around a place
BEFORE = 30  # of them, how many before it where the line is cut on the left


def full(outcome: Outcome) -> str:
    """Each finding with the line that it is in, the place underlined, and what the fix would do."""
    parts = [_full(finding) for finding in outcome.findings]
    return "\n\n".join([*parts, summary(outcome)])


def concise(outcome: Outcome) -> str:
    """``path:line:column: CODE message``, which editors and grep understand."""
    return "\n".join([*(f"{one_line(one.path)}:{_brief(one)}" for one in outcome.findings), summary(outcome)])


def grouped(outcome: Outcome) -> str:
    """Findings under the names of their files."""
    parts = []
    for path, findings in groupby(outcome.findings, key=attrgetter("path")):
        parts.append("\n".join([f"{one_line(path)}:", *(f"  {_brief(one)}" for one in findings)]))
    return "\n\n".join([*parts, summary(outcome)])


def summary(outcome: Outcome) -> str:
    """The last line: how many of what, and what --fix would do."""
    count = len(outcome.findings)
    files = len({finding.path for finding in outcome.findings})
    said = [f"Found {_many(count, 'finding')} in {files} of {_many(len(outcome.files), 'file')}."]
    if not count:
        said = [f"No findings in {_many(len(outcome.files), 'file')}."]
    if outcome.fixed:
        said.append(f"{outcome.fixed} fixed.")
    if outcome.known:
        said.append(f"{outcome.known} known to the baseline.")
    safe = sum(finding.safe for finding in outcome.findings)
    unsafe = sum(finding.fix is not None for finding in outcome.findings) - safe
    if safe:
        said.append(f"{safe} fixable with --fix.")
    if unsafe:
        said.append(f"{unsafe} more with --unsafe-fixes." if safe else f"{unsafe} fixable with --fix --unsafe-fixes.")
    return " ".join(said)


# What a terminal shows in colour: the code and name that open a finding, the arrow and gutter, the underline.
COLOURED = (
    (re.compile(r"^(MP\d{3} [a-z0-9-]+)(?=: )", re.MULTILINE), "\x1b[1;31m"),
    (re.compile(r"^( *-->| *\d* \|)", re.MULTILINE), "\x1b[34m"),
    (re.compile(r"(?<= )(\^+)$", re.MULTILINE), "\x1b[31m"),
)


def coloured(text: str) -> str:
    """A report in the form ``full`` with ANSI colours."""
    for pattern, colour in COLOURED:
        text = pattern.sub(rf"{colour}\1\x1b[0m", text)
    return text


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _brief(finding: Finding) -> str:
    mark = " [*]" if finding.safe else ""
    return one_line(f"{finding.line}:{finding.column}: {finding.code}{mark} {finding.message}")


def _full(finding: Finding) -> str:
    rule = BY_CODE[finding.code]
    gutter = " " * len(str(finding.line))
    head = [
        one_line(f"{finding.code} {rule.name}: {finding.message}"),
        one_line(f"{gutter}--> {finding.path}:{finding.line}:{finding.column}"),
    ]
    foot = [f"{gutter} = fix: {finding.fix.message}"] if finding.fix else []
    if finding.fix and not finding.safe:
        foot = [f"{foot[0]} (needs --unsafe-fixes)"]
    if not finding.quote.strip():
        return harmless("\n".join([*head, *foot]))
    shown, before, marked = _window(finding)
    place = [f"{gutter} |", f"{finding.line} | {shown}", f"{gutter} | {' ' * before}{'^' * max(1, marked)}"]
    return harmless("\n".join([*head, *place, *foot]))


def _window(finding: Finding) -> tuple[str, int, int]:
    """The part of the line around the place, the columns before it, and those of the place itself."""
    line = "".join(" " if category(one) in ("Cc", "Zs") else one for one in finding.quote)
    start = finding.column - finding.quoted_from
    end = finding.end_column - finding.quoted_from if finding.end_line == finding.line else len(line)
    left = 0 if end <= WIDTH else max(0, start - BEFORE)
    right = min(len(line), left + WIDTH)
    opening = "\u2026" if left or finding.quoted_from > 1 else ""
    closing = "\u2026" if right < len(line) else ""
    shown = f"{opening}{line[left:right]}{closing}".rstrip()
    return shown, len(opening) + columns(line[left:start]), columns(line[start : min(end, right)])


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(_columns(one) for one in text)


def _columns(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1
