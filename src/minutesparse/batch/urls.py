"""Places that are named by URLs: which may be read and written, and what they are called."""

from __future__ import annotations

import re

from minutesparse.errors import OptionError

URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}+)://")
BUCKETS = ("s3", "memory")  # have folders that can be listed, and take outputs
PAGES = ("https", "http")  # are files, to be read alone

_USER = re.compile(r"(://)[^/?#]*@")  # of a page's address, with a password perhaps
_QUERY = re.compile(r"[?#].*+", re.DOTALL)  # of a page's address: signatures stand there


def scheme_of(place: str) -> str | None:
    """What a URL begins with, ``None`` for a path of the local file system."""
    match = URL.match(place)
    return match[1].lower() if match else None


def shown(url: str) -> str:
    """A URL as messages have it: without user, password and signature."""
    plain = _USER.sub(r"\1", url)
    return _QUERY.sub("", plain) if scheme_of(url) in PAGES else plain


def name_of(url: str) -> str:
    """What stands after the scheme, as the name of an input."""
    return URL.sub("", shown(url), count=1).strip("/")


def check_readable(place: str) -> None:
    """Raise ``OptionError`` for a URL that no input is read from."""
    scheme = scheme_of(place)
    if scheme is not None and scheme not in (*BUCKETS, *PAGES):
        raise OptionError(f"{shown(place)}: inputs are read from s3:// and https:// URLs")


def check_writable(place: str) -> None:
    """Raise ``OptionError`` for a URL that no output is written to: where there is no lock, two runs could meet."""
    scheme = scheme_of(place)
    if scheme in PAGES:
        raise OptionError(f"{shown(place)}: https:// is for input only; outputs go to a folder or an s3:// URL")
    if scheme is not None and scheme not in BUCKETS:
        raise OptionError(
            f"{shown(place)}: this store has no lock that is known; outputs go to a folder or an s3:// URL"
        )
