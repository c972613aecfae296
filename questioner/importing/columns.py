"""Which column means what: documented presets, header synonyms, and a mapping that a person confirms and keeps.

A preset stands here only when its tool documents the whole header. For anything else the synonyms make a
proposal, and nothing is imported before somebody has agreed to it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from questioner.checked import path_of
from questioner.errors import InputError, Problem
from questioner.importing.tables import Table
from questioner.importing.values import (
    Cell,
    DayOrder,
    Decimal,
    day_order,
    is_nothing,
    looks_like_a_day,
    sign_of_decimals,
    text,
)
from questioner.inputs import round_trip, team_file
from questioner.team.fields import Day, Line


class Meaning(StrEnum):
    """What a column can mean; a key result a row unless it says otherwise."""

    TEAM = "team"
    OBJECTIVE = "objective"
    OBJECTIVE_ID = "objective_id"
    WHY = "why"
    AUDIENCE = "audience"
    PARENT = "parent"
    KEY_RESULT = "key_result"
    KEY_RESULT_ID = "key_result_id"
    TITLE = "title"  # of an objective or of a key result: `type` or `parent_row` tells
    TYPE = "type"
    ROW_ID = "row_id"
    PARENT_ROW = "parent_row"
    KIND = "kind"
    OWNER = "owner"
    START = "start"
    TARGET = "target"
    CURRENT = "current"
    UNIT = "unit"
    AMBITION = "ambition"
    PROGRESS = "progress"
    CONFIDENCE = "confidence"
    STATUS = "status"
    COMMENT = "comment"
    BLOCKERS = "blockers"
    ASKS = "asks"
    INITIATIVES = "initiatives"
    DATE = "date"
    NOTES = "notes"
    CYCLE_NAME = "cycle_name"
    CYCLE_START = "cycle_start"
    CYCLE_END = "cycle_end"


FIGURES = (Meaning.START, Meaning.TARGET, Meaning.CURRENT, Meaning.PROGRESS, Meaning.CONFIDENCE)
DAYS = (Meaning.DATE, Meaning.CYCLE_START, Meaning.CYCLE_END)


class Progress(StrEnum):
    """What stands for the whole of a column of progress."""

    ONE = "1"
    HUNDRED = "100"


SYNONYMS: dict[Meaning, str] = {
    Meaning.TEAM: "team, team name, department, departments, squad, group",
    Meaning.OBJECTIVE: "objective, objective title, objective name, ziel",
    Meaning.OBJECTIVE_ID: "objective id",
    Meaning.WHY: "why, reason, rationale, warum",
    Meaning.AUDIENCE: "audience, for whom, beneficiary",
    Meaning.PARENT: "corporate objective, company objective, parent objective, parent goal, uebergeordnetes unternehmensziel, übergeordnetes unternehmensziel, aligned to",
    Meaning.KEY_RESULT: "key result, key results, key result title, key result name, kr, kr title, measure, measure of success, indicator",
    Meaning.KEY_RESULT_ID: "key result id, kr id",
    Meaning.TITLE: "name, title, goal, goal title, goal name",
    Meaning.TYPE: "type, okr type, item type",
    Meaning.ROW_ID: "row id, goal id",
    Meaning.PARENT_ROW: "parent row ids, parent row id, parent id, parent goal ids",
    Meaning.KIND: "kind, metric type, key result type",
    Meaning.OWNER: "owner, owner name, owner email, owner emails, owner email id, lead, lead email, responsible, verantwortlich",
    Meaning.START: "start, start value, starting value, metric start value, starting amount, baseline, startwert, from",
    Meaning.TARGET: "target, target value, metric target value, ending amount, end, ende, zielwert, goal value, aim, to",
    Meaning.CURRENT: "current, current value, current amount, actual, actual value, aktuell, ist, now, latest value, value, key result value",
    Meaning.UNIT: "unit, units, metric unit, einheit, unit of measure, amount type",
    Meaning.AMBITION: "ambition",
    Meaning.PROGRESS: "progress, fortschritt, completion, percent complete, key result completion, key result progress",
    Meaning.CONFIDENCE: "confidence, confidence score, confidence level, zuversicht, key result confidence",
    Meaning.STATUS: "status, progress status, key result status, indicator status, health",
    Meaning.COMMENT: "comment, comments, check in comment, update, latest update, change info, kommentar",
    Meaning.BLOCKERS: "blockers, blocker, obstacles, impediments",
    Meaning.ASKS: "asks, ask, help needed",
    Meaning.INITIATIVES: "initiatives, initiative, projects",
    Meaning.DATE: "date, check in date, checkin date, last check in, last checkin, updated at, timestamp, datum",
    Meaning.NOTES: "notes, check in notes, notizen",
    Meaning.CYCLE_NAME: "cycle, cycle name, goal cycle, period, quarter, timeframe, quartal, zyklus",
    Meaning.CYCLE_START: "cycle start, start date, period start",
    Meaning.CYCLE_END: "cycle end, end date, due date, due at, period end",
}
"""Headers as they are met in OKR tools, in small letters with one blank between words."""

_BY_NAME = {name: meaning for meaning, names in SYNONYMS.items() for name in names.split(", ")}
_VALUE_OR_DAY = {Meaning.START: Meaning.CYCLE_START, Meaning.TARGET: Meaning.CYCLE_END}


def plain(name: str) -> str:
    """Return a header in small letters, its words parted by one blank: ``startValue`` and ``Start_Value`` alike."""
    parted = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", name)
    return " ".join(re.sub(r"[\s_./-]+", " ", parted).split()).casefold().rstrip(":*")


def known(names: Iterable[str]) -> int:
    """Return how many of ``names`` a header may hold."""
    return sum(_meaning(name) is not None for name in names)


def _meaning(name: str) -> Meaning | None:
    words = re.sub(r"^(?:key result|kr) \d{1,3} ", "key result ", plain(name))
    found = _BY_NAME.get(words)
    return found or _BY_NAME.get(words.removeprefix("key result "))


Adapt = Callable[[dict[str, Cell]], "dict[Meaning, Cell]"]
"""From the cells of one row by column to what they mean, where that takes more than one of them."""


@dataclass(frozen=True)
class Columns:
    """How one file is to be read."""

    columns: dict[str, Meaning]
    """By the column's name in the header."""
    preset: str = ""
    """The tool whose documented header this is; empty for a mapping that somebody has to confirm."""
    decimal: Decimal | None = None
    dates: DayOrder | None = None
    progress: Progress | None = None
    team: str | None = None
    cycle: dict[str, str] = field(default_factory=dict)
    """``name``, ``start``, ``end``, as far as they are given."""
    adapt: Adapt | None = None

    def column(self, meaning: Meaning) -> str | None:
        """Return the name of the column that means ``meaning``."""
        return next((name for name, its in self.columns.items() if its is meaning), None)


