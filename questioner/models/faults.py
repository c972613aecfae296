"""What a service can do wrong: told apart here, and put into a sentence that a person can act on.

Nothing in this module knows the SDK. A fault is read from a status, a body and headers, so that the lines
of a batch's result file are judged by the same two tables as live answers: ``_CLUES`` and ``_BY_STATUS`` say
what happened, ``_SENTENCES`` what is said about it.
"""

import difflib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from enum import StrEnum
from math import isfinite

from questioner.errors import (
    CredentialsError,
    ModelNotFoundError,
    QuotaError,
    RequestRefusedError,
    ServiceError,
    UnreachableError,
)
from questioner.exchange import Usage
from questioner.models.bodies import field_of, parsed, spoken, usage_of, words_of
from questioner.models.redaction import one_line, redacted, without_login

LONGEST_WAIT = 120.0
"""Seconds. A service that asks for a longer pause than this is not asked again in the same run."""

LISTED_MODELS = 20
"""How many of a service's models an error names at most."""

WAY_OUT = "Or use --model bank, which needs no service."


class Kind(StrEnum):
    """What happened, as far as it changes what can be done about it."""

    NO_KEY = "no key"
    ODD_KEY = "odd key"
    BAD_KEY = "bad key"
    FORBIDDEN = "forbidden"
    QUOTA = "quota"
    MODEL = "model"
    ADDRESS = "address"
    BAD_URL = "bad url"
    SHAPE = "shape"
    TOO_LONG = "too long"
    REFUSED = "refused"
    UNSENDABLE = "unsendable"
    BUSY = "busy"
    SLOW = "slow"
    OFFLINE = "offline"
    DOWN = "down"
    FAILED = "failed"
    BROKEN = "broken"


_PASSING = frozenset({Kind.BUSY, Kind.SLOW, Kind.OFFLINE, Kind.DOWN, Kind.FAILED, Kind.BROKEN})


@dataclass(frozen=True, slots=True)
class Fault:
    """One failed attempt."""

    kind: Kind
    status: int | None = None
    """HTTP status; None where no answer came, or where it was not the status that told."""
    said: str = ""
    """What the service or the connection said, not yet cut or cleared of secrets: see ``error_for``."""
    wait: float | None = None
    """Seconds that the service asked to be left alone, above 0; None when it did not say."""
    usage: Usage = field(default_factory=Usage)
    """Tokens that the failed attempt cost, where its body tells; never counts the request itself."""

    @property
    def passing(self) -> bool:
        """Whether the same request may succeed a little later."""
        return self.kind in _PASSING and (self.wait is None or self.wait <= LONGEST_WAIT)


@dataclass(frozen=True, slots=True)
class Attempted:
    """What was attempted, with whom, and how patiently: the facts that an error's sentence needs."""

    model: str
    url: str
    """Effective base URL."""
    timeout: float
    """Limit of one call, in seconds."""
    requests: int = 1
    offered: Sequence[str] = ()
    """Names of the models that the service offers; empty when it would not say."""
    secrets: Collection[str] = ()
    purpose: str = "chat requests"
    """What a service takes none of that knows no such address."""


