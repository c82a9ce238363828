"""What the user knows of each file, from a CSV table: a path, then a column for each key."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from minutesparse.errors import OptionError, reason_of


def read_metadata(path: Path) -> Mapping[str, Mapping[str, str]]:
    """``source.metadata`` by the name of the input, which the first column holds; empty cells are left out.

    Raises ``OptionError`` with the line where the table is none.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = csv.reader(stream, strict=True)
            head = next(rows, [])
            if len(head) < 2 or len(set(head)) < len(head) or not all(head[1:]):
                raise OptionError(f"{path}: the first line must name the path and then the keys, each once")
            found: dict[str, dict[str, str]] = {}
            for row in rows:
                if not row:
                    continue
                if len(row) > len(head):
                    raise OptionError(f"{path}, line {rows.line_num}: more cells than keys")
                if row[0] in found:
                    raise OptionError(f"{path}, line {rows.line_num}: {row[0]!r} stands there twice")
                found[row[0]] = {key: cell for key, cell in zip(head[1:], row[1:], strict=False) if cell}
            return found
    except OSError as error:
        raise OptionError(f"{path}: {reason_of(error)}") from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise OptionError(f"{path}: not a CSV table in UTF-8: {error}") from error
