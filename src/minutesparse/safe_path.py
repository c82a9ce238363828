"""Worker processes that load no module from the folder that they are started in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

VARIABLE = "PYTHONSAFEPATH"


@contextmanager
def safe_path() -> Iterator[None]:
    """Within the block, what is started as ``python -c`` does not look for modules in the working folder first.

    `multiprocessing` starts its processes so, and a folder of minutes that others wrote may hold a ``signal.py``. Once
    a worker runs it has the path of its parent.
    """
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before
