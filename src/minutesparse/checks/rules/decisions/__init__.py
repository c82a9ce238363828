"""MP5: decisions, movers and votes."""

from minutesparse.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
