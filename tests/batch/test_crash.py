"""A batch that is killed again and again loses no sheet and pays for no reply twice."""

import os
import random
import signal
import subprocess
import time

from ..systems import GROUPS
from . import corpus, crash
from .service import running

TEAMS, KILLS, DELAY = 40, 5, 0.1


def test_five_kills_lose_no_sheet_and_no_reply(tmp_path):
    teams, out, other = tmp_path / "teams", tmp_path / "out", tmp_path / "undisturbed"
    corpus.write(teams, TEAMS)
    corpus.replies(tmp_path / "replies.json")
    draw = random.Random(4)
    with running(DELAY, tmp_path / "replies.json") as service:
        kills = [crash.kill_once(teams, out, service, draw, DELAY) for _ in range(KILLS)]
        ran = crash.finish(teams, out, service)
        requests = len(service.stats()["seen"])
        twice = crash.paid_twice(service, kills)
        assert crash.finish(teams, other, service).returncode == 0
    assert ran.returncode == 0, ran.stderr
    assert twice == 0
    assert TEAMS <= requests <= TEAMS + KILLS * crash.CONCURRENCY
    assert any(had for _, had in kills)
    whole = {path.name: path.read_text() for path in other.glob("*.md")}
    assert {path.name: path.read_text() for path in out.glob("*.md")} == whole
    assert len(whole) == TEAMS
    assert crash.left_over(out) == []


@GROUPS
def test_ctrl_c_ends_in_130_and_keeps_what_came(tmp_path):
    teams, out = tmp_path / "teams", tmp_path / "out"
    corpus.write(teams, 12)
    corpus.replies(tmp_path / "replies.json")
    with running(0.2, tmp_path / "replies.json") as service:
        command = crash.arguments(teams, out, service)
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
            while len(service.stats()["seen"]) <= crash.CONCURRENCY and process.poll() is None:
                time.sleep(0.02)
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to every process of the run
            err = process.stderr.read()
        assert process.returncode == 130, err
        assert err.splitlines()[-1] == "questioner: interrupted"
        assert "Traceback" not in err
        had = crash.kept(out)
        assert had
        assert '"pending"' in (out / "manifest.jsonl").read_text()
        now = time.monotonic()
        assert crash.finish(teams, out, service).returncode == 0
        assert crash.paid_twice(service, [(now, had)]) == 0
    assert len(list(out.glob("*.md"))) == 12
