"""``questioner trends``: what has changed for a team over cycles, check-ins and sessions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questioner.cli import options
from questioner.errors import InputError
from questioner.formats import Format
from questioner.resources import Templates

if TYPE_CHECKING:
    from questioner.team import Team

FORMATS = (Format.TEXT, Format.HTML)
TEAM_FILES = {".yaml", ".yml", ".json"}


@click.command("trends", short_help="Show what has changed for a team over time.")
@click.argument("paths", type=options.FILE, nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice([form.value for form in FORMATS]), help="text without it.")
@click.option("--as-of", type=options.Day(), help="Day to look back from, or today; each file's own without it.")
@options.templates
@options.output
def command(
    paths: tuple[str, ...], form: str | None, as_of: date | None, templates: Templates | None, output: Path | None
) -> None:
    """Show what has changed for a team over the cycles, check-ins and sessions in its files.

    Each file is one cycle; files with the same team name belong together. A folder stands for the team files in it.
    Teams are never set side by side, and nothing is counted by person. Where there is too little data it says so.

    \b
    Examples:  questioner trends team.yaml
               questioner trends 2026-q3.yaml 2026-q4.yaml -o trends.html
    """
    from questioner.follow_through import trends, trends_page

    chosen = options.form_of(form, output, FORMATS)
    read = [team for path in paths for team in _teams(path)]
    if not read:
        raise InputError(f"{', '.join(paths)}: holds no team file")
    found = trends.trends(((team, as_of or team.as_of or date.today()) for team in read), templates or Templates())
    options.write(trends_page.write(found, chosen, templates or Templates()), output)


def _teams(path: str) -> "Iterator[Team]":
    """Yield the team at ``path``, or each in a folder, in which what is no team file is named and left out."""
    from questioner.inputs import read_team

    if not Path(path).is_dir():
        yield read_team(path)
        return
    for file in sorted(Path(path).iterdir()):
        if file.suffix.lower() in TEAM_FILES and not file.name.startswith("."):
            try:
                yield read_team(str(file))
            except InputError as error:
                first, *more = error.problems
                rest = f" (and {len(more)} more)" if more else ""
                options.say(f"Left out: {first}{rest}")
