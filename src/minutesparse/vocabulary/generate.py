"""Make the modules of words, and their page in ``docs``, from the TOML files: ``make vocabulary``.

Reading the TOML files on each start would cost `extract` several milliseconds; constants cost nothing.
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from minutesparse.vocabulary.tables import THEMES, WordList, packaged

WIDTH = 120
FEW = 6  # words of a list that its page shows
PATTERN = re.compile(r"[\\?*+()|\[\]]")  # in words that are no plain words


def module(theme: str) -> str:
    """The source of the module of one theme."""
    functions = sorted({_ask(one) for one in packaged()[theme].values() if one.grows})
    lines = [f'"""{_title(theme)}\n\nMade from `{theme}.toml` by ``make vocabulary``.\n"""', ""]
    lines += ["# fmt: off", "", "from __future__ import annotations", ""]
    if functions:
        lines += [f"from minutesparse.vocabulary.additions import {', '.join(functions)}", ""]
    for one in packaged()[theme].values():
        lines += [*_constant(one), ""]
    if any(len(line) > WIDTH for line in lines[2:]):  # a pattern that is longer than a line
        lines.insert(2, "# ruff: noqa: E501")
    return "\n".join(lines)


def _title(theme: str) -> str:
    """The first line of a TOML file, which says what it is about."""
    first = Path(__file__).with_name(f"{theme}.toml").read_text(encoding="utf-8").partition("\n")[0]
    return first.lstrip("# ")


def _constant(one: WordList) -> Iterator[str]:
    yield from textwrap.wrap(one.use, WIDTH - 2, initial_indent="# ", subsequent_indent="# ")
    if not one.sorted_by_meaning:
        yield f"{one.name.upper()}: tuple[str, ...] = ("
        yield from _entries(one, "", "    ")
        yield ")"
        return
    yield f"{one.name.upper()}: dict[str, tuple[str, ...]] = {{"
    for meaning in one.words:
        yield f"    {_quoted(meaning)}: ("
        yield from _entries(one, meaning, "        ")
        yield "    ),"
    yield "}"


def _entries(one: WordList, meaning: str, indent: str) -> Iterator[str]:
    words = " ".join(f"{_quoted(word)},".replace(" ", "\0") for word in one.words[meaning])
    lines = textwrap.wrap(
        words, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    yield from (line.replace("\0", " ") for line in lines)
    if one.grows:
        yield f"{indent}*{_ask(one)}({', '.join(map(_quoted, _sources(one, meaning)))}),"


def _ask(one: WordList) -> str:
    """The function of `additions` that gives what was added to a list."""
    if one.printed:
        return "printed_parts" if one.patterns else "printed"
    return "parts" if one.patterns else "words"


def _sources(one: WordList, meaning: str) -> Iterator[str]:
    """The names that additions to a list stand under: its own, and those of the lists that it follows."""
    if not one.fixed:
        yield f"{one.full_name}.{meaning}".rstrip(".")
    for name in one.also:
        theme, followed, *chosen = name.split(".")
        words = packaged()[theme][followed].words
        if not chosen and meaning in words:
            chosen = [meaning]
        yield from (f"{theme}.{followed}.{each}".rstrip(".") for each in chosen or words)


def _quoted(word: str) -> str:
    if "\\" in word and '"' not in word:
        return f'r"{word}"'
    return "'" + word + "'" if '"' in word else f'"{word}"'


def page() -> str:
    """The page of the documentation, its introduction taken from what is there above the first theme."""
    parts = []
    for theme in THEMES:
        parts.append(f"## `{theme}`\n\n{_title(theme)}\n")
        parts += [_described(one) for one in packaged()[theme].values()]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _described(one: WordList) -> str:
    use = one.use if one.use.endswith(".") else f"{one.use}."
    told = [f"- `{one.name}`: {use}"]
    if one.printed:
        told.append("Capitals matter.")
    if one.fixed:
        told.append("Takes no additions of its own.")
    elif one.sorted_by_meaning:
        told.append(f"Its words stand under {', '.join(f'`{meaning}`' for meaning in one.words)}.")
    if one.also:
        told.append(f"Words added to {', '.join(f'`{name}`' for name in one.also)} count here too.")
    words = [word for each in one.words.values() for word in each if not PATTERN.search(word)]
    if words:
        told.append(f"Such as: {', '.join(words[:FEW])}.")
    return " ".join(told)


def outputs(root: Path) -> dict[Path, str]:
    """Each file that is made, with its text; ``root`` is the repository."""
    folder = Path(__file__).parent
    made = {folder / f"{theme}.py": module(theme) for theme in THEMES}
    document = root / "docs" / "vocabulary.md"
    introduction = document.read_text(encoding="utf-8").partition(f"## `{THEMES[0]}`")[0]
    made[document] = introduction + page()
    return made


if __name__ == "__main__":
    for path, text in outputs(Path(sys.argv[1])).items():
        path.write_text(text, encoding="utf-8")
