"""Whole invented minutes, as records print them.

Stand-alone minutes have a head, attendance, items in one of the usual series, points, decisions with movers and votes,
actions, declarations and a signature; pages of a committee system have its labels.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from tests.chance import Chance, drawn, several

TITLES = ["Cllr", "Councillor", "Mr", "Mrs", "Ms", "Dr", "Cr", "Trustee", "Director", "Mayor", "Cllr.", ""]
FORENAMES = ["A", "B.", "C D", "Edda", "Fergal", "Gwen-Mair", "Hal", "Iona"]
SURNAMES = ["Ashlark", "Birchell", "Ó Cedair", "van Dulm", "Elmsby-Orr", "Firth", "MacGorse", "Hollin"]
POSTS = ["Chair", "Vice Chairman", "Clerk", "Town Clerk", "Deputy Mayor", "Chief Executive", "Head of Parks", "Reeve"]
COUNCILS = ["Wexmoor Parish Council", "Town of Saltwick", "Quayborough Council", "Dunlow Community Council"]
COMMITTEES = ["Planning Committee", "Finance and Roads Panel", "Scrutiny Board", "Annual Meeting"]
DATES = ["4 May 2023", "Tuesday 16th October 2018", "October 16, 2023", "04/05/2023", "2023-05-04", "1st June"]
TIMES = ["7.30pm", "19:30", "6:05 p.m.", "noon", "7 o'clock", "10.00 hrs"]
SUBJECTS = [
    "Apologies for Absence", "Declarations of Interest", "Minutes of the Previous Meeting", "Finance", "Planning Applications",
    "ROADS AND PATHS", "Clerk's Report", "Correspondence", "Any Other Business", "Date of Next Meeting", "Public Questions",
    "Roll Call", "NEW BUSINESS", "Adjournment", "Ymddiheuriadau", "By-law 2023-40", "Exempt Business",
]  # fmt: skip
DEEDS = [
    "the pump be mended", "the report be noted", "a bench be bought at a cost of £1,200.50", "the minutes of 2 March 2023 be signed",
    "the fee be waived in 2024/25", "no objection be raised to 23/00117/FUL", "the plans be approved as shown in Appendix 2",
]  # fmt: skip
SPOKEN = [
    "The Clerk reported that the hedge had been cut.", "Members asked about the costs, which were not known.",
    "It was noted that item 4.2 had been deferred.", "There were none.", "A letter from Mr J. Thornby was read.",
    "The balance stood at £12,345.67 (see www.example.org/a).", "Discussion took place on i) paths; ii) lamps; and iii) bins.",
    "The Chair thanked all for coming, e.g. the scouts", "The owner - who was not there - had written on 3 May.",
    "Members had previously agreed to wait.", "Councillor Firth left the room at 8.05pm and returned at 8.20 p.m.",
]  # fmt: skip
VOTES = [
    "CARRIED", "Carried unanimously.", "All in favour.", "The motion was lost by 3 votes to 4.", "For: 5 Against: 2 Abstained: 1",
    "Motion passed 5-0.", "Ayes: Ashlark, Birchell. Noes: none. Absent: Firth.", "DEFERRED", "nem. con.", "On a vote being taken, 6 for, 1 against",
    "In favour: A Ashlark, B. Birchell\nOpposed: Firth", "The amendment was withdrawn.",
]  # fmt: skip
INTERESTS = [
    "a personal interest in item {n}", "a disclosable pecuniary interest in Minute {n} and left the meeting",
    "a non-pecuniary interest as a trustee", "an interest in 23/00117/FUL", "- item {n} - personal", "({n}) prejudicial",
]  # fmt: skip
CLOSINGS = [
    "The meeting closed at 9.15 pm.", "There being no further business the Chair closed the meeting at 21:15.", "Adjourned 8:05 p.m.",
    "Next meeting: Tuesday 6 June 2023 at 7.30pm in the Old Hall.", "Signed ........................ Chair   Date ............",
    "_______________\nA Ashlark, Chair", "Minutes approved on 1 June 2023", "MINUTES - DRAFT", "CC: all members",
]  # fmt: skip
PREAMBLES = ["To receive any apologies.", "Report of the Head of Parks", "Part Two", "(exemption paragraph 3)"]
SERIES: list[Callable[[int], str]] = [
    lambda n: f"{n}.",
    lambda n: f"{n}",
    lambda n: f"{n})",
    lambda n: f"({n})",
    lambda n: f"{n}.0",
    lambda n: f"{n:02}/24",
    lambda n: f"24/{n:03}",
    lambda n: f"HS.{n:02}",
    lambda n: f"{ROMANS[n % len(ROMANS)]}.",
    lambda n: f"{chr(65 + n % 26)}.",
    lambda n: f"Item {n}:",
    lambda n: f"Agenda Item {n}",
    lambda n: f"**{n}.",
    lambda n: f"## {n}.",
    lambda n: "##",
    lambda n: "",
]
ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
MARKERS: list[Callable[[int], str]] = [
    lambda n: f"{chr(97 + n)})",
    lambda n: f"({chr(97 + n)})",
    lambda n: f"{n + 1}.",
    lambda n: f"({ROMANS[n].lower()})",
    lambda n: f"{ROMANS[n].lower()}.",
    lambda n: "-",
    lambda n: "•",
    lambda n: "o",
    lambda n: "*",
    lambda n: "\uf0b7",
    lambda n: f"3.{n + 1}",
]


def person(chance: Chance) -> str:
    return f"{chance.one(TITLES)} {chance.one(FORENAMES)} {chance.one(SURNAMES)}".strip()


def people(chance: Chance) -> str:
    """A list of people, with posts and remarks, as attendance prints it."""
    after = [
        "",
        "",
        "",
        " (Chair)",
        f" ({chance.one(POSTS)})",
        f", {chance.one(POSTS)}",
        " - apologies",
        " (from 7.45pm)",
        " (Ind)",
    ]
    parted = chance.one([", ", "\n", "; ", " and ", "\n\n", "   ", " & ", ",\n"])
    return parted.join(person(chance) + chance.one(after) for _ in range(chance.number(1, 5)))


def attendance(chance: Chance) -> str:
    labels = [
        "Present:",
        "PRESENT",
        "In attendance:",
        "Apologies:",
        "Absent",
        "Also present -",
        "Members:",
        "**Present**",
        "Councillors",
    ]
    parts = [
        f"{label}{chance.one([' ', chr(10), chr(10) * 2])}{people(chance)}" for label in several(chance, labels, 0, 4)
    ]
    if chance.number(0, 1):
        parts.append(
            chance.one(
                [
                    "5 members of the public",
                    "There were 2 members of the public present.",
                    "Public: 3",
                    "| Name | Here |\n| A Ashlark | yes |",
                ],
            )
        )
    return chance.one(["\n", "\n\n"]).join(parts)


def head(chance: Chance) -> str:
    forms = [
        "{council}\n\nMinutes of the meeting of the {committee} held on {date} at {time} in the Old Hall, Mill Lane",
        "{council}\n{committee}\n{date}, {time}", "MINUTES\n\n{council}\n\nDate: {date}\nTime: {time}\nVenue: Old Hall", "# {council}\n\n{committee} - {date}",
        "DRAFT minutes of {council} {date}", "{council}\n\n{time}\n{date}\n\nOld Hall", "",
    ]  # fmt: skip
    words = {
        "council": chance.one(COUNCILS),
        "committee": chance.one(COMMITTEES),
        "date": chance.one(DATES),
        "time": chance.one(TIMES),
    }
    return chance.one(forms).format(**words)


def points(chance: Chance, entry: Callable[[Chance], str]) -> str:
    """A list in one of the usual forms, at times with a deeper list."""
    marker, indent = chance.one(MARKERS), chance.one(["", "", "  ", "\t"])
    lines = []
    for n in range(chance.number(1, 4)):
        lines.append(f"{indent}{marker(n)}{chance.one([' ', '  ', chr(9), ''])}{entry(chance)}")
        if chance.number(0, 4) == 4:
            deeper = chance.one(MARKERS)
            lines += [f"{indent}    {deeper(m)} {entry(chance)}" for m in range(chance.number(1, 2))]
    return chance.one(["\n", "\n", "\n\n"]).join(lines)


def deed(chance: Chance) -> str:
    return (
        chance.one(["that ", "That ", "", "to note ", "by 3 May "])
        + chance.one(DEEDS)
        + chance.one([".", "; and", "", ",", ". " + chance.one(SPOKEN)])
    )


def resolution(chance: Chance) -> str:
    forms = [
        "RESOLVED: {deed}", "Resolved:\n{clauses}", "RESOLVED that\n{clauses}", "It was agreed {deed}", "It was RESOLVED unanimously {deed}",
        "Moved by {a}, seconded by {b}, {deed}\n{vote}", "Proposed: {a}  Seconded: {b}\n{vote}", "{a} moved {deed} {b} seconded the motion. {vote}",
        "Motion by {a}, second by {b} {deed} {vote}", "Decision:\n{deed}\n\nReason for decision:\n{spoken}", "RECOMMENDED - {deed}", "AGREED {deed}",
        "An amendment was moved by {a} {deed} {vote}", "Resolution 23-{n}\nWHEREAS {spoken}; and\nBE IT RESOLVED {deed}", "**Decision** - {deed}",
        "{spoken} Resolved {deed}", "The minutes were approved. (Proposed {a}, seconded {b})", "Penderfynwyd: {deed}", "The report was noted.",
        "Recorded vote:\n{vote}\n{vote}", "RESOLVED:\n\n{clauses}\n\n{vote}",
    ]  # fmt: skip
    return chance.one(forms).format(
        deed=deed(chance), clauses=points(chance, deed), a=person(chance), b=person(chance), vote=chance.one(VOTES), spoken=chance.one(SPOKEN), n=chance.number(1, 40)
    )  # fmt: skip


def task(chance: Chance) -> str:
    return chance.one([f"{person(chance)} to ", "Clerk to ", "AB/CD to ", "To ", "The Clerk will "]) + chance.one(
        ["mend the pump", "write to the owner by 3 May 2024.", "report back", "chase, by the next meeting", ""]
    )


def action(chance: Chance) -> str:
    forms = ["Action: {task}", "ACTION – {who}", "{spoken} Action: {who}", "ACTION: {who}", "Actions:\n{tasks}", "{spoken}        {who}",
             "Action\n{task}", "| Action | Owner |\n| {task} | {who} |", "{task}", "[Action {who}]", "AP1: {task}"]  # fmt: skip
    return chance.one(forms).format(
        task=task(chance), tasks=points(chance, task), who=chance.one(["Clerk", "AB", person(chance), "All", "Chair / Clerk"]), spoken=chance.one(SPOKEN)
    )  # fmt: skip


def declaration(chance: Chance) -> str:
    interest = chance.one(INTERESTS).format(n=chance.number(1, 12))
    forms = [
        "{who} declared {interest}.",
        "{who} {interest}",
        "{interest} was declared by {who}.",
        "None.",
        "| {who} | {interest} |",
        "The following were declared:\n{who} - {interest}",
    ]
    return chance.one(forms).format(who=person(chance), interest=interest)


def spoken(chance: Chance) -> str:
    """A paragraph, at times wrapped."""
    words = " ".join(several(chance, SPOKEN, 1, 4))
    width = chance.one([0, 0, 40, 72])
    return textwrap.fill(words, width) if width else words


def part(chance: Chance) -> str:
    """One part of an item's text."""
    return chance.one(PARTS)(chance)


