"""The forms in which minutes print the vote on a motion and its outcome.

As in `deciding`: a function returns one compiled pattern for text in lower case, `EXAMPLES` what it matches.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from minutesparse.vocabulary.decisions import NUMBER_WORDS

OPTION = r"""(?: ayes? | yeas? | yes | in\s+favou?r | for | nays? | noes | no | against | opposed
    | abst(?:ain(?:ed|ing|s)?|entions?) | absent | recus(?:ed|als?) | not\s+voting | paired )"""
"""Pattern source (verbose) of the words for how somebody voted."""


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.VERBOSE)


@cache
def vote_statement() -> re.Pattern[str]:
    """A sentence that states the vote or outcome of the motion before it."""
    return _compiled(
        rf"""
        [\s\[("“*_–—•-]*+ (?: (?: decision\s?/\s?resolution | (?:vote\s+on\s+)?(?:the\s+)?motion ) :\s* )?+
        (?:
            (?:the|this|that)?\s*+ (?:(?:substantive|original|amended|main|above)\s+)?+ (?:notice\s+of\s+)?+
            (?:motion|amendment|resolution|proposal|nomination)s?\s++ (?:as\s+amended\s++)?+
            (?:(?:was|were|is|has\s+been|then|duly|therefore|declared|to\s+be|not)\s++){{0,4}}+
            (?:carried|carries|passed|passes|lost|failed|fails|defeated|withdrawn|approved|adopted|agreed)\b
          | (?:and\s++)?+ (?:carried|passed|lost|defeated|failed)\b
          | (?:and\s++)?+ (?:this\s+was\s++)?+ (?:so\s++)?+ (?:unanimously\s++)?+
            (?:agreed|approved|resolved|accepted)\b
            (?! \s*+ :?+ [\s–—-]*+ (?:that|to|as|the|a|with|on|for|and|by\s+the|at)\b | \s*+[:–—] \s*+ [^\W\d] )
          | all\s++ (?:(?:members|councillors|present|were|was|those|voted)\s++){{0,3}}+
            (?:in\s+(?:favou?r|agreement)|ayes?|agreed)\b (?! \s+of\s | \s+(?:that|to)\b )
          | (?:an?\s++)?+ (?:rising\s|recorded\s|roll[ -]call\s|voice\s|rolling\s|electronic\s){{1,2}}+ vote
          | roll[ -]call\b | (?:the\s+)?vote\s*+[:–—-] | result[\s:]
          | (?:the\s|a\s)?(?:votes?|voting)\s+(?:was|were|for|in|against|as\s+follows|taken)\b
          | the\s+vote\s+on\s | the\s+[a-z]{{3,15}}\s+(?:was|were)\s+not\s+(?:agreed|approved|carried)\b
          | (?:in\s+accordance|under|pursuant|as\s+required)\b [^.;]{{0,80}} \b(?:recorded|roll[ -]call)\s+vote
          | (?:there\s+(?:was|were)\s+)?(?:no|none|\d{{1,3}}|{"|".join(NUMBER_WORDS)}) \s*+ (?:\(\d{{1,3}}\)\s*+)?+
            (?:votes?\s|members?\s|voted?\s|voting\s){{0,2}}+
            (?:for\b|in\s+favou?r|against|abst|opposed|objections?\b|ayes?\b|nays?\b)
          | {OPTION} \s*+ (?: \(\s?\d{{1,3}}\s?\) | [:=–—] | -\s | \d{{1,3}}\b )
          | (?:following|after)\b [^.;]{{0,40}}? ,\s+the\s+[^.;]{{0,20}}put\s+(?:to\s+the\s+vote\s+)?
            the\s+(?:motion|amendment|proposal)
          | the\s+chair\w*+\s+put\s+the\s+(?:amendment|motion)
          | (?:on|upon)\s+(?:(?:being\s+)?put(?:ting)?\s+to\s+(?:the|a)\s+)?(?:vote|show\s+of\s+hands)
          | as\s+those\s+voting | therefore,?\s+the\s+(?:motion|resolution|amendment)
          | (?:there\s+being\s+)?no\s+(?:other|further)\s+nominations | (?:yes|ayes?|no|nay)[,.;]
          | nem\.?\s+con | unanimous(?:ly)?\b | (?:duly\s+)?elected\s+(?:unanimously|unopposed)\b
        )
        """
    )


@cache
def outcome() -> re.Pattern[str]:
    """A sentence that tells by itself what became of a motion or an amendment."""
    return _compiled(
        r"""
        [\s(*_–—-]*+ (?: there\s+was\s+no\s+seconder\s+and\s )?+ (?:on|upon)?+ \s*+ (?: (?:the|this|an?|that)\s+)?+
        (?:(?:substantive|original|amended|main|above|recorded|further)\s+)?+
        (?:motion|amendment|resolution|proposal|vote)\b
        (?: ,?\s+(?:as\s+amended|on\s+the\s+[a-z]+|of\s+[a-z]+\s+[a-z]+) )? ,?\s+(?:was|were|is|being|having)\b
        """
    )


@cache
def bare_motion() -> re.Pattern[str]:
    """The beginning of a motion printed without who moved it."""
    return _compiled(r"[\s*_“\"]*+(?:that\s|motion\s*[:–—-]|resolution\s*[:–—-]|be\s+it\s+resolved\b)")


@cache
def bare_outcome() -> re.Pattern[str]:
    """A word of outcome alone, on the text as printed."""
    return re.compile(
        r"[\s*_(\[]*+(?:(?:MOTION\s+)?(?:CARRIED|PASSED|ADOPTED|DEFEATED|LOST)|(?:Motion\s+)?(?:[Cc]arried|[Pp]assed|[Dd]efeated|[Ll]ost))"
        r"(?:\s+(?:UNANIMOUSLY|unanimously))?[\s*_.)\]]*+"
    )


@cache
def substantive() -> re.Pattern[str]:
    """The motion that an amendment is put to, as a sentence about the vote names it."""
    return _compiled(
        r"\b(?:(?:substantive|main|original|amended)\s+(?:motion|proposal|resolution)|motion,?\s+as\s+amended)\b"
    )


@cache
def told_vote() -> re.Pattern[str]:
    """A sentence that tells how somebody voted or what the motion became."""
    return _compiled(
        r"""
        [\s\[("“*_–—•-]*+ (?:decision\s?/\s?resolution:\s*)?+
        (?: [^.;:]{3,45}?\s(?: declared\s+the\s+(?:motion|vote|amendment|resolution) | did\s+not\s+vote
            | (?:voted\s+against|abstained|opposed)\b )
          | [^.;:]{3,150}?\b(?:was|were)\s+(?:absent|not\s+present|vacant)\b
          | [^.;:]{3,90}?\b(?:was|were)\s+(?:(?:therefore|duly|unanimously)\s+){1,2}(?:re-?)?elected\b
          | [^.;:]{3,60}?\bstands?\s+(?:approved|adopted|adjourned|carried)\b )
        """
    )


EXAMPLES: tuple[tuple[Callable[[], re.Pattern[str]], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        vote_statement,
        ("motion carried.", "all in favour.", "ayes: vale, moss", "and agreed by all"),
        ("agreed that a bench be bought", "all members were asked", "for some time the road has been closed"),
    ),
    (
        told_vote,
        ("chair vale declared the motion passed", "cllr moss abstained."),
        ("cllr vale declared an interest",),
    ),
    (
        outcome,
        ("the amendment was not carried.", "a vote was taken on the amendment, which was lost"),
        ("the clerk carried the motion to the council", "votes of thanks"),
    ),
    (substantive, ("the substantive motion was carried", "the motion, as amended, was"), ("the motion was carried",)),
    (bare_outcome, ("**PASSED**", "Motion carried."), ("The clerk spoke.",)),
    (bare_motion, ("that the fee be waived", "motion: to adjourn"), ("the motion",)),
)
"""Each form with what it matches and what it must not."""
