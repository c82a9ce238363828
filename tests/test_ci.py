"""What others run `check` with: hooks, the GitHub action, the GitLab job, and the walkthrough of docs/ci.md."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
FAULTY = "Oxbow Parish Council\nMinutes of the meeting held on Tuesday 3 June 2024\n\n1. Fences\nThere were none.\n"

# The installed command, and the tools beside it, first on the path.
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])


def run(command: list[str] | str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    shell = ["bash", "-e", "-c", command] if isinstance(command, str) else command
    environment = {**os.environ, "PATH": PATH, "GIT_CONFIG_GLOBAL": os.devnull, **environment}
    return subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")


@pytest.mark.parametrize(
    ("schema", "file"), [("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "ci/gitlab.yml")]
)
def test_files_are_valid_by_the_published_schema(schema: str, file: str) -> None:
    transform = ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *transform, file]
    checked = run(command, ROOT)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(("paths", "status"), [(".", 1), ("sound.txt no-such-$(touch injected)", 1), ("sound.txt", 0)])
def test_the_step_of_the_github_action(tmp_path: Path, paths: str, status: int) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "sound.txt").write_text(FAULTY.replace("Tuesday", "Monday"), encoding="utf-8")
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (step,) = [step for step in action["runs"]["steps"] if step.get("name") == "check"]
    assert step["env"] == {"PATHS": "${{ inputs.paths }}", "ARGUMENTS": "${{ inputs.arguments }}"}
    checked = run(step["run"], tmp_path, PATHS=paths, ARGUMENTS="--select MP103,MP000")
    assert checked.returncode == status, checked.stderr
    assert ("::warning file=a.txt,line=2," in checked.stdout) is (paths == ".")
    assert not (tmp_path / "injected").exists()


def test_the_job_of_gitlab(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    template = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
    command = template["minutes"]["script"][-1]
    checked = run(command, tmp_path, **template["variables"])
    assert checked.returncode == 1
    (report,) = template["minutes"]["artifacts"]["reports"].values()
    assert "weekday-mismatch" in (tmp_path / report).read_text(encoding="utf-8")


def test_hooks_name_what_there_is() -> None:
    checked = run(["pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"], ROOT)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")):
        assert run(f"{hook['entry']} --help", ROOT).returncode == 0


@pytest.mark.slow
def test_pre_commit_runs_the_hook_of_a_clone(tmp_path: Path) -> None:
    clone = tmp_path / "minutesparse"
    run(["git", "clone", "--quiet", str(ROOT), str(clone)], tmp_path).check_returncode()
    revision = run(["git", "rev-parse", "HEAD"], clone).stdout.strip()
    project = tmp_path / "minutes"
    project.mkdir()
    (project / "june.txt").write_text(FAULTY, encoding="utf-8")
    (project / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {clone}\n  rev: {revision}\n  hooks:\n  - id: minutesparse\n    args: [--select, MP103]\n",
        encoding="utf-8",
    )
    for command in ("git init --quiet", "git add --all"):
        run(command, project).check_returncode()
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "HOME": str(tmp_path)}
    red = run(["pre-commit", "run", "minutesparse", "--all-files"], project, **home)
    assert red.returncode == 1, red.stdout + red.stderr
    assert "june.txt:2" in red.stdout
    (project / "june.txt").write_text(FAULTY.replace("Tuesday", "Monday"), encoding="utf-8")
    green = run(["pre-commit", "run", "minutesparse", "--all-files"], project, **home)
    assert green.returncode == 0, green.stdout + green.stderr


WALK = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps() -> list[tuple[str, str]]:
    """The commands of the walkthrough and what it says that each prints."""
    parts = [part for block in BLOCK.findall(WALK) for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(command, printed) for command, _, printed in (part.partition("\n") for part in parts)]


def test_walkthrough(tmp_path: Path) -> None:
    folder = tmp_path
    statuses = []
    for command, printed in steps():
        done = run(command, folder)
        assert done.stdout == printed, command
        if " && cd " in command:
            folder = folder / command.rpartition(" ")[2]
        if command.startswith("minutesparse check"):
            statuses.append(done.returncode)
        else:
            assert done.returncode == 0, done.stderr
    assert len(steps()) < 10
    assert statuses[0] == 1, "red first"
    assert statuses[-1] == 0, "then green"
