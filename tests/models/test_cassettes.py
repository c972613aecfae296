"""The real SDK on recorded conversations: what is asked, and what becomes of each kind of answer."""

import json
import re
from pathlib import Path

import pytest

from questioner.errors import CredentialsError, ModelNotFoundError
from questioner.exchange import Prompt, Reply, Request, Usage
from questioner.models.openai_chat import OpenAIChat

from .conftest import KEPT_HEADERS
from .small_server import MODEL, error, models, reply, tokens

REQUEST = Request(
    Prompt(
        "You prepare open questions for an OKR coach. Reply as JSON.",
        "F1: Trial activation stands at 22% with a target of 30%, and four weeks are left.",
    ),
    {
        "type": "object",
        "properties": {"questions": {"type": "array", "maxItems": 3, "items": {"type": "string", "maxLength": 200}}},
        "required": ["questions"],
        "additionalProperties": False,
    },
)
GOOD = json.dumps({"questions": ["What would four weeks be enough for?"]})
COST = tokens(212, 18, cached=128)


@pytest.fixture
def ask(recorded_service, no_waiting):
    """Ask a recorded service; the script is what it answered when it was recorded."""

    def answer(*script, **service):
        url = recorded_service(*script, **service)
        model = OpenAIChat("gpt-fictional", base_url=url, api_key="sk-fictional-4711")
        model.sleep = no_waiting
        return model.answer(REQUEST)

    return answer


@pytest.mark.vcr
def test_success(ask):
    assert ask(reply(GOOD, usage=COST)) == Reply(GOOD, Usage(1, 212, 128, 18), MODEL)


@pytest.mark.vcr
def test_refusal(ask):
    answer = ask(reply(None, refusal="I can't help with that.", usage=COST))
    assert (answer.text, answer.problem) == ("", "the model refused: I can't help with that.")


@pytest.mark.vcr
def test_truncated_reply(ask):
    answer = ask(reply(GOOD[:30], finish_reason="length", usage=COST))
    assert (answer.text, answer.problem) == ("", "the reply was cut off at the model's length limit")
    assert answer.usage.output_tokens == 18


@pytest.mark.vcr
def test_invalid_json_is_left_to_the_reader(ask):
    answer = ask(reply(GOOD.replace("]", ",]"), usage=COST))
    assert (answer.text, answer.problem) == (GOOD.replace("]", ",]"), "")


@pytest.mark.vcr
def test_a_missing_key_is_left_to_the_reader(ask):
    answer = ask(reply('{"question": "What now?"}', usage=COST))
    assert (answer.text, answer.problem) == ('{"question": "What now?"}', "")


@pytest.mark.vcr
def test_a_refused_key(ask):
    with pytest.raises(CredentialsError, match=r"does not accept the API key.*Incorrect API key provided"):
        ask(error(401, "Incorrect API key provided.", code="invalid_api_key"))


@pytest.mark.vcr
def test_a_rate_limit_and_then_success(ask, no_waiting):
    answer = ask(error(429, "Rate limit reached", code="rate_limit_exceeded", retry_after="3"), reply(GOOD, usage=COST))
    assert answer == Reply(GOOD, Usage(2, 212, 128, 18), MODEL)
    assert no_waiting.waits == [3.0]


@pytest.mark.vcr
def test_a_model_that_is_not_there(ask):
    with pytest.raises(ModelNotFoundError, match="It offers gpt-fictional-2, whisper-fictional"):
        ask(
            error(404, "The model `gpt-fictional` does not exist.", code="model_not_found"),
            offers=models("whisper-fictional", "gpt-fictional-2"),
        )


def _cassettes():
    return sorted((Path(__file__).parent / "cassettes").rglob("*.json"))


def test_there_are_cassettes_to_look_at():
    assert len(_cassettes()) >= 8


@pytest.mark.parametrize("path", _cassettes(), ids=lambda path: path.stem)
def test_a_cassette_holds_no_header_that_was_not_let_in_and_no_key(path):
    text = path.read_text(encoding="utf-8")
    for interaction in json.loads(text)["interactions"]:
        headers = [*interaction["request"]["headers"], *interaction["response"]["headers"]]
        assert {name.lower() for name in headers} <= KEPT_HEADERS
        assert interaction["request"]["uri"].startswith("https://api.openai.com/v1/")
    assert not re.search(r"authorization|cookie|organi[sz]ation|bearer|sk-fictional|127\.0\.0\.1", text, re.IGNORECASE)


@pytest.mark.parametrize("path", _cassettes(), ids=lambda path: path.stem)
def test_a_cassette_belongs_to_a_test_and_can_be_read_line_by_line(path):
    module = Path(__file__).with_name(f"{path.parent.name}.py").read_text(encoding="utf-8")
    assert f"def {path.stem}(" in module
    bodies = [part["request"]["body"] for part in json.loads(path.read_text(encoding="utf-8"))["interactions"]]
    assert all(body is None or body == "" or isinstance(body, dict) for body in bodies)


@pytest.mark.vcr("test_success.json")
def test_another_prompt_does_not_get_the_old_reply(vcr, record_mode):
    if record_mode != "none":
        pytest.skip("holds for the playing of cassettes")
    model = OpenAIChat("gpt-fictional", base_url="https://api.openai.com/v1", api_key="sk-fictional-4711")
    with pytest.raises(Exception, match=r"no recorded interaction matches|overwrite existing cassette"):
        model.answer(Request(Prompt("You prepare", "F1: another fact."), REQUEST.schema))
    assert vcr.play_count == 0
