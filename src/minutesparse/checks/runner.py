"""One source through the rules that are asked for."""

from __future__ import annotations

from collections.abc import Sequence

from minutesparse.checks.finding import Finding, Fingerprints
from minutesparse.checks.page import Page
from minutesparse.checks.registry import RULES
from minutesparse.checks.rule import Found, Rule
from minutesparse.checks.rules.reading import UNREADABLE
from minutesparse.checks.settings import CheckSettings
from minutesparse.errors import SourceError
from minutesparse.lines import Line
from minutesparse.source import Source
from minutesparse.stages import collector_at_rest

# Where one of these speaks, the text is no minutes that could be judged: only it and the rules for any text are heard.
DISQUALIFYING = ("MP003", "MP005", "MP006")
ANY_TEXT = ("MP0", "MP8")

# A line without an end may have thousands of findings: what is quoted of it, in characters.
LONGEST_QUOTE = 1000


@collector_at_rest()  # until the page is gone, which makes no cycles either
def check_source(source: Source, path: str, settings: CheckSettings, layout: str | None = None) -> list[Finding]:
    """The findings in one source, by place. ``path`` is what they are reported under, with ``/``.

    `CheckSettings.of_file` gives the settings of one file. The result depends on nothing but the arguments: rules do
    not see each other, and their order changes nothing.
    """
    return check_page(Page(source, layout, settings.house_style), path, settings)


def check_page(page: Page, path: str, settings: CheckSettings) -> list[Finding]:
    """The findings on a page; see `check_source`."""
    judged = not any(found["code"] in DISQUALIFYING for found in page.document["diagnostics"])
    found = [
        (rule, one)
        for rule in RULES
        if settings.runs(rule) and (judged or rule.group in ANY_TEXT) and (page.whole or not rule.whole)
        for one in rule.check(page, settings.options_of(rule))
    ]
    return [one for one in located(page, path, found) if not any(known.covers(one) for known in settings.ignores)]


def unreadable(error: SourceError, path: str) -> Finding:
    """The finding that stands for a file which could not be read."""
    return Finding(
        path=path,
        code=UNREADABLE.code,
        severity=UNREADABLE.severity,
        message=error.reason,
        start=0,
        end=0,
        line=1,
        column=1,
        end_line=1,
        end_column=1,
        item=None,
        quote="",
        fingerprint=Fingerprints(path).following(UNREADABLE.code, ""),
    )


def located(page: Page, path: str, found: Sequence[tuple[Rule, Found]]) -> list[Finding]:
    """Findings with lines, columns and fingerprints, by place."""
    prints = Fingerprints(path)
    before: Line | None = None
    words = ""
    findings = []
    for rule, one in sorted(found, key=lambda pair: (pair[1].start, pair[1].end, pair[0].code, pair[1].message)):
        line = page.line_at(one.start)
        if line is not before:
            before, words = line, page.text[line.start : line.stop]
        findings.append(_located(page, path, rule, one, prints.following(rule.code, words)))
    return findings


def _located(page: Page, path: str, rule: Rule, one: Found, print_: str) -> Finding:
    source = page.source
    line = source.line_of(one.start)
    last = line if one.end <= one.start else source.line_of(one.end - 1)
    item = page.item_at(one.start)
    begin, end = source.starts[line - 1], page.lines[line - 1].stop
    if end - begin > LONGEST_QUOTE:
        begin = max(begin, one.start - LONGEST_QUOTE // 2)
        end = min(end, begin + LONGEST_QUOTE)
    return Finding(
        path=path,
        code=rule.code,
        severity=rule.severity,
        message=one.message,
        start=one.start,
        end=one.end,
        line=line,
        column=one.start - source.starts[line - 1] + 1,
        end_line=last,
        end_column=one.end - source.starts[last - 1] + 1,
        item=item["number"] if item else None,
        quote=page.text[begin:end],
        quoted_from=begin - source.starts[line - 1] + 1,
        fingerprint=print_,
        fix=one.fix,
        safe=one.fix is not None and rule.fix == "safe",
    )
