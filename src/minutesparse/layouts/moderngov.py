"""Pages of the ModernGov committee system, as browsers copy and text browsers dump them.

Its page templates print the same labels for every council: "Agenda item", "Minutes:", "Additional documents:".
"""

from __future__ import annotations

from minutesparse.layouts.base import Layout

BODY_LABELS = {
    "minutes": "minutes",
    "draft minutes": "minutes",
    "cofnodion": "minutes",
    "cofnodion drafft": "minutes",
    "decision": "decision",
    "decisions": "decision",
    "penderfyniad": "decision",
    "penderfyniadau": "decision",
    "supporting documents": "documents",
    "additional documents": "documents",
    "dogfennau ategol": "documents",
    "dogfennau ychwanegol": "documents",
}

PAGE_FURNITURE = {
    "media": "furniture",
    "you are here": "furniture",
    "councillors and committees": "furniture",
    "council meetings": "furniture",
    "no. | item |": "furniture",
    "view recorded vote for this item": "share",
    "items": "furniture",
    "no. item": "furniture",
    "no item": "furniture",
    "no.": "furniture",
    "item": "furniture",
    "view directions": "furniture",
    "share this item": "share",
    "share this page": "furniture",
    "print this page": "furniture",
    "rating button": "share",
    "view the agenda": "furniture",
    "skip to main content": "furniture",
    "home": "furniture",
}

MEETING_TITLES = (
    "agenda and minutes",
    "agenda and draft minutes",
    "agenda, decisions and minutes",
    "agenda, decisions and draft minutes",
    "agenda and decisions",
    "agenda, minutes and decisions",
)

ITEM = Layout(
    "moderngov-item",
    "one agenda item page of a committee system: title, purpose, Minutes, supporting documents",
    signature={
        "agenda item": 3,
        "agenda item details": 3,
        "supporting documents": 2,
        "minutes": 1,
        "decision": 1,
    },
    threshold=3,
    labels={"agenda item": "item", "agenda item details": "item", **BODY_LABELS, **PAGE_FURNITURE},
)

MEETING = Layout(
    "moderngov-meeting",
    "a meeting page of a committee system: head, then the numbered table of items with their minutes",
    signature={
        **dict.fromkeys(MEETING_TITLES, 4),
        "no. item": 4,
        "additional documents": 3,
        "minutes": 1,
        "decision": 1,
    },
    threshold=4,
    labels={**dict.fromkeys(MEETING_TITLES, "head"), **BODY_LABELS, **PAGE_FURNITURE},
)

ISSUE_TITLES = ("issue - meetings", "issue - decisions", "issue details")

ISSUE = Layout(
    "moderngov-issue",
    "an issue page of a committee system: the meetings that took an issue, each with decision and minutes",
    signature={**dict.fromkeys(ISSUE_TITLES, 5), "minutes": 1, "decision": 1},
    threshold=5,
    labels={**dict.fromkeys(ISSUE_TITLES, "head"), **BODY_LABELS, **PAGE_FURNITURE},
)
