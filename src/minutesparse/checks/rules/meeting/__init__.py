"""MP1: the meeting's date, times, place and body."""

from minutesparse.checks.rules.meeting import (
    committee_missing,
    date_missing,
    end_before_start,
    furniture_in_text,
    impossible_date,
    several_meetings,
    start_time_missing,
    status_unclear,
    title_missing,
    venue_missing,
    weekday_mismatch,
)

RULES = (
    date_missing.RULE,
    impossible_date.RULE,
    weekday_mismatch.RULE,
    title_missing.RULE,
    committee_missing.RULE,
    venue_missing.RULE,
    start_time_missing.RULE,
    end_before_start.RULE,
    status_unclear.RULE,
    furniture_in_text.RULE,
    several_meetings.RULE,
)