@dataclass(frozen=True)
class Preset:
    """The documented header of one tool."""

    name: str
    columns: dict[str, Meaning | None]
    """Every column of it; None for one that a team file has no place for."""
    also: dict[str, Meaning] = field(default_factory=dict)
    """Fields of a JSON export that may be missing, as empty ones are; others in it are passed over."""
    progress: Progress | None = None
    adapt: Adapt | None = None

    def fits(self, table: Table) -> bool:
        """Say whether the table has the header of the tool, and of a table no other column."""
        extra = set(table.header) - set(self.columns)
        return set(self.columns) <= set(table.header) and (not extra or bool(self.also))

    def mapping(self, table: Table) -> Columns:
        """Return the mapping of a table that it fits."""
        meant = {name: its for name, its in (self.columns | self.also).items() if its and name in table.header}
        return Columns(meant, self.name, progress=self.progress, adapt=self.adapt)


def _puzzle(cells: dict[str, Cell]) -> dict[Meaning, Cell]:
    """Return what puzzle/okr says in ways of its own: zones for steps, and a stretch goal of which 70 % is the target."""
    of = {name.removeprefix("objectives.keyResults."): cell for name, cell in cells.items()}
    made: dict[Meaning, Cell] = {}
    unit = text(of.get("unit") or of.get("unit.unitName"))
    made[Meaning.UNIT] = {"PERCENT": "%", "NUMBER": None}.get(unit, unit)
    zone = text(of.get("lastCheckIn.zone") or of.get("lastCheckIn.value")).upper()
    if text(of.get("keyResultType")) == "ordinal":
        steps = {"COMMIT": "commitZone", "TARGET": "targetZone", "STRETCH": "stretchZone"}
        made[Meaning.CURRENT] = of.get(steps[zone]) if zone in steps else zone or None
        made[Meaning.TARGET] = of.get("targetZone")
    elif of.get("targetValue") is None and of.get("stretchGoal") is not None:
        made[Meaning.TARGET] = of.get("stretchGoal")
        made[Meaning.AMBITION] = "aspirational"
    return made


