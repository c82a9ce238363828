"""Configurations, corrections, documents and databases that are out to do harm. The threats are those of SECURITY.md.

`tests/guards.py` takes each guard out and demands that a test here fails.
"""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from tests.pump import MOST_RATIO, ratio

from minutesparse import corrections, validation
from minutesparse.checks.house_style_file import read_house_style
from minutesparse.checks.rules.items import number_form
from minutesparse.errors import OptionError
from minutesparse.facts.meeting_head import EMAIL
from minutesparse.source import from_text


class TestConfiguration:
    """A configuration, or corrections, that come with the minutes: they may say little, and read nothing elsewhere."""

    @pytest.fixture
    def project(self, here: Path) -> Path:
        """A folder with minutes, below one with a file that is none of its business."""
        (here / "secret.toml").write_text('token = ["s3cret"]\n', encoding="utf-8")
        folder = here / "project"
        folder.mkdir()
        (folder / "link.toml").symlink_to("../secret.toml")
        os.mkfifo(folder / "pipe.toml")
        (folder / "a.txt").write_text("Oxbow Parish Council\n", encoding="utf-8")
        return folder

    @pytest.mark.parametrize(
        "stated",
        ["vocabulary = [NAME]", "[check]\nbaseline = NAME", "[house-style]\nmembers = NAME"],
        ids=["vocabulary", "baseline", "members"],
    )
    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("../secret.toml", "is outside of"),
            ("../not-there.toml", "is outside of"),
            ("/dev/zero", "is outside of"),
            ("link.toml", "is outside of"),
            ("pipe.toml", "not a file"),
        ],
    )
    def test_names_no_file_elsewhere(self, call: Any, project: Path, stated: str, name: str, reason: str) -> None:
        (project / "minutesparse.toml").write_text(stated.replace("NAME", f'"{name}"'), encoding="utf-8")
        said = call("check", "project")
        assert said.status == 2
        assert reason in said.err
        assert "token" not in said.err
        assert "s3cret" not in said.err
        if not stated.startswith("vocabulary"):  # the others are asked of check alone
            return
        assert call("extract", "project/a.txt").status == 2
        assert call("extract", "--isolated", "project/a.txt").status == 0

    def test_names_files_of_its_repository(self, call: Any, project: Path) -> None:
        (project.parent / ".git").mkdir()
        (project.parent / "words.toml").write_text('[people]\nmember_titles = ["Thane"]\n', encoding="utf-8")
        (project / "minutesparse.toml").write_text('vocabulary = ["../words.toml"]\n', encoding="utf-8")
        said = call("config", "show", "project")
        assert "Thane" in said.out, said.err

    @pytest.mark.parametrize(
        "text", [f"a = {'[' * 5000}", f"a = {'9' * 5000}", "a = 1\na = 2", "\ufffe", "a.b.c = {"], ids=range(5)
    )
    def test_hostile_toml_is_one_line(self, call: Any, project: Path, text: str) -> None:
        (project / "minutesparse.toml").write_text(text, encoding="utf-8")
        said = call("extract", "project/a.txt")
        assert said.status == 2
        assert said.err.count("\n") == 1

    @pytest.mark.parametrize(
        "pattern", [r"\p{L}{1000000000}", "(((a{50}){50}){50}){50}", "(" * 5000, "(" * 99 + ")" * 99 + "{11}{,99}"]
    )
    def test_no_pattern_takes_the_memory(self, pattern: str) -> None:
        with pytest.raises(OptionError):
            read_house_style({"series": pattern}, "house-style", Path())

    def test_no_pattern_takes_the_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(number_form, "SECONDS", 0.05)
        with pytest.raises(OptionError, match="takes too long"):
            number_form._fitting(r"(?:1|11)+!", [{"number": "1" * 60}])

    @pytest.mark.parametrize(
        "text",
        [
            f"- {{lines: {'9' * 5000}, role: text, text: x}}",
            "- {lines: 1, role: text, text: 2024-13-45}",
            "- {lines: 1, role: text, text: !!python/object/apply:os.mkdir [owned]}",
            "- &a {lines: 1, role: text, text: *a}",
            "[" * 400,
            "- \x00",
            "- {s3cret: x",
        ],
        ids=range(7),
    )
    def test_hostile_corrections_are_one_line(self, call: Any, project: Path, text: str) -> None:
        (project / "a.txt.corrections.yaml").write_text(text, encoding="utf-8")
        said = call("extract", "project/a.txt")
        assert said.status == 1
        assert said.err.count("\n") == 1
        assert "internal error" not in said.err
        assert "s3cret" not in said.err
        assert not (project.parent / "owned").exists()

    def test_aliases_do_not_multiply(self, here: Path) -> None:
        bomb = ["- &a0 [x]", *(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12))]
        (here / "c.yaml").write_text("\n".join([*bomb, "- {lines: 1, role: text, text: *a11}"]), encoding="utf-8")
        with pytest.raises(OptionError, match="correction 1: wants"):
            corrections.load("c.yaml")
        (here / "c.yaml").write_text(
            "- lines: 1\n  role: text\n  text:\n" + "\n".join(f"  {line}" for line in bomb), encoding="utf-8"
        )
        with pytest.raises(OptionError, match="single values"):
            corrections.load("c.yaml")


