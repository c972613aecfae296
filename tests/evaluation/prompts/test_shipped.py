"""The project's own scenarios: what they hold between them, and that what an expert expects is there to be asked about."""

from collections import Counter

import pytest

from questioner.evaluation.prompts import scenarios
from questioner.evaluation.prompts.scoring import prepared
from questioner.resources import Templates
from questioner.session import SessionKind
from questioner.signals import SIGNALS
from questioner.team.fields import Kind

OURS = tuple(scenarios.in_folder(scenarios.bundled()))


@pytest.fixture(scope="module")
def preparations():
    return [prepared(scenario, Templates()) for scenario in OURS]


def test_every_signal_speaks_in_one_of_the_scenarios(preparations):
    spoken = {fact.signal for preparation in preparations for fact in preparation.facts}
    assert {signal.slug for signal in SIGNALS} == spoken


def test_every_kind_of_session_and_of_key_result_is_there(preparations):
    assert {p.brief.session for p in preparations} == set(SessionKind)
    kinds = Counter(s.key_result.kind for p in preparations for s in p.picture.standings)
    falling = [s for p in preparations for s in p.picture.standings if (s.reach or 0) < 0]
    assert min(kinds[kind] for kind in Kind) >= 2
    assert len(falling) >= 5


def test_most_of_what_an_expert_expects_is_there_to_be_asked_about(preparations):
    found, missing = [], []
    for scenario, preparation in zip(OURS, preparations, strict=True):
        facts = [(fact.signal, fact.about) for fact in preparation.facts]
        for topic in scenario.expect:
            (found if any(topic.covers(*fact) for fact in facts) else missing).append(f"{scenario.id}: {topic}")
    assert len(found) >= 6 * len(missing), missing
