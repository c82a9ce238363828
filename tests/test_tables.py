"""Documents as tables: each fact one row, in every form, found again by file and line."""

from __future__ import annotations

import copy
import csv
import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from minutesparse.errors import DocumentError, OptionError
from minutesparse.reader import Node
from minutesparse.tables.csv_files import cell, text_of
from minutesparse.tables.declared import BY_NAME, TABLES
from minutesparse.tables.page import markdown
from minutesparse.tables.rows import Tabulator, document_key
from minutesparse.tables.target import sweep
from minutesparse.tables.write import FORMS, Form, write_tables

ROOT = Path(__file__).parents[1]
GOLDEN = sorted((ROOT / "fixtures").glob("*/*.json"))

Read = dict[str, list[dict[str, Any]]]


def golden_documents() -> Iterator[tuple[str, Node]]:
    for path in GOLDEN:
        document = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(document, dict) and "schema_version" in document:
            yield path.name, document


def full(builder: Any) -> Node:
    """A document with something for each table."""
    document: Node = builder.document()
    span = builder.span("Resolved:", "closed.")
    item = document["items"][0]
    decision = item["resolutions"][0]
    who = [{"name": "Pell", "person": "person-1"}, {"name": "Nobody Known", "person": None}]
    inner = {"id": "clause-2", "label": "i", "text": "footpath", "clauses": [], "span": span}
    decision.update(
        clauses=[{"id": "clause-1", "label": "a", "text": "That the", "clauses": [inner], "span": span}],
        moved_by=who,
        seconded_by=[{"name": "Reed", "person": "person-2"}],
        vote={
            **{"for_count": 2, "against_count": 0, "abstain_count": None, "unanimous": None, "counted_from": "names"},
            **{"method": None, "voters": [{**who[0], "option": "for"}], "span": span},
        },
        reason={"text": "The clerk reported.", "span": builder.span("The clerk reported.")},
        covers=["1", "2"],
    )
    amendment = {**copy.deepcopy(decision), "id": "resolution-2", "amends": "resolution-1", "clauses": [], "vote": None}
    decision["same_as"] = "resolution-2"
    document["resolutions"] = [amendment]
    point = {"kind": "point", "id": "point-2", "label": "b", "text": "below", "children": [], "span": span}
    item["content"].append({**point, "id": "point-1", "label": "a", "text": "above", "children": [point]})
    item["items"] = [{**copy.deepcopy(item), "id": "item-2", "number": None, "items": [], "content": []}]
    for name in ("resolutions", "actions", "declarations"):
        item["items"][0][name] = []
    item["documents"] = [
        {"title": "Plan", "format": "PDF", "size": None, "url": None, "text": "Plan PDF", "span": span}
    ]
    document["attendance"][1]["periods"] = [
        {"from_time": "19:30", "to_time": None, "from_item": None, "to_item": None, "text": "Councillor Tom Reed"}
    ]
    document["source"]["metadata"] = {"url": "=https://example.org", "council": "another"}
    document["diagnostics"] = [{"code": "MP001", "severity": "info", "message": "something", "span": None}]
    return document


def written(documents: Any, form: Form, target: Path) -> Read:
    """What a reader of the form finds in the tables."""
    write_tables(documents, form, target)
    if form == "sqlite":
        connection = sqlite3.connect(target)
        connection.row_factory = sqlite3.Row
        try:
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            return {
                table.name: [dict(row) for row in connection.execute(f"SELECT * FROM {table.name} ORDER BY rowid")]
                for table in TABLES
            }
        finally:
            connection.close()
    if form == "parquet":
        from pyarrow import parquet

        return {table.name: parquet.read_table(target / f"{table.name}.parquet").to_pylist() for table in TABLES}
    found = {}
    for table in TABLES:
        with (target / f"{table.name}.csv").open(encoding="utf-8", newline="") as stream:
            found[table.name] = [
                {name: text_of(value) if value else None for name, value in row.items()}
                for row in csv.DictReader(stream)
            ]
    return found


def facts(node: Any, kind: str) -> Iterator[Node]:
    """All nodes of the document that have an id of this kind."""
    if isinstance(node, dict):
        if str(node.get("id") or "").startswith(f"{kind}-"):
            yield node
        for value in node.values():
            yield from facts(value, kind)
    elif isinstance(node, list):
        for value in node:
            yield from facts(value, kind)


KINDS = {
    "resolution": "resolutions",
    "clause": "clauses",
    "action": "actions",
    "declaration": "declarations",
    "point": "points",
    "person": "attendance",
    "item": "items",
}


