"""Papers that an item names: lists of supporting documents, and the icon words that follow a linked title.

Committee systems print a link's icon as words: "Budget pdf icon PDF 151 KB", "Budget PDF 222 KB". Others write
"(PDF, 2 MB)" or a Markdown link.
"""

from __future__ import annotations

import re
from functools import cache

from minutesparse.facts.dates import Found
from minutesparse.reader import Node, Reader

# One of these stands in all icon words, in lower case.
ICON_WORDS = ("pdf", "doc", "word", "xls", "excel", "ppt", "rtf", "html", "odt", "csv", "zip", "icon", "view", "gweld")

# The longest run of icon words, so that only the end of a title is searched.
ICON_REACH = 160

# A link's icon as words, Welsh "eicon" too, and the invitation to open the document or to see why it is closed.
FILE = r"(?:pdf|PDF|docx?|word|Word|xlsx?|excel|Excel|pptx?|powerpoint|rtf|html|zip|csv|image|document|file)"
ICON = r"e?icon"
INVITATION = r"""(?: View (?:[ ]the)? [ ] (?: document | background [ ] to [ ] item [ ] \w{1,8} )
    | View [ ] (?:the[ ])? reasons? [ ] [^\r\n]{0,60} restricted
    | Gweld [ ] y [ ] rhesymau [ ] [^\r\n]{0,60} [cg]yfyng\w{1,8} )"""

LABEL = r"(?:Supporting|Additional|Background|Associated|Related)\s(?:documents?|papers?)\s?"

ICON_EXAMPLES = (
    ("Budget pdf icon PDF 151 KB", "Budget"),
    ("Budget report, item 5. PDF 2 MB", "Budget report, item 5."),
    ("Budget (PDF, 1.2 MB)", "Budget"),
    ("Budget [PDF 627 KB]", "Budget"),
    ("Budget Word 34 KB", "Budget"),
    ("Budget , View the document", "Budget"),
    ("Annex A, item 43/22 pdf icon PDF 2 MB View the background to item 4", "Annex A, item 43/22"),
    ("Cyllideb pdf eicon PDF 151 KB", "Cyllideb"),
    ("Budget xlsx icon XLSX 34 KB", "Budget"),
    ("Budget PDF icon 2 MB", "Budget"),
    ("Budget - PDF (2 MB)", "Budget"),
    ("Budget pdf icon PDF 151 KB (Pages 3 - 12)", "Budget"),
    ("budget.pdf (2 MB)", "budget"),
    ("View the full budget", "View the full budget"),
    ("Budget (Pages 3 - 12)", "Budget (Pages 3 - 12)"),
    ("A word on PDF files", "A word on PDF files"),
    ("Budget 2024 PDF", "Budget 2024 PDF"),
)
TRUNCATED_EXAMPLES = (
    ("The panel noted  ...  view the full minutes text for item 7.", True),
    ("The panel asked to view the full minutes.", False),
)
EXEMPTION_EXAMPLES = (
    ("Land sale (exemption paragraph 2)", "paragraph 2"),
    ("Exempt under paragraph 3 of Part 1 of Schedule 12A", "paragraph 3"),
    ("Contract (exempt \u2013 paragraphs 1 and 3)", "paragraphs 1 and 3"),
    ("The officer read paragraph 3 of the report.", None),
)


@cache
def _icon_pattern() -> re.Pattern[str]:
    """Icon words at the end of a title: format, size, and the invitation to open the document."""
    return re.compile(
        rf"""
        (?: (?<=\s) | (?<=[,(\[.]) ) (?:
            (?: [-\u2013] \s )?+ (?: {FILE} [ ] {ICON} [ ]? )?
            [(\[]? (?<![^\W\d_])
            (?P<format> PDF|pdf|Pdf|DOCX?|docx?|Word|XLSX?|xlsx?|Excel|PPTX?|pptx?|RTF|HTML|ODT|CSV|ZIP|JPE?G )
            (?: [ ](?:file|document) )? (?: [ ] {ICON} )? [ ,:(\u2013-]{{0,4}}
            (?P<size> \d{{1,5}}(?:[.,]\d{{1,3}})? [ ]? (?:[KkMmGg][Bb]|K|M|B|bytes)\b )
            \s? [)\]]?
          | [(\[] (?P<bracketed> PDF|pdf|DOCX?|docx?|Word|XLSX?|xlsx?|Excel|PPTX? ) [)\]]
          | {FILE} [ ] {ICON} (?: [ ] (?P<named> PDF|DOCX?|Word|XLSX?|Excel ) )?
          | (?P<open> {INVITATION} )
        )
        (?: [ ] \(Pages? [ ] \d{{1,4}} (?: [ ]?[-\u2013][ ]? \d{{1,4}} )? \) )?+
        (?: [ ,.]{{1,4}} {INVITATION} )?+ [ .]{{0,2}} \Z
        """,
        re.VERBOSE,
    )


@cache
def _link_pattern() -> re.Pattern[str]:
    """A Markdown link, not a picture."""
    return re.compile(r"(?<!!)\[(?P<title>[^\[\]\r\n]{1,300})\]\((?P<url>[^()\s]{1,500})(?:\s\"[^\"\r\n]{0,200}\")?\)")


