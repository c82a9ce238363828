"""What two versions of the package find in the same texts: `benchmarks/gains.py`."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import gains
import pytest
from differences import differences, summary, tally

Node = dict[str, Any]


def span(start: int, line: int, length: int = 10) -> Node:
    return {"start": start, "end": start + length, "line": line, "end_line": line}


def item(title: str, start: int, line: int, **fields: Any) -> Node:
    return {"id": f"item-at-{line}", "title": title, "resolutions": [], "span": span(start, line), **fields}


def resolution(number: int, start: int, **fields: Any) -> Node:
    return {"id": f"resolution-{number}", "moved_by": [], "result": None, "span": span(start, 9), **fields}


def told(before: Node, now: Node) -> list[str]:
    return [str(one) for one in differences(before, now)]


PELL = {"id": "person-1", "name": "Ada Pell", "span": span(20, 2)}
REED = {"id": "person-2", "name": "Tom Reed", "span": span(40, 3)}


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ({"meeting": {"venue": None}}, {"meeting": {"venue": "Old Hall"}}, ["+ meeting.venue: 'Old Hall'"]),
        ({"meeting": {"venue": "Old Hall"}}, {"meeting": {}}, ["- meeting.venue: 'Old Hall'"]),
        ({"layout": "document"}, {"layout": "page"}, ["~ layout: 'document' → 'page'"]),
        ({"generator": {"version": "1"}}, {"generator": {"version": "2"}}, []),
        ({}, {"added_in_a_later_schema": None, "and_this": []}, []),
        # One item more: those that follow it are what they were.
        (
            {"items": [item("FENCES", 0, 1), item("TREES", 50, 5)]},
            {"items": [item("FENCES", 0, 1), item("GATES", 30, 3), item("TREES", 50, 5)]},
            ["+ items[1]: 'GATES' (line 3)"],
        ),
        # The same place under another name, told once.
        (
            {"items": [item("FENCES", 0, 1)]},
            {"items": [item("FENCES AND GATES", 0, 1)]},
            ["~ items[0].title: 'FENCES' → 'FENCES AND GATES'"],
        ),
        # Text that both have in part.
        (
            {"items": [item("FENCES", 0, 1)]},
            {"items": [item("FENCES", 4, 1)]},
            ["~ items[0].span: 0–10 → 4–14"],
        ),
        # Ids count on: a person more changes no reference to those after.
        (
            {
                "attendance": [{**REED, "id": "person-1"}],
                "resolutions": [resolution(1, 90, moved_by=[{"name": "Tom Reed", "person": "person-1"}])],
            },
            {
                "attendance": [PELL, REED],
                "resolutions": [resolution(1, 90, moved_by=[{"name": "Tom Reed", "person": "person-2"}])],
            },
            ["+ attendance[0]: 'Ada Pell' (line 2)"],
        ),
        (
            {"attendance": [PELL], "actions": [{"owners": [{"name": "Pell", "person": None}], "span": span(60, 6)}]},
            {
                "attendance": [PELL],
                "actions": [{"owners": [{"name": "Pell", "person": "person-1"}], "span": span(60, 6)}],
            },
            ["+ actions[0].owners[0].person: 'line 2'"],
        ),
        (
            {"attendance": [{**PELL, "roles": ["chair"]}]},
            {"attendance": [{**PELL, "roles": ["mayor"]}]},
            ["~ attendance[0].roles[0]: 'chair' → 'mayor'"],
        ),
        # Roles of lines and spans come after facts.
        (
            {"lines": [{"line": 7, "role": "paragraph"}], "items": [item("FENCES", 0, 1, number=None)]},
            {"lines": [{"line": 7, "role": "point"}], "items": [item("FENCES", 0, 1, number="1")]},
            ["+ items[0].number: '1'", "~ lines[7].role: 'paragraph' → 'point'"],
        ),
    ],
)
def test_differences(before: Node, now: Node, expected: list[str]) -> None:
    assert told(before, now) == expected


def test_gained_and_lost_are_each_others_mirror() -> None:
    one = {"items": [item("FENCES", 0, 1, resolutions=[resolution(1, 5)])], "attendance": [PELL]}
    other = {"items": [item("FENCES", 0, 1)], "attendance": [PELL, REED]}
    forth, back = differences(one, other), differences(other, one)
    assert [difference.kind for difference in forth] == ["lost", "gained"]
    assert sorted(d.path for d in forth) == sorted(d.path for d in back)
    assert differences(one, one) == []


def test_totals_count_nested_fields_together() -> None:
    deep = {"items": [item("A", 0, 1, items=[item("B", 20, 2, items=[item("C", 40, 3)])])]}
    deeper = {"items": [item("A", 0, 1, number="1", items=[item("B", 20, 2, items=[item("C", 40, 3, number="3")])])]}
    assert tally(differences(deep, deeper)) == {"items[].number": {"gained": 2}}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a" * 100, "'" + "a" * 58 + "…"),
        ({"start": 4, "end": 9}, "4–9"),
        ([{"name": "Tom Reed"}, {"name": "Ada Pell"}], "2 × 'Tom Reed'"),
        ({"unanimous": True}, "unanimous"),
    ],
)
def test_summary(value: Any, expected: str) -> None:
    assert summary(value) == expected


def test_lines_are_shared_out_among_documents() -> None:
    found = differences({}, {"attendance": [{"name": f"Member {number}"} for number in range(30)]})
    changed = [gains.Comparison(Path(f"/texts/{name}.txt"), found) for name in "abcd"]
    lines = list(gains.shown_documents(changed, 20, [Path("/texts")]))
    assert [line for line in lines if not line.startswith("  ")] == ["a.txt", "b.txt", "c.txt", "d.txt"]
    assert lines[1:5] == [*(f"  {one}" for one in found[:3]), "  … and 27 differences more"]
    assert list(gains.shown_documents(changed, 6, [Path("/texts")]))[-1] == "… and 2 documents more"


def test_a_document_that_no_longer_comes_is_told() -> None:
    good = {"document": {"layout": "document"}, "seconds": 0.5}
    changed = gains.comparison(Path("/texts/a.txt"), good, {"failure": "SourceError: too deep"})
    assert changed.changed
    assert list(gains.shown_documents([changed], 9, [Path("/texts")])) == ["a.txt", "  ! now: SourceError: too deep"]
    refused = {"failure": "SourceError: binary"}
    assert not gains.comparison(Path("/texts/a.txt"), refused, refused).changed


def test_the_ratio_of_times() -> None:
    pairs = [(2.0, 1.0), (4.0, 3.0), (4.0, 4.0)]
    results = [gains.Comparison(Path("a.txt"), seconds=pair) for pair in pairs]
    assert list(gains.shown_times(results)) == [
        "processor time now / before: 0.800 (8.00 / 10.00 s; median of texts 0.750)"
    ]


PACKAGE = """
import json
class Minutes:
    def __init__(self, text):
        self.text = text
    def to_dict(self):
        return {"meeting": {"title": self.text.split()[FIELD]}}
    def to_json(self):
        return json.dumps(self.to_dict())
