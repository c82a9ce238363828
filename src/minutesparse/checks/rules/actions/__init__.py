"""MP6: tasks, their owners and dates."""

from minutesparse.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
