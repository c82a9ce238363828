"""Which files a batch has made of an input, found again from its record."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from minutesparse.batch.job import PARTS
from minutesparse.batch.manifest import FOLDER, Record

PLACES = ("", f"{FOLDER}/{PARTS}/")
"""Below the output folder: a file each, and those that wait to be put into a stream."""


def names(folder: Path, record: Record) -> list[str]:
    """The names of a record's outputs below ``folder``; none where the input failed, or they are not there.

    Their form, and whether meetings were split, is seen by what is there.
    """
    found = [files for files in candidates(record) if os.path.isfile(f"{folder}/{files[0]}")]  # noqa: PTH113
    if len(found) > 1:  # one is an earlier run's, in another form
        found = [files for files in found if _are_right(folder, files, record)]
    return found[0] if found else []


def candidates(record: Record) -> Iterator[list[str]]:
    """What a record's outputs may be called: where the first of them is, there are all. None where the input failed."""
    count = len(record.outputs)
    for place in PLACES if count else ():
        for form in ("json", "yaml"):
            if count == 1:
                yield [f"{place}{record.name}.{form}"]
            yield [f"{place}{record.name}-{number}.{form}" for number in range(1, count + 1)]


def _are_right(folder: Path, files: list[str], record: Record) -> bool:
    """True where the files hold what the record says."""
    try:
        digests = [hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in files]
    except OSError:
        return False
    return digests == list(record.outputs)
