"""YAML text of plain values, which a loader of YAML 1.1 or 1.2 reads back as the same strings."""

from __future__ import annotations

import re
from typing import Any

import yaml

from minutesparse.writers.characters import encodable_value

try:
    from yaml import CSafeDumper as _SafeDumper
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeDumper as _SafeDumper  # type: ignore[assignment]

WIDTH = 100
"""Columns after which long text is folded."""

# Plain scalars that some loader takes for a number, a boolean or null though PyYAML does not: the core schema of
# YAML 1.2 (section 10.3.2), and the one-letter booleans of YAML 1.1.
_AMBIGUOUS = re.compile(
    r"""
    [yYnN~=]
  | (?i: null | true | false | yes | no | on | off | nan | [-+]?\.?inf(?:inity)? | \.nan )
  | [-+]? (?: \.\d++ | \d++ (?: \.\d*+ )? ) (?: [eE][-+]?\d++ )?
  | [-+]? 0[oOxXbB] [0-9a-fA-F]++
  | [-+]? \d [\d_,:.]*+
  | \d{4} - \d\d?+ - \d\d?+ .*+
    """,
    re.VERBOSE,
)

# Controls that PyYAML writes as they are or takes for printable, and what reorders a line (`characters.CONTROLS`):
# within double quotes each may be written as an escape.
_RAW_CONTROLS = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

# Characters that loaders of 1.1 take for line ends and those of 1.2 do not, or that no block may hold.
_UNSAFE_IN_BLOCK = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")


class _Dumper(_SafeDumper):
    """Safe dumper without aliases, with a style for each string."""

    def ignore_aliases(self, data: Any) -> bool:
        """No value is written as a reference to an equal one."""
        return True


def _styled(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    """Quoted where a loader could take it for something else, ``|`` with line ends, ``>`` where long, else plain."""
    if _RAW_CONTROLS.search(text):
        return '"'
    if len(text) < WIDTH - 20 and "\n" not in text:
        return "'" if _AMBIGUOUS.fullmatch(text) else None
    if _UNSAFE_IN_BLOCK.search(text) or text != text.strip() or "\n " in text or " \n" in text:
        return '"'
    return "|" if "\n" in text else ">"


_Dumper.add_representer(str, _styled)


def yaml_text(value: Any) -> str:
    """``value`` as one YAML document in block style, with a final line end. Keys keep their order.

    No control character stands in it but line ends, so that it may be shown on a terminal.
    """
    text = yaml.dump(
        encodable_value(value),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=WIDTH,
    )
    return _RAW_CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
