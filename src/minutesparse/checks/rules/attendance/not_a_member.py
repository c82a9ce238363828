"""A councillor who is not on the members list."""

from __future__ import annotations

from collections.abc import Iterator

from minutesparse.checks.members import in_office, members_called
from minutesparse.checks.page import Page, place
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.vocabulary.people import MEMBER_TITLES


def _check(page: Page, options: Options) -> Iterator[Found]:
    members = page.house.members
    day = page.meeting["date"]
    for person in page.document["attendance"] if members else ():
        if not (person["honorific"] or "").lower().startswith(MEMBER_TITLES):
            continue
        found = members_called(person["name"], members)
        if not found:
            yield Found(*place(person), f"{person['name']} is not on the members list")
        elif day is not None and not any(in_office(member, day) for member in found):
            yield Found(*place(person), f"{found[0].name} was not in office on {day}")


RULE = Rule(
    code="MP210",
    name="not-a-member",
    summary="A councillor is in attendance who is not on the members list, or was not in office on the day",
    why="A name that is on no list is most often misspelt, or that of someone whose term is over; registers of "
    "attendance and votes are kept by these names.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr Béa Rowan-Lee, Cllr C Thorne

1. Paths
The clerk reported on the paths.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held in the village hall on Monday 3 June 2024

Present: Cllr A Birch (Chair), Cllr Béa Rowan-Lee, Cllr C Thorn

1. Paths
The clerk reported on the paths.
""",
    at=(4,),
    settings={
        "house-style": {
            "members": [
                {"name": "Ann Birch"},
                {"name": "Bea Rowan Lee", "since": "2023-05-04"},
                {"name": "Carl Thorn", "until": "2027-05-03"},
            ]
        }
    },
    whole=True,
)
