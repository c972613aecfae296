"""The work on one team that takes a processor's time: read, prepare, review, write. Pure, and fit for any process.

``settle`` is a function of the team's bytes and of the replies that came so far: it returns the request that is
needed next, or the finished sheets. So a run that was killed, and a batch whose replies come hours later, go on
from the ledger alone. What was worked out for a shorter list of replies is kept for a while, to save time only.
"""

import gc
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from questioner import prepare, prompts, sheets
from questioner.batch.index import told
from questioner.errors import InputError, ReplyError, TemplateError, UsageError
from questioner.exchange import Reply, Request
from questioner.formats import Format
from questioner.inputs import team_in
from questioner.models import BANK
from questioner.plan import session_table
from questioner.prepare import Asking, Preparation
from questioner.resources import Templates
from questioner.session import SessionSheet
from questioner.sheets import Cut, Look
from questioner.standing import Picture
from questioner.team import Team
from questioner.wishes import Wishes, settle

_BUG = "this is a bug in questioner; `questioner prepare` shows more with QUESTIONER_TRACEBACK=1"


@dataclass(frozen=True, slots=True)
class Orders:
    """What is the same for every team of a run."""

    wishes: Wishes
    as_of: date | None
    """Day of every sheet; None where each file decides."""
    templates: Path | None
    """The user's own templates."""
    formats: tuple[Format, ...]
    cut: Cut
    group_by: str | None
    """Tag whose values the sheets are grouped by."""
    model: str
    """The name that is asked for, or ``bank``, which asks nobody."""
    today: date
    """Day of sheets where nothing else names one."""
    keep: int = 128
    """Teams whose state is kept between two replies, in each process."""


@dataclass(frozen=True, slots=True)
class Job:
    """One team to work on."""

    name: str
    """How errors call its file."""
    raw: bytes
    day: date
    """Day of the sheet where neither the orders nor the file name one."""
    wishes: Wishes | None = None
    """In place of those of the orders."""


@dataclass(frozen=True, slots=True)
class Settled:
    """How far a team has come: one of ``request``, ``sheets`` and ``failure`` is there."""

    team: str = ""
    """The team's name; empty where its file cannot be read."""
    day: date = date.min
    group: str = ""
    """The team's value of the tag that sheets are grouped by."""
    request: Request | None = None
    tokens: int = 0
    """Estimate of the request's input."""
    sheets: tuple[tuple[str, bytes], ...] = ()
    """Ending and content of the file of each format."""
    summary: dict[str, Any] = field(default_factory=dict)
    """What the manifest and the index say of the sheet."""
    failure: str = ""
    useless: bool = False
    """Whether it failed because of the replies, so that others may serve it better."""


class Worker:
    """Works on teams under the same orders."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders
        self._templates = Templates(orders.templates)
        self._kept: OrderedDict[tuple[Job, int], Asking] = OrderedDict()

    def settle(self, job: Job, replies: Sequence[Reply] = ()) -> Settled:
        """Return how far the team comes with these replies, in the order in which they were asked for.

        Raises:
            TemplateError: for a template that cannot be used, which no team can be helped without.
            UsageError: for minutes out of range.
        """
        known = self._kept.pop((job, len(replies) - 1), None)
        try:
            team = known.preparation.picture.team if known else team_in(job.raw, job.name)
        except InputError as error:
            return Settled(failure=str(error))
        day = self._orders.as_of or team.as_of or job.day
        head = Settled(team.team, day, str(team.tags.get(self._orders.group_by or "", "")))
        try:
            if self._orders.model == BANK:
                prepared = self._prepared(team, day, job)
                return self._further(head, prepare.from_bank(prepared), prepared.picture)
            left = replies[-1:] if known else replies
            begun = known or prepare.begin(self._prepared(team, day, job))
            reached = _advanced(begun, left)
            self._keep(job, len(replies), reached)
            return self._further(head, reached, begun.preparation.picture)
        except (TemplateError, UsageError):
            raise
        except ReplyError as error:
            return replace(head, failure=str(error), useless=True)
        except Exception as error:  # noqa: BLE001 - a bug that one team meets must not stop the others
            return replace(head, failure=f"{job.name}: {_BUG} ({type(error).__name__})")

    def _further(self, head: Settled, reached: Asking | SessionSheet, picture: Picture) -> Settled:
        if isinstance(reached, SessionSheet):
            index = told(reached, picture, coach=self._orders.cut is not Cut.ROOM)
            try:
                return replace(head, sheets=self._written(reached), summary={**_summary(reached), "index": index})
            except UsageError as error:  # a PDF that could not be printed
                return replace(head, failure=f"{head.team}: {error}")
        return replace(head, request=reached.request, tokens=prompts.estimated_tokens(reached.request.prompt))

    def _prepared(self, team: Team, day: date, job: Job) -> Preparation:
        return settle(team, day, job.wishes or self._orders.wishes, self._templates)

    def _keep(self, job: Job, replies: int, reached: Asking | SessionSheet) -> None:
        if isinstance(reached, Asking):
            self._kept[job, replies] = reached
            while len(self._kept) > self._orders.keep:
                self._kept.popitem(last=False)

    def _written(self, sheet: SessionSheet) -> tuple[tuple[str, bytes], ...]:
        table = session_table(self._templates, sheet.session)
        look = Look(self._orders.cut)
        return tuple(
            (form.ending, sheets.as_file(sheet, form, look, table, self._templates)) for form in self._orders.formats
        )


def _advanced(state: Asking, replies: Sequence[Reply]) -> Asking | SessionSheet:
    """Take in one reply after the other."""
    reached: Asking | SessionSheet = state
    for reply in replies:
        if isinstance(reached, Asking):
            reached = prepare.advance(reached, reply)
    return reached


def _summary(sheet: SessionSheet) -> dict[str, Any]:
    return {
        "as_of": sheet.as_of.isoformat(),
        "session": sheet.session.value,
        "minutes": sheet.minutes,
        "model": sheet.model,
        "prompt_sha256": sheet.prompt_sha256,
        "templates_sha256": sheet.templates_sha256,
        "rules_version": sheet.rules_version,
        "score": sheet.score.total,
    }


_worker: Worker | None = None


def start(orders: Orders) -> None:
    """Make this process ready for work under ``orders``: the first function that a new process runs."""
    global _worker  # noqa: PLW0603 - what a process works under is set once, before its first team
    gc.set_threshold(50_000)  # as for one team: what is made lives to the end of its team
    _worker = Worker(orders)


def settle_here(job: Job, replies: Sequence[Reply]) -> Settled:
    """Return what ``Worker.settle`` returns, in a process that ``start`` made ready."""
    assert _worker is not None  # noqa: S101 - the crew starts every process with its orders
    return _worker.settle(job, replies)
