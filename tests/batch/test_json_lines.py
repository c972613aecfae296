"""The engine that writes files of requests: what stands in them, and what is made of every kind of result."""

import json
import re
import sqlite3

import pytest

from questioner.batch.ledger import Ledger

from ..systems import MODES
from .results import asked, good, not_run, refused, result, says, text_of, told_by_vllm


@pytest.fixture
def post(questioner, tmp_path):
    """Run the command with the engine: ``post(folder, results, "--max-tokens", 5)``; no service is there."""

    def call(folder, results=(), *more):
        given = [word for path in results for word in ("--collect", path)]
        return questioner(
            "batch", folder, "--out", tmp_path / "out", "--engine", "jsonl", "--model", "m",
            "--base-url", "http://127.0.0.1:9/v1", *given, *more,
        )  # fmt: skip

    return call


@pytest.fixture
def requests(tmp_path):
    """The lines of every file of requests in the folder, by its name."""
    return lambda: {p.name: asked(p.read_text()) for p in sorted((tmp_path / "out").glob("requests-*.jsonl"))}


@pytest.fixture
def results(tmp_path, requests):
    """Write results for all requests in the folder: ``results(good, {1: refused(400, "no")})``, by the team's number."""

    def write(usual=good, others=(), *, name="results.jsonl", arrange=lambda lines: lines):
        others = dict(others)
        lines = [line for file in requests().values() for line in file]
        numbers = [int(str(line["body"]).partition("Fictional Team ")[2][:5]) for line in lines]
        made = [others.get(number, usual)(line) for number, line in zip(numbers, lines, strict=True)]
        path = tmp_path / name
        path.write_text(text_of(arrange(made)))
        return path

    return write


def states(manifest):
    return [entry["state"] for entry in manifest()]


def test_requests_are_written_and_nothing_is_sent(post, requests, teams, manifest, tmp_path):
    ran = post(teams(3))
    assert ran.code == 0, ran.err
    assert ran.out == f"{tmp_path}/out/requests-0001.jsonl\n"
    assert "3 wait for replies" in ran.err
    assert "add --collect with the results" in ran.err
    assert states(manifest) == ["pending"] * 3
    [lines] = requests().values()
    assert [sorted(line) for line in lines] == [["body", "custom_id", "method", "url"]] * 3
    assert {(line["method"], line["url"], line["body"]["model"]) for line in lines} == {
        ("POST", "/v1/chat/completions", "m")
    }
    assert lines[0]["body"]["response_format"]["json_schema"]["strict"] is True


def test_ids_are_opaque_and_fit_every_service(post, requests, teams):
    post(teams(3))
    ids = [line["custom_id"] for line in requests()["requests-0001.jsonl"]]
    assert len(set(ids)) == 3
    assert all(re.fullmatch("q1-[0-9a-f]{8}-[0-9a-f]{12}", one) and len(one) <= 64 for one in ids)


def test_names_are_hidden_in_the_file(post, teams, tmp_path):
    post(teams(8))
    assert "Person 1" in (tmp_path / "out" / "requests-0001.jsonl").read_text()


@MODES
def test_files_are_for_their_owner_alone(post, teams, tmp_path):
    post(teams(1))
    assert (tmp_path / "out" / "requests-0001.jsonl").stat().st_mode & 0o777 == 0o600


def test_results_become_sheets_and_the_requests_go(post, requests, results, teams, manifest, sheets):
    folder = teams(3)
    post(folder)
    ran = post(folder, [results(arrange=lambda lines: [lines[2], lines[0], lines[1]])])
    assert ran.code == 0, ran.err
    assert "results.jsonl: 3 replies." in ran.err
    assert (states(manifest), len(sheets())) == (["done"] * 3, 3)
    assert requests() == {}
    assert "3 requests, 3,000 tokens in" in ran.err


def test_the_same_command_again_writes_nothing_twice(post, requests, teams):
    folder = teams(2)
    post(folder)
    before = requests()
    ran = post(folder)
    assert "requests-0001.jsonl: 2 of 2 requests have no result yet" in ran.err
    assert requests() == before


def test_results_that_are_read_twice_count_once(post, results, teams, manifest):
    folder = teams(2)
    post(folder)
    path = results()
    post(folder, [path])
    ran = post(folder, [path])
    assert (ran.code, [entry["attempts"] for entry in manifest()]) == (0, [1, 1])
    assert "0 replies, 2 seen before" in ran.err
    assert "2 were up to date" in ran.err


