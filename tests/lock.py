"""What is wrong with the locked dependencies: pins, hashes, bounds, and versions of which faults are known.

    python -m tests.lock

prints it, a line each, with exit status 1 where there is any; `make lock` ends so.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
LOCK = ROOT / ".ci" / "requirements.txt"

PIN = re.compile(r"(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)==(?P<version>[\w.!+]+)(?: ; [^#\\]+?)?")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")

Fault = Mapping[str, Any]
Pins = Mapping[str, tuple[Version, ...]]
"""The versions of each package; a lock may have another for another Python."""


def read(text: str) -> tuple[Pins, list[str]]:
    """The pins of a lock, and what in it is no pin with hashes (an address of an index, say)."""
    pins: dict[str, tuple[Version, ...]] = {}
    wrong = []
    for entry in re.sub(r"\\\n", " ", text).split("\n"):
        words = entry.partition("#")[0].strip()
        if not words:
            continue
        head, *hashes = re.split(r"\s+(?=--)", words)
        match = PIN.fullmatch(head)
        if match is None:
            wrong.append(f"{head}: no pin NAME==VERSION")
            continue
        pins[match["name"]] = (*pins.get(match["name"], ()), Version(match["version"]))
        if not hashes or not all(map(HASH.fullmatch, hashes)):
            wrong.append(f"{head}: no hashes, or something else than hashes behind it")
    return pins, wrong


def unmet(pins: Pins, requirements: Iterable[str]) -> Iterator[str]:
    """What is asked for and is not pinned, or not as it is asked for."""
    for text in requirements:
        one = Requirement(text)
        versions = pins.get(canonicalize_name(one.name), ())
        if not versions:
            yield f"{text}: not in the lock"
        for version in versions:
            if not one.specifier.contains(version, prereleases=True):
                yield f"{text}: the lock has {version}"


def faulty(pins: Pins, faults: Iterable[Fault]) -> Iterator[str]:
    """The pins with known faults."""
    for fault in faults:
        for version in pins.get(fault["package"], ()):
            if _affects(fault, version):
                yield f"{fault['package']} {version}: {fault['id']}, {fault['why']}"


def let_in(requirements: Iterable[str], faults: Iterable[Fault]) -> Iterator[str]:
    """The bounds by which a user may get a version with a known fault: at the least version that they allow."""
    faults = list(faults)
    for text in requirements:
        one = Requirement(text)
        for fault in faults:
            if fault["package"] == canonicalize_name(one.name):
                least = [Version(part.version) for part in one.specifier if part.operator in (">=", "==", "~=")]
                if not least or _affects(fault, max(least)):
                    yield f"{text}: lets in {fault['id']}, {fault['why']}"


def known() -> list[Fault]:
    """The faults that are recorded."""
    return list(tomllib.loads((ROOT / ".ci" / "known-faults.toml").read_text(encoding="utf-8"))["fault"])


def asked() -> tuple[list[str], list[str]]:
    """What ``pyproject.toml`` asks of users, in any extra, and of developers."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = dict(project["project"]["optional-dependencies"])
    dev = [*extras.pop("dev"), *project["build-system"]["requires"]]
    return [*project["project"]["dependencies"], *(one for extra in extras.values() for one in extra)], dev


def problems() -> list[str]:
    """All that is wrong."""
    users, developers = asked()
    found: list[str] = []
    for path in sorted(LOCK.parent.glob("*requirements.txt")):
        pins, wrong = read(path.read_text(encoding="utf-8"))
        found += wrong
        found += faulty(pins, known())
        if path == LOCK:
            found += unmet(pins, [*users, *developers])
    return [*found, *let_in(users, known())]


def _affects(fault: Fault, version: Version) -> bool:
    return any(SpecifierSet(one).contains(version, prereleases=True) for one in fault["affected"])


if __name__ == "__main__":
    print("\n".join(found := problems()))
    sys.exit(1 if found else 0)
