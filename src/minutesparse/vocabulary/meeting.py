"""Words that name bodies, places, kinds of meeting and the labels of a meeting's own data. Lower case; patterns."""

from __future__ import annotations

# Last words of the name of an authority.
AUTHORITIES = (
    "council", "councils", "authority", "township", "borough", "assembly", "association", "corporation",
    "(?<!municipal )district(?! council)", "comhairle", "cyngor",
)  # fmt: skip

# Kinds of place that an authority is called after: "Town of Anyford", "Council of the City of Anyford".
PLACES = ("town", "city", "village", "township", "borough", "county", "municipality", "parish")

# First words of an authority's name in Irish and Welsh, which put the kind before the place.
CELTIC_AUTHORITIES = ("comhairle", "cyngor")

# Last words of the name of a body that is not the authority itself.
BODIES = (
    r"(?:sub-?\ ?)?committees?(?:\ of\ the\ whole)?", "cabinet", "panel", "board", "group", "forum", "commission",
    "executive", "working party", "task force", "municipal district", "selectmen", "trustees", "sub-group",
    "advisory committee", r"board\ of\ \w+(?:['’]s?)?",
)  # fmt: skip

# Parts of the words that tell a body's name; a text without any of them names none.
NAME_PARTS = (
    "council", "authority", "township", "borough", "assembly", "association", "corporation", "district", "comhairle",
    "cyngor", "town", "city", "village", "county", "municipality", "parish", "committee", "cabinet", "panel", "board",
    "group", "forum", "commission", "executive", "working party", "task force", "selectmen", "trustees",
)  # fmt: skip

# Words that a name is made of without naming anybody: "the Parish Council", "the above Council".
GENERIC = (
    "the", "a", "an", "above", "county", "parish", "town", "city", "district", "borough", "community", "council",
    "full", "plenary", "members", "meeting", "of", "school", "authority", "association", "township",
    "y", "yr", "cyngor", "cyfarfod", "cyffredinol", "llawn", "blynyddol", "arbennig",
)  # fmt: skip

# Words that stand in small letters in the name of a council: "Barton on the Moor and Ash Parish Council".
NAME_LINKS = (
    *GENERIC, "and", "with", "in", "on", "upon", "under", "by", "at", "near", "next", "le", "la", "de", "cum", "juxta",
    "na", "an", "ar", "i", "o", "am", "ac", "borough", "regional", "rural", "councils", "comhairle",
)  # fmt: skip

# Words of posts and of decisions, which the name of a council does not hold.
NO_COUNCILS = (
    "clerk", "chair", "chairman", "chairperson", "mayor", "leader", "secretary", "member", "councillor", "councillors",
    "cllr", "recommended", "refused", "objected", "supported",
)  # fmt: skip

