"""Who attended: the attendance part at the head of a document, and items such as "Apologies" and "Roll call".

The head is read label by label. What stands under a label is a list of one person a line, or a running list over
several lines; a sub-heading in capitals, a page number or a ward's name between the names is passed over, the first
text that holds nobody ends the part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from minutesparse.facts.attendance_labels import Group, Label, label_at, lead_of, office_at, public_of
from minutesparse.facts.attendance_remarks import is_only_role
from minutesparse.facts.attendance_rows import Columns, Part, Row, body, chunks, is_one_a_row, stops
from minutesparse.facts.attendance_sentences import Found, read_text
from minutesparse.facts.attendance_tokens import INITIALS, POSTISH, lexicon
from minutesparse.facts.people import Person, Roll, parse_person
from minutesparse.lines import Line
from minutesparse.reader import Node, Reader
from minutesparse.vocabulary import by_first_letter
from minutesparse.vocabulary import people as vocabulary


@dataclass(slots=True)
class Attendance:
    """What the attendance part says: attendees as nodes of the contract, the public, and the indices of its lines."""

    attendees: list[Node] = field(default_factory=list)
    public: Node | None = None
    line_indices: set[int] = field(default_factory=set)


# Members with a title, from which on whoever is only "Mr" and has an officer's post is none.
FEWEST_MEMBERS = 3
PLAIN_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr"})

_OUTER_COUNCILLOR = re.compile(r"\b(?:county|borough|district|city)\s(?:councillor|cllr)")
_OUTSIDER = re.compile(r"\w director|director of|member of the public")
_WORD = re.compile(r"[^\W\d_]++")
_GAP = re.compile(r"[ \u00a0]{3,}+|\t++")


def read_attendance(reader: Reader, lines: Sequence[Line], first: int, last: int) -> Attendance:
    """The attendance part within ``lines[first : last + 1]``, the head of a document."""
    found: list[Found] = []
    result = Attendance()
    begun = False
    for part in _parts(reader, lines, first, min(last, len(lines) - 1)):
        if isinstance(part, Line):
            _remark(reader, part, found, result, begun)
        else:
            begun = True
            _read_part(reader, part, found, result)
    result.attendees = _nodes(reader, found)
    return result


def _parts(reader: Reader, lines: Sequence[Line], first: int, last: int) -> Iterator[Part | Line]:
    """The parts of the head, each a label with its rows, and the lines that belong to none, in order."""
    part: Part | None = None
    columns = Columns()
    begun = False
    previous: Line | None = None
    for index in range(first, last + 1):
        line = lines[index]
        if line.blank:
            if part is not None:
                part.rows.append((line.start, line.start, index))
            continue
        inside = part is not None and previous is not None and _opens_bracket(reader.text, previous)
        label = None if inside else _line_label(reader.text, lines, index, last, begun)
        if label is not None:
            rows = [(label.end, line.stop, index)]
            lead = lead_of(reader.text, previous.start, previous.stop, label) if previous is not None else None
            if lead is not None and previous is not None:
                label.group = lead.group
                if part is not None and part.rows and part.rows[-1][1] == previous.stop:
                    part.rows.pop()
                    rows.insert(0, (lead.end, previous.stop, previous.index))
            yield from (other for other in (part, *columns.parts) if other is not None)
            part, columns, begun = Part(label.group, index, rows), Columns(), True
        elif part is not None and not stops(reader, line):
            start = body(reader.text, line)
            part.rows.append((start, columns.left(reader, line, start), index))
        else:
            yield from (other for other in (part, *columns.parts) if other is not None)
            part, columns = None, Columns()
            yield line
        previous = line
    yield from (other for other in (part, *columns.parts) if other is not None)


def read_attendance_item(reader: Reader, start: int, end: int, title: str) -> list[Node]:
    """The people of an item about attendance; ``[start, end)`` is its body, ``title`` its heading ("Roll call").

    Sentences that say something else ("No apologies were received") give nobody.
    """
    label = label_at(title, 0, len(title))
    group = label.group if label is not None and label.firm else None
    if group is not None and group.status == "present" and "call" in title.lower():
        group = None
    named = label is not None and label.group.named
    found: list[Found] = []
    rows: list[Row] = []
    for match in _ROW.finditer(reader.text, start, end):
        row = _LEADING.match(reader.text, *match.span())
        if _MOTION.match(reader.text, row.end() if row else match.start(), match.end()):
            continue
        rows.append((row.end() if row else match.start(), match.end(), 0))
    part = Part(group, 0, rows)
    for chunk in chunks(reader, part):
        group = _read_chunk(reader, chunk, group, part, found)
    for _, own in found:
        own.named = own.named or (named and own.status == "present")
    return _nodes(reader, found)


def is_attendance_title(title: str) -> bool:
    """True for the heading of an item that says who came: "Present", "Apologies", "Roll call", "Call to order"."""
    low = title.lower()
    return _attendance_letters().search(low) is not None and _attendance_title().search(low) is not None


@cache
def _attendance_letters() -> re.Pattern[str]:
    """`_attendance_title` without regard to where words end; most titles fail here, and soon."""
    return re.compile(by_first_letter(vocabulary.ATTENDANCE_TITLES))


@cache
def _attendance_title() -> re.Pattern[str]:
    words = "|".join(vocabulary.ATTENDANCE_TITLES)
    return re.compile(rf"\b(?:{words})\b(?!\s+at\b)")


def merge(first: list[Node], later: list[Node]) -> list[Node]:
    """Both lists as one: whom ``first`` names is left out of ``later``, but gives it a role printed only there."""
    if not later:
        return first
    people = list(first)
    roll = Roll(first)
    for node in later:
        same = roll.matching(node["name"], node["honorific"])
        if len(same) == 1 and (same[0]["name"] == node["name"] or same[0]["status"] == node["status"]):
            same[0]["roles"] += [role for role in node["roles"] if role not in same[0]["roles"]]
        else:
            people.append(node)
            roll.add(node)
    return people


_ROW = re.compile(r"[^\r\n]*+(?:\r\n?|\n|\Z)")
# Who moved that apologies be accepted is not among those who sent them.
_MOTION = re.compile(r"(?:moved|proposed|seconded)\b", re.IGNORECASE)
_LEADING = re.compile(r"(?:[\s*#>|\u2022\u00b7\u2013\u2014-]|</?\w[^<>]{0,60}>)*+")


def _line_label(text: str, lines: Sequence[Line], index: int, last: int, open_part: bool) -> Label | None:
    """The label that opens a line of the head, or stands before a list in a sentence that ends with it."""
    line = lines[index]
    label = office_at(text, line.start, line.stop)
    if label is not None and not _names_follow(text, label.end, line.stop) and not open_part:
        label = None
    label = label or label_at(text, line.start, line.stop)
    if label is not None and (label.firm or open_part or _table_follows(text, lines, index, last)):
        return label
    printed = text[line.start : line.stop]
    if open_part and printed.isupper():
        words = _WORD.findall(printed)
        if 0 < len(words) < 9 and words[-1].lower() in vocabulary.OUTSIDE_WORDS:
            return Label(line.start, line.stop, Group("in_attendance"), True)
    if "present" not in printed.lower():
        return None
    match = _following().search(text, line.start, line.stop)
    return Label(line.start, match.end(), Group("present", False), True) if match else None


@cache
def _following() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:following|those|members|directors)\b[^:.\r\n]{0,60}?\bpresent\b[^:.\r\n]{0,30}(?::|(?=\s*\Z))",
        re.IGNORECASE,
    )


def _opens_bracket(text: str, line: Line) -> bool:
    """True where a bracket stays open at the line's end, so that the next line goes on in it."""
    return text.rfind("(", line.start, line.stop) > text.rfind(")", line.start, line.stop)


