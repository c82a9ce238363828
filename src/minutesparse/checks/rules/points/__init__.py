"""MP4: lists and their numbering."""

from minutesparse.checks.rules.points import broken_sentence, mixed_markers, orphan_marker, restarts, skips

RULES = (restarts.RULE, skips.RULE, mixed_markers.RULE, broken_sentence.RULE, orphan_marker.RULE)
