"""Words of dates and times: English, with the Welsh and Irish that councils of Wales and Ireland print beside it."""

from __future__ import annotations

# Names of the twelve months in order, full names first; lower case.
MONTHS = (
    ("january", "jan", "ionawr", "eanáir"),
    ("february", "feb", "chwefror", "feabhra"),
    ("march", "mar", "mawrth", "márta"),
    ("april", "apr", "ebrill", "aibreán"),
    ("may", "mai", "bealtaine"),
    ("june", "jun", "mehefin", "meitheamh"),
    ("july", "jul", "gorffennaf", "iúil"),
    ("august", "aug", "awst", "lúnasa"),
    ("september", "sept", "sep", "medi", "meán fómhair"),
    ("october", "oct", "hydref", "deireadh fómhair"),
    ("november", "nov", "tachwedd", "samhain"),
    ("december", "dec", "rhagfyr", "nollaig"),
)

# Days of the week with the short forms that minutes print, then Welsh, as one pattern's alternatives.
WEEKDAYS = (
    "mon(?:day)?",
    "tue(?:s(?:day)?)?",
    "wed(?:nesday|s)?",
    "thu(?:r(?:s(?:day)?)?)?",
    "fri(?:day)?",
    "sat(?:urday)?",
    "sun(?:day)?",
    r"dydd\ (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul)",
)

# Endings of ordinal numbers: English, then Welsh.
ORDINAL_ENDINGS = ("st", "nd", "rd", "th", "eg", "fed", "ydd", "af", "il", "ed")

# Words before a number that make it the number of something, not a day.
NUMBERED_THINGS = ("item", "items", "no", "number", "minute", "section", "para", "paragraph", "page", "resolution")

# Forenoon and afternoon: English, Irish (roimh nóin, iarnóin), Welsh (y bore, y prynhawn, yr hwyr); patterns.
FORENOON = (r"a\.?\ ?m\b\.?", r"r\.?n\b\.?", r"y\.?b\b\.?")
AFTERNOON = (r"p\.?\ ?m\b\.?", r"i\.n\b\.?", r"y\.?[hp]\b\.?")

# Words after a four-figure time.
HOURS = ("hrs", "hours", "hr", "h")

# Words that let a bare "7.30" be a time where they stand before it.
TIME_LEADS = (
    "at", "from", "until", "till", "to", "by", "about", "around", "approx", "approximately", "time", "times",
    "started", "starting", "commenced", "commencing", "began", "opened", "closed", "ended", "finished", "concluded",
    "adjourned", "resumed", "reconvened",
)  # fmt: skip

# Words after a figure that make it a measure or a price, not a time.
MEASURES = ("%", "per", "percent", "m", "metres", "miles", "km", "million", "acres", "hectares", "tonnes", "each")
