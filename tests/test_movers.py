"""Movers and seconders. All people are invented."""

from __future__ import annotations

import pytest

from minutesparse.facts.movers import read_movers
from minutesparse.reader import Reader
from minutesparse.source import from_text

CASES = [
    ("Proposed by Cllr A. Vale, seconded by Cllr B. Moss.", ["A. Vale"], ["B. Moss"]),
    ("Proposed: Cllr Vale; seconded: Cllr Moss.", ["Vale"], ["Moss"]),
    ("Proposed by JS and seconded by GD.", ["JS"], ["GD"]),
    ("JS Proposed GD seconded Agreed", ["JS"], ["GD"]),
    ("Moved Crs Vale/Moss\nThat it be paid.", ["Vale"], ["Moss"]),
    ("Cllr A Moss proposed, seconded by Cllr A Vale.", ["A Moss"], ["A Vale"]),
    ("A motion was made to pay by Trustee Vale, seconded by Trustee Moss.", ["Vale"], ["Moss"]),
    ("Moved: Ann Vale\nSeconded: Bo Moss", ["Ann Vale"], ["Bo Moss"]),
    ("Moved Ann Vale\nSeconded Bo Moss", ["Ann Vale"], ["Bo Moss"]),
    ("Mr. Vale moved, seconded by Mrs. Moss, to pay.", ["Vale"], ["Moss"]),
    ("It was moved by Ms. Vale, seconded by Mr. Moss, that it be paid.", ["Vale"], ["Moss"]),
    ("On the proposal of Cllr Vale, seconded by Cllr Moss, it was agreed", ["Vale"], ["Moss"]),
    ("Motion to pay was made by Trustee Vale, seconded by Trustee Moss. All in favor.", ["Vale"], ["Moss"]),
    ("Director Vale made the motion to pay. Director Moss seconded the motion.", ["Vale"], ["Moss"]),
    (
        "Trustee Vale stated with regret he makes the motion to accept it. Motion seconded by Trustee Moss.",
        ["Vale"],
        ["Moss"],
    ),
    ("The Chairman proposed that it be paid.", ["The Chairman"], []),
    ("Proposed by the Chair, seconded by Cllr Vale", ["the Chair"], ["Vale"]),
    (
        "the Leader proposed and Mr Vale, Deputy Leader and Cabinet Member for Roads, seconded it",
        ["the Leader"],
        ["Vale"],
    ),
    ("Proposed by Cllrs. A. Vale and B. Moss", ["A. Vale", "B. Moss"], []),
    ("Cllr Vale proposed a bench for June, Cllr Moss seconded it", ["Vale"], ["Moss"]),
    ("Prop Cllr Vale, 2nd Cllr Moss, all agreed", ["Vale"], ["Moss"]),
    ("Moved by Councillor Vale\nSeconded by Councillor Van Moss\nThat the fee be paid", ["Vale"], ["Van Moss"]),
    ("Cllr Seán Ó hArdáin proposed, seconded by Cllr Ní Bhriain", ["Seán Ó hArdáin"], ["Ní Bhriain"]),
    ("Council moved to confirm the precept", [], []),
    ("He suggested a bench", [], []),
    ("It was proposed that the bench be sold", [], []),
    ("Proposed dates: 2nd December", [], []),
    ("Proposed Lighting for the Green: the council agreed to pay half.", [], []),
    ("Moved by Councillors", [], []),
    ("", [], []),
]


@pytest.mark.parametrize(("text", "moved", "seconded"), CASES)
def test_movers(text: str, moved: list[str], seconded: list[str]) -> None:
    found = read_movers(Reader(from_text(text)), [(0, len(text))])
    assert [[reference["name"] for reference in side] for side in found] == [moved, seconded]
    assert all(reference["person"] is None for side in found for reference in side)
