"""MP9: the contacts of councils, firms and officers are no personal data of private people; these are."""

from __future__ import annotations

import pytest

from minutesparse.checks.runner import check_source
from minutesparse.checks.settings import CheckSettings
from minutesparse.source import from_text

HEAD = (
    "Oxbow Parish Council\nClerk: Mara Birch, 07700 900123, mara.birch@gmail.com\n\n1. Apologies\nThere were none.\n\n"
)


def lines(code: str, body: str) -> list[int]:
    """Lines of the findings, counted from the first of ``body``."""
    found = check_source(from_text(f"{HEAD}2. Correspondence\n{body}\n"), "minutes.txt", CheckSettings(select=(code,)))
    return [finding.line - 7 for finding in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Mr Ash wrote from t.ash@hotmail.com on it.", [1]),
        ("Ask tom@ash.myzen.co.uk for a key.\nOr t.ash@sky.com.", [1]),
        ("The hall is let by oxbowhall@gmail.com.", []),
        ("Views go to consultation@oxbow.gov.uk.", []),
        ("The highways officer is t.ash@gmail.com.", []),
        ("It was told to t.ash@oxbow-builders.example.com.", []),
        ("See @oxbow on the web.", []),
    ],
)
def test_email(body: str, expected: list[int]) -> None:
    assert lines("MP901", body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Please call me on 01632 960123.", [1]),
        ("Mr Tom Ash (07700 900456) has the key.", [1]),
        ("Her mobile is +44 7700 900456.", [1]),
        ("Call his cell, (555) 555-0123.", [1]),
        ("The police are on 01632 960123.", []),
        ("The council's mobile is 07700 900456.", []),
        ("Ring the helpline on 0800 555 0123.", []),
        ("Cheques 010894-010902 were drawn.", []),
        ("Application 07/00123/456789 was noted.", []),
        ("The sum of \u00a307700 900456 is no sum.", []),
        ("The fund rose from 1234567890 to 0123456789.", []),
    ],
)
def test_telephone(body: str, expected: list[int]) -> None:
    assert lines("MP902", body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Mr T. Ash, 3a High Street, asked for a bin.", [1]),
        ("Mrs Birch who lives at 3 High Street", []),
        ("Mrs Birch at 3 High Street asked for a bin.", [1]),
        ("Application 24/00123/F: Mr Ash, 3 High Street, for a porch.", []),
        ("A bin is needed by 3 High Street.", []),
        ("Mr Ash of the Oxbow Society, 3 High Street, spoke.", []),
    ],
)
def test_address(body: str, expected: list[int]) -> None:
    assert lines("MP903", body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Sort code 00-00-00, account no. 12345678", [1]),
        ("Paid into account 12345678.", [1]),
        ("IBAN GB82 WEST 1234 5698 7654 32", [1]),
        ("IBAN GB83 WEST 1234 5698 7654 32", []),
        ("The account stands at 12345678.90.", []),
        ("The account ending 5678 was closed.", []),
        ("Cheque 12345678 was signed.", []),
    ],
)
def test_bank_account(body: str, expected: list[int]) -> None:
    assert lines("MP904", body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("AB123456C", [1]),
        ("AB 12 34 56 D", [1]),
        ("QQ123456C", []),
        ("AO123456C", []),
        ("GB123456C", []),
        ("TN123456C", []),
        ("AB123456E", []),
        ("ref XAB123456C", []),
        ("AB123456C7", []),
    ],
)
def test_national_insurance_number(body: str, expected: list[int]) -> None:
    assert lines("MP905", body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("NOT FOR PUBLICATION\nThe offers.", [1]),
        ("**CONFIDENTIAL**\nThe offers.", [1]),
        ("The letter was confidential.", []),
        ("Confidential matters were considered.", []),
        ("It was resolved that the public leave for the exempt item.", []),
    ],
)
def test_marked_confidential(body: str, expected: list[int]) -> None:
    assert lines("MP906", body) == expected