def _names_follow(text: str, start: int, end: int) -> bool:
    return bool(text[start:end].strip(" \t*_"))


def _table_follows(text: str, lines: Sequence[Line], index: int, last: int) -> bool:
    """True where two lines of a name, a wide gap and a post come after the body's name alone on its line."""
    rows = [line for line in lines[index + 1 : min(index + 4, last + 1)] if not line.blank][:2]
    return len(rows) == 2 and all(
        len(cells := _GAP.split(text[row.start : row.stop])) > 1
        and any(lexicon().get(word.lower(), 0) & POSTISH for word in _WORD.findall(cells[-1]))
        and cells[0][:1].isupper()
        for row in rows
    )


def _read_part(reader: Reader, part: Part, found: list[Found], result: Attendance) -> None:
    """Read the rows of a part up to the first that is no list of people; note lines and public."""
    result.line_indices.add(part.label)
    if not part.rows or part.group is None:
        return
    idle = 0
    end, told = part.rows[0][1], False
    for chunk in chunks(reader, part):
        before = len(found)
        _read_chunk(reader, chunk, part.group, part, found)
        if len(found) > before or public_of(reader, chunk[0][0], chunk[-1][1]):
            idle = 3 if part.group is not None and part.group.roles else 0  # an office has one holder
            end, told = chunk[-1][1], True
            continue
        text = reader.text[chunk[0][0] : chunk[-1][1]]
        idle += not INITIALS.match(text.strip())
        if idle > 3 or len(text) > 60 or text.rstrip().endswith("."):
            break
    if told:
        result.line_indices.update([index for start, stop, index in part.rows if start < stop <= end])
    if result.public is None:
        result.public = public_of(reader, reader.source.starts[reader.source.line_of(part.rows[0][0]) - 1], end)