def _oslo(cells: dict[str, Cell]) -> dict[Meaning, Cell]:
    """Return the day of a measurement of okr-tracker, which an export of its database gives in seconds since 1970."""
    seconds = next((c for n, c in cells.items() if n.startswith("progress.timestamp.") and isinstance(c, float)), None)
    return {} if seconds is None else {Meaning.DATE: datetime.fromtimestamp(seconds, UTC).date()}


_M = Meaning
_KR = "objectives.keyResults."
_OSLO = {"startValue": _M.START, "targetValue": _M.TARGET, "name": _M.KEY_RESULT}
_OSLO_ALSO = {
    "id": _M.KEY_RESULT_ID, "parent": _M.TEAM, "parent.name": _M.TEAM, "unit": _M.UNIT, "currentValue": _M.CURRENT,
    "progress.value": _M.CURRENT, "progress.comment": _M.COMMENT, "progress.timestamp": _M.DATE,
}  # fmt: skip
PRESETS = (
    Preset(
        "BurningOKR",
        {"Team": _M.TEAM, "Objective": _M.OBJECTIVE, "Progress": None, "Corporate Objective": _M.PARENT,
         "Key Result": _M.KEY_RESULT, "Description": None, "Start": _M.START, "End": _M.TARGET,
         "Actual": _M.CURRENT, "Unit": _M.UNIT},
    ),
    Preset(
        "BurningOKR (German)",
        {"Team": _M.TEAM, "Objective": _M.OBJECTIVE, "Fortschritt": None, "Uebergeordnetes Unternehmensziel": _M.PARENT,
         "Key Result": _M.KEY_RESULT, "Beschreibung": None, "Start": _M.START, "Ende": _M.TARGET,
         "Aktuell": _M.CURRENT, "Einheit": _M.UNIT},
    ),
    Preset(
        "Culture Amp",
        {"email": None, "name": _M.OBJECTIVE, "description": None, "visibility": None, "individual_emails": None,
         "due_at": None, "created_at": None, "priority": None, "status": None, "completion": None,
         "key_result_title": _M.KEY_RESULT, "key_result_completion": _M.PROGRESS},
        progress=Progress.ONE,
    ),
    Preset(
        "puzzle/okr",
        {"team.name": _M.TEAM, "objectives.title": _M.OBJECTIVE, f"{_KR}title": _M.KEY_RESULT},
        {"objectives.id": _M.OBJECTIVE_ID, "objectives.quarter.label": _M.CYCLE_NAME,
         "objectives.quarter.startDate": _M.CYCLE_START, "objectives.quarter.endDate": _M.CYCLE_END,
         f"{_KR}id": _M.KEY_RESULT_ID, f"{_KR}keyResultType": _M.KIND, f"{_KR}baseline": _M.START,
         f"{_KR}targetValue": _M.TARGET, f"{_KR}lastCheckIn.value": _M.CURRENT,
         f"{_KR}lastCheckIn.confidence": _M.CONFIDENCE, f"{_KR}lastCheckIn.createdOn": _M.DATE,
         f"{_KR}lastCheckIn.changeInfo": _M.COMMENT, f"{_KR}lastCheckIn.initiatives": _M.INITIATIVES},
        adapt=_puzzle,
    ),
    Preset("okr-tracker (Oslo)", {**_OSLO, "objective": _M.OBJECTIVE}, _OSLO_ALSO, adapt=_oslo),
    Preset("okr-tracker (Oslo)", {**_OSLO, "objective.name": _M.OBJECTIVE}, _OSLO_ALSO, adapt=_oslo),
)  # fmt: skip


def preset(table: Table) -> Columns | None:
    """Return the mapping of the tool whose documented header the table has."""
    return next((found.mapping(table) for found in PRESETS if found.fits(table)), None)


def proposed(table: Table) -> Columns:
    """Return what the names in the header, and of ``start`` and ``end`` the cells, make likely. To be confirmed.

    Each meaning is given to one column, the first; a column that is left without one is not read.
    """
    columns: dict[str, Meaning] = {}
    for name in table.header:
        meaning = _meaning(name)
        if meaning in _VALUE_OR_DAY and _holds_days(table.column(name)):
            meaning = _VALUE_OR_DAY[meaning]
        if plain(name) == "ziel" and _holds_figures(table.column(name)):  # German for an objective, and for a target
            meaning = Meaning.TARGET
        if meaning and meaning not in columns.values():
            columns[name] = meaning
    return Columns(_typed(columns))


