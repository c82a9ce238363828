"""The forms in which minutes print a decision: leads, operative words, motions, seconding, reasons.

Each function returns one compiled pattern, made on first use; `EXAMPLES` has for each what it matches and what it must
not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from minutesparse.vocabulary.decisions import ADVERBS, BODIES, OPERATIVE, OTHER_BODIES

_PAST = "|".join(word for word, _ in OPERATIVE if word not in ("decision", "noted"))
_DECIDED = "|".join(word for word, _ in OPERATIVE if word not in ("decision", "noted", "confirmed"))


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.VERBOSE | re.IGNORECASE)


@cache
def lead() -> re.Pattern[str]:
    """A word that opens a decision set apart.

    Group ``lead`` is the word with its punctuation, ``mark`` the punctuation, ``word`` the operative word.
    """
    return _compiled(
        r"""
        [\s"“|*_–—-]*+
        (?P<lead>
            (?: (?: (?:following|after|accordingly|therefore|thereupon)\b [^.:;]{0,60}? ,?\s )?
                (?: it\s+(?:was|is(?!\s+recommended))\s+ (?:(?:further|then|therefore|also|hereby|unanimously)\s+){0,2}
                  | the\s+(?:decision|resolution)\s+was\s+ | be\s+it\s+(?:further\s+)? )
            )?
            (?P<word> resolved | agreed | recommended | noted | decision | decided | approved )
            (?: \s(?:unanimously | by\s+\w{1,15} | \(\w{1,15}\) | \d{1,3}/\d{1,4}) )?
            (?P<mark> [*_]{0,2} \s*(?: :\s?[-–—] | [:–—] | -(?=\s) )[*_]{0,2} )?
        )
        (?(mark) | (?= \s+(?:that|to|as|unanimously)\b | \s*+[.|]?+\s*+\Z | \.\s ) )
        """
    )


@cache
def operative() -> re.Pattern[str]:
    """An operative word in the past tense; its group says in what form it stands."""
    adverb = rf"(?:(?:{'|'.join(ADVERBS)})\s++){{0,3}}+"
    bodies = "|".join(re.escape(body) for body in BODIES)
    return _compiled(
        rf"""
        (?= [,:;] | \s[–—-] | \b[a-z] )  # no form begins elsewhere; it halves the time
        (?: \bit\s+(?:was|is(?!\s+recommended))\s+{adverb} (?P<impersonal>{_DECIDED})\b (?!\s+by\s)
          | \bw(?<!what\sw)(?<!as\sw)(?<!that\sw)(?<!it\sw)(?:as|ere)\s+{adverb}
            (?P<passive>{_PAST}|taken\s+as\s+read|signed\s+as)\b
            (?!\s+by\s+(?:the\s+)?(?:\w+\s+){{0,2}}(?:{"|".join(OTHER_BODIES)}))
          | \b(?:{bodies}|they(?=\s+(?:{_DECIDED})\s+that))\s+(?:have\s+)?{adverb}
            (?P<body>{_DECIDED}|voted)\b (?!\s+(?:with|budget|in\s+principle\s+by)\b)
          | (?:\b(?:and|reviewed,)|[,:]|\s[–—-]|;)\s+(?:(?:was|were)\s+)?{adverb} (?P<listed>{_DECIDED})\b
            (?=\s*(?: [.,;|] | \Z | and\b | by\s+all | unanimously | as\b | following | that\b | signed
                    | for\s+(?:payment|issue|publication|signature) ))
          | \b(?P<last>agreed|adopted|approved)\s*+[.|]?+\s*+[|]?+\s*+\Z
        )
        """
    )


@cache
def report() -> re.Pattern[str]:
    """What stands before an operative word that tells of no decision here: the past, the future, a condition."""
    return _compiled(
        r"""
        \b(?: (?:had|has|have|having)\s+(?:\w+\s+){0,2}(?:been\s+)?
            | (?:will|would|could|should|shall|may|might|must|can|to|not|never)\s+(?:\w+\s+)?be(?:en)?\s+(?:\w+\s+)?
            | (?:previously|already|to\s+be)\s+
            | (?:if|whether|unless|until|once|when|before)\s+(?:[\w’']+\s+){0,4}
            | (?:be|been|being|is|are|so|stands?|gets?)\s+
        ) \Z
        """
    )


@cache
def earlier() -> re.Pattern[str]:
    """What follows an operative word that tells of an earlier decision."""
    return _compiled(
        r"""
        [^.;,]{0,25}?\b(?: preceding | foregoing | when | previously | ago
            | at\s+(?:the|its|our|a|an)\s+(?:last|previous|earlier|(?!next)(?:\w+\s+){0,3}meeting)
            | in\s+(?:19|20)\d\d | last\s+(?:year|month|week) )\b
        """
    )


@cache
def elsewhere() -> re.Pattern[str]:
    """Another sitting or another time named before "it was agreed"."""
    return _compiled(r"\b(?:at|discussion\s+at)\s+(?:a|an|the|our|their|last)\s+(?:\w+\s+){0,4}meeting\b | \bago\b")


@cache
def told() -> re.Pattern[str]:
    """A speaker's words about a body's decision."""
    return _compiled(r"\b(?:said|stated|advised|explained|informed|outlined|recalled)\b")


@cache
def indirect() -> re.Pattern[str]:
    """Verbs before a listed participle that put it into the past, the future or the infinitive."""
    return _compiled(
        r"""
        \b(?:had|has|have|will|would|could|should|shall|may|might|must|can|to)\s+(?:\w+\s+){0,2}(?:be|been)\b
        | \bto\s+\w+\s*\Z | \bhad\s
        """
    )


@cache
def motion() -> re.Pattern[str]:
    """A motion or a suggestion being put."""
    return _compiled(
        r"""
        \b(?: M/S/[CA] | moved | moves\s+(?:to|that) | proposed | proposes | proposer | nominated | motioned
            | motion\s+(?:by|of|to|made|from) | (?:proposal|proposition)\s+of
            | (?:makes?|made|put\s+forward)\s+(?:a|the)\s+motion | amended\s+(?:her|his|their|the)\s+motion
            | prop\.?(?=\s) | suggested | proposal )\b
        """
    )


@cache
def fresh_motion() -> re.Pattern[str]:
    """A motion put by somebody, not a suggestion."""
    return _compiled(
        r"""
        \b(?: moved\b | moves\s+(?:to|that) | proposed\s+(?:by|that) | motion\s+by
            | (?:makes?|made)\s+(?:a|the)\s+motion )
        """
    )


@cache
def seconding() -> re.Pattern[str]:
    """A motion being seconded."""
    return _compiled(
        r"""
        \b(?: seconded(?!\s+(?:to|from)\b) | second\s+(?:by|from) | seconds\b | seconder\s*:
            | 2nd\s+(?-i:(?=(?:Cllr|Mr|Mrs|Ms|Dr|[A-Z]{2,3})\b)) )
        """
    )


@cache
def mover_statement() -> re.Pattern[str]:
    """A sentence with no more than who moved and who seconded."""
    return _compiled(
        r"""
        [\s(*|–—-]*+ (?:it\s+was\s+)? (?:(?:approval|adoption|accepted)\s*[–—:-]\s*)?
        (?:proposed|prop|moved|proposer|motion|on\s+the\s+(?:proposal|proposition)\s+of|seconded) \b [.]?+ \s*+
        (?:by\b)?+ [:\s–—-]*+ (?!that\b)
        (?: [^\s.]++ [.]? [\s,;]*+ ){1,6}?
        (?: (?:and\s+)?(?:seconded|second|2nd|seconder)\b \s*+(?:by\b)?+[:\s–—-]*+
            (?: [^\s.,;]++ [.,;]?+ \s*+ ){1,6}? )?
        (?:and\s*)?+ (?:as\s+a\s+(?:true|correct)[^.]{0,60})? [\s.)*|]*+ \Z
        """
    )


@cache
def second_statement() -> re.Pattern[str]:
    """A sentence that seconds the motion before it."""
    return _compiled(
        r"""
        [\s(*–—-]*+(?:(?:this|the|and|it|which)\b[^.;:]{0,40}?\s)?(?:motion\s+|was\s+)?(?:seconded\b|second\b)
        | [^.;:]{2,60}?\b(?:seconded|seconds)\b(?!\s+that)
        """
    )


@cache
def favour() -> re.Pattern[str]:
    """A sentence that opens with everybody's being in favour of something."""
    return _compiled(r"\W*all\s+(?:\w+\s+){0,2}in\s+favou?r\s+of\b")


@cache
def announces() -> re.Pattern[str]:
    """The end of a sentence whose text is still to come."""
    return _compiled(r"(?: : \s*[-–—]? | [–—] | \b(?:that|and|by|of|the|to) | ,)[\s*_]*\Z")


@cache
def motion_text() -> re.Pattern[str]:
    """The beginning of what a mover statement announces."""
    return _compiled(
        r"""
        [\s*]*+ (?: ["“‘'(] | that\b | to\b | and\s+(?:agreed|resolved|carried)
                  | (?:following|after)\b[^.:]{0,60}?it\s+was | it\s+was | resolved | agreed | we\s+the )
        """
    )


@cache
def quoted() -> re.Pattern[str]:
    """A motion in quotation marks."""
    return _compiled(r"""[\s*]*["“‘']\s*(?:that|we|be\s+it)\b""")


@cache
def amendment() -> re.Pattern[str]:
    """A motion that is an amendment."""
    return _compiled(
        r"""
        \b(?:the\s+following|an|this|(?:a\s+)?(?:further|first|second|friendly))\s+amendment\b(?!\s+of\b)
        | \bput\s+the\s+amendment | \A\W*amendment\b
        """
    )


@cache
def reason() -> re.Pattern[str]:
    """The label of a printed reason."""
    return _compiled(
        r"""
        [\s*_]*+ reasons?\b (?:\s+for\s+(?:the\s+)?(?:decision|recommendation)s?)? [*_]*+\s*+ (?:[:–—-]|\Z) [*_\s]*+
        """
    )


@cache
def noted() -> re.Pattern[str]:
    """A paragraph that is no more than a report's being noted."""
    return _compiled(
        r"""
        \W*(?:that\s+)?(?:the|this|members)\b[^.;:]{0,200}?
        \b(?:(?:was|were|be)\s+(?:duly\s+)?noted | noted\s+the\s+(?:report|update)[^.]{0,80}+) \s*+\.?+\s*+\Z
        """
    )


@cache
def closing() -> re.Pattern[str]:
    """A sentence about the sitting, not the business."""
    return _compiled(
        r"\W*(?:the\s+)?meeting\s+(?:was\s+|then\s+)?(?:adjourned|closed|ended|finished|concluded|resumed|reconvened)\b"
    )


EXAMPLES: tuple[tuple[Callable[[], re.Pattern[str]], tuple[str, ...], tuple[str, ...]], ...] = (
    (
        lead,
        ("Resolved: That it be sold", "RESOLVED – That", "It was agreed:", "Decision:", "NOTED that", "Agreed to"),
        ("Resolved issues were listed", "Decision making", "Agreed terms of reference"),
    ),
    (
        operative,
        ("it was resolved that", "the minutes were approved", "Members agreed to", "read and adopted."),
        ("Officers agreed to look at it", "as was agreed in May", "plans were approved by the Borough Council"),
    ),
    (report, ("it had been ", "it will be ", "if it was "), ("it was ", "the minutes ")),
    (earlier, (" at the last meeting", " in 2019"), (" at the next meeting", " that the fee be paid")),
    (elsewhere, ("At a finance meeting", "some years ago"), ("At the end",)),
    (told, ("said the members",), ("reported that the board",)),
    (indirect, ("had been read", "will be read", "to approve"), ("were read",)),
    (motion, ("Cllr Vale moved to", "Motion by Cllr Vale", "On the proposal of", "M/S/C"), ("in motion", "removed")),
    (fresh_motion, ("Cllr Vale moved to", "made the motion"), ("Cllr Vale suggested", "the proposal")),
    (seconding, ("seconded by", "Vale seconded it", "2nd Cllr Vale"), ("2nd December", "seconded to the county")),
    (mover_statement, ("Proposed by AB, seconded by CD.", "Moved by Cllr Vale"), ("Proposed that it be paid",)),
    (second_statement, ("Cllr Vale seconded the motion.", "This was seconded by Vale."), ("Members thanked him.",)),
    (favour, ("All were in favour of a proposal",), ("All in favour.",)),
    (announces, ("it was agreed:-", "as follows:", "RESOLVED THAT"), ("it was agreed.",)),
    (motion_text, ("That the fee", "“That", "And agreed", "it was agreed:"), ("Members thanked",)),
    (quoted, ("“That this Council",), ("“Vale Road”",)),
    (amendment, ("proposed the following amendment", "an Amendment to"), ("one minor amendment",)),
    (reason, ("Reason for decision:", "REASONS –"), ("The reason given", "Reasonable costs")),
    (noted, ("The annual report was noted.",), ("It was noted that the road is shut.",)),
    (closing, ("The meeting was adjourned at 15:10.",), ("The meeting noted the report.",)),
)
"""Each form with what it matches and what it must not."""