def test_files_are_split_by_requests(post, requests, teams):
    post(teams(5), (), "--file-requests", 2)
    assert [len(lines) for lines in requests().values()] == [2, 2, 1]


def test_files_are_split_by_bytes_and_a_request_larger_than_that_stands_alone(post, requests, teams, tmp_path):
    post(teams(4), (), "--file-bytes", 25_000)
    sizes = [(tmp_path / "out" / name).stat().st_size for name in requests()]
    assert max(sizes) <= 25_000
    assert 1 < len(sizes) < 4
    post(teams(4), (), "--file-bytes", 1, "--retry-missing")
    assert [len(lines) for lines in requests().values()] == [1] * 4


def test_files_are_split_by_tokens(post, requests, teams):
    post(teams(3), (), "--enqueued-tokens", 1)
    assert len(requests()) == 3


def test_output_and_error_files_are_read_together_whatever_their_order(post, requests, results, teams, manifest):
    folder = teams(3)
    post(folder)
    every = results(good, {1: refused(400, "This model's maximum context length", "context_length_exceeded")})
    lines = every.read_text().splitlines(keepends=True)
    output, errors = every.with_name("output.jsonl"), every.with_name("errors.jsonl")
    output.write_text(lines[0] + lines[2])
    errors.write_text(lines[1])
    every.unlink()
    ran = post(folder, [errors, output])
    assert ran.code == 1
    assert states(manifest) == ["done", "failed", "done"]
    assert "too long" in manifest()[1]["error"]
    assert "errors.jsonl: 0 replies, 1 without a reply." in ran.err


NO_REPLY = {
    "500": (refused(500, "oops"), "failed over the request"),
    "429": (refused(429, "slow down"), "turns requests away"),
    "400": (refused(400, "no such thing"), "refused the request"),
    "expired": (not_run("batch_expired"), "time was over"),
    "cancelled": (not_run("batch_cancelled"), "was cancelled"),
    "another reason": (not_run("odd", "the\nsun\x1b[31m shone"), "no reply came: the sun"),
    "nothing at all": (lambda line: {"custom_id": line["custom_id"]}, "no reason is given"),
    "no completion": (lambda line: result(line, {"choices": []}), "no chat reply"),
    "a body that is text": (lambda line: result(line, "<html>Bad Gateway", 502), "down or overloaded"),
}


@pytest.mark.parametrize(("outcome", "said"), NO_REPLY.values(), ids=NO_REPLY.keys())
def test_a_request_without_a_reply_fails_its_team_alone_and_is_written_anew_next_time(
    outcome, said, post, requests, results, teams, manifest
):
    folder = teams(3)
    post(folder)
    first = {line["custom_id"] for line in requests()["requests-0001.jsonl"]}
    ran = post(folder, [results(good, {1: outcome})])
    assert ran.code == 1
    assert states(manifest) == ["done", "failed", "done"]
    assert said in manifest()[1]["error"]
    assert "\x1b" not in ran.err
    assert requests() == {}
    assert post(folder).code == 0
    [[again]] = requests().values()
    assert again["custom_id"] not in first
    assert post(folder, [results()]).code == 0
    assert manifest()[1]["attempts"] == 2


UNUSABLE = {
    "cut off": (says('{"questions": [', finish_reason="length"), "cut off at the model's length limit"),
    "refusal": (says(None, refusal="I cannot"), "refused"),
    "content filter": (says("{}", finish_reason="content_filter"), "content filter"),
    "wrong schema": (says('{"answers": []}'), "no list called"),
}


@pytest.mark.parametrize(("outcome", "said"), UNUSABLE.values(), ids=UNUSABLE.keys())
def test_a_reply_that_cannot_be_used_is_asked_for_again_in_a_second_wave_and_then_fails(
    outcome, said, post, requests, results, teams, manifest
):
    folder = teams(3)
    post(folder)
    ran = post(folder, [results(good, {1: outcome})])
    assert (ran.code, states(manifest)) == (0, ["done", "pending", "done"])
    [[second]] = requests().values()
    assert len(second["body"]["messages"]) == 4
    ran = post(folder, [results(outcome)])
    assert ran.code == 1
    assert said in manifest()[1]["error"]
    assert manifest()[1]["usage"] == {"requests": 2, "input_tokens": 2000, "cached_tokens": 0, "output_tokens": 1000}
    assert requests() == {}


