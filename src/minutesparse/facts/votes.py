"""The vote on a motion and what became of it, as printed.

Conventions: "Motion carried 5-0", "For (14) … Against (45)", "Ayes — Trustees A and B", "A – aye, B – nay",
"3 votes for, 1 abstention", "by 18 votes to 3", "carried unanimously", "all in favour", "agreed by all", "nem con".
Counts are what was printed, or the number of names under a printed option; a word such as "unanimously" makes no count.
"""

from __future__ import annotations

import re
from functools import cache

from minutesparse.facts import voting
from minutesparse.facts.movers import NAME_RUN, is_title, name_after, name_before, name_run, named
from minutesparse.facts.outcomes import line_start
from minutesparse.facts.sentences import holds_any, word_before
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary import openings
from minutesparse.vocabulary.decisions import COUNT_TRIGGERS, NUMBER_WORDS, OPTIONS, VOTE_TRIGGERS
from minutesparse.vocabulary.people import HONOURS

# How far before an option its number or its voter is looked for, in characters.
_REACH = 160

_HONOURS = frozenset(HONOURS)

_NUMBER_WORDS = "|".join(NUMBER_WORDS)
_NUMBERS = {word: number for number, word in enumerate(NUMBER_WORDS)}

# Characters within which a bracket of voters closes.
_LONGEST_BRACKET = 600

# One of these stands in every roll that prints the option after the name, in lower case.
_SPOKEN = ("aye", "yes", "yea", "nay", "abst", "absent", "recused", " no")

# One of these stands in every sentence that tells how somebody voted, in lower case.
_TOLD = ("declared", "did", "voted", "abstained", "opposed", "absent", "present", "stand", "vacant", "elected")

# The characters at a sentence's beginning that say whether it states a vote.
_LONGEST_STATEMENT = 400

# One of these stands in every text that tells of a vote without dissent, in lower case.
_ALL = ("all", "unanim", "nem")

# One of these stands in every text that says how the vote was taken, in lower case.
_METHODS = ("roll", "hand", "voice", "recorded", "ballot", "rising")

# One of these stands in every score that prints no two numbers beside each other, in lower case.
_SCORES = ("votes to", "(y-")


def states_vote(text: str, start: int, end: int) -> bool:
    """True where the sentence ``[start, end)`` begins as a vote or an outcome does."""
    lowered = text[start : min(end, start + _LONGEST_STATEMENT)].lower()
    if voting.vote_statement().match(lowered) or (holds_any(lowered, _TOLD) and voting.told_vote().match(lowered)):
        return holds_any(lowered[:170], VOTE_TRIGGERS)  # "Approved." alone is none
    return False


@cache
def _unanimous() -> re.Pattern[str]:
    """Words for a vote without dissent. Matches "all were in favour", "agreed by all"; not "all items were agreed"."""
    return re.compile(
        r"""
        \b(?: unanimous(?:ly)?(?!\s+consent) | nem\.?\s?con | agreed\s+by\s+all
            | (?:ayes?|yes|in\s+favou?r)\s*[:–—-]\s*all\b
            | all\s+(?:(?:councillors|members|trustees|those|present|were|voted|of)\s+){0,3}
              (?:agreed(?!\s+that)|in\s+favou?r|in\s+agreement|ayes?)\b )
        """,
        re.VERBOSE,
    )


def tells_assent(lowered: str) -> bool:
    """True where a sentence, in lower case, tells of a vote without dissent."""
    return holds_any(lowered, _ALL) and _unanimous().search(lowered) is not None


@cache
def _score() -> re.Pattern[str]:
    """Counts set as a score. Matches "carried 6-0", "voted 4-0-3", "18 votes to one", "(Y-5; N-1)"; not "2019-20"."""
    number = rf"(?:\d{{1,3}}|{_NUMBER_WORDS})"
    return re.compile(
        rf"""
        \b(?:carried|passed|failed|lost|defeated|voted|votes?|votes?\s+of|vote\s+was|approved|adopted)\b
        [\s:;(,]{{0,3}}+
        (?:by\s++|with\s++)?(?:a\s++vote\s++of\s++)?[\s:(]*+
        (?P<a>\d{{1,3}}) \s?(?:[-–—:]|to)\s? (?P<b>\d{{1,3}}) (?: \s?[-–—]\s? (?P<c>\d{{1,3}}) )? (?![\d/:])
      | \bby \s++ (?:\w{{4,8}}\s++of\s++)? (?P<d>{number}) \s++ (?:votes?\s++)? to \s++ (?P<e>{number}) \b
      | \(y[ ]?[-–][ ]?(?P<y>\d{{1,2}}) (?: [;,]?\s*n[ ]?[-–][ ]?(?P<n>\d{{1,2}}) )? \b
        """,
        re.VERBOSE,
    )


