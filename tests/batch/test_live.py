"""The live engine: faults of a service, each met by one team, and what the others and the next run make of them."""

import errno
import json
import re
import sqlite3
from email.utils import formatdate

import pytest

from questioner.batch.ledger.requests import RequestTable
from questioner.batch.shelf import Shelf

from ..models.small_server import (
    as_json,
    completion,
    drip,
    error,
    hang,
    hang_up_in_the_body,
    raw,
    reply,
    reset,
    reset_in_the_body,
)
from .conftest import except_for, good
from .corpus import kinds

GOOD = kinds()[1][1]


def test_every_team_gets_a_sheet_and_every_request_is_counted(batch, serve, teams, manifest, sheets):
    server = serve(good)
    ran = batch(teams(3), server)
    assert ran.code == 0, ran.err
    assert [entry["state"] for entry in manifest()] == ["done"] * 3
    assert [entry["usage"]["output_tokens"] for entry in manifest()] == [500] * 3
    assert len(sheets()) == len(server.seen) == 3
    assert "3 requests, 3,000 tokens in (0 cached), 1,500 out" in ran.err


def test_the_same_command_again_asks_for_nothing(batch, serve, teams, sheets):
    server, folder = serve(good), teams(3)
    batch(folder, server)
    before = sheets()
    ran = batch(folder, server)
    assert (ran.code, len(server.seen)) == (0, 3)
    assert "3 were up to date" in ran.err
    assert sheets() == before


PASSING = {
    "429 with seconds": error(429, "slow down", retry_after="0.01"),
    "429 with milliseconds": error(429, "slow down", retry_after_ms="10"),
    "429 with a date": error(429, "slow down", retry_after=formatdate(0, usegmt=True)),
    "500": error(500, "x"),
    "502": raw(b"<html><title>Bad Gateway</title></html>", status=502, content_type="text/html"),
    "503": error(503, "x"),
    "reset": reset,
    "reset in the body": reset_in_the_body,
    "hang up in the body": hang_up_in_the_body,
    "no JSON": raw(b"{"),
    "web page": raw(b"<html>hello", content_type="text/html"),
    "no choices": as_json({**completion(), "choices": []}),
}


@pytest.mark.usefixtures("no_pauses")
@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING.keys())
def test_a_fault_that_passes_costs_an_attempt_and_no_sheet(fault, batch, serve, teams, manifest):
    server = serve(except_for(1, fault, good))
    ran = batch(teams(3), server)
    assert ran.code == 0, ran.err
    assert [entry["attempts"] for entry in manifest()] == [1, 2, 1]


LASTING = {
    "context length": (error(400, "This model's maximum context length", code="context_length_exceeded"), "too long"),
    "bad request": (error(400, "no such thing"), "refused the request"),
    "500 for ever": (error(500, "x"), "failed over the request"),
    "hang": (hang, "no whole answer in time"),
    "drip": (drip, "no whole answer in time"),
}


@pytest.mark.usefixtures("no_pauses")
@pytest.mark.parametrize(("fault", "said"), LASTING.values(), ids=LASTING.keys())
def test_a_team_that_gets_no_reply_fails_with_its_reason_and_is_tried_again(fault, said, batch, serve, teams, manifest):
    folder = teams(3)
    ran = batch(folder, serve(except_for(1, fault)), "--timeout", 1)
    assert ran.code == 1
    assert re.search(f"questioner: Fictional Team 00001 of kind 1: .*{said}", ran.err)
    assert [entry["state"] for entry in manifest()] == ["done", "failed", "done"]
    assert said in manifest()[1]["error"]
    server = serve(good)
    assert batch(folder, server).code == 0
    assert len(server.seen) == 1


def test_attempts_that_failed_are_counted_and_kept(batch, serve, teams, manifest, tmp_path):
    refusal = as_json(
        {"error": {"message": "too many tokens for the context length"}, "usage": {"prompt_tokens": 7}}, status=400
    )
    batch(teams(1), serve(refusal))
    batch(tmp_path / "teams", serve(good))
    assert manifest()[0]["usage"] == {"requests": 2, "input_tokens": 1007, "cached_tokens": 0, "output_tokens": 500}


