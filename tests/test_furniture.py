"""What belongs to the page: numbers, rules, running heads; and what only looks like it."""

from __future__ import annotations

import pytest

from minutesparse.furniture import PAGE_NUMBER, mark_furniture
from minutesparse.lines import classify
from minutesparse.source import from_text


def furniture_in(text: str) -> list[str]:
    """The words of each line that is furniture."""
    lines = classify(from_text(text))
    mark_furniture(text, lines)
    return [text[line.start : line.stop] for line in lines if line.role == "furniture"]


@pytest.mark.parametrize(
    ("words", "is_number"),
    [
        ("Page 3", True),
        ("page 3 of 12", True),
        ("Page 3/12", True),
        ("3 of 12", True),
        ("p. 7", True),
        ("Pg. 4", True),
        ("[Page 3]", True),
        ("- Page 3 -", True),
        ("<!-- page 3 -->", True),
        ("Tudalen 4", True),
        ("3", False),
        ("Page", False),
        ("Page three", False),
        ("3 of the members", False),
        ("Page 3 was torn", False),
    ],
)
def test_page_number(words: str, is_number: bool) -> None:
    assert (PAGE_NUMBER.match(words) is not None) is is_number


def pages(count: int, head: str, foot: str) -> str:
    """A text of ``count`` pages of different words."""
    return "\f".join(
        f"{head}\n\nThe {tree} was felled.\nThe {tree} wood was burnt.\nA new {tree} was set.\nMore on the {tree}.\n\n{foot.format(page)}\n"
        for page, tree in zip(range(1, count + 1), ("ash", "birch", "cedar", "elm", "fir"), strict=False)
    )


def test_running_heads_and_feet() -> None:
    text = pages(4, "Weirdale Council – Minutes", "Page {} of 4")
    found = furniture_in(text)
    assert found.count("Weirdale Council – Minutes") == 3, "the first is the title"
    assert [line for line in found if line.startswith("Page")] == [f"Page {page} of 4" for page in range(1, 5)]
    assert len(found) == 7


def test_page_numbers_alone_after_form_feeds() -> None:
    assert [line for line in furniture_in(pages(4, "Weirdale Council", "{}")) if line.isdecimal()] == [
        "1",
        "2",
        "3",
        "4",
    ]


@pytest.mark.parametrize("words", ["_____", "* * *", "------------", "....", "~"])
def test_rules(words: str) -> None:
    text = f"The road was mended.\n\n{words}\n\nThe ditch was dug.\n"
    found = furniture_in(text)
    assert found in ([words], []), "a line with a bullet's sign may be a point"
    assert not {"The road was mended.", "The ditch was dug."} & set(found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Roads\n\nRoads\n\nRoads\n",
        "Weirdale\n\n1\nRoads\n2\nPaths\n",
        pages(4, "RESOLVED", "Carried"),
        "The road was mended.\nPage after page was read.\n",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert not [line for line in furniture_in(text) if line not in ("", "_")]


def test_a_line_that_stands_elsewhere_too_is_no_running_head() -> None:
    text = pages(4, "Weirdale Council", "Page {}") + "\n\n".join(
        [
            "The mill was sold.",
            "The weir was let.",
            "The bank was cut.",
            "Weirdale Council",
            "The pond was cleared.",
            "The ford was closed.",
            "The hill was climbed.",
            "The barn was burnt.",
        ]
    )
    assert "Weirdale Council" not in furniture_in(text)


def test_folios_that_count_on_are_page_numbers() -> None:
    page = "".join(f"The ferry ran on day {day}.\n" for day in range(9))
    text = f"{page}\n      2478\n\n{page}\n      2479\n{page}"
    assert furniture_in(text) == ["2478", "2479"]
    figures = f"{page}\n      2478\n\n{page}\n      2493\n{page}"
    assert furniture_in(figures) == []


def test_feet_that_count_the_pages_at_one_end() -> None:
    page = "".join(f"The ferry ran on day {day}.\n" for day in range(9))
    text = f"{page}\n   1          14 May 2022\n\n{page}\n   2          14 May 2022\n"
    assert furniture_in(text) == ["1          14 May 2022", "2          14 May 2022"]
    text = f"{page}\nFerry board     Page 2\n\n{page}\nFerry board           Page 3 of 9\n"
    assert furniture_in(text) == ["Ferry board     Page 2", "Ferry board           Page 3 of 9"]
    contents = "Ferry fares     1\nMill race     2\nFerry fares     3\n"
    assert furniture_in(contents) == []
