"""Bytes to text: decoding that loses nothing, and the map from offsets to lines.

The text is kept as decoded: offsets count its code points, a byte order mark is character 0, and a line ends at LF,
CRLF or CR alone (``str.splitlines`` would also break at form feeds, U+0085 and U+2028, which minutes contain).
"""

from __future__ import annotations

import codecs
import hashlib
import os
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from io import BufferedReader
from itertools import accumulate
from pathlib import Path

from minutesparse.errors import SourceError, reason_of

LINE_END = re.compile(r"\r\n?|\n")

# Of a file, or of standard input: a year of minutes in one volume is a few millions.
MOST_BYTES = 100_000_000

# Marks without width beside white space: a line of these alone is blank (zero-width space to direction
# marks, word joiner, byte order mark).
ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

# All that makes a character blank: what str.isspace knows (it knows nothing above the ideographic space) and the above.
BLANK = "".join(filter(str.isspace, map(chr, range(0x3001)))) + ZERO_WIDTH
BLANKS = frozenset(BLANK)

# Encodings of the names of hosts: to decode a file as such takes time that grows with the square of its size.
NAMES_ALONE = ("idna", "punycode")

# First bytes of what people hand over instead of text, and what to do about it.
MAGIC = (
    (b"%PDF-", "a PDF file; convert it first, for example with 'pdftotext -layout'"),
    (b"PK\x03\x04", "a ZIP archive or Word document; save it as plain text first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as plain text first"),
    (b"{\\rtf", "a rich text file; save it as plain text first"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"\x89PNG", "a picture; run text recognition over it first"),
    (b"\xff\xd8\xff", "a picture; run text recognition over it first"),
)

# WHATWG's windows-1252 maps the five bytes that Python's cp1252 refuses to the C1 controls of the same value.
_C1 = {byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


@dataclass(slots=True)
class Source:
    """Decoded text and where its lines begin.

    ``starts`` holds the offset of each line's first character, then the length of the text.
    """

    text: str
    starts: list[int] = field(repr=False)
    name: str | None = None
    sha256: str | None = None
    encoding: str | None = None

    @property
    def line_count(self) -> int:
        """Number of lines; a line end that closes the text opens no further line."""
        return len(self.starts) - 1

    def line_of(self, offset: int) -> int:
        """Line number, from 1, of the character at ``offset``."""
        return min(bisect_right(self.starts, offset), max(1, len(self.starts) - 1))


def from_text(text: str, name: str | None = None) -> Source:
    """A source of text that is decoded already; its digest and encoding are unknown."""
    return Source(text, _line_starts(text), name)


def from_bytes(data: bytes, name: str | None = None, encoding: str | None = None) -> Source:
    """Decode ``data``: byte order mark, then UTF-8, then windows-1252 as browsers read it.

    ``encoding`` overrides the guess. Raises ``SourceError`` for binary or undecodable input.
    """
    text, used = _decode(data, name or "input", encoding)
    return Source(text, _line_starts(text), name, hashlib.sha256(data).hexdigest(), used)


def from_file(path: str | Path, encoding: str | None = None) -> Source:
    """Read and decode a file. Raises ``SourceError`` where it cannot be read."""
    try:
        # a buffer would cost half as much as reading the file, a Path as much again
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            if 0 < os.fstat(file.fileno()).st_size <= MOST_BYTES:
                data = file.read()
            else:  # a device has no size, and may have no end
                with BufferedReader(file) as whole:
                    data = whole.read(MOST_BYTES + 1)
    except OSError as error:
        raise SourceError(str(path), reason_of(error)) from error
    except ValueError as error:  # a NUL character in the name
        raise SourceError(str(path), str(error)) from error
    return from_bytes(bounded(data, str(path)), str(path), encoding)


def bounded(data: bytes, name: str) -> bytes:
    """``data``, of which one byte more than `MOST_BYTES` was read at most. Raises ``SourceError`` where it is there."""
    if len(data) > MOST_BYTES:
        raise SourceError(name, f"larger than {MOST_BYTES} bytes; part it first")
    return data


def _line_starts(text: str) -> list[int]:
    if "\r" not in text or text.count("\r") == text.count("\r\n"):  # each line ends with LF
        starts = list(accumulate([len(line) + 1 for line in text.split("\n")], initial=0))
        starts.pop()  # what follows the last line end
    else:
        starts = [0, *(match.end() for match in LINE_END.finditer(text))]
    if starts[-1] != len(text):
        starts.append(len(text))
    return starts if len(starts) > 1 else [0, 0]


def _decode(data: bytes, name: str, encoding: str | None) -> tuple[str, str]:
    if encoding is not None:
        return _decode_as(data, name, encoding)
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise SourceError(name, f"not plain text but {what}")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        order = "le" if data.startswith(codecs.BOM_UTF16_LE) else "be"
        return _checked(_decode_as(data, name, f"utf-16-{order}"), name)
    if b"\0" in data:
        raise SourceError(name, "not plain text (it holds NUL bytes); give --encoding if it is UTF-16")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return decode_windows_1252(data), "windows-1252"


def _checked(decoded: tuple[str, str], name: str) -> tuple[str, str]:
    if "\0" in decoded[0]:
        raise SourceError(name, "not plain text (it holds NUL characters)")
    return decoded


def decode_windows_1252(data: bytes) -> str:
    """Decode as the WHATWG standard does: each byte has a character, so this never fails."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1").translate(
            {byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in _C1}
        )


def encoded(text: str, encoding: str | None) -> bytes:
    """The bytes that are decoded to ``text`` again, where ``encoding`` is what `Source.encoding` says.

    Raises ``SourceError`` where the encoding has no bytes for one of the characters.
    """
    try:
        if encoding != "windows-1252":
            return text.encode(encoding or "utf-8")
        return b"".join(character.encode("latin-1" if "\x80" <= character < "\xa0" else "cp1252") for character in text)
    except UnicodeEncodeError as error:
        raise SourceError("output", f"{text[error.start]!r} cannot be written in {encoding}") from error


def _decode_as(data: bytes, name: str, encoding: str) -> tuple[str, str]:
    try:
        codec = codecs.lookup(encoding)
        if codec.name in NAMES_ALONE:
            raise SourceError(name, f"{encoding!r} is an encoding of host names, not of files")
        if codec.name in ("cp1252", "iso8859-1"):  # the web reads both labels as windows-1252
            return decode_windows_1252(data), "windows-1252"
        text = data.decode(codec.name)
    except LookupError as error:
        raise SourceError(name, f"no encoding is called {encoding!r}") from error
    except (ValueError, AssertionError, TypeError, AttributeError) as error:
        where = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise SourceError(name, f"cannot be read as {encoding}{where}; give another --encoding") from error
    if not isinstance(text, str):
        raise SourceError(name, f"{encoding!r} is no text encoding")
    return text, codec.name
