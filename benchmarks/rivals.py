"""What the package is measured against: the least that any parser of lines does, and an afternoon's script."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

LINE_END = re.compile(r"\r\n?|\n")  # the package's rule for lines
NUMBERED = re.compile(r"\s*(?:(\d+(?:\.\d+)*|[A-Z]{1,3}\.\d+|[a-z]|[ivx]+)[.):]\s+)?(.*)")


def floor(path: Path, document: dict[str, Any]) -> str:
    """Read, split into lines, match one compiled pattern on each, and write the given document as JSON."""
    text = path.read_bytes().decode("utf-8", "replace")
    match = NUMBERED.match
    for line in LINE_END.split(text):
        match(line)
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


# What one writes who needs the facts by tonight: each pattern finds one kind of fact, none knows of the others.
MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
NAIVE = {
    "items": r"(?m)^\s*(\d+(?:\.\d+)*)[.)]?\s+(.+)$",
    "coded_items": r"(?m)^\s*([A-Z]{1,4}[./ -]?\d+(?:/\d+)?)[.:]?\s+(.+)$",
    "headings": r"(?m)^\s*([A-Z][A-Z\s,&'-]{4,})$",
    "points": r"(?m)^\s*(?:[a-z]\)|\([a-z]\)|[ivx]+\)|[-•])\s+(.*)$",
    "titled": r"\b(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\.?\s+([A-Z][\w.'-]*(?:\s+[A-Z][\w'-]+)*)",
    "names": r"\b[A-Z][a-z]+\s+(?:[A-Z]\.?\s+)?[A-Z][a-z]+\b",
    "present": r"(?i)(?:present|in attendance)\s*:\s*(.+)",
    "apologies": r"(?i)apologies.*?(?:from|:)\s*(.+)",
    "resolved": r"(?i)\b(?:it was )?resolved\b[:\s–-]*(?:that)?\s*(.+)",
    "agreed": r"(?i)\b(?:it was )?(?:agreed|approved|noted)\b[:\s–-]*(?:that|to)?\s*(.+)",
    "moved": r"(?i)(?:moved|proposed)\s+by\s*:?\s*([^,.;\n]+)",
    "seconded": r"(?i)seconded\s+by\s*:?\s*([^,.;\n]+)",
    "votes": r"(?i)(\d+)\s+(?:votes?\s+)?(for|against|abstentions?|in favou?r|ayes?|nays?|noes)",
    "outcomes": r"(?i)(?:motion|amendment)\s+(?:was\s+)?(carried|passed|lost|defeated|withdrawn)|carried unanimously",
    "actions": r"(?im)^\s*action(?:s|\s+by)?\s*:\s*(.+)$",
    "declarations": r"(?i)((?:\w+ ){1,3})declared\s+an?\s+(\w+)\s+interest",
    "dates": rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\s+\d{{4}}|{MONTH}\s+\d{{1,2}},\s+\d{{4}}|\b\d+/\d+/\d{{2,4}}",
    "times": r"(?i)\b(\d{1,2}[:.]\d{2})\s*(am|pm|a\.m\.|p\.m\.)?",
    "emails": r"[\w.+-]+@[\w-]+\.[\w.-]+",
    "money": r"[£€$]\s?\d[\d,]*(?:\.\d+)?",
}


def naive(path: Path) -> str:
    """Twenty ``re.findall`` over the text, and what they found as JSON."""
    text = path.read_bytes().decode("utf-8", "replace")
    return json.dumps({name: re.findall(pattern, text) for name, pattern in NAIVE.items()}, ensure_ascii=False)
