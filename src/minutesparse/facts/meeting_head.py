"""What the head of a document says, as it is collected: the best value of each field, and the lines that hold it.

Labels ("Date of Meeting:", "Venue:", "Contact:") are read here; titles and sentences in `meeting_title`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from minutesparse.facts.dates import Found, find_dates, find_times
from minutesparse.facts.meeting_names import NOBODY, Body, any_of, name_range, read_body, read_name_line, read_venue
from minutesparse.lines import Line
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary import meeting as words

# How far a field is to be trusted, by what it was read from; the higher rank wins, then the earlier place.
HELD, LABELLED, TITLE, LINE, LOOSE = 5, 4, 3, 2, 1


@cache
def _attendance() -> re.Pattern[str]:
    """A line that opens the attendance part."""
    return re.compile(
        r"[\W_]*(?:(?:also|others?|members?|councillors?|directors?|board members?|those|staff|district)\s+)?"
        r"(?:present|attendance|in attendance|attending|attendees|apologies|absent|regrets|presennol)\b",
    )


def is_attendance(lowered: str, line: Line) -> bool:
    """True where a line of the lowered text opens the attendance part."""
    return _attendance().match(lowered, line.start, line.stop) is not None


@cache
def _label() -> re.Pattern[str]:
    """A label of the head with its colon; several may share a line."""
    groups = "|".join(f"(?P<{name}>{any_of(labels)})" for name, labels in words.LABELS.items())
    return re.compile(rf"(?<![^\s*#_|])(?:{groups})[*_\s]{{0,3}}[:=]", re.IGNORECASE)


@cache
def _state() -> re.Pattern[str]:
    """The words that give the state of the minutes."""
    draft, confirmed = any_of(words.DRAFT), any_of(words.CONFIRMED)
    return re.compile(rf"\b(?:(?P<draft>{draft})|(?P<confirmed>{confirmed}))\b")


STAMP = re.compile(r"\d\d:\d\d:\d\d")
EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
TELEPHONE = re.compile(r"(?:tel(?:ephone)?|phone)\b[\s.:]{0,4}(\+?[\d()][\d() -]{5,18}\d)", re.IGNORECASE)
NUMBER = re.compile(r"\+?(?:\(\d{2,5}\)[ ]?)?\d[\d ]{6,16}\d")
"""A telephone number without its label, behind the name."""

CONTACT_NAME = re.compile(
    r"[^\r\n:;,|]{2,80}?(?=\s{0,20}(?:\b(?:e-?mail|e-bost|tel(?:ephone)?|ff[oô]n|phone|on|at)\b|[:;,|(\r\n+\d]|\s{2}|\Z))",
    re.IGNORECASE,
)


ITEM_NUMBER = re.compile(r"\s{0,40}+\((?:agenda )?item\b[^()\r\n]{0,20}\)\W*+\Z", re.IGNORECASE)
"""The item that an issue page names behind the meeting: "Council (Item 39)"."""


class Head:
    """What the head of one document says, collected line by line."""

    def __init__(self, reader: Reader, month_first: bool) -> None:
        self.reader = reader
        self.text = reader.text
        self.lowered = reader.lowered
        self.month_first = month_first
        self.best: dict[str, tuple[int, str]] = {}
        self.contacts: list[Node] = []
        self.printed: list[Node] = []
        self.line_indices: set[int] = set()
        self.titled = False

    def offer(self, name: str, value: str | None, rank: int) -> None:
        """Keep ``value`` unless a better one is known."""
        if value and rank > self.best.get(name, (0, ""))[0]:
            self.best[name] = (rank, value)

    def offer_body(self, body: Body, rank: int) -> None:
        """Offer what names of council and committee there are."""
        for name, part in zip(("council", "committee"), body, strict=True):
            if part is not None:
                self.offer(name, self.reader.string(*part), rank)

    def offer_times(self, start: int, end: int, rank: int) -> list[Found]:
        """Offer the first time as the start, and the second of a range as the end; gives the times."""
        times = find_times(self.text, start, end)
        if times:
            self.offer("start_time", times[0].value, rank)
            if len(times) > 1 and len(self.text[times[0].end : times[1].start].split()) <= 1:
                self.offer("end_time", times[1].value, rank)
        return times

    def hold(self, name: str, lines: Sequence[Line]) -> None:
        """The lines are printed words of a field."""
        start, end = lines[0].start, lines[-1].stop
        words_there, span = self.reader.string(start, end), self.reader.span(start, end)
        self.printed.append({"field": name, "text": words_there, "span": span})
        self.line_indices.update(line.index for line in lines)

    def node(self) -> Node:
        """The fields of the contract that a head may fill."""
        names = ("council", "committee", "title", "date", "start_time", "end_time", "venue", "status")
        found: Node = {name: self.best[name][1] if name in self.best else None for name in names}
        found["contacts"] = self.contacts
        found["printed"] = self.printed
        found["line_indices"] = self.line_indices
        found["month_first"] = self.month_first
        return found


SMALL = r"(?:at|on|the|held|from|to|date|time|and|commencing|starting|day|of|in|hrs|dydd|am)\b"
SMALL_WORDS = re.compile(rf"(?:[\W_]++|\b{SMALL})*+\Z", re.IGNORECASE)
"""What may stand on a line beside a date and a time."""


def is_only_when(text: str, line: Line, found: Sequence[Found]) -> bool:
    """True where a line holds nothing but the dates and times that were ``found`` in it."""
    position, rest = line.start, ""
    for piece in sorted(found, key=lambda piece: piece.start):
        rest = f"{rest} {text[position : piece.start]}"
        position = piece.end
    return SMALL_WORDS.match(f"{rest} {text[position : line.stop]}") is not None


def labels_in(text: str, line: Line) -> Iterator[tuple[str, int, int, int]]:
    """The labels of a line: field, where the label begins and ends, where its value ends."""
    if text.find(":", line.start, line.stop) < 0 and text.find("=", line.start, line.stop) < 0:
        return
    matches = list(_label().finditer(text, line.start, line.stop))
    if not matches or text[line.start : matches[0].start()].strip("*#_|- \t"):
        return
    stops = [match.start() for match in matches[1:]] + [line.stop]
    for match, stop in zip(matches, stops, strict=True):
        assert match.lastgroup is not None
        yield match.lastgroup, match.start(), match.end(), stop


def read_labels(head: Head, lines: Sequence[Line], position: int) -> int:
    """Labels such as "Venue: …"; one alone on its line takes the next line, one for places a whole paragraph."""
    line = lines[position]
    used, name = 0, ""
    for name, label, start, end in labels_in(head.text, line):
        taken = [line]
        if not head.text[start:end].strip('*_ \t"'):
            taken += _value_lines(head, lines, position, name)
            if len(taken) > 1:
                start, end = taken[1].start, taken[-1].stop
        if not _read_value(head, name, head.text[label:start].lower(), start, end):
            continue
        used = max(used, len(taken))
    if used:
        head.hold(name, lines[position : position + used])
    return used


def _value_lines(head: Head, lines: Sequence[Line], position: int, name: str) -> list[Line]:
    following: list[Line] = []
    for line in lines[position + 1 : position + (5 if name == "venue" else 2)]:
        if line.index > lines[position].index + len(following) + 2 or any(labels_in(head.text, line)):
            break
        if is_attendance(head.lowered, line) or line.hashes:
            break
        following.append(line)
    return following


def _read_value(head: Head, name: str, label: str, start: int, end: int) -> bool:
    """Read a label's value; false where it is none that the label asks for."""
    text = head.text
    if name in ("date", "time"):
        if STAMP.search(text, start, end):  # when a page was published
            return False
        rank = LABELLED if "meeting" in label or "held" in label else LINE
        dates = find_dates(text, start, end, head.month_first)
        if dates:
            head.offer("date", dates[0].value, rank)
        times = [time for time in find_times(text, start, end) if time.value != "00:00"]
        if times:
            head.offer_times(times[0].start, end, rank)
        return bool(dates or times)
    if name == "venue":
        venue = read_venue(text, start, end)
        if venue is not None:
            head.offer("venue", head.reader.string(*venue), LABELLED)
        return venue is not None
    if name == "contact":
        return _read_contact(head, start, end)
    if name == "title":
        return _read_title_value(head, start, end)
    body = read_name_line(text, start, end)
    head.offer_body(body, LABELLED)
    return body != NOBODY


