"""Every pattern of the package, found by running its modules anew: nobody has to list a new one.

Each module runs once more, in a namespace of its own, while `re.compile` keeps what it makes; then each of its cached
functions that needs no argument is called. Patterns inside calls such as ``re.search(...)`` are read from the source.
`unreached` names the places in the source that none of this came by.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any
from unittest.mock import patch

import minutesparse

ROOT = Path(minutesparse.__file__).parent
MODULES = sorted(path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in ROOT.rglob("*.py"))

# What a cached function is called with that compiles a pattern and needs arguments.
ARGUMENTS: dict[str, tuple[tuple[Any, ...], ...]] = {
    "facts.declarations._pronouns": ((1,), (2,)),
    "facts.sentences._shared": (("solve", ("resolved", "dissolved")),),
}

FIRST = {"match", "fullmatch"}  # methods that try one place
EACH = {"search", "finditer", "findall", "sub", "subn", "split"}  # methods that try one place after the other
METHODS = FIRST | EACH


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern, where it is from and by which methods it is used; all, where that does not show."""

    module: str
    name: str
    compiled: re.Pattern[str]
    methods: frozenset[str]


@dataclass(frozen=True)
class Made:
    """A call of `re.compile`: the lines of the module that led to it, the innermost first, and what it made."""

    lines: tuple[int, ...]
    owner: str
    compiled: re.Pattern[str]


def all_patterns() -> list[Pattern]:
    """The patterns of all modules; one that is made twice from the same source counts once a module."""
    trees = {module: ast.parse(path_of(module).read_text(encoding="utf-8")) for module in MODULES}
    uses = {module: _uses(tree) for module, tree in trees.items()}
    users = _users(trees)
    found: dict[tuple[str, str, int, str], Pattern] = {}
    for module in MODULES:
        for made in made_by(module):
            name = made.owner or _assigned(trees[module], made.lines[0])
            using = {module, *users.get((module, name), ()), *users.get((module, "*"), ())}
            methods = frozenset().union(*(uses[user].get(name, ()) for user in using))
            key = (module, made.compiled.pattern, made.compiled.flags, name)
            found[key] = Pattern(module, name, made.compiled, methods or frozenset(METHODS))
        for call, compiled in _inline(trees[module], module):
            found[module, compiled.pattern, compiled.flags, call] = Pattern(
                module, f"re.{call}", compiled, frozenset({call})
            )
    return list(found.values())


def path_of(module: str) -> Path:
    """The file of a module."""
    return ROOT / f"{module.replace('.', '/')}.py"


def made_by(module: str) -> list[Made]:
    """What `re.compile` makes when ``module`` runs and its cached functions are called."""
    name = f"minutesparse.{module}".removesuffix(".__init__")
    real = importlib.import_module(name)
    again = ModuleType(name)
    again.__file__ = str(path_of(module))
    again.__package__ = real.__package__
    made: list[Made] = []
    with patch.object(re, "compile", _recording(again.__file__, made)):
        exec(compile(path_of(module).read_text(encoding="utf-8"), again.__file__, "exec"), vars(again))
        for function in list(vars(again).values()):
            if hasattr(function, "cache_info") and function.__module__ == name:
                for arguments in _arguments(f"{module}.{function.__name__}", function):
                    function(*arguments)
    return made


def _arguments(name: str, function: Any) -> tuple[tuple[Any, ...], ...]:
    needed = [p for p in inspect.signature(function).parameters.values() if p.default is p.empty]
    return ARGUMENTS.get(name, () if needed else ((),))


def _recording(file: str, made: list[Made]) -> Any:
    plain = re.compile

    def recorded(pattern: Any, flags: Any = 0) -> Any:
        compiled = plain(pattern, flags)
        lines, owner = [], ""
        frame: FrameType | None = sys._getframe(1)
        while frame is not None:
            if frame.f_code.co_filename == file:
                lines.append(frame.f_lineno)
                if frame.f_code.co_name != "<module>" and not frame.f_code.co_name.startswith("<"):
                    owner = frame.f_code.co_name
            frame = frame.f_back
        if lines:
            made.append(Made(tuple(lines), owner, compiled))
        return compiled

    return recorded


