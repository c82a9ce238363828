"""What belongs to a decision after its first sentence: announced text, clauses, the seconder, the vote, the reason."""

from __future__ import annotations

from minutesparse.block import Block
from minutesparse.facts import deciding, voting
from minutesparse.facts.decision_opening import (
    Decision,
    bare,
    kind_of,
    lead_of,
    operative_kinds,
    printed_lead,
    puts_motion,
    seconds,
    see_end,
    see_motion,
)
from minutesparse.facts.outcomes import names_outcome
from minutesparse.facts.sentences import Sentence, holds_any
from minutesparse.facts.votes import states_vote
from minutesparse.reader import Reader
from minutesparse.vocabulary.decisions import MOVING, OPERATIVE, SECONDING

# How many sentences of discussion may stand between a motion and its outcome.
_DISCUSSION = 40

# How many sentences or lines a printed roll of names may take.
_ROLL = 160

# What may stand behind the words of a statement.
_AROUND = " -–—*\n\r\t"

# How many blank lines may part the count of a vote from the sentence that declares its outcome.
_BLANK = 1

# How many sentences may be tried for a motion of which it is not yet known whether it stands.
_TENTATIVE = 20

# How many sentences a motion in quotation marks may have.
_QUOTED = 8


def complete(reader: Reader, units: list[Sentence], index: int, decision: Decision) -> int:
    """Take in what belongs to ``decision`` from ``units[index]`` on; the index of the first sentence that does not."""
    while index < len(units) and (decision.stands or len(decision.units) < _TENTATIVE):
        taken = _step(reader, units, index, decision)
        if taken == index:
            break
        index = taken
    return _reason(reader, units, index, decision)


def complete_list(reader: Reader, units: list[Sentence], index: int, decision: Decision) -> int:
    """Take in the list that is all of ``decision``, and its reason; the index of the first sentence after them."""
    return _reason(reader, units, _clauses(reader, units, index, decision), decision)


def _step(reader: Reader, units: list[Sentence], index: int, decision: Decision) -> int:
    """Take in the next sentence or list; the index after it, or ``index`` where it does not belong."""
    unit = units[index]
    text, lowered = reader.text, reader.lowered
    if unit.first and lowered[unit.start : unit.start + 8].lstrip(" *_").startswith("action"):
        return index
    awaits, decision.awaits = decision.awaits, ""
    closing = _open_quote(reader, units, index, decision) if decision.units[-1].end == decision.end else None
    if closing is not None:
        if unit.first and unit.block.kind == "point":
            return _clauses(reader, units, index, decision)
        for quoted in units[index:closing]:
            decision.add(quoted)
        return closing
    if awaits in ("text", "list", "motion") and unit.first and _is_clause(reader, unit, decision, awaits):
        return _clauses(reader, units, index, decision)
    if (
        states_vote(text, unit.start, unit.end)
        and not (decision.weak and "agree" not in unit.lowered[:60])
        and not _other_vote(reader, unit, decision)
    ):
        return _vote(reader, units, index, decision)
    if awaits == "text" or (awaits == "motion" and deciding.motion_text().match(lowered, unit.start, unit.end)):
        return _text(reader, units, index, decision)
    if decision.moved and deciding.quoted().match(lowered, unit.start, unit.end) and not _quotes(text, decision):
        return _text(reader, units, index, decision)
    if awaits == "roll" and not lead_of(reader, unit):
        decision.add(unit)
        return index + 1
    if _seconds(reader, units, index, decision):
        see_motion(reader, unit, decision)
        decision.kinds.update(operative_kinds(reader, unit))
        decision.add(unit)
        see_end(reader, unit, decision)
        return index + 1
    if decision.moved and not decision.decided and not decision.kinds:
        return _bridge(reader, units, index, decision)
    return index


def _other_vote(reader: Reader, unit: Sentence, decision: Decision) -> bool:
    """True where the sentence is about the motion, and the decision an amendment to it, or the other way about."""
    if not holds_any(unit.lowered[:60], ("amend", "motion", "vote on")):
        return False
    first = decision.units[0]
    amends = "amendment" in first.lowered and bool(deciding.amendment().search(reader.lowered, first.start, first.end))
    match = voting.outcome().match(reader.lowered, unit.start, unit.end)
    if match and "vote on" in match[0] and names_outcome(reader.text, decision.units[-1].start, decision.units[-1].end):
        return True
    if voting.substantive().search(reader.lowered, unit.start, unit.end):
        return amends
    return not amends and match is not None and "amendment" in unit.lowered[:60]


