"""Council minutes as validated, structured data.

``parse``, ``parse_bytes`` and ``parse_file`` give a `Minutes`, ``parse_all`` one for each meeting in a file. Names are
resolved when first used, so that ``import minutesparse`` costs next to nothing.
"""

from __future__ import annotations

from minutesparse._version import __version__

TYPE_CHECKING = False  # `typing` is most of what would load before `__main__` watches for an interrupt
if TYPE_CHECKING:
    from typing import Any

    from minutesparse.errors import DocumentError, MinutesparseError, OptionError, SourceError
    from minutesparse.model import Minutes
    from minutesparse.parsing import parse, parse_all, parse_bytes, parse_file
    from minutesparse.vocabulary.tables import use_vocabulary

__all__ = [
    "DocumentError",
    "Minutes",
    "MinutesparseError",
    "OptionError",
    "SourceError",
    "__version__",
    "parse",
    "parse_all",
    "parse_bytes",
    "parse_file",
    "use_vocabulary",
]

_HOMES = {
    "DocumentError": "errors",
    "Minutes": "model",
    "MinutesparseError": "errors",
    "OptionError": "errors",
    "SourceError": "errors",
    "parse": "parsing",
    "parse_all": "parsing",
    "parse_bytes": "parsing",
    "parse_file": "parsing",
    "use_vocabulary": "vocabulary.tables",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])
