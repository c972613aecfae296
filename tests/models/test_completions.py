"""Bodies that ask for a completion, and replies read out of one, as a file of requests and of results holds them."""

from questioner.exchange import Prompt, Reply, Request, Usage
from questioner.models.completions import Shape, body_of, read_completion
from questioner.models.faults import Fault, Kind

REQUEST = Request(Prompt("You prepare coaches.", "Facts: F1"), {"type": "object"})
COST = Usage(1, 20, 0, 5)


def completion(content, **message):
    return {"model": "m-1", "choices": [{"finish_reason": "stop", "message": {"content": content, **message}}]}


def test_a_shape_that_carries_no_schema_is_told_the_schema_in_words():
    bodies = {shape: body_of("m", REQUEST, shape) for shape in Shape}
    told = {shape: '{"type": "object"}' in body["messages"][-1]["content"] for shape, body in bodies.items()}
    assert told == {Shape.SCHEMA: False, Shape.OBJECT: True, Shape.TEXT: True}
    assert [body.get("response_format", {}).get("type") for body in bodies.values()] == [
        "json_schema",
        "json_object",
        None,
    ]


def test_a_request_is_not_changed_by_the_bodies_that_ask_it():
    body_of("m", REQUEST, Shape.TEXT)
    assert REQUEST.prompt.messages[-1] == ("user", "Facts: F1")


def test_a_completion_gives_its_text_as_it_came_by_the_version_that_answered():
    assert read_completion(completion(" {} "), "m", usage=COST) == Reply(" {} ", COST, "m-1")


def test_a_secret_is_in_neither_a_text_nor_a_refusal():
    secrets = frozenset({"sk-fictional"})
    text = read_completion(completion("as sk-fictional says"), "m", usage=COST, secrets=secrets)
    refusal = read_completion(completion(None, refusal="not with sk-fictional"), "m", usage=COST, secrets=secrets)
    assert (text.text, refusal.problem) == ("as [key] says", "the model refused: not with [key]")


def test_what_is_no_completion_is_a_fault():
    faults = [read_completion(body, "m", usage=COST) for body in ({}, "<html>", [], {"choices": [{"message": "x"}]})]
    assert [type(fault) for fault in faults] == [Fault] * 4
    assert {fault.kind for fault in faults} == {Kind.BROKEN}
