"""Words of declarations of interest (Localism Act 2011 and the codes of conduct before and after it)."""

from __future__ import annotations

# Kinds of interest as the contract names them, each with its words, the more specific before the general.
INTEREST_KINDS = (
    ("disclosable_pecuniary", r"(?<!non-)(?<!non\s)disclosable\s+(?:pecuniary|financial)|\bDPIs?\b"),
    ("prejudicial", r"(?<!non-)(?<!non\s)prejudicial"),
    ("pecuniary", r"(?<!non-)(?<!non\s)(?:pecuniary|financial)"),
    ("non_pecuniary", r"non[\s-]?(?:pecuniary|financial)"),
    ("personal", r"personal"),
    ("other", r"non[\s-]?registrable|registrable|other\s+significant|other\s+interests?|\bORIs?\b|\bNRIs?\b|\bOSIs?\b"),
)

# Verbs that state an interest and need no other word but "interest".
DECLARE_VERBS = ("declare", "declared", "declares", "disclosed", "discloses", "disclose")

# Verbs that state one's own interest ("noted her interest as a trustee").
OWN_VERBS = (
    "noted", "registered", "recorded", "restated", "stated", "repeated", "reiterated", "confirmed", "advised",
    "announced", "reported", "indicated",
)  # fmt: skip

# Adverbs between a person and the verb.
ADVERBS = (
    "again", "also", "then", "both", "each", "all", "later", "subsequently", "further", "duly", "verbally", "now",
    "therefore", "has", "have", "wished", "to",
)  # fmt: skip

# What a person leaves who takes no part.
PLACES = ("meeting", "room", "chamber", "hall", "call", "table", "building", "proceedings", "virtual", "link")

# Titles of the columns of a table of declarations: who, in which item, what interest; patterns.
PERSON_COLUMNS = (
    r"(?:name(?:s)?\ of\ )?(?:councillor|cllr|member|officer|trustee|director)(?:s|\(s\))?(?:[’']s)?(?:\ name)?",
    r"(?:councillor|member)s?(?:/|\ (?:or|and|/)\ )officers?(?:\ name)?",
    r"name",
    r"cynghorydd|aelod|enw",
)
ITEM_COLUMNS = (
    r"(?:agenda\ )?(?:item|minute)s?(?:\ ?(?:no|number|ref|reference)s?\.?)?(?:\ (?:and|&)\ (?:title|subject))?",
    r"(?:agenda\ )?item\ (?:title|subject)",
    r"subject|application(?:\ (?:no|number)\.?)?|report|cofnod|eitem",
)
REASON_COLUMNS = (
    r"(?:nature|type|details?|description|kind)(?:\ (?:and|&|/)\ (?:nature|type|extent))?\ of\ (?:the\ )?interests?"
    r"(?:\ (?:declared|disclosed))?",
    r"(?:personal|prejudicial|pecuniary|disclosable\ pecuniary|other)?\ ?interests?(?:\ (?:declared|type))?",
    r"reasons?|action(?:\ taken)?|nature|buddiant",
)

# What stands in the place of a name where nobody declared anything.
NO_NAMES = (
    "none", "nil", "n/a", "no", "none declared", "none received", "nobody", "dim", "item", "minute", "agenda", "note",
)  # fmt: skip
