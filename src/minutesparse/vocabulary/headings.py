"""Words of headings: what agendas of councils call their items, in every country that the extractor reads.

Made from `headings.toml` by ``make vocabulary``.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from minutesparse.vocabulary.additions import parts, printed_parts, words

# Titles that open business everywhere; compared case folded, at the heading's start.
TITLES: tuple[str, ...] = (
    "adjourn", "adjournment", "agenda", "announcements", "any other", "any other business", "aob", "aocb", "apologies",
    "apology", "appointment", "approval of", "approve", "attendance", "budget", "call to order", "chair's",
    "chairman's", "chairman’s", "chairperson", "chair’s", "clerk's", "clerk’s", "close", "closed meeting",
    "closed session", "closing", "committee reports", "communications", "community", "conclusion",
    "confirmation of minutes", "consent", "consider", "consideration of", "correspondence", "county council",
    "date of next", "declaration", "director's report", "disclosure", "election of", "exclusion of", "exempt",
    "extension of time", "finance", "financial", "footpaths", "future", "general", "health and safety", "highways",
    "in camera", "introduction", "invocation", "items for", "matters arising", "meeting closed", "members' interests",
    "minutes", "moment of silence", "new business", "next meeting", "notice of motion", "notices of motion",
    "old business", "open forum", "open session", "opening", "other business", "parish matters", "part ii", "part two",
    "petitions", "planning", "playing field", "pledge of allegiance", "police", "prayer", "present", "presentation",
    "procedural", "proceedings", "public comment", "public forum", "public hearing", "public participation",
    "public question", "public session", "questions", "ratification of", "recess", "recruitment", "regular agenda",
    "report", "review and", "review of", "rise and report", "roll call", "secretary", "staff report", "to adopt",
    "to agree", "to appoint", "to approve", "to authorise", "to confirm", "to consider", "to discuss", "to elect",
    "to note", "to ratify", "to receive", "to resolve", "to review", "treasurer", "unfinished business", "update",
    "urgent", "village", "votes of", "welcome", "work programme", "workshop", "acknowledgement of country",
    "acknowledgment of country", "acknowledgement of traditional", "acknowledgement of the land",
    "land acknowledgement", "land acknowledgment", "territorial acknowledgement", "traditional territory", "karakia",
    "mihi whakatau", "nau mai", "ngā tamōtanga", "ngā whakapāha", "whakapāha", "te whakapuaki", "te whakaū",
    "he tamōtanga", "ngā petihana", "te matapaki", "leave of absence", "leaves of absence", "order of the day",
    "orders of the day", "regrets", "deputation", "delegation", "by-law", "bylaw", "in-camera", "mayoral minute",
    "mayor's report", "questions with notice", "questions on notice", "general business", "late items",
    "business arising", "matters for", "national anthem", "o canada", "flag salute", "salute to the flag",
    "citizen comments", "citizens' comments", "public input", "privilege of the floor", "proclamation",
    "executive session", "good of the order", "conflict of interest", "conflicts of interest", "disclosures of",
    "pecuniary interest", "reeve's report", "supervisor's report", "selectmen's report", "warrant", "accounts payable",
    "ordinance", "first reading", "second reading", "third reading", "committee of the whole", "miontuairiscí",
    "leithscéalta", "leithscéal", "comhfhreagras", "gnó eile", "aon ghnó eile", "comhbhrón", "fógraí",
    "fógra tairisceana", "rúin", "tairiscintí", "dáta an chéad", "ceisteanna", "gnóthaí", "ymddiheuriadau",
    "datgan buddiannau", "datgan buddiant", "datganiad", "cofnodion", "cadarnhau", "materion", "gohebiaeth",
    "cynllunio", "cyllid", "unrhyw fater arall", "unrhyw fusnes arall", "dyddiad y cyfarfod", "adroddiad", "croeso",
    "cyfranogiad", "cyfranogaeth", "cwestiynau", "ceisiadau cynllunio", "anfonebau", "ethol", "presennol",
    "yn bresennol", "i láthair",
    *words("headings.titles"),
)

# Words that make a line a sentence and not a heading: finite verbs of reporting.
SENTENCE_WORDS: tuple[str, ...] = (
    "advised", "agreed that", "called the", "confirmed that", "declared", "explained", "gave", "opened the", "outlined",
    "presented", "recited", "welcomed", "asked", "are", "had", "has been", "have been", "informed", "is", "noted that",
    "proposed", "reported", "said", "seconded", "stated", "thanked", "was", "were", "will be", "would", "has", "have",
    *words("headings.sentence_words"),
)

# What opens a motion, a vote, a label of a form or a signature, and no title; as patterns.
NO_TITLES: tuple[str, ...] = (
    "m/s/c", "vote[ ]on[ ](?:the[ ])?motion",
    r"(?:resolution|motion)[ ](?:no\.?[ ]?|number[ ]|\#)?\w{0,4}-?\d[\w/-]{0,12}\Z",
    r"motion(?:[ ]?:|\Z|[ ](?:carried|by|was|made|defeated|passed)\b)", "motion[ ]to[ ](?!adjourn)",
    r"(?:passed|lost|adopted|attachments?|draft|agenda[ ]items?|agenda)\b[ ]?:?(?:\Z|[ ](?:unanim|until|\d))", "moved",
    "seconded",
    r"proposed(?![ ](?:loan|disposal|development|extension|works|scheme|budget|variation|lease|sale|acquisition|closure|changes?|by-?laws?|licen[cs]e|agreement|purchase|dates?)\b)",
    "resolved", "resolution:", r"(?:recommended|agreed|noted|approved|deferred)(?:[ ]?[:.\u2013-]|[ ]that|\Z)",
    "carried", "defeated", "unanim", "whereas", "that[ ]", "(?:voice|roll[ ]call)[ ]vote", r"voting\b",
    "votes?[ ]?(?::|for)", r"(?:ayes?|nays?|noes|yeas?|against)\b", r"for[ ]?[:(\d-]", "abst", "absent[ ]?[:-]",
    "in[ ]favou?r", "(?:recommendations?|actions?|decision|reasons?|discussion)[ ]?:",
    "(?:from|to|subject|date|time|venue|location|re|cc)[ ]?:", "signed", r"(?:chairman|chair|clerk|secretary)\Z",
    "respectfully", "penderfynwyd", "cytunwyd", "argymhellwyd", "nodwyd", "cynigiwyd", "eiliwyd", "ar mholadh",
    r"lost\b[ ]?(?:\Z|[.!])",
    *parts("headings.no_titles", "decisions.leads.resolved", "decisions.leads.recommended", "decisions.leads.agreed", "decisions.leads.noted", "decisions.verbs.resolved", "decisions.verbs.recommended", "decisions.verbs.agreed", "decisions.verbs.noted", "decisions.movers", "decisions.seconders"),
)

# Words before an attendance label ("Board members present").
ATTENDANCE_BEFORE: tuple[str, ...] = (
    "elected", "board", "council", "committee", "district", "voting", "others?", "also", "officers?", "officials?",
    "public", "staff", "members?", "councillors?", "those",
    *parts("headings.attendance_before"),
)

# Labels of the attendance part.
ATTENDANCE_LABELS: tuple[str, ...] = (
    "present", "in attendance", "attendance", "attendees", "attending", "apologies", "absent", "also present",
    "officers?", "officials?", "observers?", "staff", "guests?", "visitors?", "regrets", "members?", "councillors?",
    "clerk", "chair(?:man|person)?", "i láthair", "yn bresennol", "presennol", "ymddiheuriadau", "leithscéalta",
    "leithscéal", "as láthair", "absennol", "cadeirydd", "cathaoirleach", "reeve",
    *parts("headings.attendance_labels", "people.present_words", "people.apology_words", "people.absent_words"),
)

# Words that open a sentence where a title runs into its text without a stop.
OPENERS: tuple[str, ...] = (
    "The", "It", "There", "This", "These", "An?", r"Cllrs?\.?", "Councillors?", "Clerk", r"Mrs?\.?", "Following",
    "Further", "Members", "After", "We", "Two", "Three", "Some", "Nothing", "None", "Letter", "Email", "Request",
    "Discussion",
    *printed_parts("headings.openers"),
)

# Titles before a name that only says who speaks ("Cllr Ash: …").
SPEAKERS: tuple[str, ...] = (
    "mayor", "councill?or", "cllr", "mr", "mrs", "ms", "miss", "dr", "director", "trustee", "commissioner", "president",
    r"chair\w*", "cynghorydd", "comhairleoir", "cr", "reeve", "supervisor", "alderman",
    *parts("headings.speakers", "people.member_titles", "people.personal_titles", "people.roles.vice_chair", "people.roles.deputy_mayor", "people.roles.mayor", "people.roles.chair", "people.roles.clerk"),
)

# Titles before the names that follow "Apologies" or "Present" on its line.
LISTED_TITLES: tuple[str, ...] = (
    "cllrs?", "councillors?", "mrs?", "ms", "dr", "miss", "crs?", "cyng(?:horydd|horwyr)?", "comhairleoir(?:í)?",
    "supervisors?", "ald(?:erm[ae]n)?",
    *parts("headings.listed_titles", "people.member_titles", "people.personal_titles", "people.plural_titles"),
)
