"""The judge through the real client: its request reaches a server, and the reply comes back as findings."""

import json

from questioner.cli import run
from questioner.judge import SCHEMA

from .small_server import MODEL, error, reply, tokens

TEXT = "What do you see?"
FAULT = {"label": "leading", "words": "see", "reason": "It takes for granted that something shows."}
FOUND = json.dumps({"questions": [{"number": 1, "faults": [FAULT]}]})


def labelled(tmp_path):
    path = tmp_path / "rows.jsonl"
    rows = ({"id": "a", "text": TEXT, "verdict": "reject", "labels": ["leading"]},)
    path.write_text("".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def mine(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text(f"{TEXT}\n", encoding="utf-8")
    return path


def test_a_judge_behind_a_service_is_measured_and_then_may_reject(serve, tmp_path, capsys):
    server = serve(reply(FOUND, usage=tokens(900, 40)))
    judge = ["--judge", "gpt-fictional", "--base-url", server.url, "--calibration", str(tmp_path / "judge.json")]
    assert run(["eval", "reviewer", str(labelled(tmp_path)), *judge]) == 0
    kept = json.loads((tmp_path / "judge.json").read_text(encoding="utf-8"))
    assert (kept["judge"], kept["answered_by"], kept["tpr"]) == ("gpt-fictional", [MODEL], 1.0)
    assert run(["review", str(mine(tmp_path)), *judge]) == 1
    assert "rejected JDG902 (leading)" in capsys.readouterr().out
    (asked,) = {json.dumps(seen.body["messages"]) for seen in server.seen}
    assert TEXT in asked
    assert server.seen[0].body["response_format"]["json_schema"]["schema"] == SCHEMA


def test_a_service_that_refuses_the_key_ends_the_review_with_the_way_without_it(serve, tmp_path, capsys):
    server = serve(error(401, "no such key", code="invalid_api_key"))
    assert run(["review", str(mine(tmp_path)), "--judge", "gpt-fictional", "--base-url", server.url]) == 4
    assert "leave --judge out" in capsys.readouterr().err


def test_replies_without_any_judgement_end_in_an_error_of_their_own(serve, tmp_path, capsys):
    server = serve(reply("I would rather not."))
    judge = ["--judge", "gpt-fictional", "--base-url", server.url]
    assert run(["review", str(mine(tmp_path)), *judge]) == 5
    assert run(["eval", "reviewer", str(labelled(tmp_path)), *judge]) == 5
    assert "1 read" in capsys.readouterr().out
