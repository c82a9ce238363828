"""MP7: interests that were declared."""

from minutesparse.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