PARTS: list[Callable[[Chance], str]] = [
    spoken,
    spoken,
    resolution,
    resolution,
    action,
    declaration,
    lambda chance: points(chance, deed),
    lambda chance: points(chance, declaration),
    people,
]


def body(chance: Chance) -> str:
    return chance.one(["\n\n", "\n"]).join(part(chance) for _ in range(chance.number(0, 3)))


def minutes(chance: Chance) -> str:
    """Stand-alone minutes."""
    number, at = chance.one(SERIES), chance.number(1, 9)
    parts = [head(chance), attendance(chance)]
    for n in range(at, at + chance.number(0, 5)):
        title = chance.one(SUBJECTS) + chance.one(
            ["", "", ":", ".", "**", " - " + chance.one(SPOKEN), " pdf icon PDF 12 KB", " (exemption paragraph 3)"]
        )
        between = chance.one([" ", " ", "   ", "\t", "\n"])
        parts.append(f"{number(n)}{between}{title}".strip(" ") + chance.one(["\n", "\n\n", " "]) + body(chance))
        if chance.number(0, 5) == 5:
            parts += [f"{n}.{m} {chance.one(SUBJECTS)}\n{body(chance)}" for m in range(1, chance.number(2, 3))]
    parts += several(chance, CLOSINGS, 0, 3)
    return chance.one(["\n\n", "\n\n", "\n", "\n\n\n"]).join(parts) + "\n"


