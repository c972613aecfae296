"""The engine for the Batch API: every way in which a batch can end, and every moment at which a run can."""

import json
import sqlite3

import pytest

from questioner.batch.ledger import Ledger
from questioner.batch.ledger.files import FileTable
from questioner.batch.ledger.requests import RequestTable

from .batch_service import UNDER_WAY, BatchService, End, all_well, mixed, not_taken
from .conftest import good as good_live
from .results import asked, good, not_run, refused, result, says, text_of

pytestmark = pytest.mark.usefixtures("no_pauses", "no_sleep")


@pytest.fixture
def no_sleep(monkeypatch):
    """Looks follow each other at once; their number is bounded, so that no test waits for ever."""
    naps = []

    async def nap(seconds):
        naps.append(seconds)
        assert len(naps) < 60, "waiting for ever"

    monkeypatch.setattr("questioner.batch.engines.openai_batch._sleep", nap)
    return naps


@pytest.fixture
def service():
    """Start the service: ``service(all_well)``."""
    started = []

    def start(*fates):
        started.append(BatchService(fates or (all_well,)))
        return started[-1]

    yield start
    for one in started:
        one.close()


@pytest.fixture
def post(questioner, tmp_path):
    def call(folder, server, *more):
        return questioner(
            "batch", folder, "--out", tmp_path / "out", "--engine", "openai-batch", "--model", "m",
            "--base-url", server.url, *more,
        )  # fmt: skip

    return call


def states(manifest):
    return [entry["state"] for entry in manifest()]


class Killed(BaseException):
    """As if the process went."""


@pytest.fixture
def killed(monkeypatch):
    """Run a call that dies where a method of the ledger is called for the n-th time."""

    def run(call, owner, method, times=1):
        calls = []
        real = getattr(owner, method)

        def die(self, *arguments, **named):
            calls.append(1)
            if len(calls) == times:
                raise Killed
            return real(self, *arguments, **named)

        with monkeypatch.context() as patched:
            patched.setattr(owner, method, die)
            with pytest.raises(Killed):
                call()

    return run


# --- how a batch ends -------------------------------------------------------------------------------------


def test_every_team_gets_a_sheet(post, service, teams, manifest, sheets, no_sleep):
    server = service()
    ran = post(teams(3), server, "--poll", 7)
    assert ran.code == 0, ran.err
    assert (states(manifest), len(sheets()), len(server.batches)) == (["done"] * 3, 3, 1)
    assert "3 requests submitted as batch_1" in ran.err
    assert "in_progress, 0 of 3 answered" in ran.err
    assert "3 requests, 3,000 tokens in" in ran.err
    assert set(no_sleep) == {7.0}


def test_what_is_submitted_is_opaque_and_expires(post, service, teams):
    server = service()
    post(teams(1), server)
    [body] = server.bodies
    assert (body["endpoint"], body["completion_window"]) == ("/v1/chat/completions", "24h")
    assert body["output_expires_after"] == {"anchor": "created_at", "seconds": 14 * 86_400}
    assert body["metadata"]["questioner_file"] == "requests-0001.jsonl"
    assert "Fictional" not in json.dumps(body)


def test_nothing_is_left_at_the_service_or_in_the_folder(post, service, teams, tmp_path):
    server = service(mixed({1: refused(400, "no")}))
    post(teams(3), server)
    assert server.files == {}
    assert len(server.deleted) == 3
    assert {p.name for p in (tmp_path / "out").iterdir() if p.suffix != ".md"} == {
        "index.html", "ledger.sqlite3", "manifest.jsonl",
    }  # fmt: skip


def test_a_service_that_knows_no_expiry_is_asked_without(post, service, teams):
    server = service()
    server.faults["POST /v1/batches"] = [(400, {"error": {"message": "Unknown parameter: 'output_expires_after'."}})]
    assert post(teams(1), server).code == 0
    assert "output_expires_after" not in server.bodies[-1]


def test_a_file_that_cannot_be_deleted_is_named(post, service, teams):
    server = service()
    server.faults["DELETE /v1/files/ID"] = [(403, {})]
    ran = post(teams(1), server)
    assert ran.code == 0
    assert "would not delete file-1" in ran.err


