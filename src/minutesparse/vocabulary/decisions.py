"""Words of decisions, motions and votes.

Made from `decisions.toml` by ``make vocabulary``.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from minutesparse.vocabulary.additions import parts, printed, printed_parts, words

# Abbreviations that end in a full stop inside a sentence, in lower case.
ABBREVIATIONS: tuple[str, ...] = (
    "cllr", "cllrs", "cr", "crs", "clr", "mr", "mrs", "ms", "dr", "prof", "prop", "rev", "revd", "fr", "st", "hon",
    "ald", "comm", "supt", "insp", "sgt", "capt", "col", "gen", "lt", "no", "nos", "ref", "para", "paras", "cmhlr",
    "messrs", "vs", "dept", "approx", "inc", "ltd", "co", "sub", "rd", "ave", "jr", "sr", "jan", "feb", "mar", "apr",
    "aug", "sept", "sep", "oct", "nov", "dec", "sec", "art", "vol", "fig", "tel", "ext", "cf", "viz", "eg", "ie",
    "cyng", "comh", "rt", "govt",
    *words("decisions.abbreviations"),
)

# One of these stands in every sentence that decides, moves, seconds or counts votes, in lower case.
TRIGGERS: tuple[str, ...] = (
    "agreed", "resolved", "approved", "accepted", "adopted", "confirmed", "recommended", "ratified", "endorsed",
    "decided", "decision", "noted", "taken as read", "carried", "deferred", "voted", "mov", "propos", "second",
    "nominat", "consensus", "prop ", "prop.", "motion", "in favo", "m/s/", "roll call", "amendment", "suggested",
    "defeated", "penderfynwyd", "argymhellwyd", "cytunwyd", "nodwyd", "nem con", "passed", "resolution:", "ordered:",
    "elected", "co-opted", "approval was", "agreement was", "cymeradwywyd", "cadarnhawyd", "comhaontaíodh", "aontaíodh",
    "socraíodh", "cinneadh", "glacadh", "nótáladh", "ar mholadh", "arna mholadh", "molta ag", "cuidithe ag",
    "arna chuidiú ag", "cynigiwyd", "cynigwyd", "eiliwyd", "eilwyd", "rún:",
    *words("decisions.leads.resolved", "decisions.leads.recommended", "decisions.leads.agreed", "decisions.leads.noted", "decisions.verbs.resolved", "decisions.verbs.recommended", "decisions.verbs.agreed", "decisions.verbs.noted", "decisions.operative.resolved", "decisions.operative.recommended", "decisions.operative.agreed", "decisions.operative.noted", "decisions.movers", "decisions.seconders", "decisions.decision_labels"),
)

# Letters that several triggers share, each trigger under the first that stands in it; for speed only.
TRIGGER_PIVOTS: tuple[str, ...] = (
    "í", "ú", "á", "wyd", "ed", "v", "c", "m", "p",
)

# Marks that open a quotation.
QUOTES: tuple[str, ...] = (
    '"', "“", "‘", "'",
)

# Words that begin a sentence which states the vote on the motion before it, in lower case.
VOTE_TRIGGERS: tuple[str, ...] = (
    "agreed", "resolved", "carried", "passed", "lost", "defeated", "failed", "motion", "amendment", "resolution",
    "favo", "vote", "voting", "roll", "aye", "yea", "nay", "noes", "abst", "absent", "against", "opposed", "unanim",
    "second", "recused", "all", "for", "no ", "no:", "yes", "stand", "in agreement", "objection", "proposed", "moved",
    "result", "decision", "mov", "elected", "cuidithe ag", "eiliwyd",
    *words("decisions.movers", "decisions.seconders"),
)

# One of these stands in every text that prints a vote, in lower case.
COUNT_TRIGGERS: tuple[str, ...] = (
    "favo", "vote", "voting", "aye", "yea", "nay", "noes", "against", "abst", "absent", "unanim", "nem", "hands",
    "ballot", "roll", "carried", "passed", "defeated", "failed", "lost", "opposed", " yes", "by all", "agreed by",
    "all agreed", "all were", "all members", "all present", "all those", "all councillors", "all trustees",
    "in agreement", "for (", "for:", "for –", "(y-",
)

# One of these stands in every sentence that tells what became of a motion, in lower case.
OUTCOMES: tuple[str, ...] = (
    "carried", "defeated", "lost", "not ", "withdrawn",
)

# Labels of a page under which nothing but the decision stands, in lower case.
DECISION_LABELS: tuple[str, ...] = (
    "decision:", "decisions:", "penderfyniad:", "penderfyniadau:", "cinneadh:",
    *words("decisions.decision_labels"),
)

# Labels of a page under which the discussion stands, with the decision once more, in lower case.
DISCUSSION_LABELS: tuple[str, ...] = (
    "minutes:", "cofnodion:", "miontuairiscí:",
)

# One of these stands in every decision that takes several items together, in lower case.
CONSENT: tuple[str, ...] = (
    "consent", "en bloc", "en banc", "en masse", "block", "unopposed",
)

# Adverbs that may stand between a verb and an operative word.
ADVERBS: tuple[str, ...] = (
    "all", "also", "then", "further", "therefore", "thereupon", "unanimously", "duly", "formally", "hereby", "both",
    "subsequently", "generally", "provisionally", "finally", "present", "now", "declared",
    *parts("decisions.adverbs"),
)

# Bodies whose decisions minutes only report ("approved by the Borough Council"), in lower case.
OTHER_BODIES: tuple[str, ...] = (
    "borough", "county", "district", "city", "cabinet", "government", "department", "minister", "planning", "inspector",
    "police",
    *parts("decisions.other_bodies"),
)

# Operative words in the past tense within a sentence, and the kind of decision that each makes.
OPERATIVE: dict[str, tuple[str, ...]] = {
    "resolved": (
        "resolved",
        *words("decisions.operative.resolved"),
    ),
    "recommended": (
        "recommended",
        *words("decisions.operative.recommended"),
    ),
    "agreed": (
        "agreed", "approved", "accepted", "adopted", "confirmed", "ratified", "endorsed", "decided", "decision",
        "deferred",
        *words("decisions.operative.agreed"),
    ),
    "noted": (
        "noted",
        *words("decisions.operative.noted"),
    ),
}

# Words that open a decision which is set apart, and the kind of decision that each makes.
LEADS: dict[str, tuple[str, ...]] = {
    "resolved": (
        "resolved", "resolution", "rún",
        *words("decisions.leads.resolved"),
    ),
    "recommended": (
        "recommended",
        *words("decisions.leads.recommended"),
    ),
    "agreed": (
        "agreed", "approved", "decision", "decided", "ordered", "deferred",
        *words("decisions.leads.agreed"),
    ),
    "noted": (
        "noted",
        *words("decisions.leads.noted"),
    ),
}

# Verbs that open a decision right before what was decided, without a mark ("Penderfynwyd derbyn …"), and the kind
# that each makes.
VERBS: dict[str, tuple[str, ...]] = {
    "resolved": (
        "penderfynwyd",
        *words("decisions.verbs.resolved"),
    ),
    "recommended": (
        "argymhellwyd",
        *words("decisions.verbs.recommended"),
    ),
    "agreed": (
        "cytunwyd", "cymeradwywyd", "cadarnhawyd", "comhaontaíodh", "aontaíodh", "socraíodh", "cinneadh", "glacadh",
        *words("decisions.verbs.agreed"),
    ),
    "noted": (
        "nodwyd", "nótáladh",
        *words("decisions.verbs.noted"),
    ),
}

# What stands before the name of whoever moved, besides the English forms.
MOVERS: tuple[str, ...] = (
    "ar mholadh", "arna mholadh ag", "molta ag", "cynigiwyd gan", "cynigwyd gan",
    *words("decisions.movers"),
)

# What stands before the name of whoever seconded, besides the English forms.
SECONDERS: tuple[str, ...] = (
    "cuidithe ag", "arna chuidiú ag", "arna cuidiú ag", "eiliwyd gan", "eilwyd gan", "ac eiliwyd gan",
    *words("decisions.seconders"),
)

# Kinds from the strongest operative word to the weakest.
KIND_ORDER: tuple[str, ...] = (
    "resolved", "recommended", "agreed", "noted",
)

# One of these stands in every sentence that says who moved or seconded a motion, in lower case.
MOVING: tuple[str, ...] = (
    "second", "prop", "2nd", "moved", "ar mholadh", "arna mholadh", "molta ag", "cuidithe ag", "arna chuidiú",
    "arna cuidiú", "cynigiwyd", "cynigwyd", "eiliwyd", "eilwyd",
    *words("decisions.movers", "decisions.seconders"),
)

# One of these stands in every sentence that says who seconded a motion, in lower case.
SECONDING: tuple[str, ...] = (
    "second", "2nd", "cuidithe ag", "arna chuidiú", "arna cuidiú", "eiliwyd", "eilwyd",
    *words("decisions.seconders"),
)

# Bodies that decide, singular or plural, in lower case.
BODIES: tuple[str, ...] = (
    "members", "councillors", "cllrs", "council", "committee", "subcommittee", "sub-committee", "cabinet", "board",
    "panel", "group", "trustees", "selectmen", "supervisors", "directors", "commissioners", "commission", "executive",
    "assembly", "forum", "meeting", "all", "selectboard", "aldermen", "councilmembers",
    *words("decisions.bodies", "meeting.authorities", "meeting.bodies"),
)

# Words that end a printed name although they begin with a capital letter.
NOT_NAMES: tuple[str, ...] = (
    "Seconded", "Second", "Seconder", "Proposed", "Proposer", "Moved", "Motion", "That", "This", "The", "And",
    "Following", "All", "Agreed", "Carried", "Resolved", "RESOLVED", "AGREED", "CARRIED", "MOTION", "SECONDED",
    "PROPOSED", "It", "To", "Unanimously", "Vote", "Voting", "VOTING", "Roll", "Passed", "Approved", "APPROVED", "On",
    "At", "After", "With", "There", "Ayes", "AYES", "Against", "Abstain", "Absent", "For", "In", "No", "None", "Action",
    "Council", "Board", "Committee", "Members", "Cabinet", "Result", "Nays", "Noes", "Decision", "Was", "Be", "By",
    "Yes", "Recommended", "He", "She", "They", "We", "You", "Who", "Public", "Amendment", "AMENDMENT", "Substantive",
    "Lost", "LOST", "Defeated", "DEFEATED",
    *printed("decisions.not_names"),
)

# Titles before a name in a mover statement, in lower case; plural ones may take several names.
HONORIFICS: tuple[str, ...] = (
    "cllr", "cllrs", "councillor", "councillors", "councilor", "councilors", "cr", "crs", "clr", "mr", "mrs", "ms",
    "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness", "rev", "revd", "reverend",
    "canon", "hon", "alderman", "ald", "trustee", "trustees", "director", "directors", "supervisor", "supervisors",
    "commissioner", "commissioners", "selectman", "selectwoman", "member", "councilman", "councilwoman",
    "councilmember", "mayor", "deputy mayor", "vice president", "president", "board president", "comhairleoir",
    "comhairleoirí", "cathaoirleach", "chair", "chairman", "chairwoman", "vice chair", "secretary", "treasurer",
    "messrs", "cmhlr", "an", "alderwoman", "alderperson", "councilperson", "selectperson", "selectmen", "cynghorydd",
    "cynghorwyr", "cyng", "chomhairleoir", "comhairleora", "chomhairleora", "comh", "cadeirydd", "gcomhairleoir",
    "gchathaoirleach", "gynghorydd", "chynghorydd",
    *words("decisions.honorifics", "people.member_titles", "people.personal_titles", "people.plural_titles", "people.office_titles"),
)

# Titles that several names may follow in a mover statement.
PLURAL_HONORIFICS: tuple[str, ...] = (
    "cllrs", "councillors", "councilors", "messrs", "trustees", "directors", "supervisors", "commissioners",
    "selectmen", "aldermen", "comhairleoirí", "cynghorwyr", "crs",
    *words("decisions.plural_honorifics", "people.plural_titles"),
)

# Titles of people who open a line with what they moved.
TITLES_BEFORE_MOVERS: tuple[str, ...] = (
    "Mr", "Mrs", "Ms", "Dr", "Cllr", "Councill?or", "Trustee", "Director", "Commissioner", "Supervisor", "Cr",
    "Alderman", "Ald", "Reeve", "Selectman", "Comhairleoir", "Cynghorydd",
    *printed_parts("decisions.titles_before_movers", "people.member_titles", "people.personal_titles"),
)

# Posts that move motions without a name, in lower case, after "the".
POSTS: tuple[str, ...] = (
    "chair", "chairman", "chairwoman", "chairperson", "vice chair", "vice-chair", "vice chairman", "vice-chairman",
    "leader", "deputy leader", "mayor", "deputy mayor", "clerk", "president", "vice president", "reeve", "convener",
    "cathaoirleach", "secretary", "treasurer", "deputy reeve", "warden", "deputy warden", "provost", "mayor pro tem",
    "supervisor", "cadeirydd", "is-gadeirydd", "leas-chathaoirleach", "deputy chair", "deputy president",
    "shire president",
    *words("decisions.posts", "people.roles.vice_chair", "people.roles.deputy_mayor", "people.roles.mayor", "people.roles.chair", "people.roles.clerk"),
)

# What somebody is elected to, as it stands after the verb, in lower case.
OFFICES: tuple[str, ...] = (
    "chair", "chairman", "chairwoman", "chairperson", "vice", "deputy", "mayor", r"lord\s+mayor", "cathaoirleach",
    "leas", "leader", "president", "secretary", "treasurer", "convener", "convenor", "provost", "reeve", "council",
    "committee", "warden", "moderator", "cadeirydd", "maer",
    *parts("decisions.offices", "people.roles.vice_chair", "people.roles.deputy_mayor", "people.roles.mayor", "people.roles.chair", "people.roles.clerk"),
)

# Numbers that votes are counted in where they are printed as words.
NUMBER_WORDS: tuple[str, ...] = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)

# How a printed word says how somebody voted.
OPTIONS: dict[str, tuple[str, ...]] = {
    "for": (
        "in favour", "in favor", "aye", "yea", "yes", "for",
    ),
    "against": (
        "nay", "noes", "no", "against", "opposed",
    ),
    "abstain": (
        "abst",
    ),
    "absent": (
        "absent",
    ),
    "recused": (
        "recus",
    ),
    "present_not_voting": (
        "not voting", "did not vote",
    ),
    "paired": (
        "paired",
    ),
}
