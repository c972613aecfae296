"""What the bank has to ask about the signals, and whether it may be asked."""

import pytest

from questioner.bank import ANY, patterns, unknown_slots
from questioner.overlay import SLOTS
from questioner.resources import Templates
from questioner.review import Profile, review_wording
from questioner.review.grounding import masked
from questioner.session import Severity
from questioner.signals import SIGNALS
from questioner.slots import fill, names

from .cases import all_cases

BANK = patterns(Templates())
FILLED = {
    "team": "Harbour Club", "minutes": "30", "audience": "new members", "current": "22%", "target": "40%", "start": "20%",
    "previous": "30%", "old_target": "50%", "confidence": "5/10", "confidence_before": "7/10", "days_left": "31",
    "kr_count": "thirteen", "objective_count": "four", "repeat_count": "three", "days_since_update": "16",
    "next_checkin": "27 February", "since": "6 February", "commitment_date": "13 February", "as_of": "20 February",
    "blocker": "the missing hall key", "activity": "“We published the new guide”", "quote": "“Going well”",
    "dependency": "the design team", "decision": "the second hall", "insight": "“Calls work best before noon”",
    "commitment": "“call ten members”", "parent": "“The whole town meets”", "vision": "“Nobody eats alone”",
    "expected": "30%", "times": "2.5", "check_ins": "three", "scores": "three",
}  # fmt: skip
NAMED = {
    "plain": {"kr": "trial activation", "objective": "a warm welcome"},
    "plural": {"kr": "late replies", "objective": "calmer mornings"},
    "title": {"kr": "“Members who return within a month”", "objective": "“New members feel at home”"},
}
WORDED = {
    "quoted": {
        "blocker": "“The hall key is missing again”",
        "decision": "“May we rent the second hall”",
        "current": "1,200 hours",
        "confidence": "amber",
    }
}


def filled(pattern, **slots):
    return fill(pattern.text, {**FILLED, **NAMED["plain"], **slots})


def test_every_session_that_may_ask_about_a_signal_has_a_pattern_for_it():
    covered = {(pattern.signal, session) for pattern in BANK for session in pattern.sessions}
    wanted = {(signal.slug, session) for signal in SIGNALS for session in signal.sessions}

    assert sorted(wanted - covered) == []


def test_every_pattern_answers_to_a_signal_that_exists():
    assert {pattern.signal for pattern in BANK} - {signal.slug for signal in SIGNALS} == {ANY}


def test_a_pattern_is_kept_only_for_sessions_that_may_ask():
    sessions = {signal.slug: signal.sessions for signal in SIGNALS}

    assert [p.id for p in BANK if p.signal != ANY and not p.sessions <= sessions[p.signal]] == []


def test_a_pattern_stands_in_a_pillar_of_its_signal():
    pillars = {signal.slug: signal.pillars for signal in SIGNALS}

    assert [p.id for p in BANK if p.signal != ANY and p.pillar not in pillars[p.signal]] == []


def test_ids_of_patterns_are_unique():
    ids = [pattern.id for pattern in BANK]

    assert len(set(ids)) == len(ids) > 100


def test_no_two_patterns_are_worded_alike():
    texts = [pattern.text.lower() for pattern in BANK]

    assert sorted({text for text in texts if texts.count(text) > 1}) == []


@pytest.mark.parametrize("pattern", BANK, ids=lambda pattern: pattern.id)
def test_every_slot_of_a_pattern_is_one_that_something_fills(pattern):
    assert unknown_slots(pattern, SLOTS) == ()


def test_the_values_these_tests_fill_in_cover_every_slot():
    assert set(FILLED) | {"kr", "objective"} == SLOTS


@pytest.mark.parametrize("naming", NAMED)
@pytest.mark.parametrize("pattern", BANK, ids=lambda pattern: pattern.id)
def test_no_rule_of_wording_rejects_a_pattern(pattern, naming):
    for wording in ({}, WORDED["quoted"]):
        text = masked(filled(pattern, **NAMED[naming], **wording), NAMED[naming].values())
        against = [hit.code for hit in review_wording(text, Profile.GENERATE) if hit.severity is Severity.REJECT]
        assert against == [], text


@pytest.mark.parametrize("pattern", BANK, ids=lambda pattern: pattern.id)
def test_a_pattern_can_be_taken_in_at_one_hearing(pattern):
    bare = fill(pattern.text, dict.fromkeys(names(pattern.text), "it"))

    assert len(bare.split()) <= 20
    assert bare.count("?") <= 1


def test_facts_fill_at_least_one_pattern_of_every_signal_they_come_from(facts_of):
    mute = set()
    for name, slug, case in all_cases():
        for fact in facts_of(**case.team) if case.about else ():
            asked = [p for p in BANK if p.signal == fact.signal and fill(p.text, fact.slots)]
            mute |= {name} if fact.signal == slug and not asked else set()

    assert mute == set()
