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

LAYOUTS: dict[str, Layout] = {layout.name: layout for layout in (moderngov.ITEM, moderngov.MEETING, document.DOCUMENT)}

LONGEST_LABEL = 60


def recognise(text: str, lines: Sequence[Line]) -> Layout:
    """The layout with the strongest evidence."""
    seen = {label_key(text, line) for line in lines if 0 < line.stop - line.start <= LONGEST_LABEL and not line.marker}
    best, most = LAYOUTS["document"], 0
    for layout in LAYOUTS.values():
        weight = sum(layout.signature.get(key, 0) for key in seen)
        if weight >= layout.threshold and weight > most:
            best, most = layout, weight
    return best


def label_key(text: str, line: Line) -> str:
    """The words of a short line as the label tables spell them: case folded, no emphasis, no closing colon."""
    return " ".join(text[line.start : line.stop].casefold().strip("*_#:•· \t").split())


def by_name(name: str) -> Layout:
    """The layout called ``name``. Raises ``OptionError`` with the names there are."""
    if name not in LAYOUTS:
        raise OptionError(f"no layout is called {name!r} (there are {', '.join(LAYOUTS)})")
    return LAYOUTS[name]
