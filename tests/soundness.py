"""What must hold for every text, as probes that a search puts to text after text.

The document itself is looked at each time; what costs as much again (a second parse, the schema, the rules of ``check``
and their fixes, several meetings in a file, corrections, tables, ``show``, ``explain``, ``clean``, undecoded bytes) to one
text in so many. None may
crash, and none may take more CPU time than `SECONDS` for each begun 10 KB.
"""

from __future__ import annotations

import json
import re
import signal
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from io import StringIO
from types import FrameType
from typing import Any
from xml.etree import ElementTree

from tests.chance import Chance, Seeded
from tests.grounding import WORD, Text, violations

from minutesparse.cleaning import clean
from minutesparse.corrections import ROLES, Correction
from minutesparse.errors import SourceError
from minutesparse.model import Minutes
from minutesparse.parsing import parse, parse_bytes
from minutesparse.source import from_text
from minutesparse.stages import to_node, to_nodes
from minutesparse.validation import check_against_source, check_document
from minutesparse.writers.yaml import yaml_text

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
PATH = re.compile(r"[\w.\[\]]*\.(?=\w+: )")  # but for its last part, the field
SECONDS = 1.0
LENGTH = 10_000


class UnsoundError(AssertionError):
    """A document breaks an invariant."""


class HangError(AssertionError):
    """A text takes too much time."""


@dataclass(frozen=True)
class Probe:
    """One thing that must hold: put to one text in ``every``; ``times`` is how many parses' time it may take."""

    name: str
    every: int
    times: int
    holds: Callable[[str, str | None], None]


def _document(text: str, layout: str | None) -> None:
    """Each line is placed once, each string grounded, spans nest, ids are unique and in order."""
    node = json.loads(parse(text, layout=layout, lines=True).to_json())
    _refuse(map(str, violations(node, text)))
    _refuse(check_against_source(node, from_text(text)))


def _twice(text: str, layout: str | None) -> None:
    """The same text gives the same bytes."""
    if parse(text, layout=layout, lines=True).to_json() != parse(text, layout=layout, lines=True).to_json():
        raise UnsoundError("not the same bytes twice")


def _written(text: str, layout: str | None) -> None:
    """What is written is valid by the models and by the schema; YAML can be written too."""
    document = parse(text, layout=layout, lines=True)
    node, findings = check_document(document.to_json().encode("utf-8"))
    _refuse(findings)
    _refuse(error.message for error in _schema().iter_errors(node))
    yaml_text(document.to_dict())


def _rules(text: str, layout: str | None) -> None:
    """Every rule of ``check`` runs, and what it finds stands in the text."""
    from minutesparse.checks.runner import check_source
    from minutesparse.reports import FORMS, Outcome, renderer

    found = check_source(from_text(text), "a.txt", _settings(), layout)
    for one in found:
        if not 0 <= one.start <= one.end <= len(text) or one.column < 1:
            raise UnsoundError(f"{one.code}: {one.start}:{one.end} is not in the text")
    reports = {form: renderer(form)(Outcome(["a.txt"], found)) for form in FORMS}
    ElementTree.fromstring(reports["junit"])
    if not all(len(json.loads(reports[form])) == len(found) for form in ("json", "gitlab")):
        raise UnsoundError("a report leaves findings out")


def _fixes(text: str, layout: str | None) -> None:
    """Fixes can be applied, and none is left to apply then."""
    from minutesparse.checks.fixing import fixed

    source = from_text(text)
    for unsafe in (False, True):
        after = fixed(source, "a.txt", _settings(), layout, unsafe=unsafe)
        again = fixed(after.source, "a.txt", _settings(), layout, unsafe=unsafe)
        if again.applied:
            raise UnsoundError(f"{again.applied} fixes are left after fixes")


def _meetings(text: str, layout: str | None) -> None:
    """Each meeting of a file gives a valid document whose strings stand in the file."""
    source = from_text(text)
    for node in to_nodes(source, layout, None, True):
        _refuse(check_against_source(Minutes.model_validate(node).to_dict(), source))


def _corrected(text: str, layout: str | None) -> None:
    """Lines that a reader corrects in any way leave the document sound."""
    source = from_text(text)
    lines = [number for number, line in enumerate(Text(text).lines, 1) if WORD.search(line)]
    if not lines:
        return
    chance = Seeded(len(text))
    corrections = chance.many(lambda chance: _correction(chance, chance.one(lines), source.line_count), 1, 3)
    document = Minutes.model_validate(to_node(source, layout, None, True, corrections))
    node = json.loads(document.to_json())
    # a reader may call any line furniture, however long
    _refuse(str(one) for one in violations(node, text) if not (one.kind == "not placed" and "furniture" in one.message))
    _refuse(check_against_source(node, source))


