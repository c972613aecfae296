"""Recordings: the reply to exactly this prompt, or an error that says what to do."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from questioner.errors import InputError, ServiceError
from questioner.exchange import Prompt, Request, Usage
from questioner.models.replay import Replay

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


def test_a_folder_without_recordings_says_so(tmp_path):
    with pytest.raises(ServiceError, match="holds no recording at all"):
        Replay(tmp_path).answer(REQUEST)


def test_a_folder_that_is_not_there_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="not a folder of recordings"):
        Replay(tmp_path / "nowhere")


@pytest.mark.parametrize("text", ["{}", "[]", "no json", '{"prompt_sha256": "short", "text": ""}'])
def test_a_file_that_is_no_recording_is_named(tmp_path, text):
    (tmp_path / "odd.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"odd\.json: is not a recording"):
        Replay(tmp_path)


def test_every_file_that_is_no_recording_is_named_with_all_that_is_wrong(tmp_path):
    record(tmp_path)
    (tmp_path / "odd.json").write_text('{"repeat": 0}', encoding="utf-8")
    (tmp_path / "worse.json").write_text("no json", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        Replay(tmp_path)
    assert [(Path(p.file).name, p.field) for p in refused.value.problems] == [
        ("odd.json", ""), ("odd.json", "prompt_sha256"), ("odd.json", "repeat"), ("odd.json", "text"),
        ("worse.json", ""), ("worse.json", ""),
    ]  # fmt: skip


def test_each_repeat_has_a_reply_of_its_own_and_one_without_a_number_is_the_first(tmp_path):
    record(tmp_path)
    (tmp_path / "two.json").write_text(json.dumps({"prompt_sha256": "a" * 64, "text": "second", "repeat": 2}))
    replay = Replay(tmp_path)
    assert replay.answer(REQUEST).text == '{"questions": []}'
    assert replay.answer(replace(REQUEST, repeat=2)).text == "second"
    with pytest.raises(ServiceError, match="for the repeats 1, 2, and none for repeat 3: ask less often"):
        replay.answer(replace(REQUEST, repeat=3))


def test_what_was_recorded_beside_the_text_is_played_too(tmp_path):
    record(tmp_path, usage={"requests": 2, "input_tokens": 7, "output_tokens": 3}, seconds=1.5, problem="refused")
    reply = Replay(tmp_path).answer(REQUEST)
    assert (reply.usage, reply.seconds, reply.problem) == (Usage(2, 7, 0, 3), 1.5, "refused")


def test_a_reply_that_a_person_wrote_says_so_in_the_place_of_a_model(tmp_path):
    record(tmp_path, written=True)
    assert Replay(tmp_path).answer(REQUEST).model == "written"


def test_recordings_of_one_model_are_known_by_it_and_those_of_several_by_their_folder(tmp_path):
    record(tmp_path)
    assert Replay(tmp_path).by == "gpt-fictional"
    (tmp_path / "two.json").write_text(json.dumps({"prompt_sha256": "b" * 64, "text": "x", "model": "other"}))
    assert Replay(tmp_path).by == f"replay:{tmp_path}"
