"""Files of requests that are answered later, and lines of results that come back.

A request is a line of JSON, as OpenAI's Batch API, Azure's and vLLM's ``run-batch`` read it::

    {"custom_id": "q1-…", "method": "POST", "url": "/v1/chat/completions", "body": {…}}

So is a result, in any order; the status tells whether it is a reply, since ``error`` is null for most failures::

    {"custom_id": "q1-…", "response": {"status_code": 200, "body": {…}}, "error": null}
    {"custom_id": "q1-…", "response": null, "error": {"code": "batch_expired", "message": "…"}}
    {"custom_id": "q1-…", "response": {"status_code": 400, "body": null}, "error": "…"}        as vLLM writes it

A file of requests is written aside, entered in the ledger together with its requests, and only then put in its
place: a run that is killed in between leaves a file that the next one puts there.
"""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from questioner import files
from questioner.batch.bill import Budget
from questioner.batch.ledger.files import FileState, RequestFile
from questioner.batch.ledger.requests import RequestState
from questioner.batch.run import FATAL, Case, Run
from questioner.errors import ServiceError, ShapeRefusedError, StoppedError
from questioner.exchange import Reply, Request, Usage
from questioner.models.bodies import field_of, usage_of
from questioner.models.redaction import one_line

ENDPOINT = "/v1/chat/completions"
LONGEST_LINE = 50_000_000
"""Bytes of one line of results that are read at most."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file of requests may become."""

    requests: int = 50_000
    """OpenAI's limit, and no more than that of others."""
    size: int = 200_000_000
    """Bytes; OpenAI's limit and Azure's."""
    tokens: int | None = None
    """Estimated tokens of its prompts; None for no limit."""


class Writes(Protocol):
    """A model whose requests can be written down, and whose replies can be read from a file."""

    name: str
    shape: str
    """How the reply's shape is asked for; another one once the service has refused it."""

    def fields(self, request: Request) -> dict[str, Any]:
        """Return a request's body as data."""
        ...

    def read(self, status: int, body: object, shape: str) -> Reply:
        """Read an answer that stands in a file of results, to a request that asked for ``shape``.

        Raises:
            ShapeRefusedError: when the service takes no replies of that shape.
            ServiceError: when it holds no reply.
        """
        ...

    def without_key(self, text: str) -> str:
        """Return what a service said without the key, which some of them repeat."""
        ...


