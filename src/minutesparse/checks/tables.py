"""Typed values out of the tables of a configuration file, each mistake said in one line with its key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from minutesparse.errors import OptionError
from minutesparse.spelling import did_you_mean

T = TypeVar("T")

NAMES = {bool: "true or false", int: "a whole number", str: "a string", list: "a list", dict: "a table"}


class Table:
    """One table; ``where`` is what messages call it: the file and the dotted key.

    Raises ``OptionError`` when made with a key that is not ``known``, and from each reader for a value of another type.
    """

    def __init__(self, data: object, where: str, known: Iterable[str]) -> None:
        if not isinstance(data, Mapping):
            raise OptionError(f"{where} must be {NAMES[dict]}")
        self.data: Mapping[str, Any] = data
        self.where = where
        names = list(known)
        for key in data:
            if key not in names:
                raise OptionError(f"{where}: no setting is called {key!r}.{did_you_mean(key, names)}")

    def value(self, key: str, kind: type[T], default: T) -> T:
        """The value of a key, of this type, or the default where it is not set."""
        if key not in self.data:
            return default
        return typed(self.data[key], kind, f"{self.where}.{key}")

    def optional(self, key: str, kind: type[T]) -> T | None:
        """The value of a key, or ``None`` where it is not set."""
        return typed(self.data[key], kind, f"{self.where}.{key}") if key in self.data else None

    def strings(self, key: str, convert: Callable[[str], str] = str) -> tuple[str, ...]:
        """A list of strings, each through ``convert``, whose ``OptionError`` gets the key."""
        return strings(self.data.get(key, []), f"{self.where}.{key}", convert)


def typed(value: object, kind: type[T], where: str) -> T:
    """``value`` if it is of this type; a whole number is no truth value. Raises ``OptionError``."""
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise OptionError(f"{where} must be {NAMES[kind]}, not {value!r}")
    return value


def strings(value: object, where: str, convert: Callable[[str], str] = str) -> tuple[str, ...]:
    """A list of strings as a tuple. Raises ``OptionError``."""
    found = [typed(one, str, where) for one in typed(value, list, where)]
    try:
        return tuple(convert(one) for one in found)
    except OptionError as error:
        raise OptionError(f"{where}: {error}") from error
