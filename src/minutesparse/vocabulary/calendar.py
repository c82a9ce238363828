"""Words of dates and times: English, with the Welsh and Irish that councils of Wales and Ireland print beside it.

Made from `calendar.toml` by ``make vocabulary``.
"""

# fmt: off

from __future__ import annotations

from minutesparse.vocabulary.additions import parts, words

# Names of the twelve months in order, full names first; lower case.
MONTHS: dict[str, tuple[str, ...]] = {
    "january": (
        "january", "jan", "ionawr", "eanáir",
        *words("calendar.months.january"),
    ),
    "february": (
        "february", "feb", "chwefror", "feabhra", "fheabhra",
        *words("calendar.months.february"),
    ),
    "march": (
        "march", "mar", "mawrth", "márta", "fawrth", "mhárta",
        *words("calendar.months.march"),
    ),
    "april": (
        "april", "apr", "ebrill", "aibreán", "aibreáin",
        *words("calendar.months.april"),
    ),
    "may": (
        "may", "mai", "bealtaine", "fai", "bhealtaine",
        *words("calendar.months.may"),
    ),
    "june": (
        "june", "jun", "mehefin", "meitheamh", "fehefin", "meithimh", "mheitheamh",
        *words("calendar.months.june"),
    ),
    "july": (
        "july", "jul", "gorffennaf", "iúil", "orffennaf",
        *words("calendar.months.july"),
    ),
    "august": (
        "august", "aug", "awst", "lúnasa",
        *words("calendar.months.august"),
    ),
    "september": (
        "september", "sept", "sep", "medi", "meán fómhair", "fedi", "mheán fómhair",
        *words("calendar.months.september"),
    ),
    "october": (
        "october", "oct", "hydref", "deireadh fómhair", "dheireadh fómhair",
        *words("calendar.months.october"),
    ),
    "november": (
        "november", "nov", "tachwedd", "samhain", "dachwedd", "samhna", "shamhain",
        *words("calendar.months.november"),
    ),
    "december": (
        "december", "dec", "rhagfyr", "nollaig", "ragfyr", "nollag",
        *words("calendar.months.december"),
    ),
}

# Days of the week with the short forms that minutes print, then Welsh, as one pattern's alternatives.
WEEKDAYS: tuple[str, ...] = (
    "mon(?:day)?", "tue(?:s(?:day)?)?", "wed(?:nesday|s)?", "thu(?:r(?:s(?:day)?)?)?", "fri(?:day)?", "sat(?:urday)?",
    "sun(?:day)?", r"dydd\ (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)",
    r"dé\ (?:luain|máirt|céadaoin|haoine|sathairn|domhnaigh)", "déardaoin",
    r"ddydd\ (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)", r"nos\ (?:lun|fawrth|fercher|iau|wener|sadwrn|sul)",
    *parts("calendar.weekdays"),
)

# Endings of ordinal numbers: English, then Welsh.
ORDINAL_ENDINGS: tuple[str, ...] = (
    "st", "nd", "rd", "th", "eg", "fed", "ydd", "af", "il", "ed", "ú", "ain",
    *parts("calendar.ordinal_endings"),
)

# Words before a number that make it the number of something, not a day.
NUMBERED_THINGS: tuple[str, ...] = (
    "item", "items", "no", "number", "minute", "section", "para", "paragraph", "page", "resolution", "mír", "uimhir",
    "eitem", "cofnod", "rhif",
    *words("calendar.numbered_things"),
)

# Forenoon and afternoon: English, Irish (roimh nóin, iarnóin), Welsh (y bore, y prynhawn, yr hwyr); patterns.
FORENOON: tuple[str, ...] = (
    r"a\.?\ ?m\b\.?", r"r\.?n\b\.?", r"y\.?b\b\.?",
    *parts("calendar.forenoon"),
)

# Forenoon and afternoon: English, Irish (roimh nóin, iarnóin), Welsh (y bore, y prynhawn, yr hwyr); patterns.
AFTERNOON: tuple[str, ...] = (
    r"p\.?\ ?m\b\.?", r"i\.n\b\.?", r"y\.?[hp]\b\.?",
    *parts("calendar.afternoon"),
)

# Words after a four-figure time.
HOURS: tuple[str, ...] = (
    "hrs", "hours", "hr", "h",
    *parts("calendar.hours"),
)

# Words that let a bare "7.30" be a time where they stand before it.
TIME_LEADS: tuple[str, ...] = (
    "at", "from", "until", "till", "to", "by", "about", "around", "approx", "approximately", "time", "times", "started",
    "starting", "commenced", "commencing", "began", "opened", "closed", "ended", "finished", "concluded", "adjourned",
    "resumed", "reconvened",
    *parts("calendar.time_leads"),
)

# Words after a figure that make it a measure or a price, not a time.
MEASURES: tuple[str, ...] = (
    "%", "per", "percent", "m", "metres", "miles", "km", "million", "acres", "hectares", "tonnes", "each",
    *parts("calendar.measures"),
)
