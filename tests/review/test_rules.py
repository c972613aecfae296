"""Every rule against its own examples, and the promises that hold for all of them."""

import re
import time
from collections import Counter

import pytest

from questioner.review import MAX_CHARS, RULES, Profile, Rule, by_rules, learnt, review_wording
from questioner.review.reading import Span, read
from questioner.review.rules import Look, Scope, finding, looks, marking, pattern
from questioner.session import Label, Severity

REJECTS = [pytest.param(rule, text, id=f"{rule.code}-{at}") for rule in RULES for at, text in enumerate(rule.rejects)]
ACCEPTS = [pytest.param(rule, text, id=f"{rule.code}-{at}") for rule in RULES for at, text in enumerate(rule.accepts)]
EXAMPLES = [text for rule in RULES for text in rule.rejects + rule.accepts]
FLOODS = (
    *("a ", "what ", "?", "if you ", "you should ", " ", "or a ", "how much has ", '"', "'a ", "(", "e.g. a, "),
    *(", what ", "why is it ", "progress and ", "not the ", "1 ", "did you learn ", " - a, ", "where the "),
)


def changed(rule: Rule, **fields: object) -> Rule:
    return Rule(**{name: getattr(rule, name) for name in rule.__slots__} | fields)


@pytest.mark.parametrize(("rule", "text"), REJECTS)
def test_a_rule_finds_what_it_says_it_rejects(rule: Rule, text: str):
    assert rule.code in [found.code for found in review_wording(text, Profile.GENERATE)]


@pytest.mark.parametrize(("rule", "text"), ACCEPTS)
def test_no_rule_rejects_a_near_miss_of_any_rule(rule: Rule, text: str):
    found = review_wording(text, Profile.GENERATE)
    assert [(hit.code, text[hit.start : hit.end]) for hit in found if hit.severity is Severity.REJECT] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_brings_at_least_three_sentences_of_each_kind(rule: Rule):
    assert len(set(rule.rejects)) >= 3
    assert len(set(rule.accepts)) >= 3


def test_codes_and_names_are_given_once():
    for column in ([rule.code for rule in RULES], [rule.name for rule in RULES]):
        assert [value for value, times in Counter(column).items() if times > 1] == []


def test_the_letters_of_a_code_belong_to_one_label():
    assert {(rule.code[:3], rule.label) for rule in RULES} == {
        ("ADV", Label.ADVICE),
        ("BLM", Label.BLAME),
        ("LED", Label.LEADING),
        ("STA", Label.STATUS),
        ("STK", Label.STACKED),
        ("FRM", Label.NOT_A_QUESTION),
        ("CLO", Label.CLOSED),
        ("CLR", Label.UNCLEAR),
    }


def test_every_rule_has_something_to_match_with_or_is_learnt():
    assert [rule for rule in RULES if not rule.patterns and rule.matcher is None] == list(learnt.RULES)


@pytest.mark.parametrize(("rule", "text"), REJECTS)
def test_what_a_rule_rejects_is_rejected_when_all_is_weighed(rule: Rule, text: str):
    assert rule.severity is Severity.WARN or any(found.rejects for found in review_wording(text))


@pytest.mark.parametrize("text", EXAMPLES)
def test_no_rule_is_passed_over_that_would_object(text: str, looks_of: dict[str, list[Look]]):
    reading = read(text)
    assert [hit.rule.code for hit in by_rules(reading)] == [
        code for code, listed in looks_of.items() if any(look.find(reading) for look in listed)
    ]


def test_of_two_patterns_the_earlier_stretch_is_shown_and_of_two_that_begin_together_the_first_pattern_s():
    rule = changed(RULES[0], scope=Scope.WHOLE, patterns=("stood out", "what stood", "what"), matcher=None)
    reading = read("What stood out?")
    assert min(hit for look in looks(rule) if (hit := look.find(reading)))[1:] == (0, 1, 10)


def test_a_clause_that_is_excused_gives_no_offence_and_the_next_one_may():
    rule = changed(
        RULES[0], scope=Scope.ASKING, patterns=("the rota",), unless=lambda _, clause: clause.opener == "what"
    )
    (look,) = looks(rule)
    assert look.find(read("What does the rota cost?")) is None
    assert look.find(read("What does the rota cost? How is the rota?")).clause == 1


def test_a_matcher_is_asked_where_no_pattern_fits():
    rule = changed(RULES[0], patterns=("pilot",), matcher=lambda _: Span(0, 1))
    first, second = looks(rule)
    reading = read("What did the pilot show?")
    assert min(first.find(reading), second.find(reading)) == first.find(reading)


