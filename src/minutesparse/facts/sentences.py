"""Running text to sentences, as offsets.

A sentence ends at a full stop, question or exclamation mark before white space and a capital letter, quotation mark,
bracket or digit, unless an abbreviation or an initial stands before the stop. A line that opens with a word of a vote
or of a motion ("CARRIED", "Ayes:", "Moved by") begins a sentence too: minutes set these on lines of their own without
a full stop.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

from minutesparse.block import Block
from minutesparse.reader import Reader
from minutesparse.source import BLANK
from minutesparse.vocabulary.decisions import (
    ABBREVIATIONS,
    DECISION_LABELS,
    QUOTES,
    TITLES_BEFORE_MOVERS,
    TRIGGER_PIVOTS,
    TRIGGERS,
)

_ABBREVIATIONS = frozenset(ABBREVIATIONS)
_LONGEST_ABBREVIATION = max(map(len, ABBREVIATIONS))

# Words after which a line's end does not end a sentence, though the next line opens with a word of a vote.
_RUNS_ON = frozenset(
    ("motion", "the", "was", "were", "is", "be", "been", "and", "of", "a", "duly", "unanimously", "to", "by")
)


# What may stand between the word of a label and what it is the label of.
_EMPHASIS = f"*_{BLANK}"
_AFTER_LABEL = f"s:{_EMPHASIS}"

# How far before the blocks their label is looked for, in characters.
_LABEL = 60


@cache
def _break() -> re.Pattern[str]:
    """Where a sentence may end; begins with the characters themselves, which `re` finds fast."""
    return re.compile(
        rf"""
        [.!?\r\n] (?:
        (?<=[.!?]) (?P<stop> ["'”’)\]*]{{0,3}} ) (?= \s++ ["'“‘(\[*–—-]{{0,3}}+ [^\W_a-zß-öø-ÿ] )
      | (?<=[\r\n]) (?P<line> (?<=CARRIED.) | (?<=[Mm]otion[ ]carried.) | (?<=DEFEATED.) )
      | (?<=[\r\n]) (?P<opener> ) (?= \s{{0,80}}+ [*\[]{{0,2}}+ (?=[A-Zm]) (?:  # most lines go on with a small letter
            VOTING\b | CARRIED\b | DEFEATED\b | LOST\b | PASSED\b | AGREED\b | RESOLVED\b | MOTION[ ]
          | (?: A[Yy][Ee][Ss]? | Y[Ee][Aa][Ss] | N[Aa][Yy][Ss]? | N[Oo][Ee][Ss] | A[Bb][Ss][Tt][Aa][Ii][Nn]\w{{0,6}}+
              | A[Bb][Ss][Ee][Nn][Tt] | F[Oo][Rr] | A[Gg][Aa][Ii][Nn][Ss][Tt] )[ ]?[:=–—(-]
          | (?:(?:Substantive[ ])?+[Mm]otion|Amendment)[ ](?:was[ ])?(?:carried|passed|failed|defeated|lost)
          | This[ ](?:[Nn]otice[ ]of[ ])?[Mm]otions?[ ]was | Roll[ ][Cc]all
          | Resolved\b
          | It[ ]was[ ](?:further[ ])?(?:agreed|resolved|moved|proposed|decided)\b
          | (?:{"|".join(TITLES_BEFORE_MOVERS)})\.?[ ]
            (?:[\w.'’-]{{1,20}}[ ]{{1,2}}){{1,4}}(?:moved|proposed)\b
          | Motion[ ](?:by|to)[ ] | All[ ](?:were[ ])?(?:approved|agreed|in[ ]fav) | Moved[ ]by | Proposed[ ]by
          | Decision\b
        ) ) )
        """,
        re.VERBOSE | re.DOTALL,
    )


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``[start, end)`` as half-open ranges without the white space between them."""
    found: list[tuple[int, int]] = []
    begin = start
    for match in _break().finditer(text, start, end):
        if match.start() < begin:
            continue
        if match.lastgroup == "opener":
            if _runs_on(text, begin, match.start()):
                continue
        elif match.lastgroup == "stop" and text[match.start()] == "." and _is_abbreviation(text, begin, match.start()):
            continue
        stop = match.end() if match.lastgroup == "stop" else match.start()
        if stop > begin:
            found.append((begin, stop))
        begin = stop
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        found.append((begin, end))
    return found


def word_before(text: str, begin: int, stop: int) -> str:
    """The word that ends at ``stop``, or the last 14 letters of it."""
    begin = max(begin, stop - 14)
    if text[begin:stop].isalpha():
        return text[begin:stop]
    position = stop
    while position > begin and text[position - 1].isalpha():
        position -= 1
    return text[position:stop]


def _is_abbreviation(text: str, begin: int, stop: int) -> bool:
    """True where the stop at ``stop`` follows an initial ("J.") or an abbreviation ("Cllr.")."""
    if stop - begin < 10 and text[begin:stop] in ("Proposed", "Seconded"):
        return True  # "Proposed. Cllr A, and Seconded. Cllr B"
    if text[max(begin, stop - _LONGEST_ABBREVIATION - 1) : stop].isalpha() and stop - begin > _LONGEST_ABBREVIATION:
        return False  # most sentences end with a longer word
    word = word_before(text, begin, stop)
    if len(word) == 1:
        return word.isupper()
    return word.lower() in _ABBREVIATIONS


def _runs_on(text: str, begin: int, stop: int) -> bool:
    """True where the sentence cannot end with the line that ends at ``stop``."""
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    return stop == begin or text[stop - 1] == "," or word_before(text, begin, stop).lower() in _RUNS_ON


class Sentence:
    """A sentence and the block that it stands in.

    ``labelled`` says that a label right above it announces a decision, ``triggered`` that a trigger word stands in it;
    ``lowered`` are its words in lower case, empty where no trigger word stands in the whole block.
    """

    __slots__ = ("block", "depth", "end", "first", "labelled", "last", "lowered", "start", "triggered")

    def __init__(self, block: Block, start: int, end: int, depth: int, lowered: str, triggered: bool) -> None:
        self.block = block
        self.start = start
        self.end = end
        self.first = self.last = self.labelled = False
        self.depth = depth
        self.lowered = lowered
        self.triggered = triggered


def holds_any(lowered: str, words: Iterable[str]) -> bool:
    """True where one of ``words`` stands in ``lowered``."""
    for word in words:  # noqa: SIM110 - a generator costs twice the search
        if word in lowered:
            return True
    return False


class Joined(Block):
    """Blocks that a sentence runs through, where a page or a column broke it, as one; ``parts`` are the blocks."""

    __slots__ = ("parts",)

    def __init__(self, parts: list[Block]) -> None:
        first, last = parts[0], parts[-1]
        super().__init__(first.kind, first.start, last.end, first.body, first.first, last.last)
        self.label, self.marker, self.indent, self.gap = first.label, first.marker, first.indent, first.gap
        self.children = last.children
        self.parts = parts


def take(block: Block) -> None:
    """Mark a block, and what it is joined of, as ``taken``."""
    for part in block.parts if isinstance(block, Joined) else [block]:
        part.taken = True


def sentences_of(
    reader: Reader, blocks: list[Block], places: Sequence[tuple[int, int]] | None = None
) -> list[Sentence]:
    """The sentences of blocks and of the blocks below them; a block without a trigger word is one.

    ``places`` are the `trigger_places` of the whole text, where the caller has them. Empty where neither a trigger word
    nor a quotation mark stands in ``blocks``, nor the label of a decision before them, so that they can hold no
    decision.
    """
    if not blocks:
        return []
    start, end = blocks[0].start, blocks[-1].stop
    if places is None:
        triggers = trigger_places(reader.lowered, start, end)
    else:
        first = bisect_left(places, (start, start))
        triggers = list(places[first : bisect_left(places, (end, end), first)])
    labels = _labels(reader.lowered, start, end, triggers)
    if not (triggers or labels or holds_any(reader.text[start:end], QUOTES)):
        return []  # no decision, nor a motion in quotation marks
    units: list[Sentence] = []
    _collect(reader, blocks, 0, triggers, units)
    for label in labels:
        position = bisect_left(units, label, key=_start)
        if position < len(units) and units[position].first:
            units[position].labelled = not reader.lowered[label : units[position].block.start].strip(_AFTER_LABEL)
    return units


def _start(unit: Sentence) -> int:
    return unit.start


def _labels(lowered: str, start: int, end: int, triggers: list[tuple[int, int]]) -> list[int]:
    """Where the labels end that say that a decision follows; one may stand before ``start``, where the blocks begin."""
    before = max(0, start - _LABEL)
    found = [stop for begin, stop in triggers if lowered.startswith(DECISION_LABELS, begin, end)]
    if lowered[before:start].rstrip(_EMPHASIS).endswith(DECISION_LABELS):
        found.insert(0, start)
    return found


def _collect(
    reader: Reader, blocks: list[Block], depth: int, triggers: list[tuple[int, int]], units: list[Sentence]
) -> None:
    """Add the sentences of ``blocks``, ``depth`` levels down, to ``units``."""
    for block in _joined(reader, blocks):
        start, end = block.body if block.kind == "point" else block.start, block.end
        if start < end:
            first = len(units)
            index = bisect_left(triggers, (start, start)) if triggers else 0
            if index < len(triggers) and triggers[index][1] <= end:
                lowered = reader.lowered
                for begin, stop in sentences(reader.text, start, end):
                    while index < len(triggers) and triggers[index][0] < begin:
                        index += 1
                    triggered = index < len(triggers) and triggers[index][1] <= stop
                    units.append(Sentence(block, begin, stop, depth, lowered[begin:stop], triggered))
            else:
                units.append(Sentence(block, start, end, depth, "", False))
            units[first].first = True
            units[-1].last = True
        if block.children:
            _collect(reader, block.children, depth + 1, triggers, units)


@cache
def _grouped() -> tuple[list[tuple[str, tuple[str, ...]]], list[str]]:
    """Trigger words by the letters that they share, and the other words."""
    rest = list(TRIGGERS)
    groups = []
    for pivot in TRIGGER_PIVOTS:
        groups.append((pivot, tuple(word for word in rest if pivot in word)))
        rest = [word for word in rest if pivot not in word]
    return groups, rest


@cache
def _shared(pivot: str, words: tuple[str, ...]) -> tuple[re.Pattern[str], list[int]]:
    """A pattern of words that share the letters ``pivot``, and the length of each word by its group.

    `re` finds the shared letters, tries what follows them and then looks back, which takes a third of the time of a
    search for each word.
    """
    forms = "|".join(f"{re.escape(word.partition(pivot)[2])}(?<={re.escape(word)})()" for word in words)
    return re.compile(f"{pivot}(?:{forms})"), [0, *map(len, words)]


def trigger_places(lowered: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where trigger words stand in ``[start, end)``, in order: one search of a text finds those of all its items."""
    found: list[tuple[int, int]] = []
    groups, others = _grouped()
    for pivot, words in groups:
        if lowered.find(pivot, start, end) < 0:  # no Welsh, no Irish
            continue
        pattern, lengths = _shared(pivot, words)
        for match in pattern.finditer(lowered, start, end):
            stop = match.end()
            found.append((stop - lengths[match.lastindex or 0], stop))
    for word in others:
        position = lowered.find(word, start, end)
        while position >= 0:
            found.append((position, position + len(word)))
            position = lowered.find(word, position + len(word), end)
    found.sort()
    return found


def _joined(reader: Reader, blocks: list[Block]) -> list[Block]:
    """``blocks`` with those made one that a sentence runs through."""
    if len(blocks) < 2:
        return blocks
    found: list[Block] = []
    run = [blocks[0]]
    for block in blocks[1:]:
        if not _continues(reader, run[-1], block):
            found.append(Joined(run) if len(run) > 1 else run[0])
            run = []
        run.append(block)
    found.append(Joined(run) if len(run) > 1 else run[0])
    return found


def _continues(reader: Reader, block: Block, following: Block) -> bool:
    """True where ``block`` ends inside a sentence and ``following`` goes on with a small letter.

    Nothing but white space and page furniture may stand between them.
    """
    if following.kind != "paragraph" or block.children or block.kind not in ("paragraph", "point"):
        return False
    text = reader.text
    if block.end <= block.start or not text[following.start : following.start + 1].islower():
        return False
    return text[block.end - 1] not in ".!?:;”" and not reader.string(block.end, following.start)
