"""What an expression needs of a text's words, and that no match is ever hidden by it."""

import random
import re

import pytest

from questioner.review import RULES
from questioner.review.rules import Rule, expressions
from questioner.review.sieve import OPENS, Sieve, derived, key, needs

from .expressions import parsed, sampled

SIGHTS = tuple({rule.sight for rule in RULES if rule.sight})
EXPRESSIONS = [
    pytest.param(expression, rule, id=f"{rule.code}-{at}")
    for rule in RULES
    for at, expression in enumerate(expressions(rule))
    if expression
]
UNMARKED = [case for case in EXPRESSIONS if r"\x1" not in case.values[0]]
"""Without the patterns with marks, which stand before real words only; the examples of the rules try those."""


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"\bwhat\s+if\b", [{"what if"}]),
        (r"\bstruggl\w+", [{"~struggl"}]),
        (r"\w+ing\b", [{"ing~"}]),
        (r"don't", [{"don~"}, {"~t"}]),
        (r"\bcolou?r\b", [{"~colour~", "~color~"}]),
        (r"\b(?:the\s+team|you)\b", [{"the team", "~you~"}]),
        (r"\bno(?:\s+(?:one|body))?\b", [{"~no~"}]),
        (r"\bhow\b[^?]{0,40}\b(?:late|slow)", [{"~late", "~slow"}, {"~how~"}]),
        (r"\bonly\s+\d+", [{"~only~"}, {"0"}]),
        (r"(?<=[\x1c\x1d])\w+", [{"\x1c", "\x1d"}]),
        (r"\bhow\s+(?=many\b)", [{"~many~"}, {"~how~"}]),
        (r"\bhow\s+(?!many\b)\w", [{"~how~"}]),
        (r"(?:late\s+){0,2}now\b", [{"now~"}]),
        (r"(?:late\s+){1,2}now\b", [{"late~"}, {"now~"}]),
        (r"(?:late|\{)", [{"late", "{"}]),
        (r"(?:late|\W)", []),
        (r"\bwhat,? if\b", [{"what if"}]),
        (r"so\?", [{"so~"}, {"?"}]),
        (r"late?", [{"late", "lat"}]),
        (r"\bq\d+\b", [{"~q"}, {"0"}]),
        (r"\bq\d\b", [{"~q0~"}]),
        (r"[.,;] so", [{"~so"}]),
        (r"OPENSwhat\b|\bif\b", [{"OPENS what", "OPENS if"}]),
        (r"OPENS(?:what|who)\s+else\b", [{"OPENS who", "OPENS what"}, {"who else", "~else~"}]),
        (r"OPENSstruggl\w+", [{"~struggl"}]),
        ("", []),
    ],
)
def test_the_words_that_an_expression_cannot_do_without(expression: str, expected: list[set[str]]):
    assert set(map(frozenset, derived(expression))) == set(map(frozenset, expected))


@pytest.mark.parametrize("expression", [r"(a", r"a)", r"(?i)a", r"(?P<x>a)\1", "*a"])
def test_what_is_not_read_is_said(expression: str):
    with pytest.raises(ValueError, match=r"bracket|repeat|not read"):
        derived(expression)


@pytest.mark.parametrize(
    ("text", "passing"),
    [
        ("what if it is late", {0, 2}),
        ("if it is latest", {2}),
        ("what, if so", {0, 2}),
        ("if what", {2}),
        ("what iffy figures", {2}),
        ("we struggled", {1, 2}),
        ("", {2}),
    ],
)
def test_a_text_is_held_against_what_its_words_allow(text: str, passing: set[int]):
    sieve = Sieve([derived(r"\bwhat\s+if\b"), derived(r"\bstruggl\w+"), ()], ())
    assert set(sieve.passing(text.split())) == passing


@pytest.mark.parametrize(("traits", "passing"), [((), set()), (("OPENS if",), set()), (("OPENS what",), {0})])
def test_an_expression_for_openings_needs_a_clause_that_begins_so(traits: tuple[str, ...], passing: set[int]):
    sieve = Sieve([derived(rf"{OPENS}what\s+if\b")], ())
    assert set(sieve.passing("what if it is late".split(), traits)) == passing


def test_a_mark_stands_for_every_word_of_its_class():
    def sight(text: str) -> str:
        return text.replace(" hire", "\x1chire")

    sieve = Sieve([derived(r"\bif\s+you(?<=[\x1c])\w+")], [sight])
    assert list(sieve.passing(["if", "you", "hire?"])) == [0]
    assert list(sieve.passing(["if", "you", "fire?"])) == []


@pytest.mark.parametrize(("expression", "rule"), EXPRESSIONS)
def test_the_table_holds_what_is_derived(expression: str, rule: Rule):
    assert needs(expression) == derived(expression), f"{rule.code}: `make format` writes the table anew"


def test_an_expression_that_is_not_in_the_table_is_worked_out():
    assert needs(r"\bquicksilver\b") == derived(r"\bquicksilver\b") == [["~quicksilver~"]]


def test_two_expressions_have_two_keys():
    listed = {expression for rule in RULES for expression in expressions(rule)}
    assert len({key(expression) for expression in listed}) == len(listed)


@pytest.mark.parametrize(("expression", "rule"), UNMARKED)
def test_no_text_that_a_pattern_fits_is_passed_over(expression: str, rule: Rule):
    pattern, rng, sieve = expression.removeprefix(OPENS), random.Random(expression), Sieve([needs(expression)], SIGHTS)
    opens = [OPENS] * expression.startswith(OPENS)
    tree, fits = parsed(pattern), re.compile(pattern).match if opens else re.compile(pattern).search
    texts = [text for text in (sampled(tree, rng).lower() for _ in range(20)) if fits(text)]
    assert texts, rule.code
    assert [text for text in texts if not list(sieve.passing([*opens, *text.split()]))] == []