@cache
def _entry_pattern() -> re.Pattern[str]:
    """A line of a list of documents: bullet, number or label before the title, and the title with its icon words."""
    return re.compile(
        rf"""(?: (?<![^\S\r\n]) [^\S\r\n]++ )?+ (?=\S)
        (?: (?: [-*\u2022\u00b7\uf0b7\u2013] | (?P<word> \d{{1,2}}[.)] | (?i:{LABEL}): (?=[^\S\r\n]*+\S) ) ) \s++ )?+
        (?P<entry> [^\r\n]++ )""",
        re.VERBOSE,
    )


@cache
def _truncated_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?:\.{3}|\u2026)\s{0,8}view\sthe\sfull\s(?:minutes|decision|agenda)\stext(?:\sfor\sitem\s\S{1,12})?",
        re.IGNORECASE,
    )


@cache
def _exemption_pattern() -> re.Pattern[str]:
    return re.compile(
        r"""\b paragraphs? \s+ \d{1,2}[A-Za-z]?\b
        (?: (?: \s?,\s? | \s(?:and|or|to)\s | \s?[&-]\s? ) \d{1,2}[A-Za-z]?\b ){0,6}""",
        re.VERBOSE | re.IGNORECASE,
    )


def strip_icon(text: str, start: int, end: int) -> int:
    """Where the title ``[start, end)`` ends before its icon words; ``end`` where it has none."""
    match = _icon(text, start, end)
    return end if match is None else _title_end(text, start, match)


def _title_end(text: str, start: int, icon: re.Match[str]) -> int:
    stop = icon.start()
    if stop > start and text[stop - 1] == ".":  # "budget.pdf (2 MB)"
        stop -= 1
    while stop > start and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return stop


def read_documents(reader: Reader, start: int, end: int) -> list[Node]:
    """The documents named in ``[start, end)``, a title with icon words or a list of them, one a line.

    The label over a list ("Supporting documents:") is the outline's, and no line of it. A title that is broken over two
    lines is joined up to its icon words, or up to the next bullet.
    """
    text = reader.text
    start, end = reader.trim(start, end)
    documents: list[Node] = []
    begin: tuple[int, int] | None = None  # of the entry with the number or label that is a word of it, of its title
    for match in _entry_pattern().finditer(text, start, end):
        first, last = match.start("entry"), reader.trim(match.start("entry"), match.end("entry"))[1]
        if first >= last:
            continue
        bulleted = first > match.start() and not text[match.start() : first].isspace()
        if begin is not None and bulleted:
            documents.append(_document(reader, *begin, reader.trim(begin[0], match.start())[1]))
            begin = None
        begin = begin or (first if match["word"] is None else match.start("word"), first)
        if _icon(text, first, last) is not None or _link_pattern().search(text, first, last) is not None:
            documents.append(_document(reader, *begin, last))
            begin = None
    if begin is not None:
        documents.append(_document(reader, *begin, end))
    return documents


def _icon(text: str, start: int, end: int) -> re.Match[str] | None:
    """The icon words that end ``[start, end)``."""
    start = max(start, end - ICON_REACH)
    lowered = text[start:end].lower()
    for word in ICON_WORDS:
        if word in lowered:
            return _icon_pattern().search(text, start, end)
    return None


def _document(reader: Reader, start: int, titled: int, end: int) -> Node:
    """The document printed in ``[start, end)``, whose title begins at ``titled``."""
    text = reader.text
    icon = _icon(text, titled, end)
    title = (titled, end if icon is None else _title_end(text, titled, icon))
    link = _link_pattern().search(text, titled, end)
    if link is not None:
        title = link.span("title")
        title = (title[0], strip_icon(text, *title))
    file_format = _group(reader, icon, "format", "bracketed", "named")
    return {
        "title": reader.string(*title) or None,
        "format": file_format,
        "size": _group(reader, icon, "size"),
        "url": reader.string(*link.span("url")) if link is not None else None,
        "text": reader.string(start, end),
        "span": reader.span(start, end),
    }


def _group(reader: Reader, match: re.Match[str] | None, *names: str) -> str | None:
    if match is None:
        return None
    return next((reader.string(*match.span(name)) for name in names if match.start(name) >= 0), None)


def may_be_truncated(reader: Reader) -> bool:
    """False where no part of the document is `truncated`."""
    return "view the full" in reader.text


def truncated(reader: Reader, start: int, end: int) -> bool:
    """True where the page breaks off ``[start, end)`` with "…  view the full minutes text for item 7."."""
    if reader.text.find("view the full", start, end) < 0:
        return False
    return _truncated_pattern().search(reader.text, start, end) is not None


def may_be_exempt(reader: Reader) -> bool:
    """False where no part of the document holds an `exemption`."""
    lowered = reader.lowered
    return "paragraph" in lowered and ("exempt" in lowered or "schedule 12a" in lowered)


def exemption(text: str, start: int, end: int) -> Found | None:
    """The paragraphs of Schedule 12A (Local Government Act 1972) that make the business exempt.

    Only where ``[start, end)`` says that it is exempt; ``value`` is the words as printed.
    """
    lowered = text[start:end].lower()
    if "paragraph" not in lowered or ("exempt" not in lowered and "schedule 12a" not in lowered):
        return None
    match = _exemption_pattern().search(text, start, end)
    return None if match is None else Found(match.start(), match.end(), " ".join(match.group().split()))
