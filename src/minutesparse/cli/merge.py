"""``minutesparse merge``."""

from __future__ import annotations

from pathlib import Path

import click

from minutesparse.cli.group import COMMANDS
from minutesparse.cli.options import complete_file


@click.command("merge", short_help=COMMANDS["merge"])
@click.argument("folders", metavar="OUT...", nargs=-1, required=True, shell_complete=complete_file)
@click.option("-o", "--output", metavar="DIR", required=True, help="The folder that takes all of them.")
def command(folders: tuple[str, ...], output: str) -> int:
    """Merge the output folders of batches, such as the shards of one archive, into one.

    Each output is held against the digest in its manifest first; where two batches came to something else for one
    input, nothing is copied. The order of the folders does not matter.

    \b
    Example:
      minutesparse merge shard-1/ shard-2/ -o documents/
    """
    from minutesparse.batch.merge import merge
    from minutesparse.cli import report

    count = merge([Path(folder) for folder in folders], Path(output))
    report(f"{output} holds {count} inputs")
    return 0