def parse_file(path):
    with open(path, encoding="utf-8") as stream:
        return Minutes(stream.read())
"""


@pytest.mark.slow
def test_a_commit_against_the_files_that_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = tmp_path / "src" / "minutesparse" / "__init__.py"
    module.parent.mkdir(parents=True)
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "june.txt").write_text("Fences Gates", encoding="utf-8")
    (texts / "none.txt").write_text("", encoding="utf-8")

    def git(*arguments: str) -> None:
        person = ["-c", "user.name=Ada Pell", "-c", "user.email=ada@example.org"]
        subprocess.run(["git", *person, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "--quiet")
    module.write_text(PACKAGE.replace("FIELD", "0"), encoding="utf-8")
    git("add", "src")
    git("commit", "--quiet", "--message", "first")
    monkeypatch.setattr(gains, "ROOT", tmp_path)
    monkeypatch.setattr("sys.argv", ["gains.py", "--folder", str(texts)])
    assert gains.main() == 0
    assert "no commit before this one" in capsys.readouterr().out

    module.write_text(PACKAGE.replace("FIELD", "1"), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["gains.py", "HEAD", "--folder", str(texts)])
    assert gains.main() == 0
    printed = capsys.readouterr().out
    assert "june.txt\n  ~ meeting.title: 'Fences' → 'Gates'\n" in printed
    assert "none.txt" not in printed  # both fail alike
    assert "\n1 of 2 documents differ from those of " in printed
    assert "processor time now / before: " in printed
