"""Why each line is what it is: its role, the rule that decided, the signs for and against, the facts in its words.

The stages run as always; on request they keep what was weighed for each line (`evidence`), and `signs` asks for the
words behind each fact.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from minutesparse.corrections import Correction
from minutesparse.evidence import Weighing
from minutesparse.facts.attendance_labels import inner_labels, label_at, office_at
from minutesparse.facts.deciding import reason
from minutesparse.furniture import furniture_kind
from minutesparse.lines import Line
from minutesparse.reader import Node
from minutesparse.signs import SIGNS, Sign, action_signs, declaration_signs, resolution_signs
from minutesparse.source import Source
from minutesparse.stages import Stages, read_stages

# Each rule by its stable name, with what it says. The rule of a fact's line is one of `signs.SIGNS`.
RULES = {
    "correction": "a reader has said so",
    "page-number": "page furniture: the number of the page",
    "page-count": "page furniture: a number alone that counts the pages",
    "page-rule": "page furniture: a line without letters and digits",
    "running-line": "page furniture: a short line that repeats at page breaks",
    "page-navigation": "page furniture: navigation of a committee system's page",
    "layout-label": "a label of the layout",
    "agenda-number": "a note below a heading of the agenda's number",
    "head-data": "data of the meeting, read from the head; the words give the field",
    "attendance-entry": "people, or a sentence about who came, under the label above",
    "weighed-heading": "weighed as a heading, alone or with its series, and chosen",
    "title-line": "the title of the number above, or a line that it runs over",
    "page-title": "number or title of an item by the labels of its page",
    "agenda-purpose": "between an item's title and its minutes: the agenda's words",
    "report-of": "opens with Report of",
    "listed-document": "below a documents label, or with icon words",
    "inner-heading": "a heading inside an item",
    "running-text": "no marker and no lead: running text",
    "list-marker": "a marker that opens a list or counts on",
    "quotation": "quoted text",
    "table-row": "a row of a table",
    "clause": "an entry of a resolution's own list",
    "signature": "the closing signature",
    "stray-note": "a drafting note, set off below an item's outcome",
    "other-meeting": "of another meeting in the file, which extract --split reads",
    "unclaimed": "claimed by no rule",
    **SIGNS,
}

_OF_ROLE = {
    "label": "layout-label",
    "purpose": "agenda-purpose",
    "report_of": "report-of",
    "document": "listed-document",
    "heading": "inner-heading",
    "paragraph": "running-text",
    "point": "list-marker",
    "quote": "quotation",
    "table": "table-row",
    "clause": "clause",
    "reason": "reason-lead",
    "vote": "vote-statement",
    "signature": "signature",
    "unplaced": "unclaimed",
}

_FACTS = {"resolutions": resolution_signs, "actions": action_signs, "declarations": declaration_signs}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact over a line: its id, and the printed words that were its signs, that which decided first."""

    id: str
    signs: tuple[Sign, ...]

    def to_dict(self) -> dict[str, Any]:
        """The fact as plain data."""
        return {"id": self.id, "signs": [sign.to_dict() for sign in self.signs]}


