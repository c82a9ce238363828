"""Command lines run in this process, as a pipe or a terminal would see them."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from typing import Any

import pytest

from minutesparse import cli


class Result:
    """What a command line gave."""

    def __init__(self, status: int, out: bytes, err: bytes) -> None:
        self.status = status
        self.out = out.decode()
        self.err = err.decode()

    @property
    def value(self) -> Any:
        """Its output, read as JSON."""
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        """The codes of the findings that it wrote as JSON."""
        return [one["code"] for one in self.value]


class _Stream(io.TextIOWrapper):
    def __init__(self, data: bytes = b"", terminal: bool = False) -> None:
        self.bytes = io.BytesIO(data)
        super().__init__(self.bytes, encoding="utf-8")
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def run(
    monkeypatch: pytest.MonkeyPatch,
    arguments: Sequence[str],
    stdin: bytes = b"",
    out_terminal: bool = False,
    err_terminal: bool = False,
) -> Result:
    """What the command line gives."""
    out, err = _Stream(terminal=out_terminal), _Stream(terminal=err_terminal)
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdin", _Stream(stdin))
        patched.setattr(sys, "stdout", out)
        patched.setattr(sys, "stderr", err)
        status = cli.main(arguments)
        out.flush()
        err.flush()
    return Result(status, out.bytes.getvalue(), err.bytes.getvalue())
