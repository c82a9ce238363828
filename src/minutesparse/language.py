"""What language a text is in, by its commonest words; enough to say that English rules do not apply."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from string import ascii_lowercase

# Words that are frequent in one language and rare in the others.
COMMON: Mapping[str, frozenset[str]] = {
    tag: frozenset(words.split())
    for tag, words in (
        ("en", "the of and to in that was is for be on by with were at as from it not this"),
        ("cy", "yr y ac yn ar gan oedd bod wedi eu mae dros nad ei fod gyda hyn eich am wrth"),
        ("ga", "an na agus ar chun go leis ag maidir bhí atá den faoi sin seo mar gur don ó"),
        ("fr", "le la les de des et du en une est que pour dans par sur au qui ne pas aux"),
        ("de", "der die das und den von zu mit ist im des für nicht ein eine dem auf wird werden"),
        ("es", "el la los de que y en las por con para una del se al como su es lo"),
    )
}
WORD = re.compile(r"[^\W\d_]++")
# Bytes of ASCII with a space for all but the small letters.
LETTERS_ALONE = bytes(byte if byte in ascii_lowercase.encode() else ord(" ") for byte in range(256))
# What typographers print between words beyond ASCII: spaces, dashes, quotation marks, bullets.
TYPOGRAPHIC = "\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u00b7\u00a3\u2026"
FEWEST_WORDS = 40
SAMPLES = 4
SAMPLE_LENGTH = 600


def detect(text: str) -> str | None:
    """The BCP 47 tag of the language that most of the text is in, or ``None`` where it is too short to tell."""
    sample = " ".join([text[start : start + SAMPLE_LENGTH] for start in _sample_starts(len(text))])
    # the same words either way: those of ASCII are put in small letters and parted several times as fast
    if not sample.isascii():
        for mark in TYPOGRAPHIC:
            sample = sample.replace(mark, " ")
    if sample.isascii():
        words = sample.lower().encode("ascii").translate(LETTERS_ALONE).decode("ascii").split()
    else:
        words = WORD.findall(sample.casefold())
    if len(words) < FEWEST_WORDS:
        return None
    counts = dict.fromkeys(COMMON, 0)
    for tags, count in Counter(filter(None, map(_languages().get, words))).items():
        for tag in tags.split():
            counts[tag] += count
    tag = max(counts, key=lambda one: counts[one])
    return tag if counts[tag] * 12 >= len(words) else None


@cache
def _languages() -> dict[str, str]:
    """The tags of the languages that each common word is frequent in, a space between."""
    words = frozenset().union(*COMMON.values())
    return {word: " ".join(tag for tag, common in COMMON.items() if word in common) for word in words}


def _sample_starts(length: int) -> list[int]:
    """Where samples begin: spread over the text, so that an English head over a Welsh body does not decide."""
    if length <= SAMPLES * SAMPLE_LENGTH:
        return list(range(0, max(length, 1), SAMPLE_LENGTH))
    return [length * part // SAMPLES for part in range(SAMPLES)]
