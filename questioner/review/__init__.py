"""The reviewer: what the words of a question do, told by rules.

``review_wording`` looks at one text and knows nothing of any team. A family module holds its rules as data
with the few matchers they need; the order of ``RULES`` decides which fault is named first.
"""

from collections import defaultdict
from collections.abc import Iterable

from questioner.review import advice, blame, closed, leading, not_a_question, stacked, status, unclear
from questioner.review.reading import Span, read
from questioner.review.rules import Profile, Rule, compiled, finding, heads
from questioner.session import Finding

__all__ = ["MAX_CHARS", "RULES", "RULES_VERSION", "Profile", "Rule", "review_wording"]

RULES_VERSION = "1"
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
)
"""Every rule of the wording, in the order its findings are listed."""

_CHECKS = tuple((rule, compiled(rule)) for rule in RULES)


def _by_head() -> dict[str, tuple[int, ...]]:
    """Where the rules stand that need a word with that head; under ``""`` those that every text is held against."""
    found = defaultdict[str, list[int]](list)
    for at, rule in enumerate(RULES):
        for head in heads(rule) or ("",):
            found[head].append(at)
    return {head: tuple(places) for head, places in found.items()}


_BY_HEAD = _by_head()


def _worth_trying(found: Iterable[str]) -> list[int]:
    """Where the rules stand that a text with these heads may break, in their order."""
    places = set(_BY_HEAD[""])
    for head in found:
        if head in _BY_HEAD:
            places.update(_BY_HEAD[head])
    return sorted(places)


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
    return tuple(
        [
            finding(rule, span, profile)
            for rule, check in map(_CHECKS.__getitem__, _worth_trying(reading.heads))
            if (span := check(reading))
        ]
    )
