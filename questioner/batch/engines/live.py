"""The engine for a service that answers at once: many requests on their way, through one client."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from questioner.batch.bill import Budget
from questioner.batch.run import FATAL, Case, Run
from questioner.errors import QuestionerError, ServiceError, UnreachableError
from questioner.files import FULL
from questioner.models import Model, Tally

OPEN = 3
"""Teams in hand for each request that may be on its way: those beside it wait for their turn, a pause, or a review."""
HOPELESS = 10
"""Teams in a row that a service may fail to answer before the run gives it up; where it has answered others, as many
as may be on their way, since one failure of it meets all of those."""


class _TooLate(Exception):  # noqa: N818 - no error: a request that waited for its turn is not sent any more
    """The run was stopped before a request set out; it stays planned."""


class Live:
    """Asks for every request of a run and hands the replies back as they come."""

    def __init__(self, run: Run, model: Model, budget: Budget, concurrency: int) -> None:
        """Ask ``model``, which keeps to its own pace, within ``budget``; ``concurrency`` requests at most, 1 and up."""
        self._run, self._model, self._budget = run, model, budget
        self._room = asyncio.Semaphore(OPEN * concurrency)
        self._patience = max(HOPELESS, concurrency)
        self._unanswered = 0
        self._stopped: Exception | None = None

    async def drive(self) -> None:
        """Go on until every team is settled.

        Raises:
            ServiceError: when the key, the account, the model or the service is of no use to any team.
            StoppedError: when the budget is used up or the disk is full. Requests on their way are waited for.
        """
        try:
            async with (
                self._model.client() as client,
                asyncio.TaskGroup() as tasks,
                aclosing(self._run.cases()) as cases,
            ):
                await self._begin_all(client, cases, tasks)
        except ExceptionGroup as errors:  # the others were cancelled for the first one
            raise errors.exceptions[0] from None
        if self._stopped:
            raise self._stopped

    async def _begin_all(self, client: Any, cases: AsyncIterator[Case], tasks: asyncio.TaskGroup) -> None:
        try:
            async for case in cases:
                await self._room.acquire()
                if self._stopped:
                    return
                tasks.create_task(self._serve(client, case))
        except (QuestionerError, OSError) as error:
            self._stop(error)

    async def _serve(self, client: Any, case: Case | None) -> None:
        try:
            while case is not None and self._stopped is None:
                case = await self._asked(client, case)
        except (QuestionerError, OSError) as error:
            self._stop(error)
        except _TooLate:
            pass
        finally:
            self._room.release()

    def _stop(self, error: QuestionerError | OSError) -> None:
        """Send nothing more, and let the replies on their way come in."""
        if isinstance(error, OSError) and error.errno in FULL:
            error = self._run.stop_for_room()
        self._stopped = self._stopped or error

    async def _asked(self, client: Any, case: Case) -> Case | None:
        reserved = await self._budget.reserve(case.settled.tokens)
        custom_id = self._run.plan(case)
        began: list[float] = []
        tally = Tally(lambda: began.append(self._set_out(custom_id)))
        try:
            reply = await self._model.ask(client, case.request, tally)
        except asyncio.CancelledError:
            self._run.lose(custom_id, tally.usage)
            raise
        except ServiceError as error:
            self._failed(case, custom_id, error, tally)
            return None
        finally:
            await self._budget.settle(reserved, tally.usage)
        self._unanswered = 0
        if reply.seconds is None and began:
            reply = replace(reply, seconds=round(time.monotonic() - began[0], 3))
        return await self._run.take(case, custom_id, reply)

    def _set_out(self, custom_id: str) -> float:
        """Note that a request sets out; return when."""
        if self._stopped:
            raise _TooLate
        self._run.sent(custom_id)
        return time.monotonic()

    def _failed(self, case: Case, custom_id: str, error: ServiceError, tally: Tally) -> None:
        if isinstance(error, FATAL):
            self._run.refused(custom_id, error, tally.usage)
            raise error
        self._run.give_up(case, custom_id, error, tally.usage)
        self._unanswered = self._unanswered + 1 if isinstance(error, UnreachableError) else 0
        if self._unanswered >= (self._patience if self._run.counts.replies else HOPELESS):
            raise error
