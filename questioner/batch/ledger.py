"""What was planned, sent, paid for and published: one SQLite file in the folder of the sheets.

A row for every request and one for every team. A reply is found by what was asked (``key``: model and prompt),
so that a team's file may be renamed, moved or reordered and nothing is paid for twice. Every change is one
transaction: a run that is killed at any moment leaves a ledger that the next one goes on from.

States of a request::

    planned -> sent -> collected -> published      the reply came; its questions stand on a sheet
                  |           |---> useless        the reply came, and the team's replies could not be used
                  |---> failed                     no reply, after all attempts
                  |---> lost                       its run ended before the reply came; it may have been billed

An engine whose replies come hours later keeps its requests ``sent`` in a file of requests, named in ``place``; only
those of the live engine are lost when a run ends. States of such a file::

    written -> uploaded -> submitted -> answered -> over
"""

import errno
import hashlib
import json
import os
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from questioner.batch import LIVE
from questioner.errors import InputError, Problem, UsageError
from questioner.session import Reply, Request, Usage

FILE = "ledger.sqlite3"
SCHEMA = 1
IN_MEMORY = Path(":memory:")

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS team (
    slug TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    run INTEGER NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    input_sha256 TEXT NOT NULL,
    day TEXT NOT NULL,
    fingerprint TEXT NOT NULL DEFAULT '',
    files TEXT NOT NULL DEFAULT '[]',
    sheet TEXT NOT NULL DEFAULT '{}',
    error TEXT NOT NULL DEFAULT ''
);
CREATE INDEX IF NOT EXISTS team_fingerprint ON team (fingerprint);
CREATE INDEX IF NOT EXISTS team_input ON team (input_sha256);
CREATE INDEX IF NOT EXISTS team_place ON team (run, position);
CREATE TABLE IF NOT EXISTS request (
    custom_id TEXT PRIMARY KEY,
    slug TEXT NOT NULL,
    wave INTEGER NOT NULL,
    key TEXT NOT NULL,
    state TEXT NOT NULL,
    engine TEXT NOT NULL,
    place TEXT NOT NULL DEFAULT '',
    estimate INTEGER NOT NULL DEFAULT 0,
    noted TEXT NOT NULL,
    day TEXT NOT NULL,
    input_sha256 TEXT NOT NULL,
    prompt_sha256 TEXT NOT NULL,
    templates_sha256 TEXT NOT NULL,
    rules_version TEXT NOT NULL,
    model TEXT NOT NULL,
    requests INTEGER NOT NULL DEFAULT 0,
    input_tokens INTEGER NOT NULL DEFAULT 0,
    cached_tokens INTEGER NOT NULL DEFAULT 0,
    output_tokens INTEGER NOT NULL DEFAULT 0,
    answered_by TEXT NOT NULL DEFAULT '',
    reply TEXT,
    problem TEXT NOT NULL DEFAULT '',
    error TEXT NOT NULL DEFAULT '',
    seconds REAL
);
CREATE INDEX IF NOT EXISTS request_key ON request (key);
CREATE INDEX IF NOT EXISTS request_team ON request (slug);
CREATE INDEX IF NOT EXISTS request_state ON request (state);
CREATE INDEX IF NOT EXISTS request_place ON request (place);
CREATE TABLE IF NOT EXISTS file (
    number INTEGER PRIMARY KEY,
    engine TEXT NOT NULL,
    state TEXT NOT NULL,
    requests INTEGER NOT NULL,
    tokens INTEGER NOT NULL,
    upload TEXT NOT NULL DEFAULT '',
    batch TEXT NOT NULL DEFAULT ''
);
"""
_USAGE = "requests, input_tokens, cached_tokens, output_tokens"
_REPLY = f"reply, answered_by, problem, seconds, {_USAGE}"
_SUMS = ", ".join(f"COALESCE(SUM({name}), 0)" for name in _USAGE.split(", "))


class State(StrEnum):
    """Where a team stands."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Row:
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


class FileState(StrEnum):
    """Where a file of requests stands."""

    WRITTEN = "written"
    """It lies in the folder."""
    UPLOADED = "uploaded"
    """The service has it, under the id ``upload``."""
    SUBMITTED = "submitted"
    """The service works on it, as ``batch``."""
    ANSWERED = "answered"
    """All that came of it is in the ledger; the service may still hold its files."""
    OVER = "over"


