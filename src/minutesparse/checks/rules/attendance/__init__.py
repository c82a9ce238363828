"""MP2: who was there."""

from minutesparse.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