@dataclass(frozen=True, slots=True)
class Explanation:
    """One line: its role, the name of the rule that decided, the words that it went by (or ``None``).

    ``weighing`` is that of a line weighed as a heading, ``facts`` are those whose span covers the line, ``nodes`` the
    ids of all nodes that do, outermost first.
    """

    line: int
    text: str
    role: str
    rule: str
    words: str | None
    weighing: Weighing | None
    facts: tuple[Fact, ...]
    nodes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain data."""
        weighed = self.weighing
        return {
            "line": self.line,
            "text": self.text,
            "role": self.role,
            "rule": self.rule,
            "because": RULES[self.rule],
            "words": self.words,
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
            "facts": [fact.to_dict() for fact in self.facts],
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
    return _Explainer(stages, evidence, corrections).lines()


class _Explainer:
    """Looks from the finished document back at the lines of one source."""

    def __init__(self, stages: Stages, evidence: dict[int, Weighing], corrections: Sequence[Correction]) -> None:
        self.stages = stages
        self.text = stages.source.text
        self.evidence = evidence
        self.corrected = {line for one in corrections for line in range(one.first, one.last + 1)}
        document = stages.node(None, False)
        self.nodes: dict[int, list[str]] = {}
        for node in _walk(document):
            self._over(self.nodes, node["span"], node["id"])
        self.head: dict[int, list[str]] = {}
        for printed in document["meeting"]["printed"]:
            self._over(self.head, printed["span"], printed["field"])
        people = {person["span"]["line"] for person in document["attendance"]}
        self.labels = self._attendance_labels(people)
        self.facts: dict[int, list[tuple[str, Fact]]] = {}
        for role, node, signs in self._all_facts(document):
            self._over(self.facts, node["span"], (role, Fact(node["id"], tuple(signs))))

    def lines(self) -> list[Explanation]:
        """The explanation of each line."""
        rest = {line.index for line in self.stages.rest}
        return [self._line(line, line.index in rest) for line in self.stages.lines if not line.blank]

    def _line(self, line: Line, other: bool) -> Explanation:
        number = line.index + 1
        facts = self.facts.get(number, [])
        rule, words = self._rule(line, other, facts)
        text = self.text[line.start : line.stop] if other else self.stages.reader.string(line.start, line.stop)
        return Explanation(
            number,
            text or self.text[line.start : line.stop],
            line.role,
            rule,
            words,
            self.evidence.get(line.index),
            tuple(fact for _, fact in facts),
            tuple(self.nodes.get(number, ())),
        )

    def _rule(self, line: Line, other: bool, facts: list[tuple[str, Fact]]) -> tuple[str, str | None]:
        """The name of the rule that gave a line its role, and the words that it went by."""
        role, pages = line.role, self.stages.layout.name != "document"
        if other or line.index + 1 in self.corrected:
            return ("other-meeting" if other else "correction"), None
        if role == "furniture":
            return ("page-navigation" if pages else furniture_kind(self.text, line)), None
        if role == "label" and not pages:
            of_reason = reason().match(self.stages.reader.lowered, line.start, line.stop)
            return ("agenda-number" if of_reason is None else "reason-lead"), None
        if role == "meeting":
            return "head-data", ", ".join(self.head.get(line.index + 1, ())) or None
        if role == "attendance":
            label = self._label_before(line.stop)
            mine = label is not None and label.line == line.index + 1
            return ("attendance-label" if mine else "attendance-entry"), label.words if label else None
        if role == "item_heading":
            if pages:
                return "page-title", None
            weighed = self.evidence.get(line.index)
            return ("weighed-heading" if weighed is not None and weighed.chosen else "title-line"), None
        if role == "unplaced" and pages:
            return "stray-note", None
        of_role = [fact for kind, fact in facts if kind == role]
        if of_role:
            signs = of_role[-1].signs
            sign = next((sign for sign in signs if sign.line == line.index + 1), signs[0])
            return sign.name, sign.words
        return _OF_ROLE.get(role, "unclaimed"), None

    def _attendance_labels(self, people: set[int]) -> list[tuple[int, Sign]]:
        """Where the labels of the attendance part and of lines that name ``people`` begin, and the labels, in order."""
        found: list[tuple[int, Sign]] = []
        for line in self.stages.own:
            if line.role != "attendance" and line.index + 1 not in people:
                continue
            opening = label_at(self.text, line.start, line.stop) or office_at(self.text, line.start, line.stop)
            if opening is not None:
                found.append((opening.start, self._label(opening.start, opening.end)))
            for at in inner_labels(self.text, line.start, line.stop):
                end = self.text.find(":", at, line.stop)
                if end >= 0 and at > (found[-1][0] if found else -1):
                    found.append((at, self._label(at, end + 1)))
        return found

    def _label(self, start: int, end: int) -> Sign:
        words = " ".join(self.text[start:end].split())
        return Sign("attendance-label", words, self.stages.source.line_of(start))

    def _label_before(self, offset: int) -> Sign | None:
        """The last label that begins before ``offset``."""
        at = bisect_left(self.labels, offset, key=itemgetter(0))
        return self.labels[at - 1][1] if at else None

    def _all_facts(self, document: Node) -> Iterator[tuple[str, Node, list[Sign]]]:
        """Each fact with the role of the lines that it is set apart on, and its signs."""
        for person in document["attendance"]:
            span = person["span"]
            label = self._label_before(span["start"])
            if label is not None and label.line < span["line"] and not self._is_attendance(span["line"]):
                label = None
            told = Sign("attendance-text", self.stages.reader.string(span["start"], span["end"]), span["line"])
            yield "attendance", person, [label or told]
        for holder in [document, *_items(document["items"])]:
            for field, signs_of in _FACTS.items():
                for node in holder[field]:
                    yield field.removesuffix("s"), node, signs_of(self.stages.reader, node)

    def _is_attendance(self, line: int) -> bool:
        return self.stages.lines[line - 1].role == "attendance"

    @staticmethod
    def _over(lines: dict[int, list[Any]], span: Node, value: Any) -> None:
        for line in range(span["line"], span["end_line"] + 1):
            lines.setdefault(line, []).append(value)


def _items(items: Sequence[Node]) -> Iterator[Node]:
    for item in items:
        yield item
        yield from _items(item["items"])


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
