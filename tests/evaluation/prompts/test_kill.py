"""A run that is killed, or interrupted, goes on from what came and pays for no reply twice."""

import os
import signal
import subprocess
import sys
import time

import pytest

from questioner.evaluation.prompts import results

from ...batch import corpus
from ...batch.service import running
from ...systems import GROUPS
from . import fictional

COMMAND = [sys.executable, "-c", "from questioner.cli import main; main()", "eval", "prompts"]
ASKED_AT_ONCE = 2


@GROUPS
@pytest.mark.parametrize("end", ["SIGKILL", "SIGINT"])
def test_a_run_goes_on_after_it_was_ended_at_any_moment(end, tmp_path):
    fictional.write(tmp_path / "s")
    corpus.replies(tmp_path / "replies.json")
    with running(0.2, tmp_path / "replies.json") as service:
        asked = ("--model", "m", "--base-url", service.url, "--concurrency", str(ASKED_AT_ONCE), "--repeats", "5")
        command = [*COMMAND, "--scenarios", str(tmp_path / "s"), "--out", str(tmp_path / "run"), *asked]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
            while len(service.stats()["seen"]) <= 2 * ASKED_AT_ONCE and process.poll() is None:
                time.sleep(0.02)
            os.killpg(process.pid, signal.Signals[end])  # as a terminal does it: every process of the run
            err = process.stderr.read()
        assert "Traceback" not in err
        assert process.returncode == (130 if end == "SIGINT" else -signal.SIGKILL), err
        before = len(service.stats()["seen"])
        ran = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert ran.returncode == 0, ran.stderr
        after = len(service.stats()["seen"])
    rows = results.read(tmp_path / "run").rows
    assert [bool(row.questions) for row in rows] == [True] * 10
    assert after < 10 + before
    assert after <= 10 + ASKED_AT_ONCE
