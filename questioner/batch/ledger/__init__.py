"""What was planned, sent, paid for and published: one SQLite file in the folder of the sheets.

A row for every request, one for every team and one for every file of requests. A reply is found by what was asked
(``key``: model and prompt), so that a team's file may be renamed, moved or reordered and nothing is paid for twice.
Every change is one transaction: a run that is killed at any moment leaves a ledger that the next one goes on from.
"""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from questioner.batch.ledger.database import Database
from questioner.batch.ledger.files import FileState, FileTable, RequestFile
from questioner.batch.ledger.requests import RequestTable
from questioner.batch.ledger.teams import TeamTable


class Ledger:
    """The open ledger of one folder: its tables, and the changes that concern more than one of them."""

    def __init__(self, folder: Path, today: date, mode: int = 0o600, *, dry: bool = False) -> None:
        """Open the ledger of ``folder``, or make it; a ``dry`` one knows the same and leaves no trace.

        Raises:
            UsageError: when another run has it open.
            InputError: when it cannot be made, or is none.
        """
        self.folder = folder
        self._db = Database(folder, mode, dry=dry)
        self.run_id = self._db.meta("run", secrets.token_hex(4))
        """Opaque, the same for every run in this folder."""
        self.teams = TeamTable(self._db)
        self.requests = RequestTable(self._db, self.run_id, today)
        self.files = FileTable(self._db)

    def close(self) -> None:
        """Give the folder free."""
        self._db.close()

    def begin_run(self) -> int:
        """Begin a run: count it, and give up what an earlier one left on its way. Return how many those were."""
        with self._db.transaction():
            self.teams.begin_run()
            return self.requests.lose()

    def publish(
        self, slug: str, fingerprint: str, files: Sequence[str], sheet: dict[str, Any], keys: Sequence[str]
    ) -> None:
        """Note that a team's sheets are in place, made from the replies to ``keys``."""
        with self._db.transaction():
            self.teams.publish(slug, fingerprint, files, sheet)
            self.requests.settle(keys, "published")

    def fail(self, slug: str, error: str, keys: Sequence[str] = ()) -> None:
        """Note that no sheet could be made for a team; the replies to ``keys`` were of no use."""
        with self._db.transaction():
            self.teams.fail(slug, error)
            self.requests.settle(keys, "useless")

    @property
    def fruitless(self) -> bool:
        """Whether nothing was ever asked or made in this folder."""
        asked = self._db.do("SELECT 1 FROM request UNION ALL SELECT 1 FROM team WHERE files != '[]' LIMIT 1")
        return asked.fetchone() is None

    def shape(self, model: str, otherwise: str) -> str:
        """Return how the shape of a model's replies is to be asked for in files, ``otherwise`` where nothing tells."""
        return self._db.meta(f"shape of {model}", otherwise)

    def note_shape(self, model: str, shape: str) -> None:
        """Note how the shape of a model's replies is asked for in files from here on."""
        self._db.keep(f"shape of {model}", shape)

    def hold(self, file: RequestFile, shape: str, requests: Sequence[tuple[str, int]]) -> None:
        """Note a file of requests, each an id and the estimate of its tokens; they count as sent from here on.

        ``shape`` is how it asks for the shape of the replies.
        """
        with self._db.transaction():
            self.files.add(file)
            self.requests.hold(file.name, shape, requests)

    def take_back(self, file: RequestFile) -> None:
        """Note that the requests of a file that have no reply are to be written anew; the file is over."""
        with self._db.transaction():
            self.requests.let_go(file.name)
            self.files.note(replace(file, state=FileState.OVER))