def test_a_second_wave_ends_in_a_sheet_made_of_both_replies(post, results, teams, manifest):
    folder = teams(1)
    post(folder)
    post(folder, [results(says("no JSON"))])
    assert post(folder, [results()]).code == 0
    assert (states(manifest), manifest()[0]["attempts"]) == (["done"], 2)


def test_waves_limit_how_often_requests_are_written(post, requests, results, teams):
    folder = teams(1)
    post(folder, (), "--waves", 1)
    assert post(folder, [results(says("no JSON"))], "--waves", 1).code == 1
    assert requests() == {}


def test_lost_lines_are_waited_for_until_they_are_asked_for_anew(post, requests, results, teams, manifest):
    folder = teams(3)
    post(folder)
    ran = post(folder, [results(arrange=lambda lines: lines[:1])])
    assert "requests-0001.jsonl: 2 of 3 requests have no result yet" in ran.err
    assert states(manifest) == ["done", "pending", "pending"]
    ran = post(folder, (), "--retry-missing")
    assert {name: len(lines) for name, lines in requests().items()} == {"requests-0002.jsonl": 2}
    assert post(folder, [results()]).code == 0
    assert [entry["attempts"] for entry in manifest()] == [1, 1, 1]


def test_doubled_unknown_and_broken_lines_are_told_and_change_nothing(post, requests, results, teams, manifest):
    folder = teams(2)
    post(folder)
    stranger = result({"custom_id": "q1-00000000-000000000000"}, {})
    path = results(arrange=lambda lines: [lines[0], lines[0], stranger, lines[1]])
    path.write_text("\ufeff" + path.read_text() + '\n[]\n{"custom_id": 5}\n{"custom_id": "q1-')
    ran = post(folder, [path])
    assert ran.code == 0
    assert "2 replies, 1 seen before, 1 of requests that this folder never wrote, 3 that cannot be read." in ran.err
    assert [entry["attempts"] for entry in manifest()] == [1, 1]


def test_a_last_line_that_was_cut_off_is_waited_for(post, results, teams, manifest):
    folder = teams(2)
    post(folder)
    path = results()
    whole = path.read_text()
    path.write_text(whole[:-40])
    ran = post(folder, [path])
    assert "1 reply, 1 that cannot be read" in ran.err
    assert states(manifest) == ["done", "pending"]
    path.write_text(whole)
    assert post(folder, [path]).code == 0
    assert states(manifest) == ["done", "done"]


def test_a_reply_makes_good_an_error_that_came_before_it(post, requests, results, teams, manifest):
    folder = teams(1)
    post(folder)
    path = results(arrange=lambda lines: [refused(500, "oops")(lines[0]), *lines])
    assert post(folder, [path]).code == 0
    assert states(manifest) == ["done"]


VLLM = {
    "a text": ("This model's maximum context length is 8192 tokens.", 400, "The prompt is too long for the model 'm'"),
    "an object": (
        {"error": {"message": "max_tokens must be positive", "type": "BadRequestError", "param": None, "code": 400}},
        400,
        "refused the request for the model 'm' (400): “max_tokens must be positive”",
    ),
    "a server that broke": ("EngineDeadError", 500, "failed over the request (500"),
}


@pytest.mark.parametrize(("error", "status", "said"), VLLM.values(), ids=VLLM.keys())
def test_the_reason_that_vllm_gives_is_told(error, status, said, post, results, teams, manifest):
    folder = teams(2)
    post(folder)
    ran = post(folder, [results(others={1: told_by_vllm(error, status)})])
    assert (ran.code, states(manifest)) == (1, ["done", "failed"])
    assert said in manifest()[1]["error"]


def shapes(requests):
    return [
        line["body"].get("response_format", {}).get("type", "text") for file in requests().values() for line in file
    ]


NO_SCHEMA = refused(400, "'response_format.type' must be 'text' or 'json_object'")
NO_OBJECT = refused(400, "'response_format.type' must be 'text'")


