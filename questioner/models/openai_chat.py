"""A model behind OpenAI's chat completions, or behind any server that speaks them.

This is the one module that imports the SDK, which takes 0.6 s: import it only when such a model was chosen.
The SDK's own retries are off. They would multiply with those made here, and would ask again when nothing is
left to spend.
"""

import asyncio
import importlib.util
import json
import os
import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

import httpx2
import openai
from openai import AsyncOpenAI
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_result,
    stop_after_attempt,
    wait_random_exponential,
)

from questioner.errors import ServiceError, ShapeRefusedError
from questioner.exchange import Reply, Request, Usage
from questioner.models import Tally, keys
from questioner.models.bodies import field_of, usage_of
from questioner.models.completions import Shape, body_of, read_completion
from questioner.models.faults import Attempted, Fault, Kind, counted, error_for, from_response
from questioner.models.pace import Pace
from questioner.models.redaction import one_line, redacted, without_login

OPENAI_URL = "https://api.openai.com/v1"

NO_KEY_NEEDED = "unused"
"""Sent as the key when a base URL was given without one: local servers want a key but read none."""

_CONNECT_SECONDS = 10.0  # a host that is not there should not cost the patience meant for a slow model
_LISTING_SECONDS = 5.0  # for the names in an error message; nobody waits longer for those
_CROWD = 50  # requests at once above which the default transport's pool costs more than the calls
_SAY_WAITS_FROM = 5.0  # seconds of silence after which a person wonders whether the program still runs
_BACK_OFF = wait_random_exponential(multiplier=1, max=20)  # full jitter: up to 1, 2, 4, … 20 s

# What the SDK was seen to let through on bodies that it cannot read, beside its own errors.
_SDK_ERRORS = (
    openai.OpenAIError,
    httpx2.HTTPError,
    TimeoutError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RecursionError,
)

T = TypeVar("T")


_NEXT = {Shape.SCHEMA: Shape.OBJECT, Shape.OBJECT: Shape.TEXT}


