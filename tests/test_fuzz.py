"""The search for faults finds one, keeps its smallest text, tells kinds apart, and finds none where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests import fuzz, soundness
from tests.chance import Seeded, Spelled
from tests.fuzz_texts import KINDS
from tests.shrink import smallest
from tests.soundness import HangError, UnsoundError, limited


@pytest.mark.parametrize("engine", fuzz.ENGINES)
def test_finds_no_fault_in_sound_texts(engine: str) -> None:
    search = fuzz.Search(engine, 1)
    assert list(fuzz.ENGINES[engine](search, 12)) == []
    assert search.cases == 12 and search.characters > 0


@pytest.mark.parametrize("engine", fuzz.ENGINES)
def test_finds_and_keeps_the_smallest_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, engine: str) -> None:
    def check(text: str, _layout: str | None, _number: int) -> None:
        if "b" in text:
            raise UnsoundError("a b")

    monkeypatch.setattr(fuzz, "check", check)
    monkeypatch.setattr(fuzz, "text_of", lambda chance: "".join(chance.many(lambda chance: chance.one("ab\n"), 0, 9)))
    (found,) = fuzz.ENGINES[engine](fuzz.Search(engine, 1), 200)
    assert found.text == "b" and str(found.error) == "a b"
    path = fuzz.keep(found.text, tmp_path)
    assert path.read_bytes() == b"b" and path.suffix == ".txt"


def test_one_fault_of_each_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(text: str, _layout: str | None, _number: int) -> None:
        if text:
            raise UnsoundError(f"{text[0]} at {len(text)}: {text!r}")

    monkeypatch.setattr(fuzz, "check", check)
    monkeypatch.setattr(fuzz, "text_of", lambda chance: chance.one(["a", "ac", "b", ""]))
    assert [one.text for one in fuzz.random_search(fuzz.Search("random", 1), 100)] in (["a", "b"], ["b", "a"])


def test_what_was_tried_is_recorded(tmp_path: Path) -> None:
    file = tmp_path / "fuzz.tsv"
    for seed in (1, 2):
        fuzz.record(fuzz.Search("random", seed, 3, 20), 1.4, file)
    head, *rows = [line.split("\t") for line in file.read_text(encoding="utf-8").split("\n")[:-1]]
    assert tuple(head) == fuzz.COLUMNS
    assert [row[2:] for row in rows] == [["random", "1", "3", "20", "1", "0"], ["random", "2", "3", "20", "1", "0"]]


@pytest.mark.parametrize("make", dict.fromkeys(KINDS), ids=lambda make: make.__name__)
def test_texts_are_the_same_for_the_same_choices(make: fuzz.Maker) -> None:
    texts = [make(Seeded("5")) for _ in range(2)]
    assert texts[0] == texts[1]
    assert any(make(Seeded(seed)) != texts[0] for seed in range(5))
    assert isinstance(make(Spelled(b"")), str)  # bytes that are used up spell zeros


def test_smallest() -> None:
    text = "".join(f"{number}\n" for number in range(100))
    assert smallest(text, lambda some: "7" in some and "9" in some) in ("79", "97")
    assert smallest("abc", lambda some: True) == ""


def test_a_hang_ends() -> None:
    with pytest.raises(HangError), limited(0.01):
        while True:
            pass


def test_kinds_of_faults() -> None:
    assert soundness.kind_of(UnsoundError("not placed, line 3: 'a'")) == soundness.kind_of(
        UnsoundError("not placed, line 14: 'b' of 'c'")
    )
    assert soundness.kind_of(UnsoundError("items.0.due: words are not in 'a'")) == "due: words are not in "
    assert (
        soundness.kind_of(UnsoundError("not grounded, line 1: .items[0].purpose: 'b'"))
        == "not grounded, line : purpose: "
    )
    try:
        soundness.parse("", layout="none")
    except Exception as error:
        assert soundness.kind_of(error) == "OptionError in __init__.py, by_name"


def test_each_probe_holds_for_plain_minutes() -> None:
    soundness.check("Oxbow Parish Council\n\n1. Fences\nRESOLVED: That the fence be mended.\n", None)
