"""The forms in which minutes print a decision: leads, operative words, motions, seconding, reasons.

Each function returns one compiled pattern, made on first use; `EXAMPLES` has for each what it matches and what it must
not. The patterns are for text in lower case (`Reader.lowered`): without IGNORECASE `re` is two to three times faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from minutesparse.vocabulary import alternatives, openings
from minutesparse.vocabulary.decisions import (
    ADVERBS,
    BODIES,
    LEADS,
    MOVERS,
    OFFICES,
    OPERATIVE,
    OTHER_BODIES,
    SECONDERS,
    VERBS,
)

_OPERATIVE = [word for words in OPERATIVE.values() for word in words if word not in ("decision", "noted")]
_PAST = alternatives(_OPERATIVE)
_DECIDED = alternatives(word for word in _OPERATIVE if word != "confirmed")


def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.VERBOSE)


@cache
def lead() -> re.Pattern[str]:
    """A word that opens a decision set apart.

    Group ``lead`` is the word with its punctuation, ``mark`` the punctuation, ``word`` the operative word.
    """
    words = [word for words in LEADS.values() for word in words]
    verbs = [verb for verbs in VERBS.values() for verb in verbs]
    return _compiled(
        rf"""
        [\s"“|*_–—-]*+
        (?P<lead>
            (?: (?: (?:following|after|accordingly|therefore|thereupon)\b [^.:;]{{0,60}}? ,?\s )?
                (?: it\s+(?:was|is(?!\s+recommended)),?\s+
                    (?:(?:further|then|therefore|also|hereby|unanimously)\s+){{0,2}}
                  | the\s+(?:decision|resolution)\s+was\s+ | be\s+it\s+(?:further\s+)? )
            )?
            (?:unanimously\s+)?
            (?P<word> {alternatives(words)} | (?P<verb> {alternatives(verbs)} ) )(?!\w)
            (?: \s(?:unanimously | by\s+\w{{1,15}} | \([\w\s,;:-]{{1,50}}\) | nem\.?\s?con\.? | \d{{1,3}}/\d{{1,4}}) )?
            (?P<mark> [*_]{{0,2}} \s*(?: :\s?[-–—] | [:–—] | -(?=\s) )[*_]{{0,2}} )?
        )
        (?(mark) | (?(verb) (?=\s) | (?= ,?\s+(?:that|to|as|unanimously)\b | \s*+[.|]?+\s*+\Z | \.\s ) ) )
        """
    )


@cache
def operative() -> re.Pattern[str]:
    """An operative word in the past tense; its group says in what form it stands."""
    adverb = rf"(?:(?:{'|'.join(ADVERBS)})\s++){{0,3}}+"
    bodies = "|".join(re.escape(body) for body in BODIES)
    starts = openings(
        (
            *BODIES,
            "it",
            "was",
            "were",
            "they",
            "and",
            "reviewed",
            "approval",
            "agreement",
            "agreed",
            "adopted",
            "approved",
        )
    )
    return _compiled(
        rf"""
        (?= [,:;] | \s[–—-] | \b(?:{starts}) )  # no form begins elsewhere; it takes off two thirds of the time
        (?: \bit\s+(?:was|is(?!\s+recommended))\s+{adverb} (?P<impersonal>{_DECIDED})\b
            (?!\s+(?:by\s|(?:practice|policy|procedure|custom)\b))
          | \bw(?<!what\sw)(?<!as\sw)(?<!that\sw)(?<!it\sw)(?:as|ere)\s+{adverb}
            (?: (?P<passive>{_PAST}|taken\s+as\s+read|signed\s+as)\b
              | (?P<elected>(?:re-?)?elected|co-?opted) (?=\s+(?:as\s+|to\s+)?(?:the\s+)?(?:{"|".join(OFFICES)})\b) )
            (?!\s+by\s+(?:the\s+)?(?:\w+\s+){{0,2}}(?:{"|".join(OTHER_BODIES)}))
          | \b(?:{bodies}|they(?=\s+(?:{_DECIDED})\s+that))\s+(?:have\s+)?{adverb}
            (?P<body>{_DECIDED}|voted)\b (?!\s+(?:with|budget|in\s+principle\s+by)\b)
          | (?:\b(?:and|reviewed,)|[,:]|\s[–—-]|;)\s+(?:(?:was|were)\s+)?{adverb} (?P<listed>{_DECIDED})\b
            (?=\s*(?: [.,;:|] | \Z | and\b | by\s+all | unanimously | as\b | following | that\b | signed
                    | for\s+(?:payment|issue|publication|signature) ))
          | \b(?P<given>(?:approval|agreement)\s+was\s+(?:given|granted)) \b(?!\s+by)
          | \bit\s+was\s+{adverb}the\s+(?P<consensus>consensus) \s+of\s+(?:the\s+)?(?:\w+\s+){{1,3}}?(?:to|that)\b
          | \b(?P<last>agreed|adopted|approved)\s*+[.|]?+\s*+[|]?+\s*+\Z
        )
        """
    )


@cache
def participle() -> re.Pattern[str]:
    """The end of a word that `operative` may match, but for "taken as read": a cheap test that comes before it."""
    words = (*_OPERATIVE, "voted", "signed", "granted", "elected", "opted")
    # begins with letters that `re` finds fast
    english = f"ed(?:{'|'.join(f'(?<={re.escape(word)})' for word in words if word.endswith('ed'))})"
    others = [word for word in words if not word.endswith("ed")]
    return re.compile(f"{english}|{alternatives(others)}" if others else english)


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
        [mpnas] (?:  # `re` skips to one of a set of letters fast, and soon sees that another letter follows
            /s/(?<=\bm/s/)[ca]
          | o(?: ved(?<=\bmoved) | ves(?<=\bmoves)\s+(?:to|that) | tioned(?<=\bmotioned)
              | tion(?<=\bmotion)\s+(?:by|of|to|made|from|was\s+(?:then\s+)?(?:made|moved)) )
          | a(?<=\bma)(?:kes?|de)\s+(?:a|the)\s+motion
          | rop(?<=\bprop)(?: ose[dsr] | osal(?!\s*[.,]|\s+(?:was|were|is)\b) | osition\s+of | (?=[.\s]) )
          | ut(?<=\bput)\s+forward\s+(?:a|the)\s+motion
          | ominated(?<=\bnominated) | mended(?<=\bamended)\s+(?:her|his|their|the)\s+motion | uggested(?<=\bsuggested)
        )\b
        """
    )


