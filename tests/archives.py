"""Archives to read minutes from."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path


def make_zip(path: Path, **files: bytes) -> None:
    """A ZIP archive of files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def make_tar(path: Path, entries: Sequence[tuple[str, bytes | str]], form: int = tarfile.PAX_FORMAT) -> None:
    """A tar archive of files (bytes) and links to places (strings)."""
    with tarfile.open(path, "w:gz", format=form) as archive:
        for name, content in entries:
            info = tarfile.TarInfo(name)
            if isinstance(content, str):
                info.type, info.linkname = tarfile.SYMTYPE, content
                archive.addfile(info)
            else:
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
