"""A council's house style from its past minutes, with how many of them bear out each line."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from minutesparse.checks.configuration_text import toml_value
from minutesparse.checks.page import Page

# What share of the minutes must agree before a line is proposed.
AGREED = 0.8
# A part that all minutes have stands in at least this share of them; one may be left out by mistake.
PART = 0.9
# Someone who is named in so few minutes may be a guest, or a name that was misspelt.
FEWEST_MEETINGS = 2

DIGITS = re.compile(r"\d+")
WORD = re.compile(r"[^\W\d_]{4,}")
SPELLINGS = {"Councillor": re.compile(r"\bCouncillors?\b"), "Cllr": re.compile(r"\bCllrs?\b")}
# Words that a title in sentence case may still set in capitals: it says nothing which of the two is meant.
FEWEST_WORDS = 2


@dataclass(slots=True)
class Evidence:
    """What the minutes read so far say: for each setting, in how many of them each value prevails."""

    files: int = 0
    asked: Counter[str] = field(default_factory=Counter)
    values: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    places: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    titles: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    numbers: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    members: Counter[str] = field(default_factory=Counter)

    def add(self, page: Page) -> None:
        """Take one file's minutes into account."""
        self.files += 1
        self._vote("series", (_shape(item["number"]) for item in page.items if item["number"]))
        for item in page.items:
            if item["number"]:
                self.numbers[_shape(item["number"])].append(item["number"])
        self._vote("decision-lead", (lead for one in page.resolutions if (lead := _lead(one["lead"]))))
        self._vote("titles", (case for item in page.items if item["title"] and (case := title_case(item["title"]))))
        spelt = {name: len(pattern.findall(page.text)) for name, pattern in SPELLINGS.items()}
        self._vote("spelling", (name for name, count in spelt.items() for _ in range(count)))
        if page.items:
            decided = sum(bool(item["resolutions"]) for item in page.items)
            self._vote("decisions", ["true" if decided >= AGREED * len(page.items) else "false"])
        for place, title in enumerate(dict.fromkeys(_plain(item["title"]) for item in page.items if item["title"])):
            self.places[title].append(place / len(page.items))
        for item in page.items:
            if item["title"]:
                self.titles[_plain(item["title"])][item["title"]] += 1
        self.members.update({person["name"] for person in page.document["attendance"] if _is_member(person)})

    def _vote(self, setting: str, values: Iterable[str]) -> None:
        counts = Counter(values)
        if counts:
            self.asked[setting] += 1
            self.values[setting][counts.most_common(1)[0][0]] += 1


def inferred(evidence: Evidence) -> str:
    """``[house-style]`` as TOML: what most of the minutes agree on, each line with the count that bears it out.

    What they do not agree on is a comment, so that nothing is declared that the minutes do not show.
    """
    lines = [f"# From {evidence.files} files. A quorum cannot be seen in minutes: add it.", "[house-style]"]
    for setting in ("series", "decision-lead", "decisions", "titles", "spelling"):
        lines.append(_setting(evidence, setting))
    parts = _parts(evidence)
    if parts:
        sure = min(len(evidence.places[part]) for part in parts)
        names = [evidence.titles[part].most_common(1)[0][0] for part in parts]
        lines.append(f"parts = {toml_value(tuple(names))}  # each in at least {sure} of {evidence.files} files")
    for name, count in sorted(evidence.members.items(), key=lambda row: (-row[1], row[0])):
        if count >= FEWEST_MEETINGS:
            lines += [
                "",
                "[[house-style.members]]",
                f"name = {toml_value(name)}  # in {count} of {evidence.files} files",
            ]
    return "\n".join(lines)


def title_case(title: str) -> str | None:
    """How a title is set: ``upper``, ``title`` or ``sentence``, ``None`` where it is too short to tell."""
    words = WORD.findall(title)
    if len(words) < FEWEST_WORDS:
        return None
    if title == title.upper():
        return "upper"
    later = words[1:]
    if all(word[0].isupper() for word in later):
        return "title"
    return "sentence" if not any(word[0].isupper() for word in later) else None


def _setting(evidence: Evidence, setting: str) -> str:
    asked = evidence.asked[setting]
    if not asked:
        return f"# {setting}: not seen"
    value, count = evidence.values[setting].most_common(1)[0]
    shown = _series(evidence.numbers[value]) if setting == "series" else value
    line = f"{setting} = {shown if setting == 'decisions' else toml_value(shown)}  # {count} of {asked} files"
    return line if count >= AGREED * asked else f"# {line}"


def _shape(number: str) -> str:
    """A number with its digits left out: what is the same for all of a series."""
    return DIGITS.sub("0", number)


def _series(numbers: Sequence[str]) -> str:
    """The pattern of numbers of one shape: digits counted where there are always as many."""
    parts = [DIGITS.split(number) for number in numbers]
    runs = [DIGITS.findall(number) for number in numbers]
    pattern = [re.escape(parts[0][0])]
    for place, literal in enumerate(parts[0][1:]):
        lengths = {len(run[place]) for run in runs}
        constant = {run[place] for run in runs}
        longest = max(lengths)
        counted = r"\d" * longest if len(lengths) == 1 and (longest > 1 or len(constant) == 1) else r"\d+"
        pattern += [counted, re.escape(literal)]
    return "".join(pattern)


def _lead(lead: str | None) -> str | None:
    return lead.strip(" :.-\u2013\u2014*") if lead else None


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))


def _parts(evidence: Evidence) -> list[str]:
    """Titles that nearly all minutes have, in the order in which they stand."""
    if evidence.files < FEWEST_MEETINGS:
        return []
    common = [title for title, places in evidence.places.items() if len(places) >= PART * evidence.files]
    return sorted(common, key=lambda title: sum(evidence.places[title]) / len(evidence.places[title]))


def _is_member(person: dict[str, object]) -> bool:
    """A councillor, as far as the attendance says: not an officer or a guest."""
    honorific = str(person["honorific"] or "").lower()
    return person["status"] in ("present", "apologies", "absent") and (
        honorific.startswith(("cllr", "councillor", "ald")) or (not person["post"] and not person["organization"])
    )
