"""What tests across the package share: teams from a few words, their picture on one day, and a browser for pages."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from questioner.resources import Templates
from questioner.session import Fact, SessionKind
from questioner.signals import facts
from questioner.standing import Picture, read
from questioner.team import Team

sys.path.insert(0, str(Path(__file__).parent))
from browser import FOUND, Browser, browser

# A shared machine may be slow for a moment, which is no failure; a gate gives the same answer each time.
settings.register_profile("ours", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("ours")

AXE = Path(__file__).parent.parent / "build" / "axe-core" / "axe.min.js"
START = date(2026, 1, 1)
LENGTH = 100
"""Days of the cycle, so that day 20 is a share of 0.20."""
LABELS = ("trial activation", "weekly return", "calm mornings", "first replies")
HEALTHY = {"owner": "Mina", "start": 20, "target": 40, "unit": "%"}
OBJECTIVE = {
    "title": "New members feel at home from the first week",
    "label": "a warm welcome",
    "why": "Members who feel lost in week one rarely return.",
    "audience": "new members",
}


@pytest.fixture(scope="session", autouse=True)
def no_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What an office has locked on the machine that runs the tests stays out of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("questioner.office.PLACE", tmp_path_factory.getbasetemp() / "no-office.toml")
        yield


def _alike(one: Templates, other: object) -> bool:
    built_in = type(one) is type(other) is Templates and one.overlay is other.overlay is None
    return one is other or (built_in and one.bundled == other.bundled)


@pytest.fixture(scope="session", autouse=True)
def built_in_templates_are_read_once() -> Iterator[None]:
    """Commands that run one after the other here share what is read of the built-in templates, as a batch's teams do.

    What is kept is kept by ``Templates``, and each command makes its own; reading them is most of a command's work.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Templates, "__eq__", _alike)
        patch.setattr(Templates, "__hash__", lambda one: hash(one.bundled))
        yield


def on(day: int) -> str:
    """Day ``day`` of the cycle, as a team file has it."""
    return (START + timedelta(days=day)).isoformat()


def _dated(data: Any) -> Any:
    """``data`` with every ``day: 20`` turned into a date, and days under ``due`` too."""
    if isinstance(data, Mapping):
        plain = {"date" if key == "day" else key: _dated(value) for key, value in data.items()}
        return plain | {key: on(data["day" if key == "date" else key]) for key in ("date", "due") if _is_day(data, key)}
    return [_dated(part) for part in data] if isinstance(data, (list, tuple)) else data


def _is_day(data: Mapping[str, Any], key: str) -> bool:
    return isinstance(data.get("day" if key == "date" else key), int)


def _key_result(number: int, given: Mapping[str, Any]) -> dict[str, Any]:
    label = LABELS[number % len(LABELS)] + (f" {number}" if number >= len(LABELS) else "")
    return {"title": f"{label.capitalize()} of the whole", "label": label, **HEALTHY, **given}


def _objective(given: Mapping[str, Any]) -> dict[str, Any]:
    rest = {key: value for key, value in given.items() if key != "krs"}
    return {**OBJECTIVE, **rest, "key_results": [_key_result(n, kr) for n, kr in enumerate(given.get("krs", [{}]))]}


def _check_in(given: Mapping[str, Any]) -> dict[str, Any]:
    """``{day: 50, KR1: {...}, notes: ...}``, with the key results beside the rest."""
    fields = {"day", "date", "notes"}
    own = {key: value for key, value in given.items() if key in fields}
    return {**own, "key_results": {key: value for key, value in given.items() if key not in fields}}


def team_data(**given: Any) -> dict[str, Any]:
    """A whole team file from what a test is about; all the rest is as it should be.

    ``kr`` (one) or ``krs`` (a list) are laid over a key result in good order, ``objective`` over the objective
    that holds them; ``objectives`` is a list of such. ``now`` is what the check-in on ``day`` says of KR1.
    """
    day = given.pop("day", 50)
    krs = given.pop("krs", [given.pop("kr", {})])
    objectives = given.pop("objectives", [{**given.pop("objective", {}), "krs": krs}])
    check_ins = [_check_in(c) for c in given.pop("check_ins", [])]
    latest = {"KR1": given.pop("now", None), "notes": given.pop("notes", None)}
    if any(latest.values()):
        check_ins.append(_check_in({"day": day, **{k: v for k, v in latest.items() if v is not None}}))
    data = {
        "team": "Harbour Club",
        "as_of": on(day),
        "cycle": {"start": on(0), "end": on(LENGTH)},
        "objectives": [_objective(o) for o in objectives],
        "check_ins": check_ins,
        **given,
    }
    return _dated(data)


@pytest.fixture(scope="session")
def team() -> Callable[..., Team]:
    """Make a team: ``team(day=50, kr={"target": 40})``; see ``team_data``."""
    return lambda **given: Team.model_validate(team_data(**given))


@pytest.fixture(scope="session")
def picture(team: Callable[..., Team]) -> Callable[..., Picture]:
    """Make the picture of such a team on its day."""

    def made(**given: Any) -> Picture:
        whole = team(**given)
        return read(whole, whole.as_of or START)

    return made


@pytest.fixture(scope="session")
def templates() -> Templates:
    """The built-in templates."""
    return Templates()


@pytest.fixture(scope="session")
def facts_of(picture: Callable[..., Picture], templates: Templates) -> Callable[..., tuple[Fact, ...]]:
    """Make the facts of such a team, for a check-in unless ``session`` says otherwise."""
    return lambda session=SessionKind.CHECK_IN, **given: facts(picture(**given), session, templates)


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser; a test that needs it is skipped where there is none."""
    if FOUND is None:
        pytest.skip("no Chromium or Chrome is installed, so no page was looked at")
    with browser(tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture
def shown(chromium: Browser, tmp_path: Path) -> Callable[[str], Browser]:
    """Open a page in the browser."""

    def show(html: str) -> Browser:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        chromium.open(file)
        return chromium

    return show


@pytest.fixture(scope="session")
def axe() -> str:
    """The script that checks a page for accessibility; fetched by ``make test`` where npm is there."""
    if not AXE.is_file():
        pytest.skip(
            "axe-core is not there (`make build/axe-core/axe.min.js` needs npm), so accessibility was not checked"
        )
    return AXE.read_text(encoding="utf-8")
