"""Where a decision begins: leads, operative words, motions.

A sentence opens a decision by a lead ("Resolved:"), by an operative word ("it was agreed that", "the minutes were
approved"), or by a motion. Whether a motion stands is known only from what follows it (`decision_course`).
"""

from __future__ import annotations

import re
from functools import cache

from minutesparse.block import Block
from minutesparse.facts import deciding, voting
from minutesparse.facts.movers import is_title
from minutesparse.facts.outcomes import names_outcome
from minutesparse.facts.sentences import Sentence, holds_any
from minutesparse.facts.votes import states_vote, tells_assent
from minutesparse.reader import Reader
from minutesparse.vocabulary.decisions import LEADS, MOVERS, OPERATIVE, OUTCOMES, SECONDERS, VERBS

_KINDS = {word: kind for table in (OPERATIVE, LEADS, VERBS) for kind, words in table.items() for word in words}

# What may stand before an operative word of each form and make it no decision of this sitting.
_DENIALS = {
    "impersonal": deciding.elsewhere,
    "body": deciding.told,
    "listed": deciding.indirect,
    "last": deciding.indirect,
}

# How far before an operative word what governs it may begin, in characters.
_REACH = 140

# A motion has one of these, in lower case; a suggestion without them needs a seconder or an agreement to stand.
_MOTIONS = ("moved", "moves", "prop", "motion", "m/s/", "nominat")

# One of these stands in every motion and every suggestion, in lower case.
_SUGGESTIONS = (*_MOTIONS, "suggested", *MOVERS)


# The longest that a label ("Proposed source of funds:") may be, in characters.
_LONGEST_LABEL = 60

# The longest that a word of outcome with its marks may be, in characters.
_WORD = 60


class Decision:
    """A decision while it is read: the sentences and clauses that belong to it, and what has been seen of it.

    ``awaits`` is what must follow: ``text`` after "It was agreed:", ``list`` after a text that ends with a colon,
    ``motion`` after a bare mover statement, ``roll`` after "the voting was as follows:", else empty. ``weak`` is a
    suggestion that stands only if it is seconded or agreed; ``outcome`` says that a word of outcome alone opened it;
    ``cut`` where a clause ends because the vote begins.
    """

    __slots__ = (
        "awaits",
        "clauses",
        "cut",
        "decided",
        "end",
        "kinds",
        "lead",
        "moved",
        "outcome",
        "reason",
        "seconded",
        "units",
        "weak",
    )

    def __init__(self) -> None:
        self.units: list[Sentence] = []
        self.clauses: list[Block] = []
        self.cut: int | None = None
        self.kinds: set[str] = set()
        self.lead: tuple[int, int] | None = None
        self.reason: tuple[int, int, list[Block]] | None = None
        self.moved = False
        self.outcome = False
        self.seconded = False
        self.decided = False
        self.weak = False
        self.awaits = ""
        self.end = 0

    @property
    def start(self) -> int:
        """Where the decision begins: a list under a label has no words of its own before it."""
        return self.units[0].start if self.units else self.clauses[0].start

    @property
    def stands(self) -> bool:
        """True where something was decided, or a motion was seconded."""
        return self.decided or bool(self.kinds) or (self.moved and self.seconded)

    def add(self, unit: Sentence) -> None:
        """Take a sentence in."""
        self.units.append(unit)
        self.end = max(self.end, unit.end)

    def join(self, other: Decision) -> None:
        """Take in what a later part of the text says of the same decision."""
        for unit in other.units:
            self.add(unit)
        self.clauses += other.clauses
        self.end = max(self.end, other.end)
        self.moved = self.moved or other.moved
        self.seconded = self.seconded or other.seconded
        self.decided = self.decided or other.decided
        self.reason = self.reason or other.reason
        self.cut = other.cut if self.cut is None else self.cut


