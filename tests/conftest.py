"""A small document made by hand, so that what reads documents is tested without the rules that make them."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from tests.hostile import call, database, here, minutes, tables

import minutesparse
from minutesparse import source as reading
from minutesparse.reader import Node, Reader

__all__ = ["call", "database", "here", "minutes", "tables"]  # fixtures

# The commands that tests start find their modules compiled, also where the environment forbids to write beside them.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHONPYCACHEPREFIX"] = str(Path(__file__).parent.parent / ".pytest_cache" / "bytecode")

# How long an example takes is no matter of right or wrong, least of all on a busy machine.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")

# A shell without job control starts what it puts in the background (`make test &`) with interrupts ignored, and what is
# ignored is handed on: the commands that tests interrupt would then wait for ever. What is caught is not handed on.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

TEXT = """\
Westmoor Town Council

Present: Councillor Ada Pell (Chair), Councillor Tom Reed

1. Footpaths
The clerk reported.
Resolved: That the
footpath be closed.
Action: Tom Reed to put up signs by 1 May 2024.
Councillor Reed declared an interest in item 1.
"""


def document_of(text: str, **fields: Any) -> Node:
    """A document of ``text`` that holds nothing but ``fields``."""
    source = reading.from_bytes(text.encode(), "westmoor.txt")
    lists = "attendance attendance_text items front_matter back_matter resolutions actions declarations unplaced"
    return {
        "schema_version": "1.0",
        "generator": {"name": "minutesparse", "version": "0"},
        "source": {
            "name": source.name,
            "sha256": source.sha256,
            "encoding": source.encoding,
            "characters": len(text),
            "lines": source.line_count,
            "language": "en",
            "metadata": {},
        },
        "layout": "document",
        "meeting": {
            **dict.fromkeys(
                ["council", "committee", "title", "date", "start_time", "end_time", "venue", "status", "next_meeting"]
            ),
            **{"adjournments": [], "contacts": [], "signed_by": None, "printed": []},
        },
        "public": None,
        **{name: [] for name in lists.split()},
        "diagnostics": [],
        **fields,
    }


class Builder:
    """Makes nodes from words of `TEXT`."""

    def __init__(self, text: str = TEXT) -> None:
        self.text = text
        self.reader = Reader(reading.from_text(text))

    def span(self, words: str, until: str | None = None) -> dict[str, int]:
        """The span of ``words``, or from them to the end of ``until``."""
        start = self.text.index(words)
        last = until or words
        return self.reader.span(start, self.text.index(last, start) + len(last))

    def person(self, number: int, name: str, **fields: Any) -> Node:
        blank = dict.fromkeys(["post", "organization", "party", "substitute_for", "note"])
        text = f"Councillor {name}"
        return {
            "id": f"person-{number}", "name": name, "honorific": "Councillor", "status": "present", "roles": [],
            **blank, "periods": [], "text": text, "span": self.span(text), **fields,
        }  # fmt: skip

    def document(self, **fields: Any) -> Node:
        """The document of the text, with one of each kind of fact."""
        resolution = {
            "id": "resolution-1", "kind": "resolved", "is_amendment": False, "lead": "Resolved:",
            "text": "That the footpath be closed.", "clauses": [],
            "moved_by": [], "seconded_by": [],
            "result": "carried", "vote": None, "reason": None, "amends": None, "same_as": None, "covers": [],
            "span": self.span("Resolved:", "closed."),
        }  # fmt: skip
        action = {
            "id": "action-1", "lead": "Action:", "text": "Tom Reed to put up signs by 1 May 2024.",
            "owners": [{"name": "Tom Reed", "person": "person-2"}], "due": "1 May 2024", "due_date": "2024-05-01",
            "resolution": "resolution-1", "span": self.span("Action:", "2024."),
        }  # fmt: skip
        declaration = {
            "id": "declaration-1", "name": "Reed", "person": "person-2", "honorific": "Councillor", "interest": "other",
            "item": "1", "left_meeting": None, "text": "Councillor Reed declared an interest in item 1.",
            "span": self.span("Councillor Reed", "item 1."),
        }  # fmt: skip
        paragraph = {
            "kind": "paragraph", "id": None, "label": None, "text": "The clerk reported.", "children": [],
            "span": self.span("The clerk reported."),
        }  # fmt: skip
        item = {
            "id": "item-1", "number": "1", "title": "Footpaths", "level": 1, "purpose": None, "report_of": None,
            "documents": [], "exempt": False, "exemption": None, "truncated": False, "content": [paragraph],
            "resolutions": [resolution], "actions": [action], "declarations": [declaration], "items": [],
            "span": self.span("1. Footpaths", "item 1."),
        }  # fmt: skip
        whole = document_of(self.text, items=[item])
        whole["meeting"]["council"] = "Westmoor Town Council"
        whole["attendance"] = [
            self.person(1, "Ada Pell", roles=["chair"], text="Councillor Ada Pell (Chair)"),
            self.person(2, "Tom Reed"),
        ]
        whole["attendance"][0]["span"] = self.span("Councillor Ada Pell (Chair)")
        whole.update(fields)
        return whole


@pytest.fixture
def builder() -> Builder:
    return Builder()


@pytest.fixture
def document(builder: Builder) -> Node:
    return builder.document()


@pytest.fixture
def run(tmp_path: Path) -> Any:
    """Runs ``python -m minutesparse`` in a process and a folder of its own."""

    def run(*arguments: str, **options: Any) -> subprocess.CompletedProcess[Any]:
        environment = {
            **os.environ,
            "PYTHONPATH": str(Path(minutesparse.__file__).parent.parent),
            **options.pop("env", {}),
        }
        command = [sys.executable, "-m", "minutesparse", *arguments]
        options.setdefault("encoding", "utf-8")
        if "stdout" not in options:
            options["capture_output"] = True
        return subprocess.run(command, cwd=tmp_path, env=environment, timeout=60, **options)

    return run


def pytest_collection_finish() -> None:
    """The thousands of tests that are collected stay until the end: the collector need not look at them each time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
