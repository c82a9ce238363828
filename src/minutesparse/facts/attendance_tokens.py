"""The tokens of a list of people, and the segments that its separators cut it into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from minutesparse.vocabulary import people as vocabulary

LONGEST_SEGMENT = 60  # tokens; more without a separator is no entry of a list

TITLE, PLURAL, OFFICE, POST, MODIFIER, OTHER, HONOUR, PARTICLE, SUFFIX, JOINER, LINK, SURNAME, TIER, AWAY = (
    1 << bit for bit in range(14)
)
INITIAL, CAPITAL, ABBREVIATION = (1 << bit for bit in range(14, 17))
TITLED = TITLE | PLURAL | OFFICE
POSTISH = TITLED | POST | MODIFIER
KNOWN = POSTISH | OTHER


@cache
def lexicon() -> dict[str, int]:
    """What each known word may be, as flags; words in lower case without a closing full stop."""
    flags: dict[str, int] = {}
    for flag, entries in (
        (TITLE, vocabulary.MEMBER_TITLES),
        (TITLE, vocabulary.PERSONAL_TITLES),
        (PLURAL, vocabulary.PLURAL_TITLES),
        (OFFICE, vocabulary.OFFICE_TITLES),
        (POST, vocabulary.POST_NOUNS),
        (MODIFIER, vocabulary.POST_WORDS),
        (OTHER, vocabulary.OTHER_WORDS),
        (HONOUR, vocabulary.HONOURS),
        (PARTICLE, vocabulary.PARTICLES),
        (SUFFIX, vocabulary.SUFFIXES),
        (JOINER, vocabulary.JOINERS),
        (LINK, vocabulary.POST_LINKS),
        (SURNAME, vocabulary.SURNAMES_TOO),
        (TIER, vocabulary.TIERS),
        (MODIFIER, vocabulary.TIERS),
        (AWAY, vocabulary.REMOTE_WORDS),
    ):
        for word in entries:
            flags[word] = flags.get(word, 0) | flag
    return flags


@cache
def token_pattern() -> re.Pattern[str]:
    """Brackets, separators and words of a list of people; what no branch takes is passed over.

    The space before a token is taken with it, which spares the branches a try at each space.
    """
    return re.compile(
        r"""
        (?: [\ \n] (?![\ \u00a0\t]) )?+
        (?: (?P<word> [^\W\d_]
                     (?: [\w'\u2019\u2018`/] | [.\-\u2010] (?=\w) | -[ \t]{0,3}(?:\r\n?|\n)[ \t]{0,40}(?=[^\W\d_]) )*+ )
      | (?P<bracket> \( [^()]{0,160} \) | \[ [^\[\]]{0,160} \] | \{ [^{}]{0,160} \} )
      | (?P<tag>     <[^<>]{1,200}> )
      | (?P<number>  \d [\d:.,/]*+ (?:st|nd|rd|th)?+ )
      | (?P<dash>    (?<=\s) -{1,3} (?=\s) | [\u2013\u2014\u2015] )
      | (?P<sep>     [;,&|:+\u2022\u00b7\uf0b7] )
      | (?P<stop>    [.] )
      | (?P<gap>     (?<![\r\n]) (?: \t | [\ \u00a0]{3} ) [\ \u00a0\t]*+ (?![\r\n]) )
      | (?P<indent>  (?: (?: \t | [\ \u00a0]{3} ) [\ \u00a0\t]*+ )?+ [\r\n] [\ \u00a0\t\r\n]*+ ) )
        """,
        re.VERBOSE,
    )


@dataclass(slots=True)
class Token:
    """A word, number, bracket or separator of a list, with what the lexicon and its letters tell of it as flags."""

    kind: str
    start: int
    end: int
    text: str
    flags: int = 0


@lru_cache(maxsize=4096)
def word_flags(word: str) -> int:
    """What a word may be, by the lexicon and by its letters. The words of lists repeat, so the latest are kept."""
    known = lexicon()
    low = word.lower()
    flags = known.get(low, 0)
    if not flags and "/" in low:
        for part in low.split("/"):
            flags |= known.get(part, 0)
    if len(low) == 1 or "." in low or low == "st" or flags & (TITLE | SUFFIX):
        flags |= ABBREVIATION
    return flags | _letter_flags(word)


@lru_cache(maxsize=1024)
def _abbreviation_flags(word: str) -> int:
    """`word_flags` of a word with the full stop that belongs to it."""
    return word_flags(word) & ~(INITIAL | CAPITAL) | _letter_flags(word + ".")


def _letter_flags(word: str) -> int:
    """INITIAL for "J", "J.", "J.P.": letters that stand for forenames.

    CAPITAL for a word that opens with a capital, or has one after an apostrophe or an Irish prefix (hAodha).
    """
    flags = 0
    letters = word.rstrip(".").replace(".", "")
    if letters.isupper() and len(letters) <= (1 if "." not in word else 4):
        flags |= INITIAL
    if "/" not in word and (
        word[0].isupper() or (len(word) > 2 and (word[1].isupper() or (word[1] in "'\u2019" and word[2].isupper())))
    ):
        flags |= CAPITAL
    return flags


# Initials as a name for somebody: "JB", "MCa", "PWh".
INITIALS = re.compile(r"[A-Z](?:[A-Z]{1,3}[a-z]?|[a-z]?[A-Z][a-z]|[a-z][A-Z]|[A-Z])\.?\Z")


@dataclass(slots=True)
class Segment:
    """The tokens between two separators, and the separator before them."""

    sep: str
    tokens: list[Token]
    labelled: bool = False


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Tokens of ``[start, end)``; the full stop of an initial or a title belongs to its word."""
    tokens: list[Token] = []
    add = tokens.append
    skip_to = start
    for match in token_pattern().finditer(text, start, end):
        kind = match.lastgroup or ""
        first, stop = match.span(kind)
        if first < skip_to:
            continue
        word = match[kind]
        if kind == "indent":
            continue
        if kind != "word":
            add(Token(kind, first, stop, word))
            continue
        flags = word_flags(word)
        if flags & ABBREVIATION and text.startswith(".", stop, end):
            flags = _abbreviation_flags(word)
            word += "."
            stop += 1
            skip_to = stop
        add(Token(kind, first, stop, word, flags))
    return tokens


def segments_of(tokens: Sequence[Token]) -> list[Segment]:
    """Tokens cut at separators, before a title that follows a name, and after a bracket that a name follows."""
    cutter = _Cutter()
    for token in tokens:
        if token.kind == "word":
            cutter.word(token)
        else:
            cutter.mark(token)
    cutter.cut("")
    return cutter.segments


class _Cutter:
    """Segments as far as the tokens are read; ``named`` says that the current one holds a name.

    ``initialled`` says that a name with its initials was read since the last separator.
    """

    __slots__ = ("initialled", "labelled", "named", "segments", "sep", "tokens")

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.tokens: list[Token] = []
        self.sep = ""
        self.named = self.labelled = self.initialled = False

    def cut(self, sep: str) -> None:
        """End the current segment, if it has begun; ``sep`` stands before the next."""
        if self.tokens:
            self.segments.append(Segment(self.sep, self.tokens, self.labelled))
            self.tokens, self.labelled = [], False
            self.sep = sep
        elif sep in (";", "dash") or not self.sep or (sep, self.sep) == ("and", ","):
            self.sep = sep
        self.named = False

    def word(self, token: Token) -> None:
        """A word goes on the segment, or begins one: a title after a name, a name after a bracket or initials."""
        flags = token.flags
        if flags & JOINER and not flags & CAPITAL:
            self.cut("and")
            return
        tokens = self.tokens
        if len(tokens) >= LONGEST_SEGMENT:
            self.cut("")
            tokens = self.tokens
        last = tokens[-1] if tokens else None
        if self.named and flags & CAPITAL:
            if (flags & TITLE and token.text != "MS" and not (flags & (HONOUR | TIER) and token.text.isupper())) or (
                flags & PLURAL and last is not None and last.flags & (CAPITAL | KNOWN) == CAPITAL
            ):
                before = _tiers(tokens)
                moved = tokens[before:]
                del tokens[before:]
                self.cut("title")
                self.tokens.extend(moved)
            elif (
                last is not None
                and not flags & (KNOWN | HONOUR)
                and (
                    last.kind == "bracket" or (last.text.isupper() and not token.text.isupper() and _initialled(tokens))
                )
            ):
                self.cut("bracket")
        if self.named and token.text[1:2].isupper() and _has_initials(tokens, token):
            if self.initialled and len(tokens) > 2 and not tokens[-3].flags & TITLED:
                moved = tokens[-2:]
                del tokens[-2:]
                self.cut("bracket")
                self.tokens.extend(moved)
                self.named = True
            self.initialled = True
        self.tokens.append(token)
        if not self.named:
            self.named = (flags & (CAPITAL | KNOWN | INITIAL)) == CAPITAL or bool(
                last and last.flags & TITLE and not flags & TITLED
            )

    def mark(self, token: Token) -> None:
        """A bracket or number goes on the segment, a separator ends it."""
        kind = token.kind
        if len(self.tokens) >= LONGEST_SEGMENT:
            self.cut("")
        if kind == "bracket":
            self.tokens.append(token)
        elif kind == "number":
            if self.named:
                self.cut("number")
            self.tokens.append(token)
        elif kind in ("gap", "tag"):
            if self.named or len(self.tokens) > 1:
                self.cut("gap")
        elif kind in ("dash", "stop"):
            self.cut(kind)
        else:
            self.initialled = False
            self.labelled = self.labelled or token.text == ":"
            self.cut("and" if token.text in "&+" else token.text)


def _initialled(tokens: Sequence[Token]) -> bool:
    """True where the last word is the initials of the mixed-case name before it ("Ann Vale AV")."""
    last = tokens[-1]
    if not INITIALS.match(last.text):
        return False
    names = [token for token in tokens[:-1] if token.kind == "word" and not token.flags & KNOWN]
    return (
        len(names) > 1
        and not names[-1].text.isupper()
        and last.text[0] == names[0].text[0]
        and last.text.rstrip(".").upper()[1:2]
        in {name.text[0].upper() for name in names[1:]} | {name.text[1:2].upper() for name in names[1:]}
    )


def _has_initials(tokens: Sequence[Token], token: Token) -> bool:
    """True where the token is the initials of the two words before it.

    So people are told apart in lists that lost their commas: "Ann Vale AV Lamps Society Bob Elm BE".
    """
    if len(tokens) < 2 or INITIALS.match(token.text) is None:
        return False
    first, last = tokens[-2:]
    return (first.text[:1] + last.text[:1]).lower() == token.text.lower() and all(
        name.flags & CAPITAL and not name.flags & KNOWN and not name.text.isupper() for name in (first, last)
    )


def _tiers(tokens: Sequence[Token]) -> int:
    """Index of the first of the words such as "County" that close ``tokens``."""
    index = len(tokens)
    while index > 1 and tokens[index - 1].flags & TIER:
        index -= 1
    return index