def committee_page(chance: Chance) -> str:
    """The page of an item, an issue or a meeting, as a committee system prints it."""
    labels = [
        "Minutes:",
        "Decision:",
        "Decisions:",
        "Supporting documents:",
        "Additional documents:",
        "Share this item",
        "Decision: " + deed(chance),
    ]
    shape = chance.one(["item", "meeting", "issue"])
    parts = {
        "item": ["Agenda item"],
        "issue": ["Issue - meetings", f"Meeting: 14/02/2013 - {chance.one(COMMITTEES)} (Item {chance.number(1, 99)})"],
        "meeting": ["Agenda and minutes", f"{chance.one(COMMITTEES)} - Monday 4 May 2020 10:00am", "Venue: Old Hall. View directions", "Contact: A Reed Email: a@b.example", "Items", "No. Item"],
    }[shape]  # fmt: skip
    number = chance.one(SERIES)
    for n in range(1, 1 + chance.number(1, 4 if shape == "meeting" else 2)):
        opening = number(n) if shape == "meeting" else ""
        parts += [*([opening] if opening else []), chance.one(SUBJECTS) + chance.one(["", " pdf icon PDF 151 KB"])]
        parts += several(chance, PREAMBLES, 0, 2)
        for label in several(chance, labels, 0, 3):
            papers = "documents" in label
            parts += [
                label,
                points(
                    chance,
                    lambda chance: chance.one(["Plan, item 4 PDF 2 MB", "[Map](https://a.example/m.pdf)", "Letter"]),
                )
                if papers
                else body(chance),
            ]
    return chance.one(["\n", "\n\n"]).join(parts) + "\n"


def whole(chance: Chance) -> str:
    """Stand-alone minutes, or a committee page."""
    return chance.one([minutes, minutes, committee_page])(chance)


WHOLE = drawn(whole)
