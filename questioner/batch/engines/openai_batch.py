"""The engine for a service with OpenAI's Batch API: files of requests go up, results come within a day.

Every step is in the ledger before the next one, and what a step may have left at the service before the ledger knew
is looked for by name and metadata. So a run may be stopped or killed anywhere; the same command goes on.
"""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from questioner.batch import OPENAI_BATCH
from questioner.batch.bill import Budget
from questioner.batch.ledger.files import FileState, RequestFile
from questioner.batch.ledger.requests import RequestState
from questioner.batch.request_files import ENDPOINT, Limits, RequestFiles
from questioner.batch.run import FATAL, Run
from questioner.errors import ServiceError, UnreachableError
from questioner.exchange import Usage
from questioner.files import PRIVATE

if TYPE_CHECKING:
    from questioner.models.openai_batches import Batch, LineFault, OpenAIBatches
    from questioner.models.openai_chat import OpenAIChat

FAILED = "failed"
ENDED = frozenset({"completed", "expired", "cancelled", FAILED})
"""States of a batch that nothing more comes of; whatever else a service calls them is still under way."""
QUEUE_FULL = "token_limit_exceeded"
PATIENCE = 10
"""Looks in a row that may fail, or find a finished batch without results, before that is believed."""
_MISSING = {
    "expired": "the batch's time was over before this request was answered",
    "cancelled": "the batch was cancelled before this request was answered",
}
_sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


@dataclass(frozen=True, slots=True)
class Watching:
    """How batches are waited for."""

    wait: bool
    """False to leave at once what is under way."""
    poll: float
    """Seconds between two looks."""
    talk: Callable[[str], None]
    """Takes a line for the person at the terminal."""


