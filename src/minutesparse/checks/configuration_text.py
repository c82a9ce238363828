"""A configuration as TOML, as ``config show`` prints it and ``house-style infer`` writes it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields

from minutesparse.checks.configuration import CheckConfig
from minutesparse.checks.house_style import HouseStyle, Member
from minutesparse.checks.registry import RULES
from minutesparse.writers.json import terminal_json

Value = bool | int | str | Sequence[str]


def configuration_text(config: CheckConfig, vocabulary: Mapping[str, Sequence[str]]) -> str:
    """All that is set, and the defaults of what is not, as a file that could stand in its place."""
    settings = config.settings
    parts = []
    for name in sorted(vocabulary):
        table, _, key = name.rpartition(".")
        parts.append(_table(f"vocabulary.{table}" if table else "vocabulary", {key: list(vocabulary[name])}))
    top: dict[str, Value | None] = {
        "select": settings.select or ("MP",),
        "extend-select": settings.extend_select,
        "ignore": settings.ignore,
        "include": config.include,
        "exclude": config.exclude,
        "baseline": None if config.baseline is None else str(config.baseline),
    }
    parts.append(_table("check", top))
    if settings.per_file_ignores:
        parts.append(_table("check.per-file-ignores", dict(settings.per_file_ignores)))
    for rule in RULES:
        if rule.options:
            parts.append(_table(f"check.rules.{rule.name}", dict(settings.options_of(rule))))
    for ignore in settings.ignores:
        given = {one.name: getattr(ignore, one.name) for one in fields(ignore)}
        parts.append(_table("check.ignores", given, array=True))
    return "\n".join([*parts, house_style_text(settings.house_style)]).rstrip("\n")


def house_style_text(style: HouseStyle) -> str:
    """``[house-style]`` with what is declared, and the members below it."""
    declared: dict[str, Value | None] = {
        one.name.replace("_", "-"): value
        for one in fields(style)
        if one.name != "members" and (value := getattr(style, one.name)) not in (None, (), False)
    }
    return "\n".join([_table("house-style", declared), *map(_member, style.members)])


def toml_value(value: Value) -> str:
    """A value as TOML writes it; JSON's strings, numbers, truth values and lists are TOML's."""
    if isinstance(value, str) and "\\" in value and "'" not in value and value.isprintable():
        return f"'{value}'"  # patterns are easier to read without doubled backslashes
    return terminal_json(json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False))


def _table(name: str, values: Mapping[str, Value | None], array: bool = False) -> str:
    head = f"[[{name}]]" if array else f"[{name}]"
    lines = [f"{_key(key)} = {toml_value(value)}" for key, value in values.items() if value is not None]
    return "\n".join([head, *lines, ""])


def _key(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() and key.isascii() else toml_value(key)


def _member(member: Member) -> str:
    given = {one.name: getattr(member, one.name) or None for one in fields(member)}
    return _table("house-style.members", given, array=True)
