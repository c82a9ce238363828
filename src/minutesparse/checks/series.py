"""What the numbers of items count: which form they share, which of them leave it, and which of the series are missing.

A number is read as it is in `numbering`: "CS.02" counts at its figures, "45/23" at the first or the last of them, "IV"
is Roman, "C" a letter. Siblings make one series, in the form that most of them share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from minutesparse.numbering import ROMAN, roman_value
from minutesparse.reader import Node

FEWEST = 4  # fewer numbers tell nothing of the form that was meant
MOST_FIGURES = 6
MOST_FORMS = 4  # that are weighed; of "1/24, 2/24, ..." each number has a second one of its own
STEADY = 2 / 3  # the share of a series that must count on by one

WIDEST = 5  # more missing numbers are another matter: a page lost, or a number mistyped
ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
TENS = ("", "X", "XX", "XXX", "XL")

NUMBERED = re.compile(r"[.):][ \t]|[ \t]?[-\u2013][ \t]")
FIGURES = re.compile(r"\d++")
DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014", "-----")


@dataclass(frozen=True, slots=True)
class Step:
    """An item, its place among its siblings, and its value in the series: None where its number has another form."""

    item: Node
    place: int
    value: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """The numbered ones of ``siblings``. ``form`` has ``#`` where the number counts, or is ``I`` or ``A``.

    ``steps`` leaves out numbers with a letter of their own ("7a"), which stand between two others.
    """

    form: str
    siblings: Sequence[Node]
    steps: Sequence[Step]

    @property
    def counts_figures(self) -> bool:
        """False for Roman numbers and letters."""
        return "#" in self.form

    def printed(self, value: int) -> str:
        """A number of the series as its form prints it, without leading zeros."""
        return printed(self.form, value)


def printed(form: str, value: int) -> str:
    """A value as a form prints it, without leading zeros."""
    if "#" in form:
        return form.replace("#", str(value))
    if form in ("I", "i"):
        return roman(value) if form == "I" else roman(value).lower()
    return chr((64 if form == "A" else 96) + value)


def roman(value: int) -> str:
    """A value up to 89 as a Roman numeral."""
    return "L" * (value >= 50) + TENS[value % 50 // 10] + ONES[value % 10]


@lru_cache(maxsize=4096)  # files number their items and points alike
def forms(number: str) -> tuple[tuple[str, int], ...]:
    """The ways to read an item's number: its form, and the value at the place where it counts."""
    number = number.strip(" .():\\").translate(DASHES)
    found: list[tuple[str, int]] = []
    if number.isalpha():
        if ROMAN.match(number):
            found.append(("I" if number.isupper() else "i", roman_value(number)))
        if len(number) == 1:
            found.append(("A" if number.isupper() else "a", ord(number.casefold()) - 96))
        return tuple(found)
    for figures in FIGURES.finditer(number):
        if len(figures[0]) <= MOST_FIGURES:
            found.append((f"{number[: figures.start()]}#{number[figures.end() :]}", int(figures[0])))
    return tuple(found)


def series_of(siblings: Sequence[Node]) -> Series | None:
    """The series of items that stand beside each other, or None where there are too few or none counts on."""
    read = [(place, item, forms(item["number"])) for place, item in enumerate(siblings) if item["number"]]
    if len(read) < FEWEST:
        return None
    counts = Counter(form for _, _, ways in read for form, _ in ways)
    common = [form for form, count in counts.most_common(MOST_FORMS) if count >= FEWEST]
    steadiest = max(common, key=lambda form: (_steady(form, read), counts[form]), default=None)
    if steadiest is None or counts[steadiest] <= len(read) / 2:
        return None
    if _steady(steadiest, read) < STEADY * (counts[steadiest] - 1):
        return None
    steps = []
    for place, item, ways in read:
        value = next((value for form, value in ways if form == steadiest), None)
        if value is None and item["number"].rstrip(" .):")[-1:].islower() and any(f[:-1] == steadiest for f, _ in ways):
            continue
        steps.append(Step(item, place, value))
    return Series(steadiest, siblings, steps)