def _read_chunk(reader: Reader, chunk: list[Row], group: Group | None, part: Part, found: list[Found]) -> Group | None:
    """The people of one entry; returns the group that holds after it."""
    start, end = chunk[0][0], chunk[-1][1]
    people, group = read_text(reader, start, end, group)
    if part.group is not None and part.group.roles and len(people) > 1:
        people = [(person, Group("present")) for person, _ in people]
    if len(people) == 2 and len(part.rows) > 2 and len(chunk) == 1 and not (people[1][0].titled or people[1][0].shared):
        between = reader.text[people[0][0].end : people[1][0].start]
        entry = between and between.strip(" ,&\t\u2013-") in ("", "and") and people[0][0].start < start + 4
        if entry and is_one_a_row(reader, part):
            person = parse_person(reader, start, end)
            people = [(person, people[0][1])] if person is not None else []
    if (
        len(people) == 1
        and people[0][0].single
        and not people[0][0].titled
        and len(part.rows) > 2
        and not people[0][1].roles
    ):
        people = [] if chunk[0] is not part.rows[0] and not people[0][0].note else people
    cased = any(not person.name.isupper() for person, _ in found)
    found.extend(
        (person, own)
        for person, own in people
        if person.titled or not (cased and person.name.isupper() and len(person.name) > 4)
    )
    return group


def _remark(reader: Reader, line: Line, found: list[Found], result: Attendance, begun: bool) -> None:
    """Sentences between and after the lists: who took the chair, who came late, how many of the public were there."""
    text = reader.text[line.start : line.stop]
    low = text.lower()
    if begun and result.public is None and ("public" in low or "resident" in low):
        result.public = public_of(reader, line.start, line.stop)
        if result.public is not None:
            result.line_indices.add(line.index)
    if (
        "chaired" in low
        or "the chair" in low
        or "to order" in low
        or (begun and ("arriv" in low or "absent" in low or "present" in low))
    ):
        more, _ = read_text(reader, line.start, line.stop, None)
        found.extend(more)
        if more and begun:
            result.line_indices.add(line.index)


