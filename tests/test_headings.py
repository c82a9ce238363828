"""The signs of a heading: each by its own examples, and where a title ends on a line that goes on with text."""

from __future__ import annotations

import pytest

from minutesparse import headings
from minutesparse.headings import SIGNS, WEIGHTS, Sign, in_capitals, signs, stands_alone, text_start, weight
from minutesparse.lines import classify
from minutesparse.outline_document import UNNUMBERED_FLOOR
from minutesparse.source import from_text
from minutesparse.titles import split_title

# Signs of the words themselves; the others are of the place where a line stands, and `TestPlace` or the outline shows them.
OF_WORDS = [
    sign for sign in SIGNS if sign.example and sign.counter_example and sign.name not in ("emphasis", "counted")
]


def signs_of(words: str) -> list[str]:
    """The signs of one line of text."""
    (line,) = classify(from_text(words))
    return signs(words, line.start, line.stop, line.bold or line.hashes > 0)


@pytest.mark.parametrize("sign", OF_WORDS, ids=lambda sign: sign.name)
class TestSign:
    def test_example_shows_it(self, sign: Sign) -> None:
        assert sign.name in signs_of(sign.example)

    def test_counter_example_does_not(self, sign: Sign) -> None:
        assert sign.name not in signs_of(sign.counter_example)


def test_emphasis() -> None:
    (sign,) = (sign for sign in SIGNS if sign.name == "emphasis")
    assert "emphasis" in signs_of(sign.example)
    assert "emphasis" not in signs_of(sign.counter_example)
    assert "emphasis" in signs_of("## Roads")


def test_each_sign_is_declared_once_and_says_why() -> None:
    assert len(WEIGHTS) == len(SIGNS)
    assert all(sign.reason and sign.weight for sign in SIGNS)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("FINANCE", "the clerk reported a balance of twelve pounds."),
        ("**Play area**", "The play area was inspected."),
        ("Apologies for absence", "Apologies were received and it was noted that Cllr Birch would be late."),
        ("Correspondence", "Moved by Councillor Birch"),
        ("Roads and Paths:", "roads and"),
        ("Annual return 2023", "2023"),
        ("Community Account", "Community Account 3915.66"),
    ],
)
def test_a_heading_outweighs_a_sentence(better: str, worse: str) -> None:
    assert weight(signs_of(better)) > weight(signs_of(worse)) + 2


@pytest.mark.parametrize(
    ("words", "votes"),
    [
        ("Proposed Loan to the Ferry", False),
        ("Proposed Cllr Birch", True),
        ("Proposed by Cllr Birch", True),
        ("Resolution No. 2023-211", True),
        ("Resolution on the Ferry", False),
        ("M/S/C Birch/Dorn", True),
        ("Vote on the Motion:", True),
    ],
)
def test_words_of_votes(words: str, votes: bool) -> None:
    assert ("vote words" in signs_of(words)) is votes


@pytest.mark.parametrize("time", ["(7:01 p.m.)", "(at 7pm)", "(19.30 hrs)"])
def test_a_time_behind_a_title_is_no_word_of_it(time: str) -> None:
    assert signs_of(f"Rise and Report {time}") == signs_of("Rise and Report")


@pytest.mark.parametrize("words", ["", "   ", "**", "1.", "\u00a0", "🌳🌳🌳", "...", "\u0301", "ﬁ"])
def test_words_that_are_none(words: str) -> None:
    assert weight(signs_of(words or " ")) <= 2


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Finance: the clerk reported.", "Finance"),
        ("Call to order - The chair opened the meeting at seven.", "Call to order"),
        ("Apologies: none", "Apologies"),
        ("MATTERS ARISING The clerk reported that the hedge had been cut back.", "MATTERS ARISING"),
        ("Apologies for absence Cllr Birch and Cllr Cedar", "Apologies for absence"),
        ("Finance and policy", None),
        ("Cllr Birch joined at 6:05pm and was welcomed.", None),
        ("P2024 ACWF Autumn Fair / 28 November / Weirdale and all that is to be seen there", None),
        ("Venue: the hall", None),
        ("ADOPTION OF BOARD POLICY: RULES OF THE HOUSE", None),
        ("APOLOGIES FOR ABSENCE: CLLR ASH AND CLLR BIRCH", "APOLOGIES FOR ABSENCE"),
        ("WSTRLD Statement of community involvement, to be answered by August", None),
        ("FINANCE", None),
    ],
)
def test_where_the_text_of_a_heading_line_begins(words: str, title: str | None) -> None:
    split = text_start(words, 0, len(words))
    assert (words[: split[0]].rstrip() if split else None) == title
    if split:
        assert 0 < split[0] <= split[1] < len(words)