def _holds_days(cells: list[Cell]) -> bool:
    filled = [cell for cell in cells if not is_nothing(cell)]
    return bool(filled) and all(looks_like_a_day(cell) for cell in filled)


def _holds_figures(cells: list[Cell]) -> bool:
    filled = [text(cell) for cell in cells if not is_nothing(cell)]
    return bool(filled) and all(re.fullmatch(r"\W?[\d.,]*\d\s*\S{0,8}", cell) for cell in filled)


def _typed(columns: dict[str, Meaning]) -> dict[str, Meaning]:
    """Decide between a row a key result and rows of several types, by which of their columns are there."""
    meant = set(columns.values())
    typed = Meaning.TITLE in meant and meant & {Meaning.TYPE, Meaning.PARENT_ROW} and Meaning.KEY_RESULT not in meant
    if typed:
        return {name: its for name, its in columns.items() if its not in {Meaning.OBJECTIVE, Meaning.KEY_RESULT}}
    rows = {Meaning.TYPE, Meaning.ROW_ID, Meaning.PARENT_ROW}
    kept = {name: its for name, its in columns.items() if its not in rows}
    free = Meaning.OBJECTIVE not in meant
    return {
        name: Meaning.OBJECTIVE if its is Meaning.TITLE else its
        for name, its in kept.items()
        if its is not Meaning.TITLE or free
    }


class _CycleInFile(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: Line | None = None
    start: Day | None = None
    end: Day | None = None


class _MappingFile(BaseModel):
    model_config = ConfigDict(extra="forbid")
    columns: dict[str, Meaning | None]
    decimal: Decimal | None = None
    dates: DayOrder | None = None
    progress: Progress | None = None
    team: Line | None = None
    cycle: _CycleInFile = _CycleInFile()


def read(path: Path, table: Table) -> Columns:
    """Return the mapping in the file at ``path`` for ``table``.

    Raises:
        InputError: when it cannot be read, is no mapping, or names a column that the table has not.
    """
    name = str(path)
    marked = team_file.data_of(name)
    try:
        found = _MappingFile.model_validate(marked.data)
    except ValidationError as error:
        problems = [
            Problem(f"saw {team_file.seen(e['input'])}: {e['msg'][:1].lower()}{e['msg'][1:]}", name,
                    marked.line(tuple(e["loc"])), path_of(e["loc"]))
            for e in error.errors()
        ]  # fmt: skip
        raise InputError(problems) from error
    missing = [column for column in found.columns if column not in table.header]
    if missing:
        what = "{0}: is no column of " + table.file + "; it has " + ", ".join(table.header)
        raise InputError([Problem(what.format(column), name, marked.line(("columns", column))) for column in missing])
    cycle = {key: str(value) for key, value in found.cycle if value is not None}
    columns = {column: meaning for column, meaning in found.columns.items() if meaning}
    return Columns(columns, "", found.decimal, found.dates, found.progress, found.team, cycle)


def written(mapping: Columns, table: Table) -> str:
    """Return the text of a mapping file."""
    columns = {name: (str(its) if (its := mapping.columns.get(name)) else None) for name in table.header}
    rest = {"decimal": mapping.decimal, "dates": mapping.dates, "progress": mapping.progress, "team": mapping.team}
    data = {
        "columns": columns,
        **{k: v for k, v in rest.items() if v},
        **({"cycle": mapping.cycle} if mapping.cycle else {}),
    }
    head = "# What each column means; null is not read. Possible: " + ", ".join(Meaning) + "\n"
    return head + round_trip.as_yaml(data)


def unread(mapping: Columns, table: Table) -> tuple[str, ...]:
    """Return the columns that hold something and are not read."""
    names = (name for name in table.header if name not in mapping.columns)
    return tuple(name for name in names if any(not is_nothing(cell) for cell in table.column(name)))


def settled(mapping: Columns, table: Table) -> Columns:
    """Return the mapping with the signs of numbers and days that the cells show beyond doubt, where none was given."""

    def cells(meanings: tuple[Meaning, ...]) -> list[Cell]:
        return [cell for name, its in mapping.columns.items() if its in meanings for cell in table.column(name)]

    return replace(
        mapping,
        decimal=mapping.decimal or sign_of_decimals(cells(FIGURES)),
        dates=mapping.dates or day_order(cells(DAYS)),
    )
