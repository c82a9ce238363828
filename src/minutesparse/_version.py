"""The versions of the package and of the contract that it writes; pyproject.toml reads the first from here."""

__version__ = "0.1.0"
SCHEMA_VERSION = "1.0"
