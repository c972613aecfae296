"""Answers from recordings: a folder of JSON files, each a reply and the hash of the prompt it belongs to.

A recording may be written by hand: ``prompt_sha256``, ``text`` and ``written: true`` are enough.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractAsyncContextManager, nullcontext
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from questioner import checked
from questioner.errors import InputError, Problem, ServiceError
from questioner.exchange import Reply, Request, Usage
from questioner.models import REPLAY, Tally
from questioner.models.faults import WAY_OUT

WRITTEN = "written"
"""What stands in the place of a model's name for a reply that a person wrote."""
ONCE = "; what is asked again depends on what the rules turn away, and --waves 1 asks once"


class Tokens(BaseModel):
    """What a recorded reply cost; the fields are those of ``Usage``."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    requests: Annotated[int, Field(ge=1)] = 1
    input_tokens: Annotated[int, Field(ge=0)] = 0
    cached_tokens: Annotated[int, Field(ge=0)] = 0
    output_tokens: Annotated[int, Field(ge=0)] = 0


class Recording(BaseModel):
    """One recorded reply."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    prompt_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    repeat: Annotated[int, Field(ge=1)] = 1
    """The how-manieth reply to this prompt."""
    wave: Annotated[int, Field(ge=1)] = 1
    """To tell readers; the prompt is another one in each."""
    text: str
    problem: str = ""
    """Why there is no text to be read: refused, cut off, empty."""
    model: str = "recorded"
    """The name that was asked."""
    parameters: Mapping[str, Any] = {}
    """What was asked besides the prompt, to tell readers; empty for the model's own defaults."""
    usage: Tokens = Tokens()
    seconds: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    written: bool = False
    """True for a reply that a person wrote; it says nothing about any model."""

    @property
    def by(self) -> str:
        """Whose reply it is: a model's name, or ``written``."""
        return WRITTEN if self.written else self.model

    @property
    def reply(self) -> Reply:
        """The reply as it came."""
        return Reply(self.text, Usage(**self.usage.model_dump()), self.by, self.problem, self.seconds)

    @property
    def file_name(self) -> str:
        """What its file is called: the beginning of the prompt's hash, and the repeat."""
        return f"{self.prompt_sha256[:20]}-{self.repeat}.json"


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
        self.recordings = {(r.prompt_sha256, r.repeat): r for r in _all(folder)}

    @property
    def name(self) -> str:
        """``replay:`` and the folder."""
        return f"{REPLAY}{self.folder}"

    @property
    def by(self) -> str:
        """Whose replies they are where all are by one, else ``name``."""
        whose = {recording.by for recording in self.recordings.values()}
        return whose.pop() if len(whose) == 1 else self.name

    def answer(self, request: Request) -> Reply:
        """Return the reply recorded for exactly this prompt and repeat.

        Raises:
            ServiceError: when there is none.
        """
        found = self.recordings.get((request.sha256, request.repeat))
        if found is None:
            raise ServiceError(f"{self.folder} holds {self._instead(request)}. {WAY_OUT}")
        return found.reply

    def _instead(self, request: Request) -> str:
        """Return what is there in place of the reply to ``request``, and how to get one."""
        anew = "`questioner eval prompts --record DIR` records"
        if not self.recordings:
            return f"no recording at all, no file that ends in .json; {anew} some"
        repeats = sorted(repeat for prompt, repeat in self.recordings if prompt == request.sha256)
        if repeats:
            there = ", ".join(map(str, repeats))
            return (
                f"replies to this prompt for {'repeat' if len(repeats) == 1 else 'the repeats'} {there}, and none for "
                f"repeat {request.repeat}: ask less often with --repeats, or {anew} the others"
            )
        return (
            f"no reply to this prompt ({request.sha256[:12]}…, asking {request.wave}): a template, the team file or an "
            f"option differs from when it was recorded. {anew} anew{ONCE if request.wave > 1 else ''}"
        )

    def check(self) -> None:
        """Find nothing: what was read is there to be answered with."""

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


def _all(folder: Path) -> Iterator[Recording]:
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.json")):
        try:
            yield checked.read_json(path, Recording, "is not a recording")
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
