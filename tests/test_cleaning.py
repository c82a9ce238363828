"""`clean` repairs what conversion did to a text, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_linear

from minutesparse.cleaning import REPAIRS, clean
from minutesparse.source import decode_windows_1252


def twice(text: str) -> str:
    """``text`` as it looks when its UTF-8 is read as windows-1252."""
    return decode_windows_1252(text.encode())


@pytest.mark.parametrize(
    ("damaged", "repaired", "kind"),
    [
        (
            twice("the clerk’s “report” – £12 and café"),
            "the clerk’s “report” – £12 and café",
            "double-encoded characters",
        ),
        (twice(twice("the clerk’s report")), "the clerk’s report", "double-encoded characters"),
        ("â\x80\x99tis", "’tis", "double-encoded characters"),
        ("one\rtwo\r\nthree\x0bfour\u2028five", "one\ntwo\nthree\nfour\nfive", "line ends"),
        ("Smith &amp; Sons &#8217; &#x2013; &pound;5", "Smith & Sons ’ – £5", "HTML entities"),
        ("Smith &amp;amp; Sons&amp;#8217;", "Smith & Sons’", "HTML entities"),
        ("one<br>two<br/>three", "one\ntwo\nthree", "HTML tags"),
        ("<p>one</p><p class='x'>two</p>", "\n\none\n\ntwo\n\n", "HTML tags"),
        ("<div>one</div>\n<div></div>\n<div>two</div>", "\none\n\ntwo\n", "HTML tags"),
        ("<strong>Finance: </strong>the <em>old</em> rate", "**Finance:** the _old_ rate", "HTML tags"),
        ("a<strong> </strong>b<b></b>", "a b", "HTML tags"),
        ("left <b>open", "left open", "HTML tags"),
        ("3<sup>rd</sup> May", "3rd May", "HTML tags"),
        ("<ul><li>one</li><li>two</li></ul>", "\n\n- one\n- two\n\n", "HTML tags"),
        (
            "<table>\n<tr>\n<th>Name</th><th>Vote</th>\n</tr><tr><td>Ann\nLee</td><td>Aye</td></tr></table>",
            "\n\nName | Vote\n\nAnn Lee | Aye\n\n",
            "HTML tags",
        ),
        (
            "<table><tr><td>1</td><td>One.<div>Two.</div></td><td></td></tr></table>",
            "\n\n1\n\nOne.\nTwo.\n\n",
            "HTML tags",
        ),
        ("<table><tr><td></td><td>alone</td></tr></table>", "\n\nalone\n\n", "HTML tags"),
        ("<a href='https://x.example/a.pdf'>Plan</a>", "[Plan](https://x.example/a.pdf)", "HTML tags"),
        ("<a name=top>Plan</a>", "Plan", "HTML tags"),
        ("ﬁnal oﬀer, aﬃrmed", "final offer, affirmed", "ligatures"),
        ("com\u00admit\u00adtee", "committee", "soft hyphens"),
        ("7.30\u00a0pm\u2003sharp", "7.30 pm sharp", "special spaces"),
        ("\ufeffone\u200b two", "one two", "zero-width characters"),
        ("last line \f1. Next", "last line\n\f1. Next", "form feeds"),
        (r"3\. Finance \(cont\.\)", "3. Finance (cont.)", "Markdown escapes"),
        ("the com-\nmittee met; a committee", "the committee\nmet; a committee", "broken words"),
        ("the com-\n  mittee.\nA committee", "the committee.\nA committee", "broken words"),
        ("the par\u00ad\nish met", "the parish\nmet", "broken words"),
        ("one  \ntwo\t", "one\ntwo", "trailing spaces"),
    ],
)
def test_repairs(damaged: str, repaired: str, kind: str) -> None:
    cleaned = clean(damaged)
    assert cleaned.text == repaired
    assert kind in cleaned.repairs


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5 < 6 and 7 > 3, write to <clerk@brook.example>",
        "AT&T; R&D &c. and &unknown;",
        "naïve café, D Ó Broin’s, Tāmaki, Llŷn, SMÅ”, CAFÉ”",
        "a well-\nknown man",  # never written as one word
        "a well-\nknown man, well-known and wellknown",  # both ways: nobody knows
        "Mill-\nLane and millane",
        "pages 4-\n5",
        "\\\\server\\share",
        "one\r\ntwo\r\n",
        "a page\n\fthe next",
        "**bold** _and_ | table | rows",
    ],
)
def test_leaves_alone(text: str) -> None:
    cleaned = clean(text)
    assert (cleaned.text, cleaned.repairs) == (text, {})


def test_keeps_line_ends_of_a_windows_file() -> None:
    assert clean("ﬁrst \r\nlast\r\n").text == "first\r\nlast\r\n"


def test_counts() -> None:
    assert clean("ﬁnal ﬁeld&nbsp;note<br>end").repairs == {
        "HTML entities": 1,
        "special spaces": 1,
        "HTML tags": 1,
        "ligatures": 2,
    }


FRAGMENTS = st.sampled_from(
    [
        *("&amp;", "amp;", "&", "lt;", "#13;", "&#8217;", "&nbsp;", "&shy;", ";", "<", ">", "/", "br", "<b>", "</b>"),
        *("<tr>", "<td>", "</td>", "</tr>", "<table>", "</table>", "<p>", "</p>", "<li>", "<em>", "</em>", "<div>"),
        *(
            "<a href='http://x.example'>",
            "</a>",
            "\\",
            ".",
            "-",
            "\n",
            "\r",
            "\r\n",
            "\f",
            " ",
            "\t",
            "\u00ad",
            "\u200b",
        ),
        *("com", "mittee", "committee", "Ã", "â", "€", "™", "Â", "£", "ﬁ", "\u00a0", "\u2028", "\ufeff", "*", "_", "|"),
        *(twice("’"), twice(twice("’")), "\x85", "\x99", "\ud800"),
    ]
)


@given(st.one_of(st.lists(FRAGMENTS, max_size=30).map("".join), st.text(max_size=60)))
def test_a_repaired_text_needs_no_repair(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@given(
    st.text(alphabet="abcdefghij ABC.,:;()-éōŵ’“–£0123456789\n", max_size=120).map(
        lambda text: text.replace("-\n", "\n")
    )
)
def test_sound_words_stay(text: str) -> None:
    assert clean(text).text.split() == text.split()


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["a", " ", "\\", "&", "&amp;", "<b>", "<tr>", "-\n", "a-\n", "\u00ad", "â€", "\n", "<a "]
)
def test_cost_grows_with_the_length(piece: str) -> None:
    assert_linear(clean, piece, 50_000)


class TestCommand:
    def test_writes_the_text_and_says_what_it_did(self, run: Any, tmp_path: Path) -> None:
        (tmp_path / "dump.txt").write_text("ﬁnal&nbsp;vote", encoding="utf-8")
        done = run("clean", "dump.txt")
        assert (done.returncode, done.stdout) == (0, "final vote")
        assert done.stderr == "minutesparse: dump.txt: HTML entities 1, special spaces 1, ligatures 1\n"

    def test_writes_a_file(self, run: Any, tmp_path: Path) -> None:
        (tmp_path / "dump.txt").write_text("ﬁnal\n", encoding="utf-8")
        assert run("clean", "dump.txt", "-o", "clean.txt").returncode == 0
        assert (tmp_path / "clean.txt").read_text(encoding="utf-8") == "final\n"

    def test_writes_a_folder_and_goes_on_after_a_bad_file(self, run: Any, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_bytes(b"caf\xe9")
        (tmp_path / "b.txt").write_bytes(b"%PDF-1.7")
        done = run("clean", "b.txt", "a.txt", "--output-dir", "out")
        assert done.returncode == 1
        assert "b.txt: not plain text" in done.stderr and "a.txt: nothing to repair" in done.stderr
        assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8") == "café"

    def test_shows_the_difference(self, run: Any, tmp_path: Path) -> None:
        (tmp_path / "dump.txt").write_text("one\nﬁnal\n", encoding="utf-8")
        done = run("clean", "--diff", "dump.txt")
        assert done.stdout.splitlines() == [
            *("--- dump.txt", "+++ dump.txt (cleaned)", "@@ -1,3 +1,3 @@", " one", "-ﬁnal", "+final", " "),
        ]

    def test_reads_standard_input(self, run: Any) -> None:
        assert run("clean", "-", input="ﬁnal").stdout == "final"

    @pytest.mark.parametrize(
        "arguments",
        [
            ("a.txt", "b.txt"),
            ("a.txt", "b.txt", "-o", "c.txt"),
            ("a.txt", "-o", "c.txt", "--diff"),
            ("a.txt", "-o", "a.txt"),
            ("a.txt", "x/A.txt", "--output-dir", "out"),
        ],
    )
    def test_refuses(self, arguments: tuple[str, ...], run: Any, tmp_path: Path) -> None:
        assert run("clean", *arguments).returncode == 2
        assert not list(tmp_path.iterdir())


def test_repairs_have_names_for_the_user() -> None:
    assert all(name[0].isalpha() and name == name.strip() for name in REPAIRS)
