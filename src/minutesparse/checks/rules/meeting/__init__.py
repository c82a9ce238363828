"""MP1: the meeting's date, times, place and body."""

from minutesparse.checks.rules.meeting import date_missing

RULES = (date_missing.RULE,)