def test_output_and_error_files_are_both_read(post, service, teams, manifest):
    server = service(mixed({1: refused(400, "context_length exceeded")}), all_well)
    folder = teams(3)
    ran = post(folder, server)
    assert ran.code == 1
    assert states(manifest) == ["done", "failed", "done"]
    assert "too long" in manifest()[1]["error"]
    assert post(folder, server).code == 0
    assert [entry["attempts"] for entry in manifest()] == [1, 2, 1]


def test_completed_with_nothing_but_errors(post, service, teams, manifest):
    ran = post(teams(2), service(mixed({0: refused(400, "no"), 1: refused(500, "oops")})))
    assert ran.code == 1
    assert states(manifest) == ["failed"] * 2


@pytest.mark.parametrize("error_file_id", [None, ""])
def test_completed_without_any_file_fails_the_teams_and_asks_for_no_file(error_file_id, post, service, teams, manifest):
    server = service(lambda _: End(error_file_id=error_file_id))
    ran = post(teams(2), server)
    assert ran.code == 1
    assert manifest()[0]["error"] == "the batch ended without a result for this request"
    assert "GET /v1/files//content" not in server.calls


def test_an_empty_error_file_id_beside_results_is_no_file(post, service, teams):
    server = service(lambda lines: End(output=text_of(map(good, lines)), error_file_id=""))
    assert post(teams(2), server).code == 0


def test_results_that_come_a_little_after_the_end_are_waited_for(post, service, teams):
    server = service()
    real = server.look

    def late(batch):
        told = real(batch)
        server.looks = getattr(server, "looks", 0) + 1
        return {**told, "output_file_id": None} if server.looks < 5 else told

    server.look = late
    assert post(teams(2), server).code == 0


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [("expired", "batch_expired", "time was over"), ("cancelled", "batch_cancelled", "cancelled")],
)
def test_what_an_expired_or_cancelled_batch_answered_is_used(status, code, said, post, service, teams, manifest):
    server = service(mixed({1: not_run(code)}, status=status), all_well)
    folder = teams(3)
    ran = post(folder, server)
    assert ran.code == 1
    assert states(manifest) == ["done", "failed", "done"]
    assert said in manifest()[1]["error"]
    assert post(folder, server).code == 0
    assert states(manifest) == ["done"] * 3


@pytest.mark.parametrize("status", ["expired", "cancelled", "completed"])
def test_requests_that_no_file_tells_of_are_missing_and_asked_for_next_time(status, post, service, teams, manifest):
    server = service(lambda lines: End(status, output=text_of(map(good, lines[:1]))), all_well)
    folder = teams(2)
    assert post(folder, server).code == 1
    assert states(manifest) == ["done", "failed"]
    assert post(folder, server).code == 0
    assert len(server.batches) == 2


def test_cancelled_while_it_is_finalized(post, service, teams, manifest):
    fate = mixed({1: not_run("batch_cancelled")}, status="cancelled", before=(*UNDER_WAY, "finalizing", "cancelling"))
    ran = post(teams(2), service(fate))
    assert "cancelling, 0 of 2" in ran.err
    assert states(manifest) == ["done", "failed"]


def test_a_service_that_never_expires_is_waited_for(post, service, teams, no_sleep):
    server = service(lambda lines: End(output=text_of(map(good, lines)), before=("validating", *["in_progress"] * 40)))
    assert post(teams(1), server).code == 0
    assert len(no_sleep) > 40


def test_lines_in_another_order_doubled_and_of_strangers(post, service, teams, manifest):
    def fate(lines):
        stranger = result({"custom_id": "q1-00000000-000000000000"}, {})
        return End(output=text_of([good(lines[2]), good(lines[0]), good(lines[0]), stranger, good(lines[1])]))

    ran = post(teams(3), service(fate))
    assert ran.code == 0
    assert "3 replies, 1 seen before, 1 of requests that this folder never wrote" in ran.err
    assert [entry["attempts"] for entry in manifest()] == [1] * 3


def test_a_download_that_was_cut_off_is_fetched_again(post, service, teams, manifest):
    server = service()
    server.cut = 40
    assert post(teams(2), server).code == 0
    assert server.calls.count("GET /v1/files/ID/content") == 2


def test_a_file_whose_last_line_is_cut_off_for_good_loses_that_request_alone(post, service, teams, manifest):
    server = service(lambda lines: End(output=text_of(map(good, lines))[:-40]))
    ran = post(teams(2), server)
    assert (ran.code, states(manifest)) == (1, ["done", "failed"])
    assert "1 that cannot be read" in ran.err


