"""``questioner templates``: list, export and check the words that models and coaches read."""

from pathlib import Path

import click

from questioner.cli import options
from questioner.errors import ExitCode
from questioner.resources import Templates


@click.group("templates", short_help="List, export and check the templates.")
def command() -> None:
    """List, export and check the templates.

    \b
    Example:  questioner templates export mine && questioner templates check mine
    """


@command.command("list")
@options.templates
def list_(templates: Templates | None) -> None:
    """List every template, and where it comes from.

    \b
    Example:  questioner templates list --templates mine
    """
    known = templates or Templates()
    for name in sorted({*known.names, *known.overlaid}):
        click.echo(f"{'yours   ' if name in known.overlaid else 'built-in'}  {name}")


@command.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.argument("names", nargs=-1)
def export(folder: Path, names: tuple[str, ...]) -> None:
    """Copy the built-in templates (all, or those whose name begins with NAMES) to FOLDER, to edit there.

    Files that are there already stay as they are.

    \b
    Examples:  questioner templates export mine
               questioner templates export mine pillars bank/intent
    """
    from questioner import overlay

    for name, written in overlay.export(folder, names):
        click.echo(f"{'wrote' if written else 'kept '}  {folder / name}")


@command.command()
@click.argument("folder", type=options.TemplatesFolder(), required=False)
def check(folder: Templates | None) -> int:
    """Check the templates in FOLDER together with the built-in ones, or the built-in ones alone.

    Looks for templates that cannot be read, variables that nothing fills or that are left unused, pillars
    and signals without words or patterns, and built-in templates that changed since they were copied.
    Prompts and sheets are written once for the team of `questioner init`, which finds fields that a value has not.

    \b
    Example:  questioner templates check mine
    """
    from questioner import overlay

    remarks = overlay.check(folder or Templates())
    for remark in remarks:
        click.echo(f"{'error  ' if remark.error else 'warning'}  {remark.text}")
    if not remarks:
        click.echo("Nothing to remark.")
    return ExitCode.ANSWER_IS_NO if any(remark.error for remark in remarks) else ExitCode.OK
