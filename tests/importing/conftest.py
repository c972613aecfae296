"""What the tests of importing share: a source from text or bytes, and the team file that comes of it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from questioner.importing import columns, run, sources
from questioner.importing.gathering import Given
from questioner.inputs import read_team
from questioner.team import Team

GIVEN = Given("", {"start": date(2026, 10, 1), "end": date(2026, 12, 31)}, date(2026, 11, 16))
BURNING = "Team,Objective,Progress,Corporate Objective,Key Result,Description,Start,End,Actual,Unit\n"


@pytest.fixture
def imported(tmp_path: Path) -> Callable[..., list[run.TeamFile]]:
    """Import a file of this content and name; its proposed mapping is agreed to. Writes to ``out``."""

    def call(content, name="okr.csv", given=GIVEN, reading=None, into=None, out=None):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        source = sources.read(str(path), reading or sources.Reading())
        mapping = None
        if source.table is not None:
            mapping = columns.preset(source.table) or columns.proposed(source.table)
            mapping = columns.settled(mapping, source.table)
        result = run.gathered(source, mapping, given)
        files = run.team_files(result, out or tmp_path / "out", into)
        run.write(files)
        return files

    return call


@pytest.fixture
def team_of(imported: Callable[..., list[run.TeamFile]]) -> Callable[..., Team]:
    """Import a file with one team, and read what was written as ``prepare`` reads it."""

    def call(content, name="okr.csv", **how):
        (file,) = imported(content, name, **how)
        return read_team(str(file.path))

    return call
