"""``questioner init``: a commented team file to start from."""

from pathlib import Path

import click

from questioner.cli import options
from questioner.errors import UsageError
from questioner.resources import Templates

STARTER = "starter.yaml"


@click.command("init", short_help="Write a commented team file to start from.")
@click.argument("path", type=click.Path(path_type=Path), default="team.yaml")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@options.templates
def command(path: Path, force: bool, templates: Templates | None) -> None:
    """Write a commented team file to PATH (team.yaml without one, - for standard output).

    \b
    Example:  questioner init checkout.yaml && questioner prepare checkout.yaml
    """
    text = (templates or Templates()).text(STARTER)
    if str(path) == "-":
        options.write(text, None)
        return
    if path.exists() and not force:
        raise UsageError(f"{path} is there already; choose another name, or write over it with --force")
    options.write(text, path)
    click.echo(f"Wrote {path}. Fill it in, then: questioner prepare {path}", err=True)