def test_marks_stand_in_the_place_of_the_blank_before_each_word_of_a_class():
    sight = marking({"\x1c": ["hire"], "\x1d": ["hiring", "hired"]})
    assert sight("hire or hire? hired,\nhiring hires") == "hire or\x1chire?\x1dhired,\x1dhiring hires"


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.sight], ids=lambda rule: rule.code)
def test_what_a_rule_sees_differs_from_the_text_in_white_space_only(rule: Rule):
    seen = [(text, rule.sight(text)) for text in EXAMPLES]
    assert [text for text, marked in seen if len(text) != len(marked) or text.split() != marked.split()] == []
    assert any(text != marked for text, marked in seen)


@pytest.mark.parametrize(
    "text",
    [
        "How will you drip-feed the news?",
        "How could hiring a tester help you?",
        "If you reset the date, what would change?",
        "If you cut the list, what would change?",
        "If you ran a survey, what would change?",
        "If you asked Support, what would change?",
        "If you hired a tester, what would change?",
        "When will you\nhire a tester?",
    ],
)
def test_every_form_of_an_action_is_seen_as_advice(text: str):
    assert any(hit.label is Label.ADVICE for hit in review_wording(text))


@pytest.fixture(scope="module")
def patterns() -> list[re.Pattern[str]]:
    return [pattern(source) for rule in RULES for source in rule.patterns]


@pytest.mark.parametrize("flood", FLOODS)
def test_no_pattern_takes_long_on_a_flood_of_its_own_words(flood: str, patterns: list[re.Pattern[str]]):
    text = flood * (20_000 // len(flood))
    began = time.process_time()
    for source in patterns:
        source.search(text)
    assert time.process_time() - began < 3.0  # about 0.3 s on a small machine; a quadratic pattern takes a minute


@pytest.mark.parametrize("flood", FLOODS)
def test_the_longest_text_that_is_read_takes_milliseconds(flood: str):
    text = (flood * MAX_CHARS)[:MAX_CHARS]
    began = time.process_time()
    review_wording(text)
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("profile", Profile)
def test_a_text_beyond_the_limit_is_rejected_once_and_not_read(profile: Profile):
    text = "Have you considered hiring? " * 100
    (found,) = review_wording(text, profile)
    assert (found.code, found.severity, found.start, found.end) == ("CLR802", Severity.REJECT, 0, len(text))


def test_two_questions_are_two_however_good_each_of_them_is():
    text = "What has followed from the talk since, and where does a porter still have to walk?"
    assert [(hit.code, hit.severity) for hit in review_wording(text)] == [("STK402", Severity.REJECT)]


def test_doubt_drops_a_generated_question_and_only_warns_a_person():
    text = "What is the biggest blocker on trial activation?"
    generated, written = (review_wording(text, profile) for profile in (Profile.GENERATE, Profile.REVIEW))
    assert [(hit.code, hit.severity) for hit in generated] == [("LED212", Severity.REJECT)]
    assert [(hit.code, hit.severity) for hit in written] == [("LED212", Severity.WARN)]


@pytest.mark.parametrize("text", EXAMPLES)
def test_a_person_is_never_judged_more_harshly_than_a_model(text: str):
    generated = {hit.code for hit in review_wording(text, Profile.GENERATE) if hit.severity is Severity.REJECT}
    written = {hit.code for hit in review_wording(text, Profile.REVIEW) if hit.severity is Severity.REJECT}
    assert written <= generated


def test_unclear_words_of_a_person_only_warn():
    text = "How might we leverage synergies between the two teams?"
    assert {hit.severity for hit in review_wording(text, Profile.REVIEW) if hit.label is Label.UNCLEAR} == {
        Severity.WARN
    }


@pytest.mark.parametrize("text", EXAMPLES)
def test_offsets_lie_inside_the_text(text: str):
    for hit in review_wording(text):
        assert 0 <= hit.start <= hit.end <= len(text)


def test_offsets_are_characters_of_the_text_as_it_came():
    text = "İ “Ökologie” – ça va: have you considered pairing with Support?"
    hit = next(hit for hit in review_wording(text) if hit.code == "ADV102")
    assert text[hit.start : hit.end].startswith("have you considered")


def test_a_finding_carries_the_words_of_its_rule():
    rule = next(rule for rule in RULES if rule.code == "CLO306")
    found = finding(rule, Span(2, 5), Profile.REVIEW)
    assert (found.code, found.label, found.message, found.instead) == (
        rule.code,
        rule.label,
        rule.message,
        rule.instead,
    )
    assert rule.reply_test


def test_the_same_text_gets_the_same_findings():
    text = "Have you considered hiring a tester, and how is activation going?"
    assert review_wording(text) == review_wording(text)
