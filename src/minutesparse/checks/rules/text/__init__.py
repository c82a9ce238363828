"""MP8: characters, words and notes left in the text."""

from minutesparse.checks.rules.text import trailing_space

RULES = (trailing_space.RULE,)
