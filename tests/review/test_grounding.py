"""Grounding: figures, dates, names and directions of a question are held against the team's data."""

import pytest

from questioner.review.grounding import figures_in, masked, review_grounding, review_written
from questioner.session import Severity


@pytest.mark.parametrize(
    "text",
    [
        "What does 22% tell you about trial activation?",
        "Trial activation went from 18% to 22%: what was behind that?",
        "Confidence in trial activation fell from 7/10 to 4/10: what lies behind that?",
        "What has trial activation shown you since 16 November?",
        "What does the missing API key hold back for trial activation?",
        "How does trial activation look from where Legal sits?",
        "What does “the missing API key” mean for trial activation?",
        "In October, what did trial activation teach you?",
        "Trial activation rose: what moved it?",
    ],
)
def test_what_the_data_holds_may_be_said(ground, text):
    assert review_grounding(text, ["F1"], ground) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("What does 25% tell you about trial activation?", "GRD703"),
        ("What do the five interviews tell you about trial activation?", "GRD703"),
        ("What does 310 tell you about trial activation?", "GRD705"),
        ("Trial activation went from 22% to 18%: what was behind that?", "GRD704"),
        ("Trial activation fell: what moved it?", "GRD704"),
        ("Confidence in trial activation rose: what lies behind that?", "GRD704"),
        ("What happened to trial activation on 3 December?", "GRD703"),
        ("What happened to trial activation in March?", "GRD703"),
        ("What did Mina see in trial activation?", "GRD709"),
        ("What makes people afraid for trial activation?", "GRD709"),
        ("What could Acme bring to trial activation?", "GRD702"),
        ("What does “a total disaster” mean for trial activation?", "GRD702"),
        ("What does https://example.org tell you about trial activation?", "CLR813"),
        ("What does <b>trial activation</b> mean to you?", "CLR813"),
        ("What does trial\u202e activation mean to you?", "CLR813"),
        ("What does trial\u00ad activation mean to you?", "CLR813"),
    ],
)
def test_what_it_does_not_hold_is_rejected(ground, text, code):
    findings = review_grounding(text, ["F1"], ground)
    assert code in {finding.code for finding in findings if finding.severity is Severity.REJECT}


def test_a_fact_that_does_not_exist_is_rejected(ground):
    assert [f.code for f in review_grounding("What does trial activation mean?", ["F9"], ground)] == ["GRD706"]


def test_a_question_that_shares_no_word_with_its_fact_is_warned_of_unless_it_is_a_pattern(ground):
    text = "How do you celebrate?"
    assert [f.code for f in review_grounding(text, ["F1"], ground)] == ["GRD701"]
    assert review_grounding(text, ["F1"], ground, from_pattern=True) == ()


def test_the_span_of_a_finding_covers_what_it_objects_to(ground):
    text = "What does 25% tell you about trial activation?"
    (finding,) = review_grounding(text, ["F1"], ground)
    assert text[finding.start : finding.end] == "25"


def test_a_word_that_only_looks_like_a_number_is_no_figure(ground):
    assert review_grounding("What do ſeven of nıne mean for trial activation?", ["F1"], ground) == ()


def test_a_question_on_no_fact_may_use_any_figure_of_the_data(ground):
    assert review_grounding("What does 310 tell you?", [], ground) == ()


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("12,000 visits", {"12000"}),
        ("€40k and 4.50 hours", {"40", "4.5"}),
        ("7/10", {"7", "10"}),
        ("three of twelve", {"3", "12"}),
        ("Three of TWELVE, éten", {"3", "12"}),
        ("ſeven, fİve and nıne", set()),
        ("one or two things", set()),
        ("22%, then 30%.", {"22", "30"}),
    ],
)
def test_figures_are_read_in_the_ways_they_are_written(text, figures):
    assert figures_in(text) == figures


def test_masking_keeps_the_length_and_puts_goals_in_quotation_marks():
    text = "What does a timely answer on a loan change?"
    hidden = masked(text, ["a timely answer on a loan"])
    assert len(hidden) == len(text)
    assert hidden == "What does “ timely answer on a loa” change?"


# --- questions that people wrote, which name no facts ----------------------------------------------------


def codes(text, ground):
    return [finding.code for finding in review_written(text, ground)]


@pytest.mark.parametrize(
    "text",
    [
        "What does 22% tell you about trial activation?",
        "What do 310 missing transactions tell you?",
        "What do 22% and 310 tell you about trial activation beside missing transactions?",
        "What could 310 mean?",
        "What does 60 mean for trial activation?",
        "Trial activation is rising: what moves it?",
        "Activation of the trial came up: what moved it?",
        "Confidence in trial activation is slipping: what lies behind that?",
        "What would keep trial activation from falling?",
        "What do you make of trial activation being lower than the target?",
        "What do you REALLY want from trial activation, and what NOT?",
        "As trial activation and missing transactions are falling, what do you see?",
    ],
)
def test_what_a_person_may_ask_of_the_data(text, named):
    assert codes(text, named) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("What does 310 tell you about trial activation?", ["GRD705"]),
        ("What do 22 missing transactions tell you?", ["GRD705"]),
        ("What does 25% tell you about trial activation?", ["GRD703"]),
        ("Trial activation fell: what moved it?", ["GRD704"]),
        ("Trial activation is steadily falling: what moves it?", ["GRD704"]),
        ("Trial activation keeps slipping: what moves it?", ["GRD704"]),
        ("Trial activation is down from last week: what moved it?", ["GRD704"]),
        ("What lies behind the downward turn of trial activation?", ["GRD704"]),
        ("Activation of the trial came down: what moved it?", ["GRD704"]),
        ("Confidence in trial activation has been growing: what lies behind that?", ["GRD704"]),
        ("Trial activation went from 22% to 18%: what was behind that?", ["GRD704"]),
        ("How does Mina see trial activation?", ["GRD709"]),
        ("What does MINA make of it?", ["GRD702"]),
        ("How would Corvane see trial activation?", ["GRD702"]),
        ("What does NPS tell you about trial activation?", ["GRD702"]),
    ],
)
def test_what_the_data_do_not_hold_is_found_in_what_a_person_wrote(text, found, named):
    assert codes(text, named) == found


def test_where_no_key_result_is_mentioned_figures_of_all_may_stand_and_no_direction_is_wrong(named):
    assert codes("What lies behind 22 and 310, now that it is falling?", named) == []
