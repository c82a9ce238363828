"""MP5: decisions, movers and votes."""

from minutesparse.checks.rules.decisions import (
    ambiguous_lead,
    clause_series_broken,
    counts_disagree,
    decision_lead,
    item_without_decision,
    lead_without_text,
    mover_is_seconder,
    mover_without_seconder,
    seconder_without_mover,
    votes_exceed_present,
)

RULES = (
    item_without_decision.RULE,
    lead_without_text.RULE,
    mover_without_seconder.RULE,
    seconder_without_mover.RULE,
    mover_is_seconder.RULE,
    votes_exceed_present.RULE,
    counts_disagree.RULE,
    clause_series_broken.RULE,
    ambiguous_lead.RULE,
    decision_lead.RULE,
)
