"""``questioner rules``: what the reviewer looks for, from the rules themselves."""

import json
import textwrap

import click

from questioner.errors import UsageError
from questioner.review import RULES, Rule
from questioner.review.in_context import GROUPS, IN_CONTEXT

FIELDS = ("code", "name", "label", "severity", "message", "reply_test", "why", "source", "given", "rejects", "accepts")


@click.command("rules", short_help="Show the reviewer's rules, or one of them.")
@click.argument("code", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(code: str | None, form: str) -> None:
    """List the rules of the review, those whose code begins with CODE, or one of them in full.

    \b
    Examples:  questioner rules
               questioner rules ADV102
    """
    found = [rule for rule in (*RULES, *IN_CONTEXT) if code is None or rule.code.startswith(code.upper())]
    if not found:
        raise UsageError(f"there is no rule {code}; `questioner rules` lists them all")
    if form == "json":
        data = [{name: getattr(rule, name) for name in FIELDS} for rule in found]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif len(found) == 1:
        click.echo(_whole(found[0]))
    else:
        for rule in found:
            click.echo(f"{rule.code}  {rule.severity:<6}  {rule.label:<14}  {rule.message}")


def _whole(rule: Rule) -> str:
    lines = [
        f"{rule.code} {rule.name} ({rule.label}, {rule.severity})",
        "",
        rule.message,
        rule.why,
        f"It fails when the team could truthfully reply: {rule.reply_test}",
        f"Source: {rule.source}",
        *(
            f"Found: {where[:1].lower()}{where[1:].replace('`', '')}"
            for where, rules in GROUPS.items()
            if rule in rules
        ),
        "",
        *([f"Given: {rule.given}", ""] if rule.given else []),
        "Rejects:",
        *(f"  - {text}" for text in rule.rejects),
        "Accepts:",
        *(f"  - {text}" for text in rule.accepts),
    ]
    return "\n".join(textwrap.fill(line, 80, subsequent_indent="    " if line[:1] == " " else "") for line in lines)