@cache
def _figure() -> re.Pattern[str]:
    """A number that may be the first of a score."""
    return re.compile(r"\d\s*(?:[-–—:]|votes?\b|to\b)")


@cache
def _counted() -> re.Pattern[str]:
    """A number before or after an option. Matches "10 members in favor", "Against (45)", "Four (4) voted in favour"."""
    options = ("in", "for", "against", "abstain", "opposed", "ayes", "yeas", "nays", "noes", "absent")
    return re.compile(
        rf"""
        (?= \d | \b(?:{openings((*NUMBER_WORDS, *options))}) ) (?:
        (?<![\w.,/-])(?<!page\s)(?<!no\s) (?P<n1> \d{{1,3}} | \b(?:{_NUMBER_WORDS}) ) \s*+
        (?:\((?P<p>\d{{1,3}})\)\s*+)?+
        (?:(?:votes?|members?|voted|voting|were|was|directors|trustees|councillors)\s++){{0,3}}+
        (?P<o1> in\s+favou?r | for(?=\s*(?:[,.;)–—-]|$|and\b|the\s+(?:motion|proposal|amendment))) | against
          | abst(?:ain(?:ed|ing)?|entions?) | opposed | ayes? | nays? | noes | absent )\b
      | \b(?P<o2> in\s+favou?r | for | against | abst(?:ain(?:ed|ing|s)?|entions?) | opposed | ayes? | yeas? | nays?
          | noes | absent ) \s*+ (?: [:=–—-]\s*+ )?+ \(?+\s?+
        (?P<n2>\d{{1,3}}) (?! \d | [.,/-]\d | \s*(?:st|nd|rd|th|/|[a-z]{{3,}}\s+\d) ) \b )
        """,
        re.VERBOSE,
    )


# An option that heads a list of names, as it stands at the beginning of a line or a bracket; the line's end is left to
# the next, which may stand right below where nobody is named.
_HEAD = rf"""
    [\s*]{{0,40}}+ (?:voting\s++|voted\s++)?+ (?P<option>{voting.OPTION}) \b \s*+
    (?: \( \s?(?P<before>\d{{1,3}})\s? \) (?:\s?:)?+ | [:=–—] | -\s )"""


@cache
def _roll() -> re.Pattern[str]:
    """An option that heads a list of names. Matches "Ayes — Trustees Vale and Moss", "VOTING AGAINST: Vale (1)"."""
    return re.compile(rf"[\n\r\[;.(] {_HEAD}", re.VERBOSE)


@cache
def _first_roll() -> re.Pattern[str]:
    """The same at the very beginning of the text."""
    return re.compile(_HEAD, re.VERBOSE)


@cache
def _voter() -> re.Pattern[str]:
    """A name with its option. Matches "Vale – aye", "Trustee Moss - yes"; not "Ayes – Vale"."""
    spoken = "ayes?|yes|yeas?|nays?|abstain(?:ed)?|absent|recused"
    return re.compile(
        rf"""(?P<name>{NAME_RUN}),?
        (?: \s*(?:[–—=:]|-(?=\s)|\svoted\s)\s*(?P<o1>(?i:{spoken}|no|for|against)) | \s(?P<o2>(?i:{spoken})) )\b""",
        re.VERBOSE,
    )


@cache
def _spoken() -> re.Pattern[str]:
    """An option as it stands after a name, for text in lower case: the end of what `_voter` matches."""
    return re.compile(
        r"""
        [\s–—=:-] (?: \s{0,40}+(?:ayes?|yes|yeas?|nays?|abstain(?:ed)?|absent|recused)\b
          | (?<=[–—=:-])\s{0,40}+(?:no|for|against)\b | voted\s )""",
        re.VERBOSE,
    )


@cache
def _option_word() -> re.Pattern[str]:
    """An option that a number may stand beside, for text in lower case: a cheap test whether `_counted` may match."""
    return re.compile(
        r"""
        [ifaoyn] (?: n(?<=\bin)\s+favou?r | gainst(?<=\bagainst) | bst(?<=\babst) | bsent(?<=\babsent)
          | pposed(?<=\bopposed) | ye(?<=\baye)s?\b | ea(?<=\byea)s?\b | ay(?<=\bnay)s?\b | oes(?<=\bnoes)\b
          | or(?<=\bfor)\b(?=\s*(?:[,.;:=()–—\d-]|\Z|and\b|the\s+(?:motion|proposal|amendment))) )""",
        re.VERBOSE,
    )


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(r"\s*(?:none|nil|nobody|no\s?one|0|\(0\))")


