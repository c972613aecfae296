"""What the next sheet makes of what a session left."""

import pytest

from questioner import plan, prepare
from questioner.session import SessionKind

PROMISE = {"text": "call ten members", "who": "Mina", "due": 49}


@pytest.fixture(scope="module")
def sheet(picture, templates):
    """The check-in sheet of a team on day 50, whose last session on day 43 left what is given."""

    def made(**left):
        brief = plan.Brief(SessionKind.CHECK_IN, 30)
        return prepare.from_bank(
            prepare.prepare(picture(sessions=[{"day": 43, **left}], now={"value": 21}), brief, templates)
        )

    return made


def about(made, signal):
    facts = {fact.id for fact in made.facts if fact.signal == signal}
    return [question.text for question in made.questions if facts & set(question.facts)]


@pytest.mark.parametrize(
    ("left", "signal", "words"),
    [
        ({"commitments": [PROMISE]}, "commitment-open", "call ten members"),
        ({"commitments": [PROMISE | {"status": "done"}]}, "commitment-done", "call ten members"),
        ({"insights": ["Mornings work best"]}, "insight-noted", "Mornings work best"),
        ({"decisions": ["No calls on Fridays"]}, "decision-noted", "No calls on Fridays"),
    ],
)
def test_one_thing_that_the_team_said_gets_a_question_at_the_head_of_follow_through(left, signal, words, sheet):
    made = sheet(**left)
    section = next(section for section in made.sections if section.pillar == "follow-through")
    assert section.questions[0].text in about(made, signal)
    assert any(words in fact.text for fact in made.facts if fact.signal == signal)


def test_a_kept_promise_gets_the_place_where_an_open_one_stands_in_the_notes(sheet):
    made = sheet(commitments=[PROMISE, {"text": "ask the lenders", "status": "done"}])
    assert about(made, "commitment-done")
    assert about(made, "commitment-open") or any("“call ten members”, Mina" in note for note in made.notes)


def test_a_pattern_that_was_dropped_does_not_come_back_whatever_fills_it(sheet):
    (text,) = about(sheet(commitments=[PROMISE]), "commitment-open")
    dropped = text.replace("call ten members", "paint the hall").replace("13 February", "2 January")
    again = about(sheet(commitments=[PROMISE], asked=[{"text": dropped, "drop": True}]), "commitment-open")
    assert again != [text]
    assert about(sheet(commitments=[PROMISE], asked=[{"text": dropped}]), "commitment-open") == [text]


def test_an_open_promise_is_asked_about_again_in_other_words(sheet):
    (text,) = about(sheet(commitments=[PROMISE]), "commitment-open")
    (other,) = about(sheet(commitments=[PROMISE], asked=[text]), "commitment-open")
    assert other != text


def test_the_notes_begin_with_the_last_session_in_the_teams_words(sheet):
    asked = [{"text": "What next?", "landed": True}, {"text": "What do we owe them?", "by": "team"}, "Why?"]
    made = sheet(summary="Staying is harder than joining.", decisions=["No calls on Fridays"], asked=asked)
    assert made.notes[0].splitlines() == [
        "Last time, 13 February:",
        "“Staying is harder than joining.”",
        "Decided: No calls on Fridays.",
        "The team asked itself: “What do we owe them?”",
        "Landed: “What next?”",
    ]


def test_a_session_that_left_nothing_leaves_no_note(sheet):
    assert not any(note.startswith("Last time") for note in sheet().notes)


def test_open_promises_stand_on_the_sheet_for_the_wrap_up(sheet):
    made = sheet(commitments=[{"text": "ask", "status": "done"}, PROMISE | {"status": "partly"}])
    (promised,) = made.promises
    assert (promised.id, promised.text, promised.who, promised.status) == ("C2", "call ten members", "Mina", "partly")
