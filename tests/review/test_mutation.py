"""Rules and their parts switched off, one at a time: some sentence has to miss each of them.

What the rules find is the union of what each finds (``test_rules`` holds that), so what they would find without one is
what they find less its findings. What the weights add is taken away from the whole review.
"""

from dataclasses import replace

import pytest

from questioner.review import RULES, Rule, by_rules, learnt, review_wording
from questioner.review.reading import Reading, read
from questioner.review.rules import looks
from questioner.session import Severity

from .sentences import SENTENCES

REDUNDANT = frozenset({"FRM008"})
"""Rules of which each sentence gets the same label from another rule. The list may only become shorter."""

UNSHOWN = {"BLM608": 1}
"""How many parts of a rule (patterns, or its matcher) no sentence would miss, since others find all they find. The figures
may only fall."""


def missed(rule: Rule, text: str) -> bool:
    """Whether ``text`` is accepted, or no longer gets the rule's label, when the rule is switched off."""
    if rule in learnt.RULES:
        return not any(found.rejects for found in review_wording(text) if found.code != rule.code)
    rest = [hit.rule for hit in by_rules(read(text)) if hit.rule is not rule]
    if rule.severity is Severity.REJECT:
        rest = [other for other in rest if other.severity is Severity.REJECT]
    return rule.label not in {other.label for other in rest}


def parts(rule: Rule) -> list[Rule]:
    """The rule with each pattern alone, and with the matcher alone."""
    alone = [replace(rule, patterns=(pattern,), matcher=None) for pattern in rule.patterns]
    return [*alone, replace(rule, patterns=())] if rule.matcher else alone


def unshown(rule: Rule, readings: list[Reading]) -> list[int]:
    """Where the parts stand without which every one of the sentences that the rule finds is still found."""
    finds = [
        {at for at, reading in enumerate(readings) if any(look.find(reading) for look in looks(part))}
        for part in parts(rule)
    ]
    return [
        place
        for place, found in enumerate(finds)
        if found <= {at for other, own in enumerate(finds) if other != place for at in own}
    ]


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.code not in REDUNDANT], ids=lambda rule: rule.code)
def test_a_rule_switched_off_lets_a_sentence_through_or_leaves_it_another_label(rule: Rule):
    assert any(missed(rule, text) for text in rule.rejects)


def test_a_rule_called_redundant_is_there_and_is_so():
    needed = [rule.code for rule in RULES if any(missed(rule, text) for text in rule.rejects)]
    assert sorted(REDUNDANT & set(needed)) == []
    assert sorted(REDUNDANT - {rule.code for rule in RULES}) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_no_more_parts_of_a_rule_than_known_go_without_a_sentence(rule: Rule):
    found = unshown(rule, [read(text) for text in (*rule.rejects, *SENTENCES.get(rule.code, ()))])
    assert len(found) <= UNSHOWN.get(rule.code, 0), (
        f"{rule.code}: no sentence needs the parts {found} (its patterns, counted from 0, then its matcher): write one"
        " that nothing else in the rule finds into `rejects`, or into SENTENCES of tests/review/sentences.py"
    )


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SENTENCES.items() for text in texts])
def test_a_sentence_for_a_part_gets_the_code_of_its_rule(code: str, text: str):
    assert code in [found.code for found in review_wording(text)]
