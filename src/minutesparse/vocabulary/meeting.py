"""Words that name bodies, places, kinds of meeting and the labels of a meeting's own data. Lower case; patterns.

Made from `meeting.toml` by ``make vocabulary``.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from minutesparse.vocabulary.additions import parts, words

# Last words of the name of an authority.
AUTHORITIES: tuple[str, ...] = (
    "council", "councils", "authority", "township", "borough", "assembly", "association", "corporation",
    "(?<!municipal )district(?! council)", "comhairle", "cyngor", "shire", "selectboard",
    *parts("meeting.authorities"),
)

# Kinds of place that an authority is called after: "Town of Anyford", "Council of the City of Anyford".
PLACES: tuple[str, ...] = (
    "town", "city", "village", "township", "borough", "county", "municipality", "parish", "shire", "hamlet",
    "rural municipality", "municipal district", "regional municipality", "regional district", "city and county",
    *parts("meeting.places"),
)

# First words of an authority's name in Irish and Welsh, which put the kind before the place.
CELTIC_AUTHORITIES: tuple[str, ...] = (
    "comhairle", "cyngor",
    *parts("meeting.celtic_authorities"),
)

# Last words of the name of a body that is not the authority itself.
BODIES: tuple[str, ...] = (
    r"(?:sub-?\ ?)?committees?(?:\ of\ the\ whole)?", "cabinet", "panel", "board", "group", "forum", "commission",
    "executive", "working party", "task force", "municipal district", "selectmen", "trustees", "sub-group",
    "advisory committee", r"board\ of\ \w+(?:['’]s?)?", "select board", "selectboard", "council of the whole",
    "ward committee", "community board", "local board", "is-bwyllgor",
    *parts("meeting.bodies"),
)

# Parts of the words that tell a body's name; a text without any of them names none.
NAME_PARTS: tuple[str, ...] = (
    "council", "authority", "township", "borough", "assembly", "association", "corporation", "district", "comhairle",
    "cyngor", "town", "city", "village", "county", "municipality", "parish", "committee", "cabinet", "panel", "board",
    "group", "forum", "commission", "executive", "working party", "task force", "selectmen", "trustees", "shire",
    "hamlet", "bwyllgor", "pwyllgor", "coiste",
    *parts("meeting.authorities", "meeting.places", "meeting.celtic_authorities", "meeting.bodies"),
)

# Words that a name is made of without naming anybody: "the Parish Council", "the above Council".
GENERIC: tuple[str, ...] = (
    "the", "a", "an", "above", "county", "parish", "town", "city", "district", "borough", "community", "council",
    "full", "plenary", "members", "meeting", "of", "school", "authority", "association", "township", "y", "yr",
    "cyngor", "cyfarfod", "cyffredinol", "llawn", "blynyddol", "arbennig", "comhairle", "cruinniú", "míosúil",
    "bliantúil", "speisialta", "shire", "o'r", "o’r", "na", "ar", "chruinniú", "chomhairle", "gcomhairle", "gyfarfod",
    "cymuned", "tref", "sir", "gyngor", "chontae", "cathrach",
    *words("meeting.generic", "meeting.authorities", "meeting.celtic_authorities"),
)

# Words that stand in small letters in the name of a council: "Barton on the Moor and Ash Parish Council".
NAME_LINKS: tuple[str, ...] = (
    "and", "with", "in", "on", "upon", "under", "by", "at", "near", "next", "le", "la", "de", "cum", "juxta", "na",
    "ar", "i", "o", "am", "ac", "regional", "rural", "councils", "comhairle",
    *words("meeting.name_links"),
)

# Words of posts and of decisions, which the name of a council does not hold.
NO_COUNCILS: tuple[str, ...] = (
    "clerk", "chair", "chairman", "chairperson", "mayor", "leader", "secretary", "member", "councillor", "councillors",
    "cllr", "recommended", "refused", "objected", "supported",
    *words("meeting.no_councils"),
)

# Kinds of meeting, wherever they stand before a body's name or "meeting".
KINDS: tuple[str, ...] = (
    "annual", "special", "ordinary", "regular", "regularly", "extraordinary", "extra-ordinary", "monthly", "weekly",
    "quarterly", "scheduled", "statutory", "adjourned", "inaugural", "january", "february", "march", "april", "may",
    "june", "july", "august", "september", "october", "november", "december",
    *parts("meeting.kinds"),
)

# Kinds of meeting only right before "meeting", "session" or "minutes"; else they belong to a name ("General
# Purposes").
KINDS_BEFORE_MEETING: tuple[str, ...] = (
    "general", "budget", "emergency", "virtual", "remote", "plenary", "public", "joint", "first", "second", "business",
    "action", "summary", "open", "final", "full", "approved", "unapproved", "draft", "official",
    *parts("meeting.kinds_before_meeting"),
)

# Verbs of a title or sentence that says where and when a meeting was.
HELD: tuple[str, ...] = (
    "held", "convened", "met", "cynhaliwyd", "a tionóladh", "tionóladh", "a reáchtáladh", "reáchtáladh", "gynhaliwyd",
    *parts("meeting.held"),
)

# What is held, as the words before the verb say.
OCCASIONS: tuple[str, ...] = (
    "minutes", "meeting", "summary", "session", "cyfarfod", "gyfarfod", "cofnodion", "cruinniú", "chruinniú",
    *words("meeting.occasions", "meeting.records"),
)

# Parts of the words that a title holds; a line without any of them is none.
TITLE_PARTS: tuple[str, ...] = (
    "meeting", "minute", "agm", "session", "summary", "record", "note", "proceedings", "cofnodion", "miontuairisc",
    "cyfarfod", "cruinniú", "chruinniú",
    *parts("meeting.records"),
)

# What the record of a meeting is called.
RECORDS: tuple[str, ...] = (
    "minutes?", "summary", "record", "notes?", "proceedings", "cofnodion", "miontuairisc[ií]", "cofnod", "minute book",
    *parts("meeting.records"),
)

# Words that mark a place in the title area as the venue.
VENUES: tuple[str, ...] = (
    "hall", "room", "chambers?", "library", "school", "church", "centre", "center", "house", "offices", "academy",
    "building", "buildings", "theatre", "pavilion", "institute", "club", "chapel", "college", "hotel", "seomra", "áras",
    "neuadd", "ystafell", "siambr", "canolfan", "ysgol", "halla", "scoil", "marae", "courthouse", "town hall",
    "firehouse", "grange",
    *parts("meeting.venues"),
)

# Services that remote meetings are held by.
ONLINE: tuple[str, ...] = (
    r"(?:ms|microsoft)\ teams", "zoom", "webex", "skype", "google meet", "youtube", "video ?conferenc(?:e|ing)",
    "tele(?:phone )?conferenc(?:e|ing)", "conference call",
    *parts("meeting.online"),
)

# What a page prints before the body of a meeting that does not stand where it stood, or was added.
MOVED: tuple[str, ...] = (
    "(?:moved|postponed|rescheduled|rearranged|brought forward) (?:from|to)",
    *parts("meeting.moved"),
)

# Labels of the head and the field that each names.
LABELS: dict[str, tuple[str, ...]] = {
    "date": (
        r"(?:date\ of\ (?:the\ )?meeting|meeting\ date|date\ held|meeting\ held)(?:\ ?[/&]\ ?time)?",
        r"date(?:\ (?:and|&)\ time)?|date\ of\ decision|decision\ date|dyddiad",
        r"dáta|dáta\ an\ chruinnithe|dyddiad\ y\ cyfarfod",
        *parts("meeting.labels.date"),
    ),
    "time": (
        r"(?:start\ |meeting\ )?time(?:\ of\ meeting)?|amser",
        *parts("meeting.labels.time"),
    ),
    "venue": (
        r"venue|location|lleoliad|place(?:\ of\ meeting)?|held\ at\ the\ following\ locations?",
        r"ionad|áit|lleoliad\ y\ cyfarfod",
        *parts("meeting.labels.venue"),
    ),
    "title": (
        r"title|meeting|decided\ at\ meeting|subject|minutes\ of(?:\ the\ meeting\ of)?",
        *parts("meeting.labels.title"),
    ),
    "committee": (
        r"committee|board|decision\ maker",
        *parts("meeting.labels.committee"),
    ),
    "council": (
        "council|authority",
        *parts("meeting.labels.council"),
    ),
    "contact": (
        "contact|cyswllt", "teagmháil",
        *parts("meeting.labels.contact"),
    ),
}

# Words of a line that gives the state of the minutes.
DRAFT: tuple[str, ...] = (
    "draft", "unapproved", "unconfirmed", "unadopted", "subject to (?:confirmation|approval)", "unsigned", "drafft",
    "dréacht", "unratified",
    *parts("meeting.draft"),
)

# Words of a line that gives the state of the minutes.
CONFIRMED: tuple[str, ...] = (
    "approved", "adopted", "confirmed", "ratified",
    *parts("meeting.confirmed"),
)

# What ends the words of a venue that runs on in the sentence.
AFTER_VENUE: tuple[str, ...] = (
    "following", "with the following", "commencing", "starting", "beginning", "to consider", "for the purpose", "when",
    "at which", "present", "immediately", "pursuant", "in accordance", "to discuss", "after the", "and was", "where",
    "which", "on the rising", "to be followed", "view directions", "view map", "the chair", "members", "those",
    *parts("meeting.after_venue"),
)

# Posts of those who sign minutes; the whole line or what follows the name.
SIGNATORIES: tuple[str, ...] = (
    "chair", "chairman", "chairwoman", "chairperson", "vice[- ]chair(?:man|person)?", "(?:deputy )?mayor", "president",
    "vice[- ]president", "(?:parish |town |city |county |township |deputy |board |council |municipal )*clerk",
    "(?:board |recording |executive |council )*secretary", "cathaoirleach", "reeve", "provost", "supervisor",
    "cadeirydd", "convener", "convenor", "general manager", "town manager", "meetings administrator",
    "director of services", "chief executive", "ardmhéara", "leader", "y cadeirydd", "an cathaoirleach", "is-gadeirydd",
    "llywydd", "warden", "deputy reeve", "(?:shire|council|board) president", "presiding (?:member|officer)",
    "(?:town|township) supervisor", "chief administrative officer", "corporate officer", "(?:city|town) recorder",
    "borough secretary", "y clerc", "clerc", "clerc y cyngor", "mayor pro tem(?:pore)?", "méara",
    *parts("meeting.signatories", "people.roles.vice_chair", "people.roles.deputy_mayor", "people.roles.mayor", "people.roles.chair", "people.roles.clerk"),
)

# Parts of the words that make a line a signature; a line without any of them is not looked at.
SIGNATURE_PARTS: tuple[str, ...] = (
    "signed", "submitted", "attest", "witnessed", "chair", "mayor", "president", "clerk", "secretary", "cathaoirleach",
    "reeve", "provost", "supervisor", "cadeirydd", "conven", "manager", "administrator", "director of services",
    "chief executive", "ardmhéara", "leader", "gadeirydd", "llywydd", "warden", "presiding", "administrative officer",
    "corporate officer", "recorder", "clerc", "méara", "llofnod", "arwyddwyd", "sínithe", "síniú",
    *parts("people.roles.vice_chair", "people.roles.deputy_mayor", "people.roles.mayor", "people.roles.chair", "people.roles.clerk", "meeting.signatories", "meeting.signed"),
)

# Titles before the name of whoever signed.
SIGNATURE_TITLES: tuple[str, ...] = (
    "councillor", "cllrs?", "cr", "mr", "mrs", "ms", "miss", "dr", "sir", "hon",
    *parts("meeting.signature_titles", "people.member_titles", "people.personal_titles"),
)

# What opens a signature.
SIGNED: tuple[str, ...] = (
    "signed", r"respect(?:fully|ively)\s+submitted", r"submitted\s+by", "attest", "witnessed", "llofnodwyd",
    "arwyddwyd", "sínithe", "síniú",
    *parts("meeting.signed"),
)

# What sits, as sentences about its opening and closing call it.
SITTINGS: tuple[str, ...] = (
    "meeting", "session", "council", "committee", "board", "sitting", "assembly", "proceedings", "business", "cabinet",
    "agm", "cyfarfod", "cruinniú", "chruinniú", "gyfarfod",
    *parts("meeting.sittings", "meeting.authorities", "meeting.bodies"),
)

# Parts of a meeting that open and close on their own.
PARTS_OF_SITTINGS: tuple[str, ...] = (
    "hearing", "public forum", "public session", "public participation", "comment period", "open questions",
    "closed session", "executive session", "standing orders", "debate", "polls?", "office", "road", "presentation",
    *parts("meeting.parts_of_sittings"),
)

# Verbs of a sitting's course; patterns.
OPENING: tuple[str, ...] = (
    r"call(?:ed|ing)?\b(?:\W+\w+){0,12}?\W+to\W+order", "call(?:ed)? to order", "opened", "opens", "started",
    "commenced", "began", "convened", "met", "dechreuodd", "thosaigh", "cychwynnodd",
    *parts("meeting.opening"),
)

# Verbs of a sitting's course; patterns.
CLOSING: tuple[str, ...] = (
    "adjourn(?:ed|ment|s|ing|)", "closed(?! session)", "closes", "clos(?:e|ure) of (?:the )?meeting", "ended", "ends",
    "finished", "concluded", "terminated", "daeth", "end of meeting", "chríochnaigh", "terfynwyd", "caewyd",
    *parts("meeting.closing"),
)

# Verbs of a sitting's course; patterns.
PAUSING: tuple[str, ...] = (
    "recess(?:ed|)", "(?:suspended|paused)", r"took\ a\ (?:\w+ )?(?:break|recess)", "broke",
    *parts("meeting.pausing"),
)

# Verbs of a sitting's course; patterns.
RESUMING: tuple[str, ...] = (
    "resum(?:ed|es)", "re-?conven(?:ed|es|e)", "returned", "re-?opened", "re-?started",
    r"call(?:ed)?\b(?:\W+\w+){0,4}?\W+back\W+to\W+order",
    *parts("meeting.resuming"),
)

# Verbs whose times are of something else: people who come and go, meetings to come.
ELSEWHERE: tuple[str, ...] = (
    "arriv(?:ed|es|ing)", "left", "leav(?:es|ing)", "joined", "departed", "entered", "returned to the meeting", "held",
    "will", "to be", "next meeting", "next", "commencing", "starting", "beginning", "convening", "scheduled", "would",
    "hold", "moved to", "went", "extend(?:ed)?", "from",
    *parts("meeting.elsewhere"),
)
