"""The layouts that are recognised: small declarations, and the vote between them.

A layout is known by its labels, the words that a committee system's page or a dump of it always prints. Each label
that stands alone on a line adds its weight; the layout with the most weight above its threshold wins, and a text with
none is a stand-alone `document`.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.errors import OptionError
from minutesparse.layouts import document, moderngov
from minutesparse.layouts.base import Layout
from minutesparse.lines import Line

LAYOUTS: dict[str, Layout] = {
    layout.name: layout for layout in (moderngov.ITEM, moderngov.MEETING, moderngov.ISSUE, document.DOCUMENT)
}

LONGEST_LABEL = 60
EARLY = 6  # lines that may stand above the body of an item page without labels
OPENING = 2
AROUND_LABEL = "*_#:•· \t"

# The characters that a line of a signature begins with, and those that it ends with.
_KEYS = [key for layout in LAYOUTS.values() for key in layout.signature]
LABEL_OPENINGS = frozenset(AROUND_LABEL).union(*((key[0], key[0].upper()) for key in _KEYS))
LABEL_ENDS = frozenset(AROUND_LABEL).union(*((key[-1], key[-1].upper()) for key in _KEYS))


def recognise(text: str, lines: Sequence[Line]) -> Layout:
    """The layout with the strongest evidence."""
    seen = {
        label_key(text, line)
        for line in lines
        if 0 < line.stop - line.start <= LONGEST_LABEL
        and not line.marker
        and text[line.start] in LABEL_OPENINGS
        and text[line.stop - 1] in LABEL_ENDS
    }
    best, most = LAYOUTS["document"], 0
    opening = _opens_as_item_page(text, lines)
    for layout in LAYOUTS.values():
        weight = sum(layout.signature[key] for key in layout.signature.keys() & seen)
        if layout is moderngov.ITEM and opening:
            weight += OPENING
        if weight >= layout.threshold and weight > most:
            best, most = layout, weight
    return best


def _opens_as_item_page(text: str, lines: Sequence[Line]) -> bool:
    """True where "Minutes:" or "Decision:" stands alone among the first lines: a title, a purpose, then the body."""
    live = (line for line in lines if not line.blank)
    return any(
        text[line.start : line.stop] in ("Minutes:", "Decision:") for line, _ in zip(live, range(EARLY), strict=False)
    )


def label_key(text: str, line: Line) -> str:
    """The words of a short line as the label tables spell them: case folded, no emphasis, no closing colon."""
    return " ".join(text[line.start : line.stop].casefold().strip(AROUND_LABEL).split())


def by_name(name: str) -> Layout:
    """The layout called ``name``. Raises ``OptionError`` with the names there are."""
    if name not in LAYOUTS:
        raise OptionError(f"no layout is called {name!r} (there are {', '.join(LAYOUTS)})")
    return LAYOUTS[name]
