"""MP6: tasks, their owners and dates."""

from minutesparse.checks.rule import Rule
from minutesparse.checks.rules.actions import (
    due_before_meeting,
    in_prose,
    owner_unknown,
    without_due_date,
    without_owner,
)

RULES: tuple[Rule, ...] = (
    without_owner.RULE,
    without_due_date.RULE,
    due_before_meeting.RULE,
    owner_unknown.RULE,
    in_prose.RULE,
)
