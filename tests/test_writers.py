"""JSON and YAML say the same as the value, whatever its strings hold, and nothing harms a terminal."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from minutesparse.model import Minutes
from minutesparse.writers.characters import encodable, encodable_value, harmless
from minutesparse.writers.json import coloured_json, json_text, terminal_json
from minutesparse.writers.yaml import yaml_text

ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_TEXT.map(encodable), inner, max_size=3),
    max_leaves=8,
)

# Plain scalars that YAML 1.1 or the core schema of 1.2 reads as something other than a string.
NOT_STRINGS = [
    "NO",
    "no",
    "Yes",
    "yes",
    "on",
    "Off",
    "y",
    "Y",
    "n",
    "N",
    "true",
    "False",
    "null",
    "Null",
    "~",
    "=",
    "1e3",
    "1E-3",
    ".5",
    "1.",
    "0123",
    "0o17",
    "0x1F",
    "0b11",
    "1_000",
    "12:30",
    "12:30:45",
    "190:20:30.15",
    "2024-03-12",
    "2024-3-1",
    "2024-03-12T10:00:00Z",
    "+1",
    "-1",
    ".inf",
    "-.INF",
    ".nan",
    "NaN",
    "infinity",
    "1,000",
    "<<",
    "0",
    "00",
    "45/23",
]


class TestJson:
    @given(VALUES)
    def test_reads_back(self, value: object) -> None:
        for indent in (None, 2):
            text = json_text(value, indent)
            text.encode()
            assert json.loads(text) == encodable_value(value)

    def test_is_compact_or_indented_and_keeps_letters(self) -> None:
        assert json_text({"a": ["é", 1]}) == '{"a":["é",1]}'
        assert json_text({"a": ["é"]}, 2) == '{\n  "a": [\n    "é"\n  ]\n}'

    @given(VALUES)
    def test_for_a_terminal_is_the_same_value_without_controls(self, value: object) -> None:
        text = terminal_json(json_text(value, 2))
        assert json.loads(text) == encodable_value(value)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)

    @given(VALUES)
    def test_coloured_is_the_same_text_with_colours(self, value: object) -> None:
        text = terminal_json(json_text(value, 2))
        assert re.sub(r"\x1b\[[\d;]*m", "", coloured_json(text)) == text

    def test_colours_tell_keys_from_strings(self) -> None:
        assert coloured_json('{"a": "b:", "c": -1.5}') == (
            '{\x1b[1;34m"a"\x1b[0m: \x1b[32m"b:"\x1b[0m, \x1b[1;34m"c"\x1b[0m: \x1b[36m-1.5\x1b[0m}'
        )


class TestYaml:
    @given(VALUES)
    def test_reads_back(self, value: object) -> None:
        assert yaml.safe_load(yaml_text(value)) == encodable_value(value)

    @given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=80, max_size=300))
    def test_long_text_reads_back(self, text: str) -> None:
        assert yaml.safe_load(yaml_text({"text": text})) == {"text": text}

    @pytest.mark.parametrize("word", NOT_STRINGS)
    def test_words_that_look_like_something_else_are_quoted(self, word: str) -> None:
        written = yaml_text({"a": word})
        assert yaml.safe_load(written) == {"a": word}
        if word != "45/23":
            assert re.fullmatch(r"""a: (['"]).*\1\n""", written)

    def test_long_text_is_folded_and_lines_are_kept(self) -> None:
        assert yaml_text({"a": "word " * 30 + "end"}).startswith("a: >-\n  word word")
        assert yaml_text({"a": "one\ntwo: 2"}) == "a: |-\n  one\n  two: 2\n"

    def test_keeps_order_and_letters_and_writes_no_alias(self) -> None:
        part = {"z": "naïve – “quoted”", "a": []}
        assert yaml_text({"one": part, "two": part}) == (
            "one:\n  z: naïve – “quoted”\n  a: []\ntwo:\n  z: naïve – “quoted”\n  a: []\n"
        )


class TestCharacters:
    @pytest.mark.parametrize(
        ("text", "shown"),
        [
            ("plain – naïve\ttab", "plain – naïve\ttab"),
            ("\x1b[2Jcleared", "\ufffd[2Jcleared"),
            ("\x9b31mred", "\ufffd31mred"),
            ("bell\x07\r", "bell\ufffd\ufffd"),
            ("over\u202eride", "over\ufffdride"),
            ("half \ud83d", "half \ufffd"),
        ],
    )
    def test_harmless(self, text: str, shown: str) -> None:
        assert harmless(text) == shown


class TestMinutes:
    def test_json_and_dict_agree(self, document: dict[str, object]) -> None:
        minutes = Minutes.model_validate(document)
        assert json.loads(minutes.to_json()) == minutes.to_dict() == document
        assert json.loads(minutes.to_json(2)) == document
        assert "\n" not in minutes.to_json()

    def test_yaml_reads_back(self, document: dict[str, object]) -> None:
        assert yaml.safe_load(Minutes.model_validate(document).to_yaml()) == document

    def test_lines_stand_there_only_if_asked_for(self, document: dict[str, object]) -> None:
        assert "lines" not in Minutes.model_validate(document).to_dict()
        with_lines = {**document, "lines": [{"line": 1, "role": "meeting"}]}
        assert Minutes.model_validate(with_lines).to_dict() == with_lines

    def test_lone_surrogates_do_not_stop_the_writers(self, document: dict[str, Any]) -> None:
        document["source"]["name"] = "a\udce9.txt"
        minutes = Minutes.model_validate(document)
        assert json.loads(minutes.to_json())["source"]["name"] == "a\ufffd.txt"
        assert yaml.safe_load(minutes.to_yaml())["source"]["name"] == "a\ufffd.txt"

    def test_walk_gives_nodes_in_reading_order(self, document: dict[str, object]) -> None:
        nodes = list(Minutes.model_validate(document).walk())
        assert [type(node).__name__ for node in nodes] == (
            ["Attendee", "Attendee", "Item", "Block", "Resolution", "Action", "Declaration"]
        )
        starts = [node.span.start for node in nodes]
        assert starts == sorted(starts)
