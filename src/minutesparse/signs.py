"""Which printed words were the sign of a fact, for `explain`: never part of the facts.

The patterns that made the fact are asked again, over the fact's own span, so a document costs nothing more where nobody
asks. What stands first in the answer decided; the rest belongs to the same fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minutesparse.facts import deciding
from minutesparse.facts.decision_opening import kind_of
from minutesparse.facts.declarations import declaring_words
from minutesparse.facts.duties import duty_marks
from minutesparse.facts.outcomes import outcome_words
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary.decisions import MOVERS, SECONDERS

# No more of the words of a vote or a deadline is shown than this, in characters.
LONGEST_WORDS = 80

# How far before a task what opens its clause stands: the line end and the indent, or the full stop.
BEFORE_CLAUSE = 4

# Each sign by its stable name, with what it says. The names of lines' rules are `explain.RULES`.
SIGNS = {
    "decision-lead": "a word that opens a decision, with its mark",
    "decision-word": "an operative word in the past tense",
    "decision-label": "stands under the label Decision, or as a list that one governs",
    "report-noted": "closes an item with a report's being noted",
    "mover-phrase": "moves or proposes something",
    "seconder-phrase": "seconds it",
    "outcome-word": "says what became of a motion",
    "vote-statement": "says how was voted",
    "reason-lead": "gives the reason for a decision",
    "action-lead": "a word that gives a task",
    "owner-mark": "names the owner behind the task or in the margin",
    "duty-phrase": "makes somebody the subject of a duty",
    "task-row": "a row of a table of tasks, or an entry of their list",
    "deadline": "says by when",
    "declaration-words": "says that an interest is declared",
    "declaration-entry": "an entry under declarations of interest",
    "attendance-label": "stands under this label",
    "attendance-text": "told in a sentence about who came",
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign by its name in `SIGNS`, the printed words, and the line that they begin on, from 1."""

    name: str
    words: str
    line: int

    def to_dict(self) -> dict[str, str | int]:
        """The sign as plain data."""
        return {"name": self.name, "words": self.words, "line": self.line}


def resolution_signs(reader: Reader, node: Node) -> list[Sign]:
    """The signs of a decision: its lead or operative word, who moved, what became of it."""
    lowered, (start, end) = reader.lowered, (node["span"]["start"], node["span"]["end"])
    found: list[Sign] = []
    if node["lead"]:
        found.append(_sign(reader, "decision-lead", _place_of(reader.text, node["lead"].split()[0], start, end)))
        found[0] = Sign("decision-lead", node["lead"], found[0].line)
    elif node["kind"] != "motion":
        found += _operative(reader, node["kind"], start, end)
    movers = _phrase(lowered, MOVERS, start, end)
    put = deciding.motion().search(lowered, start, end)
    if put is not None or movers is not None:
        found.append(_sign(reader, "mover-phrase", put.span() if put is not None else movers or (start, start)))
    seconded = deciding.seconding().search(lowered, start, end) or deciding.second_mark().search(
        reader.text, start, end
    )
    seconders = seconded.span() if seconded is not None else _phrase(lowered, SECONDERS, start, end)
    if seconders is not None:
        found.append(_sign(reader, "seconder-phrase", seconders))
    if node["result"] is not None and (outcome := outcome_words(reader.text, start, end)) is not None:
        found.append(_sign(reader, "outcome-word", outcome))
    if node["vote"] is not None:
        found.append(_sign(reader, "vote-statement", (node["vote"]["span"]["start"], node["vote"]["span"]["end"])))
    if node["reason"] is not None:
        found.append(_sign(reader, "reason-lead", (node["reason"]["span"]["start"], node["reason"]["span"]["end"])))
    if not found:
        found.append(_sign(reader, "decision-label", (start, end)))
    return found


def _operative(reader: Reader, kind: str, start: int, end: int) -> Iterator[Sign]:
    """The operative word in the form that makes a decision of this kind; a report's being noted."""
    for match in deciding.operative().finditer(reader.lowered, start, end):
        form = match.lastgroup or ""
        if form == "elected" or kind_of(match[form]) == kind:
            yield _sign(reader, "decision-word", match.span())
            return
    lead = deciding.lead().match(reader.lowered, start, end)
    if lead is not None:
        yield _sign(reader, "decision-word", lead.span("lead"))
    elif kind == "noted":
        yield _sign(reader, "report-noted", (start, end))


def action_signs(reader: Reader, node: Node) -> list[Sign]:
    """The signs of an action: its lead, or how its owners stand to it; its deadline."""
    text, (start, end) = reader.text, (node["span"]["start"], node["span"]["end"])
    found: list[Sign] = []
    owner = node["owners"][-1]["name"] if node["owners"] else ""
    duty = next(duty_marks(text, max(0, start - BEFORE_CLAUSE), end), None)
    if node["lead"]:
        at = _place_of(text, node["lead"].split()[0], start, end)
        found.append(Sign("action-lead", node["lead"], reader.source.line_of(at[0])))
    elif owner and text[start:end].rstrip(" )]*_.").endswith(owner):
        found.append(_sign(reader, "owner-mark", (text.rindex(owner, start, end), end)))
    elif duty is not None and duty.owners.end <= end:
        found.append(_sign(reader, "duty-phrase", (max(start, duty.start), duty.owners.end)))
    else:
        found.append(_sign(reader, "task-row", (start, end)))
    if node["due"]:
        found.append(_sign(reader, "deadline", _place_of(text, node["due"], start, end)))
    return found


def declaration_signs(reader: Reader, node: Node) -> list[Sign]:
    """The words by which somebody declares, else that the entry stands among declarations."""
    start, end = node["span"]["start"], node["span"]["end"]
    words = declaring_words(reader.text, start, end)
    return [
        _sign(reader, "declaration-entry", (start, end)) if words is None else _sign(reader, "declaration-words", words)
    ]


def _sign(reader: Reader, name: str, place: tuple[int, int]) -> Sign:
    start, end = reader.trim(*place)
    words = reader.string(start, min(end, start + LONGEST_WORDS))
    return Sign(name, words, reader.source.line_of(start))


def _place_of(text: str, words: str, start: int, end: int) -> tuple[int, int]:
    """Where printed ``words`` stand, or where the range begins if white space parts them otherwise."""
    at = text.find(words, start, end)
    return (at, at + len(words)) if at >= 0 else (start, end)


def _phrase(lowered: str, phrases: tuple[str, ...], start: int, end: int) -> tuple[int, int] | None:
    """The first of ``phrases`` that stands in the range."""
    places = [(at, at + len(one)) for one in phrases if (at := lowered.find(one, start, end)) >= 0]
    return min(places, default=None)
