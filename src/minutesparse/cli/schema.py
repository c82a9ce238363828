"""``minutesparse schema``."""

from __future__ import annotations

import click

from minutesparse.cli.group import COMMANDS


@click.command("schema", short_help=COMMANDS["schema"])
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """Print the JSON Schema (2020-12) of a document, or of the part NAME.

    \b
    Examples:
      minutesparse schema > minutes.schema.json
      minutesparse schema Resolution
    """
    from minutesparse.cli.output import print_text
    from minutesparse.errors import OptionError
    from minutesparse.schema import document_schema, part_schema
    from minutesparse.writers.json import INDENT, json_text

    try:
        schema = part_schema(name) if name else document_schema()
    except OptionError as error:
        raise click.BadParameter(str(error), param_hint="NAME") from error
    print_text(json_text(schema, INDENT))
