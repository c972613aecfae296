"""A row from replies: what was written, what became of it, which topics it reached; the same on any processor."""

import json
from dataclasses import replace

import pytest

from questioner.batch.bill import Price
from questioner.evaluation.prompts import run, scenarios, scoring
from questioner.evaluation.prompts.rows import Topic
from questioner.evaluation.prompts.scoring import Outcome
from questioner.exchange import Reply, Usage
from questioner.models.replay import WRITTEN
from questioner.resources import Templates
from questioner.session import Label, Pillar

from . import fictional

ADVICE = {"pillar": "outcome", "text": "Have you considered hiring?", "facts": ["F1"]}
OPEN = {"pillar": "intent", "text": "What would you like to be true by the end of the cycle?", "facts": []}


@pytest.fixture(scope="module")
def scenario(tmp_path_factory):
    return scenarios.in_folder(fictional.write(tmp_path_factory.mktemp("scenarios"), 1))[0]


def reply(*questions, **rest):
    given = {"text": json.dumps({"questions": questions}), "usage": Usage(1, 100, 0, 50), "model": "m", **rest}
    return Reply(**given)


def row(scenario, *replies, **rest):
    usage = sum((r.usage for r in replies), Usage())
    (found,) = scoring.scored(
        scenario, Templates(), [Outcome("built-in", scenario.id, "m", 1, tuple(replies), usage=usage, **rest)]
    )
    return found


def test_raw_questions_stand_in_order_with_what_the_review_says(scenario):
    found = row(scenario, reply(ADVICE, OPEN), reply(OPEN))
    assert [(q.wave, q.text, q.accepted) for q in found.questions] == [
        (1, ADVICE["text"], False),
        (1, OPEN["text"], True),
        (2, OPEN["text"], True),
    ]
    assert (found.questions[0].pillar, found.questions[0].facts) == (Pillar.OUTCOME, ("F1",))
    assert Label.ADVICE in found.questions[0].labels
    assert found.pillars == (Pillar.INTENT,)
    assert found.usage == Usage(2, 200, 0, 100)


def test_what_the_bank_fills_is_counted_and_is_no_question_of_the_model(scenario):
    found = row(scenario, reply(OPEN))
    assert found.printed == (OPEN["text"],)
    assert found.filled >= 3
    assert row(scenario, reply(text=fictional.good(scenario))).filled == 0


def test_a_second_reply_that_nobody_needs_any_more_is_not_looked_at(scenario):
    full = reply(text=fictional.good(scenario))
    assert {q.wave for q in row(scenario, full, reply(ADVICE)).questions} == {1}


def test_topics_are_reached_by_accepted_questions_and_touched_by_any(scenario):
    signal = scoring.prepared(scenario, Templates()).by_id["F1"].signal
    topic = replace(scenario, expect=(Topic(signal), Topic("no-okrs-yet")), avoid=(Topic(signal),))
    asked = {**OPEN, "pillar": "outcome", "facts": ["F1"]}
    fell = row(topic, reply(ADVICE, OPEN))
    assert (fell.reached, fell.unreached, fell.touched) == ((), (signal, "no-okrs-yet"), (signal,))
    passed = row(topic, reply(asked, OPEN))
    assert (passed.reached, passed.unreached) == ((signal,), ("no-okrs-yet",))
    assert (row(topic, reply(OPEN)).touched, row(topic, reply(OPEN)).avoided) == ((), (signal,))


def test_replies_without_a_usable_question_count_with_nothing_printed(scenario):
    found = row(scenario, reply(ADVICE), reply(ADVICE))
    assert (found.failure, found.printed, found.score, len(found.questions)) == ("", (), 0, 2)
    assert "fell in review" in found.useless
    assert row(scenario, reply(text="no JSON")).useless
    assert row(scenario, reply(problem="the model refused")).useless


def test_a_row_without_replies_failed(scenario):
    found = row(scenario, failure="no connection", missing=True)
    assert (found.failure, found.missing, found.questions, found.wanted) == ("no connection", True, (), ())


def test_times_add_up_only_where_all_were_measured(scenario):
    assert row(scenario, reply(ADVICE, seconds=1.5), reply(OPEN, seconds=2.0)).seconds == 3.5
    assert row(scenario, reply(ADVICE, seconds=1.5), reply(OPEN)).seconds is None


def test_a_price_and_a_person_are_told(scenario):
    price = Price(date="2026-01-01", input=10, output=20)
    found = row(scenario, reply(OPEN, model=WRITTEN), price=price)
    assert (found.cost, found.written) == (0.002, True)
    assert row(scenario, reply(OPEN)).cost is None


def test_many_rows_are_scored_the_same_on_all_processors(tmp_path):
    chosen = {s.id: s for s in scenarios.in_folder(fictional.write(tmp_path / "s", 2))}
    copied = tmp_path / "templates" / "built-in"
    copied.mkdir(parents=True)
    outcomes = [
        Outcome("built-in", s.id, "m", n, (reply(text=fictional.good(s)),))
        for s in chosen.values()
        for n in range(1, 16)
    ]
    assert len(outcomes) > run.ALONE
    spread = list(run._scored(tmp_path, chosen, {"built-in": Templates(copied)}, outcomes))
    alone = [
        row
        for s in chosen.values()
        for row in scoring.scored(s, Templates(), [o for o in outcomes if o.scenario == s.id])
    ]
    assert spread == alone
