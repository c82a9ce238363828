"""Signs that a line is a heading, with weights. No sign decides alone.

Each sign is declared once with its weight, an example that shows it and one that does not; `explain` and the tests read
the same table.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import ascii_lowercase, ascii_uppercase

from minutesparse.lines import Line
from minutesparse.vocabulary import AT_WORD, by_first_letter, patterns_by_first_letter
from minutesparse.vocabulary.headings import LISTED_TITLES, NO_TITLES, OPENERS, SENTENCE_WORDS, SPEAKERS, TITLES


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign for (positive weight) or against a heading."""

    name: str
    weight: float
    reason: str
    example: str
    counter_example: str


SIGNS = (
    Sign("capitals", 2.5, "headings in capitals", "FINANCE AND POLICY", "Finance was discussed."),
    Sign("emphasis", 2.5, "bold or a Markdown heading", "**Finance**", "Finance"),
    Sign("vocabulary", 2.0, "opens as agendas everywhere do", "Apologies for absence", "The bus shelter"),
    Sign("title case", 1.0, "most words begin with a capital", "Work Programme Update", "the work was done"),
    Sign(
        "short", 1.0, "a few words", "Bus shelter", "A line of more than sixty characters that goes on to say something"
    ),
    Sign("colon", 1.0, "closes with a colon", "Highways:", "Highways"),
    Sign("stands alone", 1.0, "blank lines on both sides", "", ""),
    Sign("opens text", 1.5, "a blank line before, a long line after", "", ""),
    Sign(
        "run in", 1.0, "a short title, a stop, then text", "Finance: the clerk reported.", "The clerk reported: nothing"
    ),
    Sign("full stop", -2.0, "closes as a sentence does", "The meeting closed.", "Close of meeting"),
    Sign("sentence", -2.5, "holds a verb of reporting", "The clerk reported a fault", "Clerk's report"),
    Sign("long", -1.5, "longer than titles are", "", ""),
    Sign("lower case", -2.5, "begins with a small letter", "the required changes", "Required changes"),
    Sign("vote words", -5.0, "opens as motions and votes do", "Moved by Councillor Ash", "Motions"),
    Sign("no words", -4.0, "holds no word", "14/01/2022", "Budget 2022"),
    Sign("counted", 2.0, "a word or code before its number", "Item 7", "7."),
    Sign("blank before", 0.5, "a blank line before, text at once below", "", ""),
    Sign("runs on", -3.5, "a figure at a line's start, the line before unfinished", "", ""),
    Sign("speaker", -4.0, "a title and a name before a colon", "Mayor Ellis: Good evening.", "Mayor's report: none"),
    Sign("over a motion", 2.5, "a motion's mover on the next line", "", ""),
    Sign("over their words", 4.0, "a name, and on the next line what its bearer said", "", ""),
    Sign("dashed", 1.5, "one of many titles that a dash parts from their text", "", ""),
    Sign("initials", -4.0, "letters of names, as an action column holds", "NC / JB", "AOB"),
    Sign("amount", -3.0, "ends in a sum, as lines of accounts do", "Reserve account 3915.66", "Reserve account 2022"),
    Sign("broken", -1.5, "ends in a word that wants another", "Report on the", "Report"),
)
WEIGHTS = {sign.name: sign.weight for sign in SIGNS}

# Verbs of one word, which may stand between spaces.
WHOLE_SENTENCE_WORDS = frozenset(word for word in SENTENCE_WORDS if " " not in word)

LONGEST_SHORT = 60
SENTENCE_ENDS = frozenset(".;?!")
LONGEST_BROKEN = 8  # the longest word of `BROKEN`, and what stands before it
LONGEST_TITLE = 140


SMALL_LETTERS = ascii_lowercase.encode()
CAPITAL_LETTERS = ascii_uppercase.encode()
LETTER_KINDS = bytes.maketrans(SMALL_LETTERS + CAPITAL_LETTERS, b"a" * 26 + b"A" * 26)


@cache
def vote_words() -> re.Pattern[str]:
    """What motions, votes, labels and signatures begin with; for words in lower case."""
    return re.compile(rf"\W{{0,3}}(?:{patterns_by_first_letter(NO_TITLES)})")