def _seconds(reader: Reader, units: list[Sentence], index: int, decision: Decision) -> bool:
    """True where a sentence says no more than who moved or seconded the decision before it."""
    unit = units[index]
    if not holds_any(unit.lowered, MOVING):
        return False
    bare = deciding.mover_statement().match(reader.lowered, unit.start, unit.end) is not None
    if decision.weak and bare:
        return False
    if (
        not decision.seconded
        and deciding.second_statement().match(reader.lowered, unit.start, unit.end)
        and (bare or not puts_motion(reader, unit))
    ):
        return True
    if not bare and decision.kinds and reader.text[unit.start] == "(" and puts_motion(reader, unit):
        return not decision.moved  # "(A proposed, B seconded, all in favour)"
    if not bare or (decision.moved and (decision.seconded or not holds_any(unit.lowered, SECONDING))):
        return False
    if unit.first and decision.kinds and index + 1 < len(units):
        # "Proposed by A, seconded by B" on lines of its own may open the next motion instead.
        following = units[index + 1]
        return not deciding.motion_text().match(reader.lowered, following.start, following.end)
    return True


def _text(reader: Reader, units: list[Sentence], index: int, decision: Decision) -> int:
    """Take in the text that a lead or a mover statement announced: a sentence, or the whole of a block of its own."""
    unit = units[index]
    if unit.block.kind in ("heading", "table") and unit.first:
        return index
    lead = lead_of(reader, unit)
    if lead is not None:
        decision.kinds.add(kind_of(lead["word"]))
        if decision.lead is None and unit.first:
            decision.lead = printed_lead(lead)
        if bare(reader.text, lead.end("lead"), unit.end):
            decision.awaits = "text"
    elif not decision.lead:
        decision.kinds.update(operative_kinds(reader, unit))
    see_motion(reader, unit, decision)
    whole = unit.first and decision.lead is not None
    decision.add(unit)
    index += 1
    while (
        whole
        and index < len(units)
        and not units[index].first
        and not states_vote(reader.text, units[index].start, units[index].end)
    ):
        unit = units[index]
        if lead_of(reader, unit) or deciding.mover_statement().match(reader.lowered, unit.start, unit.end):
            break
        decision.add(unit)
        index += 1
    see_end(reader, unit, decision)
    if decision.awaits == "text" and lead is None:
        if reader.text[unit.start : unit.end].rstrip().endswith(":"):
            decision.awaits = "list"
        else:
            decision.awaits = "motion" if deciding.mover_statement().match(reader.lowered, unit.start, unit.end) else ""
    return index


def _quotes(text: str, decision: Decision) -> bool:
    """True where the decision holds words in quotation marks already."""
    return any(mark in text[unit.start : unit.end] for unit in decision.units for mark in '"“‘')


def _open_quote(reader: Reader, units: list[Sentence], index: int, decision: Decision) -> int | None:
    """The index after the sentence that closes a quotation which the decision's last sentence left open, or None."""
    text = reader.text
    said = text[decision.units[-1].start : decision.units[-1].end]
    if said.count("“") <= said.count("”") + said.count('"'):
        return None
    for position in range(index, min(len(units), index + _QUOTED)):
        unit = units[position]
        if (
            lead_of(reader, unit)
            or deciding.motion().match(reader.lowered, unit.start, unit.end)
            or "“" in text[unit.start : unit.end]
        ):
            return None
        if "”" in text[unit.start : unit.end]:
            return position + 1
    return None


def _vote(reader: Reader, units: list[Sentence], index: int, decision: Decision) -> int:
    """Take in a statement of the vote, and the roll of names that it announces."""
    unit = units[index]
    lowered = reader.lowered[unit.start : unit.end]
    decision.decided = True
    head = lowered[:40]
    for kind, words in OPERATIVE.items():
        if holds_any(head, words) and not any(noun in head for noun in ("motion", "amendment", "decision", "stand")):
            decision.kinds.add(kind)
            break
    if "second" in lowered and seconds(reader, unit):
        decision.seconded = True
    decision.add(unit)
    if not unit.last:
        return index + 1
    stripped = lowered.rstrip(_AROUND)
    if _announces_roll(reader, unit):
        end = _outcome_ahead(reader, units, index + 1, decision, _ROLL)
        if end is not None:
            for later in units[index + 1 : end + 1]:
                decision.add(later)
            return end + 1
        decision.awaits = "roll"
    elif len(stripped) < 24 and stripped.endswith(")"):
        decision.awaits = "roll"
    elif stripped.endswith(","):
        decision.awaits = "text"
    return index + 1


def _announces_roll(reader: Reader, unit: Sentence) -> bool:
    """True where a statement of the vote announces what was voted below it: "the voting was as follows:"."""
    said = reader.lowered[unit.start : unit.end].rstrip(_AROUND)
    return said.endswith(":") or ("follows" in said and not _names_options(said))


def _names_options(lowered: str) -> bool:
    """True where the roll follows in the same sentence."""
    return any(option in lowered for option in ("yes", "aye", "yea,", " no,"))


