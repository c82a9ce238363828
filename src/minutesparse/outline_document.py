"""The outline of stand-alone minutes: series of numbers and headings, weighed over the whole document."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import attrgetter

from minutesparse.evidence import Weighing
from minutesparse.habits import find_title_date
from minutesparse.headings import WEIGHTS
from minutesparse.lines import Line
from minutesparse.numbering import DIGITS, Series, fit
from minutesparse.outline import Entry, Outline, close_entries, nest
from minutesparse.titles import read_entry, split_title
from minutesparse.weigher import HEAD_LINES, Weigher, attendance_end

AGENDA_NUMBER = re.compile(r"\((?:agenda[ ])?item[ ](?:no\.?[ ])?\d{1,3}[a-z]?\)\Z", re.IGNORECASE)
AGENDA_ITEM = re.compile(r"\((?:agenda[ ])?item[ ]", re.IGNORECASE)
LONGEST_AGENDA_NUMBER = 24
NUMBERED_FLOOR = 1.0  # mean weight that makes a series of numbers one of headings
SUBHEADING_FLOOR = 1.5
DOTTED_FLOOR = 2.0
LONE_FLOOR = 4.0  # weight of the only numbered heading of a document
UNNUMBERED_FLOOR = 3.5  # weight of a heading in a document without numbers
UNNUMBERED_BESIDE = 4.5  # and beside numbered ones
WHOLE = "#.0"  # the shape of numbers that leave a place for those below them
CLOSING = ".):"
FEWEST_REPEATED = 3  # titles alike from which they are labels within the items
PREVAIL = 1.5
_INDEX = attrgetter("index")
LONGEST_ACRONYM = 8  # letters


def outline_document(
    text: str,
    lines: Sequence[Line],
    evidence: dict[int, Weighing] | None = None,
    forced: Mapping[int, bool] | None = None,
    series: Sequence[Series] | None = None,
) -> Outline:
    """The outline of stand-alone minutes.

    ``evidence``, where given, takes what was weighed, by line index; ``forced`` says of lines, by index, that they open
    an item or that they do not, whatever they weigh; ``series`` are those of the lines, where they are fitted already.
    """
    _mark_agenda_numbers(text, lines)
    weigher = Weigher(text, lines)
    series = fit(text, lines) if series is None else series
    main = _main_series(weigher, series)
    prevail = bool(main) and _unnumbered_prevail(weigher, main)
    if prevail and not _stands_over(main, series):
        main = []
    levels: dict[int, tuple[int, Line]] = {}
    for chosen in [*main, *_out_of_order(weigher, series, main), *_misnumbered(weigher, series, main)]:
        for line in chosen.lines:
            levels[line.index] = (1, line)
    floor = UNNUMBERED_BESIDE if main and not prevail else UNNUMBERED_FLOOR
    _add_unnumbered(weigher, levels, bool(main), floor)
    if levels:
        for line in _subheadings(weigher, series, main):
            levels.setdefault(line.index, (2, line))
        _add_dotted(weigher, levels)
        _sink_between(series, levels)
    for index, opens in (forced or {}).items():
        levels.pop(index, None)
        if opens:
            levels[index] = (1, lines[index])
    if evidence is not None:
        _keep_evidence(evidence, weigher, levels, main, floor)
    entries: list[Entry] = []
    for _, (level, line) in sorted(levels.items()):
        if not line.role:  # else it is the title of a number above it
            entries.append(read_entry(weigher, line, level))
    tail = _tail(lines, entries[-1].first if entries else 0)
    for line in lines[:tail]:
        if line.role == "signature":  # an item begins below it, so it closes nothing
            line.role = ""
    close_entries(entries, lines, tail)
    head = entries[0].first if entries else tail
    return Outline(nest(entries), head, tail, _gaps(main), weigher.width)


def _keep_evidence(
    evidence: dict[int, Weighing],
    weigher: Weigher,
    levels: dict[int, tuple[int, Line]],
    main: Sequence[Series],
    floor: float,
) -> None:
    """What was weighed: each line with a number, and each without that may be a heading."""
    counted = {line.index: one for one in main for line in one.lines}
    unnumbered = {line.index for line, _ in weigher.unnumbered} | weigher.plain_lines()
    for line in weigher.lines:
        numbered = bool(line.marker) and line.marker != "bullet"
        if line.blank or not (numbered or line.index in unnumbered):
            continue
        if line.index in counted:
            rule, least = f"series {counted[line.index].key}", NUMBERED_FLOOR
        elif numbered:
            rule, least = "numbered subheading", SUBHEADING_FLOOR
        else:
            rule, least = "unnumbered heading", floor
        shown = tuple((name, WEIGHTS[name]) for name in weigher.signs(line))
        evidence[line.index] = Weighing(rule, shown, least, line.index in levels)


def _mark_agenda_numbers(text: str, lines: Sequence[Line]) -> None:
    """Lines such as "(Item 4)" below a heading tell where the agenda had it: words of the layout."""
    if AGENDA_ITEM.search(text) is None:
        return
    for line in lines:
        short = line.stop - line.start <= LONGEST_AGENDA_NUMBER and text.startswith("(", line.start)
        if short and not line.role and AGENDA_NUMBER.match(text, line.start, line.stop):
            line.role = "label"


def _tail(lines: Sequence[Line], after: int) -> int:
    """The first line of the signature below the last heading; what stands under it belongs to no item."""
    return next((line.index for line in lines[after:] if line.role == "signature"), len(lines))


def _main_series(weigher: Weigher, series: Sequence[Series]) -> list[Series]:
    """The series that number the items: the best one, and those of its shape that go on elsewhere."""
    worth: list[tuple[float, Series]] = []
    alone: list[Series] = []
    for one in series:
        mean = _mean(weigher, one)
        floor = NUMBERED_FLOOR if len(one.lines) > 2 else SUBHEADING_FLOOR
        if len(one.lines) == 1 and mean >= LONE_FLOOR:
            alone.append(one)
        if mean < floor or (len(one.lines) == 1 and not _speaks_for_itself(one)):
            continue
        content = _content_share(weigher, one)
        worth.append((mean * len(one.lines) * (0.2 + content), one))
    if not worth:
        return alone[:1]
    best = max(worth, key=lambda pair: pair[0])[1]
    around = [one for _, one in worth if len(one.lines) > 2 and _encloses(one, best)]
    if around:  # "2. Matters arising", a) … r), "3. Planning": the longer list is inside an item
        best = max(around, key=lambda one: len(one.lines))
    if best.values[0] == 0:  # "2.0", "2.1", "2.2" stand below the series of "1.0", "2.0", "3.0"
        best = next((one for _, one in worth if one.key == WHOLE and best.lines[0] in one.lines), best)
    chosen = [best]
    first, last = best.lines[0].index, best.lines[-1].index
    for _, one in worth:
        outside = one.lines[0].index > last or one.lines[-1].index < first
        if one is not best and _shape(one.key) == _shape(best.key) and outside and _content_share(weigher, one) >= 0.5:
            chosen.append(one)
    return sorted(chosen, key=lambda one: one.lines[0].index)


def _encloses(outer: Series, inner: Series) -> bool:
    """True where ``inner`` stands between two lines of ``outer``."""
    first, last = inner.lines[0].index, inner.lines[-1].index
    before = bisect_left(outer.lines, first, key=lambda line: line.index)
    return 0 < before < len(outer.lines) and outer.lines[before].index > last


def _out_of_order(weigher: Weigher, series: Sequence[Series], main: Sequence[Series]) -> list[Series]:
    """Items that were taken before or after their turn: short series that count what a main one misses, and no more."""
    starts = [one.lines[0].index for one in main]
    missing = [set(range(one.values[0], one.values[-1])).difference(one.values) for one in main]
    found = []
    for other in series if any(missing) else ():
        position = bisect_right(starts, other.lines[0].index) - 1
        if (
            position >= 0
            and other.key.rstrip(CLOSING) == main[position].key.rstrip(CLOSING)
            and missing[position].issuperset(other.values)
            and all(weigher.weight(line) >= SUBHEADING_FLOOR for line in other.lines)
        ):
            found.append(other)
            missing[position].difference_update(other.values)
    return found


def _misnumbered(weigher: Weigher, series: Sequence[Series], main: Sequence[Series]) -> list[Series]:
    """Items that repeat a number ("11", "10", "12"): alone, at the column of the others, with known titles."""
    starts = [one.lines[0].index for one in main]
    found = []
    for other in series if starts else ():
        line = other.lines[0]
        one = main[bisect_right(starts, line.index) - 1]
        at = bisect_left(one.lines, line.index, key=_INDEX) - 1
        if (
            len(other.lines) == 1
            and 0 <= at < len(one.lines) - 1
            and 0 <= one.values[at] - other.values[0] <= 1
            and other.key == one.key
            and abs(line.indent - one.lines[at].indent) <= 1
            and "vocabulary" in weigher.signs(line)
            and weigher.weight(line) >= SUBHEADING_FLOOR
        ):
            found.append(other)
    return found


def _shape(key: str) -> str:
    """What the keys of one numbering have in common: digits and closing punctuation aside."""
    return DIGITS.sub("0", key).rstrip(CLOSING)


def _unnumbered_prevail(weigher: Weigher, main: Sequence[Series]) -> bool:
    """True where headings without numbers weigh more than the best series of numbers."""
    numbered = sum(weigher.weight(line) for one in main for line in one.lines)
    attended = attendance_end(weigher, min(one.lines[0].index for one in main))
    weights = (weigher.weight(line) for line, _ in weigher.unnumbered if line.index >= attended)
    return sum(one for one in weights if one >= UNNUMBERED_FLOOR) > PREVAIL * numbered


def _stands_over(main: Sequence[Series], series: Sequence[Series]) -> bool:
    """True for one series that counts through the document and never begins again: headings between are below it."""
    restarts = sum(one.key == main[0].key and len(one.lines) > 1 for one in series)
    return restarts == 1 and len(main[0].lines) > 2


def _speaks_for_itself(one: Series) -> bool:
    """A single number with a word or a prefix ("Item 7", "CS.01") needs no neighbours; nor does a first item "1."."""
    if one.key == "#." and one.values == [1]:
        return True
    return one.key.startswith("item ") or (len(one.key) > 2 and one.key[:1].isupper() and "#" in one.key)


def _mean(weigher: Weigher, one: Series) -> float:
    total = 0.0
    for line in one.lines:
        total += weigher.weight(line)
    return total / len(one.lines)


def _content_share(weigher: Weigher, one: Series) -> float:
    """How many entries of a series have text, below them or on their line; an agenda's list has none."""
    return _share_below(weigher, one, run_in=True)


