"""Drafting notes that were left in a published page: text after an item's outcome that no rule claims."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.block import Block
from minutesparse.reader import Reader

OUTCOME_WORDS = ("resolved", "agreed", "action", "recommended", "noted", "decision")
WIDEST_GAP_FACTOR = 2


def stray_blocks(reader: Reader, blocks: Sequence[Block]) -> list[Block]:
    """The trailing blocks that are drafting notes.

    They stand after the item's outcome (its resolution or actions), set off by a gap at least twice as wide as any
    other between paragraphs, and most of them are fragments that do not end as sentences do.
    """
    outcome = next((at for at in range(len(blocks) - 1, -1, -1) if _is_outcome(reader, blocks[at])), None)
    if outcome is None or outcome + 1 == len(blocks):
        return []
    notes = list(blocks[outcome + 1 :])
    usual = max((block.gap for block in blocks[1 : outcome + 1]), default=0)
    if notes[0].gap < max(WIDEST_GAP_FACTOR * usual, 3) or any(block.kind != "paragraph" for block in notes):
        return []
    fragments = sum(
        not reader.text[block.start : block.end].rstrip("\"'\u201d\u2019)").endswith((".", "!", "?", ":"))
        for block in notes
    )
    return notes if fragments * 2 >= len(notes) else []


def _is_outcome(reader: Reader, block: Block) -> bool:
    opening = reader.text[block.body : block.body + 40].casefold().lstrip("*_ ")
    return opening.startswith(OUTCOME_WORDS) or opening.startswith("it was ")
