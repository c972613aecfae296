"""The ledger's table of teams: where each stands, in the run that met it last."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from questioner.batch.ledger.database import Database
from questioner.batch.ledger.requests import USAGE, usage_in
from questioner.exchange import Usage


class State(StrEnum):
    """Where a team stands."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team as the ledger knows it."""

    slug: str
    source: str
    name: str
    position: int
    """In the input of ``run``, from 0."""
    state: State
    input_sha256: str
    day: str
    """The day it was planned for where neither its file nor an option names one; an ISO date."""
    files: tuple[str, ...]
    """Its sheets, relative to the ledger's folder."""
    sheet: dict[str, Any]
    """What the sheet says of itself: hashes, model, score, session."""
    error: str
    run: int = 0
    """The last one that met it."""


class TeamTable:
    """A row a team."""

    run = 0
    """Number of the run that is at work, 1 and up once it has begun."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def begin_run(self) -> None:
        """Count a run: from here on, teams are met in it."""
        self.run = int(self._db.meta("runs", "0")) + 1
        self._db.keep("runs", str(self.run))

    def complete_run(self) -> None:
        """Note that every team of the input was met: teams of earlier runs that were not are no part of it any more."""
        self._db.keep("complete", str(self.run))

    def day_of(self, input_sha256: str) -> date | None:
        """Return the day that a team with this input was planned for; None for one that is new."""
        found = self._db.do("SELECT MAX(day) FROM team WHERE input_sha256 = ?", (input_sha256,)).fetchone()[0]
        return date.fromisoformat(found) if found else None

    def finished(self, fingerprint: str) -> TeamRow | None:
        """Return a team of this fingerprint that is done and was not met in this run yet."""
        return self._row("fingerprint = ? AND state = 'done' AND run < ?", fingerprint, self.run)

    def at(self, slug: str) -> TeamRow | None:
        """Return the team of that slug."""
        return self._row("slug = ?", slug)

    def from_source(self, source: str, name: str) -> TeamRow | None:
        """Return the team that came from ``source`` under ``name`` in an earlier run, and not yet in this one."""
        return self._row("source = ? AND name = ? AND run < ?", source, name, self.run)

    def from_file(self, path: str) -> TeamRow | None:
        """Return the team whose file ``path`` is, as a whole, met in an earlier run and not yet in this one."""
        return self._row("source = ? AND run < ?", path, self.run)

    def last_at(self, position: int) -> TeamRow | None:
        """Return the team in that place of the last whole input, if it was not met in this run yet."""
        last = int(self._db.meta("complete", "0"))
        return self._row("position = ? AND run >= ? AND run < ?", position, last, self.run)

    def met(self, slug: str, source: str, position: int) -> None:
        """Note that a team takes part in this run, as it is."""
        self._db.do(
            "UPDATE team SET run = ?, position = ?, source = ? WHERE slug = ?", (self.run, position, source, slug)
        )

    def open(self, row: TeamRow) -> None:
        """Enter a team whose sheet is to be made; what is known of an earlier sheet of it stays until then."""
        self._db.do(
            "INSERT INTO team (slug, source, name, run, position, state, input_sha256, day)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (slug) DO UPDATE SET source = excluded.source,"
            " name = excluded.name, run = excluded.run, position = excluded.position, state = excluded.state,"
            " input_sha256 = excluded.input_sha256, day = excluded.day, fingerprint = '', error = ''",
            (row.slug, row.source, row.name, self.run, row.position, row.state, row.input_sha256, row.day),
        )

    def publish(self, slug: str, fingerprint: str, files: Sequence[str], sheet: dict[str, Any]) -> None:
        """Note that a team's sheets are in place."""
        self._db.do(
            "UPDATE team SET state = 'done', fingerprint = ?, files = ?, sheet = ?, error = '' WHERE slug = ?",
            (fingerprint, json.dumps(list(files)), json.dumps(sheet, ensure_ascii=False), slug),
        )

    def fail(self, slug: str, error: str) -> None:
        """Note why no sheet could be made for a team."""
        self._db.do("UPDATE team SET state = 'failed', error = ? WHERE slug = ?", (error, slug))

    def current(self) -> Iterator[tuple[TeamRow, Usage]]:
        """Yield the teams in the order of the input, each with all that was spent on it.

        A run that ended before it met every team leaves the others as the runs before it did.
        """
        yield from self.every(since=int(self._db.meta("complete", "0")))

    def every(self, since: int = 0) -> Iterator[tuple[TeamRow, Usage]]:
        """Yield the teams that were met in the run ``since`` or after it, each with all that was spent on it."""
        found = self._db.do(
            "SELECT team.*, spent.* FROM team LEFT JOIN"  # noqa: S608 - our own columns
            f" (SELECT slug AS whose, {', '.join(f'SUM({n}) AS {n}' for n in USAGE)}"
            " FROM request GROUP BY slug) AS spent ON spent.whose = team.slug WHERE run >= ? ORDER BY position, run DESC",
            (since,),
        )
        for row in found:
            yield _team(row), usage_in(row)

    def gone(self) -> Iterator[TeamRow]:
        """Yield the teams of earlier runs that are not in this input; none before this run has met every team of it."""
        if int(self._db.meta("complete", "0")) == self.run:
            for row in self._db.do("SELECT * FROM team WHERE run < ? ORDER BY slug", (self.run,)):
                yield _team(row)

    def _row(self, where: str, *values: Any) -> TeamRow | None:
        # The conditions are this module's own words.
        found = self._db.do(f"SELECT * FROM team WHERE {where} ORDER BY position LIMIT 1", values).fetchone()  # noqa: S608
        return _team(found) if found else None


def _team(row: sqlite3.Row) -> TeamRow:
    return TeamRow(
        slug=row["slug"],
        source=row["source"],
        name=row["name"],
        position=row["position"],
        state=State(row["state"]),
        input_sha256=row["input_sha256"],
        day=row["day"],
        files=tuple(json.loads(row["files"])),
        sheet=json.loads(row["sheet"]),
        error=row["error"],
        run=row["run"],
    )
