"""The rules in the order of their codes: the one list that the command, the docs and the tests go by."""

from __future__ import annotations

from minutesparse.checks.rule import Rule
from minutesparse.checks.rules.actions import RULES as ACTIONS
from minutesparse.checks.rules.attendance import RULES as ATTENDANCE
from minutesparse.checks.rules.decisions import RULES as DECISIONS
from minutesparse.checks.rules.declarations import RULES as DECLARATIONS
from minutesparse.checks.rules.items import RULES as ITEMS
from minutesparse.checks.rules.meeting import RULES as MEETING
from minutesparse.checks.rules.personal import RULES as PERSONAL
from minutesparse.checks.rules.points import RULES as POINTS
from minutesparse.checks.rules.reading import RULES as READING
from minutesparse.checks.rules.text import RULES as TEXT

RULES: tuple[Rule, ...] = (
    *READING,
    *MEETING,
    *ATTENDANCE,
    *ITEMS,
    *POINTS,
    *DECISIONS,
    *ACTIONS,
    *DECLARATIONS,
    *TEXT,
    *PERSONAL,
)
BY_CODE = {rule.code: rule for rule in RULES}
BY_NAME = {rule.name: rule for rule in RULES}