@cache
def fresh_motion() -> re.Pattern[str]:
    """A motion put by somebody, not a suggestion."""
    return _compiled(
        r"""
        [mp] (?: o(?: ved(?<=\bmoved)\b | ves(?<=\bmoves)\s+(?:to|that) | tion(?<=\bmotion)\s+(?:by|was\s+made) )
          | a(?<=\bma)(?:kes?|de)\s+(?:a|the)\s+motion | roposed(?<=\bproposed)\s+(?:by|that) )
        """
    )


@cache
def seconding() -> re.Pattern[str]:
    """A motion being seconded."""
    return _compiled(
        r"second(?<=\bsecond) (?: ed(?!\s+(?:to|from)\b) | \s+(?:by|from) | s\b(?<!\d\sseconds) | er\s*: )"
    )


@cache
def second_mark() -> re.Pattern[str]:
    """The ordinal for a seconding; on the text as printed, since a name in capitals tells it from a date."""
    return re.compile(r"\b2[Nn][Dd]\s+(?=(?:Cllr|Mr|Mrs|Ms|Dr|[A-Z]{2,3})\b)")


@cache
def mover_statement() -> re.Pattern[str]:
    """A sentence with no more than who moved and who seconded."""
    phrases, seconders = alternatives((*MOVERS, *SECONDERS)), alternatives(SECONDERS)
    return _compiled(
        rf"""
        [\s(*|–—-]*+ (?:\w{{1,3}}\)\s+)?+ (?:it\s+was\s+)?
        (?:an?\s+amendment\s+(?:to\s+the\s+[a-z]+\s+[a-z]+\s+)?was\s+)?
        (?:(?:approval|adoption|accepted)\s*[–—:-]\s*)?
        (?:proposed|prop|moved|proposer|motion|on\s+the\s+(?:proposal|proposition)\s+of|seconded|{phrases}) \b
        [.]?+ \s*+ (?:by\b)?+ [:\s–—-]*+ (?!that\b)
        (?: [^\s.]++ [.]? [\s,;]*+ ){{1,6}}?
        (?: (?:and\s+)?(?:seconded|second|2nd|seconder|{seconders})\b \s*+(?:by\b)?+[:\s–—-]*+
            (?: [^\s.,;]++ [.,;]?+ \s*+ ){{1,6}}? )?
        (?:and\s*)?+
        (?: (?:as\s+a\s+(?:true|correct) | (?:all\s+)?(?:agreed|in\s+favou?r)(?!\s+(?:that|to|of)\b) | carried)\b
            [^.]{{0,90}} )?
        [\s.)*|]*+ \Z
        """
    )


@cache
def second_statement() -> re.Pattern[str]:
    """A sentence that seconds the motion before it."""
    return _compiled(
        rf"""
        [\s(*–—-]*+(?:(?:this|the|and|it|which)\b[^.;:]{{0,40}}?\s)?(?:motion\s+|was\s+)?
          (?:seconded|second|{alternatives(SECONDERS)})\b
        | [^.;:]{{2,60}}?\b(?:seconded|(?<!\d\s)seconds)\b(?!\s+that)
        """
    )


@cache
def favour() -> re.Pattern[str]:
    """A sentence that opens with everybody's being in favour of something."""
    return _compiled(r"\W*all\s+(?:\w+\s+){0,2}in\s+favou?r\s+of\b")


