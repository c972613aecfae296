"""The SQLite file under the ledger: its tables, its lock, and changes that are made whole or not at all."""

import errno
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from questioner import files
from questioner.errors import InputError, Problem, UsageError

FILE = "ledger.sqlite3"
SCHEMA = 1

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
    seconds REAL,
    shape TEXT NOT NULL DEFAULT 'json_schema'
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
_LATER = (("request", "seconds REAL"), ("request", "shape TEXT NOT NULL DEFAULT 'json_schema'"))
"""Columns that older ledgers lack."""


class Database:
    """The open file of one folder. Nobody else can open it meanwhile, and the lock dies with the process."""

    def __init__(self, folder: Path, mode: int, *, dry: bool = False) -> None:
        """Open the file of ``folder``, or make it; ``dry`` opens a copy of it that nobody sees, gone when it is closed.

        Raises:
            UsageError: when another run has it open.
            InputError: when it cannot be made, or is none.
        """
        self._path = folder / FILE
        self._depth = 0
        with _told_of(self._path):
            if not dry:
                os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, mode))
            self._db = _connected("" if dry else self._path)
            try:
                if dry and self._path.is_file():
                    self._copy()
                self._prepare()
            except BaseException:
                self._db.close()
                raise

    def _copy(self) -> None:
        with closing(_connected(self._path)) as kept:
            kept.execute("SELECT 1 FROM sqlite_master")  # takes the lock, which a backup would wait for
            kept.backup(self._db)

    def _prepare(self) -> None:
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT;")
        self._db.row_factory = sqlite3.Row
        for table, column in _LATER:
            if column.split()[0] not in {row["name"] for row in self._db.execute(f"PRAGMA table_info({table})")}:
                self._db.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
        written = int(self.meta("schema", str(SCHEMA)))
        if written != SCHEMA:
            raise InputError(
                [Problem(f"was written by another version (schema {written}); use a new --out", str(self._path))]
            )

    def meta(self, name: str, otherwise: str) -> str:
        """Return what is kept under ``name``; keep ``otherwise`` there where nothing is."""
        self.do("INSERT OR IGNORE INTO meta VALUES (?, ?)", (name, otherwise))
        return str(self.do("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()[0])

    def keep(self, name: str, value: str) -> None:
        """Keep ``value`` under ``name``, in place of what was there."""
        self.do("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def close(self) -> None:
        """Give the folder free."""
        self._db.close()

    def do(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Carry out one statement.

        Raises:
            OSError: when the disk is full.
        """
        try:
            return self._db.execute(statement, values)
        except sqlite3.OperationalError as error:
            if "full" in str(error):
                raise OSError(errno.ENOSPC, "No space left on device", str(self._path)) from error
            raise

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make all that happens inside one change, or none where it breaks off."""
        name = f"s{self._depth}"
        self.do(f"SAVEPOINT {name}")
        self._depth += 1
        whole = False
        try:
            yield
            whole = True
        finally:
            self._depth -= 1
            if self._db.in_transaction:  # a full disk ends the transaction by itself
                if not whole:
                    self.do(f"ROLLBACK TO {name}")
                self.do(f"RELEASE {name}")


def _connected(path: Path | str) -> sqlite3.Connection:
    made = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    # The file's lock is the run's lock, and no shared memory is needed beside it.
    made.execute("PRAGMA locking_mode=EXCLUSIVE")
    return made


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """Put what keeps a ledger from being opened into words for a person."""
    try:
        yield
    except OSError as error:
        raise files.unwritable(path, error) from error
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise UsageError(
                f"{path.parent}: another run is at work in this folder; wait for it, or choose another --out"
            ) from error
        if "readonly" in str(error) or "unable to open" in str(error):
            raise InputError([Problem("cannot be written; choose another --out", str(path))]) from error
        raise
    except (sqlite3.DatabaseError, ValueError) as error:
        raise InputError([Problem(f"is not a ledger of questioner ({error})", str(path))]) from error
