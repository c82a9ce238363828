"""What is printed and written of minutes that are out to do harm. The threats are those of SECURITY.md.

`tests/guards.py` takes each guard out and demands that a test here fails.
"""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from tests.hostile import HOSTILE

from minutesparse.checks.finding import Finding
from minutesparse.reports import FORMS, Outcome, renderer
from minutesparse.reports.patch import patch
from minutesparse.tables.csv_files import cell, text_of
from minutesparse.writers.yaml import yaml_text

# What a terminal obeys (C0 and C1 controls, DEL) and what reorders a line; line ends and tabs are left out.
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class TestTerminal:
    """What minutes hold must not reach the terminal as something that it obeys."""

    @pytest.mark.parametrize(
        "command",
        [
            "show",
            "explain",
            "explain -f json",
            "clean",
            "clean --diff",
            "check --diff",
            "check --fix",
            "extract",
            "extract --compact",
            "extract -f yaml",
            "extract --strict --select meeting",
            "house-style infer",
            *(f"check --output-format {form}" for form in FORMS),
        ],
    )
    def test_minutes(self, call: Any, minutes: Path, command: str) -> None:
        shown = call(*command.split(), "minutes.txt", terminal=True)
        assert len(shown.out) > 20
        assert not OBEYED.search(shown.out + shown.err)

    def test_the_fixed_text_of_standard_input(self, call: Any) -> None:
        shown = call("check", "--fix", "-", stdin=HOSTILE.encode(), terminal=True)
        assert "Oxbow" in shown.out
        assert not OBEYED.search(shown.out)

    @pytest.mark.parametrize("form", ["table", "json", "csv"])
    @pytest.mark.parametrize(
        "asked", [("fence",), ("--sql", "SELECT full_text FROM resolutions"), ("--sql", "SELECT * FROM items")]
    )
    def test_query(self, call: Any, database: str, form: str, asked: tuple[str, ...]) -> None:
        shown = call("query", database, *asked, "-f", form, terminal=True)
        assert shown.status == 0, shown.err
        assert len(shown.out) > 20
        assert not OBEYED.search(shown.out.replace("\r\n", "\n"))

    def test_programs_get_what_stands_there(self, call: Any, minutes: Path) -> None:
        assert call("clean", "minutes.txt").out.count("\x1b") == HOSTILE.count("\x1b")

    def test_markup_of_rich_is_text(self, call: Any, minutes: Path) -> None:
        shown = call("show", "minutes.txt", terminal=True).out
        assert "[red]gate[/red]" in shown

    def test_yaml_is_the_same_value_without_controls(self) -> None:
        value = {"a": "\u202eb \x85c \x9bd" + " word" * 40, "k\u2066": ["\x7f", "plain"]}
        text = yaml_text(value)
        assert not OBEYED.search(text)
        assert yaml.safe_load(text) == value

    @pytest.mark.parametrize(
        "arguments",
        [
            ("schema", "Item", "\x1b[31mx"),
            ("extract", "\x1b[31mno\u202esuch"),
            ("extract", "--\x1b[31m"),
            ("validate", "\x1b]0;x\x07"),
            ("query", "\x9b31m", "x"),
            ("check", "--config", "\x1b[2J"),
            ("tables", "\x1b[2J", "-o", "x", "--to", "csv"),
            ("merge", "\x1b[2J", "-o", "x"),
            ("batch", "--files-from", "\x1b[2J", "-o", "x"),
            ("extract", "minutes.txt", "-o", "\x1b[2J/x"),
            ("extract", "minutes.txt", "--select", "\x1b[2J"),
        ],
    )
    def test_messages(self, call: Any, minutes: Path, arguments: tuple[str, ...]) -> None:
        said = call(*arguments, terminal=True)
        assert said.status in (1, 2)
        assert said.err
        assert not OBEYED.search(said.out + said.err)

    def test_the_file_of_a_configuration(self, call: Any, here: Path) -> None:
        folder = here / "\x1b[2J\nselect = []"
        folder.mkdir()
        (folder / "minutesparse.toml").write_text(
            '[check.per-file-ignores]\n"\\u202e\\u009b" = ["MP1"]\n[house-style]\ndecision-lead = "\\u009b\\u007f"\n',
            encoding="utf-8",
        )
        shown = call("config", "show", str(folder), terminal=True)
        assert not OBEYED.search(shown.out)
        assert shown.out.splitlines()[0].endswith("minutesparse.toml")
        import tomllib

        read = tomllib.loads(shown.out)
        assert read["house-style"]["decision-lead"] == "\x9b\x7f"
        assert read["check"]["per-file-ignores"] == {"\u202e\x9b": ["MP1"]}


FORGED = "a.txt\nminutes.txt:1:1: MP000 forged"
"""A name that would make a line of its own in a report."""


