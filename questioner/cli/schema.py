"""``questioner schema``: the JSON Schema of the team file."""

import json
from pathlib import Path

import click

from questioner.cli import options


@click.command("schema", short_help="Print the JSON Schema of the team file.")
@options.output
def command(output: Path | None) -> None:
    """Print the JSON Schema of the team file.

    \b
    Example:  questioner schema -o team.schema.json
    """
    from questioner.team import Team

    options.write(json.dumps(Team.model_json_schema(), ensure_ascii=False, indent=2), output)
