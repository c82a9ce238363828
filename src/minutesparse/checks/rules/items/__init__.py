"""MP3: numbers and headings of items."""

from minutesparse.checks.rules.items import (
    empty_item,
    heading_without_text,
    number_form,
    number_gap,
    number_missing,
    number_out_of_series,
    number_repeated,
    part_missing,
    part_out_of_order,
    title_case,
    unknown_reference,
)

RULES = (
    number_missing.RULE,
    number_repeated.RULE,
    number_out_of_series.RULE,
    number_gap.RULE,
    heading_without_text.RULE,
    empty_item.RULE,
    title_case.RULE,
    unknown_reference.RULE,
    number_form.RULE,
    part_missing.RULE,
    part_out_of_order.RULE,
)