@pytest.mark.parametrize(
    ("words", "title", "body"),
    [
        ("Finance", "Finance", None),
        ("**Finance**", "Finance", None),
        ("Finance:", "Finance", None),
        ("Finance – ", "Finance", None),
        ("**Next meeting** Monday at noon", "Next meeting", "Monday at noon"),
        ("**Finance** **and policy**", "Finance** **and policy", None),
        ("**Insurance – boats: all that is due in June.** ", "Insurance – boats: all that is due in June.", None),
        ("**Finance**: the clerk reported.", "Finance", "the clerk reported."),
        ("Finance: the clerk reported.", "Finance", "the clerk reported."),
    ],
)
def test_split_title(words: str, title: str, body: str | None) -> None:
    start, stop, at = split_title(words, 0, len(words))
    assert words[start:stop] == title
    assert (None if at is None else words[at:].strip()) == body


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("FINANCE", True),
        ("PÊCHE À PIED", True),
        ("FINANCE and", False),
        ("Finance", False),
        ("F1", False),
        ("MINUTES OF 3rd MAY 2023 AS READ", True),
    ],
)
def test_in_capitals(words: str, expected: bool) -> None:
    assert in_capitals(words) is expected


@pytest.mark.parametrize(
    ("text", "index", "alone"),
    [("a\n\nb\n\nc", 2, True), ("a\nb\n\nc", 1, False), ("a\n\nb\nc", 2, False), ("a", 0, True), ("a\n\n", 0, True)],
)
def test_stands_alone(text: str, index: int, alone: bool) -> None:
    assert stands_alone(classify(from_text(text)), index) is alone


def test_vocabulary_matches_whole_words() -> None:
    assert headings.title_words().match("Finance report")
    assert not headings.title_words().match("Financed by")


def test_plain_lines_cannot_weigh_enough() -> None:
    """What `weigher._is_plain` leaves unweighed stays below the floor whatever its other signs."""
    most = WEIGHTS["title case"] + WEIGHTS["short"] + max(WEIGHTS["stands alone"], WEIGHTS["blank before"])
    assert most < UNNUMBERED_FLOOR


@pytest.mark.parametrize(
    "words", ["Apologies for absence", "Updates on drains", "The pond", "CHAIR\u2019S REMARKS", "Any other"]
)
def test_vocabulary_in_lower_case_is_the_same(words: str) -> None:
    assert bool(headings.title_words().match(words)) is bool(headings.title_words_lowered().match(words.lower()))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("It was shut", True),
        ("Twas shut", False),
        ("\u00c9was", False),
        ("(is)", True),
        ("This", False),
        ("an area", False),
    ],
)
def test_sentence_words_are_whole_words(words: str, said: bool) -> None:
    assert (headings.sentence_words().search(words) is not None) is said


@pytest.mark.parametrize(
    ("title", "split"),
    [
        ("a " * 35, True),
        ("a " * 36, False),
        ("Co-op (new)", True),
        ("Use of (i)n", True),
        ("The 7", True),
        ("At 7:30 for", False),
    ],
)
def test_where_a_title_is_closed(title: str, split: bool) -> None:
    """By the first mark that text follows, within the length of a title."""
    words = f"{title.strip()}: the clerk reported that it was done."
    assert (text_start(words, 0, len(words)) is not None) is split


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("FINANCE", True),
        ("Finance", False),
        ("\u00c9COLE \u2013 NORD", True),
        ("\u00c9cole \u2013 Nord", False),
        ("WHO? ME", True),
        ("A1", False),
        ("", False),
    ],
)
def test_line_in_capitals(words: str, expected: bool) -> None:
    text = f"Over {words} under"
    found = headings.line_in_capitals(text, headings.letter_kinds(text), 5, 5 + len(words))
    assert found is expected is in_capitals(words)
