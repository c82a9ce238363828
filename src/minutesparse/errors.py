"""What can go wrong, as few classes. Each message is one line that says what is wrong and what to do."""

from __future__ import annotations


class MinutesparseError(Exception):
    """Base of every error that this package raises on purpose."""


class SourceError(MinutesparseError):
    """The input cannot be read as text: binary, undecodable or missing.

    ``name`` is the input as the user gave it (``-`` for standard input), ``reason`` one line without it.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class OptionError(MinutesparseError):
    """A setting that does not exist or does not fit (an unknown layout, a bad path)."""


class DocumentError(MinutesparseError):
    """JSON that is not a document of the contract."""


def reason_of(error: OSError) -> str:
    """What the system says is wrong, in small letters and without number and name, as messages end with it."""
    return (error.strerror or str(error)).lower()
