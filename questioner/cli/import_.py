"""``questioner import``: an export, a spreadsheet or a page of text in, a team file a team out."""

import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from questioner.cli import options
from questioner.errors import InputError, Problem, UsageError
from questioner.files import STDIN

if TYPE_CHECKING:
    from questioner.importing.columns import Columns
    from questioner.importing.gathering import Given, Result
    from questioner.importing.run import TeamFile
    from questioner.importing.sources import Source
    from questioner.importing.tables import Table

COLUMNS = 12
"""Most columns that are named of a table that cannot be read."""
MAPPING = ".map"
"""What is put after a file's name to make that of its mapping."""


@dataclass(frozen=True)
class Choices(options.Talk):
    """What the options say, one field an option."""

    file: str
    out: Path
    into: Path | None
    team: str | None
    cycle_name: str | None
    cycle_start: date | None
    cycle_end: date | None
    as_of: date | None
    check_in: str | None
    mapping: Path | None
    yes: bool
    sheet: str | None
    decimal: str | None
    dates: str | None
    encoding: str | None
    dry_run: bool
    quiet: bool

    @property
    def asks(self) -> bool:
        """Say whether somebody is there to answer."""
        return self.file != STDIN and sys.stdin.isatty() and sys.stderr.isatty()


@click.command("import", short_help="Make team files from an export, a spreadsheet or a text.")
@click.argument("file", type=options.FILE)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path(), show_default=True,
              help="Folder for the team files, one a team.")  # fmt: skip
@click.option("--into", type=click.Path(path_type=Path, dir_okay=False), help="Bring this one team file up to date.")
@click.option("--team", help="Name of the team where the file has none; of several, the one to import.")
@click.option("--cycle-name", help="Name of the cycle, such as 2026-Q4.")
@click.option("--cycle-start", type=options.Day(), help="First day of the cycle.")
@click.option("--cycle-end", type=options.Day(), help="Last day of the cycle.")
@click.option("--as-of", type=options.Day(), help="Day that figures without a date are of, or today.")
@click.option("--check-in", help="Text, Markdown or Word file with the notes of the check-in.")
@click.option("--map", "mapping", type=click.Path(path_type=Path),
              help="Mapping of columns to read; a new one is kept here. FILE.map without it.")  # fmt: skip
@click.option("--yes", is_flag=True, help="Agree to the proposed mapping.")
@click.option("--sheet", help="Sheet of a workbook; the only one with goals without it.")
@click.option(
    "--decimal", type=click.Choice(["point", "comma"]), help="What 1,234 and 1.234 mean, where the file leaves it open."
)
@click.option(
    "--dates", type=click.Choice(["dmy", "mdy"]), help="What 03/04/2026 means, where the file leaves it open."
)
@click.option("--encoding", help="Encoding of a text, such as cp1252; found out without it.")
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write no team file.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on standard error but errors.")
def command(**values: object) -> None:
    """Make a team file for each team in FILE, or bring those that are there up to date.

    FILE is a table (CSV, TSV, XLSX, JSON) or a page of text (Word, Markdown, plain; - for standard input).
    Nothing is taken out of a file that is there. Prints the names of the files that were written.

    \b
    Examples:  questioner import okrs.csv --cycle-start 2026-10-01 --cycle-end 2026-12-31 --as-of today
               questioner import okrs.xlsx --out teams --dry-run
               questioner import page.docx --into checkout.yaml --as-of 2026-11-16
    """
    from questioner.importing import run

    choices = Choices(**values)  # type: ignore[arg-type]  # click has checked each of them
    source = _source(choices)
    mapping = _mapping(source, choices)
    result = _result(source, mapping, choices)
    files = run.team_files(result, choices.out, choices.into)
    _tell(files, result, source, choices)
    if choices.dry_run:
        options.write("".join(file.preview() for file in files if file.changed), None)
        return
    run.write(files)
    written = [file.path for file in files if file.changed]
    for path in written:
        click.echo(path)
    if written:
        choices.talk(f"Next: questioner prepare {written[0]}")


def _source(choices: Choices) -> "Source":
    from questioner.importing import sources
    from questioner.importing.values import DayOrder, Decimal

    reading = sources.Reading(
        choices.sheet,
        choices.encoding,
        Decimal(choices.decimal) if choices.decimal else None,
        DayOrder(choices.dates) if choices.dates else None,
    )
    source = sources.read(choices.file, reading)
    for remark in source.remarks:
        choices.talk(remark)
    return source


def _mapping(source: "Source", choices: Choices) -> "Columns | None":
    """Return how the table is to be read: documented, kept from last time, or agreed to now."""
    from questioner.importing import columns
    from questioner.importing.values import DayOrder, Decimal

    table = source.table
    if table is None:
        return None
    path = choices.mapping or (None if choices.file == STDIN else Path(choices.file + MAPPING))
    if path is not None and path.exists():
        mapping = columns.read(path, table)
        choices.talk(f"Reading the columns as {path} says.")
    elif documented := columns.preset(table):
        mapping = documented
        choices.talk(f"The header is that of {mapping.preset}.")
    else:
        mapping = _agreed(columns.proposed(table), table, path, choices)
    mapping = replace(
        mapping,
        decimal=Decimal(choices.decimal) if choices.decimal else mapping.decimal,
        dates=DayOrder(choices.dates) if choices.dates else mapping.dates,
    )
    if left := columns.unread(mapping, table):
        choices.talk(f"Not read: {', '.join(left)}.")
    return columns.settled(mapping, table)


