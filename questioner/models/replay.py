"""Answers from recordings: a folder of JSON files, each a reply and the hash of the prompt it belongs to."""

import json
from contextlib import AbstractAsyncContextManager, nullcontext
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from questioner.errors import InputError, Problem, ServiceError
from questioner.models import REPLAY, Tally
from questioner.models.faults import WAY_OUT
from questioner.session import Reply, Request, Usage


class Recording(BaseModel):
    """One recorded reply."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    prompt_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    text: str
    model: str = "recorded"
    written: bool = False
    """True for a reply that a person wrote; it says nothing about any model."""


class Replay:
    """Plays the recordings of one folder. A prompt that was not recorded is an error, never a guess."""

    def __init__(self, folder: Path) -> None:
        """Read every ``*.json`` of ``folder``.

        Raises:
            InputError: when it is no folder, or a file in it is no recording.
        """
        if not folder.is_dir():
            raise InputError([Problem("is not a folder of recordings", str(folder))])
        self.folder = folder
        self.recordings = {r.prompt_sha256: r for r in map(_read, sorted(folder.glob("*.json")))}

    @property
    def name(self) -> str:
        """``replay:`` and the folder."""
        return f"{REPLAY}{self.folder}"

    def answer(self, request: Request) -> Reply:
        """Return the reply recorded for exactly this prompt.

        Raises:
            ServiceError: when there is none.
        """
        found = self.recordings.get(request.sha256)
        if found is None:
            raise ServiceError(
                f"{self.folder} holds no reply to this prompt ({request.sha256[:12]}…, asking {request.wave}): "
                "a template, the team file or an option differs from when it was recorded. "
                f"Record it anew. {WAY_OUT}"
            )
        return Reply(found.text, Usage(requests=1), found.model)

    def client(self) -> AbstractAsyncContextManager[None]:
        """Return nothing to be shared: recordings need no connection."""
        return nullcontext()

    async def ask(self, _client: None, request: Request, tally: Tally | None = None) -> Reply:
        """Return the reply recorded for exactly this prompt.

        Raises:
            ServiceError: when there is none.
        """
        reply = self.answer(request)
        if tally:
            tally.count(reply.usage)
        return reply


def _read(path: Path) -> Recording:
    try:
        return Recording.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise InputError([Problem(f"is not a recording: {str(error).splitlines()[0]}", str(path))]) from error
