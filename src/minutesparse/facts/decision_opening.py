"""Where a decision begins: leads, operative words, motions.

A sentence opens a decision by a lead ("Resolved:"), by an operative word ("it was agreed that", "the minutes were
approved"), or by a motion. Whether a motion stands is known only from what follows it (`decision_course`).
"""

from __future__ import annotations

import re

from minutesparse.block import Block
from minutesparse.facts import deciding
from minutesparse.facts.sentences import Sentence, holds_any
from minutesparse.facts.votes import names_outcome, states_vote
from minutesparse.vocabulary.decisions import OPERATIVE, TRIGGERS

_KINDS = dict(OPERATIVE)

# What may stand before an operative word of each form and make it no decision of this sitting.
_DENIALS = {
    "impersonal": deciding.elsewhere,
    "body": deciding.told,
    "listed": deciding.indirect,
    "last": deciding.indirect,
}

# A motion has one of these, in lower case; a suggestion without them needs a seconder or an agreement to stand.
_MOTIONS = ("moved", "moves", "prop", "motion", "m/s/", "nominat")

# One of these stands in every motion and every suggestion, in lower case.
_SUGGESTIONS = (*_MOTIONS, "suggested")


class Decision:
    """A decision while it is read: the sentences and clauses that belong to it, and what has been seen of it.

    ``awaits`` is what must follow: ``text`` after "It was agreed:", ``list`` after a text that ends with a colon,
    ``motion`` after a bare mover statement, ``roll`` after "the voting was as follows:", else empty. ``weak`` is a
    suggestion that stands only if it is seconded or agreed; ``cut`` where a clause ends because the vote begins.
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
        self.seconded = False
        self.decided = False
        self.weak = False
        self.awaits = ""
        self.end = 0

    @property
    def stands(self) -> bool:
        """True where something was decided, or a motion was seconded."""
        return self.decided or bool(self.kinds) or (self.moved and self.seconded)

    def add(self, unit: Sentence) -> None:
        """Take a sentence in."""
        self.units.append(unit)
        self.end = max(self.end, unit.end)


def opening(text: str, unit: Sentence, following: Sentence | None) -> Decision | None:
    """The decision that ``unit`` opens, or None."""
    if not (unit.lowered and holds_any(unit.lowered, TRIGGERS)):
        return _quoted_motion(text, unit, following)
    if unit.lowered.lstrip(" *_").startswith(("action", "if ")):
        return None
    decision = Decision()
    lead = lead_of(text, unit)
    if lead is not None:
        decision.kinds.add(kind_of(lead["word"]))
        if unit.first or _opens_line(text, unit):
            decision.lead = printed_lead(lead)
        decision.awaits = "text" if bare(text, lead.end("lead"), unit.end) and lead["mark"] else ""
    else:
        if "following" in unit.lowered and following is not None and lead_of(text, following):
            return None  # "the following resolutions were agreed." only introduces them
        decision.kinds.update(operative_kinds(text, unit))
        if deciding.favour().match(text, unit.start, unit.end):
            decision.decided = True
    see_motion(text, unit, decision)
    if not (decision.kinds or decision.decided or decision.moved):
        return _quoted_motion(text, unit, following)
    decision.add(unit)
    see_end(text, unit, decision)
    return decision


def _quoted_motion(text: str, unit: Sentence, following: Sentence | None) -> Decision | None:
    """A motion printed in quotation marks and put to the vote in the next sentence."""
    if following is None or not unit.first or text[unit.start].isalnum():
        return None
    if not deciding.quoted().match(text, unit.start, unit.end) or not states_vote(text, following.start, following.end):
        return None
    decision = Decision()
    decision.moved = True
    decision.add(unit)
    return decision


def _opens_line(text: str, unit: Sentence) -> bool:
    """True where the sentence begins a line."""
    before = text[max(0, unit.start - 40) : unit.start]
    return before.rstrip(" \t*_").endswith(("\n", "\r"))


def lead_of(text: str, unit: Sentence) -> re.Match[str] | None:
    """The lead at the beginning of a sentence; "noted" and "decision" need a mark, capitals or their own paragraph."""
    match = deciding.lead().match(text, unit.start, unit.end)
    if match is None:
        return None
    word = match["word"]
    if word.lower() in ("noted", "decision"):
        alone = unit.first and unit.last and bare(text, match.end(), unit.end) and word.lower() == "noted"
        if not (match["mark"] or word == "NOTED" or alone):
            return None
    elif word.lower() == "approved" and match["mark"] and not text[match.end() : match.end() + 4].strip()[:1].isalpha():
        return None  # "Approved: 3 May" is a signature
    elif word.islower() and match["lead"][: len(word)] == word:
        return None
    return match


def printed_lead(match: re.Match[str]) -> tuple[int, int] | None:
    """Where the lead stands; "it was agreed that" is prose and none, "It was agreed:" is one."""
    return None if not match["mark"] and re.search(r"(?i)\bit\s+(?:was|is)\b", match["lead"]) else match.span("lead")


def bare(text: str, start: int, end: int) -> bool:
    """True where no word stands in ``[start, end)``."""
    return not any(character.isalnum() for character in text[start:end])


def kind_of(word: str) -> str:
    """The kind of decision that an operative word makes."""
    return _KINDS.get(word.lower(), "agreed")


def operative_kinds(text: str, unit: Sentence) -> set[str]:
    """The kinds of the operative words in a sentence that tells of no other decision."""
    found: set[str] = set()
    if not holds_any(unit.lowered, _KINDS) and "read" not in unit.lowered and "vot" not in unit.lowered:
        return found
    for match in deciding.operative().finditer(text, unit.start, unit.end):
        before = max(unit.start, match.start() - 60)
        if deciding.report().search(text, before, match.start()) or deciding.earlier().match(
            text, match.end(), unit.end
        ):
            continue
        form = match.lastgroup or ""
        if match[form].lower() == "confirmed" and "minute" not in unit.lowered:
            continue
        before = max(unit.start, match.start() - 120)
        denial = _DENIALS.get(form)
        if denial is not None and denial().search(text, before, match.start()):
            continue
        if form == "last" and _ends_with_name(text[before : match.start()]):
            continue
        found.add(kind_of(match[form]))
    return found


def _ends_with_name(before: str) -> bool:
    """True where "agreed" at a sentence's end says what a person did ("Ms Vale agreed.")."""
    words = before.split()
    return bool(words) and words[-1][0].isupper()


def see_motion(text: str, unit: Sentence, decision: Decision) -> None:
    """Note whether the sentence moves, seconds or tells the outcome of a motion."""
    lowered = unit.lowered
    if holds_any(lowered, _SUGGESTIONS) and deciding.motion().search(text, unit.start, unit.end):
        decision.weak = not decision.moved and not holds_any(lowered, _MOTIONS)
        decision.moved = True
        if "m/s/" in lowered or names_outcome(text, unit.start, unit.end):
            decision.decided = True
        if "m/s/" in lowered:
            decision.kinds.clear()
    if "second" in lowered and deciding.seconding().search(text, unit.start, unit.end):
        decision.seconded = True


def see_end(text: str, unit: Sentence, decision: Decision) -> None:
    """Note what the sentence announces."""
    if decision.awaits:
        return
    if deciding.announces().search(text, max(unit.start, unit.end - 24), unit.end):
        decision.awaits = "text"
    elif decision.moved and not decision.kinds and deciding.mover_statement().match(text, unit.start, unit.end):
        decision.awaits = "motion"
