"""The vocabulary: its files, the modules made of them, and what a user's file adds."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from minutesparse.errors import OptionError
from minutesparse.vocabulary import generate
from minutesparse.vocabulary.tables import THEMES, check_additions, packaged, read_additions

ROOT = Path(__file__).parents[1]
LISTS = [one for theme in packaged().values() for one in theme.values()]


@pytest.mark.parametrize("path", generate.outputs(ROOT), ids=lambda path: path.name)
def test_what_is_made_from_the_files_is_current(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == generate.outputs(ROOT)[path], "run `make vocabulary`"


@pytest.mark.parametrize("one", LISTS, ids=lambda one: one.full_name)
def test_each_list_is_a_constant_with_its_words(one) -> None:
    constant = getattr(import_module(f"minutesparse.vocabulary.{one.theme}"), one.name.upper())
    assert constant == (dict(one.words) if one.sorted_by_meaning else one.words[""])


@pytest.mark.parametrize("one", [one for one in LISTS if one.patterns], ids=lambda one: one.full_name)
def test_each_pattern_compiles_alone(one) -> None:
    for words in one.words.values():
        for word in words:
            re.compile(word)


@pytest.mark.parametrize(
    "one", [one for one in LISTS if not one.printed and not one.patterns], ids=lambda one: one.full_name
)
def test_words_are_in_lower_case_unless_their_capitals_count(one) -> None:
    assert [word for words in one.words.values() for word in words if word != word.lower()] == []


@pytest.mark.parametrize("one", [one for one in LISTS if one.also], ids=lambda one: one.full_name)
def test_a_list_that_another_follows_exists_and_takes_words(one) -> None:
    for name in one.also:
        theme, _, rest = name.partition(".")
        followed, _, meaning = rest.partition(".")
        assert not packaged()[theme][followed].fixed
        assert not meaning or meaning in packaged()[theme][followed].words


REFUSED = [
    ("people.titles", "['Thane']", "people: nothing is called 'titles' there."),
    ("persons.member_titles", "['Thane']", "nothing is called 'persons' there."),
    ("people.member_title", "['Thane']", "Did you mean 'member_titles'?"),
    ("people.member_titles", "'Thane'", "people.member_titles: wants a list of words"),
    ("people.member_titles", "[]", "people.member_titles: wants a list of words"),
    ("people.member_titles", "[7]", "people.member_titles: 7 is no word"),
    ("people.member_titles", "['']", "people.member_titles: an empty word"),
    ("people.member_titles", "[' Thane']", "has blanks round it"),
    ("people.member_titles", "['A\\nB']", "has blanks round it, or more than one in it"),
    ("people.member_titles", "['.*']", "has no letter"),
    ("people.member_titles", "['Thane', 'thane']", "'thane' stands there twice"),
    ("people.member_titles", f"['{'Thane' * 20}']", "is longer than 80 characters"),
    ("people.member_titles.chair", "['Thane']", "people.member_titles: wants a list of words"),
    ("people.number_words", "['eleventy']", "people.number_words: takes no additions"),
    ("decisions.leads", "['Doomed']", "decisions.leads: not a table"),
    ("decisions.leads.resolve", "['Doomed']", "Did you mean 'resolved'?"),
    ("people", "['Thane']", "people: not a table"),
]


@pytest.mark.parametrize(("key", "value", "message"), REFUSED)
def test_a_wrong_file_is_refused_by_name_and_key(tmp_path: Path, key: str, value: str, message: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text(f"{key} = {value.replace(chr(39), chr(34))}\n", encoding="utf-8")
    with pytest.raises(OptionError) as refusal:
        read_additions(path)
    assert str(refusal.value).startswith(f"{path}: ")
    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"[people", "not TOML"), (b"\xff\xfe", "not TOML"), (b"a = " + b"[" * 5000, "nested too deeply")],
)
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "words.toml"
    path.write_bytes(data)
    with pytest.raises(OptionError, match=message):
        read_additions(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="no such file"):
        read_additions(tmp_path / "words.toml")


def test_words_are_given_by_list_and_meaning() -> None:
    tables = {"people": {"member_titles": ["Thane"]}, "decisions": {"leads": {"resolved": ["Doomed"]}}}
    assert check_additions("words.toml", tables) == {
        "people.member_titles": ("Thane",),
        "decisions.leads.resolved": ("Doomed",),
    }


def test_the_themes_are_the_files() -> None:
    assert sorted(THEMES) == sorted(path.stem for path in Path(generate.__file__).parent.glob("*.toml"))