def _silent(_line: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Way:
    """How requests reach their host."""

    fixed: bool = False
    """Straight there: no redirect is followed, and no proxy of the environment is used."""
    proxy: str | None = None
    """Used in any case."""


class OpenAIChat:
    """Answers requests through a service, patiently, and says what went wrong when it cannot."""

    def __init__(
        self,
        name: str,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        timeout: float = 120.0,
        attempts: int = 4,
        talk: Callable[[str], None] = _silent,
        pace: Pace | None = None,
    ) -> None:
        """Nothing is sent, and no key is found wanting, before the first request.

        Args:
            name: The model's name, as the service knows it.
            base_url: Where the service is; None for OPENAI_BASE_URL, else OpenAI's own.
            api_key: The key; None for that of ``keys.key``. A base URL may do without one.
            timeout: Limit of one call in seconds, above 0, from connecting to the reply's last byte.
            attempts: How often one request is sent at most, 1 and up; a reply format that the service
                refuses starts the count again.
            talk: Takes a line for the person at the terminal: a fallen-back format, a long wait.
            pace: Lets every attempt through when there is room for it; None where one asks at a time.

        Raises:
            InputError: The file that should hold the key cannot be used.
        """
        self.name = name
        self.spent = Usage()
        """All that this model cost so far, with the requests that ended in an error."""
        self.sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
        """Waits the given seconds between two attempts; tests put one here that does not."""
        self.way = Way()
        """How requests reach their host; to be set before the first one."""
        own_url = _first(base_url, os.environ.get("OPENAI_BASE_URL"))
        self._base_url = own_url or OPENAI_URL
        self._key = _first(api_key or keys.key(), NO_KEY_NEEDED if own_url else "")
        self._timeout = timeout
        self._attempts = attempts
        self._talk = talk
        self._pace = pace
        self._shape = Shape.SCHEMA

    @property
    def base_url(self) -> str:
        """Where requests go, as it may be shown: without a login."""
        return without_login(self._base_url)

    @property
    def shape(self) -> str:
        """How the reply's shape is asked for, until the service refuses it: one of ``Shape``."""
        return self._shape

    @shape.setter
    def shape(self, shape: str) -> None:
        self._shape = Shape(shape)

    def answer(self, request: Request) -> Reply:
        """Ask the model and wait for its reply. Not for use inside a running event loop: see ``ask``.

        Raises:
            ServiceError: Or one of its subclasses, when no reply came after all attempts.
        """
        return asyncio.run(self._answer(request))

    async def _answer(self, request: Request) -> Reply:
        async with self.client() as client:
            return await self.ask(client, request)

    def check(self) -> None:
        """Find what would keep every request from being sent, without sending one.

        Raises:
            CredentialsError: There is no key, or it holds what cannot be sent.
            UnreachableError: The base URL is none.
        """
        fault = _set_up_fault(self._key, self._base_url)
        if fault:
            raise error_for(fault, self._asked(self._base_url))

    def client(self) -> AsyncOpenAI:
        """A client for ``ask``: make it inside the event loop that uses it, and close it with ``async with``.

        Raises:
            CredentialsError, UnreachableError: As ``check``.
        """
        self.check()
        limits = openai.Timeout(self._timeout, connect=min(self._timeout, _CONNECT_SECONDS))
        return AsyncOpenAI(
            api_key=self._key,
            base_url=self._base_url,
            timeout=limits,
            max_retries=0,
            http_client=self._transport(limits),
        )

    def _transport(self, limits: openai.Timeout) -> httpx2.AsyncClient | None:
        if self.way != Way():
            free = not self.way.fixed
            return openai.DefaultAsyncHttpxClient(
                timeout=limits, proxy=self.way.proxy, trust_env=free, follow_redirects=free
            )
        crowded = self._pace is not None and self._pace.most > _CROWD and importlib.util.find_spec("aiohttp")
        return openai.DefaultAioHttpClient(timeout=limits) if crowded else None

    def fields(self, request: Request) -> dict[str, Any]:
        """Return a request's body as data, as it stands in a line of a batch's file."""
        return body_of(self.name, request, self._shape)

    def body(self, request: Request) -> bytes:
        """Return the bytes that a request's body would be, to the last one; nothing leaves the machine."""
        return asyncio.run(self._written(request))

    async def _written(self, request: Request) -> bytes:
        sent: list[bytes] = []

        def keep(written: httpx2.Request) -> httpx2.Response:
            sent.append(written.content)
            return httpx2.Response(200, json={})

        transport = httpx2.AsyncClient(transport=httpx2.MockTransport(keep))
        async with AsyncOpenAI(api_key=NO_KEY_NEEDED, base_url=OPENAI_URL, http_client=transport) as client:
            await _post(client, self.fields(request))
        return sent[0]

    def read(self, status: int, body: object, shape: str) -> Reply:
        """Read an answer that stands in a file of results as one that came at once.

        Args:
            status: Of the line's response, 100 to 599.
            body: Of the line's response, parsed.
            shape: How the reply's shape was asked for.

        Raises:
            ServiceError: Or one of its subclasses, when it holds no reply.
        """
        usage = Usage(requests=1) + usage_of(body)
        if 200 <= status < 300:
            outcome = read_completion(body, self.name, usage=usage, secrets=self._secrets)
        else:
            raise self.refusal(status, body, shape)
        if isinstance(outcome, Fault):
            raise error_for(outcome, self._asked(self._base_url))
        return outcome

    def refusal(self, status: int, body: object, shape: str) -> ServiceError:
        """Put a refusal that stands in a file of results into words, without the key; go on to the next shape if it is for that.

        Args:
            status: Of the response, 300 to 599.
            body: Of the response, parsed.
            shape: How the reply's shape was asked for.
        """
        asked_for = Shape(shape)
        text = body if isinstance(body, str) else json.dumps(body)
        fault = from_response(status, text, shaped=asked_for is not Shape.TEXT)
        error = error_for(fault, self._asked(self._base_url))
        return ShapeRefusedError(str(error)) if self._step_down(fault, asked_for) else error

    def without_key(self, text: str) -> str:
        """Return what a service said without the key, which some of them repeat."""
        return redacted(text, self._secrets)

    async def call(self, send: Callable[[], Awaitable[T]], *, purpose: str, seconds: float | None = None) -> T:
        """Return what ``send`` returns, sent again as patiently as a request: for calls other than askings.

        Args:
            send: One call through a client of this model.
            purpose: What a service that knows no such call does not take, for the error: ``batch files``.
            seconds: Limit of one call, above 0; None for that of a request.

        Raises:
            ServiceError: Or one of its subclasses, when there is no answer after all attempts.
        """
        sent = 0

        async def attempt() -> _Came[T] | Fault:
            nonlocal sent
            sent += 1
            try:
                async with asyncio.timeout(seconds or self._timeout):
                    return _Came(await send())
            except _SDK_ERRORS as error:
                return _fault_of(error, shaped=False)

        outcome = await self._patiently(attempt)
        if isinstance(outcome, Fault):
            raise error_for(outcome, replace(self._asked(self._base_url, sent), purpose=purpose))
        return outcome.value

    async def ask(self, client: AsyncOpenAI, request: Request, tally: Tally | None = None) -> Reply:
        """Ask the model through a client that may be shared by many.

        Args:
            client: One made by ``client``, in this event loop.
            request: What to ask; sent as it is, with no sampling parameters.
            tally: Counts every attempt as it ends, so that it tells the cost of an asking that failed too.

        Returns:
            The reply as it came, or the problem that keeps it from being read. Its usage counts every
            attempt.

        Raises:
            ServiceError: Or one of its subclasses, when no reply came after all attempts.
        """
        tally = tally or Tally()
        while True:
            shape = self._shape
            outcome = await self._persist(client, request, shape, tally)
            if isinstance(outcome, Reply):
                return outcome
            if not self._step_down(outcome, shape):
                raise await self._error(client, outcome, tally)

    async def _persist(self, client: AsyncOpenAI, request: Request, shape: Shape, tally: Tally) -> Reply | Fault:
        async def attempt() -> Reply | Fault:
            return await self._attempt(client, request, shape, tally)

        return await self._patiently(attempt)

    async def _patiently(self, attempt: Callable[[], Awaitable[T | Fault]]) -> T | Fault:
        retrying = AsyncRetrying(
            stop=stop_after_attempt(self._attempts),
            wait=_pause,
            retry=retry_if_result(_passing),
            sleep=self.sleep,
            before_sleep=self._announce,
            retry_error_callback=_last_outcome,
        )
        return await retrying(attempt)

    async def _attempt(self, client: AsyncOpenAI, request: Request, shape: Shape, tally: Tally) -> Reply | Fault:
        async with self._pace or nullcontext():
            self._count(tally, Usage(requests=1))
            try:
                # The client's own timeout is one of every read, which a dripping reply never exceeds.
                async with asyncio.timeout(self._timeout):
                    raw = await _post(client, body_of(self.name, request, shape))
                completion = _data(raw)
            except _SDK_ERRORS as error:
                fault = _fault_of(error, shaped=shape is not Shape.TEXT)
                self._count(tally, fault.usage)
                self._learn(_headers(error), fault)
                return fault
        self._learn(raw.headers)
        self._count(tally, usage_of(completion))
        return read_completion(completion, self.name, usage=tally.usage, secrets=self._secrets)

    def _learn(self, headers: Mapping[str, str], fault: Fault | None = None) -> None:
        if self._pace:
            refused = fault is not None and fault.kind is Kind.BUSY
            self._pace.saw(headers, refused=refused, pause=fault.wait if fault else None)

    def _count(self, tally: Tally, usage: Usage) -> None:
        tally.count(usage)
        self.spent += usage

    def _step_down(self, fault: Fault, refused: Shape) -> bool:
        """Go on to the next shape if the service refused this one, for all requests that follow."""
        if fault.kind is not Kind.SHAPE:
            return False
        if self._shape is refused:  # else a request beside this one has found out first, and said so
            self._shape = _NEXT[refused]
            self._talk(f"{self.name} takes no {refused} replies; asking for {self._shape} from here on.")
        return True

    def _announce(self, state: RetryCallState) -> None:
        seconds = state.upcoming_sleep
        if seconds >= _SAY_WAITS_FROM:
            left = counted(self._attempts - state.attempt_number, "attempt")
            self._talk(f"{self.name} is not ready; asking again in {seconds:.0f} s ({left} left).")

    async def _error(self, client: AsyncOpenAI, fault: Fault, tally: Tally) -> ServiceError:
        names = fault.kind in {Kind.MODEL, Kind.ADDRESS}
        offered = await models_offered(client) if names else []
        asked = self._asked(str(client.base_url), tally.usage.requests, offered, client.api_key)
        return error_for(fault, asked)

    def _asked(self, url: str, requests: int = 1, offered: list[str] | None = None, key: str = "") -> Attempted:
        secrets = {*self._secrets, key} - {NO_KEY_NEEDED}
        return Attempted(self.name, url, self._timeout, requests, offered or [], secrets)

    @property
    def _secrets(self) -> frozenset[str]:
        return frozenset({self._key, _password(self._base_url)}) - {NO_KEY_NEEDED}


async def _post(client: AsyncOpenAI, body: Mapping[str, Any]) -> httpx2.Response:
    """Send a request by the SDK's own way for calls that it has no method for.

    ``chat.completions.create`` checks the schema in it against its types, request after request, and the reply
    against more of them: a third of what a call takes, and ``read_completion`` trusts neither.
    """
    return await client.post("/chat/completions", cast_to=httpx2.Response, body=body)


def _data(response: httpx2.Response) -> object:
    """Return the body of an answer as data, or as text where it is no JSON by its own account.

    Raises:
        ValueError: when it is none after all.
        RecursionError: when it nests too deeply.
    """
    kind = response.headers.get("content-type", "").partition(";")[0]
    return response.json() if kind.endswith("json") else response.text


async def models_offered(client: AsyncOpenAI) -> list[str]:
    """Names of the models that a service offers, as it orders them; empty when it does not say within 5 s."""
    try:
        async with asyncio.timeout(_LISTING_SECONDS):
            page: object = await client.models.list()
    except _SDK_ERRORS:
        return []
    models = field_of(page, "data")
    names = [field_of(model, "id") for model in models] if isinstance(models, list) else []
    return [one_line(name, limit=80) for name in names if isinstance(name, str)]


@dataclass(frozen=True, slots=True)
class _Came(Generic[T]):
    """The answer to a call."""

    value: T


def _passing(outcome: object) -> bool:
    return isinstance(outcome, Fault) and outcome.passing


def _last_outcome(state: RetryCallState) -> Any:
    assert state.outcome is not None  # noqa: S101 - tenacity calls this after an attempt, never before one
    return state.outcome.result()


def _pause(state: RetryCallState) -> float:
    """Seconds to the next attempt: what the service asked for, else a random share of a doubling limit."""
    outcome = _last_outcome(state)
    asked = outcome.wait if isinstance(outcome, Fault) else None
    return _BACK_OFF(state) if asked is None else asked


def _fault_of(error: Exception, *, shaped: bool) -> Fault:
    """What an exception of the SDK, or one that it let through, tells about the service."""
    match error:
        case openai.APIStatusError():
            response = error.response
            return from_response(error.status_code, response.text, response.headers, shaped=shaped)
        case openai.APIConnectionError():
            return _connection_fault(error)
        case TimeoutError():
            return Fault(Kind.SLOW)
        case UnicodeEncodeError():
            return Fault(Kind.UNSENDABLE)
        case _:
            return Fault(Kind.BROKEN, 200)


def _headers(error: Exception) -> Mapping[str, str]:
    return error.response.headers if isinstance(error, openai.APIStatusError) else {}


def _connection_fault(error: openai.APIConnectionError) -> Fault:
    # Told by its name: the SDK takes clients of two HTTP libraries, and each has a ConnectTimeout of its own.
    connecting = type(error.__cause__).__name__ == "ConnectTimeout"
    if isinstance(error, openai.APITimeoutError) and not connecting:
        return Fault(Kind.SLOW)
    return Fault(Kind.OFFLINE, said="no connection in time" if connecting else str(error.__cause__ or ""))


def _set_up_fault(key: str, base_url: str) -> Fault | None:
    if not key:
        return Fault(Kind.NO_KEY)
    if not (key.isascii() and key.isprintable()):
        return Fault(Kind.ODD_KEY)
    return None if _is_url(base_url) else Fault(Kind.BAD_URL)


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        named = parts.hostname and parts.port != 0 and not re.search(r"\s", text)
    except ValueError:
        return False
    return bool(named) and parts.scheme in {"http", "https"}


def _password(url: str) -> str:
    try:
        return urlsplit(url).password or ""
    except ValueError:
        return ""


def _first(*candidates: str | None) -> str:
    """The first text that is not blank, without the line break that a key read from a file ends with."""
    return next((text.strip() for text in candidates if text and text.strip()), "")
