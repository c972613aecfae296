"""From a team to a sheet through the real SDK: a first reply of which something falls, and a second asking.

The prompts are small ones of the tests' own, so that a better wording of the real ones needs no new recording.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from questioner import prepare, standing
from questioner.models.openai_chat import OpenAIChat
from questioner.plan import Brief
from questioner.resources import Templates
from questioner.session import SessionKind, SessionSheet, Source
from questioner.team import Team

from .small_server import reply, tokens

PROMPTS = Path(__file__).parent / "small_prompts"
TEAM = Team.model_validate(
    {
        "team": "Harbour Club",
        "cycle": {"start": "2026-01-01", "end": "2026-04-10"},
        "objectives": [
            {
                "title": "New members feel at home from the first week",
                "label": "a warm welcome",
                "why": "Members who feel lost in week one rarely return.",
                "key_results": [
                    {"title": "First visits repeated", "label": "first visits repeated", "owner": "Mina",
                     "start": 20, "target": 40, "unit": "%"},
                ],
            }
        ],
        "check_ins": [
            {"date": "2026-01-30", "key_results": {"KR1": {"value": 24, "confidence": 7, "comment": "Slips of 40 visits."}}},
            {"date": "2026-02-20", "key_results": {"KR1": {"value": 25, "confidence": 4, "comment": "Slips of 38 visits."}}},
        ],
    }
)  # fmt: skip


def questions(*entries: tuple[str, str, list[str]]) -> str:
    return json.dumps({"questions": [{"pillar": p, "text": text, "facts": facts} for p, text, facts in entries]})


FIRST = questions(
    ("intent", "What would new members miss if nobody looked after a warm welcome?", []),
    ("safety", "Confidence in first visits repeated went from 7/10 to 4/10: what lies behind that?", ["F1"]),
    ("outcome", "Have you considered a second greeter for first visits repeated?", ["F2"]),
)
SECOND = questions(
    ("outcome", "What have you come to understand about what moves first visits repeated?", ["F2"]),
    ("mindset", "Which assumption behind first visits repeated would you most like to test?", ["F2"]),
    ("follow-through", "How would you like to look at first visits repeated at the next check-in?", ["F1"]),
)


@pytest.mark.vcr
def test_what_falls_is_asked_for_again_through_the_real_client(recorded_service, no_waiting):
    script = (reply(FIRST, usage=tokens(180, 90)), reply(SECOND, usage=tokens(320, 80, cached=128)))
    model = OpenAIChat("gpt-fictional", base_url=recorded_service(*script), api_key="sk-fictional-4711")
    model.sleep = no_waiting
    picture = standing.read(TEAM, date(2026, 2, 20))
    state = prepare.begin(prepare.prepare(picture, Brief(SessionKind.CHECK_IN, 30), Templates(PROMPTS)))
    while isinstance(state, prepare.Asking):
        state = prepare.advance(state, model.answer(state.request))
    assert isinstance(state, SessionSheet)
    assert {question.source for question in state.questions} == {Source.MODEL}
    assert [rejected.text for rejected in state.rejected] == [
        "Have you considered a second greeter for first visits repeated?"
    ]
    assert (state.usage.requests, state.usage.input_tokens, state.usage.cached_tokens) == (2, 500, 128)
