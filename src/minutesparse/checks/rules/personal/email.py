"""E-mail addresses of private people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import once
from minutesparse.checks.rules.personal.private import is_private

ADDRESS = re.compile(
    r"(?<![\w.+-])(?P<name>\w[\w.+-]{0,63})@(?P<domain>(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,12})(?![\w@-])", re.IGNORECASE
)
LONGEST_NAME, LONGEST_DOMAIN = 64, 120
# Where people, rather than bodies, have their letterbox: the domain, or its end.
PROVIDERS = (
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.uk", "live.com", "live.co.uk", "outlook.com", "msn.com",
    "outlook.ie", "yahoo.com", "yahoo.co.uk", "yahoo.ie", "ymail.com", "rocketmail.com", "icloud.com", "me.com",
    "mac.com", "aol.com", "aol.co.uk", "btinternet.com", "btopenworld.com", "talktalk.net", "tiscali.co.uk",
    "virginmedia.com", "ntlworld.com", "blueyonder.co.uk", "sky.com", "plus.com", "plus.net", "waitrose.com",
    "orange.net", "tesco.net", "zen.co.uk", "myzen.co.uk", "freeserve.co.uk", "lineone.net", "eircom.net", "proton.me",
    "protonmail.com", "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net", "cox.net",
    "charter.net", "earthlink.net", "juno.com", "gmx.com", "gmx.co.uk", "mail.com", "shaw.ca", "rogers.com",
    "telus.net", "sympatico.ca", "bell.net", "xtra.co.nz", "bigpond.com",
)  # fmt: skip
# Parts of the names of letterboxes that belong to a body, though it has them with such a provider.
BODY = re.compile(
    r"council|parish|clerk|clerc|office|admin|info|enquir|inquir|contact|committee|group|club|hall|church|school|trust"
    r"|society|assoc|secretary|chair|treasurer|booking|news|mail|team|village|town|community|pc\b|cllr|councillor",
    re.IGNORECASE,
)


def _check(page: Page, options: Options) -> Iterator[Found]:
    if "@" not in page.text:
        return
    places = [
        match.span()
        for match in _addresses(page.text)
        if _of_people(match["domain"].lower()) and not BODY.search(match["name"]) and is_private(page, *match.span())
    ]
    yield from once(places, "e-mail address of a private person")


def _addresses(text: str) -> Iterator[re.Match[str]]:
    """Where addresses stand, looked for around their signs."""
    done, at = 0, text.find("@")
    while at >= 0:
        match = ADDRESS.search(text, max(done, at - LONGEST_NAME), at + LONGEST_DOMAIN)
        if match is not None:
            yield match
        done = at + 1 if match is None else max(match.end(), at + 1)
        at = text.find("@", done)


def _of_people(domain: str) -> bool:
    return domain in PROVIDERS or domain.partition(".")[2] in PROVIDERS


RULE = Rule(
    code="MP901",
    name="private-e-mail",
    summary="The e-mail address of a private person is printed",
    why=(
        "Minutes are published and kept for good. Somebody who wrote to the council did not ask for that, and the "
        "decision can be understood without the address."
    ),
    source="UK GDPR, Article 5(1)(c) (data minimisation)",
    check=_check,
    bad=(
        "Oxbow Parish Council\nContact: oxbowparish@gmail.com\n\n1. Apologies\nThere were none.\n\n"
        "2. Correspondence\nA letter was received from a resident, mara.birch@btinternet.com, about the lane.\n"
    ),
    good=(
        "Oxbow Parish Council\nContact: oxbowparish@gmail.com\n\n1. Apologies\nThere were none.\n\n"
        "2. Correspondence\nA letter was received from a resident about the lane.\n"
    ),
    at=(8,),
)
