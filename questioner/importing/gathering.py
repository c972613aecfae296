"""Records of a file gathered into teams: goals in the order they are met, and updates by day."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from questioner.errors import InputError, Problem
from questioner.importing.pages import Facts
from questioner.importing.records import Record
from questioner.team.fields import MANY, Kind


@lru_cache(maxsize=4 * MANY)  # each title is compared with all others
def folded(title: str) -> str:
    """Return ``title`` in the form in which titles are compared: case, blanks, and signs at its ends do not count."""
    return " ".join(unicodedata.normalize("NFKC", title).casefold().split()).strip(" .,;:!?*\"'“”")


@dataclass
class KeyResult:
    """A key result as the file has it."""

    title: str
    id: str
    line: int
    fields: dict[str, Any]
    """What goes into the team file beside id and title, in its order."""
    updates: dict[date, dict[str, Any]] = field(default_factory=dict)
    """What each day's check-in says of it."""
    lines: dict[date, int] = field(default_factory=dict)
    """Where each update was read."""


@dataclass
class Objective:
    """An objective as the file has it."""

    title: str
    id: str
    fields: dict[str, Any]
    key_results: list[KeyResult] = field(default_factory=list)


T = TypeVar("T", Objective, KeyResult)


@dataclass
class Gathered:
    """One team as the file has it."""

    team: str
    cycle: dict[str, str | date] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    """``vision`` and ``background``."""
    objectives: list[Objective] = field(default_factory=list)
    notes: dict[date, str] = field(default_factory=dict)

    @property
    def days(self) -> list[date]:
        """Days that a check-in is for, in order."""
        updates = (day for o in self.objectives for k in o.key_results for day in k.updates)
        return sorted({*self.notes, *updates})


@dataclass
class Result:
    """The teams, what is wrong, and what was passed over and should be known."""

    teams: list[Gathered] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Given:
    """What a file may lack and the person at the terminal can say."""

    team: str = ""
    """The name where the file has none; where it has several teams, the one that is wanted."""
    cycle: Mapping[str, str | date] = field(default_factory=dict)
    """``name``, ``start`` and ``end``, as far as they are given; they go before what the file says."""
    as_of: date | None = None
    """Day of figures without one."""
    into: str = ""
    """The team of the one file that is brought up to date; the last to be asked for a name."""


def gather(records: Iterable[Record], file: str, given: Given, name: str = "") -> Result:
    """Return the teams in ``records``; ``name`` is that of the page around them, should they have none.

    Where nothing says it, a team's name stays empty, and figures stand on ``date.min``.

    Raises:
        InputError: for more goals than a team file takes.
    """
    team = name or given.team or given.into
    records = list(records)
    result = Result()
    teams: dict[str, Gathered] = {}
    for record in records:  # in the order of the file, so that goals keep it
        one = teams.setdefault(folded(record.team or team), Gathered(record.team or team))
        objective = _find_objective(one, record)
        _find_key_result(objective, record)
        if max(len(one.objectives), len(objective.key_results)) > MANY:
            what = f"is one goal more than a team file takes, which is {MANY}; split the file"
            raise InputError([Problem(what, file, record.line)])
    for record in sorted(records, key=lambda record: (record.day or date.max, record.line)):
        _add(teams[folded(record.team or team)], record, file, given, result)
    result.teams = list(teams.values())
    return result


def lay_over(result: Result, pages: Iterable[Facts], given: Given) -> None:
    """Add to the teams what a page says of them beside their goals."""
    for facts in pages:
        for one in result.teams:
            if folded(one.team) == folded(facts.team or given.team or given.into):
                one.cycle = {**facts.cycle, **one.cycle, **given.cycle}
                one.fields |= facts.fields
                if facts.notes:
                    one.notes[facts.day or given.as_of or date.min] = "\n".join(facts.notes)


