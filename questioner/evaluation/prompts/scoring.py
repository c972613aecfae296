"""Replies to one scenario, played through the rules of today, into a row: a pure function, fit for any process."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from questioner import prepare
from questioner.batch.bill import Price
from questioner.candidates import Reviewed
from questioner.errors import ReplyError
from questioner.evaluation.prompts.rows import Row, Topic, Written
from questioner.evaluation.prompts.scenarios import Scenario
from questioner.exchange import Reply, Usage
from questioner.models.replay import WRITTEN
from questioner.prepare import Asking, Preparation
from questioner.resources import Templates
from questioner.session import SessionSheet, Source
from questioner.wishes import Wishes, settle


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one scenario, asked of one model for the n-th time."""

    template: str
    scenario: str
    model: str
    repeat: int
    replies: tuple[Reply, ...] = ()
    """In the order of the askings."""
    failure: str = ""
    """Why there are no replies that a sheet could be made of or not; empty where all that were needed came."""
    missing: bool = False
    """Whether it failed for want of a recording."""
    pending: bool = False
    """Whether its reply is still to come."""
    usage: Usage = field(default_factory=Usage)
    """All that was spent, failed attempts included."""
    price: Price | None = None
    """Of the model, on the engine that asked it."""


def prepared(scenario: Scenario, templates: Templates, wishes: Wishes | None = None) -> Preparation:
    """Return what is settled for a scenario before anybody is asked; ``wishes`` are for all scenarios of a run.

    Raises:
        TemplateError: for a template that cannot be used.
    """
    assert scenario.team.as_of is not None  # noqa: S101 - no scenario is read without its day
    return settle(scenario.team, scenario.team.as_of, scenario.wished(wishes or Wishes()), templates)


def scored(scenario: Scenario, templates: Templates, outcomes: Iterable[Outcome]) -> tuple[Row, ...]:
    """Return a row for each outcome of ``scenario`` with one set of templates.

    Raises:
        TemplateError: for a template that cannot be used.
    """
    settled = prepared(scenario, templates)
    return tuple(row(scenario, settled, outcome) for outcome in outcomes)


def row(scenario: Scenario, settled: Preparation, outcome: Outcome) -> Row:
    """Return the row of one outcome; no further reply is wanted than those that came."""
    head = Row(
        template=outcome.template, scenario=outcome.scenario, model=outcome.model, repeat=outcome.repeat,
        written=any(reply.model == WRITTEN for reply in outcome.replies),
        usage=outcome.usage,
        cost=outcome.price.of(outcome.usage) if outcome.price else None,
    )  # fmt: skip
    if outcome.failure or not outcome.replies:
        return replace(
            head, failure=outcome.failure or "no reply is there", missing=outcome.missing, pending=outcome.pending
        )
    terms = replace(settled.terms, waves=len(outcome.replies))
    asking, reached = _played(replace(settled, terms=terms), outcome.replies)
    return _told(replace(head, seconds=_seconds(outcome.replies)), scenario, asking, reached)


def _played(settled: Preparation, replies: Sequence[Reply]) -> tuple[Asking, SessionSheet | str]:
    """Return all that was heard, and the sheet or why there is none."""
    asking = prepare.begin(settled)
    for reply in replies:
        asking = prepare.hear(asking, reply)
        try:
            reached = prepare.go_on(asking)
        except ReplyError as error:
            return asking, str(error)
        if isinstance(reached, SessionSheet):
            return asking, reached
        asking = reached
    raise AssertionError("the last reply is followed by a sheet, or by an error")


def _told(head: Row, scenario: Scenario, asking: Asking, reached: SessionSheet | str) -> Row:
    heard = [(wave, question) for wave, reply in enumerate(asking.heard, 1) for question in reply.questions]
    rests = partial(_rests, asking.preparation)
    accepted = [question for _, question in heard if not question.rejects]
    expected = {str(topic): rests(accepted, topic) for topic in scenario.expect}
    avoided = {str(topic): rests([question for _, question in heard], topic) for topic in scenario.avoid}
    told = replace(
        head,
        questions=tuple(_written(wave, question) for wave, question in heard),
        pillars=tuple(dict.fromkeys(question.candidate.pillar for question in accepted)),
        wanted=tuple(pillar for pillar, most in asking.preparation.plan.most.items() if most),
        reached=tuple(name for name, found in expected.items() if found),
        unreached=tuple(name for name, found in expected.items() if not found),
        touched=tuple(name for name, found in avoided.items() if found),
        avoided=tuple(name for name, found in avoided.items() if not found),
    )
    if isinstance(reached, str):
        return replace(told, useless=reached)
    return replace(
        told,
        printed=tuple(question.text for question in reached.questions if question.source is Source.MODEL),
        filled=sum(question.source is Source.BANK for question in reached.questions),
        score=reached.score.total,
    )


def _rests(settled: Preparation, questions: Iterable[Reviewed], topic: Topic) -> bool:
    """Say whether one of the questions rests on a fact that belongs to the topic."""
    facts = (settled.by_id.get(name) for question in questions for name in question.candidate.facts)
    return any(fact is not None and topic.covers(fact.signal, fact.about) for fact in facts)


def _written(wave: int, question: Reviewed) -> Written:
    rejecting = [finding for finding in question.findings if finding.rejects]
    return Written(
        text=question.candidate.text,
        pillar=question.candidate.pillar,
        facts=question.candidate.facts,
        wave=wave,
        labels=tuple(dict.fromkeys(finding.label for finding in rejecting)),
        codes=tuple(dict.fromkeys(finding.code for finding in rejecting)),
    )


def _seconds(replies: Sequence[Reply]) -> float | None:
    """Return the sum of the replies' times, if all were measured; those that a person wrote came from a file at once."""
    times = [reply.seconds for reply in replies if reply.seconds is not None and reply.model != WRITTEN]
    return round(sum(times), 3) if len(times) == len(replies) else None
