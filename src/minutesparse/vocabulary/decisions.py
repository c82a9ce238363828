"""Words of decisions, motions and votes."""

from __future__ import annotations

# Abbreviations that end in a full stop inside a sentence, in lower case.
ABBREVIATIONS = (
    "cllr", "cllrs", "cr", "crs", "clr", "mr", "mrs", "ms", "dr", "prof", "prop", "rev", "revd", "fr", "st", "hon",
    "ald", "comm", "supt", "insp", "sgt", "capt", "col", "gen", "lt", "no", "nos", "ref", "para", "paras", "cmhlr",
    "messrs", "vs", "dept", "approx", "inc", "ltd", "co", "sub", "rd", "ave", "jr", "sr", "jan", "feb", "mar", "apr",
    "aug", "sept", "sep", "oct", "nov", "dec", "sec", "art", "vol", "fig", "tel", "ext", "cf", "viz", "eg", "ie",
)  # fmt: skip

# One of these stands in every sentence that decides, moves, seconds or counts votes, in lower case.
TRIGGERS = (
    "agreed", "resolved", "approved", "accepted", "adopted", "confirmed", "recommended", "ratified", "endorsed",
    "decided", "decision", "noted", "taken as read", "carried", "deferred", "voted", "mov", "propos", "second",
    "nominat", "prop ", "prop.", "motion", "in favo", "m/s/", "roll call", "amendment", "suggested", "defeated",
    "penderfynwyd", "argymhellwyd", "cytunwyd", "nodwyd", "nem con", "passed", "resolution:", "ordered:", "elected",
    "co-opted", "approval was", "agreement was",
)  # fmt: skip

# Letters that several triggers share, each trigger under the first that stands in it; for speed only.
TRIGGER_PIVOTS = ("ed", "prop", "m")

# Marks that open a quotation.
QUOTES = ('"', "“", "‘", "'")

# Words that begin a sentence which states the vote on the motion before it, in lower case.
VOTE_TRIGGERS = (
    "agreed", "resolved", "carried", "passed", "lost", "defeated", "failed", "motion", "amendment", "resolution",
    "favo", "vote", "voting", "roll", "aye", "yea", "nay", "noes", "abst", "absent", "against", "opposed", "unanim",
    "second", "recused", "all", "for", "no ", "no:", "yes", "stand", "in agreement", "objection", "proposed", "moved",
    "result", "decision", "mov", "elected",
)  # fmt: skip

# One of these stands in every text that prints a vote, in lower case.
COUNT_TRIGGERS = (
    "favo", "vote", "voting", "aye", "yea", "nay", "noes", "against", "abst", "absent", "unanim", "nem", "hands",
    "ballot", "roll", "carried", "passed", "defeated", "failed", "lost", "opposed", " yes", "by all", "all agreed",
    "all were", "all members", "all present", "all those", "all councillors", "all trustees", "in agreement",
    "for (", "for:", "for –", "(y-",
)  # fmt: skip

# One of these stands in every sentence that tells what became of a motion, in lower case.
OUTCOMES = ("carried", "defeated", "lost", "not ", "withdrawn")

# Labels of a page under which nothing but the decision stands, in lower case.
DECISION_LABELS = ("decision:", "decisions:", "penderfyniad:", "penderfyniadau:")

# Labels of a page under which the discussion stands, with the decision once more, in lower case.
DISCUSSION_LABELS = ("minutes:", "cofnodion:")

# One of these stands in every decision that takes several items together, in lower case.
CONSENT = ("consent", "en bloc", "en banc", "en masse", "block", "unopposed")

# Adverbs that may stand between a verb and an operative word.
ADVERBS = (
    "all", "also", "then", "further", "therefore", "thereupon", "unanimously", "duly", "formally", "hereby", "both",
    "subsequently", "generally", "provisionally", "finally", "present", "now", "declared",
)  # fmt: skip

# Bodies whose decisions minutes only report ("approved by the Borough Council"), in lower case.
OTHER_BODIES = (
    "borough", "county", "district", "city", "cabinet", "government", "department", "minister", "planning",
    "inspector", "police",
)  # fmt: skip

