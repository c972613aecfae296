"""The model behind a service, driven through the real SDK against a small server that misbehaves."""

import asyncio
import json
import re
import socket
import time
from dataclasses import replace
from pathlib import Path

import pytest

import questioner
from questioner.errors import (
    CredentialsError,
    ModelNotFoundError,
    QuotaError,
    RequestRefusedError,
    ServiceError,
    UnreachableError,
)
from questioner.exchange import Prompt, Reply, Request, Usage
from questioner.models.openai_chat import OPENAI_URL, OpenAIChat, models_offered

from .small_server import (
    MODEL,
    as_json,
    completion,
    drip,
    error,
    hang,
    hang_in_the_body,
    hang_up,
    hang_up_in_the_body,
    models,
    raw,
    reply,
    reset,
    reset_in_the_body,
    tokens,
    unless_asked_for,
)

SCHEMA = {"type": "object", "properties": {"a": {"type": "string", "maxLength": 5}}, "required": ["a"]}
REQUEST = Request(Prompt("You prepare coaches.", "Facts: F1 …"), SCHEMA)
KEY = "sk-fictional-4711"
LM_STUDIO_NO_OBJECT = as_json({"error": "'response_format.type' must be 'json_schema' or 'text'"}, status=400)
LLAMA_CPP_PYTHON = error(500, "[{'loc': ('type',), 'msg': \"Input should be 'text' or 'json_object'\"}]")


@pytest.fixture
def chat(serve, no_waiting):
    """A model in front of a server with a script; ``said`` holds what it tells the person."""

    def make(*script, timeout=5.0, **options):
        server = serve(*script)
        said = []
        options = {"api_key": KEY, "base_url": server.url, **options}
        model = OpenAIChat("gpt-fictional", timeout=timeout, talk=said.append, **options)
        model.sleep = no_waiting
        model.server, model.said, model.waits = server, said, no_waiting.waits
        return model

    return make


# --- replies --------------------------------------------------------------------------------------------


def test_a_reply_comes_back_as_it_was_sent_with_what_it_cost(chat):
    model = chat(reply(' {"a": "ü"}\n', usage=tokens(900, 80, cached=512)))
    assert model.answer(REQUEST) == Reply(' {"a": "ü"}\n', Usage(1, 900, 512, 80), MODEL)


def test_the_request_holds_the_messages_and_a_strict_schema_and_no_parameter_that_models_refuse(chat):
    model = chat(reply())
    model.answer(REQUEST)
    [seen] = model.server.seen
    assert seen.path == "/v1/chat/completions"
    assert seen.body == {
        "model": "gpt-fictional",
        "messages": [
            {"role": "system", "content": "You prepare coaches."},
            {"role": "user", "content": "Facts: F1 …"},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "questions", "strict": True, "schema": SCHEMA},
        },
    }
    assert seen.headers["authorization"] == f"Bearer {KEY}"


def test_a_second_asking_repeats_the_reply_that_it_is_about(chat):
    model = chat(reply())
    again = Prompt("s", "u", feedback="Two fell.", previous="{}")
    model.answer(replace(REQUEST, prompt=again))
    roles = [message["role"] for message in model.server.seen[0].body["messages"]]
    assert roles == ["system", "user", "assistant", "user"]