# A title that its text follows on the same line: "Finance: the clerk …", "Call to order - The chair …". What closes it
# begins with a colon or a space, so all else is taken in runs.
_AFTER = r"(?= [ -]{0,200}+[^\s:-] )"
_DASH = r"[-\u2013](?=[ ]) | \u2014"
_LIST = r"(?= [\u2022\u00b7][ ] | \(?i[.)][ ] )"
RUN_IN = re.compile(
    rf"""
    (?P<title> (?: [^:.\u2013\u2014\r\n] | \.(?=[\w:.]) ){{2}}
      (?: [^\ :.\u2013\u2014\r\n]++ | \.(?=[\w:.]) | [ ](?![-\u2013\u2014\u2022\u00b7(i])
        | (?! [ ] (?: {_DASH} | {_LIST} ) {_AFTER} ) [ ] )*+ )
    (?: (?P<colon> (?<!\d): | :(?!\d) ) | [ ](?P<dash> {_DASH} ) | (?P<list> [ ]{_LIST} ) )
    {_AFTER}
    """,
    re.VERBOSE,
)
# "Adjournment (7:01 p.m.)": when the business was taken, behind its title.
TIME_BEHIND = re.compile(r"[ ]\((?:at[ ])?\d{1,2}[.:]?\d{0,2}[ ]?(?:[ap]\.?m\.?|hrs)\)\Z", re.IGNORECASE)
LONGEST_TIME_BEHIND = 16
LONGEST_RUN_IN = 76  # characters of a title and what closes it
LONGEST_TITLE_RUN_IN = 70
# "FINANCE The clerk reported": a title in capitals, its text in small letters.
CAPITAL_RUN = re.compile(r"(?:[^a-z\r\n]{4,70}?)(?<!,)(?=[ ](?:[A-Z][a-z]|A[ ][a-z]))")
# A title that a site's editor set in bold: "<b>Finance</b>: the clerk reported".
TAGGED = re.compile(
    r"<(?P<tag>b|strong|h[1-6]|span)\b(?P<style>[^<>\r\n]{0,80})>[ ]{0,3}(?P<title>[^<>\r\n]{2,120})</(?P=tag)>[ ]?:?",
    re.IGNORECASE,
)
# "Apologies (LGA 1972, s. 85) A Brown", "Reports (for information) i. Clerk": a reference or a remark closes the title.
REFERENCE_RUN = re.compile(
    r"[^().:\r\n]{4,90}+\((?:(?=[^()\r\n]{0,50}\d)|for[ ])(?:[^()\r\n]|\([^()\r\n]{0,9}\)){4,50}+\)"
    r"(?=[ ]+(?:[A-Z]|i[.)]))"
)
# "Planning 23/00417/F Mill Lane: a porch": the number of a planning application opens the text.
APPLICATION_RUN = re.compile(r"[^\d:\r\n]{4,90}?(?=[ ](?:[A-Z]{1,5}/)?\d{2,4}/\d{4,5}(?:/[A-Z]{1,5})?\b)")
# "Tree survey Two quotes": capitalised words, then the capital that opens the sentence.
# "To approve a protocol The clerk agreed": words that open a sentence, in the middle of a line.
SENTENCE_RUN = re.compile(
    r"(?:[A-Z0-9][\w'\u2019&/()-]*+)(?:[ ,/\u2013-]{1,3}[\w'\u2019&/()-]++){1,19}?"
    r"(?<![ ]of|[ ]to|[ ]by)(?<![ ]and|[ ]for|[ ]the)(?<![ ]from|[ ]with)(?=[ ](?:" + "|".join(OPENERS) + r")[ ][\w(])"
)
_TITLE_WORD = r"(?:[A-Z0-9][\w'\u2019&/-]*+|of|and|the|for|to|in|on|from|by|with|at|&|\u2013|-|/)"
TITLE_RUN = re.compile(rf"{_TITLE_WORD}(?:[ ]{_TITLE_WORD}(?=[ ])){{0,12}}")
# "Use of reserves Money was set aside": small words after the first, then the capital that opens the sentence.
LOWER_CASE_RUN = re.compile(r"[A-Z][\w'\u2019-]++(?:[ ][a-z][\w'\u2019-]*+){1,9}+(?=[ ][A-Z][\w'\u2019]*+[ ][a-z])")
# "Apologies for absence Cllr Ash": names follow the title of an item that lists them.
NAMES_RUN = re.compile(
    r"(?:apolog(?:y|ies)(?:[ ]for[ ]absence)?(?:[ ]received)?(?:[ ]from)?|present|in[ ]attendance|absent)"
    rf"(?=[ ](?:{'|'.join(LISTED_TITLES)})\b)",
    re.IGNORECASE,
)
NAMES_RUN_INITIALS = "aAiIpP"
# "Reserve account 3,915.66": pounds and pence.
AMOUNT = re.compile(r"(?:[ ]|[£$€])\d[\d,]*+\.\d\d\Z")
LONGEST_AMOUNT = 16
# What names and no second half of a title follow: "APOLOGIES: CLLR VALE".
LISTS_NAMES = re.compile(r"(?:apolog|present|absent|attend|in attendance|regrets)", re.IGNORECASE)
NOTHING = re.compile(r"(?:none|nil|no[ ]\w+|n/a|noted|see[ ]attached|as[ ]attached)\b", re.IGNORECASE)
SPEAKER = re.compile(
    rf"(?:(?:{'|'.join(SPEAKERS)})\.?[ ]){{1,2}}"
    r"[A-Z][\w'\u2019-]++(?:[ ][A-Z][\w'\u2019-]++)?\Z",
    re.IGNORECASE,
)
INITIALS = re.compile(r"(?:[A-Z]{2,3}|[B-DF-HJ-NP-TV-XZ]{4,6})(?:[ ,/&]{1,3}[A-Z]{2,3}){0,6}\Z")
UNFINISHED = "the|a|an|of|and|or|to|for|in|on|at|by|with|from|that|which|is|was|were|are|be"
UNFINISHED_WORDS = frozenset(UNFINISHED.split("|"))
UNFINISHED_ENDS = (",", *UNFINISHED_WORDS)
BROKEN = re.compile(rf"(?:\b(?:{UNFINISHED})|,)\Z")


