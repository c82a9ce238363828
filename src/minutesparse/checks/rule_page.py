"""A rule's page, from what the rule declares."""

from __future__ import annotations

import json
from typing import Any

from minutesparse.checks.rule import Option, Rule

FIXES = {"safe": "yes, with `--fix`", "unsafe": "yes, with `--fix --unsafe-fixes`", None: "no"}


def markdown(rule: Rule) -> str:
    """The page in Markdown: what is wrong, why it matters, examples, options."""
    facts = [
        f"Severity: {rule.severity}",
        f"Default: {'off (preview)' if rule.preview else 'on'}",
        f"Fixable: {FIXES[rule.fix]}",
        f"Since: {rule.since}",
    ]
    if rule.source:
        facts.append(f"Source: {rule.source}")
    parts = [
        f"# {rule.code} {rule.name}",
        f"{rule.summary}.",
        "\n".join(f"- {fact}" for fact in facts),
        "## Why",
        rule.why,
        "## Found",
        fenced(rule.bad),
        f"Found at line {', '.join(str(line) for line in rule.at)}." if rule.at else "",
        "## Put right",
        fenced(rule.good),
    ]
    if rule.options:
        parts += ["## Options", "\n".join(_option(option) for option in rule.options)]
    if house := rule.settings.get("house-style"):
        keys = ", ".join(f"`{name}`" for name in house)
        parts.append(f"The examples set {keys} in `[house-style]`.")
    return "\n\n".join(part for part in parts if part) + "\n"


def node(rule: Rule) -> dict[str, Any]:
    """The same as plain values."""
    return {
        "code": rule.code,
        "name": rule.name,
        "summary": rule.summary,
        "why": rule.why,
        "source": rule.source,
        "severity": rule.severity,
        "preview": rule.preview,
        "fix": rule.fix,
        "since": rule.since,
        "options": [
            {"name": option.name, "default": option.default, "summary": option.summary} for option in rule.options
        ],
        "bad": rule.bad,
        "good": rule.good,
        "lines": list(rule.at),
    }


def fenced(example: str) -> str:
    """An example as a block of code, with spaces at line ends and marks without width made visible."""
    lines = example.rstrip("\n").split("\n")
    shown = [_visible(line) for line in lines]
    fence = "````" if "```" in example else "```"
    return "\n".join([f"{fence}text", *shown, fence])


def _visible(line: str) -> str:
    kept = line.rstrip(" ")
    ended = kept + "\u2423" * (len(line) - len(kept))
    return "".join(one if one.isprintable() else f"<U+{ord(one):04X}>" for one in ended)


def _option(option: Option) -> str:
    return f"- `{option.name}`: {option.summary} Default: `{json.dumps(option.default, ensure_ascii=False)}`."
