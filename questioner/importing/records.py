"""Rows to records: one key result (or an objective without any) on one day, checked cell by cell."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from questioner.errors import Problem
from questioner.importing.columns import Columns, Meaning, Progress
from questioner.importing.tables import Row, Table
from questioner.importing.values import (
    Cell,
    Decimal,
    Figure,
    confidence,
    day,
    figure,
    is_nothing,
    several,
    spelt_out,
    status,
    text,
)
from questioner.phrasing import visible
from questioner.team.fields import LONG, SHORT, Kind

COMPLETE = "% complete"
"""Unit of a key result of which only the progress is known; it goes from 0 to 100."""
_KINDS: dict[str, tuple[Kind, str]] = {
    "metric": (Kind.METRIC, ""), "number": (Kind.METRIC, ""), "numeric": (Kind.METRIC, ""), "time": (Kind.METRIC, ""),
    "currency": (Kind.METRIC, ""), "default progress": (Kind.METRIC, ""), "percentage": (Kind.METRIC, "%"),
    "percent": (Kind.METRIC, "%"), "custom percent": (Kind.METRIC, "%"), "euro": (Kind.METRIC, "€"),
    "dollar": (Kind.METRIC, "$"), "ordinal": (Kind.ORDINAL, ""), "milestone": (Kind.MILESTONE, ""),
    "binary": (Kind.MILESTONE, ""), "boolean": (Kind.MILESTONE, ""),
}  # fmt: skip
_OBJECTIVES = frozenset({"goal", "objective"})
_KEY_RESULTS = frozenset({"milestone", "key result", "kr"})
_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")

Measured = float | str
T = TypeVar("T")


@dataclass(frozen=True)
class Record:
    """What one place in a file says. Empty texts and None stand for what it does not say."""

    line: int
    objective: str
    team: str = ""
    objective_id: str = ""
    why: str = ""
    audience: str = ""
    parent: str = ""
    ambition: str = ""
    key_result: str = ""
    key_result_id: str = ""
    kind: Kind = Kind.METRIC
    owner: str = ""
    start: Measured | None = None
    target: Measured | None = None
    current: Measured | None = None
    unit: str = ""
    confidence: Measured | None = None
    status: str = ""
    comment: str = ""
    blockers: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    initiatives: tuple[str, ...] = ()
    day: date | None = None
    notes: str = ""
    cycle: tuple[tuple[str, str | date], ...] = ()
    """``name``, ``start`` and ``end``, as far as they are said."""


def from_table(table: Table, mapping: Columns) -> tuple[list[Record], list[Problem]]:
    """Return what the rows of ``table`` say, and a problem for each cell that cannot be read."""
    scale, problems = _progress_scale(table, mapping)
    places = {its: name for name, its in mapping.columns.items()}
    records = []
    for row, before in _with_objectives(table, mapping, problems):
        cells = dict(zip(table.header, row.cells, strict=True))
        meant = {its: cells[name] for name, its in mapping.columns.items()} | before
        if mapping.adapt:
            meant |= mapping.adapt(cells)
        reader = _RowReader(table, row, places, meant, mapping, scale)
        if (record := reader.record()) and not reader.problems:
            records.append(record)
        problems += reader.problems
    return same_scale(records, table.file, problems), problems


def same_scale(records: list[Record], file: str, problems: list[Problem]) -> list[Record]:
    """Return the records with confidence as percentages, where some of it is a fraction and so all is from 0 to 1."""
    numbers = [(r, r.confidence) for r in records if isinstance(r.confidence, float)]
    if not any(0 < number < 1 for _, number in numbers):
        return records
    what = "saw confidence {:g}, and fractions elsewhere in the file; write all of it from 0 to 1, or from 0 to 10"
    problems += [Problem(what.format(number), file, record.line) for record, number in numbers if number > 1]
    return [
        replace(r, confidence=f"{r.confidence * 100:.4g}%") if isinstance(r.confidence, float) else r for r in records
    ]


def _progress_scale(table: Table, mapping: Columns) -> tuple[Progress | None, list[Problem]]:
    """Return what stands for the whole in the column of progress, and the problem that it may be two things."""
    name = mapping.column(Meaning.PROGRESS)
    if mapping.progress or name is None:
        return mapping.progress, []
    values = []
    for cell in table.column(name):
        try:
            found = figure(cell, mapping.decimal)
        except ValueError:
            continue  # told for its own row
        if found and found.unit != "%":
            values.append(found.value)
    fractions, above = any(0 < value < 1 for value in values), any(value > 1 for value in values)
    if fractions == above and any(values):
        what = "may count to 1 or to 100; write progress: 1 or progress: 100 in the mapping"
        return None, [Problem(what, table.file, None, name)]
    return (Progress.ONE if fractions else Progress.HUNDRED), []


def _with_objectives(
    table: Table, mapping: Columns, problems: list[Problem]
) -> Iterator[tuple[Row, dict[Meaning, Cell]]]:
    """Yield each row with what the row of its objective says, where objectives have rows of their own."""
    title = mapping.column(Meaning.TITLE)
    if title is None:
        yield from ((row, {}) for row in table.rows)
        return
    at = {its: table.header.index(name) for name, its in mapping.columns.items()}

    def cell(row: Row, meaning: Meaning) -> str:
        return text(row.cells[at[meaning]]) if meaning in at else ""

    by_id = {name: row for row in table.rows if (name := cell(row, Meaning.ROW_ID))}
    parents = {cell(row, Meaning.PARENT_ROW) for row in table.rows}
    last: Row | None = None
    for row in table.rows:
        kind = re.sub(r"[\s_-]+", " ", cell(row, Meaning.TYPE)).casefold()
        above = by_id.get(cell(row, Meaning.PARENT_ROW))
        if Meaning.TYPE in at and kind not in _OBJECTIVES | _KEY_RESULTS:
            what = f"saw {cell(row, Meaning.TYPE)[:60]!r}; rows are of type goal or objective, milestone or key result"
            problems.append(Problem(what, table.file, row.number, mapping.column(Meaning.TYPE) or ""))
        elif kind in _OBJECTIVES or (Meaning.TYPE not in at and (cell(row, Meaning.ROW_ID) in parents or not above)):
            last = row
            around = {Meaning.PARENT: row_title} if above and (row_title := cell(above, Meaning.TITLE)) else {}
            own = {Meaning.OBJECTIVE: row.cells[at[Meaning.TITLE]], Meaning.OBJECTIVE_ID: cell(row, Meaning.ROW_ID)}
            yield row, {**around, **own, **dict.fromkeys(_OF_KEY_RESULTS)}
        elif (objective := above or last) is None:
            problems.append(Problem("is a key result, and no objective stands above it", table.file, row.number))
        else:
            shared = {its: objective.cells[at[its]] for its in _OF_OBJECTIVES if its in at}
            ids = {
                Meaning.OBJECTIVE_ID: cell(objective, Meaning.ROW_ID),
                Meaning.KEY_RESULT_ID: cell(row, Meaning.ROW_ID),
            }
            titles = {
                Meaning.OBJECTIVE: cell(objective, Meaning.TITLE),
                Meaning.KEY_RESULT: row.cells[at[Meaning.TITLE]],
            }
            yield row, {**shared, **ids, **titles}


_OF_OBJECTIVES = (Meaning.TEAM, Meaning.WHY, Meaning.AUDIENCE, Meaning.PARENT)
_OF_KEY_RESULTS = (
    Meaning.START, Meaning.TARGET, Meaning.CURRENT, Meaning.PROGRESS, Meaning.CONFIDENCE, Meaning.STATUS,
    Meaning.OWNER, Meaning.KIND, Meaning.UNIT, Meaning.DATE, Meaning.COMMENT,
)  # fmt: skip


class _RowReader:
    """Reads the cells of one row, and keeps what is wrong with them."""

    def __init__(
        self, table: Table, row: Row, places: dict[Meaning, str], cells: dict[Meaning, Cell], mapping: Columns,
        scale: Progress | None,
    ) -> None:  # fmt: skip
        self.problems: list[Problem] = []
        self._file, self._line, self._places, self._cells = table.file, row.number, places, cells
        self._decimal: Decimal | None = mapping.decimal
        self._mapping, self._scale = mapping, scale

    def record(self) -> Record | None:
        """Return the record of the row; None for one that is empty where it counts."""
        objective, key_result = self._line_of(Meaning.OBJECTIVE), self._line_of(Meaning.KEY_RESULT)
        if not objective and not key_result:
            if any(not is_nothing(cell) for its, cell in self._cells.items() if its is not Meaning.TEAM):
                self._fault(Meaning.OBJECTIVE, "is empty, and so is the key result; fill them in, or take the row out")
            return None
        if not objective:
            self._fault(Meaning.OBJECTIVE, "is empty; write the objective in every row (unmerge the cells)")
        return Record(
            line=self._line,
            objective=objective,
            team=self._line_of(Meaning.TEAM),
            objective_id=self._id(Meaning.OBJECTIVE_ID),
            why=self._text(Meaning.WHY),
            audience=self._line_of(Meaning.AUDIENCE),
            parent=self._line_of(Meaning.PARENT),
            ambition=self._ambition(),
            cycle=self._cycle(),
            day=self._day(Meaning.DATE),
            notes=self._text(Meaning.NOTES),
            **(self._of_key_result(key_result) if key_result else {}),
        )

    def _of_key_result(self, title: str) -> dict[str, Any]:
        kind, unit = self._kind()
        values = {its.value: value for its, value in self._measures(kind, unit).items()}
        return {
            "key_result": title,
            "key_result_id": self._id(Meaning.KEY_RESULT_ID),
            "owner": self._line_of(Meaning.OWNER),
            "confidence": self._read(Meaning.CONFIDENCE, lambda cell: confidence(cell, self._decimal)),
            "status": status(self._cell(Meaning.STATUS)) or "",
            "comment": self._text(Meaning.COMMENT),
            "blockers": several(self._cell(Meaning.BLOCKERS)),
            "asks": several(self._cell(Meaning.ASKS)),
            "initiatives": several(self._cell(Meaning.INITIATIVES)),
            **values,
        }

    def _cell(self, meaning: Meaning) -> Cell:
        return self._cells.get(meaning)

    def _fault(self, meaning: Meaning, message: str) -> None:
        self.problems.append(Problem(message, self._file, self._line, self._places.get(meaning, "")))

    def _read(self, meaning: Meaning, how: Callable[[Cell], T]) -> T | None:
        try:
            return how(self._cell(meaning))
        except ValueError as error:
            self._fault(meaning, str(error))
            return None

    def _text(self, meaning: Meaning, most: int = LONG) -> str:
        cell = self._cell(meaning)
        words = "" if is_nothing(cell) else visible(str(cell)).strip() if isinstance(cell, str) else text(cell)
        if len(words) > most:
            self._fault(meaning, f"holds {len(words):,} characters; {most:,} fit")
        return words

    def _line_of(self, meaning: Meaning) -> str:
        return " ".join(self._text(meaning, SHORT).split())

    def _id(self, meaning: Meaning) -> str:
        name = self._line_of(meaning)
        if name and not _ID.fullmatch(name):
            self._fault(meaning, f"saw {name[:60]!r}; an id has up to 40 letters, digits, - and _")
        return name

    def _day(self, meaning: Meaning) -> date | None:
        return self._read(meaning, lambda cell: day(cell, self._mapping.dates))

    def _ambition(self) -> str:
        word = self._line_of(Meaning.AMBITION).casefold()
        if word and word not in {"committed", "aspirational"}:
            self._fault(Meaning.AMBITION, f"saw {word[:60]!r}; write committed or aspirational")
        return word

    def _cycle(self) -> tuple[tuple[str, str | date], ...]:
        parts = (("name", self._line_of(Meaning.CYCLE_NAME)), ("start", self._day(Meaning.CYCLE_START)),
                 ("end", self._day(Meaning.CYCLE_END)))  # fmt: skip
        return tuple((key, value) for key, value in parts if value)

    def _kind(self) -> tuple[Kind | None, str]:
        """Return the kind, None where no column says it, and the unit that its name implies."""
        word = self._line_of(Meaning.KIND)
        if not word:
            return None, ""
        found = _KINDS.get(re.sub(r"[\s_-]+", " ", word).casefold())
        if not found:
            self._fault(Meaning.KIND, f"saw {word[:60]!r}; write metric, ordinal or milestone")
        return found or (None, "")

    def _measures(self, kind: Kind | None, implied: str) -> dict[Meaning, Measured | Kind | None]:
        names = (Meaning.START, Meaning.TARGET, Meaning.CURRENT)
        filled = [its for its in names if not is_nothing(self._cell(its))]
        unit = "" if is_nothing(self._cell(Meaning.UNIT)) else self._line_of(Meaning.UNIT)
        if not filled and kind in {None, Kind.METRIC} and not is_nothing(self._cell(Meaning.PROGRESS)):
            return self._by_progress()
        if kind in {Kind.ORDINAL, Kind.MILESTONE}:
            return {Meaning.KIND: kind, **{its: self._line_of(its) for its in filled}}
        figures = {its: self._read(its, lambda cell: figure(cell, self._decimal)) for its in filled}
        words = [its for its in filled if figures[its] is None]
        if words and kind is None and len(words) == len(filled) and not self.problems:
            return {Meaning.KIND: Kind.ORDINAL, **{its: self._line_of(its) for its in filled}}
        for its in words if not self.problems else ():
            self._fault(its, f"saw {self._line_of(its)[:60]!r} beside figures; write a number, or leave it empty")
        try:
            found, unit = in_one_unit({its: f for its, f in figures.items() if f}, unit or implied)
        except ValueError as error:
            self._fault(Meaning.UNIT, str(error))
            return {}
        return {Meaning.KIND: Kind.METRIC, Meaning.UNIT: unit, **found}

    def _by_progress(self) -> dict[Meaning, Measured | Kind | None]:
        found = self._read(Meaning.PROGRESS, lambda cell: figure(cell, self._decimal))
        if found is None:
            if not self.problems:
                self._fault(Meaning.PROGRESS, f"saw {self._line_of(Meaning.PROGRESS)[:60]!r}; write a number")
            return {}
        whole = 1 if self._scale is Progress.ONE and found.unit != "%" else 100
        value = float(f"{found.value / whole * 100:.6g}")
        return {Meaning.START: 0.0, Meaning.TARGET: 100.0, Meaning.CURRENT: value, Meaning.UNIT: COMPLETE}


def in_one_unit(figures: dict[Meaning, Figure], unit: str) -> tuple[dict[Meaning, float], str]:
    """Return the numbers of figures that belong together, and their unit; ``unit`` is that of those without one.

    Raises:
        ValueError: when they have different units.
    """
    units = {found.unit for found in figures.values()}
    if len(units) > 1 or (unit and units - {"", unit}):
        figures = {its: spelt_out(found) for its, found in figures.items()}
    units = {found.unit for found in figures.values()} | {unit}
    named = sorted(units - {""})
    if len(named) > 1:
        raise ValueError(f"differs between the figures of this key result: {', '.join(named)}; write them in one")
    return {its: found.value for its, found in figures.items()}, (named or [""])[0]
