"""MP2: who was there."""

from minutesparse.checks.rules.attendance import (
    apologies_without_names,
    mover_absent,
    name_spelled_two_ways,
    no_chair,
    nobody_present,
    not_a_member,
    person_twice,
    quorum,
    voted_after_leaving,
    voter_absent,
)

RULES = (
    nobody_present.RULE,
    no_chair.RULE,
    person_twice.RULE,
    apologies_without_names.RULE,
    mover_absent.RULE,
    voter_absent.RULE,
    voted_after_leaving.RULE,
    quorum.RULE,
    name_spelled_two_ways.RULE,
    not_a_member.RULE,
)