class TestForgedLines:
    """A file's name, or words of the minutes, must not add lines to what programs and people read line by line."""

    @pytest.mark.parametrize("form", ["full", "concise", "grouped", "github"])
    def test_reports(self, form: str) -> None:
        words = "a word\n::error file=x::forged\nMP000 forged"
        finding = Finding(FORGED, "MP902", "warning", words, 0, 1, 1, 1, 1, 2, "1", "a\n", "f00d")
        text = renderer(form)(Outcome([FORGED], [finding]))
        assert not re.search(r"^(?:\S+:1:1: )?(?:MP000|::error|minutes)", text, re.MULTILINE)

    def test_messages(self, call: Any, here: Path) -> None:
        (here / FORGED).write_text("{}", encoding="utf-8")
        for arguments in (["extract", f"{FORGED}x"], ["validate", FORGED], ["extract", "--strict", FORGED]):
            said = call(*arguments)
            assert not re.search(r"^minutes\.txt", said.out + said.err, re.MULTILINE)

    def test_a_patch_is_of_its_own_file(self) -> None:
        name = "a\n--- a/.ci/run\n+++ b/.ci/run\n@@ -1 +1 @@\n-x\n+y"
        text = patch(name, "one\n", "two\n")
        assert [line for line in text.split("\n") if line.startswith("---")] == [
            '--- "a/a\\012--- a/.ci/run\\012+++ b/.ci/run\\012@@ -1 +1 @@\\012-x\\012+y"'
        ]

    def test_a_patch_with_a_quoted_name_is_taken_by_git(self, here: Path) -> None:
        import subprocess

        name = 'ju"ne\\ 1\t.txt'
        (here / name).write_text("one\n", encoding="utf-8", newline="")
        text = patch(name, "one\n", "two\n")
        subprocess.run(["git", "apply", "-"], input=text, text=True, cwd=here, check=True)
        assert (here / name).read_text(encoding="utf-8") == "two\n"


class TestReports:
    """What a service reads from a report must not be an instruction, or a link, that the minutes wrote."""

    def test_a_job_of_github_takes_no_command(self, call: Any, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        text = (
            "Oxbow Parish Council\n\nMinutes of the meeting held on Tuesday 3 June 2024\n\n1. ##[add-mask]the TBC  \n"
        )
        (here / "::stop-commands::x.txt").write_text(text, encoding="utf-8")
        for form in ("full", "concise", "grouped"):
            shown = call("check", "--output-format", form, ".").out
            assert "stop-commands" in shown
            assert not re.search(r"^\s*::|##\[", shown, re.MULTILINE)
        assert "##[" not in call("extract", "##[add-mask]the").err

    def test_an_annotation_is_one_command(self) -> None:
        words = "a\n::add-mask::the\r::error::x ##[add-mask]the"
        finding = Finding("a,file=b%0A::x.txt", "MP902", "warning", words, 0, 1, 1, 1, 1, 2, "1", "a", "f00d")
        first, _ = renderer("github")(Outcome(["a"], [finding])).split("\n")
        assert first.startswith("::warning file=a%2Cfile=b%250A%3A%3Ax.txt,line=1,")
        assert first.endswith("::a%0A::add-mask::the%0D::error::x ##[add-mask]the")

    def test_code_scanning_shows_no_link(self) -> None:
        words = "what is [here](https://example.org)"
        finding = Finding("a.txt", "MP902", "warning", words, 0, 1, 1, 1, 1, 2, "1", "a", "f00d")
        assert (
            "]("
            not in json.loads(renderer("sarif")(Outcome(["a"], [finding])))["runs"][0]["results"][0]["message"]["text"]
        )

    def test_junit_is_xml_whatever_is_found(self) -> None:
        words = "]]><!DOCTYPE x [<!ENTITY y 'z'>]>&y; \x00\x1b\ufffe\ud800"
        finding = Finding('"><x a="', "MP902", "warning", words, 0, 1, 1, 1, 1, 2, "1", words, "f00d")
        root = ElementTree.fromstring(renderer("junit")(Outcome(['"><x a="'], [finding])))
        assert [node.tag for node in root.iter()] == ["testsuites", "testsuite", "testcase", "failure"]


class TestSpreadsheets:
    """No cell of CSV is a formula."""

    FORMULAS = ("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x", "'=1")

    @pytest.mark.parametrize("text", FORMULAS)
    def test_cell(self, text: str) -> None:
        assert cell(text) == f"'{text}"
        assert text_of(f"'{text}") == text

    def test_tables_and_query(self, call: Any, here: Path) -> None:
        (here / "a.txt").write_text(
            "Oxbow Parish Council\n\nMinutes of the meeting held on Tuesday 5 March 2024\n\n1. Fences\n\n"
            "=HYPERLINK(A1) was shown.\n\nRESOLVED: =cmd|' /C x'!A0\n\nAction: @SUM(A1) to be paid.\n",
            encoding="utf-8",
        )
        call("extract", "a.txt", "-o", "a.json")
        assert call("tables", "a.json", "-o", "t", "--to", "csv").status == 0
        assert call("tables", "a.json", "-o", "t.db", "--to", "sqlite").status == 0
        texts = [path.read_text(encoding="utf-8") for path in (here / "t").glob("*.csv")]
        texts.append(call("query", "t.db", "--sql", "SELECT text AS '=1' FROM items", "-f", "csv").out)
        cells = [one for text in texts for row in csv.reader(io.StringIO(text, newline="")) for one in row]
        assert sum(one.startswith("'") for one in cells) >= 2
        assert not [one for one in cells if one.startswith(("=", "+", "@"))]


class TestYaml:
    """Text of minutes in YAML is text for any loader."""

    TEXTS = (
        "!!python/object/apply:os.mkdir [owned]", "&a x", "*a", "<<: x", "- x", "a: b", "--- x", "%TAG ! x", "| x",
        "no", "1e3", "0x1f", "2024-01-01", "12:30:45", "~", "", " # x", "\u2028--- !!x y", "a\n--- !!python/name:os x\n",
    )  # fmt: skip

    @pytest.mark.parametrize("text", TEXTS)
    def test_values_and_keys(self, here: Path, text: str) -> None:
        written = yaml_text({"text": text, "list": [text, {text: text}]})
        for load in (yaml.safe_load, yaml.unsafe_load):
            assert load(written) == {"text": text, "list": [text, {text: text}]}
        assert not (here / "owned").exists()