def test_a_second_wave_goes_through_a_batch_of_its_own(post, service, teams, manifest):
    server = service(mixed({1: says("no JSON")}), all_well)
    ran = post(teams(3), server)
    assert ran.code == 0, ran.err
    assert [entry["attempts"] for entry in manifest()] == [1, 2, 1]
    assert len(server.batches) == 2
    assert "3 of 3 teams got a sheet" in ran.err


def test_a_team_whose_replies_are_of_no_use_is_not_asked_about_for_ever(post, service, teams, manifest):
    server = service(mixed({1: says("no JSON")}))
    ran = post(teams(2), server)
    assert ran.code == 1
    assert len(server.batches) == 2
    assert "1 of 2 teams got a sheet" in ran.err
    assert [(e["state"], e["attempts"]) for e in manifest()] == [("done", 1), ("failed", 2)]


def test_a_team_that_failed_is_not_asked_about_again_while_others_are_waited_for(post, service, teams, manifest):
    def slow(lines):
        return End(output=text_of(map(good, lines)), before=("validating", *["in_progress"] * 20))

    server = service(mixed({0: says("no JSON")}), slow, mixed({0: says("no JSON")}))
    ran = post(teams(2), server, "--file-requests", 1)
    assert ran.code == 1
    assert len(server.batches) == 3
    assert [(e["state"], e["attempts"]) for e in manifest()] == [("failed", 2), ("done", 1)]


# --- what is not taken ------------------------------------------------------------------------------------


def test_a_line_that_fails_validation_fails_its_team_and_the_others_are_submitted_again(post, service, teams, manifest):
    server = service(not_taken("invalid_request", "Invalid type for 'messages'", line=2), all_well)
    ran = post(teams(3), server)
    assert ran.code == 1
    assert states(manifest) == ["done", "failed", "done"]
    assert "Invalid type for 'messages'" in manifest()[1]["error"]
    assert server.files == {}


def test_a_file_that_is_refused_as_a_whole_fails_its_teams(post, service, teams, manifest):
    ran = post(teams(2), service(not_taken("empty_file", "The file is odd")))
    assert ran.code == 1
    assert states(manifest) == ["failed"] * 2
    assert "The file is odd" in manifest()[0]["error"]


@pytest.mark.parametrize("line", [0, 77])
def test_a_fault_on_a_line_that_is_not_there_is_one_of_the_file(line, post, service, teams, manifest):
    assert post(teams(2), service(not_taken("odd", "no", line=line))).code == 1
    assert states(manifest) == ["failed"] * 2


@pytest.mark.parametrize("line", [None, 2])
def test_a_shape_that_the_check_refuses_is_asked_for_more_simply(line, post, service, teams, manifest):
    fault = not_taken("invalid_request", "Invalid parameter: 'response_format' of type 'json_schema'", line)
    server, seen = service(fault, all_well, all_well), []
    real = server.keep
    server.keep = lambda text, *rest: (seen.append((rest[1], text)), real(text, *rest))[1]
    ran = post(teams(2), server)
    assert ran.code == 0, ran.err
    uploads = [asked(text) for purpose, text in seen if purpose == "batch"]
    assert [line["body"]["response_format"]["type"] for line in uploads[0]] == ["json_schema"] * 2
    assert {line["body"]["response_format"]["type"] for file in uploads[1:] for line in file} == {"json_object"}
    assert states(manifest) == ["done"] * 2


def test_an_upload_that_no_batch_is_made_of_is_taken_away_and_made_anew(post, service, teams, manifest):
    server, folder = service(), teams(2)
    server.faults["POST /v1/batches"] = [(404, {"error": {"message": "No such File object: file-1"}})]
    assert post(folder, server).code == 4
    assert server.files == {}
    assert post(folder, server).code == 0
    assert states(manifest) == ["done"] * 2


def test_a_batch_that_the_service_does_not_know_ends_the_run_and_live_asks_anew(
    post, batch, serve, service, teams, manifest
):
    server, folder = service(), teams(2)
    post(folder, server, "--no-wait")
    server.batches.clear()
    ran = post(folder, server)
    assert (ran.code, states(manifest)) == (4, ["pending"] * 2)
    assert "no /v1/batches/batch_1" in ran.err
    assert batch(folder, serve(good_live)).code == 0
    assert states(manifest) == ["done"] * 2


