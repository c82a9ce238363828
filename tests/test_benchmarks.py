"""What the benchmarks compute from what they measure, without measuring."""

from __future__ import annotations

from typing import Any

import markup
import peer
import peers
import pytest
from ratios import Row, kept, page_of, printed, printed_shares

import minutesparse

TEXT = """\
Westmoor Town Council
Minutes of the meeting held on 4 June 2024
Present: Cllr Ada Pell (Chair), Cllr Tom Reed

1. Footpaths
NOTE the path by the *old* mill is shut.
a) The clerk wrote to the owner.
b) The owner replied.
Resolved: That the path be repaired.
"""


@pytest.mark.parametrize(
    ("row", "kept_ratio", "fails"),
    [
        (Row("a", 9, 10), None, False),
        (Row("a", 11, 10), None, True),
        (Row("a", 11, 10), 10.5, False),  # it missed its bar before
        (Row("a", 14, 10), 10.5, True),
        (Row("a", 14, 10, stable=False), 10.5, False),
        (Row("a", 1.9, 2, at_least=True), 2.1, False),
        (Row("a", 1.5, 2, at_least=True), 2.1, True),
        (Row("a", 2, 2, at_least=True), 9.0, False),
    ],
)
def test_what_fails_a_build(row: Row, kept_ratio: float | None, fails: bool) -> None:
    assert row.fails(kept_ratio) is fails


def test_a_page_of_ratios_is_read_back() -> None:
    rows = [Row("files to JSON / floor, all", 7.126, 8, "1 / 7 MB/s"), Row("--help / import click", 1.5, 1.3)]
    shares = {"document": {"lines": 0.25, "facts": 0.75}, "page": {"lines": 1.0}}
    sizes = {"document": 1.0, "page": 0.5}
    page = page_of("today", rows, shares, sizes)
    assert kept(page) == {"files to JSON / floor, all": 7.13, "--help / import click": 1.5}
    assert "| lines | 25.0 | 100.0 |\n| facts | 75.0 | 0.0 |\n" in page
    assert [line.split()[-2:] for line in printed(rows)][1:] == [["7", "MB/s"], ["1.3", "FAIL"]]
    assert [line.split() for line in printed_shares(shares, sizes)][1] == ["lines", "25.0", "100.0"]


def test_passages_are_found_again_however_they_are_spaced() -> None:
    places = peer.Places("One\r\nthe path\r\nis  shut\r\n\r\nthe path\nagain")
    assert places.of(["The path is shut.", "the path again", "no such words"]) == [(2, 2), (5, 5)]
    assert places.of([""]) == []
    assert places.lines([0, 3, 5]) == [1, 1, 2]


def test_ours_and_the_naive_script_tell_where_things_stand() -> None:
    ours, naive = peer.Minutesparse().found(TEXT), peer.Naive().found(TEXT)
    assert ours == {"passages": 3, "people": 2, "items": [(5, 5)], "decisions": [(9, 9)], "actions": []}
    assert (5, 5) in naive["items"]
    assert naive["decisions"] == [(9, 9)]


def test_overlap_asks_for_a_shared_line() -> None:
    wanted = [{"line": 4, "end": 6}, {"line": 9, "end": 9, "optional": True}, {"line": 12}]
    assert peers.overlap(wanted, [[6, 7], [9, 9], [20, 20]]) == (2, 3, 1, 2)


def test_accuracy_leaves_out_what_the_answers_ignore() -> None:
    run = peers.Run("x", found=[{"decisions": [[4, 4], [30, 30]]}, {"decisions": [[1, 1]]}, {"refused": "why"}])
    answer: dict[str, Any] = {"resolutions": [{"line": 4, "end": 5}], "ignore": [[30, 40]]}
    assert peers.accuracy(run, "decisions", [answer, None, answer]) == (1.0, 1.0)
    assert peers.accuracy(run, "actions", [answer, None, None]) is None
    assert (run.refused, run.counted("decisions"), run.counted("actions")) == (1, 3, None)


def test_speed_is_compared_on_the_texts_that_both_take() -> None:
    ours = peers.Run("minutesparse", rounds=[[1.0, 9.0], [1.0, 9.0]])
    other = peers.Run("other", rounds=[[2.0, None], [6.0, None]])
    assert peers.times_as_fast(ours, other, [100, 100], [200, 200]) == 2.0
    assert peers.times_as_fast(ours, other, [100, 100], [200, 200], [True, False]) == 2.0
    assert peers.speed(other, [100, 100]) == 25.0


def test_a_document_is_marked_up_as_an_act() -> None:
    marked = markup.act(minutesparse.parse(TEXT).to_dict())
    assert marked.startswith(
        "BODY\n\nSECTION 1 - Footpaths\n\n  \\NOTE the path by the \\*old\\* mill is shut.\n\n"
        "  PARA (a)\n    The clerk wrote to the owner.\n\n  PARA (b)\n    The owner replied.\n\n"
        "  Resolved: That the path be repaired.\n\n"
    )
