"""What the tests of sheets share: every example's sheet of every kind."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from questioner import plan, prepare, sheets, standing
from questioner.formats import Format
from questioner.inputs import read_team
from questioner.plan import SessionTable
from questioner.resources import Templates
from questioner.session import SessionKind, SessionSheet

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = {p.stem: p for p in sorted((ROOT / "examples").iterdir()) if p.suffix in {".yaml", ".json"}}
TEMPLATES = Templates()


@cache
def prepared(path: Path, kind: SessionKind) -> tuple[SessionSheet, SessionTable]:
    """The bank's sheet for a team file, and the table of its kind of session."""
    team = read_team(str(path))
    table = plan.session_table(TEMPLATES, kind)
    picture = standing.read(team, team.as_of)
    return prepare.from_bank(prepare.prepare(picture, plan.Brief(kind, table.minutes, team.people), TEMPLATES)), table


@pytest.fixture(scope="session")
def examples() -> dict[str, Path]:
    """The example teams by name."""
    return EXAMPLES


@pytest.fixture(scope="session")
def sheet() -> Callable[..., SessionSheet]:
    """Make the sheet of an example: ``sheet("behind", SessionKind.RETRO)``."""
    return lambda name, kind=SessionKind.CHECK_IN: prepared(EXAMPLES[name], kind)[0]


@pytest.fixture(scope="session")
def page() -> Callable[..., str]:
    """Make the page of an example or of a team file: ``page("behind", cut=Cut.ROOM)``, as HTML unless ``form`` says otherwise."""

    def made(
        team: str | Path,
        kind: SessionKind = SessionKind.CHECK_IN,
        form: Format = Format.HTML,
        **look: object,
    ) -> str:
        whole, table = prepared(EXAMPLES.get(str(team), Path(team)), kind)
        return sheets.write(whole, form, sheets.Look(**look), table, TEMPLATES)  # type: ignore[arg-type]

    return made
