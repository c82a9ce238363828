"""MP9: personal data and exempt text."""

from minutesparse.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
