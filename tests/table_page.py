"""Writes ``docs/tables.md`` anew from the declarations of the tables: ``make docs``."""

from __future__ import annotations

from pathlib import Path

from minutesparse.tables.page import markdown

PAGE = Path(__file__).parents[1] / "docs" / "tables.md"

if __name__ == "__main__":
    PAGE.write_text(markdown(), encoding="utf-8", newline="\n")
