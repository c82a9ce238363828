"""Running text to sentences, as offsets.

A sentence ends at a full stop, question or exclamation mark before white space and a capital letter, quotation mark,
bracket or digit, unless an abbreviation or an initial stands before the stop. A line that opens with a word of a vote
or of a motion ("CARRIED", "Ayes:", "Moved by") begins a sentence too: minutes set these on lines of their own without
a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from minutesparse.block import Block
from minutesparse.vocabulary.decisions import ABBREVIATIONS, TRIGGERS

_ABBREVIATIONS = frozenset(ABBREVIATIONS)

# Words after which a line's end does not end a sentence, though the next line opens with a word of a vote.
_RUNS_ON = frozenset(
    ("motion", "the", "was", "were", "is", "be", "been", "and", "of", "a", "duly", "unanimously", "to", "by")
)


@cache
def _break() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<stop> [.!?] ["'”’)\]*]{0,3} ) (?= \s++ ["'“‘(\[*–—-]{0,3}+ [^\W_a-zß-öø-ÿ] )
      | (?P<line> (?<=CARRIED)[\r\n] | (?<=DEFEATED)[\r\n] )
      | (?P<opener> [\r\n] ) (?= \s{0,80}+ \[?+ (?:
            VOTING\b | CARRIED\b | DEFEATED\b | LOST\b | AGREED\b | RESOLVED\b | MOTION[ ]
          | (?: A[Yy][Ee][Ss]? | Y[Ee][Aa][Ss] | N[Aa][Yy][Ss]? | N[Oo][Ee][Ss] | A[Bb][Ss][Tt][Aa][Ii][Nn]\w{0,6}+
              | A[Bb][Ss][Ee][Nn][Tt] | F[Oo][Rr] | A[Gg][Aa][Ii][Nn][Ss][Tt] )[ ]?[:=–—(-]
          | [Mm]otion[ ](?:was[ ])?(?:carried|passed|failed|defeated|lost)
          | This[ ](?:[Nn]otice[ ]of[ ])?[Mm]otions?[ ]was | Roll[ ][Cc]all
          | Resolved\b
          | It[ ]was[ ](?:further[ ])?(?:agreed|resolved|moved|proposed|decided)\b
          | (?:Mr|Mrs|Ms|Dr|Cllr|Councill?or|Trustee|Director|Commissioner|Supervisor)\.?[ ]
            (?:\w\.?[ ])?\w{2,20}[ ](?:moved|proposed)\b
          | Motion[ ](?:by|to)[ ] | All[ ](?:were[ ])?(?:approved|agreed|in[ ]fav) | Moved[ ]by | Proposed[ ]by
          | Decision\b
        ) )
        """,
        re.VERBOSE,
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


def _word_before(text: str, begin: int, stop: int) -> str:
    position = stop
    while position > begin and stop - position < 14 and text[position - 1].isalpha():
        position -= 1
    return text[position:stop]


def _is_abbreviation(text: str, begin: int, stop: int) -> bool:
    """True where the stop at ``stop`` follows an initial ("J.") or an abbreviation ("Cllr.")."""
    word = _word_before(text, begin, stop)
    if len(word) == 1:
        return word.isupper()
    return word.lower() in _ABBREVIATIONS


def _runs_on(text: str, begin: int, stop: int) -> bool:
    """True where the sentence cannot end with the line that ends at ``stop``."""
    while stop > begin and text[stop - 1].isspace():
        stop -= 1
    return stop == begin or text[stop - 1] == "," or _word_before(text, begin, stop).lower() in _RUNS_ON


class Sentence:
    """A sentence and the block that it stands in; ``lowered`` is empty where no trigger word stands in the block."""

    __slots__ = ("block", "depth", "end", "first", "last", "lowered", "start")

    def __init__(self, block: Block, start: int, end: int, depth: int, lowered: str) -> None:
        self.block = block
        self.start = start
        self.end = end
        self.first = False
        self.last = False
        self.depth = depth
        self.lowered = lowered


def sentences_of(text: str, block: Block, depth: int) -> Iterator[Sentence]:
    """The sentences of a block and of the blocks below it; a block without a trigger word is one."""
    start = block.body if block.kind == "point" else block.start
    if start < block.end:
        lowered = text[start : block.end].lower()
        if any(word in lowered for word in TRIGGERS):
            units = [
                Sentence(block, begin, end, depth, text[begin:end].lower())
                for begin, end in sentences(text, start, block.end)
            ]
        else:
            units = [Sentence(block, start, block.end, depth, "")]
        if units:
            units[0].first = True
            units[-1].last = True
            yield from units
    for child in block.children:
        yield from sentences_of(text, child, depth + 1)