@cache
def _roll_stop() -> re.Pattern[str]:
    """What may end the names of a roll: a bracket, the full stop after a word, the words for the outcome."""
    return re.compile(
        r"""
        [\](.mca] (?: (?<=[\](]) | (?<=[^\W\d_]{3}\.)(?P<stop>)(?=\s|\Z) | otion(?<=\bmotion)\b
          | mendment(?<=\bamendment)\b | arried(?<=\bcarried)\b )""",
        re.VERBOSE,
    )


@cache
def _opening_bracket() -> re.Pattern[str]:
    """A bracket after a count or after "unanimously" whose names are those who voted so."""
    return re.compile(r"\s{0,3}+[(\[]\s{0,3}+(?=[^\W\d_a-z])")


@cache
def _names_part() -> re.Pattern[str]:
    """What stands between the names of such a bracket and nothing else."""
    return re.compile(r"[\s,;&]|\band\b")


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"\(\s?(\d{1,3})\s?\)")


@cache
def _method() -> re.Pattern[str]:
    """How the vote was taken. Matches "on a show of hands", "Roll call vote:"; not "a vote of thanks"."""
    return re.compile(
        r"\b(?:roll[ -]call|show\s+of\s+hands?|voice\s+vote|recorded\s+vote|secret\s+ballot|rising\s+vote)\b",
    )


class _Tally:
    """What has been read of a vote: printed counts, voters by name, and where they stand."""

    __slots__ = ("method", "named", "printed", "reader", "spans", "unanimous", "voters")

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.printed: dict[str, int] = {}
        self.named: dict[str, int] = {}
        self.voters: list[Node] = []
        self.unanimous: bool | None = None
        self.method: str | None = None
        self.spans: list[tuple[int, int]] = []

    def print_count(self, option: str, count: int, match: re.Match[str]) -> None:
        """Keep a printed count; the first for an option holds."""
        self.printed.setdefault(option, count)
        self.spans.append(match.span())

    def name(self, option: str, span: tuple[int, int]) -> None:
        """Keep a voter whose name stands in ``span``."""
        self.voters.append({**named(self.reader, *span), "option": option})
        self.named[option] = self.named.get(option, 0) + 1
        self.spans.append(span)


def _option_of(word: str) -> str:
    word = " ".join(word.split())
    return next(option for option, words in OPTIONS.items() if word.startswith(words))


def read_vote(reader: Reader, ranges: list[tuple[int, int]]) -> Node | None:
    """The vote printed in ``ranges``, or None where they print no count, name, unanimity or method."""
    lowered = reader.lowered
    tally = _Tally(reader)
    for start, end in ranges:
        words = lowered[start:end]
        if not holds_any(words, COUNT_TRIGGERS):
            continue
        _read_counts(lowered, start, end, tally)
        _read_rolls(reader, start, end, tally)
        if holds_any(words, _ALL) and (match := _unanimous().search(lowered, start, end)):
            tally.unanimous = True
            tally.spans.append(match.span())
            counted = tally.named.copy()
            _read_bracket(tally, match.end(), end, "for")
            tally.named = counted  # who agreed to what was carried unanimously; no vote was counted
        if holds_any(words, _METHODS) and (match := _method().search(lowered, start, end)):
            tally.method = " ".join(match[0].replace("-", " ").split())
            tally.spans.append(match.span())
    if not tally.spans:
        return None
    counts = {option: tally.printed.get(option, tally.named.get(option)) for option in ("for", "against", "abstain")}
    counted_from = None
    if any(count is not None for count in counts.values()):
        counted_from = "printed" if any(option in tally.printed for option in counts) else "names"
    return {
        "for_count": counts["for"],
        "against_count": counts["against"],
        "abstain_count": counts["abstain"],
        "unanimous": tally.unanimous,
        "counted_from": counted_from,
        "method": tally.method,
        "voters": tally.voters,
        "span": reader.span(min(start for start, _ in tally.spans), max(end for _, end in tally.spans)),
    }


def _number(printed: str) -> int:
    """A number printed in digits or as a word."""
    return int(printed) if printed.isdecimal() else _NUMBERS[printed]


