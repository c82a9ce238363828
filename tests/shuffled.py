"""Shuffled lines of minutes: the words of the genre in no order."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.chance import Chance, drawn

NAMES = [
    "Cllr A Birch",
    "Councillor Cedar",
    "Mrs D Elm (Clerk)",
    "Director Fir",
    "Ms Ó Gorse",
    "Trustee Holly-Ivy",
    "Mr. J. K. Larch",
    "Mayor Maple",
]
NUMBERS = [
    "1.",
    "2.",
    "3)",
    "(4)",
    "4.1",
    "4.2.1",
    "5",
    "HS.04",
    "45/23",
    "46/23",
    "I.",
    "IV.",
    "a)",
    "b)",
    "(i)",
    "ii.",
    "A.",
    "12:",
    "Item 7",
    "Agenda item 3.",
    "0099.",
    "2024",
    "1.1.2024",
]
BULLETS = ["-", "•", "o", "·", "*", "–", "\uf0b7", ">", "-That"]
HEADINGS = [
    "FINANCE",
    "Apologies for absence",
    "Declarations of Interest",
    "**Planning**",
    "## Roads and paths",
    "Any other business:",
    "Minutes of the last meeting",
    "ROLL CALL",
    "Next meeting",
    "Present:",
    "In attendance",
    "Apologies:",
    "Item",
    "No. Item",
]
LABELS = [
    "Minutes:",
    "Decision:",
    "Supporting documents:",
    "Additional documents:",
    "Agenda item",
    "Agenda and minutes",
    "Media",
    "Items",
    "Part Two",
    "View directions",
]
LEADS = [
    "Resolved:",
    "RESOLVED –",
    "It was agreed:",
    "RESOLVED that",
    "Action:",
    "ACTION – Clerk",
    "Recommended:",
    "Reason for decision:",
    "Moved by",
    "Seconded by",
    "CARRIED",
    "Motion:",
    "AYES:",
    "NOES: None",
    "Abstained:",
    "WHEREAS",
    "BE IT RESOLVED that",
    "Resolution 12-3",
    "Decision -",
]
SENTENCES = [
    "the clerk reported that the pump had been mended.", "That the report be noted; and", "to write to the owner by 3 May 2024.",
    "declared a personal interest in item 4 and left the room.", "proposed by Cllr A Birch, seconded by Director Fir and carried unanimously.",
    "by 5 votes to 2 with 1 abstention", "The meeting was adjourned at 15:01 and resumed at 15:20.", "The meeting closed at 9.15 pm.",
    "An amendment was moved by Councillor Cedar and lost.", "approve the minutes of 2 March 2023.", "5 members of the public", "Roll call: Birch yes, Cedar no, Elm absent.",
    "arrived at 7.40pm", "The report was noted.", "Plan pdf icon PDF 12 KB", "[Plan](https://a.example/p.pdf)", "...  view the full minutes text for item 7.",
    "Date of Meeting: Tuesday 6 June 2023", "Venue: Old Hall, Mill Lane. View directions", "Contact: A Reed Email: a@b.example", "Minutes of the meeting held on 3 May 2023 at 7pm",
    "| Cost | £5 |", "Signed ............ Chairman  Date ........", "Page 2 of 3", "_____", "(exemption paragraph 3)", "which", "None.", "Proposed: Birch  Seconded: Fir",
]  # fmt: skip
SPACES = [" ", " ", " ", "  ", "\t", "\u00a0", "      ", "\u200b", ""]
ENDS = ["\n", "\n", "\n", "\n\n", "\n\n\n", "\r\n", "\r", " \n\u00a0\n", "\n\x0c", "\u2028", "\x85"]

INDENTS = ["", "", "", "", "   ", "\t", "        ", "\u00a0"]
PARTS = [NAMES, NUMBERS, BULLETS, HEADINGS, LABELS, LEADS, SENTENCES]


def _part(chance: Chance) -> str:
    return chance.one(chance.one(PARTS))


def shuffled_line(chance: Chance) -> str:
    """One to four words of the genre, with a line end."""
    parts = chance.many(_part, 1, 4)
    return chance.one(INDENTS) + chance.one(SPACES).join(parts) + chance.one(ENDS)


def shuffled(chance: Chance) -> str:
    """Up to 25 lines."""
    return "".join(chance.many(shuffled_line, 0, 25))


def shuffled_few(chance: Chance) -> str:
    """Up to eight lines, in which faults are small and tried in less time."""
    return "".join(chance.many(shuffled_line, 1, 8))


LAYOUT_NAMES = [None, None, None, "document", "moderngov-item", "moderngov-meeting"]
LAYOUTS = st.sampled_from(LAYOUT_NAMES)
SHUFFLED = drawn(shuffled)
