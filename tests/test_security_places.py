"""Folders, archives and checkouts that are out to do harm: what is read, written and run. The threats are those of SECURITY.md.

`tests/guards.py` takes each guard out and demands that a test here fails.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutesparse.batch import cluster, pool
from minutesparse.batch.folder import Folder
from minutesparse.batch.inputs import Wanted, inputs
from minutesparse.batch.manifest import Record, line_of
from minutesparse.checks import run as checking
from minutesparse.checks.files import listed
from minutesparse.cli.output import replacing
from minutesparse.errors import OptionError
from minutesparse.writers import whole as whole_files


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

    def test_temporary_files_are_not_foreseen(self, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        assert whole_files.beside(here / "a") != whole_files.beside(here / "a")
        monkeypatch.setattr(os, "urandom", bytes)  # as if somebody knew
        (here / "other").write_text("mine", encoding="utf-8")
        for write in (whole_files.whole, replacing):
            whole_files.beside(here / "a").symlink_to("other")
            with pytest.raises(FileExistsError), write(here / "a") as stream:
                stream.write(b"owned")
            assert (here / "other").read_text(encoding="utf-8") == "mine"
            whole_files.beside(here / "a").unlink(missing_ok=True)

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


class TestJobs:
    """What is run in CI is run in a checkout that others wrote."""

    ROOT = Path(__file__).parent.parent

    def test_inputs_of_the_action_are_no_commands(self) -> None:
        action = yaml.safe_load((self.ROOT / "action.yml").read_text(encoding="utf-8"))
        for step in action["runs"]["steps"]:
            assert "${{" not in step.get("run", "")

    def test_no_module_of_the_checkout_is_run(self) -> None:
        for name in ("action.yml", "ci/gitlab.yml"):
            for command in re.findall(r"python3? .*", (self.ROOT / name).read_text(encoding="utf-8")):
                assert command.startswith("python -P "), name

    def test_names_of_files_are_no_options_of_a_hook(self, call: Any, here: Path) -> None:
        name = "--output=owned.txt"
        (here / name).write_text("Oxbow Parish Council\n", encoding="utf-8")
        for hook in yaml.safe_load((self.ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
            call(*hook["entry"].split()[1:], *hook["args"], name)
            assert not (here / "owned.txt").exists()

    def test_names_of_files_are_no_options_of_the_action(self) -> None:
        action = yaml.safe_load((self.ROOT / "action.yml").read_text(encoding="utf-8"))
        assert action["runs"]["steps"][-1]["run"].endswith("$ARGUMENTS -- $PATHS\n")


class TestCluster:
    """A Dask cluster runs what it is sent: the one of this machine must not take it from others."""

    def test_only_this_run_gives_work(self) -> None:
        class Package:
            LocalCluster = dict  # what it is made with

        made = cluster._local_cluster(Package, 1)
        assert made["host"] == "127.0.0.1"
        assert made["protocol"] == "tls://"
        assert made["security"] is True  # keys for this cluster alone
        assert made["dashboard_address"] == "127.0.0.1:0"  # with nothing to be seen there
        assert made["scheduler_kwargs"] == {"dashboard": False}
        assert cluster.QUIET["distributed.scheduler.http.routes"] == []