class TestDocuments:
    """Documents that come from elsewhere: `validate` and `tables` refuse what is out to do harm in a line."""

    @pytest.mark.parametrize(
        "change",
        [
            lambda node: node["items"][0]["span"].update(start=10**30, end=10**31),
            lambda node: node["items"][0].update(level=-(10**30)),
            lambda node: node["source"].update(encoding="\0"),
            lambda node: node["source"].update(encoding="undefined"),
            lambda node: node["source"].update(encoding="punycode"),
            lambda node: node["source"].update(encoding="zlib"),
        ],
        ids=range(6),
    )
    def test_values(self, call: Any, minutes: Path, change: Any) -> None:
        node = json.loads(call("extract", "minutes.txt").out)
        change(node)
        (minutes.parent / "m.json").write_text(json.dumps(node), encoding="utf-8")
        said = call("validate", "m.json", "--source", "minutes.txt")
        assert "internal error" not in said.err
        assert call("tables", "m.json", "-o", "m.db", "--to", "sqlite").err.count("\n") <= 1

    @pytest.mark.parametrize("depth", [150, 900, 100_000])
    @pytest.mark.parametrize("name", ["m.json", "m.yaml"])
    def test_depth(self, call: Any, here: Path, depth: int, name: str) -> None:
        depth = min(depth, 5_000) if name.endswith("yaml") else depth
        text = f'{{"schema_version": "1.0", "a": {"[" * depth}{"]" * depth}}}'
        (here / name).write_text(text, encoding="utf-8")
        for command in (["validate", name], ["tables", name, "-o", "t.db", "--to", "sqlite"]):
            said = call(*command)
            assert said.status == 1
            assert "internal error" not in said.err

    def test_aliases(self, call: Any, here: Path) -> None:
        bomb = ["a0: &a0 [x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12))]
        (here / "m.yaml").write_text("\n".join(['schema_version: "1.0"', *bomb]), encoding="utf-8")
        assert "has no aliases" in call("tables", "m.yaml", "-o", "t.db", "--to", "sqlite").err

    def test_tags(self, call: Any, here: Path) -> None:
        (here / "m.yaml").write_text("a: !!python/object/apply:os.mkdir [owned]", encoding="utf-8")
        assert "not YAML" in call("tables", "m.yaml", "-o", "t.db", "--to", "sqlite").err
        assert not (here / "owned").exists()

    def test_words_are_not_looked_for_again_and_again(self, document: dict[str, Any], monkeypatch: Any) -> None:
        text = "Westmoor " + "a-b " * 500
        whole = {"start": 0, "end": len(text) - 1, "line": 1, "end_line": 1}
        block = {"kind": "paragraph", "id": None, "label": None, "text": "zebra", "children": [], "span": whole}
        monkeypatch.setattr(validation, "FREE", 0)
        node = {**document, "items": [], "attendance": [], "front_matter": [block] * 1000}
        found = validation.check_against_source(node, from_text(text))
        (last,) = [one for one in found if "looked for" in one]
        assert last == found[-1]
        assert len(found) < 50


class TestDatabase:
    """A question changes nothing and opens nothing else, whatever it is, and whoever made the database."""

    @pytest.mark.parametrize(
        "sql",
        [
            "INSERT INTO items (key) VALUES ('x')",
            "UPDATE items SET title = 'x'",
            "DELETE FROM items",
            "DROP TABLE items",
            "CREATE TEMP TABLE x (y)",
            "ATTACH 'owned.db' AS x",
            "VACUUM INTO 'owned.db'",
            "PRAGMA journal_mode = WAL",
            "PRAGMA query_only = OFF",
            "PRAGMA writable_schema = ON",
            "SELECT load_extension('owned')",
            "SELECT writefile('owned.db', 'x')",
            "SELECT readfile('minutes.txt')",
            "SELECT fts3_tokenizer('simple', x'00')",
        ],
    )
    def test_statements(self, call: Any, database: str, here: Path, sql: str) -> None:
        before = {path.name: path.read_bytes() for path in here.iterdir()}
        said = call("query", database, "--sql", sql)
        assert said.status == 2
        assert said.err.count("\n") == 1
        assert {path.name: path.read_bytes() for path in here.iterdir()} == before

    def change(self, database: str, *statements: str) -> None:
        connection = sqlite3.connect(database, isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        connection.close()

    def test_views_call_no_function_of_ours(self, call: Any, database: str) -> None:
        self.change(
            database,
            "ALTER TABLE resolutions RENAME TO before",
            "CREATE VIEW resolutions AS SELECT * FROM before WHERE holds('x', 'x')",
        )
        said = call("query", database, "--kind", "resolution")
        assert said.status == 2
        assert "unsafe use of holds" in said.err

    def test_names_of_tables_are_names(self, call: Any, database: str) -> None:
        name = 'x" JOIN (SELECT randomblob(2000000000)) --'
        self.change(database, 'CREATE VIRTUAL TABLE "{}" USING fts5(y)'.format(name.replace('"', '""')))
        said = call("query", database, "--sql", "SELECT count(*) AS n FROM items", "-f", "json")
        assert said.status == 0, said.err

    def test_another_database_is_refused(self, call: Any, here: Path) -> None:
        sqlite3.connect("other.db").execute("CREATE TABLE items (x)").connection.close()
        assert "not a database that" in call("query", "other.db", "x").err


class TestTime:
    """No text takes more than linear time; `tests/test_pump.py` asks this of each pattern."""

    @pytest.mark.slow
    def test_a_word_without_end(self) -> None:
        assert ratio(EMAIL, "search", ("", "a", "")) <= MOST_RATIO
