"""``python -m minutesparse``, and what the command ``minutesparse`` starts."""

from __future__ import annotations

import sys


def run() -> int:
    """Run the command line; an interrupt while its modules load ends it as quietly as any later one."""
    try:
        from minutesparse.cli import main

        return main()
    except KeyboardInterrupt:
        return 130  # `cli.INTERRUPTED`, which may not be there yet


if __name__ == "__main__":
    sys.exit(run())