def _steady(form: str, read: Sequence[tuple[int, Node, Sequence[tuple[str, int]]]]) -> int:
    """How often a form counts on by one, over a number between that is out of place too."""
    values = [value for _, _, ways in read for known, value in ways if known == form]
    return sum(
        value + 1 == values[place] or values[place + 1 : place + 2] == [value + 2]
        for place, value in enumerate(values[:-1], 1)
    )


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers that no item between two steps of a series has, as they would be printed."""

    before: Step
    after: Step
    printed: Sequence[str]


def gaps(series: Series, openings: Callable[[], frozenset[str]], text: str) -> list[Gap]:
    """The numbers left out in a series, where nothing says that they stand in the text and were misread.

    ``openings`` gives what lines open with, which few files are asked. Series of letters have none: those are as often
    an agenda's own codes.
    """
    if not series.counts_figures and series.form != "I":
        return []
    known = {stray.wanted for stray in strays(series)} | {step.value for step in series.steps}
    found = []
    for before, after in pairwise([step for step in series.steps if step.value is not None]):
        assert before.value is not None and after.value is not None
        missing = range(before.value + 1, after.value)
        if 0 < len(missing) <= WIDEST and known.isdisjoint(missing):
            gap = Gap(before, after, [series.printed(value) for value in missing])
            if not _stands_elsewhere(gap, openings, text):
                found.append(gap)
    return found


def _stands_elsewhere(gap: Gap, openings: Callable[[], frozenset[str]], text: str) -> bool:
    """True where a line anywhere opens with one of the numbers, or one is printed in the lines between."""
    words = [form for printed in gap.printed for form in (printed, printed.lower(), f"0{printed}")]
    words += [printed[:-2] for printed in gap.printed if printed.endswith(".0")]
    if not openings().isdisjoint(words):
        return True
    start, end = gap.before.item["span"]["start"], gap.after.item["span"]["start"]
    return any(_numbers_something(text, word, start, end) for word in gap.printed)


def _numbers_something(text: str, word: str, start: int, end: int) -> bool:
    """True where ``word`` stands in ``[start, end)`` as a number before a title does: "4. Finance", "4 - Finance"."""
    found = text.find(word, start, end)
    while found >= 0:
        after = text[found + len(word) : found + len(word) + 3]
        opens = found == 0 or not (text[found - 1].isalnum() or text[found - 1] in ".,:/\u00a3$\u20ac")
        if opens and NUMBERED.match(after) is not None:
            return True
        found = text.find(word, found + len(word), end)
    return False


def unnumbered_in(series: Series, gap: Gap) -> Node | None:
    """The one item without number that stands where one number is left out, beside the series or below its last."""
    if len(gap.printed) != 1:
        return None
    inside = [*gap.before.item["items"], *series.siblings[gap.before.place + 1 : gap.after.place]]
    one = inside[0] if len(inside) == 1 else None
    return one if one is not None and one["number"] is None and one["title"] else None


@dataclass(frozen=True, slots=True)
class Stray:
    """An item whose number leaves the series: ``wanted`` is the number that its place asks for."""

    item: Node
    wanted: int


def strays(series: Series) -> list[Stray]:
    """Numbers that are in no doubt mistyped: those around them leave exactly their places free."""
    found: list[Stray] = []
    before, waiting = 0, []
    for step, after in _with_next(series.steps):
        value = step.value
        if value is None:
            waiting.append(step.item)
            continue
        skips = after is not None and after.value == before + 2 and value != before + 1
        if skips and not waiting and step.place:
            found.append(Stray(step.item, before + 1))
            before += 1
            continue
        if waiting and value == before + len(waiting) + 1:
            found += [Stray(item, before + place) for place, item in enumerate(waiting, 1)]
        elif not waiting and step.place and value == before + 2:
            found += _taken_below(series.siblings[step.place - 1], before + 1)
        before, waiting = value, []
    return found


def _with_next(steps: Sequence[Step]) -> list[tuple[Step, Step | None]]:
    return list(zip(steps, [*steps[1:], None], strict=True))


def _taken_below(item: Node, wanted: int) -> list[Stray]:
    """The last sub-item, where it reads as the number that is wanted after its parent ("26/6" for "26/16").

    Figures with a point between them ("7.13") number the parts of an item, and are no item's own.
    """
    last = item["items"][-1] if item["items"] else None
    if last is None or not last["number"] or "." in last["number"] or len(FIGURES.findall(last["number"])) < 2:
        return []
    return [Stray(last, wanted)] if any(value == wanted for _, value in forms(last["number"])) else []
