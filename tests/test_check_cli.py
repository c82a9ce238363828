"""``check``, ``rule``, ``config`` and ``house-style`` as a user and a CI job meet them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests import rule_pages
from tests.command import Result, run

from minutesparse.checks.registry import RULES
from minutesparse.checks.rule import Rule
from minutesparse.cli.check import FORMS as OFFERED
from minutesparse.reports import FORMS

FAULTY = """\
Oxbow Parish Council
Minutes of the meeting held on Tuesday 3 June 2024 at 7.30pm in the Village Hall

Present: Cllr Ann Holt (Chair), Cllr Raj Dean, Cllr Tom Ware

1. Fences
Cllr Dean reported that the fence was broken.\x20\x20
RESOLVED: That the fence be mended.
Proposed by Cllr Dean, seconded by Cllr Ware.

Signed: Ann Holt, Chair, 1 July 2024
"""
SOUND = FAULTY.replace("Tuesday", "Monday").replace("broken.  ", "broken.")


class Folder:
    """An empty working folder, and commands run in it by this process."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path = path
        self.monkeypatch = monkeypatch

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def run(self, *arguments: str, stdin: bytes = b"") -> Result:
        return run(self.monkeypatch, arguments, stdin)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path, monkeypatch)


def test_findings_are_sorted_and_fail(here: Folder) -> None:
    here.write("b.txt", FAULTY)
    here.write("a/a.txt", FAULTY)
    here.write("sound.txt", SOUND)
    result = here.run("check", "--output-format", "concise")
    assert result.status == 1
    assert result.out == (
        "a/a.txt:2:32: MP103 Tuesday 3 June 2024 was a Monday\n"
        "a/a.txt:7:46: MP808 [*] white space at the line's end\n"
        "b.txt:2:32: MP103 Tuesday 3 June 2024 was a Monday\n"
        "b.txt:7:46: MP808 [*] white space at the line's end\n"
        "Found 4 findings in 2 of 3 files. 2 fixable with --fix.\n"
    )


def test_no_findings(here: Folder) -> None:
    here.write("sound.txt", SOUND)
    result = here.run("check", ".")
    assert (result.status, result.out) == (0, "No findings in 1 file.\n")
    assert here.run("check", "--output-format", "jsonl").out == ""


def test_exit_zero(here: Folder) -> None:
    here.write("a.txt", FAULTY)
    assert here.run("check", "--exit-zero").status == 0


@pytest.mark.parametrize(("name", "data"), [("scan.txt", b"%PDF-1.7"), ("missing.txt", None)])
def test_a_file_that_cannot_be_read_is_a_finding(here: Folder, name: str, data: bytes | None) -> None:
    if data is not None:
        here.write(name, data)
    here.write("sound.txt", SOUND)
    result = here.run("check", name, "sound.txt", "--output-format", "json")
    assert (result.status, result.codes) == (1, ["MP000"])
    assert here.run("check", name, "--fix").status == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--select", "MP999"),
        ("--config", "none.toml"),
        ("--config", "a.toml", "--isolated"),
        ("--fix", "--diff"),
        ("--baseline", "a", "--write-baseline", "b"),
        ("--baseline", "none.json"),
        ("--stdin-filename", "a.txt"),
        ("--output-format", "xml"),
        ("--jobs", "-1"),
    ],
)
def test_wrong_usage(here: Folder, arguments: tuple[str, ...]) -> None:
    here.write("a.txt", FAULTY)
    result = here.run("check", *arguments)
    assert (result.status, result.out) == (2, "")
    assert "Traceback" not in result.err
    assert result.err


def test_select_and_ignore(here: Folder) -> None:
    here.write("a.txt", FAULTY)

    def codes(*arguments: str) -> list[str]:
        return here.run("check", "--output-format", "json", *arguments).codes

    assert codes("--select", "MP1") == ["MP103"]
    assert codes("--ignore", "weekday-mismatch") == ["MP808"]
    assert codes("--select", "MP1,MP8", "--ignore", "MP103") == ["MP808"]
    assert codes("--select", "MP0", "--extend-select", "mp808") == ["MP808"]


