"""``minutesparse tables`` and ``query`` as a user meets them."""

from __future__ import annotations

import csv
import io
import json
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests import command

from minutesparse.errors import OptionError
from minutesparse.reader import Node
from minutesparse.tables.documents import read
from minutesparse.tables.search import match
from minutesparse.tables.write import write_tables
from minutesparse.writers.yaml import yaml_text

OTHER = """\
Eastmere Parish Council

Minutes of the meeting held on 4 June 2019

Present: Cllr Dora Finch (Chair), Cllr Ben Oakes

1. Apologies
There were none.

2. Highways
The clerk will write again.

3. Allotments
Siân Roberts reported on the tenants' fence.
RESOLVED: That the hedge (no. 2) be cut back - "at once".
Proposed by Cllr Oakes, seconded by Cllr Finch. Carried by 2 votes to 0.

Action: Cllr Finch to order the skips by 1 July 2019.
"""


MADE: list[Path] = []
"""The folder of `database`, once it was made: it takes a second, and most tests only read it."""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command line in this process: eighty of their own would take most of the time."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, input: str = "") -> subprocess.CompletedProcess[str]:
        done = command.run(monkeypatch, arguments, input.encode())
        return subprocess.CompletedProcess(arguments, done.status, done.out, done.err)

    return run


@pytest.fixture
def database(run: Any, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, document: Node) -> Path:
    """A database of two councils' minutes."""
    if MADE:
        shutil.copytree(MADE[0], tmp_path, dirs_exist_ok=True)
        return tmp_path / "m.db"
    document["meeting"]["date"] = "2024-04-02"
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "westmoor.json").write_text(json.dumps(document))
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    assert run("extract", "other.txt", "-o", "docs/other.json").returncode == 0
    done = run("tables", "docs", "-o", "m.db", "--to", "sqlite")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    MADE.append(shutil.copytree(tmp_path, tmp_path_factory.mktemp("made") / "folder"))
    return tmp_path / "m.db"


class TestDocuments:
    def documents(self, *paths: Path) -> tuple[list[tuple[str, Node]], list[str]]:
        told: list[str] = []
        return list(read([str(path) for path in paths], lambda error: told.append(str(error)))), told

    def test_each_form(self, document: Node, tmp_path: Path) -> None:
        line = json.dumps(document)
        (tmp_path / "a.json").write_text(f"\ufeff{json.dumps(document, indent=2)}", encoding="utf-8")
        (tmp_path / "b.jsonl").write_text(f"{line}\n\n{line}\n")
        (tmp_path / "c.yaml").write_text(yaml_text(document), encoding="utf-8")
        (tmp_path / "d.yml").write_text(f"---\n{yaml_text(document)}---\n{yaml_text(document)}", encoding="utf-8")
        found, told = self.documents(tmp_path)
        assert told == []
        assert [Path(name).name for name, _ in found] == [
            *("a.json", "b.jsonl:1", "b.jsonl:3", "c.yaml", "d.yml, document 1", "d.yml, document 2")
        ]
        assert all(one == document for _, one in found)

    def test_folders_are_walked_sorted_and_what_is_hidden_is_not(self, document: Node, tmp_path: Path) -> None:
        names = ("b/2.json", "b/1.json", "a.json", ".minutesparse/x.json", ".x.json", "datapackage.json", "notes.txt")
        for name in names:
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(json.dumps(document))
        found, told = self.documents(tmp_path)
        assert [Path(name).relative_to(tmp_path).as_posix() for name, _ in found] == ["a.json", "b/1.json", "b/2.json"]
        assert told == []

    @pytest.mark.parametrize(
        ("name", "text", "reason"),
        [
            ("a.json", "{", "not JSON: "),
            ("a.json", "\udcff", "not JSON: "),
            ("a.json", "[" * 100_000, "not JSON: "),
            ("a.json", "[]", "not a document of minutes: it has no schema_version"),
            ("a.json", '{"schema_version": "1.0"}', "not a document of minutes: generator: field required (and "),
            ("a.json", '{"schema_version": "2.0"}', "not a document of minutes: schema_version: "),
            ("a.yaml", "a: [", "not YAML: "),
            ("a.yaml", "a: &x [1]\nb: *x\n", "a document has no aliases"),
            ("a.yaml", "a: 2024-99-99\n", "not YAML: "),
            ("a.jsonl", "\n{\n", "not JSON: "),
        ],
    )
    def test_no_documents(self, name: str, text: str, reason: str, document: Node, tmp_path: Path) -> None:
        (tmp_path / name).write_text(text, encoding="utf-8", errors="surrogateescape")
        (tmp_path / "b.json").write_text(json.dumps(document))
        found, told = self.documents(tmp_path)
        assert len(found) == 1
        where = f"{tmp_path / name}:2" if name.endswith("l") and "\n{" in text else str(tmp_path / name)
        assert len(told) == 1 and told[0].startswith(f"{where}: {reason}") and "\n" not in told[0]

    def test_what_is_not_there(self, tmp_path: Path) -> None:
        assert self.documents(tmp_path / "a.json") == ([], [f"{tmp_path / 'a.json'}: no such file or directory"])