def _correction(chance: Chance, first: int, count: int) -> Correction:
    return Correction(first, min(count, first + chance.one([0, 0, 1, 3])), "", chance.one([*ROLES]))


def _shown(text: str, layout: str | None) -> None:
    """`show` prints any document, without a character that a terminal would obey."""
    from rich.console import Console

    from minutesparse.cli import show

    screen = StringIO()
    console = Console(file=screen, width=80, no_color=True, highlight=False, markup=False, emoji=False)
    show._print(console, parse(text, layout=layout))
    if stray := CONTROL.search(screen.getvalue()):
        raise UnsoundError(f"a control character is shown: {stray[0]!r}")


def _tabulated(text: str, layout: str | None) -> None:
    """Rows of tables are made of each meeting of a file."""
    from minutesparse.tables.rows import Tabulator

    tabulator = Tabulator()
    for node in to_nodes(from_text(text), layout, None, False):
        tabulator.rows("a.txt", Minutes.model_validate(node).to_dict())


def _explained(text: str, layout: str | None) -> None:
    """Each line that is not blank is explained once."""
    from minutesparse.explain import explain

    roles = parse(text, layout=layout, lines=True).to_dict()["lines"]
    told = [one.line for one in explain(from_text(text), layout)]
    if told != [entry["line"] for entry in roles]:
        raise UnsoundError("not each line is explained")


def _cleaned(text: str, layout: str | None) -> None:
    """A cleaned text is clean, and sound."""
    cleaned = clean(text).text
    if clean(cleaned).text != cleaned:
        raise UnsoundError("a cleaned text is cleaned further")
    _document(cleaned, layout)


def _bytes(text: str, layout: str | None) -> None:
    """Bytes are read or refused in one line."""
    data = text.encode("utf-8", "surrogatepass")
    for variant in (
        data,
        data[: len(data) // 2 + 1],
        text.encode("utf-16", "surrogatepass"),
        text.encode("cp1252", "replace"),
    ):
        try:
            parse_bytes(variant, layout=layout)
        except SourceError as refusal:
            if "\n" in str(refusal):
                raise UnsoundError("a refusal of two lines") from refusal


PROBES = (
    Probe("document", 1, 1, _document),
    Probe("same bytes twice", 16, 2, _twice),
    Probe("written", 32, 4, _written),
    Probe("rules", 16, 4, _rules),
    Probe("meetings", 16, 2, _meetings),
    Probe("corrected", 8, 2, _corrected),
    Probe("shown", 64, 4, _shown),
    Probe("tabulated", 32, 2, _tabulated),
    Probe("explained", 32, 4, _explained),
    Probe("fixes", 64, 40, _fixes),
    Probe("cleaned", 64, 4, _cleaned),
    Probe("bytes", 64, 4, _bytes),
)


def check(text: str, layout: str | None, number: int = 0) -> None:
    """Raises where ``text`` breaks what must hold. ``number`` tells which probes it is put to: 0 is put to all."""
    for probe in PROBES:
        if number % probe.every == 0:
            with limited(probe.times * SECONDS * (1 + len(text) // LENGTH)):
                probe.holds(text, layout)


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises `HangError` once ``seconds`` of this process's CPU time have gone by, inside a pattern too."""

    def expire(_signal: int, _frame: FrameType | None) -> None:
        raise HangError(f"more than {seconds:g} s")

    before = signal.signal(signal.SIGVTALRM, expire)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def kind_of(error: BaseException) -> str:
    """What tells one fault from another: the place in the code where it was raised, or what was found where."""
    if isinstance(error, UnsoundError):
        return re.sub(r"\d+|'.*", "", PATH.sub("", str(error).partition("\n")[0]))
    places = [frame for frame in traceback.extract_tb(error.__traceback__) if "minutesparse" in frame.filename]
    place = f" in {places[-1].filename.rpartition('/')[2]}, {places[-1].name}" if places else ""
    return type(error).__name__ + place


def _refuse(found: Any) -> None:
    told = list(found)
    if told:
        raise UnsoundError("\n".join(told[:8]))


@cache
def _schema() -> Any:
    import jsonschema

    from minutesparse.schema import document_schema

    return jsonschema.Draft202012Validator(document_schema())


@cache
def _settings() -> Any:
    from minutesparse.checks.settings import CheckSettings

    return CheckSettings(select=("ALL",))
