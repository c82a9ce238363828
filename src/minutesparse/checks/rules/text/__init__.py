"""MP8: characters, words and notes left in the text."""

from minutesparse.checks.rule import Rule
from minutesparse.checks.rules.text import (
    control_character,
    councillor_spelling,
    line_too_long,
    mixed_encoding,
    placeholder,
    stray_text,
    tab,
    trailing_space,
    unclosed_bracket,
    unclosed_quotation,
    vocabulary_typo,
    zero_width,
)

RULES: tuple[Rule, ...] = (
    stray_text.RULE,
    vocabulary_typo.RULE,
    placeholder.RULE,
    unclosed_quotation.RULE,
    unclosed_bracket.RULE,
    mixed_encoding.RULE,
    tab.RULE,
    trailing_space.RULE,
    control_character.RULE,
    zero_width.RULE,
    line_too_long.RULE,
    councillor_spelling.RULE,
)
