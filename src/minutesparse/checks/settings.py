"""Which rules run on a file, and with which options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from typing import Any

from minutesparse.checks.finding import Finding
from minutesparse.checks.house_style import HouseStyle
from minutesparse.checks.rule import Options, Rule


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
        name = path.rpartition("/")[2]
        dropped = [
            code
            for pattern, codes in self.per_file_ignores.items()
            if fnmatchcase(path, pattern) or fnmatchcase(name, pattern)
            for code in codes
        ]
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
        selectors = (*(self.select or ("MP",)), *self.extend_select)
        chosen = max((weight for one in selectors if (weight := _weight(rule, one)) and _reaches(rule, one)), default=0)
        return chosen > max((_weight(rule, one) for one in self.ignore), default=0)

    def options_of(self, rule: Rule) -> Options:
        """The rule's options, with defaults for those that are not set."""
        given = self.options.get(rule.name, {})
        return {option.name: given.get(option.name, option.default) for option in rule.options}


def _reaches(rule: Rule, selector: str) -> bool:
    """False where a group is selected and the rule is in preview."""
    return not rule.preview or selector in (rule.code, rule.name, "ALL")


def _weight(rule: Rule, selector: str) -> int:
    """How exactly a selector names a rule: 0 not at all, else the length of the code that it gives."""
    if selector == rule.name:
        return len(rule.code)
    if selector == "ALL":
        return 1
    return len(selector) if rule.code.startswith(selector) else 0