# Operative words in the past tense and the kind of decision that each makes.
OPERATIVE = (
    ("resolved", "resolved"),
    ("recommended", "recommended"),
    ("agreed", "agreed"),
    ("approved", "agreed"),
    ("accepted", "agreed"),
    ("adopted", "agreed"),
    ("confirmed", "agreed"),
    ("ratified", "agreed"),
    ("endorsed", "agreed"),
    ("decided", "agreed"),
    ("decision", "agreed"),
    ("deferred", "agreed"),
    ("noted", "noted"),
    ("penderfynwyd", "resolved"),
    ("argymhellwyd", "recommended"),
    ("cytunwyd", "agreed"),
    ("nodwyd", "noted"),
)

# Further words of leads and the kind of decision that each makes.
LEADS = (("resolution", "resolved"), ("ordered", "agreed"))

# Kinds from the strongest operative word to the weakest.
KIND_ORDER = ("resolved", "recommended", "agreed", "noted")

# One of these stands in every sentence that says who moved or seconded a motion, in lower case.
MOVING = ("second", "prop", "2nd", "moved")

# One of these stands in every sentence that says who seconded a motion, in lower case.
SECONDING = ("second", "2nd")

# Bodies that decide, singular or plural, in lower case.
BODIES = (
    "members", "councillors", "cllrs", "council", "committee", "subcommittee", "sub-committee", "cabinet", "board",
    "panel", "group", "trustees", "selectmen", "supervisors", "directors", "commissioners", "commission", "executive",
    "assembly", "forum", "meeting", "all",
)  # fmt: skip

# Words that end a printed name although they begin with a capital letter.
NOT_NAMES = (
    "Seconded", "Second", "Seconder", "Proposed", "Proposer", "Moved", "Motion", "That", "This", "The", "And",
    "Following", "All", "Agreed", "Carried", "Resolved", "RESOLVED", "AGREED", "CARRIED", "MOTION", "SECONDED",
    "PROPOSED", "It", "To", "Unanimously", "Vote", "Voting", "VOTING", "Roll", "Passed", "Approved", "APPROVED", "On",
    "At", "After", "With", "There", "Ayes", "AYES", "Against", "Abstain", "Absent", "For", "In", "No", "None",
    "Action", "Council", "Board", "Committee", "Members", "Cabinet", "Result", "Nays", "Noes", "Decision", "Was",
    "Be", "By", "Yes", "Recommended", "He", "She", "They", "We", "You", "Who", "Public",
)  # fmt: skip

# Titles before a name in a mover statement, in lower case; plural ones may take several names.
HONORIFICS = (
    "cllr", "cllrs", "councillor", "councillors", "councilor", "councilors", "cr", "crs", "clr", "mr", "mrs", "ms",
    "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness", "rev", "revd", "reverend",
    "canon", "hon", "alderman", "ald", "trustee", "trustees", "director", "directors", "supervisor", "supervisors",
    "commissioner", "commissioners", "selectman", "selectwoman", "member", "councilman", "councilwoman",
    "councilmember", "mayor", "deputy mayor", "vice president", "president", "board president", "comhairleoir",
    "comhairleoirí", "cathaoirleach", "chair", "chairman", "chairwoman", "vice chair", "secretary", "treasurer",
    "messrs", "cmhlr", "an",
)  # fmt: skip

# Posts that move motions without a name, in lower case, after "the".
POSTS = (
    "chair", "chairman", "chairwoman", "chairperson", "vice chair", "vice-chair", "vice chairman", "vice-chairman",
    "leader", "deputy leader", "mayor", "deputy mayor", "clerk", "president", "vice president", "reeve", "convener",
    "cathaoirleach", "secretary", "treasurer",
)  # fmt: skip

# What somebody is elected to, as it stands after the verb, in lower case.
OFFICES = (
    "chair", "chairman", "chairwoman", "chairperson", "vice", "deputy", "mayor", "lord\\s+mayor", "cathaoirleach",
    "leas", "leader", "president", "secretary", "treasurer", "convener", "convenor", "provost", "reeve", "council",
    "committee",
)  # fmt: skip

# Numbers that votes are counted in where they are printed as words.
NUMBER_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip

# How a printed word says how somebody voted.
OPTIONS = (
    ("in favour", "for"),
    ("in favor", "for"),
    ("aye", "for"),
    ("yea", "for"),
    ("yes", "for"),
    ("for", "for"),
    ("nay", "against"),
    ("noes", "against"),
    ("no", "against"),
    ("against", "against"),
    ("opposed", "against"),
    ("abst", "abstain"),
    ("absent", "absent"),
    ("recus", "recused"),
    ("not voting", "present_not_voting"),
    ("did not vote", "present_not_voting"),
    ("paired", "paired"),
)
