"""What two documents of the same text differ in, as dotted paths: `gains.py` prints it.

Nodes of two lists belong together where they begin at the same place of the text, then where they stand nearest within
each other's span; so one item more does not make all that follow look changed. Ids count through a document and say
nothing about the text: a reference is told by the line that it leads to.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Node = dict[str, Any]

NOT_COMPARED = frozenset({"generator", "schema_version", "source", "id"})
REFERENCES = frozenset({"person", "resolution", "amends", "same_as"})
KEYS = ("line", "name", "field", "title", "code", "text")  # what tells nodes without a span apart, the first there is
LAST = ("lines[", "diagnostics[")  # paths that are told after all others, beside the spans
NESTED = re.compile(r"(\b\w+\[\])(?:\.\1)+")
INDEX = re.compile(r"\[\d+\]")
WIDTH = 60  # characters of a value that are told


@dataclass(frozen=True)
class Difference:
    """A field that only one document has, or has otherwise. ``path`` has the indices of the later document, where the
    field is gone those of the earlier; ``None`` stands for nothing there."""

    path: str
    before: Any
    now: Any

    @property
    def kind(self) -> str:
        return "gained" if self.before is None else "lost" if self.now is None else "changed"

    @property
    def field(self) -> str:
        """The path without indices; what is nested in its own kind counts as that kind."""
        return NESTED.sub(r"\1", INDEX.sub("[]", self.path))

    def __str__(self) -> str:
        sign = {"gained": "+", "lost": "-", "changed": "~"}[self.kind]
        told = " → ".join(summary(value) for value in (self.before, self.now) if value is not None)
        return f"{sign} {self.path}: {told}"


def differences(before: Node, now: Node) -> list[Difference]:
    """Facts first, in the order of the document; where they stand, and roles of lines, after them."""
    found = list(_between("", _plain(before, _places(before)), _plain(now, _places(now))))
    return sorted(found, key=lambda one: one.path.endswith("span") or one.path.startswith(LAST))


def summary(value: Any) -> str:
    """One short line that tells a value: of a node its text or what else it is known by, and its line."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            return f"{value['start']}–{value['end']}"
        known = next((value[key] for key in ("title", "name", "text", "number", "role") if value.get(key)), None)
        told = summary(known) if known is not None else ", ".join(value)
        line = value.get("line", value.get("at"))
        return told if line is None else f"{told} (line {line})"
    if isinstance(value, list):
        return f"{len(value)} × {summary(value[0])}"
    told = str(value) if not isinstance(value, str) else repr(value)
    return told if len(told) <= WIDTH else told[: WIDTH - 1] + "…"


def tally(found: Sequence[Difference]) -> dict[str, Counter[str]]:
    """How often each field was gained, lost and changed, the most frequent field first."""
    fields: dict[str, Counter[str]] = {}
    for one in found:
        fields.setdefault(one.field, Counter())[one.kind] += 1
    return dict(sorted(fields.items(), key=lambda pair: (-pair[1].total(), pair[0])))


def _places(node: Any) -> dict[str, str]:
    """Ids to the lines that their nodes begin on."""
    found: dict[str, str] = {}
    stack = [node]
    while stack:
        one = stack.pop()
        if isinstance(one, list):
            stack.extend(one)
        elif isinstance(one, dict):
            span = one.get("span")
            if isinstance(one.get("id"), str) and isinstance(span, dict):
                found[one["id"]] = f"line {span['line']}"
            stack.extend(one.values())
    return found


def _plain(value: Any, places: dict[str, str]) -> Any:
    """``value`` without ids and without what is empty: a field that is null or an empty list is none. ``at`` is the
    line that a node begins on."""
    if isinstance(value, list):
        return [_plain(one, places) for one in value]
    if not isinstance(value, dict):
        return value
    plain: Node = {}
    for name, one in value.items():
        if name in NOT_COMPARED or one is None or one == []:
            continue
        if name == "span" and isinstance(one, dict):
            plain["at"] = one.get("line")
            plain["span"] = {"start": one.get("start"), "end": one.get("end")}
        elif name in REFERENCES and isinstance(one, str):
            plain[name] = places.get(one, one)
        else:
            plain[name] = _plain(one, places)
    return plain


def _between(path: str, before: Any, now: Any) -> Iterator[Difference]:
    if before == now:
        return
    if isinstance(before, dict) and isinstance(now, dict) and path.rpartition(".")[2] != "span":
        for name in dict.fromkeys([*now, *before]):
            if name != "at":
                yield from _between(f"{path}.{name}" if path else name, before.get(name), now.get(name))
    elif (isinstance(before, list) and isinstance(now, list)) or _one_list(before, now):
        before, now = before or [], now or []
        for old, new in _pairs(before, now):
            index = new if new is not None else old
            one = before[old] if old is not None else None
            other = now[new] if new is not None else None
            if isinstance(one or other, dict) and "line" in (one or other) and "role" in (one or other):
                index = (one or other)["line"]
            yield from _between(f"{path}[{index}]", one, other)
    else:
        yield Difference(path, before, now)


def _one_list(before: Any, now: Any) -> bool:
    """Whether a list stands beside nothing."""
    return (before is None and isinstance(now, list)) or (now is None and isinstance(before, list))


def _pairs(before: list[Any], now: list[Any]) -> list[tuple[int | None, int | None]]:
    """Indices that belong together, in the order of ``now``, then those of ``before`` that nothing belongs to."""
    partner: dict[int, int] = {}
    free = dict.fromkeys(range(len(before)))
    for tell in (lambda one: (_start(one), _called(one)), _start, _called):
        _join(tell, before, now, partner, free)
    for new, one in enumerate(now):
        near = None if new in partner else _nearest(one, before, free)
        if near is not None:
            partner[new] = near
            del free[near]
    if not any(isinstance(one, dict) for one in (*before, *now)):  # plain values: what is left is paired in order
        rest = [new for new in range(len(now)) if new not in partner]
        for new, old in zip(rest, list(free), strict=False):
            partner[new] = old
            del free[old]
    return [(partner.get(new), new) for new in range(len(now))] + [(old, None) for old in free]


def _join(
    tell: Callable[[Any], Any], before: list[Any], now: list[Any], partner: dict[int, int], free: dict[int, None]
) -> None:
    """Pair those of which ``tell`` says the same, the first with the first; ``free`` are those of ``before`` that are
    not paired yet."""
    waiting: dict[Any, deque[int]] = {}
    for old in free:
        if tell(before[old]) is not None:
            waiting.setdefault(repr(tell(before[old])), deque()).append(old)
    for new, one in enumerate(now):
        queue = waiting.get(repr(tell(one))) if new not in partner else None
        if queue:
            partner[new] = queue.popleft()
            del free[partner[new]]


def _nearest(one: Any, before: list[Any], free: dict[int, None]) -> int | None:
    """The node of ``free`` whose span shares most text with that of ``one``."""
    if _start(one) is None:
        return None
    shared = {old: _overlap(before[old]["span"], one["span"]) for old in free if _start(before[old]) is not None}
    best = max(shared, key=lambda old: shared[old], default=None)
    return best if best is not None and shared[best] > 0 else None


def _overlap(one: Node, other: Node) -> int:
    return min(one["end"], other["end"]) - max(one["start"], other["start"])


def _start(one: Any) -> Any:
    return one["span"]["start"] if isinstance(one, dict) and "span" in one else None


def _called(one: Any) -> Any:
    """What a node or value is known by; nothing where a node has only a place."""
    if isinstance(one, dict):
        return next(((key, one[key]) for key in KEYS if one.get(key) is not None), None)
    return one