@cache
def title_words() -> re.Pattern[str]:
    """What headings open with."""
    return re.compile("(?:" + "|".join(map(re.escape, TITLES)) + r")(?!\w)", re.IGNORECASE)


@cache
def title_words_lowered() -> re.Pattern[str]:
    """The same for words in lower case, which is twice as fast."""
    return re.compile("(?:" + by_first_letter(TITLES) + r")(?!\w)")


@cache
def title_openings() -> tuple[int, frozenset[str]]:
    """How many letters all titles have, and those that they begin with."""
    length = min(3, *map(len, TITLES))
    return length, frozenset(title[:length] for title in TITLES)


def opens_as_title(lowered: str) -> bool:
    """True for words, in lower case, that open as headings do."""
    length, openings = title_openings()
    return lowered[:length] in openings and title_words_lowered().match(lowered) is not None


@cache
def sentence_words() -> re.Pattern[str]:
    """What makes a line a sentence. The first letter stands first, so that most places need no look for a boundary."""
    return re.compile(rf"(?:{by_first_letter(SENTENCE_WORDS, AT_WORD)})\b")


def signs(text: str, start: int, end: int, emphasised: bool) -> list[str]:
    """The signs that the words of ``[start, end)`` show, wherever they stand."""
    words = text[start:end].strip("*_ \t")
    if not words:
        return []
    found = []
    lowered = words.lower()
    if vote_words().match(lowered):
        found.append("vote words")
    title = words
    start_of_text = text_start(text, start, end)
    if start_of_text is not None:
        found.append("run in")
        title = text[start : start_of_text[0]].strip("*_:-–— \t")
        if text[start_of_text[0]] == ":" and SPEAKER.match(title):
            found.append("speaker")
    elif title[-1] == ")" and title.endswith(("m.)", "m)", "M)", "rs)")):
        timed = TIME_BEHIND.search(title, max(0, len(title) - LONGEST_TIME_BEHIND))
        title = title if timed is None else title[: timed.start()]
    if emphasised:
        found.append("emphasis")
    capitals = in_capitals(title)
    last, length = title[-1:], len(title)
    if capitals:
        found.append("capitals")
    elif not (length > 2 and title[:3].isalpha()) and _holds_no_words(title):
        found.append("no words")
    known = opens_as_title(lowered if title is words else title.lower())
    if known:
        found.append("vocabulary")
    if capitals:
        if last == ",":
            found.append("broken")
        if not known and not emphasised and INITIALS.match(title):
            found.append("initials")
    if title[:1].islower():
        found.append("lower case")
    if length <= LONGEST_SHORT:
        found.append("short")
    elif length > LONGEST_TITLE:
        found.append("long")
    if title[-3:-2] == "." and AMOUNT.search(title, max(0, length - LONGEST_AMOUNT)) is not None:
        found.append("amount")
    if last == ":":
        found.append("colon")
    elif last in SENTENCE_ENDS and not capitals and not title.endswith(("etc.", "..")):
        found.append("full stop")
    if not capitals:
        separate = title.split()
        if _title_case(separate):
            found.append("title case")
        # most sentences hold a word that needs no search
        if not WHOLE_SENTENCE_WORDS.isdisjoint(separate) or sentence_words().search(title):
            found.append("sentence")
        tail = separate[-1] if separate else ""
        if tail in UNFINISHED_WORDS if tail.isalpha() else is_broken(title):
            found.append("broken")
    return found


