"""The reviewer: what the words of a question do, told by rules.

``review_wording`` looks at one text and knows nothing of any team. The module or package of a family holds its
rules as data with the few matchers they need; the order of ``RULES`` decides which fault is named first.
"""

from dataclasses import replace
from typing import NamedTuple

from questioner.review import (
    advice,
    blame,
    closed,
    leading,
    learnt,
    not_a_question,
    stacked,
    status,
    unclear,
    weighing,
)  # fmt: skip
from questioner.review.reading import Reading, Span, read, tokens_and_traits
from questioner.review.rules import Hit, Profile, Rule, finding, looks
from questioner.review.sieve import Sieve
from questioner.session import Finding, Severity

__all__ = ["MAX_CHARS", "RULES", "RULES_VERSION", "Profile", "Rule", "review_wording"]

RULES_VERSION = "8"
"""Goes up whenever a rule may decide differently; verdicts of two versions are not comparable."""

MAX_CHARS = 2_000
"""Longer texts are no question and are not read; fifty times what a room takes in at one hearing."""

RULES: tuple[Rule, ...] = (
    *advice.RULES,
    *blame.RULES,
    *leading.RULES,
    *status.RULES,
    *stacked.RULES,
    *not_a_question.RULES,
    *closed.RULES,
    *unclear.RULES,
    *learnt.RULES,
)
"""Every rule of the wording, in the order its findings are listed."""

_REJECTING = [rule for rule in RULES if rule.severity is Severity.REJECT]
SETTLED = {rule.code for rule in RULES if rule.firm} | {r.code for r in _REJECTING if r.label in weighing.IN_GRAMMAR}
"""Codes of the rules that no weights make up for."""
_DOUBTFUL = {rule.code for rule in _REJECTING if rule.label in weighing.IN_MEANING}
"""Rules that the words around may speak against."""
_LISTED = tuple((place, look) for place, rule in enumerate(RULES) for look in looks(rule))
_LOOKS = tuple((place, look.find) for place, look in _LISTED)
_SIEVE = Sieve([look.needs for _, look in _LISTED], [rule.sight for rule in RULES if rule.sight])


def review_wording(text: str, profile: Profile = Profile.GENERATE) -> tuple[Finding, ...]:
    """Say what stands against the wording of one question.

    Args:
        text: one question, with or without a preface.
        profile: whether a model or a person wrote it; doubt rejects the one and only warns the other.

    Returns:
        The findings, most telling fault first; empty for a question that may be asked as it is. A question
        is accepted when none of them rejects.
    """
    if len(text) > MAX_CHARS:
        return (finding(unclear.TOO_LONG, Span(0, len(text)), Profile.GENERATE),)
    reading = read(text)
    broken = by_rules(reading)
    found = [finding(rule, span, profile) for rule, span in broken]
    codes = {finding.code for finding in found}
    if not codes.isdisjoint(SETTLED):
        return tuple(found)
    weighed = weighing.weigh(reading, weighing.told(rule for rule, _ in broken))
    if weighed.fault < weighing.REJECTED_FROM:
        return tuple(_milder(found))
    if codes.isdisjoint(_DOUBTFUL) and weighed.label in learnt.BY_LABEL:
        found.append(finding(learnt.BY_LABEL[weighed.label], weighing.heaviest(reading, weighed), profile))
    return tuple(found)


def _milder(found: list[Finding]) -> list[Finding]:
    """The findings about wording as warnings."""
    return [replace(f, severity=Severity.WARN) if f.label in weighing.LABELS else f for f in found]


class Objection(NamedTuple):
    """A rule, and the stretch of the text that it objects to."""

    rule: Rule
    span: Span


def by_rules(reading: Reading) -> tuple[Objection, ...]:
    """Return what the rules object to in a text, in their order, before it is weighed."""
    looked: dict[int, Hit] = {}
    for number in _SIEVE.passing(*tokens_and_traits(reading)):
        place, find = _LOOKS[number]
        hit = find(reading)
        if hit and (place not in looked or hit < looked[place]):
            looked[place] = hit
    return tuple([Objection(RULES[place], Span(hit.start, hit.end)) for place, hit in sorted(looked.items())])