def _find_objective(team: Gathered, record: Record) -> Objective:
    found = _matching(team.objectives, record.objective_id, record.objective)
    if found is None:
        found = Objective(record.objective, record.objective_id, {})
        team.objectives.append(found)
    return found


def _find_key_result(objective: Objective, record: Record) -> KeyResult | None:
    if not record.key_result:
        return None
    found = _matching(objective.key_results, record.key_result_id, record.key_result)
    if found is None:
        found = KeyResult(record.key_result, record.key_result_id, record.line, {})
        objective.key_results.append(found)
    return found


def _add(team: Gathered, record: Record, file: str, given: Given, result: Result) -> None:
    _add_cycle(team, record, file, given, result)
    day = record.day or given.as_of or date.min
    if record.notes:
        noted = team.notes.setdefault(day, record.notes)
        if record.notes not in noted.split("\n"):
            team.notes[day] = f"{noted}\n{record.notes}"
    objective = _find_objective(team, record)
    for name in ("why", "audience", "parent", "ambition"):
        if value := getattr(record, name):
            objective.fields.setdefault(name, value)
    key_result = _find_key_result(objective, record)
    if key_result is not None:
        _add_figures(key_result, record, day, file, result)


def _add_cycle(team: Gathered, record: Record, file: str, given: Given, result: Result) -> None:
    team.cycle |= given.cycle
    for name, value in record.cycle:
        if name not in given.cycle and team.cycle.setdefault(name, value) != value:
            option = f"--cycle-{name}"
            what = f"saw cycle {name} {value}, and {team.cycle[name]} above; give the team's own with {option}"
            result.problems.append(Problem(what, file, record.line))


def _matching(entries: list[T], name: str, title: str) -> T | None:
    """Return the entry of that id, or else of that title and no other id."""
    if name and (found := next((entry for entry in entries if entry.id == name), None)):
        return found
    wanted = folded(title)
    return next((e for e in entries if folded(e.title) == wanted and not (name and e.id)), None)


def _add_figures(found: KeyResult, record: Record, day: date, file: str, result: Result) -> None:
    fields = _fields(record)
    update = _moved(found, record, fields, _update(record))
    if clash := [name for name, value in fields.items() if found.fields.setdefault(name, value) != value]:
        what = f"is the key result of row {found.line}, with another {' and '.join(clash)}; keep one of the rows"
        result.problems.append(Problem(what, file, record.line))
        return
    if not update:
        return
    before = found.updates.setdefault(day, update)
    found.lines.setdefault(day, record.line)
    if before is update:
        return
    if before == update:
        result.remarks.append(f"{file}:{record.line}: says the same as row {found.lines[day]}; read once")
    else:
        what = f"is the key result of row {found.lines[day]} on the same day, with other figures; keep one of the rows"
        what += "" if record.day else ", or add a column of dates"
        result.problems.append(Problem(what, file, record.line))


def _moved(found: KeyResult, record: Record, fields: dict[str, Any], update: dict[str, Any]) -> dict[str, Any]:
    """Return the update with a target that is another on this record's day than before; it leaves ``fields``."""
    target = fields.get("target")
    if record.day and target is not None and found.fields.get("target") not in {None, target}:
        del fields["target"]
        return {**update, "target": target}
    return update


def _fields(record: Record) -> dict[str, Any]:
    given = {
        "owner": record.owner,
        "kind": "" if record.kind is Kind.METRIC else record.kind,
        "start": record.start,
        "target": record.target,
        "unit": record.unit,
        "initiatives": list(record.initiatives),
    }
    return {name: tidy(value) for name, value in given.items() if value not in ("", None, [])}


def _update(record: Record) -> dict[str, Any]:
    given = {
        "value": record.current,
        "confidence": record.confidence,
        "status": record.status,
        "comment": record.comment,
        "blockers": list(record.blockers),
        "asks": list(record.asks),
    }
    return {name: tidy(value) for name, value in given.items() if value not in ("", None, [])}


def tidy(value: Any) -> Any:
    """Return a whole number without its point, anything else as it is."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value
