"""Views of the SQLite database: what is asked most often, ready to read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A named query."""

    name: str
    description: str
    sql: str


_MEETING = "m.date, m.council, m.committee"
_PLACE = "i.number AS item_number, i.title AS item_title"

VIEWS: tuple[View, ...] = (
    View(
        "decisions",
        "Each decision with its meeting, item and vote.",
        f"""
        SELECT r.key, {_MEETING}, {_PLACE}, r.kind, r.full_text AS text, r.result, r.moved_by, r.seconded_by,
            v.for_count, v.against_count, v.abstain_count, v.unanimous, r.file, r.line, r.end_line
        FROM resolutions r JOIN meetings m ON m.key = r.meeting
            LEFT JOIN items i ON i.key = r.item LEFT JOIN votes v ON v.resolution = r.key
        """,
    ),
    View(
        "involved",
        "Each person who has a part in a decision, an action or a declaration: `moved`, `seconded`, `owner`, "
        "`declared` or how they voted. `person_name` is the name in the attendance list, where it is known who it is.",
        """
        SELECT 'resolution' AS kind, x.resolution AS key, x.part, x.name, x.person, p.name AS person_name
        FROM movers x LEFT JOIN people p ON p.key = x.person
        UNION ALL
        SELECT 'resolution', x.resolution, x.option, x.name, x.person, p.name
        FROM voters x LEFT JOIN people p ON p.key = x.person
        UNION ALL
        SELECT 'action', x.action, 'owner', x.name, x.person, p.name
        FROM owners x LEFT JOIN people p ON p.key = x.person
        UNION ALL
        SELECT 'declaration', x.key, 'declared', x.name, x.person, p.name
        FROM declarations x LEFT JOIN people p ON p.key = x.person
        """,
    ),
    View(
        "decisions_by_person",
        "Each decision that a person moved, seconded or voted on.",
        f"""
        SELECT coalesce(x.person_name, x.name) AS person, x.part, {_MEETING}, {_PLACE},
            r.kind, r.full_text AS text, r.result, r.file, r.line, r.end_line, r.key
        FROM involved x JOIN resolutions r ON r.key = x.key JOIN meetings m ON m.key = r.meeting
            LEFT JOIN items i ON i.key = r.item
        WHERE x.kind = 'resolution'
        """,
    ),
    View(
        "open_actions",
        "Each action with its state today: `due`, `overdue`, or `undated` where no date can be told. Minutes seldom "
        "say that a task is done, and so neither does this.",
        f"""
        SELECT a.key, {_MEETING}, {_PLACE}, a.text, a.owners, a.due, a.due_date,
            CASE WHEN a.due_date IS NULL THEN 'undated' WHEN a.due_date < date('now') THEN 'overdue' ELSE 'due' END
            AS state,
            a.file, a.line, a.end_line
        FROM actions a JOIN meetings m ON m.key = a.meeting LEFT JOIN items i ON i.key = a.item
        """,
    ),
    View(
        "attendance_by_person",
        "How often each name of a council stands under which heading of the attendance.",
        """
        SELECT p.council, p.name, sum(a.status = 'present') AS present,
            sum(a.status = 'in_attendance') AS in_attendance,
            sum(a.status = 'apologies') AS apologies, sum(a.status = 'absent') AS absent, p.key AS person
        FROM attendance a JOIN people p ON p.key = a.person GROUP BY p.key
        """,
    ),
)
