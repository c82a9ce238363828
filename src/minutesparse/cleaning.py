"""Repairs of damaged text before it is read: characters decoded twice, HTML of site dumps, marks of converters.

A repair never changes a word that is not damaged, and a repaired text needs none. Nothing of `extract` calls this: a
document's strings stand in the file as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from minutesparse.source import decode_windows_1252

# One repair can lay bare another (an entity of a tag); text that needs more rounds than this was made to need them.
MOST_ROUNDS = 16

# What windows-1252, or Latin-1, makes of the UTF-8 bytes of U+0080 to U+017F, U+2000 to U+2FFF and U+F000 to U+FFFF.
_TAIL = f"[{decode_windows_1252(bytes(range(0x80, 0xC0)))}\x80-\xbf]"
DOUBLE_ENCODED = re.compile(f"[\xc2-\xc5]{_TAIL}|[\xe2\xef]{_TAIL}{_TAIL}")

# Macrons of Māori, circumflexes of Welsh and others of Latin Extended-A that names in minutes hold.
OTHER_LETTERS = "ĀāĒēĪīŌōŪūŴŵŶŷŒœŠšŽžŸŁł"

# Spaces that do not break or have a width of their own; they all become the space.
SPECIAL_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Marks without width or that only say which way the text runs.
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
# Carriage returns, vertical tab (Word's break within a paragraph), NEL and the separators of Unicode.
OTHER_LINE_END = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")
# Latin ligatures that fonts put into the text of a PDF file.
LIGATURE = re.compile("[\ufb00-\ufb06]")
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

INNER_FORM_FEED = re.compile(r"(?<=\S)[ \t]*+\f")
TRAILING_SPACES = re.compile(r"(?<![ \t])[ \t]++$", re.MULTILINE)
# A backslash before punctuation, as converters to Markdown write it ("3\. Finance"); not in "\\server".
ESCAPE = re.compile(r"(?<!\\)\\([!-/:-@\[\]^-`{-~])")

# "&amp;#8217;" is an ampersand that was escaped once more.
ENTITY = re.compile(r"&(?:amp;(?=\#?\w{1,32};))*+(\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

SOFT_HYPHEN = "\u00ad"
# A soft hyphen at a line's end breaks a word; others do nothing.
IDLE_SOFT_HYPHEN = re.compile("\u00ad(?!\n)|(?<![^\\W\\d_])\u00ad")
# A word broken at a line's end, what clings to its second half, and the space after that where the line goes on.
BROKEN_WORD = re.compile(
    r"""
    (?<![^\W\d_]) (?P<first> [^\W\d_]++ ) (?P<mark> [-\u2010\u00ad] ) \n
    (?P<indent> [ \t]*+ ) (?P<second> [^\W\d_]++ ) (?P<rest> \S*+ ) (?P<gap> [ \t]++ (?=\S) )?+
    """,
    re.VERBOSE,
)
WORD = re.compile(r"[^\W\d_]++(?:[-\u2010][^\W\d_]++)*+")

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,9})(?=[\s/>])([^<>]*+)>")
HREF = re.compile(r"""\bhref\s{0,4}=\s{0,4}["']?(https?://[^\s"'<>()]++)""", re.IGNORECASE)
MANY_LINE_ENDS = re.compile(r"\n(?:[ \t]*+\n){2,}+")

# What an element sets before and after itself: a line's end, a blank line, a list's bullet.
BREAKS = {
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table"), ("\n\n", "\n\n")),
    **dict.fromkeys(("div", "section", "article", "header", "footer", "dl", "dt", "dd", "pre"), ("\n", "\n")),
    "br": ("\n", ""),
    "hr": ("\n", ""),
    "li": ("\n- ", ""),
}
EMPHASIS = {"strong": "**", "b": "**", "em": "_", "i": "_"}
CELLS = ("td", "th")
# Elements that say nothing of the text's order.
PLAIN = ("span", "font", "sup", "sub", "small", "u", "tbody", "thead", "tfoot", "col", "colgroup", "caption", "center")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A repaired text, and how many repairs of each kind it took."""

    text: str
    repairs: dict[str, int]


def clean(text: str) -> Cleaned:
    """Repair a text. Its lines end in CRLF where they all did, else in LF."""
    counts: Counter[str] = Counter()
    crlf = "\r" in text and text.count("\r") == text.count("\n") == text.count("\r\n")
    cleaned = text.replace("\r\n", "\n") if crlf else text
    for _ in range(MOST_ROUNDS):
        before = cleaned
        for name, repair in REPAIRS.items():
            cleaned, count = repair(cleaned)
            counts[name] += count
        if cleaned == before:
            break
    if crlf:
        cleaned = cleaned.replace("\n", "\r\n")
    return Cleaned(cleaned, {name: counts[name] for name in REPAIRS if counts[name]})


def _double_encoding(text: str) -> tuple[str, int]:
    count = 0

    def decoded(match: re.Match[str]) -> str:
        nonlocal count
        encoded = b"".join(one.encode("latin-1" if one <= "\xff" else "cp1252") for one in match[0])
        try:
            character = encoded.decode("utf-8")
        except UnicodeDecodeError:
            return match[0]
        if not _stands_in_minutes(character):
            return match[0]
        count += 1
        return character

    return DOUBLE_ENCODED.sub(decoded, text), count


def _stands_in_minutes(character: str) -> bool:
    """False for what is read from letters that just stand side by side: a capital and a closing quotation mark.

    True for Latin-1, punctuation, currency, signs, arrows and bullets (Wingdings' too), ligatures, byte order mark.
    """
    return (
        "\xa0" <= character <= "\xff"
        or character in OTHER_LETTERS
        or "\u2000" <= character <= "\u2122"
        or "\u2190" <= character <= "\u27ff"
        or "\uf000" <= character <= "\uf0ff"
        or "\ufb00" <= character <= "\ufb06"
        or character == "\ufeff"
    )


def _entities(text: str) -> tuple[str, int]:
    if "&" not in text:
        return text, 0
    import html
    from html.entities import html5

    count = 0

    def character(match: re.Match[str]) -> str:
        nonlocal count
        name = match[1]
        found = html.unescape(f"&{name};") if name.startswith("#") else html5.get(f"{name};", "")
        if not found and not match[0].startswith("&amp;"):
            return match[0]
        count += 1
        return found or f"&{name};"

    return ENTITY.sub(character, text), count


def _broken_words(text: str) -> tuple[str, int]:
    """Join where the joined word stands elsewhere in the text and the word with a hyphen does not."""
    if BROKEN_WORD.search(text) is None:
        return text.replace(SOFT_HYPHEN, ""), 0
    words = {word.casefold().replace("\u2010", "-") for word in WORD.findall(text)}
    count = 0

    def joined(match: re.Match[str]) -> str:
        nonlocal count
        first, mark, second = match.group("first", "mark", "second")
        known = (first + second).casefold() in words and f"{first}-{second}".casefold() not in words
        if not second[0].islower() or not (known or mark == SOFT_HYPHEN):
            return match[0]
        count += 1
        return f"{first}{second}{match['rest']}" + (f"\n{match['indent']}" if match["gap"] else "")

    return BROKEN_WORD.sub(joined, text).replace(SOFT_HYPHEN, ""), count


@dataclass(slots=True)
class _Flow:
    """Text as it is put together out of an HTML dump: of the page, or of one cell of a table.

    ``marks`` are the open emphases and links: closing mark, and where in ``parts`` the opening one stands.
    """

    parts: list[str] = field(default_factory=list)
    marks: list[tuple[str, int]] = field(default_factory=list)

    def text(self) -> str:
        """All of it; what was opened and not closed has no mark."""
        for _, index in self.marks:
            self.parts[index] = ""
        return "".join(self.parts)

    def open(self, opening: str, closing: str) -> None:
        """Begin an emphasis or a link."""
        self.marks.append((closing, len(self.parts)))
        self.parts.append(opening)

    def add(self, text: str) -> None:
        """Append words. White space at the beginning of an emphasis goes before it."""
        body = text.lstrip()
        if self.marks and self.marks[-1][1] == len(self.parts) - 1 and body != text:
            self.parts[-1:] = [text[: len(text) - len(body)], self.parts[-1]]
            self.marks[-1] = (self.marks[-1][0], len(self.parts) - 1)
            text = body
        if text:
            self.parts.append(text)

    def close(self, marks: tuple[str, ...]) -> None:
        """End the emphasis or link opened last, if its mark is among these. An empty one leaves no marks."""
        if not self.marks or not self.marks[-1][0].startswith(marks):
            return
        closing, index = self.marks.pop()
        if not any(map(str.strip, self.parts[index + 1 :])):
            self.parts[index:] = ["".join(self.parts[index + 1 :])]
            return
        last = self.parts[-1]
        body = last.rstrip()
        self.parts[-1:] = [body, closing, last[len(body) :]]


class _Reflow:
    """Turns an HTML dump into lines, tag by tag."""

    def __init__(self) -> None:
        self.page = _Flow()
        self.row: list[_Flow] | None = None
        self.in_cell = False

    @property
    def flow(self) -> _Flow:
        return self.row[-1] if self.row and self.in_cell else self.page

    def add(self, text: str) -> None:
        """Words between two tags. In a table their line ends are the dump's own; between its cells there are none."""
        if self.row is None:
            self.page.add(text)
        elif self.in_cell:
            self.flow.add(text.replace("\n", " "))
        elif text.strip():
            self.page.add(text)

    def tag(self, closing: bool, name: str, attributes: str) -> None:
        """One tag of a known element."""
        if name == "tr" or (name == "table" and self.row is not None):
            self._end_row()
            self.row = [] if name == "tr" and not closing else None
        elif name in CELLS and self.row is not None:
            self.in_cell = not closing
            if not closing:
                self.row.append(_Flow())
        elif name in EMPHASIS:
            mark = EMPHASIS[name]
            if closing:
                self.flow.close((mark,))
            else:
                self.flow.open(mark, mark)
        elif name == "a":
            self._link(closing, attributes)
        if name in BREAKS:
            self.flow.add(BREAKS[name][closing])

    def text(self) -> str:
        """The lines of what was read."""
        self._end_row()
        return MANY_LINE_ENDS.sub("\n\n", self.page.text())

    def _link(self, closing: bool, attributes: str) -> None:
        target = HREF.search(attributes)
        if closing:
            self.flow.close(("](",))
        elif target is not None:
            self.flow.open("[", f"]({target[1]})")

    def _end_row(self) -> None:
        """Write a row's cells: beside each other, or below where one holds lines (a page laid out as a table)."""
        if self.row is not None:
            cells = [cell.text().strip() for cell in self.row]
            filled = [cell for cell in cells if cell]
            if any("\n" in cell for cell in filled):
                self.page.parts.append("\n\n" + "\n\n".join(filled) + "\n\n")
            elif len(filled) == 1:
                self.page.parts.append(f"\n{filled[0]}\n")
            elif filled:
                self.page.parts.append(f"\n{' | '.join(cells).strip()}\n")
        self.row = None
        self.in_cell = False


KNOWN = {*BREAKS, *EMPHASIS, *CELLS, *PLAIN, "tr", "a"}


def _tags(text: str) -> tuple[str, int]:
    """Known tags become line ends, rows, emphasis and links in Markdown; what else stands in ``<…>`` stays."""
    if "<" not in text:
        return text, 0
    reflow = _Reflow()
    count = at = 0
    for match in TAG.finditer(text):
        closing, name, attributes = match.groups()
        if name.lower() in KNOWN:
            reflow.add(text[at : match.start()])
            reflow.tag(bool(closing), name.lower(), attributes)
            at = match.end()
            count += 1
    if not count:
        return text, 0
    reflow.add(text[at:])
    return reflow.text(), count


REPAIRS: dict[str, Callable[[str], tuple[str, int]]] = {
    "double-encoded characters": _double_encoding,
    "line ends": lambda text: OTHER_LINE_END.subn("\n", text),
    "HTML entities": _entities,
    "special spaces": lambda text: SPECIAL_SPACE.subn(" ", text),
    "HTML tags": _tags,
    "ligatures": lambda text: LIGATURE.subn(lambda match: LIGATURES[match[0]], text),
    "soft hyphens": lambda text: IDLE_SOFT_HYPHEN.subn("", text),
    "zero-width characters": lambda text: INVISIBLE.subn("", text),
    "form feeds": lambda text: INNER_FORM_FEED.subn("\n\f", text),
    "Markdown escapes": lambda text: ESCAPE.subn(r"\1", text),
    "broken words": _broken_words,
    "trailing spaces": lambda text: TRAILING_SPACES.subn("", text),
}
"""What is repaired, in this order: a text to the repaired text and the number of repairs."""
