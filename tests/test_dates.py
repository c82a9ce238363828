"""Dates and times of day as minutes print them."""

from __future__ import annotations

import pytest

from minutesparse.facts.dates import find_date, find_dates, find_times, first_after, is_month_first


def dates(text: str, month_first: bool = False, year: int | None = None) -> list[str]:
    return [found.value for found in find_dates(text, 0, len(text), month_first, year)]


def times(text: str, after: str | None = None) -> list[str]:
    return [found.value for found in find_times(text, 0, len(text), after)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tuesday 16 October 2018", "2018-10-16"),
        ("16th October, 2018", "2018-10-16"),
        ("October 16, 2018", "2018-10-16"),
        ("Oct. 16th 2018", "2018-10-16"),
        ("MONDAY MARCH 14th 2016", "2016-03-14"),
        ("the 14th day of March 2020", "2020-03-14"),
        ("Wednesday 17th\n of June 2026", "2026-06-17"),
        ("3^rd May 2013", "2013-05-03"),
        ("3<sup>rd</sup> May 2013", "2013-05-03"),
        ("November 16,2020", "2020-11-16"),
        ("December 11 , 2012", "2012-12-11"),
        ("16/10/2018", "2018-10-16"),
        ("16.10.18", "2018-10-16"),
        ("2018-10-16", "2018-10-16"),
        ("2018-10-16T18:00:00", "2018-10-16"),
        ("11-22-2023", "2023-11-22"),
        ("16-Oct-2018", "2018-10-16"),
        ("11eg Hydref 2017", "2017-10-11"),
        ("22 Aibreán, 2025", "2025-04-22"),
        ("29 February 2020", "2020-02-29"),
        ("14 May '07", "2007-05-14"),
    ],
)
def test_a_printed_date_is_found(text: str, value: str) -> None:
    assert dates(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Item 5 May",
        "item 5 May 2018",
        "31 February 2018",
        "29 February 2019",
        "31/02/2018",
        "32/10/2018",
        "1.2.13 The officer said",
        "Minute 16/10/18/4",
        "sort code 20-05-69",
        "£12 May 2018",
        "16 October",
        "Octobering 16, 2018",
        "7/2018",
        "",
    ],
)
def test_what_is_no_date_is_not_found(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("on 16 October at 7pm", ["2020-10-16"]),
        ("Next meeting May 16, 6:30 pm", ["2020-05-16"]),
        ("item 5 May", []),
        ("rule 5 may be waived", []),
        ("on May 20 people came", []),
        ("29 February", ["2020-02-29"]),
        ("4 May 2019", ["2019-05-04"]),
    ],
)
def test_a_date_without_year_takes_the_callers(text: str, values: list[str]) -> None:
    assert dates(text, year=2020) == values


def test_month_first_reads_figures_only() -> None:
    assert dates("04/05/2020", month_first=True) == ["2020-04-05"]
    assert dates("04/05/2020") == ["2020-05-04"]
    assert dates("4 May 2020", month_first=True) == ["2020-05-04"]
    assert is_month_first("June 4, 2020", 0, 12)
    assert not is_month_first("4 June 2020", 0, 11)


def test_offsets_enclose_the_words_and_the_range_is_kept() -> None:
    text = "held on Monday 4 May 2020 at the hall, not on 5 May 2020"
    found = find_date(text, 0, len(text))
    assert found is not None and text[found.start : found.end] == "Monday 4 May 2020"
    assert find_date(text, 0, 20) is None
    assert [date.value for date in find_dates(text, 26, len(text))] == ["2020-05-05"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10:00am", "10:00"),
        ("7.30 p.m.", "19:30"),
        ("7pm", "19:00"),
        ("7:00 a. m.", "07:00"),
        ("at 7.30.P.M.", "19:30"),
        ("19.30hrs", "19:30"),
        ("1930 hours", "19:30"),
        ("19:30", "19:30"),
        ("09:30", "09:30"),
        ("commenced at 10.00", "10:00"),
        ("@11.00am.", "11:00"),
        ("12 noon", "12:00"),
        ("12.00 noon", "12:00"),
        ("at noon", "12:00"),
        ("Midday", "12:00"),
        ("midnight", "00:00"),
        ("12.15am", "00:15"),
        ("12.15pm", "12:15"),
        ("ag 3.00 i.n.", "15:00"),
    ],
)
def test_a_printed_time_is_found(text: str, value: str) -> None:
    assert times(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "£7.30",
        "7.30 The chair said",
        "section 10.15",
        "at 2.45%",
        "at 10.50 per metre",
        "3 hours",
        "this afternoon",
        "12:03:03",
        "in 2018",
        "at 7 High Street",
        "25:00",
        "at 7.30",
    ],
)
def test_what_is_no_time_or_half_a_time_is_not_found(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("6:30-8:30 P.M.", ["18:30", "20:30"]),
        ("7-8.30pm", ["19:00", "20:30"]),
        ("10.30 to 12.30pm", ["10:30", "12:30"]),
        ("at 15:56 and resumed at 16:04.", ["15:56", "16:04"]),
    ],
)
def test_a_range_prints_its_half_of_the_day_once(text: str, values: list[str]) -> None:
    assert times(text) == values


@pytest.mark.parametrize(
    ("text", "after", "value"),
    [
        ("closed at 9.20", "19:30", "21:20"),
        ("closed at 9", "19:30", "21:00"),
        ("closed at 10:05", "19:00", "22:05"),
        ("closed at 12.10", "19:00", "00:10"),
        ("resumed at 2.15", "10:00", "14:15"),
    ],
)
def test_a_bare_time_follows_the_one_given(text: str, after: str, value: str) -> None:
    assert times(text, after) == [value]


def test_first_after_goes_over_midnight() -> None:
    assert first_after(30, 23 * 60) == 30
    assert first_after(9 * 60, 19 * 60) == 21 * 60
