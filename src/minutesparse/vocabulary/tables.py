"""The tables of words: the packaged ones as their TOML files state them, and what a user's file adds to them.

A packaged file has one table a list: ``use`` says what its words do, ``words`` (or ``patterns``, parts of regular
expressions) are the words themselves, or tables of them where each word has a meaning. ``printed`` keeps capitals,
``fixed`` lists cannot be added to, ``also`` names lists whose additions count here too.

A user's file has a table for each packaged file, in it the lists that it adds words to:

    [people]
    member_titles = ["Thane"]

    [decisions.leads]
    resolved = ["Doomed"]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from minutesparse.errors import OptionError, reason_of
from minutesparse.spelling import did_you_mean
from minutesparse.vocabulary import additions

THEMES = ("people", "meeting", "headings", "decisions", "actions", "declarations", "calendar")
"""The packaged files, in the order of a document's parts."""

LONGEST_WORD = 80
MOST_WORDS = 2_000  # that a user's file adds to one list: they all become one pattern

MOST_CHARACTERS = 1_000_000  # of a TOML file
MOST_PARTS = 32
# A key of more parts, as a table or before a value: the time to read one grows with the square of them.
_PART = r"""\.[ \t]*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
LONG_KEY = rf"{_PART}(?:[ \t]*+{_PART}){{{MOST_PARTS - 1}}}"

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordList:
    """One list of the vocabulary; ``words`` by meaning, or under ``""`` where they have none."""

    theme: str
    name: str
    use: str
    words: Mapping[str, Words]
    patterns: bool = False
    printed: bool = False
    fixed: bool = False
    also: Words = ()

    @property
    def full_name(self) -> str:
        """Its name with that of its theme."""
        return f"{self.theme}.{self.name}"

    @property
    def grows(self) -> bool:
        """True where a user's file can add words to it, or to a list that it follows."""
        return bool(self.also) or not self.fixed

    @property
    def sorted_by_meaning(self) -> bool:
        """True where each word has a meaning."""
        return "" not in self.words


@cache
def packaged() -> Mapping[str, Mapping[str, WordList]]:
    """All packaged lists, by theme and name. Raises ``OptionError`` where a file is not in the form above."""
    return {theme: _theme(theme, read_toml(Path(__file__).with_name(f"{theme}.toml"))) for theme in THEMES}


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file. Raises ``OptionError`` with its name where it cannot be read."""
    import tomllib

    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(MOST_CHARACTERS + 1)
        if len(text) > MOST_CHARACTERS:
            raise OptionError(f"{path}: longer than {MOST_CHARACTERS} characters")
        if re.search(LONG_KEY, text):
            raise OptionError(f"{path}: a key of more than {MOST_PARTS} parts")
        return tomllib.loads(text)
    except OSError as error:
        raise OptionError(f"{path}: {reason_of(error)}") from error
    except ValueError as error:  # of TOML, of UTF-8, or a number of thousands of digits
        raise OptionError(f"{path}: not TOML ({' '.join(str(error).split())})") from error
    except RecursionError as error:
        raise OptionError(f"{path}: nested too deeply") from error


def _theme(theme: str, tables: Mapping[str, Any]) -> Mapping[str, WordList]:
    found = {}
    for name, table in tables.items():
        where = f"{theme}.toml: {name}"
        known(where, table, ("use", "words", "patterns", "printed", "fixed", "also"))
        kind = "patterns" if "patterns" in table else "words"
        if "use" not in table or kind not in table:
            raise OptionError(f"{where}: wants use and words")
        printed = table.get("printed", False)
        listed = table[kind] if isinstance(table[kind], dict) else {"": table[kind]}
        words = {meaning: checked(f"{where}.{meaning}".rstrip("."), each, printed) for meaning, each in listed.items()}
        also = checked(f"{where}.also", table["also"]) if "also" in table else ()
        found[name] = WordList(
            theme, name, table["use"], words, kind == "patterns", printed, table.get("fixed", False), also
        )
    return found


def known(where: str, table: object, names: Mapping[str, Any] | Words) -> None:
    """Refuse what is no table, and a key that is none of ``names``, with an ``OptionError`` that begins ``where:``."""
    if not isinstance(table, dict):
        raise OptionError(f"{where}: not a table")
    for key in table:
        if key not in names:
            raise OptionError(f"{where}: nothing is called {key!r} there.{did_you_mean(key, names)}")


def checked(where: str, value: object, printed: bool = False) -> Words:
    """The words in ``value``, a list of them. Raises ``OptionError`` for anything else.

    Where they are not compared as ``printed``, capitals make no second word.
    """
    if not isinstance(value, list) or not value:
        raise OptionError(f"{where}: wants a list of words")
    seen: set[str] = set()
    for word in value:
        if not isinstance(word, str):
            raise OptionError(f"{where}: {word!r} is no word; words stand in quotation marks")
        if not word.strip():
            raise OptionError(f"{where}: an empty word")
        key = word if printed else word.lower()
        if key in seen:
            raise OptionError(f"{where}: {word!r} stands there twice")
        seen.add(key)
    return tuple(value)


def read_additions(path: str | Path) -> dict[str, Words]:
    """The words that a user's file adds, by list. Raises ``OptionError`` with file and key where it is wrong."""
    return check_additions(str(path), read_toml(Path(path)))


