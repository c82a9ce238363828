"""MP7: interests that were declared."""

from minutesparse.checks.rule import Rule
from minutesparse.checks.rules.declarations import declarant_not_present, item_unknown, voted, without_kind

RULES: tuple[Rule, ...] = (item_unknown.RULE, declarant_not_present.RULE, without_kind.RULE, voted.RULE)