class TestTables:
    def test_other_files_are_done(self, run: Any, document: Node, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_text("{}")
        (tmp_path / "b.json").write_text(json.dumps(document))
        (tmp_path / "c.json").write_text(json.dumps(document))
        done = run("tables", "a.json", "b.json", "c.json", "-o", "out", "--to", "csv")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.splitlines() == [
            "minutesparse: a.json: not a document of minutes: it has no schema_version",
            "minutesparse: c.json: the same minutes came before under the same name",
        ]
        assert len((tmp_path / "out" / "meetings.csv").read_text().splitlines()) == 2

    def test_standard_input(self, run: Any, document: Node, tmp_path: Path) -> None:
        done = run("tables", "-", "-o", "out", "--to", "parquet", input=json.dumps(document))
        assert (done.returncode, done.stderr) == (0, "")
        assert (tmp_path / "out" / "meetings.parquet").is_file()

    @pytest.mark.parametrize(
        ("arguments", "status", "told"),
        [
            (["none", "-o", "out", "--to", "csv"], 1, "minutesparse: none: no such file or directory"),
            (["empty", "-o", "out", "--to", "csv"], 1, "minutesparse: empty: no documents (.json, .jsonl, .yaml)"),
            (["a.json", "-o", "a.txt", "--to", "csv"], 2, "minutesparse: a.txt: not a folder; choose another name"),
            (["a.json", "-o", "a.txt", "--to", "sqlite"], 2, "minutesparse: a.txt: is there and is no database of"),
            (["a.json", "-o", "full", "--to", "csv"], 2, "minutesparse: full: holds a.txt, which is no table; choose"),
            (["a.json", "-o", "a.txt/out", "--to", "csv"], 1, "minutesparse: "),
            (["a.json", "-o", "a.json", "--to", "sqlite"], 2, "Error: OUT is one of DOCS; choose another name"),
            (["-", "-", "-o", "out", "--to", "csv"], 2, "Error: standard input ('-') can be read only once"),
            (["a.json", "--to", "csv"], 2, "Error: Missing option '-o' / '--output'."),
        ],
    )
    def test_errors_are_one_line(
        self, run: Any, document: Node, tmp_path: Path, arguments: list[str], status: int, told: str
    ) -> None:
        (tmp_path / "a.json").write_text(json.dumps(document))
        (tmp_path / "a.txt").write_text("mine")
        (tmp_path / "empty").mkdir()
        (tmp_path / "full").mkdir()
        (tmp_path / "full" / "a.txt").write_text("mine")
        done = run("tables", *arguments)
        assert (done.returncode, done.stdout) == (status, "")
        assert done.stderr.splitlines()[-1].startswith(told), done.stderr
        assert {path.name for path in tmp_path.iterdir()} == {"a.json", "a.txt", "empty", "full"}
        assert (tmp_path / "a.txt").read_text() == "mine"

    def test_a_full_disk_is_one_line(self, document: Node, tmp_path: Path) -> None:
        """By the limit on the size of a file, which stops a writer as a full disk does."""
        resource = pytest.importorskip("resource")
        (tmp_path / "a.json").write_text(json.dumps(document))
        for form in ("sqlite", "csv", "parquet"):
            done = subprocess.run(
                [sys.executable, "-m", "minutesparse", "tables", "a.json", "-o", "out", "--to", form],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
            )
            assert (done.returncode, done.stdout) == (1, ""), form
            assert done.stderr.startswith("minutesparse: ") and done.stderr.count("\n") == 1, done.stderr
            assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


class TestQuery:
    def found(self, run: Any, *arguments: str) -> list[dict[str, Any]]:
        done = run("query", "m.db", *arguments, "-f", "json")
        assert (done.returncode, done.stderr) == (0, "")
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return found

    def test_words_lead_to_file_and_line(self, run: Any, database: Path) -> None:
        (one,) = self.found(run, "hedges cutting")
        assert (one["kind"], one["file"], one["line"]) == ("resolution", "other.txt", OTHER.split("\n").index(
            'RESOLVED: That the hedge (no. 2) be cut back - "at once".') + 1)  # fmt: skip
        assert (one["date"], one["council"], one["item_title"]) == (
            "2019-06-04", "Eastmere Parish Council", "Allotments")  # fmt: skip
        assert (one["people"], one["outcome"]) == ("Oakes; Finch", "carried")

    @pytest.mark.parametrize(
        ("arguments", "kinds"),
        [
            (["skips"], ["action"]),
            (["SIAN"], ["item"]),
            (["footpath"], ["item", "resolution", "action", "declaration"]),
            (["foot*", "--kind", "item"], ["item"]),
            (["closed", "footpath"], ["resolution"]),
            (["signs", "footpath"], ["action"]),
            (['"closed footpath"'], []),
            (['"footpath be closed"'], ["resolution"]),
            (["interest"], ["declaration"]),
            (["hedge (no. 2)", "--kind", "resolution"], ["resolution"]),
            (["--person", "finch"], ["item", "resolution", "action"]),
            (["--person", "Dora Finch", "--kind", "action"], ["action"]),
            (["--person", "Finc"], []),
            (["--person", "Reed", "--kind", "declaration", "--kind", "action"], ["action", "declaration"]),
            (["--since", "2024"], ["item", "resolution", "action", "declaration"]),
            (["--until", "2019-06", "--kind", "action"], ["action"]),
            (["--until", "2019-06-03"], []),
            (["--since", "2019-06-04", "--until", "2024-04-01", "--kind", "resolution"], ["resolution"]),
            (["--council", "EASTMERE", "--kind", "action"], ["action"]),
            (["--kind", "resolution", "--limit", "1"], ["resolution"]),
        ],
    )
    def test_conditions(self, run: Any, database: Path, arguments: list[str], kinds: list[str]) -> None:
        assert [one["kind"] for one in self.found(run, *arguments)] == kinds

    @pytest.mark.parametrize("sign", ["AND", "NOT", "(", ")", "*", "^", ":", "-", '"', "'", "NEAR(a b)", "{x}:y", "🙂"])
    def test_no_sign_breaks_the_search(self, run: Any, database: Path, sign: str) -> None:
        done = run("query", "m.db", "--", f"hedge {sign}")
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr

    def test_latest_first(self, run: Any, database: Path) -> None:
        assert [one["date"] for one in self.found(run, "--kind", "resolution")] == ["2024-04-02", "2019-06-04"]

    def test_table_and_csv(self, run: Any, database: Path) -> None:
        done = run("query", "m.db", "skips")
        assert "2019-06-04   action   3 Allotments" in done.stdout
        assert done.stdout.split("\n")[2].endswith("other.txt:18")
        done = run("query", "m.db", "skips", "-f", "csv")
        (row,) = csv.DictReader(io.StringIO(done.stdout))
        assert (row["text"], row["outcome"]) == ("Cllr Finch to order the skips by 1 July 2019.", "2019-07-01")
        done = run("query", "m.db", "helicopter")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "minutesparse: nothing found\n")
        assert run("query", "m.db", "helicopter", "-f", "json").stdout == "[]\n"

    def test_sql(self, run: Any, database: Path) -> None:
        done = run("query", "m.db", "--sql", "SELECT 1 AS a, 2 AS a, x'00ff' AS b, NULL AS c", "-f", "json")
        assert json.loads(done.stdout) == [{"a": 1, "a_2": 2, "b": "00ff", "c": None}]
        done = run("query", "m.db", "--sql", "SELECT '=1' AS a, x'01' AS b", "-f", "csv")
        assert done.stdout == "a,b\n'=1,01\n"
        done = run("query", "m.db", "--sql", "SELECT person, part FROM decisions_by_person ORDER BY 1")
        assert [line.split() for line in done.stdout.splitlines()[2:]] == [
            ["Ben", "Oakes", "moved"],
            ["Dora", "Finch", "seconded"],
        ]
        done = run("query", "m.db", "--sql", "SELECT * FROM open_actions WHERE state = 'overdue'")
        assert "owners: Finch\n" in done.stdout and "due_date: 2019-07-01\nstate: overdue\n" in done.stdout
        done = run("query", "m.db", "--sql", "SELECT title FROM items_fts WHERE items_fts MATCH 'fence'", "-f", "csv")
        assert done.stdout == "title\nAllotments\n"

    @pytest.mark.parametrize(
        "sql",
        [
            "SELEC", "SELECT nothing FROM items", "SELECT 1; SELECT 2", "DELETE FROM items", "DROP VIEW decisions",
            "ATTACH 'new.db' AS x", "VACUUM INTO 'new.db'", "PRAGMA journal_mode = WAL", "CREATE TABLE new (a)",
            "SELECT load_extension('x')", "BEGIN", "SELECT * FROM items_fts WHERE items_fts MATCH 'a AND ('", "",
        ],
    )  # fmt: skip
    def test_sql_that_is_wrong_or_writes(self, run: Any, database: Path, sql: str) -> None:
        before = database.read_bytes()
        done = run("query", "m.db", "--sql", sql)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("minutesparse: m.db: ") and done.stderr.count("\n") == 1
        assert database.read_bytes() == before
        assert {path.name for path in database.parent.iterdir()} == {"docs", "m.db", "other.txt"}

    @pytest.mark.parametrize(
        ("arguments", "status", "told"),
        [
            (["m.db"], 2, "Error: give words to look for, a condition such as --person, or --sql."),
            (["m.db", "x", "--sql", "SELECT 1"], 2, "Error: --sql takes neither words nor other conditions."),
            (["m.db", "--since", "soon"], 2, "Error: Invalid value for '--since': 'soon' is no date such as"),
            (["m.db", "--since", "2024-02-30"], 2, "Error: Invalid value for '--since': '2024-02-30' is no date"),
            (["m.db", "--until", "0000"], 2, "Error: Invalid value for '--until': '0000' is no date"),
            (["m.db", "—"], 2, "minutesparse: no word to look for in '—'"),
            (["other.txt", "x"], 2, "minutesparse: other.txt: not a database that `tables --to sqlite` wrote"),
            (["cut.db", "x"], 2, "minutesparse: cut.db: "),
            (["none.db", "x"], 1, "minutesparse: none.db: no such file or directory"),
            (["docs", "x"], 1, "minutesparse: docs: is a directory"),
        ],
    )
    def test_errors_are_one_line(
        self, run: Any, database: Path, tmp_path: Path, arguments: list[str], status: int, told: str
    ) -> None:
        (tmp_path / "cut.db").write_bytes(database.read_bytes()[:5000])
        done = run("query", *arguments)
        assert (done.returncode, done.stdout) == (status, "")
        assert done.stderr.splitlines()[-1].startswith(told), done.stderr

    def test_names_with_signs_of_addresses(self, run: Any, database: Path, tmp_path: Path) -> None:
        shutil.copy(database, tmp_path / "a?mode=rwc#%41 b.db")
        done = run("query", "a?mode=rwc#%41 b.db", "skips", "-f", "json")
        assert (done.returncode, len(json.loads(done.stdout))) == (0, 1)

    @pytest.mark.slow
    def test_an_endless_query_can_be_interrupted(self, database: Path) -> None:
        sql = "WITH RECURSIVE a(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM a) SELECT count(*) FROM a"
        command = [sys.executable, "-m", "minutesparse", "query", str(database), "--sql", sql]
        process = subprocess.Popen(command, stderr=subprocess.PIPE)
        time.sleep(1.5)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=20)[1] == b""
        assert process.returncode == 130


