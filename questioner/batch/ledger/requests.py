"""The ledger's table of requests: what was asked, what came of it and what it cost.

States of a request::

    planned -> sent -> collected -> published      the reply came; its questions stand on a sheet
                  |           |---> useless        the reply came, and the team's replies could not be used
                  |---> failed                     no reply, after all attempts
                  |---> lost                       its run ended before the reply came; it may have been billed

An engine whose replies come hours later keeps its requests ``sent`` in a file of requests, named in ``place``; only
those of the live engine are lost when a run ends.
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from questioner.batch import LIVE
from questioner.batch.ledger.database import Database
from questioner.exchange import Reply, Request, Usage

USAGE = ("requests", "input_tokens", "cached_tokens", "output_tokens")
"""Columns of what a request cost."""
_REPLY = f"reply, answered_by, problem, seconds, {', '.join(USAGE)}"
_SUMS = ", ".join(f"COALESCE(SUM({name}), 0)" for name in USAGE)


@dataclass(frozen=True, slots=True)
class RequestState:
    """What the ledger knows of one request, for whoever gets a line of results."""

    custom_id: str
    key: str
    state: str
    shape: str
    """How the reply's shape was asked for, when the request was written into a file."""


@dataclass(frozen=True, slots=True)
class PastRequest:
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


def key_of(model: str, request: Request) -> str:
    """Return the hash that a reply to ``request`` by ``model`` is found by."""
    again = f"\n{request.repeat}" if request.repeat > 1 else ""
    return hashlib.sha256(f"{model}\n{request.sha256}{again}".encode()).hexdigest()


