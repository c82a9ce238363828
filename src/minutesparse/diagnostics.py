"""The diagnostics that reading and parsing give: `MP0xx`, each declared once, each something to act on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DiagnosticRule:
    """One diagnostic: what it says, and a text that shows it."""

    code: str
    name: str
    severity: str
    summary: str
    example: str


RULES = {
    rule.name: rule
    for rule in (
        DiagnosticRule(
            "MP001",
            "not-utf-8",
            "warning",
            "The bytes are not UTF-8 and were read as windows-1252.",
            "Caf\\xe9 lease renewed.",
        ),
        DiagnosticRule(
            "MP002",
            "double-encoded",
            "warning",
            "UTF-8 was decoded as windows-1252 and encoded again; the strings are left as they stand.",
            "The Chair\u00e2\u20ac\u2122s report was noted.",
        ),
        DiagnosticRule("MP003", "empty", "warning", "The file holds no text.", ""),
        DiagnosticRule(
            "MP004",
            "no-heading",
            "warning",
            "No heading was found, so there are no items.",
            "The council met and talked about the bus shelter.",
        ),
        DiagnosticRule(
            "MP005",
            "not-minutes",
            "warning",
            "The text looks like an agenda or a transcript, not like minutes.",
            "You are summoned to a meeting. AGENDA 1. Apologies 2. Finance",
        ),
        DiagnosticRule(
            "MP006",
            "not-english",
            "warning",
            "The text is not in English; only what does not depend on words was read.",
            "Cynhaliwyd cyfarfod o'r cyngor yn y neuadd ac yr oedd y cadeirydd yn bresennol.",
        ),
        DiagnosticRule(
            "MP007",
            "several-meetings",
            "warning",
            "The file holds the minutes of more than one meeting; those of the first were read (`--split` reads each).",
            "Minutes of the meeting held on 3 May 2023 \u2026 Minutes of the meeting held on 7 June 2023",
        ),
        DiagnosticRule(
            "MP008",
            "out-of-series",
            "warning",
            "An item's number does not follow the one before it.",
            "1. Apologies / 2. Finance / 4. Planning",
        ),
        DiagnosticRule(
            "MP009",
            "unplaced",
            "warning",
            "Text that no rule claims, such as drafting notes left between two items.",
            "RT chase drainage ppl re culvert",
        ),
        DiagnosticRule(
            "MP010",
            "truncated",
            "warning",
            "The page shows only the beginning of an item's text.",
            "The Committee ... view the full minutes text for item 12.",
        ),
        DiagnosticRule(
            "MP011",
            "nesting-cut",
            "warning",
            "Points are nested deeper than the document holds; the rest was set at the deepest level.",
            "ten lists, each inside another",
        ),
        DiagnosticRule(
            "MP012",
            "part-of-file",
            "info",
            "The document is of one meeting of several in the file; its span is that meeting's (`extract --split`).",
            "the second of two meetings",
        ),
    )
}
