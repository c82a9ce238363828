"""The mutations change what they say and nothing else, and some fixtures survive them (all: ``make mutate-text``)."""

from __future__ import annotations

import pytest
from tests.golden import FIXTURES
from tests.mutations import LAYOUT, MUTATIONS, SWAPS, Mutation, Page, page_of

TEXT = """\
FENBRIDGE PARISH COUNCIL

Minutes of the meeting held on 6 June 2022

Present: Councillor Ada Pell (Chair), Councillor Tom Reed

Apologies: Councillor Una Voss

1. Footpaths

The clerk reported that the path by the mill had been flooded twice since the last meeting of the council,
and that the stile beside it could not be used.

Two offers had been made:

1. gravel from Hay and Son
2. boards from the mill
   - of oak
   - of larch

Resolved: That the gravel be bought.

Action: Clerk to order the gravel.

2. Close

The meeting was closed unanimously.
"""

BY_NAME = {mutation.name: mutation for mutation in MUTATIONS}


@pytest.fixture(scope="module")
def page() -> Page:
    return page_of(TEXT)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("wrapped", ["The clerk reported that the path by the mill had been flooded twice since the", "last meeting of the council, and that the stile beside it could not be used."]),
        ("unwrapped", ["The clerk reported that the path by the mill had been flooded twice since the last meeting of the council, and that the stile beside it could not be used."]),
        ("indented", ["    1. Footpaths", "       - of oak", ""]),
        ("other bullets", ["   • of oak"]),
        ("points as 1)", ["1) gravel from Hay and Son", "1. Footpaths"]),
        ("points as (1)", ["(2) boards from the mill", "2. Close"]),
        ("items as 1", ["1 Footpaths", "1. gravel from Hay and Son"]),
        ("capital headings", ["1. FOOTPATHS", "2. CLOSE"]),
        ("trailing spaces", ["2. Close  ", "  "]),
        ("tabs", ["\t- of oak"]),
        ("Resolved: to RESOLVED –", ["RESOLVED – That the gravel be bought."]),
        ("Resolved: to It was resolved:", ["It was resolved: That the gravel be bought."]),
        ("Apologies: to Apologies for absence:", ["Apologies for absence: Councillor Una Voss"]),
        ("Action: to ACTION –", ["ACTION – Clerk to order the gravel."]),
        ("Councillor to Cllr", ["Present: Cllr Ada Pell (Chair), Cllr Tom Reed"]),
        ("unanimously to nem con", ["The meeting was closed nem con."]),
    ],
)  # fmt: skip
def test_changes(name: str, lines: list[str], page: Page) -> None:
    changed = BY_NAME[name].change(page)
    assert changed is not None
    assert set(lines) <= set(changed.split("\n"))


def test_line_ends_and_blank_lines(page: Page) -> None:
    assert BY_NAME["CRLF"].change(page) == TEXT.replace("\n", "\r\n")
    assert BY_NAME["more blank lines"].change(page) == TEXT.replace("\n\n", "\n\n\n") + "\n"


def test_page_furniture_stands_between_paragraphs() -> None:
    paragraphs = [f"{number}. Item {number}\n\nThe clerk spoke about it." for number in range(1, 15)]
    changed = BY_NAME["page furniture"].change(page_of("\n\n".join(paragraphs)))
    assert changed is not None
    assert changed.count("\f") == changed.count("Page ") >= 2
    assert all(paragraph.split("\n\n")[1] in changed for paragraph in paragraphs)


@pytest.mark.parametrize("name", ["page furniture", "points as 1.", "It was agreed: to Agreed:", "ACTION – to Action:"])
def test_leaves_what_it_does_not_concern(name: str, page: Page) -> None:
    assert BY_NAME[name].difference(page) is None


def test_tells_a_difference(page: Page) -> None:
    broken = Mutation("broken", "layout", lambda page: page.text.replace("Ada Pell", "Ada Bell"))
    assert broken.difference(page) == [
        "attendance[0].name: 'Ada Pell' became 'Ada Bell'",
        "attendance[0].text: 'Councillor Ada Pell (Chair)' became 'Councillor Ada Bell (Chair)'",
        "attendance_text[0].text: 'Present: Councillor Ada Pell (Chair), Councillor Tom Reed' became 'Present: Councillor Ada Bell (Chair), Councillor Tom Reed'",
    ]


def test_names_are_told_apart() -> None:
    assert len(BY_NAME) == len(LAYOUT) + len(SWAPS)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_invented_minutes_survive(mutation: Mutation, page: Page) -> None:
    assert not mutation.difference(page)


@pytest.mark.parametrize("fixture", ["item-page-flat/lighting", "unnumbered/dale", "new-zealand/kauri"])
@pytest.mark.parametrize("name", ["unwrapped", "indented", "CRLF", "capital headings", "more blank lines", "tabs"])
def test_fixtures_survive(fixture: str, name: str) -> None:
    page = page_of((FIXTURES / f"{fixture}.txt").read_text(encoding="utf-8"))
    assert not BY_NAME[name].difference(page)