def test_a_shape_that_is_refused_is_asked_for_more_simply_from_then_on(post, requests, results, teams, manifest):
    folder = teams(2)
    post(folder)
    assert shapes(requests) == ["json_schema"] * 2
    first = results(NO_SCHEMA, name="first.jsonl")
    ran = post(folder, [first])
    assert ran.code == 0, ran.err
    assert "m takes no json_schema replies; asking for json_object from here on." in ran.err
    assert (states(manifest), shapes(requests)) == (["pending"] * 2, ["json_object"] * 2)
    assert "2 seen before" in post(folder, [first]).err
    post(folder, [results(NO_OBJECT)])
    assert shapes(requests) == ["text"] * 2
    post(teams(3))
    assert shapes(requests) == ["text"] * 3
    assert post(folder, [results()]).code == 0
    assert states(manifest) == ["done"] * 3
    assert [entry["attempts"] for entry in manifest()] == [3, 3, 1]


def test_a_late_refusal_of_a_shape_that_is_asked_for_no_more_changes_nothing(post, requests, results, teams, manifest):
    folder = teams(2)
    post(folder, [], "--file-requests", 1)
    early = results(NO_SCHEMA, name="early.jsonl", arrange=lambda lines: lines[:1])
    late = results(NO_SCHEMA, name="late.jsonl", arrange=lambda lines: lines[1:])
    post(folder, [early], "--file-requests", 1)
    post(folder, [late], "--file-requests", 1)
    assert shapes(requests) == ["json_object"] * 2


def test_a_service_that_takes_no_shape_at_all_fails_its_teams(post, results, teams, manifest):
    folder = teams(1)
    post(folder)
    for _ in range(2):
        assert post(folder, [results(refused(400, "no response_format of any kind"))]).code == 0
    assert post(folder, [results(refused(400, "no response_format of any kind"))]).code == 1
    assert states(manifest) == ["failed"]


def test_results_that_are_not_there_are_told_before_anything_is_made(post, teams, tmp_path):
    ran = post(teams(1), [tmp_path / "gone.jsonl"])
    assert (ran.code, ran.err) == (3, f"questioner: {tmp_path}/gone.jsonl: there is no such file\n")
    assert not (tmp_path / "out").exists()


def test_requests_that_are_taken_for_results_change_nothing(post, requests, results, teams, manifest, tmp_path):
    folder = teams(2)
    post(folder)
    ran = post(folder, [tmp_path / "out" / "requests-0001.jsonl"])
    assert (ran.code, states(manifest)) == (0, ["pending"] * 2)
    assert "0 replies, 2 that cannot be read" in ran.err
    post(folder, [results()])
    assert states(manifest) == ["done"] * 2


def test_what_every_team_would_meet_stops_the_writing_and_keeps_what_came(post, requests, results, teams, manifest):
    folder = teams(3)
    post(folder)
    no_money = refused(429, "You exceeded your current quota", "insufficient_quota")
    ran = post(folder, [results(good, {1: no_money, 2: says("no JSON")})])
    assert ran.code == 4
    assert "nothing left to spend" in ran.err
    assert states(manifest) == ["done", "pending", "pending"]
    assert requests() == {}
    post(folder)
    assert [len(lines) for lines in requests().values()] == [2]


def test_a_budget_ends_the_writing_and_counts_what_was_written_before(post, requests, results, teams):
    folder = teams(4)
    ran = post(folder, (), "--max-tokens", 8_000)
    assert ran.code == 1
    assert "--max-tokens 8000, and 0 tokens are spent" in ran.err
    written = sum(map(len, requests().values()))
    assert 0 < written < 4
    post(folder, (), "--max-tokens", 8_000)
    assert sum(map(len, requests().values())) == written
    post(folder, [results()])
    assert sum(map(len, requests().values())) == 4 - written


def test_results_cost_what_a_batch_file_costs(post, results, teams, tmp_path):
    prices = tmp_path / "prices.toml"
    prices.write_text("[m]\ndate = 2026-05-04\ninput = 100\noutput = 1000\nbatch = 0.25\n")
    folder = teams(1)
    post(folder)
    ran = post(folder, [results()], "--prices", prices)
    assert "0.15 USD at the prices of 2026-05-04" in ran.err


def test_a_dry_run_leaves_out_what_waits_and_shows_the_very_line(post, requests, teams, tmp_path):
    folder = teams(2)
    post(folder, (), "--only", "Fictional Team 00000 of kind 0")
    ran = post(folder, (), "--dry-run")
    assert "waiting for replies: 1" in ran.out
    assert "requests: 1 to m" in ran.out
    shown = post(folder, (), "--dry-run", "--show", "Fictional Team 00001 of kind 1").out
    assert list(requests()) == ["requests-0001.jsonl"]
    post(folder)
    assert shown == (tmp_path / "out" / "requests-0002.jsonl").read_text()


