"""What the weights add up to, and where they point."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questioner.review import RULES_VERSION, Profile, learnt, review_wording, weighing
from questioner.review.reading import read
from questioner.session import Label, Severity

ROW = st.lists(st.integers(-(2**22), 2**22), min_size=len(weighing.LABELS), max_size=len(weighing.LABELS))
CLASSES = Path(__file__).parents[2] / "tools" / "word_classes.toml"
GOOD = "What have the two crews learnt from the roof so far?"
BAD = "Under whose eyes did the order get lost?"


@given(st.lists(ROW, max_size=40))
def test_one_addition_adds_every_weight(rows):
    summed = weighing.unpacked(sum(map(weighing.packed, rows)))
    wanted = [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * len(weighing.LABELS)
    if all(abs(weight) < 2**23 for weight in wanted):
        assert summed == wanted


@given(st.lists(ROW, max_size=10))
def test_weights_that_were_written_are_read_as_they_were(rows):
    assert [weighing.unpacked(number) for number in weighing.read_numbers(weighing.written(rows))] == rows


@given(st.text(max_size=300))
def test_any_text_has_a_probability_and_its_heaviest_words_lie_within_it(text):
    reading = read(text)
    weighed = weighing.weigh(reading, ())
    span = weighing.heaviest(reading, weighed)
    assert 0 <= weighed.fault <= 1
    assert 0 <= span.start <= span.end <= len(text)


def test_a_question_without_fault_weighs_less_than_one_that_looks_for_a_culprit():
    good, bad = (weighing.weigh(read(text), ()) for text in (GOOD, BAD))
    assert good.fault < weighing.REJECTED_FROM < bad.fault
    assert bad.label is Label.BLAME


def test_the_heaviest_words_are_those_that_do_it():
    text = "In what way might a daily huddle at the gate lift the mood?"
    reading = read(text)
    start, end = weighing.heaviest(reading, weighing.weigh(reading, ()))
    assert "daily huddle" in text[start:end]


def test_what_the_weights_find_rejects_a_generated_question_and_warns_a_person():
    generated, written = (review_wording(BAD, profile) for profile in Profile)
    assert [(found.code, found.severity) for found in generated] == [("BLM699", Severity.REJECT)]
    assert [(found.code, found.severity) for found in written] == [("BLM699", Severity.WARN)]


def test_where_a_rule_rejects_the_weights_add_nothing():
    found = review_wording("Who let the certificate run out?")
    assert any(hit.rejects for hit in found)
    assert {hit.code for hit in found} & {rule.code for rule in learnt.RULES} == set()


@pytest.mark.parametrize("fault", [0.0, 1.0])
def test_a_rule_of_meaning_gives_way_to_the_weights_and_a_rule_of_grammar_does_not(monkeypatch, fault):
    told = weighing.Weighed(fault, Label.LEADING, weighing.Words([], 0, 0))
    monkeypatch.setattr(weighing, "weigh", lambda *_: told)
    (meaning,) = {f.severity for f in review_wording("What makes the new rota so unpopular with the nurses?")}
    (grammar,) = {f.severity for f in review_wording("Do the nurses use the rota?")}
    assert meaning is (Severity.WARN if fault == 0 else Severity.REJECT)
    assert grammar is Severity.REJECT


def test_the_classes_that_travel_with_the_weights_are_those_the_file_of_classes_lists():
    listed = {name: table["words"].split() for name, table in tomllib.loads(CLASSES.read_text("utf-8")).items()}
    known = {name: words.split() for name, words in json.loads(weighing.WEIGHTS.read_text("utf-8"))["classes"].items()}
    assert known == listed


def test_a_word_stands_in_one_class():
    words = [word for table in tomllib.loads(CLASSES.read_text("utf-8")).values() for word in table["words"].split()]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("quoted", ["Fit", "Every ward at home by noon, without a single form to sign"])
def test_a_quotation_weighs_the_same_whatever_it_says(quoted):
    kind = weighing.weights().kind
    signs = {*weighing.signs_of(read(f"What does “{quoted}” ask of the night shift?"), (), kind)}
    assert signs == {*weighing.signs_of(read("What does “Go on” ask of the night shift?"), (), kind)}
    assert ("does", "@quoted") in signs


def test_the_weights_were_learnt_with_the_rules_as_they_are():
    assert json.loads(weighing.WEIGHTS.read_text("utf-8"))["rules"] == RULES_VERSION
