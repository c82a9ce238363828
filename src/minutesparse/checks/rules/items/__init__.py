"""MP3: numbers and headings of items."""

from minutesparse.checks.rules.items import (
    number_gap,
    number_missing,
    number_out_of_series,
    number_repeated,
)

RULES = (
    number_missing.RULE,
    number_repeated.RULE,
    number_out_of_series.RULE,
    number_gap.RULE,
)