def _nodes(reader: Reader, found: list[Found]) -> list[Node]:
    """The people found as attendees, each once; who is only said to have chaired gives a role to the attendee."""
    nodes: list[Node] = []
    roll = Roll()
    chairs: list[Found] = []
    bare = sum(person.single and (person.shared or not person.titled) for person, _ in found)
    officers = _officers_among_members(found)
    for person, group in found:
        if person.single and not (person.titled or person.shared or person.post) and bare < min(3, len(found)):
            continue  # a lone word among full names
        if group.roles:
            chairs.append((person, group))
        elif not _is_letters(person.name):
            status = "in_attendance" if id(person) in officers else _status(person, group)
            if not _again(person, status, roll):
                nodes.append(_node(reader, person, status))
                roll.add(nodes[-1])
    for person, group in chairs:
        same = roll.matching(person.name, person.honorific)
        if len(same) == 1:
            same[0]["roles"] += [role for role in group.roles if role not in same[0]["roles"]]
        elif not same and not _is_letters(person.name):
            person.roles = group.roles + [role for role in person.roles if role not in group.roles]
            nodes.append(_node(reader, person, _status(person, group)))
            roll.add(nodes[-1])
    return nodes


def _officers_among_members(found: list[Found]) -> set[int]:
    """The ``id`` of each officer in a list of members that a column of officers ran into.

    Told by "Mr" and the like with an officer's post, where most who are present have a member's title.
    """
    present = [person for person, group in found if group.status == "present"]
    members = sum(_first_title(person) in _member_titles() for person in present)
    if members < FEWEST_MEMBERS or 2 * members <= len(present):
        return set()
    return {
        id(person) for person in present if person.post and _first_title(person) in PLAIN_TITLES and _is_officer(person)
    }


def _first_title(person: Person) -> str:
    return (person.honorific or "").lower().partition(" ")[0].rstrip(".")


def _is_officer(person: Person) -> bool:
    return not _officer_nouns().isdisjoint(_WORD.findall((person.post or "").lower()))


@cache
def _member_titles() -> frozenset[str]:
    return frozenset((*vocabulary.MEMBER_TITLES, *vocabulary.PLURAL_TITLES))


def _again(person: Person, status: str, roll: Roll) -> bool:
    """True where the person is in ``roll``: by the same name, or by a shorter one with the same status."""
    same = roll.matching(person.name, person.honorific)
    if len(same) != 1 or (same[0]["name"] != person.name and same[0]["status"] != status):
        return False
    same[0]["roles"] += [role for role in person.roles if role not in same[0]["roles"]]
    return True


def _is_letters(name: str) -> bool:
    """True for initials without a name."""
    return len(name) < 5 and name[:2].isupper() and name.isalpha() and not name[1:].islower() and len(name) > 1


def _node(reader: Reader, person: Person, status: str) -> Node:
    """An attendee of the contract; ``initials`` is kept beside it for linking."""
    roles = [role for role in person.roles if status != "in_attendance" or role == "clerk"]
    return {
        "id": "",
        "name": person.name,
        "honorific": None if person.shared else person.honorific,
        "status": status,
        "roles": roles,
        "post": None if person.post and is_only_role(person.post, roles) else person.post,
        "organization": person.organization,
        "party": person.party,
        "substitute_for": person.substitute_for,
        "periods": person.periods,
        "note": person.note,
        "text": reader.string(person.start, person.end),
        "span": reader.span(person.start, person.end),
        "initials": person.initials,
    }


def _status(person: Person, group: Group) -> str:
    """The group's status; under a bare "Present:" officers, guests and other councils' members are in attendance."""
    if group.status != "present" or group.named or "chair" in person.roles:
        return group.status
    if "clerk" in person.roles or (person.tier and not person.shared):
        return "in_attendance"
    if person.honorific and person.honorific.lower().rstrip(".") in vocabulary.POLICE_TITLES:
        return "in_attendance"
    if not person.post and not person.note:
        return "present"
    post = (person.post or "").lower()
    outside = (
        _OUTER_COUNCILLOR.search(post)
        or _is_officer(person)
        or _OUTSIDER.search(f"{post} {(person.note or '').lower()}")
    )
    return "in_attendance" if outside else "present"


@cache
def _officer_nouns() -> frozenset[str]:
    return frozenset(vocabulary.OFFICER_NOUNS)
