"""The commands as a user meets them: what they print, where to, and how they end."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from tests.command import Result, run

import minutesparse
from minutesparse.__main__ import run as start
from minutesparse.cli import output, show
from minutesparse.cli.group import COMMANDS, commands
from minutesparse.model import Minutes

TEXT = "Westmoor Town Council\n\n1. Footpaths\n\nRESOLVED: That the café path be closed.\n"

HEAVY = ("pydantic", "pydantic_core", "rich", "yaml", "regex")
"""Packages that a command loads only if it uses them."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with one file of minutes."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "MINUTESPARSE_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def call(here: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command line in this process."""

    def call(*arguments: str, stdin: bytes = b"", terminal: bool = False) -> Result:
        return run(monkeypatch, arguments, stdin, terminal)

    return call


class TestHelp:
    def test_version(self, call: Any) -> None:
        assert call("--version").out == f"minutesparse {minutesparse.__version__}\n"

    @pytest.mark.parametrize("option", ["-h", "--help"])
    def test_lists_the_commands(self, call: Any, option: str) -> None:
        result = call(option)
        assert result.status == 0
        assert all(f"\n  {name} " in result.out for name in COMMANDS)

    @pytest.mark.parametrize("name", COMMANDS)
    def test_each_command_has_an_example(self, call: Any, name: str) -> None:
        for option in ("-h", "--help"):
            result = call(name, option)
            assert result.status == 0
            assert "Example" in result.out
            assert f"minutesparse {name}" in result.out.partition("Example")[2]

    @pytest.mark.parametrize(
        ("arguments", "expected"),
        [
            (["extrct"], "extract"),
            (["extract", "--pretyt", "a.txt"], "--pretty"),
            (["extract", "--layout", "documnet", "a.txt"], "Did you mean 'document'?"),
            (["extract", "--layout", "zzz", "a.txt"], "There are: "),
            (["extract", "--select", "items.resolution", "a.txt"], "Did you mean 'resolutions'?"),
            (["extract", "--encoding", "utf-99", "a.txt"], "no encoding is called 'utf-99'"),
            (["extract", "--meta", "council", "a.txt"], "'council' is not KEY=VALUE"),
            (["extract", "--meta", "=x", "a.txt"], "'=x' is not KEY=VALUE"),
            (["extract", "--meta", "a=1", "--meta", "a=2", "a.txt"], "'a' is given twice"),
            (["extract", "-f", "jsonl", "--pretty", "a.txt"], "--pretty does not go with JSON Lines"),
            (["extract", "-f", "yaml", "--compact", "a.txt"], "--pretty and --compact are for JSON"),
            (["extract", "-o", "x", "--output-dir", "y", "a.txt"], "exclude each other"),
            (["extract", "-o", "a.txt", "a.txt"], "'a.txt' is an input"),
            (["extract", "-", "-"], "only once"),
            (["extract"], "Missing argument"),
            (["schema", "Itme"], "Did you mean 'Item'?"),
            (["validate", "a.json", "b.json", "--source", "a.txt"], "--source goes with one document"),
            (["completion", "tcsh"], "tcsh"),
        ],
    )
    def test_wrong_usage(self, call: Any, arguments: list[str], expected: str) -> None:
        result = call(*arguments)
        assert result.status == 2
        assert expected in result.err
        assert result.out == ""


