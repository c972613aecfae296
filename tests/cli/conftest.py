"""What the tests of the command line share: a run with its exit code, output and talk, and small team files."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from questioner.cli import run

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
FILES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".yaml", ".json"})
BEHIND = str(EXAMPLES / "behind.yaml")
ESCAPE = "\x1b"


@dataclass(frozen=True)
class Run:
    """What one run of the command line did."""

    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The keys, addresses, settings and colours of whoever runs the tests stay out of them."""
    for name in ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.startswith("QUESTIONER_")]:
        monkeypatch.delenv(name)
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path_factory.getbasetemp() / "nobody"))


@pytest.fixture(scope="session")
def questioner() -> Callable[..., Run]:
    """Run the command line as the installed program does: ``questioner("prepare", path, stdin="...")``."""

    def call(*arguments: object, stdin: str | bytes | None = None) -> Run:
        with CliRunner().isolation(input=stdin) as (out, err, _):
            code = run([str(argument) for argument in arguments])
            return Run(int(code), out.getvalue().decode(), err.getvalue().decode())

    return call


@pytest.fixture
def team_file(tmp_path: Path) -> Callable[..., Path]:
    """Write a team file whose cycle lies around today; ``more`` is laid over it as further YAML."""

    def write(more: str = "", as_of: date | None = None, name: str = "team.yaml") -> Path:
        today = date.today()
        start, end = today - timedelta(days=60), today + timedelta(days=30)
        path = tmp_path / name
        path.write_text(
            f"team: Harbour Library\nas_of: {as_of or today}\ncycle: {{start: {start}, end: {end}}}\n"
            "objectives:\n  - title: Visitors find what they came for\n    label: evenings that work\n"
            "    why: Most of them leave with less than they hoped for.\n"
            "    key_results:\n      - {title: Visits with help found, label: visits with help, owner: Ines,"
            " start: 41, target: 60, current: 45, unit: '%'}\n" + more,
            encoding="utf-8",
        )
        return path

    return write
