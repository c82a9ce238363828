"""What is said of a person beside the name: roles of the sitting, arrivals and departures."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.reader import Node
from minutesparse.vocabulary.people import ROLE_PARTS, ROLES


@cache
def role_pattern() -> re.Pattern[str]:
    """Words that give one of the contract's roles; a group for each."""
    roles = "|".join(f"(?P<{role}>{'|'.join(words)})" for role, words in ROLES.items())
    return re.compile(
        rf"""
        \b(?: (?P<not> (?:past|former|retiring|outgoing|deputy|assistant|committee|minutes?|sub|senior|junior)
                        [ -]{{1,3}} (?:(?:town|city|parish|board)[ ])? clerk
                     | (?:past|former|student|immediate[ ]past)[ ](?:chair\w*|president|mayor) )
            | {roles} )(?![\w'\u2019])
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _role_part() -> re.Pattern[str]:
    return re.compile("|".join(ROLE_PARTS))


@cache
def _elsewhere() -> re.Pattern[str]:
    """The body of a chair who is not this meeting's."""
    return re.compile(r"\s+of\s+(?:the\s+)?(?!council|board|committee|meeting|the\b)\w", re.IGNORECASE)


def roles_of(text: str) -> list[str]:
    """The contract's roles that the words of a post give, in the order printed.

    "Vice Chair" gives vice_chair; "Deputy Clerk" and "Chair of the Rowing Club" nothing.
    """
    roles: list[str] = []
    if _role_part().search(text.lower()) is None:
        return roles
    for match in role_pattern().finditer(text):
        role = match.lastgroup or "not"
        if role in ("chair", "vice_chair") and _elsewhere().match(text, match.end()):
            continue
        if role != "not" and role not in roles:
            roles.append(role)
    return roles


# What stands before a role that is all of a post: "the Chair", "in the Chair".
_BEFORE_ROLE = re.compile(r"\W*(?:(?:in\s+)?the\s+)?", re.IGNORECASE)


def is_only_role(post: str, roles: list[str]) -> bool:
    """True for a post that says no more than one of ``roles``: "Chair", "in the Chair"; a clerk's is a post."""
    lead = _BEFORE_ROLE.match(post)
    match = role_pattern().match(post, lead.end() if lead else 0)
    return (
        match is not None
        and match.lastgroup in roles
        and match.lastgroup != "clerk"
        and not any(letter.isalnum() for letter in post[match.end() :])
    )


@cache
def _moment() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<move> \b(?:arriv\w++|join\w++|enter\w++|from) | (?P<out>left|leav\w++|depart\w++|until|up[ ]to|to)\b )
        (?: \s++ (?:at|from|the|meeting|after|before|during|by|in|about|approximately|this|chamber) ){0,5}+ \s*+
        (?: (?P<hour>\d{1,2}) (?: [:.](?P<minute>\d{2}) )?+ \s{0,2} (?P<half>[ap]\.?\s?m\b\.?|hrs|hours|noon)?
          | (?:agenda\s+)?(?:items?|minutes?|min)(?:\s+(?:no\.?|number))?\s*+(?P<item>[A-Z]{0,3}[./]?\d[\w./]{0,10}) )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def periods_of(text: str) -> list[Node]:
    """Arrivals and departures that words such as "from 7.15pm", "left at item 5", "arrived at 7:32 a.m." record."""
    node: Node = {"from_time": None, "to_time": None, "from_item": None, "to_item": None, "text": text}
    for match in _moment().finditer(text):
        side = "to" if match["out"] else "from"
        if match["item"]:
            node[f"{side}_item"] = match["item"].rstrip("./")
        elif match["hour"] and (match["minute"] or match["half"]):
            node[f"{side}_time"] = _clock(match["hour"], match["minute"], match["half"])
    return [node] if any(node[key] for key in ("from_time", "to_time", "from_item", "to_item")) else []


def _clock(hour: str, minute: str | None, half: str | None) -> str | None:
    """HH:MM of a printed time; a bare "7.15" is unknown, for nothing says which half of the day it is."""
    hours, minutes = int(hour), int(minute or 0)
    if hours > 23 or minutes > 59 or (half is None and hours < 13):
        return None
    if half and half[0] in "pP" and hours < 12:
        hours += 12
    elif half and half[0] in "aA" and hours == 12:
        hours = 0
    return f"{hours:02}:{minutes:02}"
