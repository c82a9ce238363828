"""A test for each threat that SECURITY.md names.

`tests/guards.py` takes each guard out and demands that the test named beside it fails.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutesparse import cli, corrections, validation
from minutesparse.batch import pool
from minutesparse.batch.folder import Folder
from minutesparse.batch.inputs import Wanted, inputs
from minutesparse.batch.manifest import Record, line_of
from minutesparse.checks import run as checking
from minutesparse.checks.files import listed
from minutesparse.checks.finding import Finding
from minutesparse.checks.house_style_file import read_house_style
from minutesparse.checks.rules.items import number_form
from minutesparse.errors import OptionError
from minutesparse.reports import FORMS, Outcome, renderer
from minutesparse.reports.patch import patch
from minutesparse.source import from_text
from minutesparse.writers.yaml import yaml_text

# What a terminal obeys (C0 and C1 controls, DEL) and what reorders a line; line ends and tabs are left out.
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

HOSTILE = """\
Oxbow \x1b[31mParish\x1b[0m Council

Minutes of the meeting held on Tuesday 5 March 2024 at 7.30 pm in the \x1b]0;owned\x07 Hall

Present: Cllr \x9b31mAda Pell (Chair), Cllr Tom Reed

1. \x1b]8;;https://example.org\x1b\\Fences\x1b]8;;\x1b\\ and \u202egates
The clerk\u2066 reported TBC.

