"""How far a batch is, as plain lines: the rate, the bill, and the time that is left."""

from types import SimpleNamespace

import pytest

from questioner.batch.bill import Budget, Limits
from questioner.batch.counts import Counts
from questioner.cli import progress
from questioner.cli.progress import Progress


@pytest.fixture
def told(monkeypatch, capsys):
    """What is said after 20 seconds of a run that is so far."""
    clock = iter([0.0] + [20.0] * 10)
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(clock))

    def say(**counts):
        shown = Progress(quiet=False)
        with shown.of(SimpleNamespace(counts=Counts(**counts)), Budget(Limits(), None)):
            shown.update()
        return capsys.readouterr().err

    return say


def test_time_left_is_that_of_the_teams_still_to_make(told):
    assert told(total=100, met=20, done=20) == "20 of 100 teams, 1.0 a second, 80 s left\n"


def test_time_left_counts_only_the_teams_that_were_chosen(told):
    # Of 50 met, 40 were passed over: of the other 50, a fifth is likely to be chosen, at 2 seconds each.
    assert told(total=100, met=50, passed_over=40, done=10) == "50 of 100 teams, 0.5 a second, 20 s left\n"


def test_time_left_counts_no_team_that_is_up_to_date(told):
    assert told(total=1_000, met=1_000, left_alone=990, done=5) == "995 of 1,000 teams, 0.2 a second, 20 s left\n"


def test_teams_that_are_still_at_work_are_left_to_do(told):
    assert told(total=40, met=30, done=19, failed=1) == "20 of 40 teams, 1.0 a second, 20 s left\n"


def test_no_time_is_named_before_a_team_is_made(told):
    assert told(total=10, met=3) == "0 of 10 teams, 0.0 a second\n"
