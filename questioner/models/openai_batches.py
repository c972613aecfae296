"""Files and batches of a service that speaks OpenAI's Batch API, behind the few calls that an engine needs.

The calls go through a client of ``OpenAIChat``, with its patience and its words for faults; the SDK stays there.
Creating is asked again only after a look for what the attempt before may have left: a connection that breaks after
the request was taken must not make a second batch.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from questioner.errors import RequestRefusedError, ServiceError
from questioner.models.bodies import field_of

if TYPE_CHECKING:
    from questioner.models.openai_chat import OpenAIChat

OUTPUT_KEPT = 14 * 86_400
"""Seconds after which the service is asked to delete results that nobody fetched."""
NEWEST = 500
"""Files or batches, the newest first, among which one of ours is looked for."""
SLOWEST = 100_000
"""Bytes a second at which a file is given time to travel."""
_PURPOSE = "batch files"


@dataclass(frozen=True, slots=True)
class LineFault:
    """One thing that a service found wrong with a file of requests."""

    code: str
    message: str
    line: int | None
    """From 1; None where it is about the file as a whole."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as the service tells it."""

    id: str
    status: str
    output: str = ""
    """Id of the file of results; empty where there is none."""
    errors: str = ""
    """Id of the file of lines that failed; empty where there is none."""
    faults: tuple[LineFault, ...] = ()
    """Why it was not taken."""
    answered: int = 0
    total: int = 0


class OpenAIBatches:
    """The files and batches of one service, through one open client."""

    def __init__(self, model: "OpenAIChat", client: Any) -> None:
        """Use a client that ``model`` made."""
        self._model, self._client = model, client
        self._expires = True

    async def upload(self, path: Path, name: str, *, look: bool) -> str:
        """Upload a file of requests under ``name``, with ``look`` only if there is none yet; return its id.

        Raises:
            ServiceError: when it is not taken.
        """
        again = look

        async def send() -> str:
            nonlocal again
            found = await self._uploaded(name) if again else ""
            again = True
            if found:
                return found
            with path.open("rb") as file:
                made = await self._client.files.create(file=(name, file, "application/jsonl"), purpose="batch")
            return str(made.id)

        return await self._model.call(send, purpose=_PURPOSE, seconds=120 + path.stat().st_size / SLOWEST)

    async def _uploaded(self, name: str) -> str:
        async for file in _newest(self._client.files.list(purpose="batch", order="desc")):
            if field_of(file, "filename") == name and field_of(file, "status") != "error":
                return str(field_of(file, "id"))
        return ""

    async def create(self, upload: str, endpoint: str, metadata: dict[str, str], *, look: bool) -> str:
        """Start a batch over an uploaded file, with ``look`` only if none of this ``metadata`` is there; return its id.

        Raises:
            ServiceError: when it is not taken.
        """
        again = look

        async def send() -> str:
            nonlocal again
            found = await self._created(metadata) if again else ""
            again = True
            return found or await self._create(upload, endpoint, metadata)

        try:
            return await self._model.call(send, purpose=_PURPOSE)
        except RequestRefusedError as error:
            if not self._expires or "output_expires_after" not in str(error):
                raise
            self._expires = False  # a service that does not know the parameter keeps results as long as it does
            return await self._model.call(send, purpose=_PURPOSE)

    async def _create(self, upload: str, endpoint: str, metadata: dict[str, str]) -> str:
        expires = {"output_expires_after": {"anchor": "created_at", "seconds": OUTPUT_KEPT}} if self._expires else {}
        made = await self._client.batches.create(
            input_file_id=upload, endpoint=endpoint, completion_window="24h", metadata=metadata, **expires
        )
        return str(made.id)

    async def _created(self, metadata: dict[str, str]) -> str:
        async for batch in _newest(self._client.batches.list(limit=100)):
            if field_of(batch, "metadata") == metadata and field_of(batch, "status") != "failed":
                return str(field_of(batch, "id"))
        return ""

    async def batch(self, batch_id: str) -> Batch:
        """Return how far a batch is.

        Raises:
            ServiceError: when the service does not say.
        """

        async def send() -> Batch:
            return _read(await self._client.batches.retrieve(batch_id))

        return await self._model.call(send, purpose=_PURPOSE)

    async def download(self, file_id: str, path: Path) -> None:
        """Write the contents of a file to ``path``.

        Raises:
            ServiceError: when it cannot be had.
            OSError: when it cannot be written.
        """

        async def send() -> None:
            async with self._client.files.with_streaming_response.content(file_id) as response:
                with path.open("wb") as file:
                    async for chunk in response.iter_bytes(1 << 16):
                        file.write(chunk)

        await self._model.call(send, purpose=_PURPOSE, seconds=3600)

    async def delete(self, file_id: str) -> bool:
        """Delete a file; say whether the service did."""
        try:
            await self._model.call(lambda: self._client.files.delete(file_id), purpose=_PURPOSE)
        except ServiceError:
            return False
        return True


async def _newest(pages: Any) -> AsyncIterator[object]:
    left = NEWEST
    async for item in pages:
        yield item
        left -= 1
        if not left:
            return


def _read(batch: object) -> Batch:
    counts = field_of(batch, "request_counts")
    faults = field_of(field_of(batch, "errors"), "data")
    return Batch(
        id=_text(batch, "id"),
        status=_text(batch, "status"),
        output=_text(batch, "output_file_id"),
        errors=_text(batch, "error_file_id"),
        faults=tuple(_fault(fault) for fault in faults) if isinstance(faults, list) else (),
        answered=_number(counts, "completed") + _number(counts, "failed"),
        total=_number(counts, "total"),
    )


def _fault(fault: object) -> LineFault:
    line = field_of(fault, "line")
    return LineFault(_text(fault, "code"), _text(fault, "message"), line if isinstance(line, int) else None)


def _text(holder: object, name: str) -> str:
    value = field_of(holder, name)
    return value if isinstance(value, str) else ""


def _number(holder: object, name: str) -> int:
    value = field_of(holder, name)
    return value if isinstance(value, int) else 0
