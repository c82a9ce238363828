"""``[check]`` and ``[house-style]`` of a configuration file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from minutesparse.checks.files import INCLUDE
from minutesparse.checks.house_style_file import read_house_style
from minutesparse.checks.registry import BY_NAME
from minutesparse.checks.rule import Option, Rule
from minutesparse.checks.selectors import known_selector, rule_called
from minutesparse.checks.settings import CheckSettings, Ignore
from minutesparse.checks.tables import Table, strings, typed
from minutesparse.config import named

KEYS = (
    "select",
    "extend-select",
    "ignore",
    "include",
    "exclude",
    "baseline",
    "per-file-ignores",
    "ignores",
    "rules",
)
IGNORE_KEYS = ("code", "file", "item", "fingerprint", "reason")


@dataclass(frozen=True, slots=True)
class CheckConfig:
    """What a project has configured for ``check``; ``root`` is the folder that its paths are relative to."""

    root: Path
    settings: CheckSettings = field(default_factory=CheckSettings)
    include: tuple[str, ...] = INCLUDE
    exclude: tuple[str, ...] = ()
    baseline: Path | None = None


def read_check_config(check: object, house_style: object, where: str, root: Path) -> CheckConfig:
    """The configuration that the tables state (an absent one is an empty dict). Raises ``OptionError`` with the key."""
    table = Table(check, f"{where}: check", KEYS)
    per_file = table.value("per-file-ignores", dict, {})
    settings = CheckSettings(
        select=table.strings("select", known_selector),
        extend_select=table.strings("extend-select", known_selector),
        ignore=table.strings("ignore", known_selector),
        per_file_ignores={
            pattern: strings(codes, f"{table.where}.per-file-ignores.{pattern}", known_selector)
            for pattern, codes in per_file.items()
        },
        ignores=tuple(
            _ignore(one, f"{table.where}.ignores[{place}]")
            for place, one in enumerate(typed(table.data.get("ignores", []), list, f"{table.where}.ignores"))
        ),
        options=_options(table),
        house_style=read_house_style(house_style, f"{where}: house-style", root),
    )
    baseline = table.optional("baseline", str)
    return CheckConfig(
        root,
        settings,
        table.strings("include") or INCLUDE,
        table.strings("exclude"),
        named(root, baseline, f"{table.where}.baseline") if baseline else None,
    )


def _ignore(given: object, where: str) -> Ignore:
    table = Table(given, where, IGNORE_KEYS)
    values = {key: table.optional(key, str) for key in IGNORE_KEYS[1:]}
    return Ignore(rule_called(table.value("code", str, "")).code, **values)


def _options(table: Table) -> Mapping[str, Mapping[str, Any]]:
    """``[check.rules.NAME]``: the options of the rules that have any."""
    known = [name for name, rule in BY_NAME.items() if rule.options]
    rules = Table(table.value("rules", dict, {}), f"{table.where}.rules", known)
    return {name: _rule_options(BY_NAME[name], given, f"{rules.where}.{name}") for name, given in rules.data.items()}


def _rule_options(rule: Rule, given: object, where: str) -> Mapping[str, Any]:
    options = {option.name: option for option in rule.options}
    table = Table(given, where, options)
    return {name: _option(options[name], value, f"{where}.{name}") for name, value in table.data.items()}


def _option(option: Option, value: object, where: str) -> Any:
    if isinstance(option.default, tuple):
        return strings(value, where)
    return typed(value, type(option.default), where)
