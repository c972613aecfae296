"""One import: the teams of a source, what is still missing, and every file made before the first is written."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import unified_diff
from pathlib import Path

from questioner.errors import InputError, Problem, UsageError
from questioner.importing import gathering, records, writing
from questioner.importing.columns import Columns
from questioner.importing.gathering import Gathered, Given, Result, folded
from questioner.importing.sources import Source
from questioner.importing.writing import Report
from questioner.inputs import round_trip, team_file
from questioner.inputs.round_trip import RoundTrip
from questioner.phrasing import slugged


@dataclass(frozen=True)
class TeamFile:
    """One team's file as it will be."""

    team: str
    path: Path
    text: str
    before: str | None
    """Its text today; None for a new one."""
    report: Report
    content: bytes

    @property
    def changed(self) -> bool:
        """Say whether there is anything to write."""
        return self.text != self.before

    def preview(self) -> str:
        """Return a new file whole, and of one that is there the lines that change."""
        if self.before is None:
            return self.text
        name = str(self.path)
        lines = unified_diff(self.before.splitlines(), self.text.splitlines(), name, name, lineterm="", n=1)
        return "".join(f"{line}\n" for line in lines)


def gathered(source: Source, columns: Columns | None, given: Given) -> Result:
    """Return the teams in ``source``; ``columns`` says how its table is read.

    Raises:
        InputError: with every problem found, each with its row and column.
    """
    found, problems = list(source.page.records), list(source.page.problems)
    if source.table is not None and columns is not None:
        more, faults = records.from_table(source.table, columns)
        found += more
        problems += faults
    result = gathering.gather(found, source.file, given, source.page.name)
    gathering.lay_over(result, source.page.teams, given)
    problems = sorted([*problems, *result.problems], key=lambda problem: problem.line or 0)
    if not problems and not any(team.objectives for team in result.teams):
        hint = "" if source.table else "; one begins with a line such as “Objective: Calm starts”"
        problems = [Problem(f"holds no objective{hint}", source.file)]
    if problems:
        raise InputError(team_file.bounded(problems, source.file))
    if given.team:
        return _of_team(result, given.team, source.file)
    of_file = [team for team in result.teams if folded(team.team) == folded(given.into)]
    return replace(result, teams=of_file) if of_file else result


def _of_team(result: Result, wanted: str, file: str) -> Result:
    """Return the result with the one team that is wanted."""
    kept = [team for team in result.teams if folded(team.team) == folded(wanted)]
    if not kept:
        names = ", ".join(team.team for team in result.teams[:12])
        raise UsageError(f"--team {wanted}: {file} holds no such team; it holds {names}")
    return replace(result, teams=kept)


def lacking(result: Result, folder: Path, into: Path | None) -> tuple[str, ...]:
    """Return the names of the options that would say what nothing has said so far."""
    lacks = []
    if any(not team.team for team in result.teams):
        lacks.append("--team")
    new = [team for team in result.teams if into is None and not _path(team.team, folder).exists()]
    lacks += [f"--cycle-{part}" for part in ("start", "end") if any(part not in team.cycle for team in new)]
    if any(date.min in team.days for team in result.teams):
        lacks.append("--as-of")
    return tuple(lacks)


def with_notes(result: Result, notes: str, given: Given) -> None:
    """Add the notes of a check-in to the one team of an import, on its newest day.

    Raises:
        UsageError: when there are several teams, or no day is known.
    """
    if len(result.teams) > 1:
        raise UsageError(
            "--check-in holds one team's notes, and the import holds several teams; import them one by one"
        )
    team = result.teams[0]
    day = given.as_of or max(team.days, default=None)
    if day is None:
        raise UsageError("--check-in: say with --as-of DATE which day the notes are of")
    team.notes[day] = notes


def team_files(result: Result, folder: Path, into: Path | None) -> list[TeamFile]:
    """Return the file of every team, new or brought up to date; nothing is written yet.

    Raises:
        InputError: with every file that cannot be made.
    """
    if into is not None and len(result.teams) > 1:
        names = ", ".join(team.team for team in result.teams[:5])
        raise InputError([Problem(f"is one team's file, and the import holds {len(result.teams)}: {names}", str(into))])
    made: list[TeamFile] = []
    taken: set[Path] = set()
    problems: list[Problem] = []
    for team in result.teams:
        try:
            made.append(_team_file(team, into or _path(team.team, folder, taken)))
            taken.add(made[-1].path)
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return made


def _team_file(team: Gathered, path: Path) -> TeamFile:
    if not path.exists():
        text = writing.new_file(team, str(path))
        return TeamFile(team.team, path, text, None, Report(), text.encode())
    file = RoundTrip.read(path)
    before = file.text
    _refuse_another(file, team)
    report = writing.bring_up_to_date(file, team)
    return TeamFile(team.team, path, file.text, before, report, file.bytes_for(path))


def _refuse_another(file: RoundTrip, team: Gathered) -> None:
    """Refuse a file that is another team's by its name and by its goals."""
    own = str(file.data.get("team"))
    objectives = file.data.get("objectives")
    titles = (
        {folded(str(o.get("title"))) for o in objectives if isinstance(o, dict)}
        if isinstance(objectives, list)
        else set()
    )
    if folded(own) != folded(team.team) and not titles & {folded(objective.title) for objective in team.objectives}:
        what = f"is the file of {own}, and has no goal of {team.team}, which the import is of"
        raise InputError([Problem(what, file.name)])


def _path(team: str, folder: Path, taken: Collection[Path] = ()) -> Path:
    """Return where a team's file stands; where another team has that name for its file, a hash is added."""
    plain = folder / f"{slugged(team)}.yaml"
    if plain not in taken and (not plain.exists() or _holds(plain, team)):
        return plain
    return folder / f"{slugged(team)}-{hashlib.sha256(folded(team).encode()).hexdigest()[:6]}.yaml"


def _holds(path: Path, team: str) -> bool:
    return folded(name_in(path)) == folded(team)


def name_in(path: Path) -> str:
    """Return the name of the team in a team file; empty where there is no file yet, or no name in it.

    Raises:
        InputError: when it cannot be read.
    """
    if not path.exists():
        return ""
    data = team_file.data_of(str(path)).data
    return str(data.get("team") or "") if isinstance(data, dict) else ""


def write(files: Iterable[TeamFile]) -> None:
    """Write the files that change, all or none.

    Raises:
        InputError: when one cannot be written.
    """
    changed = {file.path: file.content for file in files if file.changed}
    for path in changed:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError([Problem(f"cannot be made: {error.strerror or error}", str(path.parent))]) from error
    round_trip.replace_all(changed)
