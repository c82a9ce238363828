"""The tokens of a list of people, and the segments that its separators cut it into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from minutesparse.vocabulary import people as vocabulary

LONGEST_SEGMENT = 60  # tokens; more without a separator is no entry of a list

TITLE, PLURAL, OFFICE, POST, MODIFIER, OTHER, HONOUR, PARTICLE, SUFFIX, JOINER, LINK, SURNAME, TIER, AWAY = (
    1 << bit for bit in range(14)
)
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
    """Brackets, separators and words of a list of people; what no branch takes is passed over."""
    return re.compile(
        r"""
        (?P<word>    [^\W\d_]
                     (?: [\w'\u2019\u2018`/] | [.\-\u2010] (?=\w) | -[ \t]{0,3}(?:\r\n?|\n)[ \t]{0,40}(?=[^\W\d_]) )*+ )
      | (?P<bracket> \( [^()]{0,160} \) | \[ [^\[\]]{0,160} \] | \{ [^{}]{0,160} \} )
      | (?P<tag>     <[^<>]{1,200}> )
      | (?P<number>  \d [\d:.,/]*+ (?:st|nd|rd|th)?+ )
      | (?P<dash>    (?<=\s) -{1,3} (?=\s) | [\u2013\u2014\u2015] )
      | (?P<sep>     [;,&|:+\u2022\u00b7\uf0b7] )
      | (?P<stop>    [.] )
      | (?P<gap>     (?<![\r\n]) (?: \t | [\ \u00a0]{3} ) [\ \u00a0\t]*+ (?![\r\n]) )
        """,
        re.VERBOSE,
    )


@dataclass(slots=True)
class Token:
    """A word, number, bracket or separator of a list, with what the lexicon knows of it."""

    kind: str
    start: int
    end: int
    text: str
    flags: int = 0

    @property
    def initial(self) -> bool:
        """True for "J", "J.", "J.P.", "PJ": letters that stand for forenames."""
        letters = self.text.rstrip(".").replace(".", "")
        return self.kind == "word" and letters.isupper() and len(letters) <= (1 if "." not in self.text else 4)

    @property
    def capital(self) -> bool:
        """True for a word that opens with a capital, or has one after an apostrophe or an Irish prefix (hAodha)."""
        text = self.text
        if "/" in text:
            return False
        return text[0].isupper() or (
            len(text) > 2 and (text[1].isupper() or (text[1] in "'\u2019" and text[2].isupper()))
        )


# Initials as a name for somebody: "JB", "MCa", "PWh".
INITIALS = re.compile(r"[A-Z](?:[A-Z]{1,3}[a-z]?|[a-z]?[A-Z][a-z]|[A-Z])\.?\Z")


@dataclass(slots=True)
class Segment:
    """The tokens between two separators, and the separator before them."""

    sep: str
    tokens: list[Token]
    labelled: bool = False


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """Tokens of ``[start, end)``; the full stop of an initial or a title belongs to its word."""
    known = lexicon()
    skip_to = start
    for match in token_pattern().finditer(text, start, end):
        kind = match.lastgroup or ""
        if match.start() < skip_to:
            continue
        token = Token(kind, match.start(), match.end(), match.group())
        if kind == "word":
            low = token.text.lower()
            token.flags = known.get(low, 0)
            if not token.flags and "/" in low:
                for part in low.split("/"):
                    token.flags |= known.get(part, 0)
            if text.startswith(".", token.end, end) and (
                len(low) == 1 or "." in low or low == "st" or token.flags & (TITLE | SUFFIX)
            ):
                token.end += 1
                token.text += "."
                skip_to = token.end
        yield token


def segments_of(text: str, start: int, end: int) -> list[Segment]:
    """Tokens cut at separators, before a title that follows a name, and after a bracket that a name follows."""
    segments: list[Segment] = []
    current = Segment("", [])
    named = False

    def cut(sep: str) -> None:
        nonlocal current, named
        if current.tokens:
            segments.append(current)
            current = Segment(sep, [])
        elif sep in (";", "dash") or not current.sep:
            current.sep = sep
        named = False

    for token in tokens_of(text, start, end):
        if len(current.tokens) >= LONGEST_SEGMENT:
            cut("")
        if token.kind == "word" and not (token.flags & JOINER and not token.capital):
            last = current.tokens[-1] if current.tokens else None
            if (
                named
                and token.flags & TITLE
                and token.capital
                and not (token.flags & (HONOUR | TIER) and token.text.isupper())
                and token.text != "MS"
            ):
                before = _tiers(current.tokens)
                moved = current.tokens[before:]
                del current.tokens[before:]
                cut("title")
                current.tokens.extend(moved)
            elif (
                named
                and last is not None
                and token.capital
                and not token.flags & (KNOWN | HONOUR)
                and (
                    last.kind == "bracket"
                    or (last.text.isupper() and not token.text.isupper() and _initialled(current.tokens))
                )
            ):
                cut("bracket")
            current.tokens.append(token)
            named = (
                named
                or (token.capital and not token.flags & KNOWN and not token.initial)
                or bool(last and last.flags & TITLE and not token.flags & TITLED)
            )
        elif token.kind == "bracket":
            current.tokens.append(token)
        elif token.kind == "number":
            if named:
                cut("number")
            current.tokens.append(token)
        elif token.kind in ("gap", "tag"):
            if named or len(current.tokens) > 1:
                cut("gap")
        elif token.text == ":":
            current.labelled = True
            cut(":")
        else:
            cut(
                {"word": "and", "dash": "dash", "stop": "stop"}.get(
                    token.kind, "and" if token.text in "&+" else token.text
                )
            )
    cut("")
    return segments


def _initialled(tokens: Sequence[Token]) -> bool:
    """True where the last word is the initials of the mixed-case name before it ("Ann Vale AV")."""
    names = [token for token in tokens[:-1] if token.kind == "word" and not token.flags & KNOWN]
    last = tokens[-1]
    return (
        len(names) > 1
        and not names[-1].text.isupper()
        and bool(INITIALS.match(last.text))
        and last.text[0] == names[0].text[0]
        and last.text.rstrip(".").upper()[1:2]
        in {name.text[0].upper() for name in names[1:]} | {name.text[1:2].upper() for name in names[1:]}
    )


def _tiers(tokens: Sequence[Token]) -> int:
    """Index of the first of the words such as "County" that close ``tokens``."""
    index = len(tokens)
    while index > 1 and tokens[index - 1].flags & TIER:
        index -= 1
    return index