def opening(reader: Reader, unit: Sentence, following: Sentence | None, preceding: Sentence | None) -> Decision | None:
    """The decision that ``unit`` opens, or None."""
    if not unit.triggered:
        return _quoted_motion(reader, unit, following)
    if unit.lowered.lstrip(" *_").startswith(("action", "if ")):
        return None
    lead = lead_of(reader, unit)
    kinds: set[str] = set()
    favoured = outcome = False
    if lead is None:
        if "following" in unit.lowered and following is not None and lead_of(reader, following):
            return None  # "the following resolutions were agreed." only introduces them
        kinds = operative_kinds(reader, unit)
        if not kinds:
            outcome = bare_word(reader, unit) and under_motion(reader, unit, preceding)
            favoured = "favo" in unit.lowered and bool(deciding.favour().match(reader.lowered, unit.start, unit.end))
            favoured = favoured or outcome or _tells_outcome(reader, unit)
        if not (kinds or favoured or holds_any(unit.lowered, _SUGGESTIONS)):
            return _quoted_motion(reader, unit, following)
    decision = Decision()
    decision.kinds = kinds
    decision.decided = favoured
    decision.outcome = outcome
    if lead is not None:
        kinds.add(kind_of(lead["word"]))
        if unit.first or _opens_line(reader.text, unit):
            decision.lead = printed_lead(lead)
        decision.awaits = "text" if lead["mark"] and bare(reader.text, lead.end("lead"), unit.end) else ""
    see_motion(reader, unit, decision)
    if not (decision.kinds or decision.decided or decision.moved):
        return _quoted_motion(reader, unit, following)
    decision.add(unit)
    see_end(reader, unit, decision)
    return decision


def labelled_decision(reader: Reader, unit: Sentence) -> Decision | None:
    """The decision under the label "Decision:" that has no operative word ("That the report be accepted."), or None.

    What the label stands over may be no decision ("There were none."); a list is the decision's clauses.
    """
    if not deciding.bare_decision().match(reader.lowered, unit.start, unit.end):
        return None
    decision = Decision()
    decision.kinds.add("agreed")
    if unit.block.kind != "point":
        decision.add(unit)
    return decision


def bare_word(reader: Reader, unit: Sentence) -> bool:
    """True where a word of outcome ("CARRIED", "**PASSED**") stands alone, at a paragraph's end or below it."""
    return (
        unit.last
        and unit.end - unit.start < _WORD
        and voting.bare_outcome().fullmatch(reader.text, unit.start, unit.end) is not None
    )


def under_motion(reader: Reader, unit: Sentence, preceding: Sentence | None) -> bool:
    """True where a motion's words stand right above an outcome: in its paragraph, on the line before, or "That …"."""
    if preceding is None or not unit.first:
        return preceding is not None
    if preceding.block.last + 1 == unit.block.first:
        return True
    return voting.bare_motion().match(reader.lowered, preceding.block.body, preceding.end) is not None


def movers_alone(reader: Reader, unit: Sentence) -> bool:
    """True where a sentence inside a paragraph says no more than who moved and seconded."""
    if unit.first or _opens_line(reader.text, unit) or not _after_sentence(reader.text, unit.start):
        return False
    return deciding.mover_statement().match(reader.lowered, unit.start, unit.end) is not None


def _after_sentence(text: str, start: int) -> bool:
    """True where a sentence with its full stop, not a title or a number, stands before ``start``."""
    before = text[max(0, start - 40) : start].rstrip()
    return before.endswith((".", "!", "?", "”")) and before[-2:-1].isalpha()


def with_motion(reader: Reader, units: list[Sentence], index: int, decision: Decision, before: Decision | None) -> int:
    """The index of the sentence with which ``decision``, which opens at ``index``, begins.

    Who moved and seconded, or the outcome, may stand after the motion in the same paragraph: "A bench be bought. Prop.
    AB, 2nd CD." takes the sentence before, "The fee be waived. **PASSED**" all of the paragraph. ``before`` is the last
    decision found.
    """
    unit = units[index]
    block = unit.block
    if decision.outcome:
        reach = index
        if unit.first and index and under_motion(reader, unit, units[index - 1]):
            block = units[index - 1].block
    elif movers_alone(reader, unit):
        reach = 1
    else:
        return index
    taken = before.end if before is not None else 0
    while reach and units[index - 1].block is block and units[index - 1].start >= taken:
        index -= 1
        reach -= 1
    return index