def _share_below(weigher: Weigher, one: Series, *, run_in: bool) -> float:
    if len(one.lines) == 1:
        return 1.0
    filled = 0
    for line, after in zip(one.lines, one.lines[1:], strict=False):
        below = weigher.following[line.index]
        filled += (below is not None and below is not after) or (run_in and "run in" in weigher.signs(line))
    return filled / (len(one.lines) - 1)


def _subheadings(weigher: Weigher, series: Sequence[Series], main: Sequence[Series]) -> list[Line]:
    """Numbered headings within the items: dotted numbers of the item's own, and lists that head text of their own."""
    taken = {line.index for one in main for line in one.lines}
    start = main[0].lines[0].index if main else 0
    counted = {line.index for one in series if len(one.lines) > 1 for line in one.lines}
    shares: dict[str, list[float]] = {}
    inner: list[Series] = []
    for one in series:
        if one.lines[0].index < start or any(line.index in taken for line in one.lines):
            one = _without(one, taken, start)
        if not one.lines or (main and one.key == main[0].key):
            continue
        if len(one.lines) == 1 and (
            one.lines[0].index in counted  # an i after h is no numeral
            or (one.lines[0].marker == "dotted" and one.values != [0])  # `_add_dotted` knows its siblings
        ):
            continue
        if _mean(weigher, one) >= SUBHEADING_FLOOR and all(weigher.weight(line) > 0 for line in one.lines):
            inner.append(one)
            shares.setdefault(one.key, []).append(_share_below(weigher, one, run_in=False))
    marked_up = bool(main) and all(line.hashes for one in main for line in one.lines)
    found = []
    for one in inner:
        if marked_up and not all(line.hashes or line.bold for line in one.lines):
            continue  # where items are Markdown headings, plain numbers are points
        if all(line.hashes for line in one.lines):
            found += one.lines
            continue
        share = shares[one.key]
        strong = len(one.lines) > 1 or _mean(weigher, one) >= 2 * SUBHEADING_FLOOR
        if sum(share) / len(share) >= 0.5 and _share_below(weigher, one, run_in=False) > 0 and strong:
            found += one.lines
    return found