def test_a_batch_that_was_forgotten_once_its_results_were_read_keeps_nothing_from_going_on(
    killed, post, service, teams, manifest
):
    server, folder = service(), teams(2)
    killed(lambda: post(folder, server), Ledger, "take_back")
    server.batches.clear()
    ran = post(folder, server)
    assert (ran.code, states(manifest)) == (0, ["done"] * 2), ran.err


def test_what_every_file_would_meet_stops_the_run_and_keeps_the_teams(post, service, teams, manifest):
    server = service(not_taken("model_not_found", "The model `m` does not exist"), all_well)
    folder = teams(2)
    ran = post(folder, server)
    assert ran.code == 4
    assert "does not know the model 'm'" in ran.err
    assert states(manifest) == ["pending"] * 2
    assert post(folder, server).code == 0


def test_a_full_queue_is_met_with_smaller_files(post, service, teams, manifest):
    full = not_taken("token_limit_exceeded", "Enqueued token limit reached. Limit: 9 enqueued tokens")
    server = service(full, all_well)
    ran = post(teams(4), server)
    assert ran.code == 0, ran.err
    assert "more than the service lets wait; smaller files" in ran.err
    assert len(server.batches) > 2
    assert [entry["attempts"] for entry in manifest()] == [1] * 4


def test_a_queue_that_takes_not_even_one_request_fails_the_teams(post, service, teams, manifest):
    ran = post(teams(2), service(not_taken("token_limit_exceeded", "Enqueued token limit reached")))
    assert ran.code == 1
    assert "Enqueued token limit reached" in manifest()[0]["error"]


def test_a_queue_that_others_of_ours_fill_is_waited_for(post, service, teams):
    server = service(all_well, not_taken("token_limit_exceeded"), all_well)
    ran = post(teams(4), server, "--file-requests", 2)
    assert ran.code == 0, ran.err
    assert "submitted again when another batch has ended" in ran.err
    assert [len(batch["input_file_id"]) > 0 for batch in server.batches.values()] == [True] * 3
    assert server.calls.count("POST /v1/files") == 2


def test_no_more_tokens_wait_in_the_queue_than_allowed(post, service, teams):
    server = service()
    seen = []
    real = server.start

    def start(body):
        seen.append(sum(batch["status"] in UNDER_WAY for batch in server.batches.values()))
        return real(body)

    server.start = start
    assert post(teams(3), server, "--enqueued-tokens", 3_000).code == 0
    assert seen == [0] * len(seen)
    assert len(seen) > 1


# --- services and connections that fail -------------------------------------------------------------------

ONCE = {
    "upload": "POST /v1/files",
    "create": "POST /v1/batches",
    "look": "GET /v1/batches/ID",
    "fetch": "GET /v1/files/ID/content",
    "delete": "DELETE /v1/files/ID",
}


@pytest.mark.parametrize("call", ONCE.values(), ids=ONCE.keys())
@pytest.mark.parametrize("done", [False, True], ids=["before", "after"])
def test_a_call_that_fails_once_is_made_again_and_nothing_is_there_twice(call, done, post, service, teams):
    server = service()
    server.faults[call] = [(500, {})]
    if done:
        server.after.add(call)
    ran = post(teams(2), server)
    assert ran.code == 0, ran.err
    assert len(server.batches) == 1
    assert server.files == {}


def test_a_service_that_is_down_for_a_while_is_waited_for(post, service, teams):
    server = service()
    server.faults["GET /v1/batches/ID"] = [(503, {})] * 9
    ran = post(teams(1), server)
    assert ran.code == 0
    assert "Looking again later; the batches go on." in ran.err


def test_a_service_that_stays_down_ends_the_run_and_the_next_one_fetches(post, service, teams, manifest):
    server, folder = service(), teams(1)
    server.faults["GET /v1/batches/ID"] = [(503, {})] * 40
    assert post(folder, server).code == 4
    server.faults.clear()
    assert post(folder, server).code == 0
    assert len(server.batches) == 1


def test_a_service_without_batches_is_told(post, serve, teams):
    from ..models.small_server import raw

    server = serve(raw(b"{}"))
    server.RequestHandlerClass = type("NoFiles", (server.RequestHandlerClass,), {"do_POST": _not_found})
    ran = post(teams(1), server)
    assert ran.code == 4
    assert "takes no batch files (404)" in ran.err


