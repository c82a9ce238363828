"""MP3: numbers and headings of items."""

from minutesparse.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
