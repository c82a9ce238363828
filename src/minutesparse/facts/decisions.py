"""The decisions of one item: resolutions with their clauses, movers, votes and reasons.

A decision is read sentence by sentence: `decision_opening` finds where one begins, `decision_course` what belongs to
it. A motion that nobody seconded and nothing decided is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from minutesparse.block import Block
from minutesparse.facts import deciding
from minutesparse.facts.decision_course import complete, complete_list
from minutesparse.facts.decision_links import link_decisions
from minutesparse.facts.decision_opening import (
    Decision,
    bare,
    labelled_decision,
    movers_alone,
    opening,
    with_motion,
)
from minutesparse.facts.movers import read_movers
from minutesparse.facts.outcomes import read_result
from minutesparse.facts.sentences import Sentence, sentences_of, take
from minutesparse.facts.votes import read_vote, states_vote
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary.decisions import KIND_ORDER

# How many characters may stand between a motion and its outcome.
_PARTED = 1500

# How many characters may stand in a paragraph between a decision and who moved it.
_APART = 400


def read_decisions(reader: Reader, blocks: list[Block], places: Sequence[tuple[int, int]] | None = None) -> list[Node]:
    """The decisions in ``blocks``, the content of one item in reading order, as resolutions of the contract.

    ``places`` are the `trigger_places` of the whole text; without them each item is searched for its own.
    Ids are empty and references point to nobody yet. Blocks that became decisions, clauses or reasons are marked
    ``taken``; decisions in running text are views, their paragraphs stay.
    """
    text = reader.text
    units = sentences_of(reader, blocks, places)
    found: list[Decision] = []
    index = 0
    while index < len(units):
        unit = units[index]
        if unit.labelled and (decision := labelled_decision(reader, unit)):
            follow = complete if decision.units else complete_list
            index = follow(reader, units, index + len(decision.units), decision)
            found.append(decision)
            continue
        if not (unit.triggered or (unit.first and not text[unit.start].isalnum())):  # most sentences
            index += 1
            continue
        decision = opening(
            reader, unit, units[index + 1] if index + 1 < len(units) else None, units[index - 1] if index else None
        )
        if decision is None:
            index += 1
            continue
        after = index + 1 if decision.outcome else complete(reader, units, index + 1, decision)
        if decision.stands:
            if decision.outcome or not unit.first:
                _place(reader, units, index, decision, found)
            else:
                found.append(decision)
            index = after
        else:
            index += 1
    note = _closing_note(reader, units)
    if note is not None and not any(decision.end > note.start for decision in found):
        decision = Decision()
        decision.kinds.add("noted")
        decision.add(note)
        found.append(decision)
    found = _recorded(found)
    for decision in found:
        _take(decision, _unclaimed(units, found, decision))
    nodes = [_node(reader, decision) for decision in found]
    if nodes:
        link_decisions(reader, nodes)
    return nodes


def _place(reader: Reader, units: list[Sentence], index: int, decision: Decision, found: list[Decision]) -> None:
    """Add ``decision``, which opens at ``units[index]``, to ``found``, with the motion that stands before its movers.

    Movers that stand in one paragraph with a decision without any belong to that one.
    """
    before = found[-1] if found else None
    begin = with_motion(reader, units, index, decision, before)
    unit = units[index]
    if (
        before is not None
        and not before.moved
        and before.units
        and before.units[-1].block is unit.block
        and unit.start - before.end < _APART
        and movers_alone(reader, unit)
    ):
        before.join(decision)
        return
    if decision.outcome:
        if begin < index and states_vote(reader.text, units[begin].start, units[begin].end):
            # The vote on a motion that other paragraphs part from it.
            if before is not None and before.moved and not before.decided and unit.start - before.end < _PARTED:
                decision.units[:0] = units[begin:index]
                before.join(decision)
            return
        if begin == index or unit.end - units[begin].start > _PARTED:
            return
    decision.units[:0] = units[begin:index]
    found.append(decision)


def _recorded(found: list[Decision]) -> list[Decision]:
    """``found`` without what was agreed in passing where the item sets its resolution apart under "Resolved"."""
    last = max((d.start for d in found if d.lead and "resolved" in d.kinds), default=-1)
    return [d for d in found if d.lead or d.moved or d.clauses or d.units[0].first or d.start > last]


def _closing_note(reader: Reader, units: list[Sentence]) -> Sentence | None:
    """The paragraph that closes an item with a report's being noted; only lists and headings may follow it."""
    for unit in reversed(units):
        if unit.lowered and unit.first and unit.last and "noted" in unit.lowered and unit.block.kind == "paragraph":
            return unit if deciding.noted().match(reader.lowered, unit.start, unit.end) else None
        ended = reader.text[unit.start : unit.end].rstrip().endswith((".", "?", "!"))
        if ended and not deciding.closing().match(reader.lowered, unit.start, unit.end):
            return None
    return None


