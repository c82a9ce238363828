"""``minutesparse rule``."""

from __future__ import annotations

import click

from minutesparse.cli.group import COMMANDS


def _complete_rule(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[click.shell_completion.CompletionItem]:
    from click.shell_completion import CompletionItem

    from minutesparse.checks.registry import RULES

    return [CompletionItem(rule.code, help=rule.name) for rule in RULES if rule.code.startswith(incomplete.upper())]


@click.command("rule", short_help=COMMANDS["rule"])
@click.argument("code", metavar="[CODE]", required=False, shell_complete=_complete_rule)
@click.option("--all", "every", is_flag=True, help="All rules.")
@click.option("--output-format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True)
def command(code: str | None, every: bool, form: str) -> int:
    """Print the page of the rule with this CODE or name: what it finds, why it matters, examples, options.

    \b
    Examples:
      minutesparse rule MP505
      minutesparse rule --all --output-format json
    """
    from minutesparse.cli.output import print_text

    if (code is None) != every:
        raise click.UsageError("give one CODE or name, or --all.")
    from minutesparse.checks.registry import RULES
    from minutesparse.checks.rule_page import markdown, node
    from minutesparse.checks.selectors import rule_called
    from minutesparse.writers.json import json_text

    rules = RULES if code is None else (rule_called(code),)
    if form == "json":
        nodes = [node(rule) for rule in rules]
        print_text(json_text(nodes if every else nodes[0], indent=2))
    else:
        print_text("\n".join(markdown(rule) for rule in rules).rstrip("\n"))
    return 0
