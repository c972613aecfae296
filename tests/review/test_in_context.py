"""Rules that need more than the words: each finds its own sentences, and no code is written anywhere but in a rule."""

import ast
import json
import re
from collections import Counter
from pathlib import Path

import pytest

import questioner
from questioner import prepare
from questioner.exchange import Reply, Usage
from questioner.judge import BY_LABEL, judged
from questioner.plan import Brief
from questioner.review import RULES, Rule
from questioner.review.grounding import review_grounding, review_written
from questioner.review.in_context import (
    ASKED_ABOVE,
    GROUPS,
    IN_CONTEXT,
    JUDGED,
    OF_A_SHEET,
    ON_DATA,
)
from questioner.review.items import Item
from questioner.review.verdicts import Choice, verdicts
from questioner.session import Finding, Label, SessionKind, Severity

PILOT = "What did the pilot teach you?"
PACKAGE = Path(questioner.__file__).parent
CODE = re.compile(r"[A-Z]{3}\d{3}")


def both(rules):
    """Each sentence of the rules, with whether its rule has to find something in it."""
    told = [(rule, text, wrong) for rule in rules for wrong in (True, False) for text in sentences(rule, wrong=wrong)]
    return pytest.mark.parametrize(
        ("rule", "text", "wrong"), [pytest.param(*one, id=f"{one[0].code}-{n}") for n, one in enumerate(told)]
    )


def sentences(rule: Rule, *, wrong: bool) -> tuple[str, ...]:
    return rule.rejects if wrong else rule.accepts


def apart(text: str) -> tuple[list[str], str]:
    """The fact in front of a sentence, and the sentence."""
    fact, bracket, rest = text.removeprefix("[").partition("] ")
    return ([fact], rest) if bracket else (["F1"], text)


def says(found: list[Finding] | tuple[Finding, ...], rule: Rule) -> list[Severity]:
    return [finding.severity for finding in found if finding.code == rule.code]


@both([rule for rule in (*ON_DATA, *OF_A_SHEET) if "F1 is trial activation" in rule.given])
def test_generated_questions_are_held_against_the_data(rule, text, wrong, ground):
    facts, asked = apart(text)
    facts = ["F2"] if "missing transactions" in asked else facts
    found = review_grounding(asked, facts, ground)
    assert (set(says(found, rule)) == {rule.severity}) if wrong else (found == ())


@both(ON_DATA)
def test_a_person_s_questions_are_held_against_the_data(rule, text, wrong, named):
    found = review_written(apart(text)[1], named)
    assert (set(says(found, rule)) == {rule.severity}) if wrong else (found == ())


@both([ASKED_ABOVE])
def test_questions_of_a_list_are_held_against_those_above(rule, text, wrong):
    *_, last = verdicts([Item(1, PILOT), Item(2, text)], Choice(), check=lambda _: ())
    assert bool(says(last.findings, rule)) == wrong


APART = {
    "objectives": [{"parent": "The whole town meets"}, {}],
    "check_ins": [{"day": 50, "O1.KR1": {"value": 25, "confidence": 4, "blockers": ["the missing forms"]}}],
}
"""Two objectives, of which one names no goal above it."""


@pytest.fixture
def heard(picture, templates):
    """What is said of a question that a model wrote for a check-in, on the first fact that may be asked about or not."""

    def said(text, *, askable, **given):
        settled = prepare.prepare(picture(**given), Brief(SessionKind.CHECK_IN, 30, None, ()), templates)
        fact = next(fact.id for fact in settled.facts if fact.askable is askable)
        entry = {"pillar": "mindset", "text": text, "facts": [fact]}
        reply = Reply(json.dumps({"questions": [entry]}), Usage(), "test-model")
        (only,) = prepare.hear(prepare.begin(settled), reply).heard[-1].questions
        return only.findings

    return said


@both([rule for rule in OF_A_SHEET if "check-in" in rule.given])
def test_what_the_session_does_not_ask_about_is_told(rule, text, wrong, heard):
    found = heard(apart(text)[1], askable=not wrong, **APART)
    assert bool(says(found, rule)) == wrong


@both([rule for rule in OF_A_SHEET if "earlier session" in rule.given])
def test_questions_are_held_against_those_of_earlier_sessions(rule, text, wrong, heard):
    found = heard(text, askable=True, **APART, sessions=[{"day": 1, "asked": [PILOT]}])
    assert bool(says(found, rule)) == wrong


@pytest.mark.parametrize("rule", JUDGED, ids=lambda rule: rule.code)
def test_what_a_judge_finds_has_the_rule_of_its_label(rule):
    (found,) = judged(rule.rejects[0], [{"label": rule.label.value, "words": "", "reason": "So it is."}])
    assert (found.code, found.label, found.severity, found.message) == (
        rule.code,
        rule.label,
        rule.severity,
        "So it is.",
    )


def test_the_judge_has_a_rule_for_each_label_of_wording():
    assert set(BY_LABEL) == {rule.label for rule in RULES} - {Label.UNCLEAR}


def test_every_rule_is_in_one_group_and_has_a_code_and_a_name_of_its_own():
    every = (*RULES, *IN_CONTEXT)
    for column in ([rule.code for rule in every], [rule.name for rule in every]):
        assert [value for value, times in Counter(column).items() if times > 1] == []
    assert sum(map(len, GROUPS.values())) == len(IN_CONTEXT)


def test_every_rule_brings_what_its_sentences_are_held_against_and_sentences_of_each_kind():
    for rule in IN_CONTEXT:
        least = 1 if rule in JUDGED else 3
        assert rule.given
        assert min(len(set(rule.rejects)), len(set(rule.accepts))) >= least


def literal_codes() -> list[tuple[str, str]]:
    """Strings of the program that are codes of rules, with where they stand, but those that give a rule its code."""
    found = []
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        own = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg == "code"}
        texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        found += [(path.name, t.value) for t in texts if CODE.fullmatch(t.value) and id(t) not in own]
    return found


def test_no_code_stands_anywhere_but_in_its_rule():
    assert literal_codes() == []


def test_every_finding_is_made_from_a_rule():
    makers = {
        path.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Finding"
    }
    assert makers == {"rules.py"}