class OpenAIBatch:
    """Submits the requests of a run, fetches the results, and goes on until every team is settled."""

    def __init__(self, run: Run, model: "OpenAIChat", budget: Budget, limits: Limits, watching: Watching) -> None:
        """Begin nothing yet; ``limits.tokens`` bounds what may wait in the service's queue, all files together."""
        self._run, self._model, self._watching = run, model, watching
        self._files = RequestFiles(run, model, budget, OPENAI_BATCH, limits)
        self._inherited = {file.number for file in self._files.files(FileState.WRITTEN, FileState.UPLOADED)}
        self._full = False
        self._told: dict[int, tuple[str, int]] = {}
        self._empty: dict[int, int] = {}
        self._unanswered = 0
        self._service: OpenAIBatches

    async def drive(self) -> None:
        """Go on until every team is settled, or until all is submitted where nobody waits.

        Raises:
            ServiceError: when the service is of no use; what is under way there is fetched by the next run.
            StoppedError: when the budget is used up or the disk is full.
        """
        from questioner.models.openai_batches import OpenAIBatches  # noqa: PLC0415 - only where it is chosen

        async with self._model.client() as client:
            self._service = OpenAIBatches(self._model, client)
            await self._go_on()
            await self._look()
            await self._files.write()
            await self._submit()
            while self._watching.wait and self._under_way:
                await _sleep(self._watching.poll)
                if await self._look():
                    self._run.again()
                    await self._files.write()
                    await self._submit()
        if self._files.fatal:
            raise self._files.fatal
        if self._files.stopped:
            raise self._files.stopped

    @property
    def _under_way(self) -> list[RequestFile]:
        return self._files.files(FileState.SUBMITTED)

    async def _go_on(self) -> None:
        """Finish what a killed run left half done."""
        for left in self._run.folder.glob(".results-*.part"):
            left.unlink()
        for file in self._files.files(FileState.WRITTEN):
            if not self._files.path(file).exists():
                self._run.ledger.take_back(file)
        for file in self._files.files(FileState.ANSWERED):
            await self._clear(file, await self._answered(file))

    async def _answered(self, file: RequestFile) -> "Batch":
        """Return the batch whose results are in the ledger; one without files where the service does not know it any more."""
        from questioner.models.openai_batches import Batch  # noqa: PLC0415 - as above

        try:
            return await self._service.batch(file.batch)
        except (UnreachableError, *FATAL):
            raise
        except ServiceError:
            return Batch(file.batch, "")

    # --- up -----------------------------------------------------------------------------------------------

    async def _submit(self) -> None:
        for file in self._files.files(FileState.UPLOADED, FileState.WRITTEN):
            if self._files.fatal or not self._has_room(file):
                return
            try:
                await self._start(file)
            except UnreachableError:
                if not self._under_way:
                    raise
                self._full = True  # as some services say it; tried again when another batch has ended
                return

    def _has_room(self, file: RequestFile) -> bool:
        queued, most = sum(other.tokens for other in self._under_way), self._files.limits.tokens
        return not queued or (not self._full and (most is None or queued + file.tokens <= most))

    async def _start(self, file: RequestFile) -> None:
        ledger, look = self._run.ledger, file.number in self._inherited
        whose = {"questioner_run": ledger.run_id, "questioner_file": file.name}
        if file.state is FileState.WRITTEN:
            name = f"questioner-{ledger.run_id}-{file.name}"
            upload = await self._service.upload(self._files.path(file), name, look=look)
            file = ledger.files.note(replace(file, state=FileState.UPLOADED, upload=upload))
        try:
            batch = await self._service.create(file.upload, ENDPOINT, whose, look=look)
        except (UnreachableError, *FATAL):
            raise
        except ServiceError:  # over an upload that is not there any more, or that nothing will be made of
            await self._service.delete(file.upload)
            ledger.files.note(replace(file, state=FileState.WRITTEN, upload=""))
            raise
        ledger.files.note(replace(file, state=FileState.SUBMITTED, batch=batch))
        self._watching.talk(f"{file.name}: {file.requests:,} requests submitted as {batch}.")

    # --- down ---------------------------------------------------------------------------------------------

    async def _look(self) -> bool:
        """Look at every batch under way; take in those that ended, and say whether there were any."""
        news = False
        try:
            for file in self._under_way:
                news = await self._looked(file) or news
            self._unanswered = 0
        except UnreachableError as error:
            self._unanswered += 1
            if not self._watching.wait or self._unanswered >= PATIENCE:
                raise
            self._watching.talk(f"{error} Looking again later; the batches go on.")
        return news

    async def _looked(self, file: RequestFile) -> bool:
        batch = await self._service.batch(file.batch)
        if self._told.get(file.number) != (batch.status, batch.answered):
            self._told[file.number] = batch.status, batch.answered
            total = batch.total or file.requests
            self._watching.talk(f"{file.name}: {batch.status}, {batch.answered:,} of {total:,} answered.")
        if batch.status not in ENDED or self._has_still_to_come(file, batch):
            return False
        self._full = False
        if batch.status == FAILED:
            await self._not_taken(file, batch)
        else:
            await self._collect(file, batch)
        return True

    def _has_still_to_come(self, file: RequestFile, batch: "Batch") -> bool:
        """Say whether a batch tells of answers and names no file of them, which some services do for a while."""
        if batch.status == FAILED or batch.output or batch.errors or not batch.answered:
            return False
        self._empty[file.number] = self._empty.get(file.number, 0) + 1
        return self._empty[file.number] < PATIENCE

    async def _collect(self, file: RequestFile, batch: "Batch") -> None:
        for results in filter(None, (batch.output, batch.errors)):
            await self._fetch(file, results)
        why = _MISSING.get(batch.status, "the batch ended without a result for this request")
        for entry in self._run.ledger.requests.waiting(file.name):
            self._files.refuse(entry, ServiceError(why), Usage(requests=1))
        await self._clear(self._run.ledger.files.note(replace(file, state=FileState.ANSWERED)), batch)

    async def _fetch(self, file: RequestFile, results: str) -> None:
        path = self._run.folder / f".results-{file.number:04}.part"
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, PRIVATE))
        try:
            for attempt in range(2):  # a line that cannot be read may have been cut off on its way here
                await self._service.download(results, path)
                told = self._files.read(path)
                if not told.broken or attempt:
                    break
        finally:
            path.unlink(missing_ok=True)
        self._watching.talk(f"{file.name}: {told}.")

    async def _clear(self, file: RequestFile, batch: "Batch") -> None:
        """Delete what the service and the folder still hold of a file whose results are in the ledger."""
        for held in filter(None, (file.upload, batch.output, batch.errors)):
            if not await self._service.delete(held):
                self._watching.talk(f"The service would not delete {held}; it may still hold it.")
        self._run.ledger.take_back(file)
        self._files.path(file).unlink(missing_ok=True)

    # --- not taken ----------------------------------------------------------------------------------------

    async def _not_taken(self, file: RequestFile, batch: "Batch") -> None:
        if any(fault.code == QUEUE_FULL for fault in batch.faults):
            await self._queue_was_full(file, batch)
            return
        if not self._refuse_lines(file, {fault.line: fault for fault in batch.faults}):
            self._refuse_all(file, batch)
        await self._clear(file, batch)

    def _refuse_lines(self, file: RequestFile, faults: "Mapping[int | None, LineFault]") -> bool:
        """Refuse the requests on the lines that the service found fault with, from 1; say whether there were any."""
        if not self._files.path(file).is_file():
            return False
        with self._files.path(file).open("rb") as text:
            named = {
                json.loads(line)["custom_id"]: faults[number] for number, line in enumerate(text, 1) if number in faults
            }
        found = [entry for entry in self._run.ledger.requests.waiting(file.name) if entry.custom_id in named]
        for entry in found:
            self._files.refuse(entry, self._error(entry, named[entry.custom_id]), Usage(requests=1))
        return bool(found)

    def _refuse_all(self, file: RequestFile, batch: "Batch") -> None:
        for entry in self._run.ledger.requests.waiting(file.name):
            error = self._error(entry, *batch.faults[:1])
            if isinstance(error, FATAL):
                self._files.fatal = error
                return
            self._files.refuse(entry, error, Usage(requests=1))

    def _error(self, entry: RequestState, fault: "LineFault | None" = None) -> ServiceError:
        told = {"error": {"message": fault.message, "code": fault.code} if fault else {}}
        return self._model.refusal(400, told, entry.shape)

    async def _queue_was_full(self, file: RequestFile, batch: "Batch") -> None:
        if len(self._under_way) > 1:
            self._full = True
            self._run.ledger.files.note(replace(file, state=FileState.UPLOADED, batch=""))
            self._watching.talk(
                f"{file.name}: the service's queue is full; submitted again when another batch has ended."
            )
        elif file.requests > 1:
            most = max(1, file.tokens // 2)
            self._files.limits = replace(self._files.limits, tokens=most)
            self._watching.talk(
                f"{file.name}: more than the service lets wait; smaller files, of {most:,} tokens at most."
            )
            for larger in self._files.files(FileState.WRITTEN, FileState.UPLOADED, FileState.SUBMITTED):
                await self._clear(larger, batch)
        else:
            self._refuse_all(file, batch)
            await self._clear(file, batch)