@pytest.mark.parametrize("form", FORMS)
def test_each_fact_is_one_row(form: Form, tmp_path: Path) -> None:
    documents = list(golden_documents())
    assert len(documents) > 30
    tables = written(documents, form, tmp_path / "out")
    assert len(tables["meetings"]) == len(documents)
    for kind, table in KINDS.items():
        rows = {row["key"]: row for row in tables[table]}
        assert len(rows) == len(tables[table])
        wanted = {
            f"{document_key(name, document)}-{node['id']}": node
            for name, document in documents
            for node in facts(document, kind)
        }
        assert rows.keys() == wanted.keys()
        for key, node in wanted.items():
            row = rows[key]
            assert [int(row["line"]), int(row["end_line"])] == [node["span"]["line"], node["span"]["end_line"]]
            if kind == "item":
                assert (row["title"], row["number"]) == (node["title"], node["number"])
            else:
                assert (row["text"] or "") == node["text"]


@pytest.mark.parametrize("form", FORMS)
def test_references_lead_to_rows(form: Form, builder: Any, tmp_path: Path) -> None:
    tables = written([("a.json", full(builder))], form, tmp_path / "out")
    assert all(tables.values()), "a row in each table"
    for table in TABLES:
        for column in table.columns:
            if column.references:
                keys = {row["key"] for row in tables[column.references]}
                assert {row[column.name] for row in tables[table.name]} - {None} <= keys
    decision, other = sorted(tables["resolutions"], key=lambda row: str(row["key"]))
    assert decision["full_text"] == "That the footpath be closed.\na That the\ni footpath"
    assert (decision["moved_by"], decision["covers"], decision["item"]) == (
        "Pell; Nobody Known",
        "1; 2",
        tables["items"][0]["key"],
    )
    assert (decision["same_as"], other["amends"], other["item"]) == (other["key"], decision["key"], None)
    assert tables["items"][0]["text"] == "The clerk reported.\na above\nb below"
    assert tables["items"][1]["parent"] == tables["items"][0]["key"]
    assert [(row["name"], row["value"]) for row in tables["meta"]] == [
        ("council", "another"),
        ("url", "=https://example.org"),
    ]
    assert tables["meetings"][0]["council"] == "Westmoor Town Council"


