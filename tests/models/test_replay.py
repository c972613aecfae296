"""Recordings: the reply to exactly this prompt, or an error that says what to do."""

import json

import pytest

from questioner.errors import InputError, ServiceError
from questioner.models.replay import Replay
from questioner.session import Prompt, Request

REQUEST = Request(Prompt("s", "u"), {}, 1, "a" * 64)


def record(folder, **given):
    recording = {"prompt_sha256": "a" * 64, "text": '{"questions": []}', "model": "gpt-fictional", **given}
    (folder / "one.json").write_text(json.dumps(recording), encoding="utf-8")


def test_a_recorded_reply_is_played_for_its_prompt(tmp_path):
    record(tmp_path)
    reply = Replay(tmp_path).answer(REQUEST)
    assert (reply.text, reply.model, reply.usage.requests) == ('{"questions": []}', "gpt-fictional", 1)


def test_another_prompt_is_an_error_that_names_the_folder_and_the_way_out(tmp_path):
    record(tmp_path, prompt_sha256="b" * 64)
    with pytest.raises(ServiceError, match=r"holds no reply to this prompt \(aaaaaaaaaaaa…, asking 1\).*--model bank"):
        Replay(tmp_path).answer(REQUEST)


def test_a_folder_that_is_not_there_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="not a folder of recordings"):
        Replay(tmp_path / "nowhere")


@pytest.mark.parametrize("text", ["{}", "[]", "no json", '{"prompt_sha256": "short", "text": ""}'])
def test_a_file_that_is_no_recording_is_named(tmp_path, text):
    (tmp_path / "odd.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"odd\.json: is not a recording"):
        Replay(tmp_path)