UNUSABLE = {
    "cut off": (reply('{"questions": [', finish_reason="length"), "cut off at the model's length limit"),
    "refusal": (reply(None, refusal="I cannot"), "refused"),
    "content filter": (reply("{}", finish_reason="content_filter"), "content filter"),
    "wrong schema": (reply('{"answers": []}'), "no list called"),
    "prose": (reply("Sure! What did you learn?"), "not JSON"),
    "5 MB": (reply("x" * 5_000_000), "not JSON"),
}


@pytest.mark.parametrize(("answer", "said"), UNUSABLE.values(), ids=UNUSABLE.keys())
def test_a_reply_that_cannot_be_used_is_asked_for_again_and_then_the_team_fails(
    answer, said, batch, serve, teams, manifest
):
    folder, server = teams(3), serve(except_for(1, answer))
    ran = batch(folder, server)
    assert ran.code == 1
    assert [entry["state"] for entry in manifest()] == ["done", "failed", "done"]
    assert said in manifest()[1]["error"]
    assert manifest()[1]["attempts"] == 2
    again = serve(good)
    assert batch(folder, again).code == 0
    assert len(again.seen) == 1


def test_a_reply_in_a_fence_is_read(batch, serve, teams, manifest):
    ran = batch(teams(2), serve(except_for(1, reply(f"```json\n{GOOD}\n```"))))
    assert (ran.code, [entry["attempts"] for entry in manifest()]) == (0, [1, 1])


def test_waves_limit_how_often_a_team_is_asked_about(batch, serve, teams):
    for waves in (1, 3):
        server = serve(reply("no JSON"))
        batch(teams(1), server, "--waves", waves, "--force")
        assert len(server.seen) == waves


def test_a_second_asking_goes_on_from_the_first_reply_when_the_run_was_stopped_between(batch, serve, teams, manifest):
    folder = teams(1)
    batch(folder, serve(reply('{"answers": []}'), error(400, "no")))
    server = serve(good)
    assert batch(folder, server).code == 0
    [asked] = server.seen
    assert len(asked.body["messages"]) == 4
    assert manifest()[0]["attempts"] == 3


FATAL = {
    "401": error(401, "Incorrect API key"),
    "no quota": error(429, "You exceeded your current quota", code="insufficient_quota"),
    "no such model": error(404, "The model `m` does not exist", code="model_not_found"),
}


@pytest.mark.parametrize("fault", FATAL.values(), ids=FATAL.keys())
def test_what_every_team_would_meet_stops_the_run_and_keeps_what_came(fault, batch, serve, teams, manifest):
    folder = teams(6)
    ran = batch(folder, serve(good, good, fault), "--concurrency", 1)
    assert ran.code == 4
    assert "2 of 6 teams got a sheet" in ran.err
    assert "4 still to do" in ran.err
    assert {entry["state"] for entry in manifest()} == {"done", "pending"}
    server = serve(good)
    assert batch(folder, server).code == 0
    assert len(server.seen) == 4


def test_requests_that_wait_for_their_turn_are_not_sent_after_a_stop(batch, serve, teams):
    server = serve(error(401, "no"))
    assert batch(teams(7), server, "--concurrency", 2).code == 4
    assert len(server.seen) <= 2


@pytest.mark.usefixtures("no_pauses")
def test_a_service_that_answers_nobody_ends_the_run_before_every_team_has_failed(batch, serve, teams, manifest):
    ran = batch(teams(14), serve(error(503, "x")), "--concurrency", 1)
    assert ran.code == 4
    assert 10 <= [entry["state"] for entry in manifest()].count("failed") < 14


@pytest.mark.usefixtures("no_pauses")
def test_a_service_that_never_answered_is_given_up_after_ten_teams_however_many_may_be_on_their_way(
    batch, serve, teams
):
    ran = batch(teams(12), serve(error(503, "x")), "--concurrency", 32)
    assert ran.code == 4