def _holds_no_words(title: str) -> bool:
    return sum(map(str.isalpha, title[:12])) < 3 and sum(map(str.isalpha, title)) < 3


def weight(found: Sequence[str]) -> float:
    """The sum of the signs' weights."""
    return sum(map(WEIGHTS.__getitem__, found))


def _title_case(words: Sequence[str]) -> bool:
    initials = "".join([word[0] for word in words if len(word) > 3])
    if initials.islower():  # most sentences
        return False
    letters = list(filter(str.isalpha, initials))
    return len(letters) > 0 and sum(map(str.isupper, letters)) * 3 >= len(letters) * 2


def is_broken(words: str) -> bool:
    """True where ``words`` end in one that wants another."""
    if not words.endswith(UNFINISHED_ENDS):  # as most do not
        return False
    return BROKEN.search(words, max(0, len(words) - LONGEST_BROKEN)) is not None


def stands_alone(lines: Sequence[Line], index: int, last: int | None = None) -> bool:
    """True where the lines before ``index`` and after ``last`` (or ``index``) are blank or the text's ends."""
    after = (index if last is None else last) + 1
    return (index == 0 or lines[index - 1].blank) and (after == len(lines) or lines[after].blank)


def in_capitals(words: str) -> bool:
    """True where nine letters of ten are capitals."""
    plain = words.encode("ascii", "ignore")  # bytes.translate counts letters many times faster than str.islower
    others = plain.translate(None, SMALL_LETTERS)
    small = len(plain) - len(others)
    if small * 10 > len(words):
        return False
    if len(plain) == len(words):
        capitals = len(others) - len(others.translate(None, CAPITAL_LETTERS))
        return capitals + small > 2 and capitals >= 9 * small
    letters = list(filter(str.isalpha, words))
    return len(letters) > 2 and sum(map(str.isupper, letters)) * 10 >= len(letters) * 9


def letter_kinds(text: str) -> bytes:
    """A byte for each character: "a" for a small letter, "A" for a capital, "?" where it is or may be beyond ASCII."""
    return text.encode("ascii", "replace").translate(LETTER_KINDS)


def line_in_capitals(text: str, kinds: bytes, start: int, end: int) -> bool:
    """The same for ``[start, end)``; with the `letter_kinds` of the text, which are counted without a copy."""
    small = kinds.count(b"a", start, end)
    if small * 10 > end - start:
        return False
    if kinds.find(b"?", start, end) >= 0:
        return in_capitals(text[start:end])
    capitals = kinds.count(b"A", start, end)
    return capitals + small > 2 and capitals >= 9 * small