def _without(one: Series, taken: set[int], start: int) -> Series:
    rest = Series(one.key)
    for line, value in zip(one.lines, one.values, strict=True):
        if line.index >= start and line.index not in taken:
            rest.add(line, value)
    return rest


def _add_dotted(weigher: Weigher, levels: dict[int, tuple[int, Line]]) -> None:
    """Dotted numbers stand below the heading that they go on from: 3.1 below 3 or 3.0."""
    text = weigher.text
    above: dict[str, int] = {}
    numbered = [
        (line, *text[slice(*line.label)].rpartition("."))
        for line in weigher.lines
        if line.label is not None and line.marker in ("dotted", "closed", "bare")
    ]
    weights: dict[str, list[float]] = {}  # of those below one number
    for line, parent, _, last in numbered:
        if parent and last != "0":
            weights.setdefault(parent, []).append(max(weigher.weight(line), DOTTED_FLOOR * (line.index in levels)))
    floors = {parent: _dotted_floor(below) for parent, below in weights.items()}
    for line, parent, dot, last in numbered:
        label = parent + dot + last
        held = levels.get(line.index)
        level = above.get(parent, above.get(f"{parent}.0")) if parent and last != "0" else None
        if level is not None and (held is not None or weigher.weight(line) >= floors[parent]):
            levels[line.index] = held = (level + 1, line)
        if held is not None:
            above[label] = held[0]


