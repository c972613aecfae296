"""The interview after a session: what is asked, what answers mean, and taking it up again."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questioner.follow_through import days
from questioner.follow_through.interview import Interview, interview
from questioner.team import CommitmentStatus

from .conftest import SESSION

QUESTIONS = {"1": "What is this here for?", "2": "What lies behind that?", "R1": "What else?"}
PROMISES = ["kept", "nine of them answered", "open"]
REST = ["", "", "", "", "", "", "", ""]
"""Nothing asked by the team, heard, seen, decided or promised, and no feedback."""


def begun(words, picture, questions=QUESTIONS, answers=()):
    return Interview(lambda: interview(picture, SESSION, questions, words), tuple(answers))


def told(words, picture, *answers, questions=QUESTIONS):
    talk = begun(words, picture, questions, answers)
    assert talk.ask is None, talk.ask
    return talk.result


def test_empty_answers_throughout_take_what_stands_in_brackets(words, picture):
    session = told(words, picture(), "", "", "", *REST).session
    assert [a.text for a in session.asked] == ["What is this here for?", "What lies behind that?"]
    assert not any(a.landed or a.drop for a in session.asked)
    assert session.model_dump(exclude={"date", "asked"}, exclude_defaults=True) == {}


def test_open_promises_come_first_and_those_that_are_done_are_not_asked_about(words, coached):
    wrap_up = told(words, coached, *PROMISES, "-", *REST)
    assert [(f.promise.ref, f.status, f.note) for f in wrap_up.followed] == [
        ("C1", CommitmentStatus.DONE, "nine of them answered"),
        ("C3", CommitmentStatus.OPEN, None),
    ]


@pytest.mark.parametrize(
    ("answer", "status"),
    [("k", "done"), ("kept", "done"), ("DONE", "done"), ("p", "partly"), ("", "partly"), ("o", "open")],
)
def test_the_first_letters_say_what_became_of_a_promise(answer, status, words, coached):
    talk = begun(words, coached)
    talk.answer(answer)
    assert not talk.ask.problem
    rest = [""] if status != "open" else []
    for text in (*rest, "open", "-", *REST):
        talk.answer(text)
    assert talk.result.followed[0].status == status
    assert talk.result.followed[0].note == "four called"


@pytest.mark.parametrize("answer", ["d", "x", "yes", "kept it"])
def test_an_answer_that_could_mean_two_things_or_none_is_asked_for_again(answer, words, coached):
    talk = begun(words, coached)
    talk.answer(answer)
    assert talk.ask.problem.startswith("Answer kept, partly, open or dropped")
    assert talk.answers == []


def test_numbers_say_which_questions_were_asked_landed_and_are_to_be_dropped(words, picture):
    asked = told(words, picture(), "1-2, r1", "R1", "2", *REST).session.asked
    assert [(a.text, a.landed, a.drop) for a in asked] == [
        ("What is this here for?", None, False),
        ("What lies behind that?", None, True),
        ("What else?", True, False),
    ]


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        ("1, 2 and R1", "12R"),
        ("1 & 2", "12"),
        ("r1 AND 1", "1R"),
        ("all", "12"),
        ("none", ""),
        ("-", ""),
    ],
)
def test_numbers_may_be_listed_as_people_list_them(answer, asked, words, picture):
    talk = begun(words, picture(), answers=[answer])
    assert not talk.ask.problem
    rest = ["", "", *REST] if asked else REST
    for text in rest:
        talk.answer(text)
    assert [a.text for a in talk.result.session.asked] == [
        QUESTIONS["R1" if number == "R" else number] for number in asked
    ]


def test_all_of_those_that_were_asked_may_have_landed(words, picture):
    asked = told(words, picture(), "1 and R1", "all", "none", *REST).session.asked
    assert [a.landed for a in asked] == [True, True]


@pytest.mark.parametrize("answer", ["3", "0-2", "R2", "one", "1;2", "1-999"])
def test_a_number_that_no_question_has_is_asked_for_again(answer, words, picture):
    talk = begun(words, picture())
    talk.answer(answer)
    assert "is none of 1, 2, R1" in talk.ask.problem


def test_a_question_that_was_not_asked_can_neither_land_nor_be_dropped(words, picture):
    talk = begun(words, picture(), answers=["1"])
    talk.answer("2")
    assert talk.ask.problem.startswith("2 is none of 1.")


def test_without_a_sheet_no_question_of_it_is_asked_about(words, picture):
    assert told(words, picture(), "What do we owe them?", *REST, questions={}).session.asked[0].by == "team"


def test_the_summary_is_kept_as_the_team_corrected_it(words, picture):
    talk = begun(words, picture(), {}, ["", "First try.", "Second line.", "Third.", ""])
    assert talk.ask.default == "First try."
    for text in ("", "Said better.", "-", "And this.", "", *REST[2:]):
        talk.answer(text)
    assert talk.result.session.summary == "First try.\nSaid better.\nAnd this."


def test_a_summary_of_which_every_line_was_taken_out_is_none(words, picture):
    assert told(words, picture(), "", "First try.", "", "-", "", *REST[2:], questions={}).session.summary is None


def test_the_summary_stays_where_nobody_corrects_it(words, picture):
    wrap_up = told(words, picture(), "", "First try.", "", "", "", *REST[2:], questions={})
    assert wrap_up.session.summary == "First try."


def test_a_commitment_has_what_who_and_when_and_the_next_check_in_by_default(words, picture):
    answers = ["", "", "", "", "call ten", "Mina", "27 Feb", "write", "-", "-", "ask", "", "", "", "", "", ""]
    session = told(words, picture(), *answers, questions={}).session
    assert [(c.text, c.who, c.due) for c in session.commitments] == [
        ("call ten", "Mina", date(2026, 2, 27)),
        ("write", None, None),
        ("ask", None, date(2026, 2, 27)),
    ]


def test_a_day_that_is_none_is_asked_for_again(words, picture):
    talk = begun(words, picture(), {}, ["", "", "", "", "call ten", "Mina"])
    talk.answer("23/11")
    assert talk.ask.problem.startswith("23/11 is no day")


@pytest.mark.parametrize("answer", ["2020-01-01", "1 January 2024"])
def test_a_day_before_the_session_is_asked_for_again(answer, words, picture):
    talk = begun(words, picture(), {}, ["", "", "", "", "call ten", "Mina"])
    talk.answer(answer)
    assert "is before the session, of " in talk.ask.problem


def test_a_day_that_was_worked_out_is_shown_with_its_weekday(words, picture):
    talk = begun(words, picture(), {}, ["", "", "", "", "call ten", "Mina", "in two weeks"])
    assert talk.ask.lines == (f"by {days.told(SESSION + timedelta(days=14))}",)


def test_an_interview_goes_on_where_its_answers_end(words, coached):
    whole = [*PROMISES, "1", "-", "-", *REST]
    first = begun(words, coached, answers=whole[:4])
    again = begun(words, coached, answers=first.answers)
    assert again.ask == first.ask
    for text in whole[4:]:
        again.answer(text)
    assert again.result == told(words, coached, *whole)


def test_one_answer_back_asks_for_it_again(words, coached):
    talk = begun(words, coached, answers=PROMISES[:1])
    talk.back()
    assert (talk.answers, talk.ask) == ([], begun(words, coached).ask)
    talk.back()
    assert talk.ask == begun(words, coached).ask


@given(answers=st.lists(st.text(max_size=30), max_size=30))
def test_any_answers_lead_to_a_further_question_or_to_the_end(answers, words, coached):
    talk = begun(words, coached)
    for text in answers:
        if talk.ask is not None:
            talk.answer(text)
    assert (talk.ask is None) == (talk.result is not None)
    assert begun(words, coached, answers=talk.answers).answers == talk.answers
