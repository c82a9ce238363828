"""Why each line is what it is: its role, the rule that decided, the signs for and against, what holds its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from minutesparse.corrections import Correction
from minutesparse.evidence import Weighing
from minutesparse.reader import Node
from minutesparse.source import Source
from minutesparse.stages import Stages, read_stages

# The rule behind each role that is not weighed.
RULES = {
    "furniture": "page furniture: a page number, a rule, or a line that repeats at page breaks",
    "label": "a label of the layout",
    "meeting": "data of the meeting, read from the head",
    "attendance": "under an attendance label, or a sentence about who came",
    "item_heading": "the title of an item, or a line that it runs over",
    "purpose": "between an item's title and its minutes",
    "report_of": "opens with Report of",
    "document": "below a documents label, or with icon words",
    "heading": "a heading inside an item",
    "paragraph": "no marker and no lead: running text",
    "point": "a marker that opens a list or counts on",
    "quote": "quoted text",
    "table": "a row of a table",
    "resolution": "a lead or a sentence that decides, set apart",
    "clause": "an entry of a resolution's own list",
    "reason": "a lead that gives the reason for a decision",
    "vote": "states a vote",
    "action": "a lead or a mark that gives a task, set apart",
    "declaration": "declares an interest, set apart",
    "signature": "the closing signature",
    "unplaced": "claimed by no rule",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """One line: its role and rule, the weighing if it was weighed as a heading, and the nodes over it."""

    line: int
    text: str
    role: str
    rule: str
    weighing: Weighing | None
    nodes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain data."""
        weighed = self.weighing
        return {
            "line": self.line,
            "text": self.text,
            "role": self.role,
            "rule": self.rule,
            "weighed": None
            if weighed is None
            else {
                "as": weighed.rule,
                "signs": [{"name": name, "weight": weight} for name, weight in weighed.signs],
                "total": weighed.total,
                "floor": weighed.floor,
                "chosen": weighed.chosen,
            },
            "runner_up": self.runner_up,
            "nodes": list(self.nodes),
        }

    @property
    def runner_up(self) -> str | None:
        """What the line would have been, had the weighing gone the other way."""
        if self.weighing is None:
            return None
        return "paragraph or point" if self.weighing.chosen else "item_heading"


def explain(source: Source, layout: str | None = None, corrections: Sequence[Correction] = ()) -> list[Explanation]:
    """An explanation of each line that is not blank, in order."""
    evidence: dict[int, Weighing] = {}
    stages = read_stages(source, layout, evidence, corrections)
    corrected = {line for one in corrections for line in range(one.first, one.last + 1)}
    over = _nodes_by_line(stages)
    return [
        Explanation(
            line.index + 1,
            stages.reader.string(line.start, line.stop) or source.text[line.start : line.stop],
            line.role,
            "a correction" if line.index + 1 in corrected else RULES[line.role],
            evidence.get(line.index),
            tuple(over.get(line.index + 1, ())),
        )
        for line in stages.lines
        if not line.blank
    ]


def _nodes_by_line(stages: Stages) -> dict[int, list[str]]:
    """Ids of the facts and items whose span covers each line, outermost first."""
    over: dict[int, list[str]] = {}
    for node in _walk(stages.node(None, False)):
        span = node["span"]
        for line in range(span["line"], span["end_line"] + 1):
            over.setdefault(line, []).append(node["id"])
    return over


def _walk(value: Any) -> Iterator[Node]:
    """Nodes that have an id and a span."""
    if isinstance(value, list):
        for one in value:
            yield from _walk(one)
    elif isinstance(value, dict):
        if value.get("id") and isinstance(value.get("span"), dict):
            yield value
        for one in value.values():
            if isinstance(one, list | dict):
                yield from _walk(one)
