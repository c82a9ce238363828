"""A module imports only from the rows above its own, wherever in it the import stands."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import minutesparse

ROOT = Path(minutesparse.__file__).parent

# What knows nothing of the others comes first. A row names modules and packages; modules of one package may import
# each other, those that merely share a row may not.
ROWS = (
    ("errors", "_version", "evidence", "spelling", "cores", "paths", "safe_path"),
    ("source",),
    ("lines", "vocabulary", "cleaning"),
    ("reader", "config", "block", "writers", "diagnostics", "language"),
    ("numbering", "headings", "furniture", "stray"),
    ("layouts", "habits", "run_in"),
    ("blocks", "outline", "weigher", "corrections"),
    ("titles", "outline_pages"),
    ("outline_document",),
    ("facts",),
    ("model",),
    ("meetings", "interpret"),
    ("assemble", "diagnose"),
    ("stages",),
    ("parsing",),
    ("checks",),
    ("reports",),
    ("signs",),
    ("explain",),
    ("__init__",),
    ("schema",),
    ("contract", "projection", "validation"),
    ("tables",),
    ("batch",),
    ("cli",),
    ("__main__",),
)

HEIGHT = {name: height for height, row in enumerate(ROWS) for name in row}
MODULES = sorted(path.relative_to(ROOT).with_suffix("").as_posix() for path in ROOT.rglob("*.py"))


def part_of(module: str) -> str:
    """The module or package of the table that ``facts/votes`` or ``facts.votes`` belongs to."""
    return module.replace("/", ".").partition(".")[0]


def imported(tree: ast.AST) -> Iterator[str]:
    """Modules of this package that are imported anywhere, by their names without ``minutesparse.``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [node.module or ""]
            if node.module == "minutesparse":
                names = [f"minutesparse.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            package, _, module = name.partition(".")
            if package == "minutesparse":
                yield module if part_of(module) in HEIGHT else "__init__"


def test_imports_from_above() -> None:
    wrong = []
    for module in MODULES:
        own = part_of(module)
        assert own in HEIGHT, f"{own} has no row"
        for other in imported(ast.parse((ROOT / f"{module}.py").read_text(encoding="utf-8"))):
            if part_of(other) != own and HEIGHT[part_of(other)] >= HEIGHT[own]:
                wrong.append(f"{module} imports {other}")
    assert not wrong


def test_rows_name_what_there_is() -> None:
    assert set(HEIGHT) == {part_of(module) for module in MODULES}


def test_finds_imports() -> None:
    code = "import minutesparse.source\nfrom minutesparse import parse, facts\ndef f():\n from minutesparse.cli.show import x"
    assert list(imported(ast.parse(code))) == ["source", "__init__", "facts", "cli.show"]
