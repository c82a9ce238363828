"""The output contract, schema version 1.0, as pydantic models.

One ``Minutes`` is one document. Every key is always present; an unknown fact is ``None``, a list is never ``None``.
Models are frozen and ignore fields that they do not know, so that a reader of 1.0 takes any 1.x document.

Offsets count Unicode code points of the decoded text from 0, half-open; lines count from 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, Protocol, cast

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticSerializationError

SCHEMA_ID = "urn:minutesparse:schema:1:minutes"

AttendeeStatus = Literal["present", "in_attendance", "apologies", "absent"]
AttendeeRole = Literal["chair", "vice_chair", "mayor", "deputy_mayor", "clerk"]
BlockKind = Literal["paragraph", "point", "heading", "quote", "table"]
ResolutionKind = Literal["resolved", "agreed", "recommended", "noted", "motion"]
Result = Literal["carried", "lost", "withdrawn", "deferred"]
VoteOption = Literal["for", "against", "abstain", "absent", "recused", "present_not_voting", "paired"]
Interest = Literal["disclosable_pecuniary", "pecuniary", "prejudicial", "personal", "non_pecuniary", "other"]
Severity = Literal["error", "warning", "info"]
MeetingStatus = Literal["draft", "confirmed"]


class Model(BaseModel):
    """Base of all nodes: immutable, tolerant of fields that a later 1.x adds, built on first use."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


class Span(Model):
    """Where a node stands: offsets ``start`` and ``end``, first and last line."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    line: int = Field(ge=1)
    end_line: int = Field(ge=1)


class Spanned(Protocol):
    """A node of the document that stands somewhere in the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        ...


class Generator(Model):
    """The program that wrote the document."""

    name: str
    version: str


class SourceInfo(Model):
    """The text that was read. ``metadata`` is what the user gave, untouched."""

    name: str | None
    sha256: str | None
    encoding: str | None
    characters: int
    lines: int
    language: str | None
    metadata: dict[str, str]


class Reference(Model):
    """A person named in the text: the name as printed without honorific, and the attendee's id."""

    name: str
    person: str | None


class Printed(Model):
    """The printed words that a field of the meeting was read from."""

    field: str
    text: str
    span: Span


class Adjournment(Model):
    """A break of the sitting."""

    start_time: str | None
    end_time: str | None
    span: Span


class Contact(Model):
    """Whom the page names for questions about the meeting."""

    name: str | None
    email: str | None
    telephone: str | None
    span: Span


class NextMeeting(Model):
    """When and where the body meets next."""

    date: str | None
    time: str | None
    venue: str | None
    span: Span


class Signature(Model):
    """Who signed the minutes, as what, and when."""

    name: str | None
    role: str | None
    date: str | None
    span: Span


class Meeting(Model):
    """The sitting that the minutes record."""

    council: str | None
    committee: str | None
    title: str | None
    date: str | None
    start_time: str | None
    end_time: str | None
    venue: str | None
    status: MeetingStatus | None
    adjournments: list[Adjournment]
    contacts: list[Contact]
    next_meeting: NextMeeting | None
    signed_by: Signature | None
    printed: list[Printed]


class Period(Model):
    """A recorded arrival or departure: from and to which time or item."""

    from_time: str | None
    to_time: str | None
    from_item: str | None
    to_item: str | None
    text: str


class Attendee(Model):
    """A person of the attendance part; ``status`` follows the group that the name stands under."""

    id: str
    name: str
    honorific: str | None
    status: AttendeeStatus
    roles: list[AttendeeRole]
    post: str | None
    organization: str | None
    party: str | None
    substitute_for: str | None
    periods: list[Period]
    note: str | None
    text: str
    span: Span


class Public(Model):
    """Unnamed members of the public."""

    count: int | None
    text: str
    span: Span


class Block(Model):
    """A part of the running text. ``id`` and ``label`` belong to points."""

    kind: BlockKind
    id: str | None
    label: str | None
    text: str
    children: list[Block]
    span: Span


class Document(Model):
    """A paper that an item names. ``text`` keeps the icon words that ``title`` leaves out."""

    title: str | None
    format: str | None
    size: str | None
    url: str | None
    text: str
    span: Span


class Clause(Model):
    """A marked part of a resolution."""

    id: str
    label: str | None
    text: str
    clauses: list[Clause]
    span: Span


