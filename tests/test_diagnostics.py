"""What `extract` says about a text: each diagnostic where its fixture shows it, and none where all is well."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.golden import FIXTURES, fixtures

from minutesparse.diagnostics import RULES, DiagnosticRule
from minutesparse.language import detect
from minutesparse.parsing import parse, parse_bytes

# The diagnostics of the fixtures that have any, in order.
FOUND = {
    "edge/agenda": ["not-minutes"],
    "edge/blank": ["empty"],
    "edge/double-encoded": ["double-encoded"],
    "edge/empty": ["empty"],
    "edge/minute-book": ["several-meetings"],
    "edge/no-headings": ["no-heading"],
    "edge/transcript": ["no-heading", "not-minutes"],
    "edge/two-meetings": ["several-meetings"],
    "edge/welsh": ["not-english"],
    "edge/windows-1252": ["not-utf-8"],
    "irish-county/gaeilge": ["not-english"],
    "item-page/harbour": ["unplaced"],
    "meeting-page/scrutiny": ["truncated"],
    "numbered-paragraphs/plain": ["no-heading"],  # its items are not read yet
    "welsh-community/cymraeg": ["not-english"],
}


@pytest.mark.parametrize("path", fixtures(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_fixture(path: Path) -> None:
    names = {rule.code: rule.name for rule in RULES.values()}
    found = parse_bytes(path.read_bytes()).diagnostics
    mine = sorted({names[one.code] for one in found}, key=lambda name: RULES[name].code)
    assert mine == FOUND.get(f"{path.parent.name}/{path.stem}", [])


def test_every_diagnostic_has_a_test() -> None:
    shown = {name for names in FOUND.values() for name in names} | {"out-of-series", "nesting-cut", "part-of-file"}
    assert shown == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_declaration(rule: DiagnosticRule) -> None:
    assert re.fullmatch(r"MP0\d\d", rule.code)
    assert rule.severity in ("error", "warning", "info")
    assert rule.summary.endswith(".") and "\n" not in rule.summary


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES.values()}) == len(RULES)


def findings(text: str) -> list[tuple[str, int | None]]:
    """Codes and lines of what is said about a text."""
    return [(one.code, one.span.line if one.span else None) for one in parse(text).diagnostics]


def test_out_of_series() -> None:
    text = "Minutes\n\n1. Apologies\nNone.\n\n2. Finance\nIt was agreed to pay.\n\n4. Planning\nNo applications.\n"
    assert findings(text) == [(RULES["out-of-series"].code, 9)]
    assert findings(text.replace("4.", "3.")) == []


@pytest.mark.parametrize(
    ("text", "double_encoded"),
    [
        ("The Chair\u00e2\u20ac\u2122s report was agreed.", True),
        ("caf\u00c3\u00a9", True),
        ("\u00c2\u00a35", True),
        ("PÂTÉ and Ã", False),
        ("à la carte, 5 £, “so”", False),
    ],
)
def test_double_encoded(text: str, double_encoded: bool) -> None:
    assert (RULES["double-encoded"].code in {code for code, _ in findings(text)}) is double_encoded


def test_span_of_a_finding() -> None:
    text = (FIXTURES / "edge/two-meetings.txt").read_text(encoding="utf-8")
    (finding,) = parse(text).diagnostics
    assert finding.span is not None
    assert text[finding.span.start : finding.span.end].startswith("Minutes of a meeting")
    assert "7 June 2023" in text[finding.span.start : finding.span.end]


ENGLISH = "The council met in the hall and the clerk read the letter that had been sent to it by the county. "
WELSH = "Yr oedd y cyngor wedi cyfarfod yn y neuadd, ac yr oedd y clerc wedi darllen llythyr gan y sir i'r cyngor. "
IRISH = "Bhí an cruinniú ar siúl sa halla agus bhí an cathaoirleach ag caint leis na comhairleoirí faoi na bóithre. "
FRENCH = (
    "Le conseil est dans la salle et le maire a lu la lettre que les habitants ont faite sur une route de la commune. "
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", None),
        ("The council met.", None),
        ("12 34 56 " * 50, None),
        (ENGLISH * 4, "en"),
        (WELSH * 4, "cy"),
        (IRISH * 4, "ga"),
        (FRENCH * 4, "fr"),
        (ENGLISH * 2 + WELSH * 400, "cy"),
        (WELSH + ENGLISH * 400, "en"),
    ],
    ids=["empty", "short", "figures", "English", "Welsh", "Irish", "French", "English head", "Welsh head"],
)
def test_language(text: str, language: str | None) -> None:
    assert detect(text) == language