def _tells_outcome(reader: Reader, unit: Sentence) -> bool:
    """True where the sentence alone tells what became of a motion ("The amendment was not carried.")."""
    if not voting.outcome().match(reader.lowered, unit.start, unit.end):
        return False
    return holds_any(unit.lowered, OUTCOMES) and names_outcome(reader.text, unit.start, unit.end)


def _quoted_motion(reader: Reader, unit: Sentence, following: Sentence | None) -> Decision | None:
    """A motion printed in quotation marks and put to the vote in the next sentence."""
    if following is None or not unit.first or reader.text[unit.start].isalnum():
        return None
    if not deciding.quoted().match(reader.lowered, unit.start, unit.end):
        return None
    if not states_vote(reader.text, following.start, following.end):
        return None
    decision = Decision()
    decision.moved = True
    decision.add(unit)
    return decision


def _opens_line(text: str, unit: Sentence) -> bool:
    """True where the sentence begins a line."""
    before = text[max(0, unit.start - 40) : unit.start]
    return before.rstrip(" \t*_").endswith(("\n", "\r"))


def lead_of(reader: Reader, unit: Sentence) -> re.Match[str] | None:
    """The lead at the beginning of a sentence; "noted" and "decision" need a mark, capitals or their own paragraph."""
    match = deciding.lead().match(reader.lowered, unit.start, unit.end)
    if match is None:
        return None
    text = reader.text
    word = match["word"]
    start, end = match.span("word")
    if word == "decision" and match["mark"]:
        further = deciding.lead().match(reader.lowered, match.end(), unit.end)
        if further is not None:
            return further  # "Decision: RESOLVED: That"
        if deciding.no_decision().match(reader.lowered, match.end(), unit.end):
            return None
    notes = kind_of(word) == "noted"
    if notes or word in ("decision", "resolution", "rún", "ordered", "deferred"):
        alone = notes and unit.first and unit.last and bare(text, match.end(), unit.end)
        if not (match["mark"] or (notes and text[start:end].isupper()) or alone):
            return None
    elif word == "approved" and match["mark"] and not text[match.end() : match.end() + 4].strip()[:1].isalpha():
        return None  # "Approved: 3 May" is a signature
    elif start == match.start("lead") and text[start:end].islower() and not (unit.first and match["mark"]):
        return None
    return match


def printed_lead(match: re.Match[str]) -> tuple[int, int] | None:
    """Where the lead stands; "it was agreed that" is prose and none, "It was agreed:" is one."""
    if not match["mark"] and _impersonal().search(match["lead"]):
        return None
    start = match.start("lead")
    return start, start + len(match["lead"].rstrip("*_"))


@cache
def _impersonal() -> re.Pattern[str]:
    return re.compile(r"\bit\s+(?:was|is)\b")


@cache
def _letter_or_digit() -> re.Pattern[str]:
    return re.compile(r"[^\W_]")


def bare(text: str, start: int, end: int) -> bool:
    """True where no word stands in ``[start, end)``."""
    return _letter_or_digit().search(text, start, end) is None


def kind_of(word: str) -> str:
    """The kind of decision that an operative word, in lower case, makes."""
    return _KINDS.get(word, "agreed")


