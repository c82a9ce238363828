"""Bank accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import once
from minutesparse.checks.rules.signs import matches_at

# What follows the words, in small letters, that name an account.
NUMBER = r"(?:\s(?:number|no\.?|\#))?[^\d\r\n\u00a3$]{0,16}(?P<number>\d{8})(?!\d|[.,]\d)"
ACCOUNTS = {
    "sort": re.compile(r"sort[ -]?code\b[^\d\r\n]{0,20}(?P<number>\d\d[ -]?\d\d[ -]?\d\d)(?!\d)"),
    "account": re.compile(rf"account{NUMBER}"),
    "a/c": re.compile(rf"a/c{NUMBER}"),
}
IBAN = re.compile(r"IBAN\b\W{0,4}(?P<number>[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?)\b")
# An account's number stands beside a sort code, or the words before it name the account; eight digits are many things.
SHORTEST_IBAN, LONGEST_IBAN = 15, 34


def _check(page: Page, options: Options) -> Iterator[Found]:
    places = [
        match.span("number") for sign, pattern in ACCOUNTS.items() for match in matches_at(sign, pattern, page.lowered)
    ]
    places += [match.span("number") for match in matches_at("IBAN", IBAN, page.text) if _is_iban(match["number"])]
    yield from once(sorted(places), "bank account")


def _is_iban(printed: str) -> bool:
    """True where the two check digits are right (ISO 13616: the remainder of division by 97 is 1)."""
    iban = printed.replace(" ", "")
    if not (SHORTEST_IBAN <= len(iban) <= LONGEST_IBAN and iban.isupper() and iban.isascii()):
        return False
    return int("".join(str(int(one, 36)) for one in iban[4:] + iban[:4])) % 97 == 1


RULE = Rule(
    code="MP904",
    name="bank-account",
    summary="The number of a bank account is printed",
    why="With a name, a sort code and a number, payments are asked for and diverted in the name of those who own them.",
    source="UK GDPR, Article 5(1)(f) (integrity and confidentiality)",
    check=_check,
    bad="1. Payments\nThe grant goes to Mrs Birch, sort code 00-00-00, account number 12345678.\n",
    good="1. Payments\nThe grant goes to Mrs Birch.\n",
    at=(2,),
    severity="error",
)
