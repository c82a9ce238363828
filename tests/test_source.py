"""Bytes to text and offsets to lines: every encoding that councils publish in, every line end, no character lost."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutesparse import source as reading
from minutesparse.errors import MinutesparseError, SourceError

# What the Encoding Standard's windows-1252 index gives for the bytes that differ from ISO 8859-1.
WINDOWS_1252 = {
    0x80: "€", 0x81: "\x81", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡",
    0x88: "ˆ", 0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8D: "\x8d", 0x8E: "Ž", 0x8F: "\x8f",
    0x90: "\x90", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—",
    0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ", 0x9D: "\x9d", 0x9E: "ž", 0x9F: "Ÿ",
}  # fmt: skip


class TestDecoding:
    @pytest.mark.parametrize(
        ("data", "encoding", "text"),
        [
            (b"", "utf-8", ""),
            (b"plain", "utf-8", "plain"),
            ("Ó Broin".encode(), "utf-8", "Ó Broin"),
            (b"\xef\xbb\xbfmark", "utf-8", "\ufeffmark"),
            ("mark".encode("utf-16"), "utf-16-le", "\ufeffmark"),
            ("\ufeffmark".encode("utf-16-be"), "utf-16-be", "\ufeffmark"),
            (b"Caf\xe9", "windows-1252", "Café"),
            (b"\x93quoted\x94 \x96 \x8045", "windows-1252", "“quoted” – €45"),
            (b"one \xe2\x80", "windows-1252", "one â€"),
        ],
    )
    def test_guess(self, data: bytes, encoding: str, text: str) -> None:
        source = reading.from_bytes(data)
        assert (source.text, source.encoding) == (text, encoding)

    @pytest.mark.parametrize("byte", range(0x100))
    def test_every_byte_of_windows_1252(self, byte: int) -> None:
        character = WINDOWS_1252.get(byte, chr(byte))
        assert reading.decode_windows_1252(bytes([byte])) == character
        assert reading.decode_windows_1252(b"\x81" + bytes([byte])) == "\x81" + character

    @pytest.mark.parametrize(
        ("data", "label", "encoding", "text"),
        [
            (b"\x96\x81", "latin-1", "windows-1252", "–\x81"),
            (b"\x96", "cp1252", "windows-1252", "–"),
            (b"\xa4", "iso8859-15", "iso8859-15", "€"),
            ("né".encode("utf-16-le"), "utf-16-le", "utf-16-le", "né"),
            (b"\x8f", "mac_roman", "mac-roman", "è"),
        ],
    )
    def test_given_encoding_overrides(self, data: bytes, label: str, encoding: str, text: str) -> None:
        source = reading.from_bytes(data, encoding=label)
        assert (source.text, source.encoding) == (text, encoding)

    def test_digest_is_of_the_bytes(self) -> None:
        data = b"Caf\xe9"
        assert reading.from_bytes(data, "cafe.txt").sha256 == hashlib.sha256(data).hexdigest()

    def test_text_has_neither_digest_nor_encoding(self) -> None:
        source = reading.from_text("Café")
        assert (source.sha256, source.encoding, source.name) == (None, None, None)


class TestRefusal:
    @pytest.mark.parametrize(
        ("data", "words"),
        [
            (b"%PDF-1.7\n\xe2\xe3", "PDF"),
            (b"PK\x03\x04\x14\x00", "ZIP archive or Word"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1", "Office"),
            (b"{\\rtf1\\ansi", "rich text"),
            (b"\x1f\x8b\x08", "gzip"),
            (b"\x89PNG\r\n", "picture"),
            (b"\xff\xd8\xff\xe0", "picture"),
            (b"minutes\x00of", "NUL"),
            ("a\0b".encode("utf-16"), "NUL"),
            (b"\xff\xfea", "utf-16"),
        ],
    )
    def test_binary_in_one_line(self, data: bytes, words: str) -> None:
        with pytest.raises(SourceError) as caught:
            reading.from_bytes(data, "odd.bin")
        message = str(caught.value)
        assert message.startswith("odd.bin: ") and words in message and "\n" not in message
        assert isinstance(caught.value, MinutesparseError)

    @pytest.mark.parametrize(
        ("data", "encoding", "words"),
        [
            (b"caf\xe9", "utf-8", "at byte 3"),
            (b"caf\xe9", "ascii", "ascii"),
            (b"cafe", "klingon", "no encoding is called 'klingon'"),
            (b"cafe", "base64", "base64"),
            (b"cafe", "rot13", "rot13"),
        ],
    )
    def test_encoding_that_does_not_fit(self, data: bytes, encoding: str, words: str) -> None:
        with pytest.raises(SourceError, match=words):
            reading.from_bytes(data, encoding=encoding)

    @pytest.mark.parametrize("name", ["missing.txt", "nul\0name.txt", "."])
    def test_file_that_cannot_be_read(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(SourceError):
            reading.from_file(tmp_path / name)

    def test_file(self, tmp_path: Path) -> None:
        path = tmp_path / "m.txt"
        path.write_bytes(b"one\r\ntwo")
        assert reading.from_file(path).text == "one\r\ntwo"


class TestLines:
    @pytest.mark.parametrize(
        ("text", "starts"),
        [
            ("", [0, 0]),
            ("a", [0, 1]),
            ("a\n", [0, 2]),
            ("a\n\n", [0, 2, 3]),
            ("a\r\nb\rc\nd", [0, 3, 5, 7, 8]),
            ("\r\n", [0, 2]),
            ("\n\r", [0, 1, 2]),
            ("a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g", [0, 13]),
        ],
    )
    def test_end_at_lf_crlf_and_cr_alone(self, text: str, starts: list[int]) -> None:
        assert reading.from_text(text).starts == starts

    def test_line_of(self) -> None:
        source = reading.from_text("ab\r\n\ncd")
        assert [source.line_of(offset) for offset in range(8)] == [1, 1, 1, 1, 2, 3, 3, 3]
        assert source.line_count == 3
        assert reading.from_text("").line_of(0) == 1

    @given(st.text(st.sampled_from("ab\r\n\x0c\u2028 ")))
    def test_lines_make_up_the_text(self, text: str) -> None:
        source = reading.from_text(text)
        lines = [text[a:b] for a, b in zip(source.starts, source.starts[1:], strict=False)]
        assert "".join(lines) == text
        for number, line in enumerate(lines, 1):
            assert not any(end in line.removesuffix("\r\n")[:-1] for end in "\r\n")
            assert all(source.line_of(source.starts[number - 1] + at) == number for at in range(len(line)))

    @given(st.binary(max_size=80))
    def test_any_bytes_are_read_or_refused(self, data: bytes) -> None:
        try:
            source = reading.from_bytes(data)
        except SourceError:
            return
        assert source.starts[0] == 0 and source.starts[-1] == len(source.text)