RESOLVED: That the [red]gate[/red] and \u202afence\u202c be \x1b[2Jrepaired.

Action: Clerk to \x7forder \x85the work by 29 March 2024.
"""


class Result:
    """What a command line gave when it was run in this process."""

    def __init__(self, status: int, out: bytes, err: bytes) -> None:
        self.status = status
        self.out = out.decode()
        self.err = err.decode()


class _Stream(io.TextIOWrapper):
    def __init__(self, data: bytes = b"", terminal: bool = False) -> None:
        self.bytes = io.BytesIO(data)
        super().__init__(self.bytes, encoding="utf-8")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "dumb")  # so that nothing is coloured
    return tmp_path


@pytest.fixture
def call(here: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs a command line in this process."""

    def call(*arguments: str, stdin: bytes = b"", terminal: bool = False) -> Result:
        out, err = _Stream(terminal=terminal), _Stream(terminal=terminal)
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", _Stream(stdin))
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", err)
            status = cli.main(arguments)
            out.flush()
            err.flush()
        return Result(status, out.bytes.getvalue(), err.bytes.getvalue())

    return call


@pytest.fixture
def minutes(here: Path) -> Path:
    """Minutes that are out to do harm."""
    path = here / "minutes.txt"
    path.write_text(HOSTILE, encoding="utf-8", newline="")
    return path


@pytest.fixture
def database(call: Any, minutes: Path) -> str:
    """Their tables."""
    assert call("extract", "minutes.txt", "-o", "minutes.json").status == 0
    assert call("tables", "minutes.json", "-o", "minutes.db", "--to", "sqlite").status == 0
    return "minutes.db"


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


class TestModules:
    """Worker processes must not load code from the folder that they are started in."""

    def test_batch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
        seen = []

        class Process:
            def __init__(self, **options: Any) -> None:
                pass

            def start(self) -> None:
                seen.append(os.environ.get("PYTHONSAFEPATH"))

        monkeypatch.setattr(pool.CONTEXT, "Process", Process)
        pool.Pool(1, None, {})  # type: ignore[arg-type]
        assert seen == ["1"]
        assert "PYTHONSAFEPATH" not in os.environ

    def test_check(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PYTHONSAFEPATH", "")
        seen = []

        class Executor:
            def __init__(self, count: int, **options: Any) -> None:
                pass

            def __enter__(self) -> Executor:
                return self

            def __exit__(self, *error: object) -> None:
                pass

            def map(self, *arguments: Any, **options: Any) -> list[Any]:
                seen.append(os.environ.get("PYTHONSAFEPATH"))
                return []

        monkeypatch.setattr(checking, "ProcessPoolExecutor", Executor)
        monkeypatch.setattr(checking, "processes", lambda jobs, files: 2)
        assert list(checking.check_files([], 2)) == []
        assert seen == ["1"]
        assert os.environ["PYTHONSAFEPATH"] == ""

    @pytest.mark.slow
    @pytest.mark.parametrize("module", ["multiprocessing", "signal", "re"])
    def test_a_folder_with_a_module_of_its_own(self, run: Any, tmp_path: Path, module: str) -> None:
        (tmp_path / f"{module}.py").write_text("open('owned', 'w').close()\n", encoding="utf-8")
        (tmp_path / "a.txt").write_text("Oxbow Parish Council\n", encoding="utf-8")
        command = Path(sys.executable).with_name("minutesparse")
        import subprocess

        done = subprocess.run([command, "batch", "a.txt", "-o", "out", "-j", "1"], cwd=tmp_path, capture_output=True)
        assert done.returncode == 0, done.stderr
        assert not (tmp_path / "owned").exists()
        assert json.loads((tmp_path / "out" / "a.txt.json").read_bytes())["schema_version"] == "1.0"


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
            "[" * 1500,
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


class TestPlaces:
    """Nothing is read that lies outside of a folder given, and nothing written outside of the output."""

    @pytest.fixture
    def outside(self, here: Path) -> Path:
        """A file that must neither be read nor changed, and a folder ``in`` that leads to it."""
        secret = here / "secret.txt"
        secret.write_text("Oxbow Parish Council\n\n1. Secret words  \n", encoding="utf-8", newline="")
        (here / "in" / "sub").mkdir(parents=True)
        (here / "in" / "fine.txt").write_text("Oxbow Parish Council\n\n1. Fences\n\nNone.\n", encoding="utf-8")
        (here / "in" / "june.txt").symlink_to("../secret.txt")
        (here / "in" / "sub" / "same.txt").symlink_to("../fine.txt")
        return secret

    def test_a_batch_follows_no_link_out(self, outside: Path) -> None:
        found = {one.name: one.refused for one in inputs(["in"], Wanted(), 10**6)}
        assert found == {"fine.txt": None, "june.txt": "a link that leads out of the folder", "sub/same.txt": None}

    def test_check_follows_no_link_out(self, call: Any, outside: Path) -> None:
        before = outside.read_bytes()
        said = call("check", "--fix", "in")
        assert "MP000 unreadable: a link that leads out of the folder" in said.out
        assert "Secret" not in said.out
        assert outside.read_bytes() == before

    def test_house_style_follows_no_link_out(self, call: Any, outside: Path) -> None:
        said = call("house-style", "infer", "in")
        assert said.status == 1
        assert "leads out" in said.err

    def test_tables_follow_no_link_out(self, call: Any, outside: Path) -> None:
        call("extract", "in/fine.txt", "-o", "fine.json")
        (outside.parent / "in" / "fine.json").symlink_to("../fine.json")
        said = call("tables", "in", "-o", "t", "--to", "csv")
        assert said.status == 1
        assert "leads out" in said.err

    def test_what_is_no_file_is_not_opened(self, call: Any, here: Path) -> None:
        (here / "in").mkdir()
        os.mkfifo(here / "in" / "a.txt")
        os.mkfifo(here / "in" / "b.json")
        (one,) = inputs(["in"], Wanted(), 10**6)
        assert one.refused == "not a file but a pipe or device"
        assert "pipe or device" in call("check", "in").out
        assert "pipe or device" in call("tables", "in", "-o", "t", "--to", "csv").err

    @pytest.mark.parametrize("command", ["extract", "clean"])
    def test_an_output_folder_follows_no_link_out(self, call: Any, minutes: Path, command: str) -> None:
        (minutes.parent / "out").mkdir()
        other = minutes.parent / "other"
        other.write_text("mine", encoding="utf-8")
        for name in ("minutes.txt", "minutes.json"):
            (minutes.parent / "out" / name).symlink_to("../other")
        said = call(command, "--output-dir", "out", "minutes.txt")
        assert said.status == 1
        assert "leads out of the folder" in said.err
        assert other.read_text(encoding="utf-8") == "mine"

    def test_a_batch_writes_through_no_link(self, here: Path) -> None:
        (here / "other").mkdir()
        (here / "out").mkdir()
        (here / "out" / "sub").symlink_to("../other")
        with pytest.raises(OSError, match="leads out"):
            Folder("out").write("sub/a.txt.json", b"{}")
        assert list((here / "other").iterdir()) == []

    @pytest.mark.parametrize("name", ["manifest.jsonl", "lock", ""])
    def test_a_manifest_is_no_link(self, here: Path, name: str) -> None:
        state = here / "out" / ".minutesparse"
        (state if name else state.parent).mkdir(parents=True)
        (here / "profile").mkdir() if not name else (here / "profile").write_text("", encoding="utf-8")
        (state / name).symlink_to(here / "profile")
        with pytest.raises(OptionError, match="leads out"), Folder("out").held():
            pass

    def test_the_names_in_a_manifest_are_not_believed(self, call: Any, here: Path) -> None:
        (here / "far" / "evil").mkdir(parents=True)
        (here / "far" / "evil" / "x.json").write_bytes(b"{}")
        (here / "far" / "out" / ".minutesparse").mkdir(parents=True)
        (here / "into" / "deep").mkdir(parents=True)
        record = Record("../evil/x", "done", "0", "0", "0", (hashlib.sha256(b"{}").hexdigest(),), 1, 0.1)
        (here / "far" / "out" / ".minutesparse" / "manifest.jsonl").write_bytes(line_of(record))
        said = call("merge", "far/out", "-o", "into/deep")
        assert said.status == 2
        assert "leads out of the folder" in said.err
        assert not (here / "into" / "evil").exists()

    @pytest.mark.parametrize("name", ["../x.txt", "/x.txt", "a/../../x.txt", "sub/x.txt"])
    def test_outputs_are_named_below_their_folder(self, name: str) -> None:
        (one,) = inputs([name], Wanted(), 10**6)
        assert not one.name.startswith(("/", "..")), "its output is put below the output folder"

    def test_gitignore_costs_no_seconds(self, call: Any, here: Path) -> None:
        (here / ".git").mkdir()
        (here / ".gitignore").write_text(f"{'*a' * 12}*b\n{'**/a/' * 12}b\nhidden*\n", encoding="utf-8")
        (here / f"{'a' * 200}.txt").write_text("", encoding="utf-8")
        (here / "hidden.txt").write_text("", encoding="utf-8")
        assert [Path(path).name[0] for path in listed(["."])] == ["a"]