def test_a_run_that_dies_before_its_file_is_in_place_loses_and_doubles_nothing(
    post, requests, results, teams, manifest, tmp_path, monkeypatch
):
    folder = teams(2)
    post(folder)
    place = tmp_path / "out" / "requests-0001.jsonl"
    aside = place.with_name(".requests-0001.jsonl.part")
    place.rename(aside)  # as a kill between the ledger and the renaming leaves it
    (tmp_path / "out" / ".requests-0002.jsonl.part").write_text("half a li")  # as a kill during the writing does
    post(folder)
    assert [len(lines) for lines in requests().values()] == [2]
    assert not list((tmp_path / "out").glob(".*"))


def test_a_run_that_dies_before_the_ledger_knows_writes_the_same_ids_again(post, requests, teams, monkeypatch):
    folder = teams(2)

    class Killed(BaseException):
        """As if the process went."""

    def die(*_):
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(Ledger, "hold", die)
        with pytest.raises(Killed):
            post(folder)
    assert requests() == {}
    post(folder)
    assert [len(lines) for lines in requests().values()] == [2]


def test_results_reach_their_teams_though_the_request_file_was_moved(post, results, teams, manifest, tmp_path):
    folder = teams(1)
    post(folder)
    path = results()
    (tmp_path / "out" / "requests-0001.jsonl").unlink()
    assert post(folder, [path]).code == 0
    assert states(manifest) == ["done"]


def test_patterns_name_results_too(post, results, teams):
    folder = teams(1)
    post(folder)
    path = results()
    assert post(folder, [path.with_name("res*.jsonl")]).code == 0
    assert post(folder, [path.with_name("no*.jsonl")]).code == 2


def test_live_goes_on_from_what_files_brought_and_says_what_is_still_out(post, batch, serve, results, teams, manifest):
    from .conftest import good as answer

    folder = teams(3)
    post(folder)
    post(folder, [results(arrange=lambda lines: lines[:1])])
    server = serve(answer)
    ran = batch(folder, server)
    assert (ran.code, len(server.seen)) == (0, 2)
    assert "2 requests of --engine jsonl have no reply yet; live asks anew." in ran.err


def test_the_bank_asks_nobody_anew(post, batch, teams):
    folder = teams(2)
    post(folder)
    ran = batch(folder)
    assert (ran.code, "asks anew" in ran.err) == (0, False)


def test_the_key_reaches_no_file(post, results, teams, monkeypatch, tmp_path):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-fictional-4711")
    folder = teams(2)
    post(folder)
    post(folder, [results(good, {1: refused(401, "Incorrect API key sk-fictional-4711")})])
    for path in (tmp_path / "out").rglob("*"):
        assert b"4711" not in path.read_bytes(), path.name


def test_force_writes_once_and_the_results_are_used(post, requests, results, teams, manifest, tmp_path):
    folder = teams(1)
    post(folder)
    post(folder, [results()])
    post(folder, (), "--force")
    assert [len(lines) for lines in requests().values()] == [1]
    assert post(folder, [results()]).code == 0
    with sqlite3.connect(tmp_path / "out" / "ledger.sqlite3") as db:
        assert db.execute("SELECT COUNT(*) FROM request").fetchone()[0] == 2
    db.close()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--engine", "jsonl", "--model", "bank"), "name a model of a service"),
        (("--engine", "live", "--model", "bank", "--collect", "x"), "go with --engine jsonl"),
        (("--engine", "jsonl", "--model", "m", "--collect", "x", "--force"), "without --force"),
    ],
)
def test_options_that_do_not_fit_the_engine_are_told(options, said, questioner, teams, tmp_path):
    ran = questioner("batch", teams(1), "--out", tmp_path / "out", *options)
    assert (ran.code, said in ran.err) == (2, True)


def test_hostile_results_are_data(post, results, teams, manifest, tmp_path):
    folder = teams(2)
    post(folder)
    deep = tmp_path / "deep.jsonl"
    deep.write_text("[" * 100_000 + "\n" + json.dumps({"custom_id": "../../x", "response": 5}) + "\n" + "\0" * 9 + "\n")
    ran = post(folder, [deep])
    assert (ran.code, states(manifest)) == (0, ["pending", "pending"])
    assert "1 of requests that this folder never wrote, 2 that cannot be read" in ran.err