def compile_sites(module: str) -> list[range]:
    """The lines of each call of ``re.compile`` in the source of ``module``."""
    tree = ast.parse(path_of(module).read_text(encoding="utf-8"))
    return [
        range(node.lineno, (node.end_lineno or node.lineno) + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _method_of_re(node) == "compile"
    ]


def unreached(module: str) -> list[int]:
    """Lines of the calls of ``re.compile`` in ``module`` that `made_by` did not come by."""
    reached = {made.lines[0] for made in made_by(module)}
    return [site.start for site in compile_sites(module) if not reached & set(site)]


def _method_of_re(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "re":
        return function.attr
    return ""


def _assigned(tree: ast.Module, line: int) -> str:
    """The name that the statement of a module over ``line`` gives a value."""
    for statement in tree.body:
        if statement.lineno <= line <= (statement.end_lineno or line):
            targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
            if isinstance(targets[0], ast.Name):
                return targets[0].id
    return f"line {line}"


def _inline(tree: ast.Module, module: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Patterns inside calls like ``re.search(r"...", text)``, with the method; a word for what an f-string puts in."""
    real = vars(importlib.import_module(f"minutesparse.{module}".removesuffix(".__init__")))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _method_of_re(node) in METHODS:
            flags = [k.value for k in node.keywords if k.arg == "flags"] + [a for a in node.args[2:] if _is_flag(a)]
            value = eval(ast.unparse(flags[0]), {"re": re}) if flags else 0
            yield _method_of_re(node), re.compile(_text(node.args[0], real), value)


def _is_flag(node: ast.expr) -> bool:
    return ast.unparse(node).startswith("re.")


def _text(node: ast.expr, names: dict[str, Any]) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part, names) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return _text(node.value, names)
    value = names.get(node.id) if isinstance(node, ast.Name) else None
    return value if isinstance(value, str) else "elm"


def _uses(tree: ast.Module) -> dict[str, set[str]]:
    """Methods that a module calls on each name, or on what the function of that name returns; all for other uses."""
    uses: dict[str, set[str]] = {}
    explained: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in METHODS and (name := _named(node.value)):
            explained.update((id(node.value), id(getattr(node.value, "func", None))))
            uses.setdefault(name, set()).add(node.attr)
    for name, node in _other_names(tree):
        if name in uses:
            for value in node.elts if isinstance(node, ast.Tuple) else [node]:
                if pattern := _named(value):
                    explained.update((id(value), id(getattr(value, "func", None))))
                    uses.setdefault(pattern, set()).update(uses[name])
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in explained:
            uses.setdefault(node.id, set()).update(METHODS if node.id.isupper() else ())
    return uses


def _named(node: ast.expr) -> str:
    """The name of a pattern, or of the function that gives it."""
    value = node.func if isinstance(node, ast.Call) else node
    return value.id if isinstance(value, ast.Name) else value.attr if isinstance(value, ast.Attribute) else ""


def _other_names(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Names that stand for another value in assignments and loops, with the value or a tuple of them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.For) and isinstance(node.target, ast.Name):
            yield node.target.id, node.iter
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            for value in (node.value.body, node.value.orelse) if isinstance(node.value, ast.IfExp) else (node.value,):
                yield node.targets[0].id, value


def _users(trees: dict[str, ast.Module]) -> dict[tuple[str, str], set[str]]:
    """Modules that import a name from a module; under ``*``, those that import the module."""
    users: dict[tuple[str, str], set[str]] = {}
    for user, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("minutesparse."):
                module = (node.module or "").removeprefix("minutesparse.")
                for alias in node.names:
                    users.setdefault((module, alias.name), set()).add(user)
                    users.setdefault((f"{module}.{alias.name}", "*"), set()).add(user)
    return users
