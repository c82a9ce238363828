"""Files at URLs, through fsspec (the extra ``remote``). What fails is told in our own words: others tell too much."""

from __future__ import annotations

import errno
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast

from minutesparse.batch.urls import PAGES, scheme_of, shown
from minutesparse.errors import OptionError

# A listing is used once, and of a run of weeks it would be old.
OPTIONS: dict[str, dict[str, Any]] = {"s3": {"use_listings_cache": False}}

BLOCK = 1_000_000  # bytes that are read at a time
LARGEST = 10_000_000_000  # bytes of a page that is an archive

_NO_CREDENTIALS = frozenset({"NoCredentialsError", "PartialCredentialsError", "CredentialRetrievalError"})
_UNREACHABLE = frozenset({"EndpointConnectionError", "ConnectTimeoutError", "ReadTimeoutError", "FSTimeoutError"})


class RemoteError(OSError):
    """What went wrong at a URL, with a number and a reason of our own."""


def opened(url: str) -> tuple[Any, str]:
    """The file system of a URL, and the path there. Raises ``OptionError`` where a package is missing."""
    scheme = scheme_of(url)
    try:
        import fsspec

        system = fsspec.filesystem(scheme, **OPTIONS.get(scheme or "", {}))
    except ImportError as error:
        message = f"{scheme}:// needs the extra 'remote': pip install 'minutesparse[remote]'"
        raise OptionError(message) from error
    return system, str(system._strip_protocol(url)).rstrip("/")


def reading(url: str) -> BinaryIO:
    """A stream of what stands at a URL, which can be told to go elsewhere in it."""
    system, path = opened(url)
    with told(url):
        if scheme_of(url) in PAGES:
            return _fetched(system, path)
        return io.BufferedReader(_Stream(url, system.open(path, "rb")), BLOCK)


def read(url: str, most: int) -> bytes:
    """The first ``most`` bytes of what stands at a URL."""
    system, path = opened(url)
    with told(url):
        # a page is read as it comes, since a server may not know its length, or not tell the truth
        options = {"block_size": 0} if scheme_of(url) in PAGES else {}
        parts: list[bytes] = []
        left = most
        with system.open(path, "rb", **options) as stream:
            while left and (part := stream.read(left)):
                parts.append(part)
                left -= len(part)
        return b"".join(parts)


def walk(url: str) -> Iterator[tuple[str, str]]:
    """The objects below a URL, each with its path below it and its own URL, in the order in which folders are walked.

    Hidden ones are left out.
    """
    system, root = opened(url)
    with told(url):
        for where, folders, names in system.walk(root, on_error="raise"):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            below = where[len(root) :].strip("/")
            for name in sorted(names):
                if name and not name.startswith("."):
                    inner = f"{below}/{name}" if below else name
                    yield inner, system.unstrip_protocol(f"{where}/{name}")


def is_folder(url: str) -> bool:
    """True where there are objects below a URL of a bucket."""
    system, path = opened(url)
    with told(url):
        return bool(system.isdir(path))


def put(file: Path, url: str) -> None:
    """Put a file of this machine at a URL."""
    system, path = opened(url)
    with told(url):
        system.put_file(str(file), path)


@contextmanager
def told(url: str) -> Iterator[None]:
    """What fails in the block is raised as ``RemoteError``."""
    try:
        yield
    except (OptionError, RemoteError):
        raise
    except Exception as error:
        number, reason = _reason(error)
        raise RemoteError(number, reason, shown(url)) from None


def code_of(error: BaseException | None) -> str | None:
    """What S3 calls the error, where it came from there."""
    while error is not None:
        response = getattr(error, "response", None)
        if isinstance(response, dict):
            return str(response.get("Error", {}).get("Code", ""))
        error = error.__cause__
    return None


def _reason(error: Exception) -> tuple[int, str]:
    kind = type(error).__name__
    if kind in _NO_CREDENTIALS:
        return errno.EACCES, "no credentials were found"
    status = getattr(error, "status", None)
    if isinstance(status, int):
        return errno.EIO, f"the server answered with status {status}"
    if isinstance(error, FileNotFoundError):
        return errno.ENOENT, "there is no such object"
    if isinstance(error, PermissionError):
        return errno.EACCES, f"permission denied ({code})" if (code := code_of(error)) else "permission denied"
    if kind in _UNREACHABLE or isinstance(error, (ConnectionError, TimeoutError)) or "Client" in kind:
        return errno.EIO, "the server cannot be reached"
    number = error.errno if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG else errno.EIO
    return number, f"the server refused it ({code_of(error) or kind})"


def _fetched(system: Any, path: str) -> BinaryIO:
    """A page as a file of this machine without a name, since few servers give parts of one."""
    fetched = cast("BinaryIO", TemporaryFile())  # noqa: SIM115 - the caller closes it
    try:
        with system.open(path, "rb", block_size=0) as stream:
            while part := stream.read(BLOCK):
                fetched.write(part)
                if fetched.tell() > LARGEST:
                    raise RemoteError(errno.EFBIG, f"larger than {LARGEST} bytes", shown(path))
        fetched.seek(0)
    except BaseException:
        fetched.close()
        raise
    return fetched


class _Stream(io.RawIOBase):
    """A file of fsspec as a stream of Python's."""

    def __init__(self, url: str, stream: Any) -> None:
        self._url = url
        self._stream = stream

    def readable(self) -> bool:
        """It is."""
        return True

    def seekable(self) -> bool:
        """It is."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go elsewhere."""
        with told(self._url):
            return int(self._stream.seek(offset, whence))

    def tell(self) -> int:
        """Where it is."""
        return int(self._stream.tell())

    def readinto(self, buffer: Any) -> int:
        """Read what fits."""
        view = memoryview(buffer).cast("B")
        with told(self._url):
            data = self._stream.read(len(view))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close it."""
        if not self.closed:
            self._stream.close()
        super().close()