# A status alone is not enough: proxies rewrite statuses and codes, and tell the cause by its text only.
_Statuses = frozenset[int]
_ANY: _Statuses = frozenset(range(600))
_UNFIT: _Statuses = frozenset({400, 422, 500, 501})
_CLUES: tuple[tuple[Kind, _Statuses, re.Pattern[str]], ...] = (
    (
        Kind.QUOTA,
        _ANY,
        re.compile(
            r"insufficient_quota|exceeded your current quota|billing.{0,20}limit|credit balance"
            r"|insufficient (?:funds|credits?|balance)|out of credits?"
        ),
    ),
    (
        Kind.MODEL,
        frozenset({400, 403, 404, 422, 500}),
        re.compile(
            r"model_not_found|invalid model name|(?:no such|unknown) model"
            r"|\bmodel\b.{0,120}?(?:not found|does(?: not|n't) exist|not available|is not loaded)"
        ),
    ),
    (
        Kind.SHAPE,
        _UNFIT,
        re.compile(r"response_format|json_schema|json_object|json schema|structured output|\bgrammar\b"),
    ),
    (
        Kind.BAD_KEY,
        frozenset({400, 403}),
        re.compile(r"invalid_api_key|\bapi[ _-]?key\b|no connected db"),
    ),
    (
        Kind.TOO_LONG,
        frozenset({400, 413, 422, 500}),
        re.compile(
            r"context_length|exceed_context|context (?:length|size|window)"
            r"|too many tokens|prompt.{0,20}too long"
        ),
    ),
)
_BY_STATUS: Mapping[int, Kind] = {
    200: Kind.BROKEN,
    401: Kind.BAD_KEY,
    402: Kind.QUOTA,
    403: Kind.FORBIDDEN,
    404: Kind.ADDRESS,
    405: Kind.ADDRESS,
    408: Kind.SLOW,
    409: Kind.FAILED,
    413: Kind.TOO_LONG,
    429: Kind.BUSY,
    502: Kind.DOWN,
    503: Kind.DOWN,
    504: Kind.DOWN,
    529: Kind.DOWN,
}

_SENTENCES: Mapping[Kind, tuple[type[ServiceError], str]] = {
    Kind.NO_KEY: (
        CredentialsError,
        "There is no API key. Set OPENAI_API_KEY or OPENAI_API_KEY_FILE, or name a server that needs none with --base-url.",
    ),
    Kind.ODD_KEY: (
        CredentialsError,
        "The API key holds characters that no key has, such as a line break or an accent. Copy it again.",
    ),
    Kind.BAD_KEY: (
        CredentialsError,
        "{url} does not accept the API key{said}. Check OPENAI_API_KEY, and that it belongs to this service.",
    ),
    Kind.FORBIDDEN: (
        CredentialsError,
        "{url} does not allow this with the API key (403){said}. Check the key's project, rights and region.",
    ),
    Kind.QUOTA: (
        QuotaError,
        "The account behind the API key has nothing left to spend{said}. Check its plan and billing.",
    ),
    Kind.MODEL: (ModelNotFoundError, "{url} does not know the model '{model}'{said}. {offer}"),
    Kind.ADDRESS: (
        ServiceError,
        "{url} takes no {purpose} ({status}){said}. Check the base URL: most end in /v1.",
    ),
    Kind.BAD_URL: (
        UnreachableError,
        "'{url}' cannot be used as a base URL. Write it whole, such as http://localhost:11434/v1.",
    ),
    Kind.SHAPE: (RequestRefusedError, "{url} takes no reply format that questioner knows{said}."),
    Kind.TOO_LONG: (
        RequestRefusedError,
        "The prompt is too long for the model '{model}'{said}. Shorten the team's notes, or use --send facts.",
    ),
    Kind.REFUSED: (
        RequestRefusedError,
        "{url} refused the request for the model '{model}' ({status}){said}.",
    ),
    Kind.UNSENDABLE: (
        RequestRefusedError,
        "The request holds a character that cannot be sent. Look for damaged letters in the team's file.",
    ),
    Kind.BUSY: (
        UnreachableError,
        "{url} turns requests away for now (429, {tries}){pause}{said}. Try later, or fewer at a time.",
    ),
    Kind.SLOW: (
        UnreachableError,
        "{url} gave no whole answer in time ({timeout:g} s a call, {tries}){said}. Try a longer --timeout.",
    ),
    Kind.OFFLINE: (
        UnreachableError,
        "{url} cannot be reached ({tries}){said}. Check the address, and that the server is running.",
    ),
    Kind.DOWN: (
        UnreachableError,
        "{url} is down or overloaded ({status}, {tries}){pause}{said}. Try again later.",
    ),
    Kind.FAILED: (
        ServiceError,
        "{url} failed over the request ({status}, {tries}){pause}{said}. Try again later.",
    ),
    Kind.BROKEN: (
        ServiceError,
        "{url} answers with something that is no chat reply ({tries}){said}. Check the base URL.",
    ),
}


