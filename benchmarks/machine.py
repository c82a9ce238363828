"""On what a table was measured: enough to judge it by, nothing that names the machine."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path


def machine(root: Path) -> str:
    """Date, commit, Python, system and processor in a line. The commit has a plus where files differ from it."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    return f"{datetime.now(UTC):%Y-%m-%d}, {commit(root)}, {python}, {system}"


def commit(root: Path) -> str:
    """``commit 0123456789`` or, outside a repository, that there is none."""

    def git(*arguments: str) -> str | None:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, text=True, check=False)
        return None if done.returncode else done.stdout.strip()

    head = git("rev-parse", "--short=10", "HEAD")
    changed = git("status", "--porcelain", "--untracked-files=no", "src")
    return "no commit" if head is None else f"commit {head}{'+' if changed else ''}"
