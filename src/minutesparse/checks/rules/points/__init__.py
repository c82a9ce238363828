"""MP4: lists and their numbering."""

from minutesparse.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
