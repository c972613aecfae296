"""``questioner follow-up``: three questions for a team between two sessions."""

from datetime import date
from pathlib import Path

import click

from questioner.cli import options
from questioner.resources import Templates


@click.command("follow-up", short_help="Print three questions to send between sessions.")
@click.argument("file", type=options.FILE)
@click.option("--as-of", type=options.Day(), help="Day of the note, or today; the file's own without it.")
@options.templates
@options.output
def command(file: str, as_of: date | None, templates: Templates | None, output: Path | None) -> None:
    """Print a note for the team in FILE to send between two sessions: an insight, a promise, a step of their own.

    It quotes the team's own words only where they name nobody, and holds no figure, score or note of the coach.

    \b
    Example:  questioner follow-up team.yaml -o note.txt
    """
    from questioner import standing
    from questioner.follow_through import note
    from questioner.inputs import read_team

    team = read_team(file)
    picture = standing.read(team, as_of or team.as_of or date.today())
    options.write(note.write(picture, templates or Templates()), output)
