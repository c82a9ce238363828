"""What tells the data of a private person from the contacts of a council, a body or a firm."""

from __future__ import annotations

import re
from functools import cache

from minutesparse.checks.page import Page

REACH = 160  # characters before something in which words may say whose it is

# Who has contacts that the public is meant to use, or who acts for a body.
OFFICIAL = re.compile(
    r"""
    \b (?: clerks? | council(?:['\u2019]s)? | office(?:rs?)? | helpline | hotline | switchboard | support | customer
         | call[ ]centre | police | surgery | school | library | trust | charity | society | association | company | ltd
         | limited | department | team | agency | authority | service | services | crime | fire | consultation
         | enquiries | bookings | website | contractor | solicitors? | engineer | m\.?p\.? | fax ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def in_business(page: Page, offset: int) -> bool:
    """True where ``offset`` lies in the text of an item: heads, feet and contact lines hold contacts of the body."""
    for contact in page.meeting["contacts"]:
        if contact["span"]["start"] <= offset < contact["span"]["end"]:
            return False
    item = page.item_at(offset)
    return item is not None and page.line_at(offset).role not in ("meeting", "attendance", "furniture", "signature")


def official(page: Page, start: int, end: int) -> bool:
    """True where the words around ``[start, end)``, in its sentence or line, speak of a body or an officer."""
    line = page.line_at(start)
    first = max(page.source.starts[max(0, line.index - 1)], start - REACH)
    return OFFICIAL.search(page.text, first, min(page.line_at(max(start, end - 1)).stop, end + 60)) is not None


@cache
def person() -> re.Pattern[str]:
    """A title and name, in front of what belongs to that person."""
    return re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\b\.?[ ](?:[A-Z][\w.'\u2019-]*+[ ]?){1,3}")


def is_private(page: Page, start: int, end: int) -> bool:
    """True where ``[start, end)`` stands in the text of an item and no words near it make it official.

    To be asked last: it looks for the item.
    """
    return not official(page, start, end) and in_business(page, start)