def _unclaimed(units: list[Sentence], found: list[Decision], decision: Decision) -> Block | None:
    """The clause that ``decision`` ends inside of, if sentences behind that cut belong to no decision."""
    if decision.cut is None:
        return None
    at = bisect_left(units, decision.cut, key=attrgetter("start"))
    if at == len(units) or units[at].first:
        return None
    block, claimed = units[at].block, {unit.start for one in found for unit in one.units}
    while at < len(units) and units[at].block is block:
        if units[at].start not in claimed:
            return block
        at += 1
    return None


def _take(decision: Decision, unclaimed: Block | None) -> None:
    """Mark the blocks that the decision holds whole: clauses, reasons, and its paragraphs where it is set apart.

    A decision that begins inside a paragraph or in a point is a view of it, so these stay, as does the clause
    ``unclaimed`` whose last sentences would be lost with it.
    """
    for clause in decision.clauses:
        for block in clause.walk():
            if block is not unclaimed and (decision.cut is None or block.body < decision.cut):
                take(block)
    if decision.reason:
        for block in decision.reason[2]:
            take(block)
    opener = decision.units[0] if decision.units else None
    if opener is None or not opener.first or opener.block.kind == "point":
        return
    begun: Block | None = None
    for unit in decision.units:
        if unit.first:
            begun = unit.block
        if unit.last and unit.block is begun and unit.block.kind != "point":
            take(unit.block)


def _node(reader: Reader, decision: Decision) -> Node:
    ranges = _ranges(reader.text, decision)
    parts = [part for s, e in _without(reader.text, ranges, decision.lead) if (part := reader.string(s, e))]
    moved_by, seconded_by = read_movers(reader, ranges)
    kind = next((k for k in KIND_ORDER if k in decision.kinds), "motion")
    reason = decision.reason
    clauses = [_clause(reader, block, decision.cut) for block in decision.clauses]
    # A marker without words, the last before a cut, has no sentence that the decision ends with.
    end = max(decision.end, clauses[-1]["span"]["end"]) if clauses else decision.end
    return {
        "id": "",
        "kind": kind,
        "is_amendment": bool(ranges)
        and (decision.moved or decision.decided)
        and _is_amendment(reader.lowered, *_head(ranges)),
        "lead": reader.string(*decision.lead) if decision.lead else None,
        "text": " ".join(parts),
        "clauses": clauses,
        "moved_by": moved_by,
        "seconded_by": seconded_by,
        "result": read_result(reader.text, ranges),
        "vote": read_vote(reader, ranges),
        "reason": {"text": reader.string(*reason[:2]), "span": reader.span(*reason[:2])} if reason else None,
        "amends": None,
        "same_as": None,
        "covers": [],
        "span": reader.span(decision.start, end),
    }


def _is_amendment(lowered: str, start: int, end: int) -> bool:
    return "amendment" in lowered[start:end] and deciding.amendment().search(lowered, start, end) is not None


def _head(ranges: list[tuple[int, int]]) -> tuple[int, int]:
    """The beginning of the first range, where a motion says what it is."""
    start, end = ranges[0]
    return start, min(end, start + 200)


def _ranges(text: str, decision: Decision) -> list[tuple[int, int]]:
    """The decision's own sentences as ranges, joined where nothing else stands between them."""
    ranges: list[tuple[int, int]] = []
    block: Block | None = None
    for unit in decision.units:
        if ranges and (unit.block is block or bare(text, ranges[-1][1], unit.start)):
            ranges[-1] = (ranges[-1][0], unit.end)
        else:
            ranges.append((unit.start, unit.end))
        block = unit.block
    return ranges


def _without(text: str, ranges: list[tuple[int, int]], lead: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    """``ranges`` with the lead and its emphasis cut out."""
    for start, end in ranges:
        if lead and start <= lead[0] < end:
            if not bare(text, start, lead[0]):
                yield start, lead[0]
            start = lead[1]
            while start < end and text[start] in "*_":
                start += 1
            yield start, end
        else:
            yield start, end


def _clause(reader: Reader, block: Block, cut: int | None) -> Node:
    """A clause with those below it, as far as ``cut``, where the vote or the next decision begins inside the list."""
    end = block.end if cut is None else min(block.end, cut)
    children = [child for child in block.children if cut is None or child.body < cut]
    clauses = [_clause(reader, child, cut) for child in children]
    return {
        "id": "",
        "label": reader.string(*block.label) if block.label else None,
        "text": reader.string(block.body, end),
        "clauses": clauses,
        "span": reader.span(block.start, clauses[-1]["span"]["end"] if clauses else end),
    }
