"""The locked dependencies are whole, fit the bounds, and have no known faults."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import lock

HASHED = f" \\\n    --hash=sha256:{'0' * 64} \\\n    --hash=sha256:{'1' * 64}\n"
FAULT = {"package": "oxbow", "affected": ["<1.2", ">=2,<2.0.3"], "id": "CVE-0", "why": "floods"}


def test_nothing_is_wrong() -> None:
    assert lock.problems() == []


def test_problems_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "requirements.txt").write_text("oxbow==1.1" + HASHED, encoding="utf-8")
    monkeypatch.setattr(lock, "LOCK", tmp_path / "requirements.txt")
    monkeypatch.setattr(lock, "asked", lambda: (["oxbow>=1"], ["other"]))
    monkeypatch.setattr(lock, "known", lambda: [FAULT])
    assert lock.problems() == [
        "oxbow 1.1: CVE-0, floods",
        "other: not in the lock",
        "oxbow>=1: lets in CVE-0, floods",
    ]


def test_the_lock_names_no_host() -> None:
    for path in lock.LOCK.parent.glob("*requirements.txt"):
        assert not re.search(r"://|--(?:extra-)?index|--find-links|--trusted-host|^-", path.read_text(encoding="utf-8"))


def test_each_fault_is_told_whole() -> None:
    for fault in lock.known():
        assert set(fault) == {"package", "affected", "id", "why"}
        assert re.fullmatch(r"CVE-\d{4}-\d{4,}|GHSA(?:-[0-9a-z]{4}){3}|PYSEC-\d{4}-\d+", fault["id"])
        assert fault["package"] == fault["package"].lower()
    ids = [fault["id"] for fault in lock.known()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("# a comment\n" + "oxbow==1.2" + HASHED, 0),
        ('oxbow==1.2 ; python_version < "3.12"' + HASHED, 0),
        ("oxbow==1.2\n", 1),
        ("oxbow==1.2 \\\n    --hash=md5:00\n", 1),
        ("oxbow>=1.2" + HASHED, 1),
        ("oxbow @ https://example.org/oxbow.whl" + HASHED, 1),
        ("--index-url https://example.org/\n", 1),
        ("-e .\n", 1),
    ],
)
def test_what_is_no_pin(text: str, wrong: int) -> None:
    assert len(lock.read(text)[1]) == wrong


def test_a_lock_that_does_not_fit() -> None:
    pins, _ = lock.read("oxbow==1.2" + HASHED)
    assert list(lock.unmet(pins, ["Oxbow>=1"])) == []
    assert list(lock.unmet(pins, ["oxbow>=1.3", "other"])) == ["oxbow>=1.3: the lock has 1.2", "other: not in the lock"]


@pytest.mark.parametrize(
    ("version", "affected"), [("1.1.9", 1), ("1.2", 0), ("2.0.2", 1), ("2.0.3", 0), ("2.0a1", 0), ("1.2rc1", 0)]
)
def test_a_known_fault(version: str, affected: int) -> None:
    pins, _ = lock.read(f"oxbow=={version}" + HASHED)
    assert len(list(lock.faulty(pins, [FAULT]))) == affected


@pytest.mark.parametrize(
    ("bound", "affected"), [("oxbow", 1), ("oxbow>=1.1", 1), ("oxbow>=1.2", 0), ("oxbow<3", 1), ("oxbow[x]>=2.0.3", 0)]
)
def test_bounds_that_let_a_fault_in(bound: str, affected: int) -> None:
    assert len(list(lock.let_in([bound], [FAULT]))) == affected