class RequestTable:
    """A row a request."""

    def __init__(self, database: Database, run_id: str, today: date) -> None:
        """Enter requests under ids with ``run_id`` in them, noted on the day ``today``."""
        self._db, self._run_id, self._today = database, run_id, today.isoformat()

    def usage(self) -> Usage:
        """Return all that was spent in this folder, failed attempts included."""
        return sum(self.spent().values(), Usage())

    def spent(self) -> dict[str, Usage]:
        """Return what was spent in this folder by each engine, failed attempts included."""
        found = self._db.do(f"SELECT engine, {_SUMS} FROM request GROUP BY engine")  # noqa: S608 - our own columns
        return {row[0]: Usage(*row[1:]) for row in found.fetchall()}

    def lose(self) -> int:
        """Give up what an earlier run of the live engine left on its way; return how many requests that were."""
        return self._db.do(
            "UPDATE request SET state = 'lost', requests = MAX(requests, 1) WHERE state = 'sent' AND engine = ?",
            (LIVE,),
        ).rowcount

    def reply(self, key: str) -> Reply | None:
        """Return the reply to what ``key`` stands for, if one came and may be used."""
        found = self._db.do(
            f"SELECT {_REPLY} FROM request WHERE key = ? AND reply IS NOT NULL"  # noqa: S608 - our own columns
            " AND state IN ('collected', 'published') ORDER BY rowid DESC LIMIT 1",
            (key,),
        ).fetchone()
        return _reply(found) if found else None

    def asked(self) -> Iterator[PastRequest]:
        """Yield every request, oldest first."""
        found = self._db.do(
            f"SELECT team.source, wave, prompt_sha256, {_REPLY} FROM request JOIN team USING (slug)"  # noqa: S608 - our own columns
            " ORDER BY request.rowid"
        )
        for row in found:
            reply = None if row["reply"] is None else _reply(row)
            yield PastRequest(row["source"], row["wave"], row["prompt_sha256"], usage_in(row), reply)

    def plan(self, planned: Planned, engine: str) -> str:
        """Enter a request, or find it where it is planned already; return its opaque id.

        Ids are ``q1-<run>-<hash>``: they leave the machine and say nothing about the team.
        """
        found = self._db.do(
            "SELECT custom_id FROM request WHERE key = ? AND slug = ? AND engine = ? AND state = 'planned'",
            (planned.key, planned.slug, engine),
        ).fetchone()
        if found:
            return str(found[0])
        earlier = self._db.do("SELECT COUNT(*) FROM request WHERE key = ?", (planned.key,)).fetchone()[0]
        digest = hashlib.sha256(f"{planned.key} {planned.slug} {earlier}".encode()).hexdigest()
        custom_id = f"q1-{self._run_id}-{digest[:12]}"
        self._db.do(
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
        self._db.do("UPDATE request SET state = 'sent', place = ? WHERE custom_id = ?", (place, custom_id))

    def hold(self, place: str, shape: str, requests: Sequence[tuple[str, int]]) -> None:
        """Note that requests, each an id and the estimate of its tokens, stand in a file; they count as sent from here on."""
        for custom_id, estimate in requests:
            self._db.do(
                "UPDATE request SET state = 'sent', place = ?, shape = ?, estimate = ? WHERE custom_id = ?",
                (place, shape, estimate, custom_id),
            )

    def let_go(self, place: str) -> None:
        """Note that the requests in a file that have no reply are to be written anew."""
        self._db.do("UPDATE request SET state = 'planned', place = '' WHERE place = ? AND state = 'sent'", (place,))

    def awaited(self, key: str, engine: str) -> bool:
        """Say whether a reply to what ``key`` stands for is still to come."""
        found = self._db.do(
            "SELECT 1 FROM request WHERE key = ? AND engine = ? AND state = 'sent' LIMIT 1", (key, engine)
        )
        return found.fetchone() is not None

    def waiting(self, place: str) -> list[RequestState]:
        """Return the requests of a file that have no result yet."""
        found = self._db.do(
            "SELECT custom_id, key, state, shape FROM request WHERE place = ? AND state = 'sent' ORDER BY custom_id",
            (place,),
        )
        return [RequestState(*row) for row in found.fetchall()]

    def outstanding(self) -> dict[str, Usage]:
        """Return what each engine still waits for: requests, and the estimate of their tokens as input."""
        found = self._db.do(
            "SELECT engine, COUNT(*), SUM(estimate) FROM request WHERE state = 'sent' AND place != '' GROUP BY engine"
        )
        return {row[0]: Usage(row[1], row[2]) for row in found.fetchall()}

    def entry(self, custom_id: str) -> RequestState | None:
        """Return what is known of a request."""
        found = self._db.do(
            "SELECT custom_id, key, state, shape FROM request WHERE custom_id = ?", (custom_id,)
        ).fetchone()
        return RequestState(*found) if found else None

    def collect(self, custom_id: str, reply: Reply) -> Reply:
        """Note a reply and what it cost; return it as it was noted. It is safe from here on."""
        reply = replace(reply, text=_storable(reply.text))
        self._db.do(
            "UPDATE request SET state = 'collected', reply = ?, answered_by = ?, problem = ?, requests = ?,"
            " input_tokens = ?, cached_tokens = ?, output_tokens = ?, seconds = ?, noted = ? WHERE custom_id = ?",
            (reply.text, reply.model, reply.problem, *_figures(reply.usage), reply.seconds, self._today, custom_id),
        )
        return reply

    def give_up(self, custom_id: str, state: str, usage: Usage, error: str = "") -> None:
        """Note that no reply came (``failed``), or that nobody waits for it any more (``lost``), and the cost."""
        self._db.do(
            "UPDATE request SET state = ?, error = ?, requests = ?, input_tokens = ?, cached_tokens = ?,"
            " output_tokens = ?, noted = ? WHERE custom_id = ?",
            (state, error, *_figures(usage), self._today, custom_id),
        )

    def settle(self, keys: Sequence[str], state: str) -> None:
        """Note what became of the replies to ``keys``: ``published``, or ``useless``."""
        for key in keys:
            self._db.do(
                "UPDATE request SET state = ? WHERE key = ? AND state IN ('collected', 'published')", (state, key)
            )

    def purge(self, before: date) -> int:
        """Remove every reply noted before a day, for good; sheets and sums stay. Return how many there were."""
        with self._db.transaction():
            gone = self._db.do(
                "UPDATE request SET reply = NULL WHERE reply IS NOT NULL AND noted < ? AND state != 'sent'",
                (before.isoformat(),),
            ).rowcount
        self._db.do("VACUUM")
        self._db.do("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone


def _reply(row: sqlite3.Row) -> Reply:
    return Reply(row["reply"], usage_in(row), row["answered_by"], row["problem"], row["seconds"])


def usage_in(row: sqlite3.Row) -> Usage:
    """Return what a row tells of tokens; nothing where it is about no request."""
    return Usage(*(row[name] or 0 for name in USAGE))


def _figures(usage: Usage) -> tuple[int, int, int, int]:
    return usage.requests, usage.input_tokens, usage.cached_tokens, usage.output_tokens


def _storable(text: str) -> str:
    """Return ``text`` without halves of characters, which JSON lets through and no file can hold."""
    return text.encode("utf-8", "replace").decode()
