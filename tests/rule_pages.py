"""Writes ``docs/rules/`` anew from what the rules declare: ``make docs``."""

from __future__ import annotations

from pathlib import Path

from minutesparse.checks.registry import RULES
from minutesparse.checks.rule_page import markdown

FOLDER = Path(__file__).parents[1] / "docs" / "rules"
HEAD = """\
# Rules of `minutesparse check`

`make docs` writes these pages from what each rule declares; `minutesparse rule CODE` prints them.

| code | name | finds | by default | fix |
| --- | --- | --- | --- | --- |
"""


def pages() -> dict[str, str]:
    """The text of each page, by file name."""
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.summary} | {'off' if rule.preview else rule.severity} | "
        f"{rule.fix or ''} |\n"
        for rule in RULES
    ]
    return {"README.md": HEAD + "".join(rows), **{f"{rule.code}.md": markdown(rule) for rule in RULES}}


def write() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in FOLDER.iterdir():
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
