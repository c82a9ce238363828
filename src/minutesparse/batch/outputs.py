"""Which files a batch has made of an input, found again from its record."""

from __future__ import annotations

from pathlib import Path

from minutesparse.batch.job import PARTS
from minutesparse.batch.manifest import FOLDER, Record

PLACES = ("", f"{FOLDER}/{PARTS}/")
"""Below the output folder: a file each, and those that wait to be put into a stream."""


def names(folder: Path, record: Record) -> list[str]:
    """The names of a record's outputs below ``folder``; none where the input failed, or they are not there.

    Their form, and whether meetings were split, is seen by what is there.
    """
    count = len(record.outputs)
    for place in PLACES:
        for form in ("json", "yaml"):
            plain = f"{place}{record.name}.{form}"
            if count == 1 and (folder / plain).is_file():
                return [plain]
            split = [f"{place}{record.name}-{number}.{form}" for number in range(1, count + 1)]
            if split and (folder / split[0]).is_file():
                return split
    return []
