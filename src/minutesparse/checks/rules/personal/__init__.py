"""MP9: personal data and exempt text."""

from minutesparse.checks.rule import Rule
from minutesparse.checks.rules.personal import (
    bank_account,
    email,
    exempt_text,
    national_insurance,
    postal_address,
    telephone,
)

RULES: tuple[Rule, ...] = (
    email.RULE,
    telephone.RULE,
    postal_address.RULE,
    bank_account.RULE,
    national_insurance.RULE,
    exempt_text.RULE,
)