def check_additions(where: str, tables: object) -> dict[str, Words]:
    """The words in a user's tables, by list; ``where`` names the file in messages."""
    lists = packaged()
    known(where, tables, lists)
    assert isinstance(tables, dict)
    found: dict[str, Words] = {}
    for theme, table in tables.items():
        known(f"{where}: {theme}", table, lists[theme])
        for name, value in table.items():
            one = lists[theme][name]
            place = f"{where}: {one.full_name}"
            if one.fixed:
                raise OptionError(f"{place}: takes no additions of its own")
            if one.sorted_by_meaning:
                known(place, value, one.words)
            elif isinstance(value, dict):
                raise OptionError(f"{place}: wants a list of words")
            listed = value if one.sorted_by_meaning else {"": value}
            for meaning, words in listed.items():
                key = f"{one.full_name}.{meaning}".rstrip(".")
                found[key] = checked(f"{where}: {key}", words, one.printed)
                if len(found[key]) > MOST_WORDS:
                    raise OptionError(f"{where}: {key}: more than {MOST_WORDS} words")
                for word in found[key]:
                    _refuse_no_words(f"{where}: {key}", word)
    return found


def _refuse_no_words(where: str, word: str) -> None:
    """Refuse what cannot stand as a word in minutes: blanks round it or a line's end in it, no letter, a whole text."""
    if word != " ".join(word.split()):
        raise OptionError(f"{where}: {word!r} has blanks round it, or more than one in it")
    if not (word[0].isalnum() and any(map(str.isalpha, word))):
        raise OptionError(f"{where}: {word!r} does not begin as a word does")
    if len(word) > LONGEST_WORD:
        raise OptionError(f"{where}: {word[:20] + '…'!r} is longer than {LONGEST_WORD} characters")


def merged(files: Iterable[Mapping[str, Words]]) -> dict[str, Words]:
    """The words that several files add, by list, each once."""
    found: dict[str, Words] = {}
    for words in files:
        for name, each in words.items():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *each)))
    return found


def use_vocabulary(*paths: str | Path) -> None:
    """Add the words in TOML files to the vocabulary, for all that this process parses.

    Words are read once, so this comes before the first call of `parse` and its like; afterwards, a file whose words
    are not in use already raises ``OptionError``. So does a file that cannot be read, or states a list that does not
    exist; ``docs/vocabulary.md`` names the lists.
    """
    additions.add(merged(map(read_additions, paths)))
