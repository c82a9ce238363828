"""What a batch has written."""

from __future__ import annotations

from pathlib import Path

from minutesparse.batch import manifest


def outputs(folder: Path) -> dict[str, bytes]:
    """The files of an output folder but for the manifest, which tells seconds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.parent.name != manifest.FOLDER
    }