def test_configuration_of_the_nearest_folder(here: Folder) -> None:
    here.write(
        "minutesparse.toml",
        '[check]\nignore = ["MP103"]\nexclude = ["old/*"]\n[check.per-file-ignores]\n"b.*" = ["MP8"]\n',
    )
    here.write("a.txt", FAULTY)
    here.write("b.txt", FAULTY)
    here.write("old/c.txt", FAULTY)
    here.write("other/pyproject.toml", '[tool.minutesparse.check]\nselect = ["MP103"]\n')
    here.write("other/d.txt", FAULTY)
    found = json.loads(here.run("check", "--output-format", "json").out)
    assert [(one["path"], one["code"]) for one in found] == [("a.txt", "MP808"), ("other/d.txt", "MP103")]
    assert here.run("check", "a.txt", "--isolated", "--output-format", "json").codes == ["MP103", "MP808"]
    assert here.run("check", "a.txt", "--config", "other/pyproject.toml", "--output-format", "json").codes == ["MP103"]
    assert here.run("check", "a.txt", "--select", "MP1", "--output-format", "json").codes == []


def test_a_mistake_in_the_configuration(here: Folder) -> None:
    here.write("minutesparse.toml", "[check]\nselct = []\n")
    here.write("a.txt", FAULTY)
    result = here.run("check")
    assert (result.status, result.out) == (2, "")
    assert "minutesparse.toml: check: no setting is called 'selct'. Did you mean 'select'?" in result.err
    assert result.err.count("\n") == 1


def test_fix_changes_what_is_safe_and_then_nothing(here: Folder) -> None:
    path = here.write("a.txt", FAULTY.replace("\n", "\r\n"))
    result = here.run("check", "--fix", "--output-format", "concise")
    assert result.status == 1
    assert "1 fixed." in result.out
    assert path.read_bytes() == FAULTY.replace("broken.  ", "broken.").replace("\n", "\r\n").encode()
    before = path.stat().st_mtime_ns
    assert "fixed" not in here.run("check", "--fix").out
    assert path.stat().st_mtime_ns == before


def test_fix_keeps_the_encoding(here: Folder) -> None:
    text = SOUND.replace("broken.", "broken: \u00a320 and caf\u00e9\u2019s.  ")
    path = here.write("a.txt", text.encode("cp1252"))
    here.run("check", "--fix")
    assert path.read_bytes() == text.replace("s.  ", "s.").encode("cp1252")


def test_diff_is_a_patch_for_git(here: Folder) -> None:
    path = here.write("minutes/a.txt", FAULTY)
    result = here.run("check", "--diff")
    assert result.status == 1
    assert path.read_text(encoding="utf-8") == FAULTY
    subprocess.run(["git", "init", "--quiet"], cwd=here.path, check=True)
    subprocess.run(["git", "apply", "-"], cwd=here.path, input=result.out.encode(), check=True)
    assert path.read_text(encoding="utf-8") == FAULTY.replace("broken.  ", "broken.")
    assert (here.run("check", "--diff").status, here.run("check", "--diff").out) == (0, "")


def test_standard_input(here: Folder) -> None:
    here.write("minutesparse.toml", '[check.per-file-ignores]\n"drafts/*" = ["MP103"]\n')
    result = here.run(
        "check", "-", "--stdin-filename", "drafts/a.txt", "--output-format", "concise", stdin=FAULTY.encode()
    )
    assert result.out.startswith("drafts/a.txt:7:46: MP808")
    assert here.run("check", "-", "--output-format", "json", stdin=FAULTY.encode()).codes == ["MP103", "MP808"]


def test_fix_of_standard_input_prints_the_text_alone(here: Folder) -> None:
    result = here.run("check", "-", "--fix", "--output-format", "concise", stdin=FAULTY.encode())
    assert (result.status, result.out) == (1, FAULTY.replace("broken.  ", "broken."))
    assert result.err.startswith("-:2:32: MP103")


def test_baseline(here: Folder) -> None:
    here.write("a.txt", FAULTY)
    assert here.run("check", "--write-baseline", "known.json").status == 0
    result = here.run("check", "--baseline", "known.json")
    assert (result.status, result.out) == (0, "No findings in 1 file. 2 known to the baseline.\n")
    here.write("minutesparse.toml", '[check]\nbaseline = "known.json"\n')
    here.write("a.txt", FAULTY.replace("1. Fences", "1. Fences "))
    assert here.run("check", "--output-format", "json").status == 1


