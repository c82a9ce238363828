"""What `validate` finds in documents that were changed, and that it finds nothing in sound ones."""

from __future__ import annotations

import json
from typing import Any

import pytest

from minutesparse import source as reading
from minutesparse.errors import DocumentError, OptionError
from minutesparse.projection import parse_path, select, without_spans
from minutesparse.validation import check_against_source, check_document


@pytest.fixture
def source(builder: Any) -> reading.Source:
    return reading.from_bytes(builder.text.encode(), "westmoor.txt")


def findings_in(document: dict[str, Any]) -> list[str]:
    return check_document(json.dumps(document).encode())[1]


class TestDocument:
    def test_sound(self, document: dict[str, Any]) -> None:
        assert check_document(json.dumps(document).encode()) == (document, [])

    def test_any_first_version(self, document: dict[str, Any]) -> None:
        document["items"][0]["mood"] = "calm"
        assert findings_in({**document, "schema_version": "1.12"}) == []
        (finding,) = findings_in({**document, "schema_version": "2.0"})
        assert finding.startswith("schema_version: ")

    def test_says_where(self, document: dict[str, Any]) -> None:
        document["items"][0]["resolutions"][0]["kind"] = "decreed"
        document["items"][0]["level"] = "1"
        del document["meeting"]["venue"]
        assert [finding.partition(":")[0] for finding in findings_in(document)] == [
            "meeting.venue",
            "items.0.level",
            "items.0.resolutions.0.kind",
        ]

    @pytest.mark.parametrize("data", [b"", b"{", b"\xff", b"[" * 100_000])
    def test_no_json(self, data: bytes) -> None:
        with pytest.raises(DocumentError, match="not JSON"):
            check_document(data)

    def test_byte_order_mark(self, document: dict[str, Any]) -> None:
        assert check_document(b"\xef\xbb\xbf" + json.dumps(document).encode())[1] == []

    def test_projections(self, document: dict[str, Any]) -> None:
        for value in (
            document["items"],
            document["meeting"],
            "2024-05-01",
            None,
            without_spans(document),
        ):
            with pytest.raises(DocumentError, match="a projection, not a document"):
                check_document(json.dumps(value).encode())

    def test_a_missing_span_alone_makes_no_projection(self, document: dict[str, Any]) -> None:
        del document["items"][0]["span"]
        assert findings_in(document) == ["items.0.span: field required"]


class TestSource:
    def test_sound(self, document: dict[str, Any], source: reading.Source) -> None:
        assert check_against_source(document, source) == []

    def test_another_text(self, document: dict[str, Any]) -> None:
        other = reading.from_bytes(b"Something else\n", "other.txt")
        found = check_against_source(document, other)
        assert [finding.partition(":")[0] for finding in found[:3]] == [
            "source.sha256",
            "source.characters",
            "source.lines",
        ]
        assert any("is not in the text of 15 characters" in finding for finding in found)

    @pytest.mark.parametrize(
        ("path", "change", "expected"),
        [
            ("items.0.span", {"end": 10_000}, "items.0.span: 82:10000 is not in the text"),
            ("items.0.resolutions.0.span", {"start": 114}, "begins or ends on white space"),
            ("items.0.resolutions.0.span", {"line": 6}, "items.0.resolutions.0.span: lines 6 to 8 should be 7 to 8"),
            ("items.0.resolutions.0.span", {"start": 0, "line": 1}, "not within the span of the node that holds it"),
            ("items.0.resolutions.0", {"text": "That the footpath be opened."}, "words are not in order in the span"),
            ("items.0.resolutions.0", {"text": "That closed be the footpath."}, "words are not in order in the span"),
            ("items.0.resolutions.0", {"text": "footpath be closed That the"}, "words are not in order in the span"),
            ("items.0.content.0", {"text": "The clerk reported to"}, "items.0.content.0.text: words are not in order"),
            ("items.0.actions.0.owners.0", {"name": "Ada Pell"}, "items.0.actions.0.owners.0.name: words are not"),
            ("items.0", {"number": "2"}, "items.0.number: words are not in order"),
            ("attendance.0", {"name": "Tom Reed"}, "attendance.0.name: words are not in order"),
            ("meeting", {"council": "Eastmoor"}, "meeting.council: words are not in order"),
        ],
    )
    def test_finds(
        self, document: dict[str, Any], source: reading.Source, path: str, change: dict[str, Any], expected: str
    ) -> None:
        node: Any = document
        for part in path.split("."):
            node = node[int(part) if part.isdigit() else part]
        node.update(change)
        assert any(expected in finding for finding in check_against_source(document, source))

    def test_words_of_the_program_need_not_stand_there(self, document: dict[str, Any], source: reading.Source) -> None:
        document["meeting"].update(date="2024-05-01", start_time="18:30", status="draft")
        assert check_against_source(document, source) == []

    def test_spans_of_diagnostics(self, document: dict[str, Any], source: reading.Source) -> None:
        entry = {"code": "MP001", "severity": "info", "message": "not in the text", "span": None}
        wrong = {"start": 0, "end": 7, "line": 2, "end_line": 2}
        document["diagnostics"] = [entry, {**entry, "span": wrong}]
        assert check_against_source(document, source) == ["diagnostics.1.span: lines 2 to 2 should be 1 to 1"]


class TestProjection:
    @pytest.mark.parametrize(
        ("path", "value"),
        [
            ("meeting.council", "Westmoor Town Council"),
            ("meeting.next_meeting.date", None),
            ("attendance.name", ["Ada Pell", "Tom Reed"]),
            ("attendance.roles", ["chair"]),
            ("items.actions.owners.name", ["Tom Reed"]),
            ("items.resolutions.vote.for_count", [None]),
            ("items.items.title", []),
            ("source.metadata.url", None),
            ("lines", None),
        ],
    )
    def test_select(self, document: dict[str, Any], path: str, value: object) -> None:
        assert select(document, parse_path(path)) == value

    def test_select_gives_whole_nodes(self, document: dict[str, Any]) -> None:
        assert select(document, parse_path("items.resolutions")) == document["items"][0]["resolutions"]

    @pytest.mark.parametrize(
        ("path", "message"),
        [
            ("item", r"no field 'item'\. Did you mean 'items'\?"),
            ("items.resolution", r"no field 'resolution' in 'items'\. Did you mean 'resolutions'\?"),
            ("meeting.signed_by.zzz", r"no field 'zzz' in 'meeting\.signed_by'\. There are: name, role, date, span\."),
            ("layout.name", r"'layout' has no fields below it"),
            ("items.", r"no field '' in 'items'"),
            ("source.metadata.", r"'source\.metadata' has no fields below it"),
            ("", r"no field ''"),
        ],
    )
    def test_unknown_path(self, path: str, message: str) -> None:
        with pytest.raises(OptionError, match=message):
            parse_path(path)

    def test_without_spans(self, document: dict[str, Any]) -> None:
        bare = without_spans(document)
        assert '"span"' not in json.dumps(bare)
        assert bare["items"][0]["title"] == "Footpaths"
