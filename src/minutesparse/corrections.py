"""What a reader has put right, kept in a file beside the minutes and applied on each run.

``FILE.corrections.yaml`` is a list; each entry names lines, quotes how the first of them begins, and says what they
are:

    - lines: 83-109
      text: Rec around having
      role: unplaced
    - lines: 12
      text: Bus shelter
      role: heading

The quotation guards against a text that has changed since: where it does not stand there, the file is refused.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from minutesparse.errors import OptionError, reason_of

if TYPE_CHECKING:
    from minutesparse.lines import Line

SUFFIX = ".corrections.yaml"
ROLES = {
    "heading": "opens an item",
    "text": "opens no item, and no meeting",
    "furniture": "belongs to the page",
    "unplaced": "belongs to no item: a stray note",
}
RANGE = re.compile(r"([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?\Z")

MOST_CHARACTERS = 1_000_000  # of a file of corrections
MOST_ENTRIES = 10_000
MOST_TIMES = 8  # that all lines are corrected over, taken together


@dataclass(frozen=True, slots=True)
class Correction:
    """Lines ``first`` to ``last``, from 1, the words that the first begins with, and what the lines are."""

    first: int
    last: int
    text: str
    role: str


def beside(path: str | Path) -> Path | None:
    """The corrections file that lies beside a minutes file, or ``None``."""
    found = f"{path}{SUFFIX}"
    return Path(found) if os.path.isfile(found) else None  # noqa: PTH113 - mostly there is none


def load(path: str | Path) -> list[Correction]:
    """The corrections in a file. Raises ``OptionError`` with the place where it is not in the form above."""
    import yaml

    try:
        # The base loader gives each scalar as the string that was written: no tag, number or date of it means anything.
        with Path(path).open(encoding="utf-8") as file:
            text = file.read(MOST_CHARACTERS + 1)
        if len(text) > MOST_CHARACTERS:
            raise OptionError(f"{path}: longer than {MOST_CHARACTERS} characters")
        entries = yaml.load(text, yaml.BaseLoader)
    except OSError as error:
        raise OptionError(f"{path}: {reason_of(error)}") from error
    except RecursionError as error:
        raise OptionError(f"{path}: nested too deeply") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: not YAML ({_problem(error)})") from error
    if not isinstance(entries, list):
        raise OptionError(f"{path}: not a list of corrections")
    if len(entries) > MOST_ENTRIES:
        raise OptionError(f"{path}: more than {MOST_ENTRIES} corrections")
    return [_correction(path, number, entry) for number, entry in enumerate(entries, 1)]


def _problem(error: Exception) -> str:
    """What is wrong, and where; none of the file's words, which may be another file's, reached by a link."""
    mark = getattr(error, "problem_mark", None)
    return f"{getattr(error, 'problem', None) or 'not UTF-8'}{f', line {mark.line + 1}' if mark else ''}"


def _correction(path: str | Path, number: int, entry: object) -> Correction:
    where = f"{path}: correction {number}"
    if not isinstance(entry, dict) or set(entry) != {"lines", "text", "role"}:
        raise OptionError(f"{where}: wants lines, text and role")
    # a list would be as long as aliases make it
    if not all(isinstance(value, str) for value in entry.values()):
        raise OptionError(f"{where}: lines, text and role are single values")
    match = RANGE.match(entry["lines"])
    if match is None or (match[2] and int(match[2]) < int(match[1])):
        raise OptionError(f"{where}: {entry['lines']!r} is no line or range of lines")
    if entry["role"] not in ROLES:
        raise OptionError(f"{where}: no role {entry['role']!r} (there are {', '.join(ROLES)})")
    text = " ".join(entry["text"].split())
    if not text:
        raise OptionError(f"{where}: quotes nothing")
    return Correction(int(match[1]), int(match[2] or match[1]), text, entry["role"])


def within(corrections: Sequence[Correction], first: int, stop: int) -> list[Correction]:
    """The corrections of ``lines[first:stop]``, counted from there; one that begins above them quotes nothing."""
    return [
        Correction(
            max(one.first - first, 1),
            min(one.last, stop) - first,
            one.text if one.first > first else "",
            one.role,
        )
        for one in corrections
        if one.first <= stop and one.last > first
    ]


def apply(corrections: Sequence[Correction], text: str, lines: Sequence[Line]) -> dict[int, bool]:
    """Set the roles of corrected lines; give the indices of lines that must open an item, or must not.

    Raises ``OptionError`` where the quoted words do not stand on the line.
    """
    forced: dict[int, bool] = {}
    openings: dict[int, str] = {}
    left = MOST_TIMES * len(lines)
    for one in corrections:
        if one.last > len(lines):
            raise OptionError(f"a correction is of line {one.last}, but the text has {len(lines)} lines")
        first = lines[one.first - 1]
        left -= one.last - one.first + 1
        if left < 0:
            raise OptionError(f"line {one.first}: corrections cover the lines more than {MOST_TIMES} times")
        if one.first not in openings:
            openings[one.first] = " ".join(text[first.start : first.stop].split())
        if not openings[one.first].startswith(one.text):
            raise OptionError(
                f"line {one.first} does not begin with {one.text!r}: the text has changed since it was corrected"
            )
        for line in lines[one.first - 1 : one.last]:
            if line.blank:
                continue
            if one.role in ("heading", "text"):
                forced[line.index] = one.role == "heading"
            else:
                line.role = one.role
    return forced