def test_report_to_a_file(here: Folder) -> None:
    here.write("a.txt", FAULTY)
    result = here.run("check", "-o", "report.json", "--output-format", "json")
    assert (result.status, result.out) == (1, "")
    assert len(json.loads((here.path / "report.json").read_text(encoding="utf-8"))) == 2


def test_statistics(here: Folder) -> None:
    here.write("a.txt", FAULTY)
    here.write("b.txt", FAULTY.replace("Tuesday", "Monday"))
    lines = here.run("check", "--statistics").out.split("\n")
    assert lines[:2] == ["2  MP808  trailing-space", "1  MP103  weekday-mismatch"]


def test_processes_and_order_change_nothing(here: Folder) -> None:
    for number in range(40):
        here.write(f"{number:02}.txt", FAULTY if number % 3 else SOUND)
    files = sorted(path.name for path in here.path.iterdir())
    one = here.run("check", "--jobs", "1", "--output-format", "json", *files)
    two = here.run("check", "--jobs", "2", "--output-format", "json", *reversed(files))
    assert one.out == two.out
    assert len(one.codes) == 52


def test_forms_are_those_that_there_are() -> None:
    assert list(OFFERED) == list(FORMS)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule(here: Folder, rule: Rule) -> None:
    assert here.run("rule", rule.code).out.startswith(f"# {rule.code} {rule.name}\n")
    assert json.loads(here.run("rule", rule.name, "--output-format", "json").out)["code"] == rule.code


def test_all_rules(here: Folder) -> None:
    assert here.run("rule", "--all").out.count("\n## Why\n") == len(RULES)
    assert len(json.loads(here.run("rule", "--all", "--output-format", "json").out)) == len(RULES)
    assert here.run("rule").status == here.run("rule", "MP101", "--all").status == here.run("rule", "MP1").status == 2


def test_pages_are_made_from_the_rules() -> None:
    written = {path.name: path.read_text(encoding="utf-8") for path in rule_pages.FOLDER.iterdir()}
    assert written == rule_pages.pages(), "run 'make docs'"


def test_config_show_prints_what_can_be_read_again(here: Folder) -> None:
    text = '[check]\nignore = ["MP109"]\n[[check.ignores]]\ncode = "MP304"\nitem = "7"\n[house-style]\nseries = \'\\d\\d\'\n'
    here.write("minutesparse.toml", text + '[[house-style.members]]\nname = "Ann Holt"\naliases = ["A Holt"]\n')
    shown = here.run("config", "show").out
    assert shown.startswith("# ") and shown.partition("\n")[0].endswith("minutesparse.toml")
    here.write("minutesparse.toml", shown)
    assert here.run("config", "show").out == shown
    for part in ('ignore = ["MP109"]', 'item = "7"', "series = '\\d\\d'", 'aliases = ["A Holt"]'):
        assert part in shown


def test_config_show_without_configuration(here: Folder) -> None:
    result = here.run("config", "show")
    assert (result.status, result.err.count("\n")) == (0, 1)
    assert result.out.startswith('[check]\nselect = ["MP"]\n')


def minutes(day: str, number: int, **changes: Any) -> str:
    return SOUND.replace("3 June 2024", day).replace("Monday ", "").replace("1. Fences", f"24/{number:02} Fences")


def test_house_style_is_inferred_and_can_be_read(here: Folder) -> None:
    for number, day in enumerate(["3 June 2024", "1 July 2024", "5 August 2024"], 1):
        here.write(f"minutes/{number}.txt", minutes(day, number))
    result = here.run("house-style", "infer", "minutes", "-o", "minutesparse.toml")
    assert (result.status, result.out, result.err) == (0, "", "")
    written = (here.path / "minutesparse.toml").read_text(encoding="utf-8")
    for line in (
        "series = '\\d\\d/\\d\\d'  # 3 of 3 files",
        'decision-lead = "RESOLVED"  # 3 of 3 files',
        'spelling = "Cllr"  # 3 of 3 files',
        'parts = ["Fences"]  # each in at least 3 of 3 files',
        'name = "Ann Holt"  # in 3 of 3 files',
    ):
        assert line in written
    assert here.run("check", "minutes", "--output-format", "json").status == 0


def test_house_style_of_a_file_that_cannot_be_read(here: Folder) -> None:
    here.write("a.txt", SOUND)
    result = here.run("house-style", "infer", "missing.txt", "a.txt")
    assert (result.status, result.err.count("\n")) == (1, 1)
    assert "[house-style]" in result.out