def tagged_title(text: str, start: int, end: int) -> re.Match[str] | None:
    """The title in HTML bold or a heading tag that a line begins with."""
    if not text.startswith("<", start):
        return None
    found = TAGGED.match(text, start, end)
    return found if found is None or found["tag"].lower() != "span" or "bold" in found["style"] else None


def text_start(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the title ends and its text begins on a line that holds both, or ``None``."""
    opening = text[start : min(end, start + LONGEST_RUN_IN)]
    if (  # what closes a title in `RUN_IN`: most lines hold none of it
        ":" in opening
        or " - " in opening
        or " \u2013 " in opening
        or " \u2014" in opening
        or " \u2022 " in opening
        or " \u00b7 " in opening
        or "i. " in opening
        or "i) " in opening
    ):
        run_in = RUN_IN.match(text, start, end)
        if (
            run_in is not None
            and run_in.end("title") - start <= LONGEST_TITLE_RUN_IN
            and _opens_text(text, start, run_in, end)
        ):
            stop = run_in.start(run_in.lastgroup or "colon")
            return stop, run_in.end()
    if not "a" <= opening[1:2] <= "z":
        capitals = CAPITAL_RUN.match(text, start, end)
        if capitals is not None and end - capitals.end() > SHORTEST_TEXT:
            words = text[start : capitals.end()]
            letters = sum(map(str.isupper, words))
            if (
                letters >= 5
                and "  " not in words
                and (letters > LONGEST_ACRONYM or not (any(map(str.isdigit, words)) or INITIALS.match(words)))
            ):
                return capitals.end(), capitals.end()
    if opening[:1] in NAMES_RUN_INITIALS:
        names = NAMES_RUN.match(text, start, end)
        if names is not None:
            return names.end(), names.end()
    if end - start > LONGEST_TITLE:
        for pattern in (REFERENCE_RUN, APPLICATION_RUN, SENTENCE_RUN):
            closed = pattern.match(text, start, end)
            if closed is not None:
                return closed.end(), closed.end()
        return _title_run(text, start, end) or _lower_case_run(text, start, end)
    return None


SHORTEST_TEXT = 30
SHORTEST_LAST = 5
LONGEST_ACRONYM = 6


def _opens_text(text: str, start: int, run_in: re.Match[str], end: int) -> bool:
    """True where what follows a title's stop is text. A dash stands within titles too, so more is asked of it."""
    rest = text[run_in.end() : end].strip(" -\t*_")
    if NOTHING.match(rest) is not None or sentence_words().search(rest) is not None:
        return not (run_in["dash"] and rest[:1].islower())
    if run_in["dash"] == "\u2014":
        return len(rest) > SHORTEST_TEXT
    if run_in["dash"]:
        return rest.endswith(".") and len(rest) > SHORTEST_TEXT and rest[:1].isupper()
    if len(rest) > LONGEST_SHORT or rest.endswith("."):
        return True
    if rest.isupper() and text[start : run_in.end()].isupper() and LISTS_NAMES.match(text, start) is None:
        return False  # "ADOPTION OF A POLICY: RULES OF THE HOUSE"
    return rest.count(" ") > 1 and opens_as_title(text[start:end].lower())


def _lower_case_run(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A title of small words after the first; its last word asks for no name behind it ("the meeting at Mill End")."""
    match = LOWER_CASE_RUN.match(text, start, end)
    if match is None or len(match[0].rsplit(" ", 1)[1]) < SHORTEST_LAST or sentence_words().search(match[0]):
        return None
    return match.end(), match.end()


def _title_run(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A run of capitalised words without the last, which opens the sentence after the title."""
    match = TITLE_RUN.match(text, start, end)
    if match is None:
        return None
    words = match[0].split(" ")
    while words and not words[-1][:1].isupper():
        words.pop()
    words = words[:-1]
    while words and not words[-1][:1].isupper():
        words.pop()
    if not words or sum(len(word) > 3 for word in words) == 0:
        return None
    stop = start + len(" ".join(words))
    return stop, stop
