"""The vote on a motion and what became of it, as printed.

Conventions: "Motion carried 5-0", "For (14) … Against (45)", "Ayes — Trustees A and B", "A – aye, B – nay",
"3 votes for, 1 abstention", "by 18 votes to 3", "carried unanimously", "all in favour", "agreed by all", "nem con".
Counts are what was printed, or the number of names under a printed option; a word such as "unanimously" makes no count.
"""

from __future__ import annotations

import re
from functools import cache

from minutesparse.facts.movers import NAME_RUN, is_title, name_after, name_before
from minutesparse.facts.people import reference
from minutesparse.facts.sentences import holds_any
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary.decisions import COUNT_TRIGGERS, NUMBER_WORDS, OPTIONS, VOTE_TRIGGERS

_NUMBER_WORDS = "|".join(NUMBER_WORDS)
_NUMBERS = {word: number for number, word in enumerate(NUMBER_WORDS)}

# One of these stands in every roll that prints the option after the name, in lower case.
_SPOKEN = ("aye", "yes", "yea", "nay", "abst", "absent", "recused", " no")

# One of these stands in every text that says what became of a motion, in lower case.
_OUTCOMES = ("carr", "pass", "lost", "defeat", "fail", "withdrawn", "deferred", "m/s/c")

_OPTION = r"""(?: ayes? | yeas? | yes | in\s+favou?r | for | nays? | noes | no | against | opposed
    | abst(?:ain(?:ed|ing|s)?|entions?) | absent | recus(?:ed|als?) | not\s+voting | paired )"""