@dataclass(frozen=True, slots=True)
class RequestFile:
    """A file of requests that are answered later."""

    number: int
    """From 1, in the order of writing."""
    engine: str
    state: FileState
    requests: int
    tokens: int
    """Estimate of all its prompts."""
    upload: str = ""
    batch: str = ""

    @property
    def name(self) -> str:
        """Its name in the folder."""
        return file_name(self.number)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the ledger knows of one request, for whoever gets a line of results."""

    custom_id: str
    key: str
    state: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of the past, and what came of it."""

    source: str
    """Of the team, as in its row."""
    wave: int
    prompt_sha256: str
    usage: Usage
    reply: Reply | None
    """None as long as none came."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A request as it enters the ledger."""

    slug: str
    key: str
    """Hash of the model and the prompt: what was asked, whoever asked it."""
    request: Request
    day: date
    """Of the sheet."""
    input_sha256: str
    templates_sha256: str
    rules_version: str
    model: str


def file_name(number: int) -> str:
    """Return the name of a file of requests."""
    return f"requests-{number:04}.jsonl"


def key_of(model: str, request: Request) -> str:
    """Return the hash that a reply to ``request`` by ``model`` is found by."""
    again = f"\n{request.repeat}" if request.repeat > 1 else ""
    return hashlib.sha256(f"{model}\n{request.sha256}{again}".encode()).hexdigest()


