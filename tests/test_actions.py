"""Actions: leads, action columns, marks behind the task, plain duties."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesparse.block import Block
from minutesparse.facts.action_leads import LEAD_EXAMPLES, is_list_title, lead_pattern
from minutesparse.facts.action_style import COLUMN_EXAMPLES, ActionStyle, action_style, margin_marks
from minutesparse.facts.action_tables import HEAD_EXAMPLES, table_head
from minutesparse.facts.actions import read_actions
from minutesparse.facts.duties import DUTY_EXAMPLES, duty_marks
from minutesparse.facts.owners import SUBJECT_EXAMPLES, bracketed_owners, listed_owners, subject_owners
from minutesparse.lines import classify
from minutesparse.reader import Node, Reader
from minutesparse.source import from_text


def blocks_of(text: str) -> list[Block]:
    """A block for each paragraph, without its indent; one that opens with "- " is a point."""
    blocks = []
    for match in re.finditer(r"(?:(?!\n\n).)+", text, re.DOTALL):
        start = match.end() - len(match.group().lstrip())
        point = text.startswith("- ", start)
        blocks.append(Block("point" if point else "paragraph", start, match.end(), start + 2 * point, 0, 0))
    return [block for block in blocks if block.start < block.end]


def actions_of(text: str, blocks: list[Block] | None = None, meeting: date | None = None) -> list[Node]:
    source = from_text(text)
    reader = Reader(source)
    return read_actions(reader, blocks or blocks_of(text), action_style(reader, classify(source)), meeting)


def owners_of(node: Node) -> list[str]:
    return [owner["name"] for owner in node["owners"]]


@pytest.mark.parametrize(("text", "expected"), LEAD_EXAMPLES)
def test_leads(text: str, expected: bool) -> None:
    assert (lead_pattern().match(text) is not None) is expected


@pytest.mark.parametrize(("text", "expected"), DUTY_EXAMPLES)
def test_plain_duties(text: str, expected: bool) -> None:
    assert any(duty_marks(text, 0, len(text))) is expected


@pytest.mark.parametrize(("text", "expected"), COLUMN_EXAMPLES)
def test_owners_in_the_margin(text: str, expected: bool) -> None:
    assert any(margin_marks(text, 0, len(text))) is expected


@pytest.mark.parametrize(("text", "names"), SUBJECT_EXAMPLES)
def test_owners_as_subject(text: str, names: list[str]) -> None:
    assert [owner["name"] for owner in subject_owners(Reader(from_text(text)), 0, len(text))] == names


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("Clerk", ["Clerk"], ""),
        ("Clerk The lane was clear.", ["Clerk"], " The lane was clear."),
        ("JB/Clerk.", ["JB", "Clerk"], "."),
        ("Ash; Birch; Elm v. Lamps", ["Ash", "Birch", "Elm"], " v. Lamps"),
        ("Cllrs A. Ash and B. Birch", ["A. Ash", "B. Birch"], ""),
        ("County Cllr Ash & the Clerk", ["Ash", "Clerk"], ""),
        ("Chair of the Parks Panel, all", ["Chair of the Parks Panel", "all"], ""),
        ("write to the county", [], "write to the county"),
        ("None.", [], "None."),
    ],
)
def test_owners_alone(text: str, names: list[str], rest: str) -> None:
    owners, stop = listed_owners(Reader(from_text(text)), 0, len(text))
    assert ([owner["name"] for owner in owners], text[stop:]) == (names, rest)


def test_owners_in_brackets() -> None:
    text = "Write to the county (Clerk/JB)."
    assert [owner["name"] for owner in bracketed_owners(Reader(from_text(text)), 0, len(text))] == ["Clerk", "JB"]
    text = "Write to the county (see the map)."
    assert bracketed_owners(Reader(from_text(text)), 0, len(text)) == []


def test_a_paragraph_with_the_lead_is_taken() -> None:
    text = (
        "The panel talked.\n\nAction: For the Panel to consider the plan by 5 May.\n\n"
        "Action: That a workshop is held.\n\nAction: In relation to lamps. That the team reports to us."
    )
    blocks = blocks_of(text)
    nodes = actions_of(text, blocks, date(2031, 5, 20))
    assert [owners_of(node) for node in nodes] == [["Panel"], [], []]
    assert [block.taken for block in blocks] == [False, True, True, True]
    assert nodes[0]["lead"] == "Action:"
    assert nodes[0]["text"] == "For the Panel to consider the plan by 5 May."
    assert (nodes[0]["due"], nodes[0]["due_date"]) == ("by 5 May", "2032-05-05")


def test_a_deadline_without_year_is_no_date_without_the_meeting() -> None:
    (node,) = actions_of("Action: Clerk to reply by 5 May.")
    assert (node["due"], node["due_date"]) == ("by 5 May", None)
    (node,) = actions_of("Action: Clerk to reply by the next meeting.")
    assert (node["due"], node["due_date"]) == ("by the next meeting", None)


def test_a_lead_alone_opens_a_list() -> None:
    text = "Actions:\n\n- Clerk to order lamps.\n\n- JB to paint the gate.\n\nThe panel talked."
    blocks = blocks_of(text)
    nodes = actions_of(text, blocks)
    assert [(node["lead"], owners_of(node)) for node in nodes] == [("Actions:", ["Clerk"]), (None, ["JB"])]
    assert [block.taken for block in blocks] == [True, True, True, False]


def test_the_lead_behind_a_task_is_a_view() -> None:
    text = "i. Lamps The lamp is broken. It was felt that it be mended. Action: Clerk The lane was clear."
    blocks = blocks_of(text)
    (node,) = actions_of(text, blocks)
    assert (node["text"], node["lead"], owners_of(node)) == ("It was felt that it be mended.", "Action:", ["Clerk"])
    assert text[node["span"]["start"] : node["span"]["end"]] == "It was felt that it be mended. Action: Clerk"
    assert not blocks[0].taken


def test_a_paragraph_of_lead_and_owner_belongs_to_the_one_before() -> None:
    text = "The panel talked. The lamp is to be mended.\n\n(ACTION: Clerk)"
    blocks = blocks_of(text)
    (node,) = actions_of(text, blocks)
    assert (node["text"], owners_of(node)) == ("The lamp is to be mended.", ["Clerk"])
    assert [block.taken for block in blocks] == [False, False]
    assert node["span"]["end"] == len(text)


def test_outcomes_under_the_lead_are_no_actions() -> None:
    text = "Action: Adopted Resolution 5.\n\nAction: Approved the plan.\n\nAction: None."
    assert actions_of(text) == []


def test_a_column_with_a_header() -> None:
    gap = " " * 20
    text = (
        f"ITEMS                                                     Action\n\nThe gate is to be painted and the{gap}JS\n"
        f"hinge oiled before the fair.\n\nLamps were seen to. A new one is{gap} MCa\nto be bought.{' ' * 41}JS/GD\n\n"
        f"The lane was swept by the council.{gap}Noted\n"
    )
    nodes = actions_of(text)
    assert [(owners_of(node), node["text"]) for node in nodes] == [
        (["JS"], "The gate is to be painted and the hinge oiled before the fair."),
        (["MCa", "JS", "GD"], "Lamps were seen to. A new one is to be bought."),
    ]
    assert nodes[0]["span"]["line"] == 3


def test_a_column_without_a_header_needs_the_clerk_several_times() -> None:
    row = "The question of the broken gate was raised again.{}Clerk"
    text = "\n\n".join([row.format(" " * 20)] * 3) + f"\n\nHire of the hall for the fair in summer.{' ' * 29}40.00"
    assert [owners_of(node) for node in actions_of(text)] == [["Clerk"]] * 3
    assert actions_of(row.format(" " * 20)) == []


def test_owners_on_the_line_below() -> None:
    text = "\n\n".join(
        ["The gate was raised again.\nClerk"] * 3 + ["Cllr. A. Ash would look at the lamp.\nCllr. A. Ash\n"]
    )
    nodes = actions_of(text)
    assert [owners_of(node) for node in nodes] == [["Clerk"]] * 3 + [["A. Ash"]]
    assert nodes[0]["text"] == "The gate was raised again."


def test_plain_duties_count_only_where_the_document_uses_them() -> None:
    text = "The gate is broken. Clerk to chase.\n\nJB to paint it. Mr Elm spoke.\n\nClerk ask for a price.\n\nThe Clerk read it."
    nodes = actions_of(text)
    assert [(owners_of(node), node["text"]) for node in nodes] == [
        (["Clerk"], "Clerk to chase."),
        (["JB"], "JB to paint it."),
        (["Clerk"], "Clerk ask for a price."),
    ]
    assert actions_of("The gate is broken. Clerk to chase.") == []


@pytest.mark.parametrize("end", ["\n", " \n", "\t\n", "\u00a0\r\n", " " * 80 + "\n", ""])
def test_white_space_after_a_lone_owner_loses_nothing(end: str) -> None:
    below = "\n\n".join(["The gate was raised again.\nClerk"] * 3) + end
    assert [owners_of(node) for node in actions_of(below)] == [["Clerk"]] * 3
    row = "The question of the broken gate was raised again." + " " * 20 + "Clerk"
    assert [owners_of(node) for node in actions_of(f"{row}{end or chr(10)}\n" * 3)] == [["Clerk"]] * 3


def test_initials_that_the_head_introduces_mark_tasks() -> None:
    text = (
        "Present: Cllr Jo Birch JB Chair, Ann Elm (AE), Nia Cole NC Clerk\n\nThe lamp is out. Clerk to chase. NC\n\n"
        "The hedge was cut and the lane swept.\n\n \n\n  JB / AE\n\nThe bench is to be sold. Prop JB, 2nd AE, All in favour NC\n\n"
        "It was agreed that the Clerk would write. Prop. JB, 2nd AE.\n\nNC\n\nAE\n\nHire of hall was paid. VAT"
    )
    nodes = actions_of(text)
    assert [(owners_of(node), node["text"]) for node in nodes] == [
        (["NC"], "The lamp is out. Clerk to chase."),
        (["JB", "AE"], "The hedge was cut and the lane swept."),
        (["NC"], "The bench is to be sold. Prop JB, 2nd AE, All in favour"),
        (["NC"], "It was agreed that the Clerk would write."),
    ]
    assert actions_of(text.replace(" JB Chair", "").replace(" (AE)", "").replace("Cole NC", "Cole")) == []


def test_a_duty_with_its_owner_on_the_next_line_is_one_action() -> None:
    text = "\n\n".join(["The gate was raised again; Clerk to write.", "Clerk"] * 3)
    nodes = actions_of(text)
    assert [(owners_of(node), node["text"]) for node in nodes] == [
        (["Clerk"], "The gate was raised again; Clerk to write.")
    ] * 3
    assert nodes[0]["span"]["end_line"] == 3


def test_what_people_agreed_to_do_counts_where_the_document_gives_tasks_so() -> None:
    text = (
        "The lamp is out. The Clerk agreed to write to the county, Cllr Ash agreed to look.\n\n"
        "Elm Lane \u2022 Mr. Birch offered to cut it. \u2022 The Clerk agreed to thank the owner.\n\n"
        "It was agreed that JB would report by 5 May. The Council agreed to wait. She agreed to be the treasurer."
    )
    nodes = actions_of(text)
    assert [(owners_of(node), node["text"]) for node in nodes] == [
        (["Clerk", "Ash"], "The Clerk agreed to write to the county, Cllr Ash agreed to look."),
        (["Birch"], "Mr. Birch offered to cut it."),
        (["Clerk"], "The Clerk agreed to thank the owner."),
        (["JB"], "It was agreed that JB would report by 5 May."),
    ]
    assert nodes[3]["due"] == "by 5 May"
    assert actions_of("The Clerk agreed to write. The Council agreed to wait.") == []


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("ACTION Clerk", "ACTION"),
        ("Action by the Clerk.", "Action by"),
        ("[ACTION \u2013 Clerk]", "ACTION \u2013"),
        ("**Action: Clerk**", "Action:"),
        ("For action: Clerk", "For action:"),
    ],
)
def test_spellings_of_the_lead_with_its_owner(lead: str, expected: str) -> None:
    text = f"The lamp is out. It is to be mended.\n\n{lead}\n\nAction: JB"
    nodes = actions_of(text)
    assert (nodes[0]["lead"], owners_of(nodes[0]), nodes[0]["text"]) == (expected, ["Clerk"], "It is to be mended.")


def test_words_that_only_look_like_a_lead() -> None:
    for text in (
        "The open government Action Team met.",
        "ACTION LIST",
        "ACTION ITEMS: OLD BUSINESS",
        "Outstanding for Action: lamps",
        "Action: On a motion by Ash, seconded by Birch, the plan was approved.",
    ):
        assert actions_of(f"{text}\n\nThe lamp is out.") == [], text


def test_a_numbered_entry_keeps_its_number() -> None:
    text = "(4) Action: Clerk to write.\n\nAction:\n\n1. JB to look.\n\n2. Clerk to pay."
    starts = [text.index(words) for words in ("(4)", "Action:\n", "1.", "2.")]
    ends = [*(start - 2 for start in starts[1:]), len(text)]
    blocks = [Block("point", starts[0], ends[0], 4, 0, 0), Block("paragraph", starts[1], ends[1], starts[1], 0, 0)]
    blocks += [Block("point", start, end, start + 3, 0, 0) for start, end in zip(starts[2:], ends[2:], strict=True)]
    for block in blocks:
        block.label = (block.body - 3, block.body - 1) if block.kind == "point" else None
    nodes = actions_of(text, blocks)
    assert [(node["lead"], node["text"]) for node in nodes] == [
        ("(4) Action:", "Clerk to write."),
        ("Action: 1.", "JB to look."),
        ("2.", "Clerk to pay."),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Actions arising", True), ("## ACTION LIST", True), ("7. Summary of actions:", True), ("Action Plan", False)],
)
def test_titles_of_lists(line: str, expected: bool) -> None:
    assert is_list_title(line, 0, len(line)) is expected


def test_tasks_under_the_title_of_a_list() -> None:
    text = (
        "The lamp is out.\n\nActions arising\n\n- Clerk to chase.\n\n- JB: order bins by 5 May.\n\n- Lamps.\n\n"
        "Cllr Ash was asked to write. The Clerk to pay.\n\nThe meeting closed."
    )
    assert [owners_of(node) for node in actions_of(text)] == [["Clerk"], ["JB"], ["Ash"], ["Clerk"]]


@pytest.mark.parametrize(("line", "expected"), HEAD_EXAMPLES)
def test_heads_of_tables(line: str, expected: bool) -> None:
    assert (table_head(line, 0, len(line)) is not None) is expected


@pytest.mark.parametrize("table", ["| No | Action | Owner | Due |\n", "No   Action            Owner         Due\n\n"])
def test_tables_of_tasks(table: str) -> None:
    if table.startswith("|"):
        text = f"{table}|---|---|---|---|\n| 1 | Write to the county | **Clerk** | 5 May 2031 |\n| 2 | Nothing | | |"
        blocks = [Block("table", m.start(), m.end(), m.start(), 0, 0) for m in re.finditer(r"[^\n]+", text)]
    else:
        text = f"{table}1    Write to the county   Clerk   5 May 2031\n\nThe meeting closed at nine."
        blocks = blocks_of(text)
    (node,) = actions_of(text, blocks)
    assert (node["text"], owners_of(node), node["due"], node["due_date"]) == (
        "Write to the county",
        ["Clerk"],
        "5 May 2031",
        "2031-05-05",
    )


def test_minutes_as_a_table_with_an_action_column() -> None:
    text = "| Item | Discussion | Action |\n| 1 | The lamp is out. | Clerk |\n| 2 | The lane was swept. | None |"
    blocks = [Block("table", m.start(), m.end(), m.start(), 0, 0) for m in re.finditer(r"[^\n]+", text)]
    assert [(node["text"], owners_of(node)) for node in actions_of(text, blocks)] == [("The lamp is out.", ["Clerk"])]


def test_plain_duties_beside_few_leads() -> None:
    text = "Action: JB to look.\n\n" + "\n\n".join(["The gate is broken. Clerk to chase."] * 4)
    assert len(actions_of(text)) == 5
    assert len(actions_of("Action: JB to look.\n\nThe gate is broken. Clerk to chase.")) == 1


def test_a_style_without_marks_reads_nothing() -> None:
    text = "Action: Clerk to write."
    assert read_actions(Reader(from_text(text)), blocks_of(text), ActionStyle()) == []
    assert action_style(Reader(from_text("")), []) == ActionStyle()


@given(st.text(alphabet="Action: Clerk to/JB,.;|-\n\r\u200b\u2013 ()", max_size=160))
def test_any_text_is_read(text: str) -> None:
    styles = (
        ActionStyle(marked=True, column=0, initials=True, duties=True),
        ActionStyle(marked=True, trailing=True, initials=True, duties=True, lists=True, tables=True),
    )
    for blocks in (blocks_of(text), [Block("point", 0, len(text), 0, 0, 0)]):
        found = [read_actions(Reader(from_text(text)), blocks, style) for style in styles]
        for node in (node for nodes in found for node in nodes):
            assert 0 <= node["span"]["start"] <= node["span"]["end"] <= len(text)
            words = iter(text[node["span"]["start"] : node["span"]["end"]].split())
            assert all(any(word in have for have in words) for word in node["text"].split())