class Voter(Model):
    """One name of a printed roll."""

    name: str
    person: str | None
    option: VoteOption


class Vote(Model):
    """A vote as printed: counts, names, or the word that says it was unanimous."""

    for_count: int | None
    against_count: int | None
    abstain_count: int | None
    unanimous: bool | None
    counted_from: Literal["printed", "names"] | None
    method: str | None
    voters: list[Voter]
    span: Span


class Reason(Model):
    """The printed reason for a decision."""

    text: str
    span: Span


class Resolution(Model):
    """A recorded decision. ``text`` is its words without lead and clauses."""

    id: str
    kind: ResolutionKind
    is_amendment: bool
    lead: str | None
    text: str
    clauses: list[Clause]
    moved_by: list[Reference]
    seconded_by: list[Reference]
    result: Result | None
    vote: Vote | None
    reason: Reason | None
    amends: str | None
    same_as: str | None
    covers: list[str]
    span: Span


class Action(Model):
    """A task. ``due`` is as printed, ``due_date`` ISO 8601 where it can be told."""

    id: str
    lead: str | None
    text: str
    owners: list[Reference]
    due: str | None
    due_date: str | None
    resolution: str | None
    span: Span


class Declaration(Model):
    """A declared interest. ``item`` is the number that it names."""

    id: str
    name: str
    person: str | None
    honorific: str | None
    interest: Interest | None
    item: str | None
    left_meeting: bool | None
    text: str
    span: Span


class Item(Model):
    """A unit of business. ``number`` is as printed without closing punctuation."""

    id: str
    number: str | None
    title: str | None
    level: int = Field(ge=1)
    purpose: str | None
    report_of: str | None
    documents: list[Document]
    exempt: bool
    exemption: str | None
    truncated: bool
    content: list[Block]
    resolutions: list[Resolution]
    actions: list[Action]
    declarations: list[Declaration]
    items: list[Item]
    span: Span


class Diagnostic(Model):
    """A finding. ``span`` is ``None`` where it concerns the whole file."""

    code: str = Field(pattern=r"^MP\d{3}$")
    severity: Severity
    message: str
    span: Span | None


class LineEntry(Model):
    """The role of one line that is not blank."""

    line: int
    role: str


class Minutes(Model):
    """One document of minutes.

    ``lines`` is ``None`` unless the line map was asked for; it is then left out of what is written.
    """

    schema_version: str = Field(pattern=r"^1\.\d+$")
    generator: Generator
    source: SourceInfo
    layout: str
    meeting: Meeting
    attendance: list[Attendee]
    attendance_text: list[Block]
    public: Public | None
    items: list[Item]
    front_matter: list[Block]
    back_matter: list[Block]
    resolutions: list[Resolution]
    actions: list[Action]
    declarations: list[Declaration]
    unplaced: list[Block]
    diagnostics: list[Diagnostic]
    lines: list[LineEntry] | None = Field(default=None, exclude_if=lambda value: value is None)

    def to_dict(self) -> dict[str, Any]:
        """The document as plain dicts, lists, strings and numbers: what its JSON holds."""
        return self.model_dump()

    def to_json(self, indent: int | None = None) -> str:
        """The document as JSON: on one line, or with ``indent`` spaces a level. Non-ASCII is kept as it is.

        A lone surrogate, which no file can hold, is written as U+FFFD.
        """
        try:
            return self.model_dump_json(indent=indent)
        except PydanticSerializationError:
            from minutesparse.writers.json import json_text

            return json_text(self.to_dict(), indent)

    def to_yaml(self) -> str:
        """The document as YAML that is safe to load and keeps dates, times and words like "NO" as strings."""
        from minutesparse.writers.yaml import yaml_text

        return yaml_text(self.to_dict())

    def walk(self) -> Iterator[Spanned]:
        """Every node that has a span, in reading order: by where it begins, the enclosing one first."""
        found: list[Spanned] = []
        pending: list[Any] = [self]
        while pending:
            node = pending.pop()
            if isinstance(node, list):
                pending.extend(reversed(node))
            elif isinstance(node, Model) and not isinstance(node, Span):
                if isinstance(getattr(node, "span", None), Span):
                    found.append(cast("Spanned", node))
                pending.extend(reversed([value for _, value in node]))
        return iter(sorted(found, key=lambda node: (node.span.start, -node.span.end)))