# Kinds of meeting, wherever they stand before a body's name or "meeting".
KINDS = (
    "annual", "special", "ordinary", "regular", "regularly", "extraordinary", "extra-ordinary", "monthly", "weekly",
    "quarterly", "scheduled", "statutory", "adjourned", "inaugural", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip

# Kinds of meeting only right before "meeting", "session" or "minutes"; else they belong to a name ("General Purposes").
KINDS_BEFORE_MEETING = (
    "general", "budget", "emergency", "virtual", "remote", "plenary", "public", "joint", "first", "second", "business",
    "action", "summary", "open", "final", "full", "approved", "unapproved", "draft", "official",
)  # fmt: skip

# Verbs of a title or sentence that says where and when a meeting was.
HELD = ("held", "convened", "met", "cynhaliwyd")

# Parts of the words that a title holds; a line without any of them is none.
TITLE_PARTS = (
    "meeting", "minute", "agm", "session", "summary", "record", "note", "proceedings", "cofnodion", "miontuairisc",
)  # fmt: skip

# What the record of a meeting is called.
RECORDS = ("minutes?", "summary", "record", "notes?", "proceedings", "cofnodion", "miontuairisc[ií]")

# Words that mark a place in the title area as the venue.
VENUES = (
    "hall", "room", "chambers?", "library", "school", "church", "centre", "center", "house", "offices", "academy",
    "building", "buildings", "theatre", "pavilion", "institute", "club", "chapel", "college", "hotel", "seomra",
    "áras", "neuadd",
)  # fmt: skip

# Services that remote meetings are held by.
ONLINE = (
    r"(?:ms|microsoft)\ teams", "zoom", "webex", "skype", "google meet", "youtube", "video ?conferenc(?:e|ing)",
    "tele(?:phone )?conferenc(?:e|ing)", "conference call",
)  # fmt: skip

# What a page prints before the body of a meeting that does not stand where it stood, or was added.
MOVED = ("(?:moved|postponed|rescheduled|rearranged|brought forward) (?:from|to)",)

# Labels of the head and the field that each names.
LABELS = (
    ("date", r"(?:date\ of\ (?:the\ )?meeting|meeting\ date|date\ held|meeting\ held)(?:\ ?[/&]\ ?time)?"),
    ("date", r"date(?:\ (?:and|&)\ time)?|date\ of\ decision|decision\ date|dyddiad"),
    ("time", r"(?:start\ |meeting\ )?time(?:\ of\ meeting)?|amser"),
    ("venue", r"venue|location|lleoliad|place(?:\ of\ meeting)?|held\ at\ the\ following\ locations?"),
    ("title", r"title|meeting|decided\ at\ meeting|subject|minutes\ of(?:\ the\ meeting\ of)?"),
    ("committee", r"committee|board|decision\ maker"),
    ("council", r"council|authority"),
    ("contact", r"contact|cyswllt"),
)

# Words of a line that gives the state of the minutes.
DRAFT = ("draft", "unapproved", "unconfirmed", "unadopted", "subject to (?:confirmation|approval)", "unsigned")
CONFIRMED = ("approved", "adopted", "confirmed", "ratified")

# What ends the words of a venue that runs on in the sentence.
AFTER_VENUE = (
    "following", "with the following", "commencing", "starting", "beginning", "to consider", "for the purpose", "when",
    "at which", "present", "immediately", "pursuant", "in accordance", "to discuss", "after the", "and was", "where",
    "which", "on the rising", "to be followed", "view directions", "view map", "the chair", "members", "those",
)  # fmt: skip

# Posts of those who sign minutes; the whole line or what follows the name.
SIGNATORIES = (
    "chair", "chairman", "chairwoman", "chairperson", "vice[- ]chair(?:man|person)?", "(?:deputy )?mayor", "president",
    "vice[- ]president", "(?:parish |town |city |county |township |deputy |board |council |municipal )*clerk",
    "(?:board |recording |executive |council )*secretary", "cathaoirleach", "reeve", "provost", "supervisor",
    "cadeirydd", "convener", "convenor", "general manager", "town manager", "meetings administrator",
    "director of services", "chief executive", "ardmhéara", "leader",
)  # fmt: skip

# Parts of the words that make a line a signature; a line without any of them is not looked at.
SIGNATURE_PARTS = (
    "signed", "submitted", "attest", "witnessed", "chair", "mayor", "president", "clerk", "secretary",
    "cathaoirleach", "reeve", "provost", "supervisor", "cadeirydd", "conven", "manager", "administrator",
    "director of services", "chief executive", "ardmhéara", "leader",
)  # fmt: skip

# What sits, as sentences about its opening and closing call it.
SITTINGS = (
    "meeting", "session", "council", "committee", "board", "sitting", "assembly", "proceedings", "business", "cabinet",
    "agm", "cyfarfod",
)  # fmt: skip

# Parts of a meeting that open and close on their own.
PARTS_OF_SITTINGS = (
    "hearing", "public forum", "public session", "public participation", "comment period", "open questions",
    "closed session", "executive session", "standing orders", "debate", "polls?", "office", "road", "presentation",
)  # fmt: skip

# Verbs of a sitting's course; patterns.
OPENING = (
    r"call(?:ed|ing)?\b(?:\W+\w+){0,12}?\W+to\W+order", "call(?:ed)? to order", "opened", "opens", "started",
    "commenced", "began", "convened", "met", "dechreuodd",
)  # fmt: skip
CLOSING = (
    r"adjourn(?:ed|ment|s|ing|)", "closed(?! session)", "closes", r"clos(?:e|ure) of (?:the )?meeting", "ended", "ends",
    "finished", "concluded", "terminated", "daeth", "end of meeting",
)  # fmt: skip
PAUSING = (r"recess(?:ed|)", r"(?:suspended|paused)", r"took\ a\ (?:\w+ )?(?:break|recess)", "broke")
RESUMING = (
    r"resum(?:ed|es)", r"re-?conven(?:ed|es|e)", "returned", r"re-?opened", "re-?started",
    r"call(?:ed)?\b(?:\W+\w+){0,4}?\W+back\W+to\W+order",
)  # fmt: skip

# Verbs whose times are of something else: people who come and go, meetings to come.
ELSEWHERE = (
    "arriv(?:ed|es|ing)", "left", "leav(?:es|ing)", "joined", "departed", "entered", "returned to the meeting", "held",
    "will", "to be", "next meeting", "next", "commencing", "starting", "beginning", "convening", "scheduled", "would",
    "hold", "moved to", "went", "extend(?:ed)?", "from",
)  # fmt: skip
