"""Recordings: written by a run, by hand through the maintainers' tool, and read back."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from questioner.errors import InputError
from questioner.evaluation.prompts import recordings, scenarios
from questioner.models.replay import WRITTEN, Recording, Replay

from . import fictional

TOOL = Path(__file__).parents[3] / "tools" / "recordings.py"


def tool(*arguments):
    done = subprocess.run(
        [sys.executable, TOOL, *map(str, arguments)], capture_output=True, text=True, timeout=120, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_a_recording_has_a_name_that_only_its_prompt_and_its_repeat_decide(tmp_path):
    first = recordings.write(tmp_path, Recording(prompt_sha256="a" * 64, repeat=2, text="one"))
    again = recordings.write(tmp_path, Recording(prompt_sha256="a" * 64, repeat=2, text="two"))
    assert first == again == tmp_path / f"{'a' * 20}-2.json"
    assert json.loads(first.read_text())["text"] == "two"
    assert [path.name for path in tmp_path.iterdir()] == [first.name]


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        recordings.write(tmp_path / "file", Recording(prompt_sha256="a" * 64, text=""))


def test_replies_written_by_hand_become_recordings_that_play(tmp_path):
    (scenario, *_) = scenarios.in_folder(fictional.write(tmp_path / "s", 1))
    places = (tmp_path / "rec", "built-in", tmp_path / "todo", "--scenarios", tmp_path / "s", "--repeats", 2)
    code, out, err = tool("missing", *places)
    assert (code, out) == (1, f"2 requests without a reply are in {tmp_path / 'todo'}\n"), err
    request = tmp_path / "todo" / f"{scenario.id}.1.1.request.txt"
    assert request.read_text().startswith("prompt sha256: ")
    assert scenario.team.team in request.read_text()
    for repeat in (1, 2):
        (tmp_path / "todo" / f"{scenario.id}.{repeat}.1.reply.txt").write_text(fictional.good(scenario))
    assert tool("take", tmp_path / "todo", tmp_path / "rec")[0] == 0
    assert tool("missing", *places)[:2] == (0, f"0 requests without a reply are in {tmp_path / 'todo'}\n")
    assert Replay(tmp_path / "rec").by == WRITTEN


def test_a_reply_that_cannot_be_read_is_told_and_not_taken(tmp_path):
    (tmp_path / "s.1.1.request.txt").write_text(f"prompt sha256: {'a' * 64}\n")
    (tmp_path / "s.1.1.reply.txt").write_text("no JSON")
    code, _, err = tool("take", tmp_path, tmp_path / "rec")
    assert (code, "s.1.1.reply.txt: the reply is not JSON" in err) == (1, True)
    assert not (tmp_path / "rec").exists()