class Ledger:
    """The open ledger of one folder. Nobody else can open it meanwhile, and the lock dies with the process."""

    def __init__(self, folder: Path, today: date, mode: int = 0o600) -> None:
        """Open the ledger of ``folder``, or make it; ``IN_MEMORY`` makes one that leaves no trace.

        Raises:
            UsageError: when another run has it open.
            InputError: when it cannot be made, or is none.
        """
        self.folder = folder
        self._today = today.isoformat()
        self._depth = 0
        path = folder if folder == IN_MEMORY else folder / FILE
        try:
            if folder != IN_MEMORY:
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, mode))
            self._db = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
            self._prepare(path)
        except OSError as error:
            raise InputError([Problem(f"cannot be written: {error.strerror or error}", str(path))]) from error

    def _prepare(self, path: Path) -> None:
        try:
            # Exclusive: the file's lock is the run's lock, and no shared memory is needed beside it.
            for pragma in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
                self._db.execute(f"PRAGMA {pragma}")
            self._db.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT;")
            self._db.row_factory = sqlite3.Row
            if "seconds" not in {row["name"] for row in self._db.execute("PRAGMA table_info(request)")}:
                self._db.execute("ALTER TABLE request ADD COLUMN seconds REAL")  # ledgers of version 0.1 lack it
            written = int(self._meta("schema", str(SCHEMA)))
        except sqlite3.OperationalError as error:
            self._db.close()
            if "locked" in str(error):
                raise UsageError(
                    f"{path.parent}: another run is at work in this folder; wait for it, or choose another --out"
                ) from error
            if "readonly" in str(error) or "unable to open" in str(error):
                raise InputError([Problem("cannot be written; choose another --out", str(path))]) from error
            raise
        except (sqlite3.DatabaseError, ValueError) as error:
            self._db.close()
            raise InputError([Problem(f"is not a ledger of questioner ({error})", str(path))]) from error
        if written != SCHEMA:
            self._db.close()
            raise InputError(
                [Problem(f"was written by another version (schema {written}); use a new --out", str(path))]
            )
        self.run_id = self._meta("run", secrets.token_hex(4))
        """Opaque, the same for every run in this folder."""

    def _meta(self, name: str, otherwise: str) -> str:
        self._db.execute("INSERT OR IGNORE INTO meta VALUES (?, ?)", (name, otherwise))
        return str(self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()[0])

    def close(self) -> None:
        """Give the folder free."""
        self._db.close()

    def _do(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        try:
            return self._db.execute(statement, values)
        except sqlite3.OperationalError as error:
            if "full" in str(error):
                raise OSError(errno.ENOSPC, "No space left on device", str(self.folder / FILE)) from error
            raise

    @contextmanager
    def transaction(self, *, keep: bool = True) -> Iterator[None]:
        """Make all that happens inside one change, or with ``keep=False`` none at all."""
        name = f"s{self._depth}"
        self._do(f"SAVEPOINT {name}")
        self._depth += 1
        try:
            yield
        except BaseException:
            keep = False
            raise
        finally:
            self._depth -= 1
            if self._db.in_transaction:  # a full disk ends the transaction by itself
                if not keep:
                    self._do(f"ROLLBACK TO {name}")
                self._do(f"RELEASE {name}")

    # --- runs ---------------------------------------------------------------------------------------------

    def begin_run(self) -> int:
        """Begin a run: count it, and give up what an earlier one left on its way. Return how many those were."""
        with self.transaction():
            self.run = int(self._meta("runs", "0")) + 1
            self._do("UPDATE meta SET value = ? WHERE name = 'runs'", (str(self.run),))
            return self._do(
                "UPDATE request SET state = 'lost', requests = MAX(requests, 1) WHERE state = 'sent' AND engine = ?",
                (LIVE,),
            ).rowcount

    def complete_run(self) -> None:
        """Note that every team of the input was met: teams of earlier runs that were not are no part of it any more."""
        self._do("INSERT OR REPLACE INTO meta VALUES ('complete', ?)", (str(self.run),))

    def usage(self) -> Usage:
        """Return all that was spent in this folder, failed attempts included."""
        return sum(self.spent().values(), Usage())

    def spent(self) -> dict[str, Usage]:
        """Return what was spent in this folder by each engine, failed attempts included."""
        found = self._do(f"SELECT engine, {_SUMS} FROM request GROUP BY engine")  # noqa: S608 - our own columns
        return {row[0]: Usage(*row[1:]) for row in found.fetchall()}

    def purge(self, before: date) -> int:
        """Remove every reply noted before a day, for good; sheets and sums stay. Return how many there were."""
        with self.transaction():
            gone = self._do(
                "UPDATE request SET reply = NULL WHERE reply IS NOT NULL AND noted < ? AND state != 'sent'",
                (before.isoformat(),),
            ).rowcount
        self._do("VACUUM")
        self._do("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone

    # --- teams --------------------------------------------------------------------------------------------

    def day_of(self, input_sha256: str) -> date | None:
        """Return the day that a team with this input was planned for; None for one that is new."""
        found = self._do("SELECT MAX(day) FROM team WHERE input_sha256 = ?", (input_sha256,)).fetchone()[0]
        return date.fromisoformat(found) if found else None

    def done(self, fingerprint: str) -> Row | None:
        """Return a team of this fingerprint that is done and was not met in this run yet."""
        return self._row("fingerprint = ? AND state = 'done' AND run < ?", fingerprint, self.run)

    def at(self, slug: str) -> Row | None:
        """Return the team of that slug."""
        return self._row("slug = ?", slug)

    def from_source(self, source: str, name: str) -> Row | None:
        """Return the team that came from ``source`` under ``name`` in an earlier run, and not yet in this one."""
        return self._row("source = ? AND name = ? AND run < ?", source, name, self.run)

    def from_file(self, path: str) -> Row | None:
        """Return the team whose file ``path`` is, as a whole, met in an earlier run and not yet in this one."""
        return self._row("source = ? AND run < ?", path, self.run)

    def met(self, slug: str, source: str, position: int) -> None:
        """Note that a team takes part in this run, as it is."""
        self._do("UPDATE team SET run = ?, position = ?, source = ? WHERE slug = ?", (self.run, position, source, slug))

    def open_team(self, row: Row) -> None:
        """Enter a team whose sheet is to be made; what is known of an earlier sheet of it stays until then."""
        self._do(
            "INSERT INTO team (slug, source, name, run, position, state, input_sha256, day)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (slug) DO UPDATE SET source = excluded.source,"
            " name = excluded.name, run = excluded.run, position = excluded.position, state = excluded.state,"
            " input_sha256 = excluded.input_sha256, day = excluded.day, fingerprint = '', error = ''",
            (row.slug, row.source, row.name, self.run, row.position, row.state, row.input_sha256, row.day),
        )

    def publish(
        self, slug: str, fingerprint: str, files: Sequence[str], sheet: dict[str, Any], keys: Sequence[str]
    ) -> None:
        """Note that a team's sheets are in place, made from the replies to ``keys``."""
        with self.transaction():
            self._do(
                "UPDATE team SET state = 'done', fingerprint = ?, files = ?, sheet = ?, error = '' WHERE slug = ?",
                (fingerprint, json.dumps(list(files)), json.dumps(sheet, ensure_ascii=False), slug),
            )
            self._settle(keys, "published")

    def fail(self, slug: str, error: str, keys: Sequence[str] = ()) -> None:
        """Note that no sheet could be made for a team; the replies to ``keys`` were of no use."""
        with self.transaction():
            self._do("UPDATE team SET state = 'failed', error = ? WHERE slug = ?", (error, slug))
            self._settle(keys, "useless")

    def _settle(self, keys: Sequence[str], state: str) -> None:
        for key in keys:
            self._do("UPDATE request SET state = ? WHERE key = ? AND state IN ('collected', 'published')", (state, key))

    def teams(self) -> Iterator[tuple[Row, Usage]]:
        """Yield the teams in the order of the input, each with all that was spent on it.

        A run that ended before it met every team leaves the others as the runs before it did.
        """
        yield from self.every(since=int(self._meta("complete", "0")))

    def every(self, since: int = 0) -> Iterator[tuple[Row, Usage]]:
        """Yield the teams that were met in the run ``since`` or after it, each with all that was spent on it."""
        found = self._do(
            "SELECT team.*, spent.* FROM team LEFT JOIN"  # noqa: S608 - our own columns
            f" (SELECT slug AS whose, {', '.join(f'SUM({n}) AS {n}' for n in _USAGE.split(', '))}"
            " FROM request GROUP BY slug) AS spent ON spent.whose = team.slug WHERE run >= ? ORDER BY position, run DESC",
            (since,),
        )
        for row in found:
            yield _team(row), Usage(*(row[name] or 0 for name in _USAGE.split(", ")))

    def gone(self) -> Iterator[Row]:
        """Yield the teams of earlier runs that are not in this input; none before this run has met every team of it."""
        if int(self._meta("complete", "0")) == self.run:
            for row in self._do("SELECT * FROM team WHERE run < ? ORDER BY slug", (self.run,)):
                yield _team(row)

    def _row(self, where: str, *values: Any) -> Row | None:
        # The conditions are this module's own words.
        found = self._do(f"SELECT * FROM team WHERE {where} ORDER BY position LIMIT 1", values).fetchone()  # noqa: S608
        return _team(found) if found else None

    # --- requests -----------------------------------------------------------------------------------------

    def reply(self, key: str) -> Reply | None:
        """Return the reply to what ``key`` stands for, if one came and may be used."""
        found = self._do(
            f"SELECT {_REPLY} FROM request WHERE key = ? AND reply IS NOT NULL"  # noqa: S608 - our own columns
            " AND state IN ('collected', 'published') ORDER BY rowid DESC LIMIT 1",
            (key,),
        ).fetchone()
        return _reply(found) if found else None

    def asked(self) -> Iterator[Asked]:
        """Yield every request, oldest first."""
        found = self._do(
            f"SELECT team.source, wave, prompt_sha256, {_REPLY} FROM request JOIN team USING (slug)"  # noqa: S608 - our own columns
            " ORDER BY request.rowid"
        )
        for row in found:
            reply = None if row["reply"] is None else _reply(row)
            yield Asked(row["source"], row["wave"], row["prompt_sha256"], _usage(row), reply)

    def plan(self, planned: Planned, engine: str) -> str:
        """Enter a request, or find it where it is planned already; return its opaque id.

        Ids are ``q1-<run>-<hash>``: they leave the machine and say nothing about the team.
        """
        found = self._do(
            "SELECT custom_id FROM request WHERE key = ? AND slug = ? AND engine = ? AND state = 'planned'",
            (planned.key, planned.slug, engine),
        ).fetchone()
        if found:
            return str(found[0])
        earlier = self._do("SELECT COUNT(*) FROM request WHERE key = ?", (planned.key,)).fetchone()[0]
        digest = hashlib.sha256(f"{planned.key} {planned.slug} {earlier}".encode()).hexdigest()
        custom_id = f"q1-{self.run_id}-{digest[:12]}"
        self._do(
            "INSERT INTO request (custom_id, slug, wave, key, state, engine, noted, day, input_sha256, prompt_sha256,"
            " templates_sha256, rules_version, model) VALUES (?, ?, ?, ?, 'planned', ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                custom_id, planned.slug, planned.request.wave, planned.key, engine, self._today,
                planned.day.isoformat(), planned.input_sha256, planned.request.sha256, planned.templates_sha256,
                planned.rules_version, planned.model,
            ),
        )  # fmt: skip
        return custom_id

    def sent(self, custom_id: str, place: str = "") -> None:
        """Note that a request is on its way; ``place`` is where an engine finds it again."""
        self._do("UPDATE request SET state = 'sent', place = ? WHERE custom_id = ?", (place, custom_id))

    def hold(self, file: RequestFile, requests: Sequence[tuple[str, int]]) -> None:
        """Note a file of requests, each an id and the estimate of its tokens; they count as sent from here on."""
        with self.transaction():
            self._do(
                "INSERT INTO file (number, engine, state, requests, tokens) VALUES (?, ?, ?, ?, ?)",
                (file.number, file.engine, file.state, file.requests, file.tokens),
            )
            for custom_id, estimate in requests:
                self._do(
                    "UPDATE request SET state = 'sent', place = ?, estimate = ? WHERE custom_id = ?",
                    (file.name, estimate, custom_id),
                )

    def next_file(self) -> int:
        """Return the number of the next file of requests, 1 and up."""
        return int(self._do("SELECT COALESCE(MAX(number), 0) + 1 FROM file").fetchone()[0])

    def files(self, engine: str, *states: FileState) -> list[RequestFile]:
        """Return the files of an engine that are in one of ``states``, oldest first."""
        found = self._do("SELECT * FROM file WHERE engine = ? ORDER BY number", (engine,)).fetchall()
        rows = [RequestFile(**{**dict(row), "state": FileState(row["state"])}) for row in found]
        return [row for row in rows if row.state in states]

    def note(self, file: RequestFile) -> RequestFile:
        """Note where a file of requests stands now; return it."""
        self._do(
            "UPDATE file SET state = ?, upload = ?, batch = ? WHERE number = ?",
            (file.state, file.upload, file.batch, file.number),
        )
        return file

    def awaited(self, key: str, engine: str) -> bool:
        """Say whether a reply to what ``key`` stands for is still to come."""
        found = self._do("SELECT 1 FROM request WHERE key = ? AND engine = ? AND state = 'sent' LIMIT 1", (key, engine))
        return found.fetchone() is not None

    def waiting(self, file: RequestFile) -> list[Entry]:
        """Return the requests of a file that have no result yet."""
        found = self._do(
            "SELECT custom_id, key, state FROM request WHERE place = ? AND state = 'sent' ORDER BY custom_id",
            (file.name,),
        )
        return [Entry(*row) for row in found.fetchall()]

    def take_back(self, file: RequestFile) -> None:
        """Note that the requests of a file that have no reply are to be written anew; the file is over."""
        with self.transaction():
            self._do(
                "UPDATE request SET state = 'planned', place = '' WHERE place = ? AND state = 'sent'", (file.name,)
            )
            self.note(replace(file, state=FileState.OVER))

    def outstanding(self) -> dict[str, Usage]:
        """Return what each engine still waits for: requests, and the estimate of their tokens as input."""
        found = self._do(
            "SELECT engine, COUNT(*), SUM(estimate) FROM request WHERE state = 'sent' AND place != '' GROUP BY engine"
        )
        return {row[0]: Usage(row[1], row[2]) for row in found.fetchall()}

    def entry(self, custom_id: str) -> Entry | None:
        """Return what is known of a request."""
        found = self._do("SELECT custom_id, key, state FROM request WHERE custom_id = ?", (custom_id,)).fetchone()
        return Entry(*found) if found else None

    def collect(self, custom_id: str, reply: Reply) -> Reply:
        """Note a reply and what it cost; return it as it was noted. It is safe from here on."""
        reply = replace(reply, text=_storable(reply.text))
        self._do(
            "UPDATE request SET state = 'collected', reply = ?, answered_by = ?, problem = ?, requests = ?,"
            " input_tokens = ?, cached_tokens = ?, output_tokens = ?, seconds = ?, noted = ? WHERE custom_id = ?",
            (reply.text, reply.model, reply.problem, *_figures(reply.usage), reply.seconds, self._today, custom_id),
        )
        return reply

    def give_up(self, custom_id: str, state: str, usage: Usage, error: str = "") -> None:
        """Note that no reply came (``failed``), or that nobody waits for it any more (``lost``), and the cost."""
        self._do(
            "UPDATE request SET state = ?, error = ?, requests = ?, input_tokens = ?, cached_tokens = ?,"
            " output_tokens = ?, noted = ? WHERE custom_id = ?",
            (state, error, *_figures(usage), self._today, custom_id),
        )


def days_before(today: date, days: int) -> date:
    """Return the day before which a reply is older than ``days`` full days."""
    return today - timedelta(days=days)


def _reply(row: sqlite3.Row) -> Reply:
    return Reply(row["reply"], _usage(row), row["answered_by"], row["problem"], row["seconds"])


def _usage(row: sqlite3.Row) -> Usage:
    return Usage(*(row[name] for name in _USAGE.split(", ")))


def _figures(usage: Usage) -> tuple[int, int, int, int]:
    return usage.requests, usage.input_tokens, usage.cached_tokens, usage.output_tokens


def _storable(text: str) -> str:
    """Return ``text`` without halves of characters, which JSON lets through and no file can hold."""
    return text.encode("utf-8", "replace").decode()


def _team(row: sqlite3.Row) -> Row:
    return Row(
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