@cache
def announces() -> re.Pattern[str]:
    """The end of a sentence whose text is still to come."""
    return _compiled(r"(?: : (?:\s*+[-–—])?+ | [–—] | \b(?:that|and|by|of|the|to|it\s+was) | ,)[\s*_]*+\Z")


@cache
def motion_text() -> re.Pattern[str]:
    """The beginning of what a mover statement announces."""
    return _compiled(
        r"""
        [\s*]*+ (?: ["“‘'(] | that\b | to\b | and\s+(?:agreed|resolved|carried)
                  | (?:following|after)\b[^.:]{0,60}?it\s+was | it\s+was | resolved | agreed | we\s+the
                  | (?:the|these|this)\s+(?!(?:chair|clerk))[^.;:]{3,120}?
                    (?<!will\s)(?<!would\s)(?<!to\s)(?<!should\s)(?<!could\s)(?<!may\s)(?<!not\s)
                    be\s+[a-z]{3,12}ed\b )
        """
    )


@cache
def bare_decision() -> re.Pattern[str]:
    """The beginning of a decision that has no operative word."""
    return _compiled(
        r"[\s*_]*+ (?: that\s | to\s+(?:otherwise\s+)?[a-z]{3,} | (?:the|an?)\s[^.;:]{3,120}?\sbe\s+[a-z]{3,14}ed\b )"
    )


@cache
def no_decision() -> re.Pattern[str]:
    """What stands under a label "Decision:" where nothing was decided."""
    return _compiled(
        r"""
        [\s*_]*+ (?: nil\b | n/?a\b | not\s+applicable
          | (?:there\s+(?:was|were|is|are)\s+)? (?:none\b | no\s+(?!objection|comment|action|further|change)[a-z]+)
          | (?:an?\s+)?apolog(?:y|ies)\b | not\s+(?:yet\s+)?(?:available|published) )
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
        | \b(?:put\s+the|on\s+the)\s+amendment | \A\W*the\s+amendment\s+(?:was|is)\b | \A\W*amendment\b
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
        ("resolved: that it be sold", "resolved – that", "it was agreed:", "decision:", "noted that", "agreed to"),
        ("resolved issues were listed", "decision making", "agreed terms of reference"),
    ),
    (
        operative,
        (
            "it was resolved that",
            "the minutes were approved",
            "members agreed to",
            "read and adopted.",
            "it was the consensus of the board to wait",
        ),
        (
            "officers agreed to look at it",
            "as was agreed in may",
            "it was agreed practice",
            "plans were approved by the borough council",
        ),
    ),
    (participle, ("it was agreed",), ("as read",)),
    (report, ("it had been ", "it will be ", "if it was "), ("it was ", "the minutes ")),
    (earlier, (" at the last meeting", " in 2019"), (" at the next meeting", " that the fee be paid")),
    (elsewhere, ("at a finance meeting", "some years ago"), ("at the end",)),
    (told, ("said the members",), ("reported that the board",)),
    (indirect, ("had been read", "will be read", "to approve"), ("were read",)),
    (motion, ("cllr vale moved to", "motion by cllr vale", "on the proposal of", "m/s/c"), ("in motion", "removed")),
    (fresh_motion, ("cllr vale moved to", "made the motion"), ("cllr vale suggested", "the proposal")),
    (seconding, ("seconded by", "vale seconded it", "seconder: vale"), ("seconded to the county",)),
    (second_mark, ("2nd Cllr Vale", "2ND JS"), ("2nd December",)),
    (mover_statement, ("proposed by ab, seconded by cd.", "moved by cllr vale"), ("proposed that it be paid",)),
    (second_statement, ("cllr vale seconded the motion.", "this was seconded by vale."), ("members thanked him.",)),
    (favour, ("all were in favour of a proposal",), ("all in favour.",)),
    (announces, ("it was agreed:-", "as follows:", "resolved that"), ("it was agreed.",)),
    (motion_text, ("that the fee", "“that", "and agreed", "it was agreed:"), ("members thanked",)),
    (
        bare_decision,
        ("that the report be accepted", "to note the report", "the fee be waived"),
        ("there were none.", "apologies were received from cllr vale", "the fee will not change"),
    ),
    (
        no_decision,
        ("there was no other business.", "none.", "apologies were received"),
        ("the fee be waived", "that it be sold"),
    ),
    (quoted, ("“that this council",), ("“vale road”",)),
    (amendment, ("proposed the following amendment", "an amendment to"), ("one minor amendment",)),
    (reason, ("reason for decision:", "reasons –"), ("the reason given", "reasonable costs")),
    (noted, ("the annual report was noted.",), ("it was noted that the road is shut.",)),
    (closing, ("the meeting was adjourned at 15:10.",), ("the meeting noted the report.",)),
)
"""Each form with what it matches and what it must not."""