@pytest.mark.parametrize("form", FORMS)
def test_same_documents_same_tables(form: Form, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    assert written(golden_documents(), form, first) == written(golden_documents(), form, second)
    if form != "sqlite":
        assert {path.name: path.read_bytes() for path in first.iterdir()} == {
            path.name: path.read_bytes() for path in second.iterdir()
        }


def test_keys_do_not_depend_on_company_or_version(document: Node) -> None:
    key = document_key("a.json", document)
    other = {**document, "generator": {"name": "minutesparse", "version": "9"}, "diagnostics": []}
    assert key == document_key("elsewhere.json", other)
    assert key != document_key("a.json", {**document, "source": {**document["source"], "name": "other.txt"}})
    assert key != document_key("a.json", {**document, "source": {**document["source"], "sha256": "0" * 64}})
    part = {
        "code": "MP012",
        "severity": "info",
        "message": "",
        "span": {"start": 5, "end": 9, "line": 2, "end_line": 3},
    }
    assert key != document_key("a.json", {**document, "diagnostics": [part]})


def test_a_text_without_a_file_has_a_key_of_its_words(document: Node) -> None:
    document["source"].update(name=None, sha256=None)
    rows = Tabulator().rows("given.json", document)
    assert rows["items"][0][-3] == "given.json"
    other = {**document, "layout": "other"}
    assert document_key("given.json", document) != document_key("given.json", other)


def test_people_are_names_of_a_council(builder: Any) -> None:
    tabulator = Tabulator()
    first, second, stranger = (builder.document() for _ in range(3))
    second["source"]["name"] = "second.txt"
    stranger["source"]["name"] = "third.txt"
    stranger["meeting"]["council"] = None
    assert [len(tabulator.rows("x", one)["people"]) for one in (first, second, stranger)] == [2, 0, 2]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda d: d["items"][0]["actions"][0].update(resolution="resolution-9"), "nothing in resolutions has the id"),
        (lambda d: d["items"][0]["actions"][0]["owners"][0].update(person="person-9"), "nothing in attendance has"),
        (lambda d: d["items"][0]["resolutions"][0].update(amends="resolution-9"), "resolutions.amends: nothing in"),
        (lambda d: d["attendance"][1].update(id="person-1"), "two of them have the id 'person-1'"),
        (lambda d: d["meeting"].update(date="2024-02-30"), "meetings.date: '2024-02-30' is no date"),
        (lambda d: d["meeting"].update(date="20240203"), "is no date that a table can hold"),
        (lambda d: d["items"][0]["actions"][0].update(due_date="soon"), "actions.due_date: 'soon' is no date"),
        (lambda d: d["source"].update(characters=2**64), "is no integer that a table can hold"),
    ],
)  # fmt: skip
def test_unsound_documents_leave_no_rows(change: Any, reason: str, document: Node, tmp_path: Path) -> None:
    unsound = copy.deepcopy(document)
    unsound["source"]["name"] = "unsound.txt"
    change(unsound)
    documents = [("unsound.json", unsound), ("sound.json", document)]
    with pytest.raises(DocumentError, match=f"unsound.json: .*{reason}"):
        write_tables(documents, "csv", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []
    told: list[str] = []
    assert write_tables(documents, "csv", tmp_path / "out", lambda name, error: told.append(f"{name}: {error}")) == 1
    assert len(told) == 1 and reason in told[0]
    assert len((tmp_path / "out" / "people.csv").read_text().splitlines()) == 3


def test_points_nested_too_deeply_are_one_reason(document: Node) -> None:
    block = document["items"][0]["content"][0]
    for _ in range(3000):
        block = {**block, "children": [block]}
    document["items"][0]["content"] = [block]
    with pytest.raises(DocumentError, match="nested too deeply"):
        Tabulator().rows("a", document)


def test_a_document_is_taken_once(document: Node, tmp_path: Path) -> None:
    told: list[str] = []
    pairs = [("a.json", document), ("b.json", document)]
    assert write_tables(pairs, "sqlite", tmp_path / "m.db", lambda name, error: told.append(name)) == 1
    assert told == ["b.json"]


@pytest.mark.parametrize("form", FORMS)
def test_no_documents_are_empty_tables(form: Form, tmp_path: Path) -> None:
    assert not any(written([], form, tmp_path / "out").values())


@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_character_is_replaced(form: Form, document: Node, tmp_path: Path) -> None:
    document["source"]["name"] = "\ud800.txt"
    document["source"]["metadata"] = {"\udfff": "a\0b"}
    tables = written([("a", document)], form, tmp_path / "out")
    assert tables["meetings"][0]["file"] == "\ufffd.txt"
    assert [(row["name"], row["value"]) for row in tables["meta"]] == [("\ufffd", "a\0b")]


class TestTarget:
    @pytest.mark.parametrize("form", FORMS)
    def test_tables_are_replaced(self, form: Form, document: Node, tmp_path: Path) -> None:
        target = tmp_path / "deep" / "out"
        write_tables([("a", document)], form, target)
        assert len(written(golden_documents(), form, target)["meetings"]) > 30
        assert [path.name for path in target.parent.iterdir()] == ["out"]

    @pytest.mark.parametrize("form", FORMS)
    def test_other_things_are_not(self, form: Form, document: Node, tmp_path: Path) -> None:
        target = tmp_path / "out"
        target.write_text("mine")
        with pytest.raises(OptionError):
            write_tables([("a", document)], form, target)
        assert target.read_text() == "mine"
        target.unlink()
        target.mkdir()
        (target / "notes.txt").write_text("mine")
        with pytest.raises(OptionError):
            write_tables([("a", document)], form, target)
        assert (target / "notes.txt").read_text() == "mine"

    @pytest.mark.parametrize("form", FORMS)
    def test_a_run_that_ends_early_leaves_what_was_there(self, form: Form, document: Node, tmp_path: Path) -> None:
        def ends_early() -> Iterator[tuple[str, Node]]:
            yield "b", {**document, "source": {**document["source"], "name": "b.txt"}}
            raise KeyboardInterrupt

        target = tmp_path / "out"
        for there in (False, True):
            if there:
                write_tables([("a", document)], form, target)
            with pytest.raises(KeyboardInterrupt):
                write_tables(ends_early(), form, target)
            assert [path.name for path in tmp_path.iterdir()] == ["out"] * there

    def test_an_other_database_is_not_replaced(self, document: Node, tmp_path: Path) -> None:
        target = tmp_path / "other.db"
        connection = sqlite3.connect(target)
        connection.execute("CREATE TABLE mine (a)")
        connection.commit()
        connection.close()
        with pytest.raises(OptionError, match="is no database of tables"):
            write_tables([("a", document)], "sqlite", target)

    def test_a_database_in_use_is_not_replaced(self, document: Node, tmp_path: Path) -> None:
        target = tmp_path / "m.db"
        write_tables([("a", document)], "sqlite", target)
        (tmp_path / "m.db-wal").write_bytes(b"x")
        with pytest.raises(OptionError, match="another program has it in use"):
            write_tables([("a", document)], "sqlite", target)

    def test_a_link_is_kept(self, document: Node, tmp_path: Path) -> None:
        link = tmp_path / "link.db"
        link.symlink_to(tmp_path / "real.db")
        write_tables([("a", document)], "sqlite", link)
        assert link.is_symlink() and (tmp_path / "real.db").is_file()

    def test_sweep(self, tmp_path: Path) -> None:
        (tmp_path / ".out.0123.tables.tmp").mkdir()
        (tmp_path / ".out.4567.tables.tmp").write_text("half")
        (tmp_path / "out").mkdir()
        sweep(tmp_path / "out")
        assert [path.name for path in tmp_path.iterdir()] == ["out"]
        sweep(tmp_path / "not" / "there")


class TestCells:
    @pytest.mark.parametrize("text", ["=1+1", "+44", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "'quoted'", "''"])
    def test_formulas_are_made_safe(self, text: str) -> None:
        assert cell(text) == f"'{text}"
        assert text_of(str(cell(text))) == text

    @pytest.mark.parametrize("text", ["", "a=b", " =1", "1", "“=”", "it's"])
    def test_other_text_is_left(self, text: str) -> None:
        assert cell(text) == text
        assert text_of(text) == text

    def test_truth_and_numbers(self) -> None:
        assert [cell(value) for value in (True, False, None, -3)] == ["true", "false", None, -3]

    def test_line_ends_stay_in_their_cell(self, document: Node, tmp_path: Path) -> None:
        document["source"]["metadata"] = {"note": 'a\rb\r\nc\n"d",e'}
        assert written([("a", document)], "csv", tmp_path / "out")["meta"][0]["value"] == 'a\rb\r\nc\n"d",e'


class TestDescriptions:
    def test_page_is_made_from_the_declarations(self) -> None:
        assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == markdown(), "run `make docs`"

    def test_tables_come_after_those_that_they_refer_to(self) -> None:
        seen: set[str] = set()
        for table in TABLES:
            seen.add(table.name)
            assert table.columns[0].name == "key"
            assert {column.references for column in table.columns} - {None} <= seen
            assert len({column.name for column in table.columns}) == len(table.columns)
            assert set(table.searched) <= {column.name for column in table.columns}
        assert set(BY_NAME) == seen

    def test_package_fits_its_profile(self, document: Node, tmp_path: Path) -> None:
        write_tables([("a", document)], "csv", tmp_path / "out")
        package = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
        profile = json.loads((ROOT / "tests/schemas/tabular-data-package.json").read_text(encoding="utf-8"))
        jsonschema.validate(package, profile)
        assert {path.name for path in (tmp_path / "out").iterdir()} == {
            "datapackage.json",
            *(resource["path"] for resource in package["resources"]),
        }

    def test_parquet_carries_the_descriptions(self, document: Node, tmp_path: Path) -> None:
        from pyarrow import parquet

        write_tables([("a", document)], "parquet", tmp_path / "out")
        schema = parquet.read_schema(tmp_path / "out" / "meetings.parquet")
        assert schema.field("date").metadata == {b"description": b"when it met"}
        assert str(schema.field("date").type) == "date32[day]" and not schema.field("key").nullable


def test_parquet_without_its_package(document: Node, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OptionError, match=r"pip install 'minutesparse\[parquet\]'"):
        write_tables([("a", document)], "parquet", tmp_path / "out")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.slow
def test_tables_of_many_documents_are_written_as_they_come(form: Form, document: Node, tmp_path: Path) -> None:
    """What waits to be written is bounded: the rows of thousands of documents are never held together."""
    import tracemalloc

    def many(count: int) -> Iterator[tuple[str, Node]]:
        for number in range(count):
            yield "x", {**document, "source": {**document["source"], "name": f"{number}.txt"}}

    def peak(count: int) -> int:
        tracemalloc.start()
        write_tables(many(count), form, tmp_path / f"out-{count}")
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return size

    peak(10)
    assert peak(3000) < 40_000_000


@pytest.mark.slow
def test_package_fits_its_data(builder: Any, tmp_path: Path) -> None:
    """Types, keys and references of all tables, by the tool that Frictionless publishes."""
    import subprocess

    write_tables([("full.json", full(builder)), *golden_documents()], "csv", tmp_path / "out")
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    run = subprocess.run(command, cwd=tmp_path / "out", capture_output=True, text=True)
    report = json.loads(run.stdout)
    assert report["valid"], run.stdout
    assert report["stats"]["tasks"] == len(TABLES)