def _outcome_ahead(reader: Reader, units: list[Sentence], index: int, decision: Decision, limit: int) -> int | None:
    """The index of the sentence that tells what became of the motion, before another decision begins, or None."""
    for position in range(index, min(len(units), index + limit)):
        unit = units[position]
        if states_vote(reader.text, unit.start, unit.end) and names_outcome(reader.text, unit.start, unit.end):
            return None if _other_vote(reader, unit, decision) else position
        if unit.lowered and (lead_of(reader, unit) or _begins_motion(reader, unit)):
            return None
    return None


def _begins_motion(reader: Reader, unit: Sentence) -> bool:
    return deciding.fresh_motion().search(reader.lowered, unit.start, unit.end) is not None or seconds(reader, unit)


def _bridge(reader: Reader, units: list[Sentence], index: int, decision: Decision) -> int:
    """Take in the vote on a motion that a discussion parts from it, without the discussion."""
    if not decision.seconded:
        return index
    end = _outcome_ahead(reader, units, index, decision, _DISCUSSION)
    if end is None:
        return index
    for position in range(index, end):
        if states_vote(reader.text, units[position].start, units[position].end) and _announces_roll(
            reader, units[position]
        ):
            return _vote(reader, units, position, decision)
    block = units[end].block
    while end > index and states_vote(reader.text, (unit := units[end - 1]).start, unit.end):
        if unit.lowered and unit.block is not block and unit.block.last + 1 + _BLANK < block.first:
            break
        block = unit.block
        end -= 1
    return _vote(reader, units, end, decision)


def _is_clause(reader: Reader, unit: Sentence, decision: Decision, awaits: str) -> bool:
    """True where the point that ``unit`` opens is a clause of the decision, not the next point of an outer list."""
    block = unit.block
    if block.kind != "point":
        return False
    if awaits == "motion" and not reader.lowered.startswith("that ", unit.start):
        return False
    return _below(reader, unit, decision)


def _below(reader: Reader, unit: Sentence, decision: Decision) -> bool:
    """True where a point belongs below the point that the decision stands in: deeper, or in a list of another kind.

    In a list of the same kind, a number that follows the outer one is the next outer point; bullets go by the colon
    before them.
    """
    text = reader.text
    over = next((u for u in reversed(decision.units) if u.block.kind == "point"), None)
    if over is None or unit.block.marker != over.block.marker:
        return True
    inner, outer = unit.block.label, over.block.label
    if inner is None or outer is None:
        return unit.depth > over.depth or unit.block.indent > over.block.indent
    label, above = text[inner[0] : inner[1]], text[outer[0] : outer[1]]
    if label.isdecimal() and above.isdecimal():
        last = decision.clauses[-1].label if decision.clauses else None
        return int(label) != int(above) + 1 or (last is not None and text[last[0] : last[1]] == above)
    if unit.depth > over.depth:
        return True
    if label.isalnum() and above.isalnum():
        return label.isalpha() != above.isalpha()
    return unit.block.indent > over.block.indent or text[decision.units[-1].end - 1] == ":"


def _clauses(reader: Reader, units: list[Sentence], index: int, decision: Decision) -> int:
    """Take in the list of clauses that begins at ``units[index]``; the index after it, which is none behind a vote."""
    if decision.cut is not None:
        return index
    depth = units[index].depth
    while index < len(units):
        unit = units[index]
        if unit.first:
            if (
                unit.block.kind != "point"
                or unit.depth < depth
                or not _below(reader, unit, decision)
                or lead_of(reader, unit)
            ):
                if unit.depth > depth:
                    decision.cut = unit.start
                break
            if unit.depth == depth:
                decision.clauses.append(unit.block)
        elif states_vote(reader.text, unit.start, unit.end) or lead_of(reader, unit):
            decision.cut = unit.start
            break
        decision.end = unit.end
        index += 1
    if decision.clauses and decision.cut is None:
        decision.end = max(decision.end, decision.clauses[-1].stop)  # a marker without words has no sentence
    return index


def _reason(reader: Reader, units: list[Sentence], index: int, decision: Decision) -> int:
    """Read the reason printed after the decision, in the same block or in the next ones."""
    if index >= len(units):
        return index
    unit = units[index]
    match = deciding.reason().match(reader.lowered, unit.start, unit.end)
    if match is None:
        return index
    block = unit.block
    start, end = match.end(), block.end
    blocks: list[Block] = []  # a label on the reason's own line would be lost with its block
    index = _after_block(units, index)
    if bare(reader.text, start, end):
        if index >= len(units) or units[index].block.kind == "heading":
            return index
        below = units[index].block
        start, end = below.start, below.end
        blocks = [block, below]
        if unit.first:
            block.kind = "label"  # "Reason for decision:" alone is a word of the layout
        index = _after_block(units, index)
    decision.reason = (start, end, blocks if unit.first else [])
    return index


def _after_block(units: list[Sentence], index: int) -> int:
    block = units[index].block
    while index < len(units) and units[index].block is block:
        index += 1
    return index