def line(custom_id: str, body: dict[str, Any]) -> bytes:
    """Return the line of one request."""
    asked = {"custom_id": custom_id, "method": "POST", "url": ENDPOINT, "body": body}
    return json.dumps(asked, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


@dataclass
class ReadBack:
    """What a file of results held."""

    replies: int = 0
    errors: int = 0
    """Lines that tell why there is no reply."""
    doubled: int = 0
    """Lines for requests that have a result already."""
    unknown: int = 0
    """Lines for requests that this folder never wrote."""
    broken: int = 0
    """Lines that are no results, such as a last one that was cut off."""

    def __str__(self) -> str:
        more = {
            "without a reply": self.errors,
            "seen before": self.doubled,
            "of requests that this folder never wrote": self.unknown,
            "that cannot be read": self.broken,
        }
        replies = f"{self.replies:,} {'reply' if self.replies == 1 else 'replies'}"
        return ", ".join([replies, *(f"{number:,} {what}" for what, number in more.items() if number)])


class RequestFiles:
    """The files of one engine: written in a pass over the teams, and read back into the ledger."""

    def __init__(self, run: Run, model: Writes, budget: Budget, engine: str, limits: Limits) -> None:
        """Put in their places the files that an earlier run had finished, and remove those it had not."""
        self._run, self._model, self._budget, self.engine = run, model, budget, engine
        self.limits = limits
        self.fatal: ServiceError | None = None
        """What every further request would meet as well: nothing more is written."""
        self.stopped: StoppedError | None = None
        """The budget is used up: nothing more is written."""
        self._errors: dict[str, str] = {}
        self._file: _Open | None = None
        model.shape = run.ledger.shape(model.name, model.shape)
        self._recover()

    def _recover(self) -> None:
        known = {files.aside_of(self.path(file)): file for file in self.files(FileState.WRITTEN)}
        for aside in self._run.folder.glob(".requests-*.part"):
            if aside in known and not self.path(known[aside]).exists():
                aside.replace(self.path(known[aside]))
            else:
                aside.unlink(missing_ok=True)

    def files(self, *states: FileState) -> list[RequestFile]:
        """Return this engine's files in one of ``states``, oldest first."""
        return self._run.ledger.files.of(self.engine, *states)

    def path(self, file: RequestFile) -> Path:
        """Return where a file lies."""
        return self._run.folder / file.name

    # --- out ----------------------------------------------------------------------------------------------

    async def write(self) -> None:
        """Go over the teams: publish what is ready, and write the requests of all others that wait for none.

        Raises:
            OSError: when a file cannot be written.
        """
        self.stopped = None
        self._budget.restart(self._run.spent, self._run.ledger.requests.outstanding().get(self.engine))
        try:
            async with aclosing(self._run.cases()) as cases:
                async for case in cases:
                    self._add(case)
            self._close()
        finally:
            if self._file:
                self._file.discard()
                self._file = None

    def _add(self, case: Case) -> None:
        error = self._errors.get(self._run.key(case))
        if error:
            self._run.fail(case, error)
        elif not self._run.awaited(case, self.engine) and not self.fatal and not self.stopped:
            try:
                self._budget.claim(case.settled.tokens)
            except StoppedError as stop:
                self.stopped = stop
            else:
                custom_id = self._run.plan(case, self.engine)
                self._write(custom_id, line(custom_id, self._model.fields(case.request)), case.settled.tokens)
                self._run.counts.awaited += 1

    def _write(self, custom_id: str, text: bytes, tokens: int) -> None:
        if self._file and not self._file.takes(len(text), tokens, self.limits):
            self._close()
        if self._file is None:
            number = self._run.ledger.files.next_number()
            self._file = _Open(self._run.folder, number, self._run.shelf.mode)
        self._file.add(custom_id, text, tokens)

    def _close(self) -> None:
        if self._file:
            opened, self._file = self._file, None
            opened.finish(self.engine, self._model.shape, self._run.ledger.hold)

    # --- back ---------------------------------------------------------------------------------------------

    def read(self, path: Path) -> ReadBack:
        """Read a file of results into the ledger; the next pass goes on from there.

        Raises:
            OSError: when it cannot be read.
            StoppedError: when the disk is full.
        """
        told = ReadBack()
        with path.open("rb") as file:
            for text in _lines(file):
                self._take(text, told)
        return told

    def _take(self, text: bytes, told: ReadBack) -> None:
        try:
            result = json.loads(text)
        except (ValueError, RecursionError):
            result = None
        custom_id = field_of(result, "custom_id")
        if not isinstance(custom_id, str) or (field_of(result, "url") and "response" not in result):  # it is a request
            told.broken += 1
            return
        entry = self._run.ledger.requests.entry(custom_id)
        if entry is None:
            told.unknown += 1
        elif entry.state in _SETTLED:
            told.doubled += 1
        else:
            self._settle(entry, result, told)

    def _settle(self, entry: RequestState, result: dict[str, Any], told: ReadBack) -> None:
        try:
            reply = self._reply(result, entry.shape)
        except ServiceError as error:
            if entry.state == "failed":
                told.doubled += 1
            else:
                told.errors += 1
                self.refuse(entry, error, Usage(requests=1) + usage_of(_body(result)))
            return
        told.replies += 1
        self._errors.pop(entry.key, None)
        self._run.collect(entry.custom_id, reply)

    def _reply(self, result: dict[str, Any], shape: str) -> Reply:
        error, body = result.get("error"), _body(result)
        status = field_of(result.get("response"), "status_code")
        if body is None and error and isinstance(status, int) and status >= 300:
            body = error  # beside the response, where vLLM puts it
        if body is None:
            code = field_of(error, "code")
            said = (
                _CODES.get(str(code)) or f"no reply came: {field_of(error, 'message') or code or 'no reason is given'}"
            )
            raise ServiceError(one_line(self._model.without_key(said)))
        return self._model.read(status if isinstance(status, int) else 200, body, shape)

    def refuse(self, entry: RequestState, error: ServiceError, usage: Usage) -> None:
        """Note that no reply comes to a request, and why.

        Its team fails in the next pass, or is asked for a reply of the shape that comes after the one refused.
        """
        self._run.refused(entry.custom_id, error, usage)
        if isinstance(error, ShapeRefusedError):
            self._run.ledger.note_shape(self._model.name, self._model.shape)
        elif isinstance(error, FATAL):
            self.fatal = self.fatal or error
        else:
            self._errors[entry.key] = str(error)


_SETTLED = frozenset({"collected", "published", "useless"})
"""States of a request that has its reply."""


_CODES = {
    "batch_expired": "the batch's time was over before this request was answered",
    "batch_cancelled": "the batch was cancelled before this request was answered",
}
"""What the services write where a request was not carried out."""


class _Open:
    """A file of requests while it is written."""

    def __init__(self, folder: Path, number: int, mode: int) -> None:
        self._place = folder / RequestFile(number, "", FileState.WRITTEN, 0, 0).name
        self._number = number
        self._file = os.fdopen(os.open(files.aside_of(self._place), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb")
        os.fchmod(self._file.fileno(), mode)
        self._requests: list[tuple[str, int]] = []
        self._size = self._tokens = 0

    def takes(self, size: int, tokens: int, limits: Limits) -> bool:
        """Say whether another request fits."""
        return (
            len(self._requests) < limits.requests
            and self._size + size <= limits.size
            and (limits.tokens is None or self._tokens + tokens <= limits.tokens)
        )

    def add(self, custom_id: str, text: bytes, tokens: int) -> None:
        self._file.write(text)
        self._requests.append((custom_id, tokens))
        self._size += len(text)
        self._tokens += tokens

    def finish(
        self, engine: str, shape: str, note: Callable[[RequestFile, str, Sequence[tuple[str, int]]], None]
    ) -> None:
        """Put the file in its place, once ``note`` has entered it and its requests in the ledger."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            made = RequestFile(self._number, engine, FileState.WRITTEN, len(self._requests), self._tokens)
            note(made, shape, self._requests)
        except BaseException:
            self.discard()
            raise
        files.aside_of(self._place).replace(self._place)

    def discard(self) -> None:
        self._file.close()
        files.aside_of(self._place).unlink(missing_ok=True)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Yield every line that is not blank; of one that is too long, only the beginning."""
    while text := file.readline(LONGEST_LINE):
        if text.strip():
            yield text
        while len(text) == LONGEST_LINE and not text.endswith(b"\n"):
            text = file.readline(LONGEST_LINE) or b"\n"


def _body(result: dict[str, Any]) -> object:
    return field_of(result.get("response"), "body")