class TestExtract:
    def test_one_file_gives_one_document(self, call: Any) -> None:
        result = call("extract", "a.txt")
        assert result.status == 0
        assert result.err == ""
        assert result.out == minutesparse.parse_file("a.txt").to_json() + "\n"
        assert result.value["source"]["name"] == "a.txt"
        assert "café" in result.out

    def test_standard_input(self, call: Any) -> None:
        result = call("extract", "-", stdin=TEXT.encode())
        assert result.value["source"]["name"] == "-"
        assert result.value["source"]["characters"] == len(TEXT)

    def test_several_files_give_json_lines(self, call: Any, here: Path) -> None:
        (here / "b.txt").write_text("Other\n")
        for form in ((), ("-f", "jsonl"), ("-f", "json")):
            documents = [json.loads(line) for line in call("extract", *form, "a.txt", "b.txt").out.splitlines()]
            assert [document["source"]["name"] for document in documents] == ["a.txt", "b.txt"]

    def test_yaml(self, call: Any, here: Path) -> None:
        (here / "b.txt").write_text("Other\n")
        document = minutesparse.parse_file("a.txt").to_dict()
        assert yaml.safe_load(call("extract", "-f", "yaml", "a.txt").out) == document
        several = call("extract", "-f", "yaml", "a.txt", "b.txt").out
        assert [part["source"]["name"] for part in yaml.safe_load_all(several)] == ["a.txt", "b.txt"]
        assert next(iter(yaml.safe_load_all(several))) == document

    def test_pretty_and_compact(self, call: Any) -> None:
        assert call("extract", "--pretty", "a.txt").out.startswith('{\n  "schema_version": "1.0"')
        assert call("extract", "--compact", "a.txt", terminal=True).out.count("\n") == 1

    def test_pretty_and_coloured_on_a_terminal(self, call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        assert "\x1b[1;34m" in call("extract", "a.txt", terminal=True).out
        plain = call("extract", "--no-color", "a.txt", terminal=True).out
        assert "\x1b" not in plain
        assert plain.startswith('{\n  "schema_version"')
        monkeypatch.setenv("NO_COLOR", "1")
        assert call("extract", "a.txt", terminal=True).out == plain
        monkeypatch.delenv("NO_COLOR")
        monkeypatch.setenv("TERM", "dumb")
        assert call("extract", "a.txt", terminal=True).out == plain

    def test_a_terminal_gets_no_control_characters(self, call: Any) -> None:
        result = call("extract", "--no-color", "-", stdin="1. \x1b[2J\u009b31m Budget\n".encode(), terminal=True)
        assert "\x1b" not in result.out
        assert "\x9b" not in result.out
        json.loads(result.out)

    def test_metadata_encoding_layout_and_lines(self, call: Any) -> None:
        options = ["--meta", "url=https://a.example/?b=c", "--meta", "note=", "--encoding", "cp1252", "--lines"]
        value = call("extract", *options, "--layout", "moderngov-item", "-", stdin="Café\n".encode("cp1252")).value
        assert value["source"]["metadata"] == {"url": "https://a.example/?b=c", "note": ""}
        assert value["source"]["encoding"] == "windows-1252"
        assert value["layout"] == "moderngov-item"
        assert [entry["line"] for entry in value["lines"]] == [1]

    def test_projections(self, call: Any) -> None:
        whole = call("extract", "a.txt").value
        assert call("extract", "--select", "meeting", "a.txt").value == whole["meeting"]
        assert call("extract", "--select", "source.name", "a.txt", "a.txt").out == '"a.txt"\n"a.txt"\n'
        assert isinstance(call("extract", "--select", "items.resolutions", "a.txt").value, list)
        assert [entry["line"] for entry in call("extract", "--select", "lines", "a.txt").value] == [1, 3, 5]
        assert '"span"' not in call("extract", "--no-spans", "a.txt").out
        assert yaml.safe_load(call("extract", "-f", "yaml", "--select", "source.name", "a.txt").out) == "a.txt"

    def test_refused_files_leave_the_others_done(self, call: Any, here: Path) -> None:
        (here / "b.pdf").write_bytes(b"%PDF-1.7")
        (here / "folder").mkdir()
        result = call("extract", "b.pdf", "none.txt", "folder", "a.txt")
        assert result.status == 1
        assert len(result.out.splitlines()) == 1
        lines = result.err.splitlines()
        assert lines[0].startswith("minutesparse: b.pdf: not plain text but a PDF file; ")
        assert lines[1:] == [
            "minutesparse: none.txt: no such file or directory",
            "minutesparse: folder: is a directory",
        ]

    def test_messages_carry_no_control_characters(self, call: Any) -> None:
        assert call("extract", "\x1b[31mno\nfile").err == "minutesparse: \ufffd[31mno file: no such file or directory\n"

    def test_strict(self, call: Any, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        span = {"start": 23, "end": 35, "line": 3, "end_line": 3}
        entries = [
            {"code": "MP001", "severity": "info", "message": "a remark", "span": span},
            {"code": "MP002", "severity": "warning", "message": "odd \x1b number", "span": span},
            {"code": "MP003", "severity": "error", "message": "nothing there", "span": None},
        ]
        document = {**minutesparse.parse_file("a.txt").to_dict(), "diagnostics": entries}
        monkeypatch.setattr("minutesparse.cli.extract.read_document", lambda *_: document)
        result = call("extract", "--strict", "a.txt")
        assert result.status == 1
        assert result.err == "a.txt:3: MP002 odd \ufffd number\na.txt: MP003 nothing there\n"
        assert result.value["diagnostics"] == entries
        assert call("extract", "a.txt").status == 0
        document["diagnostics"] = entries[:1]
        assert call("extract", "--strict", "a.txt").status == 0

    def test_a_defect_is_one_line(self, call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        def fails(*_: object) -> None:
            raise IndexError("list index\nout of range")

        monkeypatch.setattr("minutesparse.stages.to_node", fails)
        result = call("extract", "a.txt")
        assert (result.status, result.out) == (1, "")
        assert result.err.startswith("minutesparse: a.txt: internal error, IndexError: list index out of range (")
        assert result.err.count("\n") == 1
        result = call("show", "a.txt")
        assert result.status == 1
        assert result.err.startswith("minutesparse: internal error, IndexError")
        monkeypatch.setenv("MINUTESPARSE_DEBUG", "1")
        assert "Traceback" in call("extract", "a.txt").err


class TestOutputFiles:
    def test_output(self, call: Any, here: Path) -> None:
        (here / "out.json").write_text("old")
        result = call("extract", "-o", "out.json", "a.txt")
        assert (result.status, result.out) == (0, "")
        assert (here / "out.json").read_text(encoding="utf-8") == minutesparse.parse_file("a.txt").to_json() + "\n"
        assert sorted(path.name for path in here.iterdir()) == ["a.txt", "out.json"]

    def test_output_of_several(self, call: Any, here: Path) -> None:
        assert call("extract", "-f", "yaml", "-o", "out.yaml", "a.txt", "a.txt").status == 0
        assert len(list(yaml.safe_load_all((here / "out.yaml").read_bytes()))) == 2

    def test_dash_is_standard_output(self, call: Any) -> None:
        assert call("extract", "-o", "-", "a.txt").value["source"]["name"] == "a.txt"

    def test_mode_follows_the_umask(self, call: Any, here: Path) -> None:
        old = os.umask(0o027)
        try:
            call("extract", "-o", "out.json", "a.txt")
        finally:
            os.umask(old)
        assert stat.S_IMODE((here / "out.json").stat().st_mode) == 0o640

    def test_nothing_is_replaced_where_all_is_refused(self, call: Any, here: Path) -> None:
        (here / "out.json").write_text("old")
        assert call("extract", "-o", "out.json", "none.txt").status == 1
        assert (here / "out.json").read_text() == "old"
        assert sorted(path.name for path in here.iterdir()) == ["a.txt", "out.json"]

    def test_failing_write_leaves_nothing_behind(self, call: Any, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(descriptor: int) -> None:
            raise OSError(28, "No space left on device")

        (here / "out.json").write_text("old")
        monkeypatch.setattr(output.os, "fsync", full)
        result = call("extract", "-o", "out.json", "a.txt")
        assert result.status == 1
        assert result.err == f"minutesparse: {(here / 'out.json').resolve()}: no space left on device\n"
        assert (here / "out.json").read_text() == "old"
        assert sorted(path.name for path in here.iterdir()) == ["a.txt", "out.json"]

    def test_no_such_folder(self, call: Any, here: Path) -> None:
        result = call("extract", "-o", "none/out.json", "a.txt")
        assert result.status == 1
        assert result.err.endswith("out.json: no such file or directory\n")

    def test_links_and_devices_are_kept(self, call: Any, here: Path) -> None:
        (here / "real.json").write_text("old")
        (here / "link.json").symlink_to("real.json")
        call("extract", "-o", "link.json", "a.txt")
        assert (here / "link.json").is_symlink()
        assert json.loads((here / "real.json").read_text(encoding="utf-8"))["source"]["name"] == "a.txt"
        assert call("extract", "-o", os.devnull, "a.txt").status == 0
        assert not Path(os.devnull).is_file()

    def test_folder(self, call: Any, here: Path) -> None:
        (here / "b.notes.txt").write_text("Other\n")
        assert call("extract", "--output-dir", "out/deep", "a.txt", "b.notes.txt", "-", stdin=b"x").status == 0
        written = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (here / "out/deep").iterdir()}
        assert {name: document["source"]["name"] for name, document in written.items()} == {
            "a.json": "a.txt",
            "b.notes.json": "b.notes.txt",
            "stdin.json": "-",
        }

    @pytest.mark.parametrize("other", ["sub/a.txt", "a.md", "A.text", "a.txt"])
    def test_two_inputs_of_one_name_are_refused(self, call: Any, here: Path, other: str) -> None:
        result = call("extract", "--output-dir", "out", "a.txt", other)
        assert result.status == 2
        assert "would both be written to" in result.err
        assert not (here / "out").exists()

    def test_an_input_is_not_overwritten(self, call: Any, here: Path) -> None:
        (here / "b.json").write_text("1. Budget\n")
        result = call("extract", "--output-dir", ".", "b.json")
        assert result.status == 2
        assert (here / "b.json").read_text() == "1. Budget\n"


class TestSplit:
    TEXT = "".join(
        f"Elmstow Parish Council\nMinutes of the meeting held on {day} 2023\nPresent: Cllr A Birch\n"
        "1. Pond\nResolved to clear it.\nThe meeting closed at 8 pm.\n"
        for day in ("3 May", "7 June")
    )

    @pytest.fixture(autouse=True)
    def book(self, here: Path) -> None:
        (here / "book.txt").write_text(self.TEXT)

    def test_the_first_alone_without_it(self, call: Any) -> None:
        result = call("extract", "book.txt", "--strict", "--select", "meeting.date")
        assert (result.status, result.value) == (1, "2023-05-03")
        assert (
            result.err == "book.txt:7: MP007 the file holds 2 meetings; this is the first, the others are lines 7-12\n"
        )

    def test_json_lines(self, call: Any, here: Path) -> None:
        result = call("extract", "--split", "--strict", "book.txt", "a.txt", "-o", "all.jsonl")
        assert (result.status, result.err) == (0, "")
        documents = [json.loads(line) for line in (here / "all.jsonl").read_text().splitlines()]
        assert [one["meeting"]["date"] for one in documents] == ["2023-05-03", "2023-06-07", None]
        assert "lines" not in documents[0]
        dates = call("extract", "--split", "-", "-f", "yaml", "--select", "meeting.date", stdin=self.TEXT.encode())
        assert dates.out == "---\n'2023-05-03'\n---\n'2023-06-07'\n"

    def test_numbered_files(self, call: Any, here: Path) -> None:
        assert call("extract", "--split", "--output-dir", "out", "book.txt", "a.txt").status == 0
        assert sorted(path.name for path in (here / "out").iterdir()) == ["a-1.json", "book-1.json", "book-2.json"]
        for name in ("out/book-1.json", "out/book-2.json"):
            assert call("validate", name, "--source", "book.txt").status == 0

    def test_an_input_is_not_overwritten(self, call: Any, here: Path) -> None:
        (here / "book-2.json").write_text("1. Budget\n")
        result = call("extract", "--split", "--output-dir", ".", "book.txt", "book-2.json")
        assert result.status == 2
        assert (here / "book-2.json").read_text() == "1. Budget\n"


class TestShow:
    def test_tells_what_is_there(self, call: Any, document: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
        document["meeting"].update(committee="Paths \x1b[31mPanel", date="2024-05-01", start_time="18:30", venue="Hall")
        document["public"] = {"count": 3, "text": "3 members of the public", "span": document["items"][0]["span"]}
        item = document["items"][0]
        item.update(exempt=True, items=[{**item, "id": "item-1-1", "number": None, "title": None, "resolutions": []}])
        clause = {"id": "clause-1", "label": "a", "text": "at once", "clauses": [], "span": item["span"]}
        vote = {
            "for_count": 5, "against_count": 1, "abstain_count": None, "unanimous": True, "counted_from": "printed",
            "method": None, "voters": [], "span": item["span"],
        }  # fmt: skip
        reference = {"name": "Ada Pell", "person": "person-1"}
        item["resolutions"][0].update(
            clauses=[{**clause, "clauses": [{**clause, "id": "clause-2", "label": None, "text": "or soon"}]}],
            vote=vote, moved_by=[reference], seconded_by=[{"name": "Tom Reed", "person": None}], result="carried",
        )  # fmt: skip
        lost = {**item["resolutions"][0], "id": "resolution-2", "result": "lost", "kind": "motion", "clauses": []}
        document["resolutions"] = [lost]
        document["diagnostics"] = [
            {"code": "MP002", "severity": "warning", "message": "odd number", "span": item["span"]},
            {"code": "MP003", "severity": "info", "message": "no date", "span": None},
        ]
        monkeypatch.setattr(show, "read_minutes", lambda *_: Minutes.model_validate(document))
        result = call("show", "a.txt")
        assert (result.status, result.err) == (0, "")
        assert "\x1b" not in result.out
        flat = " ".join(result.out.replace("│", " ").split())
        for words in (
            "Westmoor Town Council – Paths \ufffd[31mPanel",
            "2024-05-01, 18:30",
            "Hall",
            "Present Councillor Ada Pell chair",
            "Public 3 members of the public",
            "1 Footpaths [exempt]",
            "(untitled)",
            "✔ resolved That the footpath be closed.",
            "a at once",
            "• or soon",
            "moved Ada Pell; seconded Tom Reed; unanimous; 5 for, 1 against; carried",
            "→ Tom Reed to put up signs by 1 May 2024. (Tom Reed; due 1 May 2024)",
            "◆ declared: Reed (other, item 1)",
            "✘ motion That the footpath be closed.",
            "warning: line 5: odd number (MP002)",
            "info: no date (MP003)",
        ):
            assert words in flat, words

    def test_is_as_wide_as_the_terminal(self, call: Any, monkeypatch: pytest.MonkeyPatch) -> None:
        for width in (30, 60):
            monkeypatch.setenv("COLUMNS", str(width))
            lines = call("show", "a.txt").out.splitlines()
            assert max(map(len, lines)) <= width

    def test_colours_on_a_terminal(self, call: Any) -> None:
        assert "\x1b[1m" in call("show", "a.txt", terminal=True).out
        assert "\x1b[3" not in call("show", "--no-color", "a.txt", terminal=True).out

    def test_refused_files(self, call: Any) -> None:
        result = call("show", "none.txt", "a.txt")
        assert result.status == 1
        assert result.err == "minutesparse: none.txt: no such file or directory\n"
        assert "Westmoor" in result.out or "Minutes" in result.out

    def test_statuses_have_titles(self) -> None:
        assert list(show.STATUSES) == ["present", "in_attendance", "apologies", "absent"]


class TestSchema:
    def test_whole_and_part(self, call: Any) -> None:
        assert call("schema").value["$id"] == "urn:minutesparse:schema:1:minutes"
        assert call("schema", "Vote").value["$id"] == "urn:minutesparse:schema:1:vote"


class TestValidate:
    def test_sound(self, call: Any, here: Path) -> None:
        call("extract", "--lines", "-o", "a.json", "a.txt")
        assert call("validate", "a.json").out == "a.json: valid\n"
        result = call("validate", "a.json", "--source", "a.txt")
        assert (result.status, result.out) == (0, "a.json: valid\n")
        assert call("validate", "a.json", "--source", "-", stdin=TEXT.encode()).status == 0

    def test_json_lines(self, call: Any, here: Path) -> None:
        call("extract", "-o", "all.jsonl", "a.txt", "a.txt")
        assert call("validate", "all.jsonl").out == "all.jsonl:1: valid\nall.jsonl:2: valid\n"

    def test_wrong_source(self, call: Any, here: Path) -> None:
        call("extract", "-o", "a.json", "a.txt")
        (here / "b.txt").write_text("Other\n")
        result = call("validate", "a.json", "--source", "b.txt")
        assert result.status == 1
        assert result.out.startswith("a.json: source.sha256: ")

    def test_projections_and_other_files(self, call: Any, here: Path) -> None:
        call("extract", "--select", "items", "-o", "items.json", "a.txt")
        call("extract", "--no-spans", "-o", "bare.json", "a.txt")
        result = call("validate", "items.json", "bare.json", "a.txt", "none.json", "-", stdin=b'{"schema_version": 1}')
        assert result.status == 1
        lines = result.err.splitlines()
        assert lines[0].startswith("minutesparse: items.json: a projection, not a document")
        assert lines[1].startswith("minutesparse: bare.json: a projection, not a document")
        assert lines[2].startswith("minutesparse: a.txt: not JSON")
        assert lines[3] == "minutesparse: none.json: no such file or directory"
        assert "-: schema_version: input should be a valid string" in result.out

    def test_unreadable_source(self, call: Any, here: Path) -> None:
        call("extract", "-o", "a.json", "a.txt")
        result = call("validate", "a.json", "--source", "none.txt")
        assert result.status == 1
        assert result.err == "minutesparse: none.txt: no such file or directory\n"


class TestLayoutsAndCompletion:
    def test_layouts(self, call: Any) -> None:
        names = [line.split()[0] for line in call("layouts").out.splitlines()]
        assert {"document", "moderngov-item", "moderngov-meeting"} <= set(names)

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_scripts(self, call: Any, shell: str) -> None:
        result = call("completion", shell)
        assert result.status == 0
        assert "_MINUTESPARSE_COMPLETE" in result.out

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("minutesparse ext", "extract"),
            ("minutesparse extract --outp", "--output-dir"),
            ("minutesparse extract --layout mod", "moderngov-item"),
            ("minutesparse extract a", "file"),
        ],
    )
    def test_completes(self, run: Any, line: str, expected: str) -> None:
        words = {
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(line.split()) - 1),
            "_MINUTESPARSE_COMPLETE": "bash_complete",
        }
        assert expected in run(env=words).stdout


class TestMain:
    """Ends that click would handle otherwise."""

    @pytest.mark.parametrize(
        ("error", "status", "message"),
        [
            (KeyboardInterrupt(), 130, ""),
            (click.Abort(), 130, ""),
            (minutesparse.OptionError("no such layout"), 2, "minutesparse: no such layout\n"),
            (minutesparse.SourceError("a", "is odd"), 1, "minutesparse: a: is odd\n"),
            (OSError("unknown trouble"), 1, "minutesparse: internal error, OSError: unknown trouble"),
            (PermissionError(13, "Permission denied", "b.txt"), 1, "minutesparse: b.txt: permission denied\n"),
            (ValueError(), 1, "minutesparse: internal error, ValueError (a defect"),
        ],
    )
    def test_ends(
        self, call: Any, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, message: str
    ) -> None:
        def fails(*_: object, **__: object) -> None:
            raise error

        monkeypatch.setattr(commands, "invoke", fails)
        result = call("layouts")
        assert result.status == status
        assert result.err.lstrip("\n").startswith(message)


class TestProcess:
    """What only a process of its own can show."""

    @pytest.mark.slow
    def test_closed_pipe_ends_quietly(self, run: Any, tmp_path: Path) -> None:
        names = [f"{number}.txt" for number in range(50)]
        for name in names:
            (tmp_path / name).write_text(TEXT * 20)
        for arguments in (["extract", *names], ["extract", names[0]], ["schema"], ["--help"], ["show", names[0]]):
            read, write = os.pipe()
            os.close(read)
            result = run(*arguments, stdout=write, stderr=subprocess.PIPE)
            os.close(write)
            assert (result.returncode, result.stderr) == (0, ""), arguments

    def test_interrupt(self, tmp_path: Path) -> None:
        fifo = tmp_path / "pipe"
        os.mkfifo(fifo)
        process = subprocess.Popen(
            [sys.executable, "-m", "minutesparse", "extract", str(fifo)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path(minutesparse.__file__).parent.parent)},
        )
        while process.poll() is None:  # a plain open would wait for ever for a process that has ended
            try:
                writing = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
                break
            except OSError:  # nobody reads yet
                time.sleep(0.01)
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        try:
            out, err = process.communicate(timeout=20)
        finally:
            process.kill()  # does nothing to one that has ended
            os.close(writing)
        assert process.returncode == 130
        assert (out, err.strip()) == ("", "")

    def test_interrupt_while_modules_load(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Loading:
            def __getattr__(self, name: str) -> Any:
                raise KeyboardInterrupt

        monkeypatch.setitem(sys.modules, "minutesparse.cli", Loading())
        assert start() == 130

    def test_utf_8_whatever_the_locale(self, run: Any, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
        assert "café" in run("extract", "a.txt", env=plain).stdout
        assert run("show", "a.txt", env=plain).returncode == 0

    def test_file_names_that_are_no_utf_8(self, run: Any, tmp_path: Path) -> None:
        name = os.fsdecode(b"caf\xe9.txt")
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
        result = run("extract", name)
        assert result.returncode == 0
        assert json.loads(result.stdout)["source"]["name"] == "caf\ufffd.txt"

    @pytest.mark.parametrize(
        ("arguments", "absent"),
        [
            (["--help"], (*HEAVY, "minutesparse.stages", "minutesparse.source", "minutesparse.model")),
            (["--version"], (*HEAVY, "minutesparse.stages", "minutesparse.source", "minutesparse.model")),
            (["extract", "--help"], (*HEAVY, "minutesparse.stages", "minutesparse.source", "minutesparse.model")),
            (["layouts"], HEAVY),
            (["extract", "a.txt"], ("rich", "yaml", "regex", "minutesparse.model")),
        ],
    )
    def test_commands_load_what_they_use(self, tmp_path: Path, arguments: list[str], absent: tuple[str, ...]) -> None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        code = (
            "import sys; from minutesparse.cli import main; "
            f"status = main({arguments!r}); "
            "print(*sorted(sys.modules), file=sys.stderr); sys.exit(status)"
        )
        result = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(Path(minutesparse.__file__).parent.parent)},
        )
        assert result.returncode == 0, result.stderr
        assert not set(absent) & set(result.stderr.split())


