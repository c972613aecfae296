"""The processes that work on teams: they remember, die and are replaced, and outlive nobody."""

import asyncio
import subprocess
import time
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from questioner.batch import crew as crews
from questioner.batch.crew import FEW, Crew
from questioner.batch.work import Job, Orders, Worker
from questioner.errors import UsageError
from questioner.exchange import Reply, Usage
from questioner.formats import Format
from questioner.models import BANK
from questioner.sheets import Cut
from questioner.wishes import Wishes

from . import corpus, crash
from .service import running

TODAY = date(2026, 5, 4)


def orders(model="m", **given):
    formats = given.pop("formats", (Format.MARKDOWN,))
    return Orders(Wishes(), None, None, formats, Cut.COACH, None, model, TODAY, **given)


def jobs(number):
    return [Job(name, text.encode(), TODAY) for name, text in corpus.teams(number)]


def reply(place):
    return Reply(corpus.kinds()[place % len(corpus.kinds())][1], Usage(1), "m")


def test_a_team_comes_as_far_as_its_replies_reach():
    worker, [job] = Worker(orders()), jobs(1)
    assert worker.settle(job).request.wave == 1
    assert worker.settle(job, [Reply("no JSON", Usage(1), "m")]).request.wave == 2
    assert worker.settle(job, [Reply("no JSON", Usage(1), "m"), reply(0)]).sheets


def test_what_was_forgotten_is_worked_out_again_to_the_same_end():
    forgetful, mindful = Worker(orders(keep=0)), Worker(orders())
    for place, job in enumerate(jobs(5)):
        mindful.settle(job)
        forgetful.settle(job)
        assert forgetful.settle(job, [reply(place)]) == mindful.settle(job, [reply(place)])


def test_a_bug_that_one_team_meets_is_that_teams_failure(monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("words of the team")

    monkeypatch.setattr("questioner.batch.work.settle", broken)
    failure = Worker(orders()).settle(jobs(1)[0]).failure
    assert "this is a bug in questioner" in failure
    assert "words of the team" not in failure


def test_a_sheet_that_cannot_be_printed_is_that_teams_failure(monkeypatch):
    def jammed(_):
        raise UsageError("--format pdf: it could not print the sheet")

    monkeypatch.setattr("questioner.sheets.pdf.printed", jammed)
    settled = Worker(orders(BANK, formats=(Format.PDF,))).settle(jobs(1)[0])
    assert settled.failure == f"{settled.team}: --format pdf: it could not print the sheet"


def test_a_file_that_cannot_be_used_is_a_failure_with_its_place():
    assert Worker(orders()).settle(Job("a.yaml", b"team: A\n", TODAY)).failure.startswith("a.yaml:1: cycle: is missing")


def test_few_teams_are_worth_no_process():
    with closing(Crew(orders(BANK), FEW - 1)) as crew:
        assert crew.size == 1
        assert asyncio.run(crew.settle(0, jobs(1)[0])).sheets


def test_a_process_that_dies_is_replaced_and_its_team_is_worked_on_again():
    async def killed():
        job = jobs(1)[0]
        with closing(Crew(orders(BANK), FEW)) as crew:
            first = await crew.settle(0, job)
            for process in crew._seats[0]._processes.values():
                process.kill()
            return first, await crew.settle(0, job)

    first, again = asyncio.run(killed())
    assert first.sheets == again.sheets


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs a system that tells whose processes run")
def test_no_process_outlives_a_run_that_was_killed(tmp_path):
    corpus.write(tmp_path / "teams", 40)
    corpus.replies(tmp_path / "replies.json")
    with running(0.2, tmp_path / "replies.json") as service:
        command = crash.arguments(tmp_path / "teams", tmp_path / "out", service)
        with subprocess.Popen(command, start_new_session=True) as process:
            while not service.stats()["seen"]:
                time.sleep(0.02)
            assert len(in_session(process.pid)) > 1
            process.kill()
        until = time.monotonic() + 30
        while in_session(process.pid) and time.monotonic() < until:
            time.sleep(0.05)
        assert in_session(process.pid) == []


def in_session(leader):
    """The processes of a session that are not dead yet."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, session = stat.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(session) == leader and state not in "ZX":
            found.append(stat.parent.name)
    return found


@pytest.mark.parametrize(
    ("paths", "early"),
    [(["teams.jsonl"], True), (["."], True), (["a.yaml"] * FEW, True), (["a.yaml", "b.yaml"], False), (["-"], False)],
)
def test_what_starts_processes_comes_up_early_where_many_teams_are_named(monkeypatch, paths, early):
    begun = []
    monkeypatch.setattr(crews.forkserver, "ensure_running", lambda: begun.append(1))
    crews.preload(paths)
    assert bool(begun) == early