@cache
def _statement() -> re.Pattern[str]:
    """A sentence that states the vote or outcome of the motion before it.

    Matches "Motion carried.", "All in favour.", "AYES: Vale, Moss", "And agreed by all"; not "Agreed that a bench be
    bought", "All members were asked", "For some time the road has been closed".
    """
    return re.compile(
        rf"""
        [\s\[("“*_–—•-]*+ (?:decision\s?/\s?resolution:\s*)?+
        (?:
            (?:the|this|that)?\s*+ (?:(?:substantive|original|amended|main|above)\s+)?+ (?:notice\s+of\s+)?+
            (?:motion|amendment|resolution|proposal)s?\s++ (?:as\s+amended\s++)?+
            (?:(?:was|were|is|has\s+been|then|duly|therefore)\s++){{0,3}}+
            (?:carried|carries|passed|passes|lost|failed|fails|defeated|withdrawn|approved|adopted|agreed)\b
          | (?:and\s++)?+ (?:carried|passed|lost|defeated|failed)\b
          | (?:and\s++)?+ (?:this\s+was\s++)?+ (?:so\s++)?+ (?:unanimously\s++)?+
            (?:agreed|approved|resolved|accepted)\b
            (?! \s*+ :?+ [\s–—-]*+ (?:that|to|as|the|a|with|on|for|and|by\s+the|at)\b | \s*+[:–—] \s*+ [^\W\d] )
          | all\s++ (?:(?:members|councillors|present|were|was|those|voted)\s++){{0,3}}+
            (?:in\s+(?:favou?r|agreement)|ayes?|agreed)\b (?! \s+of\s | \s+(?:that|to)\b )
          | (?:an?\s++)?+ (?:rising\s|recorded\s|roll[ -]call\s|voice\s|rolling\s){{1,2}}+ vote
          | roll[ -]call\b | (?:the\s+)?vote\s*+[:–—-] | result[\s:]
          | (?:the\s)?(?:votes?|voting)\s+(?:was|were|for|in|against|as\s+follows|taken)\b
          | (?:there\s+(?:was|were)\s+)?(?:no|none|\d{{1,3}}|{_NUMBER_WORDS}) \s*+ (?:\(\d{{1,3}}\)\s*+)?+
            (?:votes?\s|members?\s|voted?\s|voting\s){{0,2}}+
            (?:for\b|in\s+favou?r|against|abst|opposed|objections?\b|ayes?\b|nays?\b)
          | {_OPTION} \s*+ (?: \(\s?\d{{1,3}}\s?\) | [:=–—] | -\s | \d{{1,3}}\b )
          | (?:following|after)\b [^.;]{{0,40}}? ,\s+the\s+[^.;]{{0,20}}put\s+the\s+(?:motion|amendment|proposal)
          | the\s+chair\w*+\s+put\s+the\s+(?:amendment|motion)
          | (?:on|upon)\s+(?:(?:being\s+)?put(?:ting)?\s+to\s+(?:the|a)\s+)?(?:vote|show\s+of\s+hands)
          | as\s+those\s+voting | therefore,?\s+the\s+(?:motion|resolution|amendment)
          | [^.;:]{{3,45}}?\s(?: declared\s+the\s+(?:motion|vote|amendment|resolution) | did\s+not\s+vote
            | (?:voted\s+against|abstained|opposed)\b )
          | [^.;:]{{3,150}}?\b(?:was|were)\s+(?:absent|not\s+present)\b
          | [^.;:]{{3,60}}?\bstands?\s+(?:approved|adopted|adjourned|carried)\b
          | (?:there\s+being\s+)?no\s+(?:other|further)\s+nominations | (?:yes|ayes?|no|nay)[,.;]
          | nem\.?\s+con | unanimous(?:ly)?\b
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def states_vote(text: str, start: int, end: int) -> bool:
    """True where the sentence ``[start, end)`` begins as a vote or an outcome does."""
    head = text[start : min(end, start + 170)].lower()
    return holds_any(head, VOTE_TRIGGERS) and _statement().match(text, start, end) is not None


def _line_start(text: str, start: int) -> int:
    """``start`` moved back over blanks to the line end before it, so that a pattern sees that a line begins there."""
    while start and text[start - 1] in " \t*":
        start -= 1
    return max(0, start - 1)


@cache
def _result() -> re.Pattern[str]:
    """What became of the motion, in the named group of that name.

    Matches "motion CARRIED", "it carried", "and carried unanimously", "motion was defeated"; not "he carried a bag".
    """
    return re.compile(
        r"""
        (?: \b(?:motion|amendment|resolution|proposal|vote)s?\s++
            (?:(?:as\s+amended|was|were|is|has\s+been|been|duly|then|declared|therefore)\s++){0,3}+
          | \bit\s++(?:was\s++)?+ | \band\s++(?:was\s++)?+(?:duly\s++)?+ | \bunanimously\s++ | \bwas\s++(?:duly\s++)?+
          | (?:[.;:,–—(*\r\n-]|\A)[\s*]{0,40}+ | \bm/s/(?=c) )
        (?: (?P<carried> carried | carries | passes | c\b
              | passed(?!\s+(?:to|by|on|for|a|the|his|her|away|declaration)\b) )
          | (?P<lost> lost | defeated | failed(?!\s+to) | fails )
          | (?P<withdrawn> withdrawn ) | (?P<deferred> deferred ) )\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def read_result(text: str, ranges: list[tuple[int, int]]) -> str | None:
    """``carried``, ``lost``, ``withdrawn`` or ``deferred`` where printed in ``ranges``; the last one counts."""
    found: str | None = None
    for start, end in ranges:
        lowered = text[start:end].lower()
        if holds_any(lowered, _OUTCOMES):
            for match in _result().finditer(text, _line_start(text, start), end):
                found = match.lastgroup
    return found


def names_outcome(text: str, start: int, end: int) -> bool:
    """True where ``[start, end)`` says what became of a motion."""
    return read_result(text, [(start, end)]) is not None


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
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _score() -> re.Pattern[str]:
    """Counts set as a score. Matches "carried 6-0", "voted 4-0-3", "by 18 votes to 3"; not "passed 2019-20"."""
    return re.compile(
        r"""
        \b(?:carried|passed|failed|lost|defeated|voted|votes?|votes?\s+of|vote\s+was|approved|adopted)\b [\s:(,]{0,3}+
        (?:by\s+|with\s+)?(?:a\s+vote\s+of\s+)?[\s:(]*+
        (?P<a>\d{1,3}) \s?(?:[-–—]|to)\s? (?P<b>\d{1,3}) (?: \s?[-–—]\s? (?P<c>\d{1,3}) )? (?![\d/])
      | \bby \s+ (?P<d>\d{1,3}) \s+ (?:votes?\s+)? to \s+ (?P<e>\d{1,3}) \b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _counted() -> re.Pattern[str]:
    """A number before or after an option. Matches "10 members in favor", "Against (45)", "Four (4) voted in favour"."""
    return re.compile(
        rf"""
        (?= \d | \b[a-z] ) (?:
        (?<![\w.,/-])(?<!page\s)(?<!no\s) (?P<n1> \d{{1,3}} | \b(?:{_NUMBER_WORDS}) ) \s*+
        (?:\((?P<p>\d{{1,3}})\)\s*+)?+
        (?:(?:votes?|members?|voted|voting|were|was|directors|trustees|councillors)\s++){{0,3}}+
        (?P<o1> in\s+favou?r | for(?=\s*(?:[,.;)–—-]|$|and\b|the\s+(?:motion|proposal|amendment))) | against
          | abst(?:ain(?:ed|ing)?|entions?) | opposed | ayes? | nays? | noes | absent )\b
      | \b(?P<o2> in\s+favou?r | for | against | abst(?:ain(?:ed|ing|s)?|entions?) | opposed | ayes? | yeas? | nays?
          | noes | absent ) \s*+ (?: [:=–—-]\s*+ )?+ \(?+\s?+
        (?P<n2>\d{{1,3}}) (?! \d | [.,/-]\d | \s*(?:st|nd|rd|th|/|[a-z]{{3,}}\s+\d) ) \b )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _roll() -> re.Pattern[str]:
    """An option that heads a list of names. Matches "Ayes — Trustees Vale and Moss", "VOTING AGAINST: Vale (1)"."""
    return re.compile(
        rf"""
        (?:\A|[\n\r\[;.(])[\s*]{{0,40}}+ (?:voting\s++|voted\s++)?+ (?P<option>{_OPTION}) \b \s*+
        (?: \( \s?(?P<before>\d{{1,3}})\s? \) \s*+ :?+ | [:=–—] | -\s ) \s*+
        """,
        re.VERBOSE | re.IGNORECASE | re.MULTILINE,
    )


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
def _run() -> re.Pattern[str]:
    return re.compile(NAME_RUN, re.VERBOSE)


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(r"\s*(?:none|nil|nobody|no\s?one|0|\(0\))", re.IGNORECASE)


@cache
def _roll_stop() -> re.Pattern[str]:
    return re.compile(r"[\](]|(?P<word>[^\W\d_]{3,})\.(?=\s|\Z)|\b(?:motion|carried)\b", re.IGNORECASE)


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(r"\(\s?(\d{1,3})\s?\)")


@cache
def _method() -> re.Pattern[str]:
    """How the vote was taken. Matches "on a show of hands", "Roll call vote:"; not "a vote of thanks"."""
    return re.compile(
        r"\b(?:roll[ -]call|show\s+of\s+hands?|voice\s+vote|recorded\s+vote|secret\s+ballot|rising\s+vote)\b",
        re.IGNORECASE,
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
        self.voters.append({**reference(self.reader, *span), "option": option})
        self.named[option] = self.named.get(option, 0) + 1
        self.spans.append(span)


def _option_of(word: str) -> str:
    word = " ".join(word.lower().split())
    return next(option for printed, option in OPTIONS if word.startswith(printed))


def read_vote(reader: Reader, ranges: list[tuple[int, int]]) -> Node | None:
    """The vote printed in ``ranges``, or None where they print no count, name, unanimity or method."""
    text = reader.text
    tally = _Tally(reader)
    for start, end in ranges:
        lowered = text[start:end].lower()
        if not holds_any(lowered, COUNT_TRIGGERS):
            continue
        _read_counts(text, start, end, tally)
        _read_rolls(text, start, end, tally)
        if match := _unanimous().search(text, start, end):
            tally.unanimous = True
            tally.spans.append(match.span())
        if match := _method().search(text, start, end):
            tally.method = " ".join(match[0].lower().replace("-", " ").split())
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


def _read_counts(text: str, start: int, end: int, tally: _Tally) -> None:
    for match in _counted().finditer(text, start, end):
        number = match["p"] or match["n1"] or match["n2"]
        count = int(number) if number.isdecimal() else _NUMBERS[number.lower()]
        tally.print_count(_option_of(match["o1"] or match["o2"]), count, match)
    if _figure().search(text, start, end) is None:
        return
    for match in _score().finditer(text, start, end):
        won, against = int(match["a"] or match["d"]), int(match["b"] or match["e"])
        if match["d"] and any(
            word in text[max(start, match.start() - 40) : match.start()] for word in ("defeated", "lost")
        ):
            won, against = min(won, against), max(won, against)  # "defeated by 9 votes to 4" prints the winners first
        # A score stands with the outcome, so it outweighs numbers in the roll before it.
        tally.printed.update({"for": won, "against": against})
        if match["c"]:
            tally.printed["abstain"] = int(match["c"])
        tally.spans.append(match.span())


def _read_rolls(text: str, start: int, end: int, tally: _Tally) -> None:
    heads = list(_roll().finditer(text, _line_start(text, start), end))
    for index, head in enumerate(heads):
        option = _option_of(head["option"])
        stop = _roll_end(text, head.end(), heads[index + 1].start() if index + 1 < len(heads) else end)
        if head["before"]:
            tally.print_count(option, int(head["before"]), head)
        if nobody := _nobody().match(text, head.end(), end):
            tally.named.setdefault(option, 0)
            tally.spans.append(nobody.span())
            continue
        for run in _run().finditer(text, head.end(), stop):
            if span := name_after(text, *run.span()):
                tally.name(option, span)
        if number := _bracketed().match(text, stop, end):
            tally.print_count(option, int(number[1]), number)
    stop = heads[0].start() if heads else end
    lowered = text[start:stop].lower()
    if holds_any(lowered, _SPOKEN):
        for match in _voter().finditer(text, start, stop):
            if span := name_before(text, *match.span("name")):
                tally.name(_option_of(match["o1"] or match["o2"]), span)


def _roll_end(text: str, start: int, end: int) -> int:
    """Where the names of a roll end: at a bracket, at a full stop that follows no title, or at ``end``."""
    for match in _roll_stop().finditer(text, start, end):
        if match["word"] is None:
            return match.start()
        if not is_title(match["word"]):
            return match.end("word")
    return end
