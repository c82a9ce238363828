"""Numbers of items that are not of the form that the house style declares."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic

from minutesparse.checks.page import Page
from minutesparse.checks.rule import Found, Options, Rule
from minutesparse.checks.rules.once import such
from minutesparse.errors import OptionError

SECONDS = 0.5  # for all numbers of a file; a pattern that needs more does not end


def _check(page: Page, options: Options) -> Iterator[Found]:
    form = page.house.series
    if form is None:
        return
    numbered = [item for item in page.document["items"] if item["number"]]
    wrong = [item for item, fits in zip(numbered, _fitting(form, numbered), strict=True) if not fits]
    if wrong:
        more = such(len(wrong), "numbers")
        message = f"the number {wrong[0]['number']} is not of the form {form}{more}"
        yield Found(*page.heading(wrong[0]), message)


def _fitting(form: str, numbered: list[dict[str, str]]) -> list[bool]:
    """Whether each number is of the form, whole. Raises ``OptionError`` where the pattern is none, or does not end."""
    import regex  # only where a form is declared: loading it takes longer than checking a page

    try:
        pattern = regex.compile(form)
        latest = monotonic() + SECONDS
        fits = []
        for item in numbered:
            if (left := latest - monotonic()) <= 0:
                raise TimeoutError
            fits.append(pattern.fullmatch(item["number"], timeout=left) is not None)
        return fits
    except regex.error as problem:
        raise OptionError(f"house-style.series: not a pattern: {problem}") from problem
    except TimeoutError as problem:
        raise OptionError(f"house-style.series: the pattern {form!r} takes too long") from problem


RULE = Rule(
    code="MP309",
    name="number-form",
    summary="An item's number is not of the form that the house style declares",
    why="Numbers of one form are sorted, linked and cited by machines. Set `series` in the house style to a pattern "
    "that each number matches whole; without it the rule is silent.",
    check=_check,
    bad="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

FP.01 Apologies
There were none.

FP.2 Minutes
The minutes of 6 May were approved.

FP.03 Grants
The village hall was given £200.
""",
    good="""\
Oxbow Parish Council
Minutes of the meeting held on Monday 3 June 2024

FP.01 Apologies
There were none.

FP.02 Minutes
The minutes of 6 May were approved.

FP.03 Grants
The village hall was given £200.
""",
    at=(7,),
    settings={"house-style": {"series": r"FP\.\d\d"}},
)