TEXTS = {
    "fenced": '```json\n{"a": "b"}\n```',
    "prose around it": 'Here you are: {"a": "b"} Good luck!',
    "byte order mark": '\ufeff{"a": "b"}',
    "trailing comma": '{"a": "b",}',
    "encoded twice": '"{\\"a\\": \\"b\\"}"',
    "list on top": '[{"a": "b"}]',
    "field missing": "{}",
    "wrong type": '{"a": 1}',
    "lone surrogate": '{"a": "\ud800"}',
    "extra field": '{"a": "b", "c": 1}',
    "escape sequences": '{"a": "\x1b[31m"}',
    "NUL": '{"a": "\x00"}',
    "5 MB": "x" * 5_000_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_is_handed_on_unread_whatever_it_holds(chat, text):
    assert chat(reply(text)).answer(REQUEST) == Reply(text, Usage(1), MODEL)


UNREADABLE = {
    "refusal": (reply(None, refusal="I can't\nhelp with that."), "the model refused: I can't help with that."),
    "length": (reply('{"a": "b', finish_reason="length"), "the reply was cut off at the model's length limit"),
    "length inside the reasoning": (
        reply("", finish_reason="length"),
        "the reply was cut off at the model's length limit",
    ),
    "content filter": (
        reply('{"a', finish_reason="content_filter"),
        "the service's content filter stopped the reply",
    ),
    "content null": (reply(None), "the reply was empty"),
    "content empty": (reply(""), "the reply was empty"),
    "content blank": (reply(" \n"), "the reply was empty"),
    "tool call": (
        reply(
            None,
            finish_reason="tool_calls",
            tool_calls=[{"id": "1", "type": "function", "function": {"name": "f", "arguments": "{}"}}],
        ),
        "the model called a tool in place of a reply",
    ),
}


@pytest.mark.parametrize(("behaviour", "problem"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_reply_that_cannot_be_read_says_why_and_is_not_asked_for_again(chat, behaviour, problem):
    assert chat(behaviour).answer(REQUEST) == Reply("", Usage(1), MODEL, problem)


def test_what_a_cut_off_reply_cost_is_counted(chat):
    model = chat(reply("{", finish_reason="length", usage=tokens(900, 4000)))
    assert model.answer(REQUEST).usage == Usage(1, 900, 0, 4000)


def test_a_refusal_is_short_on_one_line_and_without_the_key(chat):
    refusal = f"\x1b[2J{KEY} " + "no " * 500
    problem = chat(reply(None, refusal=refusal)).answer(REQUEST).problem
    assert problem.startswith("the model refused: [2J[key] no no")
    assert len(problem) <= 300
    assert problem.isprintable()


@pytest.mark.parametrize("path", ["/home/coach/weights.gguf", "C:\\weights.gguf", "", None])
def test_a_server_that_names_a_file_as_its_model_is_called_by_the_name_it_was_asked_by(chat, path):
    assert chat(as_json({**completion(), "model": path})).answer(REQUEST).model == "gpt-fictional"


# --- what each failure becomes ----------------------------------------------------------------------------

QUOTA_TEXT = "You exceeded your current quota, please check your plan and billing details."
HTML = b"<!DOCTYPE html><html><head><title>502 Bad\nGateway</title></head><body>nginx</body></html>"
RATE = error(429, "Rate limit reached", code="rate_limit_exceeded", kind="tokens")
TOO_LONG = error(400, "This model's maximum context length is 8192 tokens.", code="context_length_exceeded")


def broken(body):
    return as_json(body) if not isinstance(body, bytes) else raw(body)


FAILURES = {
    # id: (behaviour, error, words of its message, requests made of 3)
    "429 rate": (RATE, UnreachableError, ["429, 3 attempts", "Rate limit reached"], 3),
    "429 quota by code": (error(429, "no", code="insufficient_quota"), QuotaError, ["billing"], 1),
    "429 quota by type": (error(429, "no", kind="insufficient_quota"), QuotaError, ["billing"], 1),
    "429 quota by text": (error(429, QUOTA_TEXT, code="429"), QuotaError, ["nothing left", QUOTA_TEXT[:-1]], 1),
    "402": (error(402, "Payment required"), QuotaError, ["nothing left"], 1),
    "401": (error(401, "Incorrect API key", code="invalid_api_key"), CredentialsError, ["OPENAI_API_KEY"], 1),
    "401 without a body": (raw(b"", status=401), CredentialsError, ["does not accept the API key. "], 1),
    "403": (error(403, "Country not supported"), CredentialsError, ["Country not supported", "region"], 1),
    "400 about the key": (error(400, "API key not valid."), CredentialsError, ["API key not valid"], 1),
    "404 model": (
        error(404, "The model `gpt-fictional` does not exist", code="model_not_found"),
        ModelNotFoundError,
        ["does not know the model 'gpt-fictional'", "gpt-other"],
        1,
    ),
    "404 from a local server": (
        error(404, "model 'gpt-fictional' not found, try pulling it first"),
        ModelNotFoundError,
        ["try pulling it first", "gpt-other"],
        1,
    ),
    "403 model": (error(403, "No access", code="model_not_found"), ModelNotFoundError, ["gpt-other"], 1),
    "404 that names nothing": (error(404, "Not Found"), ModelNotFoundError, ["gpt-other"], 1),
    "409": (error(409, "Conflict"), ServiceError, ["409, 3 attempts"], 3),
    "422": (error(422, "Unprocessable"), RequestRefusedError, ["422", "Unprocessable"], 1),
    "422 with details": (
        as_json({"detail": [{"loc": ["body", "n"], "msg": "Field required", "input": "quota"}]}, status=422),
        RequestRefusedError,
        ["Field required"],
        1,
    ),
    "400 context": (TOO_LONG, RequestRefusedError, ["too long", "8192", "--send facts"], 1),
    "400 context, code a number": (
        error(400, "request exceeds the available size", code=400, kind="exceed_context_size_error"),
        RequestRefusedError,
        ["too long"],
        1,
    ),
    "413": (raw(b"", status=413), RequestRefusedError, ["too long"], 1),
    "400 parameter": (
        error(400, "Unsupported value", code="unsupported_value", param="temperature"),
        RequestRefusedError,
        ["Unsupported value"],
        1,
    ),
    "400 policy": (error(400, "content policy", code="content_policy_violation"), RequestRefusedError, ["400"], 1),
    "400 bare text": (as_json({"error": "Context is odd"}, status=400), RequestRefusedError, ["Context is odd"], 1),
    "408": (error(408, "Request timeout"), UnreachableError, ["3 attempts", "--timeout"], 3),
    "500": (error(500, "Internal error"), ServiceError, ["500, 3 attempts", "Internal error"], 3),
    "502 web page": (
        raw(HTML, status=502, content_type="text/html"),
        UnreachableError,
        ["502, 3 attempts", "a web page, 502 Bad Gateway"],
        3,
    ),
    "503": (error(503, "Overloaded"), UnreachableError, ["503, 3 attempts", "Overloaded"], 3),
    "504": (error(504, "Upstream"), UnreachableError, ["504"], 3),
    "529 without a body": (raw(b"", status=529), UnreachableError, ["529, 3 attempts). "], 3),
    "reset": (reset, UnreachableError, ["cannot be reached (3 attempts)"], 3),
    "hang up": (hang_up, UnreachableError, ["cannot be reached (3 attempts)"], 3),
    "reset in the body": (reset_in_the_body, UnreachableError, ["cannot be reached (3 attempts)"], 3),
    "hang up in the body": (hang_up_in_the_body, UnreachableError, ["cannot be reached (3 attempts)"], 3),
    "200 broken JSON": (broken(b'{"id": '), ServiceError, ["no chat reply (3 attempts)"], 3),
    "200 web page called JSON": (broken(HTML), ServiceError, ["no chat reply (3 attempts)"], 3),
    "200 empty": (broken(b""), ServiceError, ["no chat reply (3 attempts)"], 3),
    "200 broken UTF-8": (broken(b'{"id": "\xff"}'), ServiceError, ["no chat reply (3 attempts)"], 3),
    "200 nested without end": (broken(b"[" * 100_000), ServiceError, ["no chat reply (3 attempts)"], 3),
    "200 web page": (
        raw(HTML, content_type="text/html"),
        ServiceError,
        ["no chat reply (3 attempts)", "a web page"],
        3,
    ),
    "200 event stream": (
        raw(b'data: {"id": 1}\n\n', content_type="text/event-stream"),
        ServiceError,
        ["no chat reply (3 attempts)", "data: "],
        3,
    ),
    "200 error": (as_json({"error": {"message": "Oops"}}), ServiceError, ["no chat reply", "Oops"], 3),
    "200 error with a code": (
        as_json({"error": {"message": "Provider is busy", "code": 429}}),
        UnreachableError,
        ["429, 3 attempts", "Provider is busy"],
        3,
    ),
    "200 error about quota": (as_json({"error": {"code": "insufficient_quota"}}), QuotaError, ["billing"], 1),
    "choices empty": (broken({**completion(), "choices": []}), ServiceError, ["no chat reply (3 attempts)"], 3),
    "choices null": (broken({**completion(), "choices": None}), ServiceError, ["no chat reply"], 3),
    "choices a number": (broken({**completion(), "choices": 5}), ServiceError, ["no chat reply"], 3),
    "choice null": (broken({**completion(), "choices": [None]}), ServiceError, ["no chat reply"], 3),
    "message null": (broken({"choices": [{"index": 0, "message": None}]}), ServiceError, ["no chat reply"], 3),
    "message a text": (broken({"choices": [{"index": 0, "message": "hi"}]}), ServiceError, ["no chat reply"], 3),
    "content a list": (reply([{"type": "text", "text": "x"}]), ServiceError, ["no chat reply"], 3),
    "body a list": (broken([1]), ServiceError, ["no chat reply"], 3),
    "body null": (broken(None), ServiceError, ["no chat reply"], 3),
    "proxy, no database": (error(400, "No connected db.", code="400"), CredentialsError, ["No connected db"], 1),
    "proxy, cooling down": (
        error(429, "No deployments available, all_deployments_in_cooldown", code="429"),
        UnreachableError,
        ["cooldown"],
        3,
    ),
    "proxy, unknown model": (
        error(400, "Invalid model name passed in model=gpt-fictional", code="400"),
        ModelNotFoundError,
        ["gpt-other"],
        1,
    ),
}


@pytest.mark.parametrize(("behaviour", "expected", "words", "requests"), FAILURES.values(), ids=FAILURES.keys())
def test_a_failure_becomes_an_error_that_says_what_to_do(chat, behaviour, expected, words, requests):
    model = chat(behaviour, attempts=3)
    model.server.models = models("gpt-other")
    with pytest.raises(ServiceError) as caught:
        model.answer(REQUEST)
    message = str(caught.value)
    assert type(caught.value) is expected
    assert [word for word in words if word not in message] == []
    assert message.endswith("Or use --model bank, which needs no service.")
    assert message.isprintable()
    assert len(model.server.seen) == requests
    assert model.spent.requests == requests


SLOW = {"hang": hang, "hang in the body": hang_in_the_body, "drip": drip}


@pytest.mark.parametrize("behaviour", SLOW.values(), ids=SLOW.keys())
def test_the_timeout_is_that_of_the_whole_call(chat, behaviour):
    model = chat(behaviour, timeout=0.15, attempts=2)
    start = time.monotonic()
    with pytest.raises(UnreachableError, match=r"no whole answer in time \(0.15 s a call, 2 attempts\).*--timeout"):
        model.answer(REQUEST)
    assert time.monotonic() - start < 4  # the drip alone would take 8 s


def test_a_port_where_nobody_listens_is_named_with_the_address(no_waiting):
    with socket.socket() as taken:  # bound and never listening: nobody else can come to listen there
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        model = OpenAIChat("m", base_url=url, attempts=2)
        model.sleep = no_waiting
        with pytest.raises(UnreachableError, match=f"^{url} cannot be reached \\(2 attempts\\)"):
            model.answer(REQUEST)


@pytest.mark.parametrize(
    "url", ["localhost:11434/v1", "/v1", "ftp://x/v1", "http://", "http://[::1", "http://a b/v1", "http://a:99999"]
)
def test_an_address_that_is_none_is_told_before_anything_is_sent(url):
    with pytest.raises(UnreachableError, match="cannot be used as a base URL"):
        OpenAIChat("m", base_url=url).answer(REQUEST)


def test_a_prompt_with_half_a_character_is_refused_and_not_the_key_blamed(chat):
    model = chat(reply())
    with pytest.raises(RequestRefusedError, match="a character that cannot be sent"):
        model.answer(replace(REQUEST, prompt=Prompt("s", "\ud800")))
    assert model.server.seen == []


def test_a_404_from_a_server_that_lists_no_models_is_about_the_address(chat):
    model = chat(error(404, "Not Found"))
    model.server.models = raw(b"", status=500)
    with pytest.raises(ServiceError, match=r"takes no chat requests \(404\).*/v1") as caught:
        model.answer(REQUEST)
    assert type(caught.value) is ServiceError


# --- keys -------------------------------------------------------------------------------------------------


def test_without_a_key_and_an_address_the_error_says_where_a_key_goes():
    with pytest.raises(CredentialsError, match=r"OPENAI_API_KEY.*--base-url.*--model bank"):
        OpenAIChat("m").answer(REQUEST)


@pytest.mark.parametrize("key", ["", "  ", None])
def test_an_address_without_a_key_gets_one_that_means_nothing(chat, key):
    model = chat(reply(), api_key=key)
    model.answer(REQUEST)
    assert model.server.seen[0].headers["authorization"] == "Bearer unused"


def test_key_and_address_come_from_the_environment(monkeypatch, serve):
    server = serve(reply())
    monkeypatch.setenv("OPENAI_API_KEY", "sk-from-a-file\n")
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    OpenAIChat("m").answer(REQUEST)
    assert server.seen[0].headers["authorization"] == "Bearer sk-from-a-file"


def test_a_blank_address_in_the_environment_is_the_same_as_none(monkeypatch):
    monkeypatch.setenv("OPENAI_BASE_URL", " ")
    assert OpenAIChat("m").base_url == OPENAI_URL
    with pytest.raises(CredentialsError, match="There is no API key"):
        OpenAIChat("m").answer(REQUEST)


@pytest.mark.parametrize("key", ["sk-ключ-4711", "sk-two\nlines-4711", "sk-\x7f4711"])
def test_a_key_that_no_header_can_hold_is_told_without_being_shown(chat, key):
    with pytest.raises(CredentialsError, match="Copy it again") as caught:
        chat(reply(), api_key=key).answer(REQUEST)
    assert "4711" not in str(caught.value)


@pytest.mark.parametrize(
    "behaviour",
    [
        error(401, f"Incorrect API key provided: {KEY}"),
        error(400, f"{'x' * 290}{KEY}"),
        as_json({"error": KEY}, status=500),
        raw(KEY.encode(), content_type="text/plain"),
    ],
    ids=["in a sentence", "where it would be cut in two", "alone", "as a page"],
)
def test_a_key_that_the_service_repeats_is_nowhere_in_the_error(chat, behaviour):
    with pytest.raises(ServiceError) as caught:
        chat(behaviour, attempts=1).answer(REQUEST)
    assert "sk-" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def test_a_login_in_the_address_is_not_shown(serve):
    server = serve(error(401, "hunter22 is wrong"))
    url = server.url.replace("//", "//coach:hunter22@")
    model = OpenAIChat("m", base_url=url)
    with pytest.raises(CredentialsError) as caught:
        model.answer(REQUEST)
    assert "hunter22" not in str(caught.value) + model.base_url
    assert model.base_url == server.url


# --- trying again -----------------------------------------------------------------------------------------

PASSING = {
    "503": error(503, "x"),
    "500": error(500, "x"),
    "429": RATE,
    "408": error(408, "x"),
    "409": error(409, "x"),
    "reset": reset,
    "hang up in the body": hang_up_in_the_body,
    "broken body": raw(b"{"),
    "web page": raw(HTML, content_type="text/html"),
    "no choices": as_json({**completion(), "choices": []}),
}


@pytest.mark.parametrize("behaviour", PASSING.values(), ids=PASSING.keys())
def test_a_fault_that_passes_costs_an_attempt_and_no_more(chat, behaviour):
    model = chat(behaviour, reply("ok"))
    assert model.answer(REQUEST) == Reply("ok", Usage(2), MODEL)
    assert len(model.waits) == 1


def test_a_hang_that_passes_is_asked_again(chat):
    model = chat(hang, reply("ok"), timeout=0.2)
    assert model.answer(REQUEST).text == "ok"


def test_tokens_of_failed_attempts_are_counted_where_their_body_tells(chat):
    empty = as_json({**completion(usage=tokens(10, 1)), "choices": []})
    failed = as_json({"error": {"message": "x"}, "usage": tokens(100, 2, cached=3)}, status=500)
    model = chat(empty, failed, reply("ok", usage=tokens(1000, 4)))
    assert model.answer(REQUEST).usage == model.spent == Usage(3, 1110, 3, 7)


def test_what_was_spent_is_known_after_an_error_too(chat):
    model = chat(as_json({**completion(usage=tokens(10, 1)), "choices": []}), attempts=3)
    with pytest.raises(ServiceError):
        model.answer(REQUEST)
    assert model.spent == Usage(3, 30, 0, 3)


@pytest.mark.parametrize(
    "usage", [None, 5, {}, {"prompt_tokens": None, "prompt_tokens_details": None}, {"prompt_tokens": "9"}]
)
def test_a_service_that_does_not_count_tokens_is_no_fault(chat, usage):
    assert chat(reply("ok", usage=usage)).answer(REQUEST).usage == Usage(1)


def test_the_pause_grows_at_random_up_to_a_doubling_limit(chat):
    model = chat(error(503, "x"), attempts=4)
    with pytest.raises(UnreachableError):
        model.answer(REQUEST)
    assert len(model.waits) == 3
    assert all(0 <= wait <= limit for wait, limit in zip(model.waits, (1, 2, 4), strict=True))


ASKED_PAUSES = {
    "seconds": ({"retry_after": "7"}, 7.0),
    "fraction": ({"retry_after": "0.5"}, 0.5),
    "milliseconds first": ({"retry_after_ms": "250", "retry_after": "7"}, 0.25),
    "longest": ({"retry_after": "120"}, 120.0),
    "through a proxy": ({"llm_provider-retry-after": "9"}, 9.0),
}


@pytest.mark.parametrize(("headers", "seconds"), ASKED_PAUSES.values(), ids=ASKED_PAUSES.keys())
def test_a_pause_that_the_service_asks_for_is_kept(chat, headers, seconds):
    model = chat(error(429, "x", **headers), reply("ok"))
    assert model.answer(REQUEST).text == "ok"
    assert model.waits == [seconds]


def test_a_pause_that_is_too_long_to_wait_for_ends_the_asking_and_is_told(chat):
    model = chat(error(429, "x", retry_after="121"))
    with pytest.raises(UnreachableError, match="asking for a pause of 121 s"):
        model.answer(REQUEST)
    assert model.waits == []


def test_a_long_pause_is_announced_and_a_short_one_is_not(chat):
    model = chat(error(429, "x", retry_after="1"), error(429, "x", retry_after="30"), reply())
    model.answer(REQUEST)
    assert model.said == ["gpt-fictional is not ready; asking again in 30 s (2 attempts left)."]


# --- servers that refuse or ignore a reply format ----------------------------------------------------------

NO_SCHEMA = {
    "llama_cpp.server": LLAMA_CPP_PYTHON,
    "400 that names response_format": error(400, "Unsupported parameter", param="response_format"),
    "400 by a model without it": error(400, "'response_format' of type 'json_schema' is not supported"),
    "422": as_json({"detail": [{"loc": ["body", "response_format"], "msg": "bad"}]}, status=422),
    "bare text": as_json({"error": "json_schema is not supported"}, status=400),
}


@pytest.mark.parametrize("refusal", NO_SCHEMA.values(), ids=NO_SCHEMA.keys())
def test_a_server_without_json_schema_is_asked_for_a_json_object(chat, refusal):
    ok = reply("ok", usage=tokens(5, 5))
    model = chat(unless_asked_for("json_object", "text", first=ok, otherwise=refusal))
    assert model.answer(REQUEST) == Reply("ok", Usage(2, 5, 0, 5), MODEL)
    assert model.waits == []
    body = model.server.seen[-1].body
    assert body["response_format"] == {"type": "json_object"}
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    text = body["messages"][-1]["content"]
    assert text.startswith("Facts: F1 …\n\nReply with one JSON object")
    assert json.loads(text[text.index("{") :]) == SCHEMA


def test_a_server_with_neither_is_asked_in_words(chat):
    neither = unless_asked_for("json_object", first=LM_STUDIO_NO_OBJECT, otherwise=LLAMA_CPP_PYTHON)
    model = chat(unless_asked_for("text", first=reply("ok"), otherwise=neither))
    assert model.answer(REQUEST).text == "ok"
    body = model.server.seen[-1].body
    assert "response_format" not in body
    assert "JSON Schema" in body["messages"][-1]["content"]
    assert len(model.said) == 2


def test_a_fallen_back_format_is_remembered_and_said_once(chat):
    model = chat(unless_asked_for("json_object", first=reply("ok"), otherwise=LLAMA_CPP_PYTHON))
    model.answer(REQUEST)
    model.answer(REQUEST)
    assert len(model.server.seen) == 3
    assert model.said == ["gpt-fictional takes no json_schema replies; asking for json_object from here on."]


def test_many_at_once_step_down_together_and_only_one_step(chat):
    model = chat(unless_asked_for("json_object", first=reply("ok"), otherwise=LLAMA_CPP_PYTHON))

    async def many():
        async with model.client() as client:
            return await asyncio.gather(*(model.ask(client, REQUEST) for _ in range(6)))

    assert {answer.text for answer in asyncio.run(many())} == {"ok"}
    assert len(model.said) == 1
    assert model.spent.requests == len(model.server.seen)


def test_a_server_that_refuses_every_format_ends_in_an_error(chat):
    model = chat(LM_STUDIO_NO_OBJECT)
    with pytest.raises(RequestRefusedError, match="must be 'json_schema' or 'text'"):
        model.answer(REQUEST)
    assert len(model.server.seen) == 3


def test_a_500_about_the_format_is_a_fault_like_others_once_no_format_is_asked_for(chat):
    model = chat(LLAMA_CPP_PYTHON, attempts=2)
    with pytest.raises(ServiceError, match="500, 4 attempts"):
        model.answer(REQUEST)
    assert [seen.body.get("response_format", {}).get("type") for seen in model.server.seen] == [
        "json_schema",
        "json_object",
        None,
        None,
    ]


IGNORING = {
    "ignores the schema": reply("Sure! What did you learn?"),
    "no details of usage": reply('{"a": "b"}', usage=tokens(5, 5)),
    "constrains": reply('{"a": "b"}'),
}


@pytest.mark.parametrize("behaviour", IGNORING.values(), ids=IGNORING.keys())
def test_a_server_that_says_yes_to_the_schema_is_taken_at_its_word(chat, behaviour):
    model = chat(behaviour)
    assert model.answer(REQUEST).problem == ""
    assert model.said == []


# --- the models on offer ----------------------------------------------------------------------------------


def offered(model):
    async def ask():
        async with model.client() as client:
            return await models_offered(client)

    return asyncio.run(ask())


def test_the_models_on_offer_are_named_in_the_services_order(chat):
    model = chat()
    model.server.models = models("b", "a")
    assert offered(model) == ["b", "a"]


NO_LIST = {
    "500": raw(b"", status=500),
    "web page": raw(HTML, content_type="text/html"),
    "broken": raw(b"{"),
    "no data": as_json({}),
    "odd data": as_json({"data": [None, {"id": 5}, "x"]}),
    "hang up": hang_up,
}


@pytest.mark.parametrize("behaviour", NO_LIST.values(), ids=NO_LIST.keys())
def test_a_service_that_does_not_list_its_models_offers_none(chat, behaviour):
    model = chat()
    model.server.models = behaviour
    assert offered(model) == []


def test_waiting_for_the_list_of_models_has_an_end(chat, monkeypatch):
    monkeypatch.setattr("questioner.models.openai_chat._LISTING_SECONDS", 0.1)
    model = chat(error(404, "no model", code="model_not_found"))
    model.server.models = hang
    with pytest.raises(ModelNotFoundError, match="does not say which models it has"):
        model.answer(REQUEST)


# --- the client -------------------------------------------------------------------------------------------


def test_one_model_can_be_asked_twice_each_time_in_a_loop_of_its_own(chat):
    model = chat(reply("one"), reply("two"))
    assert [model.answer(REQUEST).text, model.answer(REQUEST).text] == ["one", "two"]


def test_many_requests_share_a_client(chat):
    model = chat(reply("ok", usage=tokens(2, 1)))

    async def many():
        async with model.client() as client:
            return await asyncio.gather(*(model.ask(client, REQUEST) for _ in range(20)))

    replies = asyncio.run(many())
    assert replies == [Reply("ok", Usage(1, 2, 0, 1), MODEL)] * 20
    assert model.spent == Usage(20, 40, 0, 20)


def test_a_cancelled_asking_ends_at_once_and_is_not_taken_for_a_fault(chat):
    model = chat(hang)

    async def cancel():
        async with model.client() as client:
            task = asyncio.create_task(model.ask(client, REQUEST))
            while not model.server.seen:
                await asyncio.sleep(0.01)
            task.cancel()
            await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cancel())
    assert len(model.server.seen) == 1


def test_the_sdk_is_imported_by_one_module_only():
    package = Path(questioner.__file__).parent
    importing = re.compile(r"^\s*(?:import|from) openai\b", re.MULTILINE)
    found = [path for path in package.rglob("*.py") if importing.search(path.read_text(encoding="utf-8"))]
    assert [path.relative_to(package).as_posix() for path in found] == ["models/openai_chat.py"]
