"""Characters that a wrong decoding left behind and MP001 and MP002 do not speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Edit, Found, Options, Rule
from minutesparse.checks.rules.once import once
from minutesparse.source import decode_windows_1252

# The replacement character, windows-1252 read as Latin-1 (U+0085 is MP809's), and the private use area in which the
# fonts Symbol and Wingdings keep their bullets.
DAMAGED = re.compile("[\x80-\x84\x86-\x9f\ue000-\uf8ff\ufffd]")
C1 = ("\x80", "\x9f")


def _check(page: Page, options: Options) -> Iterator[Found]:
    text = page.text
    places = [(at, at + 1) for at in page.unusual if DAMAGED.match(text, at)]
    if not places:
        return
    bullets = {line.label for line in page.lines if line.marker == "bullet"}
    edits = [Edit(start, end, sign) for start, end in places if (sign := _meant(text, start, (start, end) in bullets))]
    yield from once(
        places, _message(text[places[0][0]]), ("set the character that was meant", edits) if edits else None
    )


def _meant(text: str, start: int, is_bullet: bool) -> str | None:
    """The character that stood there, where that can be told."""
    one = text[start]
    if C1[0] <= one <= C1[1]:
        decoded = decode_windows_1252(one.encode("latin-1"))
        return decoded if decoded != one else None
    return "\u2022" if is_bullet and one != "\ufffd" else None


def _message(one: str) -> str:
    if one == "\ufffd":
        return "replacement character: what stood here was lost when the text was decoded"
    if C1[0] <= one <= C1[1]:
        return f"U+{ord(one):04X}, left by a text in windows-1252 that was read as Latin-1"
    return f"U+{ord(one):04X}, a sign that only the font Symbol or Wingdings shows"


RULE = Rule(
    code="MP806",
    name="mixed-encoding",
    summary="A character was lost or mistaken when the text was converted",
    why=(
        "Readers see an empty box or a question mark in the place of an apostrophe, a pound sign or a bullet. Text "
        "that was encoded twice as a whole is MP002's, a file that is not UTF-8 is MP001's."
    ),
    check=_check,
    bad="1. Finance\nThe grant of \ufffd400 was noted.\n",
    good="1. Finance\nThe grant of \u00a3400 was noted.\n",
    at=(2,),
    fix="unsafe",
    changes=(
        "attendance",
        "attendance_text",
        "items",
        "front_matter",
        "back_matter",
        "unplaced",
        "resolutions",
        "actions",
        "declarations",
        "meeting",
        "public",
    ),
)