def _read_counts(lowered: str, start: int, end: int, tally: _Tally) -> None:
    option = _option_word().search(lowered, start, end)
    for match in _counted().finditer(lowered, max(start, option.start() - _REACH), end) if option else ():
        number = match["p"] or match["n1"] or match["n2"]
        option_word = _option_of(match["o1"] or match["o2"])
        tally.print_count(option_word, _number(number), match)
        _read_bracket(tally, match.end(), end, option_word)
    if _figure().search(lowered, start, end) is None and not holds_any(lowered[start:end], _SCORES):
        return
    for match in _score().finditer(lowered, start, end):
        if match["y"]:
            tally.printed["for"] = int(match["y"])
            if match["n"]:
                tally.printed["against"] = int(match["n"])
            tally.spans.append(match.span())
            continue
        won, against = _number(match["a"] or match["d"]), _number(match["b"] or match["e"])
        if match["d"] and any(
            word in lowered[max(start, match.start() - 40) : match.start()] for word in ("defeated", "lost")
        ):
            won, against = min(won, against), max(won, against)  # "defeated by 9 votes to 4" prints the winners first
        # A score stands with the outcome, so it outweighs numbers in the roll before it.
        tally.printed.update({"for": won, "against": against})
        if match["c"]:
            tally.printed["abstain"] = int(match["c"])
        tally.spans.append(match.span())


def _read_rolls(reader: Reader, start: int, end: int, tally: _Tally) -> None:
    text, lowered = reader.text, reader.lowered
    heads = list(_roll().finditer(lowered, line_start(text, start), end))
    if start == 0 and (head := _first_roll().match(lowered, 0, end)):
        heads.insert(0, head)
    for index, head in enumerate(heads):
        option = _option_of(head["option"])
        stop = _roll_end(lowered, head.end(), heads[index + 1].start() if index + 1 < len(heads) else end)
        if head["before"]:
            tally.print_count(option, int(head["before"]), head)
        if nobody := _nobody().match(lowered, head.end(), end):
            tally.named.setdefault(option, 0)
            tally.spans.append(nobody.span())
            continue
        for run in name_run().finditer(text, head.end(), stop):
            if (span := name_after(text, *run.span())) and not _is_honour(text, head.end(), *run.span()):
                tally.name(option, span)
        if number := _bracketed().match(text, stop, end):
            tally.print_count(option, int(number[1]), number)
    stop = heads[0].start() if heads else end
    if not holds_any(lowered[start:stop], _SPOKEN):
        return
    begin = start
    for spoken in _spoken().finditer(lowered, start, stop):
        match = _voter().search(text, max(begin, spoken.start() - _REACH), spoken.end())
        if match:
            begin = match.end()
            if span := name_before(text, *match.span("name")):
                tally.name(_option_of((match["o1"] or match["o2"]).lower()), span)


def _is_honour(text: str, start: int, begin: int, end: int) -> bool:
    """True where ``[begin, end)`` holds letters after the name before them, "Mr Vale, OBE", and no initials of a voter.

    The name before ends in a small letter: in "JS, KC, RB" all are initials.
    """
    if not text[begin:end].isupper() or text[begin:end].lower() not in _HONOURS:
        return False
    before = text[max(start, begin - 4) : begin].rstrip()
    return before.endswith(",") and before[-2:-1].islower()


def _read_bracket(tally: _Tally, at: int, end: int, option: str) -> None:
    """The names in brackets at ``at``: "13 in favour (Ashe, Vale, …)", "carried unanimously [Ashe, Vale]".

    A bracket that holds anything but names is none of voters.
    """
    text = tally.reader.text
    opening = _opening_bracket().match(text, at, end)
    if opening is None:
        return
    close = text.find(")" if "(" in opening[0] else "]", opening.end(), min(end, opening.end() + _LONGEST_BRACKET))
    if close < 0:
        return
    runs = [match.span() for match in name_run().finditer(text, opening.end(), close)]
    edges = [opening.end(), *(edge for run in runs for edge in run), close]
    if any(_names_part().sub("", text[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True)):
        return
    for span in [name_after(text, *run) for run in runs]:
        if span:
            tally.name(option, span)


def _roll_end(lowered: str, start: int, end: int) -> int:
    """Where the names of a roll end: at a bracket, at a full stop that follows no title, or at ``end``."""
    for match in _roll_stop().finditer(lowered, start, end):
        if match["stop"] is None or not is_title(word_before(lowered, start, match.start())):
            return match.start()
    return end