def operative_kinds(reader: Reader, unit: Sentence) -> set[str]:
    """The kinds of the operative words in a sentence that tells of no other decision."""
    found: set[str] = set()
    lowered = reader.lowered
    participle = deciding.participle().search(lowered, unit.start, unit.end)
    if "taken" in unit.lowered:
        first = unit.start
    elif participle:
        first = max(unit.start, participle.start() - _REACH)
    elif "was given" in unit.lowered or "consensus" in unit.lowered:
        first = unit.start
    else:
        return found
    for match in deciding.operative().finditer(lowered, first, unit.end):
        begin = match.start()
        before = max(unit.start, begin - 60)
        if deciding.report().search(lowered, before, begin) or deciding.earlier().match(lowered, match.end(), unit.end):
            continue
        form = match.lastgroup or ""
        if match[form] == "confirmed" and "minute" not in unit.lowered:
            continue
        before = max(unit.start, begin - 120)
        denial = _DENIALS.get(form)
        finite = form == "listed" and match[0].startswith((", was", ", were"))  # the verb of the sentence itself
        if denial is not None and not finite and denial().search(lowered, before, begin):
            continue
        if form == "last" and _ends_with_name(reader.text[before:begin]):
            continue
        found.add("elected" if form == "elected" else kind_of(match[form]))
    return found


def _ends_with_name(before: str) -> bool:
    """True where "agreed" at a sentence's end says what a person did ("Ms Vale agreed.")."""
    words = before.split()
    return bool(words) and words[-1][0].isupper()


def see_motion(reader: Reader, unit: Sentence, decision: Decision) -> None:
    """Note whether the sentence moves, seconds or tells the outcome of a motion."""
    lowered = unit.lowered
    suggests = holds_any(lowered, _SUGGESTIONS)
    put = deciding.motion().search(reader.lowered, unit.start, unit.end) if suggests else None
    if put and _labels_thing(lowered):
        put = None
    by_phrase = suggests and holds_any(lowered, MOVERS)
    if by_phrase:  # "Ar mholadh A, cuidithe ag B, glacadh leis …"
        decision.kinds.update(kind for kind, verbs in VERBS.items() if any(f", {verb} " in lowered for verb in verbs))
    if put or by_phrase:
        decision.weak = put is not None and not decision.moved and put[0] == "suggested"
        decision.moved = True
        if "m/s/" in lowered or names_outcome(reader.text, unit.start, unit.end) or tells_assent(lowered):
            decision.decided = True
        if "m/s/" in lowered:
            decision.kinds.clear()
    if ("second" in lowered or holds_any(lowered, SECONDERS)) and seconds(reader, unit):
        decision.seconded = True


def _labels_thing(lowered: str) -> bool:
    """True for a label that says what is proposed, not by whom: "Proposed source of funds: reserves"."""
    if not lowered.startswith("proposed ") or "second" in lowered:
        return False
    label, colon, _ = lowered[: _LONGEST_LABEL + 1].partition(":")
    words = label.split()
    return bool(colon) and 1 < len(words) < 6 and len(words[1]) > 3 and not is_title(words[1])


def puts_motion(reader: Reader, unit: Sentence) -> bool:
    """True where the sentence moves or suggests something."""
    if deciding.motion().search(reader.lowered, unit.start, unit.end) and not _labels_thing(unit.lowered):
        return True
    return holds_any(unit.lowered, MOVERS)


def seconds(reader: Reader, unit: Sentence) -> bool:
    """True where the sentence tells of a motion's being seconded."""
    if deciding.seconding().search(reader.lowered, unit.start, unit.end) or holds_any(unit.lowered, SECONDERS):
        return True
    return "2nd" in unit.lowered and deciding.second_mark().search(reader.text, unit.start, unit.end) is not None


def see_end(reader: Reader, unit: Sentence, decision: Decision) -> None:
    """Note what the sentence announces."""
    if decision.awaits:
        return
    lowered = reader.lowered
    whole = lowered.endswith(".", unit.start, unit.end)  # most sentences: they announce nothing
    if not whole and deciding.announces().search(lowered, max(unit.start, unit.end - 24), unit.end):
        decision.awaits = "text"
    elif (
        decision.moved
        and not (decision.kinds or decision.decided)
        and deciding.mover_statement().match(lowered, unit.start, unit.end)
    ):
        decision.awaits = "motion"
