"""The configuration of a project: ``minutesparse.toml``, or ``[tool.minutesparse]`` in ``pyproject.toml``.

The nearest one upwards from an input's folder holds for the input. A further key is a field of `Config` with its reader
in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from minutesparse.errors import OptionError
from minutesparse.paths import leads_out

FILE = "minutesparse.toml"
PROJECT_FILE = "pyproject.toml"
PROJECT_TABLE = "minutesparse"


@dataclass(frozen=True, slots=True)
class Config:
    """What a configuration file states.

    ``vocabulary`` are the words that it adds, by list; ``check`` and ``house_style`` are tables as they stand, which
    `checks.configuration` reads.
    """

    path: Path
    vocabulary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    check: Mapping[str, Any] = field(default_factory=dict)
    house_style: Mapping[str, Any] = field(default_factory=dict)


def find(start: Path) -> Path | None:
    """The configuration file that holds in the folder ``start``, or ``None``.

    In one folder ``minutesparse.toml`` comes first; a ``pyproject.toml`` without the table is passed over.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        if (path := folder / FILE).is_file():
            return path
        if (path := folder / PROJECT_FILE).is_file() and _has_table(path):
            return path
    return None


def load(path: Path) -> Config:
    """The configuration in a file that `find` gave.

    Raises ``OptionError``, with file and key, where the file cannot be read, a key is unknown or a value wrong.
    """
    from minutesparse.vocabulary.tables import known, read_toml

    where, table = str(path), read_toml(path)
    if path.name == PROJECT_FILE:
        where, table = f"{path}: tool.{PROJECT_TABLE}", table["tool"][PROJECT_TABLE]
    known(where, table, READERS)
    return Config(path, **{key.replace("-", "_"): READERS[key](path, value) for key, value in table.items()})


def _has_table(path: Path) -> bool:
    """True where a ``pyproject.toml`` has the table; one that does not name it is not parsed."""
    try:
        if PROJECT_TABLE.encode() not in path.read_bytes():
            return False
    except OSError:
        return False  # of no concern here, if it cannot be read
    from minutesparse.vocabulary.tables import read_toml

    tool = read_toml(path).get("tool")
    return isinstance(tool, dict) and PROJECT_TABLE in tool


def _vocabulary(path: Path, value: object) -> Mapping[str, tuple[str, ...]]:
    """Words by list, stated in the file itself, or in the files that it lists, whose paths are relative to its own."""
    from minutesparse.vocabulary.tables import check_additions, merged, read_additions

    where = f"{path}: vocabulary"
    if isinstance(value, dict):
        return check_additions(where, value)
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise OptionError(f"{where}: wants a list of files, or tables of words")
    return merged(read_additions(named(path.parent, name, where)) for name in value)


def named(folder: Path, name: str, where: str) -> Path:
    """The file that a configuration in ``folder`` names by its path from there; ``where`` opens messages.

    A configuration may come with minutes that others wrote. So what it names lies in the repository that it is in, or
    else in its own folder, and is a file. Raises ``OptionError`` where it is something else.
    """
    found = folder / name
    above = [folder.absolute(), *folder.absolute().parents]
    root = next((one for one in above if (one / ".git").exists()), folder)
    if leads_out(found, root):
        raise OptionError(f"{where}: {name!r} is outside of {root}, beyond which a configuration names no files")
    if found.exists() and not found.is_file():
        raise OptionError(f"{found}: not a file")
    return found


def _as_it_stands(path: Path, value: object) -> object:
    return value


READERS: Mapping[str, Callable[[Path, object], Any]] = {
    "vocabulary": _vocabulary,
    "check": _as_it_stands,
    "house-style": _as_it_stands,
}
"""What reads the value of each key, given the path of its file; its result is the field of `Config` of that name."""
