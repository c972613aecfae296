"""``questioner config``: each setting, its value and where it comes from."""

import importlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from questioner import office
from questioner.cli import settings
from questioner.cli.settings_file import FILE, MAKERS, SHARED, TABLES, Setting
from questioner.errors import InputError, Problem
from questioner.models import keys
from questioner.phrasing import visible
from questioner.resources import Templates

DEFAULT, FROM_FILE, ENVIRONMENT, OFFICE = "default", "file", "environment", "office"


@dataclass(frozen=True, slots=True)
class Row:
    """One setting in effect."""

    command: str | None
    """The command that it is for; None for every command that has it."""
    key: str
    value: Any
    """None where nothing is set."""
    source: str
    """``default``, ``file``, ``environment`` or ``office``."""
    where: str | None
    """File and line, variable, or the office's file."""


@dataclass(frozen=True, slots=True)
class Place:
    """One file that settings may stand in."""

    file: str
    what: str
    found: bool


@click.command("config", short_help="Show each setting and where it comes from.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(form: str) -> None:
    """Show each setting, its value and where that comes from: a default, a file, the environment, or the office.

    Settings stand in questioner.toml, in the folder you work in (or one above it) and in the folder of your own
    settings; variables of the environment stand above them, options above those, the office's file above all.

    \b
    Examples:  questioner config
               questioner config --format json
    """
    settled = settings.read()
    _check(settled)
    places, rows, key = list(_places(settled)), list(_rows(settled)), _key(settled)
    if form == "json":
        data = {"files": [asdict(p) for p in places], "settings": [asdict(r) for r in rows], "key": key}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_lines(places, rows, key)))


def _check(settled: settings.Settings) -> None:
    """Look into the tables of all commands, of which others look into their own alone.

    Raises:
        InputError: with every setting that cannot be used.
    """
    problems: list[Problem] = []
    for name in TABLES:
        try:
            settings.applying(settled, name, _command(name))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(list(dict.fromkeys(problems)))


def _command(name: str) -> click.Command:
    from questioner.cli import COMMANDS

    command: click.Command = importlib.import_module(COMMANDS[name][0]).command
    return command


def _places(settled: settings.Settings) -> Iterator[Place]:
    yield Place(str(office.PLACE), "what the office has locked", office.PLACE.exists())
    if settled.project:
        yield Place(str(settled.project.path), "settings of this folder", found=True)
    else:
        yield Place(FILE, "settings of this folder, or of one above it", found=False)
    yield Place(str(settled.own.path), "your own settings", settled.own.path.exists())


def _rows(settled: settings.Settings) -> Iterator[Row]:
    """Yield what is shared, as it stands above all tables, then what is settled for one command or is its own."""
    above = settled.above
    shared = {row.key: row for name in reversed(MAKERS) for row in _of(name, above)}
    yield from (replace(shared[key], command=None) for key in SHARED)
    for name in TABLES:
        own = {key for file in settled.files for key in file.settings.get(name, {})}
        yield from (row for row in _of(name, settled) if row.key in own or row.key not in settings.shared_by(name))


def _of(name: str, settled: settings.Settings) -> Iterator[Row]:
    """Yield the settings of one command; click itself weighs defaults, files and environment."""
    command = _command(name)
    found = settings.applying(settled, name, command)
    made = {parameter: value for parameter, (value, _) in found.items()}
    # A command keeps the names of its help from its first context, so that one has to be the group's child.
    group = click.get_current_context().parent
    with command.make_context(name, [], group, resilient_parsing=True, default_map=made) as ctx:
        options = {settings.key_of(option): option for option in command.params if isinstance(option, click.Option)}
        for key in TABLES[name]:
            if key in options:
                setting = found.get(options[key].name or "", (None, None))[1]
                yield _row(name, key, options[key], ctx, setting)


def _row(name: str, key: str, option: click.Option, ctx: click.Context, setting: Setting | None) -> Row:
    locked = office.office()
    if (key == "send" and locked.send) or (key == "keep-names" and locked.keep_names is False):
        return Row(name, key, locked.send if key == "send" else False, OFFICE, str(office.PLACE))
    value = _plain(key, ctx.params[option.name or key])
    source = ctx.get_parameter_source(option.name or key)
    if source is ParameterSource.ENVIRONMENT:
        return Row(name, key, value, ENVIRONMENT, str(option.envvar))
    if setting:
        return Row(name, key, value, ENVIRONMENT if setting.variable else FROM_FILE, setting.where)
    if key == "model" and locked.models:
        return Row(name, key, locked.models[0], OFFICE, str(office.PLACE))
    return Row(name, key, value, DEFAULT, None)


def _plain(key: str, value: Any) -> Any:
    """Return a value as it stands in a file: no login in an address, a folder's name for what was read from it."""
    if isinstance(value, Templates):
        return str(value.overlay)
    if key == "base-url" and value:
        from questioner.models.redaction import without_login

        return without_login(value)
    if key == "mode":
        return f"{value:o}"
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, tuple):
        return list(value) or None
    return str(value) if isinstance(value, Path) else value


def _key(settled: settings.Settings) -> dict[str, str | None]:
    """Return where a key would be taken from; never the key."""
    if os.environ.get(keys.VARIABLE):
        return {"source": ENVIRONMENT, "where": keys.VARIABLE}
    if os.environ.get(keys.FILE_VARIABLE):
        return {"source": ENVIRONMENT, "where": f"{keys.FILE_VARIABLE}={os.environ[keys.FILE_VARIABLE]}"}
    named = settled.key_file()
    return {"source": FROM_FILE if named else DEFAULT, "where": named.where if named else None}


def _lines(places: list[Place], rows: list[Row], key: dict[str, str | None]) -> Iterator[str]:
    yield "Files, the strongest first"
    yield from (f"  {place.file}  ({place.what}; {'read' if place.found else 'not there'})" for place in places)
    command: str | None = ""
    width = max(len(row.key) for row in rows)
    for row in rows:
        if row.command != command:
            command = row.command
            yield f"\n{f'[{command}]' if command else 'For every command that has them'}"
        value = "not set" if row.value is None else _shown(row.value)
        yield f"  {row.key:{width}}  {value:24}  {row.where or 'default'}{' (the office)' if row.source == OFFICE else ''}"
    yield f"\nKey: taken from {key['where']}, and not shown" if key["where"] else "\nKey: none"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return visible(", ".join(value) if isinstance(value, list) else str(value))
