"""The parts that the house style asks for, and the items that they are."""

from __future__ import annotations

import re

from minutesparse.checks.page import Page
from minutesparse.reader import Node

WORDS = re.compile(r"[^\W_]++")


def found_parts(page: Page) -> list[tuple[str, Node | None]]:
    """Each part of the house style with the first item whose title holds its words in a row, or None."""
    titles = [(f" {_words(item['title'])} ", item) for item in page.items if item["title"]]
    return [
        (part, next((item for title, item in titles if f" {_words(part)} " in title), None))
        for part in page.house.parts
        if _words(part)
    ]


def _words(text: str) -> str:
    return " ".join(WORDS.findall(text.casefold()))