def _sink_between(series: Sequence[Series], levels: dict[int, tuple[int, Line]]) -> None:
    """Headings without a number that stand between two numbers of a list below them all are below the first of the two.

    Told by lists that begin again: "REPORTS", 1, 2, "Highways", 3, then "BUSINESS", 1.
    """
    begun = Counter(one.key for one in series if one.values[0] == 1 and levels.get(one.lines[0].index, (0,))[0] == 2)
    edges: Counter[int] = Counter()  # where a line enters the lists and where it leaves them
    for one in series:
        if one.values[0] == 1 and begun[one.key] > 1:
            held = [line.index for line in one.lines if line.index in levels]
            if len(held) > 1:
                edges[held[0]] += 1
                edges[held[-1]] -= 1
    within = 0
    for index in sorted(levels):
        level, line = levels[index]
        if within > 0 and not line.marker and level < 3:
            levels[index] = (3, line)
        within += edges[index]


def _dotted_floor(weights: Sequence[float]) -> float:
    """The weight from which a dotted number heads text, by those of its siblings: they are of one kind, or most are."""
    titled = sum(weight >= DOTTED_FLOOR for weight in weights)
    if titled * 2 < len(weights) or sum(weight < 0 for weight in weights) * 2 >= len(weights):
        return math.inf
    return 0.0 if titled * 4 >= len(weights) * 3 and titled > 2 else DOTTED_FLOOR


def _add_unnumbered(weigher: Weigher, levels: dict[int, tuple[int, Line]], numbered: bool, floor: float) -> None:
    """Headings without a number. Beside numbered ones they must be strong, and stand after the first of them."""
    start = min(levels, default=0)
    attended = attendance_end(weigher, start if numbered else len(weigher.lines))
    hashes = [line.hashes for line in weigher.lines if line.hashes and not line.marker]
    titled = hashes.count(1) == 1 and len(hashes) > 2  # the one first heading of a Markdown page is its title
    least_hashes = min((count for count in hashes if count > 1 or not titled), default=1)
    labels = Counter(_title_key(weigher, line) for line, _ in weigher.unnumbered if not line.hashes)
    dated = find_title_date(weigher.text, weigher.lines)
    if (numbered and start < dated) or any(
        line.index < dated and "vocabulary" in weigher.signs(line) for line, _ in weigher.unnumbered
    ):
        dated = 0  # the business had begun
    for line, live in weigher.unnumbered:
        if line.index in levels or (numbered and line.index < start and live <= HEAD_LINES):
            continue
        if (titled and line.hashes == 1) or line.index < dated:
            continue
        if line.index < attended and "vocabulary" not in weigher.signs(line):
            continue
        if weigher.weight(line) >= floor:
            if not line.hashes and labels[_title_key(weigher, line)] >= FEWEST_REPEATED:
                continue
            level = 2 if numbered and line.index > start else 1
            if weigher.numbers_behind and line.index not in weigher.numbers_behind:
                level += 1  # below the last title with a number behind it
            elif line.index in weigher.dashed and not _stands_over_dashed(weigher, line):
                level += 1  # below the heading that stands over all of them
            levels[line.index] = (level + max(0, line.hashes - least_hashes), line)


def _stands_over_dashed(weigher: Weigher, line: Line) -> bool:
    """True for a title in capitals and a dash: no "ACRO – the clerk reported", which is one topic of many."""
    start, stop, _ = split_title(weigher.text, line.start, line.stop)
    word = stop - start <= LONGEST_ACRONYM and " " not in weigher.text[start:stop]
    acronym = word and "vocabulary" not in weigher.signs(line)
    return "capitals" in weigher.signs(line) and not acronym


def _title_key(weigher: Weigher, line: Line) -> str:
    """What is alike in lines that a record repeats as labels: "Next meeting: at noon" and "Next meeting: on Monday"."""
    start, stop, _ = split_title(weigher.text, line.start, line.stop)
    return weigher.text[start:stop].casefold()


def _gaps(main: Sequence[Series]) -> list[int]:
    """Lines whose number does not follow the one before."""
    return [
        line.index
        for one in main
        for line, before, value in zip(one.lines[1:], one.values, one.values[1:], strict=False)
        if value != before + 1
    ]
