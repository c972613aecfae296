"""Who answers a request: a model behind a service, or recordings. Each is imported only when it is chosen."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from questioner.exchange import Reply, Request, Usage
from questioner.models import keys

if TYPE_CHECKING:
    from questioner.models.pace import Pace

BANK = "bank"
"""Name of the built-in question bank where a model's name is asked for."""
REPLAY = "replay:"
DEFAULT = "gpt-6-astra"
"""Asked where a key or a base URL is set and no model is named. Models retire: this line is where to follow."""


class Tally:
    """What one asking has cost so far."""

    def __init__(self, begun: Callable[[], None] = lambda: None) -> None:
        """Call ``begun`` when the first attempt sets out."""
        self.usage = Usage()
        """Every attempt that set out, and the tokens of those that ended."""
        self._begun = begun

    def count(self, usage: Usage) -> None:
        """Add an attempt that sets out, or the tokens of one that ended."""
        if usage.requests and not self.usage.requests:
            self._begun()
        self.usage += usage


class Model(Protocol):
    """Anything that answers requests."""

    @property
    def name(self) -> str:
        """The name that was asked for, or that the service reports."""
        ...

    def answer(self, request: Request) -> Reply:
        """Return the reply to ``request``.

        Raises:
            ServiceError: when none can be had.
        """
        ...

    def check(self) -> None:
        """Find what would keep every request from being sent, without sending one.

        Raises:
            ServiceError: when there is no key, or an address that is none.
        """
        ...

    def client(self) -> AbstractAsyncContextManager[Any]:
        """Return what many askings in one event loop share; to be closed with ``async with``."""
        ...

    async def ask(self, client: Any, request: Request, tally: Tally | None = None) -> Reply:
        """Return the reply to ``request``, asked through a ``client`` of this model; ``tally`` counts the cost.

        Raises:
            ServiceError: when none can be had.
        """
        ...


def choose(
    name: str | None,
    base_url: str | None,
    timeout: float,
    talk: Callable[[str], None],
    *,
    verbose: bool = False,
    pace: "Pace | None" = None,
) -> Model | None:
    """Return the model of that name, or None for the built-in bank.

    Without a name it is ``DEFAULT``, or the one that the office has locked, where a key or a base URL is set, else the bank; ``talk`` is told which.
    ``timeout`` is in seconds for one request over all; ``pace`` is for many requests at once.

    Raises:
        InputError: for a folder of recordings, or the office's file, that cannot be read.
        UsageError: for a model or an address that the office does not allow.
    """
    from questioner.office import office  # whose pydantic costs who asks nobody

    locked = office()
    if not name:
        asked = (locked.models or [DEFAULT])[0]
        name = asked if base_url or keys.given() else BANK
        talk(_chosen(name))
    if name == BANK:
        return None
    if name.startswith(REPLAY):
        from questioner.models.replay import Replay

        return Replay(Path(name.removeprefix(REPLAY)))
    from questioner.models.openai_chat import OpenAIChat, Way

    locked.check_model(name)
    chat = OpenAIChat(name, base_url=base_url, timeout=timeout, talk=talk, pace=pace)
    locked.check_url(chat.base_url)
    chat.way = Way(fixed=locked.allowed_hosts is not None, proxy=locked.proxy)
    if verbose:
        talk(f"Requests go to {chat.base_url}.")
    return chat


def _chosen(name: str) -> str:
    if name == BANK:
        return "Questions come from the built-in bank: no model is named and no key is set (--model NAME)."
    return f"No model is named, so {name} is asked. --model chooses another; --model bank asks nobody."
