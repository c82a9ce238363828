"""One version of the package, reading documents on request: `gains.py` runs two of these in turn.

``python -P reading.py`` with PYTHONPATH at the version's ``src``. Each line of standard input is a path in JSON and
how often the file is to be read; each line of standard output is JSON: the document or why there is none, and the least
processor seconds from file to JSON. The first line tells where the package was found.
"""

from __future__ import annotations

import inspect
import json
import sys
from time import process_time
from typing import Any

import minutesparse


def read(path: str, rounds: int, options: dict[str, Any]) -> dict[str, Any]:
    """The document comes from a reading that is not timed: the first one compiles patterns."""
    try:
        document = minutesparse.parse_file(path, **options).to_dict()
        spent = []
        for _ in range(rounds):
            begin = process_time()
            minutesparse.parse_file(path).to_json()
            spent.append(process_time() - begin)
    except Exception as error:  # whatever an old version fails with is what it gives for this file
        return {"failure": f"{type(error).__name__}: {error}"}
    return {"document": document, "seconds": min(spent)}


def main() -> None:
    given = inspect.signature(minutesparse.parse_file).parameters
    options = {"lines": True} if "lines" in given else {}
    print(json.dumps(minutesparse.__file__), flush=True)
    for request in sys.stdin:
        path, rounds = json.loads(request)
        print(json.dumps(read(path, rounds, options)), flush=True)


if __name__ == "__main__":
    main()