def _read_title_value(head: Head, start: int, end: int) -> bool:
    if not _read_meeting_entry(head, start, end):
        body = read_body(head.text, start, end)
        head.offer_body(body, TITLE)
        dates = find_dates(head.text, start, end, head.month_first)
        if dates:
            head.offer("date", dates[0].value, TITLE)
    head.titled = True
    start, end = head.reader.trim(start, end)
    head.offer("title", head.reader.string(start, end).strip("\"' "), LINE)
    return start < end


def _read_meeting_entry(head: Head, start: int, end: int) -> bool:
    """Read "04/05/2020 - Anyford Committee (Item 7)", as an issue page names a meeting; false for anything else."""
    dates = find_dates(head.text, start, end)
    if not dates or head.text[start : dates[0].start].strip():
        return False
    body = dates[0].end
    while body < end and not head.text[body].isalnum():
        body += 1
    item = ITEM_NUMBER.search(head.text, body, end)
    offer_meeting(head, (body, item.start() if item else end), dates[0], dates[0].end)
    return True


def offer_meeting(head: Head, name: tuple[int, int], day: Found, end: int) -> None:
    """Offer the body that the range names, the date, and the time printed behind it, before ``end``."""
    head.offer("date", day.value, TITLE)
    head.offer_times(day.end, end, TITLE)
    body = read_body(head.text, *name)
    if body == NOBODY:  # a page's title names nothing but the body: "Planning - Monday 4 May 2020"
        start, end = name_range(head.text, *name)
        specific = set(re.findall(r"\w+", head.text[start:end].lower())) - set(words.GENERIC)
        body = body._replace(committee=(start, end)) if specific else body
    head.offer_body(body, TITLE)


def _read_contact(head: Head, start: int, end: int) -> bool:
    text = head.text
    email, telephone = EMAIL.search(text, start, end), TELEPHONE.search(text, start, end)
    number = telephone.span(1) if telephone else None
    if number is None and (bare := NUMBER.search(text, start, email.start() if email else end)):
        number = bare.span()
    start, end = head.reader.trim(start, end)
    name = CONTACT_NAME.match(text, start, end)
    if start >= end:
        return False
    head.contacts.append(
        {
            "name": head.reader.string(*name.span()) or None if name and "@" not in name[0] else None,
            "email": email[0] if email else None,
            "telephone": head.reader.string(*number) if number else None,
            "span": head.reader.span(start, end),
        }
    )
    return True


def offer_state(head: Head, start: int, end: int) -> None:
    """Offer the state that the words give; "draft" wins where a line has both."""
    states = list(_state().finditer(head.lowered, start, end))
    if states:
        draft = any(state["draft"] for state in states)
        head.offer("status", "draft" if draft else "confirmed", LINE)