class TestCorrections:
    TEXT = (
        "Weirdale Parish Council\n\n1. Bus shelter\n\nThe roof leaks.\n\nring the roofer\n\n2. Ponds\n\nAll are low.\n"
    )
    NOTE = "- {lines: 7, text: ring the, role: unplaced}\n"

    def test_beside_the_file(self, call: Any, here: Path) -> None:
        (here / "weir.txt").write_text(self.TEXT)
        assert "ring the roofer" in str(json.loads(call("extract", "weir.txt").out)["items"])
        (here / "weir.txt.corrections.yaml").write_text(self.NOTE)
        document = json.loads(call("extract", "weir.txt").out)
        assert "ring the roofer" not in str(document["items"])
        assert [block["text"] for block in document["unplaced"]] == ["ring the roofer"]
        assert "rule: correction (a reader has said so)" in call("explain", "weir.txt", "--line", "7").out
        assert minutesparse.parse_file("weir.txt").unplaced == []

    def test_show_applies_them(self, call: Any, here: Path) -> None:
        (here / "weir.txt").write_text(self.TEXT)
        (here / "put-right.yaml").write_text("- {lines: 7, text: ring, role: heading}\n")
        assert "ring the roofer" not in call("show", "weir.txt").out
        assert "ring the roofer" in call("show", "weir.txt", "--corrections", "put-right.yaml").out
        assert call("show", "weir.txt", "weir.txt", "--corrections", "put-right.yaml").status == 2

    def test_headings(self, call: Any, here: Path) -> None:
        (here / "weir.txt").write_text(self.TEXT)
        (here / "put-right.yaml").write_text(
            "- {lines: 7, text: ring, role: heading}\n- {lines: 9, text: 2. Ponds, role: text}\n"
        )
        result = call("extract", "weir.txt", "--corrections", "put-right.yaml")
        assert [item["title"] for item in json.loads(result.out)["items"]] == ["Bus shelter", "ring the roofer"]

    def test_that_no_longer_fit(self, call: Any, here: Path) -> None:
        (here / "weir.txt").write_text("x\n" + self.TEXT)
        (here / "weir.txt.corrections.yaml").write_text(self.NOTE)
        result = call("extract", "weir.txt")
        assert (result.status, result.out) == (1, "")
        assert "the text has changed since" in result.err

    def test_of_several_files(self, call: Any, here: Path) -> None:
        assert call("extract", "minutes.txt", "minutes.txt", "--corrections", "c.yaml").status == 2