def test_match() -> None:
    assert match('fence "bus shelter" AND foo* it\'s b*r') == '"fence" "bus shelter" "AND" "foo"* "it\'s" "b*r"'
    assert match('an "unclosed phrase') == '"an" "unclosed" "phrase"'
    assert match("a\0b") == '"ab"'
    with pytest.raises(OptionError):
        match('"" - *')


@pytest.fixture
def datasette(database: Path) -> Iterator[str]:
    """The address of a Datasette that serves the database on this machine."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "datasette", "serve", str(database), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}/m"
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{address}.json", timeout=10).close()
                break
            except OSError:
                assert process.poll() is None
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.mark.slow
def test_opens_in_datasette(datasette: str, database: Path) -> None:
    def fetch(path: str, **arguments: str) -> Any:
        query = urllib.parse.urlencode({"_shape": "array", **arguments})
        with urllib.request.urlopen(f"{datasette}/{path}.json?{query}", timeout=20) as answer:
            return json.load(answer)

    with urllib.request.urlopen(f"{datasette}.json", timeout=20) as answer:
        listed = json.load(answer)
    tables = {table["name"]: table for table in listed["tables"]}
    assert tables["resolutions"]["fts_table"] == "resolutions_fts"
    assert {view if isinstance(view, str) else view["name"] for view in listed["views"]} >= {"decisions", "involved"}
    assert {row["council"] for row in fetch("meetings")} == {"Eastmere Parish Council", "Westmoor Town Council"}
    assert [row["person"] for row in fetch("decisions_by_person", part="moved")] == ["Ben Oakes"]
    assert [row["line"] for row in fetch("resolutions", _search="hedges")] == [15]
    (row,) = fetch("resolutions", _search="hedges", _labels="on")
    with urllib.request.urlopen(f"{datasette}/resolutions/{row['key']}", timeout=20) as answer:
        assert b"hedge" in answer.read()
    connection = sqlite3.connect(database)
    assert connection.execute("SELECT count(*) FROM movers").fetchone()[0] == 2
    connection.close()


def test_write_tables_is_what_the_command_does(run: Any, document: Node, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(document))
    assert run("tables", "a.json", "-o", "one", "--to", "csv").returncode == 0
    write_tables([("other name", document)], "csv", tmp_path / "two")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
