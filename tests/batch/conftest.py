"""What the tests of the batch share: a folder of teams, a server with a script, and runs of the command."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ..cli.conftest import Run, no_settings, questioner  # noqa: F401 - fixtures
from ..models.conftest import no_service_is_configured, serve  # noqa: F401 - fixtures
from ..models.small_server import Behaviour, Handler, SmallServer, as_json, completion, tokens
from . import corpus


@pytest.fixture(autouse=True)
def no_own_prices(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The prices of whoever runs the tests stay out of them."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.delenv("QUESTIONER_PRICES", raising=False)


@pytest.fixture
def teams(tmp_path: Path) -> Callable[[int], Path]:
    """Write so many teams into a folder."""

    def write(number: int) -> Path:
        corpus.write(tmp_path / "teams", number)
        return tmp_path / "teams"

    return write


@pytest.fixture
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault that passes is asked again at once."""
    monkeypatch.setattr("questioner.models.openai_chat._BACK_OFF", lambda _: 0.0)


def team_of(request: Handler) -> str:
    """The number of the team that a request is for."""
    text = str(request.server.seen[-1].body)
    return text.partition("Fictional Team ")[2][:5]


def good(request: Handler) -> None:
    """Answer with questions that leave no gap."""
    text = str(request.server.seen[-1].body)
    kind = int(text.partition(" of kind ")[2][0])
    as_json(completion(corpus.kinds()[kind][1], usage=tokens(1000, 500)))(request)


def except_for(team: int, *behaviours: Behaviour) -> Behaviour:
    """Play ``behaviours`` to one team, the last one for ever, and answer every other team well."""
    script = list(behaviours)

    def choose(request: Handler) -> None:
        if team_of(request) != f"{team:05}":
            good(request)
            return
        (script.pop(0) if len(script) > 1 else script[0])(request)

    return choose


@pytest.fixture
def batch(questioner: Callable[..., Run], tmp_path: Path) -> Callable[..., Run]:  # noqa: F811
    """Run the command into ``tmp_path/out``: ``batch(teams, server, "--max-tokens", 5)``; without a server the bank."""

    def call(paths: Any, server: SmallServer | None = None, *more: object) -> Run:
        asked = ("--model", "m", "--base-url", server.url) if server else ("--model", "bank")
        every = paths if isinstance(paths, (list, tuple)) else (paths,)
        return questioner("batch", *every, "--out", tmp_path / "out", *asked, *more)

    return call


@pytest.fixture
def manifest(tmp_path: Path) -> Callable[[], list[dict[str, Any]]]:
    """Read the manifest of ``tmp_path/out``."""
    return lambda: [json.loads(line) for line in (tmp_path / "out" / "manifest.jsonl").read_text().splitlines()]


@pytest.fixture
def sheets(tmp_path: Path) -> Callable[[], dict[str, str]]:
    """Read every sheet of ``tmp_path/out``."""
    return lambda: {path.name: path.read_text() for path in sorted((tmp_path / "out").rglob("*.md"))}