def _not_found(self):
    self.rfile.read(int(self.headers.get("content-length", 0)))
    self.send_error(404)


# --- runs that end early ----------------------------------------------------------------------------------


def test_without_waiting_the_same_command_goes_on_each_time(post, service, teams, manifest):
    server, folder = service(mixed({1: says("no JSON")}), all_well), teams(3)
    first = post(folder, server, "--no-wait")
    assert (first.code, states(manifest)) == (0, ["pending"] * 3)
    assert "3 wait for replies" in first.err
    assert "The same command fetches the replies" in first.err
    for _ in range(3):
        post(folder, server, "--no-wait")
    assert states(manifest) == ["done", "pending", "done"]
    for _ in range(3):
        last = post(folder, server, "--no-wait")
    assert last.code == 0
    assert (states(manifest), len(server.batches)) == (["done"] * 3, 2)


MOMENTS = {
    "before the file is in the ledger": (Ledger, "hold", 1),
    "after the upload": (FileTable, "note", 1),
    "after the submission": (FileTable, "note", 2),
    "in the middle of the results": (RequestTable, "collect", 2),
    "before the results are noted as read": (FileTable, "note", 3),
    "before the file is over": (Ledger, "take_back", 1),
    "before a sheet is noted": (Ledger, "publish", 2),
}


@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS.keys())
def test_a_kill_at_any_step_loses_nothing_and_asks_for_nothing_twice(
    moment, killed, post, service, teams, manifest, tmp_path
):
    server, folder = service(), teams(3)
    killed(lambda: post(folder, server), *moment)
    ran = post(folder, server)
    assert ran.code == 0, ran.err
    assert (states(manifest), len(server.batches)) == (["done"] * 3, 1)
    assert [entry["attempts"] for entry in manifest()] == [1] * 3
    assert server.files == {}
    assert not list((tmp_path / "out").glob("requests-*"))


def test_an_upload_that_was_deleted_from_the_folder_before_it_was_sent_is_written_anew(
    killed, post, service, teams, tmp_path
):
    server, folder = service(), teams(2)
    server.faults["POST /v1/files"] = [(401, {"error": {"message": "Incorrect API key"}})]
    assert post(folder, server).code == 4
    (tmp_path / "out" / "requests-0001.jsonl").unlink()
    assert post(folder, server).code == 0


def test_a_budget_lets_what_was_submitted_come_in_and_then_stops(post, service, teams, manifest):
    server, folder = service(), teams(4)
    ran = post(folder, server, "--max-tokens", 7_000)
    assert ran.code == 1
    done = states(manifest).count("done")
    assert 0 < done < 4
    assert f"--max-tokens 7000, and {1500 * done:,} tokens are spent" in ran.err


def test_the_key_is_in_no_file_and_no_message(post, service, teams, monkeypatch, tmp_path):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-fictional-4711")
    told = "you sent sk-fictional-4711"
    server = service(mixed({0: not_run("odd", told), 1: refused(400, told)}), not_taken("odd", told))
    folder = teams(2)
    ran = post(folder, server, "--verbose")
    again = post(folder, server)
    assert "4711" not in ran.err + again.err
    assert "[key]" in again.err
    for path in (tmp_path / "out").rglob("*"):
        assert b"4711" not in path.read_bytes(), path.name


def test_retry_failed_and_only_hold_over_all_waves(post, service, teams, manifest):
    server, folder = service(mixed({1: refused(500, "oops")}), mixed({1: says("no JSON")}), all_well), teams(3)
    post(folder, server, "--only", "Fictional Team 00001 of kind 1")
    ran = post(folder, server, "--retry-failed")
    assert ran.code == 0, ran.err
    assert (states(manifest), len(server.batches)) == (["pending", "done", "pending"], 3)
    assert "2 not chosen" in ran.err


def test_force_asks_once_more_and_no_oftener(post, service, teams, tmp_path):
    server, folder = service(), teams(2)
    post(folder, server)
    assert post(folder, server, "--force").code == 0
    assert len(server.batches) == 2
    with sqlite3.connect(tmp_path / "out" / "ledger.sqlite3") as db:
        assert db.execute("SELECT COUNT(*) FROM request").fetchone()[0] == 4
    db.close()
