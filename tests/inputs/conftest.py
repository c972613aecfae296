"""What the tests of the readers share: a team file in good order, and a reader of what is wrong with one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from questioner.errors import InputError, Problem
from questioner.inputs import read_team
from questioner.team import Team

HEAD = "team: Harbour Library\ncycle: {start: 2026-10-01, end: 2026-12-31}\n"
KEY_RESULT = "{title: Visits with help found, start: 41, target: 60}"
GOALS = f"objectives:\n  - title: Visitors find what they came for\n    key_results:\n      - {KEY_RESULT}\n"
GOOD = HEAD + GOALS


def with_key_result(fields: str) -> str:
    """The team file with one key result of these fields beside its title, on line 6."""
    return GOOD.replace(KEY_RESULT, f"{{title: Visits, {fields}}}")


def with_update(fields: str, name: str = "KR1", more: str = "") -> str:
    """The team file with one check-in, whose update of ``name`` has these fields, on line 10 (without ``more``)."""
    return f"{GOOD}{more}check_ins:\n  - date: 2026-11-02\n    key_results:\n      {name}: {{{fields}}}\n"


@pytest.fixture
def path_of(tmp_path: Path) -> Callable[..., str]:
    """Write a file and return its path."""

    def write(content: str | bytes, name: str = "team.yaml") -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return write


@pytest.fixture
def team_in(path_of: Callable[..., str]) -> Callable[..., Team]:
    """Read a team from the text of a file."""
    return lambda content, name="team.yaml": read_team(path_of(content, name))


@pytest.fixture
def problems_in(path_of: Callable[..., str]) -> Callable[..., tuple[Problem, ...]]:
    """Read a file that cannot be used; return its problems, each of which names the file."""

    def problems(content: str | bytes, name: str = "team.yaml") -> tuple[Problem, ...]:
        path = path_of(content, name)
        with pytest.raises(InputError) as caught:
            read_team(path)
        assert caught.value.problems
        assert {problem.file for problem in caught.value.problems} == {path}
        return caught.value.problems

    return problems
