"""Telling faults apart, and the sentences that they become, without any service."""

import json
import re

import pytest

from questioner.errors import ModelNotFoundError, QuotaError, ServiceError
from questioner.models.faults import (
    _SENTENCES,
    LISTED_MODELS,
    WAY_OUT,
    Attempted,
    Fault,
    Kind,
    error_for,
    from_error_body,
    from_response,
    wait_asked,
)

ASKED = Attempted("gpt-fictional", "http://localhost:11434/v1/", 120.0)
NOW = "Mon, 16 Nov 2026 09:00:00 GMT"


def test_every_kind_of_fault_has_a_sentence():
    assert set(_SENTENCES) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_every_error_is_one_whole_line_that_ends_with_the_way_out(kind):
    error = error_for(Fault(kind, 400, said="x\ny."), ASKED)
    message = str(error)
    assert isinstance(error, ServiceError)
    assert message.endswith(f". {WAY_OUT}")
    assert not re.search(r"[{}\n]|\.\.|None|/v1/ ", message)


@pytest.mark.parametrize(
    ("status", "kind", "passing"),
    [
        (400, Kind.REFUSED, False),
        (401, Kind.BAD_KEY, False),
        (402, Kind.QUOTA, False),
        (403, Kind.FORBIDDEN, False),
        (404, Kind.ADDRESS, False),
        (408, Kind.SLOW, True),
        (409, Kind.FAILED, True),
        (413, Kind.TOO_LONG, False),
        (418, Kind.REFUSED, False),
        (422, Kind.REFUSED, False),
        (429, Kind.BUSY, True),
        (500, Kind.FAILED, True),
        (502, Kind.DOWN, True),
        (529, Kind.DOWN, True),
        (599, Kind.FAILED, True),
    ],
)
def test_a_status_without_a_body_tells_what_it_can(status, kind, passing):
    fault = from_response(status, "")
    assert (fault.kind, fault.passing) == (kind, passing)


# One body and one that differs in what matters, for each clue.
PAIRS = {
    "quota": (429, "You exceeded your current quota", Kind.QUOTA, "You exceeded your rate limit", Kind.BUSY),
    "billing": (400, "Billing hard limit reached", Kind.QUOTA, "Reached", Kind.REFUSED),
    "credit": (400, "Your credit balance is too low", Kind.QUOTA, "Your balance of pros", Kind.REFUSED),
    "model": (404, "The model `x` does not exist", Kind.MODEL, "The page does not exist", Kind.ADDRESS),
    "model, proxy": (400, "Invalid model name passed", Kind.MODEL, "Invalid name passed", Kind.REFUSED),
    "format": (400, "response_format is unknown", Kind.SHAPE, "temperature is unknown", Kind.REFUSED),
    "format, 500": (500, "Failed to parse grammar", Kind.SHAPE, "Failed to parse", Kind.FAILED),
    "format, 503": (500, "json_schema", Kind.SHAPE, "", Kind.FAILED),
    "key": (400, "API key not valid", Kind.BAD_KEY, "Key result not valid", Kind.REFUSED),
    "length": (400, "maximum context length is 8", Kind.TOO_LONG, "maximum length is 8", Kind.REFUSED),
    "length, local": (500, "exceed_context_size_error", Kind.TOO_LONG, "size_error", Kind.FAILED),
}


@pytest.mark.parametrize(("status", "yes", "kind", "no", "otherwise"), PAIRS.values(), ids=PAIRS.keys())
def test_a_clue_tells_two_bodies_of_one_status_apart(status, yes, kind, no, otherwise):
    kinds = [from_response(status, json.dumps({"error": {"message": text}})).kind for text in (yes, no)]
    assert kinds == [kind, otherwise]


def test_an_overloaded_service_is_not_one_that_refuses_a_format():
    assert from_response(503, '{"error": "json_schema queue is full"}').kind is Kind.DOWN


def test_no_format_can_be_refused_where_none_was_asked_for():
    body = '{"error": "response_format"}'
    assert from_response(500, body, shaped=True).kind is Kind.SHAPE
    assert from_response(500, body, shaped=False).kind is Kind.FAILED


def test_what_a_server_echoes_of_the_request_does_not_decide():
    echo = {"detail": [{"msg": "Field required", "input": "our API key and our credit balance"}]}
    assert from_response(422, json.dumps(echo)).kind is Kind.REFUSED


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ({"code": 503, "message": "x"}, Kind.DOWN),
        ({"code": "429", "message": "x"}, Kind.BUSY),
        ({"code": "insufficient_quota"}, Kind.QUOTA),
        ({"code": "٤٢٩"}, Kind.BROKEN),
        ({"code": 200}, Kind.BROKEN),
        ("x", Kind.BROKEN),
        (True, Kind.BROKEN),
    ],
)
def test_an_error_under_status_200_is_read_by_its_code_and_its_words(error, kind):
    assert from_error_body(error).kind is kind


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": " 1.5 "}, 1.5),
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after-ms": "x", "retry-after": "7"}, 7.0),
        ({"retry-after": "Mon, 16 Nov 2026 09:00:20 GMT", "date": NOW}, 20.0),
        ({"retry-after": "Mon, 16 Nov 2026 09:00:20 -0000", "date": NOW}, 20.0),
        ({"retry-after": "Mon, 16 Nov 2026 08:59:00 GMT", "date": NOW}, None),
        ({"retry-after": "Mon, 16 Nov 1970 08:59:00 GMT"}, None),
        ({"retry-after": "0"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "soon"}, None),
        ({"llm_provider-retry-after": "9"}, 9.0),
    ],
)
def test_a_pause_is_read_in_all_its_notations_and_ignored_when_it_is_none(headers, seconds):
    assert wait_asked(headers) == seconds


def test_a_fault_passes_only_if_the_pause_it_asks_for_is_bearable():
    assert Fault(Kind.BUSY, 429, wait=120.0).passing
    assert not Fault(Kind.BUSY, 429, wait=120.1).passing


def test_the_models_named_are_the_ones_most_like_the_one_asked_for():
    names = [f"speech-{number}" for number in range(40)] + ["gpt-fictiona1"]
    message = str(error_for(Fault(Kind.MODEL, 404), Attempted("gpt-fictional", "u", 1.0, offered=names)))
    assert "It offers gpt-fictiona1, speech-" in message
    assert f"and {41 - LISTED_MODELS} more." in message
    assert message.count("speech-") == LISTED_MODELS - 1


def test_a_404_is_about_the_model_only_where_the_service_offers_others():
    fault = from_response(404, "Not Found")
    assert type(error_for(fault, ASKED)) is ServiceError
    with_others = Attempted("gpt-fictional", "u", 1.0, offered=["other"])
    assert type(error_for(fault, with_others)) is ModelNotFoundError
    with_itself = Attempted("gpt-fictional", "u", 1.0, offered=["gpt-fictional"])
    assert type(error_for(fault, with_itself)) is ServiceError


def test_words_of_a_service_are_cut_and_made_safe_for_a_terminal():
    message = str(error_for(from_response(500, json.dumps({"error": "\x1b[2J\x07" + "ha {url} " * 100})), ASKED))
    assert message.isprintable()
    assert len(message) < 500
    assert "ha {url}" in message


def test_a_secret_is_taken_out_whole_before_anything_is_cut():
    asked = Attempted("m", "u", 1.0, secrets={"sk-fictional-4711", "sk-fictional"})
    text = json.dumps({"error": {"code": "insufficient_quota", "message": "y" * 292 + "sk-fictional-4711"}})
    error = error_for(from_response(429, text), asked)
    assert type(error) is QuotaError
    assert "sk-" not in str(error)
