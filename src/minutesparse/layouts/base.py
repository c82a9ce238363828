"""What a layout declares."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Layout:
    """A kind of document.

    ``signature`` gives the weight of each label that speaks for it; ``threshold`` the weight that it needs. ``labels``
    maps a line's words (case folded, without closing colon) to what the line opens: ``item``, ``minutes``,
    ``decision``, ``documents``, ``head`` or ``furniture``.
    """

    name: str
    summary: str
    signature: dict[str, int] = field(default_factory=dict)
    threshold: int = 0
    labels: dict[str, str] = field(default_factory=dict)
