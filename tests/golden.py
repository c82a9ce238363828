"""Writes the golden documents of ``fixtures/`` anew: ``python -m tests.golden`` (or ``make golden``).

A golden document is what `parse_file` makes of a fixture, with its line map and without ``generator``, so that a release
changes none. Read the difference before you commit it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from minutesparse.parsing import parse_bytes

FIXTURES = Path(__file__).parent.parent / "fixtures"
# An object of a span, a line's role or a reference.
FLAT = re.compile(
    r'\{\s+"(?:start|line|name)": [^{}\[\]\n]*(?:\n\s+"(?:end|line|end_line|role|person|option)": [^{}\[\]\n]*)+\n\s*\}'
)
REGRESSIONS = FIXTURES / "regressions"
# Shown by `make demo`, or held to what every document must keep; no golden document.
WITHOUT_GOLDEN = ("demo", REGRESSIONS.name)


def fixtures() -> list[Path]:
    """The texts that have a golden document, in order."""
    return [path for path in sorted(FIXTURES.glob("*/*.txt")) if path.parent.name not in WITHOUT_GOLDEN]


def document_of(path: Path) -> dict[str, Any]:
    """The document of a fixture as its golden file holds it; ``source.name`` is relative to ``fixtures/``."""
    name = path.relative_to(FIXTURES).as_posix()
    document = parse_bytes(path.read_bytes(), name=name, lines=True).to_dict()
    del document["generator"]
    return document


def golden_text(document: dict[str, Any]) -> str:
    """JSON to be read by a person: a line for each value, and one for each object that holds only plain values."""
    return FLAT.sub(_on_one_line, json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def _on_one_line(match: re.Match[str]) -> str:
    return json.dumps(json.loads(match[0]), ensure_ascii=False)


def main() -> None:
    """Write every golden file."""
    for path in fixtures():
        path.with_suffix(".json").write_text(golden_text(document_of(path)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
