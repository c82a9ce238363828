"""Words of actions: what opens them, who owns them, when they are due.

Made from `actions.toml` by ``make vocabulary``.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from minutesparse.vocabulary.additions import parts, printed, printed_parts, words

# Posts that own tasks, in the singular, as their last word; Welsh "clerc" and "pawb" (all).
POSTS: tuple[str, ...] = (
    "clerk", "chair", "chairman", "chairwoman", "chairperson", "vice-chair", "vice-chairman", "mayor", "provost",
    "leader", "cathaoirleach", "councillor", "cllr", "member", "officer", "director", "manager", "engineer",
    "secretary", "treasurer", "trustee", "staff", "administrator", "superintendent", "solicitor", "warden", "caretaker",
    "contractor", "resident", "all", "everyone", "president", "vice-president", "auditor", "surveyor", "executive",
    "clerc", "pawb", "reeve", "supervisor", "selectman", "alderman", "moderator", "recorder", "cadeirydd", "rúnaí",
    "swyddog",
    *words("actions.posts", "people.roles.vice_chair", "people.roles.deputy_mayor", "people.roles.mayor", "people.roles.chair", "people.roles.clerk"),
)

# What opens a task that is marked as one, in the singular and as it is printed.
LEADS: tuple[str, ...] = (
    "Action", "ACTION",
    *printed("actions.leads"),
)

# Bodies that own tasks, in the singular.
BODIES: tuple[str, ...] = (
    "committee", "sub-committee", "council", "board", "cabinet", "panel", "group", "party", "team", "office",
    "department", "service",
    *words("actions.bodies"),
)

# Honorifics that may stand before an owner's name; a full stop may follow each.
OWNER_HONORIFICS: tuple[str, ...] = (
    "Councillor", "Cllr", "Cr", "Ald", "Alderman", "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Sir", "Dame", "Rev",
    "Revd", "Cynghorydd", "Cyng", "PCSO", "Trustee", "Director", "Commissioner", "Supervisor", "Reeve", "Selectman",
    "Comhairleoir", "Mayor",
    *printed_parts("actions.owner_honorifics", "people.member_titles", "people.personal_titles"),
)

# Honorifics that several names share.
PLURAL_HONORIFICS: tuple[str, ...] = (
    "Councillors", "Cllrs", "Crs", "Messrs", "Cynghorwyr", "Comhairleoirí", "Selectmen", "Aldermen",
    *printed_parts("actions.plural_honorifics", "people.plural_titles"),
)

# Owners whose words alone, at the right margin, show an action column.
LONE_OWNERS: tuple[str, ...] = (
    "Clerk", "All", "Clerc", "Pawb",
    *printed_parts("actions.lone_owners"),
)

# Capitals at a line's end that are nobody's initials.
NO_INITIALS: tuple[str, ...] = (
    "AM", "AOB", "ASAP", "CCTV", "EU", "ITEM", "LIST", "LOG", "NB", "NIL", "NO", "OK", "PDF", "PLAN", "PM", "PTO",
    "RIP", "TASK", "TBA", "TBC", "TEAM", "TV", "UK", "US", "USA", "VAT", "YES",
    *printed("actions.no_initials"),
)

# Small words inside a post: "Chair of the Parks Panel", "Director for Housing".
OWNER_JOINTS: tuple[str, ...] = (
    "of", "for", "the", "in", "and",
    *words("actions.owner_joints"),
)

# First words of a task that names nobody, though they are written with a capital and may stand before "to".
NO_OWNER: tuple[str, ...] = (
    "that", "to", "in", "it", "there", "this", "these", "those", "as", "a", "an", "at", "on", "with", "following",
    "ask", "request", "invite", "instruct", "remind", "require", "recommend", "resolve", "agree", "agreed", "continue",
    "need", "try", "aim", "plan", "look", "start", "begin", "write", "speak", "talk", "reply", "respond", "report",
    "reports", "letter", "letters", "item", "items", "email", "minutes", "meeting", "workshop", "budget", "agenda",
    "work", "sign", "signs", "quote", "quotes", "further", "update", "response", "decision", "matter", "access",
    "approval", "due", "subject", "thanks", "noted", "none", "no", "nothing",
    *words("actions.no_owner"),
)

# Verbs after "to" that say what becomes of a thing rather than what somebody does ("Report to come back").
THING_VERBS: tuple[str, ...] = (
    "be", "come", "go", "remain", "include", "return", "become",
    *words("actions.thing_verbs"),
)

# Words after "to" that show it to be no infinitive ("Write to the county", "Clerk to a neighbouring parish").
NOT_VERBS: tuple[str, ...] = (
    "the", "a", "an", "all", "any", "our", "their", "his", "her", "its", "this", "that", "those", "these",
    *words("actions.not_verbs"),
)

# Further verbs of tasks, after "will" and its like; in the base form some of them are nouns too ("Clerk update").
PROMISED_VERBS: tuple[str, ...] = (
    "act", "approach", "ascertain", "assess", "bring", "call", "collate", "collect", "compile", "complete", "consult",
    "create", "deal", "deliver", "discuss", "display", "distribute", "ensure", "expedite", "finalise", "install",
    "issue", "let", "look", "meet", "monitor", "organise", "organize", "paint", "pass", "phone", "post", "print",
    "progress", "provide", "publicise", "publish", "pursue", "put", "remove", "repair", "represent", "research",
    "resolve", "review", "ring", "set", "share", "source", "submit", "supply", "take", "talk", "telephone", "thank",
    "try", "update", "visit",
    *parts("actions.promised_verbs"),
)

# What an owner does who takes on a task; "to" and its verb follow.
PLEDGES: tuple[str, ...] = (
    "agreed", "undertook", "offered", "volunteered",
    *words("actions.pledges"),
)

# Verbs after these that are a vote, an office or a course of the meeting instead of a task.
NO_PLEDGES: tuple[str, ...] = (
    "be", "become", "abstain", "stand", "serve", "accept", "second", "withdraw", "amend", "vary", "join", "act",
    "continue as", "remain", "adjourn", "defer", "allow", "step down", "have",
    *parts("actions.no_pledges"),
)

# Owners that are groups of people: what they agree to is a decision, no task.
GROUPS: tuple[str, ...] = (
    "members", "member", "councillors", "cllrs", "councillor", "residents", "resident", "all", "everyone", "trustees",
    "directors", "pawb", "staff", "contractor", "contractors",
    *words("actions.groups", "people.plural_titles"),
)

# Verbs in the base form that follow an owner without "to" ("Clerk chase.") where the minutes leave it out.
TASK_VERBS: tuple[str, ...] = (
    "add", "advise", "arrange", "ask", "attend", "book", "chase", "check", "circulate", "confirm", "contact", "draft",
    "email", "enquire", "find", "follow", "forward", "get", "inform", "inspect", "investigate", "invite", "liaise",
    "make", "notify", "obtain", "order", "place", "prepare", "purchase", "raise", "remind", "reply", "report",
    "request", "respond", "seek", "send", "speak", "write",
    *parts("actions.task_verbs"),
)

# Past participles after the lead that record an outcome instead of a task ("Action: Approved the minutes.").
OUTCOMES: tuple[str, ...] = (
    "adopted", "accepted", "approved", "authorized", "authorised", "moved", "received", "removed", "denied", "tabled",
    "noted", "deferred", "none", "no action", "presentation received", "carried", "passed", "continued", "appointed",
    "awarded", "ratified", "confirmed", "on a motion", "motion", "the board took", "seconded", "it was moved",
    "unanimously",
    *parts("actions.outcomes"),
)

# English months and weekdays as minutes abbreviate them in a deadline.
MONTHS: tuple[str, ...] = (
    "Jan(?:uary)?", "Feb(?:ruary)?", "Mar(?:ch)?", "Apr(?:il)?", "May", "June?", "July?", "Aug(?:ust)?",
    "Sept?(?:ember)?", "Oct(?:ober)?", "Nov(?:ember)?", "Dec(?:ember)?",
    *printed_parts("actions.months", "calendar.months.january", "calendar.months.february", "calendar.months.march", "calendar.months.april", "calendar.months.may", "calendar.months.june", "calendar.months.july", "calendar.months.august", "calendar.months.september", "calendar.months.october", "calendar.months.november", "calendar.months.december"),
)

# English months and weekdays as minutes abbreviate them in a deadline.
WEEKDAYS: tuple[str, ...] = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    *printed_parts("actions.weekdays", "calendar.weekdays"),
)

# Heads of the columns of an action table: the task, its owner, its deadline.
TASK_COLUMNS: tuple[str, ...] = (
    "action", "actions", "action point", "action points", "action required", "action item", "task", "tasks",
    *words("actions.task_columns"),
)

# Heads of the columns of an action table: the task, its owner, its deadline.
OWNER_COLUMNS: tuple[str, ...] = (
    "owner", "owners", "who", "by whom", "by who", "responsible", "responsibility", "person responsible", "lead",
    "lead officer", "officer", "responsible officer", "action by", "actioned by", "action owner", "assigned to",
    "assignee", "name", "person",
    *words("actions.owner_columns"),
)

# Heads of the columns of an action table: the task, its owner, its deadline.
DUE_COLUMNS: tuple[str, ...] = (
    "due", "due date", "date due", "deadline", "by when", "when", "target date", "timescale", "date", "action date",
    "completion date", "due by",
    *words("actions.due_columns"),
)

# Heads of the column that tells the business, in minutes that are a table.
NOTES_COLUMNS: tuple[str, ...] = (
    "discussion", "notes", "minute", "minutes", "details", "detail", "description", "business", "subject", "summary",
    "topic",
    *words("actions.notes_columns"),
)
