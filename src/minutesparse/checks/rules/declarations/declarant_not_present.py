"""Interests declared by people who were not there."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Found, Options, Rule

FEWEST_PRESENT = 3  # else the attendance was not read, or is not printed
SHORTEST_SURNAME = 3


def _check(page: Page, options: Options) -> Iterator[Found]:
    if not page.declarations or sum(one["status"] == "present" for one in page.people.values()) < FEWEST_PRESENT:
        return
    for declaration in page.declarations:
        person = page.people.get(declaration["person"])
        name: str = declaration["name"]
        if person is not None and person["status"] in ("apologies", "absent") and not person["periods"]:
            sent = "sent apologies" if person["status"] == "apologies" else "was absent"
            yield Found(*place(declaration), f"{name} declares an interest, but {sent}")
        elif person is None and _is_new(page, name, declaration["span"]["start"]):
            yield Found(*place(declaration), f"{name} declares an interest, but is not among those present")


def _is_new(page: Page, name: str, before: int) -> bool:
    """True where the surname stands nowhere before the declaration, nor one that is a letter or two from it."""
    surname = name.split()[-1].strip(".,").lower() if name.split() else ""
    if len(surname) < SHORTEST_SURNAME or surname.isupper() or name.isupper():
        return False
    if page.lowered.find(surname, 0, before) >= 0:
        return False
    others = {one["name"].split()[-1].lower() for one in page.people.values() if one["name"].split()}
    return not any(_alike(surname, other) for other in others)


def _alike(one: str, other: str) -> bool:
    """True where all but two letters agree at the beginning and the end: one name, spelled two ways (MP209)."""
    if one[0] != other[0] or abs(len(one) - len(other)) > 1:
        return False
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    tail = next((at for at in range(shorter - head) if one[-1 - at] != other[-1 - at]), shorter - head)
    return max(len(one), len(other)) - head - tail <= 2


RULE = Rule(
    code="MP702",
    name="declarant-not-present",
    summary="An interest is declared by somebody who was not there",
    why="Either the attendance or the declaration is wrong, and both are what members are held to.",
    check=_check,
    whole=True,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

Present: Cllr Mara Birch (Chair), Cllr Tom Ash, Cllr Jo Elm
Apologies: Cllr Ann Reed

1. Declarations of interest
Cllr Ann Reed declared a personal interest in item 2 as a trustee of the hall.

2. Hall
The grant was approved.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

Present: Cllr Mara Birch (Chair), Cllr Tom Ash, Cllr Jo Elm
Apologies: Cllr Ann Reed

1. Declarations of interest
Cllr Jo Elm declared a personal interest in item 2 as a trustee of the hall.

2. Hall
The grant was approved.
""",
    at=(8,),
)