def from_response(status: int, text: str, headers: Mapping[str, str] | None = None, *, shaped: bool = True) -> Fault:
    """Tell what an answer other than a completion means.

    Args:
        status: HTTP status, 100 to 599.
        text: The body as it came; need not be JSON.
        headers: The answer's headers, keys in lower case or case-insensitive.
        shaped: Whether the request asked for a reply format, which is then a thing to be refused.
    """
    body = parsed(text)
    kind = _kind(status, " ".join(words_of(body)).lower(), shaped=shaped)
    return Fault(kind, status, spoken(body), wait_asked(headers or {}), usage_of(body))


def from_error_body(error: object) -> Fault:
    """Tell what an ``error`` object means that came under status 200, as some proxies send it."""
    code = str(field_of(error, "code") or "")
    status = int(code) if code.isascii() and code.isdigit() and 400 <= int(code) <= 599 else 200
    kind = _kind(status, " ".join(words_of(error)).lower(), shaped=False)
    return Fault(kind, status, spoken(error))


def _kind(status: int, words: str, *, shaped: bool) -> Kind:
    for kind, statuses, clue in _CLUES:
        if status in statuses and (shaped or kind is not Kind.SHAPE) and clue.search(words):
            return kind
    return _BY_STATUS.get(status, Kind.FAILED if status >= 500 else Kind.REFUSED)


def error_for(fault: Fault, asked: Attempted) -> ServiceError:
    """Put a fault into the error that a person reads, with the service's words but no secrets in it."""
    kind = fault.kind
    if kind is Kind.ADDRESS and asked.offered and asked.model not in asked.offered:
        kind = Kind.MODEL
    error, sentence = _SENTENCES[kind]
    text = sentence.format(
        url=without_login(asked.url),
        model=asked.model,
        purpose=asked.purpose,
        status=fault.status,
        timeout=asked.timeout,
        tries=counted(asked.requests, "attempt"),
        said=_quoted(redacted(fault.said, asked.secrets)),
        pause="" if fault.wait is None else f", asking for a pause of {fault.wait:.0f} s",
        offer=_offer(asked),
    )
    return error(one_line(redacted(f"{text} {WAY_OUT}", asked.secrets), limit=4000))


def _quoted(said: str) -> str:
    clean = one_line(said).rstrip(".")
    return f": “{clean}”" if clean else ""


def _offer(asked: Attempted) -> str:
    if not asked.offered:
        return "It does not say which models it has."
    near = difflib.SequenceMatcher(b=asked.model)

    def distance(name: str) -> float:
        near.set_seq1(name)
        return -near.ratio()

    names = sorted(asked.offered, key=distance)[:LISTED_MODELS]
    more = len(asked.offered) - len(names)
    return f"It offers {', '.join(names)}{f' and {more} more' if more else ''}."


def counted(number: int, noun: str) -> str:
    """``1 attempt``, ``2 attempts``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def wait_asked(headers: Mapping[str, str]) -> float | None:
    """Seconds that a service asks to be left alone: milliseconds, seconds or an HTTP date, in that order.

    ``llm_provider-retry-after`` is where the LiteLLM proxy puts the header of the service behind it.
    """
    milliseconds = _positive(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    for name in ("retry-after", "llm_provider-retry-after"):
        text = headers.get(name)
        seconds = _positive(text) or _positive(_until(text, headers.get("date")))
        if seconds is not None:
            return seconds
    return None


def _positive(text: str | float | None) -> float | None:
    try:
        number = float(text if text is not None else 0)
    except ValueError:
        return None
    return number if isfinite(number) and number > 0 else None


def _until(date: str | None, now: str | None) -> float | None:
    """Seconds to an HTTP date, by the service's own clock where it tells it: the two may differ by hours."""
    then = _moment(date)
    return None if then is None else (then - (_moment(now) or datetime.now(UTC))).total_seconds()


def _moment(date: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(date or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