def _agreed(mapping: "Columns", table: "Table", path: Path | None, choices: Choices) -> "Columns":
    """Return the proposed mapping once somebody has agreed to it, and keep it.

    Raises:
        UsageError: when nobody is there to ask, or the answer is no.
        InputError: when no column can be an objective.
    """
    from questioner.importing import columns
    from questioner.importing.columns import Meaning

    if not {Meaning.OBJECTIVE, Meaning.TITLE} & set(mapping.columns.values()):
        named = ", ".join(table.header[:COLUMNS]) + (
            f" and {rest} more" if (rest := len(table.header) - COLUMNS) > 0 else ""
        )
        what = f"no column is known to hold objectives; say which in a mapping (--map). Columns: {named}"
        raise InputError([Problem(what, table.file)])
    width = max(len(name) for name in table.header)
    lines = [f"  {name:{width}}  {mapping.columns.get(name, 'not read')}" for name in table.header]
    options.say(f"No tool is known by this header. The columns of {table.file} could be read so:")
    options.say("\n".join(lines))
    if not choices.yes and not (choices.asks and click.confirm("Read them so?", default=True, err=True)):
        how = "Agree with --yes; or keep it with --map FILE --yes --dry-run, change it there, and import again"
        raise UsageError(f"nothing was imported. {how}")
    if path is not None and (choices.mapping or not choices.dry_run):
        options.write(columns.written(mapping, table), path)
        choices.talk(f"Kept in {path}; the next import reads it there, with what you change in it.")
    return mapping


def _result(source: "Source", mapping: "Columns | None", choices: Choices) -> "Result":
    """Return the teams of the source, after asking for what is still missing."""
    from questioner.importing import run

    given = _given(mapping, choices)
    result = run.gathered(source, mapping, given)
    lacking = run.lacking(result, choices.out, choices.into)
    if lacking and not choices.asks:
        raise UsageError(
            f"{source.file} does not say it, so say it here: {', '.join(_HINTS[option] for option in lacking)}"
        )
    if lacking:
        given = _asked(given, lacking)
        result = run.gathered(source, mapping, given)
    if choices.check_in:
        run.with_notes(result, _notes(choices.check_in, choices), given)
    return result


_HINTS = {
    "--team": "--team NAME",
    "--cycle-start": "--cycle-start DATE",
    "--cycle-end": "--cycle-end DATE",
    "--as-of": "--as-of DATE (the day the figures are of)",
}


def _given(mapping: "Columns | None", choices: Choices) -> "Given":
    from questioner.importing import run
    from questioner.importing.gathering import Given

    own = {"name": choices.cycle_name, "start": choices.cycle_start, "end": choices.cycle_end}
    kept = mapping.cycle if mapping else {}
    cycle = {**kept, **{key: value for key, value in own.items() if value}}
    own_name = run.name_in(choices.into) if choices.into else ""
    return Given(choices.team or (mapping.team if mapping else None) or "", cycle, choices.as_of, own_name)


def _asked(given: "Given", lacking: tuple[str, ...]) -> "Given":
    """Ask for each thing that is missing, by its name."""
    cycle = dict(given.cycle)
    team, as_of = given.team, given.as_of
    for option in lacking:
        if option == "--team":
            team = click.prompt("Name of the team", err=True)
        elif option == "--as-of":
            as_of = click.prompt("Day that the figures are of (year-month-day, or today)", type=options.Day(), err=True)
        else:
            what = {"--cycle-start": "First day of the cycle", "--cycle-end": "Last day of the cycle"}[option]
            cycle[option.removeprefix("--cycle-")] = click.prompt(
                f"{what} (year-month-day)", type=options.Day(), err=True
            )
    return replace(given, team=team, cycle=cycle, as_of=as_of)


def _notes(path: str, choices: Choices) -> str:
    from questioner.importing import sources

    return sources.words(path, sources.Reading(encoding=choices.encoding))


def _tell(files: "list[TeamFile]", result: "Result", source: "Source", choices: Choices) -> None:
    """Say what was not understood, and what becomes of each file."""
    for remark in result.remarks:
        choices.talk(remark)
    for line in source.page.unread:
        choices.talk(f"{source.file}:{line.number}: not understood, and left out: {line.text}")
    would = "would be " if choices.dry_run else ""
    for file in files:
        what = "new" if file.before is None else f"{would}brought up to date" if file.changed else "nothing to change"
        choices.talk(f"{file.path}: {file.team}, {what}.")
        for change in (*file.report.changes, *file.report.remarks):
            choices.talk(f"  {change}")
