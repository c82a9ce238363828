"""Words as data: what records call things, a TOML file a theme.

The module of each theme is made from its file by ``make vocabulary``; `tables` reads the files, `additions` holds what
a user's files add.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternatives(words: Iterable[str]) -> str:
    """Pattern source that matches one of ``words`` as they stand, also with `re.VERBOSE`."""
    return "|".join(map(re.escape, words))
