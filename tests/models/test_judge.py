"""The judge through the real client: its request reaches a server, and the reply comes back as findings."""

import json
import re
import threading

import pytest

from questioner.cli import run
from questioner.judge import LOT, SCHEMA

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


class Together:
    """A behaviour that answers only once as many requests are here as ought to be, in whatever order they leave."""

    def __init__(self, number):
        self.barrier = threading.Barrier(number)
        self.lock = threading.Lock()
        self.here = self.most = 0

    def __call__(self, request):
        with self.lock:
            self.here += 1
            self.most = max(self.most, self.here)
        self.barrier.wait(timeout=10)
        with self.lock:
            self.here -= 1
            found = [self.entry(n, thing) for n, thing in enumerate(self.things(request), 1)]
        reply(json.dumps({"questions": found}), usage=tokens(900, 40))(request)

    @staticmethod
    def things(request):
        """What the questions of this very request are about; ``seen`` may hold others' that came in between."""
        return re.findall(r"\| \d+\. What about (\w+)\?", request.asked["messages"][-1]["content"])

    @staticmethod
    def entry(number, thing):
        return {"number": number, "faults": [{**FAULT, "words": thing, "reason": f"It is about {thing}."}]}


THINGS = [f"thing{n}" for n in range(4 * LOT)]


@pytest.fixture
def many(tmp_path):
    path = tmp_path / "many.txt"
    path.write_text("".join(f"What about {thing}?\n" for thing in THINGS), encoding="utf-8")
    return path


def told(out):
    return re.findall(r"JDG902 \(leading\): It is about (\w+)\.", out)


@pytest.mark.parametrize(("options", "number"), [((), 4), (("--concurrency", "2"), 2), (("--concurrency", "1"), 1)])
def test_so_many_requests_are_on_their_way_at_once_and_the_answers_keep_their_order(
    serve, many, capsys, options, number
):
    together = Together(number)
    server = serve(together)
    assert run(["review", str(many), "--judge", "gpt-fictional", "--base-url", server.url, *options]) == 0
    assert told(capsys.readouterr().out) == THINGS
    assert (together.most, len(server.seen)) == (number, 4)


def test_a_judge_is_measured_with_requests_side_by_side(serve, tmp_path):
    rows = [
        {"id": thing, "text": f"What about {thing}?", "verdict": "reject", "labels": ["leading"]} for thing in THINGS
    ]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    server = serve(Together(4))
    kept = tmp_path / "judge.json"
    judge = ["--judge", "gpt-fictional", "--base-url", server.url, "--calibration", str(kept)]
    assert run(["eval", "reviewer", str(path), *judge, "-o", str(tmp_path / "figures.txt")]) == 0
    made = json.loads(kept.read_text(encoding="utf-8"))
    assert (made["n"], made["tpr"], made["unjudged"]) == (len(THINGS), 1.0, 0)


def test_one_refusal_among_several_ends_the_review_once(serve, many, capsys):
    server = serve(reply(FOUND), error(401, "no such key", code="invalid_api_key"))
    assert run(["review", str(many), "--judge", "gpt-fictional", "--base-url", server.url]) == 4
    assert capsys.readouterr().err.count("leave --judge out") == 1
