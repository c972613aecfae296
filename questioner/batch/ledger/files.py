"""The ledger's table of files of requests, for engines whose replies come later.

States of a file::

    written -> uploaded -> submitted -> answered -> over
"""

from dataclasses import dataclass
from enum import StrEnum

from questioner.batch.ledger.database import Database


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
        return f"requests-{self.number:04}.jsonl"


class FileTable:
    """A row a file of requests."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def add(self, file: RequestFile) -> None:
        """Enter a file."""
        self._db.do(
            "INSERT INTO file (number, engine, state, requests, tokens) VALUES (?, ?, ?, ?, ?)",
            (file.number, file.engine, file.state, file.requests, file.tokens),
        )

    def next_number(self) -> int:
        """Return the number of the next file of requests, 1 and up."""
        return int(self._db.do("SELECT COALESCE(MAX(number), 0) + 1 FROM file").fetchone()[0])

    def of(self, engine: str, *states: FileState) -> list[RequestFile]:
        """Return the files of an engine that are in one of ``states``, oldest first."""
        found = self._db.do("SELECT * FROM file WHERE engine = ? ORDER BY number", (engine,)).fetchall()
        rows = [RequestFile(**{**dict(row), "state": FileState(row["state"])}) for row in found]
        return [row for row in rows if row.state in states]

    def note(self, file: RequestFile) -> RequestFile:
        """Note where a file of requests stands now; return it."""
        self._db.do(
            "UPDATE file SET state = ?, upload = ?, batch = ? WHERE number = ?",
            (file.state, file.upload, file.batch, file.number),
        )
        return file
