"""Which rules run on a file, and with which options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Any

from minutesparse.checks.finding import Finding
from minutesparse.checks.house_style import HouseStyle
from minutesparse.checks.rule import Options, Rule
from minutesparse.paths import fits


@dataclass(frozen=True, slots=True)
class Ignore:
    """A finding that is known and left: by rule, and where stated by file pattern, item number and fingerprint.

    ``reason`` is for people.
    """

    code: str
    file: str | None = None
    item: str | None = None
    fingerprint: str | None = None
    reason: str | None = None

    def covers(self, finding: Finding) -> bool:
        """True where all that is stated but the file fits the finding."""
        return (
            finding.code.startswith(self.code)
            and self.item in (None, finding.item)
            and self.fingerprint in (None, finding.fingerprint)
        )


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What the configuration and the command line ask of ``check``.

    ``select`` and its like hold codes, beginnings of codes (``MP3``), names or ``ALL``. Where nothing is selected, all
    rules run but those in preview; a rule in preview runs where its whole code or name, or ``ALL``, is selected. Of two
    selectors that fit a rule the longer one counts, and ``ignore`` where they are equally long.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # by name of the rule
    house_style: HouseStyle = field(default_factory=HouseStyle)

    def of_file(self, path: str) -> CheckSettings:
        """The settings for one file; ``path`` is relative to the configuration's folder, with ``/``."""
        dropped = [code for pattern, codes in self.per_file_ignores.items() if fits(path, (pattern,)) for code in codes]
        return replace(
            self,
            # what a file's own line says counts, however exactly the rule was selected
            ignores=(
                *(one for one in self.ignores if one.file is None or fnmatchcase(path, one.file)),
                *(Ignore(code) for code in dropped),
            ),
            per_file_ignores={},
        )

    def runs(self, rule: Rule) -> bool:
        """True where the rule is asked for."""
        return _runs(rule.code, rule.name, rule.preview, self.select, self.extend_select, self.ignore)

    def options_of(self, rule: Rule) -> Options:
        """The rule's options, with defaults for those that are not set."""
        if not rule.options:
            return {}
        given = self.options.get(rule.name, {})
        return {option.name: given.get(option.name, option.default) for option in rule.options}


@lru_cache(maxsize=1024)  # many files share their settings
def _runs(
    code: str,
    name: str,
    preview: bool,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> bool:
    weights = [
        _weight(code, name, one)
        for one in (*(select or ("MP",)), *extend_select)
        if not preview or one in (code, name, "ALL")  # a group does not reach rules in preview
    ]
    return max(weights, default=0) > max((_weight(code, name, one) for one in ignore), default=0)


def _weight(code: str, name: str, selector: str) -> int:
    """How exactly a selector names a rule: 0 not at all, else the length of the code that it gives."""
    if selector == name:
        return len(code)
    if selector == "ALL":
        return 1
    return len(selector) if code.startswith(selector) else 0
