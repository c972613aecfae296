"""Which model answers when one is named, and when none is."""

import pytest

from questioner import models
from questioner.models.openai_chat import OpenAIChat
from questioner.models.replay import Replay


@pytest.fixture
def said():
    return []


def choose(said, name=None, base_url=None, **given):
    return models.choose(name, base_url, 30.0, said.append, **given)


def test_without_a_name_a_key_or_an_address_the_bank_answers_and_says_so(said):
    assert choose(said) is None
    assert "built-in bank" in said[0]


def test_a_named_bank_answers_without_a_word(said):
    assert choose(said, "bank") is None
    assert said == []


def test_with_a_key_and_no_name_the_default_is_asked_and_named(said, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-fictional-4711")
    chosen = choose(said)
    assert isinstance(chosen, OpenAIChat)
    assert chosen.name == models.DEFAULT
    assert models.DEFAULT in said[0]


def test_with_an_address_and_no_name_the_default_is_asked(said):
    assert isinstance(choose(said, base_url="http://127.0.0.1:1/v1"), OpenAIChat)


def test_any_other_name_goes_to_the_service(said):
    chosen = choose(said, "my-model", "http://127.0.0.1:1/v1")
    assert isinstance(chosen, OpenAIChat)
    assert chosen.name == "my-model"
    assert said == []


def test_verbose_says_where_requests_go(said):
    choose(said, "my-model", "http://127.0.0.1:1/v1", verbose=True)
    assert "http://127.0.0.1:1/v1" in said[0]


def test_replay_means_a_folder_of_recordings(said, tmp_path):
    chosen = choose(said, f"replay:{tmp_path}")
    assert isinstance(chosen, Replay)
    assert chosen.name == f"replay:{tmp_path}"
