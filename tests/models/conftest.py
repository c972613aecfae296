"""What the tests of the models share: a server that misbehaves, and cassettes that hold no secrets."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .small_server import Behaviour, SmallServer

OPENAI = "https://api.openai.com"
KEPT_HEADERS = frozenset({"content-type", "retry-after"})
"""An allow-list: what the SDK and the service put into headers changes with every version."""


@pytest.fixture(autouse=True)
def no_service_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    """The keys, addresses and headers of whoever runs the tests stay out of them."""
    for name in (
        "OPENAI_API_KEY",
        "OPENAI_API_KEY_FILE",
        "OPENAI_ADMIN_KEY",
        "OPENAI_BASE_URL",
        "OPENAI_ORG_ID",
        "OPENAI_PROJECT_ID",
        "OPENAI_CUSTOM_HEADERS",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "https_proxy",
        "all_proxy",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def serve() -> Iterator[Callable[..., SmallServer]]:
    """Start a small server with a script: ``serve(error(500), reply("{}"))``."""
    servers: list[SmallServer] = []

    def start(*script: Behaviour) -> SmallServer:
        servers.append(SmallServer(script))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def no_waiting() -> Iterator[Callable[[float], Any]]:
    """A sleep that takes no time and keeps what it was asked for in ``.waits``."""

    async def sleep(seconds: float) -> None:
        sleep.waits.append(seconds)  # type: ignore[attr-defined]

    sleep.waits = []  # type: ignore[attr-defined]
    return sleep


# --- cassettes ------------------------------------------------------------------------------------------


class PrettyJSON:
    """Cassettes as indented JSON, with bodies that are JSON kept as such: a diff reads line by line."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        for interaction in cassette["interactions"]:
            interaction["request"]["body"] = _unfolded(interaction["request"]["body"])
            body = interaction["response"]["body"]
            body["string"] = _unfolded(body["string"])
        return json.dumps(cassette, indent=2, ensure_ascii=False) + "\n"

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        cassette: dict[str, Any] = json.loads(text)
        for interaction in cassette["interactions"]:
            interaction["request"]["body"] = _folded(interaction["request"]["body"])
            body = interaction["response"]["body"]
            body["string"] = _folded(body["string"])
        return cassette


def _unfolded(body: object) -> object:
    text = body.decode() if isinstance(body, bytes) else body
    try:
        return json.loads(text) if isinstance(text, str) else text
    except ValueError:
        return text


def _folded(body: object) -> object:
    return body if body is None or isinstance(body, str) else json.dumps(body)


def same_json_body(one: Any, other: Any) -> None:
    """Unlike vcrpy's own default, which leaves the body out: a changed prompt would get the old reply."""
    assert _unfolded(one.body) == _unfolded(other.body)


def without_request_secrets(request: Any) -> Any:
    request.headers = {k: v for k, v in request.headers.items() if k.lower() in KEPT_HEADERS}
    request.uri = re.sub(r"^https?://[^/]+", OPENAI, request.uri)
    return request


def without_response_secrets(response: dict[str, Any]) -> dict[str, Any]:
    kept = {k.lower(): v for k, v in response["headers"].items() if k.lower() in KEPT_HEADERS}
    return {**response, "headers": kept}


@pytest.fixture
def vcr_config() -> dict[str, Any]:
    return {
        "before_record_request": without_request_secrets,
        "before_record_response": without_response_secrets,
        "decode_compressed_response": True,
        "match_on": ["method", "path", "json_body"],
        "serializer": "json",
    }


def pytest_recording_configure(config: pytest.Config, vcr: Any) -> None:
    vcr.register_serializer("json", PrettyJSON)
    vcr.register_matcher("json_body", same_json_body)


@pytest.fixture
def recorded_service(
    request: pytest.FixtureRequest, serve: Callable[..., SmallServer], record_mode: str, vcr: Any
) -> Iterator[Callable[..., str]]:
    """The base URL of a recorded service: ``recorded_service(error(429), reply("{}"))``.

    When cassettes are recorded, a small server plays the script; else the cassette answers, and the test
    fails if it was not played to its end.
    """

    def base_url(*script: Behaviour, offers: Behaviour | None = None) -> str:
        if record_mode == "none":
            return f"{OPENAI}/v1"
        server = serve(*script)
        server.models = offers or server.models
        return server.url

    yield base_url
    if record_mode == "none":
        assert vcr.all_played, "the cassette holds more than the test asked for: record it again"


@pytest.fixture(scope="session")
def cassettes_folder() -> Path:
    return Path(__file__).parent / "cassettes"