def test_no_more_requests_are_on_their_way_than_asked_for(batch, serve, teams):
    now, most = [], []

    def slowly(request):
        now.append(1)
        most.append(len(now))
        request.server.closing.wait(0.05)
        now.pop()
        good(request)

    batch(teams(7), serve(slowly), "--concurrency", 3)
    assert max(most) == 3


def test_one_client_keeps_its_connections(batch, serve, teams):
    ports = set()

    def noting(request):
        ports.add(request.client_address)
        good(request)

    server = serve(noting)
    server.RequestHandlerClass.protocol_version, before = "HTTP/1.1", server.RequestHandlerClass.protocol_version
    try:
        batch(teams(6), server, "--concurrency", 2)
    finally:
        server.RequestHandlerClass.protocol_version = before
    assert len(ports) <= 2


def test_the_key_is_in_no_file_and_no_message(batch, serve, teams, monkeypatch, tmp_path):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-fictional-4711")
    echo = error(400, "you sent sk-fictional-4711")
    ran = batch(teams(3), serve(except_for(1, echo)), "--verbose")
    batch(teams(3), serve(reply("here is sk-fictional-4711 again")))
    assert "4711" not in ran.err
    for path in (tmp_path / "out").rglob("*"):
        assert b"4711" not in path.read_bytes(), path.name


def test_ids_say_nothing_about_the_team(batch, serve, teams, tmp_path):
    batch(teams(3), serve(good))
    with sqlite3.connect(tmp_path / "out" / "ledger.sqlite3") as db:
        ids = [row[0] for row in db.execute("SELECT custom_id FROM request")]
    db.close()
    assert len(set(ids)) == 3
    assert all(re.fullmatch("q1-[0-9a-f]{8}-[0-9a-f]{12}", custom_id) for custom_id in ids)


def test_names_are_hidden_from_the_service(batch, serve, teams):
    server = serve(good)
    batch(teams(8), server)
    assert "Person 1" in json.dumps([seen.body for seen in server.seen])


def test_a_recording_can_answer_a_batch(batch, questioner, serve, teams, tmp_path):
    server, folder = serve(good), teams(2)
    batch(folder, server)
    recordings = tmp_path / "recordings"
    recordings.mkdir()
    with sqlite3.connect(tmp_path / "out" / "ledger.sqlite3") as db:
        rows = db.execute("SELECT prompt_sha256, reply FROM request").fetchall()
    db.close()
    for sha256, text in rows:
        (recordings / f"{sha256}.json").write_text(json.dumps({"prompt_sha256": sha256, "text": text}))
    ran = questioner("batch", folder, "--out", tmp_path / "other", "--model", f"replay:{recordings}")
    assert ran.code == 0, ran.err


def test_a_run_that_stops_early_leaves_the_manifest_of_the_others_as_it_was(batch, serve, teams, manifest):
    folder = teams(7)
    batch(folder, serve(good))
    (folder / "team-00000.json").write_text((folder / "team-00000.json").read_text() + " ")
    ran = batch(folder, serve(error(401, "no")), "--force", "--concurrency", 1)
    assert ran.code == 4
    assert len(manifest()) == 7


# --- a full disk ------------------------------------------------------------------------------------------


@pytest.fixture
def full_once(monkeypatch):
    """Let a method meet a full disk the first time it is called."""

    def patch(owner, name):
        real, met = getattr(owner, name), []

        def limited(*arguments, **named):
            if not met:
                met.append(1)
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*arguments, **named)

        monkeypatch.setattr(owner, name, limited)

    return patch


@pytest.mark.parametrize(("owner", "name"), [(RequestTable, "collect"), (Shelf, "write")])
def test_a_full_disk_ends_the_run_and_no_reply_is_paid_for_again(owner, name, full_once, batch, serve, teams, tmp_path):
    folder, server = teams(4), serve(good)
    full_once(owner, name)
    ran = batch(folder, server, "--concurrency", 1)
    assert ran.code == 1
    assert f"no space is left on the disk of {tmp_path / 'out'}; what came so far is kept" in ran.err
    assert batch(folder, server).code == 0
    assert len(server.seen) == 4
    assert not list((tmp_path / "out").glob(".*"))
