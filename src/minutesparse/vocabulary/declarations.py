"""Words of declarations of interest (Localism Act 2011 and the codes of conduct before and after it).

Made from `declarations.toml` by ``make vocabulary``.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from minutesparse.vocabulary.additions import parts, words

# Kinds of interest as the contract names them, each with its words, the more specific before the general.
INTEREST_KINDS: dict[str, tuple[str, ...]] = {
    "disclosable_pecuniary": (
        r"(?<!non-)(?<!non\s)disclosable\s+(?:pecuniary|financial)|\bDPIs?\b",
        *parts("declarations.interest_kinds.disclosable_pecuniary"),
    ),
    "prejudicial": (
        r"(?<!non-)(?<!non\s)prejudicial",
        *parts("declarations.interest_kinds.prejudicial"),
    ),
    "pecuniary": (
        r"(?<!non-)(?<!non\s)(?:pecuniary|financial)",
        *parts("declarations.interest_kinds.pecuniary"),
    ),
    "non_pecuniary": (
        r"non[\s-]?(?:pecuniary|financial)",
        *parts("declarations.interest_kinds.non_pecuniary"),
    ),
    "personal": (
        "personal",
        *parts("declarations.interest_kinds.personal"),
    ),
    "other": (
        r"non[\s-]?registrable|registrable|other\s+significant|other\s+interests?|\bORIs?\b|\bNRIs?\b|\bOSIs?\b",
        *parts("declarations.interest_kinds.other"),
    ),
}

# Verbs that state an interest and need no other word but "interest".
DECLARE_VERBS: tuple[str, ...] = (
    "declare", "declared", "declares", "disclosed", "discloses", "disclose",
    *parts("declarations.declare_verbs"),
)

# Verbs that state one's own interest ("noted her interest as a trustee").
OWN_VERBS: tuple[str, ...] = (
    "noted", "registered", "recorded", "restated", "stated", "repeated", "reiterated", "confirmed", "advised",
    "announced", "reported", "indicated",
    *parts("declarations.own_verbs"),
)

# Adverbs between a person and the verb.
ADVERBS: tuple[str, ...] = (
    "again", "also", "then", "both", "each", "all", "later", "subsequently", "further", "duly", "verbally", "now",
    "therefore", "has", "have", "wished", "to",
    *parts("declarations.adverbs"),
)

# What a person leaves who takes no part.
PLACES: tuple[str, ...] = (
    "meeting", "room", "chamber", "hall", "call", "table", "building", "proceedings", "virtual", "link",
    *parts("declarations.places"),
)

# Titles of the columns of a table of declarations: who, in which item, what interest; patterns.
PERSON_COLUMNS: tuple[str, ...] = (
    r"(?:name(?:s)?\ of\ )?(?:councillor|cllr|member|officer|trustee|director)(?:s|\(s\))?(?:[’']s)?(?:\ name)?",
    r"(?:councillor|member)s?(?:/|\ (?:or|and|/)\ )officers?(?:\ name)?", "name", "cynghorydd|aelod|enw",
    *parts("declarations.person_columns"),
)

# Titles of the columns of a table of declarations: who, in which item, what interest; patterns.
ITEM_COLUMNS: tuple[str, ...] = (
    r"(?:agenda\ )?(?:item|minute)s?(?:\ ?(?:no|number|ref|reference)s?\.?)?(?:\ (?:and|&)\ (?:title|subject))?",
    r"(?:agenda\ )?item\ (?:title|subject)", r"subject|application(?:\ (?:no|number)\.?)?|report|cofnod|eitem",
    *parts("declarations.item_columns"),
)

# Titles of the columns of a table of declarations: who, in which item, what interest; patterns.
REASON_COLUMNS: tuple[str, ...] = (
    r"(?:nature|type|details?|description|kind)(?:\ (?:and|&|/)\ (?:nature|type|extent))?\ of\ (?:the\ )?interests?(?:\ (?:declared|disclosed))?",
    r"(?:personal|prejudicial|pecuniary|disclosable\ pecuniary|other)?\ ?interests?(?:\ (?:declared|type))?",
    r"reasons?|action(?:\ taken)?|nature|buddiant",
    *parts("declarations.reason_columns"),
)

# What stands in the place of a name where nobody declared anything.
NO_NAMES: tuple[str, ...] = (
    "none", "nil", "n/a", "no", "none declared", "none received", "nobody", "dim", "item", "minute", "agenda", "note",
    *words("declarations.no_names"),
)
