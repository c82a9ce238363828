"""Words about people: titles, posts, honours, and what an attendance part calls its groups.

Made from `people.toml` by ``make vocabulary``.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from minutesparse.vocabulary.additions import parts, words

# Titles of a member of a council, in the singular (English, Irish, Welsh).
MEMBER_TITLES: tuple[str, ...] = (
    "councillor", "cllr", "clr", "cllor", "coun", "councilor", "cr", "comhairleoir", "cmhlr", "an comhairleoir",
    "cynghorydd", "cyng", "alderman", "alderwoman", "ald", "bailie", "selectman", "selectwoman", "selectperson",
    "councilman", "councilwoman", "councilmember", "councillor(s)", "bc", "cc", "dc", "alderperson", "councilperson",
    "councilmen", "chomhairleoir", "comhairleora", "chomhairleora", "gcomhairleoir", "comh", "gynghorydd",
    "chynghorydd",
    *words("people.member_titles"),
)

# Titles that open a list of names and hold for each of them.
PLURAL_TITLES: tuple[str, ...] = (
    "councillors", "cllrs", "clrs", "councilors", "crs", "comhairleoirí", "comhairleoiri", "cmhlrí", "cynghorwyr",
    "aldermen", "selectmen", "selectwomen", "councilmembers", "messrs", "messers", "mesdames", "drs", "directors",
    "trustees", "commissioners", "supervisors", "members", "officers", "misses", "clerks", "governors", "reps",
    "representatives", "alderpersons", "councilmen", "councilwomen", "councilpersons", "gcomhairleoirí",
    "chomhairleoirí", "gynghorwyr", "chynghorwyr",
    *words("people.plural_titles"),
)

# Titles before anybody's name.
PERSONAL_TITLES: tuple[str, ...] = (
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness", "baron",
    "rev", "revd", "reverend", "canon", "preb", "fr", "father", "hon", "honourable", "honorable", "rt", "an tuasal",
    "pc", "pcso", "p.c.s.o", "p.c", "sgt", "sergeant", "insp", "inspector", "lt", "lieutenant", "capt", "captain",
    "cpt", "major", "maj", "col", "colonel", "superintendent", "supt", "cpo", "his", "her", "worship", "worshipful",
    "uasal", "bean", "monsignor", "msgr", "const", "cst",
    *words("people.personal_titles"),
)

# Offices that stand before a name as a title and after it as a post.
OFFICE_TITLES: tuple[str, ...] = (
    "director", "trustee", "commissioner", "supervisor", "member", "mayor", "chair", "chairman", "chairwoman",
    "chairperson", "president", "chief", "reeve", "provost", "convener", "convenor", "speaker", "governor", "warden",
    "leader", "ardmhéara", "ardmheara", "cathaoirleach", "senator", "deputy", "vice-chair", "vice-chairman",
    "vice-president", "vice-chairperson", "leas-chathaoirleach", "méara", "meara", "cadeirydd", "maer", "selectman",
    "gadeirydd", "arweinydd", "llywydd", "is-gadeirydd", "rúnaí", "mhéara", "faer",
    *words("people.office_titles", "people.roles.vice_chair", "people.roles.deputy_mayor", "people.roles.mayor", "people.roles.chair", "people.roles.clerk"),
)

# Heads of a post: what somebody is.
POST_NOUNS: tuple[str, ...] = (
    "manager", "officer", "assistant", "administrator", "librarian", "engineer", "planner", "executive", "counsel",
    "attorney", "solicitor", "lawyer", "barrister", "accountant", "auditor", "analyst", "advisor", "adviser",
    "consultant", "coordinator", "co-ordinator", "lead", "head", "superintendent", "surveyor", "architect", "inspector",
    "operator", "technician", "specialist", "representative", "rep", "delegate", "liaison", "editor", "reporter",
    "journalist", "press", "visitor", "guest", "resident", "observer", "recorder", "minutes-taker", "minute-taker",
    "stenographer", "demographer", "chancellor", "principal", "headteacher", "teacher", "dean", "marshal", "sergeant",
    "constable", "caretaker", "contractor", "customer", "employee", "volunteer", "trainee", "intern", "partner",
    "partners", "owner", "developer", "scientist", "nurse", "doctor", "registrar", "bursar", "comptroller",
    "controller", "cfo", "ceo", "cao", "coo", "rfo", "proper", "monitoring", "s151", "convenor", "vicar", "chaplain",
    "staff", "substitute", "councillor", "cllr", "trustee", "director", "commissioner", "supervisor", "member", "mayor",
    "chair", "chairman", "chairwoman", "chairperson", "president", "treasurer", "secretary", "clerk", "chief", "reeve",
    "provost", "convener", "speaker", "governor", "warden", "leader", "ardmhéara", "cathaoirleach",
    "leas-chathaoirleach", "leas-ardmhéara", "vice-chair", "vice-chairman", "vice-chairperson", "vice-president",
    "cadeirydd", "is-gadeirydd", "clerc", "maer", "mp", "msp", "td", "mep", "am", "mla", "riarthóir", "councillors",
    "officers", "advocate", "tutor", "ranger", "steward", "handyman", "groundsman", "superintendant", "spokesperson",
    "ombudsman", "cpo", "pcso", "facilitator", "presenter", "applicant", "agent", "builder", "paralegal", "strategist",
    "designer", "programmer", "webmaster", "professional", "person", "rúnaí", "stiúrthóir", "innealtóir", "oifigeach",
    "príomhfheidhmeannach", "feidhmeannach", "bainisteoir", "swyddog", "cyfarwyddwr", "ysgrifennydd", "trysorydd",
    "arweinydd", "gadeirydd", "llywydd", "moderator", "selectman", "selectwoman", "alderman", "assessor",
    "prothonotary", "bylaw", "town-clerk",
    *words("people.post_nouns", "people.roles.vice_chair", "people.roles.deputy_mayor", "people.roles.mayor", "people.roles.chair", "people.roles.clerk", "people.officer_nouns"),
)

# Nouns of employed staff and guests: somebody with such a post is in attendance, not a member of the body.
OFFICER_NOUNS: tuple[str, ...] = (
    "manager", "officer", "assistant", "administrator", "librarian", "engineer", "planner", "counsel", "attorney",
    "solicitor", "accountant", "auditor", "analyst", "advisor", "adviser", "consultant", "coordinator", "co-ordinator",
    "superintendent", "surveyor", "architect", "inspector", "operator", "technician", "specialist", "visitor", "guest",
    "resident", "observer", "recorder", "recording", "chancellor", "clerk", "clerc", "executive", "pcso", "constable",
    "cpo", "minute-taker", "stenographer", "editor", "reporter", "controller", "bursar", "ranger", "caretaker",
    "customer", "employee", "demographer", "rfo", "ceo", "cfo", "intern", "sergeant", "lead", "warden", "stiúrthóir",
    "innealtóir", "oifigeach", "príomhfheidhmeannach", "bainisteoir", "swyddog", "cyfarwyddwr", "assessor", "cao",
    "coo",
    *words("people.officer_nouns", "people.roles.clerk"),
)

# Words that stand in posts beside the noun, and names of departments: none of them is part of a person's name.
POST_WORDS: tuple[str, ...] = (
    "acting", "interim", "temporary", "senior", "junior", "deputy", "vice", "associate", "assistant", "general",
    "corporate", "county", "borough", "district", "city", "town", "village", "parish", "community", "regional",
    "national", "state", "federal", "board", "committee", "council", "cabinet", "authority", "department", "division",
    "divisional", "directorate", "service", "services", "finance", "financial", "human", "resource", "resources", "hr",
    "is", "it", "ict", "legal", "planning", "housing", "transport", "transportation", "highways", "roads",
    "environment", "environmental", "education", "children", "children's", "young", "people", "adult", "adults",
    "social", "care", "health", "public", "works", "operations", "operational", "operating", "customer", "water",
    "supply", "sewer", "waste", "recycling", "parks", "recreation", "library", "libraries", "culture", "arts",
    "heritage", "tourism", "economic", "economy", "development", "enterprise", "business", "growth", "regeneration",
    "policy", "policies", "strategy", "strategic", "performance", "partnership", "partnerships", "quality", "assurance",
    "safeguarding", "risk", "delivery", "audit", "governance", "democratic", "electoral", "communications", "marketing",
    "media", "relations", "relationships", "international", "affairs", "administration", "administrative",
    "information", "technology", "digital", "data", "systems", "web", "site", "website", "property", "estates",
    "assets", "facilities", "building", "buildings", "maintenance", "grounds", "capital", "projects", "project",
    "programme", "program", "programmes", "design", "engineering", "technical", "scientific", "research", "climate",
    "energy", "emergency", "fire", "police", "rescue", "safety", "security", "licensing", "enforcement", "compliance",
    "procurement", "commercial", "commissioning", "inclusion", "integration", "integrated", "equality", "welfare",
    "homeless", "homelessness", "prevention", "response", "unit", "team", "group", "office", "offices", "bureau",
    "agency", "labour", "labor", "realty", "real", "estate", "accounting", "reporting", "treasury", "revenue",
    "benefits", "pensions", "payroll", "student", "youth", "school", "schools", "university", "college", "academic",
    "secondary", "primary", "early", "years", "area", "ward", "section", "sub-committee", "subcommittee", "association",
    "society", "trust", "company", "ltd", "limited", "plc", "inc", "llp", "corporation", "commission", "coalition",
    "club", "federation", "union", "constabulary", "charity", "foundation", "centre", "center", "market", "farmers",
    "traffic", "advisory", "responsible", "recording", "minute", "minutes", "executive", "elected", "lay",
    "independent", "co-opted", "non-executive", "portfolio", "holder", "first", "second", "third", "past", "former",
    "retired", "outgoing", "incoming", "elect", "emeritus", "honorary", "staff", "support", "admin", "contact", "field",
    "fields", "meetings", "meeting", "management", "managing", "attending", "presiding", "remotely", "online",
    "virtually", "remote", "virtual", "zoom", "teams", "rannóg", "gaeilge", "na", "footpath", "footpaths", "tree",
    "flood", "drainage", "allotment", "cemetery", "playing", "hall", "urban", "rural", "metropolitan", "land",
    "landscape", "conservation", "forestry", "fleet", "stores", "sports", "leisure", "museum", "neighbourhood",
    "neighborhood", "neighbourhoods", "central", "joint", "special", "transformation", "change", "innovation",
    "modernisation", "improvement", "learning", "skills", "employment", "engagement", "participation", "outreach",
    "volunteering", "family", "families", "troubled", "internal", "external", "standards", "complaints", "records",
    "archives", "elections", "registration", "legislative", "government", "governmental", "intergovernmental",
    "council's", "communities", "place", "places", "wellbeing", "well-being", "regulatory", "regulation", "consumer",
    "protection", "trading", "bereavement", "coroner's", "commons", "country", "countryside", "coastal", "coast",
    "port", "harbour", "bilingual", "language", "translation", "translator", "collections", "adult's", "trainee",
    "county's", "technological", "organisational", "organizational", "cathrach", "contae", "corparáide", "pleanála",
    "tithíochta", "gweithredol", "cynorthwyol", "cynllunio", "cyllid", "democrataidd", "shire", "municipal", "bylaw",
    "by-law", "pro", "tem", "tempore",
    *words("people.post_words"),
)

# Words of headings, places and sentences that a list of people may hold, none of them part of a name at its
# beginning.
OTHER_WORDS: tuple[str, ...] = (
    "speakers", "guests", "visitors", "residents", "officials", "matters", "arising", "business", "correspondence",
    "agenda", "item", "items", "action", "actions", "date", "time", "venue", "page", "draft", "copy", "distribution",
    "chamber", "chambers", "room", "rooms", "house", "street", "road", "avenue", "lane", "church", "north", "south",
    "east", "west", "northern", "southern", "eastern", "western", "none", "nil", "n/a", "nobody", "no", "not",
    "apologies", "apology", "absence", "absent", "present", "attendance", "attendees", "attendee", "attended",
    "regrets", "all", "some", "several", "various", "both", "others", "other", "also", "the", "there", "this", "that",
    "these", "those", "following", "received", "call", "order", "roll", "quorum", "welcome", "prayer", "prayers",
    "pledge", "allegiance", "notes", "note", "report", "reports", "minutes", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "january", "february", "october", "november", "december", "september",
    "am", "pm", "via", "in", "on", "at", "by", "from", "it", "he", "she", "they", "we", "as", "if", "when", "after",
    "before", "unrestricted", "restricted", "open", "closed", "session", "regular", "annual", "ordinary",
    "extraordinary", "councillor(s)", "name", "title", "yes", "caller", "user", "user1", "iphone", "ipad", "unknown",
    "vacant", "vacancy", "members'", "dim", "neb", "directors'", "votes", "vote", "motion", "resolved", "noted",
    "signed", "confirmed", "adopted", "approved", "chaired", "apols", "dia", "tá", "níl", "clár", "karakia",
    "whakapāha", "tamōtanga", "ymddiheuriadau", "cofnodion", "cyfarfod", "leithscéalta", "leithscéal", "miontuairiscí",
    "cruinniú", "croeso", "fáilte",
    *words("people.other_words"),
)

# Words of the two lists above that are surnames too, and close a name that has begun.
SURNAMES_TOO: tuple[str, ...] = (
    "hall", "church", "house", "lane", "street", "road", "page", "north", "south", "east", "west", "young", "head",
    "dean", "ward", "parish", "town", "field", "fields", "parks", "market", "land", "grant", "marshal", "priest",
    "constable", "sergeant", "chambers", "rooms", "may", "mayor", "bishop", "chancellor", "warden", "steward",
    "principal", "reeve", "provost", "power", "order", "day", "port", "trust", "club", "friday", "place",
    *words("people.surnames_too"),
)

# Letters after a name that are no post.
HONOURS: tuple[str, ...] = (
    "mbe", "obe", "cbe", "kbe", "dbe", "kc", "qc", "sc", "jp", "dl", "bem", "rd", "phd", "ph.d", "ed.d", "edd", "md",
    "m.d", "esq", "mp", "msp", "mep", "td", "t.d", "mcc", "m.c.c", "m.c.c.c", "pc", "frics", "mrics", "friba", "cpfa",
    "cpa", "p.e", "pe", "ba", "ma", "bsc", "msc", "frsa", "mla",
    *words("people.honours"),
)

# Parts of surnames that are written apart, in lower or upper case.
PARTICLES: tuple[str, ...] = (
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "ap", "ab", "ferch", "ó",
    "o'", "o’", "uí", "ní", "ni", "nic", "mac", "mc", "st", "ter", "ten", "bin", "al", "el", "y", "san", "santa", "ui",
    "ua", "giolla",
    *words("people.particles"),
)

# What closes a name as part of it.
SUFFIXES: tuple[str, ...] = (
    "jr", "jnr", "snr", "sr", "ii", "iii", "iv", "junior", "senior",
    *words("people.suffixes"),
)

# Words that join two entries of a list.
JOINERS: tuple[str, ...] = (
    "and", "ac", "a", "agus", "with", "plus", "a'r", "a’r", "gyda", "together", "or", "along",
    *words("people.joiners"),
)

# Small words inside a post.
POST_LINKS: tuple[str, ...] = (
    "of", "to", "the", "for", "and", "in", "with", "our", "an", "on", "at", "na", "from", "representing", "taking",
    "chairing",
    *words("people.post_links"),
)

# Levels of government that a councillor of another council is named by.
TIERS: tuple[str, ...] = (
    "county", "borough", "district", "city", "town", "sir", "state", "bc", "cc", "dc",
    *words("people.tiers"),
)

# Parties as printed in brackets after a name.
PARTIES: tuple[str, ...] = (
    "con", "conservative", "lab", "labour", "ld", "lib dem", "libdem", "liberal democrat", "liberal democrats", "ind",
    "independent", "green", "grn", "ukip", "reform", "reform uk", "snp", "plaid", "plaid cymru", "pc", "dup", "uup",
    "sdlp", "alliance", "sf", "sinn féin", "sinn fein", "ff", "fianna fáil", "fg", "fine gael", "np", "lab/co-op",
    "labour & co-operative", "d", "r", "democrat", "republican", "aontú", "soc dem",
    *words("people.parties"),
)

# Numbers as words, for counts of people.
NUMBER_WORDS: tuple[str, ...] = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)

# How somebody took part who was not in the room.
REMOTE_WORDS: tuple[str, ...] = (
    "remotely", "online", "virtually", "remote", "virtual", "via", "zoom", "teams",
    *words("people.remote_words"),
)

# Words of a label that say who is listed under it (English, Irish, Welsh): members who are here.
PRESENT_WORDS: tuple[str, ...] = (
    "present", "attending", "attendance", "attendees", "attended", "sederunt", "presennol", "láthair", "lathair",
    "attendee", "bresennol", "tinreamh",
    *words("people.present_words"),
)

# Words of a label over people who sent apologies.
APOLOGY_WORDS: tuple[str, ...] = (
    "apologies", "apology", "apols", "regrets", "excused", "leithscéalta", "leithscéal", "ymddiheuriadau",
    "ymddiheuriad", "absence", "tamōtanga", "whakapāha", "absenoldeb",
    *words("people.apology_words"),
)

# Words of a label over people who are missing.
ABSENT_WORDS: tuple[str, ...] = (
    "absent", "absentees", "absentee", "asláithreach", "absennol",
    *words("people.absent_words"),
)

# Words of a label that set a group apart from the members.
OUTSIDE_WORDS: tuple[str, ...] = (
    "also", "other", "others", "officers", "officials", "officer", "staff", "guests", "guest", "visitors", "visitor",
    "public", "management", "employees", "consultants", "presenters", "speakers", "residents", "observers", "press",
    "hefyd", "administration", "executives", "swyddogion", "eraill", "ymwelwyr", "cyhoedd", "wasg", "freisin",
    "oifigigh", "foireann", "cuairteoirí", "kaimahi",
    *words("people.outside_words"),
)

# Words of a label that name the body's members.
MEMBER_WORDS: tuple[str, ...] = (
    "members", "member", "councillors", "councillor", "cllrs", "directors", "trustees", "commissioners", "supervisors",
    "selectmen", "board", "council", "cabinet", "aldermen", "cynghorwyr", "comhairleoirí", "elected", "councilmembers",
    "governors", "voting", "substitutes", "aelodau", "aelod", "baill", "comhaltaí", "gynghorwyr", "chynghorwyr",
    "alderpersons", "selectboard",
    *words("people.member_words"),
)

# Other words that a label may hold.
LABEL_WORDS: tuple[str, ...] = (
    "in", "the", "of", "at", "for", "from", "to", "those", "were", "was", "are", "is", "had", "have", "has", "been",
    "being", "be", "received", "noted", "accepted", "given", "tendered", "submitted", "recorded", "reported", "sent",
    "made", "by", "on", "behalf", "and", "as", "follows", "following", "i", "yn", "gan", "y", "committee", "district",
    "town", "city", "county", "parish", "borough", "community", "general", "people", "persons", "person", "roll",
    "call", "virtually", "remotely", "online", "via", "zoom", "teams", "ms", "in-person", "teleconference", "who",
    "with", "without", "not", "there", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "meeting", "names", "name", "non-voting", "derbyniwyd", "water", "school", "library", "fire",
    "ex-officio", "substitute", "substitution", "substitutions", "co-opted", "accept", "consider", "receive", "welcome",
    "a", "ac", "croeso", "approve", "note", "village", "leave", "university", "quorum", "list", "approved", "am", "o",
    "ar", "ón", "ó", "ngā", "leo", "oddi", "wrth", "cyngor", "comhairle", "shire",
    *words("people.label_words"),
)

# Labels over one holder of an office, and the role of the sitting that each gives.
OFFICE_LABELS: dict[str, tuple[str, ...]] = {
    "chair": (
        "chair", "chairman", "chairperson", "chairwoman", "cathaoirleach", "presiding", "president", "cadeirydd",
        "in the chair", "y cadeirydd", "an cathaoirleach", "reeve", "presiding officer", "presiding member",
        "shire president", "sa chathaoir", "yn y gadair",
        *words("people.office_labels.chair", "people.roles.chair"),
    ),
    "vice_chair": (
        "vice chair", "vice-chair", "vice chairman", "vice-chairman", "leas-chathaoirleach", "vice chairperson",
        "vice-chairperson", "deputy chair", "deputy chairperson", "deputy reeve", "is-gadeirydd", "leas chathaoirleach",
        "leas-cathaoirleach", "president pro tem",
        *words("people.office_labels.vice_chair", "people.roles.vice_chair"),
    ),
    "mayor": (
        "mayor", "maer", "y maer", "méara", "an méara", "ardmhéara", "an tardmhéara",
        *words("people.office_labels.mayor", "people.roles.mayor"),
    ),
    "deputy_mayor": (
        "deputy mayor", "vice mayor", "mayor pro tem", "mayor pro tempore", "dirprwy faer", "leas-mhéara",
        "leas-ardmhéara",
        *words("people.office_labels.deputy_mayor", "people.roles.deputy_mayor"),
    ),
    "clerk": (
        "clerk", "town clerk", "parish clerk", "clerc", "y clerc", "village clerk", "city clerk", "municipal clerk",
        "county clerk", "borough clerk", "township clerk", "council clerk", "clerc y cyngor",
        *words("people.office_labels.clerk", "people.roles.clerk"),
    ),
}

# Posts that give a role of the sitting, wherever the attendance part prints them.
ROLES: dict[str, tuple[str, ...]] = {
    "vice_chair": (
        "(?:vice|deputy|depute)[ -]{0,3}(?:shire[ ])?(?:reeve|president|provost|conven[eo]r|presiding[ ](?:member|officer))",
        r"president[ ]pro[ ]tem\w*", "is[- ]gadeirydd", "(?:dirprwy|is)[- ]lywydd", "dirprwy[ ]gadeirydd",
        "(?:vice|deputy)[ -]{0,3}(?:chair(?:man|woman|person|lady)?|president|cathaoirleach)",
        "leas[- ]?chathaoirleach", "is-?gadeirydd", "depute",
        *parts("people.roles.vice_chair"),
    ),
    "deputy_mayor": (
        "(?:deputy|vice)[ ]?(?:lord[ ])?mayor", "leas-?(?:ard)?mh[ée]ara", r"mayor[ ]pro[ ]tem\w*",
        "dirprwy[ ]faer(?:es)?", "leas[- ](?:ard)?mh[ée]ara",
        *parts("people.roles.deputy_mayor"),
    ),
    "mayor": (
        "mayor(?:ess)?", "(?:an[ ]t)?ardmh[ée]ara", "m[ée]ara", "maer", "faer(?:es)?", "maeres", "mh[ée]ara",
        *parts("people.roles.mayor"),
    ),
    "chair": (
        "chair(?:man|woman|person|lady|ing)?", "cathaoirleach", "cadeirydd", "president", "provost", "reeve",
        "presiding", "conven[eo]r", "chathaoirleach", "gadeirydd", "llywydd", "first[ ]select(?:man|woman|person)",
        *parts("people.roles.chair"),
    ),
    "clerk": (
        "clerk", "clerc", "chlerc", "glerc",
        *parts("people.roles.clerk"),
    ),
}

# Words that open a line of the head which is no longer, or not, about who came.
STOP_WORDS: tuple[str, ...] = (
    "recorder", "recording", "minute", "taken", "distribution", "venue", "date", "time", "agenda", "minutes", "purpose",
    "quorum", "location", "subject", "circulation", "next", "contact", "items", "item", "action", "declarations",
    "declaration", "welcome", "opening", "resolved", "motion", "call", "pledge", "unrestricted", "public", "page",
    "notes", "no", "recorded", "to", "from", "re", "place", "media", "decision", "summary", "business", "approval",
    "matters", "correspondence", "title", "votes",
    *parts("people.stop_words"),
)

# Verbs that tell a sentence from a list of people.
SENTENCE_VERBS: tuple[str, ...] = (
    "was", "were", "is", "are", "had", "has", "have", "called", "opened", "welcomed", "declared", "chaired", "attended",
    "joined", "left", "arrived", "took", "recited", "led", "reported", "stated", "advised", "introduced", "made",
    "noted", "moved", "asked", "thanked", "read", "began", "commenced", "convened", "held", "met", "will", "would",
    "gave", "sent", "submits", "submitted", "extended", "apologised", "informed", "requested", "agreed", "proposed",
    "seconded", "explained", "presented", "entered", "departed", "cannot", "could", "can", "does", "did", "may",
    "wished", "started", "said", "voted", "be", "been", "resides", "represented", "participated", "croesawodd",
    "derbyniwyd", "cymerwyd", "cynhaliwyd", "dywedodd", "adroddodd", "thosaigh", "dúirt", "mhol",
    *words("people.sentence_verbs"),
)

# Parts of the words that say that somebody came in another's place; lower case.
SUBSTITUTE_WORDS: tuple[str, ...] = (
    "substitut", "deputis", "deputiz", "attend", r"in\ place", "instead", r"stand(?:ing)?\ in", r"stood\ in",
    r"acting\ as", r"represent(?:ing|ed\ by)", r"\bsub\b",
    *parts("people.substitute_words"),
)

# Titles of the police: their holders are guests at a council's meeting.
POLICE_TITLES: tuple[str, ...] = (
    "pc", "pcso", "p.c.s.o", "p.c", "sgt", "sergeant", "insp", "inspector", "superintendent", "cpo", "constable",
    *words("people.police_titles"),
)

# Words in the heading of an item that says who came.
ATTENDANCE_TITLES: tuple[str, ...] = (
    "present", "apologies", "apology", "absent", "absentees", "absence", "absences", "attendance", "attendees",
    "attending", "roll call", "rollcall", "call to order", "called to order", "regrets", "ymddiheuriadau", "presennol",
    "láthair", "leithscéal", "leithscéalta", "opening of meeting", "quorum", "tinreamh", "tamōtanga", "whakapāha",
    "leave of absence", "as láthair",
    *parts("people.attendance_titles", "people.present_words", "people.apology_words", "people.absent_words"),
)

# Parts of the words that give a role of the sitting; a text without any of them is not searched for roles.
ROLE_PARTS: tuple[str, ...] = (
    "chair", "mayor", "clerk", "presid", "cathaoir", "chathaoir", "mhéara", "mheara", "provost", "reeve", "conven",
    "cler", "cadei", "gadei", "maer", "depute", "llywydd", "selectm", "selectw", "selectp", "faer", "lywydd", "speaker",
    "warden", "glerc", "méara", "meara",
    *parts("people.roles.vice_chair", "people.roles.deputy_mayor", "people.roles.mayor", "people.roles.chair", "people.roles.clerk"),
)
